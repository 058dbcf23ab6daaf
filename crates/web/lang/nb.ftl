# Rammen rundt hver side
frame-skip = Hopp til innholdet
frame-demo = Demo: kundene, kjøretøyene og e-postene her er oppdiktet.
frame-nav-main = Hovedmeny
frame-nav-mine = Min side
frame-nav-desk = Verkstedet
frame-language = Språk
frame-privacy = Personvern
frame-mine = Min side
frame-staff = For ansatte
frame-no-cookies = Ingen informasjonskapsler før du logger inn, ingen forespørsler til andre.
frame-log-out = Logg ut
frame-style = Stilark
frame-menu = Meny

role-reception = Servicerådgiver
role-technician = Tekniker
role-claims = Reklamasjon
role-marketing = Nyhetsbrev
role-privacy = Personvern
role-admin = Administrator
role-operator = Drift

# Skjemaer
form-wrong-title = Noe må rettes før vi kan gå videre
form-error = Feil:
form-optional = (valgfritt)
form-yes = Ja
form-no = Nei
form-search = Søk
form-filter = Vis bare linjer med
form-choose = Velg …
form-leave = Det du har skrevet, er ikke lagret ennå.
form-copy = Kopier
form-copied = Kopiert

steps-label = Steg
steps-done = (ferdig)
pages-label = Sider
pages-before = Forrige
pages-after = Neste
pages-here = Side { $page } av { $last }

error-missing = Fyll ut dette feltet.
error-too-long = Teksten er for lang. Kort den ned.
error-characters = Teksten inneholder tegn vi ikke kan lagre. Skriv den på nytt.
error-national-id = Dette ser ut som et fødselsnummer. Vi lagrer aldri fødselsnummer og har tømt feltet. Skriv uten det.
error-name = Skriv navnet med bokstaver.
error-email = Skriv e-postadressen slik: navn@eksempel.no
error-phone = Skriv telefonnummeret med åtte sifre, eller med landkode: +46 …
error-plate = Skriv kjennemerket slik det står på skiltet: AB 12345
error-vin = Understellsnummeret har 17 tegn, uten I, O og Q.
error-org-no = Organisasjonsnummeret har ni sifre. Sjekk at alle er riktige.
error-postal-code = Postnummeret har fire sifre.
error-address = Skriv adressen med gate og nummer.
error-kid = KID-nummeret stemmer ikke. Sjekk sifrene.
error-account-no = Kontonummeret stemmer ikke. Det har elleve sifre.
error-date = Skriv datoen slik: 23.11.2026
error-time = Skriv klokkeslettet slik: 08:15
error-number = Skriv et tall.
error-amount = Skriv beløpet slik: 1250,00
error-range = Tallet er utenfor det som er mulig.
error-choice = Velg ett av alternativene.
error-unticked = Kryss av for å gå videre.
error-taken = Dette er allerede i bruk.

# Når noe går galt
wrong-title = Dette gikk ikke
wrong-reference = Referanse hvis du spør oss:
wrong-home = Til forsiden
wrong-not-found = Siden finnes ikke, eller den er ikke din.
wrong-forbidden = Denne siden er ikke åpen for deg. Er du logget inn i riktig rolle?
wrong-logged-out = Du er ikke logget inn lenger. Logg inn i en ny fane, gå tilbake hit og send på nytt, så mister du ikke det du skrev.
wrong-stale = Skjemaet kom ikke fra siden vår, eller det er for gammelt. Gå tilbake, last siden på nytt og send igjen.
wrong-request = Vi forsto ikke forespørselen.
wrong-restricted = Opplysningene er satt på vent etter ønske fra den de gjelder. De kan ikke brukes nå.
wrong-no-consent = Det trengs et samtykke til dette, og det finnes ikke.
wrong-objected = Den opplysningene gjelder, har sagt nei til dette.
wrong-needs-two = Kopien er låst. En person må be om å få åpne den, og en annen må si ja.
wrong-conflict = Det gikk ikke slik det står nå. Last siden på nytt og se hva som er endret.
wrong-gone = Lenken er brukt eller for gammel. Be om en ny.
wrong-off = Denne tjenesten er ikke i bruk her.
wrong-too-many = Det ble for mange forsøk på kort tid. Vent litt og prøv igjen.
wrong-busy = Det er mange akkurat nå. Prøv igjen om et øyeblikk.
wrong-lost = Vi får ikke kontakt med lageret vårt. Ingenting er gått tapt; prøv igjen om litt.
wrong-internal = Feilen er hos oss. Den er notert, og du kan prøve igjen.

# Dager og måneder
day-1 = mandag
day-2 = tirsdag
day-3 = onsdag
day-4 = torsdag
day-5 = fredag
day-6 = lørdag
day-7 = søndag
month-1 = januar
month-2 = februar
month-3 = mars
month-4 = april
month-5 = mai
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = desember
error-file-large = Filen er for stor. Den kan være opptil 4 MB. Velg en mindre fil.
error-file-kind = Filen er ikke en PDF, PNG eller JPEG. Velg en annen fil.

wrong-needs-reason = Oppgi en grunn først. Åpne siden på nytt, så blir du spurt; det du sendte, er ikke utført.
wrong-no-bulk = Rollen din åpner én person om gangen. Be en som har rett til å søke, eller åpne saken fra dagens arbeid.
wrong-bulk-limit = Grensen for hvor mange personer rollen din kan hente fram på en time, er nådd. Vent litt, eller åpne én person om gangen fra dagens arbeid.
glass-banner = Nødtilgang til klokka { $time }
glass-banner-seen = Alt du åpner nå, merkes i loggen. Personvernansvarlig har fått beskjed, og kunden kan se det.
glass-end = Avslutt nødtilgangen

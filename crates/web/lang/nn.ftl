# Ramma rundt kvar side
frame-skip = Hopp til innhaldet
frame-demo = Demo: kundane, køyretøya og e-postane her er oppdikta.
frame-nav-main = Hovudmeny
frame-nav-mine = Mi side
frame-nav-desk = Verkstaden
frame-language = Språk
frame-privacy = Personvern
frame-mine = Mi side
frame-staff = For tilsette
frame-no-cookies = Ingen informasjonskapslar før du loggar inn, ingen førespurnader til andre.
frame-log-out = Logg ut
frame-style = Stilark
frame-menu = Meny

role-reception = Servicerådgjevar
role-technician = Teknikar
role-claims = Reklamasjon
role-marketing = Nyheitsbrev
role-privacy = Personvern
role-admin = Administrator
role-operator = Drift

# Skjema
form-wrong-title = Noko må rettast før vi kan gå vidare
form-error = Feil:
form-optional = (valfritt)
form-yes = Ja
form-no = Nei
form-search = Søk
form-filter = Vis berre linjer med
form-choose = Vel …
form-leave = Det du har skrive, er ikkje lagra enno.
form-copy = Kopier
form-copied = Kopiert

steps-label = Steg
steps-done = (ferdig)
pages-label = Sider
pages-before = Førre
pages-after = Neste
pages-here = Side { $page } av { $last }

error-missing = Fyll ut dette feltet.
error-too-long = Teksten er for lang. Kort han ned.
error-characters = Teksten inneheld teikn vi ikkje kan lagre. Skriv han på nytt.
error-national-id = Dette ser ut som eit fødselsnummer. Vi lagrar aldri fødselsnummer og har tømt feltet. Skriv utan det.
error-name = Skriv namnet med bokstavar.
error-email = Skriv e-postadressa slik: namn@eksempel.no
error-phone = Skriv telefonnummeret med åtte siffer, eller med landkode: +46 …
error-plate = Skriv kjennemerket slik det står på skiltet: AB 12345
error-vin = Understellsnummeret har 17 teikn, utan I, O og Q.
error-org-no = Organisasjonsnummeret har ni siffer. Sjekk at alle er rette.
error-postal-code = Postnummeret har fire siffer.
error-address = Skriv adressa med gate og nummer.
error-kid = KID-nummeret stemmer ikkje. Sjekk sifra.
error-account-no = Kontonummeret stemmer ikkje. Det har elleve siffer.
error-date = Skriv datoen slik: 23.11.2026
error-time = Skriv klokkeslettet slik: 08:15
error-number = Skriv eit tal.
error-amount = Skriv beløpet slik: 1250,00
error-range = Talet er utanfor det som er mogleg.
error-choice = Vel eitt av alternativa.
error-unticked = Kryss av for å gå vidare.
error-taken = Dette er alt i bruk.

# Når noko går gale
wrong-title = Dette gjekk ikkje
wrong-reference = Referanse om du spør oss:
wrong-home = Til framsida
wrong-not-found = Sida finst ikkje, eller ho er ikkje di.
wrong-forbidden = Denne sida er ikkje open for deg. Er du logga inn i rett rolle?
wrong-logged-out = Du er ikkje logga inn lenger. Logg inn i ei ny fane, gå tilbake hit og send på nytt, så mistar du ikkje det du skreiv.
wrong-stale = Skjemaet kom ikkje frå sida vår, eller det er for gammalt. Gå tilbake, last sida på nytt og send igjen.
wrong-request = Vi forstod ikkje førespurnaden.
wrong-restricted = Opplysningane er sette på vent etter ønske frå den dei gjeld. Dei kan ikkje brukast no.
wrong-no-consent = Det trengst eit samtykke til dette, og det finst ikkje.
wrong-objected = Den opplysningane gjeld, har sagt nei til dette.
wrong-needs-two = Kopien er låst. Ein person må be om å få opne han, og ein annan må seie ja.
wrong-conflict = Det gjekk ikkje slik det står no. Last sida på nytt og sjå kva som er endra.
wrong-gone = Lenkja er brukt eller for gammal. Be om ei ny.
wrong-off = Denne tenesta er ikkje i bruk her.
wrong-too-many = Det vart for mange forsøk på kort tid. Vent litt og prøv igjen.
wrong-busy = Det er mange akkurat no. Prøv igjen om ein augneblink.
wrong-lost = Vi får ikkje kontakt med lageret vårt. Ingenting er gått tapt; prøv igjen om litt.
wrong-internal = Feilen er hos oss. Han er notert, og du kan prøve igjen.

# Dagar og månader
day-1 = måndag
day-2 = tysdag
day-3 = onsdag
day-4 = torsdag
day-5 = fredag
day-6 = laurdag
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
error-file-large = Fila er for stor. Ho kan vere opptil 4 MB. Vel ei mindre fil.
error-file-kind = Fila er ikkje ein PDF, PNG eller JPEG. Vel ei anna fil.

wrong-needs-reason = Gje ein grunn først. Opne sida på nytt, så blir du spurd; det du sende, er ikkje utført.
wrong-no-bulk = Rolla di opnar éin person om gongen. Spør ein som har rett til å søkje, eller opne saka frå arbeidet i dag.
wrong-bulk-limit = Grensa for kor mange personar rolla di kan hente fram på ein time, er nådd. Vent litt, eller opne éin person om gongen frå arbeidet i dag.
glass-banner = Naudtilgang til klokka { $time }
glass-banner-seen = Alt du opnar no, blir merkt i loggen. Personvernansvarleg har fått melding, og kunden kan sjå det.
glass-end = Avslutt naudtilgangen

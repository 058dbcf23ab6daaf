# Min side: meny
nav-mine-start = Oversikt
nav-mine-consents = Samtykker
nav-mine-profile = Profil

# Innlogging
log-in-title = Logg inn
log-in-lead = Skriv inn e-posten din, så sender vi deg en lenke. Du trenger ikke passord.
log-in-email = E-post
log-in-email-hint = Den du brukte da du bestilte time
log-in-send = Send meg en lenke
log-in-why = Hvorfor ikke passord?
log-in-why-text = Et passord kan glemmes eller komme på avveie. Lenken virker bare én gang, og bare i en halv time. Den som kan lese e-posten din, er som regel deg.
log-in-new = Har du ikke konto?
log-in-new-text = Du kan bestille time uten konto. Har du vært kunde hos oss, spør vi om du vil opprette en konto første gang du logger inn.
log-in-sent-title = Sjekk e-posten din
log-in-sent-lead = Kjenner vi adressen, er det en lenke på vei dit nå. Den virker i 30 minutter.
log-in-sent-wait = Kommer det ingenting innen noen minutter? Se i søppelposten. Det kan også være at du brukte en annen adresse da du bestilte. Av hensyn til personvernet forteller vi ikke her hvilke adresser vi kjenner.
log-in-again = Prøv med en annen adresse
log-in-enter-title = Velkommen tilbake
log-in-enter-lead = Trykk på knappen, så er du inne. Lenken kan bare brukes én gang.
log-in-enter = Logg inn
log-in-gone-title = Lenken virker ikke lenger
log-in-gone-lead = Den er brukt, eller det er mer enn en halv time siden vi sendte den.
log-in-gone-new = Send meg en ny lenke
notice-logged-out = Du er logget ut.

# Konto
account-open-title = Opprett kundekonto
account-open-lead = Du har ikke konto hos oss ennå. Oppretter du en, får du Min side. Det er frivillig, og det koster ingenting.
account-open-see = Du ser timene dine, kjøretøyene, hva som er gjort med dem, og hva du har kjøpt.
account-open-keep = Vi beholder kontaktopplysningene og historikken din så lenge kontoen er åpen. Uten konto slettes de tidligere.
account-open-cookie = Nettleseren lagrer én informasjonskapsel, som holder deg innlogget. Den forsvinner når du logger ut.
account-open-close = Du kan avslutte kontoen når du vil. Da slettes det som bare hørte til den, etter 30 dager.
account-open-privacy = Les hele personvernerklæringen
account-open = Opprett konto og logg inn
account-open-not = Vil du ikke ha konto, kan du bare lukke siden. Da skjer det ingenting, og lenken går ut av seg selv.
account-open-since = Kontoen ble opprettet { $date }.
account-close-title = Avslutt kontoen
account-close-lead = Du mister Min side, og vi logger deg ut overalt.
account-close-goes = Om 30 dager slettes det vi bare har tatt vare på for kontoens skyld.
account-close-stays = Timer du har bestilt, står ved lag.
account-close-book = Fakturaer og pågående reklamasjoner må vi beholde så lenge loven krever det.
account-close-consents = Har du sagt ja til nyhetsbrev, gjelder det fortsatt. Du kan trekke det tilbake under Samtykker først.
account-close-forget = Å avslutte kontoen er ikke det samme som å bli slettet. Vil du at vi skal glemme deg?
account-close-forget-link = Gå til opplysningene vi har om deg
account-close = Ja, avslutt kontoen
account-close-not = Nei, behold den
notice-account-opened = Kontoen er opprettet. Velkommen!
notice-account-closed = Kontoen er avsluttet, og du er logget ut.

# Min side
mine-title = Min side
mine-hello = Hei,
mine-correct = Rett opplysninger
mine-panel-absent = Denne delen kan vi ikke vise akkurat nå. Prøv igjen om litt.

# Profil
profile-title = Profilen din
profile-lead = Er noe feil, retter du det her. Det gamle blir stående i historikken, så det går an å se hva som er endret og når.
profile-name = Navn
profile-email = E-post
profile-email-hint = Ny adresse gjelder først når du har bekreftet den med lenken vi sender dit.
profile-phone = Telefon
profile-organisation = Firma
profile-org-no = Organisasjonsnummer
profile-language = Språk
profile-language-hint = Språket vi skriver til deg på
profile-customer-no = Kundenummer
profile-none = ikke oppgitt
profile-save = Lagre
profile-back = Tilbake
profile-account = Kontoen
profile-close-text = Trenger du ikke kontoen lenger?
profile-close = Avslutt den her
profile-waiting-title = Ny e-post venter på bekreftelse
profile-waiting-before = Vi har sendt en lenke til
profile-waiting-after = Den gamle adressen gjelder til du har trykket på lenken. Den virker i ett døgn.
notice-profile-same = Ingenting var endret.
notice-profile-saved = Profilen er rettet.
notice-profile-email = Nesten ferdig: Trykk på lenken vi nå sender til den nye e-posten.

# Ny e-post
email-confirm-title = Bekreft e-posten din
email-confirm-lead = Du har bedt om å få bruke denne adressen hos oss. Trykk på knappen for å bekrefte at den er din.
email-confirm = Ja, dette er e-posten min
email-confirmed-title = E-posten er endret
email-confirmed-lead = Fra nå av skriver vi til den nye adressen, og det er den du logger inn med. Vi har sagt fra til den gamle.
email-taken-title = Adressen er allerede i bruk
email-taken-lead = Noen er alt registrert hos oss med denne e-posten. Er det deg, så ta kontakt med verkstedet, så rydder vi opp sammen med deg.
email-gone-title = Lenken virker ikke lenger
email-gone-lead = Den er brukt, eller den er mer enn et døgn gammel. Endre e-posten på nytt, så sender vi en ny.
email-to-mine = Til Min side
email-to-profile = Til profilen

# Samtykker
consents-title = Samtykker
consents-lead = Du bestemmer selv hva vi kan sende deg. Ingenting annet avhenger av det du svarer.
consents-none-short = Ingen
consents-some-short = Gitt
consents-none = Du har ikke sagt ja til noe nyhetsbrev. Da sender vi ikke noe heller.
consents-change = Se og endre
consents-withdraw-all = Trekk alt tilbake
consents-past = Det du har svart før
consent-topic-news = Nytt fra verkstedet
consent-about-news = { $controller } kan sende meg nyhetsbrev på e-post om verkstedet, tjenester og tilbud.
consent-topic-technical = Fagstoff om påbygg og kontroll
consent-about-technical = { $controller } kan sende meg nyhetsbrev på e-post om vedlikehold, påbygg, regler og kontroller.
consent-line = { $topic }, fra { $controller }
consent-yes = Ja
consent-no = Nei
consent-yes-since = Du sa ja { $date }
consent-no-since = Du trakk det tilbake { $date }
consent-give = Ja takk
consent-withdraw = Nei takk
consent-past-given = Ja til «{ $topic }» fra { $controller } (erklæringen, utgave { $version })
consent-past-older = Ja til «{ $topic }» fra { $controller }, gitt til eldre ord
consent-past-withdrawn = Nei til «{ $topic }» fra { $controller } (erklæringen, utgave { $version })
notice-consent-given = Takk, det er notert. Du kan ombestemme deg når du vil.
notice-consent-withdrawn = Samtykket er trukket tilbake.
notice-consent-none = Alle samtykker er trukket tilbake.
nav-desk-no = Nei takk
nav-desk-consents = Samtykker
consents-again-title = Noe er endret siden du sa ja
consents-again = Vi bruker ikke svaret ditt før du har svart på nytt. Det andre du har svart, gjelder som før.
consent-again = Spør på nytt
consent-changed-words = Spørsmålet har fått en annen ordlyd.
consent-changed-data = Vi bruker andre opplysninger enn før.
consent-changed-recipients = Mottakerne av opplysningene er endret.
consent-changed-controller = Et annet selskap står bak.
consent-receipt = Kvittering
consent-way-page = Min side
consent-way-link = lenken i brevet
consent-way-letter = brev
consent-way-phone = telefon
consent-way-email = e-post
consent-way-desk = oppmøte
consent-way-newsletter = påmelding til nyhetsbrev
consent-way-import = innlest fra en fil
consent-way-complaint = mottakerens søppelpostknapp
service-title = Meldinger om kjøretøyet
service-lead = Dette er beskjeder om kjøretøyet du har hatt hos oss, ikke reklame. Du velger selv hvilke du vil ha på e-post.
service-ready = Klart til henting
service-ready-about = Når arbeidet er ferdig. Vil du ikke ha e-post, ringer vi.
service-ready-stop = Ring meg heller
service-reminder = Frister
service-reminder-about = Når fristen for EU-kontroll nærmer seg. Fristen gjelder også uten beskjed fra oss.
service-recall = Sikkerhet
service-recall-about = Når noe kan gjøre kjøretøyet utrygt å bruke. Sier du nei, får du ikke vite det fra oss.
service-on = Ja
service-off = Nei
service-stop = Slutt å sende
service-again = Send igjen
notice-service-stopped = Notert. Slike meldinger får du ikke flere av.
notice-service-ready-stopped = Notert. Vi ringer deg når kjøretøyet er klart.
notice-service-again = Notert. Du får slike meldinger igjen.
notice-service-reminder-again = Notert. Du får slike meldinger igjen når du har vært hos oss neste gang.
consent-no-service = { $kind } (beskjed om kjøretøyet)
consent-link-title = Nyhetsbrev til deg
consent-link-lead = Dette kan vi sende til adressen som fikk lenken. Du trenger ikke logge inn for å si nei.
consent-link-none = Vi sender ingen nyhetsbrev til adressen som fikk lenken.
consent-link-gone = Lenken fører ikke lenger til noe. Da sender vi ikke noe heller.
consent-link-everything = Vil du ikke ha noe mer fra noen av oss?
consent-link-stop = Stopp alt
consent-link-receipts = Beviset på det du har svart, med ordene du svarte på. Ta vare på lenken til denne siden hvis du vil finne det igjen.
notice-consent-words = Spørsmålet er endret siden du åpnet siden. Les det på nytt og svar en gang til.
consent-no-title = Registrer et nei
consent-no-lead = Når noen sier nei til nyhetsbrev eller beskjeder i et brev, på telefon eller her hos oss. Det gjelder straks, også om adressen ikke står hos oss.
consent-no-email = E-post
consent-no-email-hint = Skriv adressen som ikke skal ha mer. Den blir ikke lagret, bare en ugjenkjennelig kode.
consent-no-phone = Telefon
consent-no-what = Hva er det nei til?
consent-no-everything = Alt
consent-no-everything-hint = All markedsføring fra alle selskapene
consent-no-way = Hvordan kom det?
consent-no-said = Når ble det sagt?
consent-no-said-hint = Datoen på brevet, eller dagen vi ble oppringt.
consent-no-received = Når fikk vi det?
consent-no-received-hint = Dagen brevet kom fram.
consent-no-send = Registrer
consent-no-who = Skriv e-post eller telefon, så vi vet hvem det gjelder.
consent-no-before = Vi kan ikke ha fått det før det ble sagt.
notice-consent-no = Nei er registrert og gjelder fra nå. Har personen selv sagt ja etter dagen du skrev, endrer det ingenting: Da er det det nyeste svaret som gjelder.
consent-find-title = Samtykker
consent-find-lead = Var brevet lovlig da det ble sendt? Finn personen, og spør om en dag og et klokkeslett.
consent-find-who = E-post eller telefon
consent-find-hint = Søket skrives i innsynsloggen når personen åpnes.
consent-find-nobody = Vi har ingen med den adressen.
consent-find-several = Adressen har hørt til flere
consent-find-one = Person { $number }, siste svar { $date }
consent-look-gone = Personen er slettet hos oss. Bare beviset for hva som er svart, ligger igjen, til { $date }.
consent-look-title = Samtykker
consent-look-asked = Var brevet lovlig da det ble sendt?
consent-look-day = Dag
consent-look-time = Klokkeslett
consent-look-ask = Svar
consent-look-answer = Svar for { $when }
consent-look-then = Slik vi visste det da:
consent-look-now = Slik vi vet det nå:
consent-look-ahead = Dagen har ikke kommet ennå.
consent-look-ledger = Alt som er svart
consent-lawful-yes = Lovlig: Samtykket gjaldt.
consent-lawful-as-known = Lovlig slik vi visste det da. Personen hadde sagt nei, men det var ikke kommet fram til oss.
consent-lawful-late = Ikke lovlig: Et nei var kommet fram til oss, men ikke ført ennå.
consent-lawful-no = Ikke lovlig: Det var ikke noe samtykke.
consent-lawful-nothing = Det er ikke svart noe.
consent-entered = Sagt { $said } ({ $way }), ført { $entered } av { $by }.
consent-entered-received = Sagt { $said } ({ $way }), mottatt { $received }, ført { $entered } av { $by }.
consent-outlasted = Endret ingenting: Personen hadde selv sagt ja etter dagen nei ble sagt.
consent-by-person = personen selv
consent-by-staff = ansatt nr. { $id }
consent-by-program = programmet
consent-receipt-title = Kvittering for samtykke
consent-receipt-standing = Du har sagt ja, og det gjelder til du trekker det tilbake.
consent-receipt-ended = Du har trukket samtykket tilbake. Det du fikk før, var lov å sende.
consent-receipt-who = Hvem du har svart
consent-receipt-topic = Hva det gjelder
consent-receipt-recipients = Hvem som får opplysningene
consent-receipt-number = Nummer
consent-receipt-events = Det du har svart
consent-receipt-how = { $way }, erklæringen utgave { $version }.
consent-receipt-received = Mottatt { $date }.
consent-receipt-machine = Last ned for maskiner (JSON-LD, ISO/IEC TS 27560)

# E-poster
mail-log-in-subject = Lenken din til { $house }
mail-log-in-text =
    Hei!

    Her er lenken du ba om. Den logger deg inn på Min side hos { $house }:

    { $link }

    Lenken virker i 30 minutter og bare én gang.

    Var det ikke du som ba om den? Da kan du trygt la den ligge. Ingen kommer inn uten lenken.

    Hilsen { $house }
mail-idle-subject = Bruker du fortsatt kontoen din hos { $house }?
mail-idle-text =
    Hei!

    Du har en konto på Min side hos { $house }, og det er to år siden du sist logget inn. Vi har ikke noe annet som gjør at vi trenger opplysningene dine.

    Vil du beholde kontoen, logger du inn her:

    { $link }

    Gjør du ingenting, avslutter vi kontoen om 30 dager. Da slettes det som ligger der, 30 dager etter det.

    Hilsen { $house }
mail-new-email-subject = Bekreft den nye e-posten din
mail-new-email-text =
    Hei!

    Noen, forhåpentlig du, har bedt { $house } om å bruke denne adressen framover. Bekreft at den er din:

    { $link }

    Lenken virker i ett døgn. Før du har bekreftet, endrer vi ingenting.

    Kjenner du ikke til dette, kan du se bort fra e-posten.

    Hilsen { $house }
mail-old-email-subject = E-posten din hos { $house } er endret
mail-old-email-text =
    Hei!

    E-postadressen på kontoen din er nå byttet til en ny. Vi skriver ikke lenger til denne, og den kan ikke brukes til å logge inn.

    Var det ikke du som byttet? Da må du si fra til oss med en gang: { $reach }

    Hilsen { $house }

# Brev til kunder, der erklæringen har det
customer-title = Brev til deg som kunde
customer-lead = Du har ikke sagt ja til disse. De kommer fordi du er kunde, og du kan si nei takk når du vil.
customer-no-thanks = Nei takk
customer-state-gets = Får brev
customer-state-no = Nei takk
customer-state-waits = Ikke kunde ennå
customer-state-over = Får ikke brev
customer-gets-since = Kunde siden { $date }
customer-no-since = Du sa nei takk { $date }
customer-past = Det vi har spurt deg om som kunde
customer-past-offered = { $controller } sa fra om brev til kunder, og du kunne si nei takk (erklæringen, utgave { $version })
customer-past-no = Nei takk til brev til kunder fra { $controller }
customer-past-sold = Kjøp hos { $controller }
notice-customer-no = Det er notert. Du får ikke flere slike brev.
customer-answer = Brev til kunder
customer-answer-lead = Les opp for kunden:
customer-answer-not = Ikke sagt. Da sendes ingenting
customer-answer-told = Sagt, og kunden sier ikke nei
customer-answer-no = Kunden sier nei takk
customer-box = Nei takk, ikke send meg slike brev
customer-lawful-yes = Lovlig: Personen var kunde, hadde fått tilbud om å si nei takk, og hadde ikke sagt det.
customer-lawful-as-known = Lovlig slik vi visste det da. Personen var kunde og hadde sagt nei takk, men det var ikke kommet fram til oss.
customer-lawful-no = Ikke lovlig som brev til en kunde.
consent-way-booking = bestilling på nettsidene
consent-way-phone-booking = bestilling hos oss
consent-way-intake = innlevering
consent-way-handover = utlevering

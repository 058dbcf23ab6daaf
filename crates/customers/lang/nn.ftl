# Mi side: meny
nav-mine-start = Oversyn
nav-mine-consents = Samtykke
nav-mine-profile = Profil

# Innlogging
log-in-title = Logg inn
log-in-lead = Skriv inn e-posten din, så sender vi deg ei lenkje. Du treng ikkje passord.
log-in-email = E-post
log-in-email-hint = Den du brukte då du bestilte time
log-in-send = Send meg ei lenkje
log-in-why = Kvifor ikkje passord?
log-in-why-text = Eit passord kan gløymast eller kome på avvegar. Lenkja verkar berre éin gong, og berre i ein halv time. Den som kan lese e-posten din, er som regel deg.
log-in-new = Har du ikkje konto?
log-in-new-text = Du kan bestille time utan konto. Har du vore kunde hos oss, spør vi om du vil opprette ein konto første gongen du loggar inn.
log-in-sent-title = Sjekk e-posten din
log-in-sent-lead = Kjenner vi adressa, er det ei lenkje på veg dit no. Ho verkar i 30 minutt.
log-in-sent-wait = Kjem det ingenting innan nokre minutt? Sjå i søppelposten. Det kan òg vere at du brukte ei anna adresse då du bestilte. Av omsyn til personvernet fortel vi ikkje her kva adresser vi kjenner.
log-in-again = Prøv med ei anna adresse
log-in-enter-title = Velkomen tilbake
log-in-enter-lead = Trykk på knappen, så er du inne. Lenkja kan berre brukast éin gong.
log-in-enter = Logg inn
log-in-gone-title = Lenkja verkar ikkje lenger
log-in-gone-lead = Ho er brukt, eller det er meir enn ein halv time sidan vi sende henne.
log-in-gone-new = Send meg ei ny lenkje
notice-logged-out = Du er logga ut.

# Konto
account-open-title = Opprett kundekonto
account-open-lead = Du har ikkje konto hos oss enno. Opprettar du ein, får du Mi side. Det er frivillig, og det kostar ingenting.
account-open-see = Du ser timane dine, køyretøya, kva som er gjort med dei, og kva du har kjøpt.
account-open-keep = Vi held på kontaktopplysningane og historikken din så lenge kontoen er open. Utan konto blir dei sletta tidlegare.
account-open-cookie = Nettlesaren lagrar éin informasjonskapsel, som held deg innlogga. Han forsvinn når du loggar ut.
account-open-close = Du kan avslutte kontoen når du vil. Då blir det som berre høyrde til han, sletta etter 30 dagar.
account-open-privacy = Les heile personvernfråsegna
account-open = Opprett konto og logg inn
account-open-not = Vil du ikkje ha konto, kan du berre lukke sida. Då skjer det ingenting, og lenkja går ut av seg sjølv.
account-open-since = Kontoen vart oppretta { $date }.
account-close-title = Avslutt kontoen
account-close-lead = Du mistar Mi side, og vi loggar deg ut overalt.
account-close-goes = Om 30 dagar blir det vi berre har teke vare på for kontoen si skuld, sletta.
account-close-stays = Timar du har bestilt, står ved lag.
account-close-book = Fakturaer og reklamasjonar som går, må vi halde på så lenge lova krev det.
account-close-consents = Har du sagt ja til nyhendebrev, gjeld det framleis. Du kan trekkje det tilbake under Samtykke først.
account-close-forget = Å avslutte kontoen er ikkje det same som å bli sletta. Vil du at vi skal gløyme deg?
account-close-forget-link = Gå til opplysningane vi har om deg
account-close = Ja, avslutt kontoen
account-close-not = Nei, behald han
notice-account-opened = Kontoen er oppretta. Velkomen!
notice-account-closed = Kontoen er avslutta, og du er logga ut.

# Mi side
mine-title = Mi side
mine-hello = Hei,
mine-correct = Rett opplysningar
mine-panel-absent = Denne delen kan vi ikkje vise akkurat no. Prøv igjen om litt.

# Profil
profile-title = Profilen din
profile-lead = Er noko feil, rettar du det her. Det gamle blir ståande i historikken, så det går an å sjå kva som er endra og når.
profile-name = Namn
profile-email = E-post
profile-email-hint = Ny adresse gjeld først når du har stadfesta henne med lenkja vi sender dit.
profile-phone = Telefon
profile-organisation = Firma
profile-org-no = Organisasjonsnummer
profile-language = Språk
profile-language-hint = Språket vi skriv til deg på
profile-customer-no = Kundenummer
profile-none = ikkje oppgjeve
profile-save = Lagre
profile-back = Tilbake
profile-account = Kontoen
profile-close-text = Treng du ikkje kontoen lenger?
profile-close = Avslutt han her
profile-waiting-title = Ny e-post ventar på stadfesting
profile-waiting-before = Vi har sendt ei lenkje til
profile-waiting-after = Den gamle adressa gjeld til du har trykt på lenkja. Ho verkar i eitt døgn.
notice-profile-same = Ingenting var endra.
notice-profile-saved = Profilen er retta.
notice-profile-email = Nesten ferdig: Trykk på lenkja vi no sender til den nye e-posten.

# Ny e-post
email-confirm-title = Stadfest e-posten din
email-confirm-lead = Du har bede om å få bruke denne adressa hos oss. Trykk på knappen for å stadfeste at ho er di.
email-confirm = Ja, dette er e-posten min
email-confirmed-title = E-posten er endra
email-confirmed-lead = Frå no av skriv vi til den nye adressa, og det er den du loggar inn med. Vi har sagt frå til den gamle.
email-taken-title = Adressa er alt i bruk
email-taken-lead = Nokon er alt registrert hos oss med denne e-posten. Er det deg, så ta kontakt med verkstaden, så ryddar vi opp saman med deg.
email-gone-title = Lenkja verkar ikkje lenger
email-gone-lead = Ho er brukt, eller ho er meir enn eit døgn gammal. Endre e-posten på nytt, så sender vi ei ny.
email-to-mine = Til Mi side
email-to-profile = Til profilen

# Samtykke
consents-title = Samtykke
consents-lead = Du avgjer sjølv kva vi kan sende deg. Ingenting anna er avhengig av det du svarar.
consents-none-short = Ingen
consents-some-short = Gjevne
consents-none = Du har ikkje sagt ja til noko nyhendebrev. Då sender vi ikkje noko heller.
consents-change = Sjå og endre
consents-withdraw-all = Trekk alt tilbake
consents-past = Det du har svart før
consent-topic-news = Nytt frå verkstaden
consent-about-news = { $controller } kan sende meg nyhendebrev på e-post om verkstaden, tenester og tilbod.
consent-topic-technical = Fagstoff om påbygg og kontroll
consent-about-technical = { $controller } kan sende meg nyhendebrev på e-post om vedlikehald, påbygg, reglar og kontrollar.
consent-line = { $topic }, frå { $controller }
consent-yes = Ja
consent-no = Nei
consent-yes-since = Du sa ja { $date }
consent-no-since = Du trekte det tilbake { $date }
consent-give = Ja takk
consent-withdraw = Nei takk
consent-past-given = Ja til «{ $topic }» frå { $controller } (fråsegna, utgåve { $version })
consent-past-older = Ja til «{ $topic }» frå { $controller }, gitt til eldre ord
consent-past-withdrawn = Nei til «{ $topic }» frå { $controller } (fråsegna, utgåve { $version })
notice-consent-given = Takk, det er notert. Du kan ombestemme deg når du vil.
notice-consent-withdrawn = Samtykket er trekt tilbake.
notice-consent-none = Alle samtykke er trekte tilbake.
nav-desk-no = Nei takk
nav-desk-consents = Samtykke
consents-again-title = Noko er endra sidan du sa ja
consents-again = Vi bruker ikkje svaret ditt før du har svart på nytt. Det andre du har svart, gjeld som før.
consent-again = Spør på nytt
consent-changed-words = Spørsmålet har fått ei anna ordlyding.
consent-changed-data = Vi bruker andre opplysningar enn før.
consent-changed-recipients = Mottakarane av opplysningane er endra.
consent-changed-controller = Eit anna selskap står bak.
consent-receipt = Kvittering
consent-way-page = Mi side
consent-way-link = lenkja i brevet
consent-way-letter = brev
consent-way-phone = telefon
consent-way-email = e-post
consent-way-desk = oppmøte
consent-way-newsletter = påmelding til nyhendebrev
consent-way-import = lese inn frå ei fil
consent-way-complaint = søppelpostknappen til mottakaren
service-title = Meldingar om køyretøyet
service-lead = Dette er beskjedar om køyretøyet du har hatt hos oss, ikkje reklame. Du vel sjølv kva for nokre du vil ha på e-post.
service-ready = Klart til henting
service-ready-about = Når arbeidet er ferdig. Vil du ikkje ha e-post, ringjer vi.
service-ready-stop = Ring meg heller
service-reminder = Fristar
service-reminder-about = Når fristen for EU-kontroll nærmar seg. Fristen gjeld òg utan beskjed frå oss.
service-recall = Tryggleik
service-recall-about = Når noko kan gjere køyretøyet utrygt å bruke. Seier du nei, får du ikkje vite det frå oss.
service-on = Ja
service-off = Nei
service-stop = Slutt å sende
service-again = Send igjen
notice-service-stopped = Notert. Slike meldingar får du ikkje fleire av.
notice-service-ready-stopped = Notert. Vi ringjer deg når køyretøyet er klart.
notice-service-again = Notert. Du får slike meldingar igjen.
notice-service-reminder-again = Notert. Du får slike meldingar igjen når du har vore hos oss neste gong.
consent-no-service = { $kind } (beskjed om køyretøyet)
consent-link-title = Nyhendebrev til deg
consent-link-lead = Dette kan vi sende til adressa som fekk lenkja. Du treng ikkje logge inn for å seie nei.
consent-link-none = Vi sender ingen nyhendebrev til adressa som fekk lenkja.
consent-link-gone = Lenkja fører ikkje lenger til noko. Då sender vi ikkje noko heller.
consent-link-everything = Vil du ikkje ha noko meir frå nokon av oss?
consent-link-stop = Stopp alt
consent-link-receipts = Provet på det du har svart, med orda du svarte på. Ta vare på lenkja til denne sida om du vil finne det att.
notice-consent-words = Spørsmålet er endra sidan du opna sida. Les det på nytt og svar ein gong til.
consent-no-title = Registrer eit nei
consent-no-lead = Når nokon seier nei til nyhendebrev eller beskjedar i eit brev, på telefon eller her hos oss. Det gjeld straks, òg om adressa ikkje står hos oss.
consent-no-email = E-post
consent-no-email-hint = Skriv adressa som ikkje skal ha meir. Ho blir ikkje lagra, berre ein ukjenneleg kode.
consent-no-phone = Telefon
consent-no-what = Kva er det nei til?
consent-no-everything = Alt
consent-no-everything-hint = All marknadsføring frå alle selskapa
consent-no-way = Korleis kom det?
consent-no-said = Når vart det sagt?
consent-no-said-hint = Datoen på brevet, eller dagen vi vart oppringde.
consent-no-received = Når fekk vi det?
consent-no-received-hint = Dagen brevet kom fram.
consent-no-send = Registrer
consent-no-who = Skriv e-post eller telefon, så vi veit kven det gjeld.
consent-no-before = Vi kan ikkje ha fått det før det vart sagt.
notice-consent-no = Nei er registrert og gjeld frå no. Har personen sjølv sagt ja etter dagen du skreiv, endrar det ingenting: Då er det det nyaste svaret som gjeld.
consent-find-title = Samtykke
consent-find-lead = Var brevet lovleg då det vart sendt? Finn personen, og spør om ein dag og eit klokkeslett.
consent-find-who = E-post eller telefon
consent-find-hint = Søket blir skrive i innsynsloggen når personen blir opna.
consent-find-nobody = Vi har ingen med den adressa.
consent-find-several = Adressa har høyrt til fleire
consent-find-one = Person { $number }, siste svar { $date }
consent-look-gone = Personen er sletta hos oss. Berre beviset for kva som er svart, ligg att, til { $date }.
consent-look-title = Samtykke
consent-look-asked = Var brevet lovleg då det vart sendt?
consent-look-day = Dag
consent-look-time = Klokkeslett
consent-look-ask = Svar
consent-look-answer = Svar for { $when }
consent-look-then = Slik vi visste det då:
consent-look-now = Slik vi veit det no:
consent-look-ahead = Dagen har ikkje kome enno.
consent-look-ledger = Alt som er svart
consent-lawful-yes = Lovleg: Samtykket galdt.
consent-lawful-as-known = Lovleg slik vi visste det då. Personen hadde sagt nei, men det var ikkje kome fram til oss.
consent-lawful-late = Ikkje lovleg: Eit nei var kome fram til oss, men ikkje ført enno.
consent-lawful-no = Ikkje lovleg: Det fanst ikkje noko samtykke.
consent-lawful-nothing = Det er ikkje svart noko.
consent-entered = Sagt { $said } ({ $way }), ført { $entered } av { $by }.
consent-entered-received = Sagt { $said } ({ $way }), motteke { $received }, ført { $entered } av { $by }.
consent-outlasted = Endra ingenting: Personen hadde sjølv sagt ja etter dagen nei vart sagt.
consent-by-person = personen sjølv
consent-by-staff = tilsett nr. { $id }
consent-by-program = programmet
consent-receipt-title = Kvittering for samtykke
consent-receipt-standing = Du har sagt ja, og det gjeld til du trekkjer det tilbake.
consent-receipt-ended = Du har trekt samtykket tilbake. Det du fekk før, var lov å sende.
consent-receipt-who = Kven du har svart
consent-receipt-topic = Kva det gjeld
consent-receipt-recipients = Kven som får opplysningane
consent-receipt-number = Nummer
consent-receipt-events = Det du har svart
consent-receipt-how = { $way }, fråsegna utgåve { $version }.
consent-receipt-received = Motteke { $date }.
consent-receipt-machine = Last ned for maskiner (JSON-LD, ISO/IEC TS 27560)

# E-postar
mail-log-in-subject = Lenkja di til { $house }
mail-log-in-text =
    Hei!

    Her er lenkja du bad om. Ho loggar deg inn på Mi side hos { $house }:

    { $link }

    Lenkja verkar i 30 minutt og berre éin gong.

    Var det ikkje du som bad om henne? Då kan du trygt la henne liggje. Ingen kjem inn utan lenkja.

    Helsing { $house }
mail-idle-subject = Bruker du framleis kontoen din hos { $house }?
mail-idle-text =
    Hei!

    Du har ein konto på Mi side hos { $house }, og det er to år sidan du sist logga inn. Vi har ikkje noko anna som gjer at vi treng opplysningane dine.

    Vil du ha kontoen vidare, loggar du inn her:

    { $link }

    Gjer du ingenting, avsluttar vi kontoen om 30 dagar. Då blir det som ligg der, sletta 30 dagar etter det.

    Helsing { $house }
mail-new-email-subject = Stadfest den nye e-posten din
mail-new-email-text =
    Hei!

    Nokon, truleg du, har bede { $house } om å bruke denne adressa framover. Stadfest at ho er di:

    { $link }

    Lenkja verkar i eitt døgn. Før du har stadfesta, endrar vi ingenting.

    Kjenner du ikkje til dette, kan du sjå bort frå e-posten.

    Helsing { $house }
mail-old-email-subject = E-posten din hos { $house } er endra
mail-old-email-text =
    Hei!

    E-postadressa på kontoen din er no bytt til ei ny. Vi skriv ikkje lenger til denne, og ho kan ikkje brukast til å logge inn.

    Var det ikkje du som bytte? Då må du seie frå til oss med ein gong: { $reach }

    Helsing { $house }

# Brev til kundar, der fråsegna har det
customer-title = Brev til deg som kunde
customer-lead = Du har ikkje sagt ja til desse. Dei kjem fordi du er kunde, og du kan seie nei takk når du vil.
customer-no-thanks = Nei takk
customer-state-gets = Får brev
customer-state-no = Nei takk
customer-state-waits = Ikkje kunde enno
customer-state-over = Får ikkje brev
customer-gets-since = Kunde sidan { $date }
customer-no-since = Du sa nei takk { $date }
customer-past = Det vi har spurt deg om som kunde
customer-past-offered = { $controller } sa frå om brev til kundar, og du kunne seie nei takk (fråsegna, utgåve { $version })
customer-past-no = Nei takk til brev til kundar frå { $controller }
customer-past-sold = Kjøp hos { $controller }
notice-customer-no = Det er notert. Du får ikkje fleire slike brev.
customer-answer = Brev til kundar
customer-answer-lead = Les opp for kunden:
customer-answer-not = Ikkje sagt. Då blir ingenting sendt
customer-answer-told = Sagt, og kunden seier ikkje nei
customer-answer-no = Kunden seier nei takk
customer-box = Nei takk, ikkje send meg slike brev
customer-lawful-yes = Lovleg: Personen var kunde, hadde fått tilbod om å seie nei takk, og hadde ikkje sagt det.
customer-lawful-as-known = Lovleg slik vi visste det då. Personen var kunde og hadde sagt nei takk, men det var ikkje kome fram til oss.
customer-lawful-no = Ikkje lovleg som brev til ein kunde.
consent-way-booking = tinging på nettsidene
consent-way-phone-booking = tinging hos oss
consent-way-intake = innlevering
consent-way-handover = utlevering

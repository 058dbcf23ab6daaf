nav-make = Make
beside-make = Nyhendebrevtenesta Make
beside-make-lead = Om adressa di ligg hos Make AS, som sender nyhendebrevet. Dei får e-post, førenamn, liste og eit løpenummer, ikkje meir.
beside-make-controller = For kven
beside-make-state = Korleis det står
beside-make-since = Sidan
beside-make-not = Ligg ikkje der
beside-make-told = Står på lista der
beside-make-stopped = Stoppa der
make-title = Make
make-lead = Her ser du om lista hos Make stemmer med samtykka hos oss. Berre den som har sagt ja, får brev. Eit nei gjeld begge stader.
make-none = Ingen konto hos Make
make-none-text = Den som driftar systemet, kan leggje inn ein konto for kvart selskap i innstillingane.
make-in-step = No er vi einige
make-out-of-step = Ikkje einige enno
make-not-compared = Ikkje samanlikna enno
make-down = Får ikkje svar
make-refused = Kontoen blir avvist
make-failure-down = Make svarar ikkje
make-failure-pause = Make ber oss vente litt
make-failure-refused = Make godtek ikkje kontoen. Be administrator kontrollere brukar-ID og nøkkel i innstillingane.
make-failure-unknown = Make kjenner ikkje lista. Be administrator kontrollere listenummeret i innstillingane.
make-failure-malformed = Make svara noko vi ikkje forstår. Sei frå til administrator dersom det varer.
make-failure-short = Make svara med færre adresser enn lista har. Vi gjer ingenting før svaret er heilt.
make-failed-at = Sist prøvd { $at }.
make-next-try = Vi prøver igjen av oss sjølve { $at }.
make-nothing-lost = Inga avmelding går tapt i mellomtida.
make-topic = Lista gjeld
make-looked = Sist spurt om avmeldingar
make-compared = Sist samanlikna
make-never = Aldri
make-owed = Ventar på å bli sendt dit
make-waits = { $stops ->
    [0] Ingen avmeldingar
    [one] { $stops } avmelding
   *[other] { $stops } avmeldingar
}, { $puts ->
    [0] ingen nye
    [one] { $puts } ny
   *[other] { $puts } nye
}
make-waits-none = Ingenting
make-night = Neste samanlikning
make-night-at = Natt til { $day }
make-night-now = Så snart Make svarar
make-silent = Make har ikkje svara sidan { $since }, for { $name }
make-silent-refused = Make har avvist kontoen til { $name } sidan { $since }
make-silent-waits = { $stops ->
    [0] Ingen avmeldingar
    [one] { $stops } avmelding
   *[other] { $stops } avmeldingar
} og { $puts ->
    [0] ingen nye abonnentar
    [one] { $puts } ny abonnent
   *[other] { $puts } nye abonnentar
} ventar på å bli sende dit. Ingenting går tapt.
make-silent-text = Ei avmelding hos oss gjeld alt: ingen som har sagt nei, får nyhendebrev herfrå. Make veit det ikkje enno. Send difor ikkje brev frå Make før dette er i orden.
make-silent-link = Sjå korleis det står til
make-newer = Nytt ja hos oss etter eit nei der
make-newer-text = Vi gjer aldri nokon aktive igjen hos Make. Vil de sende til dei derifrå, må de gjere det for hand der. Nyhendebrev herifrå når dei alt.
make-preview = Dette fann vi hos Make
make-found-at = Henta { $at }. Ingenting er endra for dei som ikkje har grunnlag hos oss.
make-what = Kva
make-addresses = Adresser
make-count-match = Har sagt ja hos oss, og får brev
make-count-missing = Har sagt ja hos oss, men manglar der
make-count-no-yes = Kjend hos oss, men utan eit ja som gjeld: blir avvist og stoppa
make-count-suppressed = Har bede om å sleppe: blir avvist og stoppa
make-count-unknown = Ukjend hos oss, utan grunnlag: blir avvist og stoppa
make-count-unsubscribed = Meld av der: blir ført som nei hos oss
make-count-bounced = Breva kjem i retur: vi skriv ikkje dit meir
make-count-other = Ukjend status der, men har sagt ja hos oss: får stå
make-count-not-an-address = Ikkje ei e-postadresse
make-count-unread = Rader vi ikkje kunne lese
make-refused-count = { $count ->
    [0] Ingen blir avviste.
    [one] { $count } adresse utan grunnlag blir avvist.
   *[other] { $count } adresser utan grunnlag blir avviste.
}
make-first-time = Første gongen må du sjå på tala før noko utan grunnlag blir stoppa hos Make. Etterpå skjer det av seg sjølv kvar natt.
make-fetch = Hent frå Make
make-agree = Gjer listene like
make-not-taken = { $count ->
    [one] Make godtek ikkje { $count } adresse
   *[other] Make godtek ikkje { $count } adresser
}
make-not-taken-text = Dei har sagt ja hos oss, men Make tek ikkje imot adressa. Er ho skriven feil, må ho rettast. Vi prøver igjen kvar natt. Nyhendebrev herifrå når dei som før.
make-not-taken-id = Løpenummer hos oss
make-not-taken-at = Sist prøvd
make-unknown = { $count ->
    [one] { $count } adresse utan grunnlag er funnen der
   *[other] { $count } adresser utan grunnlag er funne der
}
make-unknown-text = Vi lagrar ikkje adressene. Med nummeret finn du dei hos Make. Har nokon eit samtykke på papir, må dei sjølve melde seg på igjen.
make-unknown-id = Nummer hos Make
make-unknown-found = Funne
make-unknown-state = Hos Make
make-unknown-stopped = Stoppa
make-unknown-open = Får framleis brev, ventar på deg
make-will-stop = { $count ->
    [one] { $count } adresse blir stoppa hos Make når du gjer listene like
   *[other] { $count } adresser blir stoppa hos Make når du gjer listene like
}
make-will-stop-text = Dei får brev der i dag, og vi har ikkje noko ja frå dei. Har de prov for at dei har sagt ja, må du hente det inn først.
make-import-link = Hent inn abonnentar med prov for samtykket
make-import-title = Hent inn abonnentar frå Make
make-import-lead = For { $name }. Den som har sagt ja før de flytta hit, skal framleis få brev, når de kan vise når, kvar og til kva. Du ser kva som skjer, før noko blir gjort.
make-import-file = Fil med abonnentar
make-import-file-hint = CSV frå rekneark, høgst 4 MB. Første rada har namna på kolonnane.
make-import-look = Sjå kva som skjer
make-import-back = Til lista hos Make
make-import-older = Dei sa ja til andre ord
make-import-older-lead = Skjemaa de brukte før, kan ha spurt med andre ord. Eit ja dekkjer det orda sa, og ikkje meir. De må kunne vise kva folk svara ja til (personvernforordninga artikkel 7 nr. 1): skriv orda slik dei stod, og ta vare på skjermbiletet eller malen.
make-import-older-words = Orda, slik dei stod
make-import-older-words-hint = Teikn for teikn. Dei blir liggjande ved kvart ja, og blir viste til den som spør.
make-import-older-whence = Kvar dei stod
make-import-older-whence-hint = Til dømes: påmeldingsskjemaet hos Make på westrum.no
make-import-older-from = Brukt frå og med
make-import-older-from-hint = Eit ja frå ei anna tid kjem ikkje inn. Ei rad utan dato eller stad kjem heller ikkje inn.
make-import-older-until = Brukt til og med
make-import-older-lang = Språket dei stod på
make-import-older-topic = Kva dekkjer orda?
make-import-older-none = Noko anna
make-import-older-sure = Eg har lese orda, og dei bed om ja til dette på e-post frå { $name }
make-import-older-sure-hint = Er du i tvil, dekkjer dei det ikkje. Då må folk spørjast på nytt, til dømes neste gong dei er innom.
make-import-error-words = Skriv orda slik dei stod, høgst 4000 teikn.
make-import-error-whence = Skriv kvar orda stod, høgst 200 teikn.
make-import-error-dates = Skriv første og siste dag orda vart brukte. Ingen av dei kan liggje fram i tid.
make-import-error-topic = Vel kva orda dekkjer.
make-import-error-other-topic = Lista hos Make gjeld noko anna. Dei som sa ja til dette, kan ikkje kome inn på ho.
make-import-error-sure = Kryss av når du har lese orda og er sikker.
make-import-covered = Ja til eldre ord
make-import-covered-count = { $count ->
    [0] Ingen kjem inn på desse orda.
    [one] { $count } ja er gjeve til desse orda. Orda ligg ved, og ein av oss har sagt at dei dekkjer det lista gjeld.
   *[other] { $count } ja er gjevne til desse orda. Orda ligg ved kvart av dei, og ein av oss har sagt at dei dekkjer det lista gjeld.
}
make-import-covered-words = Orda
make-import-covered-whence = Kvar og når
make-import-why-other-time = Dei sa ja på ei anna tid enn orda vart brukte
make-import-columns = Kolonnane i fila
make-import-column-email = E-postadressa. Kan stå tom om nummeret er med.
make-import-column-id = Nummeret hos Make, eller nummeret vi gav Make. Valfritt når adressa er med.
make-import-column-name = Fornamn. Valfritt.
make-import-column-status = active, unsubscribed eller bounce. Eit nei i fila eller hos Make gjeld.
make-import-column-at = Når ja vart sagt, til dømes 2020-01-20 11:37
make-import-column-source = Kvar ja vart sagt, til dømes nettadressa eller avdelinga
make-import-column-wording = Orda det vart sagt ja til
make-import-column-form = Kva skjema det stod i, og kven som skreiv det ned. Valfritt.
make-import-words = Eit ja gjeld berre det det vart spurt om. Orda må vere dei erklæringa spør med no:
make-import-lang-nb = Bokmål
make-import-lang-nn = Nynorsk
make-import-lang-en = Engelsk
make-import-earlier = Tidlegare filer
make-import-when = Når
make-import-preview = Dette skjer med fila
make-import-read = { $count ->
    [one] { $count } rad er lesen. Ingenting er gjort enno.
   *[other] { $count } rader er lesne. Ingenting er gjort enno.
}
make-import-alone = Make svara ikkje. Rader utan e-postadresse kan ikkje finnast no, og eit nei der er ikkje med i reknestykket.
make-import-do = Hent inn
make-import-other = Vel ei anna fil
make-import-done = Dette vart gjort med fila
make-import-rows = Rader
make-import-yes = Ja med prov: kjem inn
make-import-known = Har vi alt
make-import-no = Nei eller retur: blir ført som nei
make-import-refused = Avvist
make-import-refused-text = Ingen av desse kjem inn. Vi lagrar berre radnummeret, nummeret hos Make og grunnen, ikkje adressa.
make-import-row = Rad
make-import-why = Grunn
make-import-more = { $count ->
    [one] Og { $count } rad til. Alle står i fila du kan laste ned når det er gjort.
   *[other] Og { $count } rader til. Alle står i fila du kan laste ned når det er gjort.
}
make-import-csv = Last ned dei avviste
make-import-csv-head = rad;nummer hos Make;grunn
make-import-error-none = Vel ei fil.
make-import-error-text = Dette er ikkje ei tekstfil. Lagre reknearket som CSV UTF-8.
make-import-error-columns = Nokre kolonnar manglar. Fila må ha email, id eller external_id, og status, consent_at, source og wording.
make-import-error-empty = Fila har ingen rader.
make-import-error-gone = Fila ligg ikkje klar lenger. Vel henne ein gong til.
make-import-why-shape = Rada har ikkje like mange felt som første rada
make-import-why-no-address = Inga e-postadresse, og Make kjenner ikkje nummeret
make-import-why-address = Ikkje ei e-postadresse
make-import-why-status = Statusen manglar, eller seier ikkje at dei får brev
make-import-why-no-time = Det står ikkje når dei sa ja
make-import-why-time = Tidspunktet kan ikkje lesast, eller har ikkje vore
make-import-why-no-source = Det står ikkje kvar dei sa ja
make-import-why-no-words = Det står ikkje kva dei sa ja til
make-import-why-other-words = Dei sa ja til andre ord enn erklæringa spør med, og må spørjast på nytt
make-import-why-suppressed = Har bede om å sleppe
make-import-why-said-no = Har sagt nei etterpå, her eller i fila
make-import-why-restricted = Opplysningane om dei kan ikkje brukast no
make-reports = Tidlegare
make-report-done = utført
make-report-looked = berre sett på
notice-make-looked = Tala er henta frå Make.
notice-make-agreed = No er vi einige.
notice-make-imported = Fila er henta inn.
notice-make-not-yet = Det er utført, men listene er ikkje like enno. Prøv igjen om litt.
notice-make-failed = Vi fekk det ikkje til no. Sjå kvifor nedanfor.
notice-make-begun = Det tek litt tid. Vi gjer det ferdig av oss sjølve. Sjå igjen om nokre minutt.

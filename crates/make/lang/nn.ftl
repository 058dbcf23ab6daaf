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
make-failed-at = Sist prøvd { $at }.
make-next-try = Vi prøver igjen av oss sjølve { $at }.
make-nothing-lost = Inga avmelding går tapt i mellomtida.
make-topic = Lista gjeld
make-looked = Sist spurt om avmeldingar
make-compared = Sist samanlikna
make-never = Aldri
make-owed = Ventar på å bli sendt dit
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
make-count-other = Annan status der, får ikkje brev
make-count-not-an-address = Ikkje ei e-postadresse
make-refused-count = { $count ->
    [0] Ingen blir avviste.
    [one] { $count } adresse utan grunnlag blir avvist.
   *[other] { $count } adresser utan grunnlag blir avviste.
}
make-first-time = Første gongen må du sjå på tala før noko utan grunnlag blir stoppa hos Make. Etterpå skjer det av seg sjølv kvar natt.
make-fetch = Hent frå Make
make-agree = Gjer listene like
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
make-reports = Tidlegare
make-report-done = utført
make-report-looked = berre sett på
notice-make-looked = Tala er henta frå Make.
notice-make-agreed = No er vi einige.
notice-make-not-yet = Det er utført, men listene er ikkje like enno. Prøv igjen om litt.
notice-make-failed = Vi fekk det ikkje til no. Sjå kvifor nedanfor.
notice-make-begun = Det tek litt tid. Vi gjer det ferdig av oss sjølve. Sjå igjen om nokre minutt.

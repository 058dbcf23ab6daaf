nav-make = Make
beside-make = Nyhetsbrevtjenesten Make
beside-make-lead = Om adressen din ligger hos Make AS, som sender nyhetsbrevet. De får e-post, fornavn, liste og et løpenummer, ikke mer.
beside-make-controller = For hvem
beside-make-state = Hvordan det står
beside-make-since = Siden
beside-make-not = Ligger ikke der
beside-make-told = Står på listen der
beside-make-stopped = Stoppet der
make-title = Make
make-lead = Her ser du om listen hos Make stemmer med samtykkene hos oss. Bare den som har sagt ja, får brev. Et nei gjelder begge steder.
make-none = Ingen konto hos Make
make-none-text = Den som drifter systemet, kan legge inn en konto for hvert selskap i innstillingene.
make-in-step = Nå er vi enige
make-out-of-step = Ikke enige ennå
make-not-compared = Ikke sammenlignet ennå
make-down = Får ikke svar
make-refused = Kontoen blir avvist
make-failure-down = Make svarer ikke
make-failure-pause = Make ber oss vente litt
make-failure-refused = Make godtar ikke kontoen. Be administrator kontrollere bruker-ID og nøkkel i innstillingene.
make-failure-unknown = Make kjenner ikke listen. Be administrator kontrollere listenummeret i innstillingene.
make-failure-malformed = Make svarte noe vi ikke forstår. Si fra til administrator hvis det varer.
make-failed-at = Sist forsøkt { $at }.
make-next-try = Vi prøver igjen av oss selv { $at }.
make-nothing-lost = Ingen avmelding går tapt i mellomtiden.
make-topic = Listen gjelder
make-looked = Sist spurt om avmeldinger
make-compared = Sist sammenlignet
make-never = Aldri
make-owed = Venter på å bli sendt dit
make-newer = Nytt ja hos oss etter et nei der
make-newer-text = Vi gjør aldri noen aktive igjen hos Make. Vil dere sende til dem derfra, må dere gjøre det for hånd der. Nyhetsbrev herfra når dem allerede.
make-preview = Dette fant vi hos Make
make-found-at = Hentet { $at }. Ingenting er endret for dem som ikke har grunnlag hos oss.
make-what = Hva
make-addresses = Adresser
make-count-match = Har sagt ja hos oss, og får brev
make-count-missing = Har sagt ja hos oss, men mangler der
make-count-no-yes = Kjent hos oss, men uten et ja som gjelder: avvises og stoppes
make-count-suppressed = Har bedt om å slippe: avvises og stoppes
make-count-unknown = Ukjent hos oss, uten grunnlag: avvises og stoppes
make-count-unsubscribed = Meldt av der: føres som nei hos oss
make-count-bounced = Brevene kommer i retur: vi skriver ikke dit mer
make-count-other = Annen status der, får ikke brev
make-count-not-an-address = Ikke en e-postadresse
make-refused-count = { $count ->
    [0] Ingen avvises.
    [one] { $count } adresse uten grunnlag avvises.
   *[other] { $count } adresser uten grunnlag avvises.
}
make-first-time = Første gang må du se på tallene før noe uten grunnlag blir stoppet hos Make. Etterpå skjer det av seg selv hver natt.
make-fetch = Hent fra Make
make-agree = Gjør listene like
make-unknown = { $count ->
    [one] { $count } adresse uten grunnlag er funnet der
   *[other] { $count } adresser uten grunnlag er funnet der
}
make-unknown-text = Vi lagrer ikke adressene. Med nummeret finner du dem hos Make. Har noen et samtykke på papir, må de selv melde seg på igjen.
make-unknown-id = Nummer hos Make
make-unknown-found = Funnet
make-unknown-state = Hos Make
make-unknown-stopped = Stoppet
make-unknown-open = Får fortsatt brev, venter på deg
make-reports = Tidligere
make-report-done = utført
make-report-looked = bare sett på
notice-make-looked = Tallene er hentet fra Make.
notice-make-agreed = Nå er vi enige.
notice-make-not-yet = Det er utført, men listene er ikke like ennå. Prøv igjen om litt.
notice-make-failed = Vi fikk det ikke til nå. Se hvorfor nedenfor.
notice-make-begun = Det tar litt tid. Vi gjør det ferdig av oss selv. Se igjen om noen minutter.

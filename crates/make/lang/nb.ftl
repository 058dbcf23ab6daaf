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
make-failure-short = Make svarte med færre adresser enn listen har. Vi gjør ingenting før svaret er helt.
make-failed-at = Sist forsøkt { $at }.
make-next-try = Vi prøver igjen av oss selv { $at }.
make-nothing-lost = Ingen avmelding går tapt i mellomtiden.
make-topic = Listen gjelder
make-looked = Sist spurt om avmeldinger
make-compared = Sist sammenlignet
make-never = Aldri
make-owed = Venter på å bli sendt dit
make-waits = { $stops ->
    [0] Ingen avmeldinger
    [one] { $stops } avmelding
   *[other] { $stops } avmeldinger
}, { $puts ->
    [0] ingen nye
    [one] { $puts } ny
   *[other] { $puts } nye
}
make-waits-none = Ingenting
make-night = Neste sammenligning
make-night-at = Natt til { $day }
make-night-now = Så snart Make svarer
make-silent = Make har ikke svart siden { $since }, for { $name }
make-silent-refused = Make har avvist kontoen til { $name } siden { $since }
make-silent-waits = { $stops ->
    [0] Ingen avmeldinger
    [one] { $stops } avmelding
   *[other] { $stops } avmeldinger
} og { $puts ->
    [0] ingen nye abonnenter
    [one] { $puts } ny abonnent
   *[other] { $puts } nye abonnenter
} venter på å bli sendt dit. Ingenting går tapt.
make-silent-text = En avmelding hos oss gjelder alt: ingen som har sagt nei, får nyhetsbrev herfra. Make vet det ikke ennå. Send derfor ikke brev fra Make før dette er i orden.
make-silent-link = Se hvordan det står til
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
make-count-other = Ukjent status der, men har sagt ja hos oss: får stå
make-count-not-an-address = Ikke en e-postadresse
make-count-unread = Rader vi ikke kunne lese
make-refused-count = { $count ->
    [0] Ingen avvises.
    [one] { $count } adresse uten grunnlag avvises.
   *[other] { $count } adresser uten grunnlag avvises.
}
make-first-time = Første gang må du se på tallene før noe uten grunnlag blir stoppet hos Make. Etterpå skjer det av seg selv hver natt.
make-fetch = Hent fra Make
make-agree = Gjør listene like
make-not-taken = { $count ->
    [one] Make godtar ikke { $count } adresse
   *[other] Make godtar ikke { $count } adresser
}
make-not-taken-text = De har sagt ja hos oss, men Make tar ikke imot adressen. Er den skrevet feil, må den rettes. Vi prøver igjen hver natt. Nyhetsbrev herfra når dem som før.
make-not-taken-id = Løpenummer hos oss
make-not-taken-at = Sist forsøkt
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
make-will-stop = { $count ->
    [one] { $count } adresse blir stoppet hos Make når du gjør listene like
   *[other] { $count } adresser blir stoppet hos Make når du gjør listene like
}
make-will-stop-text = De får brev der i dag, og vi har ikke noe ja fra dem. Har dere bevis for at de har sagt ja, må du hente det inn først.
make-import-link = Hent inn abonnenter med bevis for samtykket
make-import-title = Hent inn abonnenter fra Make
make-import-lead = For { $name }. Den som har sagt ja før dere flyttet hit, skal fortsatt få brev, når dere kan vise når, hvor og til hva. Du ser hva som skjer, før noe blir gjort.
make-import-file = Fil med abonnenter
make-import-file-hint = CSV fra regneark, høyst 4 MB. Første rad har navnene på kolonnene.
make-import-look = Se hva som skjer
make-import-back = Til listen hos Make
make-import-older = De sa ja til andre ord
make-import-older-lead = Skjemaene dere brukte før, kan ha spurt med andre ord. Et ja dekker det ordene sa, og ikke mer. Dere må kunne vise hva folk svarte ja til (personvernforordningen artikkel 7 nr. 1): skriv ordene slik de sto, og ta vare på skjermbildet eller malen.
make-import-older-words = Ordene, slik de sto
make-import-older-words-hint = Tegn for tegn. De blir liggende ved hvert ja, og vises til den som spør.
make-import-older-whence = Hvor de sto
make-import-older-whence-hint = For eksempel: påmeldingsskjemaet hos Make på westrum.no
make-import-older-from = Brukt fra og med
make-import-older-from-hint = Et ja fra en annen tid kommer ikke inn. En rad uten dato eller sted kommer heller ikke inn.
make-import-older-until = Brukt til og med
make-import-older-lang = Språket de sto på
make-import-older-topic = Hva dekker ordene?
make-import-older-none = Noe annet
make-import-older-sure = Jeg har lest ordene, og de ber om ja til dette på e-post fra { $name }
make-import-older-sure-hint = Er du i tvil, dekker de det ikke. Da må folk spørres på nytt, for eksempel neste gang de er innom.
make-import-error-words = Skriv ordene slik de sto, høyst 4000 tegn.
make-import-error-whence = Skriv hvor ordene sto, høyst 200 tegn.
make-import-error-dates = Skriv første og siste dag ordene ble brukt. Ingen av dem kan ligge fram i tid.
make-import-error-topic = Velg hva ordene dekker.
make-import-error-other-topic = Listen hos Make gjelder noe annet. De som sa ja til dette, kan ikke komme inn på den.
make-import-error-sure = Kryss av når du har lest ordene og er sikker.
make-import-covered = Ja til eldre ord
make-import-covered-count = { $count ->
    [0] Ingen kommer inn på disse ordene.
    [one] { $count } ja er gitt til disse ordene. Ordene ligger ved, og en av oss har sagt at de dekker det listen gjelder.
   *[other] { $count } ja er gitt til disse ordene. Ordene ligger ved hvert av dem, og en av oss har sagt at de dekker det listen gjelder.
}
make-import-covered-words = Ordene
make-import-covered-whence = Hvor og når
make-import-why-other-time = De sa ja på en annen tid enn ordene ble brukt
make-import-columns = Kolonnene i filen
make-import-column-email = E-postadressen. Kan stå tom hvis nummeret er med.
make-import-column-id = Nummeret hos Make, eller nummeret vi ga Make. Valgfritt når adressen er med.
make-import-column-name = Fornavn. Valgfritt.
make-import-column-status = active, unsubscribed eller bounce. Et nei i filen eller hos Make gjelder.
make-import-column-at = Når ja ble sagt, for eksempel 2020-01-20 11:37
make-import-column-source = Hvor ja ble sagt, for eksempel nettadressen eller avdelingen
make-import-column-wording = Ordene det ble sagt ja til
make-import-column-form = Hvilket skjema det sto i, og hvem som skrev det ned. Valgfritt.
make-import-words = Et ja gjelder bare det som ble spurt om. Ordene må være dem erklæringen spør med nå:
make-import-lang-nb = Bokmål
make-import-lang-nn = Nynorsk
make-import-lang-en = Engelsk
make-import-earlier = Tidligere filer
make-import-when = Når
make-import-preview = Dette skjer med filen
make-import-read = { $count ->
    [one] { $count } rad er lest. Ingenting er gjort ennå.
   *[other] { $count } rader er lest. Ingenting er gjort ennå.
}
make-import-alone = Make svarte ikke. Rader uten e-postadresse kan ikke finnes nå, og et nei der er ikke med i regnestykket.
make-import-do = Hent inn
make-import-other = Velg en annen fil
make-import-done = Dette ble gjort med filen
make-import-rows = Rader
make-import-yes = Ja med bevis: kommer inn
make-import-known = Har vi alt
make-import-no = Nei eller retur: føres som nei
make-import-refused = Avvist
make-import-refused-text = Ingen av disse kommer inn. Vi lagrer bare radnummeret, nummeret hos Make og grunnen, ikke adressen.
make-import-row = Rad
make-import-why = Grunn
make-import-more = { $count ->
    [one] Og { $count } rad til. Alle står i filen du kan laste ned når det er gjort.
   *[other] Og { $count } rader til. Alle står i filen du kan laste ned når det er gjort.
}
make-import-csv = Last ned de avviste
make-import-csv-head = rad;nummer hos Make;grunn
make-import-error-none = Velg en fil.
make-import-error-text = Dette er ikke en tekstfil. Lagre regnearket som CSV UTF-8.
make-import-error-columns = Noen kolonner mangler. Filen må ha email, id eller external_id, og status, consent_at, source og wording.
make-import-error-empty = Filen har ingen rader.
make-import-error-gone = Filen ligger ikke klar lenger. Velg den en gang til.
make-import-why-shape = Raden har ikke like mange felt som første rad
make-import-why-no-address = Ingen e-postadresse, og Make kjenner ikke nummeret
make-import-why-address = Ikke en e-postadresse
make-import-why-status = Statusen mangler, eller sier ikke at de får brev
make-import-why-no-time = Det står ikke når de sa ja
make-import-why-time = Tidspunktet kan ikke leses, eller har ikke vært
make-import-why-no-source = Det står ikke hvor de sa ja
make-import-why-no-words = Det står ikke hva de sa ja til
make-import-why-other-words = De sa ja til andre ord enn erklæringen spør med, og må spørres på nytt
make-import-why-suppressed = Har bedt om å slippe
make-import-why-said-no = Har sagt nei etterpå, her eller i filen
make-import-why-restricted = Opplysningene om dem kan ikke brukes nå
make-reports = Tidligere
make-report-done = utført
make-report-looked = bare sett på
notice-make-looked = Tallene er hentet fra Make.
notice-make-agreed = Nå er vi enige.
notice-make-imported = Filen er hentet inn.
notice-make-not-yet = Det er utført, men listene er ikke like ennå. Prøv igjen om litt.
notice-make-failed = Vi fikk det ikke til nå. Se hvorfor nedenfor.
notice-make-begun = Det tar litt tid. Vi gjør det ferdig av oss selv. Se igjen om noen minutter.

nav-privacy = Personvern
nav-record = Protokoll

site-and = og
site-foot-nav = Om nettstaden
site-foot-changes = Endringar

# Framsida
home-title = Verkstad for køyretøy og påbygg
home-description = Bestill time på verkstadene til { $names }: service, vedlikehald og reparasjon av køyretøy og påbygg.
home-heading = Verkstad for køyretøy og påbygg
home-lead = Service, vedlikehald og reparasjon. Vel verkstad og tid sjølv, sei ja til prisen før vi går vidare, og sjå kva som er gjort etterpå.
home-book = Bestill time
home-ask = Still eit spørsmål
home-been-here = Har du vore her før?
home-log-in = Logg inn på Mi side
home-how = Slik går det føre seg
home-step-1 = Bestill
home-step-1-text = Skriv inn kjennemerket, vel verkstad og tid. Du treng ingen konto.
home-step-2 = Lever inn
home-step-2-text = Vi les av kilometerstand og målarar og skriv ned kva som skal gjerast.
home-step-3 = Godkjenn prisen
home-step-3-text = Du får prisen på ei lenkje. Vi går vidare når du har sagt ja.
home-step-4 = Hent
home-step-4-text = Du får ei oversikt over arbeidet og garantien, linje for linje.
home-workshops = Verkstadene
home-book-here = Bestill time her
home-doors = Vegar vidare
home-mine-text = Bestillingar, køyretøya dine og alt som er gjort med dei. Her ser du òg kva vi har lagra om deg.
home-ask-title = Spørsmål
home-ask-text = Lurer du på noko om eit køyretøy, eit påbygg eller ei teneste? Skriv til oss, så svarar vi.
home-privacy-text = Kva vi lagrar, kvifor, kor lenge og kven som ser det. Med tal og namn.
home-promise-eyebrow = Personvern
home-promise = Vi skreiv ned kva vi lovar. Så bygde vi systemet etter det.
home-read = Les personvernfråsegna

# Siste kontroll
proof-holds = Sist vist å halde
proof-fails = Noko heldt ikkje ved kontrollen
proof-at = kl.
proof-count-holds = { $count ->
    [one] { $count } lovnad held
   *[other] { $count } lovnader held
}
proof-count-attested = { $count ->
    [one] { $count } stadfesta av oss
   *[other] { $count } stadfesta av oss
}
proof-count-fails = { $count ->
    [0] ingen brotne
    [one] { $count } broten
   *[other] { $count } brotne
}

# Personvern
privacy-title = Personvern
privacy-description = Kva vi lagrar om deg, kvifor, på kva grunnlag, kor lenge og kven som ser det.
privacy-changes = Kva er endra?
privacy-mine = Sjå kva vi har lagra om deg
privacy-json = Fråsegna som data (JSON-LD)
privacy-versions = Tidlegare utgåver
privacy-version = Utgåve { $version }
privacy-from = galdt frå { $date }
privacy-old-title = Dette er utgåve { $version }, som ikkje gjeld lenger
privacy-old = Ho galdt frå { $from } til { $to }.
privacy-old-undated = Ho galdt til { $to }, og sa ikkje sjølv frå når.
privacy-old-link = Les utgåve { $version }, som gjeld no
changes-title = Endringar i personvernfråsegna
changes-between = Utgåve { $now } gjeld frå { $date }. Her er skilnadene frå utgåve { $before }.
changes-first = Utgåve { $now }, som gjeld frå { $date }, er den første. Det finst inga tidlegare å samanlikne med.
changes-all = Alle utgåver
changes-present = gjeld no
changes-back = Tilbake til fråsegna

# Tilgjenge
access-short = Tilgjenge
access-title = Tilgjenge
access-lead = Sidene skal kunne brukast av alle: med tastatur, skjermlesar, forstørring og utan skript. Målet er WCAG 2.2 på nivå AA.
access-done-title = Slik har vi gjort det
access-done-1 = Alt kan gjerast utan JavaScript og utan mus.
access-done-2 = Skjema seier kva som er gale ved feltet, og det du har skrive, blir ståande.
access-done-3 = Fargar og skrift følgjer innstillingane dine: lyst eller mørkt, større skrift, høgare kontrast, mindre rørsle.
access-done-4 = Sidene blir kontrollerte automatisk med axe-core i ein ekte nettlesar når programmet blir endra.
access-left-title = Det som står att
access-left-1 = Sidene er ikkje prøvde av brukarar av skjermlesar enno. Den automatiske kontrollen finn ikkje alt.
access-left-2 = Personvernfråsegna er lang. Innhaldslista hjelper, men ein kortversjon finst ikkje.
access-left-3 = Nynorsk og engelsk er omsette av oss og ikkje lesne av ein språkvaskar.
access-tell-title = Sei frå
access-tell = Er det noko du ikkje får til, vil vi gjerne vite det. Du kan òg gjere alt på telefon eller e-post.

# Eigne sider
nav-services = Tenester
nav-workshops = Verkstader
nav-news = Nytt
nav-search = Søk
nav-pages = Nettsidene
services-lead = Dette gjer vi med køyretøy og påbygg.
workshops-lead = Kvar vi er, når det er ope, og kva vi gjer der.
news-lead = Det som er nytt hos oss.
home-services = Dette gjer vi
own-other-language = Denne sida finst berre på eit anna språk.
own-none = Her er det ikkje skrive noko enno
own-none-text = Ring eller skriv til oss, så svarar vi.
kind-service = Teneste
kind-workshop = Verkstad
kind-news = Nytt
kind-page = Side

# Søk
search-label = Kva ser du etter?
search-hint = Skriv til dømes «krankontroll». Namn og kjennemerke trengst ikkje her, og blir ikkje lagra.
search-hits = { $count ->
    [one] { $count } treff
   *[other] { $count } treff
}
search-nothing = Ingen treff
search-meant = Meinte du
search-ask = Finn du ikkje det du ser etter, kan du spørje oss eller tinge time.
search-words-book = Ting time på verkstaden: vel dag, klokkeslett og teneste på nettet. Booking, timetinging, ledige timar, bestill time.
search-words-ask = Spør oss om pris, tilbod, køyretøy, påbygg eller noko anna. Kontakt, telefon, e-post.
search-words-privacy = Kva vi lagrar om deg, kor lenge og kven som ser det. Personvernerklæring, informasjonskapslar, cookies, innsyn, sletting.
search-words-mine = Tingingar, køyretøy, historikk, kvitteringar og opplysningar om deg. Logg inn, konto.
search-words-access = Universell utforming, tilgjengelegheitserklæring, skjermlesar.
search-words-workshops = Adresser og opningstider. Kvar ligg verkstaden, når er det ope.

# Nettsidene, for tilsette
report-lead = Sidene ligg som filer i ei mappe. Det som blir endra der, er synleg etter nokre sekund.
report-wrong = Dette bør rettast
report-nothing-wrong = Ingenting er gale med sidene.
report-not-shown = Sida blir ikkje vist.
report-pages = Sider
report-file = Fil
report-line = Linje
report-what = Kva
report-title = Tittel
report-kind = Slag
report-language = Språk
report-none = Mappa har ingen sider
report-none-text = Korleis dei blir skrivne, står i docs/site-pages.md.
wrong-page-head = Hovudet mellom to linjer med «---» manglar eller sluttar ikkje.
wrong-page-line = Ei linje i hovudet må vere «nøkkel: verdi».
wrong-page-key = Hovudet har ikkje denne nøkkelen. Kjende er title, summary, language, date, kind, nav, workshop og company.
wrong-page-language = Språket må vere nb, nn eller en.
wrong-page-date = Datoen må skrivast som 2026-11-02.
wrong-page-kind = Slaget (kind) må vere service, workshop, news eller page.
wrong-page-nav = Plassen (nav) må vere eit heiltal.
wrong-page-title = Hovudet manglar tittel (title).
wrong-page-no-date = Nytt må ha dato (date).
wrong-page-name = Filnamnet blir adressa: a–z, 0–9 og bindestrek, så .md, .nn.md eller .en.md.
wrong-page-taken = Adressa er i bruk av systemet sjølv.
wrong-page-twice = Ei anna fil har same adressa.
wrong-page-html = HTML blir vist som tekst.
wrong-page-remote = Bilete frå andre nettstader blir ikkje viste. Legg biletet i mappa.
wrong-page-description = Biletet manglar beskriving.
wrong-page-file = Fila finst ikkje i mappa.
wrong-page-dead = Lenkja leier ingen stader.
wrong-page-insecure = Lenkjer til andre må byrje med https://.
wrong-page-file-kind = Filer av dette slaget blir ikkje delte ut.
wrong-page-large = Fila er for stor.
wrong-page-unreadable = Fila kan ikkje lesast.
wrong-page-company = Erklæringa har ikkje dette selskapet.
report-begin = Ei side om «{ $words }»
report-begin-how = Lagre dette som ei fil i mappa, skriv det som manglar, og sida er synleg etter nokre sekund:
report-begin-summary = Ei setning om kva vi gjer.
report-begin-text = Skriv her. Det folk søkjer etter, bør stå i overskrifta eller tidleg i teksten.
report-begin-names = Filnamnet blir adressa. Høyrer sida til ein annan stad i menyen, kan «kind» endrast: service, workshop, news eller page.

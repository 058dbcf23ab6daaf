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

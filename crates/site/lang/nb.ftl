nav-privacy = Personvern
nav-record = Protokoll

site-and = og
site-foot-nav = Om nettstedet
site-foot-changes = Endringer

# Forsiden
home-title = Verksted for kjøretøy og påbygg
home-description = Bestill time på verkstedene til { $names }: service, vedlikehold og reparasjon av kjøretøy og påbygg.
home-heading = Verksted for kjøretøy og påbygg
home-lead = Service, vedlikehold og reparasjon. Velg verksted og tid selv, si ja til prisen før vi går videre, og se hva som er gjort etterpå.
home-book = Bestill time
home-ask = Still et spørsmål
home-been-here = Har du vært her før?
home-log-in = Logg inn på Min side
home-how = Slik går det til
home-step-1 = Bestill
home-step-1-text = Skriv inn kjennemerket, velg verksted og tid. Du trenger ingen konto.
home-step-2 = Lever inn
home-step-2-text = Vi leser av kilometerstand og målere og skriver ned hva som skal gjøres.
home-step-3 = Godkjenn prisen
home-step-3-text = Du får prisen på en lenke. Vi går videre når du har sagt ja.
home-step-4 = Hent
home-step-4-text = Du får en oversikt over arbeidet og garantien, linje for linje.
home-workshops = Verkstedene
home-book-here = Bestill time her
home-doors = Veier videre
home-mine-text = Bestillinger, kjøretøyene dine og alt som er gjort med dem. Her ser du også hva vi har lagret om deg.
home-ask-title = Spørsmål
home-ask-text = Lurer du på noe om et kjøretøy, et påbygg eller en tjeneste? Skriv til oss, så svarer vi.
home-privacy-text = Hva vi lagrer, hvorfor, hvor lenge og hvem som ser det. Med tall og navn.
home-promise-eyebrow = Personvern
home-promise = Vi skrev ned hva vi lover. Så bygde vi systemet etter det.
home-read = Les personvernerklæringen

# Siste kontroll
proof-holds = Sist vist å holde
proof-fails = Noe holdt ikke ved kontrollen
proof-at = kl.
proof-count-holds = { $count ->
    [one] { $count } løfte holder
   *[other] { $count } løfter holder
}
proof-count-attested = { $count ->
    [one] { $count } bekreftet av oss
   *[other] { $count } bekreftet av oss
}
proof-count-fails = { $count ->
    [0] ingen brutt
    [one] { $count } brutt
   *[other] { $count } brutt
}

# Personvern
privacy-title = Personvern
privacy-description = Hva vi lagrer om deg, hvorfor, på hvilket grunnlag, hvor lenge og hvem som ser det.
privacy-changes = Hva er endret?
privacy-mine = Se hva vi har lagret om deg
privacy-json = Erklæringen som data (JSON-LD)
privacy-versions = Tidligere utgaver
privacy-version = Utgave { $version }
privacy-from = gjaldt fra { $date }
privacy-old-title = Dette er utgave { $version }, som ikke gjelder lenger
privacy-old = Den gjaldt fra { $from } til { $to }.
privacy-old-undated = Den gjaldt til { $to }, og sa ikke selv fra når.
privacy-old-link = Les utgave { $version }, som gjelder nå
changes-title = Endringer i personvernerklæringen
changes-between = Utgave { $now } gjelder fra { $date }. Her er forskjellene fra utgave { $before }.
changes-first = Utgave { $now }, som gjelder fra { $date }, er den første. Det finnes ingen tidligere å sammenligne med.
changes-all = Alle utgaver
changes-present = gjelder nå
changes-back = Tilbake til erklæringen

# Tilgjengelighet
access-short = Tilgjengelighet
access-title = Tilgjengelighet
access-lead = Sidene skal kunne brukes av alle: med tastatur, skjermleser, forstørrelse og uten skript. Målet er WCAG 2.2 på nivå AA.
access-done-title = Slik har vi gjort det
access-done-1 = Alt kan gjøres uten JavaScript og uten mus.
access-done-2 = Skjemaer sier hva som er galt ved feltet, og det du har skrevet, blir stående.
access-done-3 = Farger og skrift følger innstillingene dine: lyst eller mørkt, større skrift, høyere kontrast, mindre bevegelse.
access-done-4 = Sidene kontrolleres automatisk med axe-core i en ekte nettleser når programmet endres.
access-left-title = Det som gjenstår
access-left-1 = Sidene er ikke prøvd av brukere av skjermleser ennå. Den automatiske kontrollen finner ikke alt.
access-left-2 = Personvernerklæringen er lang. Innholdslisten hjelper, men en kortversjon finnes ikke.
access-left-3 = Nynorsk og engelsk er oversatt av oss og ikke lest av en språkvasker.
access-tell-title = Si fra
access-tell = Er det noe du ikke får til, vil vi gjerne vite det. Du kan også gjøre alt på telefon eller e-post.

# Egne sider
nav-services = Tjenester
nav-workshops = Verksteder
nav-news = Nyheter
nav-search = Søk
nav-pages = Nettsidene
services-lead = Dette gjør vi med kjøretøy og påbygg.
workshops-lead = Hvor vi er, når det er åpent, og hva vi gjør der.
news-lead = Det som er nytt hos oss.
home-services = Dette gjør vi
own-other-language = Denne siden finnes bare på et annet språk.
own-none = Her er det ikke skrevet noe ennå
own-none-text = Ring eller skriv til oss, så svarer vi.
kind-service = Tjeneste
kind-workshop = Verksted
kind-news = Nyhet
kind-page = Side

# Søk
search-label = Hva ser du etter?
search-hint = Skriv for eksempel «krankontroll». Navn og kjennemerker trengs ikke her, og lagres ikke.
search-hits = { $count ->
    [one] { $count } treff
   *[other] { $count } treff
}
search-nothing = Ingen treff
search-meant = Mente du
search-ask = Finner du ikke det du ser etter, kan du spørre oss eller bestille time.
search-words-book = Bestill time på verkstedet: velg dag, klokkeslett og tjeneste på nettet. Booking, timebestilling, ledige timer.
search-words-ask = Spør oss om pris, tilbud, kjøretøy, påbygg eller noe annet. Kontakt, telefon, e-post.
search-words-privacy = Hva vi lagrer om deg, hvor lenge og hvem som ser det. Personvernerklæring, informasjonskapsler, cookies, innsyn, sletting.
search-words-mine = Bestillinger, kjøretøy, historikk, kvitteringer og opplysninger om deg. Logg inn, konto.
search-words-access = Universell utforming, tilgjengelighetserklæring, skjermleser.
search-words-workshops = Adresser og åpningstider. Hvor ligger verkstedet, når er det åpent.

# Nettsidene, for ansatte
report-lead = Sidene ligger som filer i en mappe. Det som endres der, er synlig etter noen sekunder.
report-wrong = Dette bør rettes
report-nothing-wrong = Ingenting er galt med sidene.
report-not-shown = Siden vises ikke.
report-pages = Sider
report-file = Fil
report-line = Linje
report-what = Hva
report-title = Tittel
report-kind = Slag
report-language = Språk
report-none = Mappen har ingen sider
report-none-text = Hvordan de skrives, står i docs/site-pages.md.
wrong-page-head = Hodet mellom to linjer med «---» mangler eller slutter ikke.
wrong-page-line = En linje i hodet må være «nøkkel: verdi».
wrong-page-key = Hodet har ikke denne nøkkelen. Kjente er title, summary, language, date, kind, nav, workshop og company.
wrong-page-language = Språket må være nb, nn eller en.
wrong-page-date = Datoen må skrives som 2026-11-02.
wrong-page-kind = Slaget (kind) må være service, workshop, news eller page.
wrong-page-nav = Plassen (nav) må være et heltall.
wrong-page-title = Hodet mangler tittel (title).
wrong-page-no-date = Nyheter må ha dato (date).
wrong-page-name = Filnavnet blir adressen: a–z, 0–9 og bindestrek, så .md, .nn.md eller .en.md.
wrong-page-taken = Adressen er i bruk av systemet selv.
wrong-page-twice = En annen fil har samme adresse.
wrong-page-html = HTML vises som tekst.
wrong-page-remote = Bilder fra andre nettsteder vises ikke. Legg bildet i mappen.
wrong-page-description = Bildet mangler beskrivelse.
wrong-page-file = Filen finnes ikke i mappen.
wrong-page-dead = Lenken leder ingen steder.
wrong-page-insecure = Lenker til andre må begynne med https://.
wrong-page-file-kind = Filer av dette slaget deles ikke ut.
wrong-page-large = Filen er for stor.
wrong-page-unreadable = Filen kan ikke leses.
wrong-page-company = Erklæringen har ikke dette selskapet.
report-begin = En side om «{ $words }»
report-begin-how = Lagre dette som en fil i mappen, skriv det som mangler, og siden er synlig etter noen sekunder:
report-begin-summary = En setning om hva vi gjør.
report-begin-text = Skriv her. Det folk søker etter, bør stå i overskriften eller tidlig i teksten.
report-begin-names = Filnavnet blir adressen. Står siden et annet sted i menyen, endres «kind»: service, workshop, news eller page.

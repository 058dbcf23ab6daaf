nav-rights-held = Det vi har om deg
nav-rights-looked = Hvem har sett
nav-rights-requests = Rettighetene dine
nav-rights-office = Krav
nav-rights-register = Registrer krav
nav-rights-sweep = Kveldens sletting
nav-rights-holds = Holdt tilbake
nav-rights-log = Innsynslogg
nav-rights-proof = Bevis
notice-rights-received = Kravet ditt er mottatt. Du ser fristen under.
notice-rights-withdrawn = Kravet er trukket.
notice-rights-registered = Kravet er registrert, og fristen løper fra dagen det kom.
notice-rights-answered = Svaret er sendt.
notice-rights-extended = Fristen er utvidet, og personen har fått vite hvorfor.
notice-rights-paper = Personen har ingen e-post hos oss. Skriv ut brevet, og si fra her når det er sendt.
notice-rights-posted = Det er notert at brevet er levert.
notice-rights-held = Opplysningene holdes tilbake til datoen du valgte.
notice-rights-released = Opphevet. Det som ventet, slettes i kveld.
notice-rights-erased = Slettingen er gjennomført. Dette er kvitteringen personen har fått.
notice-rights-proved = Erklæringen er kontrollert på nytt.
rights-already-answered = Kravet er allerede besvart.
rights-still-busy = Noe er fortsatt i gang som trenger opplysningene. Avslutt eller avlys det først.
rights-held-title = Hva vi har om deg
rights-held-lead = Alt vi har om deg, hvorfor, hvor det kommer fra, og når det går. Siden lages av opplysningene selv hver gang du åpner den.
rights-held-none = Vi har ingen opplysninger her.
rights-download = Last ned alt (ZIP)
rights-download-theirs = Last ned personens opplysninger (ZIP)
rights-use = Bruk rettighetene dine
rights-goes = Slettes
rights-also = Brukes også til
rights-recipients = Mottakere
rights-held-back = Holdt tilbake
rights-review = vurderes på nytt
rights-until-hold = Når grunnen til å holde det tilbake faller bort
rights-show = { $count ->
    [one] Vis den ene opplysningen
   *[other] Vis { $count } opplysninger
}
rights-notice = erklæring utgave { $version }
rights-strand-live = I bruk
rights-strand-restricted = Låst
rights-strand-held = Holdt tilbake
rights-vehicle = Kjøretøyet
rights-vehicle-lead = Dette hører til kjøretøyet og følger det videre. Du ser det så lenge du har med det å gjøre.
rights-consents = Samtykker
rights-consent-given = Gitt
rights-consent-withdrawn = Trukket
rights-requests = Det du har bedt om
rights-erased-before = Slettet tidligere
rights-source-you = fra deg
rights-source-deliverer = fra den som leverte kjøretøyet
rights-source-register = fra Statens vegvesens kjøretøyregister
rights-source-staff = notert av verkstedet
rights-source-derived = laget av oss ut fra resten
rights-source-web = fra åpne nettsider
rights-source-other = fra en annen kilde
rights-while-booking = så lenge timen din står
rights-while-visit = så lenge kjøretøyet er inne hos oss
rights-while-order = så lenge arbeidet pågår
rights-while-approval = så lenge prisen venter på godkjenning
rights-while-account = så lenge du har kundekonto
rights-while-enquiry = så lenge spørsmålet ditt er åpent
rights-while-request = så lenge kravet ditt behandles
rights-while-consent = så lenge samtykket ditt står
rights-while-staff = så lenge arbeidsforholdet varer
rights-while-vehicle = så lenge kjøretøyet er i bruk
rights-while-claim = så lenge reklamasjonen er åpen
rights-while-other = så lenge saken er åpen
rights-panel-what = Hva vi har om deg
rights-panel-what-count = { $count ->
    [one] Én type opplysning, med grunn, kilde og dato for sletting.
   *[other] { $count } typer opplysninger, med grunn, kilde og dato for sletting.
}
rights-panel-what-open = Se alt
rights-panel-look = Hvem har åpnet opplysningene dine
rights-panel-look-last = Sist { $when }.
rights-panel-look-open = Se hvem og hvorfor
rights-looked-title = Hvem har sett opplysningene dine
rights-looked-lead = Hver gang noen andre enn du åpner noe om deg, står det her: hvilken rolle, hva det gjaldt og når. Loggen kan ikke endres uten at det synes.
rights-looked-none = Ingen andre enn du har åpnet opplysninger om deg.
rights-when = Når
rights-who = Hvem
rights-why = Hvorfor
rights-what = Hva
rights-law = Etter
rights-since = Siden
rights-who-chore = Datasystemet selv
rights-who-letters = Datasystemet, for å sende deg en melding
rights-who-prove = Datasystemet, for å kontrollere løftene
rights-case-booking = en bestilling
rights-case-visit = et besøk
rights-case-order = et oppdrag
rights-case-enquiry = et spørsmål
rights-case-claim = en reklamasjon eller garantisak
rights-case-request = et krav om rettigheter
rights-case-log-in = innlogging
rights-case-account = kontoen, som har stått ubrukt
rights-case-message = en melding
rights-case-purchase = et kjøp
rights-case-vehicle = et kjøretøy
rights-case-consents = samtykkene dine
rights-case-look = en åpning som ble etterprøvd
rights-case-campaign = et nyhetsbrev
rights-case-recall = en tilbakekalling
rights-case-prospect = en henvendelse til bedriften
rights-case-locked = det bokføringen tar vare på
rights-case-desk = søk eller oversikt hos verkstedet
rights-case-staff = ansettelsen
rights-case-review = en gjennomgang før innsyn ble gitt
rights-case-proof = kontroll av at erklæringen holdes
rights-case-none = uten oppgitt sak
rights-case-other = en annen sak
rights-title = Rettighetene dine
rights-lead = Du bestemmer mye over opplysningene om deg. Det koster ingenting, og vi svarer senest om en måned.
rights-do-see = Se og ta med
rights-do-see-text = Alt vi har, med en gang. Last det ned i en fil du kan lese og andre systemer kan bruke.
rights-do-correct = Rett
rights-do-correct-text = Navn, e-post og telefon retter du selv.
rights-do-withdraw = Trekk samtykke
rights-do-withdraw-text = Like lett som du ga det, helt eller delvis.
rights-do-forget = Bli glemt
rights-do-forget-text = Se først hva som slettes og hva loven krever at vi beholder.
rights-other = Be om noe annet
rights-what-ask = Hva ber du om?
rights-own-words = Fortell med egne ord
rights-own-words-hint = Hvilke opplysninger gjelder det, og hva ønsker du?
rights-send = Send kravet
rights-take-back = Trekk kravet
rights-came = kom { $day }
rights-due = svar senest { $day }
rights-cancel = Avbryt
rights-kind-access = Innsyn
rights-kind-rectification = Retting
rights-kind-erasure = Sletting
rights-kind-restriction = Begrensning: lagre, men ikke bruk
rights-kind-objection = Protest mot bruk
rights-kind-portability = Ta opplysningene med til andre
rights-channel-page = Min side
rights-channel-letter = Brev
rights-channel-email = E-post
rights-channel-phone = Telefon
rights-channel-desk = I skranken
rights-state-open = Behandles
rights-state-answered = Besvart
rights-state-refused = Avslått
rights-state-withdrawn = Trukket
rights-forget-title = Bli glemt
rights-forget-lead = Her ser du hva som skjer, før du bestemmer deg. Det som slettes, kan ingen hente fram igjen, heller ikke vi.
rights-forget-open = Du har allerede bedt om å bli glemt. Vi svarer innen fristen.
rights-forget-busy = Noe er i gang
rights-forget-busy-text = Du kan sende kravet nå. Vi sletter når dette er avsluttet eller avlyst.
rights-forget-what = Hva som skjer med hver type opplysning
rights-forget-work = Det som er gjort på kjøretøyet, blir stående på kjøretøyet, uten navnet ditt. Kundekontoen din lukkes, og du blir logget ut.
rights-forget-sure = Jeg forstår at det ikke kan gjøres om
rights-forget-send = Be om å bli glemt
rights-badge-goes = Slettes
rights-badge-stays = Beholdes
rights-fate-goes = Slettes for godt
rights-fate-busy = Trengs { $what }
rights-outcome-destroyed = Slettet. Nøkkelen er ødelagt, og opplysningene lar seg ikke lese av noen.
rights-outcome-unfinished = Ikke ferdig slettet ennå. Systemet fortsetter av seg selv, og ingen kan bruke opplysningene imens.
rights-outcome-kept = Beholdes til og med { $day }. Formål: { $why }. Grunnlag: { $law }. Låst for annen bruk.
rights-outcome-open = Beholdes så lenge saken er åpen. Formål: { $why }. Grunnlag: { $law }.
rights-outcome-held = Holdes tilbake: { $why }. Vurderes på nytt { $day }.
rights-hold-claim = et krav er ikke avgjort
rights-hold-dispute = vi er uenige om noe som må avklares
rights-hold-authority = en myndighet har bedt om det
rights-hold-other = oppgitt i saken
rights-hold-back = Hold tilbake
rights-hold-why = Hvorfor?
rights-hold-set = Hold tilbake til da
rights-receipt-title = Kvittering for sletting
rights-receipt-lead = Kvitteringen sier hva som ble slettet og når. Den inneholder ingenting om hvem det gjaldt.
rights-receipt-number = Nummer i rekken
rights-receipt-mark = Merke
rights-receipt-whole = Kvitteringen er slik den ble skrevet, og den henger sammen med den forrige.
rights-receipt-broken = Kvitteringen er endret etter at den ble skrevet. Si fra til oss og til Datatilsynet.
rights-receipt-then = Gjort ferdig { $day }
rights-receipt-then-lead = Dette ble ikke slettet den første dagen. Nå er det også avgjort.
rights-receipt-first = Slik sto det { $day }
rights-office-title = Personvern: krav
rights-office-lead = Fristen løper fra dagen kravet kom. Ingen opplysninger åpnes før du går inn på en sak.
rights-register = Registrer et krav
rights-waiting = Venter på svar
rights-waiting-none = Ingen krav venter.
rights-holds-stand = Holdt tilbake
rights-closed = Avsluttet
rights-days-left = { $days ->
    [0] siste dag i dag
    [one] 1 dag igjen
   *[other] { $days } dager igjen
}
rights-overdue = { $days ->
    [one] 1 dag over fristen
   *[other] { $days } dager over fristen
}
rights-register-lead = For krav som kom med brev, e-post, telefon eller i skranken. Bekreftelsen går til e-posten vi allerede har.
rights-what-asked = Hva bes det om?
rights-how-came = Kom som
rights-received-on = Mottatt
rights-received-hint = Dagen det kom til oss, ikke dagen du leste det.
rights-email = E-post
rights-email-hint = Den personen har brukt hos oss. E-post eller telefon må være med.
rights-phone = Telefon
rights-their-words = Hva personen skrev eller sa
rights-lang = Svar på
rights-register-send = Registrer
rights-error-who = Skriv e-post eller telefon, så vi finner personen.
rights-error-unknown = Vi har ingen opplysninger om noen med denne adressen. Svar personen det, samme vei som kravet kom.
rights-error-review = Velg en dag fram i tid.
rights-error-extend = Fristen kan bare utvides én gang, og bare innen den første måneden.
rights-case = Sak
rights-answer-by = Svar senest
rights-case-held = Det vi har om personen
rights-carry-out = Gjennomfør slettingen
rights-carry-sure = Jeg har vurdert saken. Det som slettes, kan ikke hentes tilbake.
rights-carry-do = Slett og svar
rights-busy-title = Kan ikke slettes ennå
rights-busy-text = Avslutt eller avlys dette først. Fristen løper videre.
rights-refuse-title = Avslå eller be om mer tid
rights-answer-title = Svar
rights-outcome = Utfall
rights-outcome-done = Gjort som personen ba om
rights-outcome-refused = Avslått
rights-outcome-refused-hint = Si hvorfor. Veien til Datatilsynet legges til av seg selv.
rights-answer-text = Svaret til personen
rights-answer-hint = Ved utvidet frist: grunnen til at det tar lengre tid.
rights-answer-send = Send svaret
rights-extend = Utvid fristen med denne grunnen
rights-sweep-title = Kveldens sletting
rights-sweep-lead = Dette har ingen grunn til å ligge her lenger, og slettes av seg selv.
rights-sweep-last = Sist kjørt { $when }: { $destroyed } slettet, { $held } holdt tilbake.
rights-sweep-never = Slettingen har aldri vært kjørt.
rights-sweep-none = Ingenting skal slettes i kveld.
rights-log-title = Innsynslogg
rights-log-whole = Loggen er hel: { $lines } linjer, hver knyttet til den forrige.
rights-log-broken = Loggen er endret
rights-log-broken-at = Linje { $line } passer ikke. Sammenlign med en sikkerhetskopi og meld det som avvik.
rights-log-unusual = Verdt å se på
rights-log-unusual-none = Ingenting skiller seg ut.
rights-log-latest = Siste åpninger
rights-unusual-case = uten sak
rights-unusual-read = merket som uvanlig
rights-unusual-glass = nødtilgang
rights-holds-title = Holdt tilbake fra sletting
rights-holds-lead = Hvert tilfelle har en grunn og en dag da det vurderes på nytt.
rights-holds-none = Ingenting holdes tilbake.
rights-release = Opphev
rights-release-sure = Det som har ventet, slettes i kveld. Vil du oppheve?
rights-proof-title = Holder erklæringen?
rights-proof-lead = Hvert løfte kontrolleres på virkelige data, hver natt og når du ber om det.
rights-proof-run = Kontroller nå
rights-proof-when = Sist kontrollert { $when }, erklæring utgave { $version }.
rights-proof-looked = { $count } kontrollert, ingen feil
rights-proof-wrong = { $count } feil:
rights-proof-word = Bekreftet av
rights-proof-none = Erklæringen er ikke kontrollert ennå.
rights-proof-public = Holder vi det vi lover?
rights-proof-public-lead = Hvert løfte i personvernerklæringen kontrolleres av datasystemet på virkelige data. Her er siste resultat, også når noe ikke holder.
rights-proof-declaration = Les personvernerklæringen
rights-verdict-holds = Holder
rights-verdict-attested = Bekreftet
rights-verdict-fails = Holder ikke
rights-package-title = Opplysningene om deg
rights-package-lead = Alt vi hadde om deg da filen ble laget, med formål, grunnlag, kilde og dato for sletting. Filene under inneholder det samme for maskiner; manifest.json har en kontrollsum for hver.
rights-package-files = Filer
rights-mail-received-subject = Vi har mottatt kravet ditt – { $house }
rights-mail-received-body =
    Hei.

    Vi har mottatt kravet ditt om personopplysninger: { $what }. Det kom { $came }.

    Du får svar senest { $last }. Det koster ingenting.

    På Min side kan du se kravet og trekke det.

    Hilsen { $house }
rights-mail-answer-subject = Svar på kravet ditt – { $house }
rights-mail-extended = Kravet ditt kom { $came }. Vi trenger mer tid, og du får svar senest { $last }. Grunnen er:
rights-erased-top = { $house } har behandlet kravet ditt om sletting, som kom { $received }. Svaret bygger på hva som faktisk lar seg lese etterpå.
rights-erased-receipt = Koden din er { $code }. Med den kan du når som helst se kvitteringen, som ikke sier hvem du er:
rights-erased-work = Det som er gjort på kjøretøyet, står fortsatt på kjøretøyet, uten navnet ditt. Dette brevet selv lagres { $rule }.
rights-proof-controllers-declared = Hver rad hører til et av selskapene
rights-proof-rules-cited = Alt som skjer av seg selv, viser til en regel
rights-proof-no-cookie-before-log-in = Ingen informasjonskapsel og ingen andre på de åpne sidene
rights-proof-provenance-present = Hver opplysning har kilde og utgave av erklæringen
rights-proof-no-double-booking = Ingen plass er booket dobbelt
rights-proof-notice-stamped = Hver bestilling har utgaven som ble vist
rights-proof-fields-declared = Hver type opplysning er erklært
rights-proof-columns-declared = Hver kolonne i databasen er merket
rights-proof-national-id-refused = Fødselsnummer avvises og finnes ikke
rights-proof-look-ups-bound = Hvert registeroppslag hører til en sak
rights-proof-register-owner-dropped = Eieren i registeret lagres ikke
rights-proof-meters-monotonic = Ingen måler går ned uten bytte
rights-proof-closed-orders-intact = Lukkede ordrer er uendret
rights-proof-marketing-needs-consent = Ingen nås av nyhetsbrev uten samtykke
rights-proof-customers-could-say-no = Hver kunde som får brev, har fått tilbud om å si nei takk, og har ikke sagt det
rights-proof-purposes-bound = Hver rolle åpner bare det erklæringen gir den, og ingen åpner det låste regnskapslageret alene
rights-proof-deliverer-apart = Den som leverer, lagres for seg og kortest
rights-proof-strands-have-reasons = Alt som ligger her, har en grunn og en dato
rights-proof-holds-reviewed = Alt som holdes tilbake, er vurdert i tide
rights-proof-no-card-numbers = Ingen plass til kortnummer
rights-proof-history-needs-account = Kjøpshistorikk bare med konto
rights-proof-warranty-stated = Hver kjøpslinje sier garantien
rights-proof-staff-belong = Hver ansatt hører til et selskap
rights-proof-log-chain-whole = Innsynsloggen er uendret
rights-proof-processors-under-agreement = Hver databehandler har avtale
rights-proof-host-is-blind = Alt ligger kryptert, og nøkkelen ligger et annet sted
rights-proof-recipients-in-eea = Alle mottakere er i EØS
rights-proof-relationship-end-computed = Datoene for kontaktopplysninger stemmer
rights-proof-vehicle-life-dated = Hvert kjøretøy har en dato
rights-proof-withdrawals-stand = Trukne samtykker står
rights-proof-rights-in-time = Alle krav er besvart i tide
rights-proof-erasures-read-back = Det som er slettet, er borte
rights-proof-contacts-on-page = Kontaktopplysningene våre står på siden
rights-proof-declaration-checked = Erklæringen består sin egen kontroll
rights-proof-no-visitor-table = Ingenting lagres om besøkende
rights-proof-links-real = Hver lenke ut er en ekte adresse
rights-proof-sweep-alive = Slettingen har gått som den skal
nav-rights-review = Fritekst til gjennomsyn
notice-review-decided = Avgjørelsen er lagret.
review-already = En annen har allerede avgjort dette.
review-title = Fritekst til gjennomsyn
review-lead = Tekst som kanskje nevner andre enn personen selv, holdes utenfor kopien til noen har sett på den. Ingenting åpnes før du går inn.
review-none = Ingenting venter.
review-one = Nevner teksten andre?
review-one-lead = Det som er merket, kan handle om noen andre. Personen har rett til sine egne opplysninger; skjul bare det som gjelder andre.
review-hide = Skjul dette
review-also = Skjul også disse ordene
review-also-hint = Skill dem med komma. Hvert sted de står, skjules.
review-reason = Hvorfor skjules det?
review-reason-name = navnet på en annen
review-reason-contact = kontaktopplysninger til en annen
review-reason-life = noe om en annens private forhold
review-error-none = Kryss av for noe, eller skriv et ord som står i teksten.
review-do-mask = Frigi uten det som er merket
review-do-release = Frigi hele teksten
review-mail-subject = Kopien din er klar – { $house }
review-mail-body =
    Hei.

    Vi har sett gjennom teksten som kanskje nevnte andre. Kopien av opplysningene dine er nå hel og kan lastes ned:

    { $link }

    Hilsen { $house }
rights-package-changed = Noe ble slettet mens kopien ble laget, så vi sendte den ikke. Last den ned på nytt, så får du den slik det er nå.
rights-source-workshop = tatt med av deg fra et annet verksted
held-own-choice = vår egen frist, ikke en lov
held-why-open = Beholdes { $while }. Deretter: { $rule } ({ $law }).
held-why-until = Til og med { $day }: { $rule }, regnet fra { $from } ({ $law }).
copy-title = Dette vet vi om deg
copy-front = Til forsiden
copy-pages = Sidene i kopien
copy-lead = Kopi av alt { $house } hadde om deg { $when }. Alt ligger i filene du lastet ned; ingenting hentes fra nettet når du leser.
copy-about-you = Om deg
copy-also-you = Om deg, oppføring { $number }
copy-vehicle = Kjøretøy { $number }
copy-happened = Hva som har skjedd
copy-how = Hvordan vi bruker det
copy-none = Ingenting.
copy-why = Hvorfor vi har det
copy-machine = Det samme for maskiner:
copy-records = Opplysningene
copy-open-file = Åpne filen
copy-held-back = Dette feltet nevner kanskje andre. Personvernansvarlig ser på det, og så får du det.
copy-masked = En del er skjult: { $why }.
copy-locked = Opplysningene her ligger i det låste regnskapslageret og er ikke med i denne kopien. De finnes; over står hvorfor og hvor lenge.
copy-locked-how = Skal noen hos oss åpne dem, må to gjøre det sammen: Én ber om det og sier hvorfor, en annen sier ja, og begge står i innsynsloggen. Du selv får alt når du logger inn på Min side og laster ned kopien der, eller du kan be oss åpne dem og sende kopien på nytt.
copy-some-locked = En del ligger i det låste regnskapslageret og er ikke med i denne kopien. På siden om den står hvordan du får den.
copy-channel = Kanal
copy-topic = Tema
copy-text = Teksten du så
copy-form = Gitt gjennom
copy-controller = Til
copy-came = Mottatt
copy-basis = Rettslig grunnlag
copy-article = artikkel { $number }
copy-topic-purposes = Formål og grunnlag
copy-lead-purposes = Hva vi bruker opplysningene til, og hva som gir oss lov.
copy-topic-recipients = Hvem som får det
copy-lead-recipients = De som kan få opplysninger om deg for å gjøre jobben for oss, eller fordi loven sier det.
copy-gave = Hvem som har fått opplysninger om deg
copy-gave-lead = Hver gang noen utenfor verkstedet har fått noe: hvem, hva, hvorfor og når.
copy-gave-who = Mottaker
copy-gave-why = Formål
copy-gave-by = Gitt av
copy-told-lead = Når noe rettes, slettes eller begrenses, sier vi fra til dem som har fått det.
copy-told-cause = Hva som ble gjort
copy-told-owed = Avgjort
copy-told-at = Fikk beskjed
copy-objected = Det du har protestert mot
copy-objected-lead = Hvert formål du ikke vil at vi bruker opplysningene til, og hva vi kom fram til.
copy-objected-to = Formål
copy-objected-state = Hvordan det står
copy-objected-decided = Avgjort
copy-restricted = Når bruken er begrenset
copy-restricted-lead = Hvorfor opplysningene dine bare er lagret, siden når, og når begrensningen ble opphevet.
copy-restricted-why = Grunn
copy-restricted-since = Siden
copy-restricted-told = Du fikk beskjed
copy-restricted-lifted = Opphevet
copy-steps = Hva som skjedde med kravene dine
copy-steps-lead = Hvert skritt i hver sak, i den rekkefølgen det skjedde.
copy-steps-of = Krav
copy-steps-by = Av
copy-steps-by-staff = Verkstedet
copy-topic-sources = Hvor det kommer fra
copy-lead-sources = Hver opplysning har en kilde.
copy-topic-retention = Når det slettes, og hvorfor
copy-lead-retention = Hver type opplysning lever så lenge den siste grunnen lever. Så slettes den av seg selv.
copy-topic-consents = Samtykkene dine
copy-lead-consents = Alt du har sagt ja til, og alt du har trukket tilbake, i den rekkefølgen det skjedde.
copy-topic-requests = Det du har bedt om
copy-lead-requests = Krav om innsyn, retting, sletting og annet.
copy-topic-openings = Hvem som har sett på det
copy-lead-openings = Hver gang noen andre enn du har åpnet opplysninger om deg: rolle, formål og tid.
copy-topic-erased = Slettet tidligere
copy-lead-erased = Det som har vært her og er borte for godt.
copy-topic-rights = Rettighetene dine
copy-lead-rights = Du bruker dem på Min side, eller ved å ta kontakt. Det koster ingenting.
copy-who-customer = Du er kunde hos { $house }: du har kjøpt noe av oss.
copy-who-account = Du har kundekonto hos oss.
copy-who-deliverer = Du har levert eller hentet et kjøretøy for noen.
copy-who-asked = Du har spurt oss om noe eller bestilt en time.
copy-who-news = Du har sagt ja til å få nyheter fra oss.
copy-who-staff = Du arbeider eller har arbeidet hos oss.
copy-who-little = Vi kjenner deg bare fra det som står her.
copy-sum-vehicles = { $count ->
    [one] Ett kjøretøy hører til deg.
   *[other] { $count } kjøretøy hører til deg.
}
copy-sum = Vi har { $records } opplysninger om deg, av { $kinds } slag.
copy-count = { $count ->
    [0] Ingenting
    [one] 1 opplysning
   *[other] { $count } opplysninger
}
copy-some-held = { $count ->
    [one] Ett felt nevner kanskje andre. Personvernansvarlig ser på det, og du får beskjed når det er klart. Alt annet er med.
   *[other] { $count } felt nevner kanskje andre. Personvernansvarlig ser på dem, og du får beskjed når de er klare. Alt annet er med.
}
copy-next = Hva som skjer nå
copy-next-nothing = Du trenger ikke gjøre noe. Hver opplysning slettes av seg selv når den siste grunnen er borte.
copy-next-first = Først slettes { $what }, etter { $day }, om det ikke skjer noe nytt.
copy-next-last = Lengst blir { $what }, til og med { $day }.
copy-next-request = Kravet ditt ({ $what }) besvares senest { $day }.
copy-wrong = Er noe feil?
copy-wrong-text = Si fra til oss, så retter vi det. På Min side retter du navn, e-post og telefon selv, og der kan du be om alt annet.
copy-machines = For maskiner
copy-machines-text = Mappene data, vehicles og tables har det samme som JSON og CSV, skjemaene ligger i schemas, og kontrollsummen til hver fil står i
copy-portable-readme = Dette er opplysningene du har gitt { $house } eller som er sett og målt hos oss, til å ta med til andre. Filene følger skjemaene i mappen schemas; manifest.json har en kontrollsum for hver.
rights-finally-top = Hei! Du ba { $house } om sletting, og vi mottok kravet { $received }. Noe ble holdt tilbake eller var ikke ferdig slettet den gangen. Nå er det også avgjort:
rights-finally-in-use = I bruk igjen, fordi du har vært i kontakt med oss siden. Det slettes etter de vanlige fristene.
rights-sweep-kind-person = person
rights-sweep-kind-vehicle = kjøretøy
rights-sweep-kind-staff = ansatt
rights-sweep-lapsed = { $rule }, regnet fra { $event }. Formål: { $why }.
rights-sweep-no-reason = Ingen grunn er igjen: Den som hadde den, har tatt den bort.
rights-sweep-more = Listen viser de { $shown } første av { $all }.
rights-sweep-about = Gjelder
rights-sweep-asks = Slettingen venter på deg
rights-sweep-asks-ahead = Klokka er langt foran siste sletting ({ $last }). { $due } av { $alive } opplysninger er over fristen. Stemmer datoen i dag?
rights-sweep-asks-behind = Klokka står før siste sletting ({ $last }). Er den feil, må den stilles riktig. Er den riktig, var det klokka den gangen som var feil: Si fra her, så regnes det fra i dag.
rights-sweep-asks-much = { $due } av { $alive } opplysninger ville gått på én gang, mer enn noen vanlig kveld. Er det riktig?
rights-sweep-asks-astray = { $due } opplysninger fikk fristen sin mens klokka sto feil. Fristen kan være flere år for tidlig. Hold tilbake det som må bli liggende. Skal resten slettes?
rights-sweep-confirm = Ja, slett i kveld
rights-sweep-confirm-sure = Det som slettes, kommer ikke tilbake. Stemmer dato og antall?
rights-sweep-confirmed = Noen har sagt at det er riktig. Slettingen går ved neste runde.
notice-rights-sweep-confirmed = Da går slettingen ved neste runde.
notice-rights-renewed = Holdes tilbake til den nye datoen.
rights-hold-one = Bare én opplysning
rights-hold-record = Opplysning nr. (tom for hele typen)
rights-hold-records = Opplysninger i denne typen
rights-hold-owner-you = du har ansvaret
rights-hold-owner-named = { $name } har ansvaret
rights-hold-owner = en kollega har ansvaret
rights-hold-record-no = opplysning { $number }
rights-hold-soon = går snart ut
rights-hold-renew = Vurder og forny
rights-hold-until = Ny dato
rights-hold-ends = Fornyes det ikke, faller det bort av seg selv etter datoen. Da slettes det som har ventet, og den som ba om det, får vite det.
rights-hold-waiting = { $count } slettinger venter på at noe ikke lenger skal holdes tilbake.
rights-error-review-late = Velg en dag innen 6 måneder. Det som holdes tilbake, må vurderes oftere enn det.
rights-error-record = Opplysningen finnes ikke her.
rights-explain-open = { $why }: { $until }. { $law }
rights-explain-reason = { $why }: til og med { $day }, fordi { $rule } (regnet fra { $event }). Grunnlag: { $law }.
rights-explain-until = Slettes etter { $day }
rights-explain-while = Beholdes { $until }
rights-explain-over = Slettes i kveld
rights-explain-hold = Holdes tilbake til og med { $day }

nav-openings-unusual = Uvanlige åpninger
openings-reason-title = Hvorfor skal dette åpnes?
openings-reason-lead = Ingenting er åpnet ennå. Si hvorfor, så går du videre; grunnen gjelder i { $minutes } minutter.
openings-reason-because = Dette er utenom det vanlige
openings-reason-persons = { $count ->
    [one] Det gjelder én person.
   *[other] Det gjelder { $count } personer.
 }
openings-reason-which = Grunn
openings-reason-words = Med egne ord
openings-reason-words-hint = Kort. Skriv ikke navn, telefonnummer eller annet om kunden.
openings-reason-go = Gå videre
openings-reason-away = La være
openings-reason-kept = Grunnen står i loggen. Personvernansvarlig leser den, og kunden ser hvilken grunn du valgte. Ordene dine lagres kryptert som en opplysning om deg.
openings-reason-contacted = Kunden har tatt kontakt
openings-reason-error = Retter en feil i et eldre oppdrag
openings-reason-claim = Reklamasjon eller garanti
openings-reason-payment = Faktura eller betaling
openings-reason-colleague = Hjelper en kollega eller det andre selskapet
openings-reason-other = Noe annet
openings-reason-none = Ingen grunn er oppgitt
openings-danger-life = Fare for liv eller helse
openings-danger-vehicle = Kjøretøyet eller verkstedet er i fare
openings-danger-alone = Kunden må nås straks, og ingen andre er her
openings-kind-not-today = Personen har ingen bestilling, besøk eller sak hos oss nå
openings-kind-many = Mange forskjellige personer på kort tid
openings-kind-odd-hours = Utenom verkstedets åpningstid
openings-kind-glass = Nødtilgang
openings-glass-title = Nødtilgang
openings-glass-lead = Når det haster og ingen andre er her, kan du gjøre det rollen «{ $role }» gjør, i { $minutes } minutter.
openings-glass-told = Personvernansvarlig får brev med en gang.
openings-glass-marked = Alt du åpner, merkes i loggen, og kunden kan se det.
openings-glass-ends = Den slutter av seg selv.
openings-glass-which = Hva haster?
openings-glass-sure = Jeg trenger dette nå, og vet at det blir sett
openings-glass-go = Ta nødtilgang
openings-glass-not = Rollen din har ikke nødtilgang.
openings-glass-not-why = Erklæringen sier hvilke roller som har det.
openings-glass-nobody = Nødtilgang kan ikke tas nå.
openings-glass-nobody-why = Ingen personvernansvarlig er registrert, så ingen ville fått vite om det. En administrator må registrere en først.
notice-openings-glass = Du har nødtilgang. Personvernansvarlig har fått brev.
notice-openings-mended = Nødtilgangen er avsluttet.
notice-openings-seen = Merket som sett.
openings-letter-subject = Nødtilgang er tatt i bruk
openings-letter-text =
    En ansatt i rollen { $role } hos { $company } tok nødtilgang { $day }. Den varer til klokka { $time }.

    Grunn: { $why }

    Hva som åpnes, står her: { $link }
openings-case-day = { $case } { $day }
openings-case-place = { $case }, { $place }
openings-mark-bulk = funnet ved søk eller i en liste
openings-mark-unusual = utenom det vanlige
openings-mark-glass = med nødtilgang
openings-mark-leave = selv om opplysningene er begrenset
openings-ask = Spør om denne
openings-ask-line = linje { $line }
openings-ask-title = Spør om en åpning
openings-ask-lead = Spørsmålet går til personvernansvarlig, som svarer innen en måned. Nummeret på linja står i det alt.
openings-ask-text = Jeg spør om linje { $line } i innsynsloggen: { $at }, { $who }. Hvorfor ble opplysningene mine åpnet?
openings-ask-words = Spørsmålet ditt
openings-ask-send = Send spørsmålet
openings-ask-back = Tilbake
openings-unusual-title = Uvanlige åpninger
openings-unusual-lead = { $count ->
    [0] Alt er sett på.
    [one] Én venter på at du ser på den.
   *[other] { $count } venter på at du ser på dem.
 }
openings-unusual-none = Ingenting her.
openings-noted = Merket uten at noen ble spurt
openings-noted-why = Når innstillingen «unusual_reads» er «note», blir uvanlige åpninger bare merket. De står her, for ingen har gitt en grunn.
openings-filter = Vis
openings-filter-new = Ikke sett
openings-filter-all = Alle
openings-filter-unanswered = Uten svar
openings-filter-glass = Nødtilgang
openings-turned-away = Ble spurt og åpnet ikke
openings-new = Ikke sett
openings-seen = Sett
openings-one-title = Uvanlig åpning
openings-what = Hva som var uvanlig
openings-persons = Personer det ble spurt om
openings-mark-seen = Merk som sett
openings-lines = { $count ->
    [0] Ingenting ble åpnet
    [one] Én åpning
   *[other] { $count } åpninger
 }
openings-file = Hele loggen som fil
openings-key-link = Slik kontrolleres loggen
openings-key-title = Nøkkelen til innsynsloggen
openings-key-lead = Hver gang noen åpner opplysninger om en person, skrives det en linje. Linjene er lenket sammen, og enden av loggen signeres jevnlig. Med nøkkelen under kan hvem som helst, også Datatilsynet, kontrollere en fil av loggen uten databasen og uten noe hemmelig.
openings-key-public = Offentlig nøkkel (Ed25519)
openings-key-head = Siste signerte ende
openings-key-head-said = Linje { $line }, { $at }. Skriv den ned: en fil der den mangler, er avkortet.
openings-key-signature = Signatur
openings-key-none = Ingen ende er signert ennå.
openings-key-how = Slik gjør du
openings-key-how-said = Be om filen, og kjør:
openings-key-formula = Uten programmet: hver linjes hash er SHA-256 av forrige hash og linjas felt med | mellom, i rekkefølgen seq, at, actor_kind, actor, title, controller, subject, categories, purpose, case_kind, case, marks, look.
rights-kind-withdrawal = Trekke samtykke
rights-channel-web = Nettsiden, uten konto
rights-identity-logged-in = Innlogget på Min side
rights-identity-link = Åpnet en lenke sendt til adressen vi hadde
rights-identity-shown = Viste legitimasjon i skranken
rights-identity-vouched = En kollega går god for hvem det er
rights-identity-in-doubt = Identiteten er i tvil
rights-identity-web = Skrev inn opplysningene på nettsiden, uten å logge inn
rights-identity-said-link = Åpnet lenken vi sendte til adressen vi allerede hadde
rights-identity-said-shown = { $who } så legitimasjon: { $what }
rights-identity-said-vouched = { $who } går god for hvem det er: { $why }
rights-identity-said-doubt = Tvil om hvem som spør: { $why }
rights-identity-said-registered = Registrert av verkstedet. Det er ikke bekreftet hvem som spør.
rights-identity-title = Hvem som spør
rights-identity-hint = Be aldri om mer enn det som trengs for å vite hvem det er. Skriv aldri ned nummeret på legitimasjonen.
rights-identity-how = Hvordan vet vi hvem det er?
rights-identity-do = Bekreft hvem det er
rights-level-doubt = Vi vet det ikke sikkert
rights-level-doubt-hint = Har vi en e-postadresse til personen, sender vi en lenke dit. Fristen står stille til det er avklart.
rights-document = Hva slags legitimasjon
rights-document-hint = Bare når noen har vist den i skranken.
rights-document-passport = pass
rights-document-driving-licence = førerkort
rights-document-id-card = nasjonalt ID-kort
rights-document-residence-card = oppholdskort
rights-vouch-why = Hvorfor er du sikker?
rights-vouch-hint = Bare når du går god for personen. Navnet ditt står i saken.
rights-same-title = Hvem dette er hos oss
rights-same-lead = Den samme kan stå flere steder: som kunde, og som en som leverte, hentet eller betalte for andre. Det du krysser av, er med i kopien, slettingen og svaret.
rights-same-none = Vi fant ingen andre oppføringer med navnet, telefonen eller e-posten i saken.
rights-same-what = Oppføringer som kan være den samme
rights-same-by-case = Med i saken
rights-same-by-email = Samme e-postadresse
rights-same-by-phone = Samme telefonnummer, som kan deles av flere
rights-same-by-name = Navn som ligner
rights-same-by-number = Kundenummeret
rights-same-by-plate = Knyttet til kjøretøyet
rights-same-since = siden { $day }
rights-same-do = Lagre hvem det er
rights-same-find = Finn en annen oppføring
rights-same-find-what = Søk etter
rights-same-find-hint = E-post, telefon, kundenummer eller kjennemerke. Navnet på dem du finner, blir åpnet, og det står i loggen. Er det en kunde vi har, flyttes saken dit.
rights-same-find-do = Søk
rights-doubt-title = Fristen står stille
rights-doubt-text = Det er tvil om hvem som spør. Ingenting utleveres eller endres før det er avklart.
rights-doubt-unknown = Vi fant ingen med disse opplysningene.
rights-doubt-begin = Er du i tvil om hvem det er?
rights-doubt-why = Hva gjør deg i tvil?
rights-doubt-why-hint = Tvilen må ha en grunn. Personen får en lenke på adressen vi har.
rights-doubt-do = Stans fristen og spør personen
rights-paused-since = står stille siden { $day }
rights-paused-yours = vi venter på at du bekrefter hvem du er
rights-is-extended = utvidet frist
rights-state = Status
rights-steps = Hva som har skjedd
rights-papers = Brev som skal postes
rights-paper-title = Brev på papir
rights-paper-lead = Personen har ingen e-post hos oss. Skriv ut siden, og legg brevet i posten. Det teller først når du har sagt fra her.
rights-paper-answer = svar på kravet
rights-paper-extension = lengre frist
rights-paper-lifting = begrensningen oppheves
rights-paper-waits = Brevet er ikke postet ennå
rights-paper-waits-text = Personen er ikke underrettet før brevet er levert og du har sagt fra om det.
rights-paper-open = Åpne brevet
rights-way = Hvordan fikk personen brevet?
rights-way-post = sendt i posten
rights-way-handed = levert i skranken
rights-way-read = lest opp på telefonen, slik personen ba om
rights-posted-on = Dato
rights-posted-do = Brevet er levert
rights-registered-title = Kravet er registrert
rights-registered-lead = Fristen løper fra dagen det kom. Gi gjerne nummeret og datoen til den som spør.
rights-registered-next = Den som har ansvar for personvern, tar saken videre. Innholdet vises ikke her.
rights-event-received = Kravet kom
rights-event-registered = Kravet ble registrert
rights-event-doubted = Identiteten kom i tvil; fristen står stille
rights-event-proven = Identiteten er bekreftet; fristen løper
rights-event-link-sent = Lenke sendt til adressen vi hadde
rights-event-adopted = Saken ble knyttet til en kunde vi har
rights-event-matched = Det ble avgjort hvilke oppføringer som er personen
rights-event-extended = Fristen ble utvidet, og personen fikk vite hvorfor
rights-event-held = Noe ble holdt tilbake fra sletting
rights-event-answered = Besvart: gjort
rights-event-refused = Besvart: avslått
rights-event-erased = Sletting satt i gang
rights-event-taken-back = Trukket av personen
rights-event-restricted = Opplysningene ble begrenset
rights-event-notice-given = Personen ble varslet om at begrensningen oppheves
rights-event-lifted = Begrensningen ble opphevet
rights-event-allowed = Det ble skrevet ned at noe begrenset kan brukes
rights-event-allowed-no-more = Bruken av det som er begrenset, ble avsluttet
rights-event-corrected = Opplysningen ble rettet
rights-event-letter-owed = Brev må postes
rights-event-posted = Brevet er levert
rights-event-address-asked = Den nye adressen ble bedt om å bekrefte
rights-event-withdrawn = Samtykker trukket
rights-event-reminded = Påminnelse om fristen sendt
rights-event-overdue = Varsel om oversittet frist sendt
rights-actor-subject = personen selv
rights-actor-link = personen selv, med lenke
rights-actor-visitor = noen uten innlogging
rights-actor-chore = datasystemet
rights-who-yourself = Du
rights-who-colleague = En kollega
rights-conflict-title = Saken er endret
rights-conflict-text = { $who } var først ute med saken { $when }: { $what }. Det du sendte, er ikke lagret.
rights-conflict-typed = Det du skrev
rights-conflict-open = Åpne saken slik den er nå
rights-changed = Noen andre har endret saken imens. Åpne den på nytt.
rights-no-notice = Personen må varsles før begrensningen oppheves.
rights-claim-title = Krav om personopplysninger uten å logge inn
rights-claim-lead = Du kan be om innsyn, retting, sletting og annet uten konto. Det er gratis.
rights-claim-step-1 = Du sender kravet. Vi svarer likt enten vi kjenner adressen eller ikke, så ingen kan finne ut om du er kunde her.
rights-claim-step-2 = Kjenner vi adressen, får du en lenke dit. Åpner du den, vet vi at det er du som spør.
rights-claim-step-3 = Du får svar innen én måned. Fristen står stille bare mens vi ikke vet hvem du er.
rights-claim-log-in = Har du konto? Logg inn, så går det raskere.
rights-claim-name = Navn
rights-claim-email-hint = Bruk den du har gitt oss, om du kan. E-post eller telefon må være med.
rights-claim-text-hint = Hva gjelder det? Skriv ikke fødselsnummer.
rights-claim-kept = Kravet lagres som en sak til 3 år etter at den er avsluttet, og brukes bare til å svare deg.
rights-claim-sent-title = Kravet er mottatt
rights-claim-sent-lead = Takk. Her er det som skjer nå.
rights-claim-sent-link = Kjenner vi adressen, ligger det snart en e-post der med en lenke. Åpne den, så vet vi at det er du som spør.
rights-claim-sent-doubt = Kommer det ingen lenke, kan du komme innom med legitimasjon eller ringe oss. Vi skriver aldri ned nummeret på den.
rights-prove-title = Er det du som spør?
rights-prove-text = Noen har sendt dette kravet i ditt navn. Trykk på knappen hvis det er du, så behandler vi det.
rights-prove-do = Ja, det er jeg
rights-prove-not-you = Er det ikke du, trenger du ikke gjøre noe. Da blir ingenting utlevert eller endret.
rights-prove-done-title = Takk, da vet vi at det er du
rights-prove-done-lead = Du får svar senest { $day }.
rights-prove-done-next = Svaret kommer til adressen vi har. Fristen begynte å løpe da kravet kom, og sto stille bare til nå.
rights-prove-done-log-in = Logg inn for å følge kravet
rights-error-reach = Skriv e-post eller telefon, så vi kan svare deg.
rights-error-nobody = Vi finner ingen andre med dette. Prøv noe annet, eller la saken stå for seg selv.
rights-error-doubted = Identiteten er allerede i tvil.
rights-error-identity = Bekreft først hvem som spør.
rights-error-before-owed = Brevet kan ikke ha gått før det ble skrevet.
rights-error-letter-waits = Et brev om lengre frist venter på å bli postet.
rights-already-posted = Det er allerede notert at brevet er levert.
rights-error-correction = Skriv hva som er feil, og hva som er riktig.
rights-error-by-hand = Dette må rettes for hånd. Rett det der det står, og si i svaret hva som er rettet.
rights-error-no-contact = Vi har ingen kontaktopplysninger å rette.
rights-error-address-taken = Adressen hører til en annen person hos oss. Finn ut av det før du retter.
rights-error-unread = Noe av teksten i kopien venter på gjennomsyn. Se gjennom den før du svarer.
rights-unread-title = { $count ->
    [one] Én tekst venter på gjennomsyn
   *[other] { $count } tekster venter på gjennomsyn
}
rights-unread-text = Kopien er ikke hel før noen har sett gjennom dem.
rights-error-future = Datoen kan ikke ligge fram i tid.
rights-error-before-letter = Kravet kan ikke ha kommet før brevet ble skrevet. Se på begge datoene.
rights-error-choose-again = Velg filen på nytt. Resten av det du skrev, står her.
rights-written-on = Datert
rights-written-hint = Datoen på brevet, hvis det har en. Fristen regnes fra dagen det kom.
rights-scan = Skannet brev
rights-scan-hint = PDF, PNG eller JPEG, opptil 4 MB. Lagres kryptert i saken.
rights-scan-open = Last ned det skannede brevet
rights-filter-overdue = Over fristen
rights-filter-soon = Frist innen 7 dager
rights-filter-doubt = Identitet i tvil
rights-filter-kind = Type krav
rights-filter-all = Alle
rights-filter-show = Vis
rights-overdue-text = Svar i dag, og si hvorfor det ble sent. Retten til å klage gjelder uansett.
rights-restricted-now = Begrenset nå
rights-restricted-title = Begrenset
rights-restricted-yours = Opplysningene dine er lagret, men brukes ikke, bortsett fra til det du selv ber om, til rettslige krav og til å svare på krav som dette. Du får beskjed før begrensningen oppheves.
rights-restricted-desk = Opplysningene om personen skal lagres, men ikke brukes, bortsett fra med personens samtykke, til rettslige krav, for å verne andres rettigheter eller for viktige samfunnshensyn (art. 18 nr. 2).
rights-ground = Grunn til begrensning
rights-ground-accuracy = Personen mener opplysningene er feil, og vi undersøker det
rights-ground-unlawful = Behandlingen er ulovlig, men personen vil ikke ha sletting
rights-ground-claim = Personen trenger opplysningene til et rettskrav
rights-ground-objection = Personen har protestert, og vi vurderer det
rights-restrict-what = Hva skal begrenses?
rights-restrict-hint = Velger du ingen, begrenses alt.
rights-leave-title = Bruk av det som er begrenset
rights-leave-lead = Det som er begrenset, kan brukes til ett formål når en av grunnene i art. 18 nr. 2 finnes. Rettigheter og reklamasjon trenger ingen slik grunn.
rights-leave-until = til {$day}
rights-leave-end = Avslutt
rights-leave-begin = Skriv ned en grunn til å bruke det
rights-leave-purpose = Til hvilket formål?
rights-leave-ground = Hvorfor?
rights-leave-consent = Personen har samtykket
rights-leave-claim = Til et rettskrav
rights-leave-others = For å verne en annens rettigheter
rights-leave-public = Viktige samfunnshensyn
rights-leave-reason = Begrunnelse
rights-leave-reason-hint = Personen kan lese den i saken sin. Det gjelder i 30 dager, og hver åpning merkes i loggen.
rights-leave-do = Tillat bruken
rights-lift-told = Varslet
rights-lifted = Opphevet
rights-lift-why = Hvorfor begrensningen oppheves
rights-lift-hint = Personen får dette varselet før begrensningen oppheves.
rights-lift-tell = Varsle personen
rights-lift-do = Opphev begrensningen
rights-will-be-lifted = Vi opphever snart begrensningen av opplysningene dine. Da kan de brukes igjen. Grunnen er:
rights-objection-pending = vurderes; brukes ikke imens
rights-objection-pending-claims = vurderes; brukes bare til krav imens
rights-objection-upheld = tatt til følge; brukes ikke
rights-objection-overruled = ikke tatt til følge
rights-objection-what = Protesten tas til følge for
rights-objection-hint = Fjern haken bare der vi har tvingende grunner som veier tyngre enn personens, og skriv dem i svaret.
rights-objected = Hva gjelder protesten?
rights-objected-hint = Bare når kravet er en protest.
rights-objected-marketing = Reklame: nyhetsbrev og henvendelser for å selge
rights-objected-marketing-hint = Stanses med en gang. Ingen vurderer det.
rights-objection-stopped = Stanset
rights-objection-stopped-text = Dette er det ingen som vurderer: Det brukes ikke lenger, hva du enn svarer på resten.
rights-objected-to = Du har sagt nei til: { $what }
rights-withdrawal-hint = Når du svarer «Gjort som personen ba om», trekkes alle samtykkene med en gang, datert dagen kravet kom. Gjelder det bare noe, før det opp under «Nei takk».
rights-do-protest = Protester
rights-do-protest-text = Si nei til bruk som bygger på vår egen interesse. Vi stanser den mens vi vurderer.
rights-protest-title = Protester mot bruk
rights-protest-lead = Noe gjør vi fordi vi selv har interesse av det. Du kan si nei ut fra din situasjon. Vi slutter med en gang, og vurderer så om vi har tvingende grunner til å fortsette. Bare det som trengs til et krav, kan brukes imens.
rights-protest-what = Hva sier du nei til?
rights-protest-why = Hvorfor?
rights-protest-why-hint = Noen ord om situasjonen din er nok. Påminnelser kan du si nei til uten grunn.
rights-protest-send = Send protesten
rights-marketing-title = Ingen reklame
rights-marketing-text = Du kan når som helst si nei til reklame fra oss. Det gjelder med en gang, uten grunn og uten at noen skal vurdere det.
rights-marketing-open = Si nei til reklame
rights-marketing-do = Ikke send meg reklame
rights-marketing-done = Du får ikke reklame fra oss
rights-marketing-done-text = Det gjelder fra nå. Meldinger om timer og oppdrag du selv har bestilt, kommer fortsatt.
rights-marketing-kept = Adressen lagres ikke, bare et merke som ikke kan leses tilbake, så ingen legger deg til igjen.
rights-marketing-reminders = Jeg vil heller ikke ha påminnelser om service og kontroll
rights-marketing-reminders-hint = De er ikke reklame, og kommer til du sier fra.
rights-marketing-yours = Du har sagt nei til reklame. Ingen herfra sender deg det.
rights-correct-title = Rett en opplysning
rights-correct-lead = Si hva som er feil og hva som er riktig. Vi retter det og sier fra til dem som har fått det.
rights-correct-self = Navn, e-post og telefon kan du rette selv med en gang.
rights-correct-field = Hva er feil?
rights-correct-value = Riktig opplysning
rights-correct-why = Hvorfor er det feil?
rights-correct-why-hint = Hvor står det, og hvordan vet du at det er feil?
rights-correct-now = Står nå
rights-correct-do = Rett og svar
rights-correct-only = Bare når kravet gjelder retting.
rights-correct-say = Si hva som skal rettes
rights-correct-say-hint = Slik personen ber om det i brevet, i e-posten eller på telefonen.
rights-correct-is-done = Opplysningen er rettet. Det som gjenstår, er svaret.
rights-changed-kind = Hvor er det rettet?
rights-changed-hint = Fyll ut når du har rettet noe selv, et annet sted enn her. De som har fått slike opplysninger, får vite om det.
rights-changed-what = Hva er rettet?
rights-changed-said = Dette er rettet: { $what }
rights-corrected-said = Opplysningen er rettet slik du ba om. Den gamle slettes når ingenting som er i gang, trenger den lenger.
rights-field-name = Navn
rights-field-email = E-post
rights-field-phone = Telefon
rights-field-organisation = Firma
rights-field-org-no = Organisasjonsnummer
rights-field-other = Noe annet
rights-told-title = Hvem som får vite om det
rights-told-at = fikk beskjed { $day }
rights-told-not-yet = får beskjed
rights-tell-title = Si fra til mottakere
rights-tell-lead = De som har fått opplysninger, skal få vite at de er rettet, slettet eller begrenset (art. 19).
rights-tell-none = Ingen mottakere venter på beskjed.
rights-tell-owed = Skal ha beskjed
rights-tell-way = Hvordan fikk de beskjed?
rights-tell-receipt = Hva svarte de?
rights-tell-do = De har fått beskjed
rights-refused-in-doubt = Vi kunne ikke slå fast hvem du er, og kan derfor ikke utlevere eller endre noe (personvernforordningen art. 12 nr. 6). Du kan når som helst komme tilbake med legitimasjon eller bruke en adresse vi kjenner.
rights-refused-court = Du kan også bringe avslaget inn for domstolene.
rights-mail-reminder-subject = Krav om personopplysninger: svar senest { $last }
rights-mail-hold-subject = Et hold går ut { $last }
rights-mail-overdue-subject = Over fristen: krav om personopplysninger
notice-rights-objected = Protesten er mottatt. Vi bruker ikke opplysningene til dette mens vi vurderer den.
notice-rights-stopped = Det er stanset. Ingen skal vurdere det.
notice-rights-leave-given = Bruken er tillatt, og grunnen står i saken.
notice-rights-leave-ended = Bruken er avsluttet.
notice-rights-no-marketing = Du får ikke reklame fra oss.
notice-rights-proven = Identiteten er bekreftet. Fristen løper igjen.
notice-rights-matched = Det er lagret hvem dette er hos oss.
notice-rights-doubted = Fristen står stille til det er klart hvem som spør.
notice-rights-corrected = Opplysningen er rettet, og personen har fått svar.
notice-rights-address-asked = Personen har konto, så den nye adressen må bekreftes først. Vi har sendt en lenke dit. Svar når den er bekreftet.
notice-rights-told = Det er notert at mottakeren har fått beskjed.
notice-rights-lift-told = Personen er varslet. Nå kan begrensningen oppheves.
notice-rights-lifted = Begrensningen er opphevet.
rights-overdue-title = { $count ->
    [one] Ett krav er over fristen
   *[other] { $count } krav er over fristen
}
rights-corrected-told = { $count ->
    [one] Én mottaker har fått den gamle opplysningen og får beskjed.
   *[other] { $count } mottakere har fått den gamle opplysningen og får beskjed.
}
rights-mail-link-body =
    Hei.

    Vi har mottatt et krav om personopplysninger i ditt navn: { $what }. Det kom { $came }.

    Er det du som spør? Åpne lenken og trykk på knappen, så behandler vi kravet. Lenken virker til og med { $last }, én gang.

    { $link }

    Er det ikke du, trenger du ikke gjøre noe. Da blir ingenting utlevert eller endret.

    Fristen vår står stille til vi vet hvem som spør. Det koster ingenting.

    Hilsen { $house }
rights-mail-doubt-body =
    Hei.

    Vi har mottatt kravet ditt om personopplysninger: { $what }. Det kom { $came }.

    Vi kjenner ikke igjen denne adressen. Før vi kan svare på kravet, må vi vite hvem du er. Kom innom med legitimasjon, skriv fra en adresse du har brukt hos oss, eller ring oss. Vi skriver aldri ned nummeret på legitimasjonen.

    Fristen vår står stille til det er avklart. Det koster ingenting.

    Hilsen { $house }
rights-mail-reminder-body =
    Et krav om personopplysninger ({ $what }) må besvares senest { $last }.

    { $link }
rights-mail-hold-body =
    Du har ansvaret for et hold: { $what } ({ $why }).

    Det går ut { $last }. Da slettes det som er holdt tilbake, hvis ingenting annet holder det. Trengs det fortsatt, må holdet fornyes før den dagen.

    { $link }
rights-mail-overdue-body =
    Et krav om personopplysninger ({ $what }) skulle vært besvart senest { $last }. Svar i dag.

    { $link }
nav-rights-brought = Hent inn fra et annet verksted
brought-title = Ta med deg data fra et annet verksted
brought-lead = Har du fått opplysningene dine i en overførbar fil (ZIP), kan du legge dem inn her. Du ser alt før noe lagres.
brought-file = Filen du fikk
brought-file-hint = En ZIP på høyst 4 MB, slik du lastet den ned.
brought-look = Se hva som er i den
brought-what = Vi tar kjøretøyene og historikken. Navn, e-post og telefon endrer du selv under Profil. Det du tar med, kan ikke endres her, og slettes når du lukker kontoen.
brought-preview = Dette er i filen
brought-from = Fra { $from }. Ingenting er lagret ennå.
brought-vehicles = Kjøretøy
brought-history = Historikk
brought-left-out = { $count } ting i filen kan vi ikke ta imot: for mye på én gang, eller i en form vi ikke kjenner.
brought-keep = Legg det inn
brought-done = Lagt inn: { $lines } hendelser og { $plates } kjøretøy. { $known } var her fra før.
brought-error-none = Velg ZIP-filen først.
brought-error-zip = Dette er ikke en ZIP-fil vi kan åpne trygt. Last den ned på nytt der du fikk den.
brought-error-large = Filen er for stor når den pakkes ut.
brought-error-manifest = Filen mangler innholdslisten (manifest.json), eller den er ikke slik den skal være.
brought-error-kind = Dette er ikke en overførbar pakke. Be om «overførbar fil» der du fikk den.
brought-error-hash = Innholdet stemmer ikke med kontrollsummene. Filen er endret eller skadet; last den ned på nytt.
brought-error-schema = En av filene følger ikke det publiserte skjemaet.
brought-error-national-id = Filen inneholder et fødselsnummer. Vi tar aldri imot det; be om en fil uten.
brought-error-account = Du må ha kundekonto for å ta med historikk.
held-take-along = Ta med til andre (ZIP)
held-kept = Beholdes

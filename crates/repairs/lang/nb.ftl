nav-repair-desk = I dag
nav-repair-intake = Innlevering
nav-repair-workshop = Verkstedet

# Ord
line-finding = Funn
line-labour = Arbeid
line-part = Del
line-struck = Strøket
severity-remark = Merknad
severity-minor = Mindre mangel
severity-major = Vesentlig mangel
severity-dangerous = Farlig mangel
warranty-none = Ingen garanti
warranty-months = Måneder
warranty-limit = Måneder eller grense
price-estimate = Prisoverslag
price-estimate-hint = Bindende. Prisen kan høyst bli 15 % høyere (håndverkertjenesteloven § 32).
price-fixed = Fastpris
price-fixed-hint = Prisen er avtalt og endres ikke uten ny godkjenning.
price-indication = Prisantydning
price-indication-hint = Et omtrentlig tall som ikke binder.
stage-open = I arbeid
stage-ready = Klar til utlevering
stage-closed = Utlevert
approval-asked = Venter på svar
approval-approved = Godkjent
approval-declined = Avslått
approval-replaced = Erstattet av ny pris
buyer-consumer = Privatkunde
buyer-business = Bedriftskunde
complaint-ground-complaint = Reklamasjon
complaint-ground-warranty = Garanti
complaint-told-page = Meldt på Min side
complaint-told-desk = Sagt i mottaket
complaint-told-phone = Sagt på telefon
complaint-told-email = Meldt på e-post
complaint-told-letter = Meldt i brev
complaint-told-enquiry = Spørsmål på nettsiden
complaint-state-open = Venter på oss
complaint-state-decided = Avgjort
complaint-state-closed = Avsluttet
complaint-outcome-repair = Godtatt: Vi retter feilen
complaint-outcome-reduction = Godtatt: Prisavslag
complaint-outcome-refund = Godtatt: Pengene tilbake
complaint-outcome-goodwill = Kulanse: Vi hjelper uten å være pliktige til det
complaint-outcome-rejected = Avvist
complaint-outcome-withdrawn = Trukket av kunden
complaint-timely-yes = Meldt i tide
complaint-timely-no = Meldt for sent

# I dag
repair-desk-title = I dag
repair-receive = Ta imot kjøretøy
repair-receive-this = Ta imot dette kjøretøyet
repair-search = Finn kunde, kjøretøy eller ordre
repair-search-hint = Kjennemerke, navn, telefon, e-post, referanse eller ordrenummer
repair-search-title = Søk
repair-workshops = Verksteder
repair-workshop = Verksted
repair-no-workshop = Ingen verksteder ennå
repair-no-workshop-text = En administrator legger dem inn under Oppsett.
repair-expected = ventes i dag
repair-in-house = i huset
repair-waiting = venter på godkjenning
repair-ready = klare til utlevering
repair-enquiries = nye spørsmål
repair-unsent = brev som ikke kom fram
repair-unsent-title = Noen brev kom ikke fram
repair-unsent-text = Ring kunden. Ordrene det gjelder, er merket.
repair-expected-today = Ventes i dag
repair-expected-none = Ingen flere bestillinger i dag
repair-expected-none-text = Kommer noen uten time, tar du imot kjøretøyet her.
repair-has-question = Har skrevet til oss
repair-house-title = I huset
repair-house-none = Ingen kjøretøy i huset
repair-house-none-text = Når du tar imot et kjøretøy, står det her til det er utlevert.
repair-order-no = Ordre { $number }
repair-since = Inne siden { $day }
repair-waits = Venter på kunden
repair-found-none = Ingen treff
repair-found-none-text = Sjekk skrivemåten, eller søk på noe annet du vet. Er det en ny kunde, ta imot kjøretøyet eller bestill en time.
repair-book = Bestill time
repair-found-orders = Ordrer
repair-found-bookings = Bestillinger
repair-found-people = Kunder
repair-found-deliverers = Har levert eller hentet for andre
repair-found-deliverer-text = Bare navn og telefon er lagret
repair-reference = Referanse { $reference }
repair-today = I dag

# Innlevering
repair-intake = Innlevering
repair-intake-lead = Hvilket kjøretøy er kommet?
repair-intake-step1 = Steg 1 av 2: hvem og hva
repair-intake-step2 = Steg 2 av 2: kjøretøyet
repair-intake-vehicle = Kjøretøy og målere
repair-plate = Kjennemerke
repair-plate-hint = Slik det står på skiltet. Har kjøretøyet time i dag, går vi rett til den.
repair-foreign = Utenlandsk skilt
repair-next = Videre
repair-already-here = Dette kjøretøyet er allerede i huset.
repair-open-order = Åpne ordren
repair-customer = Kunde
repair-customer-hint = Den som bestiller arbeidet. Navn, og telefon eller e-post.
repair-service = Tjeneste
repair-name = Navn
repair-phone = Telefon
repair-email = E-post
repair-email-hint = Uten e-post må vi ringe om pris og når kjøretøyet er klart.
repair-company = Firma
repair-org-no = Organisasjonsnummer
repair-reach-missing = Skriv telefon eller e-post, så vi kan nå kunden.
repair-said-booking = Kunden skrev ved bestilling
repair-said = Kunden sier
repair-who = Eier og innleverer
repair-owner = Hvem eier kjøretøyet?
repair-owner-self = Kunden
repair-owner-other = En annen person eller en bedrift
repair-owner-name = Eierens navn
repair-deliverer = Hvem leverer det inn?
repair-deliverer-self = Kunden selv
repair-deliverer-other = En annen
repair-deliverer-hint = Lagres for seg og kortest mulig. Eieren får ikke se det.
repair-deliverer-name = Innleverers navn
repair-what = Hva skal gjøres
repair-words = Hva sier kunden?
repair-words-hint = Med kundens egne ord. Hører til kunden og slettes med kunden.
repair-job = Oppdrag
repair-job-hint = Det mekanikeren skal gjøre. Ikke skriv navn her; teksten følger kjøretøyet.
repair-condition = Tilstand ved innlevering
repair-condition-hint = Bulker, riper, last, hvor nøkkelen ligger.
repair-receive-now = Ta imot
repair-cancel = Avbryt
repair-register-note = Vi henter tekniske data fra Statens vegvesen når du tar imot. Oppslaget føres i loggen.
repair-by-hand = Innleveringen er i orden. Skriv det du ser på vognkortet, eller la det stå tomt.
repair-ask-again = Spør registeret igjen
repair-meters = Målere
repair-meters-hint = Les av det du kan. En måler går aldri ned; er den byttet, kryss av for det.
repair-meter-last = Sist avlest: { $value }
repair-meter-replaced = Måleren er byttet
repair-meter-other = Annen måler
repair-meter-function = Funksjon
repair-meter-value = Verdi
repair-vehicle = Kjøretøy
repair-gross = Tillatt totalvekt
repair-payload = Nyttelast
repair-pto = Kraftuttak
repair-pkk = Frist for EU-kontroll
repair-make = Merke
repair-model = Modell
repair-body = Påbygg
repair-vin = Understellsnummer
repair-first = Første gang registrert
repair-save-go = Lagre og åpne ordren
repair-later = Senere

# Ordre
repair-doc-customer = Kundens dokument
repair-doc-vehicle = Kjøretøyets dokument
repair-hand-over = Utlevering
repair-tell = Si fra at det er klart
repair-tell-again = Si fra igjen
repair-vehicle-meters = Kjøretøy og målere
repair-workshop-view = Vis som i verkstedet
repair-guard-title = Kunden må spørres først
repair-guard-estimate = Prisen har passert det prisoverslaget tillater: { $ceiling }. Spør kunden på nytt før utlevering.
repair-guard-fixed = Prisen er høyere enn fastprisen på { $fixed }. Spør kunden på nytt før utlevering.
repair-guard-declined = Kunden har sagt nei til prisen. Stryk det som ikke skal gjøres, og spør på nytt.
repair-guard-waiting = Kunden er spurt og har ikke svart ennå.
repair-guard-no-rule = Regeltabellen mangler grensen for prisoverslag. Si fra til administrator.
repair-unpriced-lines =
    { $count ->
        [one] Én linje mangler pris.
       *[other] { $count } linjer mangler pris.
    }
repair-customer-gone = Kunden er slettet eller satt på vent. Ordren står.
repair-delivered-by = Levert av
repair-collected-by = Hentet av
repair-person-gone = Slettet
repair-letter-failed = Et brev kom ikke fram: ring kunden
repair-lines = Arbeid og deler
repair-lines-none = Ingenting skrevet ennå
repair-lines-none-text = Mekanikeren skriver funn, arbeid og deler. Du setter pris.
repair-col-what = Hva
repair-col-warranty = Garanti
repair-col-quantity = Antall
repair-col-price = Pris
repair-col-net = Sum uten mva.
repair-added = Tillegg
repair-line-change = Pris og garanti
repair-line-correct = Rett
repair-price-each = Pris per time eller stykk, uten mva.
repair-months-label = Garanti i måneder
repair-limit-label = Grense
repair-limit-unit = Grensen gjelder
repair-long-life = Ment å vare vesentlig lenger enn to år
repair-long-life-hint = Da har en privatkunde fem års reklamasjonsrett.
repair-save = Lagre
repair-strike = Stryk linjen
repair-unit-hours = t
repair-unit-pieces = stk.
repair-no-price = Mangler pris
repair-net = Sum uten mva.
repair-vat = Mva. { $rate }
repair-vat-sum = Merverdiavgift
repair-total = Å betale
repair-old-lines =
    { $count ->
        [one] Én linje er rettet eller strøket
       *[other] { $count } linjer er rettet eller strøket
    }
repair-line-add = Legg til linje
repair-line-kind = Hva slags linje?
repair-quantity-hours = Timer eller antall
repair-part-no = Delenummer
repair-serial = Serie- eller partinummer
repair-severity = Alvorlighet
repair-vat-label = Merverdiavgift
repair-vat-general = Alminnelig sats
repair-approvals = Pris til kunden
repair-approvals-none = Kunden er ikke spurt om pris ennå.
repair-asked-at = Spurt { $day }
repair-answered-at = svart { $day }
repair-by-phone = på telefon
repair-answer-phone = Kunden svarte på telefon
repair-answer = Svar
repair-answer-yes = Ja, godkjent
repair-answer-no = Nei, avslått
repair-answer-who = Hvem du snakket med
repair-answer-who-hint = Navn, og det som ble sagt. Det er vi som må kunne vise det.
repair-answer-day = Dag
repair-answer-time = Klokkeslett
repair-answer-save = Lagre svaret
repair-answer-future = Tidspunktet er ikke kommet ennå.
repair-ask-customer = Spør kunden om pris
repair-price-kind = Hvordan er prisen ment?
repair-how = Hvordan spør du?
repair-how-mail = Send e-post med lenke
repair-how-phone = På telefon nå
repair-ask-send = Spør om { $total }
repair-amend = Tillegg til utlevert ordre
repair-amend-text = En utlevert ordre endres ikke. Et tillegg gir en ny utgave av dokumentet som viser både det gamle og det nye. Prisen rettes med kreditnota.
repair-amend-add = Skriv et tillegg
repair-amend-which = Hvilken linje rettes?
repair-amend-none = Ingen, det er en ny merknad
repair-amend-right = Det som er riktig
repair-amend-save = Lagre tillegget
repair-documents = Dokumenter
repair-doc-version-line = Utgave { $version }
repair-months =
    { $count ->
        [one] { $count } måned
       *[other] { $count } måneder
    }
repair-warranty-none = Ingen garanti
repair-warranty-or = { $months } eller { $limit }
repair-warranty-until = Til { $limit }

# Utlevering
repair-handover-blocked = Prisen må være satt på alle linjer og godkjent av kunden før du kan utlevere.
repair-collector = Hvem henter?
repair-collector-self = Kunden selv
repair-collector-other = En annen
repair-collector-name = Henterens navn
repair-buyer = Hva slags kunde?
repair-buyer-hint = Avgjør hvor lang reklamasjonsretten er.
repair-invoice = Faktura
repair-payer = Hvem betaler?
repair-payer-self = Kunden
repair-payer-other = En annen
repair-payer-hint = Betaleren lagres for seg.
repair-payer-name = Fakturamottaker
repair-address = Fakturaadresse
repair-postal = Postnummer
repair-city = Poststed
repair-invoice-email = E-post for faktura
repair-terms = Betalingsfrist i dager
repair-card-number = Dette ser ut som et kortnummer. Vi lagrer aldri kortnumre.
repair-close-warning = Når du utleverer, låses ordren. Rettelser skrives som tillegg.
repair-close = Utlever og lås ordren
repair-what-closes = Dette utleveres
repair-nothing-approved = Kunden er ikke spurt om pris. Da gjelder det som er rimelig.

# Verkstedet
repair-jobs = Jobber
repair-jobs-none = Ingen kjøretøy inne
repair-jobs-none-text = Når mottaket tar imot et kjøretøy, kommer jobben her.
repair-job-none-text = Skriv det du finner, timene og delene etter hvert.
repair-done-so-far = Gjort så langt
repair-add-finding = Skriv et funn
repair-add-labour = Skriv timer
repair-add-part = Skriv en del
repair-found-what = Hva har du funnet?
repair-done-what = Hva har du gjort?
repair-hours = Timer
repair-part-what = Hvilken del?
repair-pieces = Antall
repair-all-done = Alt er gjort, klar til utlevering
repair-not-done = Ikke ferdig likevel

# Godkjenning
repair-approve-title = Godkjenn prisen
repair-approve-lead = Vi har sett på kjøretøyet. Dette er det vi foreslår. Vi gjør ingenting før du har svart.
repair-ask-estimate = Dette er et prisoverslag. Prisen kan høyst bli { $ceiling } uten at vi spør deg igjen.
repair-ask-fixed = Dette er en fast pris: { $ceiling }. Den endres ikke uten at du godkjenner det.
repair-ask-indication = Dette er en prisantydning. Den binder verken deg eller oss. { $ceiling }
repair-approve-yes = Ja, gjør dette
repair-approve-no = Nei, ikke gjør dette
repair-approve-note = Vil du si noe mer?
repair-approve-send = Send svaret
repair-approve-questions = Spørsmål? Ring oss på
repair-approved-title = Takk, prisen er godkjent
repair-approved-text = Svaret ble registrert { $day }.
repair-declined-title = Du har sagt nei
repair-declined-text = Vi gjør ikke dette. Vi tar kontakt om hva du vil gjøre videre.
repair-replaced-title = Denne prisen gjelder ikke lenger
repair-replaced-text = Vi har sendt deg en ny. Bruk lenken i det siste brevet.

# Når noe ikke går
repair-order-closed = Ordren er utlevert og kan ikke endres. Skriv et tillegg.
repair-order-changed = Ordren ble endret av en annen imens. Last siden på nytt.
repair-line-corrected = Linjen er allerede rettet av en annen. Last siden på nytt.
repair-line-not-yours = Linjen er skrevet av en annen eller har fått pris. Spør mottaket.
repair-nobody-to-ask = Ordren har ingen kunde lenger.
repair-nothing-to-ask = Det er ingen pris å spørre om ennå.
repair-unpriced = Noen linjer mangler pris.
repair-answered-already = Prisen er allerede besvart.
repair-price-replaced = Prisen er endret siden du åpnet siden. Åpne lenken i det siste brevet.
repair-price-not-approved = Prisen må godkjennes av kunden før utlevering.
repair-not-closed = Ordren er ikke utlevert. Skriv linjen på ordren.

# Beskjeder
notice-repair-here = Kjøretøyet er allerede i huset. Her er ordren.
notice-repair-received = Kjøretøyet er tatt imot.
notice-repair-asked = Kunden er spurt. Svaret kommer her.
notice-repair-not-mailed = Kunden har ingen e-post. Ring, og skriv svaret her.
notice-repair-answered = Svaret er lagret.
notice-repair-told = Kunden får beskjed om at kjøretøyet er klart.
notice-repair-call = Kunden har ingen e-post. Ring og si at kjøretøyet er klart.
notice-repair-call-rather = Kunden vil heller bli ringt. Ring og si at kjøretøyet er klart.
notice-repair-rather = Notert. Neste gang ringer du kunden i stedet.
notice-repair-mail-again = Notert. Kunden får e-post når kjøretøyet er klart.
repair-rather = Vil heller bli ringt
repair-rather-on = Ring heller enn å sende e-post
repair-rather-off = Send e-post igjen
notice-repair-closed = Ordren er utlevert og låst.
notice-repair-amended = Tillegget er lagret, og dokumentet har fått en ny utgave.
notice-repair-line = Lagret.

# Min side
repair-mine-asked = Vi venter på svar fra deg
repair-mine-answer = Se pris og svar: { $total }
repair-mine-vehicles = Kjøretøyene dine
repair-mine-vehicles-none = Når du har levert inn et kjøretøy hos oss, ser du her hva som er gjort med det.
repair-mine-see-vehicle = Se kjøretøyet
repair-mine-purchases = Kjøpene dine
repair-mine-purchases-none = Ingen kjøp ennå.
repair-warranty-to = Garanti til { $day }
repair-claim-to = Reklamasjonsrett til { $day }
repair-see-document = Se ordre { $number }
repair-in-at = Inne hos { $workshop }
repair-read-off = Målere lest av
repair-mine-life = Hva som er gjort
repair-mine-life-none = Ingenting ennå
repair-mine-life-note = Historikken følger kjøretøyet. Den viser ikke hvem som eide det før, og ikke hva andre har betalt.
repair-mine-rights = Garanti er det vi har lovet. Reklamasjonsretten har du etter loven i tillegg, og ingen kan ta den fra deg.
repair-mine-document = Se dokumentet
repair-mine-hash = Dokumentets fingeravtrykk (SHA-256):
repair-longest-warranty = Lengste garanti til
repair-longest-claim = Reklamasjonsrett til

# Reklamasjon og garanti
complaint-title = Reklamasjon og garanti
complaint-lead = Saker som venter på oss, de eldste først. Så lenge en sak er åpen, beholdes det den trenger.
complaint-find = Finn ordren saken gjelder
complaint-find-hint = Ordrenummer, kjennemerke, kundenummer eller bestillingens referanse
complaint-found = Utleverte ordrer
complaint-found-none = Ingen utlevert ordre passer
complaint-found-none-text = Sjekk nummeret. Bare ordrer som er utlevert, kan ha en sak.
complaint-register-on = Registrer sak på ordre { $number }
complaint-delivered-on = Utlevert { $day }
complaint-waiting = Åpne saker
complaint-waiting-none = Ingen åpne saker
complaint-waiting-none-text = Sier en kunde at noe er galt, finner du ordren i søket over.
complaint-of-order = ordre { $number }
complaint-since =
    { $days ->
        [0] Kom i dag
        [one] Åpen i { $days } dag
       *[other] Åpen i { $days } dager
    }
complaint-done = Sist avsluttet
complaint-new = Registrer reklamasjon eller garantisak
complaint-register = Registrer saken
complaint-before = Det finnes allerede en sak på ordren
complaint-line = Linje
complaint-by-law = Siste dag etter loven
complaint-by-promise = Garanti til
complaint-lasts = Ment å vare vesentlig lenger
complaint-line-gone = Teksten er slettet
complaint-which = Reklamasjon eller garanti?
complaint-which-hint = Reklamasjon er retten etter loven. Garanti er det vi har lovet i tillegg.
complaint-about = Hva gjelder det?
complaint-about-hint = Ingen avkrysset betyr hele ordren.
complaint-wrong = Hva er galt?
complaint-wrong-hint = Kundens egne ord. Skriv ikke om andre personer.
complaint-discovered = Feilen oppdaget
complaint-notified = Meldt til oss
complaint-delivered = Utlevert
complaint-told = Hvordan ble det meldt?
complaint-buyer = Kjøpte som
complaint-limits = Fristene
complaint-in-time = Meldt i tide. Senest { $day } hadde vært tidsnok: { $rule }.
complaint-judge =
    { $days ->
        [one] Det gikk { $days } dag fra feilen ble oppdaget til vi fikk vite det. Loven sier «innen rimelig tid», og det er du som vurderer det. Siste dag er uansett { $day }: { $rule }.
       *[other] Det gikk { $days } dager fra feilen ble oppdaget til vi fikk vite det. Loven sier «innen rimelig tid», og det er du som vurderer det. Siste dag er uansett { $day }: { $rule }.
    }
complaint-too-late = Siste dag var { $day }: { $rule }. Skriv hvorfor du likevel godtar saken, eller hvorfor du avviser den.
complaint-no-warranty = Ingen av linjene har garanti. Kanskje er dette en reklamasjon.
complaint-by-terms = etter garantivilkårene
complaint-judged = Slik er fristene vurdert
complaint-judge-open = Vurder fristene
complaint-judge-save = Lagre vurderingen
complaint-long = Hva er ment å vare vesentlig lenger enn to år?
complaint-long-hint = Da er siste dag for en forbruker fem år etter utlevering. Datoene regnes på nytt når du lagrer.
complaint-timely = Ble det meldt i tide?
complaint-timely-hint = Også når du mener nei, kan du hjelpe som kulanse.
complaint-why-judged = Hvorfor?
complaint-decision = Avgjørelsen
complaint-decide = Avgjør saken
complaint-outcome = Hva blir utfallet?
complaint-reason = Begrunnelse
complaint-reason-hint = Kunden får denne teksten i et brev og ser den på Min side.
complaint-decide-send = Avgjør og gi kunden beskjed
complaint-close = Avslutt saken
complaint-close-sure = Er alt gjort som ble avtalt? Når saken er avsluttet, begynner tiden til sletting å løpe.
complaint-closed-on = Avsluttet { $day }.
complaint-kept = Det saken trenger, beholdes så lenge den er åpen, og slettes { $rule }.
complaint-gone = Det som ble sagt, er slettet.
complaint-nobody = Ordren er ikke utlevert til noen som kan ha en sak.
complaint-changed = Saken ble endret av en annen imens. Se gjennom den, og send på nytt.
complaint-judge-first = Vurder fristene først: ble det meldt i tide?
complaint-in-future = Dagen har ikke vært ennå.
complaint-before-delivery = Dagen er før utleveringen.
complaint-before-discovery = Dagen er før feilen ble oppdaget.
complaint-mine-new = Noe er galt med arbeidet
complaint-mine-lead = Fortell hva som er galt, så ser vi på det. Du får brev når vi har avgjort saken.
complaint-mine-wrong-hint = Hva skjer, og når? Skriv ikke fødselsnummer.
complaint-mine-needed = Uten å vite hva som er galt, kan vi ikke vurdere reklamasjonen.
complaint-mine-discovered = Når oppdaget du det?
complaint-mine-discovered-hint = Omtrent holder.
complaint-mine-about-hint = Velg det du vet. Lar du det stå tomt, ser vi på alt.
complaint-mine-kept = Det saken trenger, beholder vi så lenge den er åpen. Det slettes { $rule }.
complaint-mine-send = Send
complaint-mine-waits = Vi har fått meldingen din og ser på den. Du får brev når saken er avgjort.
complaint-mine-answer = Svaret vårt
complaint-mine-disagree = Er du uenig, kan du svare på brevet, eller be Forbrukertilsynet om hjelp.
complaint-mine-said = Dette meldte du
complaint-mine-cases = Saker om dette kjøpet
nav-repair-complaints = Reklamasjoner
notice-complaint-taken = Saken er registrert. Kunden får brev om den når vi har en e-postadresse.
notice-complaint-sent = Takk. Vi har fått meldingen din.
notice-complaint-judged = Vurderingen er lagret.
notice-complaint-told = Saken er avgjort, og kunden får brev.
notice-complaint-call = Saken er avgjort. Kunden har ingen e-post: ring eller skriv.
notice-complaint-closed = Saken er avsluttet.
complaint-letter-received-subject = Vi har fått meldingen din, ordre { $number }
complaint-letter-received =
    Hei

    Vi har fått vite at noe er galt med arbeidet på ordre { $number }, og ser på saken. Du får svar i et brev som dette.

    Har du konto, kan du følge saken på Min side:

    { $address }

    Det saken trenger, beholder vi så lenge den er åpen. Det slettes { $rule }.
complaint-letter-decided-subject = Svar i saken om ordre { $number }
complaint-letter-decided =
    Hei

    Vi har sett på saken om ordre { $number }. Svaret er:

    { $outcome }

    { $reason }

    Er du uenig, kan du svare på dette brevet. Har du konto, finner du saken på Min side:

    { $address }

# Dokumentet
repair-doc-title = Utlevert ordre
repair-doc-title-vehicle = Utført arbeid, ordre
repair-doc-version = Utgave { $version }, med tillegg etter utlevering
repair-doc-org = org.nr.
repair-doc-opened = Innlevert
repair-doc-closed = Utlevert
repair-doc-made = Dokumentet ble laget
repair-doc-code = Kontrollkode
repair-doc-buyer = Kjøper
repair-doc-due = Forfall
repair-doc-added = tillegg
repair-doc-until = Garanti til { $day }
repair-doc-until-or = { $until } eller { $limit }, det som kommer først
repair-doc-limit = Garanti til { $limit }
repair-doc-no-warranty = Ingen garanti
repair-doc-claim = Reklamasjonsrett til { $day }
repair-doc-rights = Reklamasjonsretten gjelder etter loven ved siden av garantien. Meld fra innen rimelig tid etter at du oppdaget feilen; to måneder er aldri for sent for en forbruker.

# Brev
repair-letter-price-subject = Pris til godkjenning, ordre { $number }
repair-letter-price =
    Hei

    Vi har sett på kjøretøyet ditt. Se hva vi foreslår og hva det koster ({ $kind }: { $total }), og svar ja eller nei her:

    { $address }

    Vi gjør ikke arbeidet før du har svart. Du kan også ringe oss.
repair-letter-ready-subject = Kjøretøyet er klart, ordre { $number }
repair-letter-ready =
    Hei

    Arbeidet er ferdig, og kjøretøyet kan hentes hos { $place }.

    Henter en annen for deg, si fra til oss.

    Vil du heller bli oppringt neste gang: { $out }
repair-letter-done-subject = Utlevert, ordre { $number }
repair-letter-done =
    Hei

    Kjøretøyet er utlevert. Summen er { $total }. Faktura kommer for seg.

    Hva som er gjort, garantien linje for linje og dokumentet finner du på Min side:

    { $address }

    Takk for at du brukte oss.
nav-repair-locked = Regnskapskopier
notice-repair-locked-asked = Ønsket er sendt. En annen må si ja før du kan åpne kopien.
notice-repair-locked-agreed = Du har sagt ja. Kollegaen din kan lese kopien en stund.
notice-repair-locked-ended = Kopien er låst.
repair-locked-title = Regnskapskopier
repair-locked-lead = Loven krever at bilagene ligger i fem år. De er låst: En person ber om å få åpne, en annen sier ja, og begge står i innsynsloggen.
repair-locked-year = Regnskapsår
repair-locked-number = Bilagsnummer
repair-locked-find = Finn
repair-locked-none = Ingen kopier her
repair-locked-none-text = Velg et annet år, eller la nummeret stå tomt.
repair-locked-no = Bilag { $number }
repair-locked-is = Låst
repair-locked-ask = Be om å åpne
repair-locked-why = Hvorfor?
repair-locked-audit = Revisjon eller regnskapskontroll
repair-locked-authority = En myndighet har krevd det
repair-locked-payment = Spørsmål om en betaling
repair-locked-correction = Et bilag må rettes
repair-locked-access = Personen har bedt om innsyn
repair-locked-other = Oppgitt i saken
repair-locked-mine = Venter på en annen
repair-locked-asked = En kollega ber om å åpne
repair-locked-take-back = Trekk tilbake
repair-locked-agree = Si ja
repair-locked-decline = Si nei
repair-locked-until = Åpen til { $when }
repair-locked-open = Åpne
repair-locked-date = Bilagsdato
repair-locked-seller = Selger
repair-locked-payer = Betaler
repair-locked-lines = Hva som er levert
repair-locked-total = Sum
repair-locked-vat = Herav merverdiavgift
repair-locked-due = Forfall
repair-locked-print = Siden kan skrives ut fra nettleseren. En utskrift er ikke låst: Ta vare på den som et bilag.
repair-locked-close = Lås igjen
beside-visits = Besøk på verkstedet
beside-visits-lead = Når et kjøretøy var inne, og hva du hadde med det å gjøre.
beside-came = Levert
beside-left = Hentet
beside-order = Ordrenummer
beside-part = Du var
beside-part-customer = kunde
beside-part-deliverer = den som leverte
beside-part-collector = den som hentet
beside-part-payer = den som betalte
beside-part-other = en annen part
beside-approvals = Priser du er spurt om
beside-approvals-lead = Hver gang vi ba om ja til en pris.
beside-total = Sum
beside-answered = Besvart
beside-documents = Dokumenter du har fått
beside-documents-lead = Selve dokumentene ligger i mappen attachments.
beside-version = Utgave
beside-sha256 = Kontrollsum (SHA-256)
beside-cases = Reklamasjoner og garantisaker
beside-cases-lead = Saker der du har meldt at noe er galt, med datoer og utfall.
beside-case-state = Status
beside-case-decided = Avgjort
beside-case-closed = Avsluttet
repair-line-by = Skrevet av

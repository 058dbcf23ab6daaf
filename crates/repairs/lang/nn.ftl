nav-repair-desk = I dag
nav-repair-intake = Innlevering
nav-repair-workshop = Verkstaden

# Ord
line-finding = Funn
line-labour = Arbeid
line-part = Del
line-struck = Strøken
severity-remark = Merknad
severity-minor = Mindre mangel
severity-major = Vesentleg mangel
severity-dangerous = Farleg mangel
warranty-none = Ingen garanti
warranty-months = Månader
warranty-limit = Månader eller grense
price-estimate = Prisoverslag
price-estimate-hint = Bindande. Prisen kan høgst bli 15 % høgare (handverkartenestelova § 32).
price-fixed = Fastpris
price-fixed-hint = Prisen er avtalt og blir ikkje endra utan ny godkjenning.
price-indication = Prisantyding
price-indication-hint = Eit omtrentleg tal som ikkje bind.
stage-open = I arbeid
stage-ready = Klar til utlevering
stage-closed = Utlevert
approval-asked = Ventar på svar
approval-approved = Godkjend
approval-declined = Avslått
approval-replaced = Erstatta av ny pris
buyer-consumer = Privatkunde
buyer-business = Bedriftskunde
complaint-ground-complaint = Reklamasjon
complaint-ground-warranty = Garanti
complaint-told-page = Meldt på Mi side
complaint-told-desk = Sagt i mottaket
complaint-told-phone = Sagt på telefon
complaint-told-email = Meldt på e-post
complaint-told-letter = Meldt i brev
complaint-told-enquiry = Spørsmål på nettsida
complaint-state-open = Ventar på oss
complaint-state-decided = Avgjord
complaint-state-closed = Avslutta
complaint-outcome-repair = Godteken: Vi rettar feilen
complaint-outcome-reduction = Godteken: Prisavslag
complaint-outcome-refund = Godteken: Pengane tilbake
complaint-outcome-goodwill = Kulanse: Vi hjelper utan å vere pliktige til det
complaint-outcome-rejected = Avvist
complaint-outcome-withdrawn = Trekt av kunden
complaint-timely-yes = Meldt i tide
complaint-timely-no = Meldt for seint

# I dag
repair-desk-title = I dag
repair-receive = Ta imot køyretøy
repair-receive-this = Ta imot dette køyretøyet
repair-search = Finn kunde, køyretøy eller ordre
repair-search-hint = Kjennemerke, namn, telefon, e-post, referanse eller ordrenummer
repair-search-title = Søk
repair-workshops = Verkstader
repair-workshop = Verkstad
repair-no-workshop = Ingen verkstader enno
repair-no-workshop-text = Ein administrator legg dei inn under Oppsett.
repair-expected = er venta i dag
repair-in-house = i huset
repair-waiting = ventar på godkjenning
repair-ready = klare til utlevering
repair-enquiries = nye spørsmål
repair-unsent = brev som ikkje kom fram
repair-unsent-title = Nokre brev kom ikkje fram
repair-unsent-text = Ring kunden. Ordrane det gjeld, er merkte.
repair-expected-today = Ventar i dag
repair-expected-none = Ingen fleire bestillingar i dag
repair-expected-none-text = Kjem nokon utan time, tek du imot køyretøyet her.
repair-has-question = Har skrive til oss
repair-house-title = I huset
repair-house-none = Ingen køyretøy i huset
repair-house-none-text = Når du tek imot eit køyretøy, står det her til det er utlevert.
repair-order-no = Ordre { $number }
repair-since = Inne sidan { $day }
repair-waits = Ventar på kunden
repair-found-none = Ingen treff
repair-found-none-text = Sjekk skrivemåten, eller søk på noko anna du veit. Er det ein ny kunde, ta imot køyretøyet eller bestill ein time.
repair-book = Bestill time
repair-found-orders = Ordrar
repair-found-bookings = Bestillingar
repair-found-people = Kundar
repair-found-deliverers = Har levert eller henta for andre
repair-found-deliverer-text = Berre namn og telefon er lagra
repair-reference = Referanse { $reference }
repair-today = I dag

# Innlevering
repair-intake = Innlevering
repair-intake-lead = Kva køyretøy er kome?
repair-intake-step1 = Steg 1 av 2: kven og kva
repair-intake-step2 = Steg 2 av 2: køyretøyet
repair-intake-vehicle = Køyretøy og målarar
repair-plate = Kjennemerke
repair-plate-hint = Slik det står på skiltet. Har køyretøyet time i dag, går vi rett til han.
repair-foreign = Utanlandsk skilt
repair-next = Vidare
repair-already-here = Dette køyretøyet er alt i huset.
repair-open-order = Opne ordren
repair-customer = Kunde
repair-customer-hint = Den som tingar arbeidet. Namn, og telefon eller e-post.
repair-service = Teneste
repair-name = Namn
repair-phone = Telefon
repair-email = E-post
repair-email-hint = Utan e-post må vi ringje om pris og når køyretøyet er klart.
repair-company = Firma
repair-org-no = Organisasjonsnummer
repair-reach-missing = Skriv telefon eller e-post, så vi kan nå kunden.
repair-said-booking = Kunden skreiv ved bestilling
repair-said = Kunden seier
repair-who = Eigar og innleverar
repair-owner = Kven eig køyretøyet?
repair-owner-self = Kunden
repair-owner-other = Ein annan person eller ei bedrift
repair-owner-name = Namnet på eigaren
repair-deliverer = Kven leverer det inn?
repair-deliverer-self = Kunden sjølv
repair-deliverer-other = Ein annan
repair-deliverer-hint = Blir lagra for seg og kortast råd. Eigaren får ikkje sjå det.
repair-deliverer-name = Namnet på innleveraren
repair-what = Kva skal gjerast
repair-words = Kva seier kunden?
repair-words-hint = Med orda til kunden. Høyrer til kunden og blir sletta med kunden.
repair-job = Oppdrag
repair-job-hint = Det mekanikaren skal gjere. Ikkje skriv namn her; teksten følgjer køyretøyet.
repair-condition = Tilstand ved innlevering
repair-condition-hint = Bulkar, riper, last, kvar nøkkelen ligg.
repair-receive-now = Ta imot
repair-cancel = Avbryt
repair-register-note = Vi hentar tekniske data frå Statens vegvesen når du tek imot. Oppslaget blir ført i loggen.
repair-by-hand = Innleveringa er i orden. Skriv det du ser på vognkortet, eller lat det stå tomt.
repair-ask-again = Spør registeret igjen
repair-meters = Målarar
repair-meters-hint = Les av det du kan. Ein målar går aldri ned; er han bytt, kryss av for det.
repair-meter-last = Sist avlesen: { $value }
repair-meter-replaced = Målaren er bytt
repair-meter-other = Annan målar
repair-meter-function = Funksjon
repair-meter-value = Verdi
repair-vehicle = Køyretøy
repair-gross = Tillaten totalvekt
repair-payload = Nyttelast
repair-pto = Kraftuttak
repair-pkk = Frist for EU-kontroll
repair-make = Merke
repair-model = Modell
repair-body = Påbygg
repair-vin = Understellsnummer
repair-first = Første gong registrert
repair-save-go = Lagre og opne ordren
repair-later = Seinare

# Ordre
repair-doc-customer = Dokumentet til kunden
repair-doc-vehicle = Dokumentet til køyretøyet
repair-hand-over = Utlevering
repair-tell = Sei frå at det er klart
repair-tell-again = Sei frå igjen
repair-vehicle-meters = Køyretøy og målarar
repair-workshop-view = Vis som i verkstaden
repair-guard-title = Kunden må spørjast først
repair-guard-estimate = Prisen har passert det prisoverslaget tillèt: { $ceiling }. Spør kunden på nytt før utlevering.
repair-guard-fixed = Prisen er høgare enn fastprisen på { $fixed }. Spør kunden på nytt før utlevering.
repair-guard-declined = Kunden har sagt nei til prisen. Stryk det som ikkje skal gjerast, og spør på nytt.
repair-guard-waiting = Kunden er spurd og har ikkje svart enno.
repair-guard-no-rule = Regeltabellen manglar grensa for prisoverslag. Sei frå til administrator.
repair-unpriced-lines =
    { $count ->
        [one] Éi linje manglar pris.
       *[other] { $count } linjer manglar pris.
    }
repair-customer-gone = Kunden er sletta eller sett på vent. Ordren står.
repair-delivered-by = Levert av
repair-collected-by = Henta av
repair-person-gone = Sletta
repair-letter-failed = Eit brev kom ikkje fram: ring kunden
repair-lines = Arbeid og deler
repair-lines-none = Ingenting skrive enno
repair-lines-none-text = Mekanikaren skriv funn, arbeid og deler. Du set pris.
repair-col-what = Kva
repair-col-warranty = Garanti
repair-col-quantity = Mengd
repair-col-price = Pris
repair-col-net = Sum utan mva.
repair-added = Tillegg
repair-line-change = Pris og garanti
repair-line-correct = Rett
repair-price-each = Pris per time eller stykk, utan mva.
repair-months-label = Garanti i månader
repair-limit-label = Grense
repair-limit-unit = Grensa gjeld
repair-long-life = Meint å vare vesentleg lenger enn to år
repair-long-life-hint = Då har ein privatkunde fem års reklamasjonsrett.
repair-save = Lagre
repair-strike = Stryk linja
repair-unit-hours = t
repair-unit-pieces = stk.
repair-no-price = Manglar pris
repair-net = Sum utan mva.
repair-vat = Mva. { $rate }
repair-vat-sum = Meirverdiavgift
repair-total = Å betale
repair-old-lines =
    { $count ->
        [one] Éi linje er retta eller stroken
       *[other] { $count } linjer er retta eller strokne
    }
repair-line-add = Legg til linje
repair-line-kind = Kva slags linje?
repair-quantity-hours = Timar eller mengd
repair-part-no = Delenummer
repair-serial = Serie- eller partinummer
repair-severity = Alvorsgrad
repair-vat-label = Meirverdiavgift
repair-vat-general = Allmenn sats
repair-approvals = Pris til kunden
repair-approvals-none = Kunden er ikkje spurd om pris enno.
repair-asked-at = Spurd { $day }
repair-answered-at = svart { $day }
repair-by-phone = på telefon
repair-answer-phone = Kunden svara på telefon
repair-answer = Svar
repair-answer-yes = Ja, godkjend
repair-answer-no = Nei, avslått
repair-answer-who = Kven du snakka med
repair-answer-who-hint = Namn, og det som vart sagt. Det er vi som må kunne vise det.
repair-answer-day = Dag
repair-answer-time = Klokkeslett
repair-answer-save = Lagre svaret
repair-answer-future = Tidspunktet er ikkje kome enno.
repair-ask-customer = Spør kunden om pris
repair-price-kind = Korleis er prisen meint?
repair-how = Korleis spør du?
repair-how-mail = Send e-post med lenkje
repair-how-phone = På telefon no
repair-ask-send = Spør om { $total }
repair-amend = Tillegg til utlevert ordre
repair-amend-text = Ein utlevert ordre blir ikkje endra. Eit tillegg gjev ei ny utgåve av dokumentet som viser både det gamle og det nye. Prisen blir retta med kreditnota.
repair-amend-add = Skriv eit tillegg
repair-amend-which = Kva linje blir retta?
repair-amend-none = Inga, det er ein ny merknad
repair-amend-right = Det som er rett
repair-amend-save = Lagre tillegget
repair-documents = Dokument
repair-doc-version-line = Utgåve { $version }
repair-months =
    { $count ->
        [one] { $count } månad
       *[other] { $count } månader
    }
repair-warranty-none = Ingen garanti
repair-warranty-or = { $months } eller { $limit }
repair-warranty-until = Til { $limit }

# Utlevering
repair-handover-blocked = Prisen må vere sett på alle linjer og godkjend av kunden før du kan utlevere.
repair-collector = Kven hentar?
repair-collector-self = Kunden sjølv
repair-collector-other = Ein annan
repair-collector-name = Namnet på den som hentar
repair-buyer = Kva slags kunde?
repair-buyer-hint = Avgjer kor lang reklamasjonsretten er.
repair-invoice = Faktura
repair-payer = Kven betaler?
repair-payer-self = Kunden
repair-payer-other = Ein annan
repair-payer-hint = Betalaren blir lagra for seg.
repair-payer-name = Fakturamottakar
repair-address = Fakturaadresse
repair-postal = Postnummer
repair-city = Poststad
repair-invoice-email = E-post for faktura
repair-terms = Betalingsfrist i dagar
repair-card-number = Dette ser ut som eit kortnummer. Vi lagrar aldri kortnummer.
repair-close-warning = Når du utleverer, blir ordren låst. Rettingar blir skrivne som tillegg.
repair-close = Utlever og lås ordren
repair-what-closes = Dette blir utlevert
repair-nothing-approved = Kunden er ikkje spurd om pris. Då gjeld det som er rimeleg.

# Verkstedet
repair-jobs = Jobbar
repair-jobs-none = Ingen køyretøy inne
repair-jobs-none-text = Når mottaket tek imot eit køyretøy, kjem jobben her.
repair-job-none-text = Skriv det du finn, timane og delane etter kvart.
repair-done-so-far = Gjort så langt
repair-add-finding = Skriv eit funn
repair-add-labour = Skriv timar
repair-add-part = Skriv ein del
repair-found-what = Kva har du funne?
repair-done-what = Kva har du gjort?
repair-hours = Timar
repair-part-what = Kva del?
repair-pieces = Mengd
repair-all-done = Alt er gjort, klar til utlevering
repair-not-done = Ikkje ferdig likevel

# Godkjenning
repair-approve-title = Godkjenn prisen
repair-approve-lead = Vi har sett på køyretøyet. Dette er det vi gjer framlegg om. Vi gjer ingenting før du har svart.
repair-ask-estimate = Dette er eit prisoverslag. Prisen kan høgst bli { $ceiling } utan at vi spør deg igjen.
repair-ask-fixed = Dette er ein fast pris: { $ceiling }. Han blir ikkje endra utan at du godkjenner det.
repair-ask-indication = Dette er ei prisantyding. Ho bind verken deg eller oss. { $ceiling }
repair-approve-yes = Ja, gjer dette
repair-approve-no = Nei, ikkje gjer dette
repair-approve-note = Vil du seie noko meir?
repair-approve-send = Send svaret
repair-approve-questions = Spørsmål? Ring oss på
repair-approved-title = Takk, prisen er godkjend
repair-approved-text = Svaret vart registrert { $day }.
repair-declined-title = Du har sagt nei
repair-declined-text = Vi gjer ikkje dette. Vi tek kontakt om kva du vil gjere vidare.
repair-replaced-title = Denne prisen gjeld ikkje lenger
repair-replaced-text = Vi har sendt deg ein ny. Bruk lenkja i det siste brevet.

# Når noe ikke går
repair-order-closed = Ordren er utlevert og kan ikkje endrast. Skriv eit tillegg.
repair-order-changed = Ordren vart endra av ein annan i mellomtida. Last sida på nytt.
repair-line-corrected = Linja er alt retta av ein annan. Last sida på nytt.
repair-line-not-yours = Linja er skriven av ein annan eller har fått pris. Spør mottaket.
repair-nobody-to-ask = Ordren har ingen kunde lenger.
repair-nothing-to-ask = Det er ingen pris å spørje om enno.
repair-unpriced = Nokre linjer manglar pris.
repair-answered-already = Prisen er alt svara på.
repair-price-replaced = Prisen er endra sidan du opna sida. Opne lenkja i det siste brevet.
repair-price-not-approved = Prisen må godkjennast av kunden før utlevering.
repair-not-closed = Ordren er ikkje utlevert. Skriv linja på ordren.

# Beskjeder
notice-repair-here = Køyretøyet er alt i huset. Her er ordren.
notice-repair-received = Køyretøyet er teke imot.
notice-repair-asked = Kunden er spurd. Svaret kjem her.
notice-repair-not-mailed = Kunden har ingen e-post. Ring, og skriv svaret her.
notice-repair-answered = Svaret er lagra.
notice-repair-told = Kunden får melding om at køyretøyet er klart.
notice-repair-call = Kunden har ingen e-post. Ring og sei at køyretøyet er klart.
notice-repair-call-rather = Kunden vil heller bli ringt. Ring og sei at køyretøyet er klart.
notice-repair-rather = Notert. Neste gong ringjer du kunden i staden.
notice-repair-mail-again = Notert. Kunden får e-post når køyretøyet er klart.
repair-rather = Vil heller bli ringd
repair-rather-on = Ring heller enn å sende e-post
repair-rather-off = Send e-post igjen
notice-repair-closed = Ordren er utlevert og låst.
notice-repair-amended = Tillegget er lagra, og dokumentet har fått ei ny utgåve.
notice-repair-line = Lagra.

# Min side
repair-mine-asked = Vi ventar på svar frå deg
repair-mine-answer = Sjå pris og svar: { $total }
repair-mine-vehicles = Køyretøya dine
repair-mine-vehicles-none = Når du har levert inn eit køyretøy hos oss, ser du her kva som er gjort med det.
repair-mine-see-vehicle = Sjå køyretøyet
repair-mine-purchases = Kjøpa dine
repair-mine-purchases-none = Ingen kjøp enno.
repair-warranty-to = Garanti til { $day }
repair-claim-to = Reklamasjonsrett til { $day }
repair-see-document = Sjå ordre { $number }
repair-in-at = Inne hos { $workshop }
repair-read-off = Målarar lesne av
repair-mine-life = Kva som er gjort
repair-mine-life-none = Ingenting enno
repair-mine-life-note = Historikken følgjer køyretøyet. Han viser ikkje kven som åtte det før, og ikkje kva andre har betalt.
repair-mine-rights = Garanti er det vi har lova. Reklamasjonsretten har du etter lova i tillegg, og ingen kan ta han frå deg.
repair-mine-document = Sjå dokumentet
repair-mine-hash = Fingeravtrykket til dokumentet (SHA-256):
repair-longest-warranty = Lengste garanti til
repair-longest-claim = Reklamasjonsrett til

# Reklamasjon og garanti
complaint-title = Reklamasjon og garanti
complaint-lead = Saker som ventar på oss, dei eldste først. Så lenge ei sak er open, blir det ho treng, teke vare på.
complaint-find = Finn ordren saka gjeld
complaint-find-hint = Ordrenummer, kjennemerke, kundenummer eller referansen til bestillinga
complaint-found = Utleverte ordrar
complaint-found-none = Ingen utlevert ordre passar
complaint-found-none-text = Sjekk nummeret. Berre ordrar som er utleverte, kan ha ei sak.
complaint-register-on = Registrer sak på ordre { $number }
complaint-delivered-on = Utlevert { $day }
complaint-waiting = Opne saker
complaint-waiting-none = Ingen opne saker
complaint-waiting-none-text = Seier ein kunde at noko er gale, finn du ordren i søket over.
complaint-of-order = ordre { $number }
complaint-since =
    { $days ->
        [0] Kom i dag
        [one] Open i { $days } dag
       *[other] Open i { $days } dagar
    }
complaint-done = Sist avslutta
complaint-new = Registrer reklamasjon eller garantisak
complaint-register = Registrer saka
complaint-before = Det finst alt ei sak på ordren
complaint-line = Linje
complaint-by-law = Siste dag etter lova
complaint-by-promise = Garanti til
complaint-lasts = Meint å vare vesentleg lenger
complaint-line-gone = Teksten er sletta
complaint-which = Reklamasjon eller garanti?
complaint-which-hint = Reklamasjon er retten etter lova. Garanti er det vi har lova i tillegg.
complaint-about = Kva gjeld det?
complaint-about-hint = Ingen avkryssa tyder heile ordren.
complaint-wrong = Kva er gale?
complaint-wrong-hint = Kunden sine eigne ord. Skriv ikkje om andre personar.
complaint-discovered = Feilen oppdaga
complaint-notified = Meldt til oss
complaint-delivered = Utlevert
complaint-told = Korleis vart det meldt?
complaint-buyer = Kjøpte som
complaint-limits = Fristane
complaint-in-time = Meldt i tide. Seinast { $day } hadde vore tidsnok: { $rule }.
complaint-judge =
    { $days ->
        [one] Det gjekk { $days } dag frå feilen vart oppdaga til vi fekk vite det. Lova seier «innan rimeleg tid», og det er du som vurderer det. Siste dag er uansett { $day }: { $rule }.
       *[other] Det gjekk { $days } dagar frå feilen vart oppdaga til vi fekk vite det. Lova seier «innan rimeleg tid», og det er du som vurderer det. Siste dag er uansett { $day }: { $rule }.
    }
complaint-too-late = Siste dag var { $day }: { $rule }. Skriv kvifor du likevel godtek saka, eller kvifor du avviser ho.
complaint-no-warranty = Ingen av linjene har garanti. Kanskje er dette ein reklamasjon.
complaint-by-terms = etter garantivilkåra
complaint-judged = Slik er fristane vurderte
complaint-judge-open = Vurder fristane
complaint-judge-save = Lagre vurderinga
complaint-long = Kva er meint å vare vesentleg lenger enn to år?
complaint-long-hint = Då er siste dag for ein forbrukar fem år etter utlevering. Datoane blir rekna på nytt når du lagrar.
complaint-timely = Vart det meldt i tide?
complaint-timely-hint = Også når du meiner nei, kan du hjelpe som kulanse.
complaint-why-judged = Kvifor?
complaint-decision = Avgjerda
complaint-decide = Avgjer saka
complaint-outcome = Kva blir utfallet?
complaint-reason = Grunngjeving
complaint-reason-hint = Kunden får denne teksten i eit brev og ser han på Mi side.
complaint-decide-send = Avgjer og gje kunden beskjed
complaint-close = Avslutt saka
complaint-close-sure = Er alt gjort som vart avtalt? Når saka er avslutta, byrjar tida til sletting å gå.
complaint-closed-on = Avslutta { $day }.
complaint-kept = Det saka treng, blir teke vare på så lenge ho er open, og blir sletta { $rule }.
complaint-gone = Det som vart sagt, er sletta.
complaint-nobody = Ordren er ikkje utlevert til nokon som kan ha ei sak.
complaint-changed = Saka vart endra av ein annan imens. Sjå gjennom ho, og send på nytt.
complaint-judge-first = Vurder fristane først: vart det meldt i tide?
complaint-in-future = Dagen har ikkje vore enno.
complaint-before-delivery = Dagen er før utleveringa.
complaint-before-discovery = Dagen er før feilen vart oppdaga.
complaint-mine-new = Noko er gale med arbeidet
complaint-mine-lead = Fortel kva som er gale, så ser vi på det. Du får brev når vi har avgjort saka.
complaint-mine-wrong-hint = Kva skjer, og når? Skriv ikkje fødselsnummer.
complaint-mine-needed = Utan å vite kva som er gale, kan vi ikkje vurdere reklamasjonen.
complaint-mine-discovered = Når oppdaga du det?
complaint-mine-discovered-hint = Omtrent held.
complaint-mine-about-hint = Vel det du veit. Lèt du det stå tomt, ser vi på alt.
complaint-mine-kept = Det saka treng, tek vi vare på så lenge ho er open. Det blir sletta { $rule }.
complaint-mine-send = Send
complaint-mine-waits = Vi har fått meldinga di og ser på ho. Du får brev når saka er avgjord.
complaint-mine-answer = Svaret vårt
complaint-mine-disagree = Er du usamd, kan du svare på brevet, eller be Forbrukartilsynet om hjelp.
complaint-mine-said = Dette melde du
complaint-mine-cases = Saker om dette kjøpet
nav-repair-complaints = Reklamasjonar
notice-complaint-taken = Saka er registrert. Kunden får brev om ho når vi har ei e-postadresse.
notice-complaint-sent = Takk. Vi har fått meldinga di.
notice-complaint-judged = Vurderinga er lagra.
notice-complaint-told = Saka er avgjord, og kunden får brev.
notice-complaint-call = Saka er avgjord. Kunden har ingen e-post: ring eller skriv.
notice-complaint-closed = Saka er avslutta.
complaint-letter-received-subject = Vi har fått meldinga di, ordre { $number }
complaint-letter-received =
    Hei

    Vi har fått vite at noko er gale med arbeidet på ordre { $number }, og ser på saka. Du får svar i eit brev som dette.

    Har du konto, kan du følgje saka på Mi side:

    { $address }

    Det saka treng, tek vi vare på så lenge ho er open. Det blir sletta { $rule }.
complaint-letter-decided-subject = Svar i saka om ordre { $number }
complaint-letter-decided =
    Hei

    Vi har sett på saka om ordre { $number }. Svaret er:

    { $outcome }

    { $reason }

    Er du usamd, kan du svare på dette brevet. Har du konto, finn du saka på Mi side:

    { $address }

# Dokumentet
repair-doc-title = Utlevert ordre
repair-doc-title-vehicle = Utført arbeid, ordre
repair-doc-version = Utgåve { $version }, med tillegg etter utlevering
repair-doc-org = org.nr.
repair-doc-opened = Innlevert
repair-doc-closed = Utlevert
repair-doc-made = Dokumentet vart laga
repair-doc-code = Kontrollkode
repair-doc-buyer = Kjøpar
repair-doc-due = Forfall
repair-doc-added = tillegg
repair-doc-until = Garanti til { $day }
repair-doc-until-or = { $until } eller { $limit }, det som kjem først
repair-doc-limit = Garanti til { $limit }
repair-doc-no-warranty = Ingen garanti
repair-doc-claim = Reklamasjonsrett til { $day }
repair-doc-rights = Reklamasjonsretten gjeld etter lova ved sida av garantien. Meld frå innan rimeleg tid etter at du oppdaga feilen; to månader er aldri for seint for ein forbrukar.

# Brev
repair-letter-price-subject = Pris til godkjenning, ordre { $number }
repair-letter-price =
    Hei

    Vi har sett på køyretøyet ditt. Sjå kva vi gjer framlegg om og kva det kostar ({ $kind }: { $total }), og svar ja eller nei her:

    { $address }

    Vi gjer ikkje arbeidet før du har svart. Du kan òg ringje oss.
repair-letter-ready-subject = Køyretøyet er klart, ordre { $number }
repair-letter-ready =
    Hei

    Arbeidet er ferdig, og køyretøyet kan hentast hos { $place }.

    Hentar ein annan for deg, sei frå til oss.

    Vil du heller bli oppringd neste gong: { $out }
repair-letter-done-subject = Utlevert, ordre { $number }
repair-letter-done =
    Hei

    Køyretøyet er utlevert. Summen er { $total }. Faktura kjem for seg.

    Kva som er gjort, garantien linje for linje og dokumentet finn du på Mi side:

    { $address }

    Takk for at du brukte oss.
nav-repair-locked = Rekneskapskopiar
notice-repair-locked-asked = Ønsket er sendt. Ein annan må seie ja før du kan opne kopien.
notice-repair-locked-agreed = Du har sagt ja. Kollegaen din kan lese kopien ei stund.
notice-repair-locked-ended = Kopien er låst.
repair-locked-title = Rekneskapskopiar
repair-locked-lead = Lova krev at bilaga ligg i fem år. Dei er låste: Ein person bed om å få opne, ein annan seier ja, og begge står i innsynsloggen.
repair-locked-year = Rekneskapsår
repair-locked-number = Bilagsnummer
repair-locked-find = Finn
repair-locked-none = Ingen kopiar her
repair-locked-none-text = Vel eit anna år, eller la nummeret stå tomt.
repair-locked-no = Bilag { $number }
repair-locked-is = Låst
repair-locked-ask = Be om å opne
repair-locked-why = Kvifor?
repair-locked-audit = Revisjon eller rekneskapskontroll
repair-locked-authority = Ei styresmakt har kravd det
repair-locked-payment = Spørsmål om ei betaling
repair-locked-correction = Eit bilag må rettast
repair-locked-access = Personen har bede om innsyn
repair-locked-other = Oppgjeven i saka
repair-locked-mine = Ventar på ein annan
repair-locked-asked = Ein kollega bed om å opne
repair-locked-take-back = Trekk tilbake
repair-locked-agree = Sei ja
repair-locked-decline = Sei nei
repair-locked-until = Open til { $when }
repair-locked-open = Opne
repair-locked-date = Bilagsdato
repair-locked-seller = Seljar
repair-locked-payer = Betalar
repair-locked-lines = Kva som er levert
repair-locked-total = Sum
repair-locked-vat = Av dette meirverdiavgift
repair-locked-due = Forfall
repair-locked-print = Sida kan skrivast ut frå nettlesaren. Ei utskrift er ikkje låst: Ta vare på henne som eit bilag.
repair-locked-close = Lås att
beside-visits = Besøk på verkstaden
beside-visits-lead = Når eit køyretøy var inne, og kva du hadde med det å gjere.
beside-came = Levert
beside-left = Henta
beside-order = Ordrenummer
beside-part = Du var
beside-part-customer = kunde
beside-part-deliverer = den som leverte
beside-part-collector = den som henta
beside-part-payer = den som betalte
beside-part-other = ein annan part
beside-approvals = Prisar du er spurd om
beside-approvals-lead = Kvar gong vi bad om ja til ein pris.
beside-total = Sum
beside-answered = Svart
beside-documents = Dokument du har fått
beside-documents-lead = Sjølve dokumenta ligg i mappa attachments.
beside-version = Utgåve
beside-sha256 = Kontrollsum (SHA-256)
beside-cases = Reklamasjonar og garantisaker
beside-cases-lead = Saker der du har meldt at noko er gale, med datoar og utfall.
beside-case-state = Status
beside-case-decided = Avgjord
beside-case-closed = Avslutta
repair-line-by = Skrive av

# Meny
nav-book = Bestill time
nav-enquiry = Spør oss
nav-calendar = Kalender
nav-desk-enquiries = Spørsmål
nav-setup = Oppsett

# Bestilling, steg for steg
flow-title = Bestill time
flow-step-vehicle = Køyretøy
flow-step-service = Teneste
flow-step-time = Tid og stad
flow-step-contact = Om deg
flow-step-summary = Sjå over
flow-vehicle-lead = Kva køyretøy gjeld det? Du treng ingen konto.
flow-plate = Kjennemerke
flow-plate-hint = Slik det står på skiltet
flow-foreign = Kjennemerket er utanlandsk eller ser annleis ut
flow-foreign-hint = Kryss av her, så tek vi det slik du har skrive det.
error-plate-foreign = Dette liknar ikkje eit norsk kjennemerke, som AB 12345. Rett det, eller kryss av for at det er utanlandsk.
flow-look-up = Hent tekniske data om køyretøyet frå Statens vegvesen når eg bestiller
flow-look-up-hint = Då er vi betre førebudde. Vi hentar ingenting om eigaren. Utan kryss slår vi opp først når køyretøyet blir levert.
flow-next = Vidare
flow-back = Tilbake
flow-service = Teneste
flow-length = Kor langt er køyretøyet?
flow-length-hint = Vi bruker det berre til å finne ein plass der det får stå.
flow-length-unknown = Veit ikkje
flow-length-600 = Under 6 m (varebil)
flow-length-1000 = 6–10 m (lastebil)
flow-length-1300 = 10–13 m (lang lastebil, buss)
flow-length-2000 = 13–20 m (semitrailer, vogntog)
flow-length-2525 = Over 20 m (modulvogntog)
flow-see-times = Sjå ledige timar
flow-workshop = Verkstad
flow-when = Tid
flow-contact-lead = Nesten ferdig. Skriv e-post eller telefon, éin av delane held.
flow-name = Namn
flow-email = E-post
flow-email-hint = Hit sender vi stadfestinga, med ei lenkje for å flytte eller avbestille.
flow-phone = Telefon
flow-organisation = Firma
flow-question = Spørsmål eller skildring
flow-question-hint = Skriv ikkje fødselsnummer eller opplysningar om andre.
flow-to-summary = Sjå over bestillinga
flow-book = Bestill timen
flow-no-mail = Du har ikkje oppgitt e-post. Då får du lenkja for å flytte eller avbestille på neste side. Ta vare på ho.
flow-closed = Ingen timar kan bestillast her enno
flow-closed-text = Verkstaden er ikkje open for bestilling. Send oss gjerne eit spørsmål.
duration-hours = { $count } t
duration-minutes = { $count } min
error-reach = Skriv e-post eller telefon, så vi kan nå deg.
error-start = Vel ei ledig tid.
error-slot-taken = Denne tida er ikkje ledig lenger. Her er dei nærmaste.
error-too-big = Ingen plass på denne verkstaden tek eit så stort køyretøy. Vel ein annan verkstad, eller ring oss.
error-notice-changed = Personvernerklæringa er endra sidan du begynte. Les teksten under og gå vidare.

# Opplysning ved innsamling (personvernforordningen artikkel 13)
notice13-title = Kva vi bruker opplysningane til
notice13-who = Ansvarleg: { $who }.
notice13-keep = Vi slettar dei { $keep }.
notice13-link = Les personvernerklæringa
notice13-version = (versjon { $version })

# Ledige timer
slots-week = Veke { $number }
slots-week-before = Førre veke
slots-week-after = Neste veke
slots-none = Ingen ledige timar denne veka
slots-next-free = Neste ledige: { $day }
slots-day-none = Ingen ledige timar
slots-closed = Stengt
slots-nearest = Nærmaste ledige timar
holiday-new-year = Første nyttårsdag
holiday-maundy-thursday = Skjærtorsdag
holiday-good-friday = Langfredag
holiday-easter = Første påskedag
holiday-easter-monday = Andre påskedag
holiday-labour = Første mai
holiday-constitution = Grunnlovsdagen
holiday-ascension = Kristi himmelfartsdag
holiday-whitsun = Første pinsedag
holiday-whit-monday = Andre pinsedag
holiday-christmas = Første juledag
holiday-second-christmas = Andre juledag

# En bestilt time
time-title = Timen din
time-reference = Referanse
time-calendar = Legg i kalenderen
time-move = Flytt timen
time-move-from = Timen er no { $when }. Vel ein ny.
time-cancel = Avbestill
time-cancel-question = Vil du avbestille timen? Tida blir ledig for andre med ein gong.
time-cancel-yes = Ja, avbestill
time-link-title = Di lenkje til timen
time-link-text = Den som har lenkja, kan sjå, flytte og avbestille timen. Ta vare på ho, og del ho berre med nokon som skal kunne det.
time-again = Bestill ein ny time
time-kept = Vi beheld opplysningane så lenge timen er aktiv, og etter det så lenge erklæringa seier.
time-kept-until = Kontaktopplysningane blir sletta { $date }, om ikkje noko nytt skjer.
booking-state-booked = Bestilt
booking-state-arrived = Levert inn
booking-state-cancelled = Avbestilt
booking-state-no-show = Ikkje møtt
booking-when = { $weekday } { $day }. { $month } { $year } kl. { $time }
booking-taken = Denne tida er ikkje ledig lenger.
booking-changed = Timen er endra i mellomtida. Sjå på han på nytt.
booking-not-open = Timen kan ikkje endrast lenger. Ring oss om noko er gale.
booking-refused = Vi kan ikkje ta imot dette på nettet no. Ring oss, så hjelper vi deg.
booking-calendar-summary = { $service } hos { $house }
booking-calendar-description = Referanse { $reference }
notice-booked = Timen er bestilt.
notice-booked-before = Denne bestillinga er alt gjord. Du kan flytte timen her.
notice-booked-desk = Timen er bestilt.
notice-moved = Timen er flytta.
notice-cancelled = Timen er avbestilt.
notice-no-show = Registrert som ikkje møtt.
notice-reopened = Timen gjeld igjen.
notice-saved = Lagra.
notice-answered = Svaret er lagra og sendt.

# E-post
letter-booked-subject = Time bestilt { $when }
letter-booked-text =
    Hei,

    Timen din er bestilt.

    Teneste: { $service }
    Tid: { $when }
    Stad: { $workshop }, { $place }
    Referanse: { $reference }

    Her kan du sjå, flytte eller avbestille timen. Den som har lenkja, kan gjere det same, så ta vare på ho:

    { $link }

    { $house }
letter-moved-subject = Timen er flytta til { $when }
letter-moved-text =
    Hei,

    Timen din er flytta.

    Teneste: { $service }
    Tid: { $when }
    Stad: { $workshop }, { $place }
    Referanse: { $reference }

    Her kan du sjå, flytte eller avbestille timen:

    { $link }

    { $house }
letter-cancelled-subject = Avbestilt: { $when }
letter-cancelled-text =
    Hei,

    Timen din er avbestilt.

    Teneste: { $service }
    Tid: { $when }
    Stad: { $workshop }, { $place }
    Referanse: { $reference }

    Vil du bestille ein ny, gjer du det her:

    { $link }

    { $house }
letter-reopened-subject = Timen gjeld igjen: { $when }
letter-reopened-text =
    Hei,

    Timen din gjeld igjen.

    Teneste: { $service }
    Tid: { $when }
    Stad: { $workshop }, { $place }
    Referanse: { $reference }

    Her kan du sjå, flytte eller avbestille timen:

    { $link }

    { $house }
letter-answer-subject = Svar frå { $house }
letter-answer-text =
    Hei,

    takk for spørsmålet. Her er svaret:

    { $answer }

    { $house }
letter-state-queued = i kø
letter-state-sent = send
letter-state-deferred = e-posttenaren tok ikkje imot, prøver igjen
letter-state-refused = avvist av mottakaren
letter-state-unsure = kanskje levert, tenaren svarte ikkje
letter-state-dropped = ikkje send

# Spørsmål
enquiry-title = Spør oss
enquiry-lead = Lurer du på noko om køyretøyet, påbygget eller ei teneste? Vi svarer på e-post eller telefon.
enquiry-question = Spørsmålet ditt
enquiry-name-why = Utan namn veit vi ikkje kven vi svarer.
enquiry-reach-why = Utan e-post eller telefon kan vi ikkje svare. Éin av delane held.
enquiry-send = Send spørsmålet
enquiry-thanks = Takk, vi har fått spørsmålet
enquiry-thanks-text = Vi svarer deg så snart vi kan.
enquiry-state-open = Ventar på svar
enquiry-state-answered = Svart på
enquiry-answered = Spørsmålet er alt svart på.

# Min side
bmine-times = Timar
bmine-none = Du har ingen komande timar.
bmine-past = Tidlegare timar
bmine-change = Sjå, flytt eller avbestill

# Skranken
bdesk-calendar = Kalender
bdesk-weeks = Veker
bdesk-this-week = Denne veka
bdesk-free = Ledig. Bestill
bdesk-bay = plass
bdesk-book = Bestill for ein kunde
bdesk-book-lead = For ein kunde på telefon eller i skranken.
bdesk-book-tell = Sei at opplysningane blir brukte til besøket, og kvar erklæringa står.
bdesk-date = Dato
bdesk-time = Klokkeslett
bdesk-lang = Språk i meldingar
bdesk-open = Opne
bdesk-made = Bestilt
bdesk-letter = E-post
bdesk-logged = At du har opna denne sida, står i innsynsloggen.
bdesk-forgotten = Opplysningane er sletta
bdesk-cancel-question = Vil du avbestille timen for kunden?
bdesk-no-show = Kunden kom ikkje
bdesk-reopen = Ta timen opp igjen
bdesk-link-text = Les ho for kunden, eller send ho på nytt.
bdesk-no-workshop = Ingen verkstader enno
bdesk-no-workshop-text = Ein administrator legg inn den første under Oppsett.
bdesk-enquiries = Spørsmål
bdesk-enquiries-none = Ingen spørsmål
bdesk-enquiry = Spørsmål
bdesk-asked = Kom inn
bdesk-state = Tilstand
bdesk-answer = Svar
bdesk-answer-hint = Blir sendt på e-post når vi har ei adresse. Elles: ring, og skriv her kva du svarte.
bdesk-answer-send = Svar
bdesk-is-complaint = Dette er ein reklamasjon: finn ordren

# Oppsett
bset-title = Oppsett
bset-lead = Verkstader, opningstider, plassar og tenester. Endringar gjeld med ein gong; bestilte timar står.
bset-workshops = Verkstader
bset-none = Ingen verkstader enno
bset-none-text = Fyll ut under, så kan kundane bestille om eit minutt.
bset-bays-count = { $count } plassar
bset-not-open = Ikkje open for bestilling
bset-add-workshop = Legg til ein verkstad
bset-template = Opprett med vanleg oppsett
bset-template-text = Vanleg oppsett: måndag til fredag 7.00–15.30, to plassar og tenestene til ein påbyggverkstad. Alt kan endrast.
bset-blank = Opprett utan noko
bset-services = Tenester
bset-minutes = Minutt
bset-minutes-hint = I heile kvarter
bset-change = Endre
bset-add-service = Legg til ei teneste
bset-controller = Selskap
bset-name = Namn på verkstaden
bset-address = Adresse
bset-postal-code = Postnummer
bset-city = Poststad
bset-notice = Frist for å bestille (timar)
bset-notice-hint = Kor lenge før timen han seinast må bestillast
bset-horizon = Kan bestillast så mange dagar fram
bset-open = Open for bestilling
bset-hours = Opningstider
bset-hours-hint = La begge stå tomme for stengt. Norske heilagdagar er stengde av seg sjølv.
bset-weekday = Dag
bset-opens = Opnar
bset-closes = Stenger
bset-save = Lagre
bset-bays = Plassar
bset-bays-hint = Lengd og høgd i meter er det største plassen tek. Tomt tek alt.
bset-bay-name = Plass
bset-length = Lengd
bset-height = Høgd
bset-bay-open = I bruk
bset-add-bay = Legg til plass
bset-closed = Stengde dagar
bset-closed-hint = Utanom heilagdagane. Timar som alt er bestilte, blir ståande i kalenderen.
bset-reopen-day = Opne likevel
bset-note = Kvifor (blir vist for kundane)
bset-close-day = Steng dagen
bset-about = Om verkstaden
bset-name-nb = Namn på bokmål
bset-name-nn = Namn på nynorsk
bset-name-en = Namn på engelsk
bset-about-nb = Kort om tenesta, bokmål
bset-about-nn = Kort om tenesta, nynorsk
bset-about-en = Kort om tenesta, engelsk
error-hours = Stengetid må vere etter opningstid.
error-quarter = Bruk heile kvarter: 15, 30, 45.
error-metres = Skriv meter slik: 12,5

# Programgrensesnitt
api-fields = Nokre felt må rettast.
api-json = Innhaldet er ikkje JSON slik skildringa seier.
api-key = Headeren Idempotency-Key manglar eller er for kort (8–200 teikn).
api-key-used = Nøkkelen er brukt for ei anna bestilling.
beside-bookings = Timar du har bestilt
beside-bookings-lead = Når, kvar og kva du bestilte, og korleis det gjekk.
beside-from = Frå
beside-until = Til
beside-service = Teneste
beside-place = Stad
beside-reference = Referanse
beside-state = Status
beside-made = Laga
beside-notice = Utgåve av erklæringa
beside-lookups = Oppslag i køyretøyregisteret
beside-lookups-lead = Kvar gong vi har spurt Statens vegvesen om eit køyretøy i ei sak som er di.
beside-at = Tid
beside-case = Sak
beside-asked-by = Bede om av
beside-outcome = Svar
beside-by-staff = ein tilsett
beside-by-you = deg
beside-by-program = datasystemet
beside-case-visit = innlevering
beside-case-booking = bestilling
beside-lookup-found = funne
beside-lookup-unknown = ikkje i registeret
beside-lookup-none = registeret svarte ikkje

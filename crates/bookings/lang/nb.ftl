# Meny
nav-book = Bestill time
nav-enquiry = Spør oss
nav-calendar = Kalender
nav-desk-enquiries = Spørsmål
nav-setup = Oppsett

# Bestilling, steg for steg
flow-title = Bestill time
flow-step-vehicle = Kjøretøy
flow-step-service = Tjeneste
flow-step-time = Tid og sted
flow-step-contact = Om deg
flow-step-summary = Se over
flow-vehicle-lead = Hvilket kjøretøy gjelder det? Du trenger ingen konto.
flow-plate = Kjennemerke
flow-plate-hint = Slik det står på skiltet
flow-foreign = Kjennemerket er utenlandsk eller ser annerledes ut
flow-foreign-hint = Kryss av her, så tar vi det slik du har skrevet det.
error-plate-foreign = Dette ligner ikke et norsk kjennemerke, som AB 12345. Rett det, eller kryss av for at det er utenlandsk.
flow-look-up = Hent tekniske data om kjøretøyet fra Statens vegvesen når jeg bestiller
flow-look-up-hint = Da er vi bedre forberedt. Vi henter ingenting om eieren. Uten kryss slår vi opp først når kjøretøyet leveres.
flow-next = Videre
flow-back = Tilbake
flow-service = Tjeneste
flow-length = Hvor langt er kjøretøyet?
flow-length-hint = Vi bruker det bare til å finne en plass der det får stå.
flow-length-unknown = Vet ikke
flow-length-600 = Under 6 m (varebil)
flow-length-1000 = 6–10 m (lastebil)
flow-length-1300 = 10–13 m (lang lastebil, buss)
flow-length-2000 = 13–20 m (semitrailer, vogntog)
flow-length-2525 = Over 20 m (modulvogntog)
flow-see-times = Se ledige timer
flow-workshop = Verksted
flow-when = Tid
flow-contact-lead = Nesten ferdig. Skriv e-post eller telefon, én av delene holder.
flow-name = Navn
flow-email = E-post
flow-email-hint = Hit sender vi bekreftelsen, med en lenke for å flytte eller avbestille.
flow-phone = Telefon
flow-organisation = Firma
flow-question = Spørsmål eller beskrivelse
flow-question-hint = Skriv ikke fødselsnummer eller opplysninger om andre.
flow-to-summary = Se over bestillingen
flow-book = Bestill timen
flow-no-mail = Du har ikke oppgitt e-post. Da får du lenken for å flytte eller avbestille på neste side. Ta vare på den.
flow-closed = Ingen timer kan bestilles her ennå
flow-closed-text = Verkstedet er ikke åpnet for bestilling. Send oss gjerne et spørsmål.
duration-hours = { $count } t
duration-minutes = { $count } min
error-reach = Skriv e-post eller telefon, så vi kan nå deg.
error-start = Velg en ledig tid.
error-slot-taken = Denne tiden er ikke ledig lenger. Her er de nærmeste.
error-too-big = Ingen plass på dette verkstedet tar et så stort kjøretøy. Velg et annet verksted, eller ring oss.
error-notice-changed = Personvernerklæringen er endret siden du begynte. Les teksten under og gå videre.

# Opplysning ved innsamling (personvernforordningen artikkel 13)
notice13-title = Hva vi bruker opplysningene til
notice13-who = Ansvarlig: { $who }.
notice13-keep = Vi sletter dem { $keep }.
notice13-link = Les personvernerklæringen
notice13-version = (versjon { $version })

# Ledige timer
slots-week = Uke { $number }
slots-week-before = Forrige uke
slots-week-after = Neste uke
slots-none = Ingen ledige timer denne uken
slots-next-free = Neste ledige: { $day }
slots-day-none = Ingen ledige timer
slots-closed = Stengt
slots-nearest = Nærmeste ledige timer
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
time-move-from = Timen er nå { $when }. Velg en ny.
time-cancel = Avbestill
time-cancel-question = Vil du avbestille timen? Tiden blir ledig for andre med en gang.
time-cancel-yes = Ja, avbestill
time-link-title = Din lenke til timen
time-link-text = Den som har lenken, kan se, flytte og avbestille timen. Ta vare på den, og del den bare med noen som skal kunne det.
time-again = Bestill en ny time
time-kept = Vi beholder opplysningene så lenge timen er aktiv, og etter det så lenge erklæringen sier.
time-kept-until = Kontaktopplysningene slettes { $date }, hvis ikke noe nytt skjer.
booking-state-booked = Bestilt
booking-state-arrived = Levert inn
booking-state-cancelled = Avbestilt
booking-state-no-show = Ikke møtt
booking-when = { $weekday } { $day }. { $month } { $year } kl. { $time }
booking-taken = Denne tiden er ikke ledig lenger.
booking-changed = Timen er endret i mellomtiden. Se på den på nytt.
booking-not-open = Timen kan ikke endres lenger. Ring oss hvis noe er galt.
booking-refused = Vi kan ikke ta imot dette på nettet nå. Ring oss, så hjelper vi deg.
booking-calendar-summary = { $service } hos { $house }
booking-calendar-description = Referanse { $reference }
notice-booked = Timen er bestilt.
notice-booked-before = Denne bestillingen er allerede gjort. Du kan flytte timen her.
notice-booked-desk = Timen er bestilt.
notice-moved = Timen er flyttet.
notice-cancelled = Timen er avbestilt.
notice-no-show = Registrert som ikke møtt.
notice-reopened = Timen gjelder igjen.
notice-saved = Lagret.
notice-answered = Svaret er lagret og sendt.

# E-post
letter-booked-subject = Time bestilt { $when }
letter-booked-text =
    Hei,

    Timen din er bestilt.

    Tjeneste: { $service }
    Tid: { $when }
    Sted: { $workshop }, { $place }
    Referanse: { $reference }

    Her kan du se, flytte eller avbestille timen. Den som har lenken, kan gjøre det samme, så ta vare på den:

    { $link }

    { $house }
letter-moved-subject = Timen er flyttet til { $when }
letter-moved-text =
    Hei,

    Timen din er flyttet.

    Tjeneste: { $service }
    Tid: { $when }
    Sted: { $workshop }, { $place }
    Referanse: { $reference }

    Her kan du se, flytte eller avbestille timen:

    { $link }

    { $house }
letter-cancelled-subject = Avbestilt: { $when }
letter-cancelled-text =
    Hei,

    Timen din er avbestilt.

    Tjeneste: { $service }
    Tid: { $when }
    Sted: { $workshop }, { $place }
    Referanse: { $reference }

    Vil du bestille en ny, gjør du det her:

    { $link }

    { $house }
letter-reopened-subject = Timen gjelder igjen: { $when }
letter-reopened-text =
    Hei,

    Timen din gjelder igjen.

    Tjeneste: { $service }
    Tid: { $when }
    Sted: { $workshop }, { $place }
    Referanse: { $reference }

    Her kan du se, flytte eller avbestille timen:

    { $link }

    { $house }
letter-answer-subject = Svar fra { $house }
letter-answer-text =
    Hei,

    takk for spørsmålet. Her er svaret:

    { $answer }

    { $house }
letter-state-queued = i kø
letter-state-sent = sendt
letter-state-deferred = e-posttjeneren tok ikke imot, prøver igjen
letter-state-refused = avvist av mottakeren
letter-state-unsure = kanskje levert, tjeneren svarte ikke
letter-state-dropped = ikke sendt

# Spørsmål
enquiry-title = Spør oss
enquiry-lead = Lurer du på noe om kjøretøyet, påbygget eller en tjeneste? Vi svarer på e-post eller telefon.
enquiry-question = Spørsmålet ditt
enquiry-name-why = Uten navn vet vi ikke hvem vi svarer.
enquiry-reach-why = Uten e-post eller telefon kan vi ikke svare. Én av delene holder.
enquiry-send = Send spørsmålet
enquiry-thanks = Takk, vi har fått spørsmålet
enquiry-thanks-text = Vi svarer deg så snart vi kan.
enquiry-state-open = Venter på svar
enquiry-state-answered = Besvart
enquiry-answered = Spørsmålet er allerede besvart.

# Min side
bmine-times = Timer
bmine-none = Du har ingen kommende timer.
bmine-past = Tidligere timer
bmine-change = Se, flytt eller avbestill

# Skranken
bdesk-calendar = Kalender
bdesk-weeks = Uker
bdesk-this-week = Denne uken
bdesk-free = Ledig. Bestill
bdesk-bay = plass
bdesk-book = Bestill for en kunde
bdesk-book-lead = For en kunde på telefon eller i skranken.
bdesk-book-tell = Si at opplysningene brukes til besøket, og hvor erklæringen står.
bdesk-date = Dato
bdesk-time = Klokkeslett
bdesk-lang = Språk i meldinger
bdesk-open = Åpne
bdesk-made = Bestilt
bdesk-letter = E-post
bdesk-logged = At du har åpnet denne siden, står i innsynsloggen.
bdesk-forgotten = Opplysningene er slettet
bdesk-cancel-question = Vil du avbestille timen for kunden?
bdesk-no-show = Kunden kom ikke
bdesk-reopen = Ta timen opp igjen
bdesk-link-text = Les den for kunden, eller send den på nytt.
bdesk-no-workshop = Ingen verksteder ennå
bdesk-no-workshop-text = En administrator legger inn det første under Oppsett.
bdesk-enquiries = Spørsmål
bdesk-enquiries-none = Ingen spørsmål
bdesk-enquiry = Spørsmål
bdesk-asked = Kom inn
bdesk-state = Tilstand
bdesk-answer = Svar
bdesk-answer-hint = Sendes på e-post når vi har en adresse. Ellers: ring, og skriv her hva du svarte.
bdesk-answer-send = Svar
bdesk-is-complaint = Dette er en reklamasjon: finn ordren

# Oppsett
bset-title = Oppsett
bset-lead = Verksteder, åpningstider, plasser og tjenester. Endringer gjelder med en gang; bestilte timer står.
bset-workshops = Verksteder
bset-none = Ingen verksteder ennå
bset-none-text = Fyll ut under, så kan kundene bestille om et minutt.
bset-bays-count = { $count } plasser
bset-not-open = Ikke åpen for bestilling
bset-add-workshop = Legg til et verksted
bset-template = Opprett med vanlig oppsett
bset-template-text = Vanlig oppsett: mandag til fredag 7.00–15.30, to plasser og tjenestene til et påbyggverksted. Alt kan endres.
bset-blank = Opprett uten noe
bset-services = Tjenester
bset-minutes = Minutter
bset-minutes-hint = I hele kvarter
bset-change = Endre
bset-add-service = Legg til en tjeneste
bset-controller = Selskap
bset-name = Navn på verkstedet
bset-address = Adresse
bset-postal-code = Postnummer
bset-city = Poststed
bset-notice = Frist for å bestille (timer)
bset-notice-hint = Hvor lenge før timen den senest må bestilles
bset-horizon = Kan bestilles så mange dager fram
bset-open = Åpen for bestilling
bset-hours = Åpningstider
bset-hours-hint = La begge stå tomme for stengt. Norske helligdager er stengt av seg selv.
bset-weekday = Dag
bset-opens = Åpner
bset-closes = Stenger
bset-save = Lagre
bset-bays = Plasser
bset-bays-hint = Lengde og høyde i meter er det største plassen tar. Tomt tar alt.
bset-bay-name = Plass
bset-length = Lengde
bset-height = Høyde
bset-bay-open = I bruk
bset-add-bay = Legg til plass
bset-closed = Stengte dager
bset-closed-hint = Utenom helligdagene. Timer som alt er bestilt, blir stående i kalenderen.
bset-reopen-day = Åpne likevel
bset-note = Hvorfor (vises for kundene)
bset-close-day = Steng dagen
bset-about = Om verkstedet
bset-name-nb = Navn på bokmål
bset-name-nn = Navn på nynorsk
bset-name-en = Navn på engelsk
bset-about-nb = Kort om tjenesten, bokmål
bset-about-nn = Kort om tjenesten, nynorsk
bset-about-en = Kort om tjenesten, engelsk
error-hours = Stengetid må være etter åpningstid.
error-quarter = Bruk hele kvarter: 15, 30, 45.
error-metres = Skriv meter slik: 12,5

# Programgrensesnitt
api-fields = Noen felter må rettes.
api-json = Innholdet er ikke JSON slik beskrivelsen sier.
api-key = Headeren Idempotency-Key mangler eller er for kort (8–200 tegn).
api-key-used = Nøkkelen er brukt for en annen bestilling.
beside-bookings = Timer du har bestilt
beside-bookings-lead = Når, hvor og hva du bestilte, og hvordan det gikk.
beside-from = Fra
beside-until = Til
beside-service = Tjeneste
beside-place = Sted
beside-reference = Referanse
beside-state = Status
beside-made = Laget
beside-notice = Utgave av erklæringen
beside-lookups = Oppslag i kjøretøyregisteret
beside-lookups-lead = Hver gang vi har spurt Statens vegvesen om et kjøretøy i en sak som er din.
beside-at = Tid
beside-case = Sak
beside-asked-by = Bedt om av
beside-outcome = Svar
beside-by-staff = en ansatt
beside-by-you = deg
beside-by-program = datasystemet
beside-case-visit = innlevering
beside-case-booking = bestilling
beside-lookup-found = funnet
beside-lookup-unknown = ikke i registeret
beside-lookup-none = registeret svarte ikke

nav-prospects = Bedrifter
prospects-title = Bedrifter vi kan kontakte
prospects-lead = Bedrifter som er funne på eigne heimesider eller andre opne stader. Kvar av dei får vite kva vi har skrive opp, og kvar vi fann det. Skjer ikkje det innan ein månad, blir opplysningane sletta av seg sjølve.
prospects-none = Ingen er skrivne opp enno.
prospects-more = Vis fleire
prospects-owed =
    { $count ->
        [one] Éi bedrift har ikkje fått melding enno.
       *[other] { $count } bedrifter har ikkje fått melding enno.
    }
prospect-new = Skriv opp ei bedrift
prospect-new-lead = Skriv opp det som står på sida, og nøyaktig kvar det står. Berre det du treng for å ta kontakt.
prospect-company = Namnet på bedrifta
prospect-org-no = Organisasjonsnummer
prospect-form = Kva slags verksemd er det?
prospect-form-hint = Eit enkeltpersonføretak blir rekna som eit menneske: Då trengst samtykke før vi skriv.
prospect-form-company = Selskap (AS, ASA, SA, NUF og andre)
prospect-form-sole-trader = Enkeltpersonføretak (ENK)
prospect-source = Sida du fann det på
prospect-source-hint = Heile adressa, til dømes https://firma.no/kontakt
prospect-on = Dato du fann det
prospect-email = E-post
prospect-email-hint = Bruk fellesadressa (post@, firmapost@) om det finst ei.
prospect-phone = Telefon
prospect-name = Namn på kontaktperson
prospect-name-hint = Berre om det står på sida. Til eit namngjeve menneske skriv vi ikkje utan samtykke.
prospect-about = Kva det gjeld
prospect-controller = På vegner av
prospect-save = Skriv opp og gje melding
prospect-notice-sample = Når du lagrar, sender vi melding til e-postadressa om kva vi har skrive opp, kvar vi fann det og korleis ein seier nei. Utan e-post må du gje meldinga sjølv.
prospect-error-suppressed = Denne adressa har sagt at vi ikkje skal ta kontakt. Ho er ikkje skriven opp.
prospect-error-known = Denne adressa finst hos oss frå før. Ho er ikkje skriven opp på nytt.
prospect-error-nowhere = Skriv e-post, telefon eller postadresse, minst éin av delane.
prospect-error-day = Datoen må vere ein dag dei siste fire vekene.
prospect-notice-given = Har fått melding
prospect-notice-posted = Melding er på veg
prospect-notice-owed = Gje melding innan { $date }
prospect-notice-failed = E-posten kom ikkje fram. Gje melding innan { $date }
prospect-notice-late = Fristen er ute. Blir sletta i natt
prospect-may = Kva kan vi gjere?
prospect-may-yes = Ja
prospect-may-no = Nei
prospect-what = Kva vi har skrive opp
prospect-way-email = Skrive e-post
prospect-way-phone = Ringje
prospect-goes = Blir sletta
prospect-told = Eg har gjeve melding
prospect-said-no = Dei vil ikkje kontaktast
prospect-said-no-hint = «Dei vil ikkje kontaktast» slettar alt og hugsar berre ein ukjenneleg kode, så ingen skriv dei opp att.
prospect-remove = Fjern frå lista
prospect-yes-role = Fellesadresse hos eit selskap. Tilby alltid ein enkel veg ut.
prospect-yes-not-reserved = Verksemda kan ikkje reservere seg, og har ikkje sagt nei til oss.
prospect-yes-other = Det er lov.
prospect-no-no-consent = Vi har ikkje samtykke.
prospect-no-withdrawn = Samtykket er trekt tilbake.
prospect-no-objected = Dei har sagt nei.
prospect-no-suppressed = Adressa står på sperrelista.
prospect-no-restricted = Opplysningane er avgrensa.
prospect-no-reserved = Står i Reservasjonsregisteret.
prospect-no-not-washed = Lista er ikkje vaska mot Reservasjonsregisteret denne månaden.
prospect-no-minor = Mindreårig.
prospect-no-ask-again = Samtykket må hentast inn på nytt.
prospect-no-wrong-controller = Samtykket gjeld eit anna selskap.
prospect-no-sole-trader = Eit enkeltpersonføretak blir rekna som eit menneske. Vi må ha samtykke først.
prospect-no-named-address = Adressa er personleg. Vi må ha samtykke først.
prospect-no-not-similar = Gjeld ikkje våre eigne, liknande tenester.
prospect-no-no-way-out-then = Det vart ikkje tilbode nokon veg ut då adressa vart gjeven.
prospect-no-no-way-out = Meldinga har ingen veg ut.
prospect-no-not-now = Ikkje på denne dagen eller til denne tida.
prospect-no-not-declared = Fråsegna opnar ikkje for dette.
prospect-notice-title = { $house } har skrive opp adressa dykkar
prospect-notice-text =
    Hei!

    { $house } har skrive opp { $company } som ei bedrift som kan ha bruk for oss. Det gjeld denne adressa, og vi fann ho { $date } her:

    { $source }

    Vi bruker ho berre til å ta kontakt om det vi driv med, fordi vi har ei rettkomen interesse av å finne nye kundar (personvernforordninga artikkel 6 nr. 1 bokstav f). Ingen andre får ho. Etter 6 månader utan svar blir ho sletta.

    Vil de ikkje høyre frå oss? Trykk her, så blir alt sletta med ein gong:

    { $way-out }

    De kan be om innsyn, retting og sletting, og klage til Datatilsynet. Alt om det står her:

    { $privacy }

    Spørsmål? Skriv til { $email }.

    Helsing { $house }
prospect-out-title = Ikkje ta kontakt med oss
prospect-out-lead = Trykk på knappen, så slettar vi det vi har skrive opp om dykk, og tek ikkje kontakt.
prospect-out = Slett og ikkje ta kontakt
prospect-out-done-title = Det er sletta
prospect-out-done-lead = Vi har sletta det vi hadde skrive opp, og tek ikkje kontakt. Vi hugsar berre ein ukjenneleg kode, så ingen skriv dykk opp att.
prospect-out-gone-title = Her er det ingenting
prospect-out-gone-lead = Det som var skrive opp, er alt sletta.
nav-may-call = Kan vi ringje?
nav-register = Reservasjonslista
may-title = Kan vi ringje eller skrive?
may-lead = Sjekk før den første salssamtalen eller det første reklamebrevet. Å ringje om eit oppdrag er ikkje reklame. Ingenting av det du skriv her, blir lagra.
may-who = Kven gjeld det?
may-who-person = Ein privatperson
may-who-business = Eit føretak
may-who-business-hint = Også enkeltpersonføretak. Føretak kan ikkje reservere seg.
may-phone = Telefonnummer
may-phone-hint = Om du vil ringje.
may-name = Namn
may-name-hint = Om du vil sende brev: namnet og postnummeret på konvolutten.
may-postal-code = Postnummer
may-minor = Personen er under 18 år
may-check = Sjekk
may-error-nothing = Skriv eit telefonnummer, eller namn og postnummer.
may-error-name = Skriv også namnet brevet skal til.
may-error-postal-code = Skriv også postnummeret.
may-call-yes = Ja, du kan ringje
may-call-later = Ikkje no
may-call-no = Nei, ikkje ring
may-write-yes = Ja, du kan sende brev
may-write-later = Ikkje no
may-write-no = Nei, ikkje send brev
may-why-free = Står ikkje i Reservasjonsregisteret, og har ikkje sagt nei til oss.
may-why-business = Føretak kan ikkje reservere seg (marknadsføringslova §§ 12–14), og dette har ikkje sagt nei til oss.
may-why-said-yes = Har sagt ja til oss.
may-why-reserved-phone = Nummeret står i Reservasjonsregisteret mot telefonsal (marknadsføringslova §§ 12–14).
may-why-reserved-post = Namnet og postnummeret står i Reservasjonsregisteret mot adressert reklame (marknadsføringslova §§ 12–14).
may-why-not-washed = Vi har inga liste frå Reservasjonsregisteret som gjeld no. Lova vil ha henne fersk før første kontakt og kvar månad (marknadsføringslova §§ 12–14).
may-why-not-now = Privatpersonar blir ikkje ringde for sal på laurdagar, søndagar og heilagdagar, eller før kl. 9 og etter kl. 21 (marknadsføringslova §§ 12–14).
may-why-minor = Vi driv ikkje sal overfor barn (marknadsføringslova § 21).
may-why-restricted = Vi har fått melding om at dette ikkje skal brukast no (personvernforordninga artikkel 18).
may-why-said-no = Har sagt nei til oss (personvernforordninga artikkel 21).
may-why-not-declared = Personvernfråsegna vår opnar ikkje for dette.
may-why-no-basis = Vi har ikkje noko grunnlag for det.
may-when-until = I dag fram til kl. { $time }.
may-when-today = I dag
may-when-from = Frå { $day } kl. { $time }.
may-when-washed = Når lista for { $month } er lesen inn.
may-when-reserved = Ikkje så lenge dei står i registeret. Tek dei sjølve kontakt, kan du svare.
may-when-minor = Ikkje før dei har fylt 18.
may-when-said-no = Ikkje før dei sjølve ber om det.
may-no = Dei vil ikkje ha reklame
may-no-hint = Vi hugsar berre ein ukjenneleg kode. Neste gong nokon sjekkar, er svaret nei.
may-other-no = Nokon vil ikkje ha nyhendebrev
notice-may-no = Notert. Neste gong nokon sjekkar, er svaret nei.
wash-title = Reservasjonsregisteret
wash-lead = Dei som ikkje vil ha telefonsal eller adressert reklame. Lista må vere fersk før første kontakt, og kvar månad vi ringjer eller skriv.
wash-now = Listene vi har
wash-take = Les inn ny liste
wash-file = Fila frå Brønnøysundregistra
wash-file-hint = CSV med kolonnen Telefon, eller Namn og Postnummer. Førenamn og Etternamn går òg.
wash-kept = Ingen namn eller nummer blir lagra, berre ukjennelege kodar. Dei blir sletta når lista går ut. Slett fila hos deg sjølv når ho er lesen inn.
wash-phone-holds = Telefon: lesen inn { $taken }, { $count ->
        [one] eitt nummer
       *[other] { $lines } nummer
    }. Gjeld til og med { $until }.
wash-phone-ended = Telefon: lista frå { $taken } gjekk ut { $until }. Les inn ei ny før nokon ringjer til privatpersonar.
wash-phone-never = Telefon: inga liste enno. Ingen privatpersonar kan bli ringde for sal.
wash-post-holds = Post: lesen inn { $taken }, { $count ->
        [one] éi adresse
       *[other] { $lines } adresser
    }. Gjeld til og med { $until }.
wash-post-ended = Post: lista frå { $taken } gjekk ut { $until }. Les inn ei ny før nokon sender brev til privatpersonar.
wash-post-never = Post: inga liste enno. Ingen privatpersonar kan få reklamebrev.
wash-taken-title = Lista er lesen inn
wash-taken =
    { $phone-count ->
        [one] Eitt telefonnummer
       *[other] { $phones } telefonnummer
    } og { $address-count ->
        [one] éi adresse
       *[other] { $addresses } adresser
    }.
wash-passed-over =
    { $count ->
        [one] Éi linje hadde noko vi ikkje kunne lese
       *[other] { $count } linjer hadde noko vi ikkje kunne lese
    }
wash-more =
    { $count ->
        [one] Og éi til.
       *[other] Og { $count } til.
    }
wash-line = Linje
wash-why = Kva som var gale
wash-unread-phone = Ikkje eit telefonnummer
wash-unread-name = Namnet manglar
wash-unread-postal-code = Postnummeret manglar eller er ikkje fire siffer
wash-unread-nothing = Verken telefon eller namn og postnummer
wash-unread-long = Linja er for lang
wash-error-none = Vel fila først.
wash-error-text = Fila er ikkje rein tekst. Lagre henne som CSV (UTF-8) og prøv igjen.
wash-error-columns = Første linje må seie kva for kolonne som er Telefon, eller Namn og Postnummer.
wash-error-empty = Fila har ingen linjer vi kan lese. Den førre lista gjeld framleis.
prospect-address = Postadresse
prospect-postal-code = Postnummer
prospect-front = Det står på framsida
prospect-lang = Språk i meldinga
prospect-lang-hint = Det språket bedrifta les best.
prospect-way-post = Sende brev
prospect-error-address = Skriv også gateadressa eller postboksen.
prospect-error-source = Skriv heile adressa til sida, til dømes https://firma.no/kontakt.
prospect-error-front = Skriv adressa til sjølve sida der det står, til dømes https://firma.no/kontakt. Står det på framsida, kryss av for det.
prospect-wash-lead = Gjeld privatpersonar. Føretak kan ikkje reservere seg.
notice-prospect-said-no = Sletta. Adressa kan ikkje skrivast opp att.
notice-prospect-removed = Fjerna.

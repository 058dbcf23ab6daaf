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
prospect-notice-sample = Når du lagrar, sender vi melding til e-postadressa om kva vi har skrive opp, kvar vi fann det og korleis ein seier nei. Er det berre eit telefonnummer, må du gje meldinga sjølv.
prospect-error-suppressed = Denne adressa har sagt at vi ikkje skal ta kontakt. Ho er ikkje skriven opp.
prospect-error-known = Denne adressa finst hos oss frå før. Ho er ikkje skriven opp på nytt.
prospect-error-nowhere = Skriv e-post eller telefon, minst éin av delane.
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
prospect-said-no-done = Sletta. Adressa kan ikkje skrivast opp att.
prospect-remove = Fjern frå lista
prospect-removed = Fjerna.
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
prospect-wash-title = Reservasjonsregisteret
prospect-wash-lead = Lista blir lesen inn av driftsansvarleg kvar månad, før nokon ringjer eller sender brev.
prospect-wash-phone = Telefon
prospect-wash-post = Post
prospect-washed = Vaska { $date }, { $lines } linjer
prospect-never-washed = Aldri vaska
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

nav-prospects = Bedrifter
prospects-title = Bedrifter vi kan kontakte
prospects-lead = Bedrifter som er funnet på egne hjemmesider eller andre åpne steder. Hver av dem får vite hva vi har skrevet opp, og hvor vi fant det. Skjer ikke det innen en måned, slettes opplysningene av seg selv.
prospects-none = Ingen er skrevet opp ennå.
prospects-more = Vis flere
prospects-owed =
    { $count ->
        [one] Én bedrift har ikke fått beskjed ennå.
       *[other] { $count } bedrifter har ikke fått beskjed ennå.
    }
prospect-new = Skriv opp en bedrift
prospect-new-lead = Skriv opp det som står på siden, og nøyaktig hvor det står. Bare det du trenger for å ta kontakt.
prospect-company = Bedriftens navn
prospect-org-no = Organisasjonsnummer
prospect-form = Hva slags virksomhet er det?
prospect-form-hint = Et enkeltpersonforetak regnes som et menneske: Da trengs samtykke før vi skriver.
prospect-form-company = Selskap (AS, ASA, SA, NUF og andre)
prospect-form-sole-trader = Enkeltpersonforetak (ENK)
prospect-source = Siden du fant det på
prospect-source-hint = Hele adressen, for eksempel https://firma.no/kontakt
prospect-on = Dato du fant det
prospect-email = E-post
prospect-email-hint = Bruk fellesadressen (post@, firmapost@) om det finnes en.
prospect-phone = Telefon
prospect-name = Navn på kontaktperson
prospect-name-hint = Bare hvis det står på siden. Til et navngitt menneske skriver vi ikke uten samtykke.
prospect-about = Hva det gjelder
prospect-controller = På vegne av
prospect-save = Skriv opp og gi beskjed
prospect-notice-sample = Når du lagrer, sender vi beskjed til e-postadressen om hva vi har skrevet opp, hvor vi fant det og hvordan man sier nei. Uten e-post må du gi beskjeden selv.
prospect-error-suppressed = Denne adressen har sagt at vi ikke skal ta kontakt. Den er ikke skrevet opp.
prospect-error-known = Denne adressen finnes hos oss fra før. Den er ikke skrevet opp på nytt.
prospect-error-nowhere = Skriv e-post, telefon eller postadresse, minst én av delene.
prospect-error-day = Datoen må være en dag de siste fire ukene.
prospect-notice-given = Har fått beskjed
prospect-notice-posted = Beskjed er på vei
prospect-notice-owed = Gi beskjed innen { $date }
prospect-notice-failed = E-posten kom ikke fram. Gi beskjed innen { $date }
prospect-notice-late = Fristen er ute. Slettes i natt
prospect-may = Hva kan vi gjøre?
prospect-may-yes = Ja
prospect-may-no = Nei
prospect-what = Hva vi har skrevet opp
prospect-way-email = Skrive e-post
prospect-way-phone = Ringe
prospect-goes = Slettes
prospect-told = Jeg har gitt beskjed
prospect-said-no = De vil ikke kontaktes
prospect-said-no-hint = «De vil ikke kontaktes» sletter alt og husker bare en ugjenkjennelig kode, så ingen skriver dem opp igjen.
prospect-remove = Fjern fra listen
prospect-yes-role = Fellesadresse hos et selskap. Tilby alltid en enkel vei ut.
prospect-yes-not-reserved = Virksomheten kan ikke reservere seg, og har ikke sagt nei til oss.
prospect-yes-other = Det er lov.
prospect-no-no-consent = Vi har ikke samtykke.
prospect-no-withdrawn = Samtykket er trukket tilbake.
prospect-no-objected = De har sagt nei.
prospect-no-suppressed = Adressen står på sperrelisten.
prospect-no-restricted = Opplysningene er begrenset.
prospect-no-reserved = Står i Reservasjonsregisteret.
prospect-no-not-washed = Listen er ikke vasket mot Reservasjonsregisteret denne måneden.
prospect-no-minor = Mindreårig.
prospect-no-ask-again = Samtykket må innhentes på nytt.
prospect-no-wrong-controller = Samtykket gjelder et annet selskap.
prospect-no-sole-trader = Et enkeltpersonforetak regnes som et menneske. Vi må ha samtykke først.
prospect-no-named-address = Adressen er personlig. Vi må ha samtykke først.
prospect-no-not-similar = Gjelder ikke våre egne, liknende tjenester.
prospect-no-no-way-out-then = Det ble ikke tilbudt noen vei ut da adressen ble gitt.
prospect-no-no-way-out = Meldingen har ingen vei ut.
prospect-no-not-now = Ikke på denne dagen eller til denne tiden.
prospect-no-not-declared = Erklæringen åpner ikke for dette.
prospect-notice-title = { $house } har skrevet opp adressen deres
prospect-notice-text =
    Hei!

    { $house } har skrevet opp { $company } som en bedrift som kan ha bruk for oss. Det gjelder denne adressen, og vi fant den { $date } her:

    { $source }

    Vi bruker den bare til å ta kontakt om det vi driver med, fordi vi har en berettiget interesse av å finne nye kunder (personvernforordningen artikkel 6 nr. 1 bokstav f). Ingen andre får den. Etter 6 måneder uten svar slettes den.

    Vil dere ikke høre fra oss? Trykk her, så slettes alt med én gang:

    { $way-out }

    Dere kan be om innsyn, retting og sletting, og klage til Datatilsynet. Alt om det står her:

    { $privacy }

    Spørsmål? Skriv til { $email }.

    Hilsen { $house }
prospect-out-title = Ikke ta kontakt med oss
prospect-out-lead = Trykk på knappen, så sletter vi det vi har skrevet opp om dere, og tar ikke kontakt.
prospect-out = Slett og ikke ta kontakt
prospect-out-done-title = Det er slettet
prospect-out-done-lead = Vi har slettet det vi hadde skrevet opp, og tar ikke kontakt. Vi husker bare en ugjenkjennelig kode, så ingen skriver dere opp igjen.
prospect-out-gone-title = Her er det ingenting
prospect-out-gone-lead = Det som var skrevet opp, er allerede slettet.
nav-may-call = Kan vi ringe?
nav-register = Reservasjonslisten
may-title = Kan vi ringe eller skrive?
may-lead = Sjekk før den første salgssamtalen eller det første reklamebrevet. Å ringe om et oppdrag er ikke reklame. Ingenting av det du skriver her, blir lagret.
may-who = Hvem gjelder det?
may-who-person = En privatperson
may-who-business = Et foretak
may-who-business-hint = Også enkeltpersonforetak. Foretak kan ikke reservere seg.
may-phone = Telefonnummer
may-phone-hint = Hvis du vil ringe.
may-name = Navn
may-name-hint = Hvis du vil sende brev: navnet og postnummeret på konvolutten.
may-postal-code = Postnummer
may-minor = Personen er under 18 år
may-check = Sjekk
may-error-nothing = Skriv et telefonnummer, eller navn og postnummer.
may-error-name = Skriv også navnet brevet skal til.
may-error-postal-code = Skriv også postnummeret.
may-call-yes = Ja, du kan ringe
may-call-later = Ikke nå
may-call-no = Nei, ikke ring
may-write-yes = Ja, du kan sende brev
may-write-later = Ikke nå
may-write-no = Nei, ikke send brev
may-why-free = Står ikke i Reservasjonsregisteret, og har ikke sagt nei til oss.
may-why-business = Foretak kan ikke reservere seg (markedsføringsloven §§ 12–14), og dette har ikke sagt nei til oss.
may-why-said-yes = Har sagt ja til oss.
may-why-reserved-phone = Nummeret står i Reservasjonsregisteret mot telefonsalg (markedsføringsloven §§ 12–14).
may-why-reserved-post = Navnet og postnummeret står i Reservasjonsregisteret mot adressert reklame (markedsføringsloven §§ 12–14).
may-why-not-washed = Vi har ingen liste fra Reservasjonsregisteret som gjelder nå. Loven vil ha den fersk før første kontakt og hver måned (markedsføringsloven §§ 12–14).
may-why-not-now = Privatpersoner ringes ikke for salg på lørdager, søndager og helligdager, eller før kl. 9 og etter kl. 21 (markedsføringsloven §§ 12–14).
may-why-minor = Vi driver ikke salg overfor barn (markedsføringsloven § 21).
may-why-restricted = Vi har fått beskjed om at dette ikke skal brukes nå (personvernforordningen artikkel 18).
may-why-said-no = Har sagt nei til oss (personvernforordningen artikkel 21).
may-why-not-declared = Personvernerklæringen vår åpner ikke for dette.
may-why-no-basis = Vi har ikke noe grunnlag for det.
may-when-until = I dag fram til kl. { $time }.
may-when-today = I dag
may-when-from = Fra { $day } kl. { $time }.
may-when-washed = Når listen for { $month } er lest inn.
may-when-reserved = Ikke så lenge de står i registeret. Tar de selv kontakt, kan du svare.
may-when-minor = Ikke før de har fylt 18.
may-when-said-no = Ikke før de selv ber om det.
may-no = De vil ikke ha reklame
may-no-hint = Vi husker bare en ugjenkjennelig kode. Neste gang noen sjekker, er svaret nei.
may-other-no = Noen vil ikke ha nyhetsbrev
notice-may-no = Notert. Neste gang noen sjekker, er svaret nei.
wash-title = Reservasjonsregisteret
wash-lead = De som ikke vil ha telefonsalg eller adressert reklame. Listen må være fersk før første kontakt, og hver måned vi ringer eller skriver.
wash-now = Listene vi har
wash-take = Les inn ny liste
wash-file = Filen fra Brønnøysundregistrene
wash-file-hint = CSV med kolonnen Telefon, eller Navn og Postnummer. Fornavn og Etternavn går også.
wash-kept = Ingen navn eller numre lagres, bare ugjenkjennelige koder. De slettes når listen går ut. Slett filen hos deg selv når den er lest inn.
wash-phone-holds = Telefon: lest inn { $taken }, { $count ->
        [one] ett nummer
       *[other] { $lines } numre
    }. Gjelder til og med { $until }.
wash-phone-ended = Telefon: listen fra { $taken } gikk ut { $until }. Les inn en ny før noen ringer til privatpersoner.
wash-phone-never = Telefon: ingen liste ennå. Ingen privatpersoner kan ringes for salg.
wash-post-holds = Post: lest inn { $taken }, { $count ->
        [one] én adresse
       *[other] { $lines } adresser
    }. Gjelder til og med { $until }.
wash-post-ended = Post: listen fra { $taken } gikk ut { $until }. Les inn en ny før noen sender brev til privatpersoner.
wash-post-never = Post: ingen liste ennå. Ingen privatpersoner kan få reklamebrev.
wash-taken-title = Listen er lest inn
wash-taken =
    { $phone-count ->
        [one] Ett telefonnummer
       *[other] { $phones } telefonnumre
    } og { $address-count ->
        [one] én adresse
       *[other] { $addresses } adresser
    }.
wash-passed-over =
    { $count ->
        [one] Én linje hadde noe vi ikke kunne lese
       *[other] { $count } linjer hadde noe vi ikke kunne lese
    }
wash-more =
    { $count ->
        [one] Og én til.
       *[other] Og { $count } til.
    }
wash-line = Linje
wash-why = Hva som var galt
wash-unread-phone = Ikke et telefonnummer
wash-unread-name = Navnet mangler
wash-unread-postal-code = Postnummeret mangler eller er ikke fire siffer
wash-unread-nothing = Verken telefon eller navn og postnummer
wash-unread-long = Linjen er for lang
wash-error-none = Velg filen først.
wash-error-text = Filen er ikke ren tekst. Lagre den som CSV (UTF-8) og prøv igjen.
wash-error-columns = Første linje må si hvilken kolonne som er Telefon, eller Navn og Postnummer.
wash-error-empty = Filen har ingen linjer vi kan lese. Den forrige listen gjelder fortsatt.
prospect-address = Postadresse
prospect-postal-code = Postnummer
prospect-front = Det står på forsiden
prospect-lang = Språk i beskjeden
prospect-lang-hint = Det språket bedriften leser best.
prospect-way-post = Sende brev
prospect-error-address = Skriv også gateadressen eller postboksen.
prospect-error-source = Skriv hele adressen til siden, for eksempel https://firma.no/kontakt.
prospect-error-front = Skriv adressen til selve siden der det står, for eksempel https://firma.no/kontakt. Står det på forsiden, kryss av for det.
prospect-wash-lead = Gjelder privatpersoner. Foretak kan ikke reservere seg.
notice-prospect-said-no = Slettet. Adressen kan ikke skrives opp igjen.
notice-prospect-removed = Fjernet.

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
prospect-notice-sample = Når du lagrer, sender vi beskjed til e-postadressen om hva vi har skrevet opp, hvor vi fant det og hvordan man sier nei. Er det bare et telefonnummer, må du gi beskjeden selv.
prospect-error-suppressed = Denne adressen har sagt at vi ikke skal ta kontakt. Den er ikke skrevet opp.
prospect-error-known = Denne adressen finnes hos oss fra før. Den er ikke skrevet opp på nytt.
prospect-error-nowhere = Skriv e-post eller telefon, minst én av delene.
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
prospect-said-no-done = Slettet. Adressen kan ikke skrives opp igjen.
prospect-remove = Fjern fra listen
prospect-removed = Fjernet.
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
prospect-wash-title = Reservasjonsregisteret
prospect-wash-lead = Listen leses inn av driftsansvarlig hver måned, før noen ringer eller sender brev.
prospect-wash-phone = Telefon
prospect-wash-post = Post
prospect-washed = Vasket { $date }, { $lines } linjer
prospect-never-washed = Aldri vasket
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

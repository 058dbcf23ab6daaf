nav-staff = Ansatte
nav-me = Meg

# Logge inn
staff-log-in-title = Logg inn som ansatt
staff-log-in-lead = Skriv e-postadressen du er registrert med, så får du en lenke som logger deg inn. Du trenger ikke noe passord.
staff-log-in-send = Send meg en lenke
staff-log-in-customer = Er du kunde?
staff-log-in-customer-link = Logg inn på Min side
staff-email = E-post
staff-sent-title = Sjekk e-posten din
staff-sent-lead = Hvis adressen hører til en ansatt, er det nå en lenke på vei dit.
staff-sent-how = Lenken virker i 30 minutter og bare én gang. Kommer den ikke, så se i søppelposten eller spør administratoren om adressen din er riktig.
staff-sent-again = Prøv en annen adresse
staff-enter-title = Klar til å logge inn
staff-enter-lead = Trykk på knappen, så er du inne.
staff-enter-button = Logg meg inn
staff-enter-once = Lenken kan brukes én gang. Du blir logget ut etter 12 timer, eller når du ikke har gjort noe på 2 timer.
staff-no-controller = Kontoen din hører til et selskap som ikke står i personvernerklæringen, og slipper derfor ikke inn. Snakk med administratoren.
staff-no-controller-short = ikke i erklæringen
notice-staff-out = Du er logget ut.

# Brevene
staff-mail-subject = Lenke for å logge inn hos { $house }
staff-mail-body =
    Hei,

    her er lenken som logger deg inn hos { $house }:

    { $link }

    Den virker i 30 minutter og bare én gang. Har du ikke bedt om den, kan du slette denne e-posten. Da skjer det ingenting.
staff-welcome-subject = Velkommen til { $house }
staff-welcome-body =
    Hei,

    du er lagt til som ansatt hos { $house }. Logg inn her:

    { $link }

    Lenken virker i tre døgn og bare én gang. Siden ber du om en ny på innloggingssiden, med denne e-postadressen. Du trenger ikke noe passord.

# Første gang
staff-first-title = Første gang
staff-first-lead = Her er det ingen ansatte ennå. Den som har startet programmet, blir administrator og kan legge til de andre.
staff-first-button = Opprett og logg inn
staff-code = Oppstartskode
staff-code-hint = Programmet skrev den ut da det startet, slik: ABCD-EFGH-IJKL-MNOP
staff-wrong-code = Koden stemmer ikke. Bruk den som ble skrevet ut sist programmet startet.
staff-name = Navn
staff-email-hint = Hit sender vi lenken når du skal logge inn igjen.
notice-staff-first = Velkommen. Du er administrator her.

# Ansatte
staff-title = Ansatte
staff-active = De som arbeider her
staff-next-title = Dette gjenstår
staff-next-set-up = Sett opp verksteder, tider og tjenester
staff-next-add = Legg til de ansatte
staff-role = Rolle
staff-role-hint = Rollen bestemmer hva den ansatte kan åpne. Listene er hentet fra personvernerklæringen.
staff-sees = Ser:
staff-sees-nothing = ingen personopplysninger
staff-never = Ser ikke:
staff-controller = Ansatt i
staff-since = Lagt til
staff-actions = Handlinger
staff-gone = Navnet er slettet
staff-new-link = Send lenke
staff-end = Avslutt
staff-add-title = Legg til en ansatt
staff-add-email-hint = Hit går velkomstbrevet med innloggingslenken.
staff-add-button = Legg til
staff-ended = Har sluttet
staff-ended-note = Navn og e-post slettes når fristen i personvernerklæringen er ute.
staff-ended-on = sluttet { $date }
staff-last-admin = Dette er den eneste administratoren. Legg til en ny før du avslutter denne.
staff-end-title = Avslutte ansettelsen?
staff-end-1 = Den ansatte logges ut med en gang, overalt, og kan ikke logge inn igjen.
staff-end-2 = Navn og e-post slettes når fristen i personvernerklæringen er ute.
staff-end-3 = Loggen over hva den ansatte har åpnet, blir stående.
staff-end-button = Ja, avslutt
staff-end-back = Nei, gå tilbake
notice-staff-added = Den ansatte er lagt til, og velkomstbrevet er på vei.
notice-staff-ended = Ansettelsen er avsluttet, og den ansatte er logget ut.
notice-staff-link = En innloggingslenke er på vei til den ansatte.

# Meg
staff-me-title = Meg
staff-me-about = Det som er lagret om deg
staff-me-sees = Dette kan du åpne
staff-me-sees-nothing = Rollen din åpner ingen personopplysninger.
staff-me-purposes = Til dette
staff-me-never = Dette kan du ikke åpne
staff-me-out = Logg ut
staff-me-glass = Når det haster
staff-me-glass-text = Er ingen andre her, og det er fare på ferde, kan du se mer enn rollen din gir deg. Personvernansvarlig får beskjed med en gang.
staff-me-glass-go = Nødtilgang

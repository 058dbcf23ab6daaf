nav-staff = Tilsette
nav-me = Meg

# Logge inn
staff-log-in-title = Logg inn som tilsett
staff-log-in-lead = Skriv e-postadressa du er registrert med, så får du ei lenkje som loggar deg inn. Du treng ikkje noko passord.
staff-log-in-send = Send meg ei lenkje
staff-log-in-customer = Er du kunde?
staff-log-in-customer-link = Logg inn på Mi side
staff-email = E-post
staff-sent-title = Sjekk e-posten din
staff-sent-lead = Dersom adressa høyrer til ein tilsett, er det no ei lenkje på veg dit.
staff-sent-how = Lenkja verkar i 30 minutt og berre éin gong. Kjem ho ikkje, så sjå i søppelposten eller spør administratoren om adressa di er rett.
staff-sent-again = Prøv ei anna adresse
staff-enter-title = Klar til å logge inn
staff-enter-lead = Trykk på knappen, så er du inne.
staff-enter-button = Logg meg inn
staff-enter-once = Lenkja kan brukast éin gong. Du blir logga ut etter 12 timar, eller når du ikkje har gjort noko på 2 timar.
staff-no-controller = Kontoen din høyrer til eit selskap som ikkje står i personvernfråsegna, og slepp difor ikkje inn. Snakk med administratoren.
staff-no-controller-short = ikkje i fråsegna
notice-staff-out = Du er logga ut.

# Breva
staff-mail-subject = Lenkje for å logge inn hos { $house }
staff-mail-body =
    Hei,

    her er lenkja som loggar deg inn hos { $house }:

    { $link }

    Ho verkar i 30 minutt og berre éin gong. Har du ikkje bede om ho, kan du slette denne e-posten. Då skjer det ingenting.
staff-welcome-subject = Velkomen til { $house }
staff-welcome-body =
    Hei,

    du er lagd til som tilsett hos { $house }. Logg inn her:

    { $link }

    Lenkja verkar i tre døgn og berre éin gong. Sidan bed du om ei ny på innloggingssida, med denne e-postadressa. Du treng ikkje noko passord.

# Første gong
staff-first-title = Første gong
staff-first-lead = Her er det ingen tilsette enno. Den som har starta programmet, blir administrator og kan leggje til dei andre.
staff-first-button = Opprett og logg inn
staff-code = Oppstartskode
staff-code-hint = Programmet skreiv han ut då det starta, slik: ABCD-EFGH-IJKL-MNOP
staff-wrong-code = Koden stemmer ikkje. Bruk den som vart skriven ut sist programmet starta.
staff-name = Namn
staff-email-hint = Hit sender vi lenkja når du skal logge inn att.
notice-staff-first = Velkomen. Du er administrator her.

# Tilsette
staff-title = Tilsette
staff-active = Dei som arbeider her
staff-next-title = Dette står att
staff-next-set-up = Set opp verkstader, tider og tenester
staff-next-add = Legg til dei tilsette
staff-role = Rolle
staff-role-hint = Rolla avgjer kva den tilsette kan opne. Listene er henta frå personvernfråsegna.
staff-sees = Ser:
staff-sees-nothing = ingen personopplysningar
staff-never = Ser ikkje:
staff-controller = Tilsett i
staff-since = Lagd til
staff-actions = Handlingar
staff-gone = Namnet er sletta
staff-new-link = Send lenkje
staff-end = Avslutt
staff-add-title = Legg til ein tilsett
staff-add-email-hint = Hit går velkomstbrevet med innloggingslenkja.
staff-add-button = Legg til
staff-ended = Har slutta
staff-ended-note = Namn og e-post blir sletta når fristen i personvernfråsegna er ute.
staff-ended-on = slutta { $date }
staff-last-admin = Dette er den einaste administratoren. Legg til ein ny før du avsluttar denne.
staff-end-title = Avslutte tilsetjinga?
staff-end-1 = Den tilsette blir logga ut med ein gong, overalt, og kan ikkje logge inn att.
staff-end-2 = Namn og e-post blir sletta når fristen i personvernfråsegna er ute.
staff-end-3 = Loggen over kva den tilsette har opna, blir ståande.
staff-end-button = Ja, avslutt
staff-end-back = Nei, gå tilbake
notice-staff-added = Den tilsette er lagd til, og velkomstbrevet er på veg.
notice-staff-ended = Tilsetjinga er avslutta, og den tilsette er logga ut.
notice-staff-link = Ei innloggingslenkje er på veg til den tilsette.

# Meg
staff-me-title = Meg
staff-me-about = Det som er lagra om deg
staff-me-sees = Dette kan du opne
staff-me-sees-nothing = Rolla di opnar ingen personopplysningar.
staff-me-purposes = Til dette
staff-me-never = Dette kan du ikkje opne
staff-me-out = Logg ut
staff-me-glass = Når det hastar
staff-me-glass-text = Er ingen andre her, og det er fare på ferde, kan du sjå meir enn rolla di gir deg. Personvernansvarleg får melding med ein gong.
staff-me-glass-go = Naudtilgang

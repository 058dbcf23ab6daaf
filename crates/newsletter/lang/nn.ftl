beside-newsletters = Nyhendebrev
beside-newsletters-lead = Kva brev du stod på lista for, og korleis det gjekk. Vi veit ikkje om du opna dei.
beside-newsletter-state = Korleis det gjekk
beside-newsletter-skipped = Ikkje sendt til deg
beside-reminders = Påminningar om EU-kontroll
beside-reminders-lead = Fristar vi har minna deg på.
beside-reminders-due = Frist
nav-newsletter = Nyhendebrev
nav-newsletter-leave = Meld nokon av nyhendebrev
newsletter-title = Nyhendebrev
newsletter-lead = Vel kva du vil lese om. Du kan melde deg av med eitt trykk i kvart brev.
newsletter-email = E-post
newsletter-email-hint = Adressa brevet skal gå til.
newsletter-topics = Kva vil du ha?
newsletter-wishes = Meir treffsikkert (valfritt)
newsletter-wishes-hint = Nokre brev gjeld berre éin verkstad eller eitt slags påbygg. Du får dei om du kryssar av her. Vi ser aldri på kva du har fått gjort hos oss.
newsletter-workshop = Verkstad
newsletter-workshop-any = Same kva
newsletter-bodies = Påbygg
newsletter-nothing-yet = Vi sender deg ei lenkje. Før du har brukt ho, lagrar vi ingenting om deg.
newsletter-send = Send meg lenkja
newsletter-see-archive = Les det vi har sendt før
newsletter-sign-up = Få nyhendebrevet
newsletter-sent-title = Sjå i innboksen
newsletter-sent-lead = Vi har sendt deg ei lenkje som du stadfestar med. Ho gjeld i to døgn.
newsletter-sent-nothing = Kjem det ingen e-post, kan du sjå i søppelposten eller prøve igjen seinare. Stadfestar du ikkje, har vi heller ikkje lagra noko.
newsletter-confirm-subject = Stadfest at du vil ha nyhendebrev frå { $house }
newsletter-confirm-why = Nokon skreiv inn denne adressa på nettsidene våre. Vi har ikkje lagra ho.
newsletter-confirm-title = Vil du ha nyhendebrevet?
newsletter-confirm-lead = Trykk på knappen, så sender vi dette til
newsletter-confirm-out = Du kan melde deg av når du vil, med eitt trykk i kvart brev.
newsletter-confirm-button = Ja takk
newsletter-privacy = Slik behandlar vi opplysningar om deg
newsletter-in-title = Takk, du er med
newsletter-in-text = Neste brev kjem til deg. I kvart brev står det korleis du melder deg av.
newsletter-gone-title = Lenkja gjeld ikkje lenger
newsletter-gone-text = Ho er for gammal, eller nokon har bede oss om aldri å skrive til adressa. Du kan melde deg på igjen frå nettsidene.
newsletter-stop-title = Aldri skriv til meg
newsletter-stop-lead = Vi sender aldri nyhendebrev til adressa di, og påmeldinga som ventar, blir borte. Vi hugsar berre ein kode som ingen kan lese adressa av.
newsletter-stop-button = Aldri skriv til meg
newsletter-stopped-title = Det er notert
newsletter-stopped-text = Vi skriv ikkje til adressa di igjen, med mindre du sjølv melder deg på.
newsletter-line = { $topic }, frå { $controller }
newsletter-why = Du får dette brevet fordi du har sagt ja til «{ $topic }» frå { $controller }.
newsletter-why-customer = Du får dette brevet fordi du er kunde hos { $controller } og ikkje har sagt nei takk til «{ $topic }».
newsletter-to-hint-customers = Dei som har sagt ja til akkurat dette. Er det eit tema for kundar, òg kundar som har kjøpt noko, fekk tilbod om å seie nei takk og ikkje har gjort det.
newsletter-send-sure-customers = Brevet går til alle som har sagt ja og, for eit kundetema, til kundar som ikkje har sagt nei takk. Har du sett på prøva?
newsletter-office-lead-customers = Du skriv. Berre dei som har sagt ja, får brevet, og kundar når temaet er for dei. Det blir sjekka i det kvart brev går. Ingen opningar eller klikk blir målte.
newsletter-by-consent = – av desse fordi dei har sagt ja
newsletter-as-customers = – av desse fordi dei er kundar
beside-service-no = Beskjedar du har sagt nei til
beside-service-no-lead = Beskjedar om køyretøyet som du ikkje vil ha på e-post.
beside-service-no-kind = Kva slag
beside-customer = Som kunde
beside-customer-lead = Når vi sa frå om brev til kundar, kva du svara, og at du har kjøpt noko. Ikkje kva.
beside-customer-controller = Hos
beside-customer-word = Kva
beside-customer-offered = Kunne seie nei takk
beside-customer-no = Nei takk
beside-customer-sold = Kjøp
beside-customer-at = Når
newsletter-why-not-similar = Hoppa over: ikkje om eigne, liknande tenester
newsletter-why-no-way-out-then = Hoppa over: fekk ikkje tilbod om å seie nei takk
newsletter-out-link = Meld deg av
newsletter-choices-link = Vel kva du vil ha
newsletter-read-link = Les brevet på nettsidene
newsletter-out-title = Vil du melde deg av?
newsletter-out-lead = Du får i dag «{ $topic }» frå { $controller }.
newsletter-out-lead-gone = Breva denne lenkja høyrer til, blir ikkje sende lenger. Du kan seie nei til dei for godt, eller stoppe alt.
newsletter-out-topic = Stopp dette
newsletter-out-everything = Stopp alt nyhendebrev
newsletter-out-done-title = Du er meld av
newsletter-out-done-topic = Du får ikkje fleire brev om «{ $topic }». Det gjeld frå no, òg brev vi held på å sende.
newsletter-out-done-gone = Vi sender ikkje breva denne lenkja høyrde til lenger, og no har du sagt nei til dei for godt.
newsletter-out-done-everything = Du får ikkje fleire nyhendebrev frå oss. Det gjeld frå no, òg brev vi held på å sende.
newsletter-out-done-service = Meldingar om eigne bestillingar og køyretøy er ikkje nyhendebrev og kjem som før.
newsletter-choices-title = Det du får frå oss
newsletter-choices-lead = Ta bort krysset ved det du ikkje vil ha.
newsletter-choices-save = Lagre vala
newsletter-choices-more = Vil du ha noko meir, melder du deg på det her:
newsletter-choices-none = Du får ingen nyhendebrev frå oss.
notice-newsletter-chosen = Vala dine er lagra.
newsletter-receipts = Sjå kva du har sagt ja til, med kvitteringar
newsletter-archive = Nyhendebrev vi har sendt
newsletter-archive-none = Vi har ikkje sendt noko enno.
newsletter-office = Nyhendebrev
newsletter-office-lead = Du skriv. Berre dei som har sagt ja, får brevet, og det blir sjekka idet kvart brev går. Ingen opningar eller klikk blir målte.
newsletter-office-none = Ingen brev enno.
newsletter-new = Nytt brev
newsletter-compose = Skriv nyhendebrev
newsletter-state-draft = Utkast
newsletter-state-scheduled = Ventar på klokka
newsletter-state-running = Blir sendt
newsletter-state-paused = Stansa
newsletter-state-done = Sendt
newsletter-state-cancelled = Avslutta før tida
newsletter-lang-nb = Bokmål
newsletter-lang-nn = Nynorsk
newsletter-lang-en = Engelsk
newsletter-to = Til
newsletter-to-hint = Dei som har sagt ja til akkurat dette.
newsletter-lang = Språk
newsletter-subject = Emne
newsletter-text = Brevet
newsletter-text-hint = Skriv i Markdown: # overskrift, *utheva*, - punkt, [ord](https://adresse). Bilete og HTML går ikkje, for dei ville fortelje kven som opnar brevet.
newsletter-segment = Berre til nokre av dei
newsletter-segment-hint = Berre dei som sjølve har kryssa av for dette hos oss, får brevet. Andre opplysningar kan ikkje brukast til å velje.
newsletter-open = Vis brevet i arkivet på nettsidene
newsletter-rest = Dei som ikkje har fått brevet, skal få denne teksten
newsletter-rest-hint = Utan kryss får dei teksten sendinga byrja med. Dei som har fått brevet, får det ikkje éin gong til.
newsletter-keep = Lagre
newsletter-over = Brevet er ferdig og kan ikkje endrast. Vil du bruke teksten igjen, får du eit nytt utkast.
newsletter-copy = Nytt utkast med denne teksten
newsletter-looked = Slik vart det
newsletter-preview = Slik blir det
newsletter-preview-button = Sjå førehandsvising
newsletter-preview-back = Brevet er ikkje lagra her. Lukk fana for å skrive vidare.
newsletter-preview-desk = På skjerm, lyst
newsletter-preview-phone = På telefon, mørkt
newsletter-preview-text = Rein tekst, som alltid følgjer med
newsletter-wrong = Dette må bort før brevet kan lagrast
newsletter-fault-picture = Linje { $line }: eit bilete
newsletter-fault-html = Linje { $line }: HTML
newsletter-fault-link = Linje { $line }: ei lenkje som ikkje byrjar med https, mailto eller tel
newsletter-do = Sending
newsletter-begins = Byrjar { $when }
newsletter-test = Send ei prøve til meg
newsletter-send-now = Send no
newsletter-reach = { $count ->
    [0] Ingen har sagt ja til dette enno.
    [one] Éin har sagt ja til dette.
   *[other] { $count } har sagt ja til dette.
}
newsletter-reach-many = Meir enn { $count } har sagt ja til dette.
newsletter-reach-bought = { $count ->
    [0] Ingen kundar kan få det utan å ha sagt ja.
    [one] Éin kunde kan få det utan å ha sagt ja. Kvar får eitt brev.
   *[other] { $count } kundar kan få det utan å ha sagt ja. Kvar får eitt brev.
}
newsletter-reach-bought-many = Meir enn { $count } kundar kan få det utan å ha sagt ja. Kvar får eitt brev.
newsletter-reach-segment = Berre dei som har valt verkstaden eller påbygget du har kryssa av for, får det. Kor mange det er, syner seg fyrst når breva går, for det folk har valt, er låst.
newsletter-send-sure = Brevet går til alle som har sagt ja. Har du sett på prøva?
newsletter-at = Send på eit bestemt tidspunkt
newsletter-schedule = Set opp
newsletter-unschedule = Tilbake til utkast
newsletter-pause = Stans
newsletter-resume = Hald fram
newsletter-cancel = Avslutt
newsletter-cancel-sure = Ingen fleire får brevet, og det kan ikkje startast igjen.
newsletter-progress = Framdrift
newsletter-done = Ferdig handsama
newsletter-of = { $done } av { $all }
newsletter-sent = Sendt
newsletter-waiting = Ventar
newsletter-doubted = – av desse kanskje leverte: tenaren svarte ikkje. Dei får brevet ein gong til
newsletter-unsure = Kanskje levert: tenaren svarte ikkje
newsletter-failed = Avvist av tenaren til mottakaren
newsletter-bounced = – av desse kom tilbake som ikkje leverte
newsletter-complained = Melde som uønskte av mottakaren
newsletter-speed = Fart
newsletter-a-minute = { $count } i minuttet
newsletter-left = Att
newsletter-minutes = omtrent { $count } min
newsletter-text-number = Sendt med tekst nr. { $number }
newsletter-why-no-consent = Hoppa over: har ikkje sagt ja
newsletter-why-withdrawn = Hoppa over: har meldt seg av
newsletter-why-objected = Hoppa over: har reservert seg
newsletter-why-suppressed = Hoppa over: vil ikkje bli skriven til
newsletter-why-restricted = Hoppa over: opplysningane er avgrensa
newsletter-why-ask-again = Hoppa over: må spørjast på nytt
newsletter-why-wrong-controller = Hoppa over: har sagt ja til det andre selskapet
newsletter-why-segment = Hoppa over: utanfor utvalet
newsletter-why-gone = Hoppa over: finst ikkje lenger hos oss
newsletter-why-other = Hoppa over av annan grunn
newsletter-restored-title = Sendinga er stansa
newsletter-restored = Databasen er henta tilbake frå ein kopi, og fila som veit kven som har fått brevet, manglar eller er skadd. For at ingen skal få brevet to gonger, kan sendinga berre avsluttast. Vil du skrive til dei andre, lagar du eit nytt brev.
newsletter-fetched-of = Databasen er henta tilbake frå ein kopi. Då hadde { $handed } av { $all } på lista fått brevet. Dei får det ikkje ein gong til.
newsletter-fetched = Databasen er henta tilbake frå ein kopi. Då hadde { $handed } fått brevet. Dei får det ikkje ein gong til.
newsletter-fetched-perhaps = For { $perhaps } av dei er det ikkje sikkert: brevet var på veg då programmet stansa. Dei står som kanskje levert.
newsletter-fetched-look = Resten kan få brevet no. Sjå over teksten nedst først: han er slik han var då kopien vart teken, og kan vere eldre enn den som vart send.
newsletter-go-on = Send til resten
newsletter-refused-title = E-posttenaren avviser alle
newsletter-refused = Tjue brev på rad vart avviste utan at noko gjekk gjennom. Då er feilen gjerne hos oss: tenaren vil ikkje sende for oss, eller adressa vår er sperra. Dei som vart avviste, står på lista igjen. Få det retta hos den som driv tenaren, og trykk «Hald fram». Var det gamle adresser, held du berre fram.
newsletter-silent-title = E-posttenaren svarer ikkje
newsletter-silent = Tjue brev på rad gjekk over til tenaren utan at han svarte. Kanskje kom dei fram, kanskje ikkje. Sendinga er stansa, så ingen fleire kan få brevet to gonger. Sjå kva som er gale med tenaren, og trykk «Hald fram».
newsletter-error-topic = Vel minst eitt.
newsletter-error-subject = Skriv eit emne.
newsletter-error-subject-long = Emnet er for langt. Høgst 150 teikn.
newsletter-error-text = Skriv noko i brevet.
newsletter-error-faults = Brevet har noko som ikkje kan sendast. Sjå lista under «Slik blir det».
newsletter-error-ended = Brevet er sendt og kan ikkje endrast.
newsletter-error-time = Skriv dato og klokkeslett.
newsletter-error-stands = Det går ikkje slik brevet står no. Last sida på nytt.
newsletter-error-own = Vi har inga adresse for deg.
notice-newsletter-kept = Brevet er lagra.
notice-newsletter-scheduled = Sendinga er sett opp.
notice-newsletter-unscheduled = Brevet er eit utkast igjen.
notice-newsletter-paused = Sendinga er stansa.
notice-newsletter-resumed = Sendinga held fram.
notice-newsletter-gone-on = Resten får brevet no.
notice-newsletter-cancelled = Sendinga er avslutta.
notice-newsletter-tested = Prøva er send til deg.
notice-newsletter-not-tested = E-posttenaren tok ikkje imot prøva no.
nav-recall = Tilbakekalling
recall-title = Tilbakekalling
recall-lead = Noko på visse køyretøy må sjåast på. Dei som har med køyretøyet å gjere i dag, får eitt brev. Brevet skal seie kva som er gale og kva dei skal gjere, ikkje selje noko.
recall-which = Kva køyretøy?
recall-which-plates = Desse kjennemerka
recall-which-kind = Alle av eit slag
recall-plates = Kjennemerke
recall-plates-hint = Eitt på kvar linje, eller med komma imellom.
recall-make = Merke
recall-make-hint = Slik det står i vognkortet. Tomt felt: alle merke.
recall-bodies = Påbygg
recall-bodies-hint = Ingen kryss: alle påbygg.
recall-subject = Emne
recall-text = Kva er gale, og kva skal dei gjere?
recall-text-hint = Kjennemerket, ei lenkje til å bestille time og vegen ut kjem med av seg sjølv.
recall-send = Send breva
recall-sure = Breva går i løpet av nokre minutt, mellom kl. 9 og 20, og kan ikkje stansast.
recall-sent = Tilbakekallingar vi har sendt
recall-none = Ingen enno.
recall-pending = { $count } køyretøy ventar
recall-posted = { $count } køyretøy: brev sendt
recall-nobody = { $count } køyretøy: ingen å skrive til, ring eller finn dei på annan måte
recall-other = { $count } køyretøy er ikkje av dette slaget
recall-error-plates = Skriv minst eitt kjennemerke, høgst 2000.
recall-error-unknown = Ingen av køyretøya finst hos oss.
recall-error-kind = Skriv eit merke eller kryss av for eit påbygg.
recall-error-make = Merket er for langt. Høgst 40 teikn.
recall-error-words = Skriv noko her, og ikkje for langt.
recall-error-offer = Dette liknar eit tilbod. I eit brev om tryggleik skal det ikkje stå noko som sel.
notice-recall-sent = Tilbakekallinga er teken imot. Breva går av seg sjølv.
reminder-inspection-subject = Frist for EU-kontroll { $date }
newsletter-confirm-letter =
    Hei!

    Nokon, truleg du, har bede om nyhendebrev frå { $house } til denne adressa.

    Stadfest her: [ja, eg vil ha det]({ $confirm })

    Lenkja gjeld i to døgn. Gjer du ingenting, skjer det ingenting: Vi har ikkje lagra adressa di.

    Var det ikkje deg? [Aldri skriv til meg]({ $stop })
reminder-inspection-letter =
    Hei!

    Køyretøyet { $plate } har frist for EU-kontroll { $date }. Fristen er henta frå køyretøyregisteret.

    Du kan bestille time her: { $book }

    Har du alt vore til kontroll, kan du sjå bort frå dette.

    Har du ikkje lenger køyretøyet: { $sold }

    Vil du ikkje ha slike påminningar: { $out }

    Helsing { $house }
recall-letter =
    Hei!

    Dette gjeld køyretøyet { $plate }.

    { $text }

    Du kan bestille time her: { $book }

    Har du ikkje lenger køyretøyet: { $sold }

    Vil du ikkje ha slike varsel: { $out }

    Helsing { $house }

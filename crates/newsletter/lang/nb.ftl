beside-newsletters = Nyhetsbrev
beside-newsletters-lead = Hvilke brev du sto på listen for, og hvordan det gikk. Vi vet ikke om du åpnet dem.
beside-newsletter-state = Hvordan det gikk
beside-newsletter-skipped = Ikke sendt til deg
beside-reminders = Påminnelser om EU-kontroll
beside-reminders-lead = Frister vi har minnet deg på.
beside-reminders-due = Frist
nav-newsletter = Nyhetsbrev
nav-newsletter-leave = Meld noen av nyhetsbrev
newsletter-title = Nyhetsbrev
newsletter-lead = Velg hva du vil lese om. Du kan melde deg av med ett trykk i hvert brev.
newsletter-email = E-post
newsletter-email-hint = Adressen brevet skal gå til.
newsletter-topics = Hva vil du ha?
newsletter-wishes = Mer treffsikkert (valgfritt)
newsletter-wishes-hint = Noen brev gjelder bare ett verksted eller ett slags påbygg. Du får dem hvis du krysser av her. Vi ser aldri på hva du har fått gjort hos oss.
newsletter-workshop = Verksted
newsletter-workshop-any = Uansett
newsletter-bodies = Påbygg
newsletter-nothing-yet = Vi sender deg en lenke. Før du har brukt den, lagrer vi ingenting om deg.
newsletter-send = Send meg lenken
newsletter-see-archive = Les det vi har sendt før
newsletter-sign-up = Få nyhetsbrevet
newsletter-sent-title = Se i innboksen
newsletter-sent-lead = Vi har sendt deg en lenke som du bekrefter med. Den gjelder i to døgn.
newsletter-sent-nothing = Kommer det ingen e-post, kan du se i søppelposten eller prøve igjen senere. Bekrefter du ikke, har vi heller ikke lagret noe.
newsletter-confirm-subject = Bekreft at du vil ha nyhetsbrev fra { $house }
newsletter-confirm-why = Noen skrev inn denne adressen på nettsidene våre. Vi har ikke lagret den.
newsletter-confirm-title = Vil du ha nyhetsbrevet?
newsletter-confirm-lead = Trykk på knappen, så sender vi dette til
newsletter-confirm-out = Du kan melde deg av når du vil, med ett trykk i hvert brev.
newsletter-confirm-button = Ja takk
newsletter-privacy = Slik behandler vi opplysninger om deg
newsletter-in-title = Takk, du er med
newsletter-in-text = Neste brev kommer til deg. I hvert brev står det hvordan du melder deg av.
newsletter-gone-title = Lenken gjelder ikke lenger
newsletter-gone-text = Den er for gammel, eller noen har bedt oss om aldri å skrive til adressen. Du kan melde deg på igjen fra nettsidene.
newsletter-stop-title = Aldri skriv til meg
newsletter-stop-lead = Vi sender aldri nyhetsbrev til adressen din, og påmeldingen som venter, blir borte. Vi husker bare en kode som ingen kan lese adressen av.
newsletter-stop-button = Aldri skriv til meg
newsletter-stopped-title = Det er notert
newsletter-stopped-text = Vi skriver ikke til adressen din igjen, med mindre du selv melder deg på.
newsletter-line = { $topic }, fra { $controller }
newsletter-why = Du får dette brevet fordi du har sagt ja til «{ $topic }» fra { $controller }.
newsletter-why-customer = Du får dette brevet fordi du er kunde hos { $controller } og ikke har sagt nei takk til «{ $topic }».
newsletter-to-hint-customers = De som har sagt ja til akkurat dette. Er det et tema for kunder, også kunder som har kjøpt noe, fikk tilbud om å si nei takk og ikke har gjort det.
newsletter-send-sure-customers = Brevet går til alle som har sagt ja og, for et kundetema, til kunder som ikke har sagt nei takk. Har du sett på prøven?
newsletter-office-lead-customers = Du skriver. Bare de som har sagt ja, får brevet, og kunder når temaet er for dem. Det sjekkes idet hvert brev går. Ingen åpninger eller klikk måles.
newsletter-by-consent = – av disse fordi de har sagt ja
newsletter-as-customers = – av disse fordi de er kunder
beside-service-no = Beskjeder du har sagt nei til
beside-service-no-lead = Beskjeder om kjøretøyet som du ikke vil ha på e-post.
beside-service-no-kind = Hva slags
beside-customer = Som kunde
beside-customer-lead = Når vi sa fra om brev til kunder, hva du svarte, og at du har kjøpt noe. Ikke hva.
beside-customer-controller = Hos
beside-customer-word = Hva
beside-customer-offered = Kunne si nei takk
beside-customer-no = Nei takk
beside-customer-sold = Kjøp
beside-customer-at = Når
newsletter-why-not-similar = Hoppet over: ikke om egne, lignende tjenester
newsletter-why-no-way-out-then = Hoppet over: fikk ikke tilbud om å si nei takk
newsletter-out-link = Meld deg av
newsletter-choices-link = Velg hva du vil ha
newsletter-read-link = Les brevet på nettsidene
newsletter-out-title = Vil du melde deg av?
newsletter-out-lead = Du får i dag «{ $topic }» fra { $controller }.
newsletter-out-lead-gone = Brevene denne lenken hører til, sendes ikke lenger. Du kan si nei til dem for godt, eller stoppe alt.
newsletter-out-topic = Stopp dette
newsletter-out-everything = Stopp alt nyhetsbrev
newsletter-out-done-title = Du er meldt av
newsletter-out-done-topic = Du får ikke flere brev om «{ $topic }». Det gjelder fra nå, også brev vi holder på å sende.
newsletter-out-done-gone = Vi sender ikke brevene denne lenken hørte til lenger, og nå har du sagt nei til dem for godt.
newsletter-out-done-everything = Du får ikke flere nyhetsbrev fra oss. Det gjelder fra nå, også brev vi holder på å sende.
newsletter-out-done-service = Beskjeder om egne bestillinger og kjøretøy er ikke nyhetsbrev og kommer som før.
newsletter-choices-title = Det du får fra oss
newsletter-choices-lead = Ta bort krysset ved det du ikke vil ha.
newsletter-choices-save = Lagre valgene
newsletter-choices-more = Vil du ha noe mer, melder du deg på det her:
newsletter-choices-none = Du får ingen nyhetsbrev fra oss.
notice-newsletter-chosen = Valgene dine er lagret.
newsletter-receipts = Se hva du har sagt ja til, med kvitteringer
newsletter-archive = Nyhetsbrev vi har sendt
newsletter-archive-none = Vi har ikke sendt noe ennå.
newsletter-office = Nyhetsbrev
newsletter-office-lead = Du skriver. Bare de som har sagt ja, får brevet, og det sjekkes idet hvert brev går. Ingen åpninger eller klikk måles.
newsletter-office-none = Ingen brev ennå.
newsletter-new = Nytt brev
newsletter-compose = Skriv nyhetsbrev
newsletter-state-draft = Utkast
newsletter-state-scheduled = Venter på klokken
newsletter-state-running = Sendes
newsletter-state-paused = Stanset
newsletter-state-done = Sendt
newsletter-state-cancelled = Avsluttet før tiden
newsletter-lang-nb = Bokmål
newsletter-lang-nn = Nynorsk
newsletter-lang-en = Engelsk
newsletter-to = Til
newsletter-to-hint = De som har sagt ja til akkurat dette.
newsletter-lang = Språk
newsletter-subject = Emne
newsletter-text = Brevet
newsletter-text-hint = Skriv i Markdown: # overskrift, *uthevet*, - punkt, [ord](https://adresse). Bilder og HTML går ikke, for de ville fortelle hvem som åpner brevet.
newsletter-segment = Bare til noen av dem
newsletter-segment-hint = Bare de som selv har krysset av for dette hos oss, får brevet. Andre opplysninger kan ikke brukes til å velge.
newsletter-open = Vis brevet i arkivet på nettsidene
newsletter-rest = De som ikke har fått brevet, skal få denne teksten
newsletter-rest-hint = Uten kryss får de teksten sendingen begynte med. De som har fått brevet, får det ikke en gang til.
newsletter-keep = Lagre
newsletter-over = Brevet er ferdig og kan ikke endres. Vil du bruke teksten igjen, får du et nytt utkast.
newsletter-copy = Nytt utkast med denne teksten
newsletter-looked = Slik ble det
newsletter-preview = Slik blir det
newsletter-preview-button = Se forhåndsvisning
newsletter-preview-back = Brevet er ikke lagret her. Lukk fanen for å skrive videre.
newsletter-preview-desk = På skjerm, lyst
newsletter-preview-phone = På telefon, mørkt
newsletter-preview-text = Ren tekst, som alltid følger med
newsletter-wrong = Dette må bort før brevet kan lagres
newsletter-fault-picture = Linje { $line }: et bilde
newsletter-fault-html = Linje { $line }: HTML
newsletter-fault-link = Linje { $line }: en lenke som ikke begynner med https, mailto eller tel
newsletter-do = Sending
newsletter-begins = Begynner { $when }
newsletter-test = Send en prøve til meg
newsletter-send-now = Send nå
newsletter-reach = { $count ->
    [0] Ingen har sagt ja til dette ennå.
    [one] Én har sagt ja til dette.
   *[other] { $count } har sagt ja til dette.
}
newsletter-reach-many = Mer enn { $count } har sagt ja til dette.
newsletter-reach-bought = { $count ->
    [0] Ingen kunder kan få det uten å ha sagt ja.
    [one] Én kunde kan få det uten å ha sagt ja. Hver får ett brev.
   *[other] { $count } kunder kan få det uten å ha sagt ja. Hver får ett brev.
}
newsletter-reach-bought-many = Mer enn { $count } kunder kan få det uten å ha sagt ja. Hver får ett brev.
newsletter-reach-segment = Bare de som har valgt verkstedet eller påbygget du har krysset av for, får det. Hvor mange det er, viser seg først når brevene går, for det folk har valgt, er låst.
newsletter-send-sure = Brevet går til alle som har sagt ja. Har du sett på prøven?
newsletter-at = Send på et bestemt tidspunkt
newsletter-schedule = Sett opp
newsletter-unschedule = Tilbake til utkast
newsletter-pause = Stans
newsletter-resume = Fortsett
newsletter-cancel = Avslutt
newsletter-cancel-sure = Ingen flere får brevet, og det kan ikke startes igjen.
newsletter-progress = Framdrift
newsletter-done = Ferdig behandlet
newsletter-of = { $done } av { $all }
newsletter-sent = Sendt
newsletter-waiting = Venter
newsletter-doubted = – av disse kanskje levert: tjeneren svarte ikke. De får brevet én gang til
newsletter-unsure = Kanskje levert: tjeneren svarte ikke
newsletter-failed = Avvist av mottakerens tjener
newsletter-bounced = – av disse kom tilbake som ikke levert
newsletter-complained = Meldt som uønsket av mottakeren
newsletter-speed = Fart
newsletter-a-minute = { $count } i minuttet
newsletter-left = Igjen
newsletter-minutes = omtrent { $count } min
newsletter-text-number = Sendt med tekst nr. { $number }
newsletter-why-no-consent = Hoppet over: har ikke sagt ja
newsletter-why-withdrawn = Hoppet over: har meldt seg av
newsletter-why-objected = Hoppet over: har reservert seg
newsletter-why-suppressed = Hoppet over: vil ikke bli skrevet til
newsletter-why-restricted = Hoppet over: opplysningene er begrenset
newsletter-why-ask-again = Hoppet over: må spørres på nytt
newsletter-why-wrong-controller = Hoppet over: har sagt ja til det andre selskapet
newsletter-why-segment = Hoppet over: utenfor utvalget
newsletter-why-gone = Hoppet over: finnes ikke lenger hos oss
newsletter-why-other = Hoppet over av annen grunn
newsletter-restored-title = Sendingen er stanset
newsletter-restored = Databasen er hentet tilbake fra en kopi, og filen som vet hvem som har fått brevet, mangler eller er skadet. For at ingen skal få brevet to ganger, kan sendingen bare avsluttes. Vil du skrive til de andre, lager du et nytt brev.
newsletter-fetched-of = Databasen er hentet tilbake fra en kopi. Da hadde { $handed } av { $all } på listen fått brevet. De får det ikke en gang til.
newsletter-fetched = Databasen er hentet tilbake fra en kopi. Da hadde { $handed } fått brevet. De får det ikke en gang til.
newsletter-fetched-perhaps = For { $perhaps } av dem er det ikke sikkert: brevet var på vei da programmet stanset. De står som kanskje levert.
newsletter-fetched-look = Resten kan få brevet nå. Se over teksten nederst først: den er slik den var da kopien ble tatt, og kan være eldre enn den som ble sendt.
newsletter-go-on = Send til resten
newsletter-refused-title = E-posttjeneren avviser alle
newsletter-refused = Tjue brev på rad ble avvist uten at noe gikk gjennom. Da er feilen gjerne hos oss: tjeneren vil ikke sende for oss, eller adressen vår er sperret. De som ble avvist, står på listen igjen. Få det rettet hos den som driver tjeneren, og trykk «Fortsett». Var det gamle adresser, fortsetter du bare.
newsletter-silent-title = E-posttjeneren svarer ikke
newsletter-silent = Tjue brev på rad gikk over til tjeneren uten at den svarte. Kanskje kom de fram, kanskje ikke. Sendingen er stanset, så ingen flere kan få brevet to ganger. Se hva som er galt med tjeneren, og trykk «Fortsett».
newsletter-error-topic = Velg minst ett.
newsletter-error-subject = Skriv et emne.
newsletter-error-subject-long = Emnet er for langt. Høyst 150 tegn.
newsletter-error-text = Skriv noe i brevet.
newsletter-error-faults = Brevet har noe som ikke kan sendes. Se listen under «Slik blir det».
newsletter-error-ended = Brevet er sendt og kan ikke endres.
newsletter-error-time = Skriv dato og klokkeslett.
newsletter-error-stands = Det går ikke slik brevet står nå. Last siden på nytt.
newsletter-error-own = Vi har ingen adresse for deg.
notice-newsletter-kept = Brevet er lagret.
notice-newsletter-scheduled = Sendingen er satt opp.
notice-newsletter-unscheduled = Brevet er et utkast igjen.
notice-newsletter-paused = Sendingen er stanset.
notice-newsletter-resumed = Sendingen fortsetter.
notice-newsletter-gone-on = Resten får brevet nå.
notice-newsletter-cancelled = Sendingen er avsluttet.
notice-newsletter-tested = Prøven er sendt til deg.
notice-newsletter-not-tested = E-posttjeneren tok ikke imot prøven nå.
nav-recall = Tilbakekalling
recall-title = Tilbakekalling
recall-lead = Noe på bestemte kjøretøy må ses på. De som har med kjøretøyet å gjøre i dag, får ett brev. Brevet skal si hva som er galt og hva de skal gjøre, ikke selge noe.
recall-which = Hvilke kjøretøy?
recall-which-plates = Disse kjennemerkene
recall-which-kind = Alle av et slag
recall-plates = Kjennemerker
recall-plates-hint = Ett på hver linje, eller med komma mellom.
recall-make = Merke
recall-make-hint = Slik det står i vognkortet. Tomt felt: alle merker.
recall-bodies = Påbygg
recall-bodies-hint = Ingen kryss: alle påbygg.
recall-subject = Emne
recall-text = Hva er galt, og hva skal de gjøre?
recall-text-hint = Kjennemerket, en lenke til å bestille time og veien ut kommer med av seg selv.
recall-send = Send brevene
recall-sure = Brevene går i løpet av noen minutter, mellom kl. 9 og 20, og kan ikke stanses.
recall-sent = Tilbakekallinger vi har sendt
recall-none = Ingen ennå.
recall-pending = { $count } kjøretøy venter
recall-posted = { $count } kjøretøy: brev sendt
recall-nobody = { $count } kjøretøy: ingen å skrive til, ring eller finn dem på annen måte
recall-other = { $count } kjøretøy er ikke av dette slaget
recall-error-plates = Skriv minst ett kjennemerke, høyst 2000.
recall-error-unknown = Ingen av kjøretøyene finnes hos oss.
recall-error-kind = Skriv et merke eller kryss av for et påbygg.
recall-error-make = Merket er for langt. Høyst 40 tegn.
recall-error-words = Skriv noe her, og ikke for langt.
recall-error-offer = Dette ligner et tilbud. I et brev om sikkerhet skal det ikke stå noe som selger.
notice-recall-sent = Tilbakekallingen er tatt imot. Brevene går av seg selv.
reminder-inspection-subject = Frist for EU-kontroll { $date }
newsletter-confirm-letter =
    Hei!

    Noen, forhåpentligvis du, har bedt om nyhetsbrev fra { $house } til denne adressen.

    Bekreft her: [ja, jeg vil ha det]({ $confirm })

    Lenken gjelder i to døgn. Gjør du ingenting, skjer det ingenting: Vi har ikke lagret adressen din.

    Var det ikke deg? [Aldri skriv til meg]({ $stop })
reminder-inspection-letter =
    Hei!

    Kjøretøyet { $plate } har frist for EU-kontroll { $date }. Fristen er hentet fra kjøretøyregisteret.

    Du kan bestille time her: { $book }

    Har du allerede vært til kontroll, kan du se bort fra dette.

    Har du ikke lenger kjøretøyet: { $sold }

    Vil du ikke ha slike påminnelser: { $out }

    Hilsen { $house }
recall-letter =
    Hei!

    Dette gjelder kjøretøyet { $plate }.

    { $text }

    Du kan bestille time her: { $book }

    Har du ikke lenger kjøretøyet: { $sold }

    Vil du ikke ha slike varsler: { $out }

    Hilsen { $house }

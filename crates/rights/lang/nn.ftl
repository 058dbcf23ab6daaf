nav-rights-held = Det vi har om deg
nav-rights-looked = Kven har sett
nav-rights-requests = Rettane dine
nav-rights-office = Krav
nav-rights-register = Registrer krav
nav-rights-sweep = Slettinga i kveld
nav-rights-holds = Haldne att
nav-rights-log = Innsynslogg
nav-rights-proof = Prov
notice-rights-received = Kravet ditt er motteke. Du ser fristen under.
notice-rights-withdrawn = Kravet er trekt.
notice-rights-registered = Kravet er registrert, og fristen går frå dagen det kom.
notice-rights-answered = Svaret er sendt.
notice-rights-extended = Fristen er utvida, og personen har fått vite kvifor.
notice-rights-paper = Personen har ingen e-post hos oss. Skriv ut brevet, og sei frå her når det er sendt.
notice-rights-posted = Det er notert at brevet er levert.
notice-rights-held = Opplysningane blir haldne att til datoen du valde.
notice-rights-released = Oppheva. Det som venta, blir sletta i kveld.
notice-rights-erased = Slettinga er gjennomført. Dette er kvitteringa personen har fått.
notice-rights-proved = Fråsegna er kontrollert på nytt.
rights-already-answered = Kravet er alt svart på.
rights-still-busy = Noko er framleis i gang som treng opplysningane. Avslutt eller avlys det først.
rights-held-title = Kva vi har om deg
rights-held-lead = Alt vi har om deg, kvifor, kvar det kjem frå, og når det går. Sida blir laga av opplysningane sjølve kvar gong du opnar henne.
rights-held-none = Vi har ingen opplysningar her.
rights-download = Last ned alt (ZIP)
rights-download-theirs = Last ned opplysningane til personen (ZIP)
rights-use = Bruk rettane dine
rights-goes = Blir sletta
rights-also = Blir òg brukt til
rights-recipients = Mottakarar
rights-held-back = Halde att
rights-review = blir vurdert på nytt
rights-until-hold = Når grunnen til å halde det att fell bort
rights-show = { $count ->
    [one] Vis den eine opplysninga
   *[other] Vis { $count } opplysningar
}
rights-notice = fråsegn utgåve { $version }
rights-strand-live = I bruk
rights-strand-restricted = Låst
rights-strand-held = Halde att
rights-vehicle = Køyretøyet
rights-vehicle-lead = Dette høyrer til køyretøyet og følgjer det vidare. Du ser det så lenge du har med det å gjere.
rights-consents = Samtykke
rights-consent-given = Gjeve
rights-consent-withdrawn = Trekt
rights-requests = Det du har bede om
rights-erased-before = Sletta tidlegare
rights-source-you = frå deg
rights-source-deliverer = frå den som leverte køyretøyet
rights-source-register = frå køyretøyregisteret til Statens vegvesen
rights-source-staff = notert av verkstaden
rights-source-derived = laga av oss ut frå resten
rights-source-web = frå opne nettsider
rights-source-other = frå ei anna kjelde
rights-while-booking = så lenge timen din står
rights-while-visit = så lenge køyretøyet er inne hos oss
rights-while-order = så lenge arbeidet går føre seg
rights-while-approval = så lenge prisen ventar på godkjenning
rights-while-account = så lenge du har kundekonto
rights-while-enquiry = så lenge spørsmålet ditt er ope
rights-while-request = så lenge kravet ditt blir behandla
rights-while-consent = så lenge samtykket ditt står
rights-while-staff = så lenge arbeidsforholdet varer
rights-while-vehicle = så lenge køyretøyet er i bruk
rights-while-claim = så lenge reklamasjonen er open
rights-while-other = så lenge saka er open
rights-panel-what = Kva vi har om deg
rights-panel-what-count = { $count ->
    [one] Eitt slag opplysning, med grunn, kjelde og dato for sletting.
   *[other] { $count } slag opplysningar, med grunn, kjelde og dato for sletting.
}
rights-panel-what-open = Sjå alt
rights-panel-look = Kven har opna opplysningane dine
rights-panel-look-last = Sist { $when }.
rights-panel-look-open = Sjå kven og kvifor
rights-looked-title = Kven har sett opplysningane dine
rights-looked-lead = Kvar gong nokon andre enn du opnar noko om deg, står det her: kva rolle, kva det gjaldt og når. Loggen kan ikkje endrast utan at det syner.
rights-looked-none = Ingen andre enn du har opna opplysningar om deg.
rights-when = Når
rights-who = Kven
rights-why = Kvifor
rights-what = Kva
rights-law = Etter
rights-since = Sidan
rights-who-chore = Datasystemet sjølv
rights-who-letters = Datasystemet, for å sende deg ei melding
rights-who-prove = Datasystemet, for å kontrollere lovnadene
rights-case-booking = ei bestilling
rights-case-visit = eit besøk
rights-case-order = eit oppdrag
rights-case-enquiry = eit spørsmål
rights-case-claim = ein reklamasjon eller ei garantisak
rights-case-request = eit krav om rettar
rights-case-log-in = innlogging
rights-case-account = kontoen, som har stått ubrukt
rights-case-message = ei melding
rights-case-purchase = eit kjøp
rights-case-vehicle = eit køyretøy
rights-case-consents = samtykka dine
rights-case-look = ei opning som vart etterprøvd
rights-case-campaign = eit nyhendebrev
rights-case-recall = ei tilbakekalling
rights-case-prospect = ein førespurnad til bedrifta
rights-case-locked = det bokføringa tek vare på
rights-case-desk = søk eller oversyn hos verkstaden
rights-case-staff = tilsetjinga
rights-case-review = ein gjennomgang før innsyn vart gjeve
rights-case-proof = kontroll av at erklæringa blir halden
rights-case-none = utan oppgjeven sak
rights-case-other = ei anna sak
rights-title = Rettane dine
rights-lead = Du rår over mykje av opplysningane om deg. Det kostar ingenting, og vi svarar seinast om ein månad.
rights-do-see = Sjå og ta med
rights-do-see-text = Alt vi har, med ein gong. Last det ned i ei fil du kan lese og andre system kan bruke.
rights-do-correct = Rett
rights-do-correct-text = Namn, e-post og telefon rettar du sjølv.
rights-do-withdraw = Trekk samtykke
rights-do-withdraw-text = Like lett som du gav det, heilt eller delvis.
rights-do-forget = Bli gløymd
rights-do-forget-text = Sjå først kva som blir sletta og kva lova krev at vi tek vare på.
rights-other = Be om noko anna
rights-what-ask = Kva bed du om?
rights-own-words = Fortel med eigne ord
rights-own-words-hint = Kva opplysningar gjeld det, og kva ønskjer du?
rights-send = Send kravet
rights-take-back = Trekk kravet
rights-came = kom { $day }
rights-due = svar seinast { $day }
rights-cancel = Avbryt
rights-kind-access = Innsyn
rights-kind-rectification = Retting
rights-kind-erasure = Sletting
rights-kind-restriction = Avgrensing: lagre, men ikkje bruk
rights-kind-objection = Protest mot bruk
rights-kind-portability = Ta opplysningane med til andre
rights-channel-page = Mi side
rights-channel-letter = Brev
rights-channel-email = E-post
rights-channel-phone = Telefon
rights-channel-desk = I skranken
rights-state-open = Blir behandla
rights-state-answered = Svart på
rights-state-refused = Avslått
rights-state-withdrawn = Trekt
rights-forget-title = Bli gløymd
rights-forget-lead = Her ser du kva som skjer, før du avgjer det. Det som blir sletta, kan ingen hente fram att, heller ikkje vi.
rights-forget-open = Du har alt bede om å bli gløymd. Vi svarar innan fristen.
rights-forget-busy = Noko er i gang
rights-forget-busy-text = Du kan sende kravet no. Vi slettar når dette er avslutta eller avlyst.
rights-forget-what = Kva som skjer med kvart slag opplysning
rights-forget-work = Det som er gjort på køyretøyet, blir ståande på køyretøyet, utan namnet ditt. Kundekontoen din blir lukka, og du blir logga ut.
rights-forget-sure = Eg forstår at det ikkje kan gjerast om
rights-forget-send = Be om å bli gløymd
rights-badge-goes = Blir sletta
rights-badge-stays = Blir teke vare på
rights-fate-goes = Blir sletta for godt
rights-fate-busy = Trengst { $what }
rights-outcome-destroyed = Sletta. Nøkkelen er øydelagd, og opplysningane lèt seg ikkje lese av nokon.
rights-outcome-unfinished = Ikkje ferdig sletta enno. Systemet held fram av seg sjølv, og ingen kan bruke opplysningane imens.
rights-outcome-kept = Blir teke vare på til og med { $day }. Formål: { $why }. Grunnlag: { $law }. Låst for anna bruk.
rights-outcome-open = Blir teke vare på så lenge saka er open. Formål: { $why }. Grunnlag: { $law }.
rights-outcome-held = Blir halde att: { $why }. Blir vurdert på nytt { $day }.
rights-hold-claim = eit krav er ikkje avgjort
rights-hold-dispute = vi er usamde om noko som må avklarast
rights-hold-authority = ei styresmakt har bede om det
rights-hold-other = oppgjeve i saka
rights-hold-back = Hald att
rights-hold-why = Kvifor?
rights-hold-set = Hald att til då
rights-receipt-title = Kvittering for sletting
rights-receipt-lead = Kvitteringa seier kva som vart sletta og når. Ho inneheld ingenting om kven det gjaldt.
rights-receipt-number = Nummer i rekkja
rights-receipt-mark = Merke
rights-receipt-whole = Kvitteringa er slik ho vart skriven, og ho heng saman med den førre.
rights-receipt-broken = Kvitteringa er endra etter at ho vart skriven. Sei frå til oss og til Datatilsynet.
rights-receipt-then = Gjort ferdig { $day }
rights-receipt-then-lead = Dette vart ikkje sletta den første dagen. No er det òg avgjort.
rights-receipt-first = Slik sto det { $day }
rights-office-title = Personvern: krav
rights-office-lead = Fristen går frå dagen kravet kom. Ingen opplysningar blir opna før du går inn på ei sak.
rights-register = Registrer eit krav
rights-waiting = Ventar på svar
rights-waiting-none = Ingen krav ventar.
rights-holds-stand = Haldne att
rights-closed = Avslutta
rights-days-left = { $days ->
    [0] siste dag i dag
    [one] 1 dag att
   *[other] { $days } dagar att
}
rights-overdue = { $days ->
    [one] 1 dag over fristen
   *[other] { $days } dagar over fristen
}
rights-register-lead = For krav som kom med brev, e-post, telefon eller i skranken. Stadfestinga går til e-posten vi alt har.
rights-what-asked = Kva blir det bede om?
rights-how-came = Kom som
rights-received-on = Motteke
rights-received-hint = Dagen det kom til oss, ikkje dagen du las det.
rights-email = E-post
rights-email-hint = Den personen har brukt hos oss. E-post eller telefon må vere med.
rights-phone = Telefon
rights-their-words = Kva personen skreiv eller sa
rights-lang = Svar på
rights-register-send = Registrer
rights-error-who = Skriv e-post eller telefon, så vi finn personen.
rights-error-unknown = Vi har ingen opplysningar om nokon med denne adressa. Svar personen det, same vegen som kravet kom.
rights-error-review = Vel ein dag fram i tid.
rights-error-extend = Fristen kan berre utvidast éin gong, og berre innan den første månaden.
rights-case = Sak
rights-answer-by = Svar seinast
rights-case-held = Det vi har om personen
rights-carry-out = Gjennomfør slettinga
rights-carry-sure = Eg har vurdert saka. Det som blir sletta, kan ikkje hentast tilbake.
rights-carry-do = Slett og svar
rights-busy-title = Kan ikkje slettast enno
rights-busy-text = Avslutt eller avlys dette først. Fristen går vidare.
rights-refuse-title = Avslå eller be om meir tid
rights-answer-title = Svar
rights-outcome = Utfall
rights-outcome-done = Gjort som personen bad om
rights-outcome-refused = Avslått
rights-outcome-refused-hint = Sei kvifor. Vegen til Datatilsynet blir lagd til av seg sjølv.
rights-answer-text = Svaret til personen
rights-answer-hint = Ved utvida frist: grunnen til at det tek lengre tid.
rights-answer-send = Send svaret
rights-extend = Utvid fristen med denne grunnen
rights-sweep-title = Slettinga i kveld
rights-sweep-lead = Dette har ingen grunn til å liggje her lenger, og blir sletta av seg sjølv.
rights-sweep-last = Sist køyrt { $when }: { $destroyed } sletta, { $held } haldne att.
rights-sweep-never = Slettinga har aldri vore køyrd.
rights-sweep-none = Ingenting skal slettast i kveld.
rights-log-title = Innsynslogg
rights-log-whole = Loggen er heil: { $lines } linjer, kvar knytt til den førre.
rights-log-broken = Loggen er endra
rights-log-broken-at = Linje { $line } passar ikkje. Samanlikn med ein tryggingskopi og meld det som avvik.
rights-log-unusual = Verdt å sjå på
rights-log-unusual-none = Ingenting skil seg ut.
rights-log-latest = Siste opningar
rights-unusual-case = utan sak
rights-unusual-read = merkt som uvanleg
rights-unusual-glass = nødtilgang
rights-holds-title = Halde att frå sletting
rights-holds-lead = Kvart tilfelle har ein grunn og ein dag då det blir vurdert på nytt.
rights-holds-none = Ingenting blir halde att.
rights-release = Opphev
rights-release-sure = Det som har venta, blir sletta i kveld. Vil du oppheve?
rights-proof-title = Held fråsegna?
rights-proof-lead = Kvar lovnad blir kontrollert på verkelege data, kvar natt og når du bed om det.
rights-proof-run = Kontroller no
rights-proof-when = Sist kontrollert { $when }, fråsegn utgåve { $version }.
rights-proof-looked = { $count } kontrollerte, ingen feil
rights-proof-wrong = { $count } feil:
rights-proof-word = Stadfesta av
rights-proof-none = Fråsegna er ikkje kontrollert enno.
rights-proof-public = Held vi det vi lovar?
rights-proof-public-lead = Kvar lovnad i personvernfråsegna blir kontrollert av datasystemet på verkelege data. Her er siste resultat, òg når noko ikkje held.
rights-proof-declaration = Les personvernfråsegna
rights-verdict-holds = Held
rights-verdict-attested = Stadfesta
rights-verdict-fails = Held ikkje
rights-package-title = Opplysningane om deg
rights-package-lead = Alt vi hadde om deg då fila vart laga, med formål, grunnlag, kjelde og dato for sletting. Filene under inneheld det same for maskiner; manifest.json har ein kontrollsum for kvar.
rights-package-files = Filer
rights-mail-received-subject = Vi har motteke kravet ditt – { $house }
rights-mail-received-body =
    Hei.

    Vi har motteke kravet ditt om personopplysningar: { $what }. Det kom { $came }.

    Du får svar seinast { $last }. Det kostar ingenting.

    På Mi side kan du sjå kravet og trekkje det.

    Helsing { $house }
rights-mail-answer-subject = Svar på kravet ditt – { $house }
rights-mail-extended = Kravet ditt kom { $came }. Vi treng meir tid, og du får svar seinast { $last }. Grunnen er:
rights-erased-top = { $house } har behandla kravet ditt om sletting, som kom { $received }. Svaret byggjer på kva som faktisk lèt seg lese etterpå.
rights-erased-receipt = Koden din er { $code }. Med den kan du når som helst sjå kvitteringa, som ikkje seier kven du er:
rights-erased-work = Det som er gjort på køyretøyet, står framleis på køyretøyet, utan namnet ditt. Dette brevet sjølv blir lagra { $rule }.
rights-proof-controllers-declared = Kvar rad høyrer til eitt av selskapa
rights-proof-rules-cited = Alt som skjer av seg sjølv, viser til ein regel
rights-proof-no-cookie-before-log-in = Ingen informasjonskapsel og ingen andre på dei opne sidene
rights-proof-provenance-present = Kvar opplysning har kjelde og utgåve av fråsegna
rights-proof-no-double-booking = Ingen plass er tinga dobbelt
rights-proof-notice-stamped = Kvar bestilling har utgåva som vart vist
rights-proof-fields-declared = Kvart slag opplysning er erklært
rights-proof-columns-declared = Kvar kolonne i databasen er merkt
rights-proof-national-id-refused = Fødselsnummer blir avvist og finst ikkje
rights-proof-look-ups-bound = Kvart registeroppslag høyrer til ei sak
rights-proof-register-owner-dropped = Eigaren i registeret blir ikkje lagra
rights-proof-meters-monotonic = Ingen målar går ned utan byte
rights-proof-closed-orders-intact = Lukka ordrar er uendra
rights-proof-marketing-needs-consent = Ingen blir nådde av nyhendebrev utan samtykke
rights-proof-customers-could-say-no = Kvar kunde som får brev, har fått tilbod om å seie nei takk, og har ikkje sagt det
rights-proof-purposes-bound = Kvar rolle opnar berre det fråsegna gjev henne, og ingen opnar det låste rekneskapslageret åleine
rights-proof-deliverer-apart = Den som leverer, blir lagra for seg og kortast
rights-proof-strands-have-reasons = Alt som ligg her, har ein grunn og ein dato
rights-proof-holds-reviewed = Alt som blir halde att, er vurdert i tide
rights-proof-no-card-numbers = Ingen plass til kortnummer
rights-proof-history-needs-account = Kjøpshistorikk berre med konto
rights-proof-warranty-stated = Kvar kjøpslinje seier garantien
rights-proof-staff-belong = Kvar tilsett høyrer til eit selskap
rights-proof-log-chain-whole = Innsynsloggen er uendra
rights-proof-processors-under-agreement = Kvar databehandlar har avtale
rights-proof-host-is-blind = Alt ligg kryptert, og nøkkelen ligg ein annan stad
rights-proof-recipients-in-eea = Alle mottakarar er i EØS
rights-proof-relationship-end-computed = Datoane for kontaktopplysningar stemmer
rights-proof-vehicle-life-dated = Kvart køyretøy har ein dato
rights-proof-withdrawals-stand = Trekte samtykke står
rights-proof-rights-in-time = Alle krav er svart på i tide
rights-proof-erasures-read-back = Det som er sletta, er borte
rights-proof-contacts-on-page = Kontaktopplysningane våre står på sida
rights-proof-declaration-checked = Fråsegna består sin eigen kontroll
rights-proof-no-visitor-table = Ingenting blir lagra om vitjande
rights-proof-links-real = Kvar lenkje ut er ei ekte adresse
rights-proof-sweep-alive = Slettinga har gått som ho skal
nav-rights-review = Fritekst til gjennomsyn
notice-review-decided = Avgjerda er lagra.
review-already = Ein annan har alt avgjort dette.
review-title = Fritekst til gjennomsyn
review-lead = Tekst som kanskje nemner andre enn personen sjølv, blir halden utanfor kopien til nokon har sett på han. Ingenting blir opna før du går inn.
review-none = Ingenting ventar.
review-one = Nemner teksten andre?
review-one-lead = Det som er merkt, kan handle om nokon andre. Personen har rett til sine eigne opplysningar; gøym berre det som gjeld andre.
review-hide = Gøym dette
review-also = Gøym òg desse orda
review-also-hint = Skil dei med komma. Kvar stad dei står, blir gøymd.
review-reason = Kvifor blir det gøymt?
review-reason-name = namnet på ein annan
review-reason-contact = kontaktopplysningar til ein annan
review-reason-life = noko om private forhold til ein annan
review-error-none = Kryss av for noko, eller skriv eit ord som står i teksten.
review-do-mask = Frigi utan det som er merkt
review-do-release = Frigi heile teksten
review-mail-subject = Kopien din er klar – { $house }
review-mail-body =
    Hei.

    Vi har sett gjennom teksten som kanskje nemnde andre. Kopien av opplysningane dine er no heil og kan lastast ned:

    { $link }

    Helsing { $house }
rights-package-changed = Noko vart sletta medan kopien vart laga, så vi sende han ikkje. Last han ned på nytt, så får du han slik det er no.
rights-source-workshop = teke med av deg frå ein annan verkstad
held-own-choice = vår eigen frist, ikkje ei lov
held-why-open = Blir teke vare på { $while }. Deretter: { $rule } ({ $law }).
held-why-until = Til og med { $day }: { $rule }, rekna frå { $from } ({ $law }).
copy-title = Dette veit vi om deg
copy-front = Til framsida
copy-pages = Sidene i kopien
copy-lead = Kopi av alt { $house } hadde om deg { $when }. Alt ligg i filene du lasta ned; ingenting blir henta frå nettet når du les.
copy-about-you = Om deg
copy-also-you = Om deg, oppføring { $number }
copy-vehicle = Køyretøy { $number }
copy-happened = Kva som har hendt
copy-how = Korleis vi bruker det
copy-none = Ingenting.
copy-why = Kvifor vi har det
copy-machine = Det same for maskiner:
copy-records = Opplysningane
copy-open-file = Opne fila
copy-held-back = Dette feltet nemner kanskje andre. Personvernansvarleg ser på det, og så får du det.
copy-masked = Ein del er gøymd: { $why }.
copy-locked = Opplysningane her ligg i det låste rekneskapslageret og er ikkje med i denne kopien. Dei finst; over står kvifor og kor lenge.
copy-locked-how = Skal nokon hos oss opne dei, må to gjere det saman: Éin ber om det og seier kvifor, ein annan seier ja, og begge står i innsynsloggen. Du sjølv får alt når du loggar inn på Mi side og lastar ned kopien der, eller du kan be oss opne dei og sende kopien på nytt.
copy-some-locked = Ein del ligg i det låste rekneskapslageret og er ikkje med i denne kopien. På sida om den står korleis du får den.
copy-channel = Kanal
copy-topic = Tema
copy-text = Teksten du såg
copy-form = Gitt gjennom
copy-controller = Til
copy-came = Motteke
copy-basis = Rettsleg grunnlag
copy-article = artikkel { $number }
copy-topic-purposes = Føremål og grunnlag
copy-lead-purposes = Kva vi bruker opplysningane til, og kva som gir oss lov.
copy-topic-recipients = Kven som får det
copy-lead-recipients = Dei som kan få opplysningar om deg for å gjere jobben for oss, eller fordi lova seier det.
copy-gave = Kven som har fått opplysningar om deg
copy-gave-lead = Kvar gong nokon utanfor verkstaden har fått noko: kven, kva, kvifor og når.
copy-gave-who = Mottakar
copy-gave-why = Føremål
copy-gave-by = Gjeve av
copy-told-lead = Når noko blir retta, sletta eller avgrensa, seier vi frå til dei som har fått det.
copy-told-cause = Kva som vart gjort
copy-told-owed = Avgjort
copy-told-at = Fekk beskjed
copy-objected = Det du har protestert mot
copy-objected-lead = Kvart føremål du ikkje vil at vi bruker opplysningane til, og kva vi kom fram til.
copy-objected-to = Føremål
copy-objected-state = Korleis det står
copy-objected-decided = Avgjort
copy-restricted = Når bruken er avgrensa
copy-restricted-lead = Kvifor opplysningane dine berre er lagra, sidan når, og når avgrensinga vart oppheva.
copy-restricted-why = Grunn
copy-restricted-since = Sidan
copy-restricted-told = Du fekk beskjed
copy-restricted-lifted = Oppheva
copy-steps = Kva som hende med krava dine
copy-steps-lead = Kvart steg i kvar sak, i den rekkjefølgja det hende.
copy-steps-of = Krav
copy-steps-by = Av
copy-steps-by-staff = Verkstaden
copy-topic-sources = Kvar det kjem frå
copy-lead-sources = Kvar opplysning har ei kjelde.
copy-topic-retention = Når det blir sletta, og kvifor
copy-lead-retention = Kvar type opplysning lever så lenge den siste grunnen lever. Så blir ho sletta av seg sjølv.
copy-topic-consents = Samtykka dine
copy-lead-consents = Alt du har sagt ja til, og alt du har trekt tilbake, i den rekkjefølgja det hende.
copy-topic-requests = Det du har bede om
copy-lead-requests = Krav om innsyn, retting, sletting og anna.
copy-topic-openings = Kven som har sett på det
copy-lead-openings = Kvar gong nokon andre enn du har opna opplysningar om deg: rolle, føremål og tid.
copy-topic-erased = Sletta tidlegare
copy-lead-erased = Det som har vore her og er borte for godt.
copy-topic-rights = Rettane dine
copy-lead-rights = Du bruker dei på Mi side, eller ved å ta kontakt. Det kostar ingenting.
copy-who-customer = Du er kunde hos { $house }: du har kjøpt noko av oss.
copy-who-account = Du har kundekonto hos oss.
copy-who-deliverer = Du har levert eller henta eit køyretøy for nokon.
copy-who-asked = Du har spurt oss om noko eller bestilt ein time.
copy-who-news = Du har sagt ja til å få nytt frå oss.
copy-who-staff = Du arbeider eller har arbeidd hos oss.
copy-who-little = Vi kjenner deg berre frå det som står her.
copy-sum-vehicles = { $count ->
    [one] Eitt køyretøy høyrer til deg.
   *[other] { $count } køyretøy høyrer til deg.
}
copy-sum = Vi har { $records } opplysningar om deg, av { $kinds } slag.
copy-count = { $count ->
    [0] Ingenting
    [one] 1 opplysning
   *[other] { $count } opplysningar
}
copy-some-held = { $count ->
    [one] Eitt felt nemner kanskje andre. Personvernansvarleg ser på det, og du får beskjed når det er klart. Alt anna er med.
   *[other] { $count } felt nemner kanskje andre. Personvernansvarleg ser på dei, og du får beskjed når dei er klare. Alt anna er med.
}
copy-next = Kva som skjer no
copy-next-nothing = Du treng ikkje gjere noko. Kvar opplysning blir sletta av seg sjølv når den siste grunnen er borte.
copy-next-first = Først blir { $what } sletta, etter { $day }, om det ikkje skjer noko nytt.
copy-next-last = Lengst blir { $what }, til og med { $day }.
copy-next-request = Kravet ditt ({ $what }) får svar seinast { $day }.
copy-wrong = Er noko feil?
copy-wrong-text = Sei frå til oss, så rettar vi det. På Mi side rettar du namn, e-post og telefon sjølv, og der kan du be om alt anna.
copy-machines = For maskiner
copy-machines-text = Mappene data, vehicles og tables har det same som JSON og CSV, skjema ligg i schemas, og kontrollsummen til kvar fil står i
copy-portable-readme = Dette er opplysningane du har gitt { $house } eller som er sett og målte hos oss, til å ta med til andre. Filene følgjer skjema i mappa schemas; manifest.json har ein kontrollsum for kvar.
rights-finally-top = Hei! Du bad { $house } om sletting, og vi fekk kravet { $received }. Noko vart halde att eller var ikkje ferdig sletta den gongen. No er det òg avgjort:
rights-finally-in-use = I bruk att, fordi du har vore i kontakt med oss sidan. Det blir sletta etter dei vanlege fristane.
rights-sweep-kind-person = person
rights-sweep-kind-vehicle = køyretøy
rights-sweep-kind-staff = tilsett
rights-sweep-lapsed = { $rule }, rekna frå { $event }. Formål: { $why }.
rights-sweep-no-reason = Ingen grunn er att: Den som hadde han, har teke han bort.
rights-sweep-more = Lista viser dei { $shown } første av { $all }.
rights-sweep-about = Gjeld
rights-sweep-asks = Slettinga ventar på deg
rights-sweep-asks-ahead = Klokka er langt framom siste sletting ({ $last }). { $due } av { $alive } opplysningar er over fristen. Stemmer datoen i dag?
rights-sweep-asks-behind = Klokka står før siste sletting ({ $last }). Er ho feil, må ho stillast rett. Er ho rett, var det klokka den gongen som var feil: Sei frå her, så blir det rekna frå i dag.
rights-sweep-asks-much = { $due } av { $alive } opplysningar ville gått på éin gong, meir enn nokon vanleg kveld. Er det rett?
rights-sweep-asks-astray = { $due } opplysningar fekk fristen sin medan klokka stod feil. Fristen kan vere fleire år for tidleg. Hald tilbake det som må bli liggjande. Skal resten slettast?
rights-sweep-confirm = Ja, slett i kveld
rights-sweep-confirm-sure = Det som blir sletta, kjem ikkje tilbake. Stemmer dato og tal?
rights-sweep-confirmed = Nokon har sagt at det er rett. Slettinga går ved neste runde.
notice-rights-sweep-confirmed = Då går slettinga ved neste runde.
notice-rights-renewed = Blir halde att til den nye datoen.
rights-hold-one = Berre éi opplysning
rights-hold-record = Opplysning nr. (tom for heile typen)
rights-hold-records = Opplysningar av dette slaget
rights-hold-owner-you = du har ansvaret
rights-hold-owner-named = { $name } har ansvaret
rights-hold-owner = ein kollega har ansvaret
rights-hold-record-no = opplysning { $number }
rights-hold-soon = går snart ut
rights-hold-renew = Vurder og forny
rights-hold-until = Ny dato
rights-hold-ends = Blir det ikkje fornya, fell det bort av seg sjølv etter datoen. Då blir det som har venta sletta, og den som bad om det, får vite det.
rights-hold-waiting = { $count } slettingar ventar på at noko ikkje lenger skal haldast att.
rights-error-review-late = Vel ein dag innan 6 månader. Det som blir halde att, må vurderast oftare enn det.
rights-error-record = Opplysninga finst ikkje her.
rights-explain-open = { $why }: { $until }. { $law }
rights-explain-reason = { $why }: til og med { $day }, fordi { $rule } (rekna frå { $event }). Grunnlag: { $law }.
rights-explain-until = Blir sletta etter { $day }
rights-explain-while = Blir teke vare på { $until }
rights-explain-over = Blir sletta i kveld
rights-explain-hold = Blir halde att til og med { $day }

nav-openings-unusual = Uvanlege opningar
openings-reason-title = Kvifor skal dette opnast?
openings-reason-lead = Ingenting er opna enno. Sei kvifor, så går du vidare; grunnen gjeld i { $minutes } minutt.
openings-reason-because = Dette er utanom det vanlege
openings-reason-persons = { $count ->
    [one] Det gjeld éin person.
   *[other] Det gjeld { $count } personar.
 }
openings-reason-which = Grunn
openings-reason-words = Med eigne ord
openings-reason-words-hint = Kort. Skriv ikkje namn, telefonnummer eller anna om kunden.
openings-reason-go = Gå vidare
openings-reason-away = La vere
openings-reason-kept = Grunnen står i loggen. Personvernansvarleg les han, og kunden ser kva for grunn du valde. Orda dine blir lagra krypterte som ei opplysning om deg.
openings-reason-contacted = Kunden har teke kontakt
openings-reason-error = Rettar ein feil i eit eldre oppdrag
openings-reason-claim = Reklamasjon eller garanti
openings-reason-payment = Faktura eller betaling
openings-reason-colleague = Hjelper ein kollega eller det andre selskapet
openings-reason-other = Noko anna
openings-reason-none = Ingen grunn er oppgjeven
openings-danger-life = Fare for liv eller helse
openings-danger-vehicle = Køyretøyet eller verkstaden er i fare
openings-danger-alone = Kunden må nåast straks, og ingen andre er her
openings-kind-not-today = Personen har inga bestilling, besøk eller sak hos oss no
openings-kind-many = Mange ulike personar på kort tid
openings-kind-odd-hours = Utanom opningstida til verkstaden
openings-kind-glass = Naudtilgang
openings-glass-title = Naudtilgang
openings-glass-lead = Når det hastar og ingen andre er her, kan du gjere det rolla «{ $role }» gjer, i { $minutes } minutt.
openings-glass-told = Personvernansvarleg får brev med ein gong.
openings-glass-marked = Alt du opnar, blir merkt i loggen, og kunden kan sjå det.
openings-glass-ends = Ho sluttar av seg sjølv.
openings-glass-which = Kva hastar?
openings-glass-sure = Eg treng dette no, og veit at det blir sett
openings-glass-go = Ta naudtilgang
openings-glass-not = Rolla di har ikkje naudtilgang.
openings-glass-not-why = Fråsegna seier kva for roller som har det.
openings-glass-nobody = Nødtilgang kan ikkje takast no.
openings-glass-nobody-why = Ingen personvernansvarleg er registrert, så ingen ville fått vite om det. Ein administrator må registrere ein først.
notice-openings-glass = Du har naudtilgang. Personvernansvarleg har fått brev.
notice-openings-mended = Naudtilgangen er avslutta.
notice-openings-seen = Merkt som sett.
openings-letter-subject = Naudtilgang er teken i bruk
openings-letter-text =
    Ein tilsett i rolla { $role } hos { $company } tok naudtilgang { $day }. Ho varer til klokka { $time }.

    Grunn: { $why }

    Kva som blir opna, står her: { $link }
openings-case-day = { $case } { $day }
openings-case-place = { $case }, { $place }
openings-mark-bulk = funnen ved søk eller i ei liste
openings-mark-unusual = utanom det vanlege
openings-mark-glass = med naudtilgang
openings-mark-leave = sjølv om opplysningane er avgrensa
openings-ask = Spør om denne
openings-ask-line = linje { $line }
openings-ask-title = Spør om ei opning
openings-ask-lead = Spørsmålet går til personvernansvarleg, som svarer innan ein månad. Nummeret på linja står der alt.
openings-ask-text = Eg spør om linje { $line } i innsynsloggen: { $at }, { $who }. Kvifor vart opplysningane mine opna?
openings-ask-words = Spørsmålet ditt
openings-ask-send = Send spørsmålet
openings-ask-back = Tilbake
openings-unusual-title = Uvanlege opningar
openings-unusual-lead = { $count ->
    [0] Alt er sett på.
    [one] Éi ventar på at du ser på henne.
   *[other] { $count } ventar på at du ser på dei.
 }
openings-unusual-none = Ingenting her.
openings-noted = Merkt utan at nokon vart spurd
openings-noted-why = Når innstillinga «unusual_reads» er «note», blir uvanlege opningar berre merkte. Dei står her, for ingen har gjeve ein grunn.
openings-filter = Vis
openings-filter-new = Ikkje sett
openings-filter-all = Alle
openings-filter-unanswered = Utan svar
openings-filter-glass = Naudtilgang
openings-turned-away = Vart spurd og opna ikkje
openings-new = Ikkje sett
openings-seen = Sett
openings-one-title = Uvanleg opning
openings-what = Kva som var uvanleg
openings-persons = Personar det vart spurt om
openings-mark-seen = Merk som sett
openings-lines = { $count ->
    [0] Ingenting vart opna
    [one] Éi opning
   *[other] { $count } opningar
 }
openings-file = Heile loggen som fil
openings-key-link = Slik blir loggen kontrollert
openings-key-title = Nøkkelen til innsynsloggen
openings-key-lead = Kvar gong nokon opnar opplysningar om ein person, blir det skrive ei linje. Linjene er lenkja saman, og enden av loggen blir signert jamleg. Med nøkkelen under kan kven som helst, òg Datatilsynet, kontrollere ei fil av loggen utan databasen og utan noko hemmeleg.
openings-key-public = Offentleg nøkkel (Ed25519)
openings-key-head = Siste signerte ende
openings-key-head-said = Linje { $line }, { $at }. Skriv henne ned: ei fil der ho manglar, er avkorta.
openings-key-signature = Signatur
openings-key-none = Ingen ende er signert enno.
openings-key-how = Slik gjer du
openings-key-how-said = Be om fila, og køyr:
openings-key-formula = Utan programmet: hashen til kvar linje er SHA-256 av førre hash og felta i linja med | mellom, i rekkjefølgja seq, at, actor_kind, actor, title, controller, subject, categories, purpose, case_kind, case, marks, look.
rights-kind-withdrawal = Trekkje samtykke
rights-channel-web = Nettsida, utan konto
rights-identity-logged-in = Innlogga på Mi side
rights-identity-link = Opna ei lenkje send til adressa vi hadde
rights-identity-shown = Viste legitimasjon i skranken
rights-identity-vouched = Ein kollega går god for kven det er
rights-identity-in-doubt = Identiteten er i tvil
rights-identity-web = Skreiv inn opplysningane på nettsida, utan å logge inn
rights-identity-said-link = Opna lenkja vi sende til adressa vi allereie hadde
rights-identity-said-shown = { $who } såg legitimasjon: { $what }
rights-identity-said-vouched = { $who } går god for kven det er: { $why }
rights-identity-said-doubt = Tvil om kven som spør: { $why }
rights-identity-said-registered = Registrert av verkstaden. Det er ikkje stadfesta kven som spør.
rights-identity-title = Kven som spør
rights-identity-hint = Be aldri om meir enn det som trengst for å vite kven det er. Skriv aldri ned nummeret på legitimasjonen.
rights-identity-how = Korleis veit vi kven det er?
rights-identity-do = Stadfest kven det er
rights-level-doubt = Vi veit det ikkje sikkert
rights-level-doubt-hint = Har vi ei e-postadresse til personen, sender vi ei lenkje dit. Fristen står stille til det er avklart.
rights-document = Kva slags legitimasjon
rights-document-hint = Berre når nokon har vist han i skranken.
rights-document-passport = pass
rights-document-driving-licence = førarkort
rights-document-id-card = nasjonalt ID-kort
rights-document-residence-card = opphaldskort
rights-vouch-why = Kvifor er du sikker?
rights-vouch-hint = Berre når du går god for personen. Namnet ditt står i saka.
rights-same-title = Kven dette er hos oss
rights-same-lead = Den same kan stå fleire stader: som kunde, og som ein som leverte, henta eller betalte for andre. Det du kryssar av, er med i kopien, slettinga og svaret.
rights-same-none = Vi fann ingen andre oppføringar med namnet, telefonen eller e-posten i saka.
rights-same-what = Oppføringar som kan vere den same
rights-same-by-case = Med i saka
rights-same-by-email = Same e-postadresse
rights-same-by-phone = Same telefonnummer, som kan delast av fleire
rights-same-by-name = Namn som liknar
rights-same-by-number = Kundenummeret
rights-same-by-plate = Knytt til køyretøyet
rights-same-since = sidan { $day }
rights-same-do = Lagre kven det er
rights-same-find = Finn ei anna oppføring
rights-same-find-what = Søk etter
rights-same-find-hint = E-post, telefon, kundenummer eller kjennemerke. Namnet på dei du finn, blir opna, og det står i loggen. Er det ein kunde vi har, blir saka flytt dit.
rights-same-find-do = Søk
rights-doubt-title = Fristen står stille
rights-doubt-text = Det er tvil om kven som spør. Ingenting blir utlevert eller endra før det er avklart.
rights-doubt-unknown = Vi fann ingen med desse opplysningane.
rights-doubt-begin = Er du i tvil om kven det er?
rights-doubt-why = Kva gjer deg i tvil?
rights-doubt-why-hint = Tvilen må ha ein grunn. Personen får ei lenkje på adressa vi har.
rights-doubt-do = Stans fristen og spør personen
rights-paused-since = står stille sidan { $day }
rights-paused-yours = vi ventar på at du stadfestar kven du er
rights-is-extended = utvida frist
rights-state = Status
rights-steps = Kva som har hendt
rights-papers = Brev som skal postast
rights-paper-title = Brev på papir
rights-paper-lead = Personen har ingen e-post hos oss. Skriv ut sida, og legg brevet i posten. Det tel først når du har sagt frå her.
rights-paper-answer = svar på kravet
rights-paper-extension = lengre frist
rights-paper-lifting = avgrensinga blir oppheva
rights-paper-waits = Brevet er ikkje posta enno
rights-paper-waits-text = Personen har ikkje fått vite det før brevet er levert og du har sagt frå om det.
rights-paper-open = Opne brevet
rights-way = Korleis fekk personen brevet?
rights-way-post = sendt i posten
rights-way-handed = levert i skranken
rights-way-read = lese opp på telefonen, slik personen bad om
rights-posted-on = Dato
rights-posted-do = Brevet er levert
rights-registered-title = Kravet er registrert
rights-registered-lead = Fristen går frå dagen det kom. Gi gjerne nummeret og datoen til den som spør.
rights-registered-next = Den som har ansvar for personvern, tek saka vidare. Innhaldet blir ikkje vist her.
rights-event-received = Kravet kom
rights-event-registered = Kravet vart registrert
rights-event-doubted = Identiteten kom i tvil; fristen står stille
rights-event-proven = Identiteten er stadfesta; fristen går
rights-event-link-sent = Lenkje send til adressa vi hadde
rights-event-adopted = Saka vart knytt til ein kunde vi har
rights-event-matched = Det vart avgjort kva oppføringar som er personen
rights-event-extended = Fristen vart utvida, og personen fekk vite kvifor
rights-event-held = Noko vart halde tilbake frå sletting
rights-event-answered = Svart: gjort
rights-event-refused = Svart: avslått
rights-event-erased = Sletting sett i gang
rights-event-taken-back = Trekt av personen
rights-event-restricted = Opplysningane vart avgrensa
rights-event-notice-given = Personen vart varsla om at avgrensinga blir oppheva
rights-event-lifted = Avgrensinga vart oppheva
rights-event-allowed = Det vart skrive ned at noko avgrensa kan brukast
rights-event-allowed-no-more = Bruken av det som er avgrensa, vart avslutta
rights-event-corrected = Opplysninga vart retta
rights-event-letter-owed = Brev må postast
rights-event-posted = Brevet er levert
rights-event-address-asked = Den nye adressa vart beden om å stadfeste
rights-event-withdrawn = Samtykke trekte
rights-event-reminded = Påminning om fristen send
rights-event-overdue = Varsel om broten frist sendt
rights-actor-subject = personen sjølv
rights-actor-link = personen sjølv, med lenkje
rights-actor-visitor = nokon utan innlogging
rights-actor-chore = datasystemet
rights-who-yourself = Du
rights-who-colleague = Ein kollega
rights-conflict-title = Saka er endra
rights-conflict-text = { $who } var først ute med saka { $when }: { $what }. Det du sende, er ikkje lagra.
rights-conflict-typed = Det du skreiv
rights-conflict-open = Opne saka slik ho er no
rights-changed = Nokon andre har endra saka imens. Opne ho på nytt.
rights-no-notice = Personen må varslast før avgrensinga blir oppheva.
rights-claim-title = Krav om personopplysningar utan å logge inn
rights-claim-lead = Du kan be om innsyn, retting, sletting og anna utan konto. Det er gratis.
rights-claim-step-1 = Du sender kravet. Vi svarar likt anten vi kjenner adressa eller ikkje, så ingen kan finne ut om du er kunde her.
rights-claim-step-2 = Kjenner vi adressa, får du ei lenkje dit. Opnar du ho, veit vi at det er du som spør.
rights-claim-step-3 = Du får svar innan éin månad. Fristen står stille berre medan vi ikkje veit kven du er.
rights-claim-log-in = Har du konto? Logg inn, så går det raskare.
rights-claim-name = Namn
rights-claim-email-hint = Bruk den du har gjeve oss, om du kan. E-post eller telefon må vere med.
rights-claim-text-hint = Kva gjeld det? Skriv ikkje fødselsnummer.
rights-claim-kept = Kravet blir lagra som ei sak til 3 år etter at ho er avslutta, og blir berre brukt til å svare deg.
rights-claim-sent-title = Kravet er motteke
rights-claim-sent-lead = Takk. Her er det som skjer no.
rights-claim-sent-link = Kjenner vi adressa, ligg det snart ein e-post der med ei lenkje. Opne ho, så veit vi at det er du som spør.
rights-claim-sent-doubt = Kjem det inga lenkje, kan du kome innom med legitimasjon eller ringje oss. Vi skriv aldri ned nummeret på han.
rights-prove-title = Er det du som spør?
rights-prove-text = Nokon har sendt dette kravet i namnet ditt. Trykk på knappen om det er du, så behandlar vi det.
rights-prove-do = Ja, det er eg
rights-prove-not-you = Er det ikkje du, treng du ikkje gjere noko. Då blir ingenting utlevert eller endra.
rights-prove-done-title = Takk, då veit vi at det er du
rights-prove-done-lead = Du får svar seinast { $day }.
rights-prove-done-next = Svaret kjem til adressa vi har. Fristen tok til å gå då kravet kom, og stod stille berre til no.
rights-prove-done-log-in = Logg inn for å følgje kravet
rights-error-reach = Skriv e-post eller telefon, så vi kan svare deg.
rights-error-nobody = Vi finn ingen andre med dette. Prøv noko anna, eller la saka stå for seg sjølv.
rights-error-doubted = Identiteten er allereie i tvil.
rights-error-identity = Stadfest først kven som spør.
rights-error-before-owed = Brevet kan ikkje ha gått før det vart skrive.
rights-error-letter-waits = Eit brev om lengre frist ventar på å bli posta.
rights-already-posted = Det er alt notert at brevet er levert.
rights-error-correction = Skriv kva som er feil, og kva som er rett.
rights-error-by-hand = Dette må rettast for hand. Rett det der det står, og sei i svaret kva som er retta.
rights-error-no-contact = Vi har ingen kontaktopplysningar å rette.
rights-error-address-taken = Adressa høyrer til ein annan person hos oss. Finn ut av det før du rettar.
rights-error-unread = Noko av teksten i kopien ventar på gjennomsyn. Sjå gjennom han før du svarar.
rights-unread-title = { $count ->
    [one] Éin tekst ventar på gjennomsyn
   *[other] { $count } tekstar ventar på gjennomsyn
}
rights-unread-text = Kopien er ikkje heil før nokon har sett gjennom dei.
rights-error-future = Datoen kan ikkje liggje fram i tid.
rights-error-before-letter = Kravet kan ikkje ha kome før brevet vart skrive. Sjå på begge datoane.
rights-error-choose-again = Vel fila på nytt. Resten av det du skreiv, står her.
rights-written-on = Datert
rights-written-hint = Datoen på brevet, om det har ein. Fristen blir rekna frå dagen det kom.
rights-scan = Skanna brev
rights-scan-hint = PDF, PNG eller JPEG, opptil 4 MB. Blir lagra kryptert i saka.
rights-scan-open = Last ned det skanna brevet
rights-filter-overdue = Over fristen
rights-filter-soon = Frist innan 7 dagar
rights-filter-doubt = Identitet i tvil
rights-filter-kind = Type krav
rights-filter-all = Alle
rights-filter-show = Vis
rights-overdue-text = Svar i dag, og sei kvifor det vart seint. Retten til å klage gjeld uansett.
rights-restricted-now = Avgrensa no
rights-restricted-title = Avgrensa
rights-restricted-yours = Opplysningane dine er lagra, men blir ikkje brukte, bortsett frå til det du sjølv bed om, til rettslege krav og til å svare på krav som dette. Du får melding før avgrensinga blir oppheva.
rights-restricted-desk = Opplysningane om personen skal lagrast, men ikkje brukast, bortsett frå med samtykke frå personen, til rettslege krav, for å verne rettane til andre eller for viktige samfunnsomsyn (art. 18 nr. 2).
rights-ground = Grunn til avgrensing
rights-ground-accuracy = Personen meiner opplysningane er feil, og vi undersøkjer det
rights-ground-unlawful = Behandlinga er ulovleg, men personen vil ikkje ha sletting
rights-ground-claim = Personen treng opplysningane til eit rettskrav
rights-ground-objection = Personen har protestert, og vi vurderer det
rights-restrict-what = Kva skal avgrensast?
rights-restrict-hint = Vel du ingen, blir alt avgrensa.
rights-leave-title = Bruk av det som er avgrensa
rights-leave-lead = Det som er avgrensa, kan brukast til eitt formål når ein av grunnane i art. 18 nr. 2 finst. Rettar og reklamasjon treng ingen slik grunn.
rights-leave-until = til {$day}
rights-leave-end = Avslutt
rights-leave-begin = Skriv ned ein grunn til å bruke det
rights-leave-purpose = Til kva formål?
rights-leave-ground = Kvifor?
rights-leave-consent = Personen har samtykt
rights-leave-claim = Til eit rettskrav
rights-leave-others = For å verne rettane til ein annan
rights-leave-public = Viktige samfunnsomsyn
rights-leave-reason = Grunngjeving
rights-leave-reason-hint = Personen kan lese henne i saka si. Det gjeld i 30 dagar, og kvar opning blir merkt i loggen.
rights-leave-do = Tillat bruken
rights-lift-told = Varsla
rights-lifted = Oppheva
rights-lift-why = Kvifor avgrensinga blir oppheva
rights-lift-hint = Personen får dette varselet før avgrensinga blir oppheva.
rights-lift-tell = Varsle personen
rights-lift-do = Opphev avgrensinga
rights-will-be-lifted = Vi opphevar snart avgrensinga av opplysningane dine. Då kan dei brukast igjen. Grunnen er:
rights-objection-pending = blir vurdert; ikkje brukt imens
rights-objection-pending-claims = blir vurdert; berre brukt til krav så lenge
rights-objection-upheld = teken til følgje; ikkje brukt
rights-objection-overruled = ikkje teken til følgje
rights-objection-what = Protesten blir teken til følgje for
rights-objection-hint = Fjern haken berre der vi har tvingande grunnar som veg tyngre enn dei personen har, og skriv dei i svaret.
rights-objected = Kva gjeld protesten?
rights-objected-hint = Berre når kravet er ein protest.
rights-objected-marketing = Reklame: nyhendebrev og førespurnader for å selje
rights-objected-marketing-hint = Blir stansa med ein gong. Ingen vurderer det.
rights-objection-stopped = Stansa
rights-objection-stopped-text = Dette er det ingen som vurderer: Det blir ikkje brukt lenger, kva du enn svarar på resten.
rights-objected-to = Du har sagt nei til: { $what }
rights-withdrawal-hint = Når du svarar «Gjort som personen bad om», blir alle samtykka trekte med ein gong, daterte dagen kravet kom. Gjeld det berre noko, før det opp under «Nei takk».
rights-do-protest = Protester
rights-do-protest-text = Sei nei til bruk som byggjer på vår eiga interesse. Vi stansar han medan vi vurderer.
rights-protest-title = Protester mot bruk
rights-protest-lead = Noko gjer vi fordi vi sjølve har interesse av det. Du kan seie nei ut frå din situasjon. Vi sluttar med ein gong, og vurderer så om vi har tvingande grunnar til å halde fram. Berre det som trengst til eit krav, kan brukast så lenge.
rights-protest-what = Kva seier du nei til?
rights-protest-why = Kvifor?
rights-protest-why-hint = Nokre ord om situasjonen din er nok. Påminningar kan du seie nei til utan grunn.
rights-protest-send = Send protesten
rights-marketing-title = Ingen reklame
rights-marketing-text = Du kan når som helst seie nei til reklame frå oss. Det gjeld med ein gong, utan grunn og utan at nokon skal vurdere det.
rights-marketing-open = Sei nei til reklame
rights-marketing-do = Ikkje send meg reklame
rights-marketing-done = Du får ikkje reklame frå oss
rights-marketing-done-text = Det gjeld frå no. Meldingar om timar og oppdrag du sjølv har tinga, kjem framleis.
rights-marketing-kept = Adressa blir ikkje lagra, berre eit merke som ikkje kan lesast tilbake, så ingen legg deg til igjen.
rights-marketing-reminders = Eg vil heller ikkje ha påminningar om service og kontroll
rights-marketing-reminders-hint = Dei er ikkje reklame, og kjem til du seier frå.
rights-marketing-yours = Du har sagt nei til reklame. Ingen herifrå sender deg det.
rights-correct-title = Rett ei opplysning
rights-correct-lead = Sei kva som er feil og kva som er rett. Vi rettar det og seier frå til dei som har fått det.
rights-correct-self = Namn, e-post og telefon kan du rette sjølv med ein gong.
rights-correct-field = Kva er feil?
rights-correct-value = Rett opplysning
rights-correct-why = Kvifor er det feil?
rights-correct-why-hint = Kvar står det, og korleis veit du at det er feil?
rights-correct-now = Står no
rights-correct-do = Rett og svar
rights-correct-only = Berre når kravet gjeld retting.
rights-correct-say = Sei kva som skal rettast
rights-correct-say-hint = Slik personen bed om det i brevet, i e-posten eller på telefonen.
rights-correct-is-done = Opplysninga er retta. Det som står att, er svaret.
rights-changed-kind = Kvar er det retta?
rights-changed-hint = Fyll ut når du har retta noko sjølv, ein annan stad enn her. Dei som har fått slike opplysningar, får vite om det.
rights-changed-what = Kva er retta?
rights-changed-said = Dette er retta: { $what }
rights-corrected-said = Opplysninga er retta slik du bad om. Den gamle blir sletta når ingenting som er i gang, treng ho lenger.
rights-field-name = Namn
rights-field-email = E-post
rights-field-phone = Telefon
rights-field-organisation = Firma
rights-field-org-no = Organisasjonsnummer
rights-field-other = Noko anna
rights-told-title = Kven som får vite om det
rights-told-at = fekk melding { $day }
rights-told-not-yet = får melding
rights-tell-title = Sei frå til mottakarar
rights-tell-lead = Dei som har fått opplysningar, skal få vite at dei er retta, sletta eller avgrensa (art. 19).
rights-tell-none = Ingen mottakarar ventar på melding.
rights-tell-owed = Skal ha melding
rights-tell-way = Korleis fekk dei melding?
rights-tell-receipt = Kva svara dei?
rights-tell-do = Dei har fått melding
rights-refused-in-doubt = Vi kunne ikkje slå fast kven du er, og kan difor ikkje utlevere eller endre noko (personvernforordninga art. 12 nr. 6). Du kan når som helst kome tilbake med legitimasjon eller bruke ei adresse vi kjenner.
rights-refused-court = Du kan òg bringe avslaget inn for domstolane.
rights-mail-reminder-subject = Krav om personopplysningar: svar seinast { $last }
rights-mail-hold-subject = Eit hald går ut { $last }
rights-mail-overdue-subject = Over fristen: krav om personopplysningar
notice-rights-objected = Protesten er motteken. Vi bruker ikkje opplysningane til dette medan vi vurderer han.
notice-rights-stopped = Det er stansa. Ingen skal vurdere det.
notice-rights-leave-given = Bruken er tillaten, og grunnen står i saka.
notice-rights-leave-ended = Bruken er avslutta.
notice-rights-no-marketing = Du får ikkje reklame frå oss.
notice-rights-proven = Identiteten er stadfesta. Fristen går igjen.
notice-rights-matched = Det er lagra kven dette er hos oss.
notice-rights-doubted = Fristen står stille til det er klart kven som spør.
notice-rights-corrected = Opplysninga er retta, og personen har fått svar.
notice-rights-address-asked = Personen har konto, så den nye adressa må stadfestast først. Vi har sendt ei lenkje dit. Svar når ho er stadfesta.
notice-rights-told = Det er notert at mottakaren har fått melding.
notice-rights-lift-told = Personen er varsla. No kan avgrensinga opphevast.
notice-rights-lifted = Avgrensinga er oppheva.
rights-overdue-title = { $count ->
    [one] Eitt krav er over fristen
   *[other] { $count } krav er over fristen
}
rights-corrected-told = { $count ->
    [one] Éin mottakar har fått den gamle opplysninga og får melding.
   *[other] { $count } mottakarar har fått den gamle opplysninga og får melding.
}
rights-mail-link-body =
    Hei.

    Vi har fått eit krav om personopplysningar i namnet ditt: { $what }. Det kom { $came }.

    Er det du som spør? Opne lenkja og trykk på knappen, så behandlar vi kravet. Lenkja verkar til og med { $last }, éin gong.

    { $link }

    Er det ikkje du, treng du ikkje gjere noko. Då blir ingenting utlevert eller endra.

    Fristen vår står stille til vi veit kven som spør. Det kostar ingenting.

    Helsing { $house }
rights-mail-doubt-body =
    Hei.

    Vi har fått kravet ditt om personopplysningar: { $what }. Det kom { $came }.

    Vi kjenner ikkje att denne adressa. Før vi kan svare på kravet, må vi vite kven du er. Kom innom med legitimasjon, skriv frå ei adresse du har brukt hos oss, eller ring oss. Vi skriv aldri ned nummeret på legitimasjonen.

    Fristen vår står stille til det er avklart. Det kostar ingenting.

    Helsing { $house }
rights-mail-reminder-body =
    Eit krav om personopplysningar ({ $what }) må svarast på seinast { $last }.

    { $link }
rights-mail-hold-body =
    Du har ansvaret for eit hald: { $what } ({ $why }).

    Det går ut { $last }. Då blir det som er halde tilbake, sletta om ikkje noko anna held det. Trengst det framleis, må haldet fornyast før den dagen.

    { $link }
rights-mail-overdue-body =
    Eit krav om personopplysningar ({ $what }) skulle vore svart på seinast { $last }. Svar i dag.

    { $link }
nav-rights-brought = Hent inn frå ein annan verkstad
brought-title = Ta med deg data frå ein annan verkstad
brought-lead = Har du fått opplysningane dine i ei overførbar fil (ZIP), kan du leggje dei inn her. Du ser alt før noko blir lagra.
brought-file = Fila du fekk
brought-file-hint = Ein ZIP på høgst 4 MB, slik du lasta han ned.
brought-look = Sjå kva som er i han
brought-what = Vi tek køyretøya og historikken. Namn, e-post og telefon endrar du sjølv under Profil. Det du tek med, kan ikkje endrast her, og blir sletta når du lukkar kontoen.
brought-preview = Dette er i fila
brought-from = Frå { $from }. Ingenting er lagra enno.
brought-vehicles = Køyretøy
brought-history = Historikk
brought-left-out = { $count } ting i fila kan vi ikkje ta imot: for mykje på ein gong, eller i ei form vi ikkje kjenner.
brought-keep = Legg det inn
brought-done = Lagt inn: { $lines } hendingar og { $plates } køyretøy. { $known } var her frå før.
brought-error-none = Vel ZIP-fila først.
brought-error-zip = Dette er ikkje ei ZIP-fil vi kan opne trygt. Last ho ned på nytt der du fekk ho.
brought-error-large = Fila er for stor når ho blir pakka ut.
brought-error-manifest = Fila manglar innhaldslista (manifest.json), eller ho er ikkje slik ho skal vere.
brought-error-kind = Dette er ikkje ei overførbar pakke. Be om «overførbar fil» der du fekk ho.
brought-error-hash = Innhaldet stemmer ikkje med kontrollsummane. Fila er endra eller skadd; last ho ned på nytt.
brought-error-schema = Ei av filene følgjer ikkje det publiserte skjemaet.
brought-error-national-id = Fila inneheld eit fødselsnummer. Vi tek aldri imot det; be om ei fil utan.
brought-error-account = Du må ha kundekonto for å ta med historikk.
held-take-along = Ta med til andre (ZIP)
held-kept = Blir teke vare på

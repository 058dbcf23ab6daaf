demo-post-title = Postkassa i demoen
demo-post-lead = Breva er sende over SMTP til ein mottakar på denne maskina. Dei ligg i minnet og er borte når demoen stansar.
demo-post-empty = Ingen brev enno. Bestill ein time, så kjem stadfestinga hit.
demo-post-to = Til
demo-post-subject = Emne
demo-post-back = Alle brev
mail-check-title = Slik står det til med e-post frå { $domain }:
mail-check-good = [i orden]
mail-check-mend = [må ordnast]
mail-check-no-answer = Namnetenaren svara ikkje om { $name }. Prøv igjen, eller spør ein annan namnetenar med --dns.
mail-check-spf-missing = { $domain } seier ikkje kven som får sende for det (SPF). Legg inn ein TXT-post for { $domain }, til dømes «v=spf1 mx ~all», med e-posttenaren du sender gjennom.
mail-check-spf-twice = { $domain } har fleire SPF-postar, og då gjeld ingen av dei. Slå dei saman til éin.
mail-check-spf-open = SPF-posten til { $domain } lèt alle sende. Lat han slutte med «~all» eller «-all».
mail-check-spf-stands = { $domain } seier kven som får sende for det (SPF).
mail-check-key-missing = Nøkkelen er ikkje kunngjord. Legg inn ein TXT-post for { $name }: { $text }
mail-check-key-differs = Det er kunngjort ein annan nøkkel enn den breva blir signerte med. Rett TXT-posten for { $name }: { $text }
mail-check-key-stands = Nøkkelen er kunngjord: { $name }
mail-check-dmarc-missing = { $domain } seier ikkje kva som skal skje med falske brev (DMARC). Legg inn ein TXT-post for _dmarc.{ $domain }: v=DMARC1; p=quarantine
mail-check-dmarc-none = DMARC for { $domain } bed mottakarane om å ikkje gjere noko (p=none). Når breva kjem fram, set du p=quarantine.
mail-check-dmarc-stands = { $domain } seier kva som skal skje med falske brev (DMARC).
mail-check-unsigned = Breva blir ikkje signerte (DKIM). Lag nøklar med karosseri mail keys --domain { $domain }.
mail-check-not-aligned = Breva er frå { $from }, men blir signerte av { $domain }. Mottakarane krev at dei høyrer saman; rett mail_from eller mail_dkim_domain.
nav-upkeep = Drift
upkeep-lead = Korleis huset har det. Her står ingenting om nokon.
upkeep-good = Alt er i orden
upkeep-ill = { $count ->
    [one] Éin ting må ordnast
   *[other] { $count } ting må ordnast
 }
upkeep-ill-rights-overdue = { $count ->
    [one] Eitt krav om rettar er over fristen
   *[other] { $count } krav om rettar er over fristen
 }
upkeep-ill-sweep-dead = Slettinga i natt er ikkje gjord
upkeep-ill-sweep-asks = Slettinga i natt ventar på eit svar
upkeep-ill-holds-run-out = { $count ->
    [one] Éi sperre mot sletting går snart ut
   *[other] { $count } sperrer mot sletting går snart ut
 }
upkeep-ill-proof-fails = { $count ->
    [one] Eitt punkt i personvernfråsegna held ikkje
   *[other] { $count } punkt i personvernfråsegna held ikkje
 }
upkeep-ill-chore-fails = Noko huset skal gjere av seg sjølv, går ikkje
upkeep-ill-make-silent = Nyhendebrevtenesta Make svarar ikkje
upkeep-ill-reservations-old = Lista frå Reservasjonsregisteret er for gammal
upkeep-ill-county-database = Databasen over fylke kan ikkje lesast
upkeep-house = Det som går av seg sjølv
upkeep-swept = Sletta det som var gått ut
upkeep-proof = Etterprøvde fråsegna
upkeep-proof-was = { $when }: { $holds } held, { $fails } held ikkje
upkeep-backup = Siste tryggingskopi
upkeep-backup-was = { $when }, { $rows } rader
upkeep-backup-old = { $when }, { $rows } rader. Det er på tide med ein ny
upkeep-backup-how = Kopien er ikkje ein del av huset: La maskina ta han kvar natt, og legg nøkkelmappa ein annan stad.
upkeep-declaration = Versjonen av fråsegna
upkeep-program = Versjonen av programmet
upkeep-never = Aldri
upkeep-mail = E-post
upkeep-mail-host = Tenar som sender
upkeep-mail-no-host = Ingen er sett: breva ventar
upkeep-mail-signed = Blir signert av (DKIM)
upkeep-mail-unsigned = Blir ikkje signert
upkeep-mail-returns = Les det som kjem tilbake
upkeep-mail-unread = Nei
upkeep-mail-waiting = Ventar på tenaren
upkeep-mail-waits = { $count ->
    [one] Eitt brev, sidan { $when }
   *[other] { $count } brev, det eldste sidan { $when }
 }
upkeep-mail-none = Ingenting
upkeep-mail-failed = Kom ikkje fram siste veka
upkeep-domain = Domenet breva kjem frå
upkeep-domain-text = Mottakarane slår opp i domenet om dei skal tru på breva. Her ser du det dei ser: SPF, DKIM og DMARC, og kva som må leggjast inn.
upkeep-domain-ask = Spør namnetenarane
upkeep-domain-again = Spør ein gong til
upkeep-domain-off = Ingen e-posttenar er sett, så det er ingenting å sjå etter enno.
upkeep-domain-good = I orden
upkeep-domain-not = Det gjekk ikkje å spørje
upkeep-domain-silent = Namnetenarane svarte ikkje i tide. Prøv igjen om litt.
upkeep-domain-wrong = Ei innstilling er feil:
upkeep-mend = Må ordnast
upkeep-stands = I orden

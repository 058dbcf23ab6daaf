demo-post-title = Postkassen i demoen
demo-post-lead = Brevene er sendt over SMTP til en mottaker på denne maskinen. De ligger i minnet og er borte når demoen stanser.
demo-post-empty = Ingen brev ennå. Bestill en time, så kommer bekreftelsen hit.
demo-post-to = Til
demo-post-subject = Emne
demo-post-back = Alle brev
mail-check-title = Slik står det til med e-post fra { $domain }:
mail-check-good = [i orden]
mail-check-mend = [må ordnes]
mail-check-no-answer = Navnetjeneren svarte ikke om { $name }. Prøv igjen, eller spør en annen navnetjener med --dns.
mail-check-spf-missing = { $domain } sier ikke hvem som får sende for det (SPF). Legg inn en TXT-post for { $domain }, for eksempel «v=spf1 mx ~all», med e-posttjeneren du sender gjennom.
mail-check-spf-twice = { $domain } har flere SPF-poster, og da gjelder ingen av dem. Slå dem sammen til én.
mail-check-spf-open = SPF-posten til { $domain } lar alle sende. La den slutte med «~all» eller «-all».
mail-check-spf-stands = { $domain } sier hvem som får sende for det (SPF).
mail-check-key-missing = Nøkkelen er ikke kunngjort. Legg inn en TXT-post for { $name }: { $text }
mail-check-key-differs = Det er kunngjort en annen nøkkel enn den brevene signeres med. Rett TXT-posten for { $name }: { $text }
mail-check-key-stands = Nøkkelen er kunngjort: { $name }
mail-check-dmarc-missing = { $domain } sier ikke hva som skal skje med falske brev (DMARC). Legg inn en TXT-post for _dmarc.{ $domain }: v=DMARC1; p=quarantine
mail-check-dmarc-none = DMARC for { $domain } ber mottakerne om å ikke gjøre noe (p=none). Når brevene kommer fram, setter du p=quarantine.
mail-check-dmarc-stands = { $domain } sier hva som skal skje med falske brev (DMARC).
mail-check-unsigned = Brevene signeres ikke (DKIM). Lag nøkler med karosseri mail keys --domain { $domain }.
mail-check-not-aligned = Brevene er fra { $from }, men signeres av { $domain }. Mottakerne krever at de hører sammen; rett mail_from eller mail_dkim_domain.
nav-upkeep = Drift
upkeep-lead = Hvordan huset har det. Her står ingenting om noen.
upkeep-good = Alt er i orden
upkeep-ill = { $count ->
    [one] Én ting må ordnes
   *[other] { $count } ting må ordnes
 }
upkeep-ill-rights-overdue = { $count ->
    [one] Ett krav om rettigheter er over fristen
   *[other] { $count } krav om rettigheter er over fristen
 }
upkeep-ill-sweep-dead = Nattens sletting er ikke gjort
upkeep-ill-sweep-asks = Nattens sletting venter på et svar
upkeep-ill-holds-run-out = { $count ->
    [one] Én sperre mot sletting går snart ut
   *[other] { $count } sperrer mot sletting går snart ut
 }
upkeep-ill-proof-fails = { $count ->
    [one] Ett punkt i personvernerklæringen holder ikke
   *[other] { $count } punkter i personvernerklæringen holder ikke
 }
upkeep-ill-chore-fails = Noe huset skal gjøre av seg selv, går ikke
upkeep-ill-make-silent = Nyhetsbrevtjenesten Make svarer ikke
upkeep-ill-reservations-old = Listen fra Reservasjonsregisteret er for gammel
upkeep-ill-county-database = Databasen over fylker kan ikke leses
upkeep-house = Det som går av seg selv
upkeep-swept = Slettet det som var gått ut
upkeep-proof = Etterprøvde erklæringen
upkeep-proof-was = { $when }: { $holds } holder, { $fails } holder ikke
upkeep-backup = Siste sikkerhetskopi
upkeep-backup-was = { $when }, { $rows } rader
upkeep-backup-old = { $when }, { $rows } rader. Det er på tide med en ny
upkeep-backup-how = Kopien er ikke en del av huset: La maskinen ta den hver natt, og legg nøkkelmappen et annet sted.
upkeep-declaration = Erklæringens versjon
upkeep-program = Programmets versjon
upkeep-never = Aldri
upkeep-mail = E-post
upkeep-mail-host = Tjener som sender
upkeep-mail-no-host = Ingen er satt: brevene venter
upkeep-mail-signed = Signeres av (DKIM)
upkeep-mail-unsigned = Signeres ikke
upkeep-mail-returns = Leser det som kommer tilbake
upkeep-mail-unread = Nei
upkeep-mail-waiting = Venter på tjeneren
upkeep-mail-waits = { $count ->
    [one] Ett brev, siden { $when }
   *[other] { $count } brev, det eldste siden { $when }
 }
upkeep-mail-none = Ingenting
upkeep-mail-failed = Kom ikke fram siste uke
upkeep-domain = Domenet brevene kommer fra
upkeep-domain-text = Mottakerne slår opp i domenet om de skal tro på brevene. Her ser du det de ser: SPF, DKIM og DMARC, og hva som må legges inn.
upkeep-domain-ask = Spør navnetjenerne
upkeep-domain-again = Spør en gang til
upkeep-domain-off = Ingen e-posttjener er satt, så det er ingenting å se etter ennå.
upkeep-domain-good = I orden
upkeep-domain-not = Det gikk ikke å spørre
upkeep-domain-silent = Navnetjenerne svarte ikke i tide. Prøv igjen om litt.
upkeep-domain-wrong = En innstilling er feil:
upkeep-mend = Må ordnes
upkeep-stands = I orden

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

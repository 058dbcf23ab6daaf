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

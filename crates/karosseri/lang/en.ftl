demo-post-title = The demo's mailbox
demo-post-lead = The letters were sent over SMTP to a receiver on this machine. They lie in memory and are gone when the demo stops.
demo-post-empty = No letters yet. Book a time, and the confirmation arrives here.
demo-post-to = To
demo-post-subject = Subject
demo-post-back = All letters
mail-check-title = How mail from { $domain } stands:
mail-check-good = [fine]
mail-check-mend = [to mend]
mail-check-no-answer = The name server did not answer about { $name }. Try again, or ask another one with --dns.
mail-check-spf-missing = { $domain } does not say who may send for it (SPF). Add a TXT record for { $domain }, such as “v=spf1 mx ~all”, with the mail server you send through.
mail-check-spf-twice = { $domain } has several SPF records, so none of them counts. Make one of them.
mail-check-spf-open = The SPF record of { $domain } lets anybody send. Let it end in “~all” or “-all”.
mail-check-spf-stands = { $domain } says who may send for it (SPF).
mail-check-key-missing = The key is not published. Add a TXT record for { $name }: { $text }
mail-check-key-differs = Another key is published than the one that signs. Correct the TXT record for { $name }: { $text }
mail-check-key-stands = The key is published: { $name }
mail-check-dmarc-missing = { $domain } does not say what is to happen to forged mail (DMARC). Add a TXT record for _dmarc.{ $domain }: v=DMARC1; p=quarantine
mail-check-dmarc-none = DMARC of { $domain } asks receivers to do nothing (p=none). Once mail arrives as it should, set p=quarantine.
mail-check-dmarc-stands = { $domain } says what is to happen to forged mail (DMARC).
mail-check-unsigned = Mail is not signed (DKIM). Make keys with karosseri mail keys --domain { $domain }.
mail-check-not-aligned = Mail is from { $from } but signed by { $domain }. Receivers want the two to belong together; correct mail_from or mail_dkim_domain.

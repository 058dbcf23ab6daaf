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
nav-upkeep = Upkeep
upkeep-lead = How the house is. Nothing here is about anybody.
upkeep-good = All is well
upkeep-ill = { $count ->
    [one] One thing to mend
   *[other] { $count } things to mend
 }
upkeep-ill-rights-overdue = { $count ->
    [one] One request about rights is overdue
   *[other] { $count } requests about rights are overdue
 }
upkeep-ill-sweep-dead = The nightly erasure has not been done
upkeep-ill-sweep-asks = The nightly erasure waits for an answer
upkeep-ill-holds-run-out = { $count ->
    [one] One hold on erasure runs out soon
   *[other] { $count } holds on erasure run out soon
 }
upkeep-ill-proof-fails = { $count ->
    [one] One clause of the privacy declaration does not hold
   *[other] { $count } clauses of the privacy declaration do not hold
 }
upkeep-ill-chore-fails = Something the house does by itself fails
upkeep-ill-make-silent = The newsletter service Make does not answer
upkeep-ill-reservations-old = The list of the reservation register is too old
upkeep-ill-county-database = The database of counties cannot be read
upkeep-house = What goes by itself
upkeep-swept = Erased what had run out
upkeep-proof = Checked the declaration
upkeep-proof-was = { $when }: { $holds } hold, { $fails } do not
upkeep-backup = Latest backup
upkeep-backup-was = { $when }, { $rows } rows
upkeep-backup-old = { $when }, { $rows } rows. It is time for another
upkeep-backup-how = A backup is not part of the house: let the machine take it every night, and keep the custody folder somewhere else.
upkeep-declaration = Version of the declaration
upkeep-program = Version of the program
upkeep-never = Never
upkeep-mail = Mail
upkeep-mail-host = Server that sends
upkeep-mail-no-host = None is set: letters wait
upkeep-mail-signed = Signed by (DKIM)
upkeep-mail-unsigned = Not signed
upkeep-mail-returns = Reads what comes back
upkeep-mail-unread = No
upkeep-mail-waiting = Waits for the server
upkeep-mail-waits = { $count ->
    [one] One letter, since { $when }
   *[other] { $count } letters, the oldest since { $when }
 }
upkeep-mail-none = Nothing
upkeep-mail-failed = Did not arrive, last week
upkeep-domain = The domain letters come from
upkeep-domain-text = Receivers look into the domain to see whether to believe a letter. Here you see what they see: SPF, DKIM and DMARC, and what to publish.
upkeep-domain-ask = Ask the name servers
upkeep-domain-again = Ask once more
upkeep-domain-off = No mail server is set, so there is nothing to look for yet.
upkeep-domain-good = In order
upkeep-domain-not = They could not be asked
upkeep-domain-silent = The name servers did not answer in time. Try again in a while.
upkeep-domain-wrong = A setting is wrong:
upkeep-mend = To mend
upkeep-stands = In order

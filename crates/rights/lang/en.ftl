nav-rights-held = What we hold
nav-rights-looked = Who has looked
nav-rights-requests = Your rights
nav-rights-office = Requests
nav-rights-register = Register a request
nav-rights-sweep = Tonight's erasure
nav-rights-holds = Held back
nav-rights-log = Opening log
nav-rights-proof = Proof
notice-rights-received = We have received your request. You see the date below.
notice-rights-withdrawn = The request is withdrawn.
notice-rights-registered = The request is registered; the clock runs from the day it came.
notice-rights-answered = The answer is sent.
notice-rights-extended = The date is extended, and the person has been told why.
notice-rights-paper = We have no e-mail for this person. Print the letter, and say here when it has gone.
notice-rights-posted = It is noted that the letter was delivered.
notice-rights-held = The data is held back until the day you chose.
notice-rights-released = Released. What was waiting is erased tonight.
notice-rights-erased = The erasure is done. This is the receipt the person has received.
notice-rights-proved = The declaration has been checked again.
rights-already-answered = The request is already answered.
rights-still-busy = Something that needs the data is still going on. Finish or cancel it first.
rights-held-title = What we hold about you
rights-held-lead = Everything we hold about you, why, where it comes from, and when it goes. The page is made from the data itself each time you open it.
rights-held-none = We hold nothing here.
rights-download = Download everything (ZIP)
rights-download-theirs = Download the person's data (ZIP)
rights-use = Use your rights
rights-goes = Goes
rights-also = Also used for
rights-recipients = Recipients
rights-held-back = Held back
rights-review = reviewed
rights-until-hold = When the reason for holding it back is gone
rights-show = { $count ->
    [one] Show the one record
   *[other] Show { $count } records
}
rights-notice = declaration version { $version }
rights-strand-live = In use
rights-strand-restricted = Locked
rights-strand-held = Held back
rights-vehicle = The vehicle
rights-vehicle-lead = This belongs to the vehicle and stays with it. You see it as long as you have to do with it.
rights-consents = Consents
rights-consent-given = Given
rights-consent-withdrawn = Withdrawn
rights-requests = What you have asked for
rights-erased-before = Erased before
rights-source-you = from you
rights-source-deliverer = from the person who handed in the vehicle
rights-source-register = from the Norwegian vehicle register
rights-source-staff = noted by the workshop
rights-source-derived = made by us from the rest
rights-source-web = from public web pages
rights-source-other = from another source
rights-while-booking = as long as your booking stands
rights-while-visit = as long as the vehicle is with us
rights-while-order = as long as the work goes on
rights-while-approval = as long as the price waits for approval
rights-while-account = as long as you have an account
rights-while-enquiry = as long as your question is open
rights-while-request = as long as your request is handled
rights-while-consent = as long as your consent stands
rights-while-staff = as long as the employment lasts
rights-while-vehicle = as long as the vehicle is in use
rights-while-claim = as long as the complaint is open
rights-while-other = as long as the case is open
rights-panel-what = What we hold about you
rights-panel-what-count = { $count ->
    [one] One kind of data, with reason, source and the date it goes.
   *[other] { $count } kinds of data, with reason, source and the date they go.
}
rights-panel-what-open = See all of it
rights-panel-look = Who has opened your data
rights-panel-look-last = Last { $when }.
rights-panel-look-open = See who and why
rights-looked-title = Who has seen your data
rights-looked-lead = Each time someone other than you opens anything about you, it stands here: which role, what for and when. The log cannot be changed without it showing.
rights-looked-none = Nobody but you has opened data about you.
rights-when = When
rights-who = Who
rights-why = Why
rights-what = What
rights-law = Under
rights-since = Since
rights-who-chore = The system itself
rights-who-letters = The system, to send you a message
rights-who-prove = The system, to check the promises
rights-case-booking = a booking
rights-case-visit = a visit
rights-case-order = an order
rights-case-enquiry = a question
rights-case-claim = a complaint or warranty case
rights-case-request = a request about rights
rights-case-log-in = a log-in
rights-case-account = the account, which had not been used
rights-case-message = a message
rights-case-purchase = a purchase
rights-case-vehicle = a vehicle
rights-case-consents = your consents
rights-case-look = an opening that was looked into
rights-case-campaign = a newsletter
rights-case-recall = a recall
rights-case-prospect = an approach to the company
rights-case-locked = what bookkeeping keeps
rights-case-desk = a search or list at the workshop
rights-case-staff = the employment
rights-case-review = a review before access was given
rights-case-proof = a check that the declaration is kept
rights-case-none = no case given
rights-case-other = another case
rights-title = Your rights
rights-lead = You decide much about the data on you. It costs nothing, and we answer within a month.
rights-do-see = See and take along
rights-do-see-text = All we hold, at once. Download it in a file that you can read and other systems can use.
rights-do-correct = Correct
rights-do-correct-text = You correct name, e-mail and phone yourself.
rights-do-withdraw = Withdraw consent
rights-do-withdraw-text = As easily as you gave it, wholly or in part.
rights-do-forget = Be forgotten
rights-do-forget-text = See first what is erased and what the law makes us keep.
rights-other = Ask for something else
rights-what-ask = What do you ask for?
rights-own-words = Tell us in your own words
rights-own-words-hint = Which data is it about, and what would you like?
rights-send = Send the request
rights-take-back = Withdraw
rights-came = came { $day }
rights-due = answer by { $day }
rights-cancel = Cancel
rights-kind-access = Access
rights-kind-rectification = Rectification
rights-kind-erasure = Erasure
rights-kind-restriction = Restriction: keep, but do not use
rights-kind-objection = Objection to use
rights-kind-portability = Take the data to others
rights-channel-page = My page
rights-channel-letter = Letter
rights-channel-email = E-mail
rights-channel-phone = Telephone
rights-channel-desk = At the desk
rights-state-open = Being handled
rights-state-answered = Answered
rights-state-refused = Refused
rights-state-withdrawn = Withdrawn
rights-forget-title = Be forgotten
rights-forget-lead = Here you see what will happen before you decide. Nobody can bring back what is erased, not even we.
rights-forget-open = You have already asked to be forgotten. We answer in time.
rights-forget-busy = Something is going on
rights-forget-busy-text = You may send the request now. We erase when this is finished or cancelled.
rights-forget-what = What happens to each kind of data
rights-forget-work = What was done to the vehicle stays with the vehicle, without your name. Your account is closed and you are logged out.
rights-forget-sure = I understand that it cannot be undone
rights-forget-send = Ask to be forgotten
rights-badge-goes = Erased
rights-badge-stays = Kept
rights-fate-goes = Erased for good
rights-fate-busy = Needed { $what }
rights-outcome-destroyed = Erased. The key is destroyed, and the data cannot be read by anyone.
rights-outcome-unfinished = Not fully erased yet. The system goes on by itself, and nobody can use the data meanwhile.
rights-outcome-kept = Kept up to and including { $day }. Purpose: { $why }. Ground: { $law }. Locked for other use.
rights-outcome-open = Kept as long as the case is open. Purpose: { $why }. Ground: { $law }.
rights-outcome-held = Held back: { $why }. Reviewed { $day }.
rights-hold-claim = a claim is not settled
rights-hold-dispute = a dispute has to be settled
rights-hold-authority = an authority has asked for it
rights-hold-other = stated in the case
rights-hold-back = Hold back
rights-hold-why = Why?
rights-hold-set = Hold back until then
rights-receipt-title = Receipt of erasure
rights-receipt-lead = The receipt says what was erased and when. It holds nothing about whom it concerned.
rights-receipt-number = Number in the chain
rights-receipt-mark = Mark
rights-receipt-whole = The receipt is as it was written, and fits the one before it.
rights-receipt-broken = The receipt was changed after it was written. Tell us and the supervisory authority.
rights-receipt-then = Finished on { $day }
rights-receipt-then-lead = This was not erased on the first day. Now it is settled, too.
rights-receipt-first = How it stood on { $day }
rights-office-title = Privacy: requests
rights-office-lead = The clock runs from the day the request came. No data is opened until you enter a case.
rights-register = Register a request
rights-waiting = Waiting for an answer
rights-waiting-none = No request is waiting.
rights-holds-stand = Held back
rights-closed = Closed
rights-days-left = { $days ->
    [0] last day today
    [one] 1 day left
   *[other] { $days } days left
}
rights-overdue = { $days ->
    [one] 1 day overdue
   *[other] { $days } days overdue
}
rights-register-lead = For requests that came by letter, e-mail, telephone or at the desk. The acknowledgement goes to the e-mail we already have.
rights-what-asked = What is asked for?
rights-how-came = Came by
rights-received-on = Received
rights-received-hint = The day it reached us, not the day you read it.
rights-email = E-mail
rights-email-hint = The one the person has used with us. Give e-mail or phone.
rights-phone = Phone
rights-their-words = What the person wrote or said
rights-lang = Answer in
rights-register-send = Register
rights-error-who = Give e-mail or phone so that we can find the person.
rights-error-unknown = We hold nothing about anyone with this address. Tell the person so, the way the request came.
rights-error-review = Choose a day ahead.
rights-error-extend = The date can be extended once only, and only within the first month.
rights-case = Case
rights-answer-by = Answer by
rights-case-held = What we hold about the person
rights-carry-out = Carry out the erasure
rights-carry-sure = I have considered the case. What is erased cannot be brought back.
rights-carry-do = Erase and answer
rights-busy-title = Cannot be erased yet
rights-busy-text = Finish or cancel this first. The clock keeps running.
rights-refuse-title = Refuse, or ask for more time
rights-answer-title = Answer
rights-outcome = Outcome
rights-outcome-done = Done as asked
rights-outcome-refused = Refused
rights-outcome-refused-hint = Say why. The way to the supervisory authority is added by itself.
rights-answer-text = The answer to the person
rights-answer-hint = For more time: why it takes longer.
rights-answer-send = Send the answer
rights-extend = Extend the date for this reason
rights-sweep-title = Tonight's erasure
rights-sweep-lead = This has no reason to be kept any longer and is erased by itself.
rights-sweep-last = Last run { $when }: { $destroyed } erased, { $held } held back.
rights-sweep-never = The erasure has never run.
rights-sweep-none = Nothing is to be erased tonight.
rights-log-title = Opening log
rights-log-whole = The log is whole: { $lines } lines, each tied to the one before.
rights-log-broken = The log was changed
rights-log-broken-at = Line { $line } does not fit. Compare with a backup and report a breach.
rights-log-unusual = Worth a look
rights-log-unusual-none = Nothing stands out.
rights-log-latest = Latest openings
rights-unusual-case = no case
rights-unusual-read = marked as unusual
rights-unusual-glass = emergency access
rights-holds-title = Held back from erasure
rights-holds-lead = Each has a reason and a day on which it is reviewed.
rights-holds-none = Nothing is held back.
rights-release = Release
rights-release-sure = What has been waiting is erased tonight. Release?
rights-proof-title = Is the declaration kept?
rights-proof-lead = Each promise is checked on live data, every night and when you ask.
rights-proof-run = Check now
rights-proof-when = Last checked { $when }, declaration version { $version }.
rights-proof-looked = { $count } checked, nothing wrong
rights-proof-wrong = { $count } wrong:
rights-proof-word = Attested by
rights-proof-none = The declaration has not been checked yet.
rights-proof-public = Do we keep our promises?
rights-proof-public-lead = Each promise of the privacy declaration is checked by the system on live data. Here is the latest result, also when something does not hold.
rights-proof-declaration = Read the privacy declaration
rights-verdict-holds = Holds
rights-verdict-attested = Attested
rights-verdict-fails = Does not hold
rights-package-title = The data about you
rights-package-lead = Everything we held about you when this file was made, with purpose, basis, source and the date it goes. The files below hold the same for machines; manifest.json has a checksum of each.
rights-package-files = Files
rights-mail-received-subject = We have received your request – { $house }
rights-mail-received-body =
    Hello.

    We have received your request about personal data: { $what }. It came { $came }.

    You will have an answer by { $last }. It costs nothing.

    On My page you can see the request and withdraw it.

    { $house }
rights-mail-answer-subject = The answer to your request – { $house }
rights-mail-extended = Your request came { $came }. We need more time, and you will have an answer by { $last }. The reason is:
rights-erased-top = { $house } has dealt with your request for erasure, which came { $received }. The answer rests on what can actually be read afterwards.
rights-erased-receipt = Your code is { $code }. With it you can see the receipt at any time; it does not say who you are:
rights-erased-work = What was done to the vehicle still stands with the vehicle, without your name. This letter itself is kept { $rule }.
rights-proof-controllers-declared = Each row belongs to one of the companies
rights-proof-rules-cited = Whatever happens by itself cites a rule
rights-proof-no-cookie-before-log-in = No cookie and nobody else on the public pages
rights-proof-provenance-present = Each record has its source and version of the declaration
rights-proof-no-double-booking = No bay is booked twice
rights-proof-notice-stamped = Each booking has the version that was shown
rights-proof-fields-declared = Each kind of data is declared
rights-proof-columns-declared = Each column of the database is marked
rights-proof-national-id-refused = National identity numbers are refused and not there
rights-proof-look-ups-bound = Each register look-up belongs to a case
rights-proof-register-owner-dropped = The owner in the register is not kept
rights-proof-meters-monotonic = No meter goes down without replacement
rights-proof-closed-orders-intact = Closed orders are unchanged
rights-proof-marketing-needs-consent = Nobody is within reach of newsletters without consent
rights-proof-customers-could-say-no = Every customer who gets letters was offered to say no thanks and has not said so
rights-proof-purposes-bound = Each role opens only what the declaration gives it, and nobody opens the locked accounting store alone
rights-proof-deliverer-apart = The person handing in is kept apart, for the shortest time
rights-proof-strands-have-reasons = Whatever lies here has a reason and a date
rights-proof-holds-reviewed = Whatever is held back is reviewed in time
rights-proof-no-card-numbers = No place for card numbers
rights-proof-history-needs-account = Purchase history only with an account
rights-proof-warranty-stated = Each purchase line states its warranty
rights-proof-staff-belong = Each member of staff belongs to a company
rights-proof-log-chain-whole = The opening log is unchanged
rights-proof-processors-under-agreement = Each processor has an agreement
rights-proof-host-is-blind = All is encrypted, and the key lies elsewhere
rights-proof-recipients-in-eea = All recipients are in the EEA
rights-proof-relationship-end-computed = The dates of contact details are right
rights-proof-vehicle-life-dated = Each vehicle has a date
rights-proof-withdrawals-stand = Withdrawals stand
rights-proof-rights-in-time = All requests are answered in time
rights-proof-erasures-read-back = What was erased is gone
rights-proof-contacts-on-page = Our contact details are on the page
rights-proof-declaration-checked = The declaration passes its own check
rights-proof-no-visitor-table = Nothing is stored about visitors
rights-proof-links-real = Each outgoing link is a real address
rights-proof-sweep-alive = The erasure has run as it should
nav-rights-review = Free text to review
notice-review-decided = The decision is stored.
review-already = Somebody else has already decided this.
review-title = Free text to review
review-lead = Text that may mention people other than the person is left out of the copy until somebody has looked at it. Nothing is opened until you go in.
review-none = Nothing is waiting.
review-one = Does the text mention others?
review-one-lead = What is marked may be about somebody else. The person has a right to their own data; hide only what concerns others.
review-hide = Hide this
review-also = Hide these words too
review-also-hint = Separate them with commas. Every place they occur is hidden.
review-reason = Why is it hidden?
review-reason-name = the name of somebody else
review-reason-contact = somebody else's contact details
review-reason-life = something about somebody else's private life
review-error-none = Tick something, or type a word that is in the text.
review-do-mask = Release without what is marked
review-do-release = Release the whole text
review-mail-subject = Your copy is ready – { $house }
review-mail-body =
    Hello.

    We have looked through the text that might mention others. The copy of your data is now whole and can be downloaded:

    { $link }

    Regards, { $house }
rights-package-changed = Something was erased while the copy was being made, so we did not send it. Download it again to get it as things are now.
rights-source-workshop = brought along by you from another workshop
held-own-choice = our own period, not a law
held-why-open = Kept { $while }. After that: { $rule } ({ $law }).
held-why-until = Until { $day }: { $rule }, counted from { $from } ({ $law }).
copy-title = What we know about you
copy-front = To the first page
copy-pages = The pages of the copy
copy-lead = A copy of everything { $house } had about you at { $when }. It is all in the files you downloaded; nothing is fetched from the internet as you read.
copy-about-you = About you
copy-also-you = About you, entry { $number }
copy-vehicle = Vehicle { $number }
copy-happened = What has happened
copy-how = How we use it
copy-none = Nothing.
copy-why = Why we have it
copy-machine = The same for machines:
copy-records = The data
copy-open-file = Open the file
copy-held-back = This field may mention others. The privacy officer is looking at it, and then you will get it.
copy-masked = A part is hidden: { $why }.
copy-locked = What is here lies in the locked accounting store and is not part of this copy. It exists; why and for how long is said above.
copy-locked-how = Two of us have to open it together: one asks and says why, another agrees, and both stand in the log of who has looked. You yourself get all of it when you log in to My page and download the copy there, or you can ask us to open it and send the copy again.
copy-some-locked = A part lies in the locked accounting store and is not in this copy. Its page says how to get it.
copy-channel = Channel
copy-topic = Topic
copy-text = The text you saw
copy-form = Given through
copy-controller = To
copy-came = Received
copy-basis = Legal basis
copy-article = article { $number }
copy-topic-purposes = Purposes and legal bases
copy-lead-purposes = What we use the data for, and what allows us to.
copy-topic-recipients = Who receives it
copy-lead-recipients = Those who may receive data about you to do their work for us, or because the law says so.
copy-gave = Who has received data about you
copy-gave-lead = Each time somebody outside the workshop received something: who, what, why and when.
copy-gave-who = Recipient
copy-gave-why = Purpose
copy-gave-by = Given by
copy-told-lead = When something is corrected, erased or restricted, we tell those who have received it.
copy-told-cause = What was done
copy-told-owed = Decided
copy-told-at = Told
copy-objected = What you have objected to
copy-objected-lead = Each purpose you do not want us to use your data for, and what we decided.
copy-objected-to = Purpose
copy-objected-state = How it stands
copy-objected-decided = Decided
copy-restricted = When use was restricted
copy-restricted-lead = Why your data was only stored, since when, and when the restriction was lifted.
copy-restricted-why = Ground
copy-restricted-since = Since
copy-restricted-told = You were told
copy-restricted-lifted = Lifted
copy-steps = What happened to your requests
copy-steps-lead = Each step of each case, in the order it happened.
copy-steps-of = Request
copy-steps-by = By
copy-steps-by-staff = The workshop
copy-topic-sources = Where it comes from
copy-lead-sources = Every piece of data has a source.
copy-topic-retention = When it is erased, and why
copy-lead-retention = Each kind of data lives as long as its last reason. Then it is erased by itself.
copy-topic-consents = Your consents
copy-lead-consents = Everything you have said yes to, and everything you have withdrawn.
copy-topic-requests = What you have asked for
copy-lead-requests = Requests for access, rectification, erasure and so on.
copy-topic-openings = Who has looked at it
copy-lead-openings = Each time somebody other than you opened data about you: role, purpose and time.
copy-topic-erased = Erased before
copy-lead-erased = What was here and is gone for good.
copy-topic-rights = Your rights
copy-lead-rights = Use them on My page, or by getting in touch. It costs nothing.
copy-who-customer = You are a customer of { $house }: you have bought something from us.
copy-who-account = You have an account with us.
copy-who-deliverer = You have handed in or fetched a vehicle for somebody.
copy-who-asked = You have asked us something or booked a time.
copy-who-news = You have said yes to news from us.
copy-who-staff = You work or have worked for us.
copy-who-little = We know you only from what is here.
copy-sum-vehicles = { $count ->
    [one] One vehicle belongs with you.
   *[other] { $count } vehicles belong with you.
}
copy-sum = We hold { $records } pieces of data about you, of { $kinds } kinds.
copy-count = { $count ->
    [0] Nothing
    [one] 1 entry
   *[other] { $count } entries
}
copy-some-held = { $count ->
    [one] One field may mention others. The privacy officer is looking at it, and you will be told when it is ready. Everything else is here.
   *[other] { $count } fields may mention others. The privacy officer is looking at them, and you will be told when they are ready. Everything else is here.
}
copy-next = What happens next
copy-next-nothing = You need not do anything. Each piece of data is erased by itself when its last reason is gone.
copy-next-first = First to be erased is { $what }, after { $day }, unless something new happens.
copy-next-last = Longest kept is { $what }, until { $day }.
copy-next-request = Your request ({ $what }) is answered by { $day } at the latest.
copy-wrong = Is something wrong?
copy-wrong-text = Tell us and we will correct it. On My page you correct your name, e-mail and phone yourself, and you can ask for everything else there.
copy-machines = For machines
copy-machines-text = The folders data, vehicles and tables hold the same as JSON and CSV, the schemas are in schemas, and the checksum of each file is in
copy-portable-readme = These are the data you have given { $house } or that were seen and measured with us, to take elsewhere. The files follow the schemas in the folder schemas; manifest.json has a checksum for each.
rights-finally-top = Hello! You asked { $house } to erase your data, and we received the request on { $received }. Something was held back or not finished then. That is settled now, too:
rights-finally-in-use = In use again, because you have been in touch with us since. It is erased on the usual dates.
rights-sweep-kind-person = person
rights-sweep-kind-vehicle = vehicle
rights-sweep-kind-staff = staff
rights-sweep-lapsed = { $rule }, counted from { $event }. Purpose: { $why }.
rights-sweep-no-reason = No reason is left: whoever had it has taken it away.
rights-sweep-more = The list shows the first { $shown } of { $all }.
rights-sweep-about = About
rights-sweep-asks = The erasing waits for you
rights-sweep-asks-ahead = The clock is far past the last erasing ({ $last }). { $due } of { $alive } data are past their date. Is today’s date right?
rights-sweep-asks-behind = The clock is before the last erasing ({ $last }). If it is wrong, set it right. If it is right, the clock was wrong back then: say so here, and from now on today counts.
rights-sweep-asks-much = { $due } of { $alive } data would go at once, more than on any usual night. Is that right?
rights-sweep-asks-astray = { $due } data got their date while the clock stood wrong. The date may be years too early. Hold back what must stay. Is the rest to be erased?
rights-sweep-confirm = Yes, erase tonight
rights-sweep-confirm-sure = What is erased does not come back. Are the date and the number right?
rights-sweep-confirmed = Somebody has said that it is right. The erasing runs in the next round.
notice-rights-sweep-confirmed = Then the erasing runs in the next round.
notice-rights-renewed = Held back until the new date.
rights-hold-one = One record only
rights-hold-record = Record no. (empty for the whole kind)
rights-hold-records = Records of this kind
rights-hold-owner-you = you answer for it
rights-hold-owner-named = { $name } answers for it
rights-hold-owner = a colleague answers for it
rights-hold-record-no = record { $number }
rights-hold-soon = runs out soon
rights-hold-renew = Review and renew
rights-hold-until = New date
rights-hold-ends = A hold that is not renewed ends by itself after its date. Then what has waited is erased, and whoever asked is told.
rights-hold-waiting = { $count } erasures wait for a hold to end.
rights-error-review-late = Choose a day within 6 months. A hold must be reviewed more often than that.
rights-error-record = There is no such record here.
rights-explain-open = { $why }: { $until }. { $law }
rights-explain-reason = { $why }: up to and including { $day }, because { $rule } (counted from { $event }). Ground: { $law }.
rights-explain-until = Erased after { $day }
rights-explain-while = Kept { $until }
rights-explain-over = Erased tonight
rights-explain-hold = Held back up to and including { $day }

nav-openings-unusual = Unusual openings
openings-reason-title = Why is this to be opened?
openings-reason-lead = Nothing has been opened yet. Say why and you go on; the reason is good for { $minutes } minutes.
openings-reason-because = This is out of the ordinary
openings-reason-persons = { $count ->
    [one] It is about one person.
   *[other] It is about { $count } persons.
 }
openings-reason-which = Reason
openings-reason-words = In your own words
openings-reason-words-hint = Short. Do not write names, telephone numbers or anything else about the customer.
openings-reason-go = Go on
openings-reason-away = Leave it
openings-reason-kept = The reason stands in the log. The privacy officer reads it, and the customer sees which reason you chose. Your words are kept encrypted as data about you.
openings-reason-contacted = The customer got in touch
openings-reason-error = Correcting a mistake in an older order
openings-reason-claim = Complaint or warranty
openings-reason-payment = Invoice or payment
openings-reason-colleague = Helping a colleague or the other company
openings-reason-other = Something else
openings-reason-none = No reason was given
openings-danger-life = Danger to life or health
openings-danger-vehicle = The vehicle or the workshop is in danger
openings-danger-alone = The customer must be reached at once, and nobody else is here
openings-kind-not-today = The person has no booking, visit or case with us now
openings-kind-many = Many different persons in a short time
openings-kind-odd-hours = Outside the workshop's opening hours
openings-kind-glass = Emergency access
openings-glass-title = Emergency access
openings-glass-lead = When it is urgent and nobody else is here, you can do what the role “{ $role }” does, for { $minutes } minutes.
openings-glass-told = The privacy officer gets a letter at once.
openings-glass-marked = Everything you open is marked in the log, and the customer can see it.
openings-glass-ends = It ends by itself.
openings-glass-which = What is urgent?
openings-glass-sure = I need this now, and know that it is seen
openings-glass-go = Take emergency access
openings-glass-not = Your role has no emergency access.
openings-glass-not-why = The declaration says which roles have it.
openings-glass-nobody = Emergency access cannot be taken now.
openings-glass-nobody-why = No privacy officer is registered, so nobody would be told. An administrator has to register one first.
notice-openings-glass = You have emergency access. The privacy officer has been sent a letter.
notice-openings-mended = Emergency access has ended.
notice-openings-seen = Marked as seen.
openings-letter-subject = Emergency access was taken
openings-letter-text =
    A member of staff in the role { $role } at { $company } took emergency access on { $day }. It lasts until { $time }.

    Reason: { $why }

    What is opened stands here: { $link }
openings-case-day = { $case } on { $day }
openings-case-place = { $case }, { $place }
openings-mark-bulk = found by a search or in a list
openings-mark-unusual = out of the ordinary
openings-mark-glass = with emergency access
openings-mark-leave = although the data is restricted
openings-ask = Ask about this
openings-ask-line = line { $line }
openings-ask-title = Ask about an opening
openings-ask-lead = The question goes to the privacy officer, who answers within a month. The number of the line is in it already.
openings-ask-text = I ask about line { $line } of the opening log: { $at }, { $who }. Why were my data opened?
openings-ask-words = Your question
openings-ask-send = Send the question
openings-ask-back = Back
openings-unusual-title = Unusual openings
openings-unusual-lead = { $count ->
    [0] Everything has been looked at.
    [one] One waits for you to look at it.
   *[other] { $count } wait for you to look at them.
 }
openings-unusual-none = Nothing here.
openings-noted = Marked without anybody being asked
openings-noted-why = When the setting “unusual_reads” is “note”, unusual openings are only marked. They stand here, as nobody has given a reason.
openings-filter = Show
openings-filter-new = Not seen
openings-filter-all = All
openings-filter-unanswered = Without an answer
openings-filter-glass = Emergency access
openings-turned-away = Was asked and did not open
openings-new = Not seen
openings-seen = Seen
openings-one-title = Unusual opening
openings-what = What was unusual
openings-persons = Persons it was asked about
openings-mark-seen = Mark as seen
openings-lines = { $count ->
    [0] Nothing was opened
    [one] One opening
   *[other] { $count } openings
 }
openings-file = The whole log as a file
openings-key-link = How the log is checked
openings-key-title = The key of the opening log
openings-key-lead = Whenever somebody opens data about a person, a line is written. The lines are chained, and the end of the log is signed regularly. With the key below anybody, the supervisory authority too, can check a file of the log without the database and without any secret.
openings-key-public = Public key (Ed25519)
openings-key-head = The last signed end
openings-key-head-said = Line { $line }, { $at }. Write it down: a file without it has been cut.
openings-key-signature = Signature
openings-key-none = No end has been signed yet.
openings-key-how = How to
openings-key-how-said = Ask for the file, and run:
openings-key-formula = Without the program: the hash of each line is the SHA-256 of the hash before and the fields of the line with | between, in the order seq, at, actor_kind, actor, title, controller, subject, categories, purpose, case_kind, case, marks, look.
rights-kind-withdrawal = Withdraw consent
rights-channel-web = The website, without an account
rights-identity-logged-in = Logged in on My page
rights-identity-link = Opened a link sent to the address we had
rights-identity-shown = Showed identification at the desk
rights-identity-vouched = A colleague vouches for who it is
rights-identity-in-doubt = Identity is in doubt
rights-identity-web = Typed the details on the website without logging in
rights-identity-said-link = Opened the link we sent to the address we already had
rights-identity-said-shown = { $who } saw identification: { $what }
rights-identity-said-vouched = { $who } vouches for who it is: { $why }
rights-identity-said-doubt = Doubt about who is asking: { $why }
rights-identity-said-registered = Registered by the workshop. It is not confirmed who is asking.
rights-identity-title = Who is asking
rights-identity-hint = Never ask for more than is needed to know who it is. Never write down the number of an identity document.
rights-identity-how = How do we know who it is?
rights-identity-do = Confirm who it is
rights-level-doubt = We do not know for certain
rights-level-doubt-hint = If we have an e-mail address for the person, we send a link there. The clock stands still until it is settled.
rights-document = What kind of identification
rights-document-hint = Only when it was shown at the desk.
rights-document-passport = passport
rights-document-driving-licence = driving licence
rights-document-id-card = national identity card
rights-document-residence-card = residence card
rights-vouch-why = Why are you certain?
rights-vouch-hint = Only when you vouch for the person. Your name stands in the case.
rights-same-title = Who this is with us
rights-same-lead = The same person may stand in several places: as a customer, and as somebody who delivered, fetched or paid for others. What you tick is part of the copy, the erasure and the answer.
rights-same-none = We found no other entries with the name, telephone or e-mail of the case.
rights-same-what = Entries that may be the same person
rights-same-by-case = Part of the case
rights-same-by-email = Same e-mail address
rights-same-by-phone = Same telephone, which several may share
rights-same-by-name = Similar name
rights-same-by-number = The customer number
rights-same-by-plate = Tied to the vehicle
rights-same-since = since { $day }
rights-same-do = Save who it is
rights-same-find = Find another entry
rights-same-find-what = Search for
rights-same-find-hint = E-mail, telephone, customer number or plate. The names of those you find are opened, and the log has it. If it is a customer we have, the case moves there.
rights-same-find-do = Search
rights-doubt-title = The clock stands still
rights-doubt-text = There is doubt about who is asking. Nothing is handed out or changed until it is settled.
rights-doubt-unknown = We found nobody with these details.
rights-doubt-begin = Are you in doubt about who it is?
rights-doubt-why = What makes you doubt?
rights-doubt-why-hint = Doubt must have a reason. The person gets a link at the address we have.
rights-doubt-do = Stop the clock and ask the person
rights-paused-since = standing still since { $day }
rights-paused-yours = we are waiting for you to confirm who you are
rights-is-extended = extended
rights-state = State
rights-steps = What has happened
rights-papers = Letters to be posted
rights-paper-title = Letter on paper
rights-paper-lead = We have no e-mail for this person. Print the page and post the letter. It counts only when you have said so here.
rights-paper-answer = answer to the request
rights-paper-extension = more time
rights-paper-lifting = the restriction is lifted
rights-paper-waits = The letter has not been posted yet
rights-paper-waits-text = The person has not been told before the letter is delivered and you have said so.
rights-paper-open = Open the letter
rights-way = How did the person get the letter?
rights-way-post = sent by post
rights-way-handed = handed over at the desk
rights-way-read = read on the telephone, as the person asked
rights-posted-on = Date
rights-posted-do = The letter is delivered
rights-registered-title = The request is registered
rights-registered-lead = The time runs from the day it came. Give the number and the date to whoever asks.
rights-registered-next = The person responsible for privacy takes the case from here. What it says is not shown here.
rights-event-received = The request came
rights-event-registered = The request was registered
rights-event-doubted = Identity came into doubt; the clock stands still
rights-event-proven = Identity is confirmed; the clock runs
rights-event-link-sent = Link sent to the address we had
rights-event-adopted = The case was connected to a customer we have
rights-event-matched = It was decided which entries are the person
rights-event-extended = The date was extended and the person told why
rights-event-held = Something was held back from erasure
rights-event-answered = Answered: done
rights-event-refused = Answered: refused
rights-event-erased = Erasure carried out
rights-event-taken-back = Taken back by the person
rights-event-restricted = The data was restricted
rights-event-notice-given = The person was told that the restriction will be lifted
rights-event-lifted = The restriction was lifted
rights-event-allowed = It was written down that something restricted may be used
rights-event-allowed-no-more = The use of what is restricted was ended
rights-event-corrected = The information was corrected
rights-event-letter-owed = A letter has to be posted
rights-event-posted = The letter was delivered
rights-event-address-asked = The new address was asked to confirm
rights-event-withdrawn = Consents withdrawn
rights-event-reminded = Reminder of the date sent
rights-event-overdue = Warning of a missed date sent
rights-actor-subject = the person
rights-actor-link = the person, by link
rights-actor-visitor = somebody not logged in
rights-actor-chore = the system
rights-who-yourself = You
rights-who-colleague = A colleague
rights-conflict-title = The case has changed
rights-conflict-text = { $who } was first { $when }: { $what }. What you sent is not saved.
rights-conflict-typed = What you wrote
rights-conflict-open = Open the case as it is now
rights-changed = Somebody else changed the case meanwhile. Open it again.
rights-no-notice = The person must be told before the restriction is lifted.
rights-claim-title = Requests about personal data without logging in
rights-claim-lead = You can ask for access, rectification, erasure and more without an account. It is free.
rights-claim-step-1 = You send the request. Our answer is the same whether we know the address or not, so nobody can find out whether you are a customer.
rights-claim-step-2 = If we know the address, you get a link there. Opening it shows us that it is you.
rights-claim-step-3 = You get an answer within one month. The clock stands still only while we do not know who you are.
rights-claim-log-in = Have an account? Log in, it is quicker.
rights-claim-name = Name
rights-claim-email-hint = Use the one you gave us if you can. E-mail or telephone is needed.
rights-claim-text-hint = What is it about? Do not write national identity numbers.
rights-claim-kept = The request is kept as a case until 3 years after it is closed and is used only to answer you.
rights-claim-sent-title = The request has been received
rights-claim-sent-lead = Thank you. This is what happens now.
rights-claim-sent-link = If we know the address, an e-mail with a link is on its way. Open it, and we know that it is you.
rights-claim-sent-doubt = If no link comes, you can visit us with identification or call us. We never write down its number.
rights-prove-title = Is it you who is asking?
rights-prove-text = Somebody sent this request in your name. Press the button if it was you, and we will deal with it.
rights-prove-do = Yes, it was me
rights-prove-not-you = If it was not you, you need do nothing. Then nothing is handed out or changed.
rights-prove-done-title = Thank you, now we know it is you
rights-prove-done-lead = You will have an answer by { $day }.
rights-prove-done-next = The answer goes to the address we have. The clock began when the request came and stood still only until now.
rights-prove-done-log-in = Log in to follow the request
rights-error-reach = Give an e-mail address or telephone number so that we can answer you.
rights-error-nobody = We find nobody else with this. Try something else, or let the case stand alone.
rights-error-doubted = Identity is already in doubt.
rights-error-identity = First confirm who is asking.
rights-error-before-owed = The letter cannot have gone before it was written.
rights-error-letter-waits = A letter about more time waits to be posted.
rights-already-posted = It is noted already that the letter was delivered.
rights-error-correction = Write what is wrong, and what is right.
rights-error-by-hand = This has to be corrected by hand. Correct it where it stands, and say in the answer what was corrected.
rights-error-no-contact = We have no contact details to correct.
rights-error-address-taken = The address belongs to somebody else here. Find out about that before you correct it.
rights-error-unread = Some text of the copy waits to be looked through. Look it through before you answer.
rights-unread-title = { $count ->
    [one] One text waits to be looked through
   *[other] { $count } texts wait to be looked through
}
rights-unread-text = The copy is not whole before somebody has looked through them.
rights-error-future = The date cannot lie in the future.
rights-error-before-letter = The request cannot have come before the letter was written. Look at both dates.
rights-error-choose-again = Choose the file again. The rest of what you typed is here.
rights-written-on = Dated
rights-written-hint = The date on the letter, if it has one. The clock counts from the day it came.
rights-scan = Scanned letter
rights-scan-hint = PDF, PNG or JPEG, up to 4 MB. Kept encrypted in the case.
rights-scan-open = Download the scanned letter
rights-filter-overdue = Overdue
rights-filter-soon = Due within 7 days
rights-filter-doubt = Identity in doubt
rights-filter-kind = Kind of request
rights-filter-all = All
rights-filter-show = Show
rights-overdue-text = Answer today and say why it is late. The right to complain stands in any case.
rights-restricted-now = Restricted now
rights-restricted-title = Restricted
rights-restricted-yours = Your data is stored but not used, except for what you ask for yourself, for legal claims and to answer requests like this. You will be told before the restriction is lifted.
rights-restricted-desk = The person's data is to be stored but not used, except with the person's consent, for legal claims, to protect the rights of others or for important public interest (Art. 18(2)).
rights-ground = Ground for restriction
rights-ground-accuracy = The person says the data is wrong, and we are looking into it
rights-ground-unlawful = The processing is unlawful, but the person does not want erasure
rights-ground-claim = The person needs the data for a legal claim
rights-ground-objection = The person has objected, and we are weighing it
rights-restrict-what = What is to be restricted?
rights-restrict-hint = If you choose none, everything is restricted.
rights-leave-title = Use of what is restricted
rights-leave-lead = What is restricted may be used for one purpose where one of the grounds of Art. 18(2) exists. Rights and claims need no such ground.
rights-leave-until = until {$day}
rights-leave-end = End it
rights-leave-begin = Write down a ground for using it
rights-leave-purpose = For which purpose?
rights-leave-ground = Why?
rights-leave-consent = The person has consented
rights-leave-claim = For a legal claim
rights-leave-others = To protect the rights of another
rights-leave-public = Important public interest
rights-leave-reason = Reason
rights-leave-reason-hint = The person can read it in their case. It is good for 30 days, and every opening is marked in the log.
rights-leave-do = Allow the use
rights-lift-told = Told
rights-lifted = Lifted
rights-lift-why = Why the restriction is lifted
rights-lift-hint = The person gets this notice before the restriction is lifted.
rights-lift-tell = Tell the person
rights-lift-do = Lift the restriction
rights-will-be-lifted = We will soon lift the restriction of your data. They can then be used again. The reason is:
rights-objection-pending = being weighed; not used meanwhile
rights-objection-pending-claims = being weighed; used for claims only meanwhile
rights-objection-upheld = upheld; not used
rights-objection-overruled = overruled
rights-objection-what = The objection is upheld for
rights-objection-hint = Untick only where we have compelling grounds that override the person's, and write them in the answer.
rights-objected = What is the objection to?
rights-objected-hint = Only when the request is an objection.
rights-objected-marketing = Marketing: newsletters and approaches to sell
rights-objected-marketing-hint = Stops at once. Nobody weighs it.
rights-objection-stopped = Stopped
rights-objection-stopped-text = Nobody weighs this: it is no longer used, whatever you answer to the rest.
rights-objected-to = You have said no to: { $what }
rights-withdrawal-hint = When you answer “Done as asked”, all consents are withdrawn at once, dated the day the request came. If it is about some only, enter it under “No thanks”.
rights-do-protest = Object
rights-do-protest-text = Say no to use that rests on our own interest. We stop it while we weigh.
rights-protest-title = Object to use
rights-protest-lead = Some things we do because it is in our own interest. You can say no because of your situation. We stop at once and then weigh whether we have compelling grounds to go on. Only what a claim needs can be used meanwhile.
rights-protest-what = What do you say no to?
rights-protest-why = Why?
rights-protest-why-hint = A few words about your situation are enough. You can say no to reminders without a reason.
rights-protest-send = Send the objection
rights-marketing-title = No marketing
rights-marketing-text = You can say no to marketing from us at any time. It takes effect at once, without a reason and without anybody weighing it.
rights-marketing-open = Say no to marketing
rights-marketing-do = Do not send me marketing
rights-marketing-done = You will get no marketing from us
rights-marketing-done-text = It takes effect now. Messages about bookings and jobs you ordered yourself still come.
rights-marketing-kept = The address is not stored, only a mark that cannot be read back, so that nobody adds you again.
rights-marketing-reminders = I do not want reminders of service and inspection, either
rights-marketing-reminders-hint = They are not marketing, and come until you say no.
rights-marketing-yours = You have said no to marketing. Nobody here sends you any.
rights-correct-title = Correct something
rights-correct-lead = Say what is wrong and what is right. We correct it and tell those who got it.
rights-correct-self = Name, e-mail and telephone you can correct yourself at once.
rights-correct-field = What is wrong?
rights-correct-value = The correct information
rights-correct-why = Why is it wrong?
rights-correct-why-hint = Where does it stand, and how do you know it is wrong?
rights-correct-now = Now
rights-correct-do = Correct and answer
rights-correct-only = Only when the request is for a correction.
rights-correct-say = Say what has to be corrected
rights-correct-say-hint = As the person asks in the letter, the e-mail or on the telephone.
rights-correct-is-done = It has been corrected. What is left is the answer.
rights-changed-kind = Where was it corrected?
rights-changed-hint = Fill this in when you have corrected something yourself, elsewhere than here. Whoever received such data is told.
rights-changed-what = What was corrected?
rights-changed-said = This has been corrected: { $what }
rights-corrected-said = The information has been corrected as you asked. The old one is deleted when nothing under way needs it any more.
rights-field-name = Name
rights-field-email = E-mail
rights-field-phone = Telephone
rights-field-organisation = Company
rights-field-org-no = Organisation number
rights-field-other = Something else
rights-told-title = Who is told about it
rights-told-at = told { $day }
rights-told-not-yet = will be told
rights-tell-title = Tell recipients
rights-tell-lead = Those who got data must be told that they were corrected, erased or restricted (Art. 19).
rights-tell-none = No recipients are waiting to be told.
rights-tell-owed = To be told
rights-tell-way = How were they told?
rights-tell-receipt = What did they answer?
rights-tell-do = They have been told
rights-refused-in-doubt = We could not establish who you are and therefore cannot hand out or change anything (GDPR Art. 12(6)). You may come back at any time with identification or use an address we know.
rights-refused-court = You may also bring the refusal before the courts.
rights-mail-reminder-subject = Request about personal data: answer by { $last }
rights-mail-hold-subject = A hold runs out on { $last }
rights-mail-overdue-subject = Overdue: request about personal data
notice-rights-objected = The objection has been received. We do not use the data for this while we weigh it.
notice-rights-stopped = It has stopped. Nobody has to weigh it.
notice-rights-leave-given = The use is allowed, and the reason stands in the case.
notice-rights-leave-ended = The use has ended.
notice-rights-no-marketing = You will get no marketing from us.
notice-rights-proven = Identity is confirmed. The clock runs again.
notice-rights-matched = Saved who this is with us.
notice-rights-doubted = The clock stands still until it is clear who is asking.
notice-rights-corrected = The information is corrected and the person answered.
notice-rights-address-asked = The person has an account, so the new address has to be confirmed first. We have sent a link there. Answer when it is confirmed.
notice-rights-told = It is noted that the recipient has been told.
notice-rights-lift-told = The person has been told. The restriction can now be lifted.
notice-rights-lifted = The restriction is lifted.
rights-overdue-title = { $count ->
    [one] One request is overdue
   *[other] { $count } requests are overdue
}
rights-corrected-told = { $count ->
    [one] One recipient got the old information and is told.
   *[other] { $count } recipients got the old information and are told.
}
rights-mail-link-body =
    Hello.

    We have received a request about personal data in your name: { $what }. It came { $came }.

    Was it you? Open the link and press the button, and we will deal with it. The link works up to and including { $last }, once.

    { $link }

    If it was not you, you need do nothing. Then nothing is handed out or changed.

    Our clock stands still until we know who is asking. It costs nothing.

    Regards, { $house }
rights-mail-doubt-body =
    Hello.

    We have received your request about personal data: { $what }. It came { $came }.

    We do not recognise this address. Before we can answer, we must know who you are. Visit us with identification, write from an address you have used with us, or call us. We never write down the number of an identity document.

    Our clock stands still until it is settled. It costs nothing.

    Regards, { $house }
rights-mail-reminder-body =
    A request about personal data ({ $what }) must be answered by { $last }.

    { $link }
rights-mail-hold-body =
    You answer for a hold: { $what } ({ $why }).

    It runs out on { $last }. What is held back is erased then, unless something else holds it. If it is still needed, the hold must be renewed before that day.

    { $link }
rights-mail-overdue-body =
    A request about personal data ({ $what }) should have been answered by { $last }. Answer today.

    { $link }
nav-rights-brought = Bring in from another workshop
brought-title = Bring your data from another workshop
brought-lead = If you have your data in a portable file (ZIP) you can put them in here. You see everything before anything is stored.
brought-file = The file you were given
brought-file-hint = A ZIP of at most 4 MB, as you downloaded it.
brought-look = See what is in it
brought-what = We take the vehicles and the history. You change name, e-mail and phone yourself under Profile. What you bring cannot be changed here, and is erased when you close the account.
brought-preview = This is in the file
brought-from = From { $from }. Nothing is stored yet.
brought-vehicles = Vehicles
brought-history = History
brought-left-out = { $count } things in the file cannot be taken: too much at once, or in a form we do not know.
brought-keep = Put it in
brought-done = Put in: { $lines } events and { $plates } vehicles. { $known } were here already.
brought-error-none = Choose the ZIP file first.
brought-error-zip = This is not a ZIP file we can open safely. Download it again where you got it.
brought-error-large = The file is too large when it is unpacked.
brought-error-manifest = The file lacks its list of contents (manifest.json), or the list is not as it should be.
brought-error-kind = This is not a portable package. Ask for the “portable file” where you got it.
brought-error-hash = The content does not match its checksums. The file was changed or damaged; download it again.
brought-error-schema = One of the files does not follow the published schema.
brought-error-national-id = The file contains a national identity number. We never accept one; ask for a file without it.
brought-error-account = You need an account to bring history along.
held-take-along = Take it elsewhere (ZIP)
held-kept = Kept

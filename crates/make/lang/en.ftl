nav-make = Make
beside-make = The newsletter service Make
beside-make-lead = Whether your address is with Make AS, which sends the newsletter. They receive e-mail, first name, list and a serial number, no more.
beside-make-controller = For whom
beside-make-state = How it stands
beside-make-since = Since
beside-make-not = Not there
beside-make-told = On the list there
beside-make-stopped = Stopped there
make-title = Make
make-lead = Here you see whether the list at Make matches the consents we hold. Only those who said yes get letters. A no counts in both places.
make-none = No account at Make
make-none-text = Whoever runs the system can enter an account for each company in the settings.
make-in-step = We agree now
make-out-of-step = We do not agree yet
make-not-compared = Not compared yet
make-down = No answer
make-refused = The account is refused
make-failure-down = Make does not answer
make-failure-pause = Make asks us to wait a little
make-failure-refused = Make does not accept the account. Ask the administrator to check the user ID and key in the settings.
make-failure-unknown = Make does not know the list. Ask the administrator to check the list number in the settings.
make-failure-malformed = Make gave an answer we do not understand. Tell the administrator if it lasts.
make-failure-short = Make named fewer addresses than the list has. We do nothing until the answer is whole.
make-failed-at = Last tried { $at }.
make-next-try = We try again by ourselves { $at }.
make-nothing-lost = No unsubscription is lost meanwhile.
make-topic = The list is about
make-looked = Unsubscriptions last asked for
make-compared = Last compared
make-never = Never
make-owed = Waiting to be sent there
make-waits = { $stops ->
    [0] No unsubscribes
    [one] { $stops } unsubscribe
   *[other] { $stops } unsubscribes
}, { $puts ->
    [0] nobody new
    [one] { $puts } new
   *[other] { $puts } new
}
make-waits-none = Nothing
make-night = Next comparison
make-night-at = The night before { $day }
make-night-now = As soon as Make answers
make-silent = Make has not answered since { $since }, for { $name }
make-silent-refused = Make has refused the account of { $name } since { $since }
make-silent-waits = { $stops ->
    [0] No unsubscribes
    [one] { $stops } unsubscribe
   *[other] { $stops } unsubscribes
} and { $puts ->
    [0] no new subscribers
    [one] { $puts } new subscriber
   *[other] { $puts } new subscribers
} wait to be sent there. Nothing is lost.
make-silent-text = An unsubscribe here counts already: nobody who said no gets a newsletter from here. Make does not know yet. So send no letters from Make until this is in order.
make-silent-link = See how it stands
make-newer = A new yes here after a no there
make-newer-text = We never make anybody active again at Make. If you want to write to them from there, do it by hand there. Newsletters sent from here reach them already.
make-preview = What we found at Make
make-found-at = Fetched { $at }. Nothing has been changed for those without a basis here.
make-what = What
make-addresses = Addresses
make-count-match = Said yes here, and get letters
make-count-missing = Said yes here, but are missing there
make-count-no-yes = Known here, but without a yes that counts: refused and stopped
make-count-suppressed = Asked to be left alone: refused and stopped
make-count-unknown = Unknown here, without a basis: refused and stopped
make-count-unsubscribed = Unsubscribed there: entered as a no here
make-count-bounced = Letters come back: we do not write there any more
make-count-other = Unknown status there, but said yes to us: stays
make-count-not-an-address = Not an e-mail address
make-count-unread = Rows we could not read
make-refused-count = { $count ->
    [0] None are refused.
    [one] { $count } address without a basis is refused.
   *[other] { $count } addresses without a basis are refused.
}
make-first-time = The first time you have to look at the numbers before anything without a basis is stopped at Make. After that it happens by itself every night.
make-fetch = Fetch from Make
make-agree = Make the lists agree
make-not-taken = { $count ->
    [one] Make does not take { $count } address
   *[other] Make does not take { $count } addresses
}
make-not-taken-text = They have said yes to us, but Make does not take the address. If it is misspelt it has to be corrected. We try again every night. Newsletters from here reach them as before.
make-not-taken-id = Our number
make-not-taken-at = Last tried
make-unknown = { $count ->
    [one] { $count } address without a basis was found there
   *[other] { $count } addresses without a basis were found there
}
make-unknown-text = We do not store the addresses. With the number you find them at Make. If somebody has a consent on paper, they have to sign up again themselves.
make-unknown-id = Number at Make
make-unknown-found = Found
make-unknown-state = At Make
make-unknown-stopped = Stopped
make-unknown-open = Still gets letters, waits for you
make-will-stop = { $count ->
    [one] { $count } address will be stopped at Make when you make the lists agree
   *[other] { $count } addresses will be stopped at Make when you make the lists agree
}
make-will-stop-text = They get letters there today, and we have no yes from them. If you can prove that they said yes, bring that in first.
make-import-link = Bring in subscribers with proof of their consent
make-import-title = Bring in subscribers from Make
make-import-lead = For { $name }. Whoever said yes before you moved here still gets letters, if you can show when, where and to what. You see what happens before anything is done.
make-import-file = File with subscribers
make-import-file-hint = CSV from a spreadsheet, at most 4 MB. The first row has the names of the columns.
make-import-look = See what happens
make-import-back = To the list at Make
make-import-older = They said yes to other words
make-import-older-lead = The forms you used before may have asked in other words. A yes covers what the words said, and no more. You must be able to show what people said yes to (GDPR Article 7(1)): write the words as they stood, and keep the screenshot or the template.
make-import-older-words = The words, as they stood
make-import-older-words-hint = Letter by letter. They stay with every yes, and are shown to whoever asks.
make-import-older-whence = Where they stood
make-import-older-whence-hint = For example: the sign-up form at Make on westrum.no
make-import-older-from = Used from
make-import-older-from-hint = A yes from another time does not come in. Neither does a row without a date or a place.
make-import-older-until = Used until and including
make-import-older-lang = The language they were in
make-import-older-topic = What do the words cover?
make-import-older-none = Something else
make-import-older-sure = I have read the words, and they ask for a yes to this by e-mail from { $name }
make-import-older-sure-hint = If you are in doubt, they do not cover it. Then people must be asked again, for example the next time they come by.
make-import-error-words = Write the words as they stood, at most 4000 characters.
make-import-error-whence = Write where the words stood, at most 200 characters.
make-import-error-dates = Write the first and the last day the words were used. Neither can lie ahead.
make-import-error-topic = Choose what the words cover.
make-import-error-other-topic = The list at Make is about something else. Those who said yes to this cannot come onto it.
make-import-error-sure = Tick this when you have read the words and are sure.
make-import-covered = Yes to older words
make-import-covered-count = { $count ->
    [0] Nobody comes in by these words.
    [one] { $count } yes was given to these words. The words are kept with it, and one of us has said that they cover what the list is about.
   *[other] { $count } yeses were given to these words. The words are kept with each of them, and one of us has said that they cover what the list is about.
}
make-import-covered-words = The words
make-import-covered-whence = Where and when
make-import-why-other-time = They said yes at another time than the words were used
make-import-columns = The columns of the file
make-import-column-email = The e-mail address. May be empty if the number is there.
make-import-column-id = The number at Make, or the number we gave Make. Optional when the address is there.
make-import-column-name = First name. Optional.
make-import-column-status = active, unsubscribed or bounce. A no in the file or at Make counts.
make-import-column-at = When they said yes, for example 2020-01-20 11:37
make-import-column-source = Where they said yes, for example the web address or the workshop
make-import-column-wording = The words they said yes to
make-import-column-form = Which form it was in, and who wrote it down. Optional.
make-import-words = A yes holds only for what was asked. The words have to be those the declaration asks with now:
make-import-lang-nb = Bokmål
make-import-lang-nn = Nynorsk
make-import-lang-en = English
make-import-earlier = Earlier files
make-import-when = When
make-import-preview = This is what happens with the file
make-import-read = { $count ->
    [one] { $count } row has been read. Nothing has been done yet.
   *[other] { $count } rows have been read. Nothing has been done yet.
}
make-import-alone = Make did not answer. Rows without an e-mail address cannot be found now, and a no there is not counted.
make-import-do = Bring them in
make-import-other = Choose another file
make-import-done = This was done with the file
make-import-rows = Rows
make-import-yes = A yes with proof: comes in
make-import-known = Here already
make-import-no = A no, or letters returned: kept as a no
make-import-refused = Refused
make-import-refused-text = None of these comes in. We keep only the row, the number at Make and the reason, not the address.
make-import-row = Row
make-import-why = Reason
make-import-more = { $count ->
    [one] And { $count } row more. All are in the file you can download when it is done.
   *[other] And { $count } rows more. All are in the file you can download when it is done.
}
make-import-csv = Download the refused
make-import-csv-head = row;number at Make;reason
make-import-error-none = Choose a file.
make-import-error-text = This is not a text file. Save the spreadsheet as CSV UTF-8.
make-import-error-columns = Some columns are missing. The file has to have email, id or external_id, and status, consent_at, source and wording.
make-import-error-empty = The file has no rows.
make-import-error-gone = The file is not waiting any more. Choose it once more.
make-import-why-shape = The row has not as many fields as the first row
make-import-why-no-address = No e-mail address, and Make does not know the number
make-import-why-address = Not an e-mail address
make-import-why-status = The status is missing, or does not say that they get letters
make-import-why-no-time = It does not say when they said yes
make-import-why-time = The time cannot be read, or has not been yet
make-import-why-no-source = It does not say where they said yes
make-import-why-no-words = It does not say what they said yes to
make-import-why-other-words = They said yes to other words than the declaration asks with, and have to be asked again
make-import-why-suppressed = Has asked to be left alone
make-import-why-said-no = Has said no since, here or in the file
make-import-why-restricted = What we hold about them may not be used now
make-reports = Earlier
make-report-done = carried out
make-report-looked = only looked at
notice-make-looked = The numbers have been fetched from Make.
notice-make-agreed = We agree now.
notice-make-imported = The file has been brought in.
notice-make-not-yet = It has been carried out, but the lists do not agree yet. Try again in a while.
notice-make-failed = It did not work just now. See below why.
notice-make-begun = It takes a while. We finish it by ourselves. Look again in a few minutes.

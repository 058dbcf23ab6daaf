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
make-failed-at = Last tried { $at }.
make-next-try = We try again by ourselves { $at }.
make-nothing-lost = No unsubscription is lost meanwhile.
make-topic = The list is about
make-looked = Unsubscriptions last asked for
make-compared = Last compared
make-never = Never
make-owed = Waiting to be sent there
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
make-count-other = Another status there, get no letters
make-count-not-an-address = Not an e-mail address
make-refused-count = { $count ->
    [0] None are refused.
    [one] { $count } address without a basis is refused.
   *[other] { $count } addresses without a basis are refused.
}
make-first-time = The first time you have to look at the numbers before anything without a basis is stopped at Make. After that it happens by itself every night.
make-fetch = Fetch from Make
make-agree = Make the lists agree
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
make-reports = Earlier
make-report-done = carried out
make-report-looked = only looked at
notice-make-looked = The numbers have been fetched from Make.
notice-make-agreed = We agree now.
notice-make-not-yet = It has been carried out, but the lists do not agree yet. Try again in a while.
notice-make-failed = It did not work just now. See below why.
notice-make-begun = It takes a while. We finish it by ourselves. Look again in a few minutes.

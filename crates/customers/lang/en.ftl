# My page: menu
nav-mine-start = Overview
nav-mine-consents = Consents
nav-mine-profile = Profile

# Log-in
log-in-title = Log in
log-in-lead = Type your e-mail and we will send you a link. You need no password.
log-in-email = E-mail
log-in-email-hint = The one you used when you booked
log-in-send = Send me a link
log-in-why = Why no password?
log-in-why-text = A password can be forgotten or fall into the wrong hands. The link works only once, and only for half an hour. Whoever can read your mail is usually you.
log-in-new = No account yet?
log-in-new-text = You can book without an account. If you have been a customer of ours, we ask whether you want an account the first time you log in.
log-in-sent-title = Check your mail
log-in-sent-lead = If we know the address, a link is on its way there now. It works for 30 minutes.
log-in-sent-wait = Nothing after a few minutes? Look in your spam folder. You may also have used another address when you booked. For the sake of privacy we do not say here which addresses we know.
log-in-again = Try another address
log-in-enter-title = Welcome back
log-in-enter-lead = Press the button and you are in. The link can be used only once.
log-in-enter = Log in
log-in-gone-title = The link no longer works
log-in-gone-lead = It has been used, or it is more than half an hour since we sent it.
log-in-gone-new = Send me a new link
notice-logged-out = You are logged out.

# Account
account-open-title = Open a customer account
account-open-lead = You do not have an account with us yet. Opening one gives you My page. It is up to you, and it costs nothing.
account-open-see = You see your bookings, your vehicles, what was done to them, and what you bought.
account-open-keep = We keep your contact details and your history for as long as the account is open. Without an account they are erased earlier.
account-open-cookie = Your browser stores one cookie, which keeps you logged in. It is gone when you log out.
account-open-close = You can close the account whenever you like. What belonged to it alone is then erased after 30 days.
account-open-privacy = Read the whole privacy declaration
account-open = Open account and log in
account-open-not = If you do not want an account, just close this page. Nothing happens, and the link expires by itself.
account-open-since = The account was opened on { $date }.
account-close-title = Close the account
account-close-lead = You lose My page, and we log you out everywhere.
account-close-goes = In 30 days we erase what we have kept for the account alone.
account-close-stays = Times you have booked still stand.
account-close-book = Invoices and complaints that are under way we must keep for as long as the law requires.
account-close-consents = If you said yes to a newsletter, that still holds. You can withdraw it under Consents first.
account-close-forget = Closing the account is not the same as being erased. Do you want us to forget you?
account-close-forget-link = Go to what we hold about you
account-close = Yes, close the account
account-close-not = No, keep it
notice-account-opened = Your account is open. Welcome!
notice-account-closed = The account is closed, and you are logged out.

# My page
mine-title = My page
mine-hello = Hello,
mine-correct = Correct details
mine-panel-absent = We cannot show this part right now. Try again in a moment.

# Profile
profile-title = Your profile
profile-lead = If something is wrong, put it right here. The old version stays in the history, so that you can see what was changed and when.
profile-name = Name
profile-email = E-mail
profile-email-hint = A new address counts once you have confirmed it with the link we send there.
profile-phone = Phone
profile-organisation = Company
profile-org-no = Organisation number
profile-language = Language
profile-language-hint = The language we write to you in
profile-customer-no = Customer number
profile-none = not given
profile-save = Save
profile-back = Back
profile-account = The account
profile-close-text = No longer need the account?
profile-close = Close it here
profile-waiting-title = A new e-mail is waiting to be confirmed
profile-waiting-before = We have sent a link to
profile-waiting-after = The old address counts until you have pressed the link. It works for a day.
notice-profile-same = Nothing was different.
notice-profile-saved = Your profile has been corrected.
notice-profile-email = Almost done: press the link we are now sending to the new address.

# New e-mail
email-confirm-title = Confirm your e-mail
email-confirm-lead = You have asked to use this address with us. Press the button to confirm that it is yours.
email-confirm = Yes, this is my e-mail
email-confirmed-title = Your e-mail is changed
email-confirmed-lead = From now on we write to the new address, and it is the one you log in with. We have told the old one.
email-taken-title = The address is already in use
email-taken-lead = Someone is already registered with us under this e-mail. If it is you, contact the workshop and we will sort it out with you.
email-gone-title = The link no longer works
email-gone-lead = It has been used, or it is more than a day old. Change the e-mail once more and we will send a new one.
email-to-mine = To My page
email-to-profile = To your profile

# Consents
consents-title = Consents
consents-lead = You decide what we may send you. Nothing else depends on your answer.
consents-none-short = None
consents-some-short = Given
consents-none = You have not said yes to any newsletter. So we send none.
consents-change = View and change
consents-withdraw-all = Withdraw everything
consents-past = What you have answered before
consent-topic-news = News from the workshop
consent-about-news = { $controller } may send me newsletters by e-mail about the workshop, services and offers.
consent-topic-technical = Technical matters of bodies and inspections
consent-about-technical = { $controller } may send me newsletters by e-mail about maintenance, bodies, rules and inspections.
consent-line = { $topic }, from { $controller }
consent-yes = Yes
consent-no = No
consent-yes-since = You said yes on { $date }
consent-no-since = You withdrew it on { $date }
consent-give = Yes, please
consent-withdraw = No, thanks
consent-past-given = Yes to “{ $topic }” from { $controller } (declaration version { $version })
consent-past-older = Yes to “{ $topic }” from { $controller }, given to older words
consent-past-withdrawn = No to “{ $topic }” from { $controller } (declaration version { $version })
notice-consent-given = Thank you, noted. You can change your mind whenever you like.
notice-consent-withdrawn = The consent is withdrawn.
notice-consent-none = All consents are withdrawn.
nav-desk-no = No thanks
nav-desk-consents = Consents
consents-again-title = Something has changed since you said yes
consents-again = We do not use your answer until you have answered again. Your other answers hold as before.
consent-again = Asked again
consent-changed-words = The question is worded differently.
consent-changed-data = We use other data than before.
consent-changed-recipients = Those who receive the data have changed.
consent-changed-controller = Another company is behind it.
consent-receipt = Receipt
consent-way-page = My page
consent-way-link = the link in the letter
consent-way-letter = letter
consent-way-phone = phone
consent-way-email = e-mail
consent-way-desk = in person
consent-way-newsletter = newsletter sign-up
consent-way-import = read in from a file
consent-way-complaint = the recipient’s junk button
service-title = Messages about your vehicle
service-lead = These are messages about the vehicle you have had with us, not advertising. You choose which of them you want by e-mail.
service-ready = Ready to be fetched
service-ready-about = When the work is done. If you do not want an e-mail, we ring you.
service-ready-stop = Ring me instead
service-reminder = Deadlines
service-reminder-about = When the deadline of the periodic inspection comes near. The deadline holds without a message from us, too.
service-recall = Safety
service-recall-about = When something may make the vehicle unsafe. If you say no, you will not hear of it from us.
service-on = Yes
service-off = No
service-stop = Stop sending
service-again = Send again
notice-service-stopped = Noted. You will get no more messages of this kind.
notice-service-ready-stopped = Noted. We will ring you when the vehicle is ready.
notice-service-again = Noted. You will get messages of this kind again.
notice-service-reminder-again = Noted. You will get messages of this kind again once you have been with us the next time.
consent-no-service = { $kind } (message about the vehicle)
consent-link-title = Newsletters to you
consent-link-lead = This is what we may send to the address that got the link. You need not log in to say no.
consent-link-none = We send no newsletters to the address that got the link.
consent-link-gone = The link no longer leads anywhere. Nothing is sent, either.
consent-link-everything = Do you want nothing more from any of us?
consent-link-stop = Stop everything
consent-link-receipts = The proof of what you answered, in the words you answered. Keep the link to this page to find it again.
notice-consent-words = The question has changed since you opened the page. Read it again and answer once more.
consent-no-title = Enter a no
consent-no-lead = When somebody says no to newsletters or messages in a letter, by phone or here at the desk. It counts at once, even if we do not have the address.
consent-no-email = E-mail
consent-no-email-hint = Type the address that is to get no more. It is not stored, only an unrecognisable code.
consent-no-phone = Phone
consent-no-what = No to what?
consent-no-everything = Everything
consent-no-everything-hint = All marketing from all the companies
consent-no-way = How did it come?
consent-no-said = When was it said?
consent-no-said-hint = The date on the letter, or the day of the call.
consent-no-received = When did we get it?
consent-no-received-hint = The day the letter arrived.
consent-no-send = Enter
consent-no-who = Type an e-mail or a phone number, so that we know whom it is about.
consent-no-before = We cannot have got it before it was said.
notice-consent-no = The no is registered and holds from now. If the person has said yes themselves since the day you wrote, it changes nothing: the newest answer holds.
consent-find-title = Consents
consent-find-lead = Was the letter lawful when it was sent? Find the person, and ask about a day and an hour.
consent-find-who = E-mail or phone
consent-find-hint = Opening the person is written in the log of openings.
consent-find-nobody = We have nobody with that address.
consent-find-several = The address has belonged to several
consent-find-one = Person { $number }, last answer { $date }
consent-look-gone = The person has been erased here. Only the proof of what was answered is left, until { $date }.
consent-look-title = Consents
consent-look-asked = Was the letter lawful when it was sent?
consent-look-day = Day
consent-look-time = Time
consent-look-ask = Answer
consent-look-answer = Answer for { $when }
consent-look-then = As we knew it then:
consent-look-now = As we know it now:
consent-look-ahead = That day has not come yet.
consent-look-ledger = Everything that was answered
consent-lawful-yes = Lawful: the consent held.
consent-lawful-as-known = Lawful as we knew it then. The person had said no, but it had not reached us.
consent-lawful-late = Not lawful: a no had reached us and was not entered yet.
consent-lawful-no = Not lawful: there was no consent.
consent-lawful-nothing = Nothing has been answered.
consent-entered = Said { $said } ({ $way }), entered { $entered } by { $by }.
consent-entered-received = Said { $said } ({ $way }), received { $received }, entered { $entered } by { $by }.
consent-outlasted = Changed nothing: the person had said yes themselves since the day of the no.
consent-by-person = the person
consent-by-staff = employee no. { $id }
consent-by-program = the program
consent-receipt-title = Receipt for a consent
consent-receipt-standing = You said yes, and it holds until you take it back.
consent-receipt-ended = You took the consent back. What you got before was lawful to send.
consent-receipt-who = Whom you answered
consent-receipt-topic = What it is about
consent-receipt-recipients = Who receives the data
consent-receipt-number = Number
consent-receipt-events = What you answered
consent-receipt-how = { $way }, version { $version } of the declaration.
consent-receipt-received = Received { $date }.
consent-receipt-machine = Download for machines (JSON-LD, ISO/IEC TS 27560)

# Mail
mail-log-in-subject = Your link to { $house }
mail-log-in-text =
    Hello,

    Here is the link you asked for. It logs you in to My page at { $house }:

    { $link }

    The link works for 30 minutes and only once.

    Was it not you who asked? Then you can safely ignore it. Nobody gets in without the link.

    Regards, { $house }
mail-idle-subject = Do you still use your account at { $house }?
mail-idle-text =
    Hello!

    You have an account on My page at { $house }, and it is two years since you last logged in. Nothing else gives us a reason to keep your data.

    To keep the account, log in here:

    { $link }

    If you do nothing, we close the account in 30 days. What lies there is erased 30 days after that.

    Regards, { $house }
mail-new-email-subject = Confirm your new e-mail
mail-new-email-text =
    Hello,

    Someone, hopefully you, has asked { $house } to use this address from now on. Confirm that it is yours:

    { $link }

    The link works for a day. Nothing changes until you have confirmed.

    If this is not about you, please ignore it.

    Regards, { $house }
mail-old-email-subject = Your e-mail at { $house } has been changed
mail-old-email-text =
    Hello,

    The e-mail address of your account has been replaced by a new one. We no longer write to this one, and it cannot be used to log in.

    Was it not you who changed it? Then tell us at once: { $reach }

    Regards, { $house }

# Letters to customers, where the declaration has them
customer-title = Letters to you as a customer
customer-lead = You have not said yes to these. They come because you are a customer, and you can say no thanks whenever you like.
customer-no-thanks = No thanks
customer-state-gets = Gets letters
customer-state-no = No thanks
customer-state-waits = Not a customer yet
customer-state-over = Gets no letters
customer-gets-since = A customer since { $date }
customer-no-since = You said no thanks { $date }
customer-past = What we have asked you as a customer
customer-past-offered = { $controller } told you of letters to customers, and you could say no thanks (declaration, version { $version })
customer-past-no = No thanks to letters to customers from { $controller }
customer-past-sold = A purchase from { $controller }
notice-customer-no = Noted. You will get no more such letters.
customer-answer = Letters to customers
customer-answer-lead = Read to the customer:
customer-answer-not = Not said. Then nothing is sent
customer-answer-told = Said, and the customer does not say no
customer-answer-no = The customer says no thanks
customer-box = No thanks, do not send me such letters
customer-lawful-yes = Lawful: the person was a customer, had been offered to say no thanks, and had not said it.
customer-lawful-as-known = Lawful as we knew it then. The person was a customer and had said no thanks, but it had not reached us.
customer-lawful-no = Not lawful as a letter to a customer.
consent-way-booking = booking on the web site
consent-way-phone-booking = booking with us
consent-way-intake = handing in
consent-way-handover = handing over

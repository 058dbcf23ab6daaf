nav-prospects = Companies
prospects-title = Companies we may contact
prospects-lead = Companies found on their own pages or other open places. Each is told what we have written down and where we found it. If that does not happen within a month, the data deletes itself.
prospects-none = Nobody has been written down yet.
prospects-more = Show more
prospects-owed =
    { $count ->
        [one] One company has not been told yet.
       *[other] { $count } companies have not been told yet.
    }
prospect-new = Write down a company
prospect-new-lead = Write down what the page says, and exactly where it says it. Only what you need to get in touch.
prospect-company = Name of the company
prospect-org-no = Organisation number
prospect-form = What kind of business is it?
prospect-form-hint = A sole proprietorship counts as a person: consent is needed before we write.
prospect-form-company = Company (AS, ASA, SA, NUF and others)
prospect-form-sole-trader = Sole proprietorship (ENK)
prospect-source = The page you found it on
prospect-source-hint = The whole address, such as https://firma.no/kontakt
prospect-on = Date you found it
prospect-email = E-mail
prospect-email-hint = Use the shared address (post@, firmapost@) if there is one.
prospect-phone = Telephone
prospect-name = Name of a contact person
prospect-name-hint = Only if it stands on the page. We do not write to a named human being without consent.
prospect-about = What it is about
prospect-controller = On behalf of
prospect-save = Write down and tell them
prospect-notice-sample = When you save, we tell the e-mail address what we have written down, where we found it and how to say no. Without an e-mail address you must tell them yourself.
prospect-error-suppressed = This address has said that we are not to get in touch. It was not written down.
prospect-error-known = We know this address already. It was not written down again.
prospect-error-nowhere = Give an e-mail address, a telephone number or a postal address, at least one of them.
prospect-error-day = The date must be a day in the last four weeks.
prospect-notice-given = Has been told
prospect-notice-posted = Being told
prospect-notice-owed = Tell them by { $date }
prospect-notice-failed = The e-mail did not arrive. Tell them by { $date }
prospect-notice-late = Too late. Deleted tonight
prospect-may = What may we do?
prospect-may-yes = Yes
prospect-may-no = No
prospect-what = What we have written down
prospect-way-email = Write an e-mail
prospect-way-phone = Call
prospect-goes = Deleted on
prospect-told = I have told them
prospect-said-no = They do not want to be contacted
prospect-said-no-hint = “They do not want to be contacted” deletes everything and remembers only an unrecognisable code, so that nobody writes them down again.
prospect-remove = Remove from the list
prospect-yes-role = A shared address at a company. Always offer an easy way out.
prospect-yes-not-reserved = The business cannot reserve itself, and has not said no to us.
prospect-yes-other = It is allowed.
prospect-no-no-consent = We have no consent.
prospect-no-withdrawn = The consent was withdrawn.
prospect-no-objected = They have said no.
prospect-no-suppressed = The address is on the list of those not to be contacted.
prospect-no-restricted = The data is restricted.
prospect-no-reserved = In the reservation register.
prospect-no-not-washed = The list was not compared with the reservation register this month.
prospect-no-minor = Under age.
prospect-no-ask-again = Consent must be asked for again.
prospect-no-wrong-controller = The consent is for another company.
prospect-no-sole-trader = A sole proprietorship counts as a person. We need consent first.
prospect-no-named-address = The address is personal. We need consent first.
prospect-no-not-similar = Not about our own similar services.
prospect-no-no-way-out-then = No way out was offered when the address was given.
prospect-no-no-way-out = The message has no way out.
prospect-no-not-now = Not on this day or at this hour.
prospect-no-not-declared = The declaration does not allow this.
prospect-notice-title = { $house } has written down your address
prospect-notice-text =
    Hello,

    { $house } has written down { $company } as a company that may have use for us. It is about this address, and we found it on { $date } here:

    { $source }

    We use it only to get in touch about what we do, because we have a legitimate interest in finding new customers (General Data Protection Regulation, Article 6(1)(f)). Nobody else gets it. After 6 months without an answer it is deleted.

    You do not want to hear from us? Press here and everything is deleted at once:

    { $way-out }

    You may ask for access, rectification and erasure, and complain to the Norwegian Data Protection Authority. All about that is here:

    { $privacy }

    Questions? Write to { $email }.

    { $house }
prospect-out-title = Do not contact us
prospect-out-lead = Press the button and we delete what we have written down about you, and do not get in touch.
prospect-out = Delete and do not contact us
prospect-out-done-title = It is deleted
prospect-out-done-lead = We have deleted what we had written down and will not get in touch. We remember only an unrecognisable code, so that nobody writes you down again.
prospect-out-gone-title = There is nothing here
prospect-out-gone-lead = What was written down has already been deleted.
nav-may-call = May we call?
nav-register = Reservation list
may-title = May we call or write?
may-lead = Check before the first sales call or the first advertising letter. A call about a job is no advertising. Nothing you type here is kept.
may-who = Who is it?
may-who-person = A private person
may-who-business = A business
may-who-business-hint = Sole proprietorships too. Businesses cannot reserve themselves.
may-phone = Telephone number
may-phone-hint = If you want to call.
may-name = Name
may-name-hint = If you want to send a letter: the name and the postal code on the envelope.
may-postal-code = Postal code
may-minor = The person is under 18
may-check = Check
may-error-nothing = Type a telephone number, or a name and a postal code.
may-error-name = Type the name the letter goes to, too.
may-error-postal-code = Type the postal code, too.
may-call-yes = Yes, you may call
may-call-later = Not now
may-call-no = No, do not call
may-write-yes = Yes, you may send a letter
may-write-later = Not now
may-write-no = No, do not send a letter
may-why-free = Not in the reservation register, and has not said no to us.
may-why-business = Businesses cannot reserve themselves (markedsføringsloven §§ 12–14), and this one has not said no to us.
may-why-said-yes = Has said yes to us.
may-why-reserved-phone = The number is in the reservation register against telephone sales (markedsføringsloven §§ 12–14).
may-why-reserved-post = The name and postal code are in the reservation register against addressed advertising (markedsføringsloven §§ 12–14).
may-why-not-washed = We have no list from the reservation register that holds now. The law wants a fresh one before the first contact and every month (markedsføringsloven §§ 12–14).
may-why-not-now = Private persons are not called for sales on Saturdays, Sundays and public holidays, or before 9 and after 21 (markedsføringsloven §§ 12–14).
may-why-minor = We do not sell to children (markedsføringsloven § 21).
may-why-restricted = We have been told not to use this now (GDPR Article 18).
may-why-said-no = Has said no to us (GDPR Article 21).
may-why-not-declared = Our privacy declaration does not allow it.
may-why-no-basis = We have no basis for it.
may-when-until = Today until { $time }.
may-when-today = today
may-when-from = From { $day } at { $time }.
may-when-washed = When the list for { $month } has been taken in.
may-when-reserved = Not as long as they are in the register. If they get in touch themselves, you may answer.
may-when-minor = Not before they are 18.
may-when-said-no = Not before they ask for it themselves.
may-no = They want no advertising
may-no-hint = We remember an unrecognisable code only. The next time somebody checks, the answer is no.
may-other-no = Somebody wants no newsletters
notice-may-no = Noted. The next time somebody checks, the answer is no.
wash-title = Reservation register
wash-lead = Those who want no telephone sales or addressed advertising. The list must be fresh before the first contact, and every month in which we call or write.
wash-now = The lists we have
wash-take = Take in a new list
wash-file = The file from the Brønnøysund Register Centre
wash-file-hint = CSV with a column Telefon, or Navn and Postnummer. Fornavn and Etternavn will do, too.
wash-kept = No names or numbers are kept, only unrecognisable codes. They are deleted when the list ends. Delete your own file when it has been taken in.
wash-phone-holds = Telephone: taken in { $taken }, { $count ->
        [one] one number
       *[other] { $lines } numbers
    }. Holds to the end of { $until }.
wash-phone-ended = Telephone: the list of { $taken } ended on { $until }. Take in a new one before anybody calls private persons.
wash-phone-never = Telephone: no list yet. No private persons may be called for sales.
wash-post-holds = Post: taken in { $taken }, { $count ->
        [one] one address
       *[other] { $lines } addresses
    }. Holds to the end of { $until }.
wash-post-ended = Post: the list of { $taken } ended on { $until }. Take in a new one before anybody writes to private persons.
wash-post-never = Post: no list yet. No private persons may get advertising letters.
wash-taken-title = The list has been taken in
wash-taken =
    { $phone-count ->
        [one] One telephone number
       *[other] { $phones } telephone numbers
    } and { $address-count ->
        [one] one address
       *[other] { $addresses } addresses
    }.
wash-passed-over =
    { $count ->
        [one] One line had something we could not read
       *[other] { $count } lines had something we could not read
    }
wash-more =
    { $count ->
        [one] And one more.
       *[other] And { $count } more.
    }
wash-line = Line
wash-why = What was wrong
wash-unread-phone = No telephone number
wash-unread-name = The name is missing
wash-unread-postal-code = The postal code is missing or is not four digits
wash-unread-nothing = Neither a telephone number nor a name and a postal code
wash-unread-long = The line is too long
wash-error-none = Choose the file first.
wash-error-text = The file is no plain text. Save it as CSV (UTF-8) and try again.
wash-error-columns = The first line must say which column is Telefon, or Navn and Postnummer.
wash-error-empty = The file has no lines we can read. The list before it still holds.
prospect-address = Postal address
prospect-postal-code = Postal code
prospect-front = It stands on the front page
prospect-lang = Language of the notice
prospect-lang-hint = The language the company reads best.
prospect-way-post = Send a letter
prospect-error-address = Type the street address or the box, too.
prospect-error-source = Type the whole address of the page, such as https://firma.no/kontakt.
prospect-error-front = Type the address of the very page where it stands, such as https://firma.no/kontakt. If it stands on the front page, tick that.
prospect-wash-lead = For private persons. Businesses cannot reserve themselves.
notice-prospect-said-no = Deleted. The address cannot be written down again.
notice-prospect-removed = Removed.

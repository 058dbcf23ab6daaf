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
prospect-notice-sample = When you save, we tell the e-mail address what we have written down, where we found it and how to say no. If there is only a telephone number you must tell them yourself.
prospect-error-suppressed = This address has said that we are not to get in touch. It was not written down.
prospect-error-known = We know this address already. It was not written down again.
prospect-error-nowhere = Give an e-mail address or a telephone number, at least one of them.
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
prospect-said-no-done = Deleted. The address cannot be written down again.
prospect-remove = Remove from the list
prospect-removed = Removed.
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
prospect-wash-title = Reservation register
prospect-wash-lead = Whoever runs the system reads the list in every month, before anybody calls or sends letters.
prospect-wash-phone = Telephone
prospect-wash-post = Post
prospect-washed = Compared { $date }, { $lines } lines
prospect-never-washed = Never compared
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

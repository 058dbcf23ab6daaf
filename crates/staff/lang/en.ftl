nav-staff = Staff
nav-me = Me

# Logging in
staff-log-in-title = Staff log-in
staff-log-in-lead = Enter the e-mail address you are registered with and we send you a link that logs you in. You need no password.
staff-log-in-send = Send me a link
staff-log-in-customer = Are you a customer?
staff-log-in-customer-link = Log in to My page
staff-email = E-mail
staff-sent-title = Check your e-mail
staff-sent-lead = If the address belongs to a member of staff, a link is now on its way there.
staff-sent-how = The link works for 30 minutes and only once. If it does not arrive, look in your spam folder or ask the administrator whether your address is right.
staff-sent-again = Try another address
staff-enter-title = Ready to log in
staff-enter-lead = Press the button and you are in.
staff-enter-button = Log me in
staff-enter-once = The link can be used once. You are logged out after 12 hours, or when you have done nothing for 2 hours.
staff-no-controller = Your account belongs to a company that is not in the privacy declaration, and so it cannot log in. Talk to the administrator.
staff-no-controller-short = not in the declaration
notice-staff-out = You are logged out.

# The letters
staff-mail-subject = Link to log in at { $house }
staff-mail-body =
    Hello,

    here is the link that logs you in at { $house }:

    { $link }

    It works for 30 minutes and only once. If you did not ask for it you can delete this e-mail. Nothing will happen.
staff-welcome-subject = Welcome to { $house }
staff-welcome-body =
    Hello,

    you have been added to the staff of { $house }. Log in here:

    { $link }

    The link works for three days and only once. After that, ask for a new one on the log-in page with this e-mail address. You need no password.

# First run
staff-first-title = First run
staff-first-lead = Nobody works here yet. Whoever started the program becomes the administrator and can add the others.
staff-first-button = Create and log in
staff-code = Set-up code
staff-code-hint = The program printed it when it started, like this: ABCD-EFGH-IJKL-MNOP
staff-wrong-code = The code is not right. Use the one printed the last time the program started.
staff-name = Name
staff-email-hint = We send the link here when you log in again.
notice-staff-first = Welcome. You are the administrator here.

# Staff
staff-title = Staff
staff-active = Who works here
staff-next-title = What comes next
staff-next-set-up = Set up workshops, hours and services
staff-next-add = Add the staff
staff-role = Role
staff-role-hint = The role decides what the person can open. The lists come from the privacy declaration.
staff-sees = Sees:
staff-sees-nothing = no personal data
staff-never = Does not see:
staff-controller = Employed by
staff-since = Added
staff-actions = Actions
staff-gone = The name has been erased
staff-new-link = Send link
staff-end = End
staff-add-title = Add a member of staff
staff-add-email-hint = The letter of welcome with the log-in link goes here.
staff-add-button = Add
staff-ended = Have left
staff-ended-note = Name and e-mail are erased when the period in the privacy declaration is over.
staff-ended-on = left { $date }
staff-last-admin = This is the only administrator. Add another one before you end this one.
staff-end-title = End the employment?
staff-end-1 = The person is logged out at once, everywhere, and cannot log in again.
staff-end-2 = Name and e-mail are erased when the period in the privacy declaration is over.
staff-end-3 = The log of what the person has opened remains.
staff-end-button = Yes, end it
staff-end-back = No, go back
notice-staff-added = The person has been added and the letter of welcome is on its way.
notice-staff-ended = The employment has ended and the person is logged out.
notice-staff-link = A log-in link is on its way to the person.

# Me
staff-me-title = Me
staff-me-about = What is kept about you
staff-me-sees = What you can open
staff-me-sees-nothing = Your role opens no personal data.
staff-me-purposes = For this
staff-me-never = What you cannot open
staff-me-out = Log out
staff-me-glass = When it is urgent
staff-me-glass-text = If nobody else is here and there is danger, you can see more than your role lets you. The privacy officer is told at once.
staff-me-glass-go = Emergency access

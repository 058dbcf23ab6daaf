# Menu
nav-book = Book a time
nav-enquiry = Ask us
nav-calendar = Calendar
nav-desk-enquiries = Questions
nav-setup = Set-up

# Booking, step by step
flow-title = Book a time
flow-step-vehicle = Vehicle
flow-step-service = Service
flow-step-time = Time and place
flow-step-contact = About you
flow-step-summary = Check
flow-vehicle-lead = Which vehicle is it about? You need no account.
flow-plate = Registration plate
flow-plate-hint = As it stands on the plate
flow-foreign = The plate is foreign or looks different
flow-foreign-hint = Tick this and we take it as you wrote it.
error-plate-foreign = This does not look like a Norwegian plate, such as AB 12345. Correct it, or tick that it is foreign.
flow-look-up = Fetch technical data on the vehicle from the Norwegian Public Roads Administration when I book
flow-look-up-hint = Then we are better prepared. We fetch nothing about the owner. Without a tick we look it up only when the vehicle is handed in.
flow-next = Next
flow-back = Back
flow-service = Service
flow-length = How long is the vehicle?
flow-length-hint = We use it only to find a bay it fits in.
flow-length-unknown = Do not know
flow-length-600 = Under 6 m (van)
flow-length-1000 = 6–10 m (lorry)
flow-length-1300 = 10–13 m (long lorry, bus)
flow-length-2000 = 13–20 m (articulated lorry, road train)
flow-length-2525 = Over 20 m (modular road train)
flow-see-times = See free times
flow-workshop = Workshop
flow-when = Time
flow-contact-lead = Almost done. Give an e-mail or a phone number; one is enough.
flow-name = Name
flow-email = E-mail
flow-email-hint = We send the confirmation here, with a link to move or cancel.
flow-phone = Phone
flow-organisation = Company
flow-question = Question or description
flow-question-hint = Do not write national identity numbers or anything about other people.
flow-to-summary = Check the booking
flow-book = Book the time
flow-no-mail = You gave no e-mail. The link to move or cancel is on the next page. Keep it.
flow-closed = No times can be booked here yet
flow-closed-text = The workshop is not open for booking. Send us a question instead.
duration-hours = { $count } h
duration-minutes = { $count } min
error-reach = Give an e-mail or a phone number so that we can reach you.
error-start = Choose a free time.
error-slot-taken = This time is no longer free. Here are the nearest ones.
error-too-big = No bay of this workshop takes such a large vehicle. Choose another workshop, or call us.
error-notice-changed = The privacy declaration has changed since you began. Read the text below and go on.

# Notice at collection (GDPR Article 13)
notice13-title = What we use the data for
notice13-who = Responsible: { $who }.
notice13-keep = We erase them { $keep }.
notice13-link = Read the privacy declaration
notice13-version = (version { $version })

# Free times
slots-week = Week { $number }
slots-week-before = Week before
slots-week-after = Next week
slots-none = No free times this week
slots-next-free = Next free: { $day }
slots-day-none = No free times
slots-closed = Closed
slots-nearest = Nearest free times
holiday-new-year = New Year's Day
holiday-maundy-thursday = Maundy Thursday
holiday-good-friday = Good Friday
holiday-easter = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-labour = Labour Day
holiday-constitution = Constitution Day
holiday-ascension = Ascension Day
holiday-whitsun = Whit Sunday
holiday-whit-monday = Whit Monday
holiday-christmas = Christmas Day
holiday-second-christmas = Boxing Day

# A booked time
time-title = Your time
time-reference = Reference
time-calendar = Add to calendar
time-move = Move the time
time-move-from = The time is now { $when }. Choose a new one.
time-cancel = Cancel
time-cancel-question = Do you want to cancel? The time becomes free for others at once.
time-cancel-yes = Yes, cancel
time-link-title = Your link to the time
time-link-text = Whoever has the link can see, move and cancel the time. Keep it, and share it only with someone who should be able to.
time-again = Book a new time
time-kept = We keep the data while the time is open, and after that as long as the declaration says.
time-kept-until = The contact data are erased on { $date }, unless something new happens.
booking-state-booked = Booked
booking-state-arrived = Handed in
booking-state-cancelled = Cancelled
booking-state-no-show = Did not come
booking-when = { $weekday } { $day } { $month } { $year } at { $time }
booking-taken = This time is no longer free.
booking-changed = The time was changed meanwhile. Look at it again.
booking-not-open = The time can no longer be changed. Call us if something is wrong.
booking-refused = We cannot take this online now. Call us and we will help you.
booking-calendar-summary = { $service } at { $house }
booking-calendar-description = Reference { $reference }
notice-booked = The time is booked.
notice-booked-before = This booking was made before. You can move the time here.
notice-booked-desk = The time is booked.
notice-moved = The time was moved.
notice-cancelled = The time was cancelled.
notice-no-show = Noted as not come.
notice-reopened = The time holds again.
notice-saved = Saved.
notice-answered = The answer was saved and sent.

# Letters
letter-booked-subject = Time booked { $when }
letter-booked-text =
    Hello,

    Your time is booked.

    Service: { $service }
    Time: { $when }
    Place: { $workshop }, { $place }
    Reference: { $reference }

    Here you can see, move or cancel it. Whoever has the link can do the same, so keep it:

    { $link }

    { $house }
letter-moved-subject = Time moved to { $when }
letter-moved-text =
    Hello,

    Your time was moved.

    Service: { $service }
    Time: { $when }
    Place: { $workshop }, { $place }
    Reference: { $reference }

    Here you can see, move or cancel it:

    { $link }

    { $house }
letter-cancelled-subject = Cancelled: { $when }
letter-cancelled-text =
    Hello,

    Your time was cancelled.

    Service: { $service }
    Time: { $when }
    Place: { $workshop }, { $place }
    Reference: { $reference }

    To book a new one, go here:

    { $link }

    { $house }
letter-reopened-subject = The time holds again: { $when }
letter-reopened-text =
    Hello,

    Your time holds again.

    Service: { $service }
    Time: { $when }
    Place: { $workshop }, { $place }
    Reference: { $reference }

    Here you can see, move or cancel it:

    { $link }

    { $house }
letter-answer-subject = Answer from { $house }
letter-answer-text =
    Hello,

    thank you for your question. Here is the answer:

    { $answer }

    { $house }
letter-state-queued = queued
letter-state-sent = sent
letter-state-deferred = not taken yet, will be tried again
letter-state-refused = refused by the recipient's server
letter-state-unsure = perhaps delivered, the server did not answer
letter-state-dropped = not sent

# Questions
enquiry-title = Ask us
enquiry-lead = Do you wonder about your vehicle, its body or a service? We answer by e-mail or phone.
enquiry-question = Your question
enquiry-name-why = Without a name we do not know whom we answer.
enquiry-reach-why = Without an e-mail or a phone number we cannot answer. One is enough.
enquiry-send = Send the question
enquiry-thanks = Thank you, we have your question
enquiry-thanks-text = We will answer as soon as we can.
enquiry-state-open = Waiting for an answer
enquiry-state-answered = Answered
enquiry-answered = The question was answered already.

# My page
bmine-times = Times
bmine-none = You have no coming times.
bmine-past = Earlier times
bmine-change = See, move or cancel

# The desk
bdesk-calendar = Calendar
bdesk-weeks = Weeks
bdesk-this-week = This week
bdesk-free = Free. Book
bdesk-bay = bay
bdesk-book = Book for a customer
bdesk-book-lead = For a customer on the phone or at the counter.
bdesk-book-tell = Say that the data are used for the visit, and where the declaration is.
bdesk-date = Date
bdesk-time = Time of day
bdesk-lang = Language of messages
bdesk-open = Open
bdesk-made = Booked
bdesk-letter = E-mail
bdesk-logged = That you opened this page is in the log of openings.
bdesk-forgotten = The data are erased
bdesk-cancel-question = Do you want to cancel for the customer?
bdesk-no-show = The customer did not come
bdesk-reopen = Take the time up again
bdesk-link-text = Read it to the customer, or send it again.
bdesk-no-workshop = No workshops yet
bdesk-no-workshop-text = An administrator adds the first one under Set-up.
bdesk-enquiries = Questions
bdesk-enquiries-none = No questions
bdesk-enquiry = Question
bdesk-asked = Came in
bdesk-state = State
bdesk-answer = Answer
bdesk-answer-hint = Sent by e-mail when we have an address. Otherwise call, and write here what you answered.
bdesk-answer-send = Answer
bdesk-is-complaint = This is a complaint: find the order

# Set-up
bset-title = Set-up
bset-lead = Workshops, hours, bays and services. Changes hold at once; booked times stand.
bset-workshops = Workshops
bset-none = No workshops yet
bset-none-text = Fill in below and customers can book in a minute.
bset-bays-count = { $count } bays
bset-not-open = Not open for booking
bset-add-workshop = Add a workshop
bset-template = Create with the usual set-up
bset-template-text = The usual set-up: Monday to Friday 7:00–15:30, two bays and the services of a body workshop. Everything can be changed.
bset-blank = Create without anything
bset-services = Services
bset-minutes = Minutes
bset-minutes-hint = In whole quarters of an hour
bset-change = Change
bset-add-service = Add a service
bset-controller = Company
bset-name = Name of the workshop
bset-address = Address
bset-postal-code = Postal code
bset-city = Town
bset-notice = Notice before a time (hours)
bset-notice-hint = How long before it starts a time must be booked
bset-horizon = Can be booked this many days ahead
bset-open = Open for booking
bset-hours = Opening hours
bset-hours-hint = Leave both empty for closed. Norwegian public holidays are closed by themselves.
bset-weekday = Day
bset-opens = Opens
bset-closes = Closes
bset-save = Save
bset-bays = Bays
bset-bays-hint = Length and height in metres are the largest the bay takes. Empty takes any.
bset-bay-name = Bay
bset-length = Length
bset-height = Height
bset-bay-open = In use
bset-add-bay = Add a bay
bset-closed = Closed days
bset-closed-hint = Beside public holidays. Times already booked stay on the calendar.
bset-reopen-day = Open after all
bset-note = Why (shown to customers)
bset-close-day = Close the day
bset-about = About the workshop
bset-name-nb = Name in bokmål
bset-name-nn = Name in nynorsk
bset-name-en = Name in English
bset-about-nb = A sentence in bokmål
bset-about-nn = A sentence in nynorsk
bset-about-en = A sentence in English
error-hours = Closing must be after opening.
error-quarter = Use whole quarters of an hour: 15, 30, 45.
error-metres = Write metres like this: 12.5

# API
api-fields = Some fields must be corrected.
api-json = The body is not JSON as described.
api-key = The header Idempotency-Key is missing or too short (8–200 characters).
api-key-used = The key was used for another booking.
beside-bookings = Times you have booked
beside-bookings-lead = When, where and what you booked, and how it went.
beside-from = From
beside-until = Until
beside-service = Service
beside-place = Place
beside-reference = Reference
beside-state = Status
beside-made = Made
beside-notice = Edition of the declaration
beside-lookups = Look-ups in the vehicle register
beside-lookups-lead = Each time we asked the Norwegian Public Roads Administration about a vehicle in a case of yours.
beside-at = Time
beside-case = Case
beside-asked-by = Asked by
beside-outcome = Answer
beside-by-staff = a member of staff
beside-by-you = you
beside-by-program = the computer system
beside-case-visit = hand-in
beside-case-booking = booking
beside-lookup-found = found
beside-lookup-unknown = not in the register
beside-lookup-none = the register did not answer

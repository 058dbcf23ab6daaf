nav-repair-desk = Today
nav-repair-intake = Intake
nav-repair-workshop = Workshop

# Ord
line-finding = Finding
line-labour = Labour
line-part = Part
line-struck = Struck out
severity-remark = Remark
severity-minor = Minor defect
severity-major = Major defect
severity-dangerous = Dangerous defect
warranty-none = No warranty
warranty-months = Months
warranty-limit = Months or a limit
price-estimate = Estimate
price-estimate-hint = Binding. The price may be at most 15 % higher (Norwegian craftsmen's services act § 32).
price-fixed = Fixed price
price-fixed-hint = The price is agreed and does not change without a new approval.
price-indication = Price indication
price-indication-hint = A rough figure that binds nobody.
stage-open = In progress
stage-ready = Ready for hand-over
stage-closed = Handed over
approval-asked = Waiting for an answer
approval-approved = Approved
approval-declined = Declined
approval-replaced = Replaced by a new price
buyer-consumer = Consumer
buyer-business = Business customer
complaint-ground-complaint = Complaint under the law
complaint-ground-warranty = Warranty
complaint-told-page = Told on My page
complaint-told-desk = Said at the desk
complaint-told-phone = Said on the telephone
complaint-told-email = Told by e-mail
complaint-told-letter = Told by letter
complaint-told-enquiry = A question on the web site
complaint-state-open = Waits for us
complaint-state-decided = Decided
complaint-state-closed = Closed
complaint-outcome-repair = Accepted: we put it right
complaint-outcome-reduction = Accepted: price reduction
complaint-outcome-refund = Accepted: money back
complaint-outcome-goodwill = Goodwill: we help without having to
complaint-outcome-rejected = Rejected
complaint-outcome-withdrawn = Taken back by the customer
complaint-timely-yes = Told in time
complaint-timely-no = Told too late

# I dag
repair-desk-title = Today
repair-receive = Receive a vehicle
repair-receive-this = Receive this vehicle
repair-search = Find a customer, vehicle or order
repair-search-hint = Plate, name, phone, e-mail, reference or order number
repair-search-title = Search
repair-workshops = Workshops
repair-workshop = Workshop
repair-no-workshop = No workshops yet
repair-no-workshop-text = An administrator adds them under Setup.
repair-expected = expected today
repair-in-house = in the house
repair-waiting = waiting for approval
repair-ready = ready for hand-over
repair-enquiries = new enquiries
repair-unsent = letters not delivered
repair-unsent-title = Some letters were not delivered
repair-unsent-text = Call the customer. The orders are marked.
repair-expected-today = Expected today
repair-expected-none = No more bookings today
repair-expected-none-text = If somebody comes without a booking, receive the vehicle here.
repair-has-question = Has written to us
repair-house-title = In the house
repair-house-none = No vehicles in the house
repair-house-none-text = A vehicle you receive stands here until it is handed over.
repair-order-no = Order { $number }
repair-since = In since { $day }
repair-waits = Waiting for the customer
repair-found-none = Nothing found
repair-found-none-text = Check the spelling, or search for something else you know. If the customer is new, receive the vehicle or book a time.
repair-book = Book a time
repair-found-orders = Orders
repair-found-bookings = Bookings
repair-found-people = Customers
repair-found-deliverers = Handed in or collected for others
repair-found-deliverer-text = Only name and phone are kept
repair-reference = Reference { $reference }
repair-today = Today

# Innlevering
repair-intake = Intake
repair-intake-lead = Which vehicle has come?
repair-intake-step1 = Step 1 of 2: who and what
repair-intake-step2 = Step 2 of 2: the vehicle
repair-intake-vehicle = Vehicle and meters
repair-plate = Registration plate
repair-plate-hint = As it stands on the plate. If the vehicle is booked today, we go straight to that.
repair-foreign = Foreign plate
repair-next = Continue
repair-already-here = This vehicle is already in the house.
repair-open-order = Open the order
repair-customer = Customer
repair-customer-hint = Whoever orders the work. Name, and phone or e-mail.
repair-service = Service
repair-name = Name
repair-phone = Phone
repair-email = E-mail
repair-email-hint = Without e-mail we must call about the price and when the vehicle is ready.
repair-company = Company
repair-org-no = Organisation number
repair-reach-missing = Enter phone or e-mail so that we can reach the customer.
repair-said-booking = The customer wrote when booking
repair-said = The customer says
repair-who = Owner and deliverer
repair-owner = Who owns the vehicle?
repair-owner-self = The customer
repair-owner-other = Another person or a company
repair-owner-name = Owner's name
repair-deliverer = Who hands it in?
repair-deliverer-self = The customer
repair-deliverer-other = Somebody else
repair-deliverer-hint = Kept apart and as short as possible. The owner does not see it.
repair-deliverer-name = Deliverer's name
repair-what = What is to be done
repair-words = What does the customer say?
repair-words-hint = In the customer's own words. Belongs to the customer and is erased with them.
repair-job = Job
repair-job-hint = What the technician is to do. No names here; the text follows the vehicle.
repair-condition = Condition at intake
repair-condition-hint = Dents, scratches, load, where the key is.
repair-receive-now = Receive
repair-cancel = Cancel
repair-register-note = Technical data are fetched from the vehicle register when you receive it. The look-up is logged.
repair-by-hand = The intake is in order. Write what you see on the registration card, or leave it empty.
repair-ask-again = Ask the register again
repair-meters = Meters
repair-meters-hint = Read what you can. A meter never goes down; if it was replaced, tick the box.
repair-meter-last = Last reading: { $value }
repair-meter-replaced = The meter was replaced
repair-meter-other = Another meter
repair-meter-function = Function
repair-meter-value = Value
repair-vehicle = Vehicle
repair-gross = Gross weight
repair-payload = Payload
repair-pto = Power take-off
repair-pkk = Periodic inspection due
repair-make = Make
repair-model = Model
repair-body = Body
repair-vin = Chassis number
repair-first = First registered
repair-save-go = Save and open the order
repair-later = Later

# Ordre
repair-doc-customer = Customer's document
repair-doc-vehicle = Vehicle's document
repair-hand-over = Hand-over
repair-tell = Tell the customer it is ready
repair-tell-again = Tell them again
repair-vehicle-meters = Vehicle and meters
repair-workshop-view = As the workshop sees it
repair-guard-title = The customer must be asked first
repair-guard-estimate = The price has passed what the estimate allows: { $ceiling }. Ask the customer again before hand-over.
repair-guard-fixed = The price is above the fixed price of { $fixed }. Ask the customer again before hand-over.
repair-guard-declined = The customer declined the price. Strike out what is not to be done, and ask again.
repair-guard-waiting = The customer has been asked and has not answered yet.
repair-guard-no-rule = The rule table lacks the ceiling for estimates. Tell the administrator.
repair-unpriced-lines =
    { $count ->
        [one] One line has no price.
       *[other] { $count } lines have no price.
    }
repair-customer-gone = The customer is erased or on hold. The order stands.
repair-delivered-by = Handed in by
repair-collected-by = Collected by
repair-person-gone = Erased
repair-letter-failed = A letter was not delivered: call the customer
repair-lines = Work and parts
repair-lines-none = Nothing written yet
repair-lines-none-text = The technician writes findings, labour and parts. You set the price.
repair-col-what = What
repair-col-warranty = Warranty
repair-col-quantity = Quantity
repair-col-price = Price
repair-col-net = Sum ex VAT
repair-added = Addition
repair-line-change = Price and warranty
repair-line-correct = Correct
repair-price-each = Price each, ex VAT
repair-months-label = Warranty in months
repair-limit-label = Limit
repair-limit-unit = Limit counts
repair-long-life = Meant to last considerably longer than two years
repair-long-life-hint = A consumer then has five years to complain.
repair-save = Save
repair-strike = Strike out the line
repair-unit-hours = h
repair-unit-pieces = pcs
repair-no-price = No price
repair-net = Sum ex VAT
repair-vat = VAT { $rate }
repair-vat-sum = VAT
repair-total = To pay
repair-old-lines =
    { $count ->
        [one] One line corrected or struck out
       *[other] { $count } lines corrected or struck out
    }
repair-line-add = Add a line
repair-line-kind = What kind of line?
repair-quantity-hours = Hours or quantity
repair-part-no = Part number
repair-serial = Serial or batch number
repair-severity = Severity
repair-vat-label = VAT
repair-vat-general = General rate
repair-approvals = Price to the customer
repair-approvals-none = The customer has not been asked about the price yet.
repair-asked-at = Asked { $day }
repair-answered-at = answered { $day }
repair-by-phone = by phone
repair-answer-phone = The customer answered by phone
repair-answer = Answer
repair-answer-yes = Yes, approved
repair-answer-no = No, declined
repair-answer-who = Whom you spoke with
repair-answer-who-hint = Name, and what was said. The burden of proof is ours.
repair-answer-day = Day
repair-answer-time = Time
repair-answer-save = Save the answer
repair-answer-future = That time has not come yet.
repair-ask-customer = Ask the customer about the price
repair-price-kind = How is the price meant?
repair-how = How do you ask?
repair-how-mail = Send an e-mail with a link
repair-how-phone = By phone now
repair-ask-send = Ask about { $total }
repair-amend = Additions to a closed order
repair-amend-text = A closed order is not changed. An addition makes a new version of the document that shows both old and new. Prices are corrected by credit note.
repair-amend-add = Write an addition
repair-amend-which = Which line is corrected?
repair-amend-none = None, it is a new note
repair-amend-right = What is right
repair-amend-save = Save the addition
repair-documents = Documents
repair-doc-version-line = Version { $version }
repair-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
repair-warranty-none = No warranty
repair-warranty-or = { $months } or { $limit }
repair-warranty-until = Until { $limit }

# Utlevering
repair-handover-blocked = Every line needs a price, and the customer's approval, before you can hand over.
repair-collector = Who collects?
repair-collector-self = The customer
repair-collector-other = Somebody else
repair-collector-name = Collector's name
repair-buyer = What kind of customer?
repair-buyer-hint = Decides how long the right to complain lasts.
repair-invoice = Invoice
repair-payer = Who pays?
repair-payer-self = The customer
repair-payer-other = Somebody else
repair-payer-hint = The payer is kept apart.
repair-payer-name = Invoice recipient
repair-address = Invoice address
repair-postal = Postal code
repair-city = Town
repair-invoice-email = E-mail for the invoice
repair-terms = Payment terms in days
repair-card-number = This looks like a card number. We never store card numbers.
repair-close-warning = Handing over locks the order. Corrections are written as additions.
repair-close = Hand over and lock the order
repair-what-closes = What is handed over
repair-nothing-approved = The customer was not asked about the price. What is reasonable then applies.

# Verkstedet
repair-jobs = Jobs
repair-jobs-none = No vehicles in
repair-jobs-none-text = When reception receives a vehicle, the job appears here.
repair-job-none-text = Write findings, hours and parts as you go.
repair-done-so-far = Done so far
repair-add-finding = Write a finding
repair-add-labour = Write hours
repair-add-part = Write a part
repair-found-what = What did you find?
repair-done-what = What did you do?
repair-hours = Hours
repair-part-what = Which part?
repair-pieces = Quantity
repair-all-done = All done, ready for hand-over
repair-not-done = Not done after all

# Godkjenning
repair-approve-title = Approve the price
repair-approve-lead = We have looked at the vehicle. This is what we propose. We do nothing until you have answered.
repair-ask-estimate = This is an estimate. The price can become at most { $ceiling } unless we ask you again.
repair-ask-fixed = This is a fixed price: { $ceiling }. It does not change unless you approve.
repair-ask-indication = This is a price indication. It binds neither you nor us. { $ceiling }
repair-approve-yes = Yes, do this
repair-approve-no = No, do not do this
repair-approve-note = Anything to add?
repair-approve-send = Send the answer
repair-approve-questions = Questions? Call us on
repair-approved-title = Thank you, the price is approved
repair-approved-text = The answer was registered { $day }.
repair-declined-title = You said no
repair-declined-text = We will not do this. We will contact you about what to do next.
repair-replaced-title = This price no longer applies
repair-replaced-text = We have sent you a new one. Use the link in the latest letter.

# Når noe ikke går
repair-order-closed = The order is closed and cannot be changed. Write an addition.
repair-order-changed = Somebody else changed the order meanwhile. Reload the page.
repair-line-corrected = Somebody else has corrected this line. Reload the page.
repair-line-not-yours = The line was written by somebody else or has a price. Ask reception.
repair-nobody-to-ask = The order has no customer any more.
repair-nothing-to-ask = There is no price to ask about yet.
repair-unpriced = Some lines have no price.
repair-answered-already = The price has been answered already.
repair-price-replaced = The price has changed since you opened the page. Open the link in the latest letter.
repair-price-not-approved = The customer must approve the price before hand-over.
repair-not-closed = The order is not closed. Write the line on the order.

# Beskjeder
notice-repair-here = The vehicle is already in the house. Here is the order.
notice-repair-received = The vehicle is received.
notice-repair-asked = The customer has been asked. The answer will appear here.
notice-repair-not-mailed = The customer has no e-mail. Call, and enter the answer here.
notice-repair-answered = The answer is saved.
notice-repair-told = The customer is told that the vehicle is ready.
notice-repair-call = The customer has no e-mail. Call and say that the vehicle is ready.
notice-repair-call-rather = The customer would rather be rung up. Ring and say that the vehicle is ready.
notice-repair-rather = Noted. Next time you ring the customer instead.
notice-repair-mail-again = Noted. The customer gets an e-mail when the vehicle is ready.
repair-rather = Would rather be rung up
repair-rather-on = Ring rather than send an e-mail
repair-rather-off = Send e-mails again
notice-repair-closed = The order is handed over and locked.
notice-repair-amended = The addition is saved, and the document has a new version.
notice-repair-line = Saved.

# Min side
repair-mine-asked = We are waiting for your answer
repair-mine-answer = See the price and answer: { $total }
repair-mine-vehicles = Your vehicles
repair-mine-vehicles-none = When you have handed in a vehicle, you see here what was done to it.
repair-mine-see-vehicle = See the vehicle
repair-mine-purchases = Your purchases
repair-mine-purchases-none = No purchases yet.
repair-warranty-to = Warranty until { $day }
repair-claim-to = Right to complain until { $day }
repair-see-document = See order { $number }
repair-in-at = In at { $workshop }
repair-read-off = Meters read
repair-mine-life = What was done
repair-mine-life-none = Nothing yet
repair-mine-life-note = The history follows the vehicle. It does not show who owned it before or what others paid.
repair-mine-rights = The warranty is what we promised. The right to complain is yours by law in addition, and nobody can take it from you.
repair-mine-document = See the document
repair-mine-hash = The document's fingerprint (SHA-256):
repair-longest-warranty = Longest warranty until
repair-longest-claim = Right to complain until

# Complaint and warranty
complaint-title = Complaint and warranty
complaint-lead = Cases that wait for us, the oldest first. As long as a case is open, what it needs is kept.
complaint-find = Find the order it is about
complaint-find-hint = Order number, plate, customer number or the booking's reference
complaint-found = Orders handed over
complaint-found-none = No order that was handed over fits
complaint-found-none-text = Check the number. Only an order that was handed over can have a case.
complaint-register-on = Register a case on order { $number }
complaint-delivered-on = Handed over { $day }
complaint-waiting = Open cases
complaint-waiting-none = No open cases
complaint-waiting-none-text = If a customer says that something is wrong, find the order in the search above.
complaint-of-order = order { $number }
complaint-since =
    { $days ->
        [0] Came today
        [one] Open for { $days } day
       *[other] Open for { $days } days
    }
complaint-done = Closed last
complaint-new = Register a complaint or a warranty case
complaint-register = Register the case
complaint-before = There is a case on this order already
complaint-line = Line
complaint-by-law = Last day under the law
complaint-by-promise = Warranty until
complaint-lasts = Meant to last considerably longer
complaint-line-gone = The text is erased
complaint-which = Complaint or warranty?
complaint-which-hint = A complaint is the right under the law. A warranty is what we have promised on top.
complaint-about = What is it about?
complaint-about-hint = None ticked means the whole order.
complaint-wrong = What is wrong?
complaint-wrong-hint = The customer's own words. Do not write about other persons.
complaint-discovered = Fault discovered
complaint-notified = We were told
complaint-delivered = Handed over
complaint-told = How were we told?
complaint-buyer = Bought as
complaint-limits = The time limits
complaint-in-time = Told in time. Up to and including { $day } would have been: { $rule }.
complaint-judge =
    { $days ->
        [one] { $days } day went by from the discovery of the fault until we were told. The law says “within a reasonable time”, and you are the one to judge. The last day is in any case { $day }: { $rule }.
       *[other] { $days } days went by from the discovery of the fault until we were told. The law says “within a reasonable time”, and you are the one to judge. The last day is in any case { $day }: { $rule }.
    }
complaint-too-late = The last day was { $day }: { $rule }. Write why you accept the case all the same, or why you reject it.
complaint-no-warranty = None of the lines has a warranty. Perhaps this is a complaint under the law.
complaint-by-terms = under the terms of the warranty
complaint-judged = How the time limits were judged
complaint-judge-open = Judge the time limits
complaint-judge-save = Save the judgement
complaint-long = What is meant to last considerably longer than two years?
complaint-long-hint = Then the last day for a consumer is five years after the hand-over. The days are counted anew when you save.
complaint-timely = Were we told in time?
complaint-timely-hint = Even if you think not, you can help as goodwill.
complaint-why-judged = Why?
complaint-decision = The decision
complaint-decide = Decide the case
complaint-outcome = What comes of it?
complaint-reason = Reason
complaint-reason-hint = The customer gets this text in a letter and sees it on My page.
complaint-decide-send = Decide and tell the customer
complaint-close = Close the case
complaint-close-sure = Is everything done that was agreed? When the case is closed, the time until erasure begins to run.
complaint-closed-on = Closed { $day }.
complaint-kept = What the case needs is kept as long as it is open, and erased { $rule }.
complaint-gone = What was said is erased.
complaint-nobody = The order was not handed over to anybody who could have a case.
complaint-changed = Somebody else changed the case meanwhile. Look through it, and send again.
complaint-judge-first = Judge the time limits first: were we told in time?
complaint-in-future = That day has not come yet.
complaint-before-delivery = That day is before the hand-over.
complaint-before-discovery = That day is before the fault was discovered.
complaint-mine-new = Something is wrong with the work
complaint-mine-lead = Tell us what is wrong, and we will look at it. You will get a letter when we have decided.
complaint-mine-wrong-hint = What happens, and when? Do not write a national identity number.
complaint-mine-needed = Without knowing what is wrong we cannot assess the complaint.
complaint-mine-discovered = When did you discover it?
complaint-mine-discovered-hint = Roughly is enough.
complaint-mine-about-hint = Choose what you know. If you leave it empty, we look at everything.
complaint-mine-kept = What the case needs we keep as long as it is open. It is erased { $rule }.
complaint-mine-send = Send
complaint-mine-waits = We have your message and are looking at it. You will get a letter when it is decided.
complaint-mine-answer = Our answer
complaint-mine-disagree = If you disagree, answer the letter, or ask the Norwegian Consumer Authority (Forbrukertilsynet) for help.
complaint-mine-said = What you told us
complaint-mine-cases = Cases about this purchase
nav-repair-complaints = Complaints
notice-complaint-taken = The case is registered. The customer gets a letter if we have an e-mail address.
notice-complaint-sent = Thank you. We have your message.
notice-complaint-judged = The judgement is saved.
notice-complaint-told = The case is decided, and the customer gets a letter.
notice-complaint-call = The case is decided. The customer has no e-mail: call or write.
notice-complaint-closed = The case is closed.
complaint-letter-received-subject = We have your message, order { $number }
complaint-letter-received =
    Hello

    We have learned that something is wrong with the work on order { $number }, and are looking at it. You will get our answer in a letter like this one.

    If you have an account, you can follow the case on My page:

    { $address }

    What the case needs we keep as long as it is open. It is erased { $rule }.
complaint-letter-decided-subject = Answer in the case about order { $number }
complaint-letter-decided =
    Hello

    We have looked at the case about order { $number }. The answer is:

    { $outcome }

    { $reason }

    If you disagree, answer this letter. If you have an account, you find the case on My page:

    { $address }

# Dokumentet
repair-doc-title = Order handed over
repair-doc-title-vehicle = Work done, order
repair-doc-version = Version { $version }, with additions after hand-over
repair-doc-org = org. no.
repair-doc-opened = Handed in
repair-doc-closed = Handed over
repair-doc-made = The document was made
repair-doc-code = Control code
repair-doc-buyer = Buyer
repair-doc-due = Due
repair-doc-added = addition
repair-doc-until = Warranty until { $day }
repair-doc-until-or = { $until } or { $limit }, whichever comes first
repair-doc-limit = Warranty until { $limit }
repair-doc-no-warranty = No warranty
repair-doc-claim = Right to complain until { $day }
repair-doc-rights = The right to complain applies by law beside the warranty. Tell us within reasonable time after you discover a defect; two months is never too late for a consumer.

# Brev
repair-letter-price-subject = Price for approval, order { $number }
repair-letter-price =
    Hello

    We have looked at your vehicle. See what we propose and what it costs ({ $kind }: { $total }), and answer yes or no here:

    { $address }

    We do not do the work until you have answered. You may also call us.
repair-letter-ready-subject = Your vehicle is ready, order { $number }
repair-letter-ready =
    Hello

    The work is done, and the vehicle can be collected at { $place }.

    If somebody else collects it, please tell us.

    If you would rather be rung up next time: { $out }
repair-letter-done-subject = Handed over, order { $number }
repair-letter-done =
    Hello

    The vehicle has been handed over. The sum is { $total }. The invoice follows separately.

    What was done, the warranty line by line and the document are on My page:

    { $address }

    Thank you for choosing us.
nav-repair-locked = Accounting copies
notice-repair-locked-asked = Your request is sent. Another must agree before you can open the copy.
notice-repair-locked-agreed = You have agreed. Your colleague can read the copy for a while.
notice-repair-locked-ended = The copy is locked.
repair-locked-title = Accounting copies
repair-locked-lead = The law requires vouchers to be kept for five years. They are locked: one person asks to open, another agrees, and both stand in the opening log.
repair-locked-year = Accounting year
repair-locked-number = Document number
repair-locked-find = Find
repair-locked-none = No copies here
repair-locked-none-text = Choose another year, or leave the number empty.
repair-locked-no = Document { $number }
repair-locked-is = Locked
repair-locked-ask = Ask to open
repair-locked-why = Why?
repair-locked-audit = Audit or accounting review
repair-locked-authority = An authority has required it
repair-locked-payment = A question about a payment
repair-locked-correction = A voucher must be corrected
repair-locked-access = The person has asked for access
repair-locked-other = Stated in the case
repair-locked-mine = Waiting for another
repair-locked-asked = A colleague asks to open
repair-locked-take-back = Take back
repair-locked-agree = Agree
repair-locked-decline = Decline
repair-locked-until = Open until { $when }
repair-locked-open = Open
repair-locked-date = Date
repair-locked-seller = Seller
repair-locked-payer = Payer
repair-locked-lines = What was delivered
repair-locked-total = Total
repair-locked-vat = VAT included
repair-locked-due = Due
repair-locked-print = The page can be printed from the browser. A print-out is not locked: treat it as a voucher.
repair-locked-close = Lock again
beside-visits = Visits to the workshop
beside-visits-lead = When a vehicle was in, and what you had to do with it.
beside-came = Handed in
beside-left = Fetched
beside-order = Order number
beside-part = You were
beside-part-customer = customer
beside-part-deliverer = the one who handed it in
beside-part-collector = the one who fetched it
beside-part-payer = the one who paid
beside-part-other = another party
beside-approvals = Prices you were asked about
beside-approvals-lead = Each time we asked you to agree to a price.
beside-total = Total
beside-answered = Answered
beside-documents = Documents you were given
beside-documents-lead = The documents themselves are in the folder attachments.
beside-version = Version
beside-sha256 = Checksum (SHA-256)
beside-cases = Complaints and warranty cases
beside-cases-lead = Cases in which you told us that something is wrong, with days and outcome.
beside-case-state = Status
beside-case-decided = Decided
beside-case-closed = Closed
repair-line-by = Written by

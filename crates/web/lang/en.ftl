# The frame around every page
frame-skip = Skip to content
frame-demo = Demo: the customers, vehicles and e-mails here are invented.
frame-nav-main = Main menu
frame-nav-mine = My page
frame-nav-desk = The workshop
frame-language = Language
frame-privacy = Privacy
frame-mine = My page
frame-staff = For staff
frame-no-cookies = No cookies before you log in, no requests to anyone else.
frame-log-out = Log out
frame-style = Style sheet
frame-menu = Menu

role-reception = Service adviser
role-technician = Technician
role-claims = Complaints
role-marketing = Newsletter
role-privacy = Privacy
role-admin = Administrator
role-operator = Operations

# Forms
form-wrong-title = Something needs correcting before we can go on
form-error = Error:
form-optional = (optional)
form-yes = Yes
form-no = No
form-search = Search
form-filter = Show only lines with
form-choose = Choose …
form-leave = What you have written is not saved yet.
form-copy = Copy
form-copied = Copied

steps-label = Steps
steps-done = (done)
pages-label = Pages
pages-before = Previous
pages-after = Next
pages-here = Page { $page } of { $last }

error-missing = Fill in this field.
error-too-long = The text is too long. Shorten it.
error-characters = The text holds characters we cannot keep. Type it again.
error-national-id = This looks like a national identity number. We never keep them and have emptied the field. Write without it.
error-name = Write the name with letters.
error-email = Write the e-mail address like this: name@example.com
error-phone = Write the telephone number with eight digits, or with its country code: +46 …
error-plate = Write the registration number as it stands on the plate: AB 12345
error-vin = The chassis number has 17 characters, without I, O and Q.
error-org-no = The organisation number has nine digits. Check that all are right.
error-postal-code = The postal code has four digits.
error-address = Write the address with street and number.
error-kid = The payment reference (KID) is not right. Check the digits.
error-account-no = The account number is not right. It has eleven digits.
error-date = Write the date like this: 23.11.2026
error-time = Write the time like this: 08:15
error-number = Write a number.
error-amount = Write the amount like this: 1250,00
error-range = The number is outside what is possible.
error-choice = Choose one of the options.
error-unticked = Tick the box to go on.
error-taken = This is in use already.

# When something is wrong
wrong-title = That did not work
wrong-reference = Reference, if you ask us:
wrong-home = To the front page
wrong-not-found = There is no such page, or it is not yours.
wrong-forbidden = This page is not open to you. Are you logged in in the right role?
wrong-logged-out = You are no longer logged in. Log in in a new tab, come back here and send again, and nothing you wrote is lost.
wrong-stale = The form did not come from our page, or it is too old. Go back, reload the page and send again.
wrong-request = We did not understand the request.
wrong-restricted = The data is on hold at the wish of the person it is about. It cannot be used now.
wrong-no-consent = This needs a consent, and there is none.
wrong-objected = The person the data is about has said no to this.
wrong-needs-two = The copy is locked. One person must ask to open it, and another must agree.
wrong-conflict = That cannot be done as things stand. Reload the page and see what has changed.
wrong-gone = The link has been used or is too old. Ask for a new one.
wrong-off = This service is not in use here.
wrong-too-many = That was too many attempts in a short time. Wait a little and try again.
wrong-busy = Many are here right now. Try again in a moment.
wrong-lost = We cannot reach our storage. Nothing is lost; try again in a little while.
wrong-internal = The fault is ours. It has been noted, and you can try again.

# Days and months
day-1 = Monday
day-2 = Tuesday
day-3 = Wednesday
day-4 = Thursday
day-5 = Friday
day-6 = Saturday
day-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
error-file-large = The file is too large. It may be up to 4 MB. Choose a smaller one.
error-file-kind = The file is not a PDF, PNG or JPEG. Choose another one.

wrong-needs-reason = Give a reason first. Open the page again and you will be asked; what you sent has not been done.
wrong-no-bulk = Your role opens one person at a time. Ask somebody who may search, or open the case from today's work.
wrong-bulk-limit = The limit for how many persons your role may bring up in an hour is reached. Wait a little, or open one person at a time from today's work.
glass-banner = Emergency access until { $time }
glass-banner-seen = Everything you open now is marked in the log. The privacy officer has been told, and the customer can see it.
glass-end = End the emergency access

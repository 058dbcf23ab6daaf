nav-privacy = Privacy
nav-record = Record

site-and = and
site-foot-nav = About this site
site-foot-changes = Changes

# Home
home-title = Workshop for vehicles and bodies
home-description = Book a time at the workshops of { $names }: service, maintenance and repair of vehicles and vehicle bodies.
home-heading = Workshop for vehicles and their bodies
home-lead = Service, maintenance and repair. Choose workshop and time yourself, say yes to the price before we go on, and see afterwards what was done.
home-book = Book a time
home-ask = Ask a question
home-been-here = Been here before?
home-log-in = Log in to My page
home-how = How it works
home-step-1 = Book
home-step-1-text = Enter your number plate, choose workshop and time. You need no account.
home-step-2 = Hand in
home-step-2-text = We read the odometer and the meters and write down what is to be done.
home-step-3 = Approve the price
home-step-3-text = The price comes as a link. We go on when you have said yes.
home-step-4 = Collect
home-step-4-text = You get an overview of the work and its warranty, line by line.
home-workshops = The workshops
home-book-here = Book a time here
home-doors = Ways in
home-mine-text = Bookings, your vehicles and all that has been done to them. Here you also see what we keep about you.
home-ask-title = Questions
home-ask-text = Wondering about a vehicle, a body or a service? Write to us and we will answer.
home-privacy-text = What we keep, why, for how long and who sees it. In numbers and names.
home-promise-eyebrow = Privacy
home-promise = We wrote down what we promise. Then we built the system to match.
home-read = Read the privacy declaration

# The latest check
proof-holds = Last shown to hold
proof-fails = Something did not hold when checked
proof-at = at
proof-count-holds = { $count ->
    [one] { $count } promise holds
   *[other] { $count } promises hold
}
proof-count-attested = { $count ->
    [one] { $count } vouched for by us
   *[other] { $count } vouched for by us
}
proof-count-fails = { $count ->
    [0] none broken
    [one] { $count } broken
   *[other] { $count } broken
}

# Privacy
privacy-title = Privacy
privacy-description = What we keep about you, why, on what basis, for how long and who sees it.
privacy-changes = What has changed?
privacy-mine = See what we keep about you
privacy-json = The declaration as data (JSON-LD)
privacy-versions = Earlier versions
privacy-version = Version { $version }
privacy-from = in force from { $date }
privacy-old-title = This is version { $version }, which is no longer in force
privacy-old = It was in force from { $from } until { $to }.
privacy-old-undated = It was in force until { $to }, and did not itself say since when.
privacy-old-link = Read version { $version }, in force now
changes-title = Changes to the privacy declaration
changes-between = Version { $now } is in force from { $date }. These are the differences from version { $before }.
changes-first = Version { $now }, in force from { $date }, is the first. There is no earlier one to compare with.
changes-all = All versions
changes-present = in force
changes-back = Back to the declaration

# Accessibility
access-short = Accessibility
access-title = Accessibility
access-lead = The pages are meant for everybody: by keyboard, with a screen reader, magnified, and without scripts. The goal is WCAG 2.2 level AA.
access-done-title = What we have done
access-done-1 = Everything can be done without JavaScript and without a mouse.
access-done-2 = Forms say what is wrong at the field, and what you have typed stays.
access-done-3 = Colours and type follow your settings: light or dark, larger text, higher contrast, less motion.
access-done-4 = The pages are checked automatically with axe-core in a real browser when the program changes.
access-left-title = What is left
access-left-1 = The pages have not been tried by people who use screen readers yet. The automatic check does not find everything.
access-left-2 = The privacy declaration is long. The list of contents helps, but there is no short version.
access-left-3 = Nynorsk and English are our own translations and have not been proofread.
access-tell-title = Tell us
access-tell = If there is something you cannot do, we would like to know. You can also do everything by telephone or e-mail.

# Own pages
nav-services = Services
nav-workshops = Workshops
nav-news = News
nav-search = Search
nav-pages = Web pages
services-lead = This is what we do with vehicles and bodies.
workshops-lead = Where we are, when we are open, and what we do there.
news-lead = What is new with us.
home-services = What we do
own-other-language = This page is only written in another language.
own-none = Nothing is written here yet
own-none-text = Call or write to us, and we will answer.
kind-service = Service
kind-workshop = Workshop
kind-news = News
kind-page = Page

# Search
search-label = What are you looking for?
search-hint = For example "crane inspection". Names and plates are not needed here, and are not stored.
search-hits = { $count ->
    [one] { $count } hit
   *[other] { $count } hits
}
search-nothing = Nothing found
search-meant = Did you mean
search-ask = If you do not find what you are looking for, ask us or book a time.
search-words-book = Book a time at the workshop: choose day, hour and service online. Booking, appointment, free times.
search-words-ask = Ask us about price, quote, vehicle, body or anything else. Contact, phone, e-mail.
search-words-privacy = What we keep about you, for how long and who sees it. Privacy statement, cookies, access, erasure.
search-words-mine = Bookings, vehicles, history, receipts and data about you. Log in, account.
search-words-access = Accessibility statement, screen reader, universal design.
search-words-workshops = Addresses and opening hours. Where the workshop is, when it is open.

# The web pages, for staff
report-lead = The pages are files in a folder. What is changed there shows after a few seconds.
report-wrong = To be mended
report-nothing-wrong = Nothing is wrong with the pages.
report-not-shown = The page is not shown.
report-pages = Pages
report-file = File
report-line = Line
report-what = What
report-title = Title
report-kind = Kind
report-language = Language
report-none = The folder has no pages
report-none-text = How to write them: docs/site-pages.md.
wrong-page-head = The head between two lines of "---" is missing or does not end.
wrong-page-line = A line of the head must be "key: value".
wrong-page-key = The head has no such key. Known are title, summary, language, date, kind, nav, workshop and company.
wrong-page-language = The language must be nb, nn or en.
wrong-page-date = The date is written as 2026-11-02.
wrong-page-kind = The kind must be service, workshop, news or page.
wrong-page-nav = The place (nav) must be a whole number.
wrong-page-title = The head has no title.
wrong-page-no-date = News needs a date.
wrong-page-name = The file name becomes the address: a–z, 0–9 and hyphens, then .md, .nn.md or .en.md.
wrong-page-taken = The system uses this address itself.
wrong-page-twice = Another file has the same address.
wrong-page-html = HTML is shown as text.
wrong-page-remote = Pictures on other sites are not shown. Put the picture in the folder.
wrong-page-description = The picture has no description.
wrong-page-file = There is no such file in the folder.
wrong-page-dead = The link leads nowhere.
wrong-page-insecure = Links to others must begin with https://.
wrong-page-file-kind = Files of this kind are not served.
wrong-page-large = The file is too large.
wrong-page-unreadable = The file cannot be read.
wrong-page-company = The declaration has no such company.
report-begin = A page about “{ $words }”
report-begin-how = Save this as a file in the folder, write what is missing, and the page is there within seconds:
report-begin-summary = A sentence about what we do.
report-begin-text = Write here. What people search for should stand in the heading or early in the text.
report-begin-names = The file’s name becomes the address. If the page belongs elsewhere in the menu, change “kind”: service, workshop, news or page.

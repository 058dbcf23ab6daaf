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

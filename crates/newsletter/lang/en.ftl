beside-newsletters = Newsletters
beside-newsletters-lead = Which letters you were on the list of, and how it went. We do not know whether you opened them.
beside-newsletter-state = How it went
beside-newsletter-skipped = Not sent to you
beside-reminders = Reminders of the periodic inspection
beside-reminders-lead = Deadlines we have reminded you of.
beside-reminders-due = Due
nav-newsletter = Newsletter
nav-newsletter-leave = Unsubscribe someone
newsletter-title = Newsletter
newsletter-lead = Choose what you want to read about. Every letter lets you unsubscribe with one press.
newsletter-email = E-mail
newsletter-email-hint = Where the letter should go.
newsletter-topics = What would you like?
newsletter-wishes = More to the point (optional)
newsletter-wishes-hint = Some letters concern one workshop or one kind of body only. You get them if you tick here. We never look at what you have had done with us.
newsletter-workshop = Workshop
newsletter-workshop-any = Any
newsletter-bodies = Bodies
newsletter-nothing-yet = We send you a link. Until you have used it we store nothing about you.
newsletter-send = Send me the link
newsletter-see-archive = Read what we have sent before
newsletter-sign-up = Get the newsletter
newsletter-sent-title = Look in your inbox
newsletter-sent-lead = We have sent you a link to confirm with. It is good for two days.
newsletter-sent-nothing = If no e-mail comes, look among your junk mail or try again later. If you do not confirm, we have stored nothing either.
newsletter-confirm-subject = Confirm that you want the newsletter of { $house }
newsletter-confirm-why = Someone entered this address on our web site. We have not stored it.
newsletter-confirm-title = Do you want the newsletter?
newsletter-confirm-lead = Press the button and we will send this to
newsletter-confirm-out = You can unsubscribe whenever you like, with one press in every letter.
newsletter-confirm-button = Yes please
newsletter-privacy = How we handle data about you
newsletter-in-title = Thank you, you are in
newsletter-in-text = The next letter will come to you. Every letter says how to unsubscribe.
newsletter-gone-title = The link is no longer good
newsletter-gone-text = It is too old, or someone asked us never to write to the address. You can sign up again on our web site.
newsletter-stop-title = Never write to me
newsletter-stop-lead = We will never send a newsletter to your address, and the sign-up that waits is dropped. We remember only a code that nobody can read the address from.
newsletter-stop-button = Never write to me
newsletter-stopped-title = That is noted
newsletter-stopped-text = We will not write to your address again, unless you sign up yourself.
newsletter-line = { $topic }, from { $controller }
newsletter-why = You get this letter because you said yes to “{ $topic }” from { $controller }.
newsletter-why-customer = You get this letter because you are a customer of { $controller } and have not said no thanks to “{ $topic }”.
newsletter-to-hint-customers = Those who have said yes to just this. If it is a topic for customers, also customers who bought something, were offered to say no thanks and have not done so.
newsletter-send-sure-customers = The letter goes to everybody who has said yes and, for a topic for customers, to customers who have not said no thanks. Have you looked at the test?
newsletter-office-lead-customers = You write. Only those who have said yes get the letter, and customers where the topic is for them. It is checked as each letter leaves. No opens or clicks are measured.
newsletter-by-consent = – of these because they said yes
newsletter-as-customers = – of these because they are customers
beside-service-no = Messages you have said no to
beside-service-no-lead = Messages about the vehicle that you do not want by e-mail.
beside-service-no-kind = Which kind
beside-customer = As a customer
beside-customer-lead = When we told you of letters to customers, what you answered, and that you bought something. Not what.
beside-customer-controller = With
beside-customer-word = What
beside-customer-offered = Could say no thanks
beside-customer-no = No thanks
beside-customer-sold = Purchase
beside-customer-at = When
newsletter-why-not-similar = Passed over: not about own similar services
newsletter-why-no-way-out-then = Passed over: was not offered to say no thanks
newsletter-out-link = Unsubscribe
newsletter-choices-link = Choose what you want
newsletter-read-link = Read the letter on our web site
newsletter-out-title = Do you want to unsubscribe?
newsletter-out-lead = You now get “{ $topic }” from { $controller }.
newsletter-out-lead-gone = The letters this link belongs to are not sent any more. You can say no to them for good, or stop everything.
newsletter-out-topic = Stop this
newsletter-out-everything = Stop all newsletters
newsletter-out-done-title = You are unsubscribed
newsletter-out-done-topic = You will get no more letters about “{ $topic }”. It holds from now, also for letters being sent.
newsletter-out-done-gone = We no longer send the letters this link belonged to, and now you have said no to them for good.
newsletter-out-done-everything = You will get no more newsletters from us. It holds from now, also for letters being sent.
newsletter-out-done-service = Messages about your own bookings and vehicles are not newsletters and come as before.
newsletter-choices-title = What you get from us
newsletter-choices-lead = Untick what you do not want.
newsletter-choices-save = Keep my choices
newsletter-choices-more = For something more, sign up here:
newsletter-choices-none = You get no newsletters from us.
notice-newsletter-chosen = Your choices are kept.
newsletter-receipts = See what you said yes to, with receipts
newsletter-archive = Newsletters we have sent
newsletter-archive-none = We have not sent any yet.
newsletter-office = Newsletters
newsletter-office-lead = You write. Only those who said yes get the letter, and it is checked as each letter leaves. No openings or clicks are measured.
newsletter-office-none = No letters yet.
newsletter-new = New letter
newsletter-compose = Write a newsletter
newsletter-state-draft = Draft
newsletter-state-scheduled = Waits for its time
newsletter-state-running = Being sent
newsletter-state-paused = Paused
newsletter-state-done = Sent
newsletter-state-cancelled = Ended early
newsletter-lang-nb = Bokmål
newsletter-lang-nn = Nynorsk
newsletter-lang-en = English
newsletter-to = To
newsletter-to-hint = Those who said yes to exactly this.
newsletter-lang = Language
newsletter-subject = Subject
newsletter-text = The letter
newsletter-text-hint = Write in Markdown: # heading, *emphasis*, - item, [words](https://address). Pictures and HTML are refused, for they would tell who opens the letter.
newsletter-segment = Only to some of them
newsletter-segment-hint = Only those who ticked this themselves get the letter. No other data can be used to choose.
newsletter-open = Show the letter in the archive on the web site
newsletter-rest = Those who have not got the letter shall get this text
newsletter-rest-hint = Without a tick they get the text the sending began with. Those who have got the letter do not get it again.
newsletter-keep = Keep
newsletter-over = The letter is finished and cannot be changed. To use its text again, begin a new draft.
newsletter-copy = New draft with this text
newsletter-looked = How it looked
newsletter-preview = How it will look
newsletter-preview-button = See preview
newsletter-preview-back = The letter is not kept here. Close the tab to go on writing.
newsletter-preview-desk = On a screen, light
newsletter-preview-phone = On a phone, dark
newsletter-preview-text = Plain text, which always goes along
newsletter-wrong = This must go before the letter can be kept
newsletter-fault-picture = Line { $line }: a picture
newsletter-fault-html = Line { $line }: HTML
newsletter-fault-link = Line { $line }: a link that does not begin with https, mailto or tel
newsletter-do = Sending
newsletter-begins = Begins { $when }
newsletter-test = Send a test to me
newsletter-send-now = Send now
newsletter-reach = { $count ->
    [0] Nobody has said yes to this yet.
    [one] One person has said yes to this.
   *[other] { $count } people have said yes to this.
}
newsletter-reach-many = More than { $count } people have said yes to this.
newsletter-reach-bought = { $count ->
    [0] No customer may get it without having said yes.
    [one] One customer may get it without having said yes. Everybody gets one letter.
   *[other] { $count } customers may get it without having said yes. Everybody gets one letter.
}
newsletter-reach-bought-many = More than { $count } customers may get it without having said yes. Everybody gets one letter.
newsletter-reach-segment = Only those who chose the workshop or the body you have ticked get it. How many they are shows when the letters leave, since what people have chosen is locked.
newsletter-send-sure = The letter goes to everyone who said yes. Have you looked at the test?
newsletter-at = Send at a certain time
newsletter-schedule = Schedule
newsletter-unschedule = Back to draft
newsletter-pause = Pause
newsletter-resume = Go on
newsletter-cancel = End it
newsletter-cancel-sure = Nobody else gets the letter, and it cannot be started again.
newsletter-progress = Progress
newsletter-done = Dealt with
newsletter-of = { $done } of { $all }
newsletter-sent = Sent
newsletter-waiting = Waiting
newsletter-doubted = – of these perhaps delivered: the server did not answer. They get the letter once more
newsletter-unsure = Perhaps delivered: the server did not answer
newsletter-failed = Refused by the recipient's server
newsletter-bounced = – of these came back undelivered
newsletter-complained = Reported as unwanted by the recipient
newsletter-speed = Speed
newsletter-a-minute = { $count } a minute
newsletter-left = Left
newsletter-minutes = about { $count } min
newsletter-text-number = Sent with text no. { $number }
newsletter-why-no-consent = Passed over: never said yes
newsletter-why-withdrawn = Passed over: has unsubscribed
newsletter-why-objected = Passed over: has objected
newsletter-why-suppressed = Passed over: not to be written to
newsletter-why-restricted = Passed over: data restricted
newsletter-why-ask-again = Passed over: must be asked anew
newsletter-why-wrong-controller = Passed over: said yes to the other company
newsletter-why-segment = Passed over: outside the selection
newsletter-why-gone = Passed over: no longer with us
newsletter-why-other = Passed over for another reason
newsletter-restored-title = The sending is halted
newsletter-restored = The database was fetched back from a copy, and the file that knows who has got the letter is missing or damaged. So that nobody gets the letter twice, the sending can only be ended. To write to the others, make a new letter.
newsletter-fetched-of = The database was fetched back from a copy. By then { $handed } of { $all } on the list had got the letter. They do not get it again.
newsletter-fetched = The database was fetched back from a copy. By then { $handed } had got the letter. They do not get it again.
newsletter-fetched-perhaps = For { $perhaps } of them it is not certain: the letter was on its way when the program stopped. They stand as perhaps delivered.
newsletter-fetched-look = The rest can get the letter now. Look at the text below first: it is as it was when the copy was taken, and may be older than the one that was sent.
newsletter-go-on = Send to the rest
newsletter-refused-title = The mail server refuses everybody
newsletter-refused = Twenty letters in a row were refused and none got through. Then the fault is mostly ours: the server will not send for us, or our address is blocked. Those who were refused are on the list again. Have it put right by whoever runs the server, and press “Go on”. If they were old addresses, just go on.
newsletter-silent-title = The mail server does not answer
newsletter-silent = Twenty letters in a row were handed to the server and not answered. They may have arrived, or not. The sending has stopped so that nobody else can get the letter twice. See what is wrong with the server, and press “Go on”.
newsletter-error-topic = Choose at least one.
newsletter-error-subject = Write a subject.
newsletter-error-subject-long = The subject is too long. At most 150 characters.
newsletter-error-text = Write something in the letter.
newsletter-error-faults = The letter has something that cannot be sent. See the list under “How it will look”.
newsletter-error-ended = The letter has been sent and cannot be changed.
newsletter-error-time = Write date and time.
newsletter-error-stands = That cannot be done as the letter stands now. Load the page again.
newsletter-error-own = We have no address for you.
notice-newsletter-kept = The letter is kept.
notice-newsletter-scheduled = The sending is scheduled.
notice-newsletter-unscheduled = The letter is a draft again.
notice-newsletter-paused = The sending is paused.
notice-newsletter-resumed = The sending goes on.
notice-newsletter-gone-on = The rest get the letter now.
notice-newsletter-cancelled = The sending is ended.
notice-newsletter-tested = The test has been sent to you.
notice-newsletter-not-tested = The mail server did not take the test now.
nav-recall = Recalls
recall-title = Recalls
recall-lead = Something on certain vehicles must be looked at. Those who have to do with the vehicle today get one letter. It says what is wrong and what to do, and sells nothing.
recall-which = Which vehicles?
recall-which-plates = These plates
recall-which-kind = All of a kind
recall-plates = Plates
recall-plates-hint = One on each line, or with commas between.
recall-make = Make
recall-make-hint = As in the registration papers. Empty: every make.
recall-bodies = Bodies
recall-bodies-hint = None ticked: every body.
recall-subject = Subject
recall-text = What is wrong, and what should they do?
recall-text-hint = The plate, a link to book a time and the way out are added.
recall-send = Send the letters
recall-sure = The letters leave within minutes, between 9 and 20, and cannot be stopped.
recall-sent = Recalls we have sent
recall-none = None yet.
recall-pending = Vehicles waiting: { $count }
recall-posted = Vehicles whose people got a letter: { $count }
recall-nobody = Vehicles with nobody to write to, call or find them in another way: { $count }
recall-other = Vehicles not of this kind: { $count }
recall-error-plates = Write at least one plate, 2000 at most.
recall-error-unknown = None of the vehicles is known here.
recall-error-kind = Write a make or tick a body.
recall-error-make = The make is too long. 40 characters at most.
recall-error-words = Write something here, and not too long.
recall-error-offer = This looks like an offer. A letter about safety sells nothing.
notice-recall-sent = The recall is taken down. The letters leave by themselves.
reminder-inspection-subject = Periodic inspection due { $date }
newsletter-confirm-letter =
    Hello,

    Someone, hopefully you, has asked for the newsletter of { $house } at this address.

    Confirm here: [yes, I want it]({ $confirm })

    The link is good for two days. If you do nothing, nothing happens: we have not stored your address.

    Was it not you? [Never write to me]({ $stop })
reminder-inspection-letter =
    Hello,

    The vehicle { $plate } is due for its periodic inspection on { $date }. The date is from the vehicle register.

    You can book a time here: { $book }

    If it has been inspected already, please disregard this.

    If you no longer have the vehicle: { $sold }

    If you do not want such reminders: { $out }

    Regards, { $house }
recall-letter =
    Hello!

    This is about the vehicle { $plate }.

    { $text }

    You can book a time here: { $book }

    If you no longer have the vehicle: { $sold }

    If you do not want such messages: { $out }

    Regards, { $house }

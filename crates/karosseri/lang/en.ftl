demo-post-title = The demo's mailbox
demo-post-lead = The letters were sent over SMTP to a receiver on this machine. They lie in memory and are gone when the demo stops.
demo-post-empty = No letters yet. Book a time, and the confirmation arrives here.
demo-post-to = To
demo-post-subject = Subject
demo-post-back = All letters

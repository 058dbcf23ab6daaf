# Korleis det står til med ei melding
letter-queued = Ventar på å bli send
letter-sent = Send
letter-deferred = Ikkje levert enno, vi prøver igjen
letter-refused = Avvist av e-posttenaren til mottakaren
letter-unsure = Kanskje levert: tenaren svarte ikkje
letter-dropped = Ikkje send

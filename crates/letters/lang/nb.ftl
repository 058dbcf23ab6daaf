# Hvordan det står til med en melding
letter-queued = Venter på å bli sendt
letter-sent = Sendt
letter-deferred = Ikke levert ennå, vi prøver igjen
letter-refused = Avvist av mottakerens e-posttjener
letter-unsure = Kanskje levert: tjeneren svarte ikke
letter-dropped = Ikke sendt

# How a message stands
letter-queued = Waiting to be sent
letter-sent = Sent
letter-deferred = Not delivered yet, we will try again
letter-refused = Refused by the recipient's mail server
letter-unsure = May have been delivered: the server did not answer
letter-dropped = Not sent

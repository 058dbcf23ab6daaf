//! The statements of the outbox. Ids, states and instants only: what a message says is sealed.

store::queries! {
    /// A message to be sent; the same `dedup` a second time is no second message.
    ADD = "INSERT INTO message (id, record_id, subject_id, purpose, source_kind, source_ref,
             controller_id, lang, dedup, posted_at, good_until, state, tries, at, code, own)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'queued', 0, $10, NULL, $12)
           ON CONFLICT DO NOTHING";
    /// What the chore must know to send it.
    BY_ID = "SELECT id, record_id, subject_id, purpose, controller_id, lang, posted_at, good_until,
               state, tries, code, own FROM message WHERE id = $1";
    /// How an attempt ended.
    NOTE = "UPDATE message SET state = $2, tries = tries + 1, at = $3, code = $4 WHERE id = $1";
    /// A message the server had taken came back.
    RETURNED = "UPDATE message SET state = 'refused', at = $2, code = $3
                WHERE id = $1 AND state IN ('sent', 'unsure')";
    /// How the messages of a case stand, newest first.
    STATUS = "SELECT id, state, tries, at, code, posted_at FROM message
              WHERE source_kind = $1 AND source_ref = $2 ORDER BY posted_at DESC, id DESC";
    /// How many messages wait for the mail server, and since when.
    WAITING = "SELECT COUNT(*) AS n, MIN(posted_at) AS oldest FROM message WHERE state IN ('queued', 'deferred')";
    /// What was posted for the sake of cases of a kind and was refused, or came back, since.
    REFUSED_SINCE = "SELECT source_ref, at FROM message
              WHERE source_kind = $1 AND state = 'refused' AND at >= $2 ORDER BY at, id";
    /// How many messages posted since were refused for good, are put off, or may not have arrived.
    UNSENT = "SELECT COUNT(*) AS n FROM message
              WHERE state IN ('refused', 'deferred', 'unsure') AND posted_at >= $1";
    /// A forgotten person's messages.
    FORGET = "DELETE FROM message WHERE subject_id = $1";
    /// What has been kept as long as the messages themselves.
    TIDY = "DELETE FROM message WHERE posted_at < $1 AND state IN ('sent', 'refused', 'unsure', 'dropped')";
}

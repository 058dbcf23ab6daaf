//! The statements of requests and receipts.

store::queries! {
    /// A request came in.
    ADD = "INSERT INTO rights_request (id, subject_id, controller_id, kind, channel, received_at, due_at, rule, state, decided_at, answered_at, officer_id, record_id, lang, letter_owed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', NULL, NULL, NULL, $9, $10, FALSE)";
    /// One request.
    ONE = "SELECT id, subject_id, controller_id, kind, channel, received_at, due_at, rule, state, decided_at, answered_at, officer_id, record_id, lang FROM rights_request WHERE id = $1";
    /// A person's requests, newest first.
    OF_SUBJECT = "SELECT id, subject_id, controller_id, kind, channel, received_at, due_at, rule, state, decided_at, answered_at, officer_id, record_id, lang FROM rights_request WHERE subject_id = $1 ORDER BY received_at DESC, id DESC";
    /// What waits for an answer, the most urgent first.
    OPEN = "SELECT id, subject_id, controller_id, kind, channel, received_at, due_at, rule, state, decided_at, answered_at, officer_id, record_id, lang FROM rights_request WHERE state = 'open' ORDER BY due_at, id LIMIT $1";
    /// What was answered last.
    CLOSED = "SELECT id, subject_id, controller_id, kind, channel, received_at, due_at, rule, state, decided_at, answered_at, officer_id, record_id, lang FROM rights_request WHERE state <> 'open' ORDER BY answered_at DESC, id DESC LIMIT $1";
    /// Erasures that were decided and not answered: a stop came between.
    CUT_SHORT = "SELECT id, subject_id, controller_id, kind, channel, received_at, due_at, rule, state, decided_at, answered_at, officer_id, record_id, lang FROM rights_request WHERE state = 'open' AND decided_at IS NOT NULL AND kind = 'erasure' ORDER BY id LIMIT 100";
    /// The officer has decided; it is carried out from here on.
    DECIDE = "UPDATE rights_request SET decided_at = $2, officer_id = $3 WHERE id = $1 AND state = 'open'";
    /// A request is closed with its answer.
    CLOSE = "UPDATE rights_request SET state = $2, answered_at = $3, officer_id = COALESCE($4, officer_id), record_id = COALESCE($5, record_id) WHERE id = $1 AND state = 'open'";
    /// The letter with the answer could not be written yet: what went before it is still going.
    OWE = "UPDATE rights_request SET letter_owed = $2 WHERE id = $1";
    /// Answers whose letter is still owed.
    OWED = "SELECT id, subject_id, controller_id, kind, channel, received_at, due_at, rule, state, decided_at, answered_at, officer_id, record_id, lang FROM rights_request WHERE letter_owed = TRUE ORDER BY id LIMIT 100";
    /// More time, told to the person with the reason inside the first month (Art. 12(3)).
    EXTEND = "UPDATE rights_request SET due_at = $2, rule = $3 WHERE id = $1 AND state = 'open'";
    /// For the proof: every request with its dates.
    DATES = "SELECT id, controller_id, received_at, due_at, rule, state FROM rights_request ORDER BY id";
    /// The end of the chain of receipts.
    RECEIPT_LAST = "SELECT seq, hash FROM rights_receipt ORDER BY seq DESC LIMIT 1";
    /// A receipt, without a person in it.
    RECEIPT_ADD = "INSERT INTO rights_receipt (seq, tag, at, body, previous, hash) VALUES ($1, $2, $3, $4, $5, $6)";
    /// The receipt of a code.
    RECEIPT = "SELECT seq, at, body, previous, hash FROM rights_receipt WHERE tag = $1";
    /// The one before it in the chain.
    RECEIPT_BEFORE = "SELECT hash FROM rights_receipt WHERE seq = $1 - 1";
}

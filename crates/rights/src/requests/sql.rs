//! The statements of requests and receipts.

store::queries! {
    /// A request came in.
    ADD = "INSERT INTO rights_request (id, subject_id, controller_id, kind, channel, received_at, due_at, rule, state, decided_at, answered_at, officer_id, record_id, lang, letter_owed, version, identity, identity_by, paused_at, paused_days, written_on, registered_at, scan_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', NULL, NULL, NULL, $9, $10, FALSE, 1, $11, $12, $13, 0, $14, $15, $16)";
    /// One request.
    ONE = "SELECT id, subject_id, controller_id, kind, channel, received_at, due_at, rule, state, decided_at, answered_at, officer_id, record_id, lang, version, identity, paused_at, paused_days, written_on, registered_at, scan_id FROM rights_request WHERE id = $1";
    /// A person's requests, newest first.
    OF_SUBJECT = "SELECT id, subject_id, controller_id, kind, channel, received_at, due_at, rule, state, decided_at, answered_at, officer_id, record_id, lang, version, identity, paused_at, paused_days, written_on, registered_at, scan_id FROM rights_request WHERE subject_id = $1 ORDER BY received_at DESC, id DESC";
    /// What waits for an answer, the most urgent first.
    OPEN = "SELECT id, subject_id, controller_id, kind, channel, received_at, due_at, rule, state, decided_at, answered_at, officer_id, record_id, lang, version, identity, paused_at, paused_days, written_on, registered_at, scan_id FROM rights_request WHERE state = 'open' ORDER BY due_at, id LIMIT $1";
    /// What was answered last.
    CLOSED = "SELECT id, subject_id, controller_id, kind, channel, received_at, due_at, rule, state, decided_at, answered_at, officer_id, record_id, lang, version, identity, paused_at, paused_days, written_on, registered_at, scan_id FROM rights_request WHERE state <> 'open' ORDER BY answered_at DESC, id DESC LIMIT $1";
    /// Erasures that were decided a while ago (or by a clock that was set back) and not answered: a stop
    /// came between.
    CUT_SHORT = "SELECT id, subject_id, controller_id, kind, channel, received_at, due_at, rule, state, decided_at, answered_at, officer_id, record_id, lang, version, identity, paused_at, paused_days, written_on, registered_at, scan_id FROM rights_request WHERE state = 'open' AND decided_at IS NOT NULL AND kind = 'erasure' AND (decided_at <= $1 OR decided_at > $2) ORDER BY id LIMIT 100";
    /// The officer has decided; it is carried out from here on.
    DECIDE = "UPDATE rights_request SET decided_at = $2, officer_id = $3 WHERE id = $1 AND state = 'open'";
    /// A request is closed with its answer.
    CLOSE = "UPDATE rights_request SET state = $2, answered_at = $3, officer_id = COALESCE($4, officer_id), record_id = COALESCE($5, record_id) WHERE id = $1 AND state = 'open'";
    /// The letter with the answer could not be written yet: what went before it is still going.
    OWE = "UPDATE rights_request SET letter_owed = $2 WHERE id = $1";
    /// Answers whose letter is still owed.
    OWED = "SELECT id, subject_id, controller_id, kind, channel, received_at, due_at, rule, state, decided_at, answered_at, officer_id, record_id, lang, version, identity, paused_at, paused_days, written_on, registered_at, scan_id FROM rights_request WHERE letter_owed = TRUE ORDER BY id LIMIT 100";
    /// More time, told to the person with the reason inside the first month (Art. 12(3)).
    EXTEND = "UPDATE rights_request SET due_at = $2, rule = $3 WHERE id = $1 AND state = 'open'";
    /// Takes a case in hand as it was seen: whoever comes second counts no row.
    CLAIM = "UPDATE rights_request SET version = version + 1 WHERE id = $1 AND version = $2 AND state = 'open'";
    /// Identity is proven: the clock goes on, by as many days as it stood still.
    PROVE = "UPDATE rights_request SET identity = $2, identity_by = $3, paused_at = NULL, paused_days = $4, due_at = $5 WHERE id = $1 AND state = 'open'";
    /// Identity is in doubt: the clock stands still.
    DOUBT = "UPDATE rights_request SET identity = 'in_doubt', identity_by = $2, paused_at = $3 WHERE id = $1 AND state = 'open' AND paused_at IS NULL";
    /// The case belongs to the person it turned out to be about.
    ADOPT = "UPDATE rights_request SET subject_id = $2, record_id = $3, scan_id = $4 WHERE id = $1 AND state = 'open'";
    /// What happened to a case: only ever added to.
    EVENT_ADD = "INSERT INTO rights_event (id, request_id, at, what, actor_kind, actor_id, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// Everything that happened to a case, in order.
    EVENTS = "SELECT id, request_id, at, what, actor_kind, actor_id, detail FROM rights_event WHERE request_id = $1 ORDER BY at, id";
    /// A letter on paper is owed.
    PAPER_ADD = "INSERT INTO rights_paper (id, request_id, record_id, what, owed_at, posted_on, way, noted_at, noted_by) VALUES ($1, $2, $3, $4, $5, NULL, NULL, NULL, NULL)";
    /// The letters on paper of a case, oldest first.
    PAPERS_OF = "SELECT p.id AS id, p.request_id AS request_id, p.record_id AS record_id, p.what AS what, p.owed_at AS owed_at, p.posted_on AS posted_on, p.way AS way FROM rights_paper p WHERE p.request_id = $1 ORDER BY p.owed_at, p.id";
    /// What waits to be posted, the most urgent first; more time for a case that is closed interests nobody.
    PAPERS_WAIT = "SELECT p.id AS id, p.request_id AS request_id, p.record_id AS record_id, p.what AS what, p.owed_at AS owed_at, p.posted_on AS posted_on, p.way AS way FROM rights_paper p JOIN rights_request r ON r.id = p.request_id WHERE p.posted_on IS NULL AND (p.what <> 'extension' OR r.state = 'open') ORDER BY r.due_at, p.id LIMIT $1";
    /// It has gone: on which day, on which way, who says so. Once.
    PAPER_POSTED = "UPDATE rights_paper SET posted_on = $2, way = $3, noted_at = $4, noted_by = $5 WHERE id = $1 AND posted_on IS NULL";
    /// How many answers on paper lie here still although their date is past.
    PAPER_LATE = "SELECT COUNT(*) AS n FROM rights_paper p JOIN rights_request r ON r.id = p.request_id WHERE p.posted_on IS NULL AND p.what = 'answer' AND r.due_at <= $1";
    /// A link that proves who asks; only its keyed hash is kept.
    LINK_ADD = "INSERT INTO rights_link (tag, request_id, subject_id, made_at, good_until, used_at) VALUES ($1, $2, $3, $4, $5, NULL)";
    /// Whose a link is, while it is good.
    LINK = "SELECT request_id, subject_id FROM rights_link WHERE tag = $1 AND used_at IS NULL AND good_until > $2";
    /// Uses it up; the second time it counts no row.
    LINK_USE = "UPDATE rights_link SET used_at = $2 WHERE tag = $1 AND used_at IS NULL AND good_until > $2";
    /// Another subject of the person of a case, or one that is found not to be; the last word counts.
    CASE_SUBJECT_PUT = "INSERT INTO rights_case_subject (request_id, subject_id, found_by, theirs, at, by_id) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (request_id, subject_id) DO UPDATE SET found_by = excluded.found_by, theirs = excluded.theirs, at = excluded.at, by_id = excluded.by_id";
    /// The link came back: who carries the address it went to belongs to the case.
    CASE_SUBJECTS_PROVEN = "UPDATE rights_case_subject SET theirs = TRUE, at = $3 WHERE request_id = $1 AND found_by = $2";
    /// Who else a case is about.
    CASE_SUBJECTS = "SELECT subject_id FROM rights_case_subject WHERE request_id = $1 AND theirs = TRUE ORDER BY subject_id";
    /// Links that are no more.
    LINK_TIDY = "DELETE FROM rights_link WHERE good_until < $1";
    /// The same request by the same person a moment ago.
    TWICE = "SELECT id FROM rights_request WHERE subject_id = $1 AND kind = $2 AND channel = 'web' AND state = 'open' AND received_at > $3 LIMIT 1";
    /// How many are past their date, and how many wait.
    OVERDUE = "SELECT COUNT(*) AS n FROM rights_request WHERE state = 'open' AND paused_at IS NULL AND due_at <= $1";
    /// Those whose date is near or past, for the reminder.
    NEAR = "SELECT r.id, r.due_at FROM rights_request r WHERE r.state = 'open' AND r.paused_at IS NULL AND r.due_at <= $1 ORDER BY r.due_at, r.id LIMIT 500";
    /// For the proof: every request with its dates.
    DATES = "SELECT id, controller_id, received_at, due_at, rule, state, paused_at, paused_days FROM rights_request ORDER BY id";
    /// The end of the chain of receipts.
    RECEIPT_LAST = "SELECT seq, hash FROM rights_receipt ORDER BY seq DESC LIMIT 1";
    /// A receipt, without a person in it.
    RECEIPT_ADD = "INSERT INTO rights_receipt (seq, tag, at, body, previous, hash) VALUES ($1, $2, $3, $4, $5, $6)";
    /// The receipt of a code.
    RECEIPT = "SELECT seq, at, body, previous, hash FROM rights_receipt WHERE tag = $1";
    /// The one before it in the chain.
    RECEIPT_BEFORE = "SELECT hash FROM rights_receipt WHERE seq = $1 - 1";
}

//! The statements of this slice.

store::queries! {
    /// Somebody is written down.
    ADD = "INSERT INTO prospect (id, subject_id, controller_id, captured_at, captured_by, notice_due_at, notice, notice_at, code_tag, state, lang) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10)";

    /// The newest first, a page at a time.
    PAGE = "SELECT id, subject_id, controller_id, captured_at, captured_by, notice_due_at, notice, notice_at, lang FROM prospect WHERE state = 'open' AND id < $1 ORDER BY id DESC LIMIT $2";

    /// One of them.
    ONE = "SELECT id, subject_id, controller_id, captured_at, captured_by, notice_due_at, notice, notice_at, lang FROM prospect WHERE id = $1 AND state = 'open'";

    /// By the code in the notice.
    BY_CODE = "SELECT id, subject_id, controller_id, captured_at, captured_by, notice_due_at, notice, notice_at, lang FROM prospect WHERE code_tag = $1 AND state = 'open'";

    /// The notice is on its way, is given, or failed.
    NOTE = "UPDATE prospect SET notice = $2, notice_at = $3 WHERE id = $1 AND state = 'open'";

    /// Notices whose end is not known yet.
    POSTED = "SELECT id, subject_id, controller_id, captured_at, captured_by, notice_due_at, notice, notice_at, lang FROM prospect WHERE state = 'open' AND notice = 'posted' ORDER BY id LIMIT $1";

    /// Rows of people whose data has gone.
    BEREFT = "SELECT p.id FROM prospect p WHERE p.state = 'open' AND NOT EXISTS (SELECT 1 FROM strand s WHERE s.subject_id = p.subject_id AND s.category = 'marketing') LIMIT $1";

    /// A row goes.
    DROP_ROW = "DELETE FROM prospect WHERE id = $1";

    /// How many are owed the notice, and the first day it is due.
    OWED = "SELECT COUNT(*) AS owed, MIN(notice_due_at) AS first FROM prospect WHERE state = 'open' AND notice <> 'given'";

    /// Somebody in the reservation register. Of two lists that come in at once the later counts.
    RESERVE = "INSERT INTO reserved (kind, tag, washed_at) VALUES ($1, $2, $3) ON CONFLICT (kind, tag) DO UPDATE SET washed_at = CASE WHEN excluded.washed_at > reserved.washed_at THEN excluded.washed_at ELSE reserved.washed_at END";

    /// Whether somebody is in it.
    IS_RESERVED = "SELECT washed_at FROM reserved WHERE kind = $1 AND tag = $2";

    /// Those of an older list go, some at a time.
    UNRESERVE = "DELETE FROM reserved WHERE kind = $1 AND tag IN (SELECT tag FROM reserved WHERE kind = $1 AND washed_at < $2 LIMIT $3)";

    /// A list was taken in.
    WASHED = "INSERT INTO wash (id, at, kind, lines) VALUES ($1, $2, $3, $4)";

    /// The last list taken in.
    LAST_WASH = "SELECT at, lines FROM wash WHERE kind = $1 ORDER BY at DESC, id DESC LIMIT 1";
}

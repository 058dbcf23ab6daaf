//! The statements of this slice.

store::queries! {
    /// Everybody an account has to do with.
    LINES = "SELECT subject_id, mark, record_id, there_id, state, since FROM make_line WHERE controller_id = $1 ORDER BY subject_id";
    /// How many are on the list there, as far as we know.
    COUNT_TOLD = "SELECT COUNT(*) AS n FROM make_line WHERE controller_id = $1 AND state = 'told'";
    /// Whose address that is, or was when it was sent.
    BY_MARK = "SELECT subject_id FROM make_line WHERE controller_id = $1 AND mark = $2";
    /// An address was opened for the first time.
    REMEMBER = "INSERT INTO make_line (controller_id, subject_id, mark, record_id, there_id, state, since) VALUES ($1, $2, $3, $4, NULL, 'not', $5) ON CONFLICT (controller_id, subject_id) DO NOTHING";
    /// Another address than before, not yet known there or told there now.
    RENEW = "UPDATE make_line SET mark = $3, record_id = $4 WHERE controller_id = $1 AND subject_id = $2";
    /// A step further.
    STATE = "UPDATE make_line SET state = $3, since = $4 WHERE controller_id = $1 AND subject_id = $2 AND state <> $3";
    /// The service's own id.
    THERE = "UPDATE make_line SET there_id = $3 WHERE controller_id = $1 AND subject_id = $2";
    /// Nothing is left there.
    DROP_LINE = "DELETE FROM make_line WHERE controller_id = $1 AND subject_id = $2";
    /// What has been heard already.
    HEARD = "SELECT kind, mark, said FROM make_heard WHERE controller_id = $1";
    /// Heard.
    HEAR = "INSERT INTO make_heard (controller_id, kind, mark, said, at, heard_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (controller_id, kind, mark, said) DO NOTHING";
    /// Found there without a basis here.
    UNKNOWN = "INSERT INTO make_unknown (controller_id, there_id, mark, first_at, stopped_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (controller_id, there_id) DO UPDATE SET stopped_at = COALESCE(EXCLUDED.stopped_at, make_unknown.stopped_at)";
    /// The newest of them.
    UNKNOWNS = "SELECT there_id, first_at, stopped_at FROM make_unknown WHERE controller_id = $1 ORDER BY first_at DESC, there_id LIMIT $2";
    /// How many they are.
    COUNT_UNKNOWN = "SELECT COUNT(*) AS n FROM make_unknown WHERE controller_id = $1";
    /// How an account stands.
    ACCOUNT = "SELECT looked_at, compared_at, agreed_at, in_step, failure, failures, failed_at, failing_since, next_at, owed, newer FROM make_account WHERE controller_id = $1";
    /// The account is known from now on.
    OPEN_ACCOUNT = "INSERT INTO make_account (controller_id, looked_at, compared_at, agreed_at, in_step, failure, failures, failed_at, next_at, owed, newer) VALUES ($1, NULL, NULL, NULL, FALSE, NULL, 0, NULL, 0, 0, 0) ON CONFLICT (controller_id) DO NOTHING";
    /// A turn went well.
    WENT_WELL = "UPDATE make_account SET failure = NULL, failures = 0, failing_since = NULL, next_at = 0, owed = 0, newer = $2 WHERE controller_id = $1";
    /// A turn did not.
    FAILED = "UPDATE make_account SET failure = $2, failures = failures + 1, failed_at = $3, failing_since = COALESCE(failing_since, $3), next_at = $4 WHERE controller_id = $1";
    /// What waits.
    OWED = "UPDATE make_account SET owed = $2 WHERE controller_id = $1";
    /// What they hear there has been asked for.
    LOOKED = "UPDATE make_account SET looked_at = $2 WHERE controller_id = $1";
    /// Both sides have been compared.
    COMPARED = "UPDATE make_account SET compared_at = $2, in_step = $3 WHERE controller_id = $1";
    /// A person has said that what is unknown is to be stopped there.
    AGREED = "UPDATE make_account SET agreed_at = $2 WHERE controller_id = $1 AND agreed_at IS NULL";
    /// All of it at the next turn.
    HASTEN = "UPDATE make_account SET compared_at = NULL WHERE controller_id = $1";
    /// An account of what was found there.
    REPORT = "INSERT INTO make_report (id, controller_id, at, by_id, done) VALUES ($1, $2, $3, $4, $5)";
    /// One number of it.
    COUNT = "INSERT INTO make_report_count (report_id, reason, n) VALUES ($1, $2, $3)";
    /// The newest ones.
    REPORTS = "SELECT id, at, done FROM make_report WHERE controller_id = $1 ORDER BY at DESC, id DESC LIMIT $2";
    /// Their numbers.
    COUNTS = "SELECT reason, n FROM make_report_count WHERE report_id = $1";
    /// Old ones go.
    TIDY_COUNTS = "DELETE FROM make_report_count WHERE report_id IN (SELECT id FROM make_report WHERE controller_id = $1 AND at < $2)";
    /// Old ones go.
    TIDY_REPORTS = "DELETE FROM make_report WHERE controller_id = $1 AND at < $2";
    /// What came of a file of subscribers.
    IMPORT = "INSERT INTO make_import (id, controller_id, at, by_id, yes, known, no, refused, covered, words_hash, words_from, words_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    /// A row of it that was refused.
    IMPORT_ROW = "INSERT INTO make_import_row (import_id, row_no, there_id, reason) VALUES ($1, $2, $3, $4)";
    /// The newest files.
    IMPORTS = "SELECT id, at, yes, known, no, refused FROM make_import WHERE controller_id = $1 ORDER BY at DESC, id DESC LIMIT $2";
    /// What came of one file, if it is the account's.
    IMPORT_OF = "SELECT yes, known, no, covered, words_hash FROM make_import WHERE id = $1 AND controller_id = $2";
    /// Its refused rows.
    IMPORT_ROWS = "SELECT row_no, there_id, reason FROM make_import_row WHERE import_id = $1 ORDER BY row_no";
    /// Old ones go.
    TIDY_IMPORT_ROWS = "DELETE FROM make_import_row WHERE import_id IN (SELECT id FROM make_import WHERE controller_id = $1 AND at < $2)";
    /// Old ones go.
    TIDY_IMPORTS = "DELETE FROM make_import WHERE controller_id = $1 AND at < $2";
    /// Somebody the service does not take.
    REFUSE = "INSERT INTO make_refused (controller_id, subject_id, record_id, at) VALUES ($1, $2, $3, $4) ON CONFLICT (controller_id, subject_id) DO UPDATE SET record_id = EXCLUDED.record_id, at = EXCLUDED.at";
    /// Those the service does not take, with the address it did not take.
    REFUSED = "SELECT subject_id, record_id, at FROM make_refused WHERE controller_id = $1 ORDER BY at DESC, subject_id";
    /// The service takes them now, or nothing is to be told of them any more.
    TAKEN = "DELETE FROM make_refused WHERE controller_id = $1 AND subject_id = $2";
    /// Whether a person's marketing data is restricted (GDPR Art. 18).
    RESTRICTED = "SELECT 1 AS yes FROM strand WHERE subject_id = $1 AND category = 'marketing' AND state = 'restricted'";
    /// Whose marketing data is restricted, from one id to another.
    RESTRICTED_BETWEEN = "SELECT subject_id FROM strand WHERE subject_id >= $1 AND subject_id <= $2 AND category = 'marketing' AND state = 'restricted'";
    /// What was said about the addresses of the list, from one id to another, the last word last.
    SUPPRESSED_BETWEEN = "SELECT l.subject_id, s.state FROM make_line l JOIN suppression s ON s.kind = 'email' AND s.tag = l.mark WHERE l.controller_id = $1 AND l.subject_id >= $3 AND l.subject_id <= $4 AND (s.scope_kind = 'all' OR (s.scope_kind = 'controller' AND s.controller_id = $1) OR (s.scope_kind = 'topic' AND s.controller_id = $1 AND s.topic = $2)) ORDER BY l.subject_id, s.seq";
    /// What this slice knows of a person, for their copy.
    OF_PERSON = "SELECT controller_id, state, since FROM make_line WHERE subject_id = $1 ORDER BY controller_id";
}

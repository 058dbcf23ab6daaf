//! The statements of the disclosure ledger.

store::queries! {
    /// Data went to somebody: a new row, always.
    ENTER = "INSERT INTO disclosure (id, subject_id, recipient, categories, purpose, controller_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// What went where about one subject.
    OF_SUBJECT = "SELECT id, recipient, categories, purpose, controller_id, at FROM disclosure WHERE subject_id = $1 ORDER BY at, id";
    /// Somebody has to be told.
    OWE = "INSERT INTO disclosure_notice (id, subject_id, recipient, categories, kind, request_id, owed_at, told_at, way, receipt_id) VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, NULL, NULL)";
    /// They have been told.
    TOLD = "UPDATE disclosure_notice SET told_at = $2, way = $3, receipt_id = $4 WHERE id = $1 AND told_at IS NULL";
    /// One notice.
    NOTICE = "SELECT id, subject_id, recipient, categories, kind, request_id, owed_at, told_at, way, receipt_id FROM disclosure_notice WHERE id = $1";
    /// The notices about one subject.
    NOTICES_OF = "SELECT id, subject_id, recipient, categories, kind, request_id, owed_at, told_at, way, receipt_id FROM disclosure_notice WHERE subject_id = $1 ORDER BY owed_at, id";
    /// Everything that is still owed.
    OWED = "SELECT id, subject_id, recipient, categories, kind, request_id, owed_at, told_at, way, receipt_id FROM disclosure_notice WHERE told_at IS NULL ORDER BY owed_at, id LIMIT $1";
}

//! The statements of the review of free text. Append-only: a decision is a further row, the newest
//! counts. Ids and words of the program; which stretch is hidden, never what stands there.

store::queries! {
    /// A field waits to be looked at; once is enough.
    OPEN = "INSERT INTO rights_review (id, subject_id, holder_id, record_id, category, field, opened_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (subject_id, record_id, field) DO NOTHING";
    /// What has been decided about a person's fields, the oldest decision first.
    DECIDED = "SELECT r.record_id AS record_id, r.field AS field, d.decision AS decision, d.reason AS reason, d.marks AS marks FROM rights_review r LEFT JOIN rights_review_decision d ON d.review_id = r.id WHERE r.subject_id = $1 ORDER BY d.at, d.id";
    /// What waits, the oldest first.
    WAITING = "SELECT r.id AS id, r.subject_id AS subject_id, r.holder_id AS holder_id, r.record_id AS record_id, r.category AS category, r.field AS field, r.opened_at AS opened_at FROM rights_review r WHERE NOT EXISTS (SELECT 1 FROM rights_review_decision d WHERE d.review_id = r.id) ORDER BY r.opened_at, r.id LIMIT $1";
    /// One field.
    ONE = "SELECT r.id AS id, r.subject_id AS subject_id, r.holder_id AS holder_id, r.record_id AS record_id, r.category AS category, r.field AS field, r.opened_at AS opened_at FROM rights_review r WHERE r.id = $1";
    /// Whether it is decided already.
    DECISIONS = "SELECT COUNT(*) AS n FROM rights_review_decision WHERE review_id = $1";
    /// How many of a person's fields wait.
    WAITING_OF = "SELECT COUNT(*) AS n FROM rights_review r WHERE r.subject_id = $1 AND NOT EXISTS (SELECT 1 FROM rights_review_decision d WHERE d.review_id = r.id)";
    /// The officer has decided.
    DECIDE = "INSERT INTO rights_review_decision (id, review_id, decision, reason, marks, officer_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
}

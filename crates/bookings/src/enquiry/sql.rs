//! Statements about questions.

store::queries! {
    /// A question.
    ADD = "INSERT INTO enquiry_case (id, controller_id, subject_id, contact_record, enquiry_record, link_record, state, made_at, lang, key_tag) VALUES ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9)";
    /// Open ones first, oldest first; then the last answered.
    LIST = "SELECT id, controller_id, subject_id, contact_record, enquiry_record, link_record, state, made_at, answered_at, answer_record, lang FROM enquiry_case ORDER BY CASE WHEN state = 'open' THEN 0 ELSE 1 END, CASE WHEN state = 'open' THEN made_at ELSE -answered_at END, id LIMIT 100";
    /// One.
    BY_ID = "SELECT id, controller_id, subject_id, contact_record, enquiry_record, link_record, state, made_at, answered_at, answer_record, lang FROM enquiry_case WHERE id = $1";
    /// Whether this form was sent before.
    BY_KEY = "SELECT id FROM enquiry_case WHERE key_tag = $1";
    /// How many wait.
    WAITING = "SELECT COUNT(*) AS waiting FROM enquiry_case WHERE state = 'open'";
    /// Answered, once.
    ANSWER = "UPDATE enquiry_case SET state = 'answered', answered_at = $2, answered_by = $3, answer_record = $4 WHERE id = $1 AND state = 'open'";
}

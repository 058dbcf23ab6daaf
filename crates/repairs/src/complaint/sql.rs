//! Statements of the case.

macro_rules! cases {
    ($rest:literal) => {
        concat!(
            "SELECT id, order_id, customer_id, controller_id, ground, buyer, told, state, changes, discovered_on, notified_on, delivered_at, said_record, opened_at, opened_by, timely, assessment_record, outcome, outcome_record, decided_at, decided_by, closed_at, closed_by FROM complaint ",
            $rest
        )
    };
}

store::queries! {
    /// A case.
    ADD = "INSERT INTO complaint (id, order_id, customer_id, controller_id, ground, buyer, told, state, changes, discovered_on, notified_on, delivered_at, said_record, opened_at, opened_by, timely, assessment_record, outcome, outcome_record, decided_at, decided_by, closed_at, closed_by, key_tag) VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', 0, $8, $9, $10, $11, $12, $13, '', NULL, '', NULL, NULL, NULL, NULL, NULL, $14)";
    /// A line that a case is about.
    LINE_ADD = "INSERT INTO complaint_line (complaint_id, line_id, long_life, claim_until_on, claim_rule, warranty_until_on) VALUES ($1, $2, $3, $4, $5, $6)";
    /// The case that a form's key has made.
    BY_KEY = cases!("WHERE key_tag = $1");
    /// One case.
    BY_ID = cases!("WHERE id = $1");
    /// The cases of an order, newest first.
    OF_ORDER = cases!("WHERE order_id = $1 ORDER BY opened_at DESC, id DESC");
    /// A customer's cases, newest first.
    OF_CUSTOMER = cases!("WHERE customer_id = $1 ORDER BY opened_at DESC, id DESC");
    /// What is not over, longest here first.
    WAITING = cases!("WHERE state <> 'closed' ORDER BY state DESC, opened_at, id LIMIT 200");
    /// What is over, newest first.
    DONE = cases!("WHERE state = 'closed' ORDER BY closed_at DESC, id DESC LIMIT 30");
    /// The lines of a case.
    LINES = "SELECT line_id, long_life, claim_until_on, claim_rule, warranty_until_on FROM complaint_line WHERE complaint_id = $1 ORDER BY line_id";
    /// How the time limits were judged, on the version that was looked at.
    ASSESS = "UPDATE complaint SET ground = $3, timely = $4, assessment_record = $5, changes = changes + 1 WHERE id = $1 AND changes = $2 AND state = 'open'";
    /// A line's last day, by the rule that was chosen.
    LINE_SET = "UPDATE complaint_line SET long_life = $3, claim_until_on = $4, claim_rule = $5 WHERE complaint_id = $1 AND line_id = $2";
    /// Decided, on the version that was looked at.
    DECIDE = "UPDATE complaint SET state = 'decided', outcome = $3, outcome_record = $4, decided_at = $5, decided_by = $6, changes = changes + 1 WHERE id = $1 AND changes = $2 AND state = 'open'";
    /// Over.
    CLOSE = "UPDATE complaint SET state = 'closed', closed_at = $2, closed_by = $3, changes = changes + 1 WHERE id = $1 AND state = 'decided'";
}

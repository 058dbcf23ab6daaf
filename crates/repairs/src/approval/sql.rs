//! Statements about prices that are asked about.

macro_rules! approvals {
    ($rest:literal) => {
        concat!(
            "SELECT id, order_id, customer_id, kind, total_ore, shown_record, shown_hash, state, changes, asked_at, answered_at, answered_via, note_record FROM approval ",
            $rest
        )
    };
}

store::queries! {
    /// What a customer is asked.
    ADD = "INSERT INTO approval (id, order_id, customer_id, tag, kind, total_ore, shown_record, shown_hash, changes, state, asked_at, asked_by, answered_at, answered_via, answered_by, note_record) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'asked', $10, $11, NULL, NULL, NULL, NULL)";
    /// A price takes the place of one that was not answered.
    REPLACE = "UPDATE approval SET state = 'replaced' WHERE order_id = $1 AND state = 'asked'";
    /// The answer. Once.
    ANSWER = "UPDATE approval SET state = $2, answered_at = $3, answered_via = $4, answered_by = $5, note_record = $6 WHERE id = $1 AND state = 'asked'";
    /// The price a link is for.
    BY_TAG = approvals!("WHERE tag = $1");
    /// The prices of an order, newest first.
    OF_ORDER = approvals!("WHERE order_id = $1 ORDER BY asked_at DESC, id DESC");
    /// What a customer has not answered.
    WAITING = approvals!("WHERE customer_id = $1 AND state = 'asked' ORDER BY asked_at DESC, id DESC");
    /// Orders at a workshop that wait for an answer.
    WAITING_AT = "SELECT DISTINCT a.order_id FROM approval a JOIN work_order o ON o.id = a.order_id WHERE a.state = 'asked' AND o.workshop_id = $1 AND o.stage <> 'closed'";
}

//! Statements about visits, orders and their lines. Lines are added and never changed.

macro_rules! orders {
    ($rest:literal) => {
        concat!(
            "SELECT o.id, o.visit_id, o.controller_id, o.workshop_id, o.number, o.stage, o.changes, o.told_at, o.closed_at, v.booking_id, v.vehicle_id, v.customer_id, v.opened_at, v.lookup, v.words_record, v.job_record, v.condition_record, v.lang FROM work_order o JOIN visit v ON v.id = o.visit_id ",
            $rest
        )
    };
}

store::queries! {
    /// One order.
    BY_ID = orders!("WHERE o.id = $1");
    /// The order of a visit.
    BY_VISIT = orders!("WHERE o.visit_id = $1");
    /// The order of a booking.
    BY_BOOKING = orders!("WHERE v.booking_id = $1");
    /// Orders of a number, of any legal entity.
    BY_NUMBER = orders!("WHERE o.number = $1 ORDER BY o.id DESC");
    /// What is in the house at a workshop, longest here first.
    IN_HOUSE = orders!("WHERE o.workshop_id = $1 AND o.stage <> 'closed' ORDER BY v.opened_at, o.id");
    /// A vehicle's orders, newest first.
    OF_VEHICLE = orders!("WHERE v.vehicle_id = $1 ORDER BY v.opened_at DESC, o.id DESC");
    /// A customer's orders, newest first.
    OF_CUSTOMER = orders!("WHERE v.customer_id = $1 ORDER BY v.opened_at DESC, o.id DESC");
    /// Orders somebody had a part in, newest first.
    OF_PARTY = orders!("WHERE v.id IN (SELECT visit_id FROM visit_party WHERE subject_id = $1) ORDER BY v.opened_at DESC, o.id DESC");
    /// Who had a part in a visit.
    PARTIES = "SELECT party, subject_id, record_id, at FROM visit_party WHERE visit_id = $1 ORDER BY at, party";
    /// Somebody has a part in a visit.
    PARTY_ADD = "INSERT INTO visit_party (visit_id, party, subject_id, record_id, at) VALUES ($1, $2, $3, $4, $5)";
    /// The lines of an order, oldest first, with those that were struck out.
    LINES = "SELECT id, order_id, kind, record_id, quantity, price_ore, vat_bp, warranty, warranty_months, limit_value, limit_unit, long_life, at, by_staff, voids, amends FROM work_line WHERE order_id = $1 ORDER BY at, id";
    /// A line.
    LINE_ADD = "INSERT INTO work_line (id, order_id, kind, record_id, quantity, price_ore, vat_bp, warranty, warranty_months, limit_value, limit_unit, long_life, at, by_staff, voids, amends) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    /// To which order a line belongs.
    LINE_OF = "SELECT order_id FROM work_line WHERE id = $1";
    /// The order has changed. Only while it is not closed.
    CHANGED = "UPDATE work_order SET changes = changes + 1 WHERE id = $1 AND stage <> 'closed'";
    /// A closed order got an addition.
    AMENDED = "UPDATE work_order SET changes = changes + 1 WHERE id = $1 AND stage = 'closed' AND changes = $2";
    /// From one stage to another; a closed one stays.
    STAGE = "UPDATE work_order SET stage = $2 WHERE id = $1 AND stage <> 'closed'";
    /// The customer was told that the vehicle is ready.
    TOLD = "UPDATE work_order SET stage = 'ready', told_at = $2 WHERE id = $1 AND stage <> 'closed'";
    /// Handed over, if nothing happened since it was looked at.
    CLOSE = "UPDATE work_order SET stage = 'closed', changes = changes + 1, closed_at = $3, closed_by = $4 WHERE id = $1 AND changes = $2 AND stage <> 'closed'";
    /// The visit is over.
    VISIT_CLOSE = "UPDATE visit SET state = 'closed', closed_at = $2 WHERE id = $1 AND state = 'open'";
    /// Closed visits that still name a customer, after one.
    NAMED = "SELECT DISTINCT customer_id FROM visit WHERE state = 'closed' AND customer_id > $1 ORDER BY customer_id LIMIT 200";
    /// Nothing leads from the customer to the vehicle any more.
    UNNAME = "UPDATE visit SET customer_id = NULL WHERE customer_id = $1 AND state = 'closed'";
    /// The other parts somebody had go with them.
    PARTY_DROP = "DELETE FROM visit_party WHERE subject_id = $1 AND visit_id IN (SELECT id FROM visit WHERE state = 'closed')";
    /// People who had a part in a closed visit, after one.
    PARTY_NAMED = "SELECT DISTINCT p.subject_id FROM visit_party p JOIN visit v ON v.id = p.visit_id WHERE v.state = 'closed' AND p.subject_id > $1 ORDER BY p.subject_id LIMIT 200";
}

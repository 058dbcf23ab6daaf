//! Statements of the intake.

store::queries! {
    /// A visit begins.
    VISIT_ADD = "INSERT INTO visit (id, controller_id, workshop_id, booking_id, vehicle_id, customer_id, state, opened_at, opened_by, closed_at, lookup, words_record, job_record, condition_record, notice_version, lang) VALUES ($1, $2, $3, $4, $5, $6, 'open', $7, $8, NULL, $9, $10, $11, $12, $13, $14)";
    /// Its order.
    ORDER_ADD = "INSERT INTO work_order (id, visit_id, controller_id, workshop_id, number, stage, changes, told_at, closed_at, closed_by) VALUES ($1, $2, $3, $4, $5, 'open', 0, NULL, NULL, NULL)";
    /// The next number of a legal entity.
    NUMBER_TAKE = "INSERT INTO number_series (controller_id, last) VALUES ($1, 1001) ON CONFLICT (controller_id) DO UPDATE SET last = number_series.last + 1";
    /// Which it was.
    NUMBER = "SELECT last FROM number_series WHERE controller_id = $1";
    /// How the register answered when it was asked again.
    LOOKUP_SET = "UPDATE visit SET lookup = $2 WHERE id = $1";
    /// The visit that has a vehicle in the house.
    OPEN_OF_VEHICLE = "SELECT o.id FROM visit v JOIN work_order o ON o.visit_id = v.id WHERE v.vehicle_id = $1 AND v.state = 'open'";
}

//! Statements of the look-up log. Append-only; the outcome is filled in once.

store::queries! {
    /// A look-up begins: durable before the register is asked.
    ADD = "INSERT INTO register_lookup (id, vehicle_id, case_kind, case_id, actor_kind, actor_id, at, outcome) VALUES ($1, $2, $3, $4, $5, $6, $7, 'asked')";
    /// What came of it.
    OUTCOME = "UPDATE register_lookup SET outcome = $2 WHERE id = $1 AND outcome = 'asked'";
    /// When the register last had an answer about a vehicle.
    LAST_FOUND = "SELECT MAX(at) AS at FROM register_lookup WHERE vehicle_id = $1 AND outcome = 'found'";
    /// The look-ups of a vehicle.
    OF_VEHICLE = "SELECT id, vehicle_id, case_kind, case_id, actor_kind, actor_id, at, outcome FROM register_lookup WHERE vehicle_id = $1 ORDER BY at DESC, id DESC";
    /// The look-ups of a booking or a visit.
    OF_CASE = "SELECT id, vehicle_id, case_kind, case_id, actor_kind, actor_id, at, outcome FROM register_lookup WHERE case_kind = $1 AND case_id = $2 ORDER BY at DESC, id DESC";
}

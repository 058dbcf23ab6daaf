//! The statements of recalls: ids and states, and what an officer wrote for everybody concerned.

store::queries! {
    /// A recall.
    ADD = "INSERT INTO recall (id, controller_id, subject, body, make, bodies, made_by, made_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// A vehicle to be looked at for it; once.
    CONCERNS = "INSERT INTO recall_vehicle (recall_id, vehicle_id, state) VALUES ($1, $2, 'pending')
                ON CONFLICT DO NOTHING";
    /// What is still to be looked at, with its recall.
    PENDING = "SELECT r.*, v.vehicle_id FROM recall_vehicle v JOIN recall r ON r.id = v.recall_id
               WHERE v.state = 'pending' ORDER BY v.recall_id, v.vehicle_id LIMIT $1";
    /// What came of it; once.
    NOTE = "UPDATE recall_vehicle SET state = $3
            WHERE recall_id = $1 AND vehicle_id = $2 AND state = 'pending'";
    /// Recalls, newest first.
    LIST = "SELECT id, subject, made_at FROM recall ORDER BY made_at DESC, id DESC LIMIT 50";
    /// How many vehicles of a recall stand how.
    COUNT = "SELECT state, COUNT(*) AS n FROM recall_vehicle WHERE recall_id = $1 GROUP BY state";
    /// A forgotten vehicle.
    FORGET_VEHICLE = "DELETE FROM recall_vehicle WHERE vehicle_id = $1";
}

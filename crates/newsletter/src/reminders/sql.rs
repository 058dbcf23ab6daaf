//! The statements of service messages.

store::queries! {
    /// One reminder for a person, a vehicle and a deadline; a second counts no row.
    ADD = "INSERT INTO reminder (vehicle_id, subject_id, due_on, made_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING";
    /// Whether there was one.
    THERE = "SELECT 1 AS yes FROM reminder WHERE vehicle_id = $1 AND subject_id = $2 AND due_on = $3";
    /// When to look at a vehicle again.
    LOOK = "INSERT INTO reminder_look (vehicle_id, look_at) VALUES ($1, $2)
            ON CONFLICT (vehicle_id) DO UPDATE SET look_at = excluded.look_at";
    /// Whether it is too early to look at it.
    EARLY = "SELECT 1 AS yes FROM reminder_look WHERE vehicle_id = $1 AND look_at > $2";
    /// How many days before the deadline.
    DAYS = "SELECT days_before FROM reminder_setting WHERE id = 1";
    /// Another number of days.
    SET_DAYS = "INSERT INTO reminder_setting (id, days_before) VALUES (1, $1)
                ON CONFLICT (id) DO UPDATE SET days_before = excluded.days_before";
}

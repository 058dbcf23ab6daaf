//! The statements of what was corrected.

store::queries! {
    /// A record that a newer one has replaced.
    ENTER = "INSERT INTO superseded (record_id, subject_id, at) VALUES ($1, $2, $3) ON CONFLICT (record_id) DO NOTHING";
    /// All that wait.
    WAITING = "SELECT record_id, subject_id FROM superseded ORDER BY at, record_id LIMIT $1";
    /// It is gone.
    GONE = "DELETE FROM superseded WHERE record_id = $1";
}

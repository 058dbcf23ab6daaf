//! Statements about meters. Values lie sealed in records; the table knows that a meter is there.

store::queries! {
    /// A meter begins.
    ADD = "INSERT INTO meter (id, vehicle_id, function, unit, made_at, readings) VALUES ($1, $2, $3, $4, $5, 0)";
    /// The meters of a vehicle, with those that were replaced.
    OF_VEHICLE = "SELECT id, vehicle_id, function, unit, made_at, readings, replaced_by, replaced_at FROM meter WHERE vehicle_id = $1 ORDER BY made_at, id";
    /// One meter.
    BY_ID = "SELECT id, vehicle_id, function, unit, made_at, readings, replaced_by, replaced_at FROM meter WHERE id = $1";
    /// One more reading, if nobody else read the meter since it was looked at.
    STEP = "UPDATE meter SET readings = readings + 1 WHERE id = $1 AND readings = $2 AND replaced_by IS NULL";
    /// The meter was replaced, once.
    REPLACE = "UPDATE meter SET replaced_by = $2, replaced_at = $3 WHERE id = $1 AND replaced_by IS NULL";
}

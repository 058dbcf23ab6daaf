//! Statements about bookings and the steps they hold.

store::queries! {
    /// What is taken in a workshop; $4 is a booking that does not count.
    TAKEN = "SELECT o.bay_id, o.step FROM occupancy o JOIN bay b ON b.id = o.bay_id WHERE b.workshop_id = $1 AND o.step >= $2 AND o.step < $3 AND o.booking_id <> $4";
    /// The smallest free bay that takes the vehicle; $6 is a booking that does not count.
    FREE_BAY = "SELECT b.id FROM bay b WHERE b.workshop_id = $1 AND b.open AND (b.max_length_cm IS NULL OR b.max_length_cm >= $4) AND (b.max_height_cm IS NULL OR b.max_height_cm >= $5) AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.bay_id = b.id AND o.step >= $2 AND o.step < $3 AND o.booking_id <> $6) ORDER BY COALESCE(b.max_length_cm, 100000), b.name, b.id LIMIT 1";
    /// Takes the steps of a bay. The unique index refuses what is taken, whoever asks and however.
    OCCUPY = "INSERT INTO occupancy (bay_id, step, booking_id) WITH RECURSIVE s(step) AS (SELECT CAST($2 AS {i64}) UNION ALL SELECT step + 1 FROM s WHERE step + 1 < CAST($3 AS {i64})) SELECT CAST($1 AS {i64}), step, CAST($4 AS {i64}) FROM s";
    /// Lets the steps of a booking go.
    VACATE = "DELETE FROM occupancy WHERE booking_id = $1";
    /// A booking.
    ADD = "INSERT INTO booking (id, reference, controller_id, workshop_id, bay_id, service_id, starts_at, ends_at, state, subject_id, vehicle_id, contact_record, enquiry_record, link_record, notice_version, manage_tag, made_at, sequence, length_cm, height_cm, lang, via) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'booked', $9, $10, $11, $12, $13, $14, $15, $16, 0, $17, $18, $19, $20)";
    /// Another time; only if nothing happened since it was looked at.
    MOVE = "UPDATE booking SET workshop_id = $3, bay_id = $4, starts_at = $5, ends_at = $6, controller_id = $7, sequence = sequence + 1 WHERE id = $1 AND sequence = $2 AND state = 'booked'";
    /// Another state; only from the one it was seen in.
    STATE = "UPDATE booking SET state = $4, sequence = sequence + 1 WHERE id = $1 AND sequence = $2 AND state = $3";
    /// Booked again, in whichever bay.
    REOPEN = "UPDATE booking SET state = 'booked', bay_id = $3, sequence = sequence + 1 WHERE id = $1 AND sequence = $2 AND state = 'cancelled'";
    /// The vehicle has come.
    ARRIVED = "UPDATE booking SET state = 'arrived', sequence = sequence + 1 WHERE id = $1 AND state = 'booked'";
    /// It turned out to be another vehicle.
    VEHICLE = "UPDATE booking SET vehicle_id = $2 WHERE id = $1";
    /// One booking.
    BY_ID = "SELECT id, reference, controller_id, workshop_id, bay_id, service_id, starts_at, ends_at, state, subject_id, vehicle_id, contact_record, enquiry_record, link_record, notice_version, made_at, sequence, length_cm, height_cm, lang FROM booking WHERE id = $1";
    /// The booking a link is for.
    BY_TAG = "SELECT id, reference, controller_id, workshop_id, bay_id, service_id, starts_at, ends_at, state, subject_id, vehicle_id, contact_record, enquiry_record, link_record, notice_version, made_at, sequence, length_cm, height_cm, lang FROM booking WHERE manage_tag = $1";
    /// The booking of a reference.
    BY_REFERENCE = "SELECT id, reference, controller_id, workshop_id, bay_id, service_id, starts_at, ends_at, state, subject_id, vehicle_id, contact_record, enquiry_record, link_record, notice_version, made_at, sequence, length_cm, height_cm, lang FROM booking WHERE reference = $1";
    /// Bookings that touch a span of time, in a workshop or (0) in all.
    BETWEEN = "SELECT id, reference, controller_id, workshop_id, bay_id, service_id, starts_at, ends_at, state, subject_id, vehicle_id, contact_record, enquiry_record, link_record, notice_version, made_at, sequence, length_cm, height_cm, lang FROM booking WHERE starts_at < $2 AND ends_at > $1 AND (workshop_id = $3 OR $3 = 0) ORDER BY starts_at, id";
    /// A person's bookings, newest first.
    OF_SUBJECT = "SELECT id, reference, controller_id, workshop_id, bay_id, service_id, starts_at, ends_at, state, subject_id, vehicle_id, contact_record, enquiry_record, link_record, notice_version, made_at, sequence, length_cm, height_cm, lang FROM booking WHERE subject_id = $1 ORDER BY starts_at DESC, id DESC";
    /// A vehicle's bookings, newest first.
    OF_VEHICLE = "SELECT id, reference, controller_id, workshop_id, bay_id, service_id, starts_at, ends_at, state, subject_id, vehicle_id, contact_record, enquiry_record, link_record, notice_version, made_at, sequence, length_cm, height_cm, lang FROM booking WHERE vehicle_id = $1 ORDER BY starts_at DESC, id DESC";
    /// Booked, over for long, and nobody said what came of it.
    OVERDUE = "SELECT id, reference, controller_id, workshop_id, bay_id, service_id, starts_at, ends_at, state, subject_id, vehicle_id, contact_record, enquiry_record, link_record, notice_version, made_at, sequence, length_cm, height_cm, lang FROM booking WHERE state = 'booked' AND starts_at < $1 AND ends_at < $1 ORDER BY starts_at, id LIMIT 100";
    /// What was answered under an idempotency key.
    KEY = "SELECT body_tag, booking_id FROM idempotency WHERE key_tag = $1";
    /// Remembers it.
    KEY_ADD = "INSERT INTO idempotency (key_tag, body_tag, booking_id, at) VALUES ($1, $2, $3, $4)";
    /// Old keys go.
    KEYS_DROP = "DELETE FROM idempotency WHERE at < $1";
}

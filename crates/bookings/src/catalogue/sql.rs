//! Statements about workshops and services.

store::queries! {
    /// Every workshop.
    WORKSHOPS = "SELECT id, controller_id, name, address, postal_code, city, phone, notice_minutes, horizon_days, open FROM workshop ORDER BY name, id";
    /// Opening hours of all workshops.
    HOURS = "SELECT workshop_id, weekday, opens, closes FROM workshop_hours ORDER BY workshop_id, weekday";
    /// Closed days of all workshops.
    CLOSED = "SELECT workshop_id, day, note FROM closed_day ORDER BY workshop_id, day";
    /// Bays of all workshops.
    BAYS = "SELECT id, workshop_id, name, max_length_cm, max_height_cm, open FROM bay ORDER BY workshop_id, name, id";
    /// Every service.
    SERVICES = "SELECT id, name_nb, name_nn, name_en, about_nb, about_nn, about_en, minutes, open FROM service ORDER BY place, id";
    /// A workshop begins.
    WORKSHOP_ADD = "INSERT INTO workshop (id, controller_id, name, address, postal_code, city, phone, notice_minutes, horizon_days, open) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    /// A workshop changes.
    WORKSHOP_SET = "UPDATE workshop SET controller_id = $2, name = $3, address = $4, postal_code = $5, city = $6, phone = $7, notice_minutes = $8, horizon_days = $9, open = $10 WHERE id = $1";
    /// Opening hours of one weekday.
    HOURS_PUT = "INSERT INTO workshop_hours (workshop_id, weekday, opens, closes) VALUES ($1, $2, $3, $4) ON CONFLICT (workshop_id, weekday) DO UPDATE SET opens = excluded.opens, closes = excluded.closes";
    /// Closed on a weekday.
    HOURS_DROP = "DELETE FROM workshop_hours WHERE workshop_id = $1 AND weekday = $2";
    /// A closed day.
    CLOSED_PUT = "INSERT INTO closed_day (workshop_id, day, note) VALUES ($1, $2, $3) ON CONFLICT (workshop_id, day) DO UPDATE SET note = excluded.note";
    /// Open after all.
    CLOSED_DROP = "DELETE FROM closed_day WHERE workshop_id = $1 AND day = $2";
    /// A bay begins.
    BAY_ADD = "INSERT INTO bay (id, workshop_id, name, max_length_cm, max_height_cm, open) VALUES ($1, $2, $3, $4, $5, $6)";
    /// A bay changes.
    BAY_SET = "UPDATE bay SET name = $3, max_length_cm = $4, max_height_cm = $5, open = $6 WHERE id = $1 AND workshop_id = $2";
    /// A service begins.
    SERVICE_ADD = "INSERT INTO service (id, name_nb, name_nn, name_en, about_nb, about_nn, about_en, minutes, open, place) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    /// A service changes.
    SERVICE_SET = "UPDATE service SET name_nb = $2, name_nn = $3, name_en = $4, about_nb = $5, about_nn = $6, about_en = $7, minutes = $8, open = $9 WHERE id = $1";
    /// How often the catalogue was changed.
    REVISION = "SELECT revision FROM catalogue_revision WHERE id = 1";
    /// It changes: in the transaction of the change, so that no snapshot has the one without the other.
    CHANGED = "INSERT INTO catalogue_revision (id, revision) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET revision = catalogue_revision.revision + 1";
}

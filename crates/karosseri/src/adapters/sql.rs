//! What the proof asks the slices' tables. Reading only.

store::queries! {
    /// Which legal entities the slices' rows name.
    CONTROLLERS = "SELECT 'booking' AS what, controller_id, COUNT(*) AS n FROM booking GROUP BY controller_id UNION ALL SELECT 'visit' AS what, controller_id, COUNT(*) AS n FROM visit GROUP BY controller_id UNION ALL SELECT 'work_order' AS what, controller_id, COUNT(*) AS n FROM work_order GROUP BY controller_id UNION ALL SELECT 'purchase' AS what, controller_id, COUNT(*) AS n FROM purchase GROUP BY controller_id UNION ALL SELECT 'enquiry_case' AS what, controller_id, COUNT(*) AS n FROM enquiry_case GROUP BY controller_id UNION ALL SELECT 'complaint' AS what, controller_id, COUNT(*) AS n FROM complaint GROUP BY controller_id";
    /// For whom the staff who may log in work.
    STAFF = "SELECT controller_id, COUNT(*) AS n FROM staff WHERE state = 'active' GROUP BY controller_id";
    /// Bookings that stand.
    BOOKINGS = "SELECT COUNT(*) AS n FROM booking WHERE state IN ('booked', 'arrived')";
    /// Two bookings that stand in one bay at one time.
    DOUBLE = "SELECT a.id AS id FROM booking a JOIN booking b ON b.bay_id = a.bay_id AND b.id > a.id AND b.starts_at < a.ends_at AND a.starts_at < b.ends_at WHERE a.state IN ('booked', 'arrived') AND b.state IN ('booked', 'arrived') ORDER BY a.id LIMIT 100";
    /// Bookings without the version of the declaration that was shown.
    NO_NOTICE = "SELECT id FROM booking WHERE notice_version = '' ORDER BY id LIMIT 100";
    /// Look-ups in the register.
    LOOK_UPS = "SELECT COUNT(*) AS n FROM register_lookup";
    /// Look-ups that belong to nothing, or that nobody made.
    UNBOUND = "SELECT id FROM register_lookup WHERE case_id = 0 OR case_kind NOT IN ('booking', 'visit') OR actor_kind = '' ORDER BY id LIMIT 100";
    /// Vehicles with meters, newest first.
    METERED = "SELECT DISTINCT vehicle_id FROM meter ORDER BY vehicle_id DESC LIMIT $1";
    /// Those who work here in a role.
    OFFICERS = "SELECT id FROM staff WHERE role = $1 AND state = 'active' ORDER BY id";
    /// Closed orders.
    CLOSED = "SELECT COUNT(*) AS n FROM work_order WHERE closed_at IS NOT NULL";
    /// Closed orders without a document.
    UNDOCUMENTED = "SELECT id FROM work_order WHERE closed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document WHERE document.order_id = work_order.id AND document.copy = 'vehicle') ORDER BY id LIMIT 100";
    /// Lines that were bought.
    BOUGHT = "SELECT COUNT(*) AS n FROM work_line l JOIN work_order o ON o.id = l.order_id WHERE o.closed_at IS NOT NULL AND l.price_ore IS NOT NULL AND l.amends = FALSE AND NOT EXISTS (SELECT 1 FROM work_line v WHERE v.voids = l.id)";
    /// Lines that were bought and say nothing of warranty.
    NO_WARRANTY = "SELECT l.id AS id FROM work_line l JOIN work_order o ON o.id = l.order_id WHERE o.closed_at IS NOT NULL AND l.price_ore IS NOT NULL AND l.amends = FALSE AND NOT EXISTS (SELECT 1 FROM work_line v WHERE v.voids = l.id) AND NOT EXISTS (SELECT 1 FROM line_warranty w WHERE w.line_id = l.id) ORDER BY l.id LIMIT 100";
    /// Text that people type and that is not sealed, with its place.
    TEXTS = "SELECT 'workshop.name' AS place, name AS body FROM workshop UNION ALL SELECT 'workshop.address' AS place, address AS body FROM workshop UNION ALL SELECT 'workshop.phone' AS place, phone AS body FROM workshop UNION ALL SELECT 'closed_day.note' AS place, note AS body FROM closed_day UNION ALL SELECT 'bay.name' AS place, name AS body FROM bay UNION ALL SELECT 'service.name_nb' AS place, name_nb AS body FROM service UNION ALL SELECT 'service.about_nb' AS place, about_nb AS body FROM service UNION ALL SELECT 'booking.reference' AS place, reference AS body FROM booking UNION ALL SELECT 'hold.reason' AS place, reason AS body FROM hold";
}

//! The statements of staff.

store::queries! {
    /// A member of staff begins.
    ADD = "INSERT INTO staff (id, controller_id, role, state, added_at, ended_at, workshop_id) VALUES ($1, $2, $3, 'active', $4, NULL, NULL)";
    /// Everybody, those who work here first.
    ALL_MEMBERS = "SELECT id, controller_id, role, state, added_at, ended_at, workshop_id FROM staff ORDER BY state, added_at, id";
    /// One member.
    MEMBER = "SELECT id, controller_id, role, state, added_at, ended_at, workshop_id FROM staff WHERE id = $1";
    /// Whether anybody has ever been added: the first-run page is for an empty house only.
    COUNT = "SELECT COUNT(*) AS n FROM staff";
    /// How many administrators would be left without one of them.
    OTHER_ADMINS = "SELECT COUNT(*) AS n FROM staff WHERE state = 'active' AND role = 'admin' AND id <> $1";
    /// The work here has ended.
    END = "UPDATE staff SET state = 'ended', ended_at = $2 WHERE id = $1 AND state = 'active'";
    /// A one-time link; only the keyed hash of its code.
    LINK_ADD = "INSERT INTO staff_link (tag, staff_id, expires_at, used_at) VALUES ($1, $2, $3, NULL)";
    /// Links that still open, so that nobody fills another's mailbox.
    LINKS_LIVE = "SELECT COUNT(*) AS n FROM staff_link WHERE staff_id = $1 AND used_at IS NULL AND expires_at > $2";
    /// Whose a link is while it opens.
    LINK = "SELECT s.id, s.controller_id, s.role, s.state, s.added_at, s.ended_at, s.workshop_id FROM staff_link l JOIN staff s ON s.id = l.staff_id WHERE l.tag = $1 AND l.used_at IS NULL AND l.expires_at > $2";
    /// A link opens once.
    LINK_USE = "UPDATE staff_link SET used_at = $2 WHERE tag = $1 AND used_at IS NULL AND expires_at > $2";
    /// Links of somebody who has left.
    LINKS_DROP = "DELETE FROM staff_link WHERE staff_id = $1";
    /// Links nobody can use any more.
    LINKS_SWEEP = "DELETE FROM staff_link WHERE expires_at < $1 OR used_at < $1";
    /// The set-up code of an empty house; a new one replaces it.
    SETUP_PUT = "INSERT INTO staff_setup (id, tag) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET tag = excluded.tag";
    /// The set-up code serves once.
    SETUP_USE = "DELETE FROM staff_setup WHERE tag = $1";
}

//! The statements of log-in: keyed hashes, ids and instants.

store::queries! {
    /// A new link.
    LINK_ADD = "INSERT INTO log_in_link (tag, id, subject_id, made_at, good_until, used_at)
                VALUES ($1, $2, $3, $4, $5, NULL)";
    /// Whose a link is, while it is good; reading does not use it up.
    LINK = "SELECT subject_id FROM log_in_link
            WHERE tag = $1 AND used_at IS NULL AND good_until > $2";
    /// Uses it up; the second time it counts no row.
    LINK_USE = "UPDATE log_in_link SET used_at = $2
                WHERE tag = $1 AND used_at IS NULL AND good_until > $2";
    /// Links that are no more.
    LINK_TIDY = "DELETE FROM log_in_link WHERE good_until < $1";
    /// A person's links, when they are forgotten or close their account.
    LINK_FORGET = "DELETE FROM log_in_link WHERE subject_id = $1";
    /// Somebody asked for a link to an address, known or not.
    ASK_ADD = "INSERT INTO log_in_ask (id, tag, at) VALUES ($1, $2, $3)";
    /// How often of late.
    ASK_COUNT = "SELECT COUNT(*) AS asked FROM log_in_ask WHERE tag = $1 AND at > $2";
    /// What is not of late any more.
    ASK_TIDY = "DELETE FROM log_in_ask WHERE at <= $1";
}

//! The statements of log-in: keyed hashes, ids and instants.

store::queries! {
    /// A new link.
    LINK_ADD = "INSERT INTO log_in_link (tag, id, subject_id, made_at, good_until, used_at)
                VALUES ($1, $2, $3, $4, $5, NULL)";
}

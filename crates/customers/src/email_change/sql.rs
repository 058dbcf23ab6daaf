//! The statements of a change of e-mail.

store::queries! {
    /// A change waits for the new address to say yes.
    ADD = "INSERT INTO email_change (tag, id, subject_id, account_id, record_id, made_at, good_until, used_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)";
    /// The change a link is for, while it is good; reading does not use it up.
    BY_TAG = "SELECT subject_id, account_id, record_id FROM email_change
              WHERE tag = $1 AND used_at IS NULL AND good_until > $2";
    /// The newest that waits.
    WAITING = "SELECT record_id FROM email_change
               WHERE subject_id = $1 AND used_at IS NULL AND good_until > $2
               ORDER BY made_at DESC, id DESC LIMIT 1";
    /// Uses it up; the second time it counts no row.
    USE = "UPDATE email_change SET used_at = $2
           WHERE tag = $1 AND used_at IS NULL AND good_until > $2";
    /// Changes that are no more.
    TIDY = "DELETE FROM email_change WHERE good_until < $1";
    /// A person's changes: a newer one, a closed account, a person forgotten.
    FORGET = "DELETE FROM email_change WHERE subject_id = $1";
}

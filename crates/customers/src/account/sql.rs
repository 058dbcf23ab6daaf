//! The statements of accounts.

store::queries! {
    /// An account; one open at a time for a person.
    OPEN = "INSERT INTO account (id, subject_id, opened_at, closed_at) VALUES ($1, $2, $3, NULL)";
    /// A person's open account.
    OPEN_OF = "SELECT id, opened_at FROM account WHERE subject_id = $1 AND closed_at IS NULL";
    /// The person was there.
    SEEN = "UPDATE account SET seen_at = $2, asked_at = NULL WHERE id = $1 AND closed_at IS NULL";
    /// Accounts of a time when nobody noted it: their day begins now.
    BEGIN = "UPDATE account SET seen_at = $1 WHERE seen_at IS NULL AND closed_at IS NULL";
    /// Open accounts nobody was in since, page by page.
    IDLE = "SELECT id, subject_id, seen_at, asked_at FROM account WHERE closed_at IS NULL AND seen_at < $1 AND id > $2 ORDER BY id LIMIT $3";
    /// The person was asked, once.
    ASKED = "UPDATE account SET asked_at = $2 WHERE id = $1 AND closed_at IS NULL AND asked_at IS NULL AND seen_at = $3";
    /// Whether nobody has been there since it was read.
    STILL = "SELECT 1 AS yes FROM account WHERE id = $1 AND closed_at IS NULL AND asked_at = $2";
    /// The account is closed.
    CLOSE = "UPDATE account SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL";
    /// A forgotten person's accounts.
    FORGET = "DELETE FROM account WHERE subject_id = $1";
}

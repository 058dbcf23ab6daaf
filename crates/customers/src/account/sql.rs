//! The statements of accounts.

store::queries! {
    /// An account; one open at a time for a person.
    OPEN = "INSERT INTO account (id, subject_id, opened_at, closed_at) VALUES ($1, $2, $3, NULL)";
    /// A person's open account.
    OPEN_OF = "SELECT id, opened_at FROM account WHERE subject_id = $1 AND closed_at IS NULL";
    /// The account is closed.
    CLOSE = "UPDATE account SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL";
    /// A forgotten person's accounts.
    FORGET = "DELETE FROM account WHERE subject_id = $1";
}

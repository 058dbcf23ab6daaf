//! What can go wrong, in words a feature can act on.

/// Every failure of the store. No variant carries a bound value: the texts name statements,
/// indexes and columns, so they may be logged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// A unique index refused the row. Named `<table>__<column>[__<column>]` on both engines.
    #[error("{0} is already taken")]
    Unique(String),
    /// A row was named that does not exist, or one is still in use.
    #[error("a foreign key refused the change")]
    Foreign,
    /// The write queue is full; ask again shortly (503 with `Retry-After`).
    #[error("the store is busy")]
    Busy,
    /// The disk is full. Nothing of the transaction was kept.
    #[error("the disk is full")]
    Full,
    /// The database is away. If this answers a write, it may still have happened: repeat it
    /// under the same idempotency key.
    #[error("the database is away")]
    Lost,
    /// The closure turned back on purpose; nothing was written.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// A value had another type than the column or the reader expected.
    #[error("wrong type: {0}")]
    Type(String),
    /// A statement failed in a way that is a fault of the program or of the machine.
    #[error("statement {name}: {message}")]
    Sql {
        /// Name of the statement.
        name: String,
        /// The engine's message, without values.
        message: String,
    },
    /// The closure panicked; its writes were rolled back.
    #[error("a transaction panicked")]
    Panicked,
    /// The database cannot be used by this program, and why.
    #[error("{0}")]
    Unusable(String),
}

impl StoreError {
    pub(crate) fn sql(name: &str, message: impl Into<String>) -> Self {
        Self::Sql {
            name: name.to_owned(),
            message: message.into(),
        }
    }

    /// The index that refused, if one did.
    #[must_use]
    pub fn unique(&self) -> Option<&str> {
        match self {
            Self::Unique(index) => Some(index),
            _ => None,
        }
    }
}

//! PostgreSQL's errors in the words of the house. Its details repeat values, so only codes,
//! constraint names and messages about the text of a statement are passed on.

use tokio_postgres::error::{DbError, Error};

use super::Shared;
use crate::StoreError;

/// What a failed statement means, and whether the transaction may run again.
pub(crate) struct Failure {
    pub(crate) error: StoreError,
    pub(crate) retry: bool,
    pub(crate) stale: bool,
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self {
            error,
            retry: false,
            stale: false,
        }
    }
}

pub(crate) fn judge(shared: &Shared, statement: &str, error: &Error) -> Failure {
    let code = error.as_db_error().map_or("", |db| db.code().code());
    let unique = |db: &DbError| StoreError::Unique(shared.index(&constraint(db)));
    let told = match (code, error.as_db_error()) {
        ("23505", Some(db)) => unique(db),
        _ => translate(statement, error),
    };
    Failure {
        error: told,
        retry: matches!(code, "40001" | "40P01" | "55P03" | "0A000" | "26000"),
        // A plan from before a migration: prepare again.
        stale: matches!(code, "0A000" | "26000"),
    }
}

pub(crate) fn translate(statement: &str, error: &Error) -> StoreError {
    let Some(db) = error.as_db_error() else {
        // Conversions were checked before, so what is left is the connection.
        return StoreError::Lost;
    };
    match db.code().code() {
        "23505" => StoreError::Unique(constraint(db)),
        "23503" => StoreError::Foreign,
        "53100" => StoreError::Full,
        "53300" | "55P03" | "57014" => StoreError::Busy,
        code if code.starts_with("08") || code.starts_with("57P") => StoreError::Lost,
        // Classes whose messages speak of the statement, not of its values.
        code if ["42", "0A", "25", "28", "3D", "3F"].contains(&&code[..2]) => {
            StoreError::sql(statement, format!("{} ({code})", db.message()))
        }
        code => StoreError::sql(
            statement,
            format!("{} ({code})", db.constraint().unwrap_or("failed")),
        ),
    }
}

/// The violated constraint; Citus names it in the message only.
fn constraint(db: &DbError) -> String {
    match db.constraint() {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => db.message().split('"').nth(1).unwrap_or("").to_owned(),
    }
}

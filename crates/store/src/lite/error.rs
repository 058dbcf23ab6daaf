//! SQLite's errors in the words of the house. Its messages name tables and columns, no values.

use rusqlite::{Error, ErrorCode, ffi};

use crate::StoreError;

/// What a failed statement means.
pub(crate) fn translate(statement: &str, error: &Error) -> StoreError {
    let Error::SqliteFailure(code, message) = error else {
        return match error {
            Error::Utf8Error(..) | Error::InvalidColumnType(..) => {
                StoreError::Type(format!("{statement}: text is not UTF-8"))
            }
            Error::SqlInputError { msg, .. } => StoreError::sql(statement, msg.clone()),
            other => StoreError::sql(statement, other.to_string()),
        };
    };
    let message = message.clone().unwrap_or_default();
    match code.extended_code {
        ffi::SQLITE_CONSTRAINT_UNIQUE
        | ffi::SQLITE_CONSTRAINT_PRIMARYKEY
        | ffi::SQLITE_CONSTRAINT_ROWID => StoreError::Unique(index(&message)),
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => StoreError::Foreign,
        ffi::SQLITE_CONSTRAINT_DATATYPE | ffi::SQLITE_MISMATCH => {
            StoreError::Type(format!("{statement}: {message}"))
        }
        _ => match code.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::Busy,
            ErrorCode::DiskFull => StoreError::Full,
            _ => StoreError::sql(statement, format!("{message} ({})", code.extended_code)),
        },
    }
}

/// `UNIQUE constraint failed: booking.day, booking.bay` → `booking__day__bay`;
/// `… failed: index 'name'` (an index on an expression) → `name`.
fn index(message: &str) -> String {
    let list = message.split_once(": ").map_or(message, |(_, list)| list);
    if let Some(name) = list.strip_prefix("index '") {
        return name.trim_end_matches('\'').to_owned();
    }
    let mut out = String::new();
    for (at, column) in list.split(", ").enumerate() {
        let (table, column) = column.split_once('.').unwrap_or(("", column));
        if at == 0 {
            out.push_str(table);
        }
        out.push_str("__");
        out.push_str(column);
    }
    out
}

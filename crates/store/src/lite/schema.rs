//! The schema of a file: migrations in, real columns out.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::Connection;

use super::translate;
use crate::engine::Column;
use crate::sql::{Dialect, Migration, parameters};
use crate::{Sql, StoreError};

/// The list of what was done to a schema; the same text on both engines.
pub(crate) const LEDGER: &str =
    "CREATE TABLE IF NOT EXISTS migration (name {text} PRIMARY KEY NOT NULL) {norowid}";

/// Runs what is missing, each step in a transaction of its own.
pub(crate) fn migrate(
    connection: &mut Connection,
    migrations: &[Migration],
) -> Result<(), StoreError> {
    let failed = |name: &'static str| move |error: rusqlite::Error| translate(name, &error);
    let begin = rusqlite::TransactionBehavior::Immediate;
    let first = connection
        .transaction_with_behavior(begin)
        .map_err(failed("migration"))?;
    first
        .execute_batch(&Dialect::Lite.words(LEDGER))
        .map_err(failed("migration"))?;
    first.commit().map_err(failed("migration"))?;
    check(&done(connection)?, migrations)?;
    for migration in migrations {
        let step = connection
            .transaction_with_behavior(begin)
            .map_err(failed(migration.name))?;
        let fresh = step
            .execute(
                "INSERT INTO migration (name) VALUES (?1) ON CONFLICT DO NOTHING",
                [migration.name],
            )
            .map_err(failed(migration.name))?;
        if fresh == 1 {
            step.execute_batch(&Dialect::Lite.words(migration.sql))
                .map_err(failed(migration.name))?;
        }
        step.commit().map_err(failed(migration.name))?;
    }
    Ok(())
}

/// The steps a file has behind it.
pub(crate) fn done(connection: &Connection) -> Result<BTreeSet<String>, StoreError> {
    let read = || -> Result<BTreeSet<String>, rusqlite::Error> {
        connection
            .prepare("SELECT name FROM migration")?
            .query_map([], |row| row.get(0))?
            .collect()
    };
    read().map_err(|error| translate("migration", &error))
}

/// Refuses a schema that a newer program has changed.
pub(crate) fn check(done: &BTreeSet<String>, known: &[Migration]) -> Result<(), StoreError> {
    let unknown: Vec<&str> = done
        .iter()
        .map(String::as_str)
        .filter(|name| known.iter().all(|step| step.name != *name))
        .collect();
    if unknown.is_empty() {
        return Ok(());
    }
    Err(StoreError::Unusable(format!(
        "the data was written by a newer program: it knows {}, this one does not",
        unknown.join(", ")
    )))
}

/// Every column of every table, tables in the order they were made.
pub(crate) fn columns(connection: &Connection) -> Result<Vec<Column>, StoreError> {
    let read = || -> Result<Vec<Column>, rusqlite::Error> {
        connection
            .prepare(
                "SELECT m.name, c.name, c.type FROM sqlite_schema m, pragma_table_info(m.name) c
                 WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.rowid, c.cid",
            )?
            .query_map([], |row| {
                let declared: String = row.get(2)?;
                Ok(Column {
                    table: row.get(0)?,
                    name: row.get(1)?,
                    kind: match declared.as_str() {
                        "INTEGER" => "i64".to_owned(),
                        "TEXT" => "text".to_owned(),
                        "BLOB" => "bytes".to_owned(),
                        "INT" => "bool".to_owned(),
                        _ => declared,
                    },
                })
            })?
            .collect()
    };
    read().map_err(|error| translate("columns", &error))
}

/// Prepares statements without running them; answers the faults.
pub(crate) fn prepare_all(path: &Path, all: &[Sql]) -> Result<Vec<String>, StoreError> {
    let connection = super::connect(path, true)?;
    let fault = |sql: &Sql| match connection.prepare(&Dialect::Lite.statement(sql.text)) {
        Err(error) => Some(translate(sql.name, &error).to_string()),
        // The engine must count as the house does, or values would go to the wrong places.
        Ok(statement) => parameters(sql.text)
            .is_ok_and(|count| count != statement.parameter_count())
            .then(|| format!("{}: parameters are not $1..$n", sql.name)),
    };
    Ok(all.iter().filter_map(fault).collect())
}

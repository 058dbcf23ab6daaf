//! The port: what a closure can do inside its transaction.

use crate::{Row, Sql, StoreError, Value};

/// An open transaction. Seven methods; the same meaning on both engines.
///
/// Parameters bind by name: `$2` is the second value wherever it stands in the text. After a
/// statement failed every further call answers with the same error and the transaction is
/// rolled back.
pub trait Db {
    /// Runs a statement and answers how many rows it changed.
    fn exec(&mut self, sql: &Sql, values: &[Value]) -> Result<u64, StoreError>;

    /// All rows of the answer. No order is promised without ORDER BY, RETURNING least of all.
    fn all(&mut self, sql: &Sql, values: &[Value]) -> Result<Vec<Row>, StoreError>;

    /// One row or none; more than one is an error.
    fn opt(&mut self, sql: &Sql, values: &[Value]) -> Result<Option<Row>, StoreError>;

    /// Exactly one row.
    fn one(&mut self, sql: &Sql, values: &[Value]) -> Result<Row, StoreError>;

    /// Several statements in one flight, in order; answers the changed rows of each.
    /// A loop on SQLite, pipelined on PostgreSQL: prefer it to several `exec`.
    fn many(&mut self, batch: &[(&Sql, Vec<Value>)]) -> Result<Vec<u64>, StoreError>;

    /// Several questions in one flight; answers the rows of each.
    fn fetch(&mut self, batch: &[(&Sql, Vec<Value>)]) -> Result<Vec<Vec<Row>>, StoreError>;

    /// Hands over row by row, so that memory stays flat however long the answer is.
    fn each(
        &mut self,
        sql: &Sql,
        values: &[Value],
        row: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// Wakes the job workers once this transaction is durable.
    fn wake(&mut self);
}

pub(crate) fn at_most_one(sql: &Sql, mut rows: Vec<Row>) -> Result<Option<Row>, StoreError> {
    if rows.len() > 1 {
        return Err(StoreError::sql(sql.name, "more than one row"));
    }
    Ok(rows.pop())
}

pub(crate) fn exactly_one(sql: &Sql, rows: Vec<Row>) -> Result<Row, StoreError> {
    at_most_one(sql, rows)?.ok_or_else(|| StoreError::sql(sql.name, "no row"))
}

/// PostgreSQL has no text with a zero byte in it, so neither engine takes one.
pub(crate) fn no_nul(sql: &Sql, at: usize, text: &str) -> Result<(), StoreError> {
    if text.as_bytes().contains(&0) {
        return Err(StoreError::Type(format!(
            "{}: ${} has a zero byte",
            sql.name,
            at + 1
        )));
    }
    Ok(())
}

//! A transaction on SQLite.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection};

use super::translate;
use crate::outside::Runs;
use crate::sql::Dialect;
use crate::value::Head;
use crate::{Db, Row, Sql, StoreError, Value};

/// Statements of a connection as SQLite wants them, by the address of their text.
#[derive(Default)]
pub(crate) struct Cache(HashMap<(usize, usize), Arc<Ready>>);

struct Ready {
    text: String,
    head: OnceLock<Arc<Head>>,
}

/// The port on one connection, within BEGIN and COMMIT.
pub(crate) struct Session<'c> {
    connection: &'c Connection,
    cache: &'c mut Cache,
    /// The first failure; nothing runs after it.
    pub(crate) failed: Option<StoreError>,
    /// Whether job workers should look.
    pub(crate) wake: bool,
    /// What is told outside.
    pub(crate) runs: Runs,
}

impl<'c> Session<'c> {
    pub(crate) fn new(connection: &'c Connection, cache: &'c mut Cache, runs: Runs) -> Self {
        Self {
            connection,
            cache,
            failed: None,
            wake: false,
            runs,
        }
    }

    /// What the closure's answer is worth: a failure it hid still counts.
    pub(crate) fn verdict<T>(&self, answer: Result<T, StoreError>) -> Result<T, StoreError> {
        match &self.failed {
            Some(error) => Err(error.clone()),
            None => answer,
        }
    }

    fn ready(&mut self, sql: &Sql) -> Arc<Ready> {
        let entry = self.cache.0.entry(sql.key()).or_insert_with(|| {
            Arc::new(Ready {
                text: Dialect::Lite.statement(sql.text),
                head: OnceLock::new(),
            })
        });
        Arc::clone(entry)
    }

    fn guard<T>(
        &mut self,
        act: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        let answer = act(self);
        if let Err(error) = &answer {
            self.failed = Some(error.clone());
        }
        answer
    }

    fn bound(
        &mut self,
        sql: &Sql,
        values: &[Value],
    ) -> Result<(CachedStatement<'c>, Arc<Ready>), StoreError> {
        let ready = self.ready(sql);
        let connection = self.connection;
        let mut statement = connection
            .prepare_cached(&ready.text)
            .map_err(|error| translate(sql.name, &error))?;
        if statement.parameter_count() != values.len() {
            return Err(StoreError::Type(format!(
                "{} takes {} values, got {}",
                sql.name,
                statement.parameter_count(),
                values.len()
            )));
        }
        for (at, value) in values.iter().enumerate() {
            let value = bindable(sql, at, value)?;
            statement
                .raw_bind_parameter(at + 1, value)
                .map_err(|error| translate(sql.name, &error))?;
        }
        Ok((statement, ready))
    }

    fn rows(
        &mut self,
        sql: &Sql,
        values: &[Value],
        take: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let (mut statement, ready) = self.bound(sql, values)?;
        let head = ready.head.get_or_init(|| {
            Arc::new(Head {
                statement: sql.name,
                names: statement.column_names().map(Into::into).collect(),
            })
        });
        let width = head.names.len();
        let mut rows = statement.raw_query();
        loop {
            match rows.next() {
                Ok(Some(row)) => {
                    // Room for the row at once: collecting results would grow it step by step.
                    let mut cells = Vec::with_capacity(width);
                    for at in 0..width {
                        cells.push(cell(sql, row.get_ref(at))?);
                    }
                    take(Row {
                        head: Arc::clone(head),
                        cells,
                    })?;
                }
                Ok(None) => return Ok(()),
                Err(error) => return Err(translate(sql.name, &error)),
            }
        }
    }

    fn collect(&mut self, sql: &Sql, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        let mut out = Vec::new();
        self.rows(sql, values, &mut |row| {
            out.push(row);
            Ok(())
        })?;
        Ok(out)
    }

    fn run(&mut self, sql: &Sql, values: &[Value]) -> Result<u64, StoreError> {
        let (mut statement, _) = self.bound(sql, values)?;
        let count = statement
            .raw_execute()
            .map_err(|error| translate(sql.name, &error))?;
        self.runs.note(sql, values, count as u64);
        Ok(count as u64)
    }
}

impl Db for Session<'_> {
    fn exec(&mut self, sql: &Sql, values: &[Value]) -> Result<u64, StoreError> {
        self.guard(|this| this.run(sql, values))
    }

    fn all(&mut self, sql: &Sql, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.guard(|this| this.collect(sql, values))
    }

    fn opt(&mut self, sql: &Sql, values: &[Value]) -> Result<Option<Row>, StoreError> {
        self.guard(|this| crate::db::at_most_one(sql, this.collect(sql, values)?))
    }

    fn one(&mut self, sql: &Sql, values: &[Value]) -> Result<Row, StoreError> {
        self.guard(|this| crate::db::exactly_one(sql, this.collect(sql, values)?))
    }

    fn many(&mut self, batch: &[(&Sql, Vec<Value>)]) -> Result<Vec<u64>, StoreError> {
        self.guard(|this| {
            batch
                .iter()
                .map(|(sql, values)| this.run(sql, values))
                .collect()
        })
    }

    fn fetch(&mut self, batch: &[(&Sql, Vec<Value>)]) -> Result<Vec<Vec<Row>>, StoreError> {
        self.guard(|this| {
            batch
                .iter()
                .map(|(sql, values)| this.collect(sql, values))
                .collect()
        })
    }

    fn each(
        &mut self,
        sql: &Sql,
        values: &[Value],
        row: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.guard(|this| this.rows(sql, values, row))
    }

    fn wake(&mut self) {
        self.wake = true;
    }
}

fn bindable<'v>(sql: &Sql, at: usize, value: &'v Value) -> Result<ToSqlOutput<'v>, StoreError> {
    Ok(ToSqlOutput::Borrowed(match value {
        Value::Null => ValueRef::Null,
        Value::I64(number) => ValueRef::Integer(*number),
        Value::Bool(flag) => ValueRef::Integer(i64::from(*flag)),
        Value::Bytes(data) => ValueRef::Blob(data),
        Value::Text(text) => {
            crate::db::no_nul(sql, at, text)?;
            ValueRef::Text(text.as_bytes())
        }
    }))
}

fn cell(sql: &Sql, cell: Result<ValueRef<'_>, rusqlite::Error>) -> Result<Value, StoreError> {
    Ok(match cell.map_err(|error| translate(sql.name, &error))? {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::I64(number),
        ValueRef::Blob(data) => Value::Bytes(data.to_vec()),
        ValueRef::Text(text) => match std::str::from_utf8(text) {
            Ok(text) => Value::Text(text.to_owned().into()),
            Err(_) => return Err(StoreError::Type(format!("{}: not UTF-8", sql.name))),
        },
        ValueRef::Real(_) => {
            return Err(StoreError::Type(format!("{}: a fraction", sql.name)));
        }
    })
}

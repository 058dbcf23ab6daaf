//! A PostgreSQL schema to file: one snapshot, row by row.

use std::path::Path;

use futures_util::TryStreamExt;
use rusqlite::Connection;
use rusqlite::types::ToSqlOutput;
use tokio::runtime::Runtime;
use tokio_postgres::Client;

use super::account::reference;
use super::lite::{finish, new_file, step};
use super::{
    BackupReport, Sum, Table, TableAccount, account, among, lite_error, part, settle, verify,
};
use crate::lite::schema as lite_schema;
use crate::pg::{Bound, Shared, connect, schema, translate};
use crate::{Migration, StoreError, Value};

/// Copies a schema into a file, as it was at one instant.
pub(crate) fn from_pg(
    shared: &Shared,
    dest: &Path,
    known: &[Migration],
) -> Result<BackupReport, StoreError> {
    let part = part(dest)?;
    let runtime = runtime()?;
    let client = runtime.block_on(connect(&shared.config))?;
    let begin = format!(
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL search_path = {}",
        shared.schema
    );
    runtime
        .block_on(client.batch_execute(&begin))
        .map_err(|error| translate("backup", &error))?;
    let done = runtime.block_on(schema::done(&client, &shared.schema))?;
    let mut to = new_file(&part)?;
    lite_schema::migrate(&mut to, &among(known, &done))?;
    step(
        &to,
        "PRAGMA foreign_keys = OFF; BEGIN; DELETE FROM migration",
    )?;
    let mut tables = Vec::new();
    for table in account::tables(&to)? {
        tables.push(copy(&runtime, &client, &to, &table)?);
    }
    account::write(&to, &tables)?;
    step(&to, "COMMIT")?;
    finish(to)?;
    let report = verify(&part)?;
    settle(&part, dest)?;
    Ok(report)
}

/// A runtime for the one connection a copy needs.
pub(super) fn runtime() -> Result<Runtime, StoreError> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| StoreError::sql("backup", error.to_string()))
}

fn copy(
    runtime: &Runtime,
    client: &Client,
    to: &Connection,
    table: &Table,
) -> Result<TableAccount, StoreError> {
    let width = table.columns.len();
    let places: Vec<String> = (1..=width).map(|at| format!("?{at}")).collect();
    let text = format!(
        "INSERT INTO {} ({}) VALUES ({})",
        table.name,
        table.list(),
        places.join(", ")
    );
    let mut insert = to.prepare(&text).map_err(|error| lite_error(&error))?;
    let mut sum = Sum::new();
    read(runtime, client, table, |values| {
        for (at, value) in values.iter().enumerate() {
            sum.value(value);
            insert.raw_bind_parameter(at + 1, ToSqlOutput::Borrowed(reference(value)))?;
        }
        sum.end_row();
        insert.raw_execute().map(drop)
    })?;
    Ok(sum.account(&table.name))
}

/// Hands over the rows of a table one by one.
pub(super) fn read(
    runtime: &Runtime,
    client: &Client,
    table: &Table,
    mut take: impl FnMut(&[Value]) -> Result<(), rusqlite::Error>,
) -> Result<(), StoreError> {
    let fail = |error: tokio_postgres::Error| translate("backup", &error);
    let text = format!("SELECT {} FROM {}", table.list(), table.name);
    let none: [Bound<'_>; 0] = [];
    let rows = client.query_raw(&text, none);
    let mut rows = Box::pin(runtime.block_on(rows).map_err(fail)?);
    let mut values = Vec::with_capacity(table.columns.len());
    while let Some(row) = runtime.block_on(rows.try_next()).map_err(fail)? {
        values.clear();
        for at in 0..row.len() {
            values.push(row.try_get(at).map_err(fail)?);
        }
        take(&values).map_err(|error| lite_error(&error))?;
    }
    Ok(())
}

//! A file into an empty PostgreSQL schema, table by table.

use std::path::Path;
use std::pin::pin;

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use tokio::runtime::Runtime;
use tokio_postgres::Client;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::{ToSql, Type};

use super::from_pg::{read, runtime};
use super::lite::open_file;
use super::{Account, BackupReport, Sum, Table, account, lite_error, steps_of, verify};
use crate::pg::{Bound, connect, schema as pg_schema, settings, translate};
use crate::{Migration, StoreError, Value};

/// Puts a backup into a schema that does not exist yet.
pub(crate) fn into_pg(
    file: &Path,
    url: &str,
    schema: &str,
    known: &[Migration],
) -> Result<BackupReport, StoreError> {
    let report = verify(file)?;
    let from = open_file(file)?;
    let steps = steps_of(&from, known)?;
    let runtime = runtime()?;
    let client = runtime.block_on(connect(&settings(url, schema)?))?;
    let run = |text: &str| {
        runtime
            .block_on(client.batch_execute(text))
            .map_err(|error| translate("restore", &error))
    };
    if !runtime
        .block_on(pg_schema::columns(&client, schema))?
        .is_empty()
    {
        return Err(StoreError::Unusable(format!(
            "schema {schema} holds data already; nothing is overwritten"
        )));
    }
    let act = || -> Result<(), StoreError> {
        runtime.block_on(pg_schema::migrate(&client, schema, &steps))?;
        run(&format!(
            "BEGIN; SET LOCAL search_path = {schema}; DELETE FROM migration"
        ))?;
        let found = fill(&runtime, &client, &from)?;
        account::compare(&found, &report.tables)?;
        run("COMMIT")
    };
    act().inspect_err(|_| {
        // What was made here is taken away again; a half copy must not look like data.
        let _ = run("ROLLBACK");
        let _ = run(&format!("DROP SCHEMA IF EXISTS {schema} CASCADE"));
    })?;
    Ok(report)
}

/// Copies every table in and reads it back.
fn fill(runtime: &Runtime, client: &Client, from: &Connection) -> Result<Account, StoreError> {
    let mut found = Vec::new();
    for table in account::tables(from)? {
        runtime.block_on(copy(client, from, &table))?;
        let mut sum = Sum::new();
        read(runtime, client, &table, |values| {
            values.iter().for_each(|value| sum.value(value));
            sum.end_row();
            Ok(())
        })?;
        found.push(sum.account(&table.name));
    }
    Ok(found)
}

async fn copy(client: &Client, from: &Connection, table: &Table) -> Result<(), StoreError> {
    let failed = |error: tokio_postgres::Error| translate("restore", &error);
    let kinds: Vec<Type> = table.columns.iter().map(|c| wire(&c.kind)).collect();
    let text = format!(
        "COPY {} ({}) FROM STDIN (FORMAT binary)",
        table.name,
        table.list()
    );
    let sink = client.copy_in(&text).await.map_err(failed)?;
    let mut writer = pin!(BinaryCopyInWriter::new(sink, &kinds));
    let text = format!("SELECT {} FROM {}", table.list(), table.name);
    let mut statement = from.prepare(&text).map_err(|error| lite_error(&error))?;
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next().map_err(|error| lite_error(&error))? {
        let mut values = Vec::with_capacity(kinds.len());
        for (at, kind) in kinds.iter().enumerate() {
            let cell = row.get_ref(at).map_err(|error| lite_error(&error))?;
            values.push(value(cell, kind, &table.name)?);
        }
        let bound: Vec<Bound<'_>> = values.iter().map(Bound).collect();
        let bound: Vec<&(dyn ToSql + Sync)> =
            bound.iter().map(|b| b as &(dyn ToSql + Sync)).collect();
        writer.as_mut().write(&bound).await.map_err(failed)?;
    }
    writer.finish().await.map(drop).map_err(failed)
}

fn wire(kind: &str) -> Type {
    match kind {
        "i64" => Type::INT8,
        "bytes" => Type::BYTEA,
        "bool" => Type::BOOL,
        _ => Type::TEXT,
    }
}

fn value(cell: ValueRef<'_>, kind: &Type, table: &str) -> Result<Value, StoreError> {
    Ok(match cell {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) if *kind == Type::BOOL => Value::Bool(number != 0),
        ValueRef::Integer(number) => Value::I64(number),
        ValueRef::Blob(data) => Value::Bytes(data.to_vec()),
        ValueRef::Text(text) => match std::str::from_utf8(text) {
            Ok(text) => Value::Text(text.to_owned().into()),
            Err(_) => return Err(StoreError::Type(format!("{table}: not UTF-8"))),
        },
        ValueRef::Real(_) => return Err(StoreError::Type(format!("{table}: a fraction"))),
    })
}

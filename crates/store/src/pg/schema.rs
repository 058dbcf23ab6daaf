//! The schema of a tenant on PostgreSQL: migrations in, real columns and indexes out.

use std::collections::{BTreeSet, HashMap};

use tokio_postgres::types::{FromSql, Type};
use tokio_postgres::{Client, Error, Statement};

use super::{Shared, connect, translate};
use crate::engine::{Column, Scrubbed};
use crate::lite::schema::{LEDGER, check};
use crate::sql::{Dialect, Migration};
use crate::{Sql, StoreError, Value};

/// Runs what is missing, each step in a transaction of its own. Several nodes may start at
/// once: the ledger is locked during each step.
pub(crate) async fn migrate(
    client: &Client,
    schema: &str,
    migrations: &[Migration],
) -> Result<(), StoreError> {
    prepare(client, schema).await?;
    check(&done(client, schema).await?, migrations)?;
    for migration in migrations {
        let answer = step(client, schema, migration).await;
        if let Err(error) = answer {
            let _ = client.batch_execute("ROLLBACK").await;
            return Err(translate(migration.name, &error));
        }
    }
    Ok(())
}

/// Makes the namespace and its ledger. Two nodes may collide here; the second look finds both.
async fn prepare(client: &Client, schema: &str) -> Result<(), StoreError> {
    let ledger = Dialect::Pg
        .words(LEDGER)
        .replace("migration (", &format!("{schema}.migration ("));
    let there = format!("SELECT name FROM {schema}.migration LIMIT 1");
    if client.batch_execute(&there).await.is_ok() {
        return Ok(());
    }
    let mut last = StoreError::Lost;
    for _ in 0..5 {
        let text = format!("CREATE SCHEMA IF NOT EXISTS {schema}; {ledger}");
        match client.batch_execute(&text).await {
            Ok(()) => return Ok(()),
            Err(error) => last = translate("migration", &error),
        }
    }
    Err(last)
}

async fn step(client: &Client, schema: &str, migration: &Migration) -> Result<(), Error> {
    client
        .batch_execute(&format!(
            "BEGIN; SET LOCAL search_path = {schema}; LOCK TABLE migration IN EXCLUSIVE MODE"
        ))
        .await?;
    let fresh = client
        .execute(
            "INSERT INTO migration (name) VALUES ($1) ON CONFLICT DO NOTHING",
            &[&migration.name],
        )
        .await?;
    if fresh == 1 {
        client
            .batch_execute(&Dialect::Pg.words(migration.sql))
            .await?;
    }
    client.batch_execute("COMMIT").await
}

/// The steps a schema has behind it.
pub(crate) async fn done(client: &Client, schema: &str) -> Result<BTreeSet<String>, StoreError> {
    let rows = client
        .query(&format!("SELECT name FROM {schema}.migration"), &[])
        .await
        .map_err(|error| translate("migration", &error))?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

/// Every column of every table, tables in the order they were made.
pub(crate) async fn columns(client: &Client, schema: &str) -> Result<Vec<Column>, StoreError> {
    let rows = client
        .query(
            "SELECT t.relname::text, a.attname::text, format_type(a.atttypid, NULL)
             FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
             JOIN pg_namespace n ON n.oid = t.relnamespace
             WHERE n.nspname = $1 AND t.relkind IN ('r', 'p') AND a.attnum > 0
               AND NOT a.attisdropped
             ORDER BY t.oid, a.attnum",
            &[&schema],
        )
        .await
        .map_err(|error| translate("columns", &error))?;
    let column = |row: &tokio_postgres::Row| {
        let declared: String = row.get(2);
        Column {
            table: row.get(0),
            name: row.get(1),
            kind: match declared.as_str() {
                "bigint" => "i64".to_owned(),
                "bytea" => "bytes".to_owned(),
                "boolean" => "bool".to_owned(),
                _ => declared,
            },
        }
    };
    Ok(rows.iter().map(column).collect())
}

/// Names of unique indexes, as the server and as the house calls them.
pub(crate) async fn indexes(
    client: &Client,
    schema: &str,
) -> Result<HashMap<String, String>, StoreError> {
    let rows = client
        .query(
            "SELECT i.relname::text, t.relname::text, a.attname::text
             FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
             JOIN pg_class t ON t.oid = x.indrelid
             JOIN pg_namespace n ON n.oid = t.relnamespace
             CROSS JOIN LATERAL unnest(x.indkey::int2[]) WITH ORDINALITY AS k(number, place)
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number
             WHERE n.nspname = $1 AND x.indisunique AND x.indexprs IS NULL
             ORDER BY i.oid, k.place",
            &[&schema],
        )
        .await
        .map_err(|error| translate("indexes", &error))?;
    let mut out: HashMap<String, String> = HashMap::new();
    for row in &rows {
        let (index, table, column): (String, String, String) = (row.get(0), row.get(1), row.get(2));
        let name = out.entry(index).or_insert(table);
        name.push_str("__");
        name.push_str(&column);
    }
    Ok(out)
}

/// Prepares statements without running them; answers the faults.
pub(crate) async fn prepare_all(shared: &Shared, all: &[Sql]) -> Result<Vec<String>, StoreError> {
    let client = connect(&shared.config).await?;
    client
        .batch_execute(&format!("SET search_path = {}", shared.schema))
        .await
        .map_err(|error| translate("prepare_all", &error))?;
    let mut faults = Vec::new();
    for sql in all {
        match client.prepare(&Dialect::Pg.statement(sql.text)).await {
            Err(error) => faults.push(translate(sql.name, &error).to_string()),
            Ok(statement) => faults.extend(foreign_types(sql, &statement)),
        }
    }
    Ok(faults)
}

/// Columns and parameters of a type that is none of the four.
fn foreign_types(sql: &Sql, statement: &Statement) -> Vec<String> {
    let known = |kind: &Type| <Value as FromSql>::accepts(kind);
    let columns = statement.columns().iter();
    let columns = columns
        .filter(|column| !known(column.type_()))
        .map(|column| format!("{}: {} is {}", sql.name, column.name(), column.type_()));
    let values = statement.params().iter().enumerate();
    let values = values
        .filter(|(_, kind)| !known(kind))
        .map(|(at, kind)| format!("{}: ${} is {kind}", sql.name, at + 1));
    columns.chain(values).collect()
}

/// Gives the space of deleted rows back and overwrites what it can.
pub(crate) async fn vacuum(
    shared: &Shared,
    tables: &[&'static str],
) -> Result<Scrubbed, StoreError> {
    let client = connect(&shared.config).await?;
    for table in tables {
        client
            .batch_execute(&format!("VACUUM {}.{table}", shared.schema))
            .await
            .map_err(|error| translate("vacuum", &error))?;
    }
    Ok(Scrubbed {
        clean: false,
        attempts: 1,
        what: format!(
            "vacuumed {}; old bytes leave pages, journal and replicas as they turn over",
            tables.join(", ")
        ),
    })
}

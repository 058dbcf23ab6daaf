//! Every promise of the crate, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod backups;
mod errors;
mod group;
mod killed;
mod lost;
mod outside;
mod port;
mod queue;
mod races;
mod schema;
mod scrub;
mod speed;

use crate::{Migration, Sql, Store, queries};

pub(crate) const TABLES: &[Migration] = &[Migration {
    name: "test-1",
    sql: "CREATE TABLE bay (id {i64} PRIMARY KEY NOT NULL, name {text} NOT NULL) {strict};
          CREATE TABLE slot (
            id {i64} PRIMARY KEY NOT NULL,
            bay_id {i64} NOT NULL REFERENCES bay (id),
            step {i64} NOT NULL,
            body {bytes},
            firm {bool} NOT NULL
          ) {strict};
          CREATE UNIQUE INDEX slot__bay_id__step ON slot (bay_id, step);
          CREATE TABLE pair (a {i64} NOT NULL, b {text} NOT NULL, PRIMARY KEY (a, b)) {norowid};",
}];

pub(crate) const MIGRATIONS: &[&[Migration]] = &[TABLES];

queries! {
    /// A bay.
    ADD_BAY = "INSERT INTO bay (id, name) VALUES ($1, $2)";
    /// A slot.
    ADD_SLOT = "INSERT INTO slot (id, bay_id, step, body, firm) VALUES ($1, $2, $3, $4, $5)";
    /// Parameters out of order, one used twice, and text that only looks like one.
    SWAPPED = "SELECT CAST($2 AS {text}) AS b, CAST($1 AS {text}) AS a, CAST($2 AS {text}) AS c, '$9' AS d";
    /// One slot.
    SLOT = "SELECT id, bay_id, step, body, firm FROM slot WHERE id = $1";
    /// All slots.
    SLOTS = "SELECT id, bay_id, step, body, firm FROM slot ORDER BY id";
    /// How many slots.
    COUNT_SLOTS = "SELECT COUNT(*) AS n FROM slot";
    /// A pair.
    ADD_PAIR = "INSERT INTO pair (a, b) VALUES ($1, $2)";
    /// Removes a slot.
    DROP_SLOT = "DELETE FROM slot WHERE id = $1";
    /// Moves a slot.
    MOVE_SLOT = "UPDATE slot SET step = step + $2 WHERE id = $1 RETURNING step";
    /// A bay's name.
    BAY = "SELECT name FROM bay WHERE id = $1";
    /// Gives a bay a name.
    NAME_BAY = "UPDATE bay SET name = $2 WHERE id = $1";
}

/// Adds bay 1, which the slots stand in.
pub(crate) async fn with_bay(store: &Store) {
    store
        .write(|db| db.exec(&ADD_BAY, &[1.into(), "one".into()]))
        .await
        .unwrap();
}

pub(crate) async fn slots(store: &Store) -> i64 {
    store
        .read(|db| db.one(&COUNT_SLOTS, &[])?.i64("n"))
        .await
        .unwrap()
}

pub(crate) fn slot(id: i64, step: i64) -> Vec<crate::Value> {
    let body = crate::bytes([id.to_le_bytes(), step.to_le_bytes()].concat());
    vec![id.into(), 1.into(), step.into(), body, true.into()]
}

pub(crate) const BROKEN: Sql = Sql {
    name: "broken",
    text: "SELECT nothing FROM nowhere",
};

/// Many threads, as the program has.
pub(crate) fn block_on(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
        .block_on(test);
}

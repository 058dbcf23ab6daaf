//! The tables of this slice: ids, instants, words of the program and keyed hashes.

use store::Migration;

/// Steps of the schema.
pub const MIGRATIONS: &[Migration] = &[
Migration {
    name: "prospects-1",
    sql: "
CREATE TABLE prospect (id {i64} PRIMARY KEY NOT NULL, subject_id {i64} NOT NULL, controller_id {i64} NOT NULL, captured_at {i64} NOT NULL, captured_by {i64} NOT NULL, notice_due_at {i64} NOT NULL, notice {text} NOT NULL, notice_at {i64}, code_tag {bytes} NOT NULL, state {text} NOT NULL) {strict};
CREATE INDEX prospect_state ON prospect (state, captured_at);
CREATE UNIQUE INDEX prospect__subject_id ON prospect (subject_id);
CREATE UNIQUE INDEX prospect__code_tag ON prospect (code_tag);
CREATE TABLE reserved (kind {text} NOT NULL, tag {bytes} NOT NULL, washed_at {i64} NOT NULL, PRIMARY KEY (kind, tag)) {norowid};
CREATE TABLE wash (id {i64} PRIMARY KEY NOT NULL, at {i64} NOT NULL, kind {text} NOT NULL, lines {i64} NOT NULL) {strict};
",
},
    Migration {
        // In what language the notice is given.
        name: "prospects-2",
        sql: "ALTER TABLE prospect ADD COLUMN lang {text} NOT NULL DEFAULT 'nb';",
    },
];

//! The tables of this slice: ids, instants, words of the program and keyed hashes. No address.

use store::Migration;

/// Steps of the schema.
pub const MIGRATIONS: &[Migration] = &[FIRST, SECOND, THIRD];

/// Since when an account fails, and the words under which a file's yeses were given.
const THIRD: Migration = Migration {
    name: "make-3",
    sql: "ALTER TABLE make_account ADD COLUMN failing_since {i64};
          ALTER TABLE make_import ADD COLUMN words_hash {text};
          ALTER TABLE make_import ADD COLUMN words_from {i64};
          ALTER TABLE make_import ADD COLUMN words_until {i64};
          ALTER TABLE make_import ADD COLUMN covered {i64} NOT NULL DEFAULT 0;",
};

/// What a file brought, and whom the service does not take.
const SECOND: Migration = Migration {
    name: "make-2",
    sql: "CREATE TABLE make_import (
            id {i64} PRIMARY KEY NOT NULL,
            controller_id {i64} NOT NULL,
            at {i64} NOT NULL,
            by_id {i64} NOT NULL,
            yes {i64} NOT NULL,
            known {i64} NOT NULL,
            no {i64} NOT NULL,
            refused {i64} NOT NULL
          ) {strict};
          CREATE INDEX make_import_last ON make_import (controller_id, at);
          CREATE TABLE make_import_row (
            import_id {i64} NOT NULL,
            row_no {i64} NOT NULL,
            there_id {i64},
            reason {text} NOT NULL,
            PRIMARY KEY (import_id, row_no)
          ) {norowid};
          CREATE TABLE make_refused (
            controller_id {i64} NOT NULL,
            subject_id {i64} NOT NULL,
            record_id {i64} NOT NULL,
            at {i64} NOT NULL,
            PRIMARY KEY (controller_id, subject_id)
          ) {norowid};",
};

const FIRST: Migration = Migration {
    name: "make-1",
    sql: "CREATE TABLE make_line (
            controller_id {i64} NOT NULL,
            subject_id {i64} NOT NULL,
            mark {bytes} NOT NULL,
            record_id {i64} NOT NULL,
            there_id {i64},
            state {text} NOT NULL,
            since {i64} NOT NULL,
            PRIMARY KEY (controller_id, subject_id)
          ) {norowid};
          CREATE INDEX make_line_mark ON make_line (controller_id, mark);
          CREATE INDEX make_line_subject ON make_line (subject_id);
          CREATE TABLE make_heard (
            controller_id {i64} NOT NULL,
            kind {text} NOT NULL,
            mark {bytes} NOT NULL,
            said {i64} NOT NULL,
            at {i64} NOT NULL,
            heard_at {i64} NOT NULL,
            PRIMARY KEY (controller_id, kind, mark, said)
          ) {norowid};
          CREATE TABLE make_unknown (
            controller_id {i64} NOT NULL,
            there_id {i64} NOT NULL,
            mark {bytes} NOT NULL,
            first_at {i64} NOT NULL,
            stopped_at {i64},
            PRIMARY KEY (controller_id, there_id)
          ) {norowid};
          CREATE TABLE make_account (
            controller_id {i64} PRIMARY KEY NOT NULL,
            looked_at {i64},
            compared_at {i64},
            agreed_at {i64},
            in_step {bool} NOT NULL,
            failure {text},
            failures {i64} NOT NULL,
            failed_at {i64},
            next_at {i64} NOT NULL,
            owed {i64} NOT NULL,
            newer {i64} NOT NULL
          ) {norowid};
          CREATE TABLE make_report (
            id {i64} PRIMARY KEY NOT NULL,
            controller_id {i64} NOT NULL,
            at {i64} NOT NULL,
            by_id {i64},
            done {bool} NOT NULL
          ) {strict};
          CREATE INDEX make_report_last ON make_report (controller_id, at);
          CREATE TABLE make_report_count (
            report_id {i64} NOT NULL,
            reason {text} NOT NULL,
            n {i64} NOT NULL,
            PRIMARY KEY (report_id, reason)
          ) {norowid};",
};

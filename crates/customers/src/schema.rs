//! The tables of this slice: ids, instants and keyed hashes; who anybody is lies in sealed records.

use store::Migration;

/// Steps of the schema.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "customers-1",
        sql: "CREATE TABLE account (
            id {i64} PRIMARY KEY NOT NULL,
            subject_id {i64} NOT NULL,
            opened_at {i64} NOT NULL,
            closed_at {i64}
          ) {strict};
          CREATE UNIQUE INDEX account__subject_id ON account (subject_id) WHERE closed_at IS NULL;
          CREATE TABLE log_in_link (
            tag {bytes} PRIMARY KEY NOT NULL,
            id {i64} NOT NULL,
            subject_id {i64} NOT NULL,
            made_at {i64} NOT NULL,
            good_until {i64} NOT NULL,
            used_at {i64}
          ) {norowid};
          CREATE INDEX log_in_link_subject ON log_in_link (subject_id);
          CREATE INDEX log_in_link_good ON log_in_link (good_until);
          CREATE TABLE log_in_ask (
            id {i64} PRIMARY KEY NOT NULL,
            tag {bytes} NOT NULL,
            at {i64} NOT NULL
          ) {strict};
          CREATE INDEX log_in_ask_tag ON log_in_ask (tag);
          CREATE INDEX log_in_ask_at ON log_in_ask (at);
          CREATE TABLE email_change (
            tag {bytes} PRIMARY KEY NOT NULL,
            id {i64} NOT NULL,
            subject_id {i64} NOT NULL,
            account_id {i64} NOT NULL,
            record_id {i64} NOT NULL,
            made_at {i64} NOT NULL,
            good_until {i64} NOT NULL,
            used_at {i64}
          ) {norowid};
          CREATE INDEX email_change_subject ON email_change (subject_id);",
    },
    // Who got what, who has to be told, and records that a newer one has replaced.
    Migration {
        name: "customers-disclosures-2",
        sql: "CREATE TABLE disclosure (
            id {i64} PRIMARY KEY NOT NULL,
            subject_id {i64} NOT NULL,
            recipient {text} NOT NULL,
            categories {text} NOT NULL,
            purpose {text} NOT NULL,
            controller_id {i64} NOT NULL,
            at {i64} NOT NULL
          ) {strict};
          CREATE INDEX disclosure_subject ON disclosure (subject_id, at);
          CREATE TABLE disclosure_notice (
            id {i64} PRIMARY KEY NOT NULL,
            subject_id {i64} NOT NULL,
            recipient {text} NOT NULL,
            categories {text} NOT NULL,
            kind {text} NOT NULL,
            request_id {i64},
            owed_at {i64} NOT NULL,
            told_at {i64},
            way {text},
            receipt_id {i64}
          ) {strict};
          CREATE INDEX disclosure_notice_subject ON disclosure_notice (subject_id);
          CREATE INDEX disclosure_notice_owed ON disclosure_notice (told_at, owed_at);
          CREATE TABLE superseded (
            record_id {i64} PRIMARY KEY NOT NULL,
            subject_id {i64} NOT NULL,
            at {i64} NOT NULL
          ) {strict};",
    },
    // When somebody was last there, and when they were asked whether they come back.
    Migration {
        name: "customers-idle-3",
        sql: "ALTER TABLE account ADD COLUMN seen_at {i64};
          ALTER TABLE account ADD COLUMN asked_at {i64};
          CREATE INDEX account_seen ON account (seen_at) WHERE closed_at IS NULL;",
    },
];

//! The tables of this slice: ids, instants, words of the program and keyed hashes. What a person asked
//! and was answered lies in sealed records.

use store::Migration;

/// Steps of the schema.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "rights-1",
    sql: "
CREATE TABLE rights_request (id {i64} PRIMARY KEY NOT NULL, subject_id {i64} NOT NULL, controller_id {i64} NOT NULL, kind {text} NOT NULL, channel {text} NOT NULL, received_at {i64} NOT NULL, due_at {i64} NOT NULL, rule {text} NOT NULL, state {text} NOT NULL, decided_at {i64}, answered_at {i64}, officer_id {i64}, record_id {i64} NOT NULL, lang {text} NOT NULL, letter_owed {bool} NOT NULL) {strict};
CREATE INDEX rights_request_subject ON rights_request (subject_id);
CREATE INDEX rights_request_state ON rights_request (state, due_at);
CREATE TABLE rights_receipt (seq {i64} PRIMARY KEY NOT NULL, tag {bytes} NOT NULL, at {i64} NOT NULL, body {text} NOT NULL, previous {bytes} NOT NULL, hash {bytes} NOT NULL) {strict};
CREATE UNIQUE INDEX rights_receipt__tag ON rights_receipt (tag);
CREATE TABLE proof_run (id {i64} PRIMARY KEY NOT NULL, at {i64} NOT NULL, version {i64} NOT NULL, hash {text} NOT NULL, holds {i64} NOT NULL, attested {i64} NOT NULL, fails {i64} NOT NULL) {strict};
CREATE INDEX proof_run_at ON proof_run (at);
CREATE TABLE proof_line (run_id {i64} NOT NULL, place {i64} NOT NULL, number {text} NOT NULL, verdict {text} NOT NULL, evidence {text} NOT NULL, PRIMARY KEY (run_id, place)) {norowid};
",
},
    // Free text that waits for a look before it leaves, what was decided, and what people brought along.
    Migration {
        name: "rights-package-2",
        sql: "
CREATE TABLE rights_review (id {i64} PRIMARY KEY NOT NULL, subject_id {i64} NOT NULL, holder_id {i64} NOT NULL, record_id {i64} NOT NULL, category {text} NOT NULL, field {text} NOT NULL, opened_at {i64} NOT NULL) {strict};
CREATE UNIQUE INDEX rights_review__subject_id__record_id__field ON rights_review (subject_id, record_id, field);
CREATE TABLE rights_review_decision (id {i64} PRIMARY KEY NOT NULL, review_id {i64} NOT NULL, decision {text} NOT NULL, reason {text} NOT NULL, marks {text} NOT NULL, officer_id {i64} NOT NULL, at {i64} NOT NULL) {strict};
CREATE INDEX rights_review_decision_review ON rights_review_decision (review_id);
CREATE TABLE rights_brought (tag {bytes} PRIMARY KEY NOT NULL, subject_id {i64} NOT NULL, record_id {i64} NOT NULL, at {i64} NOT NULL) {norowid};
CREATE INDEX rights_brought_subject ON rights_brought (subject_id);
",
    },
];

//! The tables of this slice: ids, instants, words of the program and keyed hashes. What a person asked
//! and was answered lies in sealed records.

use store::Migration;

/// Steps of the schema.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
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
    // The desk: identity, pauses, the letter's own date, scans, who changed what, links, and the states
    // that a decision brings about.
    Migration {
        name: "rights-desk-2",
        sql: "
ALTER TABLE rights_request ADD COLUMN version {i64} NOT NULL DEFAULT 1;
ALTER TABLE rights_request ADD COLUMN identity {text} NOT NULL DEFAULT 'logged_in';
ALTER TABLE rights_request ADD COLUMN identity_by {i64};
ALTER TABLE rights_request ADD COLUMN paused_at {i64};
ALTER TABLE rights_request ADD COLUMN paused_days {i64} NOT NULL DEFAULT 0;
ALTER TABLE rights_request ADD COLUMN written_on {i64};
ALTER TABLE rights_request ADD COLUMN registered_at {i64} NOT NULL DEFAULT 0;
ALTER TABLE rights_request ADD COLUMN scan_id {i64};
UPDATE rights_request SET registered_at = received_at;
UPDATE rights_request SET identity = 'link' WHERE channel <> 'page';
CREATE TABLE rights_event (id {i64} PRIMARY KEY NOT NULL, request_id {i64} NOT NULL, at {i64} NOT NULL, what {text} NOT NULL, actor_kind {text} NOT NULL, actor_id {i64} NOT NULL, detail {text} NOT NULL) {strict};
CREATE INDEX rights_event_request ON rights_event (request_id, at);
CREATE TABLE rights_link (tag {bytes} PRIMARY KEY NOT NULL, request_id {i64} NOT NULL, subject_id {i64} NOT NULL, made_at {i64} NOT NULL, good_until {i64} NOT NULL, used_at {i64}) {norowid};
CREATE INDEX rights_link_good ON rights_link (good_until);
CREATE TABLE rights_restriction (id {i64} PRIMARY KEY NOT NULL, subject_id {i64} NOT NULL, request_id {i64} NOT NULL, ground {text} NOT NULL, set_at {i64} NOT NULL, set_by {i64} NOT NULL, notice_at {i64}, lifted_at {i64}, lifted_by {i64}) {strict};
CREATE INDEX rights_restriction_subject ON rights_restriction (subject_id);
CREATE TABLE rights_objection (request_id {i64} NOT NULL, purpose {text} NOT NULL, state {text} NOT NULL, at {i64} NOT NULL, decided_at {i64}, decided_by {i64}, PRIMARY KEY (request_id, purpose)) {norowid};
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
    // What a hold kept back from an erasure, until it is done and told.
    Migration {
        name: "rights-deferral-2",
        sql: "
CREATE TABLE rights_deferral (request_id {i64} NOT NULL, strand_id {i64} NOT NULL, category {text} NOT NULL, deferred_at {i64} NOT NULL, done_at {i64}, outcome {text} NOT NULL, told_at {i64}, PRIMARY KEY (request_id, strand_id)) {norowid};
",
    },
    // Letters on paper, for those who have no e-mail: owed until somebody says that they have gone.
    Migration {
        name: "rights-paper-3",
        sql: "
CREATE TABLE rights_paper (id {i64} PRIMARY KEY NOT NULL, request_id {i64} NOT NULL, record_id {i64} NOT NULL, what {text} NOT NULL, owed_at {i64} NOT NULL, posted_on {i64}, way {text}, noted_at {i64}, noted_by {i64}) {strict};
CREATE INDEX rights_paper_request ON rights_paper (request_id);
",
    },
    // The receipt that another follows when the rest is done: its keyed hash, until then.
    Migration {
        name: "rights-deferral-3",
        sql: "
ALTER TABLE rights_deferral ADD COLUMN receipt {bytes};
",
    },
    // Who else a case is about: a person may stand in the books several times.
    Migration {
        name: "rights-people-2",
        sql: "
CREATE TABLE rights_case_subject (request_id {i64} NOT NULL, subject_id {i64} NOT NULL, found_by {text} NOT NULL, theirs {bool} NOT NULL, at {i64} NOT NULL, by_id {i64} NOT NULL, PRIMARY KEY (request_id, subject_id)) {norowid};
",
    },
    // What a restriction locked, strand by strand: it lifts what it locked itself, and nothing else.
    Migration {
        name: "rights-restriction-2",
        sql: "
CREATE TABLE rights_restriction_strand (restriction_id {i64} NOT NULL, strand_id {i64} NOT NULL, PRIMARY KEY (restriction_id, strand_id)) {norowid};
CREATE INDEX rights_restriction_strand_strand ON rights_restriction_strand (strand_id);
",
    },
];

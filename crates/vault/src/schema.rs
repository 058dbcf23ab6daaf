//! The vault's tables.

use store::Migration;

/// Steps of the schema.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "vault-1",
    sql: "
CREATE TABLE keyring (name {text} PRIMARY KEY NOT NULL, generation {i64} NOT NULL, fingerprint {text} NOT NULL, wrapped {bytes} NOT NULL) {strict};
CREATE TABLE subject (id {i64} PRIMARY KEY NOT NULL, kind {text} NOT NULL, created_at {i64} NOT NULL, forgotten_at {i64}) {strict};
CREATE TABLE strand (id {i64} PRIMARY KEY NOT NULL, subject_id {i64} NOT NULL REFERENCES subject(id), category {text} NOT NULL, state {text} NOT NULL, keep_until {i64} NOT NULL, created_at {i64} NOT NULL, wrapped {bytes} NOT NULL) {strict};
CREATE UNIQUE INDEX strand__subject_id__category ON strand (subject_id, category);
CREATE INDEX strand_keep_until ON strand (keep_until);
CREATE TABLE reason (strand_id {i64} NOT NULL, purpose {text} NOT NULL, source_kind {text} NOT NULL, source_id {i64} NOT NULL, rule {text} NOT NULL, started_at {i64} NOT NULL, until {i64} NOT NULL, PRIMARY KEY (strand_id, purpose, source_kind, source_id)) {norowid};
CREATE TABLE record (id {i64} PRIMARY KEY NOT NULL, strand_id {i64} NOT NULL, kind {text} NOT NULL, at {i64} NOT NULL, source_kind {text} NOT NULL, source_ref {i64} NOT NULL, notice_version {text} NOT NULL, body {bytes} NOT NULL) {strict};
CREATE INDEX record_strand ON record (strand_id, kind, at);
CREATE TABLE blind (kind {text} NOT NULL, tag {bytes} NOT NULL, subject_id {i64} NOT NULL, strand_id {i64} NOT NULL) {strict};
CREATE UNIQUE INDEX blind__kind__tag ON blind (kind, tag);
CREATE INDEX blind_strand ON blind (strand_id);
CREATE TABLE hint (kind {text} NOT NULL, tag {bytes} NOT NULL, subject_id {i64} NOT NULL, strand_id {i64} NOT NULL, PRIMARY KEY (kind, tag, strand_id)) {norowid};
CREATE INDEX hint_strand ON hint (strand_id);
CREATE TABLE tie (vehicle_id {i64} NOT NULL, person_id {i64} NOT NULL, party {text} NOT NULL, starts_at {i64} NOT NULL, ends_at {i64} NOT NULL, PRIMARY KEY (vehicle_id, person_id, party, starts_at)) {norowid};
CREATE INDEX tie_person ON tie (person_id);
CREATE TABLE consent (id {i64} PRIMARY KEY NOT NULL, subject_id {i64} NOT NULL, controller_id {i64} NOT NULL, purpose {text} NOT NULL, channel {text} NOT NULL, topic {text} NOT NULL, state {text} NOT NULL, at {i64} NOT NULL, recorded_at {i64} NOT NULL, text_version {text} NOT NULL, lang {text} NOT NULL, form {text} NOT NULL, actor_kind {text} NOT NULL, actor_id {i64} NOT NULL, seq {i64} NOT NULL) {strict};
CREATE INDEX consent_subject ON consent (subject_id, purpose);
CREATE TABLE objection (subject_id {i64} NOT NULL, purpose {text} NOT NULL, at {i64} NOT NULL, PRIMARY KEY (subject_id, purpose)) {norowid};
CREATE TABLE hold (id {i64} PRIMARY KEY NOT NULL, strand_id {i64} NOT NULL, reason {text} NOT NULL, owner_id {i64} NOT NULL, set_at {i64} NOT NULL, review_on {text} NOT NULL, released_at {i64}) {strict};
CREATE INDEX hold_strand ON hold (strand_id);
CREATE TABLE erasure (strand_id {i64} PRIMARY KEY NOT NULL, subject_id {i64} NOT NULL, category {text} NOT NULL, at {i64} NOT NULL, cause {text} NOT NULL, rule {text} NOT NULL, actor_kind {text} NOT NULL, actor_id {i64} NOT NULL) {strict};
CREATE INDEX erasure_subject ON erasure (subject_id);
CREATE TABLE opening (seq {i64} PRIMARY KEY NOT NULL, at {i64} NOT NULL, actor_kind {text} NOT NULL, actor_id {i64} NOT NULL, title {text} NOT NULL, subject_id {i64} NOT NULL, categories {text} NOT NULL, purpose {text} NOT NULL, case_kind {text} NOT NULL, case_id {i64} NOT NULL, hash {bytes} NOT NULL) {strict};
CREATE INDEX opening_subject ON opening (subject_id, seq);
CREATE TABLE chain (id {i64} PRIMARY KEY NOT NULL, seq {i64} NOT NULL, hash {bytes} NOT NULL) {strict};
CREATE TABLE sweep (id {i64} PRIMARY KEY NOT NULL, started_at {i64} NOT NULL, ended_at {i64}, destroyed {i64} NOT NULL, held {i64} NOT NULL) {strict};
",
}, Migration {
    name: "vault-suppression-1",
    sql: "
CREATE TABLE suppression (kind {text} NOT NULL, tag {bytes} NOT NULL, seq {i64} NOT NULL, scope_kind {text} NOT NULL, controller_id {i64} NOT NULL, topic {text} NOT NULL, state {text} NOT NULL, at {i64} NOT NULL, source {text} NOT NULL, PRIMARY KEY (kind, tag, seq)) {norowid};
",
}, Migration {
    name: "vault-audience-1",
    sql: "
CREATE INDEX consent_audience ON consent (purpose, controller_id, topic, channel, subject_id);
",
}, Migration {
    name: "vault-consent-2",
    sql: "
ALTER TABLE consent ADD COLUMN text_hash {text} NOT NULL DEFAULT '';
ALTER TABLE consent ADD COLUMN facts_hash {text} NOT NULL DEFAULT '';
ALTER TABLE consent ADD COLUMN received_at {i64};
CREATE TABLE consent_text (hash {text} PRIMARY KEY NOT NULL, version {text} NOT NULL, lang {text} NOT NULL, text {text} NOT NULL, first_at {i64} NOT NULL) {norowid};
CREATE TABLE consent_facts (hash {text} PRIMARY KEY NOT NULL, version {text} NOT NULL, facts {text} NOT NULL, first_at {i64} NOT NULL) {norowid};
",
}, Migration {
    name: "vault-consent-3",
    sql: "
CREATE TABLE consent_proof (kind {text} NOT NULL, tag {bytes} NOT NULL, subject_id {i64} NOT NULL, PRIMARY KEY (kind, tag, subject_id)) {norowid};
CREATE INDEX consent_proof_subject ON consent_proof (subject_id);
",
}, Migration {
    name: "vault-openings-2",
    sql: "
ALTER TABLE opening ADD COLUMN controller_id {i64} NOT NULL DEFAULT 0;
ALTER TABLE opening ADD COLUMN marks {text} NOT NULL DEFAULT '';
ALTER TABLE opening ADD COLUMN look_id {i64} NOT NULL DEFAULT 0;
CREATE TABLE look (id {i64} PRIMARY KEY NOT NULL, staff_id {i64} NOT NULL, role {text} NOT NULL, controller_id {i64} NOT NULL, kind {text} NOT NULL, asked_at {i64} NOT NULL, given_at {i64}, until {i64} NOT NULL, reason {text} NOT NULL, record_id {i64}, seen_at {i64}, seen_by {i64}) {strict};
CREATE INDEX look_staff ON look (staff_id, until);
CREATE INDEX look_asked ON look (asked_at);
CREATE TABLE look_person (look_id {i64} NOT NULL, subject_id {i64} NOT NULL, PRIMARY KEY (look_id, subject_id)) {norowid};
",
}, Migration {
    name: "vault-openings-3",
    sql: "
CREATE INDEX opening_marked ON opening (seq) WHERE marks <> '';
",
}, Migration {
    name: "vault-retention-2",
    sql: "
ALTER TABLE hold ADD COLUMN record_id {i64};
CREATE INDEX strand_held ON strand (keep_until) WHERE state = 'held';
CREATE INDEX strand_ending ON strand (id) WHERE state = 'ending';
CREATE TABLE unlocking (id {i64} PRIMARY KEY NOT NULL, subject_id {i64} NOT NULL, record_id {i64} NOT NULL, purpose {text} NOT NULL, reason {text} NOT NULL, asked_by {i64} NOT NULL, asked_at {i64} NOT NULL, lapses_at {i64} NOT NULL, agreed_by {i64}, agreed_at {i64}, good_until {i64}, closed_at {i64}) {strict};
CREATE INDEX unlocking_subject ON unlocking (subject_id, asked_by);
CREATE TABLE sweep_doubt (id {i64} PRIMARY KEY NOT NULL, at {i64} NOT NULL, why {text} NOT NULL, due {i64} NOT NULL, alive {i64} NOT NULL, last_at {i64} NOT NULL, confirmed_at {i64}, confirmed_by {i64}, settled_at {i64}) {strict};
",
}, Migration {
    // How an objection stands, and why something restricted may be used (Art. 18(2)). What was said before
    // is taken for a no that nobody weighs.
    name: "vault-restriction-2",
    sql: "
ALTER TABLE objection ADD COLUMN stands {text} NOT NULL DEFAULT 'absolute';
CREATE TABLE restriction_leave (id {i64} PRIMARY KEY NOT NULL, subject_id {i64} NOT NULL, purpose {text} NOT NULL, ground {text} NOT NULL, request_id {i64} NOT NULL, given_by {i64} NOT NULL, given_at {i64} NOT NULL, good_until {i64} NOT NULL, ended_at {i64}) {strict};
CREATE INDEX restriction_leave_subject ON restriction_leave (subject_id, good_until);
",
}, Migration {
    name: "vault-retention-3",
    sql: "
ALTER TABLE sweep ADD COLUMN voided_at {i64};
ALTER TABLE sweep_doubt ADD COLUMN seen_at {i64};
ALTER TABLE hold ADD COLUMN released_by {i64};
ALTER TABLE hold ADD COLUMN reminded_at {i64};
",
}, Migration {
    // That a no was offered, that it was said, that something was bought: not what.
    name: "vault-customer-1",
    sql: "
CREATE TABLE customer_word (id {i64} PRIMARY KEY NOT NULL, subject_id {i64} NOT NULL, controller_id {i64} NOT NULL, topic {text} NOT NULL, word {text} NOT NULL, at {i64} NOT NULL, recorded_at {i64} NOT NULL, received_at {i64}, until {i64}, text_hash {text} NOT NULL, text_version {text} NOT NULL, lang {text} NOT NULL, form {text} NOT NULL, actor_kind {text} NOT NULL, actor_id {i64} NOT NULL, case_kind {text} NOT NULL, case_id {i64} NOT NULL) {strict};
CREATE INDEX customer_word_subject ON customer_word (subject_id, at);
CREATE INDEX customer_word_sold ON customer_word (controller_id, subject_id) WHERE word = 'sold';
",
}, Migration {
    // Nos to kinds of messages about one's own vehicle.
    name: "vault-service-1",
    sql: "
CREATE TABLE service_no (subject_id {i64} NOT NULL, kind {text} NOT NULL, at {i64} NOT NULL, PRIMARY KEY (subject_id, kind)) {norowid};
",
}];

//! The tables of staff: ids, roles and keyed hashes. Names and addresses lie sealed in the vault.

use store::Migration;

/// Steps of the schema.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "staff-1",
    sql: "
CREATE TABLE staff (id {i64} PRIMARY KEY NOT NULL, controller_id {i64} NOT NULL, role {text} NOT NULL, state {text} NOT NULL, added_at {i64} NOT NULL, ended_at {i64}, workshop_id {i64}) {strict};
CREATE TABLE staff_link (tag {bytes} PRIMARY KEY NOT NULL, staff_id {i64} NOT NULL REFERENCES staff(id), expires_at {i64} NOT NULL, used_at {i64}) {norowid};
CREATE INDEX staff_link_staff ON staff_link (staff_id);
CREATE INDEX staff_link_expires ON staff_link (expires_at);
CREATE TABLE staff_setup (id {i64} PRIMARY KEY NOT NULL, tag {bytes} NOT NULL) {strict};
",
}];

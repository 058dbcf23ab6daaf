//! Vehicles with their bodies: who they are, what the register says, what their meters show.
//!
//! A vehicle is a subject of its own: plate, chassis number, technical data and readings are its
//! strands. That a person has to do with it is a strand of the *person*; when that goes, nothing
//! leads from the vehicle to them.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod asked;
mod meters;
pub mod register;
mod sold;
mod vehicle;

use declaration::vocabulary::{Activity, Category, Purpose};
use web::{Door, Routes};

pub use asked::{
    Asked, LookUpError, LookUpLine, LookUpRefused, Occasion, look_up, look_ups_for, look_ups_of,
};
pub use meters::{
    Function, Meter, Method, NewReading, Reading, ReadingError, ReadingStep, Shown, Unit,
    add_meter, check_step, meters_of, open_readings, read_meter, readings, replace_meter,
    sealed_readings,
};
pub use sold::sold_link;
pub use values::MeterId;
pub use vehicle::{
    BodyType, VehicleLink, VehicleRecord, expect_vehicle, find, keep, latest, link, note_link,
    take_vehicle, technical_of,
};

/// What this slice says.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// Its tables.
pub const MIGRATIONS: &[store::Migration] = &[store::Migration {
    name: "vehicles-1",
    sql: "CREATE TABLE meter (
            id {i64} PRIMARY KEY NOT NULL,
            vehicle_id {i64} NOT NULL,
            function {text} NOT NULL,
            unit {text} NOT NULL,
            made_at {i64} NOT NULL,
            readings {i64} NOT NULL,
            replaced_by {i64},
            replaced_at {i64}
          ) {strict};
          CREATE INDEX meter_vehicle ON meter (vehicle_id, id);
          CREATE TABLE register_lookup (
            id {i64} PRIMARY KEY NOT NULL,
            vehicle_id {i64} NOT NULL,
            case_kind {text} NOT NULL,
            case_id {i64} NOT NULL,
            actor_kind {text} NOT NULL,
            actor_id {i64} NOT NULL,
            at {i64} NOT NULL,
            outcome {text} NOT NULL
          ) {strict};
          CREATE INDEX register_lookup_vehicle ON register_lookup (vehicle_id, at);
          CREATE INDEX register_lookup_case ON register_lookup (case_kind, case_id);",
}];

/// Its statements.
pub const QUERIES: &[&[store::Sql]] = &[meters::sql::ALL, asked::sql::ALL];

/// What it does with personal data.
pub const ACTIVITIES: &[Activity] = &[
    Activity {
        name: "vehicles.take",
        purpose: Purpose::Visit,
        reads: &[],
        writes: &[Category::Vehicle, Category::VehicleLink],
        recipients: &[],
    },
    Activity {
        name: "vehicles.register",
        purpose: Purpose::Visit,
        reads: &[Category::Vehicle],
        writes: &[Category::Vehicle],
        recipients: &["vegvesen"],
    },
    Activity {
        name: "vehicles.meters",
        purpose: Purpose::Visit,
        reads: &[Category::BodyUsage],
        writes: &[Category::BodyUsage],
        recipients: &[],
    },
    Activity {
        name: "vehicles.meters_repair",
        purpose: Purpose::Repair,
        reads: &[Category::BodyUsage, Category::Vehicle],
        writes: &[Category::BodyUsage],
        recipients: &[],
    },
];

/// What somebody says about a vehicle of theirs; bookings and repairs show vehicles.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/solgt/{code}", Door::Link, sold::ask)
        .post("/solgt/{code}", Door::Link, sold::gone)
        .post("/min-side/kjoretoy/{id}/solgt", Door::Subject, sold::mine)
}

/// Every field of its records stands in the vocabulary.
///
/// # Errors
/// The first that does not.
pub fn check_records() -> Result<(), String> {
    vault::check_fields::<VehicleRecord>()?;
    vault::check_fields::<VehicleLink>()?;
    vault::check_fields::<Reading>()
}

#[cfg(test)]
mod tests {
    #[test]
    fn texts_are_in_step() {
        web::check::assert_texts(env!("CARGO_MANIFEST_DIR"), &[crate::LANG]);
    }

    #[test]
    fn records_stand_in_the_vocabulary() {
        assert_eq!(crate::check_records(), Ok(()));
    }
}

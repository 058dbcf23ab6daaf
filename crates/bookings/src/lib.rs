//! Workshops, hours and bays; booking a time, moving it, giving it up; questions.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod book;
pub mod catalogue;
pub mod enquiry;
pub mod slots;

use declaration::vocabulary::{Activity, Category, Purpose};

pub use book::{
    BookError, Booked, BookingRow, ChangeError, Ended, Key, NewBooking, State, Via, between, book,
    by_id, by_reference, cancel, code_of, day, end_booking, find_by_subjects, find_by_vehicle,
    forget_keys, mark_arrived, mark_no_show, move_booking, open_for_staff, reopen,
};
pub use catalogue::{Bay, Catalogue, Hours, Needs, Service, Workshop, lay_template};
pub use enquiry::Enquiry;

/// Its tables.
pub const MIGRATIONS: &[store::Migration] = &[store::Migration {
    name: "bookings-1",
    sql: include_str!("schema.sql"),
}];

/// Its statements.
pub const QUERIES: &[&[store::Sql]] = &[book::sql::ALL, catalogue::sql::ALL];

/// What it does with personal data.
pub const ACTIVITIES: &[Activity] = &[
    Activity {
        name: "bookings.book",
        purpose: Purpose::Visit,
        reads: &[Category::Contact],
        writes: &[
            Category::Contact,
            Category::Enquiry,
            Category::VehicleLink,
            Category::Vehicle,
            Category::Correspondence,
        ],
        recipients: &[],
    },
    Activity {
        name: "bookings.show",
        purpose: Purpose::Visit,
        reads: &[Category::Contact, Category::Enquiry, Category::VehicleLink],
        writes: &[],
        recipients: &[],
    },
];

/// Every field of its records stands in the vocabulary.
///
/// # Errors
/// The first that does not.
pub fn check_records() -> Result<(), String> {
    vault::check_fields::<Enquiry>()
}

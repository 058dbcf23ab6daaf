//! Workshops, hours and bays; booking a time, moving it, giving it up; questions.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod api;
mod beside;
pub mod book;
pub mod catalogue;
mod desk;
pub mod enquiry;
mod flow;
mod link;
mod mine;
pub mod slots;
#[cfg(test)]
mod tests;

use declaration::vocabulary::{Activity, Category, Purpose};
use web::{Area, Door, Limit, Role, Routes};

pub use api::openapi;

pub use beside::{BookingsBeside, look_ups};
pub use book::{
    BookError, Booked, BookingRow, ChangeError, Ended, Key, NewBooking, State, Via, between, book,
    by_id, by_reference, cancel, code_of, day, end_booking, end_overdue, find_by_subjects,
    find_by_vehicle, forget_keys, mark_arrived, mark_no_show, move_booking, open_for_staff, reopen,
};
pub use catalogue::{Bay, Catalogue, Catalogues, Hours, Needs, Service, Workshop, lay_template};
pub use enquiry::Enquiry;
pub use mine::BookingsPanel;

/// What this slice says.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// Its tables.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration {
        name: "bookings-1",
        sql: include_str!("schema.sql"),
    },
    store::Migration {
        name: "bookings-catalogue-2",
        sql: "CREATE TABLE catalogue_revision (
                id {i64} PRIMARY KEY CHECK (id = 1),
                revision {i64} NOT NULL
              ) {strict}",
    },
];

/// Its statements.
pub const QUERIES: &[&[store::Sql]] = &[book::sql::ALL, catalogue::sql::ALL, enquiry::sql::ALL];

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
        name: "bookings.enquiry",
        purpose: Purpose::Visit,
        reads: &[Category::Contact, Category::Enquiry, Category::VehicleLink],
        writes: &[
            Category::Contact,
            Category::Enquiry,
            Category::VehicleLink,
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

const DESK: Door = Door::Staff(&[Role::Reception]);
const ADMIN: Door = Door::Staff(&[Role::Admin]);

/// Who may enter where.
#[must_use]
pub fn routes() -> Routes {
    public().merge(staff()).merge(set_up()).merge(programs())
}

fn public() -> Routes {
    Routes::new()
        .get("/bestill", Door::Public, flow::begin)
        .post("/bestill", Door::Public, flow::go)
        .limit(FLOW)
        .get("/time/{code}", Door::Link, link::show)
        .get("/time/{code}/time.ics", Door::Link, link::calendar_file)
        .get("/time/{code}/flytt", Door::Link, link::choose)
        .post("/time/{code}/flytt", Door::Link, link::move_to)
        .limit(Limit::FORM)
        .post("/time/{code}/avbestill", Door::Link, link::cancel)
        .limit(Limit::FORM)
        .get("/sporsmal", Door::Public, enquiry::form)
        .post("/sporsmal", Door::Public, enquiry::send)
        .limit(Limit::FORM)
        .get("/sporsmal/takk", Door::Public, enquiry::thanks)
        .link(Area::Public, 10, "/bestill", "nav-book")
        .link(Area::Public, 20, "/sporsmal", "nav-enquiry")
}

/// Every step of the flow is a post, so it may be more than a form that makes something.
const FLOW: Limit = Limit {
    times: 120,
    seconds: 600,
};

fn staff() -> Routes {
    Routes::new()
        .get("/stab/kalender", DESK, desk::board)
        .get("/stab/bestill", DESK, desk::form)
        .post("/stab/bestill", DESK, desk::take)
        .get("/stab/time/{id}", DESK, desk::show)
        .post("/stab/time/{id}", DESK, desk::act)
        .post("/stab/time/{id}/flytt", DESK, desk::move_it)
        .get("/stab/sporsmal", DESK, enquiry::list)
        .get("/stab/sporsmal/{id}", DESK, enquiry::show)
        .post("/stab/sporsmal/{id}", DESK, enquiry::answer)
        .link(Area::Desk, 20, "/stab/kalender", "nav-calendar")
        .link(Area::Desk, 30, "/stab/sporsmal", "nav-desk-enquiries")
}

fn set_up() -> Routes {
    Routes::new()
        .get("/stab/oppsett", ADMIN, desk::list)
        .post("/stab/oppsett/mal", ADMIN, desk::begin_with_template)
        .post("/stab/oppsett/verksted", ADMIN, desk::add_workshop)
        .get("/stab/oppsett/verksted/{id}", ADMIN, desk::one)
        .post("/stab/oppsett/verksted/{id}", ADMIN, desk::save_workshop)
        .post("/stab/oppsett/verksted/{id}/tider", ADMIN, desk::save_hours)
        .post("/stab/oppsett/verksted/{id}/plasser", ADMIN, desk::add_bay)
        .post("/stab/oppsett/verksted/{id}/plass", ADMIN, desk::save_bay)
        .post("/stab/oppsett/verksted/{id}/stengt", ADMIN, desk::close_day)
        .post("/stab/oppsett/verksted/{id}/apent", ADMIN, desk::open_day)
        .get("/stab/oppsett/tjeneste/{id}", ADMIN, desk::service)
        .post("/stab/oppsett/tjeneste/{id}", ADMIN, desk::save_service)
        .link(Area::Desk, 80, "/stab/oppsett", "nav-setup")
}

fn programs() -> Routes {
    Routes::new()
        .get("/api/v1/workshops", Door::Public, api::workshops)
        .get("/api/v1/services", Door::Public, api::services)
        .get("/api/v1/slots", Door::Public, api::slots)
        .post("/api/v1/bookings", Door::Public, api::make)
        .limit(Limit::FORM)
        .get("/api/v1/bookings/{code}", Door::Link, api::show)
        .delete("/api/v1/bookings/{code}", Door::Link, api::cancel)
}

//! Staff: who works here, how they log in, and what their role may see.
//!
//! A member of staff is a subject of their own kind; name and address lie sealed. The table holds ids, a
//! role and a legal entity. An account whose legal entity the declaration does not have lets nobody in
//! (clause C25).

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod error;
mod first;
mod letter;
mod log_in;
mod me;
mod members;
pub mod rights;
mod schema;
mod sql;
#[cfg(test)]
mod tests;

use declaration::vocabulary::{Activity, Category, Purpose, Role};
use web::{Area, Door, Limit, Routes};

pub use error::StaffError;
pub use first::{is_empty, set_up_code};
pub use letter::Wording;
pub use log_in::{one_time_link, sweep_links as chore};
pub use members::{Member, Post, StaffMember, add, end_work, find, list, post};
pub use schema::MIGRATIONS;

/// Everything this slice asks the database.
pub const QUERIES: &[&[store::Sql]] = &[sql::ALL];

/// What the pages and letters say.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// The marks of the columns.
pub const COLUMNS: &str = include_str!("../columns.txt");

/// What is done here with personal data.
pub const ACTIVITIES: &[Activity] = &[
    Activity {
        name: "staff.keep",
        purpose: Purpose::StaffAccess,
        reads: &[Category::Staff],
        writes: &[Category::Staff],
        recipients: &[],
    },
    Activity {
        name: "staff.log_in",
        purpose: Purpose::StaffAccess,
        reads: &[],
        writes: &[Category::Correspondence],
        recipients: &[],
    },
    Activity {
        name: "staff.me",
        purpose: Purpose::Rights,
        reads: &[Category::Staff],
        writes: &[],
        recipients: &[],
    },
];

const ADMIN: Door = Door::Staff(&[Role::Admin]);
const ANYBODY: Door = Door::Staff(Role::ALL);

/// The route table.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get(web::STAFF_LOG_IN, Door::Public, log_in::ask)
        .post(web::STAFF_LOG_IN, Door::Public, log_in::asked)
        .limit(Limit::GUESS)
        .get("/stab/logg-inn/{code}", Door::Link, log_in::enter)
        .limit(Limit::FORM)
        .post("/stab/logg-inn/{code}", Door::Link, log_in::entered)
        .limit(Limit::GUESS)
        .post("/stab/ut", ANYBODY, log_in::leave)
        .get("/forste-gang", Door::Public, first::begin)
        .post("/forste-gang", Door::Public, first::begun)
        .limit(Limit::GUESS)
        .get("/stab/ansatte", ADMIN, members::list_page)
        .post("/stab/ansatte", ADMIN, members::added)
        .get("/stab/ansatte/{id}/slutt", ADMIN, members::end)
        .post("/stab/ansatte/{id}/slutt", ADMIN, members::ended)
        .post("/stab/ansatte/{id}/lenke", ADMIN, members::link_sent)
        .limit(Limit::FORM)
        .get("/stab/meg", ANYBODY, me::show)
        .link(Area::Desk, 80, "/stab/ansatte", "nav-staff")
        .link(Area::Desk, 95, "/stab/meg", "nav-me")
}

/// Compares the records of this slice with the vocabulary.
///
/// # Errors
/// The first field that is not in it.
pub fn check_records() -> Result<(), String> {
    vault::check_fields::<StaffMember>()
}

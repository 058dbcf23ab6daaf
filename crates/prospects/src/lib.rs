//! Companies found on their own pages or elsewhere in the open: where from, when and by whom; what may
//! be done with them; the notice they are owed; and how they get out again.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod follow;
mod pages;
pub mod prospect;
mod reach;
mod schema;
mod sql;
mod take;
#[cfg(test)]
mod tests;
mod verdicts;
pub mod wash;

use declaration::vocabulary::{Activity, Category, Purpose};
use web::{Area, Door, Limit, Role, Routes};

pub use follow::chore;
pub use schema::MIGRATIONS;

/// The texts of this slice.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// The statements of this slice.
pub const QUERIES: &[&[store::Sql]] = &[sql::ALL];

/// What this slice does with personal data.
pub const ACTIVITIES: &[Activity] = &[
    Activity {
        name: "prospects.write_down",
        purpose: Purpose::Prospecting,
        reads: &[Category::Marketing],
        writes: &[Category::Marketing],
        recipients: &["hosting"],
    },
    // By keyed hashes alone: nobody's record is opened.
    Activity {
        name: "prospects.may_call",
        purpose: Purpose::Prospecting,
        reads: &[],
        writes: &[],
        recipients: &["hosting"],
    },
    // The notice is the law's (Art. 14), not marketing's: whoever finds companies reads nobody's letters.
    Activity {
        name: "prospects.tell",
        purpose: Purpose::Rights,
        reads: &[],
        writes: &[Category::Correspondence],
        recipients: &["hosting"],
    },
];

/// Who calls and writes to people, for sale.
const CALLERS: Door = Door::Staff(&[Role::Marketing, Role::Reception]);
/// Who takes the register's list in.
const REGISTER: Door = Door::Staff(&[Role::Marketing, Role::Privacy]);
const MARKETING: Door = Door::Staff(&[Role::Marketing]);

/// The addresses of this slice, with who may enter.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/stab/bedrifter", MARKETING, pages::list)
        .get("/stab/bedrifter/ny", MARKETING, pages::ask)
        .post("/stab/bedrifter/ny", MARKETING, pages::take)
        .get("/stab/bedrifter/{id}", MARKETING, pages::show)
        .post("/stab/bedrifter/{id}/varslet", MARKETING, pages::told)
        .post("/stab/bedrifter/{id}/nei", MARKETING, pages::said_no)
        .post("/stab/bedrifter/{id}/fjern", MARKETING, pages::remove)
        .link(Area::Desk, 75, "/stab/bedrifter", "nav-prospects")
        .get("/stab/kan-vi-ringe", CALLERS, pages::may_ask)
        .post("/stab/kan-vi-ringe", CALLERS, pages::may_answer)
        .post("/stab/kan-vi-ringe/nei", CALLERS, pages::may_no)
        .link(Area::Desk, 73, "/stab/kan-vi-ringe", "nav-may-call")
        .get("/stab/reservasjoner", REGISTER, pages::register)
        .post("/stab/reservasjoner", REGISTER, pages::register_take)
        .link(Area::Desk, 74, "/stab/reservasjoner", "nav-register")
        .get("/bedrift/nei/{code}", Door::Link, pages::way_out)
        .limit(Limit::GUESS)
        .post("/bedrift/nei/{code}", Door::Link, pages::out)
        .limit(Limit::GUESS)
}

/// The kinds of record of this slice stand in the vocabulary.
///
/// # Errors
/// The first field that does not.
pub fn check_records() -> Result<(), String> {
    vault::check_fields::<prospect::ProspectRecord>()
}

//! What people look for on the site, and from which county: counts, and nobody in them.
//!
//! A visit is counted inside the page request, in memory, and written within a second in one statement
//! for all visits of that second. Kept are the day, the company, known search words or none, the county
//! and a number; nothing else, on any disk. Rule: C38, "kun søkekriterier og geografisk plassering". Which of
//! these two kinds are counted and shown is what the declaration declares.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod count;
mod figures;
mod place;
#[cfg(test)]
mod tests;
mod words;

use declaration::vocabulary::{Activity, Role};
use store::Migration;
use web::{Area, Door, Routes};

pub use count::{
    Audit, Belongs, Counter, CounterSettings, Vocabulary, audit, chore, forget_words, work_through,
};
pub use figures::{Finder, Shown};
pub use place::{COUNTIES, County, CountyError, Ranges};
pub use words::{Term, scrub};

/// The one table.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "statistics-1",
    sql: "CREATE TABLE visit_count (day {text} NOT NULL, controller_id {i64} NOT NULL, term {text} NOT NULL, county {text} NOT NULL, count {i64} NOT NULL, PRIMARY KEY (day, controller_id, term, county)) {norowid};",
}];

/// Its statements.
pub const QUERIES: &[&[store::Sql]] = &[count::sql::ALL, figures::sql::ALL];

/// What the pages say.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// The marks of the columns.
pub const COLUMNS: &str = include_str!("../columns.txt");

/// Nothing is done here with personal data.
pub const ACTIVITIES: &[Activity] = &[];

/// There are no records here.
///
/// # Errors
/// None.
pub const fn check_records() -> Result<(), String> {
    Ok(())
}

const STAFF: Door = Door::Staff(&[Role::Marketing, Role::Admin]);

/// The route table.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/stab/tall", STAFF, figures::staff)
        .get("/stab/tall.csv", STAFF, figures::staff_csv)
        .get("/tall", Door::Public, figures::public)
        .get("/tall.csv", Door::Public, figures::public_csv)
        .link(Area::Desk, 75, "/stab/tall", "nav-figures")
}

//! The newsletter service "Make" (Make AS): what it holds for us, what we tell it, what it tells us.
//!
//! One account, and one list, per legal entity: its terms bind an account to one organisation number.
//! Only e-mail, first name, list and our own id ever leave the house; of what people do with their
//! letters only unsubscribing and bouncing is asked for. What is owed to the service is never a queue
//! that could be lost: it is the difference between what may be sent now and what it has been told.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod account;
mod accounts;
mod beside;
mod bulletin;
mod client;
mod compare;
pub mod double;
mod hear;
mod import;
mod lines;
mod night;
mod office;
pub mod plan;
mod push;
mod schema;
mod shelf;
mod sql;
mod stands;
mod tell;
mod turn;
mod wire;

#[cfg(test)]
mod tests;

use declaration::vocabulary::{Activity, Category, Purpose};
use web::{Area, Door, Role, Routes};

pub use account::{AccountState, state};
pub use accounts::{Account, Accounts, RECIPIENT};
pub use beside::MakeBeside;
pub use bulletin::{MakeBulletins, ailments};
pub use client::{Failure, Make, MakeSettings, SetupError};
pub use compare::{Counts, REASONS, Report, reports};
pub use schema::MIGRATIONS;
pub use turn::{Wish, chore, turn, wish, work_through};
pub use wire::{BULK, Event, Held, Standing, Told};

/// What this slice says, in three languages.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// The statements of this slice.
pub const QUERIES: &[&[store::Sql]] = &[sql::ALL];

/// What this slice does with personal data.
pub const ACTIVITIES: &[Activity] = &[
    Activity {
        name: "make.list",
        purpose: Purpose::Newsletter,
        reads: &[Category::Marketing],
        writes: &[],
        recipients: &[RECIPIENT],
    },
    Activity {
        name: "make.import",
        purpose: Purpose::Newsletter,
        reads: &[Category::Marketing],
        writes: &[Category::Marketing],
        recipients: &[],
    },
];

const MARKETING: Door = Door::Staff(&[Role::Marketing]);

/// The addresses of this slice, with who may enter.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/stab/nyhetsbrev/make", MARKETING, office::show)
        .post("/stab/nyhetsbrev/make", MARKETING, office::act)
        .get(
            "/stab/nyhetsbrev/make/import/{account}",
            MARKETING,
            import::show,
        )
        .post(
            "/stab/nyhetsbrev/make/import/{account}",
            MARKETING,
            import::look,
        )
        .post(
            "/stab/nyhetsbrev/make/import/{account}/utfor",
            MARKETING,
            import::carry_out,
        )
        .get(
            "/stab/nyhetsbrev/make/import/{account}/{id}",
            MARKETING,
            import::told,
        )
        .get(
            "/stab/nyhetsbrev/make/import/{account}/{id}/avvist.csv",
            MARKETING,
            import::refused,
        )
        .link(Area::Desk, 72, "/stab/nyhetsbrev/make", "nav-make")
}

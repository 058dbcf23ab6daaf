//! A person's rights: what is held and by whom it was seen, a copy of all of it, requests and their
//! answers, being forgotten; and the proof that the declaration is kept.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod brought;
mod erasure;
mod held;
mod office;
mod package;
pub mod proof;
pub mod requests;
mod review;
mod schema;
#[cfg(test)]
mod tests;
mod words;

use std::sync::Arc;

use declaration::vocabulary::{Activity, Category, Purpose};
use vault::Vault;
use web::{App, Area, Door, Error, Limit, Role, Routes};

pub use held::{LookPanel, WhatPanel};
pub use proof::{
    Around, ControllerRows, Facts, PageSeen, Proof, Run, Soon, Verdict, last_run, prove,
};
pub use requests::{CaseRecord, Request};
pub use schema::MIGRATIONS;

/// The texts of this slice.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// The statements of this slice.
pub const QUERIES: &[&[store::Sql]] = &[requests::sql::ALL, proof::sql::ALL, review::sql::ALL, brought::sql::ALL];

/// What this slice does with personal data.
pub const ACTIVITIES: &[Activity] = &[
    activity("rights.show", &[]),
    activity("rights.package", &[]),
    activity(
        "rights.request",
        &[Category::RightsCase, Category::Correspondence],
    ),
    activity(
        "rights.answer",
        &[Category::RightsCase, Category::Correspondence],
    ),
];

const fn activity(name: &'static str, writes: &'static [Category]) -> Activity {
    Activity {
        name,
        purpose: Purpose::Rights,
        reads: Purpose::Rights.categories(),
        writes,
        recipients: &["hosting"],
    }
}

const OFFICER: Door = Door::Staff(&[Role::Privacy]);
const WATCHERS: Door = Door::Staff(&[Role::Privacy, Role::Admin]);

/// The addresses of this slice, with who may enter.
#[must_use]
pub fn routes() -> Routes {
    mine().merge(desk()).merge(open())
}

fn mine() -> Routes {
    use requests::pages as ask;
    Routes::new()
        .get("/min-side/opplysninger", Door::Subject, held::pages::show)
        .get(
            "/min-side/opplysninger.zip",
            Door::Subject,
            held::pages::download,
        )
        .limit(Limit::FORM)
        .get(
            "/min-side/overforbar.zip",
            Door::Subject,
            held::pages::take_along,
        )
        .limit(Limit::FORM)
        .get("/min-side/hvem-har-sett", Door::Subject, held::pages::who)
        .get("/min-side/rettigheter", Door::Subject, ask::show)
        .post("/min-side/rettigheter", Door::Subject, ask::ask)
        .limit(Limit::FORM)
        .get("/min-side/rettigheter/glem-meg", Door::Subject, ask::forget)
        .post(
            "/min-side/rettigheter/glem-meg",
            Door::Subject,
            ask::forget_me,
        )
        .limit(Limit::FORM)
        .post(
            "/min-side/rettigheter/{id}/trekk",
            Door::Subject,
            ask::take_back,
        )
        .get("/min-side/ta-med", Door::Subject, brought::pages::ask)
        .post("/min-side/ta-med", Door::Subject, brought::pages::look)
        .limit(Limit::FORM)
        .post("/min-side/ta-med/behold", Door::Subject, brought::pages::keep)
        .limit(Limit::FORM)
        .link(Area::Mine, 50, "/min-side/opplysninger", "nav-rights-held")
        .link(
            Area::Mine,
            60,
            "/min-side/hvem-har-sett",
            "nav-rights-looked",
        )
        .link(
            Area::Mine,
            70,
            "/min-side/rettigheter",
            "nav-rights-requests",
        )
}

fn desk() -> Routes {
    use office::{answer, case, list, register, watch};
    Routes::new()
        .get("/stab/personvern", OFFICER, list::show)
        .get("/stab/personvern/ny", OFFICER, register::ask)
        .post("/stab/personvern/ny", OFFICER, register::take)
        .get("/stab/personvern/krav/{id}", OFFICER, case::show)
        .get(
            "/stab/personvern/krav/{id}/opplysninger.zip",
            OFFICER,
            case::download,
        )
        .post("/stab/personvern/krav/{id}/hold", OFFICER, answer::hold)
        .post("/stab/personvern/krav/{id}/svar", OFFICER, answer::answer)
        .post("/stab/personvern/krav/{id}/utvid", OFFICER, answer::extend)
        .post("/stab/personvern/krav/{id}/slett", OFFICER, answer::erase)
        .get("/stab/personvern/gjennomsyn", OFFICER, review::pages::list)
        .get("/stab/personvern/gjennomsyn/{id}", OFFICER, review::pages::show)
        .post("/stab/personvern/gjennomsyn/{id}", OFFICER, review::pages::act)
        .get("/stab/personvern/sveip", OFFICER, watch::sweep)
        .get("/stab/personvern/logg", OFFICER, watch::log)
        .get("/stab/personvern/hold", OFFICER, watch::holds)
        .post("/stab/personvern/hold/{id}/opphev", OFFICER, watch::release)
        .get("/stab/personvern/bevis", WATCHERS, proof::pages::desk)
        .post("/stab/personvern/bevis", WATCHERS, proof::pages::run)
        .link(Area::Desk, 60, "/stab/personvern", "nav-rights-office")
        .link(Area::Desk, 61, "/stab/personvern/sveip", "nav-rights-sweep")
        .link(Area::Desk, 62, "/stab/personvern/hold", "nav-rights-holds")
        .link(Area::Desk, 63, "/stab/personvern/logg", "nav-rights-log")
        .link(Area::Desk, 64, "/stab/personvern/bevis", "nav-rights-proof")
}

fn open() -> Routes {
    Routes::new()
        .get("/kvittering/{code}", Door::Link, requests::pages::receipt)
        .limit(Limit::GUESS)
        .get("/personvern/bevis", Door::Public, proof::pages::public)
        .get("/personvern/skjema/{name}", Door::Public, package::schema::show)
}

/// The panels this slice brings to `/min-side`: what we hold (50), who looked (60).
#[must_use]
pub fn panels() -> Vec<Arc<dyn customers::MinePanel>> {
    vec![Arc::new(WhatPanel), Arc::new(LookPanel)]
}

/// The kinds of record of this slice stand in the vocabulary.
///
/// # Errors
/// The first field that does not.
pub fn check_records() -> Result<(), String> {
    vault::check_fields::<brought::Brought>()?;
    vault::check_fields::<brought::BroughtVehicle>()?;
    vault::check_fields::<CaseRecord>()
}

/// Finishes what a stop cut short: erasures that were decided and not answered. Answers how many.
///
/// # Errors
/// When the store or the vault fails.
pub async fn chore(app: &App) -> Result<u64, Error> {
    let vault = app.service::<Vault>()?;
    erasure::finish(app, vault).await
}

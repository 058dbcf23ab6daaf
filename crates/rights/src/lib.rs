//! A person's rights: what is held and by whom it was seen, a copy of all of it, requests and their
//! answers, being forgotten; and the proof that the declaration is kept.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod brought;
mod erasure;
mod held;
mod objection;
mod office;
mod openings;
mod package;
pub mod proof;
mod rectification;
pub mod requests;
mod restriction;
mod review;
mod schema;
#[cfg(test)]
mod tests;
mod words;

use std::sync::Arc;

use declaration::vocabulary::{Activity, Category, Purpose};
use vault::Vault;
use web::{App, Area, Door, Error, Limit, Role, Routes};

pub use held::explain;
pub use held::{LookPanel, WhatPanel};
pub use office::ailing::keeping;
pub use openings::{Announcement, Case, CaseFacts, Cases, Officers};
pub use proof::{
    Around, ControllerRows, Facts, PageSeen, Proof, Run, Soon, Verdict, last_run, prove,
};
pub use requests::{
    CaseRecord, Request,
    remind::{PrivacyDesk, ailments},
};
pub use schema::MIGRATIONS;

/// The texts of this slice.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// The statements of this slice.
pub const QUERIES: &[&[store::Sql]] = &[
    requests::sql::ALL,
    objection::sql::ALL,
    restriction::sql::ALL,
    proof::sql::ALL,
    review::sql::ALL,
    erasure::deferred::sql::ALL,
    brought::sql::ALL,
    package::case::sql::ALL,
];

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
    activity("rights.scan", &[Category::Evidence]),
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
/// Who opens letters and answers the telephone: they write a request down and see nothing of it after.
const CLERKS: Door = Door::Staff(&[Role::Reception, Role::Claims, Role::Privacy]);
const WATCHERS: Door = Door::Staff(&[Role::Privacy, Role::Admin]);

/// The addresses of this slice, with who may enter.
#[must_use]
pub fn routes() -> Routes {
    let desk = desk().merge(office::same::routes()).merge(paper());
    let staff = openings::routes().merge(desk).merge(leave());
    mine().merge(letters_of_mine()).merge(staff).merge(open())
}

/// What came on paper, as the person has it on their page.
fn letters_of_mine() -> Routes {
    Routes::new().get(
        "/min-side/opplysninger/brev/{id}",
        Door::Subject,
        held::letter::download,
    )
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
        .get("/min-side/rettigheter", Door::Subject, ask::show)
        .post("/min-side/rettigheter", Door::Subject, ask::ask)
        .limit(Limit::FORM)
        .get(
            "/min-side/rettigheter/rett",
            Door::Subject,
            rectification::pages::show,
        )
        .post(
            "/min-side/rettigheter/rett",
            Door::Subject,
            rectification::pages::send,
        )
        .limit(Limit::FORM)
        .get(
            "/min-side/rettigheter/protest",
            Door::Subject,
            objection::pages::show,
        )
        .post(
            "/min-side/rettigheter/protest",
            Door::Subject,
            objection::pages::object,
        )
        .limit(Limit::FORM)
        .post(
            "/min-side/rettigheter/reklame",
            Door::Subject,
            objection::pages::no_marketing,
        )
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
        .post(
            "/min-side/ta-med/behold",
            Door::Subject,
            brought::pages::keep,
        )
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
    use office::{answer, carry, case, extend, holds, identity, list, register, sweep, watch};
    Routes::new()
        .get("/stab/personvern", OFFICER, list::show)
        .get("/stab/personvern/krav/{id}", OFFICER, case::show)
        .get("/stab/personvern/krav/{id}/skann", OFFICER, register::scan)
        .post(
            "/stab/personvern/krav/{id}/identitet",
            OFFICER,
            identity::prove,
        )
        .post("/stab/personvern/krav/{id}/tvil", OFFICER, identity::doubt)
        .post(
            "/stab/personvern/krav/{id}/rett",
            OFFICER,
            rectification::office::correct,
        )
        .post(
            "/stab/personvern/krav/{id}/varsle",
            OFFICER,
            restriction::pages::notice,
        )
        .post(
            "/stab/personvern/krav/{id}/opphev",
            OFFICER,
            restriction::pages::lifted,
        )
        .get(
            "/stab/personvern/mottakere",
            OFFICER,
            rectification::office::recipients,
        )
        .post(
            "/stab/personvern/mottakere/{id}",
            OFFICER,
            rectification::office::told,
        )
        .get(
            "/stab/personvern/krav/{id}/opplysninger.zip",
            OFFICER,
            case::download,
        )
        .post("/stab/personvern/krav/{id}/hold", OFFICER, carry::hold)
        .post("/stab/personvern/krav/{id}/svar", OFFICER, answer::answer)
        .post("/stab/personvern/krav/{id}/utvid", OFFICER, extend::extend)
        .post("/stab/personvern/krav/{id}/slett", OFFICER, carry::erase)
        .get("/stab/personvern/gjennomsyn", OFFICER, review::pages::list)
        .get(
            "/stab/personvern/gjennomsyn/{id}",
            OFFICER,
            review::pages::show,
        )
        .post(
            "/stab/personvern/gjennomsyn/{id}",
            OFFICER,
            review::pages::act,
        )
        .get("/stab/personvern/sveip", OFFICER, sweep::sweep)
        .post("/stab/personvern/sveip/{id}/ja", OFFICER, sweep::confirm)
        .get("/stab/personvern/logg", OFFICER, watch::log)
        .get("/stab/personvern/hold", OFFICER, holds::holds)
        .post("/stab/personvern/hold/{id}/opphev", OFFICER, holds::release)
        .post("/stab/personvern/hold/{id}/forny", OFFICER, holds::renew)
        .get("/stab/personvern/hold/ny/{strand}", OFFICER, holds::ask)
        .post("/stab/personvern/hold/ny/{strand}", OFFICER, holds::set)
        .get("/stab/personvern/bevis", WATCHERS, proof::pages::desk)
        .post("/stab/personvern/bevis", WATCHERS, proof::pages::run)
        .link(Area::Desk, 60, "/stab/personvern", "nav-rights-office")
        .link(Area::Desk, 61, "/stab/personvern/sveip", "nav-rights-sweep")
        .link(Area::Desk, 62, "/stab/personvern/hold", "nav-rights-holds")
        .link(
            Area::Desk,
            61,
            "/stab/personvern/gjennomsyn",
            "nav-rights-review",
        )
        .link(Area::Desk, 63, "/stab/personvern/logg", "nav-rights-log")
        .link(Area::Desk, 64, "/stab/personvern/bevis", "nav-rights-proof")
}

/// What comes in on paper or by telephone, and what goes out on paper.
fn paper() -> Routes {
    use office::{post, register};
    Routes::new()
        .get("/stab/personvern/ny", CLERKS, register::ask)
        .post("/stab/personvern/ny", CLERKS, register::take)
        .get("/stab/personvern/ny/{id}", CLERKS, register::taken)
        .get("/stab/personvern/krav/{id}/brev", OFFICER, post::show)
        .post("/stab/personvern/krav/{id}/brev", OFFICER, post::posted)
        .link(Area::Desk, 60, "/stab/personvern/ny", "nav-rights-register")
}

/// Using what is restricted (Art. 18(2)).
fn leave() -> Routes {
    use restriction::leave::{end, give};
    let base = "/stab/personvern/krav/{id}/bruk";
    let one = "/stab/personvern/krav/{id}/bruk/{leave}/slutt";
    Routes::new()
        .post(base, OFFICER, give)
        .post(one, OFFICER, end)
}

fn open() -> Routes {
    Routes::new()
        .get("/kvittering/{code}", Door::Link, requests::pages::receipt)
        .limit(Limit::GUESS)
        .get("/personvern/bevis", Door::Public, proof::pages::public)
        .get("/personvern/krav", Door::Public, requests::open::ask)
        .post("/personvern/krav", Door::Public, requests::open::send)
        .limit(Limit::GUESS)
        .get(
            "/personvern/krav/mottatt",
            Door::Public,
            requests::open::sent,
        )
        .get("/personvern/krav/{code}", Door::Link, requests::open::open)
        .limit(Limit::FORM)
        .post("/personvern/krav/{code}", Door::Link, requests::open::prove)
        .limit(Limit::GUESS)
        .get(
            "/personvern/reklame",
            Door::Public,
            objection::pages::ask_open,
        )
        .post(
            "/personvern/reklame",
            Door::Public,
            objection::pages::take_open,
        )
        .limit(Limit::GUESS)
        .get(
            "/personvern/skjema/{name}",
            Door::Public,
            package::schema::show,
        )
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
    vault::check_fields::<CaseRecord>()?;
    vault::check_fields::<requests::ClaimRecord>()?;
    vault::check_fields::<requests::ScanRecord>()?;
    vault::check_fields::<restriction::leave::LeaveRecord>()?;
    vault::check_fields::<rectification::CorrectionRecord>()
}

/// Finishes what a stop cut short (erasures that were decided and not answered), reminds of dates, and
/// lets go of corrected records that nothing needs any more. Each part alone: what is wrong with one keeps
/// none of the others from its work; what goes by the date waits while the clock is in doubt. Answers how
/// many erasures it finished.
///
/// # Errors
/// When a part failed; all of them have had their turn.
pub async fn chore(app: &App) -> Result<u64, Error> {
    let vault = app.service::<Vault>()?;
    let finished = erasure::finish(app, vault).await;
    let dropped = customers::drop_superseded(vault).await;
    let mut rest = vec![(
        "corrected records",
        dropped.map(|_| ()).map_err(Error::from),
    )];
    match vault.clock_in_doubt().await {
        Ok(None) => rest.extend(by_date(app, vault).await),
        Ok(Some(_)) => {}
        Err(error) => rest.push(("clock", Err(error.into()))),
    }
    let mut failed = None;
    for (part, done) in rest {
        if let Err(error) = done {
            tracing::error!(%error, part, "a part of the rights chore; the next round tries again");
            failed = Some(error);
        }
    }
    match (finished, failed) {
        (Ok(done), None) => Ok(done),
        (Err(error), _) | (_, Some(error)) => Err(error),
    }
}

/// What goes by the date.
async fn by_date(app: &App, vault: &Vault) -> [(&'static str, Result<(), Error>); 3] {
    let reminded = requests::remind::remind(app, vault).await;
    let held = office::hold_reminder::remind(app, vault).await;
    let tidied = requests::identity::tidy(vault).await;
    [
        ("reminders", reminded.map(|_| ())),
        ("holds", held.map(|_| ()).map_err(Error::from)),
        ("links", tidied.map_err(Error::from)),
    ]
}

//! Persons and how they are reached, their account, their log-in, their own page.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod account;
mod as_customer;
mod beside;
mod consents;
mod contact;
mod correct;
mod desk;
pub mod disclosures;
mod email_change;
mod log_in;
mod mine;
mod profile;
mod schema;
mod service;
#[cfg(test)]
mod tests;
mod words;

use declaration::vocabulary::{Activity, Category, Purpose};
use store::{Db, StoreError};
use values::SubjectId;
use web::{Area, Door, Limit, Role, Routes};

pub use account::{
    Account, AccountRecord, Idle, account_of, by_customer_no, close_account, close_idle,
    open_account,
};
pub use as_customer::{
    CustomerAnswer, CustomerNotice, Given as CustomerGiven, customer_email, customer_notice,
    customer_notices, customer_of, follow_answer, no_as_customer, note_answer, note_sale,
    was_asked_as_customer,
};
pub use beside::{Aside, Beside, Besides, Cell};
pub use consents::{
    Came as ConsentCame, Choice as ConsentChoice, Subscriber, choices as consent_choices,
    link_for as consent_link, record_27560, records_27560, withdraw_everything,
};
pub use contact::{
    CustomerContact, FoundBy, Taken, identify, latest_contact, maybe_the_same, meant_by,
    own_emails, reached_at, take_contact, with_email,
};
pub use correct::{Outcome as Correction, Part, correct_contact, drop_superseded};
pub use desk::{Found, look_up};
pub use email_change::EmailChange;
pub use log_in::{LogInLink, log_in_link, log_in_link_for, send_links, tidy, work_through};
pub use mine::{Asking, Mine, MinePanel, MinePanels, Panel, panels};
pub use schema::MIGRATIONS;
pub use service::{service_link, title as service_title};

/// Who writes down a no that came by letter or phone.
const CONSENT_DESK: &[Role] = &[Role::Reception, Role::Privacy, Role::Marketing];
/// Who sees a person's consent ledger.
const OFFICER: &[Role] = &[Role::Privacy];

/// What this slice says, in three languages.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// The statements of this slice.
pub const QUERIES: &[&[store::Sql]] = &[
    disclosures::sql::ALL,
    correct::sql::ALL,
    account::sql::ALL,
    log_in::sql::ALL,
    email_change::sql::ALL,
];

/// The addresses of this slice, with who may enter.
#[must_use]
pub fn routes() -> Routes {
    own().merge(said())
}

/// The way in, and what one sees and puts right oneself.
fn own() -> Routes {
    Routes::new()
        .get("/logg-inn", Door::Public, log_in::ask)
        .post("/logg-inn", Door::Public, log_in::send)
        .limit(Limit::GUESS)
        .get("/logg-inn/sendt", Door::Public, log_in::sent)
        .get("/logg-inn/{code}", Door::Link, log_in::open)
        .post("/logg-inn/{code}", Door::Link, log_in::enter)
        .limit(Limit::FORM)
        .post("/logg-ut", Door::Public, log_in::leave)
        .get("/min-side", Door::Subject, mine::show)
        .get("/min-side/profil", Door::Subject, profile::show)
        .post("/min-side/profil", Door::Subject, profile::correct)
        .limit(Limit::FORM)
        .post("/min-side/profil/meldinger", Door::Subject, service::choose)
        .get("/meldinger/{code}", Door::Link, service::show)
        .post("/meldinger/{code}", Door::Link, service::answer)
        .limit(Limit::FORM)
        .get(
            "/min-side/profil/epost/{code}",
            Door::Link,
            email_change::open,
        )
        .post(
            "/min-side/profil/epost/{code}",
            Door::Link,
            email_change::confirm,
        )
        .limit(Limit::FORM)
        .get("/min-side/konto/lukk", Door::Subject, account::ask_close)
        .post("/min-side/konto/lukk", Door::Subject, account::close)
        .link(Area::Mine, 10, "/min-side", "nav-mine-start")
        .link(Area::Mine, 90, "/min-side/profil", "nav-mine-profile")
}

/// What one says yes and no to, by which way ever, and who looks it up.
fn said() -> Routes {
    Routes::new()
        .get("/min-side/samtykker", Door::Subject, consents::show)
        .post("/min-side/samtykker", Door::Subject, consents::decide)
        .post(
            "/min-side/samtykker/trekk-alt",
            Door::Subject,
            consents::withdraw_all,
        )
        .get(
            "/min-side/samtykker/{file}",
            Door::Subject,
            consents::receipt,
        )
        .get("/samtykke/{code}", Door::Link, consents::link_open)
        .get(
            "/samtykke/{code}/kvittering/{file}",
            Door::Link,
            consents::receipt_by_link,
        )
        .post("/samtykke/{code}", Door::Link, consents::link_acted)
        .limit(Limit::FORM)
        .get(
            "/stab/nei-takk",
            Door::Staff(CONSENT_DESK),
            consents::no_ask,
        )
        .post(
            "/stab/nei-takk",
            Door::Staff(CONSENT_DESK),
            consents::no_take,
        )
        .get(
            "/stab/personvern/samtykker",
            Door::Staff(OFFICER),
            consents::officer_search,
        )
        .post(
            "/stab/personvern/samtykker",
            Door::Staff(OFFICER),
            consents::officer_find,
        )
        .get(
            "/stab/personvern/samtykker/{subject}",
            Door::Staff(OFFICER),
            consents::officer_look,
        )
        .link(Area::Mine, 40, "/min-side/samtykker", "nav-mine-consents")
        .link(Area::Desk, 79, "/stab/nei-takk", "nav-desk-no")
        .link(
            Area::Desk,
            66,
            "/stab/personvern/samtykker",
            "nav-desk-consents",
        )
}

/// What this slice does with personal data.
pub const ACTIVITIES: &[Activity] = &[
    Activity {
        name: "customers.contact",
        purpose: Purpose::Visit,
        reads: &[Category::Contact],
        writes: &[Category::Contact],
        recipients: &[],
    },
    Activity {
        name: "customers.account",
        purpose: Purpose::Account,
        reads: &[Category::Account, Category::Contact],
        writes: &[
            Category::Account,
            Category::Contact,
            Category::Correspondence,
        ],
        recipients: &[],
    },
    Activity {
        name: "customers.consents",
        purpose: Purpose::Newsletter,
        reads: &[Category::Marketing],
        writes: &[Category::Marketing],
        recipients: &[],
    },
    Activity {
        name: "customers.as_customer",
        purpose: Purpose::CustomerNews,
        reads: &[Category::Contact],
        writes: &[],
        recipients: &[],
    },
];

/// The kinds of record of this slice stand in the vocabulary.
///
/// # Errors
/// The first field that does not.
pub fn check_records() -> Result<(), String> {
    vault::check_fields::<CustomerContact>()?;
    vault::check_fields::<AccountRecord>()?;
    vault::check_fields::<EmailChange>()?;
    vault::check_fields::<Subscriber>()
}

/// Nothing of a forgotten person is left in the tables of this slice: account, links, changes. Their
/// sessions are the shell's to end.
///
/// # Errors
/// When the store fails.
pub fn forget(db: &mut dyn Db, subject: SubjectId) -> Result<(), StoreError> {
    log_in::forget(db, subject)?;
    email_change::forget(db, subject)?;
    db.exec(&account::sql::FORGET, &[subject.get().into()])
        .map(|_| ())
}

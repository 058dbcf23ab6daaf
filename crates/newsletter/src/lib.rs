//! Letters to those who said yes: what one can subscribe to, what is written and sent, the way out,
//! and service messages. Whether anything may be sent is one pure decision ([`decide`]), asked again
//! the moment each message is handed to the mail server.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod archive;
mod beside;
pub mod campaign;
mod codes;
mod compose;
pub mod decide;
mod facts;
mod letter;
mod newer;
mod offered;
mod office;
mod out;
mod queue;
mod recalls;
mod reminders;
mod schema;
mod sending;
mod sign_up;
pub mod subscriber;
#[cfg(test)]
mod tests;
pub mod topics;

use declaration::vocabulary::{Activity, Category, Purpose};
use web::{Area, Door, Limit, Role, Routes};

pub use beside::NewsletterBeside;
pub use decide::{Basis, Facts, Verdict, Why, decide};
pub use facts::declared;
pub use letter::{Fault, FaultKind, faults, offer_in};
pub use offered::Workshops;
pub use office::Office;
pub use out::by_mail;
pub use queue::{
    Back, Pace, Postal, Progress, Turned, forget, look_at_horizon, progress, returned, tidy,
    was_fetched_back,
};
pub use recalls::chore as post_recalls;
pub use reminders::chore as remind;
pub use schema::MIGRATIONS;
pub use sending::{Envelope, Outcome, Plain, Sender, Sending};
pub use sign_up::SignUps;

/// What this slice says, in three languages.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// The statements of this slice.
pub const QUERIES: &[&[store::Sql]] = &[
    campaign::sql::ALL,
    queue::sql::ALL,
    reminders::sql::ALL,
    recalls::sql::ALL,
];

/// What this slice does with personal data.
pub const ACTIVITIES: &[Activity] = &[
    Activity {
        name: "newsletter.subscribe",
        purpose: Purpose::Newsletter,
        reads: &[Category::Marketing],
        writes: &[Category::Marketing],
        recipients: &[],
    },
    Activity {
        name: "newsletter.send",
        purpose: Purpose::Newsletter,
        reads: &[Category::Marketing],
        writes: &[],
        recipients: &["hosting"],
    },
    Activity {
        name: "newsletter.send_to_customers",
        purpose: Purpose::CustomerNews,
        reads: &[Category::Contact],
        writes: &[],
        recipients: &["hosting"],
    },
    Activity {
        name: "newsletter.test",
        purpose: Purpose::Rights,
        reads: &[Category::Staff],
        writes: &[],
        recipients: &["hosting"],
    },
    Activity {
        name: "newsletter.remind",
        purpose: Purpose::ServiceReminders,
        reads: &[Category::Contact, Category::VehicleLink, Category::Vehicle],
        writes: &[Category::Correspondence],
        recipients: &["hosting"],
    },
    Activity {
        name: "newsletter.recall",
        purpose: Purpose::ServiceReminders,
        reads: &[Category::Contact, Category::VehicleLink],
        writes: &[Category::Correspondence],
        recipients: &["hosting"],
    },
    Activity {
        name: "newsletter.recall_find",
        purpose: Purpose::Safety,
        reads: &[Category::Vehicle],
        writes: &[],
        recipients: &[],
    },
];

const OFFICE: Door = Door::Staff(&[Role::Marketing]);
const RECALLS: Door = Door::Staff(&[Role::Reception, Role::Claims]);

/// The addresses of this slice, with who may enter.
#[must_use]
pub fn routes() -> Routes {
    public_routes()
        .get("/stab/nyhetsbrev", OFFICE, office::list)
        .post("/stab/nyhetsbrev", OFFICE, office::create)
        .get("/stab/nyhetsbrev/ny", OFFICE, office::new)
        .post("/stab/nyhetsbrev/forhandsvisning", OFFICE, office::preview)
        .get("/stab/nyhetsbrev/{id}", OFFICE, office::compose)
        .post("/stab/nyhetsbrev/{id}", OFFICE, office::save)
        .post("/stab/nyhetsbrev/{id}/prov", OFFICE, office::test)
        .post("/stab/nyhetsbrev/{id}/gjor", OFFICE, office::act)
        .get("/stab/tilbakekalling", RECALLS, recalls::pages::list)
        .post("/stab/tilbakekalling", RECALLS, recalls::pages::send)
        .link(Area::Desk, 72, "/stab/tilbakekalling", "nav-recall")
        .link(Area::Desk, 70, "/stab/nyhetsbrev", "nav-newsletter")
}

fn public_routes() -> Routes {
    Routes::new()
        .get("/nyhetsbrev", Door::Public, sign_up::ask)
        .post("/nyhetsbrev", Door::Public, sign_up::asked)
        .limit(Limit::FORM)
        .get("/nyhetsbrev/sendt", Door::Public, sign_up::sent)
        .get("/nyhetsbrev/arkiv", Door::Public, archive::all)
        .get("/nyhetsbrev/arkiv/{id}", Door::Public, archive::one)
        .get("/nyhetsbrev/bekreft/{code}", Door::Link, sign_up::confirm)
        .post("/nyhetsbrev/bekreft/{code}", Door::Link, sign_up::confirmed)
        .get("/nyhetsbrev/stopp/{code}", Door::Link, sign_up::stop)
        .post("/nyhetsbrev/stopp/{code}", Door::Link, sign_up::stopped)
        .get("/nyhetsbrev/ut/{code}", Door::Link, out::ask)
        .post("/nyhetsbrev/ut/{code}", Door::Link, out::go)
        .get("/nyhetsbrev/valg/{code}", Door::Link, out::choices)
        .post("/nyhetsbrev/valg/{code}", Door::Link, out::choose)
        .link(Area::Public, 60, "/nyhetsbrev", "nav-newsletter")
}

/// The kinds of record of this slice stand in the vocabulary.
///
/// # Errors
/// The first field that does not.
pub fn check_records() -> Result<(), String> {
    vault::check_fields::<subscriber::WishesRecord>()
}

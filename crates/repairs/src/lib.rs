//! The workshop's day: intake, work orders, the customer's yes to the price, hand-over, and what
//! stands afterwards.
//!
//! What is done to a vehicle is sealed at the vehicle and names nobody; what somebody said, bought or
//! pays is sealed at that person. When the person goes, the order stands without them.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod accounting;
pub mod approval;
mod at;
mod beside;
mod complaint;
mod desk;
pub mod handover;
pub mod history;
pub mod intake;
mod job;
mod open;
pub mod order;
mod records;
mod say;
#[cfg(test)]
mod tests;
mod words;
mod workshop;

use std::sync::Arc;

use customers::MinePanel;
use declaration::vocabulary::{Activity, Category, Purpose};
use values::BasisPoints;
use vault::Vault;
use vehicles::register::VehicleRegister;
use web::{App, Area, Door, Limit, Role, Routes};

pub use beside::RepairsBeside;
pub use handover::{documents_intact, unstated_warranties};
pub use history::{PurchasesPanel, VehiclesPanel};
pub use order::{OrderRow, cut_links};
pub use records::{
    Billing, Complaint, ComplaintAssessment, ComplaintOutcome, Condition, Deliverer, Job,
    PriceAnswer, PriceShown, Purchase, VehicleDocument, Voucher, WorkText,
};
pub use words::{
    ApprovalState, Buyer, CaseState, Ground, LineKind, Outcome, PriceKind, Severity, Stage, Timely,
    Told, WarrantyKind,
};

/// What this slice says, in three languages.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// Its tables.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration {
        name: "repairs-1",
        sql: include_str!("schema.sql"),
    },
    store::Migration {
        name: "repairs-accounting-2",
        sql: "
CREATE TABLE voucher (purchase_id {i64} PRIMARY KEY NOT NULL, controller_id {i64} NOT NULL, subject_id {i64} NOT NULL, record_id {i64} NOT NULL, number {i64} NOT NULL, year {i64} NOT NULL, issued_at {i64} NOT NULL) {strict};
CREATE INDEX voucher_year ON voucher (year, issued_at);
",
    },
    store::Migration {
        name: "repairs-complaint-3",
        sql: include_str!("complaint/schema.sql"),
    },
];

/// Its statements.
pub const QUERIES: &[&[store::Sql]] = &[
    order::sql::ALL,
    intake::sql::ALL,
    approval::sql::ALL,
    handover::sql::ALL,
    accounting::sql::ALL,
    complaint::sql::ALL,
];

const DESK: Door = Door::Staff(&[Role::Reception]);
const LOCKED: Door = Door::Staff(&[Role::Reception, Role::Claims, Role::Privacy]);
const CLAIMS: Door = Door::Staff(&[Role::Claims, Role::Reception]);
const WORKSHOP: Door = Door::Staff(&[Role::Technician, Role::Reception]);

/// The addresses of this slice, with who may enter.
#[must_use]
pub fn routes() -> Routes {
    desk_routes()
        .merge(workshop_routes())
        .merge(customer_routes())
        .merge(accounting_routes())
        .merge(complaint_routes())
        .link(Area::Desk, 10, "/stab", "nav-repair-desk")
        .link(Area::Desk, 20, "/stab/inn", "nav-repair-intake")
        .link(Area::Desk, 30, "/stab/verksted", "nav-repair-workshop")
}

/// The adviser's.
fn desk_routes() -> Routes {
    Routes::new()
        .get("/stab", DESK, desk::home)
        .post("/stab/sok", DESK, desk::search)
        .get("/stab/inn", DESK, intake::begin)
        .post("/stab/inn", DESK, intake::start)
        .post("/stab/inn/ny", DESK, intake::receive_walk_in)
        .get("/stab/inn/{booking}", DESK, intake::booked)
        .post("/stab/inn/{booking}", DESK, intake::receive_booked)
        .get("/stab/inntak/{visit}", DESK, intake::show_vehicle)
        .post("/stab/inntak/{visit}", DESK, intake::take_vehicle)
        .post("/stab/inntak/{visit}/oppslag", DESK, intake::look_up_again)
        .get("/stab/ordre/{id}", DESK, order::show)
        .post("/stab/ordre/{id}/linje", DESK, order::add)
        .post("/stab/ordre/{id}/linje/{line}", DESK, order::correct)
        .post("/stab/ordre/{id}/linje/{line}/pris", DESK, order::price)
        .post(
            "/stab/ordre/{id}/linje/{line}/stryk",
            DESK,
            order::strike_out,
        )
        .post("/stab/ordre/{id}/pris", DESK, order::ask_price)
        .post(
            "/stab/ordre/{id}/svar/{approval}",
            DESK,
            order::answered_by_phone,
        )
        .post("/stab/ordre/{id}/klar", DESK, order::ready)
        .post("/stab/ordre/{id}/ring", DESK, order::rather)
        .get("/stab/ordre/{id}/utlevering", DESK, handover::ask)
        .post("/stab/ordre/{id}/utlevering", DESK, handover::hand_over)
        .post("/stab/ordre/{id}/tillegg", DESK, handover::amend)
        .get(
            "/stab/ordre/{id}/dokument/{copy}",
            DESK,
            handover::document_of,
        )
}

/// The locked copies: one asks, another agrees.
fn accounting_routes() -> Routes {
    Routes::new()
        .get("/stab/regnskap", LOCKED, accounting::list)
        .get("/stab/regnskap/{id}", LOCKED, accounting::show)
        .post("/stab/regnskap/{id}/be", LOCKED, accounting::ask)
        .post("/stab/regnskap/apning/{id}/ja", LOCKED, accounting::agree)
        .post("/stab/regnskap/apning/{id}/slutt", LOCKED, accounting::end)
        .link(Area::Desk, 68, "/stab/regnskap", "nav-repair-locked")
}

/// What is wrong with what was bought: the desk's and the claims role's, and the customer's own.
fn complaint_routes() -> Routes {
    Routes::new()
        .get("/stab/reklamasjon", CLAIMS, complaint::list)
        .post("/stab/reklamasjon/sok", CLAIMS, complaint::search)
        .get("/stab/reklamasjon/ny/{order}", CLAIMS, complaint::form)
        .post("/stab/reklamasjon/ny/{order}", CLAIMS, complaint::register)
        .get("/stab/reklamasjon/{id}", CLAIMS, complaint::show)
        .post("/stab/reklamasjon/{id}/vurder", CLAIMS, complaint::assess)
        .post("/stab/reklamasjon/{id}/avgjor", CLAIMS, complaint::decide)
        .post("/stab/reklamasjon/{id}/avslutt", CLAIMS, complaint::close)
        .link(Area::Desk, 35, "/stab/reklamasjon", "nav-repair-complaints")
        .get(
            "/min-side/kjop/{id}/reklamasjon",
            Door::Subject,
            complaint::complain_form,
        )
        .post(
            "/min-side/kjop/{id}/reklamasjon",
            Door::Subject,
            complaint::complain,
        )
        .get("/min-side/reklamasjon/{id}", Door::Subject, complaint::mine)
}

/// The technician's.
fn workshop_routes() -> Routes {
    Routes::new()
        .get("/stab/verksted", WORKSHOP, workshop::jobs)
        .get("/stab/verksted/{id}", WORKSHOP, workshop::show)
        .post("/stab/verksted/{id}", WORKSHOP, workshop::add)
        .post(
            "/stab/verksted/{id}/stryk/{line}",
            WORKSHOP,
            workshop::strike_out,
        )
        .post("/stab/verksted/{id}/status", WORKSHOP, workshop::stage)
}

/// The customer's: by the link of a letter, and on their own page.
fn customer_routes() -> Routes {
    Routes::new()
        .get("/godkjenn/{code}", Door::Link, approval::show)
        .post("/godkjenn/{code}", Door::Link, approval::answer)
        .limit(Limit::FORM)
        .get("/min-side/kjoretoy/{id}", Door::Subject, history::vehicle)
        .get(
            "/min-side/kjoretoy/{id}/ordre/{order}",
            Door::Subject,
            history::vehicle_document,
        )
        .get("/min-side/kjop/{id}", Door::Subject, history::purchase)
        .get(
            "/min-side/kjop/{id}/dokument",
            Door::Subject,
            history::document,
        )
}

/// What the customer's own page shows of this slice.
#[must_use]
pub fn panels() -> Vec<Arc<dyn MinePanel>> {
    vec![Arc::new(VehiclesPanel), Arc::new(PurchasesPanel)]
}

/// What it does with personal data.
pub const ACTIVITIES: &[Activity] = &[
    Activity {
        name: "repairs.desk",
        purpose: Purpose::Visit,
        reads: &[Category::Contact, Category::Deliverer, Category::Vehicle],
        writes: &[],
        recipients: &[],
    },
    Activity {
        name: "repairs.intake",
        purpose: Purpose::Visit,
        reads: &[
            Category::Contact,
            Category::Enquiry,
            Category::VehicleLink,
            Category::Vehicle,
        ],
        writes: &[
            Category::Contact,
            Category::Deliverer,
            Category::Enquiry,
            Category::VehicleLink,
            Category::Vehicle,
            Category::BodyUsage,
            Category::Work,
        ],
        recipients: &["vegvesen"],
    },
    Activity {
        name: "repairs.order",
        purpose: Purpose::Visit,
        reads: &[
            Category::Contact,
            Category::Deliverer,
            Category::Enquiry,
            Category::Vehicle,
            Category::BodyUsage,
            Category::Work,
            Category::Purchase,
        ],
        writes: &[Category::Work, Category::Purchase, Category::Correspondence],
        recipients: &[],
    },
    Activity {
        name: "repairs.work",
        purpose: Purpose::Repair,
        reads: &[
            Category::Enquiry,
            Category::Vehicle,
            Category::BodyUsage,
            Category::Work,
        ],
        writes: &[Category::Work],
        recipients: &[],
    },
    Activity {
        name: "repairs.handover",
        purpose: Purpose::Visit,
        reads: &[Category::Contact, Category::Purchase],
        writes: &[
            Category::Purchase,
            Category::Billing,
            Category::Deliverer,
            Category::Work,
            Category::Correspondence,
        ],
        recipients: &[],
    },
    Activity {
        name: "repairs.bookkeeping",
        purpose: Purpose::Accounting,
        reads: &[Category::AccountingCopy],
        writes: &[Category::AccountingCopy],
        recipients: &[],
    },
    Activity {
        name: "repairs.complaint",
        purpose: Purpose::Claims,
        reads: &[
            Category::Claim,
            Category::Contact,
            Category::Vehicle,
            Category::Work,
        ],
        writes: &[Category::Claim, Category::Correspondence],
        recipients: &[],
    },
    Activity {
        name: "repairs.claim_file",
        purpose: Purpose::Claims,
        reads: &[],
        writes: &[
            Category::Contact,
            Category::VehicleLink,
            Category::Work,
            Category::Purchase,
        ],
        recipients: &[],
    },
    Activity {
        name: "repairs.safety_file",
        purpose: Purpose::Safety,
        reads: &[Category::Work],
        writes: &[Category::Work],
        recipients: &[],
    },
    Activity {
        name: "repairs.history",
        purpose: Purpose::Account,
        reads: &[
            Category::Vehicle,
            Category::BodyUsage,
            Category::Work,
            Category::Purchase,
        ],
        writes: &[],
        recipients: &[],
    },
];

/// Every field of its records stands in the vocabulary.
///
/// # Errors
/// The first that does not.
pub fn check_records() -> Result<(), String> {
    records::check()
}

/// The register, where one is set up.
fn register_of(app: &App) -> Option<Arc<dyn VehicleRegister>> {
    app.service::<Arc<dyn VehicleRegister>>().ok().cloned()
}

/// The general rate of tax today, from the rule table.
fn general_vat(vault: &Vault) -> BasisPoints {
    let today = vault.world().now().local_date();
    let rules = vault.rules();
    rules
        .share(approval::VAT, today)
        .map_or(BasisPoints::GENERAL_VAT, |share| {
            BasisPoints::new(share.basis_points)
        })
}

/// What the lines come to; `None` when that is too much to be an amount.
fn sums(lines: &[&order::WorkLine]) -> Option<order::Totals> {
    let billable = lines.iter().filter(|line| line.billable());
    order::totals(billable.map(|line| (line.quantity, line.price, line.vat)))
}

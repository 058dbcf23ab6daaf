//! `/stab/ordre/{id}`: the order as the adviser sees it.

use std::collections::BTreeMap;

use axum::response::Response;
use customers::CustomerContact;
use declaration::vocabulary::{Category, purpose};
use values::{Moment, Ore, PersonName, SubjectId, WorkOrderId};
use vault::{Ask, Personal, Sealed, Vault, VaultError};
use web::{Colleague, Error, Errors, Page, Service, html};

use super::{
    LineForm, OrderRow, PartyRow, Totals, WorkLine, parties, post::AskForm, ready::would_rather,
    warranty_text,
};
use crate::at::At;
use crate::{
    approval::{ApprovalRow, NeedsAnswer, approvals_of, may_hand_over},
    complaint::{CaseRow, of_order},
    handover::{DocumentRow, documents_of},
    job::{self, JobView},
    records::{Deliverer, PriceAnswer},
    words::{ApprovalState, PriceKind},
};

/// An order, opened for the adviser.
pub(crate) struct Opened {
    pub job: JobView,
    pub contact: Option<Personal<CustomerContact>>,
    pub parties: Vec<PartyShown>,
    pub approvals: Vec<ApprovalShown>,
    pub totals: Totals,
    pub guard: Result<(), NeedsAnswer>,
    pub letters: Vec<letters::Status>,
    pub documents: Vec<DocumentRow>,
    /// Whether the customer would rather be rung up than written to when the work is done.
    pub rather: bool,
}

/// Somebody's part, opened.
pub(crate) struct PartyShown {
    pub row: PartyRow,
    pub person: Option<Personal<Deliverer>>,
}

impl PartyShown {
    pub fn is(&self, party: &str) -> bool {
        self.row.party == party
    }
}

/// A price that was asked about, with what was said.
pub(crate) struct ApprovalShown {
    pub row: ApprovalRow,
    pub note: Option<Personal<PriceAnswer>>,
}

impl Opened {
    pub fn order(&self) -> &OrderRow {
        &self.job.order
    }

    pub fn name(&self) -> Option<&PersonName> {
        self.contact.as_ref().map(|contact| &contact.name)
    }

    /// The price that waits for an answer.
    pub fn waiting(&self) -> Option<&ApprovalShown> {
        let waits = |one: &&ApprovalShown| one.row.state == ApprovalState::Asked;
        self.approvals.iter().find(waits)
    }
}

/// Opens an order for the adviser, with the visit as the case.
///
/// # Errors
/// [`Error::NotFound`] when there is none; when the judge says no or the store fails.
pub(crate) async fn order_for(
    vault: &Vault,
    who: Colleague,
    id: WorkOrderId,
) -> Result<Opened, Error> {
    let order = job::order(vault, id).await?;
    let (visit, customer) = (order.visit, order.customer);
    let job = job::view::<purpose::Visit>(vault, who.actor(), order).await?;
    let (rows, asked, documents, rather) = vault
        .store()
        .read(move |db| {
            Ok((
                parties(db, visit)?,
                approvals_of(db, id)?,
                documents_of(db, id)?,
                would_rather(db, customer)?,
            ))
        })
        .await?;
    let (contact, approvals) = about_customer(vault, who, visit.get(), customer, asked).await?;
    let parties = open_parties(vault, who, visit.get(), rows).await?;
    let totals = crate::sums(&job.current()).ok_or(Error::Conflict("error-range"))?;
    let asked: Vec<ApprovalRow> = approvals.iter().map(|one| one.row.clone()).collect();
    let today = vault.world().now().local_date();
    let guard = may_hand_over(&vault.rules(), &asked, totals.gross, today);
    Ok(Opened {
        letters: letters::status_of(vault, "visit", visit.get()).await?,
        job,
        contact,
        parties,
        approvals,
        totals,
        guard,
        documents,
        rather,
    })
}

type AboutCustomer = (Option<Personal<CustomerContact>>, Vec<ApprovalShown>);

async fn about_customer(
    vault: &Vault,
    who: Colleague,
    visit: i64,
    customer: Option<SubjectId>,
    asked: Vec<ApprovalRow>,
) -> Result<AboutCustomer, Error> {
    let bare = |asked: Vec<ApprovalRow>| {
        let shown = asked.into_iter();
        shown.map(|row| ApprovalShown { row, note: None }).collect()
    };
    let Some(customer) = customer else {
        return Ok((None, bare(asked)));
    };
    let ask = Ask::open(who.actor(), customer)
        .of(&[Category::Contact, Category::Purchase])
        .case("visit", visit);
    let permit = match vault.permit::<purpose::Visit>(ask).await {
        Ok(permit) => permit,
        Err(VaultError::Gone | VaultError::Refused(_)) => return Ok((None, bare(asked))),
        Err(error) => return Err(error.into()),
    };
    let contact = customers::latest_contact(vault, &permit).await?;
    let notes: Vec<_> = asked.iter().map(|row| row.note).collect();
    let sealed = vault
        .store()
        .read(move |db| {
            let mut found = Vec::new();
            for note in &notes {
                found.push(match note {
                    Some(note) => Sealed::<PriceAnswer>::load(db, *note)?,
                    None => None,
                });
            }
            Ok(found)
        })
        .await?;
    let mut shown = Vec::with_capacity(asked.len());
    for (row, sealed) in asked.into_iter().zip(sealed) {
        let note = sealed.map(|one| vault.open(&permit, &one)).transpose()?;
        shown.push(ApprovalShown { row, note });
    }
    Ok((contact.map(|(_, contact)| contact), shown))
}

/// Opens those who handed in or collected for others, while they are kept.
async fn open_parties(
    vault: &Vault,
    who: Colleague,
    visit: i64,
    rows: Vec<PartyRow>,
) -> Result<Vec<PartyShown>, Error> {
    let theirs = rows
        .iter()
        .filter(|row| matches!(row.party.as_str(), "deliverer" | "collector"));
    let asks = theirs.map(|row| {
        Ask::open(who.actor(), row.subject)
            .of(&[Category::Deliverer])
            .case("visit", visit)
    });
    let permits = vault.permits::<purpose::Visit>(asks.collect()).await?;
    let records: Vec<_> = rows.iter().map(|row| row.record).collect();
    let wanted: Vec<_> = rows
        .iter()
        .map(|row| permits.contains_key(&row.subject))
        .collect();
    let sealed = vault
        .store()
        .read(move |db| {
            let mut found = BTreeMap::new();
            for (record, wanted) in records.iter().zip(&wanted) {
                if let (Some(record), true) = (record, wanted)
                    && let Some(sealed) = Sealed::<Deliverer>::load(db, *record)?
                {
                    found.insert(sealed.subject(), sealed);
                }
            }
            Ok(found)
        })
        .await?;
    let mut shown = Vec::with_capacity(rows.len());
    for row in rows {
        let person = match (permits.get(&row.subject), sealed.get(&row.subject)) {
            (Some(Ok(permit)), Some(sealed)) => Some(vault.open(permit, sealed)?),
            _ => None,
        };
        shown.push(PartyShown { row, person });
    }
    Ok(shown)
}

#[derive(askama::Template)]
#[template(path = "order.html")]
pub(crate) struct OrderPage {
    pub page: Page,
    pub open: Opened,
    pub typed: LineForm,
    pub ask: AskForm,
    pub errors: Errors,
    /// Which form the errors belong to: `line`, `ask` or a line's id.
    pub wrong: String,
    pub workshop: String,
    pub controller: String,
    /// What somebody says is wrong with it.
    cases: Vec<CaseRow>,
    /// Who wrote the lines.
    names: BTreeMap<SubjectId, PersonName>,
}

impl OrderPage {
    fn warranty(&self, line: &WorkLine) -> String {
        warranty_text(&self.page, line.warranty)
    }

    fn net(&self, line: &WorkLine) -> String {
        line.net()
            .map_or_else(String::new, |net| self.page.money(net))
    }

    fn writer(&self, line: &WorkLine) -> Option<&PersonName> {
        self.names.get(&line.by)
    }

    fn price(&self, line: &WorkLine) -> String {
        line.price
            .map_or_else(String::new, |price| self.page.money(price))
    }

    /// The price of a line as it is typed.
    fn bare_price(&self, line: &WorkLine) -> String {
        let bare = |price: Ore| price.to_string().replace('\u{a0}', " ").replace(" kr", "");
        line.price.map_or_else(String::new, bare)
    }

    fn when(&self, at: &Moment) -> String {
        self.page.at(at)
    }

    fn wrong_line(&self, line: &WorkLine) -> bool {
        self.wrong == line.id.to_string()
    }

    fn guard_text(&self) -> String {
        let page = &self.page;
        match self.open.guard {
            Ok(()) => String::new(),
            Err(NeedsAnswer::PastEstimate { ceiling }) => {
                page.t
                    .f1("repair-guard-estimate", "ceiling", page.money(ceiling))
            }
            Err(NeedsAnswer::PastFixed { fixed }) => {
                page.t.f1("repair-guard-fixed", "fixed", page.money(fixed))
            }
            Err(NeedsAnswer::Declined) => page.t.s("repair-guard-declined").to_owned(),
            Err(NeedsAnswer::Waiting) => page.t.s("repair-guard-waiting").to_owned(),
            Err(NeedsAnswer::NoRule) => page.t.s("repair-guard-no-rule").to_owned(),
        }
    }

    fn hint(&self, kind: &PriceKind) -> &str {
        self.page.t.s(match kind {
            PriceKind::Estimate => "price-estimate-hint",
            PriceKind::Fixed => "price-fixed-hint",
            PriceKind::Indication => "price-indication-hint",
        })
    }

    fn short_hash(&self, document: &DocumentRow) -> String {
        let hash = data_encoding::HEXLOWER.encode(&document.sha256);
        hash.chars().take(12).collect()
    }
}

/// What was typed and is wrong, with the form it belongs to.
#[derive(Default)]
pub(crate) struct Again {
    pub typed: LineForm,
    pub ask: AskForm,
    pub errors: Errors,
    pub wrong: String,
}

/// Makes the page.
pub(crate) async fn page_of(
    vault: &Vault,
    page: Page,
    who: Colleague,
    id: WorkOrderId,
    again: Again,
) -> Result<OrderPage, Error> {
    let open = order_for(vault, who, id).await?;
    let catalogue = vault
        .store()
        .read(|db| bookings::Catalogue::load(db))
        .await?;
    let workshop = catalogue.workshop(open.order().workshop);
    let writers = open.job.lines.iter().map(|line| line.by).collect();
    let case = ("visit", open.order().visit.get());
    let names = page.staff_names(writers, case).await?;
    let cases = vault.store().read(move |db| of_order(db, id)).await?;
    let controller = vault
        .declaration()
        .controller(open.order().controller)
        .cloned();
    Ok(OrderPage {
        workshop: workshop.map_or_else(String::new, |one| one.name.clone()),
        controller: controller.map_or_else(String::new, |one| one.name),
        cases,
        names,
        page,
        open,
        typed: again.typed,
        ask: again.ask,
        errors: again.errors,
        wrong: again.wrong,
    })
}

/// Shows an order.
pub(crate) async fn show(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<WorkOrderId>,
) -> Result<Response, Error> {
    html(&page_of(&vault, page, who, id, Again::default()).await?)
}

//! `/min-side/kjoretoy/{id}` and `/min-side/kjop/{id}`.

use axum::{extract::State, response::Response};
use declaration::vocabulary::{Category, purpose};
use values::{PurchaseId, SubjectId, WorkOrderId};
use vault::{Ask, Personal, Sealed, Vault};
use web::{App, Error, Me, Page, Service, html};

use super::timeline::{Life, What, life, own};
use crate::at::{At, At2};
use crate::{
    complaint::{CaseRow, of_order},
    handover::{
        Copy, Cover, DocumentRow, PurchaseRow, Sheet, covers_of, documents_of, purchase_by_id,
    },
    order::{self, OrderRow},
    records::{Purchase, VehicleDocument},
};

#[derive(askama::Template)]
#[template(path = "mine-vehicle.html")]
struct VehiclePage {
    page: Page,
    id: SubjectId,
    life: Life,
}

/// A vehicle of the customer's, with its life.
pub(crate) async fn vehicle(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    At(id): At<SubjectId>,
) -> Result<Response, Error> {
    let life = life(&app, &vault, &page, &me, id).await?;
    html(&VehiclePage { page, id, life })
}

/// The vehicle's copy of what was done: it names nobody, whoever owned the vehicle then.
pub(crate) async fn vehicle_document(
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    At2(id, order): At2<SubjectId, WorkOrderId>,
) -> Result<Response, Error> {
    if !own(&vault, &me).await?.contains(&id) {
        return Err(Error::NotFound);
    }
    let (there, rows) = vault
        .store()
        .read(move |db| Ok((order::by_id(db, order)?, documents_of(db, order)?)))
        .await?;
    let there = there
        .filter(|order| order.vehicle == id)
        .ok_or(Error::NotFound)?;
    let row = rows.into_iter().find(|row| row.copy == Copy::Vehicle);
    let record = row.ok_or(Error::NotFound)?.record;
    let ask = Ask::open(me.actor(), id).of(&[Category::Work]);
    let permit = vault.permit::<purpose::Account>(ask).await?;
    let sealed = vault
        .store()
        .read(move |db| Sealed::<VehicleDocument>::load(db, record));
    let sealed = sealed.await?.ok_or(Error::NotFound)?;
    let opened = vault.open(&permit, &sealed)?;
    html(&Sheet {
        page,
        document: opened.document.clone(),
        number: there.number,
    })
}

struct Mine {
    row: PurchaseRow,
    order: OrderRow,
    covers: Vec<Cover>,
    documents: Vec<DocumentRow>,
    newest: Personal<Purchase>,
}

/// A purchase of the customer's own; anybody else's is not there.
async fn mine(vault: &Vault, me: &Me, id: PurchaseId) -> Result<Mine, Error> {
    let who = me.subject;
    let found = vault
        .store()
        .read(move |db| {
            let row = purchase_by_id(db, id)?.filter(|row| row.customer == who);
            let Some(row) = row else {
                return Ok(None);
            };
            let documents = documents_of(db, row.order)?;
            let copy = documents.iter().find(|one| one.copy == Copy::Customer);
            let record = copy.map_or(row.record, |one| one.record);
            let sealed = Sealed::<Purchase>::load(db, record)?;
            let order = order::by_id(db, row.order)?;
            let covers = covers_of(db, row.order)?;
            Ok(Some((row, order, covers, documents, sealed)))
        })
        .await?;
    let (row, order, covers, documents, sealed) = found.ok_or(Error::NotFound)?;
    let (order, sealed) = (
        order.ok_or(Error::NotFound)?,
        sealed.ok_or(Error::NotFound)?,
    );
    let ask = Ask::open(me.actor(), who).of(&[Category::Purchase]);
    let permit = vault.permit::<purpose::Account>(ask).await?;
    Ok(Mine {
        newest: vault.open(&permit, &sealed)?,
        row,
        order,
        covers,
        documents,
    })
}

#[derive(askama::Template)]
#[template(path = "mine-purchase.html")]
struct PurchasePage {
    page: Page,
    mine: Mine,
    warranty: Option<jiff::civil::Date>,
    claim: Option<jiff::civil::Date>,
    seller: String,
    hash: String,
    cases: Vec<CaseRow>,
}

/// A purchase.
pub(crate) async fn purchase(
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    At(id): At<PurchaseId>,
) -> Result<Response, Error> {
    let mine = mine(&vault, &me, id).await?;
    let (order, who) = (mine.row.order, me.subject);
    let read = vault.store().read(move |db| of_order(db, order));
    let mut cases = read.await?;
    cases.retain(|case| case.customer == who);
    let declaration = vault.declaration();
    let seller = declaration.controller(mine.row.controller);
    let copy = mine.documents.iter().find(|one| one.copy == Copy::Customer);
    html(&PurchasePage {
        hash: copy.map_or_else(String::new, |one| {
            data_encoding::HEXLOWER.encode(&one.sha256)
        }),
        warranty: mine.covers.iter().filter_map(|cover| cover.until).max(),
        claim: mine.covers.iter().map(|cover| cover.claim_until).max(),
        seller: seller.map_or_else(String::new, |one| one.name.clone()),
        cases,
        page,
        mine,
    })
}

/// The customer's copy, as it was rendered then.
pub(crate) async fn document(
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    At(id): At<PurchaseId>,
) -> Result<Response, Error> {
    let mine = mine(&vault, &me, id).await?;
    html(&Sheet {
        page,
        document: mine.newest.document.clone(),
        number: mine.order.number,
    })
}

impl VehiclePage {
    fn plate(&self) -> values::Shown {
        self.life.vehicle.plate()
    }
}

/// The word a template asks an event for.
impl super::timeline::Event {
    pub(crate) fn kind(&self) -> &'static str {
        match self.what {
            What::Done { .. } => "work",
            What::Here { .. } => "visit",
            What::Read(_) => "meter",
        }
    }
}

//! Additions to a closed order: new rows and a new version of the document, which shows both what was
//! written then and what is right. Prices are the invoice's and stay.

use axum::{extract::State, response::Response};
use declaration::vocabulary::{Category, Purpose, purpose};
use serde::Deserialize;
use store::StoreError;
use values::{BasisPoints, FreeText, Line, Quantity, Typed, WorkLineId, WorkOrderId};
use vault::{Actor, Ask, Keep, Permit, Personal, Sealed, Vault, VaultError, Work};
use web::{App, Colleague, Error, Page, Service, Signed};

use super::{
    Copy, Cover, PurchaseRow, covers_of,
    document::{self, VEHICLE_LANG},
    document_facts, documents_of,
    pages::closed_order,
    purchase_of,
    rows::DocumentNew,
};
use crate::at::At;
use crate::{
    job::{self, JobView},
    open,
    order::{self, LineRow, Numbers, OrderRow, Warranty},
    records::{Purchase, VehicleDocument, WorkText},
    words::LineKind,
};

/// An addition as typed.
#[derive(Default, Deserialize)]
pub(crate) struct AmendForm {
    #[serde(default)]
    text: Typed,
    #[serde(default)]
    part_no: Typed,
    #[serde(default)]
    serial: Typed,
    #[serde(default)]
    voids: Typed,
}

/// Adds to a closed order.
pub(crate) async fn amend(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<WorkOrderId>,
    form: Signed<AmendForm>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let order = closed_order(&vault, id).await?;
    let text = errors.take("text", FreeText::parse(data.text.as_str()));
    let part_no = errors.take("part_no", Line::parse_optional(data.part_no.as_str()));
    let serial = errors.take("serial", Line::parse_optional(data.serial.as_str()));
    let (Some(text), Some(part_no), Some(serial), false) = (text, part_no, serial, errors.any())
    else {
        let again = order::Again {
            typed: order::LineForm {
                text: data.text,
                part_no: data.part_no,
                serial: data.serial,
                ..order::LineForm::default()
            },
            errors,
            wrong: "amend".to_owned(),
            ..order::Again::default()
        };
        return web::html_again(&order::page_of(&vault, page, who, id, again).await?);
    };
    let record = Personal::new(WorkText {
        text,
        severity: None,
        part_no,
        serial,
    });
    let voids = data.voids.as_str().parse::<WorkLineId>().ok();
    let done = vault::again(|| async {
        let order = order.clone();
        write(&app, &vault, who.actor(), order, (&record, voids)).await
    });
    done.await.map_err(order::told)?;
    Ok(page.go_saying(&format!("/stab/ordre/{id}"), "notice-repair-amended"))
}

/// The numbers of the line it takes the place of; a note of its own has none.
fn numbers(job: &JobView, voids: Option<WorkLineId>) -> Result<Numbers, VaultError> {
    let Some(old) = voids else {
        return Ok(Numbers {
            kind: LineKind::Finding,
            quantity: Quantity::ONE,
            price: None,
            vat: BasisPoints::ZERO,
            warranty: Warranty::NONE,
            long_life: false,
        });
    };
    let line = job.current().into_iter().find(|line| line.id == old);
    let line = line.ok_or(StoreError::Refused("repair-line-corrected"))?;
    Ok(Numbers {
        kind: line.kind,
        quantity: line.quantity,
        price: line.price,
        vat: line.vat,
        warranty: line.warranty,
        long_life: line.long_life,
    })
}

async fn write(
    app: &App,
    vault: &Vault,
    actor: Actor,
    order: OrderRow,
    (text, voids): (&Personal<WorkText>, Option<WorkLineId>),
) -> Result<(), VaultError> {
    let (id, changes) = (order.id, order.changes);
    let mut job = job::view::<purpose::Visit>(vault, actor, order).await?;
    let numbers = numbers(&job, voids)?;
    let (covers, documents, bought, catalogue) = vault
        .store()
        .read(move |db| {
            let (covers, documents) = (covers_of(db, id)?, documents_of(db, id)?);
            let catalogue = bookings::Catalogue::load(db)?;
            Ok((covers, documents, purchase_of(db, id)?, catalogue))
        })
        .await?;
    let version = documents.first().map_or(1, |row| row.version) + 1;
    let mut work = vault.work();
    let (permit, life) = at_vehicle(vault, actor, &job.order).await?;
    let from = open::observed(vault, job.order.visit.get());
    let row = LineRow {
        id: vault.world().id(),
        order: id,
        numbers,
        record: Some(work.seal(&permit, text, &from, &life)?),
        at: work.at(),
        by: actor.id(),
        voids,
        amends: true,
    };
    put_in(&mut job, &row, text);
    let moved = covers.iter().find(|cover| Some(cover.line) == voids);
    let moved: Option<Cover> = moved.map(|cover| cover.moved(row.id));
    let all: Vec<Cover> = covers.iter().chain(&moved).cloned().collect();
    let about = (&job, &catalogue, all.as_slice());
    let nb = app.texts.of(VEHICLE_LANG);
    let at = work.at();
    let copy = document::for_vehicle(&document_facts(vault, nb, about, (at, version, false)))?;
    let paper = (&job, &life, copy, version);
    let mut fresh = vec![seal_vehicle(vault, &mut work, &permit, paper)?];
    if let Some(bought) = &bought {
        let t = app.texts.of(job.order.lang);
        let facts = document_facts(vault, t, about, (at, version, true));
        fresh.extend(seal_customer(vault, &mut work, actor, (&job, bought, &facts)).await?);
    }
    let laid = work.finish();
    let write = vault.store().write(move |db| {
        laid.lay(db)?;
        if db.exec(&order::sql::AMENDED, &[id.get().into(), changes.into()])? != 1 {
            return Err(StoreError::Refused("repair-order-changed"));
        }
        row.lay(db)?;
        if let Some(cover) = &moved {
            cover.lay(db, id)?;
        }
        for document in &fresh {
            document.lay(db, (id, at, row.by))?;
        }
        Ok(())
    });
    Ok(write.await?)
}

/// Leave to write at the vehicle, and how long.
async fn at_vehicle(
    vault: &Vault,
    actor: Actor,
    order: &OrderRow,
) -> Result<(Permit<purpose::Visit>, Keep), VaultError> {
    let ask = Ask::seal(actor, order.vehicle)
        .of(&[Category::Work])
        .case("visit", order.visit.get());
    let permit = vault.permit(ask).await?;
    Ok((permit, vehicles::keep(vault, order.vehicle).await?))
}

/// The line that is about to be written, among the others.
fn put_in(job: &mut JobView, row: &LineRow, text: &Personal<WorkText>) {
    if let Some(old) = job.lines.iter_mut().find(|line| Some(line.id) == row.voids) {
        old.voided_by = Some(row.id);
    }
    let text = Personal::new(WorkText {
        text: text.text.clone(),
        severity: None,
        part_no: text.part_no.clone(),
        serial: text.serial.clone(),
    });
    job.lines.push(row.line(text));
}

fn seal_vehicle(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Visit>,
    (job, life, copy, version): (&JobView, &Keep, String, i64),
) -> Result<DocumentNew, VaultError> {
    let hash = document::hash(&copy);
    let record = Personal::new(VehicleDocument {
        text: job.order.number.to_string(),
        document: copy,
    });
    let from = open::provenance(vault, "derived", job.order.visit.get());
    Ok(DocumentNew {
        id: vault.world().id(),
        copy: Copy::Vehicle,
        subject: job.order.vehicle,
        record: work.seal(permit, &record, &from, life)?,
        hash,
        lang: VEHICLE_LANG,
        version,
    })
}

/// The customer's copy, while they are there.
async fn seal_customer(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    (job, bought, facts): (&JobView, &PurchaseRow, &document::Facts<'_>),
) -> Result<Option<DocumentNew>, VaultError> {
    let ask = Ask::open(actor, bought.customer)
        .of(&[Category::Purchase])
        .case("visit", job.order.visit.get());
    let permit = match vault.permit::<purpose::Visit>(ask).await {
        Ok(permit) => permit,
        Err(VaultError::Gone | VaultError::Refused(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    let first = bought.record;
    let sealed = vault
        .store()
        .read(move |db| Sealed::<Purchase>::load(db, first))
        .await?;
    let Some(sealed) = sealed else {
        return Ok(None);
    };
    let was = vault.open(&permit, &sealed)?;
    let totals = crate::sums(&job.current()).ok_or(StoreError::Refused("error-range"))?;
    let kid = document::kid(&job.order);
    let sums = document::bought(
        facts.t,
        was.buyer.reveal(),
        &totals,
        (&kid, document::due(bought)),
    );
    let copy = document::for_customer(facts, &sums)?;
    let hash = document::hash(&copy);
    let record = Personal::new(Purchase {
        number: was.number.clone(),
        plate: was.plate.clone(),
        buyer: was.buyer.clone(),
        lines: was.lines.clone(),
        total_ore: was.total_ore,
        vat_ore: was.vat_ore,
        warranty: was.warranty.clone(),
        document: copy,
    });
    let from = open::provenance(vault, "derived", job.order.visit.get());
    // Kept as what it adds to: the reason is there already and stays as it was.
    let keep = Keep::from("visit", job.order.visit.get(), bought.at);
    let record = work.seal(&permit, &record, &from, &keep)?;
    let claims = Keep::from("purchase", bought.id.get(), bought.at);
    work.also_keep(&permit, Category::Purchase, Purpose::Claims, &claims)?;
    Ok(Some(DocumentNew {
        id: vault.world().id(),
        copy: Copy::Customer,
        subject: bought.customer,
        record,
        hash,
        lang: job.order.lang,
        version: facts.version,
    }))
}

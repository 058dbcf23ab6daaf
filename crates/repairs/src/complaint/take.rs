//! A case is taken in: what was said is sealed, its dates stand beside it, what it needs is kept from
//! now on, and the customer gets a letter.

use declaration::vocabulary::{Category, purpose};
use jiff::civil::Date;
use store::{StoreError, Value, bytes, plain};
use values::{FreeText, Moment, RecordId, WorkLineId};
use vault::{Actor, Permit, Personal, Vault, VaultError, Work};
use web::App;

use super::{
    CASE, CaseLine, ComplaintId, OF_CUSTOMER, at_vehicle,
    known::by_key,
    letter::{self, Letters},
    sql, to_open, to_seal, while_open,
};
use crate::{
    handover::{Cover, PurchaseRow, covers_of, purchase_of},
    open,
    order::{self, OrderRow, WorkLine},
    records::Complaint,
    words::{Ground, Told},
};

/// What an order without a purchase, or one whose customer is forgotten, answers.
pub(super) const NOBODY: &str = "complaint-nobody";

/// A case to be taken in.
pub(crate) struct NewCase {
    pub ground: Ground,
    pub told: Told,
    pub discovered: Date,
    pub notified: Date,
    pub text: FreeText,
    /// Which lines it is about; none means all of them.
    pub lines: Vec<WorkLineId>,
    /// Hash of the form's key: sent twice it is one case.
    pub key_tag: [u8; 32],
}

/// What is there before a case is taken in.
pub(super) struct Bought {
    pub purchase: PurchaseRow,
    pub lines: Vec<WorkLine>,
    pub covers: Vec<Cover>,
}

impl Bought {
    /// The lines that were paid for, with what covers them.
    pub fn covered(&self) -> impl Iterator<Item = (&WorkLine, &Cover)> {
        let cover = |line: &WorkLine| self.covers.iter().find(|cover| cover.line == line.id);
        order::current(&self.lines).filter_map(move |line| Some((line, cover(line)?)))
    }
}

/// What was bought with an order, the lines opened at the vehicle.
///
/// # Errors
/// `Refused` when it was not handed over; when the judge says no or the store fails.
pub(super) async fn bought(
    vault: &Vault,
    actor: Actor,
    order: &OrderRow,
    case: (&'static str, i64),
) -> Result<Bought, VaultError> {
    let id = order.id;
    let read = vault.store().read(move |db| {
        let lines = order::load_lines(db, id)?;
        Ok((purchase_of(db, id)?, lines, covers_of(db, id)?))
    });
    let (purchase, bare, covers) = read.await?;
    let purchase = purchase.ok_or(StoreError::Refused(NOBODY))?;
    let categories: &[Category] = &[Category::Work];
    let asked = to_open(vault, at_vehicle(actor), order.vehicle, (categories, case));
    let lines = match asked.await {
        Ok(permit) => order::open_lines(vault, &permit, id).await?,
        Err(VaultError::Gone) => bare,
        Err(error) => return Err(error),
    };
    Ok(Bought {
        purchase,
        lines,
        covers,
    })
}

/// Takes a case in; answers its id, or that of the case the same form has made before.
///
/// # Errors
/// `Refused` when there is nobody it could be about; when the judge says no or the store fails.
pub(crate) async fn take(
    app: &App,
    vault: &Vault,
    actor: Actor,
    (order, new): (&OrderRow, &NewCase),
) -> Result<ComplaintId, VaultError> {
    let id: ComplaintId = vault.world().id();
    vault::again(|| attempt(app, vault, actor, (order, new, id))).await
}

async fn attempt(
    app: &App,
    vault: &Vault,
    actor: Actor,
    (order, new, id): (&OrderRow, &NewCase, ComplaintId),
) -> Result<ComplaintId, VaultError> {
    let key = new.key_tag;
    let before = vault.store().read(move |db| by_key(db, &key));
    if let Some(before) = before.await? {
        return Ok(before.id);
    }
    let bought = bought(vault, actor, order, (CASE, id.get())).await?;
    let lines = chosen(&bought, &new.lines);
    let about = about(app, order, &bought, &lines);
    let customer = bought.purchase.customer;
    let permit = to_seal(vault, actor, customer, id).await?;
    let mut work = vault.work();
    let source = match new.told {
        Told::Page => "data_subject",
        _ => "staff_observation",
    };
    let from = open::provenance(vault, source, order.visit.get());
    let record = Personal::new(Complaint {
        number: order.number.to_string(),
        about,
        text: new.text.clone(),
    });
    let record = work.seal(&permit, &record, &from, &while_open(id))?;
    keep(vault, &mut work, actor, (order, &permit, id)).await?;
    let at = (app, vault, actor);
    let posted = letter::post(at, &mut work, &permit, (order, id, &Letters::Received)).await?;
    let values = row(
        actor,
        (order, new, id),
        &bought.purchase,
        (record, work.at()),
    );
    let laid = work.finish();
    let write = vault.store().write(move |db| {
        laid.lay(db)?;
        db.exec(&sql::ADD, &values)?;
        lines.iter().try_for_each(|line| line.add(db, id))?;
        posted.as_ref().map_or(Ok(()), |posted| posted.enqueue(db))
    });
    match write.await {
        // Sent twice at once: the other one has made it.
        Err(StoreError::Unique(index)) if index == "complaint__key_tag" => {
            let read = vault.store().read(move |db| by_key(db, &key));
            Ok(read.await?.ok_or(VaultError::Gone)?.id)
        }
        other => other.map(|()| id).map_err(VaultError::from),
    }
}

/// The row of a case.
fn row(
    actor: Actor,
    (order, new, id): (&OrderRow, &NewCase, ComplaintId),
    purchase: &PurchaseRow,
    (record, at): (RecordId, Moment),
) -> [Value; 14] {
    [
        id.get().into(),
        order.id.get().into(),
        purchase.customer.get().into(),
        purchase.controller.get().into(),
        new.ground.as_str().into(),
        purchase.buyer.as_str().into(),
        new.told.as_str().into(),
        plain(new.discovered.to_string()),
        plain(new.notified.to_string()),
        purchase.at.millis().into(),
        record.get().into(),
        at.millis().into(),
        actor.id().into(),
        bytes(new.key_tag.as_slice()),
    ]
}

/// While the case is open everything it needs lives: at the person, and the work at the vehicle.
async fn keep(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    (order, permit, id): (&OrderRow, &Permit<purpose::Claims>, ComplaintId),
) -> Result<(), VaultError> {
    for category in OF_CUSTOMER {
        work.end(permit, *category, &while_open(id))?;
    }
    at_work(vault, work, actor, (order, &while_open(id), id)).await
}

/// The same reason at the vehicle's work.
pub(super) async fn at_work(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    (order, keep, id): (&OrderRow, &vault::Keep, ComplaintId),
) -> Result<(), VaultError> {
    let ask = vault::Ask::seal(at_vehicle(actor), order.vehicle)
        .of(&[Category::Work])
        .case(CASE, id.get());
    match vault.permit::<purpose::Claims>(ask).await {
        Ok(permit) => work.end(&permit, Category::Work, keep),
        // The vehicle has outlived its record.
        Err(VaultError::Gone) => Ok(()),
        Err(error) => Err(error),
    }
}

/// The lines a case is about, with their last days as they were stated at the hand-over.
fn chosen(bought: &Bought, wanted: &[WorkLineId]) -> Vec<CaseLine> {
    let line = |(line, cover): (&WorkLine, &Cover)| CaseLine {
        line: line.id,
        long_life: line.long_life,
        claim_until: cover.claim_until,
        claim_rule: cover.claim_rule.clone(),
        warranty_until: cover.until,
    };
    let all = || bought.covered().map(line);
    let some: Vec<CaseLine> = all().filter(|one| wanted.contains(&one.line)).collect();
    if some.is_empty() {
        all().collect()
    } else {
        some
    }
}

/// Those lines in words, in the customer's language.
fn about(app: &App, order: &OrderRow, bought: &Bought, lines: &[CaseLine]) -> String {
    let t = app.texts.of(order.lang);
    let said = bought.lines.iter().filter_map(|line| {
        let wanted = lines.iter().any(|one| one.line == line.id);
        let text = line.text.as_ref().filter(|_| wanted)?;
        let kind = t.s(line.kind.message_id());
        Some(format!("{kind}: {}", text.text.reveal()))
    });
    said.collect::<Vec<_>>().join("\n")
}

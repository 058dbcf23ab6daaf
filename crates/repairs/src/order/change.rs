//! Adding to an order. A correction is a new row that names the old one; nothing is rewritten.

use declaration::vocabulary::{Category, MayUse, PurposeType, category};
use store::{Db, StoreError, Value};
use values::{BasisPoints, Moment, Ore, Quantity, RecordId, WorkLineId, WorkOrderId};
use vault::{Actor, Ask, Personal, Vault, VaultError};

use super::{CLOSED, OrderRow, Warranty, WorkLine, sql};
use crate::{open, records::WorkText, words::LineKind};

/// The numbers of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numbers {
    pub kind: LineKind,
    pub quantity: Quantity,
    pub price: Option<Ore>,
    pub vat: BasisPoints,
    pub warranty: Warranty,
    pub long_life: bool,
}

/// A line to be written.
pub(crate) struct NewLine {
    pub numbers: Numbers,
    pub text: Personal<WorkText>,
}

/// A row of `work_line`, ready.
#[derive(Clone, Copy)]
pub(crate) struct LineRow {
    pub id: WorkLineId,
    pub order: WorkOrderId,
    pub numbers: Numbers,
    pub record: Option<RecordId>,
    pub at: Moment,
    pub by: i64,
    pub voids: Option<WorkLineId>,
    pub amends: bool,
}

impl LineRow {
    pub(crate) fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        if let Some(old) = self.voids {
            let order = db
                .one(&sql::LINE_OF, &[old.get().into()])?
                .i64("order_id")?;
            if order != self.order.get() {
                return Err(StoreError::Refused("wrong-not-found"));
            }
        }
        db.exec(&sql::LINE_ADD, &self.values()).map(|_| ())
    }

    /// The line as it will stand, with its text.
    pub(crate) fn line(&self, text: Personal<WorkText>) -> WorkLine {
        let numbers = self.numbers;
        WorkLine {
            id: self.id,
            kind: numbers.kind,
            record: self.record,
            text: Some(text),
            quantity: numbers.quantity,
            price: numbers.price,
            vat: numbers.vat,
            warranty: numbers.warranty,
            long_life: numbers.long_life,
            at: self.at,
            by: values::SubjectId::from_raw(self.by),
            voids: self.voids,
            voided_by: None,
            amends: self.amends,
        }
    }

    fn values(&self) -> Vec<Value> {
        let Numbers {
            kind,
            quantity,
            price,
            vat,
            warranty,
            long_life,
        } = self.numbers;
        let limit = warranty.limit;
        vec![
            self.id.get().into(),
            self.order.get().into(),
            kind.as_str().into(),
            self.record.map(RecordId::get).into(),
            quantity.thousandths().into(),
            price.map(Ore::get).into(),
            i64::from(vat.get()).into(),
            warranty.kind.as_str().into(),
            warranty.months.into(),
            limit.map_or(0, |limit| limit.value).into(),
            limit.map_or("", |limit| limit.unit.as_str()).into(),
            long_life.into(),
            self.at.millis().into(),
            self.by.into(),
            self.voids.map(WorkLineId::get).into(),
            self.amends.into(),
        ]
    }
}

/// The order changes with what the closure does, unless it is closed.
pub(crate) fn changed(db: &mut dyn Db, order: WorkOrderId) -> Result<(), StoreError> {
    match db.exec(&sql::CHANGED, &[order.get().into()])? {
        1 => Ok(()),
        _ => Err(StoreError::Refused(CLOSED)),
    }
}

/// Adds a line; with `voids` it takes the place of another.
///
/// # Errors
/// [`CLOSED`] when the order was handed over; when the judge says no or the store fails.
pub(crate) async fn add_line<P>(
    vault: &Vault,
    actor: Actor,
    order: &OrderRow,
    new: &NewLine,
    voids: Option<WorkLineId>,
) -> Result<(), VaultError>
where
    P: PurposeType + MayUse<category::Work>,
{
    let keep = vehicles::keep(vault, order.vehicle).await?;
    let done = vault::again(|| async {
        let ask = Ask::seal(actor, order.vehicle)
            .of(&[Category::Work])
            .case("visit", order.visit.get());
        let permit = vault.permit::<P>(ask).await?;
        let mut work = vault.work();
        let provenance = open::observed(vault, order.visit.get());
        let record = work.seal(&permit, &new.text, &provenance, &keep)?;
        let row = LineRow {
            id: vault.world().id(),
            order: order.id,
            numbers: new.numbers,
            record: Some(record),
            at: work.at(),
            by: actor.id(),
            voids,
            amends: false,
        };
        let laid = work.finish();
        let write = vault.store().write(move |db| {
            laid.lay(db)?;
            changed(db, row.order)?;
            row.lay(db)
        });
        Ok(write.await?)
    });
    done.await.map_err(told)
}

/// Strikes a line out. It stays readable.
///
/// # Errors
/// As [`add_line`].
pub(crate) async fn strike(
    vault: &Vault,
    actor: Actor,
    order: &OrderRow,
    old: WorkLineId,
) -> Result<(), VaultError> {
    let numbers = Numbers {
        kind: LineKind::Struck,
        quantity: Quantity::from_thousandths(0),
        price: None,
        vat: BasisPoints::ZERO,
        warranty: Warranty::NONE,
        long_life: false,
    };
    put(vault, actor, order, (numbers, None, old)).await
}

/// Sets a line's numbers anew, its text as it is.
///
/// # Errors
/// As [`add_line`].
pub(crate) async fn reprice(
    vault: &Vault,
    actor: Actor,
    order: &OrderRow,
    numbers: Numbers,
    (record, old): (Option<RecordId>, WorkLineId),
) -> Result<(), VaultError> {
    put(vault, actor, order, (numbers, record, old)).await
}

async fn put(
    vault: &Vault,
    actor: Actor,
    order: &OrderRow,
    (numbers, record, old): (Numbers, Option<RecordId>, WorkLineId),
) -> Result<(), VaultError> {
    let row = LineRow {
        id: vault.world().id(),
        order: order.id,
        numbers,
        record,
        at: vault.world().now(),
        by: actor.id(),
        voids: Some(old),
        amends: false,
    };
    let write = vault.store().write(move |db| {
        changed(db, row.order)?;
        row.lay(db)
    });
    write.await.map_err(|error| told(error.into()))
}

/// Two who correct one line at once: the second is told.
pub(crate) fn told(error: VaultError) -> VaultError {
    match error {
        VaultError::Store(StoreError::Unique(index)) if index == "work_line__voids" => {
            StoreError::Refused("repair-line-corrected").into()
        }
        other => other,
    }
}

//! The accounting copy: what bookkeeping law asks for about a sale and no more, in the locked store at
//! whoever pays (bokføringsloven §§ 10 and 13; the declaration's C24). Written at the hand-over; two
//! people open it.

mod older;
mod pages;
pub(crate) mod sql;
#[cfg(test)]
mod tests;

pub use older::copy_older;
pub(crate) use pages::{agree, ask, end, list, show};

use declaration::vocabulary::{Category, purpose};
use store::{Db, Row, StoreError};
use values::{Moment, Ore, PurchaseId, RecordId, SubjectId};
use vault::{Actor, Ask, Keep, Permit, Personal, Vault, VaultError, Work};

use crate::{handover::Bill, open, records::Voucher};

/// What the copy says of the sale itself.
#[derive(Clone)]
pub(crate) struct Sale {
    pub purchase: PurchaseId,
    pub controller: values::ControllerId,
    /// The order's number: the document's.
    pub number: i64,
    pub visit: i64,
    pub lines: String,
    pub total: Ore,
    pub vat: Ore,
    pub due_on: String,
    pub at: Moment,
}

/// A row of `voucher`: where a copy lies, found by its number and year, never by a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherRow {
    /// Of which purchase.
    pub purchase: PurchaseId,
    /// Who sold.
    pub controller: values::ControllerId,
    /// At whom it is sealed: whoever pays.
    pub subject: SubjectId,
    /// Where it lies.
    pub record: RecordId,
    /// The document's number.
    pub number: i64,
    /// Its accounting year.
    pub year: i64,
    /// When it was issued.
    pub issued_at: Moment,
}

impl VoucherRow {
    pub(crate) fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        let values = [
            self.purchase.get().into(),
            self.controller.get().into(),
            self.subject.get().into(),
            self.record.get().into(),
            self.number.into(),
            self.year.into(),
            self.issued_at.millis().into(),
        ];
        db.exec(&sql::VOUCHER_ADD, &values).map(|_| ())
    }
}

fn voucher(row: &Row) -> Result<VoucherRow, StoreError> {
    Ok(VoucherRow {
        purchase: PurchaseId::from_raw(row.i64("purchase_id")?),
        controller: values::ControllerId::from_raw(row.i64("controller_id")?),
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        record: RecordId::from_raw(row.i64("record_id")?),
        number: row.i64("number")?,
        year: row.i64("year")?,
        issued_at: Moment::from_millis(row.i64("issued_at")?),
    })
}

/// The voucher of a purchase.
///
/// # Errors
/// When the store fails.
pub fn voucher_of(db: &mut dyn Db, id: PurchaseId) -> Result<Option<VoucherRow>, StoreError> {
    let row = db.opt(&sql::VOUCHER, &[id.get().into()])?;
    row.as_ref().map(voucher).transpose()
}

/// Leave to seal at whoever pays; the copy is opened by nobody on the way.
async fn seal_only(
    vault: &Vault,
    actor: Actor,
    payer: SubjectId,
    (is_new, visit): (bool, i64),
) -> Result<Permit<purpose::Accounting>, VaultError> {
    let ask = if is_new {
        Ask::seal_new(actor, payer)
    } else {
        Ask::seal(actor, payer)
    };
    let ask = ask.of(&[Category::AccountingCopy]).case("visit", visit);
    vault.permit(ask).await
}

/// Seals the copy of a sale at whoever pays, for bookkeeping alone; answers its row.
pub(crate) async fn seal(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    (payer, is_new): (SubjectId, bool),
    (bill, sale): (&Bill, &Sale),
) -> Result<VoucherRow, VaultError> {
    let permit = seal_only(vault, actor, payer, (is_new, sale.visit)).await?;
    let declaration = vault.declaration();
    let seller = declaration.controller(sale.controller);
    let issued = sale.at.local_date();
    let record = Personal::new(Voucher {
        document_no: sale.number.to_string(),
        issued_on: issued.to_string(),
        seller: seller.map_or_else(String::new, |one| format!("{}, {}", one.name, one.org_no)),
        name: bill.name.clone(),
        org_no: bill.org_no.clone(),
        address: bill.address.clone(),
        postal_code: bill.postal_code.clone(),
        city: bill.city.clone(),
        lines: sale.lines.clone(),
        total_ore: sale.total.get(),
        vat_ore: sale.vat.get(),
        due_on: sale.due_on.clone(),
    });
    let keep = Keep::from("purchase", sale.purchase.get(), sale.at);
    let from = open::provenance(vault, "derived", sale.visit);
    let record = work.seal(&permit, &record, &from, &keep)?;
    Ok(VoucherRow {
        purchase: sale.purchase,
        controller: sale.controller,
        subject: payer,
        record,
        number: sale.number,
        year: i64::from(issued.year()),
        issued_at: sale.at,
    })
}

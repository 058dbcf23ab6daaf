//! Hand-over: the order closes, what was bought and its warranty are stated, the document stands.

mod amend;
mod close;
mod document;
mod facts;
mod forms;
mod pages;
mod proof;
mod rows;
mod seal;
pub(crate) mod sql;
mod warranty;

pub(crate) use amend::amend;
pub(crate) use facts::document_facts;
pub(crate) use forms::Bill;
pub(crate) use pages::Sheet;
pub(crate) use pages::{ask, document_of, hand_over};
pub use proof::{Intact, documents_intact, unstated_warranties};
pub use warranty::{Cover, claim_rule, cover, warranty_until};
pub(crate) use warranty::{covers_of, covers_of_each, day};

use jiff::civil::Date;
use store::{Db, Row, StoreError};
use values::{ControllerId, Moment, Ore, PurchaseId, RecordId, SubjectId, WorkOrderId};
use web::Lang;

use crate::words::Buyer;

/// Whose copy a document is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Copy {
    /// The vehicle's: what was done, without a person and without a price.
    Vehicle,
    /// The customer's.
    Customer,
}

impl Copy {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Vehicle => "vehicle",
            Self::Customer => "customer",
        }
    }
}

/// A document as the database knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    /// Its id.
    pub id: i64,
    /// Of which order.
    pub order: WorkOrderId,
    /// 1 at the hand-over; higher after each addition.
    pub version: i64,
    /// Whose copy.
    pub copy: Copy,
    /// At whom it is sealed.
    pub subject: SubjectId,
    /// Where it lies.
    pub record: RecordId,
    /// SHA-256 of its bytes.
    pub sha256: Vec<u8>,
    /// Its language.
    pub lang: Lang,
    /// When it was made.
    pub made_at: Moment,
}

fn document(row: &Row) -> Result<DocumentRow, StoreError> {
    Ok(DocumentRow {
        id: row.i64("id")?,
        order: WorkOrderId::from_raw(row.i64("order_id")?),
        version: row.i64("version")?,
        copy: match row.text("copy")? {
            "vehicle" => Copy::Vehicle,
            _ => Copy::Customer,
        },
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        record: RecordId::from_raw(row.i64("record_id")?),
        sha256: row.bytes("sha256")?.to_vec(),
        lang: Lang::from_tag(row.text("lang")?).unwrap_or_default(),
        made_at: Moment::from_millis(row.i64("made_at")?),
    })
}

/// The documents of an order, newest version first.
///
/// # Errors
/// When the store fails.
pub fn documents_of(db: &mut dyn Db, order: WorkOrderId) -> Result<Vec<DocumentRow>, StoreError> {
    db.all(&sql::DOCUMENTS, &[order.get().into()])?
        .iter()
        .map(document)
        .collect()
}

/// A purchase as the database knows it: ids and amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurchaseRow {
    /// Its id.
    pub id: PurchaseId,
    /// Of which order.
    pub order: WorkOrderId,
    /// Who bought.
    pub customer: SubjectId,
    /// Who pays.
    pub payer: SubjectId,
    /// Who sold.
    pub controller: ControllerId,
    /// What was bought, sealed at the customer.
    pub record: RecordId,
    /// How it is paid, sealed at whoever pays.
    pub billing: RecordId,
    /// Under which law.
    pub buyer: Buyer,
    /// With tax.
    pub total: Ore,
    /// The tax in it.
    pub vat: Ore,
    /// When it is due.
    pub due_on: Date,
    /// When it was handed over.
    pub at: Moment,
}

fn purchase(row: &Row) -> Result<PurchaseRow, StoreError> {
    Ok(PurchaseRow {
        id: PurchaseId::from_raw(row.i64("id")?),
        order: WorkOrderId::from_raw(row.i64("order_id")?),
        customer: SubjectId::from_raw(row.i64("customer_id")?),
        payer: SubjectId::from_raw(row.i64("payer_id")?),
        controller: ControllerId::from_raw(row.i64("controller_id")?),
        record: RecordId::from_raw(row.i64("record_id")?),
        billing: RecordId::from_raw(row.i64("billing_record")?),
        buyer: Buyer::from_name(row.text("buyer")?).unwrap_or(Buyer::Consumer),
        total: Ore::new(row.i64("total_ore")?),
        vat: Ore::new(row.i64("vat_ore")?),
        due_on: warranty::day(row.text("due_on")?)?,
        at: Moment::from_millis(row.i64("at")?),
    })
}

/// The purchase of that id.
///
/// # Errors
/// When the store fails.
pub fn purchase_by_id(db: &mut dyn Db, id: PurchaseId) -> Result<Option<PurchaseRow>, StoreError> {
    let row = db.opt(&sql::PURCHASE, &[id.get().into()])?;
    row.as_ref().map(purchase).transpose()
}

/// The purchase of an order, once it is handed over.
///
/// # Errors
/// When the store fails.
pub fn purchase_of(db: &mut dyn Db, order: WorkOrderId) -> Result<Option<PurchaseRow>, StoreError> {
    let row = db.opt(&sql::PURCHASE_OF, &[order.get().into()])?;
    row.as_ref().map(purchase).transpose()
}

/// A customer's purchases, newest first.
///
/// # Errors
/// When the store fails.
pub fn purchases(db: &mut dyn Db, customer: SubjectId) -> Result<Vec<PurchaseRow>, StoreError> {
    db.all(&sql::PURCHASES, &[customer.get().into()])?
        .iter()
        .map(purchase)
        .collect()
}

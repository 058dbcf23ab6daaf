//! Prices the customer is asked about, and what may be handed over without asking again.

mod ask;
mod link;
mod page;
pub(crate) mod sql;

pub(crate) use ask::{ask, by_phone};
pub use link::code_of;
pub(crate) use link::{answer, show};
pub(crate) use page::PriceDoc;

use declaration::RuleTable;
use jiff::civil::Date;
use store::{Db, Row, StoreError};
use values::{ApprovalId, Moment, Ore, RecordId, SubjectId, WorkOrderId};

use crate::words::{ApprovalState, PriceKind};

/// The share by which the price may pass an estimate.
pub(crate) const OVERRUN: &str = "estimate-overrun";
/// The general rate of tax.
pub(crate) const VAT: &str = "vat-general";

/// A price that was asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApprovalRow {
    /// Its id.
    pub id: ApprovalId,
    /// Of which order.
    pub order: WorkOrderId,
    /// Who was asked.
    pub customer: SubjectId,
    /// How the price is meant.
    pub kind: PriceKind,
    /// With tax.
    pub total: Ore,
    /// What was shown, sealed at the customer.
    pub shown: RecordId,
    /// SHA-256 of what was shown.
    pub hash: Vec<u8>,
    /// How it stands.
    pub state: ApprovalState,
    /// How often the order had been changed when it was asked.
    pub changes: i64,
    /// When it was asked.
    pub asked_at: Moment,
    /// When it was answered.
    pub answered_at: Option<Moment>,
    /// `link` or `phone`.
    pub via: Option<String>,
    /// What was said beside yes or no.
    pub note: Option<RecordId>,
}

fn row(row: &Row) -> Result<ApprovalRow, StoreError> {
    let unknown = || StoreError::Type("approval: unknown word".into());
    Ok(ApprovalRow {
        id: ApprovalId::from_raw(row.i64("id")?),
        order: WorkOrderId::from_raw(row.i64("order_id")?),
        customer: SubjectId::from_raw(row.i64("customer_id")?),
        kind: PriceKind::from_name(row.text("kind")?).ok_or_else(unknown)?,
        total: Ore::new(row.i64("total_ore")?),
        shown: RecordId::from_raw(row.i64("shown_record")?),
        hash: row.bytes("shown_hash")?.to_vec(),
        state: ApprovalState::from_name(row.text("state")?).ok_or_else(unknown)?,
        changes: row.i64("changes")?,
        asked_at: Moment::from_millis(row.i64("asked_at")?),
        answered_at: row.opt_i64("answered_at")?.map(Moment::from_millis),
        via: row.opt_text("answered_via")?.map(str::to_owned),
        note: row.opt_i64("note_record")?.map(RecordId::from_raw),
    })
}

/// The prices an order's customer was asked about, newest first.
///
/// # Errors
/// When the store fails.
pub fn approvals_of(db: &mut dyn Db, order: WorkOrderId) -> Result<Vec<ApprovalRow>, StoreError> {
    db.all(&sql::OF_ORDER, &[order.get().into()])?
        .iter()
        .map(row)
        .collect()
}

/// The prices a customer has not answered yet, newest first.
///
/// # Errors
/// When the store fails.
pub fn waiting_for(db: &mut dyn Db, customer: SubjectId) -> Result<Vec<ApprovalRow>, StoreError> {
    db.all(&sql::WAITING, &[customer.get().into()])?
        .iter()
        .map(row)
        .collect()
}

/// Why an order may not be handed over at its price.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NeedsAnswer {
    /// The price has passed what the approved estimate allows.
    PastEstimate {
        /// The most that may be taken.
        ceiling: Ore,
    },
    /// The price has passed the fixed price that was approved.
    PastFixed {
        /// The fixed price.
        fixed: Ore,
    },
    /// The customer said no and has approved nothing.
    Declined,
    /// The customer was asked and has not answered.
    Waiting,
    /// The rule table has no ceiling for that day.
    NoRule,
}

/// The most an approved price allows; `None` when it binds nobody.
///
/// Ground: håndverkertjenesteloven § 32, through the rule table.
///
/// # Errors
/// [`NeedsAnswer::NoRule`] when the rule is missing or the sum too big.
pub fn ceiling(
    rules: &RuleTable,
    kind: PriceKind,
    approved: Ore,
    day: Date,
) -> Result<Option<Ore>, NeedsAnswer> {
    match kind {
        PriceKind::Indication => Ok(None),
        PriceKind::Fixed => Ok(Some(approved)),
        PriceKind::Estimate => {
            let share = rules.share(OVERRUN, day).ok_or(NeedsAnswer::NoRule)?;
            let over = approved.share(values::BasisPoints::new(share.basis_points));
            let most = over.and_then(|over| approved.plus(over));
            most.map(Some).ok_or(NeedsAnswer::NoRule)
        }
    }
}

/// Whether an order may be handed over at this price. The last approved price counts; a later no to
/// more does not undo it. `asked` is newest first.
///
/// # Errors
/// Why the customer must be asked first.
pub fn may_hand_over(
    rules: &RuleTable,
    asked: &[ApprovalRow],
    total: Ore,
    day: Date,
) -> Result<(), NeedsAnswer> {
    let of = |state| asked.iter().find(|one| one.state == state);
    if let Some(approved) = of(ApprovalState::Approved) {
        return match ceiling(rules, approved.kind, approved.total, day)? {
            Some(most) if total > most => Err(match approved.kind {
                PriceKind::Estimate => NeedsAnswer::PastEstimate { ceiling: most },
                _ => NeedsAnswer::PastFixed { fixed: most },
            }),
            _ => Ok(()),
        };
    }
    if of(ApprovalState::Asked).is_some() {
        return Err(NeedsAnswer::Waiting);
    }
    match of(ApprovalState::Declined) {
        Some(_) if total > Ore::ZERO => Err(NeedsAnswer::Declined),
        _ => Ok(()),
    }
}

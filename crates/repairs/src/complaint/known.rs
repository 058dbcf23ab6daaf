//! A case as the database knows it: ids, days and words of the program.

use jiff::civil::Date;
use store::{Db, Row, StoreError};
use values::{ControllerId, Moment, RecordId, SubjectId, WorkLineId, WorkOrderId};

use super::sql;
use crate::{
    handover::day,
    words::{Buyer, CaseState, Ground, Outcome, Timely, Told},
};

values::ids! {
    /// A case about something that is wrong.
    ComplaintId,
}

/// A case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// Its id.
    pub id: ComplaintId,
    /// About which order.
    pub order: WorkOrderId,
    /// Whose.
    pub customer: SubjectId,
    /// Against which legal entity.
    pub controller: ControllerId,
    /// By law or by promise.
    pub ground: Ground,
    /// Under which law they bought.
    pub buyer: Buyer,
    /// How word came.
    pub told: Told,
    /// How it stands.
    pub state: CaseState,
    /// How often it was changed.
    pub changes: i64,
    /// When the fault was found.
    pub discovered: Date,
    /// When we were told.
    pub notified: Date,
    /// When the order was handed over.
    pub delivered: Moment,
    /// What they said.
    pub said: RecordId,
    /// Since when.
    pub opened_at: Moment,
    /// Who wrote it down: a colleague, or the customer.
    pub opened_by: SubjectId,
    /// Whether word came in time, as a person judged it.
    pub timely: Option<Timely>,
    /// Why.
    pub assessment: Option<RecordId>,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// Why.
    pub reason: Option<RecordId>,
    /// When it was decided.
    pub decided_at: Option<Moment>,
    /// By whom.
    pub decided_by: Option<SubjectId>,
    /// When it was over.
    pub closed_at: Option<Moment>,
}

impl CaseRow {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let unknown = |what: &str| StoreError::Type(format!("complaint: unknown {what}"));
        let record = |name: &str| Ok::<_, StoreError>(row.opt_i64(name)?.map(RecordId::from_raw));
        let at = |name: &str| Ok::<_, StoreError>(row.opt_i64(name)?.map(Moment::from_millis));
        Ok(Self {
            id: ComplaintId::from_raw(row.i64("id")?),
            order: WorkOrderId::from_raw(row.i64("order_id")?),
            customer: SubjectId::from_raw(row.i64("customer_id")?),
            controller: ControllerId::from_raw(row.i64("controller_id")?),
            ground: Ground::from_name(row.text("ground")?).ok_or_else(|| unknown("ground"))?,
            buyer: Buyer::from_name(row.text("buyer")?).ok_or_else(|| unknown("buyer"))?,
            told: Told::from_name(row.text("told")?).ok_or_else(|| unknown("told"))?,
            state: CaseState::from_name(row.text("state")?).ok_or_else(|| unknown("state"))?,
            changes: row.i64("changes")?,
            discovered: day(row.text("discovered_on")?)?,
            notified: day(row.text("notified_on")?)?,
            delivered: Moment::from_millis(row.i64("delivered_at")?),
            said: RecordId::from_raw(row.i64("said_record")?),
            opened_at: Moment::from_millis(row.i64("opened_at")?),
            opened_by: SubjectId::from_raw(row.i64("opened_by")?),
            timely: Timely::from_name(row.text("timely")?),
            assessment: record("assessment_record")?,
            outcome: Outcome::from_name(row.text("outcome")?),
            reason: record("outcome_record")?,
            decided_at: at("decided_at")?,
            decided_by: row.opt_i64("decided_by")?.map(SubjectId::from_raw),
            closed_at: at("closed_at")?,
        })
    }
}

/// A line that a case is about, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseLine {
    /// Which.
    pub line: WorkLineId,
    /// Whether its result is meant to last considerably longer.
    pub long_life: bool,
    /// The last day of the right to complain.
    pub claim_until: Date,
    /// The rule it follows, as `id@version`.
    pub claim_rule: String,
    /// The last day of the warranty.
    pub warranty_until: Option<Date>,
}

impl CaseLine {
    pub(super) fn add(&self, db: &mut dyn Db, id: ComplaintId) -> Result<(), StoreError> {
        let plain = |day: Date| store::plain(day.to_string());
        let values = [
            id.get().into(),
            self.line.get().into(),
            self.long_life.into(),
            plain(self.claim_until),
            store::plain(self.claim_rule.as_str()),
            self.warranty_until.map_or(store::Value::Null, plain),
        ];
        db.exec(&sql::LINE_ADD, &values).map(|_| ())
    }

    pub(super) fn set(&self, db: &mut dyn Db, id: ComplaintId) -> Result<(), StoreError> {
        let values = [
            id.get().into(),
            self.line.get().into(),
            self.long_life.into(),
            store::plain(self.claim_until.to_string()),
            store::plain(self.claim_rule.as_str()),
        ];
        db.exec(&sql::LINE_SET, &values).map(|_| ())
    }
}

/// The case of that id.
pub(crate) fn by_id(db: &mut dyn Db, id: ComplaintId) -> Result<Option<CaseRow>, StoreError> {
    let row = db.opt(&sql::BY_ID, &[id.get().into()])?;
    row.as_ref().map(CaseRow::read).transpose()
}

/// The case that a form's key has made.
pub(super) fn by_key(db: &mut dyn Db, tag: &[u8]) -> Result<Option<CaseRow>, StoreError> {
    let row = db.opt(&sql::BY_KEY, &[store::bytes(tag)])?;
    row.as_ref().map(CaseRow::read).transpose()
}

fn rows(rows: &[Row]) -> Result<Vec<CaseRow>, StoreError> {
    rows.iter().map(CaseRow::read).collect()
}

/// The cases of an order, newest first.
pub(crate) fn of_order(db: &mut dyn Db, id: WorkOrderId) -> Result<Vec<CaseRow>, StoreError> {
    rows(&db.all(&sql::OF_ORDER, &[id.get().into()])?)
}

/// A customer's cases, newest first.
pub(crate) fn of_customer(db: &mut dyn Db, id: SubjectId) -> Result<Vec<CaseRow>, StoreError> {
    rows(&db.all(&sql::OF_CUSTOMER, &[id.get().into()])?)
}

/// What is not over, and what was over last.
pub(super) fn board(db: &mut dyn Db) -> Result<(Vec<CaseRow>, Vec<CaseRow>), StoreError> {
    let waiting = rows(&db.all(&sql::WAITING, &[])?)?;
    Ok((waiting, rows(&db.all(&sql::DONE, &[])?)?))
}

/// The lines of a case.
pub(crate) fn lines_of(db: &mut dyn Db, id: ComplaintId) -> Result<Vec<CaseLine>, StoreError> {
    let line = |row: &Row| {
        Ok(CaseLine {
            line: WorkLineId::from_raw(row.i64("line_id")?),
            long_life: row.bool("long_life")?,
            claim_until: day(row.text("claim_until_on")?)?,
            claim_rule: row.text("claim_rule")?.to_owned(),
            warranty_until: row.opt_text("warranty_until_on")?.map(day).transpose()?,
        })
    };
    db.all(&sql::LINES, &[id.get().into()])?
        .iter()
        .map(line)
        .collect()
}

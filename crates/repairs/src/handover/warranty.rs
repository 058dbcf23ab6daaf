//! Until when: warranty by agreement, and the right to complain by law. Never one for the other.

use declaration::RuleTable;
use jiff::{Span, civil::Date};
use store::{Db, StoreError};
use values::{Moment, WorkLineId, WorkOrderId};
use vault::VaultError;

use super::sql;
use crate::{
    order::{Warranty, WorkLine},
    words::{Buyer, LineKind, WarrantyKind},
};

/// What a line is covered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// The line.
    pub line: WorkLineId,
    /// The day of the hand-over.
    pub from: Date,
    /// The last day of the warranty; `None` without one, or with a limit only.
    pub until: Option<Date>,
    /// The last day of the right to complain.
    pub claim_until: Date,
    /// The rule it follows, as `id@version`.
    pub claim_rule: String,
    kind: WarrantyKind,
}

/// The last day of a warranty of so many months. A month that lacks the day ends on its last day.
#[must_use]
pub fn warranty_until(from: Date, warranty: Warranty) -> Option<Date> {
    if warranty.kind == WarrantyKind::None || warranty.months == 0 {
        return None;
    }
    let span = Span::new().try_months(warranty.months).ok()?;
    from.checked_add(span).ok()
}

/// Which rule says how long there is a right to complain.
///
/// Ground: håndverkertjenesteloven § 22 for work for consumers, forbrukerkjøpsloven § 27 for what they
/// bought, kjøpsloven § 32 between businesses; for work between businesses there is no such law, and
/// foreldelsesloven § 3 is the limit.
#[must_use]
pub const fn claim_rule(buyer: Buyer, kind: LineKind, long_life: bool) -> &'static str {
    match (buyer, kind, long_life) {
        (Buyer::Consumer, LineKind::Part, false) => "claim-consumer-sale",
        (Buyer::Consumer, LineKind::Part, true) => "claim-consumer-sale-long",
        (Buyer::Consumer, _, false) => "claim-craft",
        (Buyer::Consumer, _, true) => "claim-craft-long",
        (Buyer::Business, LineKind::Part, _) => "claim-business-sale",
        (Buyer::Business, ..) => "claim-business-repair",
    }
}

/// What a line is covered by from its hand-over.
///
/// # Errors
/// [`VaultError::RuleMissing`] when the rule table lacks the rule.
pub fn cover(
    rules: &RuleTable,
    line: &WorkLine,
    buyer: Buyer,
    at: Moment,
) -> Result<Cover, VaultError> {
    let from = at.local_date();
    let id = claim_rule(buyer, line.kind, line.long_life);
    let rule = rules
        .at(id, from)
        .ok_or_else(|| VaultError::RuleMissing(id.to_owned()))?;
    Ok(Cover {
        line: line.id,
        from,
        until: warranty_until(from, line.warranty),
        claim_until: rule.last_day(at),
        claim_rule: rule.cited(),
        kind: line.warranty.kind,
    })
}

impl Cover {
    /// The same for the line that takes this one's place.
    pub(crate) fn moved(&self, line: WorkLineId) -> Self {
        Self {
            line,
            ..self.clone()
        }
    }

    pub(crate) fn lay(&self, db: &mut dyn Db, order: WorkOrderId) -> Result<(), StoreError> {
        let day = |day: Date| store::plain(day.to_string());
        let values = [
            self.line.get().into(),
            order.get().into(),
            self.kind.as_str().into(),
            day(self.from),
            self.until.map_or(store::Value::Null, day),
            day(self.claim_until),
            store::plain(self.claim_rule.as_str()),
        ];
        db.exec(&sql::WARRANTY_ADD, &values).map(|_| ())
    }
}

/// A date out of the database.
pub(crate) fn day(text: &str) -> Result<Date, StoreError> {
    text.parse()
        .map_err(|_| StoreError::Type("a date is not one".to_owned()))
}

/// What the lines of an order are covered by.
pub(crate) fn covers_of(db: &mut dyn Db, order: WorkOrderId) -> Result<Vec<Cover>, StoreError> {
    covers(&db.all(&sql::WARRANTIES, &[order.get().into()])?)
}

/// The same for several orders, in one flight.
pub(crate) fn covers_of_each(
    db: &mut dyn Db,
    orders: &[WorkOrderId],
) -> Result<Vec<Vec<Cover>>, StoreError> {
    let questions = orders.iter();
    let batch: Vec<_> = questions
        .map(|order| (&sql::WARRANTIES, vec![order.get().into()]))
        .collect();
    let answers = db.fetch(&batch)?;
    answers.iter().map(|rows| covers(rows)).collect()
}

fn covers(rows: &[store::Row]) -> Result<Vec<Cover>, StoreError> {
    let cover = |row: &store::Row| {
        Ok(Cover {
            line: WorkLineId::from_raw(row.i64("line_id")?),
            from: day(row.text("from_on")?)?,
            until: row.opt_text("until_on")?.map(day).transpose()?,
            claim_until: day(row.text("claim_until_on")?)?,
            claim_rule: row.text("claim_rule")?.to_owned(),
            kind: WarrantyKind::from_name(row.text("kind")?).unwrap_or(WarrantyKind::None),
        })
    };
    rows.iter().map(cover).collect()
}

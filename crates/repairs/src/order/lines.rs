//! Lines: rows of numbers in the database, their text sealed at the vehicle.

use declaration::vocabulary::{MayUse, PurposeType, category};
use store::{Db, Row, StoreError};
use values::{BasisPoints, Moment, Ore, Quantity, RecordId, SubjectId, WorkLineId, WorkOrderId};
use vault::{Permit, Personal, Sealed, Vault, VaultError};
use vehicles::Unit;
use web::Page;

use super::sql;
use crate::{
    records::WorkText,
    words::{LineKind, Severity, WarrantyKind},
};

/// Something that ends a warranty before its months do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limit {
    /// How much.
    pub value: i64,
    /// Of what.
    pub unit: Unit,
}

/// The warranty on a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Warranty {
    /// What kind.
    pub kind: WarrantyKind,
    /// For so many months.
    pub months: i64,
    /// Or until then.
    pub limit: Option<Limit>,
}

impl Warranty {
    /// None.
    pub const NONE: Self = Self {
        kind: WarrantyKind::None,
        months: 0,
        limit: None,
    };
}

/// A line of an order.
pub struct WorkLine {
    /// Its id.
    pub id: WorkLineId,
    /// What it is.
    pub kind: LineKind,
    /// Where its text lies.
    pub record: Option<RecordId>,
    /// The text, once opened.
    pub text: Option<Personal<WorkText>>,
    /// Hours or pieces.
    pub quantity: Quantity,
    /// Price of one, without tax; `None` until the adviser set it.
    pub price: Option<Ore>,
    /// Rate of tax.
    pub vat: BasisPoints,
    /// Warranty.
    pub warranty: Warranty,
    /// Whether it is meant to last considerably longer than two years.
    pub long_life: bool,
    /// When it was written.
    pub at: Moment,
    /// By whom.
    pub by: SubjectId,
    /// The line it takes the place of.
    pub voids: Option<WorkLineId>,
    /// The line that took its place.
    pub voided_by: Option<WorkLineId>,
    /// Whether it was added after the order was closed.
    pub amends: bool,
}

impl WorkLine {
    /// Whether it counts today.
    #[must_use]
    pub fn current(&self) -> bool {
        self.voided_by.is_none() && self.kind != LineKind::Struck
    }

    /// Whether it is something to be paid.
    #[must_use]
    pub fn billable(&self) -> bool {
        matches!(self.kind, LineKind::Labour | LineKind::Part)
    }

    /// Its price without tax.
    #[must_use]
    pub fn net(&self) -> Option<Ore> {
        self.price.and_then(|price| price.times(self.quantity))
    }

    /// The word of its severity.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        let text = self.text.as_ref()?;
        Severity::from_name(text.severity.as_deref()?)
    }
}

fn read(row: &Row) -> Result<WorkLine, StoreError> {
    let unknown = |what: &str| StoreError::Type(format!("work_line: unknown {what}"));
    let unit = Unit::from_name(row.text("limit_unit")?);
    let limit_value = row.i64("limit_value")?;
    Ok(WorkLine {
        id: WorkLineId::from_raw(row.i64("id")?),
        kind: LineKind::from_name(row.text("kind")?).ok_or_else(|| unknown("kind"))?,
        record: row.opt_i64("record_id")?.map(RecordId::from_raw),
        text: None,
        quantity: Quantity::from_thousandths(row.i64("quantity")?),
        price: row.opt_i64("price_ore")?.map(Ore::new),
        vat: BasisPoints::new(u32::try_from(row.i64("vat_bp")?).unwrap_or(0)),
        warranty: Warranty {
            kind: WarrantyKind::from_name(row.text("warranty")?)
                .ok_or_else(|| unknown("warranty"))?,
            months: row.i64("warranty_months")?,
            limit: unit.filter(|_| limit_value > 0).map(|unit| Limit {
                value: limit_value,
                unit,
            }),
        },
        long_life: row.bool("long_life")?,
        at: Moment::from_millis(row.i64("at")?),
        by: SubjectId::from_raw(row.i64("by_staff")?),
        voids: row.opt_i64("voids")?.map(WorkLineId::from_raw),
        voided_by: None,
        amends: row.bool("amends")?,
    })
}

/// The lines of an order without their texts, oldest first, each knowing what took its place.
pub(crate) fn load_lines(db: &mut dyn Db, order: WorkOrderId) -> Result<Vec<WorkLine>, StoreError> {
    lines(&db.all(&sql::LINES, &[order.get().into()])?)
}

fn lines(rows: &[Row]) -> Result<Vec<WorkLine>, StoreError> {
    let mut lines = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let voided: Vec<_> = lines
        .iter()
        .filter_map(|line| line.voids.map(|old| (old, line.id)))
        .collect();
    for line in &mut lines {
        let by = voided.iter().find(|(old, _)| *old == line.id);
        line.voided_by = by.map(|(_, by)| *by);
    }
    Ok(lines)
}

/// Lines with their texts, still sealed.
#[derive(Default)]
pub(crate) struct SealedLines {
    lines: Vec<WorkLine>,
    /// Of those lines that have one, in their order; `None` where its strand is gone.
    texts: Vec<Option<Sealed<WorkText>>>,
}

/// The lines of several orders with their texts as they lie, in two flights.
pub(crate) fn sealed_lines(
    db: &mut dyn Db,
    orders: &[WorkOrderId],
) -> Result<Vec<SealedLines>, StoreError> {
    let questions = orders.iter();
    let batch: Vec<_> = questions
        .map(|order| (&sql::LINES, vec![order.get().into()]))
        .collect();
    let answers = db.fetch(&batch)?;
    let lines = answers.iter().map(|rows| lines(rows));
    let lines = lines.collect::<Result<Vec<_>, _>>()?;
    let records = lines.iter().flatten().filter_map(|line| line.record);
    let records: Vec<RecordId> = records.collect();
    let mut texts = Sealed::<WorkText>::load_each(db, &records)?.into_iter();
    let sealed = lines.into_iter().map(|lines| {
        let with_text = lines.iter().filter(|line| line.record.is_some()).count();
        let texts = texts.by_ref().take(with_text).collect();
        SealedLines { lines, texts }
    });
    Ok(sealed.collect())
}

impl SealedLines {
    /// The lines with their texts opened.
    pub(crate) fn open<P>(
        self,
        vault: &Vault,
        permit: &Permit<P>,
    ) -> Result<Vec<WorkLine>, VaultError>
    where
        P: PurposeType + MayUse<category::Work>,
    {
        let mut lines = self.lines;
        let written = lines.iter_mut().filter(|line| line.record.is_some());
        for (line, sealed) in written.zip(&self.texts) {
            if let Some(sealed) = sealed {
                line.text = Some(vault.open(permit, sealed)?);
            }
        }
        Ok(lines)
    }
}

/// The lines that count today.
pub(crate) fn current(lines: &[WorkLine]) -> impl Iterator<Item = &WorkLine> {
    lines.iter().filter(|line| line.current())
}

/// The lines with their texts.
pub(crate) async fn open_lines<P>(
    vault: &Vault,
    permit: &Permit<P>,
    order: WorkOrderId,
) -> Result<Vec<WorkLine>, VaultError>
where
    P: PurposeType + MayUse<category::Work>,
{
    let read = vault.store().read(move |db| sealed_lines(db, &[order]));
    match read.await?.pop() {
        Some(sealed) => sealed.open(vault, permit),
        None => Ok(Vec::new()),
    }
}

/// A warranty in words: `24 md.`, `12 md. eller 50 000 km`.
pub(crate) fn warranty_text(page: &Page, warranty: Warranty) -> String {
    let months = page.t.f1("repair-months", "count", warranty.months);
    match (warranty.kind, warranty.limit) {
        (WarrantyKind::None, _) => page.t.s("repair-warranty-none").to_owned(),
        (WarrantyKind::Limit, Some(limit)) => {
            let value = page.count(limit.value);
            let unit = page.t.s(limit.unit.message_id());
            let limit = format!("{value}\u{a0}{unit}");
            if warranty.months == 0 {
                page.t.f1("repair-warranty-until", "limit", limit)
            } else {
                let args: [(&str, &dyn web::Arg); 2] = [("months", &months), ("limit", &limit)];
                page.t.f("repair-warranty-or", &args)
            }
        }
        _ => months,
    }
}

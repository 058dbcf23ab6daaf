//! Orders: the work of one visit, line by line.

mod change;
mod forms;
mod lines;
mod money;
mod page;
mod post;
mod ready;
pub(crate) mod sql;
mod tidy;

pub(crate) use change::{LineRow, NewLine, Numbers, add_line, reprice, strike, told};
pub(crate) use forms::{LineForm, parse_line};
pub use lines::{Limit, Warranty, WorkLine};
pub(crate) use lines::{SealedLines, current, load_lines, open_lines, sealed_lines, warranty_text};
pub use money::{Totals, totals};
pub(crate) use page::{Again, Opened, order_for, page_of};
pub use tidy::cut_links;

pub(crate) use page::show;
pub(crate) use post::{add, answered_by_phone, ask_price, correct, price, strike_out};
pub(crate) use ready::{rather, ready};

use store::{Db, Row, StoreError};
use values::{
    BookingId, ControllerId, Moment, RecordId, SubjectId, VisitId, WorkOrderId, WorkshopId,
};
use web::Lang;

use crate::words::Stage;

/// What a transaction turns back with when the order was handed over meanwhile.
pub(crate) const CLOSED: &str = "repair-order-closed";

/// An order with its visit, as the database knows it: ids and times, nobody's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderRow {
    /// Its id.
    pub id: WorkOrderId,
    /// The visit.
    pub visit: VisitId,
    /// The legal entity.
    pub controller: ControllerId,
    /// Where.
    pub workshop: WorkshopId,
    /// Its number in the legal entity's series.
    pub number: i64,
    /// How it stands.
    pub stage: Stage,
    /// How often it was changed.
    pub changes: i64,
    /// When the customer was told that the vehicle is ready.
    pub told_at: Option<Moment>,
    /// When it was handed over.
    pub closed_at: Option<Moment>,
    /// The booking it came from.
    pub booking: Option<BookingId>,
    /// The vehicle.
    pub vehicle: SubjectId,
    /// The customer; nobody any more when they were forgotten.
    pub customer: Option<SubjectId>,
    /// When the vehicle came.
    pub opened_at: Moment,
    /// How the register answered at the intake; empty before it was asked.
    pub lookup: String,
    /// What the customer said at the desk.
    pub words_record: Option<RecordId>,
    /// What is to be done.
    pub job_record: Option<RecordId>,
    /// What the vehicle looked like.
    pub condition_record: Option<RecordId>,
    /// The language the customer is written to in.
    pub lang: Lang,
}

impl OrderRow {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let at = |name: &str| Ok::<_, StoreError>(row.opt_i64(name)?.map(Moment::from_millis));
        let record = |name: &str| Ok::<_, StoreError>(row.opt_i64(name)?.map(RecordId::from_raw));
        Ok(Self {
            id: WorkOrderId::from_raw(row.i64("id")?),
            visit: VisitId::from_raw(row.i64("visit_id")?),
            controller: ControllerId::from_raw(row.i64("controller_id")?),
            workshop: WorkshopId::from_raw(row.i64("workshop_id")?),
            number: row.i64("number")?,
            stage: Stage::from_name(row.text("stage")?)
                .ok_or_else(|| StoreError::Type("work_order: unknown stage".into()))?,
            changes: row.i64("changes")?,
            told_at: at("told_at")?,
            closed_at: at("closed_at")?,
            booking: row.opt_i64("booking_id")?.map(BookingId::from_raw),
            vehicle: SubjectId::from_raw(row.i64("vehicle_id")?),
            customer: row.opt_i64("customer_id")?.map(SubjectId::from_raw),
            opened_at: Moment::from_millis(row.i64("opened_at")?),
            lookup: row.text("lookup")?.to_owned(),
            words_record: record("words_record")?,
            job_record: record("job_record")?,
            condition_record: record("condition_record")?,
            lang: Lang::from_tag(row.text("lang")?).unwrap_or_default(),
        })
    }

    /// Whether nothing may change any more.
    #[must_use]
    pub fn closed(&self) -> bool {
        self.stage == Stage::Closed
    }
}

/// Somebody's part in a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyRow {
    /// `customer`, `deliverer`, `collector` or `payer`.
    pub party: String,
    /// Who.
    pub subject: SubjectId,
    /// What they told, where it is a record of this slice.
    pub record: Option<RecordId>,
    /// Since when.
    pub at: Moment,
}

fn rows(rows: &[Row]) -> Result<Vec<OrderRow>, StoreError> {
    rows.iter().map(OrderRow::read).collect()
}

fn one(row: Option<Row>) -> Result<Option<OrderRow>, StoreError> {
    row.as_ref().map(OrderRow::read).transpose()
}

/// The order of that id.
///
/// # Errors
/// When the store fails.
pub fn by_id(db: &mut dyn Db, id: WorkOrderId) -> Result<Option<OrderRow>, StoreError> {
    one(db.opt(&sql::BY_ID, &[id.get().into()])?)
}

/// The order of a visit.
///
/// # Errors
/// When the store fails.
pub fn by_visit(db: &mut dyn Db, id: VisitId) -> Result<Option<OrderRow>, StoreError> {
    one(db.opt(&sql::BY_VISIT, &[id.get().into()])?)
}

/// The order that came of a booking.
///
/// # Errors
/// When the store fails.
pub fn by_booking(db: &mut dyn Db, id: BookingId) -> Result<Option<OrderRow>, StoreError> {
    one(db.opt(&sql::BY_BOOKING, &[id.get().into()])?)
}

/// Orders of a number: one of each legal entity at most.
///
/// # Errors
/// When the store fails.
pub fn by_number(db: &mut dyn Db, number: i64) -> Result<Vec<OrderRow>, StoreError> {
    rows(&db.all(&sql::BY_NUMBER, &[number.into()])?)
}

/// What is in the house at a workshop.
///
/// # Errors
/// When the store fails.
pub fn in_house(db: &mut dyn Db, workshop: WorkshopId) -> Result<Vec<OrderRow>, StoreError> {
    rows(&db.all(&sql::IN_HOUSE, &[workshop.get().into()])?)
}

/// A vehicle's orders, newest first.
///
/// # Errors
/// When the store fails.
pub fn of_vehicle(db: &mut dyn Db, vehicle: SubjectId) -> Result<Vec<OrderRow>, StoreError> {
    rows(&db.all(&sql::OF_VEHICLE, &[vehicle.get().into()])?)
}

/// The orders somebody was the customer of or had another part in, newest first.
///
/// # Errors
/// When the store fails.
pub fn of_person(db: &mut dyn Db, person: SubjectId) -> Result<Vec<OrderRow>, StoreError> {
    let who = || vec![person.get().into()];
    let mut found = Vec::new();
    for answer in db.fetch(&[(&sql::OF_CUSTOMER, who()), (&sql::OF_PARTY, who())])? {
        for order in rows(&answer)? {
            if !found.contains(&order) {
                found.push(order);
            }
        }
    }
    found.sort_by_key(|order| std::cmp::Reverse((order.opened_at, order.id)));
    Ok(found)
}

/// Who had a part in a visit.
///
/// # Errors
/// When the store fails.
pub fn parties(db: &mut dyn Db, visit: VisitId) -> Result<Vec<PartyRow>, StoreError> {
    db.all(&sql::PARTIES, &[visit.get().into()])?
        .iter()
        .map(|row| {
            Ok(PartyRow {
                party: row.text("party")?.to_owned(),
                subject: SubjectId::from_raw(row.i64("subject_id")?),
                record: row.opt_i64("record_id")?.map(RecordId::from_raw),
                at: Moment::from_millis(row.i64("at")?),
            })
        })
        .collect()
}

/// Somebody has a part in a visit.
pub(crate) fn add_party(
    db: &mut dyn Db,
    visit: VisitId,
    party: &'static str,
    who: (SubjectId, Option<RecordId>),
    at: Moment,
) -> Result<(), StoreError> {
    let values = [
        visit.get().into(),
        party.into(),
        who.0.get().into(),
        who.1.map(RecordId::get).into(),
        at.millis().into(),
    ];
    db.exec(&sql::PARTY_ADD, &values).map(|_| ())
}

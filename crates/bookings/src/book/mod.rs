//! Bookings: what they are, how they are made, moved and ended.

mod change;
mod code;
mod ended;
mod ics;
mod letter;
mod look;
mod open;
mod order;
pub(crate) mod sql;
mod take;
#[cfg(test)]
mod tests;

pub use change::{ChangeError, cancel, mark_arrived, mark_no_show, move_booking, reopen};
pub use code::{code_of, id_of_code, tag_of_code};
pub use ended::{Ended, end_booking, end_overdue};
pub use ics::{Event, calendar};
pub use open::{Shown, open_for_holder, open_for_staff};
pub use order::{BookError, Booked, Key, NewBooking, Via};
pub use take::book;

pub(crate) use ended::let_vehicle_go;
pub(crate) use letter::{Kind, file, when, write as write_letter};
pub(crate) use look::look_up_for;
pub(crate) use open::holder;

use store::{Db, Row, StoreError};
use values::{BayId, BookingId, ControllerId, Moment, RecordId, ServiceId, SubjectId, WorkshopId};
use web::Lang;

use crate::catalogue::Needs;

/// State of a booking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// A time is held.
    Booked,
    /// The vehicle has come; the visit goes on from here.
    Arrived,
    /// Given up.
    Cancelled,
    /// Nobody came.
    NoShow,
}

impl State {
    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Arrived => "arrived",
            Self::Cancelled => "cancelled",
            Self::NoShow => "no_show",
        }
    }

    fn from_name(word: &str) -> Option<Self> {
        [Self::Booked, Self::Arrived, Self::Cancelled, Self::NoShow]
            .into_iter()
            .find(|state| state.as_str() == word)
    }

    /// The key of its name in the language files.
    #[must_use]
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Booked => "booking-state-booked",
            Self::Arrived => "booking-state-arrived",
            Self::Cancelled => "booking-state-cancelled",
            Self::NoShow => "booking-state-no-show",
        }
    }

    /// The kind of badge it is shown as.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Booked => "info",
            Self::Arrived => "good",
            Self::Cancelled => "idle",
            Self::NoShow => "warn",
        }
    }
}

/// A booking as the database knows it: ids and times, nobody's name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BookingRow {
    /// Its id.
    pub id: BookingId,
    /// Eight letters and digits to say on the phone.
    pub reference: String,
    /// The legal entity.
    pub controller: ControllerId,
    /// Where.
    pub workshop: WorkshopId,
    /// In which bay.
    pub bay: BayId,
    /// What.
    pub service: ServiceId,
    /// From.
    pub starts_at: Moment,
    /// Until.
    pub ends_at: Moment,
    /// How it stands.
    pub state: State,
    /// Who booked.
    pub subject: SubjectId,
    /// Which vehicle.
    pub vehicle: SubjectId,
    /// Their contact as they gave it then.
    pub contact_record: RecordId,
    /// What they asked.
    pub enquiry_record: Option<RecordId>,
    /// The plate as they gave it.
    pub link_record: RecordId,
    /// Version of the declaration that was shown.
    pub notice_version: String,
    /// When it was made.
    pub made_at: Moment,
    /// How often it was changed.
    pub sequence: i64,
    /// Room the vehicle needs.
    pub needs: Needs,
    /// The language it was made in.
    pub lang: Lang,
}

impl BookingRow {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let at = |name: &str| row.i64(name).map(Moment::from_millis);
        Ok(Self {
            id: BookingId::from_raw(row.i64("id")?),
            reference: row.text("reference")?.to_owned(),
            controller: ControllerId::from_raw(row.i64("controller_id")?),
            workshop: WorkshopId::from_raw(row.i64("workshop_id")?),
            bay: BayId::from_raw(row.i64("bay_id")?),
            service: ServiceId::from_raw(row.i64("service_id")?),
            starts_at: at("starts_at")?,
            ends_at: at("ends_at")?,
            state: State::from_name(row.text("state")?)
                .ok_or_else(|| StoreError::Type("booking: unknown state".into()))?,
            subject: SubjectId::from_raw(row.i64("subject_id")?),
            vehicle: SubjectId::from_raw(row.i64("vehicle_id")?),
            contact_record: RecordId::from_raw(row.i64("contact_record")?),
            enquiry_record: row.opt_i64("enquiry_record")?.map(RecordId::from_raw),
            link_record: RecordId::from_raw(row.i64("link_record")?),
            notice_version: row.text("notice_version")?.to_owned(),
            made_at: at("made_at")?,
            sequence: row.i64("sequence")?,
            needs: Needs {
                length_cm: row.i64("length_cm")?,
                height_cm: row.i64("height_cm")?,
            },
            lang: Lang::from_tag(row.text("lang")?).unwrap_or_default(),
        })
    }

    /// Whether its holder can still move or cancel it.
    #[must_use]
    pub fn is_open(&self, now: Moment) -> bool {
        self.state == State::Booked && now < self.starts_at
    }

    /// Whole minutes it holds.
    #[must_use]
    pub const fn minutes(&self) -> i64 {
        (self.ends_at.millis() - self.starts_at.millis()) / 60_000
    }
}

fn rows(rows: &[Row]) -> Result<Vec<BookingRow>, StoreError> {
    rows.iter().map(BookingRow::read).collect()
}

fn one(row: Option<Row>) -> Result<Option<BookingRow>, StoreError> {
    row.as_ref().map(BookingRow::read).transpose()
}

/// The booking of that id.
///
/// # Errors
/// When the store fails.
pub fn by_id(db: &mut dyn Db, id: BookingId) -> Result<Option<BookingRow>, StoreError> {
    one(db.opt(&sql::BY_ID, &[id.get().into()])?)
}

/// The booking of that reference, however it is typed.
///
/// # Errors
/// When the store fails.
pub fn by_reference(db: &mut dyn Db, typed: &str) -> Result<Option<BookingRow>, StoreError> {
    let reference: String = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect();
    if reference.len() != code::REFERENCE_CHARS {
        return Ok(None);
    }
    one(db.opt(&sql::BY_REFERENCE, &[store::plain(reference)])?)
}

/// Bookings that touch a span of time, in one workshop or in all.
///
/// # Errors
/// When the store fails.
pub fn between(
    db: &mut dyn Db,
    workshop: Option<WorkshopId>,
    from: Moment,
    until: Moment,
) -> Result<Vec<BookingRow>, StoreError> {
    let values = [
        from.millis().into(),
        until.millis().into(),
        workshop.map_or(0, WorkshopId::get).into(),
    ];
    rows(&db.all(&sql::BETWEEN, &values)?)
}

/// The bookings of a day, earliest first, in one workshop or in all.
///
/// # Errors
/// When the store fails.
pub fn day(
    db: &mut dyn Db,
    workshop: Option<WorkshopId>,
    date: jiff::civil::Date,
) -> Result<Vec<BookingRow>, StoreError> {
    between(
        db,
        workshop,
        Moment::at_local(date, 0, 0),
        Moment::after_day(date),
    )
}

/// The bookings of some people, newest first.
///
/// # Errors
/// When the store fails.
pub fn find_by_subjects(
    db: &mut dyn Db,
    subjects: &[SubjectId],
) -> Result<Vec<BookingRow>, StoreError> {
    let questions: Vec<_> = subjects
        .iter()
        .map(|subject| (&sql::OF_SUBJECT, vec![subject.get().into()]))
        .collect();
    let mut found = Vec::new();
    for answer in db.fetch(&questions)? {
        found.extend(rows(&answer)?);
    }
    found.sort_by_key(|row| std::cmp::Reverse((row.starts_at, row.id)));
    Ok(found)
}

/// The bookings of a vehicle, newest first.
///
/// # Errors
/// When the store fails.
pub fn find_by_vehicle(db: &mut dyn Db, vehicle: SubjectId) -> Result<Vec<BookingRow>, StoreError> {
    rows(&db.all(&sql::OF_VEHICLE, &[vehicle.get().into()])?)
}

/// The booking a link is for.
///
/// # Errors
/// When the store fails.
pub fn by_tag(db: &mut dyn Db, tag: &[u8; 32]) -> Result<Option<BookingRow>, StoreError> {
    one(db.opt(&sql::BY_TAG, &[store::bytes(tag.as_slice())])?)
}

/// Forgets what was answered under keys older than a week: nobody repeats a request that late.
///
/// # Errors
/// When the store fails.
pub fn forget_keys(db: &mut dyn Db, now: Moment) -> Result<u64, StoreError> {
    db.exec(&sql::KEYS_DROP, &[now.plus_days(-7).millis().into()])
}

/// The vehicle of a booking turned out to be another than the plate said.
///
/// # Errors
/// When the store fails.
pub fn set_vehicle(
    db: &mut dyn Db,
    booking: BookingId,
    vehicle: SubjectId,
) -> Result<(), StoreError> {
    let values = [booking.get().into(), vehicle.get().into()];
    db.exec(&sql::VEHICLE, &values).map(|_| ())
}

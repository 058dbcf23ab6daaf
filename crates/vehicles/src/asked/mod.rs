//! Asking the register: only at an intake or on the customer's own click, and never without a case.
//!
//! Ground: the declaration ("at hand-in, or when you press look-up yourself while booking"). Each
//! look-up is in the log, with who and what for, before the register hears of it.

pub(crate) mod sql;
#[cfg(test)]
mod tests;

use store::{Db, Row, StoreError};
use values::{BookingId, LookUpId, Moment, Plate, SubjectId, VisitId};
use vault::{Actor, Vault, VaultError};

use crate::register::{self, Lookup, VehicleRegister};

/// Why the register is to be asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Occasion {
    /// The vehicle is being handed in.
    Intake(VisitId),
    /// The customer pressed look-up in their booking.
    OwnClick(BookingId),
    /// Staff look at a booking: no reason yet, the vehicle has not come.
    Booking(BookingId),
    /// Somebody is curious.
    None,
}

/// Why not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LookUpRefused {
    /// There is no visit and no booking that it belongs to.
    #[error("a look-up belongs to an intake or a booking")]
    NoCase,
    /// Only the customer's own click, or the intake, asks the register.
    #[error("only at the intake, or on the customer's own click")]
    NotYet,
}

impl LookUpRefused {
    /// The sentence in the language files.
    #[must_use]
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::NoCase => "register-no-case",
            Self::NotYet => "register-not-yet",
        }
    }
}

/// A look-up that did not come about.
#[derive(Debug, thiserror::Error)]
pub enum LookUpError {
    /// Not allowed.
    #[error(transparent)]
    Refused(#[from] LookUpRefused),
    /// The store.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

/// What came of asking.
pub enum Asked {
    /// The register answered, or did not.
    Answer(Lookup),
    /// It answered less than a day ago: that snapshot stands.
    Recent(Moment),
}

/// A line of the look-up log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookUpLine {
    /// The look-up.
    pub id: LookUpId,
    /// The vehicle.
    pub vehicle: SubjectId,
    /// `visit` or `booking`.
    pub case_kind: String,
    /// Which.
    pub case_id: i64,
    /// `staff`, `visitor`, `subject` …
    pub actor_kind: String,
    /// Who; 0 where nobody is known.
    pub actor_id: i64,
    /// When.
    pub at: Moment,
    /// `found`, `unknown`, `slow` …; `asked` when the answer never came.
    pub outcome: String,
}

/// The rule: what case a look-up belongs to.
pub(crate) const fn case_of(occasion: Occasion) -> Result<(&'static str, i64), LookUpRefused> {
    match occasion {
        Occasion::Intake(visit) => Ok(("visit", visit.get())),
        Occasion::OwnClick(booking) => Ok(("booking", booking.get())),
        Occasion::Booking(_) => Err(LookUpRefused::NotYet),
        Occasion::None => Err(LookUpRefused::NoCase),
    }
}

/// The rule: an answer is good for a day.
pub(crate) fn is_recent(last_found: Option<Moment>, now: Moment) -> bool {
    last_found.is_some_and(|at| now < at.plus_days(1))
}

const fn outcome(lookup: &Lookup) -> &'static str {
    match lookup {
        Lookup::Found(_) => "found",
        Lookup::Unknown => "unknown",
        Lookup::Withheld => "withheld",
        Lookup::OverQuota { .. } => "over_quota",
        Lookup::Slow => "slow",
        Lookup::Down => "down",
        Lookup::Refused => "refused",
        Lookup::Malformed => "malformed",
        Lookup::Off => "off",
    }
}

/// Asks the register about a vehicle, for a case. Logged durably before it is asked.
///
/// # Errors
/// [`LookUpRefused`] without a case that allows it; the store.
pub async fn look_up(
    vault: &Vault,
    register: &dyn VehicleRegister,
    actor: Actor,
    vehicle: SubjectId,
    plate: &Plate,
    occasion: Occasion,
) -> Result<Asked, LookUpError> {
    let (case_kind, case_id) = case_of(occasion)?;
    let world = vault.world().clone();
    let now = world.now();
    let id: LookUpId = world.id();
    let last = vault
        .store()
        .write(move |db| {
            let row = db.one(&sql::LAST_FOUND, &[vehicle.get().into()])?;
            let last = row.opt_i64("at")?.map(Moment::from_millis);
            if !is_recent(last, now) {
                let values = [
                    id.get().into(),
                    vehicle.get().into(),
                    case_kind.into(),
                    case_id.into(),
                    actor.kind().into(),
                    actor.id().into(),
                    now.millis().into(),
                ];
                db.exec(&sql::ADD, &values)?;
            }
            Ok(last)
        })
        .await
        .map_err(VaultError::from)?;
    if let Some(at) = last.filter(|_| is_recent(last, now)) {
        return Ok(Asked::Recent(at));
    }
    let answer = register.look_up(register::Asked::Plate(plate)).await;
    let word = outcome(&answer);
    vault
        .store()
        .write(move |db| db.exec(&sql::OUTCOME, &[id.get().into(), word.into()]))
        .await
        .map_err(VaultError::from)?;
    Ok(Asked::Answer(answer))
}

/// The look-ups of a vehicle, newest first.
///
/// # Errors
/// When the store fails.
pub fn look_ups_of(db: &mut dyn Db, vehicle: SubjectId) -> Result<Vec<LookUpLine>, StoreError> {
    db.all(&sql::OF_VEHICLE, &[vehicle.get().into()])?
        .iter()
        .map(line)
        .collect()
}

/// The look-ups made for a case (`booking` or `visit`), newest first.
///
/// # Errors
/// When the store fails.
pub fn look_ups_for(
    db: &mut dyn Db,
    case_kind: &'static str,
    case_id: i64,
) -> Result<Vec<LookUpLine>, StoreError> {
    db.all(&sql::OF_CASE, &[case_kind.into(), case_id.into()])?
        .iter()
        .map(line)
        .collect()
}

fn line(row: &Row) -> Result<LookUpLine, StoreError> {
    Ok(LookUpLine {
        id: LookUpId::from_raw(row.i64("id")?),
        vehicle: SubjectId::from_raw(row.i64("vehicle_id")?),
        case_kind: row.text("case_kind")?.to_owned(),
        case_id: row.i64("case_id")?,
        actor_kind: row.text("actor_kind")?.to_owned(),
        actor_id: row.i64("actor_id")?,
        at: Moment::from_millis(row.i64("at")?),
        outcome: row.text("outcome")?.to_owned(),
    })
}

//! Meters in the database, readings in the vault.

use declaration::vocabulary::{MayUse, PurposeType, category};
use store::{Db, Row, StoreError};
use values::{FreeText, MeterId, MeterTenths, Moment, RecordId, SubjectId};
use vault::{Keep, Permit, Personal, Provenance, Sealed, Vault, VaultError, Work};

use super::{Function, Method, Reading, ReadingError, Unit, check_step, sql};

/// Readings of a vehicle that are looked at.
const AT_MOST: i64 = 2000;

/// A meter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meter {
    /// Its id.
    pub id: MeterId,
    /// Whose.
    pub vehicle: SubjectId,
    /// What it counts.
    pub function: Function,
    /// In what.
    pub unit: Unit,
    /// Since when.
    pub made_at: Moment,
    /// The meter that took its place.
    pub replaced_by: Option<MeterId>,
    readings: i64,
}

/// A reading as it is shown.
pub struct Shown {
    /// The record.
    pub id: RecordId,
    /// Which meter.
    pub meter: MeterId,
    /// What it counts.
    pub function: Function,
    /// In what.
    pub unit: Unit,
    /// The value.
    pub value: MeterTenths,
    /// How it was read.
    pub method: Method,
    /// When.
    pub at: Moment,
    /// At which visit.
    pub source_ref: i64,
}

/// A reading to be taken.
pub struct NewReading {
    /// Which meter.
    pub meter: MeterId,
    /// The value.
    pub value: MeterTenths,
    /// How it was read.
    pub method: Method,
    /// What the reader adds.
    pub note: Option<FreeText>,
}

/// What must happen in the transaction of a reading: it counts, unless another was taken meanwhile.
#[derive(Clone, Copy, Debug)]
#[must_use = "lay it in the transaction of the reading"]
pub struct ReadingStep {
    /// The sealed reading.
    pub record: RecordId,
    meter: MeterId,
    seen: i64,
}

impl ReadingStep {
    /// Counts the reading. Call it after the laid rows.
    ///
    /// # Errors
    /// [`StoreError::Refused`] with `vault::STRAND_CHANGED` when the meter was read or replaced
    /// meanwhile: do the whole thing again.
    pub fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        let changed = db.exec(&sql::STEP, &[self.meter.get().into(), self.seen.into()])?;
        if changed == 1 {
            Ok(())
        } else {
            Err(StoreError::Refused(vault::STRAND_CHANGED))
        }
    }
}

fn meter(row: &Row) -> Result<Meter, StoreError> {
    let (function, unit) = (row.text("function")?, row.text("unit")?);
    Ok(Meter {
        id: MeterId::from_raw(row.i64("id")?),
        vehicle: SubjectId::from_raw(row.i64("vehicle_id")?),
        function: Function::from_name(function).unwrap_or(Function::Other),
        unit: Unit::from_name(unit).unwrap_or(Unit::Cycles),
        made_at: Moment::from_millis(row.i64("made_at")?),
        replaced_by: row.opt_i64("replaced_by")?.map(MeterId::from_raw),
        readings: row.i64("readings")?,
    })
}

/// The meters of a vehicle, oldest first, with those that were replaced.
///
/// # Errors
/// When the store fails.
pub fn meters_of(db: &mut dyn Db, vehicle: SubjectId) -> Result<Vec<Meter>, StoreError> {
    db.all(&sql::OF_VEHICLE, &[vehicle.get().into()])?
        .iter()
        .map(meter)
        .collect()
}

/// A meter begins.
///
/// # Errors
/// When the store fails.
pub fn add_meter(
    db: &mut dyn Db,
    id: MeterId,
    vehicle: SubjectId,
    function: Function,
    unit: Unit,
    at: Moment,
) -> Result<(), StoreError> {
    let values = [
        id.get().into(),
        vehicle.get().into(),
        function.as_str().into(),
        unit.as_str().into(),
        at.millis().into(),
    ];
    db.exec(&sql::ADD, &values).map(|_| ())
}

/// A meter was replaced: the only event after which a lower value may stand.
///
/// # Errors
/// [`StoreError::Refused`] with `error-meter-replaced` when it was replaced already.
pub fn replace_meter(
    db: &mut dyn Db,
    old: MeterId,
    new: MeterId,
    at: Moment,
) -> Result<(), StoreError> {
    let row = db.one(&sql::BY_ID, &[old.get().into()])?;
    let was = meter(&row)?;
    let values = [old.get().into(), new.get().into(), at.millis().into()];
    if db.exec(&sql::REPLACE, &values)? != 1 {
        return Err(StoreError::Refused("error-meter-replaced"));
    }
    add_meter(db, new, was.vehicle, was.function, was.unit, at)
}

/// Every reading of a vehicle, newest first.
///
/// # Errors
/// When the permit does not cover readings, or the store fails.
pub async fn readings<P>(
    vault: &Vault,
    permit: &Permit<P>,
    vehicle: SubjectId,
) -> Result<Vec<Shown>, VaultError>
where
    P: PurposeType + MayUse<category::BodyUsage>,
{
    let sealed = vault
        .store()
        .read(move |db| sealed_readings(db, vehicle))
        .await?;
    open_readings(vault, permit, &sealed)
}

/// The same as they lie, inside a snapshot.
///
/// # Errors
/// When the store fails.
pub fn sealed_readings(
    db: &mut dyn Db,
    vehicle: SubjectId,
) -> Result<Vec<Sealed<Reading>>, StoreError> {
    Sealed::load_of(db, vehicle, AT_MOST)
}

/// Opens them.
///
/// # Errors
/// When the permit does not cover readings.
pub fn open_readings<P>(
    vault: &Vault,
    permit: &Permit<P>,
    sealed: &[Sealed<Reading>],
) -> Result<Vec<Shown>, VaultError>
where
    P: PurposeType + MayUse<category::BodyUsage>,
{
    let mut shown = Vec::with_capacity(sealed.len());
    for one in sealed {
        let reading = vault.open(permit, one)?;
        let Ok(value) = MeterTenths::new(reading.value) else {
            return Err(VaultError::Corrupt("reading"));
        };
        shown.push(Shown {
            id: one.id(),
            meter: reading.meter.parse().unwrap_or(MeterId::from_raw(0)),
            function: Function::from_name(&reading.function).unwrap_or(Function::Other),
            unit: Unit::from_name(&reading.unit).unwrap_or(Unit::Cycles),
            value,
            method: Method::from_name(&reading.method).unwrap_or(Method::Manual),
            at: one.at(),
            source_ref: one.raw().source_ref,
        });
    }
    Ok(shown)
}

/// Takes a reading: compared with the last one of its meter, sealed, and counted in the caller's
/// transaction by the answered step. The permit must open and cover readings.
///
/// # Errors
/// [`ReadingError::Lower`] when it goes down without a new meter.
pub async fn read_meter<P>(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<P>,
    vehicle: SubjectId,
    new: NewReading,
    provenance: &Provenance,
    keep: &Keep,
) -> Result<ReadingStep, ReadingError>
where
    P: PurposeType + MayUse<category::BodyUsage>,
{
    let id = new.meter;
    let row = vault
        .store()
        .read(move |db| db.opt(&sql::BY_ID, &[id.get().into()]))
        .await
        .map_err(VaultError::from)?;
    let meter = match row {
        Some(row) => meter(&row).map_err(VaultError::from)?,
        None => return Err(ReadingError::NoMeter),
    };
    if meter.vehicle != vehicle {
        return Err(ReadingError::NoMeter);
    }
    if meter.replaced_by.is_some() {
        return Err(ReadingError::Replaced);
    }
    let before = readings(vault, permit, vehicle).await?;
    let last = before.iter().filter(|shown| shown.meter == id);
    check_step(last.map(|shown| shown.value).max(), new.value)?;
    let record = Reading {
        function: meter.function.as_str().to_owned(),
        meter: id.get().to_string(),
        value: new.value.tenths(),
        unit: meter.unit.as_str().to_owned(),
        method: new.method.as_str().to_owned(),
        note: new.note,
    };
    let record = work.seal(permit, &Personal::new(record), provenance, keep)?;
    Ok(ReadingStep {
        record,
        meter: id,
        seen: meter.readings,
    })
}

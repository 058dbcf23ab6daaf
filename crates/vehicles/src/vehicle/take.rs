//! Finding a vehicle, taking one in, and saying how long what is known of it stays.

use declaration::{
    RuleTable,
    vocabulary::{Category, MayUse, PurposeType, category, purpose},
};
use values::{Moment, Plate, RecordId, SubjectId};
use vault::{
    Actor, Ask, Keep, LookUp, Permit, Personal, Provenance, Sealed, SubjectKind, Vault, VaultError,
    Work,
};

use super::{BodyType, VehicleLink, VehicleRecord, first_day};
use crate::register::Technical;

/// The reason that expected life gives.
const LIFE: &str = "vehicle";
/// The reason that having been here gives: a vehicle older than its expected life still drives.
const SEEN: &str = "vehicle_seen";

/// The vehicle that carries a plate now.
///
/// # Errors
/// When the store fails.
pub async fn find(vault: &Vault, plate: &Plate) -> Result<Option<SubjectId>, VaultError> {
    vault.find(&by_plate(plate)).await
}

/// A vehicle that has come in (or that the house answers for): found or made, kept for its expected
/// life. With `technical` a new snapshot is sealed; what was known before stays beside it.
///
/// # Errors
/// A race with another (do it again with [`vault::again`]), or a store that fails.
pub async fn take_vehicle(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    plate: &Plate,
    technical: Option<&Technical>,
    provenance: &Provenance,
) -> Result<SubjectId, VaultError> {
    let there = place(vault, work, actor, plate, technical).await?;
    let (id, at) = (there.id.get(), work.at());
    let known = there.known_life(vault).await?;
    let life = match technical {
        Some(technical) => life_of(&vault.rules(), technical, id, at),
        None => known.unwrap_or_else(|| plain_life(&vault.rules(), id, at)),
    };
    there.record(work, plate, technical, provenance, &life)?;
    let permit = &there.permit;
    work.also_keep(permit, Category::Vehicle, permit_purpose(permit), &life)?;
    let seen = Keep::from(SEEN, id, at).by_rule("relationship-end");
    work.also_keep(permit, Category::Vehicle, permit_purpose(permit), &seen)?;
    Ok(there.id)
}

/// A vehicle that is booked in but has not come: kept while the booking is open, no longer.
///
/// # Errors
/// As [`take_vehicle`].
pub async fn expect_vehicle(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    plate: &Plate,
    technical: Option<&Technical>,
    provenance: &Provenance,
    booking: i64,
) -> Result<SubjectId, VaultError> {
    let there = place(vault, work, actor, plate, technical).await?;
    let keep = Keep::while_open("booking", booking);
    there.record(work, plate, technical, provenance, &keep)?;
    let permit = &there.permit;
    work.also_keep(permit, Category::Vehicle, permit_purpose(permit), &keep)?;
    Ok(there.id)
}

/// How long readings and work on a vehicle are kept: as long as the vehicle's own record.
///
/// # Errors
/// When the store fails.
pub async fn keep(vault: &Vault, vehicle: SubjectId) -> Result<Keep, VaultError> {
    let known = known_life(vault, vehicle).await?;
    let now = vault.world().now();
    Ok(known.unwrap_or_else(|| plain_life(&vault.rules(), vehicle.get(), now)))
}

/// Seals at the person that they have to do with a vehicle, and ties the two: the person sees the
/// vehicle's history while the tie lasts. For the intake, where somebody has seen who comes with it.
///
/// # Errors
/// When the permit does not cover the link, or the store fails.
// Who, which, as what, on which ground and for how long: each is a thing of its own.
#[allow(clippy::too_many_arguments)]
pub async fn link<P>(
    vault: &Vault,
    work: &mut Work,
    person: &Permit<P>,
    vehicle: SubjectId,
    party: &'static str,
    link: &Personal<VehicleLink>,
    provenance: &Provenance,
    keep: &Keep,
) -> Result<RecordId, VaultError>
where
    P: PurposeType + MayUse<category::VehicleLink>,
{
    let now = work.at();
    let ties = vault.people_of(vehicle).await?;
    let tied = ties
        .iter()
        .any(|tie| tie.person == person.subject() && tie.party == party && tie.ends_at > now);
    if !tied {
        work.tie(vehicle, person.subject(), party);
    }
    work.seal(person, link, provenance, keep)
}

/// Seals the link without a tie: whoever only types a plate does not thereby see a vehicle's history.
///
/// # Errors
/// When the permit does not cover the link.
pub fn note_link<P>(
    work: &mut Work,
    person: &Permit<P>,
    link: &Personal<VehicleLink>,
    provenance: &Provenance,
    keep: &Keep,
) -> Result<RecordId, VaultError>
where
    P: PurposeType + MayUse<category::VehicleLink>,
{
    work.seal(person, link, provenance, keep)
}

/// The newest record of a vehicle; `None` when nothing is kept any more.
///
/// # Errors
/// When the permit does not cover the vehicle, or the store fails.
pub async fn latest<P>(
    vault: &Vault,
    permit: &Permit<P>,
    vehicle: SubjectId,
) -> Result<Option<Personal<VehicleRecord>>, VaultError>
where
    P: PurposeType + MayUse<category::Vehicle>,
{
    let newest = vault
        .store()
        .read(move |db| Sealed::<VehicleRecord>::load_of(db, vehicle, 1))
        .await?;
    newest
        .first()
        .map(|sealed| vault.open(permit, sealed))
        .transpose()
}

/// The newest snapshot of the register, with when it was fetched; older statements by hand do not
/// hide it.
///
/// # Errors
/// As [`latest`].
pub async fn technical_of<P>(
    vault: &Vault,
    permit: &Permit<P>,
    vehicle: SubjectId,
) -> Result<Option<Personal<VehicleRecord>>, VaultError>
where
    P: PurposeType + MayUse<category::Vehicle>,
{
    let records = vault
        .store()
        .read(move |db| Sealed::<VehicleRecord>::load_of(db, vehicle, 20))
        .await?;
    for sealed in &records {
        let record = vault.open(permit, sealed)?;
        if record.technical.is_some() {
            return Ok(Some(record));
        }
    }
    Ok(None)
}

/// A vehicle found or made, with leave to seal.
struct There {
    id: SubjectId,
    is_new: bool,
    permit: Permit<purpose::Visit>,
}

impl There {
    /// Seals a record when there is something to say: the first time, and with each snapshot.
    fn record(
        &self,
        work: &mut Work,
        plate: &Plate,
        technical: Option<&Technical>,
        provenance: &Provenance,
        keep: &Keep,
    ) -> Result<(), VaultError> {
        let record = match technical {
            Some(technical) => VehicleRecord::fetched(plate, technical),
            None if self.is_new => VehicleRecord::stated(plate),
            None => return Ok(()),
        };
        work.seal(&self.permit, &Personal::new(record), provenance, keep)?;
        Ok(())
    }

    async fn known_life(&self, vault: &Vault) -> Result<Option<Keep>, VaultError> {
        if self.is_new {
            Ok(None)
        } else {
            known_life(vault, self.id).await
        }
    }
}

/// Finds by chassis number, then by plate; claims what is not claimed; moves a plate that the
/// register says is on another vehicle now.
async fn place(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    plate: &Plate,
    technical: Option<&Technical>,
) -> Result<There, VaultError> {
    let vin = technical.and_then(|technical| technical.vin.as_ref());
    let by_vin = match vin {
        Some(vin) => vault.find(&LookUp::vin(vin)).await?,
        None => None,
    };
    let on_plate = vault.find(&by_plate(plate)).await?;
    // A vehicle on this plate with another chassis number is not this one.
    let other = match (vin, by_vin, on_plate) {
        (Some(_), None, Some(id)) => vault.find(&has_vin(id)).await?.is_some(),
        _ => false,
    };
    let found = by_vin.or(on_plate.filter(|_| !other));
    let (id, is_new) = match found {
        Some(id) => (id, false),
        None => (work.subject(SubjectKind::Vehicle), true),
    };
    let ask = if is_new { Ask::seal_new } else { Ask::seal };
    let actor = about_vehicle(actor);
    let permit = vault
        .permit::<purpose::Visit>(ask(actor, id).of(&[Category::Vehicle]))
        .await?;
    if let Some(before) = on_plate.filter(|before| *before != id) {
        let old = vault
            .permit::<purpose::Visit>(Ask::seal(actor, before).of(&[Category::Vehicle]))
            .await?;
        work.unclaim(&old, &by_plate(plate));
    }
    if on_plate != Some(id) {
        work.claim(&permit, Category::Vehicle, &by_plate(plate))?;
    }
    if let Some(vin) = vin.filter(|_| by_vin.is_none()) {
        work.claim(&permit, Category::Vehicle, &LookUp::vin(vin))?;
        work.claim(&permit, Category::Vehicle, &has_vin(id))?;
    }
    Ok(There { id, is_new, permit })
}

/// Whoever books says which vehicle it is about; that gives no standing on the vehicle itself.
const fn about_vehicle(actor: Actor) -> Actor {
    match actor {
        Actor::Subject(_) | Actor::Link { .. } => Actor::Visitor,
        other => other,
    }
}

fn by_plate(plate: &Plate) -> LookUp {
    LookUp::of("plate", plate.lookup_form().reveal())
}

fn has_vin(vehicle: SubjectId) -> LookUp {
    LookUp::of("has_vin", &vehicle.get().to_string())
}

fn permit_purpose<P: PurposeType>(_: &Permit<P>) -> declaration::vocabulary::Purpose {
    P::ID
}

/// The reason of expected life as it stands on the vehicle's strand.
async fn known_life(vault: &Vault, vehicle: SubjectId) -> Result<Option<Keep>, VaultError> {
    let strands = vault.strands_of(vehicle).await?;
    let mut reasons = strands
        .iter()
        .filter(|strand| strand.category == Category::Vehicle)
        .flat_map(|strand| &strand.reasons);
    let life = reasons.find(|reason| reason.source_kind == LIFE);
    Ok(life.map(|reason| {
        let rule = reason.rule.split('@').next().unwrap_or("vehicle-life");
        Keep::from(LIFE, vehicle.get(), reason.started_at).by_rule(rule)
    }))
}

/// Expected life by type of body, from first registration.
fn life_of(rules: &RuleTable, technical: &Technical, vehicle: i64, now: Moment) -> Keep {
    let from = first_day(technical).map_or(now, |day| Moment::at_local(day, 0, 0));
    let body = BodyType::of(technical).as_str();
    let rule = rules.vehicle_life(body, now.local_date());
    let keep = Keep::from(LIFE, vehicle, from);
    match rule {
        Some(rule) => keep.by_rule(&rule.id),
        None => keep,
    }
}

/// Expected life of a vehicle of which nothing but the plate is known: from when it was first seen.
fn plain_life(rules: &RuleTable, vehicle: i64, now: Moment) -> Keep {
    let keep = Keep::from(LIFE, vehicle, now);
    match rules.vehicle_life("", now.local_date()) {
        Some(rule) => keep.by_rule(&rule.id),
        None => keep,
    }
}

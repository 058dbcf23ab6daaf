//! Opening what a list or a page shows: many permits in one flight, each with its case in the log.

use std::collections::BTreeMap;

use customers::CustomerContact;
use declaration::vocabulary::{Category, MayUse, PurposeType, category, purpose};
use store::{Db, StoreError};
use values::{Shown, SubjectId};
use vault::{Actor, Ask, Personal, Provenance, Sealed, Vault, VaultError};
use vehicles::{BodyType, VehicleRecord};

/// Whom to open, and what for: a kind of case and its id.
pub(crate) type Wanted = (SubjectId, &'static str, i64);

/// A vehicle in a list.
pub(crate) struct VehicleShown {
    pub record: Personal<VehicleRecord>,
}

impl VehicleShown {
    pub fn plate(&self) -> Shown {
        self.record.plate.shown()
    }

    /// Make and model; empty when only the plate is known.
    pub fn name(&self) -> String {
        self.record.make_and_model()
    }

    /// The key of the body's name; empty when it is not known.
    pub fn body(&self) -> String {
        body_of(&self.record).map_or_else(String::new, BodyType::message_id)
    }
}

/// The type of body a record speaks of.
pub(crate) fn body_of(record: &VehicleRecord) -> Option<BodyType> {
    BodyType::from_name(record.body_type.as_deref()?)
}

/// The newest known about each vehicle. Those that may not be opened, or of which nothing is kept, are
/// left out.
pub(crate) async fn vehicles<P>(
    vault: &Vault,
    actor: Actor,
    wanted: &[Wanted],
) -> Result<BTreeMap<SubjectId, VehicleShown>, VaultError>
where
    P: PurposeType + MayUse<category::Vehicle>,
{
    let asks = wanted.iter().map(|(subject, kind, id)| {
        Ask::open(actor, *subject)
            .of(&[Category::Vehicle])
            .case(kind, *id)
    });
    let permits = vault.permits::<P>(asks.collect()).await?;
    let subjects: Vec<SubjectId> = permits.keys().copied().collect();
    let newest = vault
        .store()
        .read(move |db| newest::<VehicleRecord>(db, &subjects))
        .await?;
    let mut shown = BTreeMap::new();
    for sealed in newest {
        if let Some(Ok(permit)) = permits.get(&sealed.subject()) {
            let record = vault.open(permit, &sealed)?;
            shown.insert(sealed.subject(), VehicleShown { record });
        }
    }
    Ok(shown)
}

/// The newest contact of each person. Those that may not be opened, or are forgotten, are left out.
pub(crate) async fn people(
    vault: &Vault,
    actor: Actor,
    wanted: &[Wanted],
) -> Result<BTreeMap<SubjectId, Personal<CustomerContact>>, VaultError> {
    let asks = wanted.iter().map(|wanted| contact(actor, wanted));
    contacts(vault, asks.collect()).await
}

/// The same for what a search brought up: many in one go, counted and marked as such.
pub(crate) async fn people_found(
    vault: &Vault,
    actor: Actor,
    wanted: &[Wanted],
) -> Result<BTreeMap<SubjectId, Personal<CustomerContact>>, VaultError> {
    let asks = wanted.iter().map(|wanted| contact(actor, wanted).bulk());
    contacts(vault, asks.collect()).await
}

fn contact(actor: Actor, (subject, kind, id): &Wanted) -> Ask {
    Ask::open(actor, *subject)
        .of(&[Category::Contact])
        .case(kind, *id)
}

async fn contacts(
    vault: &Vault,
    asks: Vec<Ask>,
) -> Result<BTreeMap<SubjectId, Personal<CustomerContact>>, VaultError> {
    let permits = vault.permits::<purpose::Visit>(asks).await?;
    let subjects: Vec<SubjectId> = permits.keys().copied().collect();
    let newest = vault
        .store()
        .read(move |db| newest::<CustomerContact>(db, &subjects))
        .await?;
    let mut shown = BTreeMap::new();
    for sealed in newest {
        if let Some(Ok(permit)) = permits.get(&sealed.subject()) {
            shown.insert(sealed.subject(), vault.open(permit, &sealed)?);
        }
    }
    Ok(shown)
}

fn newest<R: vault::Record>(
    db: &mut dyn Db,
    subjects: &[SubjectId],
) -> Result<Vec<Sealed<R>>, StoreError> {
    let mut found = Vec::with_capacity(subjects.len());
    for subject in subjects {
        found.extend(Sealed::<R>::load_of(db, *subject, 1)?);
    }
    Ok(found)
}

/// What staff saw, wrote or measured in a visit.
pub(crate) fn observed(vault: &Vault, visit: i64) -> Provenance {
    provenance(vault, "staff_observation", visit)
}

/// What the customer told at the desk.
pub(crate) fn told(vault: &Vault, visit: i64) -> Provenance {
    provenance(vault, "data_subject", visit)
}

pub(crate) fn provenance(vault: &Vault, source_kind: &'static str, visit: i64) -> Provenance {
    Provenance {
        source_kind,
        source_ref: visit,
        notice_version: vault.declaration().version().to_string(),
    }
}

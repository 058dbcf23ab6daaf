//! What is held about a person, generated from the declaration and the rows.

pub mod explain;
pub(crate) mod letter;
pub(crate) mod openings;
pub mod pages;
mod panel;
mod view;

use declaration::vocabulary::{Category, purpose::Rights};
use values::{Moment, SubjectId};
use vault::{Actor, Ask, ConsentLine, Opened, Permit, StrandInfo, Tie, Vault, VaultError};

use std::collections::BTreeMap;

use crate::{
    requests::{self, Request},
    review::{self, Screen, Sight},
};

pub use panel::{LookPanel, WhatPanel};
pub(crate) use view::{Card, Seen, card_of, cards, fields, say_until};

/// The categories of a vehicle that belong in the answer of a person who has to do with it.
pub(crate) const OF_VEHICLE: &[Category] =
    &[Category::Vehicle, Category::BodyUsage, Category::Work];

/// One strand: what is known of it and its opened records.
pub(crate) struct Strand {
    pub info: StrandInfo,
    /// Reason and review date of each hold.
    pub holds: Vec<(String, String)>,
    pub records: Vec<Opened>,
}

/// A vehicle a person has to do with, while the tie lasts.
pub(crate) struct Vehicle {
    pub tie: Tie,
    pub strands: Vec<Strand>,
}

/// Everything there is about a person.
pub(crate) struct Held {
    pub strands: Vec<Strand>,
    pub vehicles: Vec<Vehicle>,
    pub consents: Vec<ConsentLine>,
    pub requests: Vec<Request>,
    /// What was destroyed before: category, when, by which rule.
    pub erased: Vec<(Category, Moment, String)>,
    /// What is shown instead of fields that may tell of others.
    pub hidden: Hidden,
}

/// Fields that may tell of others, by record and name: `None` waits for an officer, otherwise what may
/// be shown and why the rest is hidden.
pub(crate) type Hidden = BTreeMap<(i64, String), Option<(String, String)>>;

/// How many lines of the opening log are told.
pub(crate) const OPENINGS: i64 = 10_000;

/// Reads and opens everything about a person. `case` is the request it is done for, when an officer
/// does it; the person themself needs none.
pub(crate) async fn everything(
    vault: &Vault,
    actor: Actor,
    subject: SubjectId,
    case: i64,
) -> Result<Held, VaultError> {
    let now = vault.world().now();
    let ask = Ask::open(actor, subject).case(requests::SOURCE, case);
    let mut strands = open_strands(vault, ask, subject, Category::ALL).await?;
    let mut vehicles = Vec::new();
    for tie in vault.vehicles_of(subject).await? {
        if tie.ends_at <= now || tie.starts_at > now {
            continue;
        }
        if vehicles
            .iter()
            .any(|known: &Vehicle| known.tie.vehicle == tie.vehicle)
        {
            continue;
        }
        let ask = Ask::open(actor, tie.vehicle).case(requests::SOURCE, case);
        let strands = open_strands(vault, ask, tie.vehicle, OF_VEHICLE).await?;
        vehicles.push(Vehicle { tie, strands });
    }
    let hidden = screened(vault, subject, &mut strands, &mut vehicles).await?;
    Ok(Held {
        hidden,
        strands,
        vehicles,
        consents: vault.consents_of(subject).await?,
        requests: requests::of_subject(vault, subject).await?,
        erased: vault.erasures_of(subject).await?,
    })
}

/// Looks through what people wrote, as the copy does: what may tell of others waits for an officer.
async fn screened(
    vault: &Vault,
    subject: SubjectId,
    strands: &mut Vec<Strand>,
    vehicles: &mut Vec<Vehicle>,
) -> Result<Hidden, VaultError> {
    let (mine, theirs) = (std::mem::take(strands), std::mem::take(vehicles));
    let inside = vault.clone();
    let read = move |db: &mut dyn store::Db| {
        let decided = review::decided(db, subject)?;
        let mut screen = Screen::new(subject, &inside.declaration(), decided);
        let mut hidden = Hidden::new();
        let holders = || {
            let vehicles = theirs.iter();
            let vehicles = vehicles.map(|one| (one.tie.vehicle, &one.strands));
            std::iter::once((subject, &mine)).chain(vehicles)
        };
        for (_, strands) in holders() {
            let records = strands.iter().flat_map(|strand| &strand.records);
            records.for_each(|record| screen.learn(record));
        }
        for (holder, strands) in holders() {
            for record in strands.iter().flat_map(|strand| &strand.records) {
                for (name, value) in record.fields() {
                    let key = || (record.id.get(), name.to_owned());
                    match screen.look(db, &inside, holder, record, name, value)? {
                        Sight::Whole(_) => {}
                        Sight::Held => {
                            hidden.insert(key(), None);
                        }
                        Sight::Masked(text, why) => {
                            hidden.insert(key(), Some((text.into_owned(), why)));
                        }
                    }
                }
            }
        }
        Ok((mine, theirs, hidden, screen.found))
    };
    let found;
    let hidden;
    (*strands, *vehicles, hidden, found) = vault.store().read_long(read).await?;
    review::open(vault, subject, found).await?;
    Ok(hidden)
}

/// The strands of a subject in these categories, opened.
async fn open_strands(
    vault: &Vault,
    ask: Ask,
    subject: SubjectId,
    among: &[Category],
) -> Result<Vec<Strand>, VaultError> {
    let infos: Vec<StrandInfo> = vault
        .strands_of(subject)
        .await?
        .into_iter()
        .filter(|info| among.contains(&info.category))
        .collect();
    let categories: Vec<Category> = infos.iter().map(|info| info.category).collect();
    if categories.is_empty() {
        return Ok(Vec::new());
    }
    // What is locked opens for an officer only when another has agreed.
    let permit: Permit<Rights> = vault.permit_but_locked(ask.of(&categories)).await?;
    let mut strands: Vec<Strand> = Vec::with_capacity(infos.len());
    for info in infos {
        let holds = vault.holds_of(info.id).await?;
        let holds = holds
            .into_iter()
            .map(|(_, reason, review)| (reason, review));
        strands.push(Strand {
            info,
            holds: holds.collect(),
            records: Vec::new(),
        });
    }
    for raw in vault.everything(subject).await? {
        let strand = strands
            .iter_mut()
            .find(|strand| strand.info.category == raw.category);
        if let Some(strand) = strand.filter(|_| permit.has(raw.category)) {
            strand.records.push(vault.open_any(&permit, &raw)?);
        }
    }
    strands.sort_by_key(|strand| strand.info.category);
    Ok(strands)
}

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
    requests::{self, Request, people},
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

/// Reads and opens everything about the person who is logged in, under every subject that carries the
/// e-mail they log in with.
pub(crate) async fn everything(vault: &Vault, subject: SubjectId) -> Result<Held, VaultError> {
    let now = vault.world().now();
    let (mut strands, mut vehicles) = (Vec::new(), Vec::new());
    let people = people::of_person(vault, subject).await?;
    for person in &people {
        let actor = Actor::Subject(*person);
        let ask = Ask::open(actor, *person).case(requests::SOURCE, 0);
        strands.extend(open_strands(vault, ask, *person, Category::ALL).await?);
        for tie in vault.vehicles_of(*person).await? {
            let known = |one: &Vehicle| one.tie.vehicle == tie.vehicle;
            if tie.ends_at <= now || tie.starts_at > now || vehicles.iter().any(known) {
                continue;
            }
            let ask = Ask::open(actor, tie.vehicle).case(requests::SOURCE, 0);
            let strands = open_strands(vault, ask, tie.vehicle, OF_VEHICLE).await?;
            vehicles.push(Vehicle { tie, strands });
        }
    }
    let hidden = screened(vault, subject, &mut strands, &mut vehicles).await?;
    let mut held = Held {
        hidden,
        strands,
        vehicles,
        consents: Vec::new(),
        requests: Vec::new(),
        erased: Vec::new(),
    };
    for person in people {
        held.consents.extend(vault.consents_of(person).await?);
        held.requests
            .extend(requests::of_subject(vault, person).await?);
        held.erased.extend(vault.erasures_of(person).await?);
    }
    Ok(held)
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
        let all = || {
            let vehicles = theirs.iter().flat_map(|one| &one.strands);
            mine.iter().chain(vehicles)
        };
        for strand in all() {
            strand.records.iter().for_each(|one| screen.learn(one));
        }
        for strand in all() {
            let holder = strand.info.subject;
            for record in &strand.records {
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

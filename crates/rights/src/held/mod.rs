//! What is held about a person, generated from the declaration and the rows.

pub(crate) mod openings;
pub mod pages;
mod panel;
mod view;

use declaration::vocabulary::{Category, purpose::Rights};
use values::{Moment, SubjectId};
use vault::{
    Actor, Ask, ConsentLine, Opened, OpeningLine, Permit, StrandInfo, Tie, Vault, VaultError,
};

use crate::requests::{self, Request};

pub use panel::{LookPanel, WhatPanel};
pub(crate) use view::{Card, cards, fields, say_until};

/// The categories of a vehicle that belong in the answer of a person who has to do with it.
const OF_VEHICLE: &[Category] = &[Category::Vehicle, Category::BodyUsage, Category::Work];

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
    /// Ties that have ended: ids and dates only.
    pub former: Vec<Tie>,
    pub consents: Vec<ConsentLine>,
    pub requests: Vec<Request>,
    pub openings: Vec<OpeningLine>,
    /// What was destroyed before: category, when, by which rule.
    pub erased: Vec<(Category, Moment, String)>,
}

/// How many lines of the opening log are told.
const OPENINGS: i64 = 10_000;

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
    let strands = open_strands(vault, ask, subject, Category::ALL).await?;
    let (mut vehicles, mut former) = (Vec::new(), Vec::new());
    for tie in vault.vehicles_of(subject).await? {
        if tie.ends_at <= now || tie.starts_at > now {
            former.push(tie);
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
    Ok(Held {
        strands,
        vehicles,
        former,
        consents: vault.consents_of(subject).await?,
        requests: requests::of_subject(vault, subject).await?,
        openings: vault.openings_about(subject, OPENINGS).await?,
        erased: vault.erasures_of(subject).await?,
    })
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
    let permit: Permit<Rights> = vault.permit(ask.of(&categories)).await?;
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
        if let Some(strand) = strand {
            strand.records.push(vault.open_any(&permit, &raw)?);
        }
    }
    strands.sort_by_key(|strand| strand.info.category);
    Ok(strands)
}

//! The records of a batch, opened under permits.

use std::collections::BTreeMap;

use declaration::vocabulary::{Category, purpose};
use store::Db;
use values::{Email, Moment, SubjectId};
use vault::{Actor, Ask, Permit, Refusal, Vault, VaultError};

use super::{Claimed, List};
use crate::{
    Why,
    campaign::Campaign,
    subscriber::{self, wishes_of},
    topics::Wishes,
};

/// A recipient opened: where to send, and what they wish for.
pub(super) struct Opened {
    pub email: Email,
    pub wishes: Wishes,
}

/// A recipient in hand, opened or not.
pub(super) struct Item {
    pub claimed: Claimed,
    pub opened: Result<Opened, &'static str>,
    /// Not before this instant: the domain has had its share.
    pub not_before: Option<Moment>,
}

impl Item {
    /// Where it goes, if it goes anywhere: the record is open and the recipient among those it is for.
    pub fn goes_to(&self, campaign: &Campaign) -> Option<&Email> {
        let opened = self.opened.as_ref().ok();
        let opened = opened.filter(|opened| opened.wishes.are_in(&campaign.segment));
        opened.map(|opened| &opened.email)
    }
}

/// Opens the records of a batch under permits: one flight for each list, one line in the opening log for
/// each person.
pub(super) async fn open_all(
    vault: &Vault,
    campaign: &Campaign,
    batch: Vec<Claimed>,
) -> Result<Vec<Item>, VaultError> {
    let (bought, yes): (Vec<Claimed>, Vec<Claimed>) = batch
        .into_iter()
        .partition(|claimed| claimed.list == List::Customer);
    let mut items = subscribers(vault, campaign, yes).await?;
    items.extend(customers(vault, campaign, bought).await?);
    Ok(items)
}

fn asks(campaign: &Campaign, category: Category, batch: &[Claimed]) -> Vec<Ask> {
    let ask = |claimed: &Claimed| {
        Ask::open(Actor::Chore("nyhetsbrev"), claimed.subject)
            .of(&[category])
            .case("campaign", campaign.id)
    };
    batch.iter().map(ask).collect()
}

/// Those who said yes: their address lies with their yes.
async fn subscribers(
    vault: &Vault,
    campaign: &Campaign,
    batch: Vec<Claimed>,
) -> Result<Vec<Item>, VaultError> {
    let asks = asks(campaign, Category::Marketing, &batch);
    let permits = vault.permits::<purpose::Newsletter>(asks).await?;
    let subjects: Vec<SubjectId> = batch.iter().map(|claimed| claimed.subject).collect();
    let load = move |db: &mut dyn Db| {
        let load = |subject: &SubjectId| Ok((*subject, subscriber::load(db, *subject)?));
        subjects
            .iter()
            .map(load)
            .collect::<Result<BTreeMap<_, _>, _>>()
    };
    let mut loaded = vault.store().read(load).await?;
    let item = |claimed: Claimed| {
        let records = loaded.remove(&claimed.subject).unwrap_or((None, None));
        let opened = match permits.get(&claimed.subject) {
            Some(Ok(permit)) => open(vault, permit, &records)?,
            Some(Err(error)) => Err(refused(error)),
            None => Err("gone"),
        };
        Ok(Item {
            claimed,
            opened,
            not_before: None,
        })
    };
    batch.into_iter().map(item).collect()
}

/// Existing customers: their address is the one of their latest contact. They have wished for nothing.
async fn customers(
    vault: &Vault,
    campaign: &Campaign,
    batch: Vec<Claimed>,
) -> Result<Vec<Item>, VaultError> {
    if batch.is_empty() {
        return Ok(Vec::new());
    }
    let asks = asks(campaign, Category::Contact, &batch);
    let permits = vault.permits::<purpose::CustomerNews>(asks).await?;
    let mut items = Vec::with_capacity(batch.len());
    for claimed in batch {
        let opened = match permits.get(&claimed.subject) {
            Some(Ok(permit)) => {
                let contact = customers::latest_contact(vault, permit).await?;
                let email = contact.and_then(|(_, contact)| contact.email.clone());
                email.ok_or("gone").map(|email| Opened {
                    email,
                    wishes: Wishes::default(),
                })
            }
            Some(Err(error)) => Err(refused(error)),
            None => Err("gone"),
        };
        items.push(Item {
            claimed,
            opened,
            not_before: None,
        });
    }
    Ok(items)
}

fn open(
    vault: &Vault,
    permit: &Permit<purpose::Newsletter>,
    records: &subscriber::Loaded,
) -> Result<Result<Opened, &'static str>, VaultError> {
    let Some(record) = &records.0 else {
        return Ok(Err("gone"));
    };
    let record = vault.open(permit, record)?;
    let wishes = records
        .1
        .as_ref()
        .map(|w| vault.open(permit, w))
        .transpose()?;
    Ok(Ok(Opened {
        email: record.email.clone(),
        wishes: wishes_of(wishes.as_ref()),
    }))
}

/// The judge's no, in the words of the decision.
fn refused(error: &VaultError) -> &'static str {
    match error {
        VaultError::Refused(Refusal::Restricted) => Why::Restricted.as_str(),
        VaultError::Refused(Refusal::NoConsent) => Why::Withdrawn.as_str(),
        VaultError::Refused(Refusal::Objected) => Why::Objected.as_str(),
        VaultError::Refused(_) => Why::NotDeclared.as_str(),
        _ => "gone",
    }
}

//! One person may stand in the books several times: as a customer under a look-up of their own, and
//! under hints wherever they delivered, fetched or paid for somebody. Found by keyed hashes; nothing is
//! opened here.

use std::collections::BTreeSet;

use declaration::vocabulary::{MayUse, category};
use store::Db;
use values::{Email, PersonName, Phone, Plate, SubjectId};
use vault::{LookUp, Permit, Sealed, Vault, VaultError};

use super::CustomerContact;
use crate::account::by_customer_no;

/// Nobody delivers more often than this before the first of it is gone.
const ALL: i64 = 1000;
/// A name that is more people than this tells nothing.
const NAMESAKES: i64 = 200;
/// At most so many are put before somebody who has to choose.
const TO_CHOOSE_FROM: usize = 20;

/// What somebody was found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundBy {
    /// Exactly this e-mail.
    Email,
    /// Exactly this telephone: phones are shared.
    Phone,
    /// Their customer number.
    Number,
    /// They have or had to do with the vehicle.
    Plate,
    /// Every word of the name begins so.
    Name,
}

/// Everybody who carries exactly this e-mail, whether a look-up or a hint finds them.
///
/// # Errors
/// When the store fails.
pub async fn with_email(vault: &Vault, email: &Email) -> Result<Vec<SubjectId>, VaultError> {
    everybody(vault, &LookUp::email(email)).await
}

async fn everybody(vault: &Vault, look_up: &LookUp) -> Result<Vec<SubjectId>, VaultError> {
    let mut found: Vec<SubjectId> = vault.find(look_up).await?.into_iter().collect();
    for hinted in vault.find_hint(look_up, ALL).await? {
        if !found.contains(&hinted) {
            found.push(hinted);
        }
    }
    Ok(found)
}

/// Who may be the person with this e-mail, telephone and name, each with the surest thing they were
/// found by. A telephone or a name is no proof: somebody has to decide.
///
/// # Errors
/// When the store fails.
pub async fn maybe_the_same(
    vault: &Vault,
    emails: &[Email],
    phones: &[Phone],
    name: Option<&PersonName>,
) -> Result<Vec<(SubjectId, FoundBy)>, VaultError> {
    let mut found = Found::default();
    for email in emails {
        found.add(with_email(vault, email).await?, FoundBy::Email);
    }
    for phone in phones {
        let people = everybody(vault, &LookUp::phone(phone)).await?;
        found.add(people, FoundBy::Phone);
    }
    if let Some(name) = name {
        found.add(namesakes(vault, name.reveal()).await?, FoundBy::Name);
    }
    Ok(found.0)
}

/// Who is meant by an e-mail, a telephone, a customer number or a plate that a colleague types.
///
/// # Errors
/// When the store fails.
pub async fn meant_by(vault: &Vault, typed: &str) -> Result<Vec<(SubjectId, FoundBy)>, VaultError> {
    let typed = typed.trim();
    let mut found = Found::default();
    if let Ok(email) = Email::parse(typed) {
        found.add(with_email(vault, &email).await?, FoundBy::Email);
    }
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit()) {
        let number = vault.find(&by_customer_no(&digits)).await?;
        found.add(number, FoundBy::Number);
    }
    if let Ok(phone) = Phone::parse(typed) {
        let people = everybody(vault, &LookUp::phone(&phone)).await?;
        found.add(people, FoundBy::Phone);
    }
    if let Ok(plate) = Plate::parse(typed)
        && let Some(vehicle) = vault.find(&LookUp::plate(&plate)).await?
    {
        let mut ties = vault.people_of(vehicle).await?;
        ties.sort_by_key(|tie| std::cmp::Reverse(tie.starts_at));
        found.add(ties.into_iter().map(|tie| tie.person), FoundBy::Plate);
    }
    found.0.truncate(TO_CHOOSE_FROM);
    Ok(found.0)
}

#[derive(Default)]
struct Found(Vec<(SubjectId, FoundBy)>);

impl Found {
    fn add(&mut self, people: impl IntoIterator<Item = SubjectId>, by: FoundBy) {
        for person in people {
            if !self.0.iter().any(|(known, _)| *known == person) {
                self.0.push((person, by));
            }
        }
    }
}

/// Those of whom every word of a full name finds them. A single word is nobody's name alone.
async fn namesakes(vault: &Vault, name: &str) -> Result<Vec<SubjectId>, VaultError> {
    let words = name.split_whitespace().filter_map(LookUp::name_start);
    let words: Vec<LookUp> = words.collect();
    if words.len() < 2 {
        return Ok(Vec::new());
    }
    let mut all: Option<BTreeSet<SubjectId>> = None;
    for word in &words {
        let people: BTreeSet<SubjectId> = vault
            .find_hint(word, NAMESAKES)
            .await?
            .into_iter()
            .collect();
        all = Some(match all {
            Some(before) => before.intersection(&people).copied().collect(),
            None => people,
        });
    }
    let newest = all.unwrap_or_default().into_iter().rev();
    Ok(newest.take(TO_CHOOSE_FROM).collect())
}

/// The e-mails that are this person's own: told by them, and finding nobody else. What a stranger typed
/// beside their telephone does not count.
///
/// # Errors
/// When the permit does not cover contact, or the store fails.
pub async fn own_emails<P>(vault: &Vault, permit: &Permit<P>) -> Result<Vec<Email>, VaultError>
where
    P: MayUse<category::Contact>,
{
    let subject = permit.subject();
    let load = move |db: &mut dyn Db| Sealed::<CustomerContact>::load_of(db, subject, 50);
    let mut own: Vec<Email> = Vec::new();
    for sealed in vault.store().read(load).await? {
        let contact = vault.open(permit, &sealed)?;
        let Some(email) = &contact.email else {
            continue;
        };
        let known = own.iter().any(|one| one.reveal() == email.reveal());
        if !known && vault.find(&LookUp::email(email)).await? == Some(subject) {
            own.push(email.clone());
        }
    }
    Ok(own)
}

//! Finding a customer at the desk: by e-mail, telephone, customer number or the beginning of a name.
//!
//! Looking is opening: each person found leaves a line in the opening log.

use declaration::vocabulary::{Category, purpose};
use store::Db;
use values::{Email, Phone, RecordId, SubjectId};
use vault::{Actor, Ask, LookUp, Permit, Personal, Sealed, Vault, VaultError};

use crate::{account::by_customer_no, contact::CustomerContact};

/// At most so many are shown; more is no answer.
const AT_MOST: usize = 20;

/// Somebody found at the desk.
pub struct Found {
    /// The person.
    pub subject: SubjectId,
    /// The record of their newest contact.
    pub record: RecordId,
    /// Their newest contact.
    pub contact: Personal<CustomerContact>,
    /// For the rest of the request.
    pub permit: Permit<purpose::Visit>,
}

/// Finds customers by what was typed. People who may not be opened (restricted, forgotten) are left
/// out.
///
/// # Errors
/// When the store fails.
pub async fn look_up(vault: &Vault, actor: Actor, typed: &str) -> Result<Vec<Found>, VaultError> {
    let typed = typed.trim();
    let meant = candidates(vault, typed).await?;
    let asks = meant.subjects.iter().map(|subject| {
        Ask::open(actor, *subject)
            .of(&[Category::Contact])
            .case("desk", 0)
            .bulk()
    });
    let permits = vault.permits::<purpose::Visit>(asks.collect()).await?;
    let mut found = Vec::new();
    for (subject, permit) in permits {
        let permit = match permit {
            Ok(permit) => permit,
            Err(VaultError::Refused(_) | VaultError::Gone) => continue,
            Err(error) => return Err(error),
        };
        let load = move |db: &mut dyn Db| Sealed::<CustomerContact>::load_of(db, subject, 1);
        let Some(sealed) = vault.store().read(load).await?.pop() else {
            continue;
        };
        let contact = vault.open(&permit, &sealed)?;
        if meant.by_name && !has_words(contact.name.reveal(), typed) {
            continue;
        }
        found.push(Found {
            subject,
            record: sealed.id(),
            contact,
            permit,
        });
    }
    found.sort_by_key(|one| std::cmp::Reverse(one.subject));
    Ok(found)
}

struct Candidates {
    subjects: Vec<SubjectId>,
    by_name: bool,
}

async fn candidates(vault: &Vault, typed: &str) -> Result<Candidates, VaultError> {
    let mut look_ups = Vec::new();
    look_ups.extend(Email::parse(typed).ok().as_ref().map(LookUp::email));
    look_ups.extend(Phone::parse(typed).ok().as_ref().map(LookUp::phone));
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit()) {
        look_ups.push(by_customer_no(&digits));
    }
    let mut subjects = Vec::new();
    for look_up in &look_ups {
        subjects.extend(vault.find(look_up).await?);
        // Somebody may be known twice: as who they were before they were forgotten, and since.
        subjects.extend(vault.find_hint(look_up, AT_MOST as i64).await?);
    }
    let by_name = look_ups.is_empty();
    if let (true, Some(hint)) = (by_name, LookUp::name_start(typed)) {
        subjects = vault.find_hint(&hint, AT_MOST as i64).await?;
    }
    subjects.sort_unstable();
    subjects.dedup();
    Ok(Candidates { subjects, by_name })
}

/// Every word typed begins a word of the name.
fn has_words(name: &str, typed: &str) -> bool {
    let split = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let name = split(name);
    split(typed)
        .iter()
        .all(|start| name.iter().any(|word| word.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::has_words;

    #[test]
    fn each_word_typed_begins_a_word_of_the_name() {
        assert!(has_words("Kari Mette Nordmann", "nor kar"));
        assert!(has_words("Bjørn-Åge Øst", "åge"));
        assert!(!has_words("Kari Nordmann", "kari h"));
        assert!(!has_words("Kari Nordmann", "mann"));
    }
}

//! Telling the service of people: whether anybody may be told of is asked in the very transaction that
//! writes down that they are; an address it does not take is listed, and keeps no other waiting.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use customers::disclosures::{self, Entry};
use declaration::vocabulary::{Category, Purpose};
use store::{Db, Value, bytes};
use values::{JobId, SubjectId};
use vault::{Vault, VaultError};

use crate::{
    Failure, Told,
    account::Failing,
    accounts::{Account, RECIPIENT},
    lines::{Mark, Opened, State},
    push::{state, write},
    sql, stands,
};

/// Asks once more and writes down, in one transaction, who is being told of; then tells.
pub(crate) async fn tell(
    vault: &Vault,
    account: &Account,
    new: Vec<Opened>,
) -> Result<u64, Failing> {
    let may = claim(vault, account, &new).await?;
    let records: HashMap<SubjectId, i64> =
        new.iter().map(|one| (one.subject, one.record)).collect();
    let people: Vec<Told> = new
        .into_iter()
        .filter(|one| may.contains(&one.subject))
        .map(told)
        .collect();
    if people.is_empty() {
        return Ok(0);
    }
    let refused = each(account, &people, Call::Put).await?;
    let mut batch = Vec::with_capacity(people.len() * 2);
    for one in &people {
        let subject = SubjectId::from_raw(one.external_id);
        if refused.contains(&one.external_id) {
            batch.push(state(vault, account, subject, State::Not));
            batch.push(refuse(vault, account, subject, &records));
        } else {
            batch.push(state(vault, account, subject, State::Told));
            batch.push(taken(account, subject));
        }
    }
    write(vault, batch).await?;
    Ok((people.len() - refused.len()) as u64)
}

/// So many refused one by one, and not one taken: it is the service, and no address.
const ALL_REFUSED: usize = 5;

/// What is told of them.
#[derive(Clone, Copy)]
enum Call {
    /// That they are to be on the list.
    Put,
    /// That their address is another.
    Correct,
}

/// Tells. A call is refused as a whole for the sake of one row: it is halved until the row
/// stands alone. Answers who was refused.
async fn each(account: &Account, people: &[Told], call: Call) -> Result<BTreeSet<i64>, Failure> {
    let mut refused = BTreeSet::new();
    let mut taken = 0;
    let mut left = vec![people];
    while let Some(some) = left.pop() {
        let result = match call {
            Call::Put => account.service.put(some).await,
            Call::Correct => account.service.correct(some).await,
        };
        match result {
            Ok(()) => taken += some.len(),
            Err(Failure::Malformed) if some.len() > 1 => {
                let (first, second) = some.split_at(some.len() / 2);
                left.extend([second, first]);
            }
            Err(Failure::Malformed) => {
                refused.extend(some.iter().map(|one| one.external_id));
                if taken == 0 && refused.len() >= ALL_REFUSED {
                    return Err(Failure::Malformed);
                }
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok(refused)
}

fn refuse(
    vault: &Vault,
    account: &Account,
    subject: SubjectId,
    records: &HashMap<SubjectId, i64>,
) -> (store::Sql, Vec<Value>) {
    let values = vec![
        account.controller.get().into(),
        subject.get().into(),
        records.get(&subject).copied().unwrap_or_default().into(),
        vault.world().now().millis().into(),
    ];
    (sql::REFUSE, values)
}

pub(crate) fn taken(account: &Account, subject: SubjectId) -> (store::Sql, Vec<Value>) {
    let values = vec![account.controller.get().into(), subject.get().into()];
    (sql::TAKEN, values)
}

fn told(one: Opened) -> Told {
    Told {
        email: one.email,
        first_name: one.first_name,
        external_id: one.subject.get(),
    }
}

/// One who is about to be told of: whom, by which mark, the disclosure's id, and the row that says so.
type Claimed = (SubjectId, Mark, JobId, (store::Sql, Vec<Value>));

/// Of a thousand ids made in one instant two may be the same: then all of it is done again.
pub(crate) async fn claim(
    vault: &Vault,
    account: &Account,
    new: &[Opened],
) -> Result<BTreeSet<SubjectId>, VaultError> {
    vault::again(|| claim_once(vault, account, new)).await
}

async fn claim_once(
    vault: &Vault,
    account: &Account,
    new: &[Opened],
) -> Result<BTreeSet<SubjectId>, VaultError> {
    let (declaration, now, choice) = (vault.declaration(), vault.world().now(), account.choice);
    let rows: Vec<Claimed> = new
        .iter()
        .map(|one| {
            let sending = state(vault, account, one.subject, State::Sending);
            (one.subject, one.mark, vault.world().id(), sending)
        })
        .collect();
    let write = move |db: &mut dyn Db| {
        let mut may = BTreeSet::new();
        for (subject, mark, id, (statement, values)) in &rows {
            if !stands::may(db, &declaration, choice, *subject, Some(mark), now)? {
                continue;
            }
            // Already so after a kill: then it is written down that they were told of.
            if db.exec(statement, values)? == 1 {
                disclosures::enter_in(db, *id, &entry(*subject, choice.controller), now)?;
            }
            may.insert(*subject);
        }
        Ok(may)
    };
    Ok(vault.store().write(write).await?)
}

fn entry(subject: SubjectId, controller: values::ControllerId) -> Entry {
    Entry {
        subject,
        recipient: RECIPIENT,
        categories: vec![Category::Marketing],
        purpose: Purpose::Newsletter,
        controller,
    }
}

/// Tells the service of a changed address, by our own number (GDPR Art. 19).
pub(crate) async fn correct(
    vault: &Vault,
    account: &Account,
    changed: Vec<Opened>,
) -> Result<u64, Failing> {
    if changed.is_empty() {
        return Ok(0);
    }
    let may = vault::again(|| may_correct(vault, account, &changed)).await?;
    // The new address may not be written to: the mark is renewed, and the next look stops the old one.
    let mut renew: BTreeMap<i64, _> = changed
        .iter()
        .map(|one| (one.subject.get(), renewed(account, one)))
        .collect();
    let records: HashMap<SubjectId, i64> = changed
        .iter()
        .map(|one| (one.subject, one.record))
        .collect();
    let people: Vec<Told> = changed
        .into_iter()
        .filter(|one| may.contains(&one.subject))
        .map(told)
        .collect();
    let refused = each(account, &people, Call::Correct).await?;
    for subject in &refused {
        let row = refuse(vault, account, SubjectId::from_raw(*subject), &records);
        renew.insert(*subject, row);
    }
    let done = people.iter().map(|one| one.external_id);
    let done = done.filter(|subject| !refused.contains(subject));
    let done = done.map(|subject| taken(account, SubjectId::from_raw(subject)));
    let batch = renew.into_values().chain(done);
    write(vault, batch.collect()).await?;
    Ok((people.len() - refused.len()) as u64)
}

/// Who may be told of with their new address; that they are is written down.
async fn may_correct(
    vault: &Vault,
    account: &Account,
    changed: &[Opened],
) -> Result<BTreeSet<SubjectId>, VaultError> {
    let (declaration, now, choice) = (vault.declaration(), vault.world().now(), account.choice);
    let rows: Vec<(SubjectId, Mark, JobId)> = changed
        .iter()
        .map(|one| (one.subject, one.mark, vault.world().id()))
        .collect();
    let ask = move |db: &mut dyn Db| {
        let mut may = BTreeSet::new();
        for (subject, mark, id) in &rows {
            if stands::may(db, &declaration, choice, *subject, Some(mark), now)? {
                disclosures::enter_in(db, *id, &entry(*subject, choice.controller), now)?;
                may.insert(*subject);
            }
        }
        Ok(may)
    };
    Ok(vault.store().write(ask).await?)
}

fn renewed(account: &Account, one: &Opened) -> (store::Sql, Vec<Value>) {
    let values = vec![
        account.controller.get().into(),
        one.subject.get().into(),
        bytes(one.mark),
        one.record.into(),
    ];
    (sql::RENEW, values)
}

//! What is said here goes to the service: who is put on the list, who is stopped, whose address has
//! changed. Whether anybody may be told of is asked in the very transaction that writes down that they
//! are being told of; each step can be done again after a kill, to the same end.

use std::collections::{BTreeSet, HashMap};

use customers::disclosures::{self, Entry};
use declaration::vocabulary::{Category, Purpose};
use store::{Db, Value, bytes};
use values::{JobId, SubjectId};
use vault::{Vault, VaultError};

use crate::{
    BULK, Failure, Held, Standing, Told,
    account::Failing,
    accounts::{Account, RECIPIENT},
    hear::{Kind, Word, heard, take},
    lines::{self, Line, Mark, Opened, Seen, State},
    shelf::Shelf,
    sql,
};

/// Changes rows of this slice together.
async fn write(vault: &Vault, batch: Vec<(store::Sql, Vec<Value>)>) -> Result<(), VaultError> {
    let all = move |db: &mut dyn Db| {
        for (statement, values) in &batch {
            db.exec(statement, values)?;
        }
        Ok(())
    };
    Ok(vault.store().write(all).await?)
}

fn state(
    vault: &Vault,
    account: &Account,
    subject: SubjectId,
    state: State,
) -> (store::Sql, Vec<Value>) {
    let now = vault.world().now().millis();
    let values = vec![
        account.controller.get().into(),
        subject.get().into(),
        state.as_str().into(),
        now.into(),
    ];
    (sql::STATE, values)
}

/// Somebody took them off the list there by hand, and they may still be on it: to be told of anew.
pub(crate) async fn missing(
    vault: &Vault,
    account: &Account,
    subjects: &[i64],
) -> Result<(), VaultError> {
    let subjects = subjects.iter().copied().map(SubjectId::from_raw);
    let batch = subjects.map(|subject| state(vault, account, subject, State::Not));
    write(vault, batch.collect()).await
}

/// Stopped there by us: should it come back as an event, it is our own echo.
fn stopped(
    vault: &Vault,
    account: &Account,
    subject: SubjectId,
    mark: Mark,
) -> Vec<(store::Sql, Vec<Value>)> {
    let now = vault.world().now().millis();
    let heard = vec![
        account.controller.get().into(),
        Kind::Ours.as_str().into(),
        bytes(mark),
        now.into(),
        now.into(),
        now.into(),
    ];
    vec![
        state(vault, account, subject, State::Stopped),
        (sql::HEAR, heard),
    ]
}

fn drop_line(account: &Account, subject: SubjectId) -> (store::Sql, Vec<Value>) {
    let values = vec![account.controller.get().into(), subject.get().into()];
    (sql::DROP_LINE, values)
}

/// Stops those who may not be written to any more, and takes those out whose address is gone here.
/// One that fails does not keep the others waiting, unless nobody answers.
pub(crate) async fn stops(vault: &Vault, account: &Account, seen: &[Seen]) -> Result<u64, Failing> {
    let mut shelf = None;
    let (mut done, mut trouble) = (0, None);
    for one in seen {
        let Some(line) = one.line else { continue };
        let gone = one.record.is_none();
        if !gone && (one.may || !line.state.is_there()) {
            continue;
        }
        let result = end(vault, account, &mut shelf, (one.subject, line), gone).await;
        match result {
            Ok(()) if gone => write(vault, vec![drop_line(account, one.subject)]).await?,
            Ok(()) => write(vault, stopped(vault, account, one.subject, line.mark)).await?,
            Err(failure) if failure.is_passing() || failure == Failure::Refused => {
                return Err(failure.into());
            }
            Err(failure) => {
                trouble = Some(failure);
                continue;
            }
        }
        done += 1;
    }
    trouble.map_or(Ok(done), |failure| Err(failure.into()))
}

async fn end(
    vault: &Vault,
    account: &Account,
    shelf: &mut Option<Shelf>,
    (subject, line): (SubjectId, Line),
    gone: bool,
) -> Result<(), Failure> {
    if line.state == State::Not {
        return Ok(());
    }
    let ids: Vec<i64> = match line.there {
        Some(id) => vec![id],
        // The address is not opened for this: the service's own list says which number it has.
        None => {
            if shelf.is_none() {
                *shelf = Some(Shelf::ask(vault, account).await?);
            }
            let rows = shelf.as_ref().map(|shelf| shelf.rows.as_slice());
            let rows = rows.unwrap_or_default().iter();
            let own = |mark: &Option<Mark>, held: &Held| {
                *mark == Some(line.mark) || held.external_id == Some(subject.get())
            };
            rows.filter(|(mark, held)| own(mark, held))
                .map(|(_, held)| held.id)
                .collect()
        }
    };
    for id in ids {
        if gone {
            account.service.remove(id).await?;
        } else {
            account.service.stop_by_id(id).await?;
        }
    }
    Ok(())
}

/// Puts those on the list who may be on it, and are not, and corrects changed addresses.
pub(crate) async fn puts(vault: &Vault, account: &Account, seen: &[Seen]) -> Result<u64, Failing> {
    let wanted = |one: &&Seen| {
        let pending = one
            .line
            .is_some_and(|line| matches!(line.state, State::Not | State::Sending) && one.may);
        (one.is_new() && one.might) || pending
    };
    let subjects: Vec<SubjectId> = seen.iter().filter(wanted).map(|one| one.subject).collect();
    if subjects.is_empty() {
        return Ok(0);
    }
    let before: HashMap<SubjectId, Line> = seen
        .iter()
        .filter_map(|one| one.line.map(|line| (one.subject, line)))
        .collect();
    // Nobody is put who is there already: what the service makes of a second time is not known.
    let shelf = Shelf::ask(vault, account).await?;
    let mut done = 0;
    for some in subjects.chunks(BULK) {
        let opened = lines::open(vault, some.to_vec()).await?;
        let (changed, new): (Vec<Opened>, Vec<Opened>) = opened.into_iter().partition(|one| {
            before
                .get(&one.subject)
                .is_some_and(|line| line.state.is_there() && line.record != one.record)
        });
        done += correct(vault, account, changed).await?;
        remember(vault, account, &new).await?;
        done += put(vault, account, &shelf, new).await?;
    }
    Ok(done)
}

/// Remembers the mark of an address, so that it need not be opened again.
async fn remember(vault: &Vault, account: &Account, new: &[Opened]) -> Result<(), VaultError> {
    let (controller, now) = (account.controller.get(), vault.world().now().millis());
    let batch = new.iter().flat_map(|one| {
        let key = [controller.into(), one.subject.get().into()];
        let what = [bytes(one.mark), one.record.into()];
        let renew: Vec<Value> = key.into_iter().chain(what).collect();
        let mut first = renew.clone();
        first.push(now.into());
        [(sql::REMEMBER, first), (sql::RENEW, renew)]
    });
    write(vault, batch.collect()).await
}

async fn put(
    vault: &Vault,
    account: &Account,
    shelf: &Shelf,
    new: Vec<Opened>,
) -> Result<u64, Failing> {
    let mut known = None;
    let (mut to_tell, mut there) = (Vec::new(), Vec::new());
    for one in new {
        match shelf.of(&one.mark) {
            None => to_tell.push(one),
            // A standing we have no word for is left alone: nobody's no is made of it.
            Some(row) if matches!(row.standing, Standing::Active | Standing::Other) => {
                there.push((one, row.id));
            }
            Some(row) => {
                let kind = match row.standing {
                    Standing::Bounced => Kind::Bounced,
                    _ => Kind::Unsubscribed,
                };
                if known.is_none() {
                    known = Some(heard(vault, account).await?);
                }
                if let Some(known) = known.as_mut() {
                    no_there(vault, account, known, kind, &one).await?;
                }
            }
        }
    }
    note_there(vault, account, there).await?;
    tell(vault, account, to_tell).await
}

/// They are there already, sent by us before a kill or by somebody else: they are on the list of those
/// whom the service has data about, and nothing is sent.
async fn note_there(
    vault: &Vault,
    account: &Account,
    there: Vec<(Opened, i64)>,
) -> Result<(), VaultError> {
    let (opened, ids): (Vec<Opened>, Vec<i64>) = there.into_iter().unzip();
    let may = claim(vault, account, &opened).await?;
    let mut batch = Vec::new();
    for (one, id) in opened.iter().zip(ids) {
        let key = [account.controller.get().into(), one.subject.get().into()];
        batch.push((sql::THERE, key.into_iter().chain([id.into()]).collect()));
        if may.contains(&one.subject) {
            batch.push(state(vault, account, one.subject, State::Told));
        }
    }
    write(vault, batch).await
}

/// Says no there already: known of it, it is a yes given after it; not known of it, it is a no now.
async fn no_there(
    vault: &Vault,
    account: &Account,
    known: &mut crate::hear::Heard,
    kind: Kind,
    one: &Opened,
) -> Result<(), VaultError> {
    if !known.ever(kind, one.mark) {
        let word = Word {
            kind,
            email: &one.email,
            at: None,
            id: None,
        };
        take(vault, account, known, &word).await?;
    }
    write(
        vault,
        vec![state(vault, account, one.subject, State::Stopped)],
    )
    .await
}

/// Asks once more and writes down, in one transaction, who is being told of; then tells.
async fn tell(vault: &Vault, account: &Account, new: Vec<Opened>) -> Result<u64, Failing> {
    let may = claim(vault, account, &new).await?;
    let people: Vec<Told> = new
        .into_iter()
        .filter(|one| may.contains(&one.subject))
        .map(told)
        .collect();
    if people.is_empty() {
        return Ok(0);
    }
    account.service.put(&people).await?;
    let subjects = people
        .iter()
        .map(|one| SubjectId::from_raw(one.external_id));
    let batch = subjects.map(|subject| state(vault, account, subject, State::Told));
    write(vault, batch.collect()).await?;
    Ok(people.len() as u64)
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

async fn claim(
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
            if !lines::may(db, &declaration, choice, *subject, Some(mark), now)? {
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
async fn correct(vault: &Vault, account: &Account, changed: Vec<Opened>) -> Result<u64, Failing> {
    if changed.is_empty() {
        return Ok(0);
    }
    let (declaration, now, choice) = (vault.declaration(), vault.world().now(), account.choice);
    let rows: Vec<(SubjectId, Mark, JobId)> = changed
        .iter()
        .map(|one| (one.subject, one.mark, vault.world().id()))
        .collect();
    let ask = move |db: &mut dyn Db| {
        let mut may = BTreeSet::new();
        for (subject, mark, id) in &rows {
            if lines::may(db, &declaration, choice, *subject, Some(mark), now)? {
                disclosures::enter_in(db, *id, &entry(*subject, choice.controller), now)?;
                may.insert(*subject);
            }
        }
        Ok(may)
    };
    let may = vault.store().write(ask).await.map_err(VaultError::from)?;
    // The new address may not be written to: the mark is renewed, and the next look stops the old one.
    let renew: Vec<_> = changed.iter().map(|one| renewed(account, one)).collect();
    let people: Vec<Told> = changed
        .into_iter()
        .filter(|one| may.contains(&one.subject))
        .map(told)
        .collect();
    account.service.correct(&people).await?;
    write(vault, renew).await?;
    Ok(people.len() as u64)
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

//! What is said here goes to the service: who is put on the list, who is stopped, whose address has
//! changed. Whether anybody may be told of is asked in the very transaction that writes down that they
//! are being told of; each step can be done again after a kill, to the same end.

use std::collections::HashMap;

use store::{Db, Value, bytes};
use values::SubjectId;
use vault::{Vault, VaultError};

use crate::{
    BULK, Failure, Held, Standing,
    account::Failing,
    accounts::Account,
    hear::{Kind, Word, heard, take},
    lines::{self, Line, Mark, Opened, Seen, State},
    shelf::Shelf,
    sql,
    tell::{claim, correct, taken, tell},
};

/// Changes rows of this slice together.
pub(crate) async fn write(
    vault: &Vault,
    batch: Vec<(store::Sql, Vec<Value>)>,
) -> Result<(), VaultError> {
    let all = move |db: &mut dyn Db| {
        for (statement, values) in &batch {
            db.exec(statement, values)?;
        }
        Ok(())
    };
    Ok(vault.store().write(all).await?)
}

/// A step further.
pub(crate) fn state(
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

/// Made active there again by a person, and may be written to: from now on a no is told there again.
pub(crate) async fn back(
    vault: &Vault,
    account: &Account,
    subjects: Vec<SubjectId>,
) -> Result<(), VaultError> {
    let batch = subjects.into_iter();
    let batch = batch.map(|subject| state(vault, account, subject, State::Told));
    write(vault, batch.collect()).await
}

/// Stopped there, and said yes here since: from now on a no is told there anew, whatever somebody has
/// done there by hand meanwhile.
pub(crate) async fn again(
    vault: &Vault,
    account: &Account,
    seen: &[Seen],
) -> Result<(), VaultError> {
    let stopped = |one: &&Seen| one.line.is_some_and(|line| line.state == State::Stopped);
    let new = seen.iter().filter(stopped);
    let new = new.filter(|one| one.may && !one.is_new());
    let batch = new.map(|one| state(vault, account, one.subject, State::Again));
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
            Ok(()) if gone => {
                let rows = [drop_line(account, one.subject), taken(account, one.subject)];
                write(vault, rows.into()).await?;
            }
            Ok(()) => write(vault, stopped(vault, account, one.subject, line.mark)).await?,
            Err(Failing::Service(failure @ (Failure::Malformed | Failure::Unknown))) => {
                trouble = Some(failure);
                continue;
            }
            Err(failing) => return Err(failing),
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
) -> Result<(), Failing> {
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
        !one.refused && ((one.is_new() && one.might) || pending)
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
            batch.push(taken(account, one.subject));
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

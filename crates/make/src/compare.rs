//! Both sides next to each other: what is to be done so that they agree, and an account of it by
//! numbers. Who is unknown here is stopped there only after a person has looked at the numbers once.

use std::collections::{BTreeMap, BTreeSet};

use store::{Db, Value, bytes, plain};
use values::{JobId, Moment, SubjectId};
use vault::{Vault, VaultError};

use crate::{
    Standing,
    account::{self, Failing, note},
    accounts::Account,
    hear::{Kind, Word, heard, take_all},
    lines::{self, Seen, State, is_suppressed},
    plan::{Here, Plan, There, plan},
    push,
    shelf::Shelf,
    sql, stands,
};

/// Reports older than this go.
const KEEP_DAYS: i64 = 400;

/// Numbers by reason: `match`, `no_yes`, `unknown`, `suppressed`, `unsubscribed`, `bounced`, `other`,
/// `not_an_address`, `missing`, `unread`.
pub type Counts = BTreeMap<&'static str, i64>;

/// Every reason, in the order they are shown.
pub const REASONS: &[&str] = &[
    "match",
    "missing",
    "no_yes",
    "suppressed",
    "unknown",
    "unsubscribed",
    "bounced",
    "other",
    "not_an_address",
    "unread",
];

/// A row there that is refused for want of a basis.
const REFUSED: &[&str] = &["no_yes", "suppressed", "unknown"];

struct Sides {
    shelf: Shelf,
    seen: Vec<Seen>,
}

impl Sides {
    async fn read(vault: &Vault, account: &Account) -> Result<Self, Failing> {
        let shelf = Shelf::ask(vault, account).await?;
        let seen = stands::survey(vault, account.choice).await?;
        Ok(Self { shelf, seen })
    }

    fn there(&self) -> Vec<There> {
        let row = |(mark, held): &(Option<lines::Mark>, crate::Held)| {
            mark.map(|mark| There {
                mark,
                id: held.id,
                standing: held.standing,
            })
        };
        self.shelf.rows.iter().filter_map(row).collect()
    }

    fn here(&self) -> Vec<Here> {
        let row = |one: &Seen| {
            one.line.map(|line| Here {
                mark: line.mark,
                subject: one.subject.get(),
                may: one.may,
            })
        };
        self.seen.iter().filter_map(row).collect()
    }

    /// Whom the service does not take is not tried again before a day is over.
    fn plan(&self) -> Plan {
        let mut plan = plan(&self.there(), &self.here());
        let refused = self.seen.iter().filter(|one| one.refused);
        let refused: BTreeSet<i64> = refused.map(|one| one.subject.get()).collect();
        plan.put.retain(|subject| !refused.contains(subject));
        plan
    }

    /// Stopped, said yes again here, and made active there by hand since: they are on the list.
    fn back(&self) -> Vec<SubjectId> {
        let is_back = |one: &&Seen| {
            one.line.is_some_and(|line| {
                let there = self.shelf.of(&line.mark);
                matches!(line.state, State::Stopped | State::Again)
                    && one.may
                    && there.is_some_and(|row| row.standing == Standing::Active)
            })
        };
        self.seen
            .iter()
            .filter(is_back)
            .map(|one| one.subject)
            .collect()
    }
}

/// What is there, by numbers. Changes nothing.
async fn counts(vault: &Vault, account: &Account, sides: &Sides) -> Result<Counts, VaultError> {
    let plan = sides.plan();
    let mut counts = Counts::new();
    counts.insert("missing", plan.put.len() as i64);
    counts.insert("unread", sides.shelf.unread);
    let known: BTreeMap<lines::Mark, bool> =
        sides.here().iter().map(|row| (row.mark, row.may)).collect();
    let mut open = Vec::new();
    for (mark, held) in &sides.shelf.rows {
        let reason = match (mark, held.standing) {
            (None, _) => "not_an_address",
            (_, Standing::Unsubscribed) => "unsubscribed",
            (_, Standing::Bounced) => "bounced",
            (Some(mark), Standing::Active) if known.get(mark) == Some(&true) => "match",
            (Some(mark), Standing::Other) if known.get(mark) == Some(&true) => "other",
            (Some(mark), Standing::Active | Standing::Other) => {
                open.push(*mark);
                continue;
            }
        };
        *counts.entry(reason).or_default() += 1;
    }
    let choice = account.choice;
    let read = move |db: &mut dyn Db| {
        let mut reasons = Vec::with_capacity(open.len());
        for mark in &open {
            let values = ["email".into(), bytes(*mark)];
            reasons.push(if is_suppressed(db, mark, choice)? {
                "suppressed"
            } else if db.opt(&vault::sql::BLIND, &values)?.is_some() || known.contains_key(mark) {
                "no_yes"
            } else {
                "unknown"
            });
        }
        Ok(reasons)
    };
    for reason in vault.store().read_long(read).await? {
        *counts.entry(reason).or_default() += 1;
    }
    Ok(counts)
}

/// Looks at the service and writes down what was found, for a person to look at.
pub(crate) async fn preview(
    vault: &Vault,
    account: &Account,
    by: Option<SubjectId>,
) -> Result<(), Failing> {
    let sides = Sides::read(vault, account).await?;
    let counts = counts(vault, account, &sides).await?;
    Ok(report(vault, account, &counts, by, false).await?)
}

/// Makes both sides agree, and looks whether they do.
pub(crate) async fn agree(
    vault: &Vault,
    account: &Account,
    by: Option<SubjectId>,
    stop_unknown: bool,
) -> Result<(), Failing> {
    crate::hear::listen(vault, account).await?;
    let sides = Sides::read(vault, account).await?;
    let counts = counts(vault, account, &sides).await?;
    bring_home(vault, account, &sides.shelf).await?;
    number(vault, account, &sides).await?;
    push::missing(vault, account, &sides.plan().put).await?;
    push::back(vault, account, sides.back()).await?;
    let seen = stands::survey(vault, account.choice).await?;
    push::stops(vault, account, &seen).await?;
    push::puts(vault, account, &seen).await?;
    let sides = Sides::read(vault, account).await?;
    let first = sides.plan();
    for row in &first.stop {
        account.service.stop_by_id(row.id).await?;
    }
    for row in &first.unknown {
        let now = vault.world().now();
        let stopped = stop_unknown.then_some(now);
        if stop_unknown {
            account.service.stop_by_id(row.id).await?;
        }
        unknown(vault, account, row, now, stopped).await?;
    }
    let sides = Sides::read(vault, account).await?;
    let left = sides.plan();
    let in_step = left.put.is_empty() && left.stop.is_empty() && left.unknown.is_empty();
    number(vault, account, &sides).await?;
    report(vault, account, &counts, by, stop_unknown).await?;
    let now: Value = vault.world().now().millis().into();
    note(
        vault,
        account.controller,
        sql::COMPARED,
        vec![now, in_step.into()],
    )
    .await?;
    Ok(())
}

/// What the list there says and no event said: a no, or letters that come back.
async fn bring_home(vault: &Vault, account: &Account, shelf: &Shelf) -> Result<(), Failing> {
    let mut known = heard(vault, account).await?;
    let mut words = Vec::new();
    for (mark, held) in &shelf.rows {
        let kind = match held.standing {
            Standing::Unsubscribed => Kind::Unsubscribed,
            Standing::Bounced => Kind::Bounced,
            Standing::Active | Standing::Other => continue,
        };
        if let (Some(mark), Some(email)) = (mark, &held.email)
            && !known.ever(kind, *mark)
        {
            words.push(Word {
                kind,
                email,
                at: None,
                id: None,
            });
        }
    }
    take_all(vault, account, &mut known, words).await?;
    Ok(())
}

/// Remembers the service's own numbers.
async fn number(vault: &Vault, account: &Account, sides: &Sides) -> Result<(), VaultError> {
    let mut batch: Vec<Vec<Value>> = Vec::new();
    for one in &sides.seen {
        let Some(line) = one.line else { continue };
        let there = sides.shelf.of(&line.mark).map(|row| row.id);
        if there.is_some() && there != line.there {
            let key = [account.controller.get().into(), one.subject.get().into()];
            batch.push(key.into_iter().chain([there.into()]).collect());
        }
    }
    let write = move |db: &mut dyn Db| {
        let mut each = batch.iter();
        each.try_for_each(|values| db.exec(&sql::THERE, values).map(|_| ()))
    };
    Ok(vault.store().write(write).await?)
}

async fn unknown(
    vault: &Vault,
    account: &Account,
    row: &There,
    first: Moment,
    stopped: Option<Moment>,
) -> Result<(), VaultError> {
    let rest = vec![
        row.id.into(),
        bytes(row.mark),
        first.millis().into(),
        stopped.map(Moment::millis).into(),
    ];
    note(vault, account.controller, sql::UNKNOWN, rest).await
}

async fn report(
    vault: &Vault,
    account: &Account,
    counts: &Counts,
    by: Option<SubjectId>,
    done: bool,
) -> Result<(), VaultError> {
    let now = vault.world().now();
    let id: JobId = vault.world().id();
    let controller = account.controller.get();
    let head: Vec<Value> = vec![
        id.get().into(),
        controller.into(),
        now.millis().into(),
        by.map(SubjectId::get).into(),
        done.into(),
    ];
    let counts: Vec<(&'static str, i64)> = counts.iter().map(|(reason, n)| (*reason, *n)).collect();
    let old = [controller.into(), now.plus_days(-KEEP_DAYS).millis().into()];
    let write = move |db: &mut dyn Db| {
        db.exec(&sql::TIDY_COUNTS, &old)?;
        db.exec(&sql::TIDY_REPORTS, &old)?;
        db.exec(&sql::REPORT, &head)?;
        for (reason, n) in counts.iter().filter(|(_, n)| *n > 0) {
            db.exec(&sql::COUNT, &[id.get().into(), plain(*reason), (*n).into()])?;
        }
        Ok(())
    };
    Ok(vault.store().write(write).await?)
}

/// An account of what was found there.
#[derive(Clone, Debug)]
pub struct Report {
    /// When.
    pub at: Moment,
    /// Whether what it says has been carried out.
    pub done: bool,
    /// Numbers by reason.
    pub counts: Counts,
}

impl Report {
    /// How many are refused for want of a basis.
    #[must_use]
    pub fn refused(&self) -> i64 {
        REFUSED
            .iter()
            .filter_map(|reason| self.counts.get(reason))
            .sum()
    }
}

/// The newest accounts, newest first.
///
/// # Errors
/// When the store fails.
pub async fn reports(
    vault: &Vault,
    controller: values::ControllerId,
    at_most: i64,
) -> Result<Vec<Report>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let mut all = Vec::new();
        for row in db.all(&sql::REPORTS, &[controller.get().into(), at_most.into()])? {
            let mut counts = Counts::new();
            for line in db.all(&sql::COUNTS, &[row.i64("id")?.into()])? {
                let word = line.text("reason")?;
                if let Some(reason) = REASONS.iter().find(|one| **one == word) {
                    counts.insert(reason, line.i64("n")?);
                }
            }
            all.push(Report {
                at: Moment::from_millis(row.i64("at")?),
                done: row.bool("done")?,
                counts,
            });
        }
        Ok(all)
    };
    Ok(vault.store().read(read).await?)
}

/// A person has looked at the numbers, and says so: from now on what has no basis here is stopped
/// there by itself.
pub(crate) async fn agreed(vault: &Vault, account: &Account) -> Result<(), VaultError> {
    let now = vault.world().now().millis();
    account::note(vault, account.controller, sql::AGREED, vec![now.into()]).await
}

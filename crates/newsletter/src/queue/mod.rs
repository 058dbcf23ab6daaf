//! The queue: who is to get a campaign, by ids. Nothing is lost when the process dies at any moment: a
//! claimed row comes up again after its lease, and the copy bears the same Message-ID. What was sent is
//! marked before the next message of the same hands leaves.

mod attempt;
mod fetched;
mod gates;
mod opened;
mod returned;
mod settle;
pub(crate) mod sql;
mod streak;
mod turn;

use std::collections::BTreeMap;

use declaration::vocabulary::Purpose;
use store::{Db, Row, StoreError};
use values::{Moment, SubjectId};
use vault::{Vault, VaultError, audience};

use crate::{
    campaign::{self, Campaign, State},
    recalls,
    topics::CHANNEL,
};

pub use fetched::{look_at_horizon, was_fetched_back};
pub use returned::{Back, returned};
pub use turn::{Pace, Postal, Turned};

/// So many are put on the list at once.
const PAGE: i64 = 2_000;
/// What is known of who got a campaign goes this long after its end.
const KNOWN_DAYS: i64 = 400;

/// Recipients that were taken at once.
pub(crate) struct Batch {
    pub number: i64,
    pub people: Vec<Claimed>,
}

/// A recipient in the hands of a worker.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Claimed {
    pub subject: SubjectId,
    pub attempts: i64,
    pub first_at: Moment,
    /// Whether it was across once and nothing was answered.
    pub doubted: bool,
    /// By which list.
    pub list: List,
}

/// By which list somebody is to get a campaign: it says which of their records holds the address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum List {
    /// They said yes.
    Consent,
    /// They are a customer.
    Customer,
}

impl List {
    /// The word in the table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Customer => "customer",
        }
    }

    /// Of the word in the table.
    pub fn of(word: &str) -> Self {
        if word == Self::Customer.as_str() {
            Self::Customer
        } else {
            Self::Consent
        }
    }
}

/// Campaigns whose time has come begin.
pub(crate) async fn start_due(vault: &Vault) -> Result<(), VaultError> {
    let now = vault.world().now().millis();
    let read = move |db: &mut dyn Db| {
        let rows = db.all(&campaign::sql::DUE, &[now.into()])?;
        rows.iter().map(|row| row.i64("id")).collect()
    };
    let due: Vec<i64> = vault.store().read(read).await?;
    if due.is_empty() {
        return Ok(());
    }
    // A process that dies between the first batch in the database and its number outside has sent
    // nothing: the campaign is known outside before it begins, so that this is not taken for a copy.
    for id in &due {
        fetched::horizon(vault, *id).begin()?;
    }
    let write = move |db: &mut dyn Db| {
        for id in &due {
            db.exec(&campaign::sql::START, &[(*id).into(), now.into()])?;
        }
        Ok(())
    };
    Ok(vault.store().write(write).await?)
}

/// The campaigns under way.
pub(crate) async fn running(vault: &Vault) -> Result<Vec<i64>, VaultError> {
    let read = |db: &mut dyn Db| {
        let rows = db.all(&campaign::sql::RUNNING, &[])?;
        rows.iter().map(|row| row.i64("id")).collect()
    };
    Ok(vault.store().read(read).await?)
}

/// Puts one page of candidates on the list of a campaign: those who have said yes, and where the topic is
/// one for existing customers these too, each once. Whether they may be written to is asked when it is
/// their turn.
pub(crate) async fn build(vault: &Vault, campaign: &Campaign) -> Result<(), VaultError> {
    let now = vault.world().now();
    let (id, about, after) = (campaign.id, campaign.about, campaign.built_to);
    let customers = about.of_customers(&vault.declaration()).is_some();
    let write = move |db: &mut dyn Db| {
        let yes = audience::said_yes(
            db,
            Purpose::Newsletter,
            about.controller,
            CHANNEL,
            about.topic,
            after,
            PAGE,
        )?;
        let bought = if customers {
            audience::bought(db, about.controller, now, after, PAGE)?
        } else {
            Vec::new()
        };
        let (page, whole) = one_page(&yes, &bought);
        let rows = page.iter().map(|(subject, list)| {
            let at = now.millis().into();
            let values = vec![id.into(), subject.get().into(), at, list.as_str().into()];
            (&sql::ADD, values)
        });
        db.many(&rows.collect::<Vec<_>>())?;
        let last = page.last().map_or(after, |(subject, _)| subject.get());
        db.exec(&sql::BUILT, &[id.into(), last.into(), whole.into()])
    };
    vault.store().write(write).await?;
    Ok(())
}

/// Both lists as one, in order, each person once: a yes comes first. A full list may go on behind its last
/// one: nobody after that is taken yet. Answers whether both were read to their ends.
fn one_page(yes: &[SubjectId], bought: &[SubjectId]) -> (Vec<(SubjectId, List)>, bool) {
    let end = |list: &[SubjectId]| {
        let full = list.len() as i64 >= PAGE;
        list.last().copied().filter(|_| full)
    };
    let until = end(yes).into_iter().chain(end(bought)).min();
    let of = |list: &[SubjectId], why: List| -> Vec<(SubjectId, List)> {
        let here = list
            .iter()
            .filter(|id| until.is_none_or(|until| **id <= until));
        here.map(|id| (*id, why)).collect()
    };
    let mut page = of(yes, List::Consent);
    page.extend(of(bought, List::Customer));
    // Stable: of the two entries of one person the yes stays in front.
    page.sort_by_key(|(id, _)| *id);
    page.dedup_by_key(|(id, _)| *id);
    (page, until.is_none())
}

/// Takes what is due. Nothing of it leaves before it is noted outside the database.
pub(crate) async fn claim(
    vault: &Vault,
    id: i64,
    at_most: i64,
    lease_ms: i64,
) -> Result<Batch, VaultError> {
    let now = vault.world().now();
    let write = move |db: &mut dyn Db| {
        let values = [
            id.into(),
            now.millis().into(),
            now.plus_ms(lease_ms).millis().into(),
            at_most.into(),
        ];
        let Some(batch) = db.opt(&sql::BATCH, &[id.into()])? else {
            return Ok(Batch {
                number: 0,
                people: Vec::new(),
            });
        };
        let rows = db.all(&sql::CLAIM, &values)?;
        Ok(Batch {
            number: batch.i64("batch")?,
            people: rows.iter().map(claimed).collect::<Result<_, _>>()?,
        })
    };
    Ok(vault.store().write(write).await?)
}

fn claimed(row: &Row) -> Result<Claimed, StoreError> {
    Ok(Claimed {
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        attempts: row.i64("attempts")?,
        first_at: Moment::from_millis(row.i64("first_at")?),
        doubted: row.opt_text("reason")? == Some(settle::DOUBTED),
        list: List::of(row.text("basis")?),
    })
}

/// Ends a campaign that has nobody left. True when it did.
pub(crate) async fn end_if_empty(vault: &Vault, id: i64) -> Result<bool, VaultError> {
    let now = vault.world().now();
    let write = move |db: &mut dyn Db| {
        let Some(campaign) = campaign::get(db, id)? else {
            return Ok(false);
        };
        let left = db.opt(&sql::LEFT, &[id.into()])?.is_some();
        if left || !campaign.built || campaign.state != State::Running {
            return Ok(false);
        }
        let done = State::Done.as_str();
        Ok(db.exec(
            &campaign::sql::END,
            &[id.into(), done.into(), now.millis().into()],
        )? == 1)
    };
    Ok(vault.store().write(write).await?)
}

/// How far a campaign has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Not yet.
    pub waiting: i64,
    /// Of those: across once and not answered, to be sent once more.
    pub doubted: i64,
    /// Taken by the mail server.
    pub sent: i64,
    /// Across twice and never answered: perhaps arrived, and not sent again.
    pub unsure: i64,
    /// Refused for good.
    pub failed: i64,
    /// Of those sent or refused: came back undelivered.
    pub bounced: i64,
    /// Of those sent or refused: called unwanted by who got it.
    pub complained: i64,
    /// Passed over, by reason.
    pub skipped: BTreeMap<String, i64>,
    /// Sent in the last minute.
    pub a_minute: i64,
    /// Which text went to how many.
    pub texts: Vec<(i64, i64)>,
    /// Of those sent: to somebody who had said yes.
    pub by_consent: i64,
    /// Of those sent: to an existing customer who had not said no.
    pub as_customers: i64,
}

impl Progress {
    /// Everybody on the list.
    #[must_use]
    pub fn all(&self) -> i64 {
        self.waiting + self.sent + self.unsure + self.failed + self.passed_over()
    }

    /// Those passed over.
    #[must_use]
    pub fn passed_over(&self) -> i64 {
        self.skipped.values().sum()
    }

    /// Minutes left at this speed; `None` when it cannot be told.
    #[must_use]
    pub fn minutes_left(&self) -> Option<i64> {
        (self.a_minute > 0 && self.waiting > 0)
            .then(|| (self.waiting + self.a_minute - 1) / self.a_minute)
    }
}

/// How far a campaign has come.
///
/// # Errors
/// When the store fails.
pub async fn progress(vault: &Vault, id: i64) -> Result<Progress, VaultError> {
    let since = vault.world().now().plus_minutes(-1).millis();
    let read = move |db: &mut dyn Db| {
        let mut progress = Progress::default();
        for row in db.all(&sql::COUNT, &[id.into()])? {
            let n = row.i64("n")?;
            match row.text("reason")? {
                "bounced" => progress.bounced += n,
                "complained" => progress.complained += n,
                _ => {}
            }
            match row.text("state")? {
                "sent" => progress.sent += n,
                "failed" => progress.failed += n,
                "unsure" => progress.unsure += n,
                "skipped" => {
                    let reason = row.text("reason")?.to_owned();
                    *progress.skipped.entry(reason).or_default() += n;
                }
                _ => {
                    progress.waiting += n;
                    if row.text("reason")? == settle::DOUBTED {
                        progress.doubted += n;
                    }
                }
            }
        }
        progress.a_minute = db.one(&sql::SINCE, &[id.into(), since.into()])?.i64("n")?;
        for row in db.all(&sql::TEXTS, &[id.into()])? {
            let number = row.opt_i64("revision")?.unwrap_or_default();
            progress.texts.push((number, row.i64("n")?));
        }
        for row in db.all(&sql::BASES, &[id.into()])? {
            match List::of(row.text("basis")?) {
                List::Consent => progress.by_consent += row.i64("n")?,
                List::Customer => progress.as_customers += row.i64("n")?,
            }
        }
        Ok(progress)
    };
    Ok(vault.store().read_long(read).await?)
}

/// Nothing of a forgotten person is left in the tables of this slice.
///
/// # Errors
/// When the store fails.
pub fn forget(db: &mut dyn Db, subject: SubjectId) -> Result<(), StoreError> {
    db.exec(&sql::FORGET, &[subject.get().into()])?;
    db.exec(&recalls::sql::FORGET_VEHICLE, &[subject.get().into()])?;
    db.exec(&sql::FORGET_REMINDERS, &[subject.get().into()])
        .map(|_| ())
}

/// Removes what is known of who got a campaign that ended long ago, and of people who are forgotten.
///
/// # Errors
/// When the store fails.
pub async fn tidy(vault: &Vault) -> Result<u64, VaultError> {
    fetched::tidy(vault).await?;
    let before = vault.world().now().plus_days(-KNOWN_DAYS).millis();
    let write = move |db: &mut dyn Db| {
        db.exec(&sql::TIDY_GONE, &[])?;
        db.exec(&sql::TIDY_REMINDERS, &[])?;
        db.exec(&sql::TIDY, &[before.into()])
    };
    Ok(vault.store().write(write).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(from: i64, n: i64) -> Vec<SubjectId> {
        (from..from + n).map(SubjectId::from_raw).collect()
    }

    #[test]
    fn two_lists_make_one_and_nobody_is_lost_or_twice() {
        let (page, whole) = one_page(&ids(1, 3), &ids(3, 2));
        let got: Vec<_> = page.iter().map(|(id, list)| (id.get(), *list)).collect();
        let (yes, bought) = (List::Consent, List::Customer);
        assert_eq!(got, [(1, yes), (2, yes), (3, yes), (4, bought)]);
        assert!(whole);
        // A full list ends the page at its last: who comes after it waits for the next.
        let (page, whole) = one_page(&ids(1, PAGE), &ids(PAGE - 1, 10));
        assert_eq!(page.len() as i64, PAGE);
        assert!(!whole);
        let (page, whole) = one_page(&[], &ids(1, PAGE));
        assert_eq!((page.len() as i64, whole), (PAGE, false));
        assert_eq!(one_page(&[], &[]), (Vec::new(), true));
    }
}

//! A sweep that asks first. A clock that runs ahead, or a list longer than any night's, may be right
//! (the house was shut for a summer) or wrong (a dead battery); what is destroyed does not come back.
//! So nothing is destroyed and no hold ends until a person says that it is right. Numbers: the rule
//! table, `sweep-jump` and `sweep-share`.

use declaration::RuleTable;
use store::{Db, Row, StoreError};
use values::{Moment, StrandId, SubjectId};

use crate::{SweepReport, Vault, VaultError, sql};

/// A sweep of no more than this many strands is never too large a share of the house.
const FEW: i64 = 100;

/// How long a person's word is good for.
const GOOD_FOR_DAYS: i64 = 1;

/// What is unusual.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// The clock is further past the last sweep than the rule allows.
    Ahead,
    /// The clock is before the last sweep.
    Behind,
    /// More than the rule's share of all strands would go.
    Much,
    /// What would go was written while the clock stood before the last sweep: its date may be years wrong.
    Astray,
}

impl Why {
    /// The word in the database and for texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::Behind => "behind",
            Self::Much => "much",
            Self::Astray => "astray",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::Ahead, Self::Behind, Self::Much, Self::Astray]
            .into_iter()
            .find(|why| why.as_str() == name)
    }
}

/// A question that a sweep asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Its number.
    pub id: i64,
    /// When it was asked, by the clock that is doubted.
    pub at: Moment,
    /// What is unusual.
    pub why: Why,
    /// Strands past their date.
    pub due: i64,
    /// Strands there are.
    pub alive: i64,
    /// When the last sweep ended.
    pub last: Moment,
    /// When a person said that it is right.
    pub confirmed_at: Option<Moment>,
}

impl Doubt {
    /// Whether a person has said that it is right, lately by this clock.
    #[must_use]
    pub fn confirmed(&self, now: Moment) -> bool {
        self.confirmed_at
            .is_some_and(|at| at <= now && now < at.plus_days(GOOD_FOR_DAYS))
    }

    /// In words, for whoever runs the house; pages have their own.
    #[must_use]
    pub fn in_words(&self) -> String {
        let last = self.last.rfc3339();
        match self.why {
            Why::Ahead => format!(
                "the clock says {}, and the last sweep ended {last}: {} of {} strands would go",
                self.at.rfc3339(),
                self.due,
                self.alive
            ),
            Why::Behind => format!(
                "the clock says {}, which is before the last sweep ({last}): set the clock; if it is right, the last sweep's was wrong",
                self.at.rfc3339()
            ),
            Why::Much => format!(
                "{} of {} strands would go at once, more than on any usual night",
                self.due, self.alive
            ),
            Why::Astray => format!(
                "{} strands are past a date that was counted while the clock stood wrong: hold what must stay",
                self.due
            ),
        }
    }
}

/// What became of a night.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Night {
    /// The sweep ran.
    Swept(SweepReport),
    /// Nothing was destroyed: a person is asked.
    Asks(Doubt),
}

fn doubt(row: &Row) -> Result<Doubt, StoreError> {
    let why = Why::from_name(row.text("why")?);
    Ok(Doubt {
        id: row.i64("id")?,
        at: Moment::from_millis(row.i64("at")?),
        why: why.ok_or_else(|| StoreError::Type("sweep_doubt: unknown word".into()))?,
        due: row.i64("due")?,
        alive: row.i64("alive")?,
        last: Moment::from_millis(row.i64("last_at")?),
        confirmed_at: row.opt_i64("confirmed_at")?.map(Moment::from_millis),
    })
}

/// Whether the clock is out of the ordinary. Pure: the clock and the last sweep. A clock that has run
/// ahead is asked about even when nothing is past its date: the sweep would be dated by it.
#[must_use]
pub fn jumped(rules: &RuleTable, now: Moment, last: Option<Moment>) -> Option<Why> {
    let last = last?;
    // A minute of drift between machines is no jump.
    if now.plus_days(1) < last {
        return Some(Why::Behind);
    }
    let rule = rules.at("sweep-jump", last.local_date())?;
    (now >= rule.until(last)).then_some(Why::Ahead)
}

/// Decides. Pure: the clock, the last sweep, what is past its date, what there is.
#[must_use]
pub fn suspicious(
    rules: &RuleTable,
    now: Moment,
    last: Option<Moment>,
    due: i64,
    alive: i64,
) -> Option<Why> {
    let day = now.local_date();
    if let Some(why) = jumped(rules, now, last) {
        return Some(why);
    }
    let share = rules.share("sweep-share", day)?;
    let most = alive.saturating_mul(i64::from(share.basis_points)) / 10_000;
    // The first sweep of a house has no night to be compared with.
    (last.is_some() && due > FEW && due > most).then_some(Why::Much)
}

impl Vault {
    /// The nightly sweep: does what [`Vault::sweep`] does, unless something is unusual and nobody has
    /// said yet that it is right. Then it destroys nothing, releases nothing, and says what it asks.
    ///
    /// # Errors
    /// When the store or the ledger fails.
    pub async fn sweep_or_ask(&self) -> Result<Night, VaultError> {
        let now = self.now();
        let last = self.last_sweep().await?.map(|(ended, _, _)| ended);
        let count = move |db: &mut dyn Db| {
            let at = || now.millis().into();
            let due = db.one(&sql::STRANDS_PAST, &[at()])?.i64("n")?;
            // Counting all is only worth its while when there is something to compare.
            let (alive, astray) = if due > 0 {
                let alive = db.one(&sql::STRANDS_ALIVE, &[])?.i64("n")?;
                (alive, db.one(&sql::STRANDS_ASTRAY, &[at()])?.i64("n")?)
            } else {
                (0, 0)
            };
            Ok((due, alive, astray))
        };
        let (due, alive, astray) = self.inner.store.read_long(count).await?;
        let why = suspicious(&self.rules(), now, last, due, alive);
        // The night of a house whose clock stood wrong asks about what that clock dated.
        let (why, due) = match why {
            None if astray > 0 => (Some(Why::Astray), astray),
            other => (other, due),
        };
        if let (Some(why), Some(last)) = (why, last)
            && !self.said_right(why, now).await?
        {
            return self.ask(why, due, alive, last).await.map(Night::Asks);
        }
        self.sweep().await.map(Night::Swept)
    }

    /// Whether the clock is out of the ordinary and nobody has said that it is right. What is done by
    /// the day of the year waits then.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn clock_in_doubt(&self) -> Result<Option<Why>, VaultError> {
        let now = self.now();
        let last = self.last_sweep().await?.map(|(ended, _, _)| ended);
        match jumped(&self.rules(), now, last) {
            Some(why) if !self.said_right(why, now).await? => Ok(Some(why)),
            _ => Ok(None),
        }
    }

    async fn said_right(&self, why: Why, now: Moment) -> Result<bool, VaultError> {
        let told = self.doubt().await?;
        Ok(told.is_some_and(|one| one.why == why && one.confirmed(now)))
    }

    async fn ask(&self, why: Why, due: i64, alive: i64, last: Moment) -> Result<Doubt, VaultError> {
        let (id, now) = (self.world().id::<StrandId>().get(), self.now());
        let add = move |db: &mut dyn Db| {
            let question = || vec![why.as_str().into(), now.millis().into()];
            db.exec(&sql::DOUBTS_OTHER, &question())?;
            let values = [
                id.into(),
                now.millis().into(),
                why.as_str().into(),
                due.into(),
                alive.into(),
                last.millis().into(),
            ];
            db.exec(&sql::DOUBT_ADD, &values)?;
            db.exec(&sql::DOUBT_SEEN, &question())
        };
        self.inner.store.write(add).await?;
        Ok(Doubt {
            id,
            at: now,
            why,
            due,
            alive,
            last,
            confirmed_at: None,
        })
    }

    /// The question that waits for a person, if there is one.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn doubt(&self) -> Result<Option<Doubt>, VaultError> {
        let read = |db: &mut dyn Db| {
            let row = db.opt(&sql::DOUBT, &[])?;
            row.as_ref().map(doubt).transpose()
        };
        Ok(self.inner.store.read(read).await?)
    }

    /// A person says that it is right; the next sweep goes on. Good for a day.
    ///
    /// # Errors
    /// [`VaultError::Gone`] when it was answered already.
    pub async fn confirm_sweep(&self, doubt: i64, by: SubjectId) -> Result<(), VaultError> {
        let now = self.now();
        let values = [doubt.into(), now.millis().into(), by.get().into()];
        let confirm = move |db: &mut dyn Db| db.exec(&sql::DOUBT_CONFIRM, &values);
        match self.inner.store.write(confirm).await? {
            1 => Ok(()),
            _ => Err(VaultError::Gone),
        }
    }
}

//! What the house does by itself, as a table: what, how often. Each chore runs alone: one that fails (or
//! panics) is logged and named in the house's health until it goes well again, and stops no other.

use std::{
    collections::BTreeMap,
    error::Error,
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use values::Moment;
use vault::Night;
use web::{App, health::Ailment};

use crate::house::House;

/// How often the table is looked at.
const ROUND: Duration = Duration::from_secs(60);

type Failure = Box<dyn Error + Send + Sync>;
type Doing = Pin<Box<dyn Future<Output = Result<(), Failure>> + Send>>;

/// How often a chore is done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Often {
    /// At every look.
    Always,
    /// Once a night, before the sweep. Not while the clock is in doubt: what is done by the day of the
    /// year would be done years early.
    BeforeSweep,
    /// Once a night, after the sweep ran or asked about something else than the clock.
    Nightly,
    /// Once in a day and a night, whatever the clock says.
    Daily,
}

/// One line of the table.
struct Chore {
    name: &'static str,
    often: Often,
    run: fn(House, App, Moment) -> Doing,
}

macro_rules! table {
    ($($name:literal $often:ident |$house:pat_param, $app:pat_param, $now:pat_param| $body:expr;)+) => {
        &[$(Chore {
            name: $name,
            often: Often::$often,
            run: |$house, $app, $now| Box::pin(async move { $body; Ok(()) }),
        }),+]
    };
}

/// The table. The sweep itself stands between the two kinds of night.
const TABLE: &[Chore] = table! {
    // What the law keeps of a purchase is copied before its day may come.
    "accounting" BeforeSweep |house, _, _| repairs::accounting::copy_older(&house.vault).await?;
    "overdue_bookings" BeforeSweep |house, _, _| bookings::end_overdue(&house.vault).await?;
    "order_links" Nightly |house, _, _| repairs::cut_links(&house.vault).await?;
    "letters" Nightly |house, _, _| letters::tidy(&house.vault).await?;
    "campaigns" Nightly |house, _, _| newsletter::tidy(&house.vault).await?;
    "service_reminders" Nightly |_, app, _| newsletter::remind(&app).await.map_err(said)?;
    "idempotency_keys" Nightly |house, _, now| forget_keys(&house, now).await?;
    "staff_links" Nightly |house, _, _| staff::chore(&house.vault).await?;
    "statistics" Nightly |house, _, now| statistics(&house, now).await?;
    "customer_links" Nightly |house, _, _| customers::tidy(&house.vault).await?;
    "idle_accounts" Nightly |_, app, _| customers::close_idle(&app).await.map_err(said)?;
    "reservations" Nightly |house, _, _| prospects::wash::forget(&house.vault).await?;
    "sessions" Nightly |_, app, now| app.sessions.sweep(now).await.map_err(said)?;
    "log" Always |house, _, now| crate::log::sign(&house, now).await?;
    // After the sweep: erasures that waited for a hold may be done now, and the person is told.
    "rights" Always |_, app, _| rights::chore(&app).await.map_err(said)?;
    "recalls" Always |_, app, _| newsletter::post_recalls(&app).await.map_err(said)?;
    "prospects" Always |house, _, _| prospects::chore(&house.vault).await?;
    "county_database" Always |house, app, _| county_database(&house, &app).await?;
    "search_words" Always |house, app, now| crate::adapters::keep_words(&house, &app, now).await?;
    "proof" Daily |house, app, _| prove(&house, &app).await?;
};

/// The name under which the sweep stands in health.
const SWEEP: &str = "sweep";

/// What a round could not do.
#[derive(Debug, Default, thiserror::Error)]
#[error("{}", .failed.iter().map(|(name, why)| format!("{name}: {why}")).collect::<Vec<_>>().join("; "))]
pub struct Failed {
    /// The chores that failed, and why.
    pub failed: Vec<(&'static str, String)>,
}

/// Which chores fail, and since when: part of the house's health.
#[derive(Default)]
pub struct Watch(Mutex<BTreeMap<&'static str, Moment>>);

impl Watch {
    /// What came of a chore.
    fn note(&self, name: &'static str, went_well: bool, now: Moment) {
        let mut failing = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if went_well {
            failing.remove(name);
        } else {
            failing.entry(name).or_insert(now);
        }
    }

    /// What fails now, for the house's health.
    #[must_use]
    pub fn ailment(&self) -> Option<Ailment> {
        let failing = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if failing.is_empty() {
            return None;
        }
        let named = failing
            .iter()
            .map(|(name, since)| format!("{name} (since {})", since.rfc3339()));
        Some(Ailment {
            name: "chore_fails",
            count: i64::try_from(failing.len()).unwrap_or(i64::MAX),
            sentence: format!(
                "what the house does by itself fails: {}; the program's log says why",
                named.collect::<Vec<_>>().join(", ")
            ),
        })
    }
}

/// Runs what is due, for as long as the house stands. Every chore may be killed at any instant and
/// does the rest at its next turn.
pub async fn daily(house: House, app: App) {
    loop {
        crate::mail::chore(&house).await;
        // Each failure was logged where it happened, and stands in health.
        let _ = round(&house, &app).await;
        tokio::time::sleep(ROUND).await;
    }
}

/// One look at the table. Answers what the sweep did, if it was due.
///
/// # Errors
/// The chores that failed; all others were done.
pub async fn round(house: &House, app: &App) -> Result<Option<Night>, Failed> {
    let now = house.world.now();
    let mut round = Round {
        house,
        app,
        now,
        failed: Failed::default(),
    };
    let doubted = round.is_doubted().await;
    let due = round.sweep_is_due().await;
    if due && !doubted {
        round.all(Often::BeforeSweep).await;
    }
    let night = if due { round.sweep().await } else { None };
    if due && !doubted {
        round.all(Often::Nightly).await;
    }
    round.all(Often::Always).await;
    if round.proof_is_due().await {
        round.all(Often::Daily).await;
    }
    if round.failed.failed.is_empty() {
        Ok(night)
    } else {
        Err(round.failed)
    }
}

/// A round under way.
struct Round<'a> {
    house: &'a House,
    app: &'a App,
    now: Moment,
    failed: Failed,
}

impl Round<'_> {
    async fn all(&mut self, often: Often) {
        for chore in TABLE.iter().filter(|chore| chore.often == often) {
            let doing = (chore.run)(self.house.clone(), self.app.clone(), self.now);
            // In a task of its own: not even a panic reaches the others.
            let came = match tokio::spawn(doing).await {
                Ok(came) => came,
                Err(error) => Err(Failure::from(error)),
            };
            self.note(chore.name, came);
        }
    }

    /// What came of a chore; its answer, if it went well.
    fn note<T>(&mut self, name: &'static str, came: Result<T, Failure>) -> Option<T> {
        if let Ok(watch) = self.app.service::<Arc<Watch>>() {
            watch.note(name, came.is_ok(), self.now);
        }
        match came {
            Ok(answer) => Some(answer),
            Err(error) => {
                tracing::error!(chore = name, %error, "chore");
                self.failed.failed.push((name, error.to_string()));
                None
            }
        }
    }

    /// Whether the clock is out of the ordinary and nobody has said that it is right. When that cannot
    /// be found out, it is.
    async fn is_doubted(&mut self) -> bool {
        let doubt = self.house.vault.clock_in_doubt().await;
        match self.note("clock", doubt.map_err(Failure::from)) {
            Some(doubt) => doubt.is_some(),
            None => true,
        }
    }

    async fn sweep_is_due(&mut self) -> bool {
        let due = sweep_is_due(self.house, self.now).await;
        self.note("sweep_hour", due).unwrap_or(false)
    }

    async fn sweep(&mut self) -> Option<Night> {
        let night = self.house.vault.sweep_or_ask().await;
        let night = self.note(SWEEP, night.map_err(Failure::from))?;
        match &night {
            Night::Swept(report) => tracing::info!(
                destroyed = report.destroyed,
                held = report.held,
                left = report.left,
                "sweep"
            ),
            Night::Asks(doubt) => tracing::warn!(
                doubt = doubt.in_words(),
                "the sweep asks first: /stab/personvern/sveip, or karosseri sweep --confirm"
            ),
        }
        Some(night)
    }

    async fn proof_is_due(&mut self) -> bool {
        let last = rights::last_run(&self.house.vault).await;
        let Some(last) = self.note("proof_day", last.map_err(Failure::from)) else {
            return false;
        };
        // One that is dated in the future ran by a clock that was wrong.
        last.is_none_or(|run| run.at.plus_days(1) < self.now || is_ahead(run.at, self.now))
    }
}

/// Whether an instant lies in the future by more than machines drift apart.
fn is_ahead(at: Moment, now: Moment) -> bool {
    at > now.plus_days(1)
}

/// Once a day after the hour in the settings, Norwegian time; at once when a day was missed, or when the
/// last sweep is dated in the future: then there is something to ask.
async fn sweep_is_due(house: &House, now: Moment) -> Result<bool, Failure> {
    let hour = jiff::civil::Time::strptime("%H:%M", house.settings.text("sweep_at"))?;
    let today = Moment::at_local(now.local_date(), hour.hour(), hour.minute());
    let due = if now >= today {
        today
    } else {
        today.plus_days(-1)
    };
    let last = house.vault.last_sweep().await?;
    Ok(last.is_none_or(|(ended, _, _)| ended < due || is_ahead(ended, now)))
}

async fn forget_keys(house: &House, now: Moment) -> Result<(), Failure> {
    let forget = move |db: &mut dyn store::Db| bookings::forget_keys(db, now).map(|_| ());
    Ok(house.store().write(forget).await?)
}

async fn statistics(house: &House, now: Moment) -> Result<(), Failure> {
    let smallest = house.settings.text("smallest_count").parse().unwrap_or(5);
    statistics::chore(&house.vault, now, smallest).await?;
    Ok(())
}

/// A file that was replaced is read; one that is damaged leaves the old one in use and stands in health.
async fn county_database(house: &House, app: &App) -> Result<(), Failure> {
    let counter = app.service::<Arc<statistics::Counter>>().map_err(said)?;
    Ok(crate::adapters::look_at_places(house, counter).await?)
}

async fn prove(house: &House, app: &App) -> Result<(), Failure> {
    let around = app.service::<Arc<dyn rights::Around>>().map_err(said)?;
    let proof = rights::prove(&house.vault, around.as_ref()).await?;
    tracing::info!(holds = proof.holds(), fails = proof.fails(), "proof");
    Ok(())
}

/// A slice's error in its own words.
fn said(error: impl std::fmt::Display) -> Failure {
    error.to_string().into()
}

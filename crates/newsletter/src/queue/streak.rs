//! When everybody is refused, it is about us and not about them: a sender that is not allowed, an address
//! on somebody's list. And when nothing is answered, each further letter might arrive twice. Then a
//! campaign stops by itself and says why; whoever was refused for it is on the list again.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use store::Db;
use values::Moment;
use vault::VaultError;

use super::{
    sql,
    turn::{Ended, Postal},
};
use crate::campaign::{self, REFUSED, SILENT};

/// So many in a row, without one that was taken, are no chance.
const MANY: usize = 20;
/// Attempts are noted in another order than they end in, by no more than this. Whoever is put back
/// without need is refused once more.
const NEIGHBOURS_MS: i64 = 60_000;

/// What an attempt tells of the server.
pub(super) enum Told {
    Taken,
    Refused,
    Silent,
    Nothing,
}

impl Told {
    pub const fn of(ended: &Ended) -> Self {
        match ended {
            Ended::Sent(_) => Self::Taken,
            Ended::Failed(_) => Self::Refused,
            Ended::Unsure => Self::Silent,
            _ => Self::Nothing,
        }
    }

    pub const fn is_refused(&self) -> bool {
        matches!(self, Self::Refused)
    }
}

/// Why a campaign stops, and since when it was refused.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stop {
    pub why: &'static str,
    pub since: Option<Moment>,
}

/// What the server has said, by campaign, since it took something.
#[derive(Default)]
pub(super) struct Streaks(Mutex<HashMap<i64, Streak>>);

#[derive(Default)]
struct Streak {
    since: Option<Moment>,
    refused: usize,
    silent: usize,
    /// How often it has stopped. Whoever lets it go on knows that the addresses may be old ones: each
    /// time it goes twice as far.
    stops: u32,
}

impl Streak {
    fn far(&self) -> usize {
        MANY << self.stops.min(16)
    }

    fn note(&mut self, told: &Told, at: Moment) -> Option<&'static str> {
        match told {
            Told::Taken => {
                (self.since, self.refused, self.silent) = (None, 0, 0);
                None
            }
            Told::Refused => {
                self.since.get_or_insert(at);
                self.refused += 1;
                (self.refused >= self.far()).then_some(REFUSED)
            }
            Told::Silent => {
                self.silent += 1;
                (self.silent >= self.far()).then_some(SILENT)
            }
            Told::Nothing => None,
        }
    }
}

impl Streaks {
    /// Notes one attempt. A stop when it was one too many.
    pub fn note(&self, campaign: i64, told: Told, at: Moment) -> Option<Stop> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let streak = all.entry(campaign).or_default();
        let why = streak.note(&told, at)?;
        let since = streak.since;
        Some(Stop { why, since })
    }

    /// It has stopped: what comes next is counted anew, and goes further.
    fn stopped(&self, campaign: i64) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let stops = all.get(&campaign).map_or(0, |streak| streak.stops) + 1;
        let anew = Streak {
            stops,
            ..Streak::default()
        };
        all.insert(campaign, anew);
    }
}

impl Postal {
    /// Stops a campaign for a reason, and puts those on the list again who were refused for it. Who is
    /// on the way meanwhile comes back when their own refusal is written down.
    pub(super) async fn stop(&self, id: i64, stop: Stop) -> Result<(), VaultError> {
        let now = self.vault.world().now();
        let (why, since) = (stop.why, stop.since);
        let write = move |db: &mut dyn Db| {
            if let Some(since) = since {
                let since = since.plus_ms(-NEIGHBOURS_MS).millis();
                let values = [id.into(), since.into(), now.millis().into()];
                db.exec(&sql::AGAIN, &values)?;
            }
            db.exec(&campaign::sql::STOP, &[id.into(), why.into()])
        };
        if self.vault.store().write(write).await? == 1 {
            tracing::error!(campaign = id, why, "newsletter: stopped");
            self.streaks.stopped(id);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_in_a_row_stop_it_and_one_that_is_taken_begins_anew() {
        let streaks = Streaks::default();
        let at = Moment::from_millis;
        let note = |n: i64, told| streaks.note(1, told, at(n));
        for n in 1..20 {
            assert_eq!(note(n, Told::Refused), None);
        }
        assert_eq!(note(20, Told::Taken), None);
        for n in 21..40 {
            assert_eq!(note(n, Told::Refused), None);
        }
        assert_eq!(note(40, Told::Nothing), None);
        let stop = Stop {
            why: REFUSED,
            since: Some(at(21)),
        };
        assert_eq!(note(41, Told::Refused), Some(stop));
        assert_eq!(streaks.note(2, Told::Refused, at(41)), None, "another one");
        streaks.stopped(1);
        for n in 0..39 {
            assert_eq!(note(n, Told::Silent), None, "twice as far");
        }
        assert_eq!(note(39, Told::Silent).map(|stop| stop.why), Some(SILENT));
    }
}

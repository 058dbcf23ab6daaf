//! How long anything lives: reasons, holds, and the sweep that destroys what has outlived them all.

use store::{Db, Row, StoreError, plain};
use values::{HoldId, Moment, StrandId, SubjectId};

use crate::{
    Actor, Cause, Outcome, StrandInfo, StrandState, Vault, VaultError, reading::strand_info, sql,
};

/// Strands looked at in one step of the sweep.
const STEP: i64 = 300;

/// Why a strand lives.
#[derive(Clone, Debug)]
pub struct Reason {
    /// For which purpose.
    pub purpose: String,
    /// What it belongs to: `booking`, `visit`, `purchase`, `account` …
    pub source_kind: String,
    /// Which one.
    pub source_id: i64,
    /// The rule, as `id@version`.
    pub rule: String,
    /// The event the rule counts from; [`Moment::FOREVER`] while it is open.
    pub started_at: Moment,
    /// Until when; [`Moment::FOREVER`] while it is open.
    pub until: Moment,
}

/// A strand that goes at the next sweep, and the last reason it had.
#[derive(Clone, Debug)]
pub struct Due {
    /// The strand.
    pub strand: StrandInfo,
    /// The reason that lapsed last; none when it never had one.
    pub last_reason: Option<Reason>,
}

/// What a sweep did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SweepReport {
    /// Strands destroyed, read back.
    pub destroyed: u64,
    /// Strands kept by a hold alone.
    pub held: u64,
    /// Strands that could not be destroyed this time.
    pub left: u64,
    /// Destructions finished that had been cut short.
    pub resumed: u64,
}

pub(crate) fn reasons_of(db: &mut dyn Db, strand: StrandId) -> Result<Vec<Reason>, StoreError> {
    db.all(&sql::REASONS_OF, &[strand.get().into()])?
        .iter()
        .map(reason)
        .collect()
}

fn reason(row: &Row) -> Result<Reason, StoreError> {
    Ok(Reason {
        purpose: row.text("purpose")?.to_owned(),
        source_kind: row.text("source_kind")?.to_owned(),
        source_id: row.i64("source_id")?,
        rule: row.text("rule")?.to_owned(),
        started_at: Moment::from_millis(row.i64("started_at")?),
        until: Moment::from_millis(row.i64("until")?),
    })
}

impl Vault {
    /// What the next sweep will destroy, at an instant: the dry run.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn due(&self, at: Moment, at_most: i64) -> Result<Vec<Due>, VaultError> {
        Ok(self
            .inner
            .store
            .read(move |db| {
                let rows = db.all(&sql::STRANDS_DUE, &[at.millis().into(), at_most.into()])?;
                let mut due = Vec::with_capacity(rows.len());
                for row in &rows {
                    if row.text("state")? == "ending" {
                        continue;
                    }
                    let strand = strand_info(row)?;
                    let last_reason = reasons_of(db, strand.id)?.into_iter().next();
                    due.push(Due {
                        strand,
                        last_reason,
                    });
                }
                Ok(due)
            })
            .await?)
    }

    /// Destroys what has outlived its last reason; marks what only a hold keeps. May be killed at
    /// any instant and run again.
    ///
    /// # Errors
    /// When the store or the ledger fails; what was done stands.
    pub async fn sweep(&self) -> Result<SweepReport, VaultError> {
        let now = self.now();
        let id = self.world().id::<values::ProofRunId>().get();
        self.inner
            .store
            .write(move |db| db.exec(&sql::SWEEP_START, &[id.into(), now.millis().into()]))
            .await?;
        let resumed = self.finish_cut_short().await? as u64;
        let mut report = SweepReport {
            resumed,
            ..SweepReport::default()
        };
        loop {
            let due = self.due(now, STEP).await?;
            let step = self.sweep_step(&due).await?;
            report.destroyed += step.destroyed;
            report.left += step.left;
            // Only destroyed strands leave the list; without progress it would be the same one.
            if step.destroyed == 0 || (due.len() as i64) < STEP {
                break;
            }
        }
        report.held = self.mark_held(now).await?;
        self.collect_orphans().await?;
        let (ended, destroyed, held) = (self.now(), report.destroyed as i64, report.held as i64);
        self.inner
            .store
            .write(move |db| {
                let values = [
                    id.into(),
                    ended.millis().into(),
                    destroyed.into(),
                    held.into(),
                ];
                db.exec(&sql::SWEEP_END, &values)
            })
            .await?;
        Ok(report)
    }

    async fn sweep_step(&self, due: &[Due]) -> Result<SweepReport, VaultError> {
        let mut report = SweepReport::default();
        let mut by_rule: std::collections::BTreeMap<String, Vec<StrandId>> = Default::default();
        for due in due {
            let rule = due
                .last_reason
                .as_ref()
                .map_or_else(String::new, |r| r.rule.clone());
            by_rule.entry(rule).or_default().push(due.strand.id);
        }
        for (rule, strands) in by_rule {
            let cause = Cause {
                cause: "sweep",
                rule,
                actor: Actor::Chore("sweep"),
            };
            for destroyed in self.destroy(&strands, &cause).await? {
                match destroyed.outcome {
                    Outcome::Destroyed | Outcome::WasGone => report.destroyed += 1,
                    Outcome::Held | Outcome::StillThere => report.left += 1,
                }
            }
        }
        Ok(report)
    }

    /// Strands past their date that a hold keeps: stored, usable for claims and rights only.
    async fn mark_held(&self, now: Moment) -> Result<u64, VaultError> {
        Ok(self
            .inner
            .store
            .write(move |db| {
                let rows = db.all(
                    &sql::STRANDS_HELD,
                    &[now.millis().into(), 100_000_i64.into()],
                )?;
                for row in &rows {
                    let values = [row.i64("id")?.into(), StrandState::Held.as_str().into()];
                    db.exec(&sql::STRAND_STATE, &values)?;
                }
                Ok(rows.len() as u64)
            })
            .await?)
    }

    /// Removes sealed records whose key is gone: noise that only takes room.
    async fn collect_orphans(&self) -> Result<(), VaultError> {
        loop {
            let gone = self
                .inner
                .store
                .write(|db| db.exec(&sql::RECORDS_ORPHANED, &[500_i64.into()]))
                .await?;
            if gone < 500 {
                return Ok(());
            }
        }
    }

    /// When the latest whole sweep ended, and what it destroyed and held.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn last_sweep(&self) -> Result<Option<(Moment, i64, i64)>, VaultError> {
        Ok(self
            .inner
            .store
            .read(|db| {
                db.opt(&sql::SWEEP_LAST, &[])?
                    .map(|row| {
                        let ended = Moment::from_millis(row.i64("ended_at")?);
                        Ok((ended, row.i64("destroyed")?, row.i64("held")?))
                    })
                    .transpose()
            })
            .await?)
    }

    /// Sets a hold on one strand: it is not destroyed until the hold is released
    /// (GDPR Art. 17(3)(e)). `review_on` is a local date, ISO 8601.
    ///
    /// # Errors
    /// [`VaultError::Gone`] when the strand is gone or going.
    pub async fn hold(
        &self,
        strand: StrandId,
        reason: &'static str,
        owner: SubjectId,
        review_on: jiff::civil::Date,
    ) -> Result<HoldId, VaultError> {
        let (id, now) = (self.world().id::<HoldId>(), self.now());
        let set = self
            .inner
            .store
            .write(move |db| {
                let values = [
                    id.get().into(),
                    strand.get().into(),
                    reason.into(),
                    owner.get().into(),
                    now.millis().into(),
                    plain(review_on.to_string()),
                ];
                db.exec(&sql::HOLD_ADD, &values)
            })
            .await?;
        if set == 1 {
            Ok(id)
        } else {
            Err(VaultError::Gone)
        }
    }

    /// Releases a hold; the next sweep does what was deferred.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn release(&self, hold: HoldId) -> Result<(), VaultError> {
        let now = self.now();
        self.inner
            .store
            .write(move |db| {
                db.exec(
                    &sql::HOLD_RELEASE,
                    &[hold.get().into(), now.millis().into()],
                )
            })
            .await?;
        Ok(())
    }

    /// The holds on a strand: reason and review date.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn holds_of(
        &self,
        strand: StrandId,
    ) -> Result<Vec<(HoldId, String, String)>, VaultError> {
        Ok(self
            .inner
            .store
            .read(move |db| {
                db.all(&sql::HOLDS_OF, &[strand.get().into()])?
                    .iter()
                    .map(|row| {
                        let id = HoldId::from_raw(row.i64("id")?);
                        Ok((
                            id,
                            row.text("reason")?.to_owned(),
                            row.text("review_on")?.to_owned(),
                        ))
                    })
                    .collect::<Result<Vec<_>, _>>()
            })
            .await?)
    }

    /// Ends, at once, the reasons a strand has for purposes the person can end by asking (their own
    /// account, contact after the visit), and reports what is left. Used to answer an erasure
    /// request: what law or claims ask for stays as it is.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end_reasons(
        &self,
        strand: StrandId,
        purposes: Vec<declaration::vocabulary::Purpose>,
    ) -> Result<Vec<Reason>, VaultError> {
        Ok(self
            .inner
            .store
            .write(move |db| {
                for purpose in &purposes {
                    let values = [strand.get().into(), purpose.as_str().into()];
                    db.exec(&sql::REASON_DROP, &values)?;
                }
                db.exec(&sql::STRAND_DATE, &[strand.get().into()])?;
                reasons_of(db, strand)
            })
            .await?)
    }

    /// Restricts a strand or lifts the restriction (GDPR Art. 18).
    ///
    /// # Errors
    /// When the store fails.
    pub async fn restrict(&self, strand: StrandId, restricted: bool) -> Result<(), VaultError> {
        let state = if restricted {
            StrandState::Restricted
        } else {
            StrandState::Live
        };
        self.inner
            .store
            .write(move |db| {
                db.exec(
                    &sql::STRAND_STATE,
                    &[strand.get().into(), state.as_str().into()],
                )
            })
            .await?;
        Ok(())
    }
}

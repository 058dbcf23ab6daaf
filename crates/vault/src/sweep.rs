//! The sweep destroys what has outlived its last reason. May be killed at any instant and run again.

use std::collections::BTreeMap;

use store::plain;
use values::{Moment, StrandId};

use crate::{
    Actor, Cause, Outcome, Reason, StrandInfo, Vault, VaultError, reading::strand_info,
    retention::reasons_of_all, sql,
};

/// Strands looked at in one step of the sweep.
const STEP: i64 = 300;

/// Records under one destroyed key that go in one transaction.
const NOISE: i64 = 500;

/// Before every strand there is.
const FROM_THE_FIRST: (Moment, i64) = (Moment::from_millis(i64::MIN), i64::MIN);

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
    /// Holds that ended by themselves: their day of review was over.
    pub released: u64,
    /// Strands that could not be destroyed this time.
    pub left: u64,
    /// Destructions finished that had been cut short.
    pub resumed: u64,
    /// Matters of the consent ledger whose proof has been kept for as long as promised.
    pub proofs: u64,
    /// Whether the engine's files are free of what was destroyed. Never on PostgreSQL, where only the
    /// next rotation of the tenant key ends old bytes; on SQLite, if not, the next sweep tries again.
    pub clean: bool,
}

impl Vault {
    /// What the next sweep will destroy, at an instant: the dry run.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn due(&self, at: Moment, at_most: i64) -> Result<Vec<Due>, VaultError> {
        self.due_after(at, at_most, FROM_THE_FIRST).await
    }

    /// How many strands are past their date at an instant, held or not.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn due_count(&self, at: Moment) -> Result<i64, VaultError> {
        let read = move |db: &mut dyn store::Db| {
            db.one(&sql::STRANDS_PAST, &[at.millis().into()])?.i64("n")
        };
        Ok(self.inner.store.read_long(read).await?)
    }

    /// The same, from a place in the list on, so that what a hold or a failure keeps at its head is
    /// not gone through at every step.
    async fn due_after(
        &self,
        at: Moment,
        at_most: i64,
        after: (Moment, i64),
    ) -> Result<Vec<Due>, VaultError> {
        Ok(self
            .inner
            .store
            .read_long(move |db| {
                let (time, id) = after;
                let values = [
                    at.millis().into(),
                    at_most.into(),
                    plain(at.local_date().to_string()),
                    time.millis().into(),
                    id.into(),
                ];
                let rows = db.all(&sql::STRANDS_DUE, &values)?;
                let strands = rows.iter().map(strand_info);
                let strands = strands.collect::<Result<Vec<_>, _>>()?;
                let ids: Vec<StrandId> = strands.iter().map(|strand| strand.id).collect();
                let reasons = reasons_of_all(db, &ids)?;
                let due = strands.into_iter().zip(reasons);
                Ok(due
                    .map(|(strand, reasons)| Due {
                        strand,
                        last_reason: reasons.into_iter().next(),
                    })
                    .collect())
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
        let start = move |db: &mut dyn store::Db| {
            let at = || now.millis().into();
            // Whoever lets it run says that this clock is right: sweeps dated after it are no measure.
            let ahead = now.plus_days(1).millis().into();
            db.exec(&sql::SWEEPS_VOID, &[ahead, at()])?;
            db.exec(&sql::SWEEP_START, &[id.into(), at()])
        };
        self.inner.store.write(start).await?;
        let mut report = SweepReport {
            resumed: self.finish_cut_short().await? as u64,
            released: self.expire_holds(now).await?,
            ..SweepReport::default()
        };
        let mut place = FROM_THE_FIRST;
        loop {
            let due = self.due_after(now, STEP, place).await?;
            let step = self.sweep_step(&due).await?;
            report.destroyed += step.destroyed;
            report.left += step.left;
            match due.last() {
                Some(last) if due.len() as i64 == STEP => {
                    place = (last.strand.keep_until, last.strand.id.get());
                }
                _ => break,
            }
            // Bookings go on: whoever waits for the writer has their turn between two steps.
            tokio::task::yield_now().await;
        }
        report.held = self.mark_held(now).await?;
        self.collect_orphans().await?;
        report.proofs = self.lapse_proofs(now).await?;
        self.prune_noes(now).await?;
        // Always: an earlier destruction may have found a reader in the way.
        report.clean = self.scrub_keys().await?;
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
                db.exec(&sql::DOUBTS_SETTLE, &[now.millis().into()])?;
                db.exec(&sql::SWEEP_END, &values)
            })
            .await?;
        Ok(report)
    }

    async fn sweep_step(&self, due: &[Due]) -> Result<SweepReport, VaultError> {
        let mut report = SweepReport::default();
        let mut by_rule: BTreeMap<String, Vec<StrandId>> = BTreeMap::new();
        for due in due {
            let rule = due.last_reason.as_ref().map(|reason| reason.rule.clone());
            let strands = by_rule.entry(rule.unwrap_or_default()).or_default();
            strands.push(due.strand.id);
        }
        for (rule, strands) in by_rule {
            let cause = Cause {
                cause: "sweep",
                rule,
                actor: Actor::Chore("sweep"),
            };
            for destroyed in self.destroy_keys(&strands, &cause).await? {
                match destroyed.outcome {
                    Outcome::Destroyed => report.destroyed += 1,
                    Outcome::StillThere => report.left += 1,
                    Outcome::Held | Outcome::Kept | Outcome::WasGone => {}
                }
            }
        }
        Ok(report)
    }

    /// Strands past their date that a hold keeps: stored, usable for claims and rights only. Those
    /// that have a reason again are in use again.
    async fn mark_held(&self, now: Moment) -> Result<u64, VaultError> {
        Ok(self
            .inner
            .store
            .write(move |db| {
                let at = || now.millis().into();
                db.exec(&sql::STRANDS_REVIVED, &[at()])?;
                let rows = db.all(&sql::STRANDS_HELD, &[at(), 100_000_i64.into()])?;
                let mut batch = Vec::with_capacity(rows.len() * 2);
                for row in &rows {
                    let id = row.i64("id")?;
                    batch.push((&sql::STRAND_HELD, vec![id.into()]));
                    batch.push((&sql::RECORDS_UNHELD, vec![id.into()]));
                }
                db.many(&batch)?;
                Ok(rows.len() as u64)
            })
            .await?)
    }

    /// Removes sealed records whose key is gone: noise that only takes room.
    async fn collect_orphans(&self) -> Result<(), VaultError> {
        let mut after = i64::MIN;
        loop {
            let read = move |db: &mut dyn store::Db| {
                let rows = db.all(&sql::STRANDS_ORPHANED, &[after.into(), NOISE.into()])?;
                rows.iter()
                    .map(|row| row.i64("id"))
                    .collect::<Result<Vec<_>, _>>()
            };
            let strands = self.inner.store.read_long(read).await?;
            for strand in &strands {
                self.collect_noise(*strand).await?;
            }
            match strands.last() {
                Some(last) => after = *last,
                None => return Ok(()),
            }
        }
    }

    async fn collect_noise(&self, strand: i64) -> Result<(), VaultError> {
        let gone = move |db: &mut dyn store::Db| {
            db.exec(&sql::RECORDS_ORPHANED, &[strand.into(), NOISE.into()])
        };
        while self.inner.store.write(gone).await? == NOISE as u64 {
            tokio::task::yield_now().await;
        }
        Ok(())
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
}

//! The sweep destroys what has outlived its last reason. May be killed at any instant and run again.

use std::collections::BTreeMap;

use values::{Moment, StrandId};

use crate::{
    Actor, Cause, Outcome, Reason, StrandInfo, Vault, VaultError, reading::strand_info,
    retention::reasons_of_all, sql,
};

/// Strands looked at in one step of the sweep.
const STEP: i64 = 300;

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
        Ok(self
            .inner
            .store
            .read_long(move |db| {
                let rows = db.all(&sql::STRANDS_DUE, &[at.millis().into(), at_most.into()])?;
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
        self.inner
            .store
            .write(move |db| db.exec(&sql::SWEEP_START, &[id.into(), now.millis().into()]))
            .await?;
        let mut report = SweepReport {
            resumed: self.finish_cut_short().await? as u64,
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
                let mut batch = Vec::with_capacity(rows.len());
                for row in &rows {
                    batch.push((&sql::STRAND_HELD, vec![row.i64("id")?.into()]));
                }
                db.many(&batch)?;
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
}

//! To forget is to destroy a key.
//!
//! The order makes it safe to be killed at any instant: the strand is marked (from there on it opens
//! for nobody and no hold can be set) → the ledger outside the database has it, synced → the key, its
//! look-ups and its reasons are deleted in one transaction → the engine's journals are scrubbed. A
//! start finds what was cut short and finishes it.

use declaration::vocabulary::Category;
use store::{Db, StoreError, plain};
use values::{Moment, StrandId, SubjectId};

use crate::{Actor, Vault, VaultError, reading::strand_info, sql};

/// Strands destroyed in one transaction, so that the writer stays responsive.
const CHUNK: usize = 300;

/// Why a strand is destroyed.
#[derive(Clone, Debug)]
pub struct Cause {
    /// `sweep`, `request`, `ledger`.
    pub cause: &'static str,
    /// The rule (`id@version`) or the article.
    pub rule: String,
    /// Who.
    pub actor: Actor,
}

/// What became of one strand.
#[derive(Clone, Debug)]
pub struct Destroyed {
    /// The strand.
    pub strand: StrandId,
    /// What came of it, by reading back.
    pub outcome: Outcome,
}

/// Read back, not planned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// The key is gone.
    Destroyed,
    /// A hold keeps it.
    Held,
    /// It was not there.
    WasGone,
    /// It is still there; the chore will finish it.
    StillThere,
}

impl Vault {
    /// Destroys strands, and reports what it reads back.
    ///
    /// # Errors
    /// When the ledger cannot be written (nothing is destroyed then) or the store fails (what was
    /// begun is finished at the next sweep or start).
    pub async fn destroy(
        &self,
        strands: &[StrandId],
        cause: &Cause,
    ) -> Result<Vec<Destroyed>, VaultError> {
        let mut report = Vec::with_capacity(strands.len());
        for chunk in strands.chunks(CHUNK) {
            report.extend(self.destroy_chunk(chunk, cause).await?);
        }
        if !strands.is_empty() {
            self.scrub_keys().await?;
        }
        Ok(report)
    }

    /// Removes destroyed keys from the engine's journals and free pages.
    pub(crate) async fn scrub_keys(&self) -> Result<(), VaultError> {
        self.inner
            .store
            .scrub(&["strand", "blind", "hint", "reason"])
            .await?;
        Ok(())
    }

    async fn destroy_chunk(
        &self,
        strands: &[StrandId],
        cause: &Cause,
    ) -> Result<Vec<Destroyed>, VaultError> {
        let wanted = strands.to_vec();
        let marked: Vec<StrandId> = self
            .inner
            .store
            .write(move |db| {
                let mut marked = Vec::new();
                for strand in &wanted {
                    if db.exec(&sql::STRAND_ENDING, &[strand.get().into()])? == 1 {
                        marked.push(*strand);
                    }
                }
                Ok(marked)
            })
            .await?;
        self.finish_ending(&marked, cause).await?;
        let asked = strands.to_vec();
        let states: Vec<Option<String>> = self
            .inner
            .store
            .read(move |db| asked.iter().map(|strand| state_of(db, *strand)).collect())
            .await?;
        let outcome = |strand: &StrandId, state: Option<String>| match state.as_deref() {
            None if marked.contains(strand) => Outcome::Destroyed,
            None => Outcome::WasGone,
            Some("ending") => Outcome::StillThere,
            Some(_) => Outcome::Held,
        };
        Ok(strands
            .iter()
            .zip(states)
            .map(|(strand, state)| Destroyed {
                strand: *strand,
                outcome: outcome(strand, state),
            })
            .collect())
    }

    /// Ledger first, then the keys.
    async fn finish_ending(&self, marked: &[StrandId], cause: &Cause) -> Result<(), VaultError> {
        if marked.is_empty() {
            return Ok(());
        }
        let now = self.now();
        let ledger = self.inner.custody.ledger();
        ledger.append(marked, now)?;
        let seen = i64::try_from(ledger.length()?).unwrap_or(i64::MAX);
        let doomed: Vec<(StrandId, Moment)> = marked.iter().map(|s| (*s, now)).collect();
        self.delete_keys(doomed, cause.clone(), seen).await
    }

    async fn delete_keys(
        &self,
        doomed: Vec<(StrandId, Moment)>,
        cause: Cause,
        ledger_seen: i64,
    ) -> Result<(), VaultError> {
        self.inner
            .store
            .write(move |db| {
                for (strand, at) in &doomed {
                    delete_key(db, *strand, *at, &cause)?;
                }
                db.exec(&sql::LEDGER_SEEN, &[ledger_seen.into()])?;
                Ok(())
            })
            .await?;
        Ok(())
    }

    /// Before the first answer: whatever the ledger has destroyed and this database still has (an
    /// older backup, a crash) goes, and what was marked is finished.
    pub(crate) async fn replay_ledger(&self) -> Result<(), VaultError> {
        let cause = Cause {
            cause: "ledger",
            rule: String::new(),
            actor: Actor::Chore("replay"),
        };
        let seen = self
            .inner
            .store
            .read(|db| {
                let ring = db.all(&sql::KEYRING, &[])?;
                for row in &ring {
                    if row.text("name")? == "ledger" {
                        return row.i64("generation");
                    }
                }
                Ok(0)
            })
            .await?;
        let ledger = self.inner.custody.ledger();
        let (again, length) = ledger.since(u64::try_from(seen).unwrap_or(0))?;
        if !again.is_empty() {
            let length = i64::try_from(length).unwrap_or(i64::MAX);
            self.delete_keys(again, cause.clone(), length).await?;
            self.scrub_keys().await?;
        }
        self.finish_cut_short().await.map(|_| ())
    }

    /// Finishes destructions that were cut short; answers how many.
    pub(crate) async fn finish_cut_short(&self) -> Result<usize, VaultError> {
        let cause = Cause {
            cause: "resumed",
            rule: String::new(),
            actor: Actor::Chore("replay"),
        };
        let ending: Vec<StrandId> = self
            .inner
            .store
            .read(|db| {
                db.all(&sql::STRANDS_ENDING, &[100_000_i64.into()])?
                    .iter()
                    .map(|row| row.i64("id").map(StrandId::from_raw))
                    .collect()
            })
            .await?;
        for chunk in ending.chunks(CHUNK) {
            self.finish_ending(chunk, &cause).await?;
        }
        if !ending.is_empty() {
            self.scrub_keys().await?;
        }
        Ok(ending.len())
    }
}

fn state_of(db: &mut dyn Db, strand: StrandId) -> Result<Option<String>, StoreError> {
    db.opt(&sql::STRAND, &[strand.get().into()])?
        .map(|row| row.text("state").map(str::to_owned))
        .transpose()
}

fn delete_key(
    db: &mut dyn Db,
    strand: StrandId,
    at: Moment,
    cause: &Cause,
) -> Result<(), StoreError> {
    let id = || strand.get().into();
    let Some(row) = db.opt(&sql::STRAND_OWNER, &[id()])? else {
        return Ok(());
    };
    let subject = SubjectId::from_raw(row.i64("subject_id")?);
    let Some(category) = Category::from_name(row.text("category")?) else {
        return Err(StoreError::Type("strand: unknown category".into()));
    };
    let values = [
        id(),
        subject.get().into(),
        category.as_str().into(),
        at.millis().into(),
        cause.cause.into(),
        plain(cause.rule.as_str()),
        cause.actor.kind().into(),
        cause.actor.id().into(),
    ];
    db.exec(&sql::ERASURE_ADD, &values)?;
    for sql in [
        &sql::BLINDS_DROP,
        &sql::HINTS_DROP,
        &sql::REASONS_DROP,
        &sql::STRAND_DESTROY,
    ] {
        db.exec(sql, &[id()])?;
    }
    if category == Category::VehicleLink {
        db.exec(&sql::TIES_DROP, &[subject.get().into()])?;
    }
    db.exec(
        &sql::SUBJECT_FORGET,
        &[subject.get().into(), at.millis().into()],
    )?;
    Ok(())
}

impl Vault {
    /// What was destroyed about a subject: category, when, why.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn erasures_of(
        &self,
        subject: SubjectId,
    ) -> Result<Vec<(Category, Moment, String)>, VaultError> {
        Ok(self
            .inner
            .store
            .read(move |db| {
                let rows = db.all(&sql::ERASURES_OF, &[subject.get().into()])?;
                let mut erasures = Vec::new();
                for row in &rows {
                    if let Some(category) = Category::from_name(row.text("category")?) {
                        let at = Moment::from_millis(row.i64("at")?);
                        erasures.push((category, at, row.text("rule")?.to_owned()));
                    }
                }
                Ok(erasures)
            })
            .await?)
    }

    /// One strand as it is now; `None` when it is gone.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn strand(&self, strand: StrandId) -> Result<Option<crate::StrandInfo>, VaultError> {
        Ok(self
            .inner
            .store
            .read(move |db| {
                db.opt(&sql::STRAND, &[strand.get().into()])?
                    .filter(|row| row.text("state").is_ok_and(|state| state != "ending"))
                    .map(|row| strand_info(&row))
                    .transpose()
            })
            .await?)
    }
}

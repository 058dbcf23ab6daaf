//! To forget is to destroy a key.
//!
//! The order makes it safe to be killed at any instant: the strand is marked (from there on it opens
//! for nobody and no hold can be set) → the ledger outside the database has it, synced → the key, its
//! look-ups and its reasons are deleted in one transaction → the engine's journals are scrubbed. A
//! start finds what was cut short and finishes it.

use std::collections::BTreeMap;

use declaration::vocabulary::Category;
use store::{Db, Row, StoreError, Value, plain};
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
    /// A reason keeps it: one that has not lapsed, or that came while the list was worked through.
    Kept,
    /// It was not there.
    WasGone,
    /// It is still there; the chore will finish it.
    StillThere,
}

impl Vault {
    /// Destroys strands that have outlived their last reason, and reports what it reads back. What a
    /// reason or a hold keeps stays: end the reasons first ([`Vault::end_reasons`]).
    ///
    /// # Errors
    /// When the ledger cannot be written (nothing is destroyed then) or the store fails (what was
    /// begun is finished at the next sweep or start).
    pub async fn destroy(
        &self,
        strands: &[StrandId],
        cause: &Cause,
    ) -> Result<Vec<Destroyed>, VaultError> {
        let report = self.destroy_keys(strands, cause).await?;
        if !strands.is_empty() {
            self.scrub_keys().await?;
        }
        Ok(report)
    }

    /// The same without clearing the journals, for a sweep of many steps.
    pub(crate) async fn destroy_keys(
        &self,
        strands: &[StrandId],
        cause: &Cause,
    ) -> Result<Vec<Destroyed>, VaultError> {
        let mut report = Vec::with_capacity(strands.len());
        for chunk in strands.chunks(CHUNK) {
            let marked = self.mark_ending(chunk).await?;
            self.finish_ending(&marked, cause).await?;
            report.extend(self.read_back(chunk, &marked).await?);
        }
        Ok(report)
    }

    /// Removes destroyed keys from the engine's journals and free pages; answers whether all are gone.
    pub(crate) async fn scrub_keys(&self) -> Result<bool, VaultError> {
        let tables = ["strand", "blind", "hint", "reason", "tie", "consent_proof"];
        Ok(self.inner.store.scrub(&tables).await?.clean)
    }

    /// From here on the strands open for nobody. A reason or a hold that came meanwhile saves them.
    async fn mark_ending(&self, strands: &[StrandId]) -> Result<Vec<StrandId>, VaultError> {
        let (wanted, now) = (strands.to_vec(), self.now());
        Ok(self
            .inner
            .store
            .write(move |db| {
                let batch = wanted.iter().map(|strand| {
                    let values = vec![strand.get().into(), now.millis().into()];
                    (&sql::STRAND_ENDING, values)
                });
                let counts = db.many(&batch.collect::<Vec<_>>())?;
                let marked = wanted.iter().zip(counts);
                Ok(marked
                    .filter(|(_, count)| *count == 1)
                    .map(|(strand, _)| *strand)
                    .collect())
            })
            .await?)
    }

    async fn read_back(
        &self,
        strands: &[StrandId],
        marked: &[StrandId],
    ) -> Result<Vec<Destroyed>, VaultError> {
        let (asked, marked) = (strands.to_vec(), marked.to_vec());
        Ok(self
            .inner
            .store
            .read(move |db| {
                let questions = asked.iter().flat_map(|strand| {
                    let id = || vec![strand.get().into()];
                    [(&sql::STRAND, id()), (&sql::HOLDS_OF, id())]
                });
                let answers = db.fetch(&questions.collect::<Vec<_>>())?;
                asked
                    .iter()
                    .zip(answers.chunks(2))
                    .map(|(strand, answer)| {
                        let outcome = outcome(answer, marked.contains(strand))?;
                        let strand = *strand;
                        Ok(Destroyed { strand, outcome })
                    })
                    .collect()
            })
            .await?)
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
                delete_keys(db, &doomed, &cause)?;
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

/// What the strand's row and its holds say.
fn outcome(answer: &[Vec<Row>], marked: bool) -> Result<Outcome, StoreError> {
    let [strand, holds] = answer else {
        return Err(StoreError::Type("strand: an answer is missing".into()));
    };
    Ok(match strand.first() {
        None if marked => Outcome::Destroyed,
        None => Outcome::WasGone,
        Some(row) if row.text("state")? == "ending" => Outcome::StillThere,
        Some(_) if holds.is_empty() => Outcome::Kept,
        Some(_) => Outcome::Held,
    })
}

/// The key, its look-ups, its reasons and its holds go; that it went is written down.
fn delete_keys(
    db: &mut dyn Db,
    doomed: &[(StrandId, Moment)],
    cause: &Cause,
) -> Result<(), StoreError> {
    let questions = doomed
        .iter()
        .map(|(strand, _)| (&sql::STRAND_OWNER, vec![strand.get().into()]));
    let owners = db.fetch(&questions.collect::<Vec<_>>())?;
    let (mut batch, mut subjects) = (Vec::new(), BTreeMap::new());
    for ((strand, at), rows) in doomed.iter().zip(&owners) {
        let Some(row) = rows.first() else {
            continue;
        };
        let subject = SubjectId::from_raw(row.i64("subject_id")?);
        let Some(category) = Category::from_name(row.text("category")?) else {
            return Err(StoreError::Type("strand: unknown category".into()));
        };
        subjects.insert(subject, *at);
        let id = || vec![strand.get().into()];
        batch.push((
            &sql::ERASURE_ADD,
            erasure(*strand, subject, category, *at, cause),
        ));
        if matches!(category, Category::Marketing | Category::Contact) {
            batch.push((&sql::CONSENT_PROOF_STRAND, id()));
        }
        for sql in [
            &sql::BLINDS_DROP,
            &sql::HINTS_DROP,
            &sql::REASONS_DROP,
            &sql::STRAND_DESTROY,
        ] {
            batch.push((sql, id()));
        }
        if category == Category::VehicleLink {
            batch.push((&sql::TIES_DROP, vec![subject.get().into()]));
        }
    }
    db.many(&batch)?;
    forget_subjects(db, &subjects)
}

fn erasure(
    strand: StrandId,
    subject: SubjectId,
    category: Category,
    at: Moment,
    cause: &Cause,
) -> Vec<Value> {
    vec![
        strand.get().into(),
        subject.get().into(),
        category.as_str().into(),
        at.millis().into(),
        cause.cause.into(),
        plain(cause.rule.as_str()),
        cause.actor.kind().into(),
        cause.actor.id().into(),
    ]
}

/// Of whom nothing is left, no path leads anywhere either.
fn forget_subjects(
    db: &mut dyn Db,
    subjects: &BTreeMap<SubjectId, Moment>,
) -> Result<(), StoreError> {
    let forget = subjects.iter().map(|(subject, at)| {
        let values = vec![subject.get().into(), at.millis().into()];
        (&sql::SUBJECT_FORGET, values)
    });
    let counts = db.many(&forget.collect::<Vec<_>>())?;
    let forgotten = subjects.keys().zip(counts).filter(|(_, count)| *count == 1);
    let ties = forgotten.map(|(subject, _)| (&sql::TIES_DROP_ALL, vec![subject.get().into()]));
    db.many(&ties.collect::<Vec<_>>()).map(|_| ())
}

impl Vault {
    /// Strands of a subject whose destruction was begun and not finished: they open for nobody and are
    /// still there.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn ending_of(
        &self,
        subject: SubjectId,
    ) -> Result<Vec<(StrandId, Category)>, VaultError> {
        let read = move |db: &mut dyn Db| {
            let rows = db.all(&sql::STRANDS_ENDING_OF, &[subject.get().into()])?;
            let mut ending = Vec::with_capacity(rows.len());
            for row in &rows {
                if let Some(category) = Category::from_name(row.text("category")?) {
                    ending.push((StrandId::from_raw(row.i64("id")?), category));
                }
            }
            Ok(ending)
        };
        Ok(self.inner.store.read(read).await?)
    }

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

//! How long anything lives: reasons and restrictions.

use declaration::vocabulary::Purpose;
use store::{Db, Row, StoreError};
use values::{Moment, StrandId};

use crate::{Vault, VaultError, sql};

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

pub(crate) fn reasons_of(db: &mut dyn Db, strand: StrandId) -> Result<Vec<Reason>, StoreError> {
    db.all(&sql::REASONS_OF, &[strand.get().into()])?
        .iter()
        .map(reason)
        .collect()
}

/// The reasons of several strands, in one flight.
pub(crate) fn reasons_of_all(
    db: &mut dyn Db,
    strands: &[StrandId],
) -> Result<Vec<Vec<Reason>>, StoreError> {
    let questions = strands.iter();
    let batch: Vec<_> = questions
        .map(|strand| (&sql::REASONS_OF, vec![strand.get().into()]))
        .collect();
    let answers = db.fetch(&batch)?;
    answers
        .iter()
        .map(|rows| rows.iter().map(reason).collect())
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
    /// Ends, at once, the reasons a strand has for purposes the person can end by asking (their own
    /// account, contact after the visit), and reports what is left. Used to answer an erasure
    /// request: what law or claims ask for stays as it is.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end_reasons(
        &self,
        strand: StrandId,
        purposes: Vec<Purpose>,
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

    /// The same for everything about a person, in one transaction, whatever there is: ends reasons by
    /// purpose and locks what others keep (GDPR Art. 18). Answers the strands that have no reason left.
    ///
    /// # Errors
    /// When the store fails: then nothing was ended.
    pub async fn end_reasons_of_all(
        &self,
        strands: Vec<(StrandId, Vec<Purpose>)>,
    ) -> Result<Vec<StrandId>, VaultError> {
        let now = self.now();
        let end = move |db: &mut dyn Db| {
            let mut batch = Vec::new();
            for (strand, purposes) in &strands {
                let id = || strand.get().into();
                for purpose in purposes {
                    batch.push((&sql::REASON_DROP, vec![id(), purpose.as_str().into()]));
                }
                batch.push((&sql::STRAND_DATE, vec![id()]));
                batch.push((&sql::STRAND_LOCK, vec![id(), now.millis().into()]));
            }
            let counts = db.many(&batch)?;
            let locked = batch.iter().zip(counts);
            let locked = locked.filter(|((sql, _), _)| sql.name == sql::STRAND_LOCK.name);
            let lives = locked.map(|(_, count)| count == 1);
            let ended = strands.iter().zip(lives).filter(|(_, lives)| !lives);
            Ok(ended.map(|((strand, _), _)| *strand).collect())
        };
        Ok(self.inner.store.write(end).await?)
    }

    /// Restricts a strand or lifts the restriction (GDPR Art. 18).
    ///
    /// # Errors
    /// [`VaultError::Gone`] when the strand is gone or going; when the store fails.
    pub async fn restrict(&self, strand: StrandId, restricted: bool) -> Result<(), VaultError> {
        let change = if restricted {
            &sql::STRAND_RESTRICT
        } else {
            &sql::STRAND_LIFT
        };
        let found = self
            .inner
            .store
            .write(move |db| db.exec(change, &[strand.get().into()]))
            .await?;
        if found == 1 {
            Ok(())
        } else {
            Err(VaultError::Gone)
        }
    }
}

//! How long anything lives: reasons, holds and restrictions.

use store::{Db, Row, StoreError, plain};
use values::{HoldId, Moment, StrandId, SubjectId};

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

    /// Releases a hold; the next sweep does what was deferred. A strand that has a reason again by
    /// then is in use again.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn release(&self, hold: HoldId) -> Result<(), VaultError> {
        let now = self.now();
        self.inner
            .store
            .write(move |db| {
                let now = || now.millis().into();
                db.exec(&sql::HOLD_RELEASE, &[hold.get().into(), now()])?;
                db.exec(&sql::STRANDS_REVIVED, &[now()])
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

//! Legal holds (GDPR Art. 17(3)(e); the declaration's C18): on one strand, or on one record of it.
//! Each has a reason, an owner and a day of review. A hold that is not renewed ends by itself after
//! that day, and what it deferred is done by the same sweep.

use jiff::civil::Date;
use store::{Db, Sql, StoreError, Value, plain};
use values::{HoldId, Moment, RecordId, StrandId, SubjectId};

use crate::{STRAND_GONE, Vault, VaultError, sql};

/// How many days before its review a hold is reminded of.
const REMINDER: &str = "hold-reminder";

/// How long a hold may last before it is reviewed.
const LONGEST: &str = "hold-longest";

/// A hold that is laid in a transaction of somebody else's, beside what they write about it.
#[derive(Clone, Debug)]
pub struct HoldSlip {
    /// The hold's number.
    pub id: HoldId,
    statement: &'static Sql,
    values: [Value; 6],
}

impl HoldSlip {
    /// Lays it.
    ///
    /// # Errors
    /// Refused with [`STRAND_GONE`] when what is to be held is gone or going; when the store fails.
    pub fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        match db.exec(self.statement, &self.values)? {
            1 => Ok(()),
            _ => Err(StoreError::Refused(STRAND_GONE)),
        }
    }
}

impl Vault {
    /// A hold on one strand, to be laid in a transaction; else as [`Vault::hold`].
    #[must_use]
    pub fn hold_slip(
        &self,
        strand: StrandId,
        reason: &'static str,
        owner: SubjectId,
        review_on: Date,
    ) -> HoldSlip {
        self.slip(&sql::HOLD_ADD, strand.get(), reason, owner, review_on)
    }

    fn slip(
        &self,
        statement: &'static Sql,
        what: i64,
        reason: &'static str,
        owner: SubjectId,
        review_on: Date,
    ) -> HoldSlip {
        let id = self.world().id::<HoldId>();
        let values = [
            id.get().into(),
            what.into(),
            reason.into(),
            owner.get().into(),
            self.now().millis().into(),
            plain(review_on.to_string()),
        ];
        HoldSlip {
            id,
            statement,
            values,
        }
    }

    /// Sets a hold on one strand: it is not destroyed while the hold stands. It stands to the end of
    /// `review_on`.
    ///
    /// # Errors
    /// [`VaultError::Gone`] when the strand is gone or going.
    pub async fn hold(
        &self,
        strand: StrandId,
        reason: &'static str,
        owner: SubjectId,
        review_on: Date,
    ) -> Result<HoldId, VaultError> {
        self.set_hold(&sql::HOLD_ADD, strand.get(), reason, owner, review_on)
            .await
    }

    /// Sets a hold on one record. Its strand stays while the hold stands; when the strand has outlived
    /// its reasons, what else lies in it goes.
    ///
    /// # Errors
    /// [`VaultError::Gone`] when there is no such record, or its strand is going.
    pub async fn hold_record(
        &self,
        record: RecordId,
        reason: &'static str,
        owner: SubjectId,
        review_on: Date,
    ) -> Result<HoldId, VaultError> {
        self.set_hold(&sql::HOLD_RECORD, record.get(), reason, owner, review_on)
            .await
    }

    async fn set_hold(
        &self,
        statement: &'static Sql,
        what: i64,
        reason: &'static str,
        owner: SubjectId,
        review_on: Date,
    ) -> Result<HoldId, VaultError> {
        let slip = self.slip(statement, what, reason, owner, review_on);
        let id = slip.id;
        let set = move |db: &mut dyn Db| slip.lay(db);
        match self.inner.store.write(set).await {
            Ok(()) => Ok(id),
            Err(StoreError::Refused(STRAND_GONE)) => Err(VaultError::Gone),
            Err(error) => Err(error.into()),
        }
    }

    /// Goes on with a hold under another day of review. The old line stays, ended, so that it can be
    /// seen who reviewed it and when.
    ///
    /// # Errors
    /// [`VaultError::Gone`] when the hold does not stand any more.
    pub async fn renew_hold(
        &self,
        hold: HoldId,
        owner: SubjectId,
        review_on: Date,
    ) -> Result<HoldId, VaultError> {
        let (id, now) = (self.world().id::<HoldId>(), self.now());
        let renew = move |db: &mut dyn Db| {
            let values = [
                id.get().into(),
                hold.get().into(),
                owner.get().into(),
                now.millis().into(),
                plain(review_on.to_string()),
            ];
            let renewed = db.exec(&sql::HOLD_RENEW, &values)?;
            let ended = [hold.get().into(), now.millis().into(), owner.get().into()];
            db.exec(&sql::HOLD_RELEASE, &ended)?;
            Ok(renewed)
        };
        match self.inner.store.write(renew).await? {
            1 => Ok(id),
            _ => Err(VaultError::Gone),
        }
    }

    /// Releases a hold; the next sweep does what was deferred. A strand that has a reason again by
    /// then is in use again. Who released it stands in its line; one that ends by itself names nobody.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn release(&self, hold: HoldId, by: SubjectId) -> Result<(), VaultError> {
        let now = self.now();
        let release = move |db: &mut dyn Db| {
            let now = || now.millis().into();
            let ended = [hold.get().into(), now(), by.get().into()];
            db.exec(&sql::HOLD_RELEASE, &ended)?;
            db.exec(&sql::STRANDS_REVIVED, &[now()])
        };
        self.inner.store.write(release).await?;
        Ok(())
    }

    /// Ends the holds whose day of review is over. Answers how many.
    pub(crate) async fn expire_holds(&self, now: Moment) -> Result<u64, VaultError> {
        let today = now.local_date();
        let expire = move |db: &mut dyn Db| {
            let at = || now.millis().into();
            let ended = db.exec(&sql::HOLDS_EXPIRE, &[plain(today.to_string()), at()])?;
            if ended > 0 {
                db.exec(&sql::STRANDS_REVIVED, &[at()])?;
            }
            Ok(ended)
        };
        Ok(self.inner.store.write(expire).await?)
    }

    /// The last day a hold that is set or renewed at `now` may name for its review.
    ///
    /// # Errors
    /// When the rule table lacks the rule.
    pub fn longest_hold(&self, now: Moment) -> Result<Date, VaultError> {
        let rules = self.rules();
        let rule = rules.at(LONGEST, now.local_date());
        let rule = rule.ok_or_else(|| VaultError::RuleMissing(LONGEST.to_owned()))?;
        Ok(rule.last_day(now))
    }

    /// The first day on which a hold is reminded of.
    ///
    /// # Errors
    /// When the rule table lacks the rule.
    pub fn hold_reminder(&self, review_on: Date) -> Result<Date, VaultError> {
        let rules = self.rules();
        let rule = rules.at(REMINDER, review_on);
        let rule = rule.ok_or_else(|| VaultError::RuleMissing(REMINDER.to_owned()))?;
        let before = jiff::Span::new().try_days(rule.after.days).ok();
        let day = before.and_then(|span| review_on.checked_sub(span).ok());
        Ok(day.unwrap_or(review_on))
    }

    /// The holds on a strand: reason and review date.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn holds_of(
        &self,
        strand: StrandId,
    ) -> Result<Vec<(HoldId, String, String)>, VaultError> {
        let read = move |db: &mut dyn Db| {
            db.all(&sql::HOLDS_OF, &[strand.get().into()])?
                .iter()
                .map(|row| {
                    let id = HoldId::from_raw(row.i64("id")?);
                    let (why, review) = (row.text("reason")?, row.text("review_on")?);
                    Ok((id, why.to_owned(), review.to_owned()))
                })
                .collect::<Result<Vec<_>, _>>()
        };
        Ok(self.inner.store.read(read).await?)
    }
}

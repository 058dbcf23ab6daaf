//! The locked store: data that bookkeeping law asks for and nothing else needs (GDPR Art. 32; the
//! declaration's C24). One member of staff asks with a reason, another agrees, and the first may open
//! it for a while. Both stand in the opening log. The judge refuses everybody else.

use declaration::vocabulary::{Category, Purpose, PurposeType, Role};
use store::{Db, Row, StoreError};
use values::{Moment, RecordId, StrandId, SubjectId};

use crate::{Actor, Ask, Permit, Refusal, Vault, VaultError, sql};

/// Roles that may ask: the adviser, who does the accounts, and the officer, for a person's own copy.
pub const ASKS: &[Role] = &[Role::Reception, Role::Privacy];

/// Roles that may agree. Neither has bookkeeping among their purposes: who agrees cannot open.
pub const AGREES: &[Role] = &[Role::Privacy, Role::Claims];

/// How long the two have.
const OPEN_FOR: &str = "locked-open";

/// How long somebody is waited for.
const WAITS_FOR: &str = "locked-ask";

/// A wish to open one locked record, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlocking {
    /// Its number.
    pub id: i64,
    /// Whom the record is about.
    pub subject: SubjectId,
    /// Which record.
    pub record: RecordId,
    /// For which purpose.
    pub purpose: String,
    /// Why, a word of the program.
    pub reason: String,
    /// Who asked.
    pub asked_by: SubjectId,
    /// When.
    pub asked_at: Moment,
    /// Until when somebody may agree.
    pub lapses_at: Moment,
    /// Who agreed.
    pub agreed_by: Option<SubjectId>,
    /// When.
    pub agreed_at: Option<Moment>,
    /// Until when it may be opened.
    pub good_until: Option<Moment>,
    /// When it was declined or ended.
    pub closed_at: Option<Moment>,
}

/// Where an unlocking stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnlockState {
    /// Somebody else has to agree.
    Waits,
    /// May be opened.
    Open,
    /// Over: declined, ended, or too late.
    Over,
}

impl Unlocking {
    /// Where it stands at an instant. A clock set back before the agreement opens nothing.
    #[must_use]
    pub fn state(&self, now: Moment) -> UnlockState {
        let within = |until: Moment, from: Moment| from <= now && now < until;
        match (self.closed_at, self.agreed_at, self.good_until) {
            (Some(_), ..) => UnlockState::Over,
            (None, Some(from), Some(until)) if within(until, from) => UnlockState::Open,
            (None, None, _) if within(self.lapses_at, self.asked_at) => UnlockState::Waits,
            _ => UnlockState::Over,
        }
    }
}

fn unlocking(row: &Row) -> Result<Unlocking, StoreError> {
    let at = |name: &str| Ok::<_, StoreError>(row.opt_i64(name)?.map(Moment::from_millis));
    Ok(Unlocking {
        id: row.i64("id")?,
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        record: RecordId::from_raw(row.i64("record_id")?),
        purpose: row.text("purpose")?.to_owned(),
        reason: row.text("reason")?.to_owned(),
        asked_by: SubjectId::from_raw(row.i64("asked_by")?),
        asked_at: Moment::from_millis(row.i64("asked_at")?),
        lapses_at: Moment::from_millis(row.i64("lapses_at")?),
        agreed_by: row.opt_i64("agreed_by")?.map(SubjectId::from_raw),
        agreed_at: at("agreed_at")?,
        good_until: at("good_until")?,
        closed_at: at("closed_at")?,
    })
}

/// Whether an asker needs a second person for what they ask: staff and chores do, for locked data.
pub(crate) fn needs_two(ask: &Ask) -> bool {
    let by_another = !ask.actor.is(ask.subject);
    ask.opens && by_another && ask.categories.iter().any(|one| one.is_locked())
}

/// Whether two people have agreed that this actor may open it now.
pub(crate) fn agreed(
    db: &mut dyn Db,
    ask: &Ask,
    purpose: Purpose,
    now: Moment,
) -> Result<bool, StoreError> {
    let Actor::Staff { id, .. } = ask.actor else {
        return Ok(false);
    };
    let values = [
        ask.subject.get().into(),
        id.get().into(),
        purpose.as_str().into(),
        now.millis().into(),
    ];
    Ok(db.opt(&sql::UNLOCKED, &values)?.is_some())
}

impl Vault {
    /// A member of staff asks to open one locked record.
    ///
    /// # Errors
    /// [`Refusal::NotThisActor`] for a role that may not ask; [`VaultError::Gone`] when there is no
    /// such record.
    pub async fn ask_to_unlock(
        &self,
        actor: Actor,
        record: RecordId,
        purpose: Purpose,
        reason: &'static str,
    ) -> Result<i64, VaultError> {
        let Actor::Staff { id: by, role, .. } = actor else {
            return Err(Refusal::NotThisActor.into());
        };
        let declared = self.declaration().role_purposes(role).contains(&purpose);
        if !(ASKS.contains(&role) && declared) {
            return Err(Refusal::NotThisActor.into());
        }
        let (id, now) = (self.world().id::<StrandId>().get(), self.now());
        let lapses = self.rule_until(WAITS_FOR, now)?;
        let add = move |db: &mut dyn Db| {
            let values = [
                id.into(),
                record.get().into(),
                purpose.as_str().into(),
                reason.into(),
                by.get().into(),
                now.millis().into(),
                lapses.millis().into(),
                Category::AccountingCopy.as_str().into(),
            ];
            db.exec(&sql::UNLOCK_ADD, &values)
        };
        match self.inner.store.write(add).await? {
            1 => Ok(id),
            _ => Err(VaultError::Gone),
        }
    }

    /// Another agrees: from now, for as long as the rule says, the one who asked may open it. The
    /// agreement is in the opening log before this returns.
    ///
    /// # Errors
    /// [`Refusal::NotThisActor`] for a role that may not agree and for the one who asked;
    /// [`VaultError::Gone`] when it no longer waits.
    pub async fn agree_to_unlock(&self, actor: Actor, id: i64) -> Result<(), VaultError> {
        let Actor::Staff { id: by, role, .. } = actor else {
            return Err(Refusal::NotThisActor.into());
        };
        let now = self.now();
        let found = self.unlocking(id).await?.ok_or(VaultError::Gone)?;
        if !AGREES.contains(&role) || found.asked_by == by {
            return Err(Refusal::NotThisActor.into());
        }
        let purpose = Purpose::from_name(&found.purpose).unwrap_or(Purpose::Accounting);
        let line = Ask::open(actor, found.subject)
            .of(&[Category::AccountingCopy])
            .case("locked_agreed", id);
        self.log_openings(vec![line], purpose, now).await?;
        let until = self.rule_until(OPEN_FOR, now)?;
        let values = [
            id.into(),
            by.get().into(),
            now.millis().into(),
            until.millis().into(),
        ];
        let agree = move |db: &mut dyn Db| db.exec(&sql::UNLOCK_AGREE, &values);
        match self.inner.store.write(agree).await? {
            1 => Ok(()),
            _ => Err(VaultError::Gone),
        }
    }

    /// Somebody declines, or the one who asked is done: it opens for nobody any more.
    ///
    /// # Errors
    /// [`Refusal::NotThisActor`] for a role that neither asks nor agrees; when the store fails.
    pub async fn end_unlocking(&self, actor: Actor, id: i64) -> Result<(), VaultError> {
        let Actor::Staff { role, .. } = actor else {
            return Err(Refusal::NotThisActor.into());
        };
        if !(AGREES.contains(&role) || ASKS.contains(&role)) {
            return Err(Refusal::NotThisActor.into());
        }
        let now = self.now();
        let end =
            move |db: &mut dyn Db| db.exec(&sql::UNLOCK_END, &[id.into(), now.millis().into()]);
        self.inner.store.write(end).await?;
        Ok(())
    }

    /// A permit for all that is asked for; without what is locked, where no two have agreed to open it
    /// ([`Permit::has`] tells). For an officer who answers a request.
    ///
    /// # Errors
    /// As [`Vault::permit`].
    pub async fn permit_but_locked<P: PurposeType>(
        &self,
        ask: Ask,
    ) -> Result<Permit<P>, VaultError> {
        let mut open = ask.clone();
        open.categories.retain(|category| !category.is_locked());
        match self.permit(ask).await {
            Err(VaultError::Refused(Refusal::NeedsTwo)) => self.permit(open).await,
            answer => answer,
        }
    }

    /// One unlocking.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn unlocking(&self, id: i64) -> Result<Option<Unlocking>, VaultError> {
        let read = move |db: &mut dyn Db| {
            let row = db.opt(&sql::UNLOCKING, &[id.into()])?;
            row.as_ref().map(unlocking).transpose()
        };
        Ok(self.inner.store.read(read).await?)
    }

    /// The latest unlockings.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn unlockings(&self, at_most: i64) -> Result<Vec<Unlocking>, VaultError> {
        let read = move |db: &mut dyn Db| {
            let rows = db.all(&sql::UNLOCKINGS, &[at_most.into()])?;
            rows.iter().map(unlocking).collect::<Result<Vec<_>, _>>()
        };
        Ok(self.inner.store.read(read).await?)
    }

    /// Until when a rule of the house itself reaches, counted from an event.
    pub(crate) fn rule_until(&self, id: &str, from: Moment) -> Result<Moment, VaultError> {
        let rules = self.rules();
        let rule = rules
            .at(id, from.local_date())
            .or_else(|| rules.latest(id))
            .ok_or_else(|| VaultError::RuleMissing(id.to_owned()))?;
        Ok(rule.until(from))
    }
}

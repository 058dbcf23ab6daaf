//! Leave to use what is restricted (GDPR Art. 18(2)): with the person's consent, for a legal claim, to
//! protect somebody else's rights, or for an important public interest. An officer writes it down with a
//! reason, for one purpose and a while; the judge then lets that purpose through, and the opening log
//! says that it was so.

use declaration::vocabulary::Purpose;
use store::{Db, Row, StoreError, Value};
use values::{JobId, Moment, RightsRequestId, SubjectId};

use crate::{Vault, VaultError, judge::StrandState, sql, standing::Seen};

/// How long leave is good for; it can be written down again.
const GOOD_FOR: &str = "restriction-leave";

/// Why something restricted may be used: the four cases of Art. 18(2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeaveGround {
    /// The person said yes to it.
    Consent,
    /// For a legal claim.
    Claim,
    /// To protect another person's rights.
    Others,
    /// For an important public interest.
    Public,
}

impl LeaveGround {
    /// Every one.
    pub const ALL: &'static [Self] = &[Self::Consent, Self::Claim, Self::Others, Self::Public];

    /// The word in the table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Claim => "claim",
            Self::Others => "others",
            Self::Public => "public",
        }
    }

    /// The one of that word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.as_str() == name)
    }
}

/// Leave, as it was written down.
#[derive(Clone, Debug)]
pub struct Leave {
    /// Its number.
    pub id: i64,
    /// For which purpose.
    pub purpose: Purpose,
    /// Why.
    pub ground: LeaveGround,
    /// By whom.
    pub given_by: SubjectId,
    /// When.
    pub given_at: Moment,
    /// Until when.
    pub good_until: Moment,
}

/// Leave on its way into a transaction.
#[derive(Clone)]
pub struct NewLeave([Value; 8]);

impl NewLeave {
    /// Lays it down.
    ///
    /// # Errors
    /// When the store fails.
    pub fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        db.exec(&sql::LEAVE_ADD, &self.0).map(|_| ())
    }
}

impl Vault {
    /// Leave to use what is restricted about a person for a purpose, from now and for as long as the rule
    /// table says. `request` is the case it is written down in.
    ///
    /// # Errors
    /// When the rule table has no rule for it.
    pub fn new_leave(
        &self,
        subject: SubjectId,
        (purpose, ground): (Purpose, LeaveGround),
        request: RightsRequestId,
        officer: SubjectId,
    ) -> Result<NewLeave, VaultError> {
        let now = self.now();
        Ok(NewLeave([
            self.world().id::<JobId>().get().into(),
            subject.get().into(),
            purpose.as_str().into(),
            ground.as_str().into(),
            request.get().into(),
            officer.get().into(),
            now.millis().into(),
            self.rule_until(GOOD_FOR, now)?.millis().into(),
        ]))
    }

    /// Leave that stands about a person now.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn leaves_of(&self, subject: SubjectId) -> Result<Vec<Leave>, VaultError> {
        let now = self.now();
        let read = move |db: &mut dyn Db| {
            let rows = db.all(
                &sql::LEAVES_OF,
                &[subject.get().into(), now.millis().into()],
            )?;
            rows.iter().map(leave).collect::<Result<Vec<_>, _>>()
        };
        Ok(self.inner.store.read(read).await?)
    }

    /// Leave ends before its time (a consent is withdrawn). Answers whether it stood.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end_leave(&self, subject: SubjectId, id: i64) -> Result<bool, VaultError> {
        let values = [id.into(), subject.get().into(), self.now().millis().into()];
        let end = move |db: &mut dyn Db| db.exec(&sql::LEAVE_END, &values);
        Ok(self.inner.store.write(end).await? == 1)
    }
}

fn leave(row: &Row) -> Result<Leave, StoreError> {
    let unknown = || StoreError::Type("restriction_leave: unknown word".into());
    Ok(Leave {
        id: row.i64("id")?,
        purpose: Purpose::from_name(row.text("purpose")?).ok_or_else(unknown)?,
        ground: LeaveGround::from_name(row.text("ground")?).ok_or_else(unknown)?,
        given_by: SubjectId::from_raw(row.i64("given_by")?),
        given_at: Moment::from_millis(row.i64("given_at")?),
        good_until: Moment::from_millis(row.i64("good_until")?),
    })
}

/// Whether the judge will need to know: something restricted, asked for by another, for a purpose that
/// Art. 18(2) does not free by itself.
pub(crate) fn is_asked(seen: &Seen, purpose: Purpose) -> bool {
    let restricted = seen.strands.iter().any(|(category, strand)| {
        strand.state == StrandState::Restricted && seen.ask.categories.contains(category)
    });
    let freed = matches!(purpose, Purpose::Rights | Purpose::Claims);
    restricted && !freed && !seen.ask.actor.is(seen.ask.subject)
}

/// Whether leave stands.
pub(crate) fn stands(
    db: &mut dyn Db,
    subject: SubjectId,
    purpose: Purpose,
    now: Moment,
) -> Result<bool, StoreError> {
    let values = [
        subject.get().into(),
        purpose.as_str().into(),
        now.millis().into(),
    ];
    Ok(db.opt(&sql::LEAVE, &values)?.is_some())
}

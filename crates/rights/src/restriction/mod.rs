//! Restriction (GDPR Art. 18): stored but not used, but for what the judge lets through: the person's own
//! acts, claims, rights. Lifted only after the person has been told (Art. 18(3)).

pub mod leave;
pub mod pages;
pub mod sql;

use declaration::vocabulary::Category;
use store::{Db, Row, StoreError};
use values::{JobId, Moment, RightsRequestId, StrandId, SubjectId};
use vault::{Actor, StrandState, Vault, VaultError};

use crate::requests::{NewEvent, Request, What};

/// Why processing is restricted: the four cases of Art. 18(1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// (a) The person contests that the data is right, while it is looked into.
    Accuracy,
    /// (b) The processing is unlawful, and the person does not want erasure.
    Unlawful,
    /// (c) We no longer need the data, but the person does, for a claim.
    Claim,
    /// (d) The person has objected, while it is weighed.
    Objection,
}

impl Ground {
    /// Every one.
    pub const ALL: &'static [Self] =
        &[Self::Accuracy, Self::Unlawful, Self::Claim, Self::Objection];

    /// The word in the table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accuracy => "accuracy",
            Self::Unlawful => "unlawful",
            Self::Claim => "claim",
            Self::Objection => "objection",
        }
    }

    /// The message with its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Accuracy => "rights-ground-accuracy",
            Self::Unlawful => "rights-ground-unlawful",
            Self::Claim => "rights-ground-claim",
            Self::Objection => "rights-ground-objection",
        }
    }

    /// The one of that word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.as_str() == name)
    }
}

/// A restriction, as its row has it.
#[derive(Clone, Debug)]
pub struct Restriction {
    /// Its id.
    pub id: i64,
    /// By which request.
    pub request: RightsRequestId,
    /// Why.
    pub ground: Ground,
    /// Since when.
    pub set_at: Moment,
    /// When the person was told that it will be lifted.
    pub notice_at: Option<Moment>,
    /// When it was lifted.
    pub lifted_at: Option<Moment>,
}

fn restriction(row: &Row) -> Result<Restriction, StoreError> {
    let ground = Ground::from_name(row.text("ground")?);
    let moment = |at: Option<i64>| at.map(Moment::from_millis);
    Ok(Restriction {
        id: row.i64("id")?,
        request: RightsRequestId::from_raw(row.i64("request_id")?),
        ground: ground.ok_or_else(|| StoreError::Type("rights_restriction: unknown".into()))?,
        set_at: Moment::from_millis(row.i64("set_at")?),
        notice_at: moment(row.opt_i64("notice_at")?),
        lifted_at: moment(row.opt_i64("lifted_at")?),
    })
}

async fn list(
    vault: &Vault,
    sql: &'static store::Sql,
    value: i64,
) -> Result<Vec<Restriction>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let rows = db.all(sql, &[value.into()])?;
        rows.iter().map(restriction).collect::<Result<Vec<_>, _>>()
    };
    Ok(vault.store().read(read).await?)
}

/// The restriction of a request, if it brought one about.
///
/// # Errors
/// When the store fails.
pub async fn of_request(
    vault: &Vault,
    id: RightsRequestId,
) -> Result<Option<Restriction>, VaultError> {
    Ok(list(vault, &sql::OF_REQUEST, id.get()).await?.pop())
}

/// What stands about a person.
///
/// # Errors
/// When the store fails.
pub async fn of_subject(vault: &Vault, subject: SubjectId) -> Result<Vec<Restriction>, VaultError> {
    list(vault, &sql::OF_SUBJECT, subject.get()).await
}

/// Everything that stands.
///
/// # Errors
/// When the store fails.
pub async fn standing(vault: &Vault, at_most: i64) -> Result<Vec<Restriction>, VaultError> {
    list(vault, &sql::STANDING, at_most).await
}

/// A restriction on its way into the transaction of its answer: the strands are locked in it, too.
#[derive(Clone)]
pub(crate) struct Rows {
    strands: Vec<StrandId>,
    /// Of those: locked by a restriction whose case was lost when the database was fetched back.
    carried: Vec<StrandId>,
    row: Vec<store::Value>,
}

impl Rows {
    /// Of these strands of a person, or of all of them when none is named. The case itself stays open:
    /// it is how the person is answered.
    pub async fn of(
        vault: &Vault,
        request: &Request,
        ground: Ground,
        chosen: &[i64],
        officer: SubjectId,
    ) -> Result<Self, VaultError> {
        let world = vault.world();
        let row = vec![
            world.id::<JobId>().get().into(),
            request.subject.get().into(),
            request.id.get().into(),
            ground.as_str().into(),
            world.now().millis().into(),
            officer.get().into(),
        ];
        let strands = strands(vault, request.subject, chosen).await?;
        Ok(Self {
            carried: vault.locked_by_restriction(&strands)?,
            strands,
            row,
        })
    }

    /// Lays it down. A strand that is gone in the meantime has nothing left to lock.
    pub fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        db.exec(&sql::ADD, &self.row)?;
        for strand in &self.strands {
            let Some(locked) = is_locked(db, *strand)? else {
                continue;
            };
            if !locked || is_ours(db, *strand)? || self.carried.contains(strand) {
                let values = [self.row[0].clone(), strand.get().into()];
                db.exec(&sql::ADD_STRAND, &values)?;
            }
            // What is locked keeps the word it was locked with: an erasure's stays an erasure's.
            if !locked {
                db.exec(&vault::sql::STRAND_RESTRICT, &[strand.get().into()])?;
            }
        }
        Ok(())
    }
}

/// Whether a strand is locked already; `None` when it is gone.
fn is_locked(db: &mut dyn Db, strand: StrandId) -> Result<Option<bool>, StoreError> {
    let row = db.opt(&vault::sql::STRAND, &[strand.get().into()])?;
    let locked = |row: Row| Ok(row.text("state")? == StrandState::Restricted.as_str());
    row.map(locked).transpose()
}

/// Whether a locked strand is a restriction's to open again: another restriction has locked it. What an
/// erasure has locked is not.
fn is_ours(db: &mut dyn Db, strand: StrandId) -> Result<bool, StoreError> {
    Ok(db.opt(&sql::LOCKS, &[strand.get().into()])?.is_some())
}

async fn strands(
    vault: &Vault,
    subject: SubjectId,
    chosen: &[i64],
) -> Result<Vec<StrandId>, VaultError> {
    let all = vault.strands_of(subject).await?.into_iter();
    let wanted = all.filter(|strand| {
        let named = chosen.is_empty() || chosen.contains(&strand.id.get());
        strand.category != Category::RightsCase && named
    });
    Ok(wanted.map(|strand| strand.id).collect())
}

/// Lifts a restriction whose person has been told, and with it what it locked itself: what another
/// restriction or an erasure locks stays locked. The row, the strands and the event are one transaction.
///
/// # Errors
/// [`StoreError::Refused`] when no notice was given before.
pub(crate) async fn lift(
    vault: &Vault,
    one: &Restriction,
    officer: Actor,
) -> Result<(), VaultError> {
    let (id, now) = (one.id, vault.world().now());
    let event = NewEvent::of(vault, one.request, What::Lifted, officer, "");
    let by = officer.id();
    let write = move |db: &mut dyn Db| {
        let freed = db.all(&sql::STRANDS_FREED, &[id.into()])?;
        let values = [id.into(), now.millis().into(), by.into()];
        if db.exec(&sql::LIFT, &values)? != 1 {
            return Err(StoreError::Refused("rights-no-notice"));
        }
        for row in &freed {
            db.exec(&vault::sql::STRAND_LIFT, &[row.i64("strand_id")?.into()])?;
        }
        event.add(db)
    };
    Ok(vault.store().write(write).await?)
}

/// What an erasure locks (it ended every other reason) is not a restriction's to open again.
pub(crate) async fn erased(
    vault: &Vault,
    strands: impl Iterator<Item = StrandId>,
) -> Result<(), VaultError> {
    let strands: Vec<StrandId> = strands.collect();
    let release = move |db: &mut dyn Db| {
        for strand in &strands {
            db.exec(&sql::RELEASE, &[strand.get().into()])?;
        }
        Ok(())
    };
    Ok(vault.store().write(release).await?)
}

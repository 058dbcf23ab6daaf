//! Who got what (GDPR Art. 15(1)(c)), and who has to be told when it was corrected, erased or restricted
//! (Art. 19). The ledger only grows; a notice is owed until somebody has been told.

pub(crate) mod sql;

use declaration::vocabulary::{Category, Purpose};
use store::{Db, Row, StoreError, Value, plain};
use values::{ControllerId, JobId, Moment, RecordId, RightsRequestId, SubjectId};
use vault::{Vault, VaultError};

/// A disclosure to be entered.
#[derive(Clone, Debug)]
pub struct Entry {
    /// About whom: a person or a vehicle.
    pub subject: SubjectId,
    /// To whom: the recipient's key in the declaration, a word of the program.
    pub recipient: &'static str,
    /// What kinds of data.
    pub categories: Vec<Category>,
    /// What for.
    pub purpose: Purpose,
    /// By which legal entity.
    pub controller: ControllerId,
}

/// The vehicle register's key among the recipients of the declaration.
const REGISTER: &str = "vegvesen";

impl Entry {
    /// The plate of somebody's vehicle was asked about in the vehicle register, for their booking or at
    /// their intake. The register hears the plate and nothing of the person.
    #[must_use]
    pub fn plate_asked_about(subject: SubjectId, controller: ControllerId) -> Self {
        Self {
            subject,
            recipient: REGISTER,
            categories: vec![Category::Vehicle],
            purpose: Purpose::Visit,
            controller,
        }
    }
}

/// A line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// To whom.
    pub recipient: String,
    /// What kinds of data, by name.
    pub categories: Vec<String>,
    /// What for, by name.
    pub purpose: String,
    /// By which legal entity.
    pub controller: ControllerId,
    /// When.
    pub at: Moment,
}

/// What a recipient has to be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Something was corrected (Art. 16).
    Rectification,
    /// Something was erased (Art. 17).
    Erasure,
    /// Something was restricted (Art. 18).
    Restriction,
}

impl Cause {
    /// The word in the table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rectification => "rectification",
            Self::Erasure => "erasure",
            Self::Restriction => "restriction",
        }
    }

    /// The one of that word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Rectification, Self::Erasure, Self::Restriction]
            .into_iter()
            .find(|one| one.as_str() == name)
    }
}

/// A recipient that has to be told, or has been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its id.
    pub id: i64,
    /// About whom.
    pub subject: SubjectId,
    /// Who.
    pub recipient: String,
    /// About what kinds of data, by name.
    pub categories: Vec<String>,
    /// Of what.
    pub cause: Cause,
    /// The request that it belongs to.
    pub request: Option<RightsRequestId>,
    /// Since when it is owed.
    pub owed_at: Moment,
    /// When they were told.
    pub told_at: Option<Moment>,
    /// On what way: `letter`, `email`, `phone`, `adapter`.
    pub way: Option<String>,
    /// The sealed receipt.
    pub receipt: Option<RecordId>,
}

fn names(categories: &[Category]) -> String {
    let names: Vec<&str> = categories.iter().map(|one| one.as_str()).collect();
    names.join(" ")
}

fn split(row: &Row) -> Result<Vec<String>, StoreError> {
    let text = row.text("categories")?;
    Ok(text.split_whitespace().map(str::to_owned).collect())
}

/// Enters that data goes to somebody; inside the transaction that sends it, or right before.
///
/// # Errors
/// When the store fails.
pub fn enter_in(db: &mut dyn Db, id: JobId, entry: &Entry, at: Moment) -> Result<(), StoreError> {
    let values = [
        id.get().into(),
        entry.subject.get().into(),
        entry.recipient.into(),
        plain(names(&entry.categories)),
        entry.purpose.as_str().into(),
        entry.controller.get().into(),
        at.millis().into(),
    ];
    db.exec(&sql::ENTER, &values).map(|_| ())
}

/// The same in a transaction of its own.
///
/// # Errors
/// When the store fails.
pub async fn enter(vault: &Vault, entry: Entry) -> Result<(), VaultError> {
    let (id, now) = (vault.world().id::<JobId>(), vault.world().now());
    let write = move |db: &mut dyn Db| enter_in(db, id, &entry, now);
    Ok(vault.store().write(write).await?)
}

/// What went where about a subject, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn of(vault: &Vault, subject: SubjectId) -> Result<Vec<Disclosure>, VaultError> {
    let read = move |db: &mut dyn Db| {
        db.all(&sql::OF_SUBJECT, &[subject.get().into()])?
            .iter()
            .map(|row| {
                Ok(Disclosure {
                    recipient: row.text("recipient")?.to_owned(),
                    categories: split(row)?,
                    purpose: row.text("purpose")?.to_owned(),
                    controller: ControllerId::from_raw(row.i64("controller_id")?),
                    at: Moment::from_millis(row.i64("at")?),
                })
            })
            .collect::<Result<Vec<_>, StoreError>>()
    };
    Ok(vault.store().read(read).await?)
}

/// Notices on their way into the transaction of what they are about.
#[derive(Clone, Debug, Default)]
pub struct Owing(Vec<Vec<Value>>);

impl Owing {
    /// How many recipients have to be told.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Lays them down.
    ///
    /// # Errors
    /// When the store fails.
    pub fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        self.0
            .iter()
            .try_for_each(|row| db.exec(&sql::OWE, row).map(|_| ()))
    }
}

/// What of these categories a recipient does not wait to be told of already.
fn not_owed_yet(known: &[Notice], recipient: &str, meant: Vec<Category>) -> Vec<Category> {
    let owed = |category: &Category| {
        let theirs = known.iter().filter(|one| one.recipient == recipient);
        theirs
            .flat_map(|one| &one.categories)
            .any(|name| name == category.as_str())
    };
    meant.into_iter().filter(|one| !owed(one)).collect()
}

/// Everybody who got data of these categories about the subject, with what they got of it. What they
/// wait to be told of for the same request is not owed twice, however often its answer is gone through.
///
/// # Errors
/// When the store fails.
pub async fn owing(
    vault: &Vault,
    subject: SubjectId,
    categories: &[Category],
    cause: Cause,
    request: Option<RightsRequestId>,
) -> Result<Owing, VaultError> {
    let mut known = match request {
        Some(_) => notices_of(vault, subject).await?,
        None => Vec::new(),
    };
    known.retain(|one| one.told_at.is_none() && (one.cause, one.request) == (cause, request));
    let mut recipients: std::collections::BTreeMap<String, Vec<Category>> = Default::default();
    for one in of(vault, subject).await? {
        let got = one.categories.iter().filter_map(|n| Category::from_name(n));
        let all = recipients.entry(one.recipient).or_default();
        for category in got.filter(|category| categories.contains(category)) {
            if !all.contains(&category) {
                all.push(category);
            }
        }
    }
    let world = vault.world();
    let now = world.now().millis();
    let rows = recipients.into_iter().filter_map(|(recipient, meant)| {
        let meant = not_owed_yet(&known, &recipient, meant);
        (!meant.is_empty()).then(|| {
            vec![
                world.id::<JobId>().get().into(),
                subject.get().into(),
                plain(recipient),
                plain(names(&meant)),
                cause.as_str().into(),
                request.map(RightsRequestId::get).into(),
                now.into(),
            ]
        })
    });
    Ok(Owing(rows.collect()))
}

/// The same in a transaction of its own. Answers how many are owed a notice anew.
///
/// # Errors
/// When the store fails.
pub async fn owe_notice(
    vault: &Vault,
    subject: SubjectId,
    categories: &[Category],
    cause: Cause,
    request: Option<RightsRequestId>,
) -> Result<usize, VaultError> {
    let owing = owing(vault, subject, categories, cause, request).await?;
    let count = owing.count();
    let write = move |db: &mut dyn Db| owing.lay(db);
    vault.store().write(write).await?;
    Ok(count)
}

/// A recipient has been told; inside the transaction that seals the receipt. False when somebody had
/// noted it already.
///
/// # Errors
/// When the store fails.
pub fn told_in(
    db: &mut dyn Db,
    id: i64,
    at: Moment,
    way: &'static str,
    receipt: Option<RecordId>,
) -> Result<bool, StoreError> {
    let values = [
        id.into(),
        at.millis().into(),
        way.into(),
        receipt.map(RecordId::get).into(),
    ];
    Ok(db.exec(&sql::TOLD, &values)? == 1)
}

fn notice(row: &Row) -> Result<Notice, StoreError> {
    let cause = Cause::from_name(row.text("kind")?);
    Ok(Notice {
        id: row.i64("id")?,
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        recipient: row.text("recipient")?.to_owned(),
        categories: split(row)?,
        cause: cause.ok_or_else(|| StoreError::Type("disclosure_notice: unknown".into()))?,
        request: row.opt_i64("request_id")?.map(RightsRequestId::from_raw),
        owed_at: Moment::from_millis(row.i64("owed_at")?),
        told_at: row.opt_i64("told_at")?.map(Moment::from_millis),
        way: row.opt_text("way")?.map(str::to_owned),
        receipt: row.opt_i64("receipt_id")?.map(RecordId::from_raw),
    })
}

async fn list(
    vault: &Vault,
    statement: &'static store::Sql,
    value: i64,
) -> Result<Vec<Notice>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let rows = db.all(statement, &[value.into()])?;
        rows.iter().map(notice).collect::<Result<Vec<_>, _>>()
    };
    Ok(vault.store().read(read).await?)
}

/// One notice.
///
/// # Errors
/// When the store fails.
pub async fn one(vault: &Vault, id: i64) -> Result<Option<Notice>, VaultError> {
    Ok(list(vault, &sql::NOTICE, id).await?.pop())
}

/// The notices about a subject, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn notices_of(vault: &Vault, subject: SubjectId) -> Result<Vec<Notice>, VaultError> {
    list(vault, &sql::NOTICES_OF, subject.get()).await
}

/// Everything that is still owed, the oldest first.
///
/// # Errors
/// When the store fails.
pub async fn owed(vault: &Vault, at_most: i64) -> Result<Vec<Notice>, VaultError> {
    list(vault, &sql::OWED, at_most).await
}

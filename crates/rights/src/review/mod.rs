//! Free text that may tell of others is looked at by a human before it leaves (GDPR Art. 15(4)):
//! found, held back with a sentence, decided by the privacy officer, and in the next copy.

pub(crate) mod detect;
pub mod pages;
mod screen;
pub mod sql;

use std::collections::BTreeMap;

use declaration::vocabulary::Category;
use store::{Db, Row, StoreError, plain};
use values::{Moment, RecordId, SubjectId};
use vault::{Vault, VaultError};

pub(crate) use screen::{Screen, Sight};

/// Fields in which people write what they like.
pub(crate) const FREE: &[(Category, &str)] = &[
    (Category::Enquiry, "question"),
    (Category::Enquiry, "answer"),
    (Category::Work, "text"),
    (Category::BodyUsage, "note"),
    (Category::Purchase, "approval"),
    (Category::Claim, "text"),
    (Category::Claim, "outcome"),
    (Category::Evidence, "description"),
    (Category::RightsCase, "request"),
    (Category::RightsCase, "answer"),
];

/// Why a stretch of text stays hidden, by the words an officer can choose.
pub(crate) const REASONS: &[(&str, &str)] = &[
    ("other_name", "review-reason-name"),
    ("other_contact", "review-reason-contact"),
    ("other_life", "review-reason-life"),
];

/// What an officer has said about a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Decided {
    /// Nothing yet.
    Waiting,
    /// All of it may go.
    Released,
    /// All but these bytes, for this reason.
    Masked(Vec<(usize, usize)>, String),
}

/// Record and field.
pub(crate) type Key = (i64, String);

/// A field that waits, or waited.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub id: i64,
    /// Whose copy it is.
    pub subject: SubjectId,
    /// Whose strand the record lies in: the person, or a vehicle of theirs.
    pub holder: SubjectId,
    pub record: RecordId,
    pub category: Category,
    pub field: String,
    pub opened_at: Moment,
}

/// A field that was found to need a look.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub holder: SubjectId,
    pub record: RecordId,
    pub category: Category,
    pub field: &'static str,
}

fn item(row: &Row) -> Result<Item, StoreError> {
    let category = Category::from_name(row.text("category")?);
    Ok(Item {
        id: row.i64("id")?,
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        holder: SubjectId::from_raw(row.i64("holder_id")?),
        record: RecordId::from_raw(row.i64("record_id")?),
        category: category.ok_or_else(|| StoreError::Type("rights_review: category".into()))?,
        field: row.text("field")?.to_owned(),
        opened_at: Moment::from_millis(row.i64("opened_at")?),
    })
}

/// `5-8,12-20`: the bytes that are hidden.
fn marks_of(text: &str) -> Vec<(usize, usize)> {
    let pairs = text.split(',').filter_map(|pair| pair.split_once('-'));
    pairs
        .filter_map(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)))
        .collect()
}

fn marks_text(marks: &[(usize, usize)]) -> String {
    let parts: Vec<String> = marks.iter().map(|(a, b)| format!("{a}-{b}")).collect();
    parts.join(",")
}

/// What has been decided about a person's fields.
pub(crate) fn decided(
    db: &mut dyn Db,
    subject: SubjectId,
) -> Result<BTreeMap<Key, Decided>, StoreError> {
    let mut all = BTreeMap::new();
    for row in db.all(&sql::DECIDED, &[subject.get().into()])? {
        let key = (row.i64("record_id")?, row.text("field")?.to_owned());
        let now = match row.opt_text("decision")? {
            Some("release") => Decided::Released,
            Some(_) => Decided::Masked(
                marks_of(row.opt_text("marks")?.unwrap_or_default()),
                row.opt_text("reason")?.unwrap_or_default().to_owned(),
            ),
            None => Decided::Waiting,
        };
        all.insert(key, now);
    }
    Ok(all)
}

/// Notes what was found, so that an officer sees it; what is known already stays as it is.
pub(crate) async fn open(
    vault: &Vault,
    subject: SubjectId,
    found: Vec<Found>,
) -> Result<(), VaultError> {
    if found.is_empty() {
        return Ok(());
    }
    let world = vault.world().clone();
    let now = world.now();
    let rows: Vec<Vec<store::Value>> = found
        .iter()
        .map(|one| {
            vec![
                world.id::<values::RightsRequestId>().get().into(),
                subject.get().into(),
                one.holder.get().into(),
                one.record.get().into(),
                one.category.as_str().into(),
                one.field.into(),
                now.millis().into(),
            ]
        })
        .collect();
    let write = move |db: &mut dyn Db| {
        for row in &rows {
            db.exec(&sql::OPEN, row)?;
        }
        Ok(())
    };
    Ok(vault.store().write(write).await?)
}

/// What waits for an officer, the oldest first.
pub(crate) async fn waiting(vault: &Vault, at_most: i64) -> Result<Vec<Item>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let rows = db.all(&sql::WAITING, &[at_most.into()])?;
        rows.iter().map(item).collect::<Result<Vec<_>, _>>()
    };
    Ok(vault.store().read(read).await?)
}

/// How many of a person's fields wait.
pub(crate) async fn waiting_of(vault: &Vault, subject: SubjectId) -> Result<i64, VaultError> {
    let read = move |db: &mut dyn Db| db.one(&sql::WAITING_OF, &[subject.get().into()])?.i64("n");
    Ok(vault.store().read(read).await?)
}

/// One field; `None` when it is decided already or was never there.
pub(crate) async fn one(vault: &Vault, id: i64) -> Result<Option<Item>, VaultError> {
    let read = move |db: &mut dyn Db| {
        if db.one(&sql::DECISIONS, &[id.into()])?.i64("n")? > 0 {
            return Ok(None);
        }
        let row = db.opt(&sql::ONE, &[id.into()])?;
        row.as_ref().map(item).transpose()
    };
    Ok(vault.store().read(read).await?)
}

/// An officer's decision; answers how many of the person's fields still wait. One that came too late
/// (another officer was first) changes nothing and says so.
pub(crate) fn decide(
    db: &mut dyn Db,
    decision: i64,
    item: &Item,
    marks: &[(usize, usize)],
    reason: &'static str,
    officer: SubjectId,
    at: Moment,
) -> Result<i64, StoreError> {
    if db.one(&sql::DECISIONS, &[item.id.into()])?.i64("n")? > 0 {
        return Err(StoreError::Refused("review-already"));
    }
    let values = [
        decision.into(),
        item.id.into(),
        if marks.is_empty() { "release" } else { "mask" }.into(),
        reason.into(),
        plain(marks_text(marks)),
        officer.get().into(),
        at.millis().into(),
    ];
    db.exec(&sql::DECIDE, &values)?;
    db.one(&sql::WAITING_OF, &[item.subject.get().into()])?
        .i64("n")
}

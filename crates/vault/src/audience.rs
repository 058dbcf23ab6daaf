//! Who might be written to, by ids, and how one person stands at the moment of writing.
//!
//! Nothing is opened here. A list made of it is a list of candidates; whether each may be written to is
//! asked anew, one by one, when it is their turn.

use std::collections::BTreeMap;

use declaration::vocabulary::{Category, Purpose};
use store::{Db, Row, Sql, StoreError};
use values::{ControllerId, Moment, SubjectId};

use crate::{ConsentLine, consent, leave};

pub mod sql {
    //! The statements.

    store::queries! {
        /// Who has ever said yes to a topic of a legal entity, page by page.
        SAID_YES = "SELECT DISTINCT subject_id FROM consent WHERE purpose = $1 AND controller_id = $2 AND channel = $3 AND topic = $4 AND state = 'given' AND subject_id > $5 ORDER BY subject_id LIMIT $6";
        /// Existing customers of a legal entity whose address a sale keeps now, page by page.
        BOUGHT = "SELECT DISTINCT c.subject_id AS subject_id FROM customer_word c WHERE c.controller_id = $1 AND c.word = 'sold' AND c.subject_id > $2 AND EXISTS (SELECT 1 FROM strand s JOIN reason r ON r.strand_id = s.id WHERE s.subject_id = c.subject_id AND s.category = 'contact' AND r.purpose = 'customer_news' AND r.source_kind = 'sale' AND r.source_id = $1 AND r.until > $3) ORDER BY subject_id LIMIT $4";
        /// How many stand with a yes to a topic now, counted to a limit.
        YES_NOW = "SELECT COUNT(*) AS n FROM (SELECT c.subject_id FROM consent c JOIN subject s ON s.id = c.subject_id WHERE c.purpose = $1 AND c.controller_id = $2 AND c.channel = $3 AND c.topic = $4 AND c.state = 'given' AND s.forgotten_at IS NULL AND NOT EXISTS (SELECT 1 FROM consent d WHERE d.subject_id = c.subject_id AND d.purpose = c.purpose AND d.controller_id = c.controller_id AND d.channel = c.channel AND d.topic = c.topic AND (d.at > c.at OR (d.at = c.at AND d.id > c.id))) LIMIT $5) q";
        /// How many customers of a legal entity a sale keeps the address of now and who have not said no, counted to a limit.
        BOUGHT_NOW = "SELECT COUNT(*) AS n FROM (SELECT DISTINCT c.subject_id AS subject_id FROM customer_word c WHERE c.controller_id = $1 AND c.word = 'sold' AND NOT EXISTS (SELECT 1 FROM customer_word w WHERE w.subject_id = c.subject_id AND w.controller_id = c.controller_id AND w.word = 'no') AND EXISTS (SELECT 1 FROM strand s JOIN reason r ON r.strand_id = s.id WHERE s.subject_id = c.subject_id AND s.category = 'contact' AND r.purpose = 'customer_news' AND r.source_kind = 'sale' AND r.source_id = $1 AND r.until > $2) LIMIT $3) q";
        /// Vehicles that somebody has to do with now, page by page.
        TIED_NOW = "SELECT DISTINCT vehicle_id FROM tie WHERE starts_at <= $1 AND ends_at > $1 AND vehicle_id > $2 ORDER BY vehicle_id LIMIT $3";
        /// Whether a reason of any other purpose keeps a strand of the subject now.
        KEPT_BESIDE = "SELECT 1 AS yes FROM reason r JOIN strand s ON s.id = r.strand_id WHERE s.subject_id = $1 AND s.category = $2 AND r.purpose <> $3 AND r.until > $4 LIMIT 1";
        /// Everything said about one matter by those who are not forgotten, from one id to another.
        SAID_BETWEEN = "SELECT c.* FROM consent c JOIN subject s ON s.id = c.subject_id WHERE c.purpose = $1 AND c.controller_id = $2 AND c.channel = $3 AND c.topic = $4 AND c.subject_id >= $5 AND c.subject_id <= $6 AND s.forgotten_at IS NULL ORDER BY c.subject_id, c.at, c.id";
        /// Who objected to a purpose, from one id to another.
        OBJECTED_BETWEEN = "SELECT subject_id, at FROM objection WHERE purpose = $1 AND subject_id >= $2 AND subject_id <= $3";
        /// How a strand of somebody stands.
        STRAND_STATE = "SELECT state FROM strand WHERE subject_id = $1 AND category = $2";
        /// Whether a reason of a purpose keeps a strand of the subject now.
        KEPT_FOR = "SELECT 1 AS yes FROM reason r JOIN strand s ON s.id = r.strand_id WHERE s.subject_id = $1 AND s.category = $2 AND r.purpose = $3 AND r.until > $4 LIMIT 1";
    }
}

/// Those who have ever said yes to a topic, from `after` on, in order of their ids.
///
/// # Errors
/// When the store fails.
pub fn said_yes(
    db: &mut dyn Db,
    purpose: Purpose,
    controller: ControllerId,
    channel: &'static str,
    topic: &'static str,
    after: i64,
    at_most: i64,
) -> Result<Vec<SubjectId>, StoreError> {
    let values = [
        purpose.as_str().into(),
        controller.get().into(),
        channel.into(),
        topic.into(),
        after.into(),
        at_most.into(),
    ];
    db.all(&sql::SAID_YES, &values)?
        .iter()
        .map(|row| row.i64("subject_id").map(SubjectId::from_raw))
        .collect()
}

/// Existing customers of a legal entity whose address a sale keeps now, from `after` on, in order of
/// their ids.
///
/// # Errors
/// When the store fails.
pub fn bought(
    db: &mut dyn Db,
    controller: ControllerId,
    now: Moment,
    after: i64,
    at_most: i64,
) -> Result<Vec<SubjectId>, StoreError> {
    let values = [
        controller.get().into(),
        after.into(),
        now.millis().into(),
        at_most.into(),
    ];
    db.all(&sql::BOUGHT, &values)?
        .iter()
        .map(|row| row.i64("subject_id").map(SubjectId::from_raw))
        .collect()
}

/// How many stand with a yes to a topic now; counting ends at a limit.
///
/// # Errors
/// When the store fails.
pub fn count_yes(
    db: &mut dyn Db,
    purpose: Purpose,
    (controller, channel, topic): (ControllerId, &'static str, &'static str),
    at_most: i64,
) -> Result<i64, StoreError> {
    let values = [
        purpose.as_str().into(),
        controller.get().into(),
        channel.into(),
        topic.into(),
        at_most.into(),
    ];
    db.one(&sql::YES_NOW, &values)?.i64("n")
}

/// How many existing customers of a legal entity may get its letters now; counting ends at a limit.
///
/// # Errors
/// When the store fails.
pub fn count_bought(
    db: &mut dyn Db,
    controller: ControllerId,
    now: Moment,
    at_most: i64,
) -> Result<i64, StoreError> {
    let values = [controller.get().into(), now.millis().into(), at_most.into()];
    db.one(&sql::BOUGHT_NOW, &values)?.i64("n")
}

/// Vehicles that somebody has to do with now, from `after` on, in order of their ids.
///
/// # Errors
/// When the store fails.
pub fn tied_now(
    db: &mut dyn Db,
    now: Moment,
    after: i64,
    at_most: i64,
) -> Result<Vec<SubjectId>, StoreError> {
    let values = [now.millis().into(), after.into(), at_most.into()];
    db.all(&sql::TIED_NOW, &values)?
        .iter()
        .map(|row| row.i64("vehicle_id").map(SubjectId::from_raw))
        .collect()
}

/// Whether some category of a subject is kept for this very purpose now, and not only for others.
///
/// # Errors
/// When the store fails.
pub fn kept_for(
    db: &mut dyn Db,
    subject: SubjectId,
    category: Category,
    purpose: Purpose,
    now: Moment,
) -> Result<bool, StoreError> {
    kept(db, &sql::KEPT_FOR, subject, (category, purpose), now)
}

/// Whether some category of a subject is kept for anything but this purpose now.
///
/// # Errors
/// When the store fails.
pub fn kept_beside(
    db: &mut dyn Db,
    subject: SubjectId,
    category: Category,
    purpose: Purpose,
    now: Moment,
) -> Result<bool, StoreError> {
    kept(db, &sql::KEPT_BESIDE, subject, (category, purpose), now)
}

fn kept(
    db: &mut dyn Db,
    question: &'static Sql,
    subject: SubjectId,
    (category, purpose): (Category, Purpose),
    now: Moment,
) -> Result<bool, StoreError> {
    let values = [
        subject.get().into(),
        category.as_str().into(),
        purpose.as_str().into(),
        now.millis().into(),
    ];
    Ok(db.opt(question, &values)?.is_some())
}

/// Whether a category of somebody may be used at this moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    /// It may.
    Free,
    /// It is restricted (GDPR Art. 18) and no leave stands, or a hold alone keeps it.
    Restricted,
    /// There is nothing of it, or it is on its way out.
    Gone,
}

/// Whether a category may be used for a purpose now, inside a transaction: as the judge would say, for what
/// was opened a while ago.
///
/// # Errors
/// When the store fails.
pub fn in_use(
    db: &mut dyn Db,
    subject: SubjectId,
    category: Category,
    purpose: Purpose,
    now: Moment,
) -> Result<Use, StoreError> {
    let values = [subject.get().into(), category.as_str().into()];
    let row = db.opt(&sql::STRAND_STATE, &values)?;
    Ok(
        match row.as_ref().map(|row| row.text("state")).transpose()? {
            Some("live") => Use::Free,
            Some("restricted") if leave::stands(db, subject, purpose, now)? => Use::Free,
            Some("restricted" | "held") => Use::Restricted,
            _ => Use::Gone,
        },
    )
}

/// How a person stands towards being written to.
#[derive(Clone, Debug)]
pub struct Reach {
    /// The last word on each controller × purpose × channel × topic.
    pub consents: Vec<ConsentLine>,
    /// When the person objected to the purpose, if they did (GDPR Art. 21).
    pub objected_at: Option<Moment>,
}

/// How everybody stands who ever said something about one matter, from one id to another: two questions,
/// however many they are. Of each only the last word about the matter is read; who is forgotten is not there.
///
/// # Errors
/// When the store fails.
pub fn reach_between(
    db: &mut dyn Db,
    matter: (Purpose, ControllerId, &'static str, &'static str),
    (first, last): (SubjectId, SubjectId),
) -> Result<BTreeMap<SubjectId, Reach>, StoreError> {
    let (purpose, controller, channel, topic) = matter;
    let values = [
        purpose.as_str().into(),
        controller.get().into(),
        channel.into(),
        topic.into(),
        first.get().into(),
        last.get().into(),
    ];
    let mut rows: BTreeMap<SubjectId, Vec<Row>> = BTreeMap::new();
    for row in db.all(&sql::SAID_BETWEEN, &values)? {
        let subject = SubjectId::from_raw(row.i64("subject_id")?);
        rows.entry(subject).or_default().push(row);
    }
    let mut all = BTreeMap::new();
    for (subject, rows) in rows {
        let reach = Reach {
            consents: consent::standing(&rows)?,
            objected_at: None,
        };
        all.insert(subject, reach);
    }
    let values = [
        purpose.as_str().into(),
        first.get().into(),
        last.get().into(),
    ];
    for row in &db.all(&sql::OBJECTED_BETWEEN, &values)? {
        let subject = SubjectId::from_raw(row.i64("subject_id")?);
        if let Some(reach) = all.get_mut(&subject) {
            reach.objected_at = Some(Moment::from_millis(row.i64("at")?));
        }
    }
    Ok(all)
}

/// How a person stands, inside a transaction; `None` when nobody of that id is there any more.
///
/// # Errors
/// When the store fails.
pub fn reach(
    db: &mut dyn Db,
    subject: SubjectId,
    purpose: Purpose,
) -> Result<Option<Reach>, StoreError> {
    let there = db.opt(&crate::sql::SUBJECT, &[subject.get().into()])?;
    let there = there.map(|row| row.opt_i64("forgotten_at")).transpose()?;
    if there.is_none_or(|forgotten| forgotten.is_some()) {
        return Ok(None);
    }
    let lines = consent::lines(db, subject)?;
    let consents = consent::latest(&lines).into_iter().cloned().collect();
    Ok(Some(Reach {
        consents,
        objected_at: objected_at(db, subject, purpose)?,
    }))
}

/// When a person objected to a purpose, if they did.
///
/// # Errors
/// When the store fails.
pub fn objected_at(
    db: &mut dyn Db,
    subject: SubjectId,
    purpose: Purpose,
) -> Result<Option<Moment>, StoreError> {
    let values = [subject.get().into(), purpose.as_str().into()];
    let objection = db.opt(&crate::sql::OBJECTION, &values)?;
    objection
        .map(|row| row.i64("at").map(Moment::from_millis))
        .transpose()
}

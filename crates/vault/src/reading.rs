//! Reading sealed rows and what is known about strands; nothing is opened here.

use std::collections::BTreeMap;

use declaration::vocabulary::{Category, CategoryType};
use store::{Db, Row, StoreError};
use values::{Moment, RecordId, StrandId, SubjectId};

use crate::{
    RawSealed, Record, Sealed, StrandState, Vault, VaultError,
    retention::{Reason, reasons_of_all},
    sql,
};

/// A person has to do with a vehicle, from then until then, as something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The vehicle.
    pub vehicle: SubjectId,
    /// The person.
    pub person: SubjectId,
    /// As what: `owner`, `driver`, `customer` …
    pub party: String,
    /// From.
    pub starts_at: Moment,
    /// Until; [`Moment::FOREVER`] while it lasts.
    pub ends_at: Moment,
}

/// What can be told about a strand without opening it.
#[derive(Clone, Debug)]
pub struct StrandInfo {
    /// The strand.
    pub id: StrandId,
    /// Whom it is about.
    pub subject: SubjectId,
    /// Its category.
    pub category: Category,
    /// Its state.
    pub state: StrandState,
    /// When it goes unless something new happens.
    pub keep_until: Moment,
    /// When it began.
    pub created_at: Moment,
    /// Why it lives, latest first.
    pub reasons: Vec<Reason>,
}

pub(crate) fn strand_info(row: &Row) -> Result<StrandInfo, StoreError> {
    let category = Category::from_name(row.text("category")?);
    let state = StrandState::from_name(row.text("state")?);
    let (Some(category), Some(state)) = (category, state) else {
        return Err(StoreError::Type("strand: unknown category or state".into()));
    };
    Ok(StrandInfo {
        id: StrandId::from_raw(row.i64("id")?),
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        category,
        state,
        keep_until: Moment::from_millis(row.i64("keep_until")?),
        created_at: Moment::from_millis(row.i64("created_at")?),
        reasons: Vec::new(),
    })
}

fn raw(row: &Row) -> Result<RawSealed, StoreError> {
    let category = Category::from_name(row.text("category")?)
        .ok_or_else(|| StoreError::Type("record: unknown category".into()))?;
    Ok(RawSealed {
        id: RecordId::from_raw(row.i64("id")?),
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        category,
        kind: row.text("kind")?.to_owned(),
        at: Moment::from_millis(row.i64("at")?),
        source_kind: row.text("source_kind")?.to_owned(),
        source_ref: row.i64("source_ref")?,
        notice_version: row.text("notice_version")?.to_owned(),
        strand: StrandId::from_raw(row.i64("strand_id")?),
        wrapped: row.bytes("wrapped")?.to_vec(),
        body: row.bytes("body")?.to_vec(),
    })
}

/// How many records are read at once in an export.
const AT_ONCE: usize = 500;

/// The stretches of time in which the records of one category of a subject lie, each with a few hundred
/// of them: an export reads one after the other, so that memory stays flat however many there are.
///
/// # Errors
/// When the store fails.
pub fn record_spans(
    db: &mut dyn Db,
    subject: SubjectId,
    category: Category,
) -> Result<Vec<(Moment, Moment)>, StoreError> {
    let values = [subject.get().into(), category.as_str().into()];
    let (mut spans, mut count) = (Vec::<(Moment, Moment)>::new(), 0);
    db.each(&sql::RECORD_TIMES, &values, &mut |row| {
        let at = Moment::from_millis(row.i64("at")?);
        match spans.last_mut() {
            // Records of one instant stay together.
            Some((_, until)) if count < AT_ONCE || *until == at => *until = at,
            _ => {
                spans.push((at, at));
                count = 0;
            }
        }
        count += 1;
        Ok(())
    })?;
    Ok(spans)
}

/// The sealed records of one category of a subject in a stretch of time, oldest first.
///
/// # Errors
/// When the store fails.
pub fn records_between(
    db: &mut dyn Db,
    subject: SubjectId,
    category: Category,
    (from, until): (Moment, Moment),
) -> Result<Vec<RawSealed>, StoreError> {
    let values = [
        subject.get().into(),
        category.as_str().into(),
        from.millis().into(),
        until.millis().into(),
    ];
    db.all(&sql::RECORDS_BETWEEN, &values)?
        .iter()
        .map(raw)
        .collect()
}

/// Whom a hint may mean, on the open snapshot.
///
/// # Errors
/// When the store fails.
pub fn hinted(
    db: &mut dyn Db,
    tag: &crate::Tag,
    at_most: i64,
) -> Result<Vec<SubjectId>, StoreError> {
    let values = [
        tag.kind.into(),
        store::bytes(tag.hash.as_slice()),
        at_most.into(),
    ];
    db.all(&sql::HINT, &values)?
        .iter()
        .map(|row| row.i64("subject_id").map(SubjectId::from_raw))
        .collect()
}

fn typed<R: Record>(raw: RawSealed) -> Result<Sealed<R>, StoreError> {
    Sealed::try_from_raw(raw).map_err(|_| StoreError::Type(format!("record is not `{}`", R::KIND)))
}

impl<R: Record> Sealed<R> {
    /// One record by its id, inside a reading; `None` when its strand is gone.
    ///
    /// # Errors
    /// When the store fails or the record is of another kind.
    pub fn load(db: &mut dyn Db, id: RecordId) -> Result<Option<Self>, StoreError> {
        db.opt(&sql::RECORD, &[id.get().into()])?
            .map(|row| typed(raw(&row)?))
            .transpose()
    }

    /// Several records by their ids, in one flight; `None` where the strand is gone.
    ///
    /// # Errors
    /// As [`Sealed::load`].
    pub fn load_each(db: &mut dyn Db, ids: &[RecordId]) -> Result<Vec<Option<Self>>, StoreError> {
        let questions = ids.iter();
        let batch: Vec<_> = questions
            .map(|id| (&sql::RECORD, vec![id.get().into()]))
            .collect();
        let answers = db.fetch(&batch)?.into_iter();
        answers
            .map(|rows| rows.first().map(|row| typed(raw(row)?)).transpose())
            .collect()
    }

    /// A subject's records of this kind, newest first.
    ///
    /// # Errors
    /// When the store fails.
    pub fn load_of(
        db: &mut dyn Db,
        subject: SubjectId,
        at_most: i64,
    ) -> Result<Vec<Self>, StoreError> {
        let values = [subject.get().into(), R::KIND.into(), at_most.into()];
        db.all(&sql::RECORDS_OF_KIND, &values)?
            .iter()
            .map(|row| typed(raw(row)?))
            .collect()
    }

    /// The newest record of this kind of everybody who has one, from one id to another: one question,
    /// however many they are. Nothing sealed is read.
    ///
    /// # Errors
    /// When the store fails.
    pub fn newest_between(
        db: &mut dyn Db,
        (first, last): (SubjectId, SubjectId),
    ) -> Result<BTreeMap<SubjectId, RecordId>, StoreError> {
        let values = [
            first.get().into(),
            last.get().into(),
            <R::Category as CategoryType>::ID.as_str().into(),
            R::KIND.into(),
        ];
        db.all(&sql::RECORDS_BETWEEN_SUBJECTS, &values)?
            .iter()
            .map(|row| {
                let subject = SubjectId::from_raw(row.i64("subject_id")?);
                Ok((subject, RecordId::from_raw(row.i64("id")?)))
            })
            .collect()
    }
}

impl Vault {
    /// Everything sealed about a subject, of every kind.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn everything(&self, subject: SubjectId) -> Result<Vec<RawSealed>, VaultError> {
        Ok(self
            .inner
            .store
            .read_long(move |db| {
                let rows = db.all(&sql::RECORDS_OF, &[subject.get().into()])?;
                rows.iter().map(raw).collect::<Result<Vec<_>, _>>()
            })
            .await?)
    }

    /// A subject's strands with their reasons.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn strands_of(&self, subject: SubjectId) -> Result<Vec<StrandInfo>, VaultError> {
        Ok(self
            .inner
            .store
            .read(move |db| {
                let rows = db.all(&sql::STRANDS_OF, &[subject.get().into()])?;
                let mut strands = rows
                    .iter()
                    .map(strand_info)
                    .collect::<Result<Vec<_>, _>>()?;
                let ids: Vec<StrandId> = strands.iter().map(|strand| strand.id).collect();
                let reasons = reasons_of_all(db, &ids)?;
                for (strand, reasons) in strands.iter_mut().zip(reasons) {
                    strand.reasons = reasons;
                }
                Ok(strands)
            })
            .await?)
    }

    /// What kind a subject is (`person`, `vehicle`, `staff`) and when it was forgotten, if it was.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn subject(
        &self,
        subject: SubjectId,
    ) -> Result<Option<(String, Option<Moment>)>, VaultError> {
        Ok(self
            .inner
            .store
            .read(move |db| {
                db.opt(&sql::SUBJECT, &[subject.get().into()])?
                    .map(|row| {
                        let forgotten = row.opt_i64("forgotten_at")?.map(Moment::from_millis);
                        Ok((row.text("kind")?.to_owned(), forgotten))
                    })
                    .transpose()
            })
            .await?)
    }

    /// The vehicles a person has had to do with.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn vehicles_of(&self, person: SubjectId) -> Result<Vec<Tie>, VaultError> {
        Ok(self
            .inner
            .store
            .read(move |db| ties(db, &sql::TIES_OF_PERSON, person))
            .await?)
    }

    /// The people who have had to do with a vehicle.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn people_of(&self, vehicle: SubjectId) -> Result<Vec<Tie>, VaultError> {
        Ok(self
            .inner
            .store
            .read(move |db| ties(db, &sql::TIES_OF_VEHICLE, vehicle))
            .await?)
    }
}

pub(crate) fn ties(
    db: &mut dyn Db,
    sql: &store::Sql,
    of: SubjectId,
) -> Result<Vec<Tie>, StoreError> {
    db.all(sql, &[of.get().into()])?
        .iter()
        .map(|row| {
            Ok(Tie {
                vehicle: SubjectId::from_raw(row.i64("vehicle_id")?),
                person: SubjectId::from_raw(row.i64("person_id")?),
                party: row.text("party")?.to_owned(),
                starts_at: Moment::from_millis(row.i64("starts_at")?),
                ends_at: Moment::from_millis(row.i64("ends_at")?),
            })
        })
        .collect()
}

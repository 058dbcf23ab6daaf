//! What a page reads of the vault inside a snapshot of its own, beside the rows it shows.

use declaration::vocabulary::Category;
use store::{Db, StoreError};
use values::{Moment, SubjectId};

use crate::{ConsentLine, Tie, consent, reading, sql};

/// The vehicles a person has had to do with.
///
/// # Errors
/// When the store fails.
pub fn vehicles_of(db: &mut dyn Db, person: SubjectId) -> Result<Vec<Tie>, StoreError> {
    reading::ties(db, &sql::TIES_OF_PERSON, person)
}

/// The last word on each controller × purpose × channel × topic.
///
/// # Errors
/// When the store fails.
pub fn consents_standing(
    db: &mut dyn Db,
    subject: SubjectId,
) -> Result<Vec<ConsentLine>, StoreError> {
    let lines = consent::lines(db, subject)?;
    Ok(consent::latest(&lines).into_iter().cloned().collect())
}

/// Of which categories something is kept about a subject.
///
/// # Errors
/// When the store fails.
pub fn kept(db: &mut dyn Db, subject: SubjectId) -> Result<Vec<Category>, StoreError> {
    let rows = db.all(&sql::STRANDS_OF, &[subject.get().into()])?;
    let categories = rows.iter().map(|row| row.text("category"));
    categories
        .map(|name| {
            let unknown = || StoreError::Type("strand: unknown category".into());
            Category::from_name(name?).ok_or_else(unknown)
        })
        .collect()
}

/// How often a subject's data was opened by another, counted up to a limit, and when last.
///
/// # Errors
/// When the store fails.
pub fn openings_of(
    db: &mut dyn Db,
    subject: SubjectId,
    at_most: i64,
) -> Result<(usize, Option<Moment>), StoreError> {
    let values = [subject.get().into(), at_most.into()];
    let row = db.one(&sql::OPENINGS_COUNT, &values)?;
    let count = usize::try_from(row.i64("n")?).unwrap_or(0);
    Ok((count, row.opt_i64("last")?.map(Moment::from_millis)))
}

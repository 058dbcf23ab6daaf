//! Sealed rows on their way into a transaction.

use store::{Db, Sql, StoreError, Value};
use values::{StrandId, SubjectId};

use crate::{STRAND_CHANGED, StrandState, rotate::tenant_key, sql};

/// The rows of a piece of work: nothing but SQL and values.
#[derive(Clone, Default)]
pub(crate) struct Rows {
    inserts: Vec<(Sql, Vec<Value>)>,
    still: Vec<(StrandId, StrandState)>,
    subjects: Vec<SubjectId>,
    dates: Vec<StrandId>,
    /// Generations of the tenant key that new strands are wrapped with.
    generations: Vec<i64>,
}

impl Rows {
    pub(crate) fn insert(&mut self, sql: Sql, values: Vec<Value>) {
        self.inserts.push((sql, values));
    }

    /// The strand must still be as the judge saw it.
    pub(crate) fn expect(&mut self, strand: StrandId, state: StrandState) {
        if !self.still.contains(&(strand, state)) {
            self.still.push((strand, state));
        }
    }

    /// The subject must still be there.
    pub(crate) fn expect_subject(&mut self, subject: SubjectId) {
        if !self.subjects.contains(&subject) {
            self.subjects.push(subject);
        }
    }

    /// The tenant key must still be the one.
    pub(crate) fn wrapped_with(&mut self, generation: i64) {
        if !self.generations.contains(&generation) {
            self.generations.push(generation);
        }
    }

    /// The strand's date is counted again from its reasons.
    pub(crate) fn date(&mut self, strand: StrandId) {
        if !self.dates.contains(&strand) {
            self.dates.push(strand);
        }
    }

    /// What must count exactly one row each, first of all.
    fn conditions(&self) -> impl Iterator<Item = (&Sql, Vec<Value>)> {
        let strands = self.still.iter().map(|(strand, state)| {
            let values = vec![strand.get().into(), state.as_str().into()];
            (&sql::STRAND_STILL, values)
        });
        let subjects = self.subjects.iter();
        strands.chain(subjects.map(|id| (&sql::SUBJECT_STILL, vec![id.get().into()])))
    }
}

/// Sealed rows ready for a transaction: cloneable, re-runnable, no keys left inside.
#[derive(Clone)]
pub struct Laid(Rows);

impl Laid {
    pub(crate) const fn of(rows: Rows) -> Self {
        Self(rows)
    }

    /// Lays the rows down. Call it first in the feature's own `store.write`.
    ///
    /// # Errors
    /// [`StoreError::Refused`] with [`STRAND_CHANGED`] when a strand is no longer as it was judged,
    /// its subject was forgotten or the tenant key has turned over;
    /// `Unique` when another made the same strand or took the same look-up (see
    /// [`VaultError::is_race`](crate::VaultError::is_race): do the whole thing again).
    pub fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        let rows = &self.0;
        if !rows.generations.is_empty() {
            let (generation, _) = tenant_key(db)?;
            if rows.generations.iter().any(|used| *used != generation) {
                return Err(StoreError::Refused(STRAND_CHANGED));
            }
        }
        let mut batch: Vec<(&Sql, Vec<Value>)> = rows.conditions().collect();
        let conditions = batch.len();
        batch.extend(
            rows.inserts
                .iter()
                .map(|(sql, values)| (sql, values.clone())),
        );
        let dates = rows.dates.iter();
        batch.extend(dates.map(|strand| (&sql::STRAND_DATE, vec![strand.get().into()])));
        let counts = db.many(&batch)?;
        if counts.iter().take(conditions).any(|count| *count != 1) {
            return Err(StoreError::Refused(STRAND_CHANGED));
        }
        let claims = batch.iter().zip(&counts);
        for ((statement, _), count) in claims {
            if statement.name == sql::BLIND_ADD.name && *count != 1 {
                return Err(StoreError::Unique("blind__kind__tag".to_owned()));
            }
        }
        Ok(())
    }
}

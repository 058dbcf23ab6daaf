//! Some of what is written must outlive the database: it is told outside, on disk there before the
//! transaction is durable here.
//!
//! Whoever listens names the statements. Their runs are gathered while a transaction works; before its
//! commit they are handed over in one piece (on SQLite those of all transactions that share the commit),
//! so that a thousand of them wait for that disk once. What did not come to a commit may have been told.

use std::sync::{Arc, PoisonError, RwLock};

use crate::{Sql, StoreError, Value};

/// A statement that changed something, and what it was run with.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its name.
    pub name: &'static str,
    /// Its values.
    pub values: Vec<Value>,
}

/// Whoever writes down outside the database what some statements did.
pub trait Outside: Send + Sync {
    /// Whether runs of this statement are told.
    fn listens(&self, sql: &Sql, values: &[Value]) -> bool;

    /// What is about to become durable, in its order; answers when it is on disk. A number, if it wants to
    /// hear that the commit was made.
    ///
    /// # Errors
    /// When it cannot be written: then the transaction is undone.
    fn before(&self, runs: &[Run]) -> Result<Option<u64>, StoreError>;

    /// The commit was made.
    fn after(&self, number: u64);
}

/// The place of the one who listens, shared by all connections of a store.
#[derive(Default)]
pub(crate) struct Listener(RwLock<Option<Arc<dyn Outside>>>);

impl Listener {
    pub(crate) fn get(&self) -> Option<Arc<dyn Outside>> {
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        held.clone()
    }

    pub(crate) fn set(&self, outside: Option<Arc<dyn Outside>>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = outside;
    }
}

/// The runs of one transaction, or of those that share a commit.
#[derive(Default)]
pub(crate) struct Runs {
    outside: Option<Arc<dyn Outside>>,
    runs: Vec<Run>,
}

impl Runs {
    pub(crate) fn of(outside: Option<Arc<dyn Outside>>) -> Self {
        Self {
            outside,
            runs: Vec::new(),
        }
    }

    /// Runs of a further transaction under the same commit.
    pub(crate) fn beside(&self) -> Self {
        Self::of(self.outside.clone())
    }

    pub(crate) fn take(&mut self, mut others: Self) {
        self.runs.append(&mut others.runs);
    }

    /// Notes a statement that was run.
    pub(crate) fn note(&mut self, sql: &Sql, values: &[Value], changed: u64) {
        let Some(outside) = &self.outside else {
            return;
        };
        if changed > 0 && outside.listens(sql, values) {
            self.runs.push(Run {
                name: sql.name,
                values: values.to_vec(),
            });
        }
    }

    /// Tells them, before the commit.
    pub(crate) fn before(&self) -> Result<Option<u64>, StoreError> {
        match &self.outside {
            Some(outside) if !self.runs.is_empty() => outside.before(&self.runs),
            _ => Ok(None),
        }
    }

    /// The commit was made.
    pub(crate) fn after(&self, number: Option<u64>) {
        if let (Some(outside), Some(number)) = (&self.outside, number) {
            outside.after(number);
        }
    }
}

//! What lies beside the sealed records: times, references and states in the slices' own tables. They
//! name nobody, and are about a person all the same (GDPR Art. 15): each slice tells its own.

use std::sync::Arc;

use values::{Moment, SubjectId};
use web::{App, Later, Page};

/// One value of a row.
#[derive(Clone, Debug)]
pub enum Cell {
    /// Not there.
    Nothing,
    /// Text, the same for machines and people.
    Text(String),
    /// A word of the program, and how it is said in the person's language.
    Word(&'static str, String),
    /// An instant.
    At(Moment),
    /// A number.
    Count(i64),
}

impl Cell {
    /// An instant that may not have come.
    #[must_use]
    pub fn maybe_at(at: Option<Moment>) -> Self {
        at.map_or(Self::Nothing, Self::At)
    }
}

/// A table about one person, in words and for machines.
#[derive(Clone, Debug)]
pub struct Aside {
    /// Its name in files: `bookings`.
    pub name: &'static str,
    /// Its heading.
    pub title: String,
    /// What it is, in a sentence.
    pub lead: String,
    /// Name and label of each column.
    pub columns: Vec<(&'static str, String)>,
    /// The rows, as long as the columns.
    pub rows: Vec<Vec<Cell>>,
    /// The same as an iCalendar file, where it is about times.
    pub calendar: Option<String>,
    /// Whether the person gave it, or it was observed, under a contract or a consent (Art. 20).
    pub portable: bool,
}

/// A slice that has something beside the sealed records.
pub trait Beside: Send + Sync {
    /// What there is about a person, and nothing about anybody else.
    fn tell<'a>(&'a self, app: &'a App, page: &'a Page, who: SubjectId) -> Later<'a, Vec<Aside>>;
}

/// Every slice that has something, as a part of the services.
#[derive(Clone, Default)]
pub struct Besides(pub Vec<Arc<dyn Beside>>);

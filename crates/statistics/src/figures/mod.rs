//! `/stab/tall` and `/tall`: what people look for, from where, what found nothing, over time.

mod bars;
mod export;
mod map;
mod pages;
pub(crate) mod sql;

use jiff::{ToSpan, civil::Date};
use store::{Db, StoreError, plain};

pub use pages::{public, public_csv, staff, staff_csv};

use crate::words::{RARE, REMOVED};

/// Which cells are shown, and to whom.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// The smallest cell that anybody sees.
    pub smallest: i64,
    /// Whether everybody may see the figures.
    pub public: bool,
    /// Whether there is a database to find counties in.
    pub places: bool,
}

/// Whether the site's search finds something; the site knows. A part of the house: `Arc<dyn Finder>`.
pub trait Finder: Send + Sync {
    /// Whether these words lead anywhere today.
    fn finds(&self, words: &str) -> bool;
}

/// A span of time that can be chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Period {
    #[default]
    Month,
    Quarter,
    Year,
    All,
}

impl Period {
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::Year, Self::All];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Month => "30",
            Self::Quarter => "90",
            Self::Year => "365",
            Self::All => "alt",
        }
    }

    /// The message of the language file.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Month => "figures-30",
            Self::Quarter => "figures-90",
            Self::Year => "figures-365",
            Self::All => "figures-all",
        }
    }

    pub fn parse(code: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|period| period.code() == code)
            .unwrap_or_default()
    }

    /// The first day of the span that ends today.
    pub fn first(self, today: Date) -> Date {
        let days = match self {
            Self::Month => 29,
            Self::Quarter => 89,
            Self::Year => 364,
            // As long as anything is kept; the rule decides how long that is.
            Self::All => 3650,
        };
        today.checked_sub(days.days()).unwrap_or(today)
    }
}

/// A count of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub what: String,
    pub count: i64,
}

/// What the page is made of.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// Every visit that is shown.
    pub visits: i64,
    /// Of these, searches.
    pub searches: i64,
    /// Searches by their words, most first.
    pub terms: Vec<Line>,
    /// Searches of which nothing could be kept.
    pub removed: i64,
    /// Searches too rare to be shown.
    pub rare: i64,
    /// Visits by county, most first.
    pub counties: Vec<Line>,
    /// Visits by day, small ones too: only what is drawn of them is shown.
    pub days: Vec<Line>,
}

impl Figures {
    /// Reads them. `term` narrows places and days to one search.
    pub fn read(
        db: &mut dyn Db,
        first: Date,
        smallest: i64,
        term: &str,
    ) -> Result<Self, StoreError> {
        let (first, smallest) = (plain(first.to_string()), store::Value::from(smallest));
        let all = [first.clone(), smallest.clone()];
        let one = [first.clone(), smallest, plain(term)];
        let days = [first, plain(term)];
        let lines = |db: &mut dyn Db, sql, name: &str, values: &[store::Value]| {
            db.all(sql, values)?
                .iter()
                .map(|row| {
                    Ok(Line {
                        what: row.text(name)?.to_owned(),
                        count: row.i64("n")?,
                    })
                })
                .collect::<Result<Vec<_>, StoreError>>()
        };
        let mut figures = Self {
            terms: lines(db, &sql::BY_TERM, "term", &all)?,
            counties: lines(db, &sql::BY_COUNTY, "county", &one)?,
            days: lines(db, &sql::BY_DAY, "day", &days)?,
            ..Self::default()
        };
        figures.sort_out();
        Ok(figures)
    }

    /// Takes what is no word out of the list of words.
    fn sort_out(&mut self) {
        self.visits = self.terms.iter().map(|line| line.count).sum();
        self.searches = self
            .terms
            .iter()
            .filter(|line| !line.what.is_empty())
            .map(|line| line.count)
            .sum();
        let of = |what: &str| {
            let line = self.terms.iter().find(|line| line.what == what);
            line.map_or(0, |line| line.count)
        };
        (self.removed, self.rare) = (of(REMOVED), of(RARE));
        self.terms
            .retain(|line| !["", REMOVED, RARE].contains(&line.what.as_str()));
    }
}

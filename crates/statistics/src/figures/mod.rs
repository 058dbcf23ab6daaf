//! `/stab/tall` and `/tall`: what people look for, from where, what found nothing, over time.

mod bars;
mod export;
mod map;
mod pages;
mod risen;
pub(crate) mod sql;
mod view;

use jiff::{ToSpan, civil::Date};
use store::{Db, StoreError, Value, plain};
use values::{ControllerId, Moment};
use web::Later;

pub use pages::{public, public_csv, staff, staff_csv};

use crate::{
    count::Counts,
    words::{RARE, REMOVED},
};

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
    /// Whether these words lead anywhere, as the site is now.
    fn finds(&self, words: &str) -> bool;

    /// Looks at the site again before it is asked.
    fn look(&self, now: Moment) -> Later<'_, ()>;

    /// Where a page about these words is begun, for those who write the site.
    fn begin(&self, words: &str) -> String;
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

    /// What one bar of the span is: the message of the language file.
    pub const fn step(self) -> &'static str {
        match self {
            Self::Month => "figures-by-day",
            Self::Quarter => "figures-by-week",
            Self::Year | Self::All => "figures-by-month",
        }
    }

    /// How many days it is.
    const fn days(self) -> i64 {
        match self {
            Self::Month => 30,
            Self::Quarter => 90,
            Self::Year => 365,
            // As long as anything is kept; the rule decides how long that is.
            Self::All => 3651,
        }
    }

    /// The first day of the span that ends today.
    pub fn first(self, today: Date) -> Date {
        let back = (self.days() - 1).days();
        today.checked_sub(back).unwrap_or(today)
    }
}

/// What is looked at: days, a company or all of them, and the smallest number that is answered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    pub first: Date,
    /// The day after the last.
    pub until: Date,
    pub company: Option<ControllerId>,
    pub smallest: i64,
}

impl Span {
    /// The span that ends today.
    pub fn of(period: Period, today: Date, company: Option<ControllerId>, smallest: i64) -> Self {
        Self {
            first: period.first(today),
            until: today.tomorrow().unwrap_or(today),
            company,
            smallest,
        }
    }

    /// As many days before it; nothing is before everything.
    pub fn before(self, period: Period) -> Option<Self> {
        let first = self.first.checked_sub(period.days().days()).ok()?;
        (period != Period::All).then_some(Self {
            first,
            until: self.first,
            ..self
        })
    }

    pub(super) fn days(&self) -> [Value; 3] {
        [
            plain(self.first.to_string()),
            plain(self.until.to_string()),
            self.company.map_or(0, ControllerId::get).into(),
        ]
    }

    pub(super) fn values(&self) -> [Value; 4] {
        let [first, until, company] = self.days();
        [first, until, company, self.smallest.into()]
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
    /// Reads them. `term` narrows places and days to one search. What is not declared is not read.
    pub fn read(
        db: &mut dyn Db,
        span: &Span,
        counts: Counts,
        term: &str,
    ) -> Result<Self, StoreError> {
        let all = span.values();
        let mut one = all.to_vec();
        one.push(plain(term));
        let mut days = span.days().to_vec();
        days.push(plain(term));
        let mut figures = Self {
            days: lines(db, &sql::BY_DAY, "day", &days)?,
            ..Self::default()
        };
        if counts.counties {
            figures.counties = lines(db, &sql::BY_COUNTY, "county", &one)?;
        }
        if counts.searches {
            figures.terms = lines(db, &sql::BY_TERM, "term", &all)?;
            figures.sort_out();
        } else if let Some(row) = db.opt(&sql::ALL_VISITS, &all)? {
            figures.visits = row.i64("n")?;
        }
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

fn lines(
    db: &mut dyn Db,
    sql: &store::Sql,
    name: &str,
    values: &[Value],
) -> Result<Vec<Line>, StoreError> {
    let rows = db.all(sql, values)?;
    rows.iter()
        .map(|row| {
            Ok(Line {
                what: row.text(name)?.to_owned(),
                count: row.i64("n")?,
            })
        })
        .collect()
}

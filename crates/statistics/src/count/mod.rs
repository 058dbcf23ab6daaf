//! Counting inside the page request: a few numbers in memory, written away twice a second.

mod audit;
mod belongs;
mod close;
mod flush;
mod machines;
pub(crate) mod sql;

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasher, RandomState},
    net::IpAddr,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};

use axum::http::{HeaderMap, HeaderName, header};
use declaration::{
    Declaration,
    vocabulary::{Count, Purpose},
};
use values::{ControllerId, Moment};
use web::{Counted, Place, Visits};

use crate::{
    place::{County, CountyError, Ranges, Watched},
    words::{RARE, Term, scrub},
};

pub use audit::{Audit, audit};
pub use belongs::Belongs;
pub use close::{chore, forget_words};
pub use flush::work_through;

/// How many different searches are held in memory between two writings, and are new on one day. More are
/// counted as rare ones: a machine that types cannot fill memory or disk.
const MOST_HELD: usize = 4_096;
const MOST_NEW_A_DAY: usize = 20_000;

/// The site's own words: folded → the word in lower case.
pub trait Vocabulary: Send + Sync {
    /// The word as the pages write it.
    fn word(&self, folded: &str) -> Option<String>;

    /// Differs when the words do.
    fn stamp(&self) -> u64 {
        0
    }
}

/// A site without words of its own.
impl Vocabulary for () {
    fn word(&self, _: &str) -> Option<String> {
        None
    }
}

/// What the counter is made of.
pub struct CounterSettings {
    /// Whose site it is, first the one that a page belongs to when nothing says whose it is.
    pub controllers: Vec<ControllerId>,
    /// Whose which part of it is.
    pub belongs: Belongs,
    /// Whether the declaration says that visits are counted.
    pub declared: bool,
    /// Whether it says that search words are.
    pub searches: bool,
    /// Whether it says that counties are.
    pub counties: bool,
    /// The site's own words.
    pub vocabulary: Arc<dyn Vocabulary>,
}

impl CounterSettings {
    /// As the declaration has it.
    #[must_use]
    pub fn of(
        declaration: &Declaration,
        belongs: Belongs,
        vocabulary: Arc<dyn Vocabulary>,
    ) -> Self {
        let counted = Counts::of(declaration);
        Self {
            controllers: declaration.controllers().iter().map(|c| c.id).collect(),
            belongs,
            declared: counted.is_some(),
            searches: counted.is_some_and(|counted| counted.searches),
            counties: counted.is_some_and(|counted| counted.counties),
            vocabulary,
        }
    }
}

/// What the declaration lets be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    pub searches: bool,
    pub counties: bool,
}

impl Counts {
    /// Nothing when no visits are counted at all.
    pub fn of(declaration: &Declaration) -> Option<Self> {
        let purpose = declaration.purpose(Purpose::Statistics)?;
        Some(Self {
            searches: purpose.counts(Count::SearchTerm),
            counties: purpose.counts(Count::County),
        })
    }
}

/// What is counted together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Cell {
    pub controller: i64,
    pub term: String,
    pub county: County,
}

type Numbers = [AtomicU32; County::COUNT];

/// Counts of the last half second.
pub struct Counter {
    settings: CounterSettings,
    places: Watched,
    /// Visits without a search: a number for each company and county, no lock.
    visits: Vec<Numbers>,
    searches: Mutex<HashMap<Cell, u32>>,
    /// Hashes of the day's different searches.
    today: Mutex<HashSet<u64>>,
    key: RandomState,
    /// The site's words that the stored ones were compared with last.
    words_seen: Mutex<Option<u64>>,
}

impl Counter {
    /// A counter without a database of places: every county is unknown until there is one.
    #[must_use]
    pub fn new(settings: CounterSettings) -> Self {
        let companies = settings.controllers.len().max(1);
        Self {
            settings,
            places: Watched::default(),
            words_seen: Mutex::new(None),
            visits: (0..companies)
                .map(|_| std::array::from_fn(|_| AtomicU32::new(0)))
                .collect(),
            searches: Mutex::default(),
            today: Mutex::default(),
            key: RandomState::new(),
        }
    }

    /// Gives the counter its places.
    pub fn know_places(&self, ranges: Ranges) {
        self.places.take(ranges);
    }

    /// Reads the county database if the file is another than last time; blocks for as long as that takes.
    /// Answers how many networks are known of a file that was read now.
    ///
    /// # Errors
    /// When the file is not there or is damaged: what was read before stays in use.
    pub fn look_at_places(&self, path: &Path) -> Result<Option<usize>, CountyError> {
        self.places.look(path)
    }

    /// Whether counties are counted: if not, there is no need to know them.
    #[must_use]
    pub const fn counts_counties(&self) -> bool {
        self.settings.counties
    }

    /// What may be kept of these words today.
    pub(crate) fn scrubbed(&self, typed: &str) -> Term {
        scrub(typed, &|folded| self.settings.vocabulary.word(folded))
    }

    fn controller(&self, index: usize) -> i64 {
        self.settings
            .controllers
            .get(index)
            .map_or(0, |controller| controller.get())
    }

    fn search(&self, controller: i64, term: &Term, county: County) {
        let mut cell = Cell {
            controller,
            term: term.stored().to_owned(),
            county,
        };
        let hash = self.key.hash_one(&cell);
        let mut today = self.today.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = !today.contains(&hash);
        if is_new && today.len() < MOST_NEW_A_DAY {
            today.insert(hash);
        } else if is_new {
            RARE.clone_into(&mut cell.term);
        }
        drop(today);
        let mut held = self.searches.lock().unwrap_or_else(PoisonError::into_inner);
        if held.len() >= MOST_HELD && !held.contains_key(&cell) {
            RARE.clone_into(&mut cell.term);
        }
        *held.entry(cell).or_insert(0) += 1;
    }

    /// How many visits are in memory and not yet written.
    #[must_use]
    pub fn held(&self) -> u64 {
        let numbers = self.visits.iter().flatten();
        let visits: u64 = numbers.map(|n| u64::from(n.load(Ordering::Relaxed))).sum();
        let searches = self.searches.lock().unwrap_or_else(PoisonError::into_inner);
        visits + searches.values().map(|n| u64::from(*n)).sum::<u64>()
    }

    /// Takes what has been counted.
    pub(crate) fn take(&self) -> HashMap<Cell, u32> {
        let mut taken =
            std::mem::take(&mut *self.searches.lock().unwrap_or_else(PoisonError::into_inner));
        for (company, numbers) in self.visits.iter().enumerate() {
            for (county, number) in (0_u8..).zip(numbers) {
                let count = number.swap(0, Ordering::Relaxed);
                if count > 0 {
                    let cell = Cell {
                        controller: self.controller(company),
                        term: String::new(),
                        county: County(county),
                    };
                    taken.insert(cell, count);
                }
            }
        }
        taken
    }

    /// Puts back what could not be written.
    pub(crate) fn put_back(&self, counts: HashMap<Cell, u32>) {
        let mut held = self.searches.lock().unwrap_or_else(PoisonError::into_inner);
        for (cell, count) in counts {
            *held.entry(cell).or_insert(0) += count;
        }
    }

    /// A new day: its searches are all new.
    pub(crate) fn begin_day(&self) {
        self.today
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }
}

impl Visits for Counter {
    fn look(&self, headers: &HeaderMap, path: &str, address: Option<IpAddr>) -> Option<Place> {
        let settings = &self.settings;
        if !settings.declared || wants_not(headers) || machines::is_machine(headers) {
            return None;
        }
        let ranges = self.places.ranges();
        let county = match address {
            Some(address) if settings.counties && !ranges.is_empty() => ranges.county(address),
            _ => County::UNKNOWN,
        };
        Some(Place {
            from: county.0,
            company: settings.belongs.company(headers, path),
        })
    }

    fn count(&self, place: Place, page: &Counted, _: Moment) {
        let county = if usize::from(place.from) < County::COUNT {
            County(place.from)
        } else {
            County::UNKNOWN
        };
        let company = page
            .controller
            .or(place.company)
            .and_then(|id| self.settings.controllers.iter().position(|c| *c == id))
            .unwrap_or(0);
        let searched = page.searched.as_deref().filter(|_| self.settings.searches);
        let term = searched.map_or(Term::None, |typed| self.scrubbed(typed));
        if term == Term::None {
            if let Some(number) = self
                .visits
                .get(company)
                .and_then(|numbers| numbers.get(usize::from(county.0)))
            {
                number.fetch_add(1, Ordering::Relaxed);
            }
        } else {
            self.search(self.controller(company), &term, county);
        }
    }
}

/// Whether the visitor asks not to be counted. Rule: Global Privacy Control, and Do Not Track before it.
fn wants_not(headers: &HeaderMap) -> bool {
    let yes = |name: HeaderName| headers.get(name).is_some_and(|value| value == "1");
    yes(HeaderName::from_static("sec-gpc")) || yes(header::DNT)
}

//! Counting inside the page request: a few numbers in memory, written away twice a second.

mod close;
mod flush;
pub(crate) mod sql;

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasher, RandomState},
    net::IpAddr,
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};

use axum::http::{HeaderMap, HeaderName, header};
use declaration::{Declaration, vocabulary::Purpose};
use values::{ControllerId, Moment};
use web::{Counted, Place, Visits};

use crate::{
    place::{County, Ranges},
    words::{RARE, Term, scrub},
};

pub use close::chore;
pub use flush::work_through;

/// How many different searches are held in memory between two writings, and are new on one day. More are
/// counted as rare ones: a machine that types cannot fill memory or disk.
const MOST_HELD: usize = 4_096;
const MOST_NEW_A_DAY: usize = 20_000;

/// The site's own words: folded → the word in lower case.
pub trait Vocabulary: Send + Sync {
    /// The word as the pages write it.
    fn word(&self, folded: &str) -> Option<String>;
}

/// A site without words of its own.
impl Vocabulary for () {
    fn word(&self, _: &str) -> Option<String> {
        None
    }
}

/// What the counter is made of.
pub struct CounterSettings {
    /// Whose site it is, first the one that a page belongs to when it does not say.
    pub controllers: Vec<ControllerId>,
    /// Whether the declaration says that visits are counted.
    pub declared: bool,
    /// The site's own words.
    pub vocabulary: Arc<dyn Vocabulary>,
}

impl CounterSettings {
    /// As the declaration has it.
    #[must_use]
    pub fn of(declaration: &Declaration, vocabulary: Arc<dyn Vocabulary>) -> Self {
        Self {
            controllers: declaration.controllers().iter().map(|c| c.id).collect(),
            declared: declaration.purpose(Purpose::Statistics).is_some(),
            vocabulary,
        }
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
    ranges: OnceLock<Ranges>,
    /// Visits without a search: a number for each company and county, no lock.
    visits: Vec<Numbers>,
    searches: Mutex<HashMap<Cell, u32>>,
    /// Hashes of the day's different searches.
    today: Mutex<HashSet<u64>>,
    key: RandomState,
}

impl Counter {
    /// A counter without a database of places: every county is unknown until there is one.
    #[must_use]
    pub fn new(settings: CounterSettings) -> Self {
        let companies = settings.controllers.len().max(1);
        Self {
            settings,
            ranges: OnceLock::new(),
            visits: (0..companies)
                .map(|_| std::array::from_fn(|_| AtomicU32::new(0)))
                .collect(),
            searches: Mutex::default(),
            today: Mutex::default(),
            key: RandomState::new(),
        }
    }

    /// Gives the counter its places. The first ones stand.
    pub fn know_places(&self, ranges: Ranges) {
        let _ = self.ranges.set(ranges);
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
    fn look(&self, headers: &HeaderMap, address: Option<IpAddr>) -> Option<Place> {
        if !self.settings.declared || wants_not(headers) || is_machine(headers) {
            return None;
        }
        let county = match (self.ranges.get(), address) {
            (Some(ranges), Some(address)) => ranges.county(address),
            _ => County::UNKNOWN,
        };
        Some(Place(county.0))
    }

    fn count(&self, place: Place, page: &Counted, _: Moment) {
        let county = if usize::from(place.0) < County::COUNT {
            County(place.0)
        } else {
            County::UNKNOWN
        };
        let company = page
            .controller
            .and_then(|id| self.settings.controllers.iter().position(|c| *c == id))
            .unwrap_or(0);
        let term = page.searched.as_deref().map_or(Term::None, |typed| {
            scrub(typed, &|folded| self.settings.vocabulary.word(folded))
        });
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

/// Parts of what machines call themselves.
const MACHINES: [&str; 9] = [
    "bot",
    "crawl",
    "spider",
    "http",
    "headless",
    "preview",
    "lighthouse",
    "monitor",
    "slurp",
];

/// Whether it is a program that reads, or a browser that reads ahead. What it calls itself is looked at
/// here and not kept.
fn is_machine(headers: &HeaderMap) -> bool {
    let ahead = [
        HeaderName::from_static("purpose"),
        HeaderName::from_static("sec-purpose"),
        HeaderName::from_static("x-moz"),
    ];
    if ahead.iter().any(|name| headers.contains_key(name)) {
        return true;
    }
    let Some(agent) = headers.get(header::USER_AGENT) else {
        return true;
    };
    let agent = agent.as_bytes();
    // Every browser of today begins so.
    if !agent.starts_with(b"Mozilla/5.0") {
        return true;
    }
    let mut lower = [0_u8; 256];
    let length = agent.len().min(lower.len());
    lower[..length].copy_from_slice(&agent[..length]);
    lower.make_ascii_lowercase();
    std::str::from_utf8(&lower[..length])
        .map_or(true, |text| MACHINES.iter().any(|part| text.contains(part)))
}

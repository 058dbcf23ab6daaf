//! A firm that moves in brings the subscribers it has at the service, each with the proof of their yes:
//! when it was given, where, and to which words. A row that proves it comes in, as of the instant it
//! was said; a no comes in as a no; every other row is refused and listed. Nothing is kept of a file
//! that is only looked at but in the memory of the process, and for half an hour.

mod carry;
mod judge;
mod list;
mod older;
mod pages;
mod table;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use values::{Email, Moment, PersonName, SubjectId};
use vault::OlderWords;

use crate::{hear::Kind, lines::Mark};

use older::Older;
pub(crate) use pages::{carry_out, look, refused, show, told};

/// The word of the ledger for a yes that was brought along.
pub(crate) const FORM: &str = "import";
/// So long a file that has been looked at waits for the button.
const WAIT_MINUTES: i64 = 30;

/// Why a row does not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Why {
    /// Fewer or more cells than columns.
    Shape,
    /// No address, and no number the service knows one for.
    NoAddress,
    /// Not an e-mail address.
    Address,
    /// No status, or none that says that they get letters.
    Status,
    /// Not said when.
    NoTime,
    /// Not an instant that has been.
    Time,
    /// Not said where.
    NoSource,
    /// Not said to which words.
    NoWords,
    /// Other words than those the declaration asks with.
    OtherWords,
    /// Older words, at a time when they were not used.
    OtherTime,
    /// The address is not to be written to.
    Suppressed,
    /// Said no, here or there or on another row.
    SaidNo,
    /// What is kept about them may not be used (GDPR Art. 18, 21).
    Restricted,
}

impl Why {
    /// Every reason, in the order they are shown.
    pub(crate) const ALL: &'static [Self] = &[
        Self::Shape,
        Self::NoAddress,
        Self::Address,
        Self::Status,
        Self::NoTime,
        Self::Time,
        Self::NoSource,
        Self::NoWords,
        Self::OtherWords,
        Self::OtherTime,
        Self::Suppressed,
        Self::SaidNo,
        Self::Restricted,
    ];

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Shape => "shape",
            Self::NoAddress => "no-address",
            Self::Address => "address",
            Self::Status => "status",
            Self::NoTime => "no-time",
            Self::Time => "time",
            Self::NoSource => "no-source",
            Self::NoWords => "no-words",
            Self::OtherWords => "other-words",
            Self::OtherTime => "other-time",
            Self::Suppressed => "suppressed",
            Self::SaidNo => "said-no",
            Self::Restricted => "restricted",
        }
    }

    pub(crate) fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.as_str() == word)
    }

    /// The key of its words.
    pub(crate) fn key(self) -> String {
        format!("make-import-why-{}", self.as_str())
    }
}

/// A yes with everything that shows it.
#[derive(Clone)]
pub(crate) struct Proof {
    pub mark: Mark,
    pub email: Email,
    pub first_name: Option<PersonName>,
    /// When it was said.
    pub at: Moment,
    /// In which language it was asked.
    pub lang: web::Lang,
    /// Where, and through what or whom.
    pub source: String,
    /// To older words, which the officer has judged to cover what is asked.
    pub older: bool,
}

/// What a row says.
#[derive(Clone)]
pub(crate) enum What {
    /// A yes, proven.
    Yes(Box<Proof>),
    /// A no, or letters that come back.
    No(Kind, Mark, Email),
    /// The same as a row before it.
    Again,
    /// Not to come in.
    Refused(Why),
}

/// A row of the file, read.
#[derive(Clone)]
pub(crate) struct Read {
    /// Its number, as a spreadsheet counts: the head is 1.
    pub row: i64,
    /// The service's number of the subscriber, if it is known.
    pub there: Option<i64>,
    pub what: What,
}

/// What comes, or came, of a file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outcome {
    /// Yeses that come in.
    pub yes: i64,
    /// So many of them were given to older words.
    pub covered: i64,
    /// Those words, as they are shown.
    pub older: Option<OlderWords>,
    /// Yeses that are here already.
    pub known: i64,
    /// Noes and returned letters.
    pub no: i64,
    /// Row, the service's number, and why not.
    pub refused: Vec<(i64, Option<i64>, Why)>,
}

/// A file that has been looked at.
#[derive(Clone)]
struct Pending {
    by: SubjectId,
    token: i64,
    until: Moment,
    file: Arc<Looked>,
}

/// A file that has been read and judged.
pub(crate) struct Looked {
    pub rows: Vec<Read>,
    pub older: Option<Older>,
}

/// The file that waits for its button, if one does.
#[derive(Default)]
pub(crate) struct Waiting(Mutex<Option<Pending>>);

impl Waiting {
    fn lock(&self) -> MutexGuard<'_, Option<Pending>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, pending: Pending) {
        *self.lock() = Some(pending);
    }

    /// The file somebody looked at, once: what is taken is not there any more.
    fn take(&self, by: SubjectId, token: i64, now: Moment) -> Option<Arc<Looked>> {
        let mut waiting = self.lock();
        let fits = |one: &Pending| one.by == by && one.token == token && now < one.until;
        if !waiting.as_ref().is_some_and(fits) {
            return None;
        }
        waiting.take().map(|one| one.file)
    }
}

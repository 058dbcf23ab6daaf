//! Opening that is out of the ordinary: the judge in front of the permit, a pure function of what the
//! reader does, what today's work is, and the limits of the rule table (GDPR Art. 32(4), clause C26).
//!
//! The vault knows no bookings and no opening hours: the house tells it through [`Usual`].

use std::collections::BTreeSet;

use declaration::{Declaration, RuleTable, vocabulary::Role};
use jiff::civil::Date;
use store::{Db, StoreError};
use values::{ControllerId, LookId, Moment, SubjectId};

use crate::VaultError;

/// A call that opens this many persons or fewer is somebody reading one after another.
const ONE_BY_ONE: usize = 3;

/// What is out of the ordinary.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Unusual {
    /// No booking, visit or case about the person, now or nearly now, at the reader's legal entity.
    NotToday,
    /// More different persons in an hour than work brings.
    ManyPersons,
    /// The workshops of the reader's legal entity are closed.
    OddHours,
}

impl Unusual {
    /// Every one.
    pub const ALL: &'static [Self] = &[Self::NotToday, Self::ManyPersons, Self::OddHours];

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotToday => "not_today",
            Self::ManyPersons => "many",
            Self::OddHours => "odd_hours",
        }
    }

    /// The one of that word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.as_str() == name)
    }
}

/// The word for the broken glass among the kinds of looks.
pub const BREAK_GLASS: &str = "break_glass";

/// Why a reader is stopped in front of a permit. Not a refusal: a page that catches refusals quietly
/// must not swallow it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Pause {
    /// A reason is asked for first; under this number it can be given.
    #[error("a reason is asked for first")]
    NeedsReason(LookId),
    /// The role has no right to open many in one go.
    #[error("this role may not open many persons in one go")]
    NoBulk,
    /// The role's limit for an hour is reached.
    #[error("more persons in an hour than this role may open in bulk")]
    BulkLimit(u32),
}

/// What a reader is about to do.
#[derive(Clone, Debug)]
pub struct Gaze {
    /// Who.
    pub reader: SubjectId,
    /// Employed by.
    pub controller: ControllerId,
    /// Whom; persons only, no vehicles and no colleagues.
    pub persons: Vec<SubjectId>,
    /// When.
    pub at: Moment,
    /// How many days around now still count as now.
    pub days: i64,
    /// How many minutes before and after the hours are still usual.
    pub margin: i64,
}

/// What the house knows of the day.
#[derive(Clone, Debug, Default)]
pub struct Day {
    /// Those of the persons who belong to today's work.
    pub at_work: BTreeSet<SubjectId>,
    /// Whether any workshop of the legal entity is open, or nearly.
    pub open: bool,
}

/// What the house knows of today's work. Brought by the program; without one everything is usual.
pub trait Usual: Send + Sync {
    /// Answers on the vault's own reading.
    ///
    /// # Errors
    /// When the store fails.
    fn day(&self, db: &mut dyn Db, gaze: &Gaze) -> Result<Day, StoreError>;

    /// Whether a reader is stopped and asked, or the line only marked (the setting `unusual_reads`).
    fn asks(&self) -> bool {
        true
    }
}

/// The numbers in force for a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Days around now.
    pub days: i64,
    /// Persons in an hour.
    pub persons: usize,
    /// Minutes around the opening hours.
    pub margin: i64,
    /// Minutes a reason is good for.
    pub reason: i64,
    /// Persons in one go.
    pub bulk_from: usize,
    /// Persons in an hour, in bulk.
    pub bulk: usize,
    /// Minutes the glass stays broken.
    pub glass: i64,
}

impl Limits {
    /// The limits of a day for a role.
    ///
    /// # Errors
    /// When the rule table lacks one.
    pub fn of(rules: &RuleTable, role: Role, day: Date) -> Result<Self, VaultError> {
        let number = |id: &str| {
            let limit = rules.limit_of(id, role, day);
            let limit = limit.ok_or_else(|| VaultError::RuleMissing(id.to_owned()))?;
            Ok::<_, VaultError>(limit.number)
        };
        Ok(Self {
            days: number("look-days-around")?.into(),
            persons: number("look-persons-per-hour")? as usize,
            margin: number("look-hours-margin")?.into(),
            reason: number("look-reason-minutes")?.into(),
            bulk_from: number("bulk-from")? as usize,
            bulk: number("bulk-per-hour")? as usize,
            glass: number("break-glass-minutes")?.into(),
        })
    }
}

/// A reason that was given and still stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its number.
    pub id: LookId,
    /// For what; empty for the broken glass.
    pub kinds: Vec<Unusual>,
    /// For whom.
    pub persons: BTreeSet<SubjectId>,
    /// Whether it is the broken glass.
    pub glass: bool,
}

/// Everything the judge knows.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    /// Whom the reader wants to open.
    pub persons: &'a BTreeSet<SubjectId>,
    /// Whether it was asked for as many in one go.
    pub bulk: bool,
    /// Whether it is work on a case about the person's own rights.
    pub rights_case: bool,
    /// What the house knows of the day.
    pub day: &'a Day,
    /// Whom the reader opened one by one in the last hour.
    pub hour: &'a BTreeSet<SubjectId>,
    /// Whom the reader opened in bulk in the last hour.
    pub hour_bulk: &'a BTreeSet<SubjectId>,
    /// Reasons that stand.
    pub given: &'a [Given],
    /// Whether the role may open many in one go.
    pub may_bulk: bool,
    /// The numbers.
    pub limits: Limits,
}

/// What is written in the log line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Many in one go.
    pub bulk: bool,
    /// Out of the ordinary.
    pub unusual: bool,
    /// Under the broken glass.
    pub glass: bool,
    /// The reason's number; 0 for none.
    pub look: i64,
}

impl Marks {
    /// The words of the column.
    #[must_use]
    pub fn words(&self) -> String {
        let words = [
            (self.bulk, "bulk"),
            (self.unusual, "unusual"),
            (self.glass, BREAK_GLASS),
        ];
        let said: Vec<&str> = words.iter().filter(|w| w.0).map(|w| w.1).collect();
        said.join(",")
    }
}

/// The judge's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// Go on, and write this in the line.
    Go(Marks),
    /// Ask for a reason first: for what, and for whom.
    Ask(Vec<Unusual>, BTreeSet<SubjectId>),
    /// Not in bulk.
    NoBulk,
    /// Not more in bulk this hour.
    BulkLimit(u32),
}

/// Decides. Pure.
#[must_use]
pub fn judge_look(scene: &Scene<'_>) -> Word {
    let outside: BTreeSet<SubjectId> = match scene.rights_case {
        true => BTreeSet::new(),
        false => scene
            .persons
            .difference(&scene.day.at_work)
            .copied()
            .collect(),
    };
    let limits = scene.limits;
    let bulk = scene.bulk || outside.len() > limits.bulk_from;
    if bulk {
        if !scene.may_bulk {
            return Word::NoBulk;
        }
        if scene.hour_bulk.union(scene.persons).count() > limits.bulk {
            return Word::BulkLimit(u32::try_from(limits.bulk).unwrap_or(u32::MAX));
        }
    }
    if let Some(glass) = scene.given.iter().find(|given| given.glass) {
        let look = glass.id.get();
        return Word::Go(Marks {
            bulk,
            glass: true,
            look,
            ..Marks::default()
        });
    }
    let mut kinds = Vec::new();
    if !scene.bulk && !outside.is_empty() {
        kinds.push(Unusual::NotToday);
    }
    let counted = match scene.persons.len() <= ONE_BY_ONE {
        true => scene.persons,
        false => &outside,
    };
    if !scene.bulk
        && !counted.is_subset(scene.hour)
        && scene.hour.union(counted).count() > limits.persons
    {
        kinds.push(Unusual::ManyPersons);
    }
    if !scene.day.open {
        kinds.push(Unusual::OddHours);
    }
    if kinds.is_empty() {
        return Word::Go(Marks {
            bulk,
            ..Marks::default()
        });
    }
    answered(scene, &kinds, &outside, bulk)
}

/// Whether reasons that stand cover everything out of the ordinary.
fn answered(
    scene: &Scene<'_>,
    kinds: &[Unusual],
    outside: &BTreeSet<SubjectId>,
    bulk: bool,
) -> Word {
    let mut look = 0;
    let mut open = Vec::new();
    for kind in kinds {
        let given = scene
            .given
            .iter()
            .filter(|given| given.kinds.contains(kind));
        let given: Vec<&Given> = match kind {
            Unusual::NotToday => given.filter(|g| !g.persons.is_disjoint(outside)).collect(),
            Unusual::ManyPersons | Unusual::OddHours => given.collect(),
        };
        let covered = match kind {
            Unusual::NotToday => outside
                .iter()
                .all(|one| given.iter().any(|given| given.persons.contains(one))),
            Unusual::ManyPersons | Unusual::OddHours => !given.is_empty(),
        };
        match given.first() {
            Some(first) if covered => look = first.id.get(),
            _ => open.push(*kind),
        }
    }
    if open.is_empty() {
        return Word::Go(Marks {
            bulk,
            unusual: true,
            look,
            ..Marks::default()
        });
    }
    let whom = match open.contains(&Unusual::NotToday) {
        true => outside.clone(),
        false => BTreeSet::new(),
    };
    Word::Ask(open, whom)
}

/// Whether a role may open many in one go, itself or under the broken glass.
pub(crate) fn may_bulk(declaration: &Declaration, role: Role, given: &[Given]) -> bool {
    let broken = given.iter().any(|given| given.glass);
    let taken = declaration.break_glass(role).filter(|_| broken);
    declaration.may_bulk(role) || taken.is_some_and(|role| declaration.may_bulk(role))
}

//! How long there is a right, and whether word of the fault came in time. Pure: days in, days out. The
//! numbers stand in the rule table; whether a time was reasonable is for a person to judge.

use declaration::RuleTable;
use jiff::civil::Date;
use values::Moment;
use vault::VaultError;

use crate::{
    handover::claim_rule,
    words::{Buyer, Ground, LineKind},
};

/// A consumer's least time to tell, counted from the discovery.
const LEAST: &str = "claim-notice-minimum";
/// The rules that are the limitation of claims, and what is added for whoever came to know of it late.
const LIMITATION: &[&str] = &["limitation", "claim-business-repair"];
const KNOWLEDGE: &str = "limitation-knowledge";

/// The last day of a right, and the rule it follows (`id@version`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The last day.
    pub last: Date,
    /// By which rule; empty for a warranty, which follows its own terms.
    pub rule: String,
}

/// What is known of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The last day of the right by law.
    pub by_law: Reach,
    /// The last day of the warranty.
    pub warranty: Option<Date>,
}

/// Whether word came in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It is never too late: within a consumer's least time, or within the warranty.
    InTime {
        /// Until when it would have been so.
        until: Reach,
    },
    /// The law asks for a reasonable time: so many days went by, and a person judges.
    Judge {
        /// Days from discovery to notice.
        days: i32,
        /// The last day there is a right at all.
        last: Reach,
    },
    /// It came after the last day.
    TooLate {
        /// Which that was.
        last: Reach,
    },
    /// There is no such right: a warranty that was never given.
    None,
}

impl Notice {
    /// Whether a person has to judge before the case is decided.
    #[must_use]
    pub const fn needs_a_judge(&self) -> bool {
        !matches!(self, Self::InTime { .. })
    }
}

fn by_rule(rules: &RuleTable, id: &str, from: Moment) -> Result<Reach, VaultError> {
    let rule = rules.at(id, from.local_date());
    let rule = rule.ok_or_else(|| VaultError::RuleMissing(id.to_owned()))?;
    Ok(Reach {
        last: rule.last_day(from),
        rule: rule.cited(),
    })
}

/// Any instant of a day: noon, which no clock change touches.
fn of_day(day: Date) -> Moment {
    Moment::at_local(day, 12, 0)
}

/// The last day of the right by law on something delivered.
///
/// # Errors
/// [`VaultError::RuleMissing`] when the rule table lacks the rule.
pub fn reach(
    rules: &RuleTable,
    (buyer, kind, long_life): (Buyer, LineKind, bool),
    delivered: Moment,
) -> Result<Reach, VaultError> {
    by_rule(rules, claim_rule(buyer, kind, long_life), delivered)
}

/// Whether word of a fault came in time, over all lines it is about: the longest right counts.
///
/// Grounds: håndverkertjenesteloven § 22 and forbrukerkjøpsloven § 27 (reasonable time, never less than
/// two months for a consumer, and never after the last day unless a warranty reaches further);
/// kjøpsloven § 32 between businesses; foreldelsesloven §§ 3 and 10 for work between businesses.
///
/// # Errors
/// [`VaultError::RuleMissing`] when the rule table lacks a rule.
pub fn notice(
    rules: &RuleTable,
    (ground, buyer): (Ground, Buyer),
    lines: &[Line],
    (discovered, notified): (Date, Date),
) -> Result<Notice, VaultError> {
    let warranty = lines.iter().filter_map(|line| line.warranty).max();
    let warranty = warranty.map(|last| Reach {
        last,
        rule: String::new(),
    });
    if ground == Ground::Warranty {
        return Ok(by_promise(warranty, (discovered, notified)));
    }
    let mut last = warranty;
    for line in lines {
        let reach = with_knowledge(rules, &line.by_law, discovered)?;
        if last.as_ref().is_none_or(|known| known.last <= reach.last) {
            last = Some(reach);
        }
    }
    let Some(last) = last else {
        return Ok(Notice::None);
    };
    if notified > last.last {
        return Ok(Notice::TooLate { last });
    }
    if buyer == Buyer::Consumer {
        let until = by_rule(rules, LEAST, of_day(discovered))?;
        if notified <= until.last {
            return Ok(Notice::InTime { until });
        }
    }
    Ok(Notice::Judge {
        days: days(discovered, notified),
        last,
    })
}

/// By the terms of the warranty: a fault that showed in it and was told of after it is for a person.
fn by_promise(warranty: Option<Reach>, (discovered, notified): (Date, Date)) -> Notice {
    match warranty {
        None => Notice::None,
        Some(until) if notified <= until.last => Notice::InTime { until },
        Some(last) if discovered <= last.last => Notice::Judge {
            days: days(discovered, notified),
            last,
        },
        Some(last) => Notice::TooLate { last },
    }
}

/// Where the limit is the limitation of claims, whoever came to know of it late has a year from then.
fn with_knowledge(
    rules: &RuleTable,
    by_law: &Reach,
    discovered: Date,
) -> Result<Reach, VaultError> {
    let rule = by_law.rule.split('@').next().unwrap_or_default();
    let limited = LIMITATION.contains(&rule);
    if !limited {
        return Ok(by_law.clone());
    }
    let known = by_rule(rules, KNOWLEDGE, of_day(discovered))?;
    Ok(if known.last > by_law.last {
        known
    } else {
        by_law.clone()
    })
}

fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

//! The clock of a request (GDPR Art. 12(3)): a month from the day it came, two more once told inside the
//! first; still while there is reasonable doubt about who asks (Art. 12(6)), and only then.
//!
//! Pauses count in whole days, from the day the doubt arose to the day it was gone: a doubt that is gone
//! the same day gives nothing.

use declaration::RuleTable;
use jiff::ToSpan as _;
use values::Moment;
use vault::VaultError;

use super::{Event, What, due};

/// Whole days, in Norway, from one instant to a later one.
pub(crate) fn days_between(from: Moment, to: Moment) -> i64 {
    let span = from.local_date().until(to.local_date());
    span.map_or(0, |span| i64::from(span.get_days())).max(0)
}

/// When a request must be answered, and the rule that says so, after pauses of so many days.
///
/// # Errors
/// When the rule table lacks the rule.
pub fn due_after(
    rules: &RuleTable,
    received: Moment,
    extended: bool,
    paused_days: i64,
) -> Result<(String, Moment), VaultError> {
    let (rule, base) = due(rules, received, extended)?;
    Ok((rule, later_by(base, paused_days)))
}

/// A date that so many days of standing still have moved. Days are days: summer time moves nothing.
pub(crate) fn later_by(due: Moment, paused_days: i64) -> Moment {
    if paused_days <= 0 {
        return due;
    }
    let last = due.plus_ms(-1).local_date();
    let moved = last.checked_add(paused_days.days());
    moved.map_or(Moment::FOREVER, Moment::after_day)
}

/// The pauses of a case, from its events: since when, until when.
pub(crate) fn pauses(events: &[Event]) -> Vec<(Moment, Option<Moment>)> {
    let mut pauses: Vec<(Moment, Option<Moment>)> = Vec::new();
    for event in events {
        let open = pauses.last_mut().filter(|(_, until)| until.is_none());
        match (event.what, open) {
            (What::Doubted, None) => pauses.push((event.at, None)),
            (What::Proven, Some((_, until))) => *until = Some(event.at),
            _ => {}
        }
    }
    pauses
}

/// Whole days of all pauses, the one that lasts counted until now.
pub(crate) fn paused_days(pauses: &[(Moment, Option<Moment>)], now: Moment) -> i64 {
    let days = |(from, until): &(Moment, Option<Moment>)| days_between(*from, until.unwrap_or(now));
    pauses.iter().map(days).sum()
}

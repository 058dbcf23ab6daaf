//! What is typed about a case.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Deserialize;
use values::{FreeText, Typed, WorkLineId, parse_date};
use vault::Vault;
use web::Errors;

use super::{decide::Judged, take::NewCase};
use crate::words::{Ground, Outcome, Timely, Told};

/// A case as typed.
#[derive(Default, Deserialize)]
pub(crate) struct CaseForm {
    #[serde(default)]
    pub ground: Typed,
    #[serde(default)]
    pub told: Typed,
    #[serde(default)]
    pub discovered: Typed,
    #[serde(default)]
    pub notified: Typed,
    #[serde(default)]
    pub text: Typed,
    #[serde(default)]
    pub lines: Vec<String>,
    #[serde(default)]
    pub key: Typed,
}

/// A judgement of the time limits as typed.
#[derive(Default, Deserialize)]
pub(crate) struct AssessForm {
    #[serde(default)]
    pub ground: Typed,
    #[serde(default)]
    pub timely: Typed,
    #[serde(default)]
    pub long: Vec<String>,
    #[serde(default)]
    pub assessment: Typed,
    #[serde(default)]
    pub seen: Typed,
}

/// A decision as typed.
#[derive(Default, Deserialize)]
pub(crate) struct DecideForm {
    #[serde(default)]
    pub outcome: Typed,
    #[serde(default)]
    pub reason: Typed,
    #[serde(default)]
    pub seen: Typed,
}

/// The version of a case that somebody looked at; one that is none fits no case.
pub(super) fn seen(typed: &Typed) -> i64 {
    typed.as_str().trim().parse().unwrap_or(-1)
}

impl CaseForm {
    /// A fresh form with a key of its own: sent twice it is one case.
    pub fn fresh(vault: &Vault, today: Date) -> Self {
        Self {
            key: Typed::from(data_encoding::HEXLOWER.encode(&vault.world().secret())),
            notified: Typed::from(today.to_string()),
            ..Self::default()
        }
    }

    /// Whether a line is ticked.
    pub fn chosen(&self, line: &WorkLineId) -> bool {
        ticked(&self.lines, *line)
    }
}

impl AssessForm {
    /// Whether a line is ticked as one that is meant to last considerably longer.
    pub fn lasts(&self, line: &WorkLineId) -> bool {
        ticked(&self.long, *line)
    }
}

fn ticked(all: &[String], line: WorkLineId) -> bool {
    let line = line.to_string();
    all.contains(&line)
}

fn ids(typed: &[String]) -> impl Iterator<Item = WorkLineId> {
    typed.iter().filter_map(|one| one.parse().ok())
}

/// Who types a case: what may be asked of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// A colleague: they know the law, and how word came.
    Staff,
    /// The customer: reklamasjon by law is theirs whatever they call it.
    Customer,
}

/// Parses a case; notes at the fields what is wrong.
pub(super) fn parse(
    vault: &Vault,
    (typed, by): (&CaseForm, By),
    (delivered, today): (Date, Date),
    errors: &mut Errors,
) -> Option<NewCase> {
    let (ground, told) = match by {
        By::Customer => (Some(Ground::Complaint), Some(Told::Page)),
        By::Staff => (
            Ground::from_name(typed.ground.as_str()),
            Told::from_name(typed.told.as_str()).filter(|told| *told != Told::Page),
        ),
    };
    for (field, missing) in [("ground", ground.is_none()), ("told", told.is_none())] {
        if missing {
            errors.add(field, "error-choice");
        }
    }
    let discovered = errors.take("discovered", parse_date(typed.discovered.as_str()));
    let notified = match by {
        By::Customer => Some(today),
        By::Staff => errors.take("notified", parse_date(typed.notified.as_str())),
    };
    in_order(errors, (discovered, notified), (delivered, today));
    let text = errors.take("text", FreeText::parse(typed.text.as_str()));
    if errors.any() {
        return None;
    }
    Some(NewCase {
        ground: ground?,
        told: told?,
        discovered: discovered?,
        notified: notified?,
        text: text?,
        lines: ids(&typed.lines).collect(),
        key_tag: key_tag(vault, typed),
    })
}

/// The hash of the form's key. One that came without a key is a case of its own: nobody's complaint is
/// taken for another's.
fn key_tag(vault: &Vault, typed: &CaseForm) -> [u8; 32] {
    let fresh = vault.world().secret();
    let key = match typed.key.as_str() {
        "" => &fresh[..],
        key => key.as_bytes(),
    };
    *vault.tag_code("complaint-key", key).hash()
}

/// A fault is found after the hand-over, told of after it is found, and neither is still to come.
fn in_order(
    errors: &mut Errors,
    (discovered, notified): (Option<Date>, Option<Date>),
    (delivered, today): (Date, Date),
) {
    for (field, day) in [("discovered", discovered), ("notified", notified)] {
        if day.is_some_and(|day| day > today) {
            errors.add(field, "complaint-in-future");
        }
    }
    if discovered.is_some_and(|day| day < delivered) {
        errors.add("discovered", "complaint-before-delivery");
    }
    if let (Some(found), Some(told)) = (discovered, notified)
        && told < found
    {
        errors.add("notified", "complaint-before-discovery");
    }
}

/// Parses a judgement.
pub(super) fn parse_assessment(typed: &AssessForm, errors: &mut Errors) -> Option<Judged> {
    let ground = Ground::from_name(typed.ground.as_str());
    let timely = Timely::from_name(typed.timely.as_str());
    for (field, missing) in [("ground", ground.is_none()), ("timely", timely.is_none())] {
        if missing {
            errors.add(field, "error-choice");
        }
    }
    let reason = errors.take("assessment", FreeText::parse(typed.assessment.as_str()));
    if errors.any() {
        return None;
    }
    Some(Judged {
        ground: ground?,
        timely: timely?,
        long: ids(&typed.long).collect::<BTreeSet<_>>(),
        reason: reason?,
    })
}

/// Parses a decision.
pub(super) fn parse_decision(
    typed: &DecideForm,
    errors: &mut Errors,
) -> Option<(Outcome, FreeText)> {
    let outcome = Outcome::from_name(typed.outcome.as_str());
    if outcome.is_none() {
        errors.add("outcome", "error-choice");
    }
    let reason = errors.take("reason", FreeText::parse(typed.reason.as_str()));
    if errors.any() {
        return None;
    }
    Some((outcome?, reason?))
}

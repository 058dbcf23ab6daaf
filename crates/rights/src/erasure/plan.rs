//! What a request to be forgotten ends, strand by strand. Pure.

use declaration::{
    Declaration,
    vocabulary::{Category, Purpose},
};
use values::{Moment, StrandId, SubjectId};
use vault::{Reason, StrandInfo};

/// What becomes of a strand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// No reason is left: its key is destroyed.
    Goes,
    /// Reasons that the person cannot end keep it until a date.
    Kept {
        /// The reason that keeps it longest.
        rule: String,
        /// For which purpose.
        purpose: String,
        /// When it goes; [`Moment::FOREVER`] while something is open.
        until: Moment,
    },
    /// Nothing but a hold keeps it.
    Held {
        /// Why.
        reason: String,
        /// ISO date of the review.
        review_on: String,
    },
    /// Something is still going on that needs it.
    Busy {
        /// What: `booking`, `visit` …
        source: String,
    },
}

/// A strand with its fate.
#[derive(Clone, Debug)]
pub(crate) struct Planned {
    pub strand: StrandId,
    /// Under which subject: one person may have several.
    pub person: SubjectId,
    pub category: Category,
    pub fate: Fate,
    /// Purposes whose reasons end because the person asks.
    pub ends: Vec<Purpose>,
}

/// A hold as the plan needs it: its reason and the ISO date of its review.
pub(crate) type Hold = (String, String);

/// Whether a person can end a purpose by asking to be forgotten (GDPR Art. 17(1)), for one category.
///
/// What is kept under a legal obligation or for legal claims stays (Art. 17(3)(b) and (e)). The case of
/// the request is itself kept by law; the letters about it are not, for the answer is a new one.
pub(crate) fn can_end(purpose: Purpose, category: Category) -> bool {
    match purpose {
        Purpose::Visit
        | Purpose::Repair
        | Purpose::Account
        | Purpose::ServiceReminders
        | Purpose::Newsletter
        | Purpose::CustomerNews
        | Purpose::Prospecting
        | Purpose::Statistics => true,
        Purpose::Rights => category != Category::RightsCase,
        Purpose::Accounting | Purpose::Claims | Purpose::Safety | Purpose::StaffAccess => false,
    }
}

/// Whether a reason is something going on, which cannot be broken off from here. An open complaint is
/// not: the person is answered at once, and what the case needs is kept for it (Art. 17(3)(e)).
fn is_busy(reason: &Reason) -> bool {
    let own = matches!(
        Purpose::from_name(&reason.purpose),
        Some(Purpose::Visit | Purpose::Repair)
    );
    own && reason.until.is_forever()
}

fn ends(reason: &Reason, category: Category) -> bool {
    Purpose::from_name(&reason.purpose).is_some_and(|purpose| can_end(purpose, category))
}

/// The fate of one strand.
pub(crate) fn fate(strand: &StrandInfo, holds: &[Hold], now: Moment) -> Fate {
    let reasons = strand.reasons.iter();
    if let Some(busy) = reasons.clone().find(|reason| is_busy(reason)) {
        return Fate::Busy {
            source: busy.source_kind.clone(),
        };
    }
    let stays = reasons.filter(|r| r.until > now && !ends(r, strand.category));
    match (stays.max_by_key(|reason| reason.until), holds.first()) {
        (Some(reason), _) => Fate::Kept {
            rule: reason.rule.clone(),
            purpose: reason.purpose.clone(),
            until: reason.until,
        },
        (None, Some((reason, review_on))) => Fate::Held {
            reason: reason.clone(),
            review_on: review_on.clone(),
        },
        (None, None) => Fate::Goes,
    }
}

/// The whole plan, in the order a person is shown categories.
pub(crate) fn plan(strands: &[(StrandInfo, Vec<Hold>)], now: Moment) -> Vec<Planned> {
    let mut planned: Vec<Planned> = strands
        .iter()
        .map(|(strand, holds)| {
            let mut ends: Vec<Purpose> = Vec::new();
            for reason in strand
                .reasons
                .iter()
                .filter(|r| self::ends(r, strand.category))
            {
                if let Some(purpose) = Purpose::from_name(&reason.purpose)
                    && !ends.contains(&purpose)
                {
                    ends.push(purpose);
                }
            }
            Planned {
                strand: strand.id,
                person: strand.subject,
                category: strand.category,
                fate: fate(strand, holds, now),
                ends,
            }
        })
        .collect();
    planned.sort_by_key(|one| one.category);
    planned
}

/// What is going on and has to be finished or cancelled first, by its word.
pub(crate) fn blockers(plan: &[Planned]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for one in plan {
        if let Fate::Busy { source } = &one.fate
            && !found.contains(source)
        {
            found.push(source.clone());
        }
    }
    found
}

/// The law behind a reason that stays: the rule's own reference, or the law of its purpose.
pub(crate) fn law(
    declaration: &Declaration,
    rules: &declaration::RuleTable,
    purpose: &str,
    rule: &str,
) -> String {
    let stated = declaration
        .source()
        .purposes
        .iter()
        .find(|p| p.id == purpose);
    let of_rule = rules.cited(rule).map(|rule| rule.reference.clone());
    let of_purpose = stated.map(|p| p.law.clone()).filter(|law| !law.is_empty());
    match (of_rule, of_purpose) {
        (Some(rule), Some(law)) if !rule.contains(&law) => format!("{rule}; {law}"),
        (Some(rule), _) => rule,
        (None, Some(law)) => law,
        (None, None) => String::new(),
    }
}

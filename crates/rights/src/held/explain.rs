//! Every strand's date in words to its person (GDPR Art. 13(2)(a), 15(1)(d); the declaration's C19, C29
//! and C30): until when, and each reason with its purpose, the rule's words, the event it counts from
//! and the law. One face for the page, the copy and the officer.

use declaration::vocabulary::Category;
use values::Moment;
use vault::{Reason, StrandInfo, Vault};
use web::{Lang, Text};

use crate::{erasure::plan, words};

/// One reason, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonSaid {
    /// The purpose's title.
    pub purpose: String,
    /// The rule in words, as it stands in the version that was used.
    pub rule: String,
    /// `id@version`.
    pub cited: String,
    /// The law, or the workshop's own choice.
    pub law: String,
    /// The day of the event the rule counts from; none while something is open.
    pub event: Option<String>,
    /// The last day, or as long as what.
    pub until: String,
    /// All of it in a sentence.
    pub sentence: String,
}

/// A strand's date, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The category's name.
    pub category: String,
    /// The first thing one wants to know: `Slettes etter …`, `Beholdes så lenge …`.
    pub until: String,
    /// The instant; [`Moment::FOREVER`] while something is open.
    pub at: Moment,
    /// Why, the reason that reaches furthest first; one line for each purpose and rule.
    pub reasons: Vec<ReasonSaid>,
    /// What holds it back: why, and the last day.
    pub holds: Vec<(String, String)>,
}

/// Explains one strand. `holds` are the reasons and ISO dates of the holds on it.
#[must_use]
pub fn explain(
    vault: &Vault,
    text: &Text,
    lang: Lang,
    strand: &StrandInfo,
    holds: &[(String, String)],
) -> Explained {
    let now = vault.world().now();
    let holds: Vec<(String, String)> = holds
        .iter()
        .map(|(why, review)| (words::hold(text, why), iso_day(review, lang)))
        .collect();
    Explained {
        category: words::category(strand.category.as_str(), lang),
        until: until(text, lang, strand, (&holds, now)),
        at: strand.keep_until,
        reasons: reasons(vault, text, lang, strand),
        holds,
    }
}

fn iso_day(day: &str, lang: Lang) -> String {
    let parsed = day.parse();
    parsed.map_or_else(
        |_| day.to_owned(),
        |date| declaration::day_name(date, words::tongue(lang)),
    )
}

fn until(
    text: &Text,
    lang: Lang,
    strand: &StrandInfo,
    (holds, now): (&[(String, String)], Moment),
) -> String {
    let open = strand.reasons.iter().find(|one| one.until.is_forever());
    if let Some(open) = open {
        let until = words::as_long_as(text, &open.source_kind);
        return text.f("rights-explain-while", &[("until", &until)]);
    }
    let last = holds.iter().map(|(_, day)| day).next_back();
    match (strand.keep_until > now, last) {
        (true, _) => {
            let day = words::last_day(strand.keep_until, lang);
            text.f("rights-explain-until", &[("day", &day)])
        }
        (false, Some(day)) => text.f("rights-explain-hold", &[("day", day)]),
        (false, None) => text.s("rights-explain-over").to_owned(),
    }
}

/// One line for each purpose and rule: the reason that reaches furthest. The vault hands them over with
/// the latest first.
fn reasons(vault: &Vault, text: &Text, lang: Lang, strand: &StrandInfo) -> Vec<ReasonSaid> {
    let mut said: Vec<(String, String)> = Vec::new();
    let mut out = Vec::new();
    for reason in &strand.reasons {
        let key = (reason.purpose.clone(), reason.rule.clone());
        if !said.contains(&key) {
            said.push(key);
            out.push(reason_said(vault, text, lang, reason));
        }
    }
    out
}

/// One reason in words.
#[must_use]
pub fn reason_said(vault: &Vault, text: &Text, lang: Lang, reason: &Reason) -> ReasonSaid {
    let declaration = vault.declaration();
    let purpose = words::purpose(&declaration, &reason.purpose, lang);
    let rule = words::rule(vault, &reason.rule, lang);
    let law = plan::law(&declaration, &vault.rules(), &reason.purpose, &reason.rule);
    if reason.until.is_forever() {
        let until = words::as_long_as(text, &reason.source_kind);
        return ReasonSaid {
            sentence: text.f(
                "rights-explain-open",
                &[("why", &purpose), ("until", &until), ("law", &law)],
            ),
            cited: reason.rule.clone(),
            event: None,
            purpose,
            rule,
            law,
            until,
        };
    }
    let event = words::day(reason.started_at, lang);
    let day = words::last_day(reason.until, lang);
    ReasonSaid {
        sentence: text.f(
            "rights-explain-reason",
            &[
                ("why", &purpose),
                ("day", &day),
                ("rule", &rule),
                ("event", &event),
                ("law", &law),
            ],
        ),
        cited: reason.rule.clone(),
        event: Some(event),
        until: day,
        purpose,
        rule,
        law,
    }
}

/// The end of the relationship as its events say: the day it is counted from, latest first, and what
/// that was (visit, purchase, account, claim …). [`Moment::FOREVER`] while something is open.
///
/// A house keeps no date of its own for it: each closed visit, settled purchase, claim and sign of life
/// on the account is a reason on the contact, and the latest of them decides (the declaration's C29).
#[must_use]
pub fn relationship_end(strands: &[StrandInfo]) -> Option<(Moment, String)> {
    let contact = strands
        .iter()
        .filter(|strand| strand.category == Category::Contact);
    let reasons = contact.flat_map(|strand| &strand.reasons);
    reasons
        .max_by_key(|reason| (reason.until.is_forever(), reason.started_at))
        .map(|reason| (reason.started_at, reason.source_kind.clone()))
}

//! The same in words, for a page and for the package.

use std::collections::BTreeMap;

use declaration::vocabulary::{Category, Purpose};
use values::Moment;
use vault::{Opened, Reason, StrandInfo, StrandState, Vault};
use web::{Lang, Text};

use super::Strand;
use crate::words;

/// Why a strand lives, in words.
pub(crate) struct Why {
    pub purpose: String,
    pub basis: String,
    /// All of it in a sentence: until when, by which rule, counted from when.
    pub said: String,
}

impl Card {
    /// What is said before the day: it goes then, or is kept as long as something.
    pub(crate) const fn goes_key(&self) -> &'static str {
        if self.open {
            "held-kept"
        } else {
            "rights-goes"
        }
    }
}

/// A record in words.
pub(crate) struct Shown {
    pub at: Moment,
    pub source: String,
    pub notice: String,
    pub fields: Vec<(String, String)>,
    /// What a scanned letter is called, and its number.
    pub letter: Option<(String, i64)>,
}

/// A category as a card of the page.
pub(crate) struct Card {
    pub id: &'static str,
    pub name: String,
    pub state: &'static str,
    pub badge: &'static str,
    /// The day it goes, in words.
    pub until: String,
    /// Whether it has no day yet: something is open.
    pub open: bool,
    pub whys: Vec<Why>,
    /// Purposes that use it without being a reason to keep it.
    pub also: Vec<String>,
    pub recipients: Vec<String>,
    /// Why it is held, and the day of the review.
    pub holds: Vec<(String, String)>,
    pub records: Vec<Shown>,
}

/// What a reason's end is called.
pub(crate) fn say_until(text: &Text, reason: &Reason, lang: Lang) -> String {
    if reason.until.is_forever() {
        words::as_long_as(text, &reason.source_kind)
    } else {
        words::last_day(reason.until, lang)
    }
}

fn why(vault: &Vault, text: &Text, lang: Lang, reason: &Reason) -> Why {
    let declaration = vault.declaration();
    let rule = words::rule(vault, &reason.rule, lang);
    let law = law(vault, text, &reason.rule);
    let said = if reason.until.is_forever() {
        let while_open = words::as_long_as(text, &reason.source_kind);
        text.f(
            "held-why-open",
            &[("while", &while_open), ("rule", &rule), ("law", &law)],
        )
    } else {
        let until = words::last_day(reason.until, lang);
        let from = words::day(reason.started_at, lang);
        text.f(
            "held-why-until",
            &[
                ("day", &until),
                ("rule", &rule),
                ("from", &from),
                ("law", &law),
            ],
        )
    };
    Why {
        purpose: words::purpose(&declaration, &reason.purpose, lang),
        basis: words::basis(&declaration, &reason.purpose, lang).to_owned(),
        said,
    }
}

/// The law a rule rests on, or that the number is our own.
fn law(vault: &Vault, text: &Text, cited: &str) -> String {
    let rules = vault.rules();
    let reference = rules.cited(cited).map(|rule| rule.reference.clone());
    match reference {
        Some(own) if own == "vår egen frist" => text.s("held-own-choice").to_owned(),
        other => other.unwrap_or_default(),
    }
}

/// The fields of a record with their labels.
pub(crate) fn fields(record: &Opened, lang: Lang) -> Vec<(String, String)> {
    let label = |name: &str| words::label(record.category, name, lang);
    record
        .fields()
        .map(|(name, value)| (label(name), value.to_owned()))
        .collect()
}

const fn state(state: StrandState) -> (&'static str, &'static str) {
    match state {
        StrandState::Restricted => ("rights-strand-restricted", "warn"),
        StrandState::Held => ("rights-strand-held", "warn"),
        StrandState::Live => ("rights-strand-live", "info"),
    }
}

/// A strand as a card, without its records.
pub(crate) fn card_of(
    vault: &Vault,
    text: &Text,
    lang: Lang,
    info: &StrandInfo,
    holds: &[(String, String)],
) -> Card {
    let declaration = vault.declaration();
    let category = info.category;
    let reasons = &info.reasons;
    let (state, badge) = state(info.state);
    let until = match reasons.first() {
        Some(open) if open.until.is_forever() => words::as_long_as(text, &open.source_kind),
        _ if holds.is_empty() => words::last_day(info.keep_until, lang),
        _ => text.s("rights-until-hold").to_owned(),
    };
    let kept = |purpose: Purpose| reasons.iter().any(|r| r.purpose == purpose.as_str());
    let also = declaration
        .purposes()
        .filter(|stated| stated.categories().contains(&category) && !kept(stated.id))
        .map(|stated| stated.title.in_lang(words::tongue(lang)).to_owned());
    Card {
        id: category.as_str(),
        name: words::category(category.as_str(), lang),
        state,
        badge,
        until,
        open: reasons.first().is_some_and(|one| one.until.is_forever()),
        whys: grouped(vault, text, lang, reasons),
        also: also.collect(),
        recipients: recipients(vault, category),
        holds: holds
            .iter()
            .map(|(reason, review)| (words::hold(text, reason), review.clone()))
            .collect(),
        records: Vec::new(),
    }
}

fn card(vault: &Vault, text: &Text, lang: Lang, strand: &Strand, seen: &Seen) -> Card {
    let records = strand.records.iter();
    let mut records: Vec<Shown> = records.map(|r| shown(text, lang, r, seen)).collect();
    records.sort_by_key(|record| std::cmp::Reverse(record.at));
    Card {
        records,
        ..card_of(vault, text, lang, &strand.info, &strand.holds)
    }
}

/// One line per purpose and rule: the one that reaches furthest.
fn grouped(vault: &Vault, text: &Text, lang: Lang, reasons: &[Reason]) -> Vec<Why> {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    let mut whys = Vec::new();
    for reason in reasons {
        let key = (reason.purpose.as_str(), reason.rule.as_str());
        if !seen.contains(&key) {
            seen.push(key);
            whys.push(why(vault, text, lang, reason));
        }
    }
    whys
}

fn recipients(vault: &Vault, category: Category) -> Vec<String> {
    let declaration = vault.declaration();
    let all = declaration.recipients().iter();
    all.filter(|recipient| recipient.categories.iter().any(|c| c == category.as_str()))
        .map(|recipient| recipient.name.clone())
        .collect()
}

fn shown(text: &Text, lang: Lang, record: &Opened, seen: &Seen) -> Shown {
    let mut fields = fields(record, lang);
    for ((_, value), (name, _)) in fields.iter_mut().zip(record.fields()) {
        if let Some(instead) = seen.get(&(record.id.get(), name.to_owned())) {
            value.clone_from(instead);
        }
    }
    let mut letter = None;
    if let Some(place) = record
        .fields()
        .position(|(name, text)| super::letter::scanned(record, name, text).is_some())
    {
        let (label, _) = fields.remove(place);
        letter = Some((label, record.id.get()));
    }
    Shown {
        letter,
        at: record.at,
        source: words::source(text, &record.source_kind),
        notice: record.notice_version.clone(),
        fields,
    }
}

/// What is shown instead of a field that may tell of others, by record and field.
pub(crate) type Seen = BTreeMap<(i64, String), String>;

/// Every strand as a card.
pub(crate) fn cards(
    vault: &Vault,
    text: &Text,
    lang: Lang,
    strands: &[Strand],
    seen: &Seen,
) -> Vec<Card> {
    let mut names: Vec<&'static str> = Vec::new();
    strands
        .iter()
        .map(|strand| {
            let mut card = card(vault, text, lang, strand, seen);
            // The same category under another subject of the person: the first has the name on the page.
            if names.contains(&card.id) {
                card.id = "";
            } else {
                names.push(card.id);
            }
            card
        })
        .collect()
}

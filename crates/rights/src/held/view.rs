//! The same in words, for a page and for the package.

use declaration::vocabulary::{Category, Purpose};
use values::Moment;
use vault::{Opened, Reason, StrandState, Vault};
use web::{Lang, Text};

use super::Strand;
use crate::words;

/// Why a strand lives, in words.
pub(crate) struct Why {
    pub purpose: String,
    pub basis: String,
    /// "12 måneder etter …", or "så lenge …".
    pub rule: String,
    /// The law or the workshop's own choice.
    pub law: String,
}

/// A record in words.
pub(crate) struct Shown {
    pub at: Moment,
    pub source: String,
    pub notice: String,
    pub fields: Vec<(String, String)>,
}

/// A category as a card of the page.
pub(crate) struct Card {
    pub id: &'static str,
    pub name: String,
    pub state: &'static str,
    pub badge: &'static str,
    /// The day it goes, in words.
    pub until: String,
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

fn why(vault: &Vault, lang: Lang, reason: &Reason) -> Why {
    let declaration = vault.declaration();
    let rules = vault.rules();
    Why {
        purpose: words::purpose(&declaration, &reason.purpose, lang),
        basis: words::basis(&declaration, &reason.purpose, lang).to_owned(),
        rule: words::rule(vault, &reason.rule, lang),
        law: rules
            .cited(&reason.rule)
            .map(|rule| rule.reference.clone())
            .unwrap_or_default(),
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

fn state(strand: &Strand) -> (&'static str, &'static str) {
    match strand.info.state {
        StrandState::Restricted => ("rights-strand-restricted", "warn"),
        StrandState::Held => ("rights-strand-held", "warn"),
        StrandState::Live => ("rights-strand-live", "info"),
    }
}

fn card(vault: &Vault, text: &Text, lang: Lang, strand: &Strand) -> Card {
    let declaration = vault.declaration();
    let category = strand.info.category;
    let reasons = &strand.info.reasons;
    let (state, badge) = state(strand);
    let until = match reasons.first() {
        Some(open) if open.until.is_forever() => words::as_long_as(text, &open.source_kind),
        _ if strand.holds.is_empty() => words::last_day(strand.info.keep_until, lang),
        _ => text.s("rights-until-hold").to_owned(),
    };
    let kept = |purpose: Purpose| reasons.iter().any(|r| r.purpose == purpose.as_str());
    let also = declaration
        .purposes()
        .filter(|stated| stated.categories().contains(&category) && !kept(stated.id))
        .map(|stated| stated.title.in_lang(words::tongue(lang)).to_owned());
    let mut records: Vec<Shown> = strand
        .records
        .iter()
        .map(|r| shown(text, lang, r))
        .collect();
    records.sort_by_key(|record| std::cmp::Reverse(record.at));
    Card {
        id: category.as_str(),
        name: words::category(category.as_str(), lang),
        state,
        badge,
        until,
        whys: grouped(vault, lang, reasons),
        also: also.collect(),
        recipients: recipients(vault, category),
        holds: strand
            .holds
            .iter()
            .map(|(reason, review)| (words::hold(text, reason), review.clone()))
            .collect(),
        records,
    }
}

/// One line per purpose and rule: the one that reaches furthest.
fn grouped(vault: &Vault, lang: Lang, reasons: &[Reason]) -> Vec<Why> {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    let mut whys = Vec::new();
    for reason in reasons {
        let key = (reason.purpose.as_str(), reason.rule.as_str());
        if !seen.contains(&key) {
            seen.push(key);
            whys.push(why(vault, lang, reason));
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

fn shown(text: &Text, lang: Lang, record: &Opened) -> Shown {
    Shown {
        at: record.at,
        source: words::source(text, &record.source_kind),
        notice: record.notice_version.clone(),
        fields: fields(record, lang),
    }
}

/// Every strand as a card.
pub(crate) fn cards(vault: &Vault, text: &Text, lang: Lang, strands: &[Strand]) -> Vec<Card> {
    strands
        .iter()
        .map(|strand| card(vault, text, lang, strand))
        .collect()
}

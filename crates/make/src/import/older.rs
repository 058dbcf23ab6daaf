//! Consents given at forms the house had before, under other words. A yes covers what its words say and no
//! more (GDPR Art. 4(11), 7(1)): the officer writes the words down as they stood, where and when they were
//! used, says what they cover, and confirms it. Only what they cover comes in, and each line of the ledger
//! keeps the very words.

use newsletter::topics::{Choice, all};
use serde::Deserialize;
use values::Moment;
use vault::{OlderWords, Vault};
use web::{Errors, Lang, Page};

use super::judge::plain_words;

/// So long words are at most.
const MOST: usize = 4_000;
/// So long the place where they stood is described at most.
const MOST_WHERE: usize = 200;

/// What is typed about older words, all of it or nothing.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TypedOlder {
    pub words: String,
    pub whence: String,
    pub from: String,
    pub until: String,
    pub lang: String,
    pub topic: String,
    pub sure: String,
}

impl TypedOlder {
    /// Whether anything is typed: a language is always chosen.
    pub(crate) fn any(&self) -> bool {
        let typed = [&self.words, &self.whence, &self.from, &self.until];
        let chosen = !self.topic.is_empty() || !self.sure.is_empty();
        chosen || typed.iter().any(|text| !text.trim().is_empty())
    }
}

/// Older words that an officer has judged.
#[derive(Clone)]
pub(crate) struct Older {
    pub words: OlderWords,
    pub lang: Lang,
    /// Used from this day on, and no longer from that one.
    pub from: Moment,
    pub until: Moment,
    plain: String,
}

impl Older {
    /// Whether a row's own words are these; one without words of its own is taken by its date.
    pub(crate) fn are(&self, typed: &str) -> bool {
        typed.is_empty() || plain_words(typed) == self.plain
    }

    /// Whether they were used at an instant.
    pub(crate) fn were_used(&self, at: Moment) -> bool {
        self.from <= at && at < self.until
    }
}

/// Reads what was typed. `None` without an error when nothing was.
pub(crate) fn read(
    (vault, page): (&Vault, &Page),
    choice: Choice,
    typed: &TypedOlder,
    errors: &mut Errors,
) -> Option<Older> {
    if !typed.any() {
        return None;
    }
    let (words, whence) = (typed.words.trim(), typed.whence.trim());
    let text = |text: &str, most: usize| !text.is_empty() && text.chars().count() <= most;
    if !text(words, MOST) {
        errors.add("words", "make-import-error-words");
    }
    if !text(whence, MOST_WHERE) {
        errors.add("whence", "make-import-error-whence");
    }
    let from = values::parse_date(&typed.from).ok();
    let until = values::parse_date(&typed.until).ok();
    let today = page.now().local_date();
    let dates = from.zip(until);
    let dates = dates.filter(|(from, until)| from <= until && *until <= today);
    if dates.is_none() {
        errors.add("from", "make-import-error-dates");
    }
    let topics = all(&vault.declaration());
    let chosen = topics.iter().find(|one| one.word() == typed.topic);
    match chosen {
        Some(one) if *one == choice => {}
        Some(_) => errors.add("topic", "make-import-error-other-topic"),
        None if typed.topic == "none" => errors.add("topic", "make-import-error-other-topic"),
        None => errors.add("topic", "make-import-error-topic"),
    }
    if typed.sure.is_empty() {
        errors.add("sure", "make-import-error-sure");
    }
    let (from, until) = dates.filter(|_| !errors.any())?;
    let day = |date| page.short_date(date);
    Some(Older {
        plain: plain_words(words),
        words: OlderWords {
            text: words.to_owned(),
            whence: format!("{whence} ({}–{})", day(from), day(until)),
        },
        lang: match typed.lang.as_str() {
            "nn" => Lang::Nn,
            "en" => Lang::En,
            _ => Lang::Nb,
        },
        from: Moment::at_local(from, 0, 0),
        until: Moment::after_day(until),
    })
}

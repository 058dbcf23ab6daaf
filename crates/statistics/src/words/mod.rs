//! What may be kept of what people type into the search field.
//!
//! The other way round than a filter: not what looks personal is taken out, only what is known to be
//! harmless is kept. A word is kept when it stands in the trade's dictionary (`trade.txt`), or in lower
//! case on the site's own pages (names there have a capital). A plate, a chassis number, an address, a
//! telephone or identity number is no such word, however it is written, and neither is a name nobody
//! thought of. Patterns and names are looked for first all the same, so that a name made of common words
//! (`Dag Berg`, `stein-sandnes`), or an address that has one in it (`kran@…`), takes them with it.

#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::LazyLock,
};

use values::fold_word;

/// What is stored for a search of which nothing could be kept.
pub const REMOVED: &str = "(fjernet)";
/// What rare searches become when the day is over.
pub const RARE: &str = "(sjeldne)";
/// How many words of a search are kept.
const MOST_WORDS: usize = 3;
/// How much of what is typed is looked at.
const LONGEST: usize = 200;

/// Folded word → the word.
static TRADE: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let words = include_str!("trade.txt").split_whitespace();
    let mut known: HashMap<String, &'static str> = HashMap::new();
    for word in words {
        let place = known.entry(fold_word(word)).or_insert(word);
        // The spelling with Norwegian letters is the word; the other is how it is typed elsewhere.
        if !word.is_ascii() {
            *place = word;
        }
    }
    known
});

/// Given names, surnames, and surnames that are words of the trade as well: one line each.
static NAMES: LazyLock<[HashSet<String>; 3]> = LazyLock::new(|| {
    let mut lines = include_str!("names.txt").lines();
    std::array::from_fn(|_| {
        let line = lines.next().unwrap_or_default();
        line.split_whitespace().map(fold_word).collect()
    })
});

/// What a word may be, in a row of words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// Of the trade, and nobody's name.
    Trade,
    /// A name that somebody is given or has from a family: whatever stands beside it may be the rest.
    Name,
    /// Of the trade and a surname as well.
    Both,
    Other,
}

impl Sort {
    fn of(folded: &str) -> Self {
        let [given, surnames, both] = &*NAMES;
        match (given.contains(folded), TRADE.contains_key(folded)) {
            (true, _) => Self::Name,
            (_, true) if both.contains(folded) || surnames.contains(folded) => Self::Both,
            (_, true) => Self::Trade,
            _ if surnames.contains(folded) || both.contains(folded) => Self::Name,
            _ => Self::Other,
        }
    }
}

/// A word between spaces and signs.
struct Part<'a> {
    word: &'a str,
    folded: String,
    sort: Sort,
    /// Whether it may be kept at all; what stands in a number or an address may not.
    plain: bool,
}

/// What is stored of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// Nothing was searched for.
    None,
    /// Known words, sorted, each once.
    Known(String),
    /// Something was searched for, and nothing of it could be kept.
    Removed,
}

impl Term {
    /// As it is stored.
    #[must_use]
    pub fn stored(&self) -> &str {
        match self {
            Self::None => "",
            Self::Known(words) => words,
            Self::Removed => REMOVED,
        }
    }
}

/// Keeps of a search what may be kept. `page_word` answers the lower-case word of the site's own pages
/// for a folded one. What is kept is kept again: words that stand beside each other only when they are
/// sorted are looked at beside each other too.
#[must_use]
pub fn scrub(typed: &str, page_word: &dyn Fn(&str) -> Option<String>) -> Term {
    if typed.trim().is_empty() {
        return Term::None;
    }
    let typed: String = typed.chars().take(LONGEST).collect();
    let mut words = kept(&typed, page_word);
    loop {
        if words.is_empty() {
            return Term::Removed;
        }
        let again = kept(&words.join(" "), page_word);
        if again == words {
            return Term::Known(words.join(" "));
        }
        // Fewer or other words; a word for which the pages have another one ends here.
        words = if again.len() < words.len() {
            again
        } else {
            Vec::new()
        };
    }
}

/// The words that may be kept, sorted, each once.
fn kept(typed: &str, page_word: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    let parts = parts(typed);
    let mut kept = BTreeSet::new();
    for row in parts.chunk_by(|one, next| one.sort != Sort::Trade && next.sort != Sort::Trade) {
        if !is_name(row) {
            let plain = row.iter().filter(|part| part.plain);
            kept.extend(plain.filter_map(|part| known(part, page_word)));
        }
    }
    kept.into_iter().take(MOST_WORDS).collect()
}

/// The words of what is typed. A name in an address or a number stands there as well: it is the
/// neighbour of what comes after.
fn parts(typed: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for token in typed.split_whitespace() {
        let plain = is_plain(token);
        for word in values::words(token) {
            let folded = fold_word(word);
            let sort = Sort::of(&folded);
            if plain || sort == Sort::Name {
                parts.push(Part {
                    word,
                    folded,
                    sort,
                    plain,
                });
            }
        }
    }
    parts
}

/// The word as it is kept, if it may be.
fn known(part: &Part<'_>, page_word: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    match (TRADE.get(&part.folded), part.sort) {
        (Some(word), _) => Some((*word).to_owned()),
        (None, Sort::Name) => None,
        (None, _) => page_word(&part.folded).filter(|word| word.chars().all(char::is_alphabetic)),
    }
}

/// Letters, with hyphens and slashes between them and punctuation after them. What has a digit or any
/// other sign in it may be a plate, a number, an address: no part of it is kept.
fn is_plain(token: &str) -> bool {
    let token = token.trim_matches(|c: char| {
        matches!(
            c,
            ',' | '.' | '?' | '!' | ':' | ';' | '"' | '\'' | '(' | ')' | '«' | '»'
        )
    });
    token
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, '-' | '/' | '&' | '+'))
}

/// Whether words with nothing clearly of the trade between them are somebody's name: one of them is a
/// known name and has a neighbour, in whatever case, or two neighbours with a capital are no words of the
/// trade both.
fn is_name(row: &[Part<'_>]) -> bool {
    let capital = |part: &Part<'_>| part.word.chars().next().is_some_and(char::is_uppercase);
    let strange = |part: &Part<'_>| part.sort == Sort::Other;
    row.len() > 1
        && (row.iter().any(|part| part.sort == Sort::Name)
            || row
                .windows(2)
                .any(|pair| pair.iter().all(capital) && pair.iter().any(strange)))
}

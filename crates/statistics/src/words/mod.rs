//! What may be kept of what people type into the search field.
//!
//! The other way round than a filter: not what looks personal is taken out, only what is known to be
//! harmless is kept. A word is kept when it stands in the trade's dictionary (`trade.txt`), or in lower
//! case on the site's own pages (names there have a capital). A plate, a chassis number, an address, a
//! telephone or identity number is no such word, however it is written, and neither is a name nobody
//! thought of. Patterns and names are looked for first all the same, so that a name made of common words
//! (`Dag Berg`), or an address that has one in it (`kran@…`), takes them with it.

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

static NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let names = include_str!("names.txt").split_whitespace();
    names.map(fold_word).collect()
});

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
/// for a folded one.
#[must_use]
pub fn scrub(typed: &str, page_word: &dyn Fn(&str) -> Option<String>) -> Term {
    if typed.trim().is_empty() {
        return Term::None;
    }
    let typed: String = typed.chars().take(LONGEST).collect();
    let mut kept = BTreeSet::new();
    let tokens: Vec<&str> = typed.split_whitespace().collect();
    let of_name: Vec<bool> = names(&tokens);
    for (token, of_name) in tokens.iter().zip(of_name) {
        if of_name || !is_plain(token) {
            continue;
        }
        for part in values::words(token) {
            kept.extend(known(part, page_word));
        }
    }
    if kept.is_empty() {
        return Term::Removed;
    }
    let words: Vec<String> = kept.into_iter().take(MOST_WORDS).collect();
    Term::Known(words.join(" "))
}

/// The word as it is kept, if it may be.
fn known(word: &str, page_word: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let folded = fold_word(word);
    if let Some(word) = TRADE.get(&folded) {
        return Some((*word).to_owned());
    }
    if NAMES.contains(&folded) {
        return None;
    }
    page_word(&folded).filter(|word| word.chars().all(char::is_alphabetic))
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

/// Which of the tokens are parts of a name: two neighbours that are both known as names, or a known name
/// beside a word with a capital.
fn names(tokens: &[&str]) -> Vec<bool> {
    let name = |token: &str| values::words(token).any(|word| NAMES.contains(&fold_word(word)));
    let capital = |token: &str| {
        let mut letters = token.chars().filter(|c| c.is_alphabetic());
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    };
    let mut parts = vec![false; tokens.len()];
    for (at, pair) in tokens.windows(2).enumerate() {
        let (one, other) = (name(pair[0]), name(pair[1]));
        let written_as_name = capital(pair[0]) && capital(pair[1]);
        if (one && other) || ((one || other) && written_as_name) {
            parts[at] = true;
            parts[at + 1] = true;
        }
    }
    parts
}

//! Stems and where they stand.

use std::collections::{BTreeMap, HashMap};

use super::{
    snippet::{Piece, snippet},
    stem::{stem, stem_of},
};
use crate::library::{Doc, Kind};

/// Something that can be found.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub kind: Option<Kind>,
    pub slug: String,
    pub title: String,
    pub summary: String,
    pub path: String,
    pub headings: String,
    pub text: String,
}

impl Entry {
    pub fn of(doc: &Doc) -> Self {
        Self {
            kind: Some(doc.kind),
            slug: doc.slug.clone(),
            title: doc.title.clone(),
            summary: doc.summary.clone(),
            path: doc.path(),
            headings: doc.headings.clone(),
            text: doc.text.clone(),
        }
    }
}

/// A hit.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub entry: usize,
    pub snippet: Vec<Piece>,
    score: u64,
}

/// How much a word weighs where it stands.
const TITLE: u32 = 16;
const HEADING: u32 = 6;
const SUMMARY: u32 = 6;
const TEXT: u32 = 1;
/// A word in a text counts at most so often.
const OFTEN: u32 = 5;
/// What is read of a search.
const MOST_TOKENS: usize = 8;

/// The index of one language.
#[derive(Debug, Default)]
pub(crate) struct Index {
    entries: Vec<Entry>,
    postings: BTreeMap<String, Vec<(usize, u32)>>,
    /// Folded word → as written, for suggestions.
    words: BTreeMap<String, String>,
}

impl Index {
    pub fn of(entries: Vec<Entry>) -> Self {
        let mut index = Self::default();
        for (at, entry) in entries.iter().enumerate() {
            let mut weights: HashMap<String, u32> = HashMap::new();
            let mut texts: HashMap<String, u32> = HashMap::new();
            for (text, weight) in [
                (&entry.title, TITLE),
                (&entry.headings, HEADING),
                (&entry.summary, SUMMARY),
            ] {
                for word in values::words(text) {
                    *weights.entry(index.learn(word)).or_default() += weight;
                }
            }
            for word in values::words(&entry.text) {
                *texts.entry(index.learn(word)).or_default() += TEXT;
            }
            for (stem, count) in texts {
                *weights.entry(stem).or_default() += count.min(OFTEN);
            }
            for (stem, weight) in weights {
                index.postings.entry(stem).or_default().push((at, weight));
            }
        }
        index.entries = entries;
        index
    }

    fn learn(&mut self, word: &str) -> String {
        let folded = values::fold_word(word);
        let stem = stem(&folded).to_owned();
        if folded.len() >= 4 && word.chars().all(char::is_alphabetic) {
            self.words
                .entry(folded)
                .or_insert_with(|| word.to_lowercase());
        }
        stem
    }

    pub fn entry(&self, at: usize) -> Option<&Entry> {
        self.entries.get(at)
    }

    /// What the words lead to, best first. What has all the words goes before what has some.
    pub fn find(&self, typed: &str) -> Vec<Found> {
        let stems: Vec<String> = values::words(typed)
            .take(MOST_TOKENS)
            .map(stem_of)
            .filter(|stem| stem.len() >= 2)
            .collect();
        let mut scores: HashMap<usize, (u64, u64)> = HashMap::new();
        let mut marked = stems.clone();
        for stem in &stems {
            let (hits, parts) = self.hits(stem);
            marked.extend(parts);
            let rare = 100 / (1 + hits.len() as u64) + 1;
            for (entry, weight) in hits {
                let score = scores.entry(entry).or_default();
                score.0 += 1;
                score.1 += u64::from(weight) * rare;
            }
        }
        let mut found: Vec<Found> = scores
            .into_iter()
            .filter_map(|(at, (tokens, score))| {
                let entry = self.entries.get(at)?;
                Some(Found {
                    entry: at,
                    snippet: snippet(&entry.text, &marked),
                    score: tokens * 1_000_000 + score.min(999_999),
                })
            })
            .collect();
        found.sort_by_key(|found| (std::cmp::Reverse(found.score), found.entry));
        found
    }

    /// Where a stem stands: as it is, as the beginning of longer words, or, when it is nowhere, as two
    /// words written as one. The words it was taken apart into come with it.
    fn hits(&self, stem: &str) -> (HashMap<usize, u32>, Vec<String>) {
        let mut hits: HashMap<usize, u32> = HashMap::new();
        let mut add = |postings: &[(usize, u32)], times: u32| {
            for (entry, weight) in postings {
                *hits.entry(*entry).or_default() += weight * times;
            }
        };
        if let Some(postings) = self.postings.get(stem) {
            add(postings, 4);
        }
        if stem.len() >= 3 {
            let longer = self.postings.range(stem.to_owned()..);
            let longer = longer.take_while(|(word, _)| word.starts_with(stem));
            for (_, postings) in longer.filter(|(word, _)| word.as_str() != stem) {
                add(postings, 1);
            }
        }
        if !hits.is_empty() {
            return (hits, Vec::new());
        }
        self.apart(stem)
    }

    fn apart(&self, word: &str) -> (HashMap<usize, u32>, Vec<String>) {
        for (at, _) in word.char_indices().filter(|(at, _)| *at >= 3) {
            let (first, rest) = word.split_at(at);
            let first = stem(first);
            let both = [Some(rest), rest.strip_prefix('s')];
            for rest in both.into_iter().flatten().filter(|rest| rest.len() >= 3) {
                let (Some(one), Some(other)) = (self.postings.get(first), self.postings.get(rest))
                else {
                    continue;
                };
                let hits = one.iter().filter_map(|(entry, weight)| {
                    let (_, more) = other.iter().find(|(at, _)| at == entry)?;
                    Some((*entry, (*weight).min(*more)))
                });
                let hits: HashMap<usize, u32> = hits.collect();
                if !hits.is_empty() {
                    return (hits, vec![first.to_owned(), rest.to_owned()]);
                }
            }
        }
        (HashMap::new(), Vec::new())
    }

    /// Words of the pages that are nearly what was typed.
    pub fn suggestions(&self, typed: &str) -> Vec<String> {
        let mut near: Vec<(usize, &String)> = Vec::new();
        for word in values::words(typed)
            .take(MOST_TOKENS)
            .map(values::fold_word)
        {
            if word.len() < 4 || word.len() > 30 {
                continue;
            }
            let most = if word.len() < 7 { 1 } else { 2 };
            for (known, shown) in &self.words {
                if known.len().abs_diff(word.len()) <= most {
                    let far = distance(&word, known);
                    if far <= most {
                        near.push((far, shown));
                    }
                }
            }
        }
        near.sort();
        let mut words: Vec<String> = Vec::new();
        for (_, word) in near {
            // One of the forms of a word is enough.
            if !words.iter().any(|known| stem_of(known) == stem_of(word)) {
                words.push(word.clone());
            }
        }
        words.truncate(3);
        words
    }
}

/// How many letters must be changed, added, left out or swapped to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

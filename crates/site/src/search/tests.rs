//! Search as people type.

use super::*;
use crate::search::stem::stem_of;

fn entry(title: &str, summary: &str, text: &str) -> Entry {
    Entry {
        kind: None,
        slug: String::new(),
        title: title.into(),
        summary: summary.into(),
        path: format!("/{title}"),
        headings: String::new(),
        text: text.into(),
    }
}

fn index() -> Index {
    Index::of(vec![
        entry(
            "Krankontroll",
            "Sakkyndig kontroll av kran",
            "Vi kontrollerer kraner hvert år.",
        ),
        entry(
            "Bakløfter",
            "Service på bakløftere",
            "Hydraulikk og slanger til bakløfter.",
        ),
        entry(
            "Lakkering",
            "Påbygg og hytter",
            "Vi lakkerer kjøretøy. Kran lakkeres også.",
        ),
    ])
}

fn titles(typed: &str) -> Vec<String> {
    let index = index();
    let found = index.find(typed);
    found
        .iter()
        .map(|hit| index.entry(hit.entry).unwrap().title.clone())
        .collect()
}

#[test]
fn bent_words_and_other_spellings_are_found() {
    for (typed, first) in [
        ("kraner", "Krankontroll"),
        ("KRANEN", "Krankontroll"),
        ("krankontroller", "Krankontroll"),
        ("baklofter", "Bakløfter"),
        ("bakloeftere", "Bakløfter"),
        ("paabygg", "Lakkering"),
        ("lakkere", "Lakkering"),
        ("slange", "Bakløfter"),
        ("hydraul", "Bakløfter"),
        ("lakkere kran", "Lakkering"),
        ("kjøretøyene", "Lakkering"),
    ] {
        assert_eq!(
            titles(typed).first().map(String::as_str),
            Some(first),
            "{typed}"
        );
    }
    assert!(titles("elefant").is_empty() && titles("").is_empty() && titles("  ?! ").is_empty());
}

#[test]
fn two_words_written_as_one_are_taken_apart() {
    assert_eq!(titles("bakløfterslange"), ["Bakløfter"]);
    assert_eq!(titles("kjøretøykran"), ["Lakkering"]);
}

#[test]
fn what_is_nearly_a_word_is_suggested() {
    assert_eq!(index().suggestions("bakløftr"), ["bakløfter"]);
    assert_eq!(index().suggestions("lakering"), ["lakkering"]);
    assert!(index().suggestions("xyzxyz").is_empty());
}

#[test]
fn the_words_are_marked_where_they_stand() {
    let found = index().find("slanger");
    let marked: Vec<&str> = found[0]
        .snippet
        .iter()
        .filter(|piece| piece.marked)
        .map(|piece| piece.text.as_str())
        .collect();
    assert_eq!(marked, ["slanger"]);
}

#[test]
fn stems() {
    for (word, stem) in [
        ("kraner", "kran"),
        ("timen", "tim"),
        ("bil", "bil"),
        ("hydraulisk", "hydraulisk"),
        ("hydrauliskt", "hydraulisk"),
        ("lakkering", "lakk"),
    ] {
        assert_eq!(stem_of(word), stem, "{word}");
    }
}

#[test]
fn a_long_and_strange_search_ends() {
    let long = "kran ".repeat(1_000) + &"å".repeat(10_000);
    let _ = index().find(&long);
    let _ = index().suggestions(&long);
}

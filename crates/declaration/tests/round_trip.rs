//! Reading and printing are inverse, whatever the words are.

use declaration::source::{Source, read};
use declaration::{Declaration, print};
use proptest::prelude::*;
use serde_json::Value;

const WESTRUM: &str = include_str!("../../../declarations/westrum.toml");

/// Words and choices to rewrite a declaration with.
#[derive(Debug)]
struct Dice {
    words: Vec<String>,
    drops: Vec<bool>,
    at: usize,
}

impl Dice {
    fn word(&mut self) -> String {
        self.at += 1;
        self.words[self.at % self.words.len()].clone()
    }

    fn drop(&mut self) -> bool {
        self.at += 1;
        self.drops[self.at % self.drops.len()]
    }

    /// Replaces every string and drops some elements of every list.
    fn rewrite(&mut self, node: &mut Value) {
        match node {
            Value::String(text) => *text = self.word(),
            Value::Array(list) => {
                list.retain(|_| !self.drop());
                list.iter_mut().for_each(|node| self.rewrite(node));
            }
            Value::Object(map) => map.values_mut().for_each(|node| self.rewrite(node)),
            _ => {}
        }
    }

    /// Replaces the sentences only: the declaration stays a valid one.
    fn reword(&mut self, node: &mut Value) {
        match node {
            Value::Object(map) if map.contains_key("nb") => {
                // A retention says a number, a question of consent who asks and by what channel;
                // nothing else of the check looks into these words.
                map.values_mut().for_each(|text| {
                    *text = format!("7 {{controller}} {{channel}} {}", self.word()).into();
                });
            }
            Value::Array(list) => list.iter_mut().for_each(|node| self.reword(node)),
            Value::Object(map) => map.values_mut().for_each(|node| self.reword(node)),
            _ => {}
        }
    }
}

fn dice(word: &'static str) -> impl Strategy<Value = Dice> {
    let words = proptest::collection::vec(word, 1..40);
    let drops = proptest::collection::vec(proptest::bool::weighted(0.2), 7..50);
    (words, drops).prop_map(|(words, drops)| Dice {
        words,
        drops,
        at: 0,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_file_reads_back_as_it_was_printed(mut dice in dice("(?s).{0,30}")) {
        let mut tree = serde_json::to_value(read(WESTRUM).unwrap()).unwrap();
        dice.rewrite(&mut tree);
        let source: Source = serde_json::from_value(tree).unwrap();
        let printed = print::print(&source);
        let again = read(&printed);
        prop_assert_eq!(again.as_ref().ok(), Some(&source), "{:?}\n{}", again.as_ref().err(), printed);
        prop_assert_eq!(print::print(&source), printed);
    }

    #[test]
    fn any_declaration_reads_back_as_it_was_printed(mut dice in dice("[a-zæøåA-Z\"'\\\\\n\t ]{1,40}")) {
        let mut tree = serde_json::to_value(read(WESTRUM).unwrap()).unwrap();
        dice.reword(&mut tree);
        let source: Source = serde_json::from_value(tree).unwrap();
        let told = Declaration::parse(&print::print(&source));
        let told = told.map_err(|found| TestCaseError::fail(format!("{found:?}")))?;
        let again = Declaration::parse(told.canonical());
        let again = again.map_err(|found| TestCaseError::fail(format!("{found:?}")))?;
        prop_assert_eq!(told.hash(), again.hash());
        prop_assert_eq!(told, again);
    }
}

#[test]
fn one_letter_changes_the_hash() {
    let one = Declaration::parse(WESTRUM).unwrap();
    let other = Declaration::parse(&WESTRUM.replacen("Innsyn", "Innsynt", 1)).unwrap();
    let commented = Declaration::parse(&format!("# a remark\n{WESTRUM}")).unwrap();
    assert_ne!(one.hash(), other.hash());
    assert_eq!(one.hash(), commented.hash());
}

//! The place in a text where the words stand, with the words marked.

use super::stem::stem_of;

/// A piece of a snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub marked: bool,
    pub text: String,
}

/// How many words stand around the first hit.
const BEFORE: usize = 8;
const WORDS: usize = 30;

/// The first place where one of the stems stands; the beginning of the text when none does.
pub(crate) fn snippet(text: &str, stems: &[String]) -> Vec<Piece> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let hit = |word: &str| values::words(word).any(|part| is_hit(part, stems));
    let first = words.iter().position(|word| hit(word)).unwrap_or(0);
    let begin = first.saturating_sub(BEFORE);
    let end = (begin + WORDS).min(words.len());
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |marked: bool, text: &str| match pieces.last_mut() {
        Some(last) if last.marked == marked => last.text.push_str(text),
        _ => pieces.push(Piece {
            marked,
            text: text.to_owned(),
        }),
    };
    if begin > 0 {
        push(false, "… ");
    }
    for (at, word) in words[begin..end].iter().enumerate() {
        if at > 0 {
            push(false, " ");
        }
        push(hit(word), word);
    }
    if end < words.len() {
        push(false, " …");
    }
    pieces
}

fn is_hit(word: &str, stems: &[String]) -> bool {
    let own = stem_of(word);
    stems
        .iter()
        .any(|stem| own == *stem || (stem.len() >= 3 && own.starts_with(stem.as_str())))
}

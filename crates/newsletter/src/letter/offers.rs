//! A service message contains no offer (clause C22): what the law calls marketing does not ride along
//! with what a person needs to know.

/// Wherever they stand, also inside longer words.
const ANYWHERE: &[&str] = &[
    "tilbud",
    "tilbod",
    "rabatt",
    "kampanje",
    "prisavslag",
    "gavekort",
    "kupong",
    "discount",
    "voucher",
    "coupon",
    "campaign",
    "bonus",
    "%",
];

/// As words of their own.
const WORDS: &[&str] = &[
    "gratis",
    "spar",
    "billig",
    "billigere",
    "billegare",
    "salg",
    "sal",
    "tilbyr",
    "offer",
    "offers",
    "sale",
    "save",
    "deal",
    "deals",
    "free",
    "cheap",
    "cheaper",
    "nyhetsbrev",
    "nyhendebrev",
    "newsletter",
];

/// The first word of an offer in a text, with its line (from 1).
#[must_use]
pub fn offer_in(text: &str) -> Option<(usize, &'static str)> {
    for (at, line) in text.lines().enumerate() {
        let line = line.to_lowercase();
        if let Some(word) = ANYWHERE.iter().find(|word| line.contains(**word)) {
            return Some((at + 1, word));
        }
        let mut words = line.split(|c: char| !c.is_alphanumeric());
        if let Some(word) = words.find_map(|word| WORDS.iter().find(|known| **known == word)) {
            return Some((at + 1, word));
        }
    }
    None
}

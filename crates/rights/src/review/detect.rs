//! Does a text tell of somebody else? Pure: a text, what is the person's own, and a way to ask whether a
//! word is somebody's name. Rule: GDPR Art. 15(4), a copy must not touch the rights of others.
//!
//! It errs towards asking: what it marks is looked at by a human and is not lost.

use std::collections::BTreeSet;

/// What of a text is the person's own, or the house's, and so never somebody else's.
#[derive(Default)]
pub(crate) struct Own {
    words: BTreeSet<String>,
    phones: BTreeSet<String>,
    emails: BTreeSet<String>,
    plates: BTreeSet<String>,
}

/// What sort of thing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Name,
    Phone,
    Email,
    Plate,
}

/// Bytes of the text that may tell of somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub from: usize,
    pub to: usize,
    pub what: What,
}

impl Own {
    /// A name, a company, a place: none of its words is somebody else's.
    pub fn name(&mut self, text: &str) {
        let words = text.split(|c: char| !c.is_alphanumeric());
        self.words
            .extend(words.filter(|w| !w.is_empty()).map(str::to_lowercase));
    }

    pub fn phone(&mut self, text: &str) {
        self.phones.insert(eight(text));
    }

    pub fn email(&mut self, text: &str) {
        self.emails.insert(text.to_lowercase());
    }

    pub fn plate(&mut self, text: &str) {
        self.plates.insert(squeezed(text));
    }
}

/// The last eight digits: a Norwegian number without its country.
fn eight(text: &str) -> String {
    let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    digits[digits.len().saturating_sub(8)..].iter().collect()
}

fn squeezed(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_alphanumeric());
    kept.collect::<String>().to_uppercase()
}

/// Words after which a name of somebody else is likely.
const KIN: &[&str] = &[
    "sjåfør",
    "sjåføren",
    "sjåfor",
    "kona",
    "kone",
    "mannen",
    "mann",
    "naboen",
    "nabo",
    "kollega",
    "kollegaen",
    "broren",
    "bror",
    "søster",
    "søstera",
    "faren",
    "moren",
    "mora",
    "sønnen",
    "datteren",
    "dottera",
    "kunden",
    "eier",
    "eieren",
    "eigar",
    "eigaren",
    "driver",
    "wife",
    "husband",
    "neighbour",
    "colleague",
    "brother",
    "sister",
    "son",
    "daughter",
    "owner",
];

/// Two capitals before digits that are no plate.
const NO_PLATE: &[&str] = &["EN", "NS", "EU", "IP", "NO"];

/// A word with its place.
#[derive(Clone, Copy)]
struct Word<'a> {
    from: usize,
    text: &'a str,
    /// Whether a sentence begins with it.
    first: bool,
}

impl Word<'_> {
    const fn to(&self) -> usize {
        self.from + self.text.len()
    }

    fn looks_like_a_name(&self) -> bool {
        let mut chars = self.text.chars();
        let capital = chars.next().is_some_and(char::is_uppercase);
        capital
            && self.text.chars().count() >= 3
            && self.text.chars().all(|c| c.is_alphabetic() || c == '-')
            && chars.any(char::is_lowercase)
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut first = true;
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '@' | '.' | '-' | '_' | '+');
    let mut rest = 0;
    while rest < text.len() {
        let Some(start) = text[rest..].find(is_part).map(|at| rest + at) else {
            break;
        };
        first |= text[rest..start].contains(['\n', '!', '?', ':', '"']);
        let end = text[start..]
            .find(|c| !is_part(c))
            .map_or(text.len(), |at| start + at);
        let whole = &text[start..end];
        let kept = whole.trim_end_matches(['.', '-', '_', '+']);
        let lead = kept.len() - kept.trim_start_matches(['.', '-', '_']).len();
        if kept.len() > lead {
            found.push(Word {
                from: start + lead,
                text: &kept[lead..],
                first,
            });
            first = false;
        }
        first |= whole.len() > kept.len() && whole.ends_with('.');
        rest = end;
    }
    found
}

/// Everything in a text that may tell of somebody else, in order. `known` says whether a word is the
/// name of somebody else in the house's books.
pub(crate) fn mentions(text: &str, own: &Own, known: &mut dyn FnMut(&str) -> bool) -> Vec<Span> {
    let words = words(text);
    let mut spans = emails(&words, own);
    spans.extend(phones(text, own));
    spans.extend(plates(&words, own));
    spans.extend(names(&words, own, known));
    spans.sort_by_key(|span| (span.from, span.to));
    spans.dedup_by(|next, before| {
        next.from < before.to && {
            before.to = before.to.max(next.to);
            true
        }
    });
    spans
}

fn emails(words: &[Word<'_>], own: &Own) -> Vec<Span> {
    let is_email = |word: &&Word<'_>| {
        let (name, host) = word.text.split_once('@').unwrap_or_default();
        !name.is_empty() && host.contains('.') && !own.emails.contains(&word.text.to_lowercase())
    };
    let found = words.iter().filter(is_email);
    found
        .map(|word| span(word.from, word.to(), What::Email))
        .collect()
}

const fn span(from: usize, to: usize, what: What) -> Span {
    Span { from, to, what }
}

/// Eight digits that may begin a Norwegian number, with or without its country and spaces.
fn phones(text: &str, own: &Own) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let starts = bytes[at].is_ascii_digit() || bytes[at] == b'+';
        let alone = at == 0
            || !(bytes[at - 1].is_ascii_alphanumeric()
                || matches!(bytes[at - 1], b'-' | b'.' | b'/' | b','));
        if !(starts && alone) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < bytes.len()
            && (bytes[end].is_ascii_digit()
                || (bytes[end] == b' ' && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)))
        {
            end += 1;
        }
        let closed = bytes
            .get(end)
            .is_none_or(|c| !(c.is_ascii_alphanumeric() || matches!(c, b'-' | b'/')));
        let run = &text[at..end];
        let pieces = run
            .split(' ')
            .map(|piece| (piece.as_ptr() as usize - text.as_ptr() as usize, piece));
        if closed && is_phone(run) {
            if !own.phones.contains(&eight(run)) {
                found.push(span(at, end, What::Phone));
            }
        } else {
            let alone = pieces.filter(|(from, piece)| {
                let whole = closed || from + piece.len() < end;
                whole && is_phone(piece) && !own.phones.contains(&eight(piece))
            });
            found.extend(alone.map(|(from, piece)| span(from, from + piece.len(), What::Phone)));
        }
        at = end;
    }
    found
}

fn is_phone(run: &str) -> bool {
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let plain = digits
        .strip_prefix("0047")
        .or_else(|| run.starts_with("+47").then(|| &digits[2..]));
    let plain = plain.unwrap_or(&digits);
    let home = !run.starts_with('+') || run.starts_with("+47");
    let abroad = !home && digits.len() >= 8;
    abroad || (home && plain.len() == 8 && !plain.starts_with(['0', '1']))
}

fn plates(words: &[Word<'_>], own: &Own) -> Vec<Span> {
    let letters = |text: &str| text.len() == 2 && text.chars().all(|c| c.is_ascii_uppercase());
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let mut found = Vec::new();
    for (nth, word) in words.iter().enumerate() {
        let joined = word.text.len() >= 6
            && word.text.len() <= 7
            && word.text.is_char_boundary(2)
            && letters(&word.text[..2])
            && digits(&word.text[2..])
            && !NO_PLATE.contains(&&word.text[..2]);
        if joined && !own.plates.contains(&squeezed(word.text)) {
            found.push(span(word.from, word.to(), What::Plate));
        }
        let Some(next) = words.get(nth + 1) else {
            continue;
        };
        let apart = letters(word.text)
            && next.text.len() == 5
            && digits(next.text)
            && next.from <= word.to() + 1;
        if apart
            && !NO_PLATE.contains(&word.text)
            && !own
                .plates
                .contains(&squeezed(&format!("{}{}", word.text, next.text)))
        {
            found.push(span(word.from, next.to(), What::Plate));
        }
    }
    found
}

/// A word that begins with a capital inside a sentence and is somebody's name; two such words in a row
/// wherever they stand; whatever name follows a word for a person.
fn names(words: &[Word<'_>], own: &Own, known: &mut dyn FnMut(&str) -> bool) -> Vec<Span> {
    let mut found = Vec::new();
    for (nth, word) in words.iter().enumerate() {
        let lower = word.text.to_lowercase();
        if !word.looks_like_a_name() || own.words.contains(&lower) {
            continue;
        }
        let before = nth.checked_sub(1).map(|at| words[at].text.to_lowercase());
        let kin = !word.first && before.is_some_and(|before| KIN.contains(&before.as_str()));
        let next = words.get(nth + 1);
        let pair = next.is_some_and(|next| !next.first && next.looks_like_a_name());
        if kin || ((!word.first || pair) && known(&lower)) {
            let to = next.filter(|_| pair).map_or(word.to(), Word::to);
            found.push(span(word.from, to, What::Name));
        }
    }
    found
}

/// The text with these stretches of bytes hidden; what lies outside the text, or inside a letter, is
/// left alone.
pub(crate) fn masked(text: &str, marks: &[(usize, usize)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (from, to) in marks {
        if *from < at || to < from || !text.is_char_boundary(*from) || !text.is_char_boundary(*to) {
            continue;
        }
        out.push_str(&text[at..*from]);
        out.push_str("[…]");
        at = *to;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> Own {
        let mut own = Own::default();
        own.name("Kari Østby");
        own.name("Westrum Karosseri AS");
        own.phone("+4791234567");
        own.email("kari@example.no");
        own.plate("CU10001");
        own
    }

    fn found(text: &str) -> Vec<(&str, What)> {
        let mut known = |word: &str| ["ola", "nordmann", "hansen"].contains(&word);
        let spans = mentions(text, &own(), &mut known);
        spans
            .into_iter()
            .map(|s| (&text[s.from..s.to], s.what))
            .collect()
    }

    #[test]
    fn what_tells_of_others_is_found() {
        let table: &[(&str, &[(&str, What)])] = &[
            ("Bakløfteren lekker olje.", &[]),
            (
                "Ring Ola Nordmann på 41 23 45 67",
                &[("Ola Nordmann", What::Name), ("41 23 45 67", What::Phone)],
            ),
            ("Jeg snakket med Hansen i går", &[("Hansen", What::Name)]),
            ("Sjåføren Bjørnar kommer", &[("Bjørnar", What::Name)]),
            ("Ring Kari på +47 912 34 567", &[]),
            ("skriv til ola@firma.no.", &[("ola@firma.no", What::Email)]),
            ("skriv til kari@example.no", &[]),
            ("kollisjon med AB 12345 i mai", &[("AB 12345", What::Plate)]),
            ("kollisjon med AB12345", &[("AB12345", What::Plate)]),
            ("min CU 10001 er her", &[]),
            ("ordre 20261102-3, 184 200 km, EN 12345", &[]),
            ("delenr 4123 4567-88", &[]),
            ("tlf +46701234567", &[("+46701234567", What::Phone)]),
            ("Westrum Karosseri ringte", &[]),
            ("Ola ringte.", &[]),
            ("ÆØÅ æøå 🚚 Hansen", &[("Hansen", What::Name)]),
        ];
        for (text, wanted) in table {
            assert_eq!(&found(text), wanted, "{text}");
        }
    }

    #[test]
    fn hiding_never_breaks_a_text() {
        let text = "Ring Ola på 41";
        assert_eq!(masked(text, &[(5, 8)]), "Ring […] på 41");
        assert_eq!(masked("æøå", &[(1, 3)]), "æøå");
        assert_eq!(masked("abc", &[(2, 9)]), "abc");
        assert_eq!(masked("abcdef", &[(0, 3), (2, 4)]), "[…]def");
    }

    proptest::proptest! {
        #[test]
        fn spans_lie_in_the_text(text in "[A-ZÆØÅa-zæøå0-9 @.+:\n-]{0,60}") {
            let spans = mentions(&text, &Own::default(), &mut |_| true);
            let mut at = 0;
            for one in spans {
                proptest::prop_assert!(one.from >= at && one.to <= text.len() && one.from < one.to);
                proptest::prop_assert!(text.is_char_boundary(one.from) && text.is_char_boundary(one.to));
                at = one.to;
            }
        }
    }
}

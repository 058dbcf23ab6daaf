//! Finds Norwegian national identity numbers and D-numbers, so that they can be refused.
//!
//! Rule: eleven digits `ddmmyy iiikk`; a D-number has 4 added to the first digit. The two check
//! digits follow Skatteetaten's rule in force from 2032-01-01, which lets the first remainder be
//! 0, 1, 2 or 3; every number of the older rule (remainder 0) is valid under it too.
//! Ground: personopplysningsloven § 12; the number is never needed to repair a vehicle.
//!
//! Groups of digits are read across spaces, dots, hyphens and slashes, so `ddmmyy iiikk` and
//! `dd.mm.yy.iiikk` are found. An account number may be taken for one; that is accepted.

const FIRST: [u32; 9] = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const LENGTH: usize = 11;
/// How many separators in a row still count as one number.
const LONGEST_GAP: usize = 3;

/// Whether the text holds something that is, by date and check digits, such a number.
pub fn contains(text: &str) -> bool {
    let mut groups: Vec<Vec<u8>> = Vec::new();
    let mut gap = usize::MAX;
    for c in text.chars() {
        match digit_of(c) {
            Some(digit) if gap == 0 => push_digit(&mut groups, digit),
            Some(digit) => {
                if gap > LONGEST_GAP {
                    if any_run_matches(&groups) {
                        return true;
                    }
                    groups.clear();
                }
                groups.push(vec![digit]);
                gap = 0;
            }
            None if is_separator(c) => gap = gap.saturating_add(1),
            None => gap = usize::MAX,
        }
    }
    any_run_matches(&groups)
}

/// Whether exactly these eleven digits are such a number.
pub fn is_valid(digits: &[u8; LENGTH]) -> bool {
    has_date(digits) && {
        let first = weighted(&FIRST, digits) + u32::from(digits[9]);
        let second = weighted(&SECOND, digits) + u32::from(digits[10]);
        first % 11 <= 3 && second.is_multiple_of(11)
    }
}

fn push_digit(groups: &mut [Vec<u8>], digit: u8) {
    if let Some(group) = groups.last_mut() {
        // A longer run can no longer match; it need not be remembered in full.
        if group.len() <= LENGTH {
            group.push(digit);
        }
    }
}

/// Neighbouring groups that together have eleven digits.
fn any_run_matches(groups: &[Vec<u8>]) -> bool {
    (0..groups.len()).any(|start| {
        let mut digits = Vec::with_capacity(LENGTH);
        for group in &groups[start..] {
            digits.extend_from_slice(group);
            if digits.len() >= LENGTH {
                break;
            }
        }
        <[u8; LENGTH]>::try_from(digits.as_slice()).is_ok_and(|it| is_valid(&it))
    })
}

/// The century is unknown, so 29 February is always accepted.
fn has_date(digits: &[u8; LENGTH]) -> bool {
    let two = |at: usize| u32::from(digits[at]) * 10 + u32::from(digits[at + 1]);
    let day = match two(0) {
        d_number @ 41..=71 => d_number - 40,
        day => day,
    };
    let longest = match two(2) {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 29,
        _ => return false,
    };
    (1..=longest).contains(&day)
}

fn weighted(weights: &[u32], digits: &[u8]) -> u32 {
    weights
        .iter()
        .zip(digits)
        .map(|(weight, digit)| weight * u32::from(*digit))
        .sum()
}

/// Plain, full-width and Arabic digits: what a keyboard or a copied text may hold.
fn digit_of(c: char) -> Option<u8> {
    let offset = match c {
        '0'..='9' => u32::from(c) - 0x30,
        '\u{ff10}'..='\u{ff19}' => u32::from(c) - 0xff10,
        '\u{0660}'..='\u{0669}' => u32::from(c) - 0x0660,
        '\u{06f0}'..='\u{06f9}' => u32::from(c) - 0x06f0,
        _ => return None,
    };
    u8::try_from(offset).ok()
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '.' | '-' | '/' | ',' | '_' | '\u{2010}'..='\u{2015}' | '\u{00ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The two synthetic numbers that the rule's publication uses.
    const PUBLISHED: [&str; 2] = ["02013299997", "30108299939"];

    #[test]
    fn published_examples_are_found_however_they_are_written() {
        for number in PUBLISHED {
            let (day, rest) = number.split_at(6);
            let written = [
                number.to_owned(),
                format!("{day} {rest}"),
                format!("{day}-{rest}"),
                format!("{day}\u{a0}{rest}"),
                format!("{}.{}.{} {rest}", &day[..2], &day[2..4], &day[4..]),
                format!("{}.{}.{}.{rest}", &day[..2], &day[2..4], &day[4..]),
                format!("f.nr.:{number}, takk"),
                format!("ring 95 49 60 00 fnr{number}"),
                format!("12 {day} {rest} 7"),
            ];
            for text in written {
                assert!(contains(&text), "missed one form of {number}");
            }
        }
    }

    #[test]
    fn shorter_and_longer_numbers_pass() {
        for text in [
            "",
            "95496000",
            "+47 95 49 60 00",
            "0201329999",
            "020132 9999",
            "kilometerstand 123456",
            "123456785",
            "102013299997",
            "020132999970",
            "ring 954 96 000 eller 623 31 000",
        ] {
            assert!(!contains(text), "{text}");
        }
    }

    #[test]
    fn words_between_break_the_number() {
        assert!(!contains("020132 og 99997"));
        assert!(!contains("020132     99997"));
    }

    /// Makes a number under the new rule for a date, an individual number and a remainder.
    fn make(day: u8, month: u8, year: u8, individual: u16, remainder: u32) -> Option<[u8; 11]> {
        let mut digits = [0u8; 11];
        for (at, value) in [(0, day), (2, month), (4, year)] {
            digits[at] = value / 10;
            digits[at + 1] = value % 10;
        }
        digits[6] = u8::try_from(individual / 100).ok()?;
        digits[7] = u8::try_from(individual / 10 % 10).ok()?;
        digits[8] = u8::try_from(individual % 10).ok()?;
        let first = (22 + remainder - weighted(&FIRST, &digits) % 11) % 11;
        digits[9] = u8::try_from(first).ok().filter(|k| *k < 10)?;
        let second = (11 - weighted(&SECOND, &digits) % 11) % 11;
        digits[10] = u8::try_from(second).ok().filter(|k| *k < 10)?;
        Some(digits)
    }

    fn text(digits: &[u8]) -> String {
        digits.iter().map(|d| char::from(b'0' + d)).collect()
    }

    proptest! {
        #[test]
        fn every_made_number_is_found(
            day in 1u8..=28, d_number in any::<bool>(), month in 1u8..=12, year in 0u8..100,
            individual in 0u16..1000, remainder in 0u32..=3, before in "[a-zæøå ]{0,8}",
            after in "[a-zæøå ]{0,8}", gap in "[ .-]{0,3}",
        ) {
            let day = if d_number { day + 40 } else { day };
            if let Some(digits) = make(day, month, year, individual, remainder) {
                let number = text(&digits);
                let written = format!("{before}{}{gap}{}{after}", &number[..6], &number[6..]);
                prop_assert!(contains(&written));
            }
        }

        #[test]
        fn one_wrong_last_digit_is_another_number(
            day in 1u8..=28, month in 1u8..=12, year in 0u8..100, individual in 0u16..1000,
            step in 1u8..10,
        ) {
            if let Some(mut digits) = make(day, month, year, individual, 0) {
                digits[10] = (digits[10] + step) % 10;
                prop_assert!(!is_valid(&digits));
            }
        }

        #[test]
        fn ten_digits_are_never_enough(digits in "[0-9]{0,10}", word in "[a-zæøå]{0,9}") {
            prop_assert!(!contains(&digits));
            let mixed = format!("{word}{digits}");
            prop_assert!(!contains(&mixed));
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            contains(&text);
        }
    }
}

//! Numbers with check digits: organisation number, payment reference (KID), bank account.

use crate::FieldError;
use crate::text::{Shown, personal_text};

/// Brønnøysund's weights; the same, lengthened, are the banks'.
const ORG_NO: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];
const ACCOUNT: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

personal_text! {
    /// A Norwegian organisation number, nine digits with a modulus 11 check digit. Personal text,
    /// because a sole proprietorship's number is its owner's.
    OrgNo, org_no_rule
}

impl OrgNo {
    /// In groups of three: `123 456 785`.
    pub fn shown(&self) -> Shown {
        let parts: Vec<&str> = [0..3, 3..6, 6..9]
            .into_iter()
            .filter_map(|range| self.reveal().get(range))
            .collect();
        Shown::new(parts.join(" "))
    }
}

fn org_no_rule(text: &str) -> Result<String, FieldError> {
    let bare = text
        .strip_prefix("NO")
        .unwrap_or(text)
        .trim_end_matches("MVA");
    let number = without_gaps(bare);
    let digits = digits_of(&number).ok_or(FieldError::OrgNo)?;
    match digits.split_last() {
        Some((check, rest)) if rest.len() == 8 && mod11(&ORG_NO, rest) == Some(*check) => {
            Ok(number)
        }
        _ => Err(FieldError::OrgNo),
    }
}

/// Checks a Norwegian bank account number, eleven digits with a modulus 11 check digit, and
/// gives its digits. For the house's own account; a customer's is never asked for.
pub fn check_account_no(typed: &str) -> Result<String, FieldError> {
    let number = without_gaps(typed);
    let digits = digits_of(&number).ok_or(FieldError::AccountNo)?;
    match digits.split_last() {
        Some((check, rest)) if rest.len() == 10 && mod11(&ACCOUNT, rest) == Some(*check) => {
            Ok(number)
        }
        _ => Err(FieldError::AccountNo),
    }
}

/// Checks a payment reference: 2 to 25 characters, the last a check digit by modulus 10 or 11
/// (where modulus 11 may end in a hyphen).
pub fn check_kid(typed: &str) -> Result<String, FieldError> {
    let kid: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let base = kid.get(..kid.len().saturating_sub(1)).unwrap_or_default();
    let known = (2..=25).contains(&kid.len()) && digits_of(base).is_some();
    let ends = |check: Option<char>| check.is_some_and(|c| kid.ends_with(c));
    if known && (ends(kid_mod10(base)) || ends(kid_mod11(base))) {
        Ok(kid)
    } else {
        Err(FieldError::Kid)
    }
}

/// The modulus 10 (Luhn) check digit of a payment reference without it.
pub fn kid_mod10(base: &str) -> Option<char> {
    let sum: u32 = digits_of(base)?
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let doubled = u32::from(*digit) * if at % 2 == 0 { 2 } else { 1 };
            doubled / 10 + doubled % 10
        })
        .sum();
    char::from_digit((10 - sum % 10) % 10, 10)
}

/// The modulus 11 check character: weights 2 to 7 from the right, a hyphen for remainder 10.
pub fn kid_mod11(base: &str) -> Option<char> {
    let sum: u32 = digits_of(base)?
        .iter()
        .rev()
        .zip([2, 3, 4, 5, 6, 7].into_iter().cycle())
        .map(|(digit, weight)| u32::from(*digit) * weight)
        .sum();
    match (11 - sum % 11) % 11 {
        10 => Some('-'),
        check => char::from_digit(check, 10),
    }
}

/// The check digit; none where the remainder leaves no digit.
fn mod11(weights: &[u32], digits: &[u8]) -> Option<u8> {
    let sum: u32 = weights
        .iter()
        .zip(digits)
        .map(|(weight, digit)| weight * u32::from(*digit))
        .sum();
    u8::try_from((11 - sum % 11) % 11).ok().filter(|k| *k < 10)
}

fn digits_of(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text
        .bytes()
        .map(|b| b.is_ascii_digit().then(|| b - b'0'))
        .collect();
    digits.filter(|it| !it.is_empty())
}

fn without_gaps(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '.')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn organisation_numbers() {
        for typed in [
            "123456785",
            "987 654 325",
            "999999999",
            "NO123456785MVA",
            "NO 987 654 325 MVA",
        ] {
            let number = OrgNo::parse(typed).unwrap();
            assert_eq!(
                OrgNo::parse(number.shown().reveal()).unwrap().reveal(),
                number.reveal()
            );
        }
        assert_eq!(
            OrgNo::parse("123456785").unwrap().shown().reveal(),
            "123 456 785"
        );
        for wrong in [
            "123456784",
            "12345678",
            "1234567850",
            "12345678A",
            "987654321",
            "NO",
        ] {
            assert_eq!(
                OrgNo::parse(wrong).err(),
                Some(FieldError::OrgNo),
                "{wrong}"
            );
        }
        assert_eq!(
            OrgNo::parse("02013299997").err(),
            Some(FieldError::NationalId)
        );
    }

    #[test]
    fn payment_references() {
        assert!(check_kid("602243").is_ok());
        assert_eq!(kid_mod10("60224"), Some('3'));
        assert_eq!(kid_mod11("100008"), Some('-'));
        assert_eq!(check_kid("1000 08-").ok().as_deref(), Some("100008-"));
        for wrong in [
            "",
            "1",
            "602244",
            "60-243",
            "12345678901234567890123456",
            "60224æ",
        ] {
            assert_eq!(check_kid(wrong).err(), Some(FieldError::Kid), "{wrong}");
        }
    }

    #[test]
    fn account_numbers() {
        assert_eq!(
            check_account_no("1234.56.78903").ok().as_deref(),
            Some("12345678903")
        );
        for wrong in ["12345678904", "1234567890", "", "1234x678903"] {
            assert_eq!(
                check_account_no(wrong).err(),
                Some(FieldError::AccountNo),
                "{wrong}"
            );
        }
    }

    proptest! {
        #[test]
        fn every_reference_with_its_check_digit_passes(base in "[0-9]{1,24}") {
            for check in [kid_mod10(&base), kid_mod11(&base)].into_iter().flatten() {
                let kid = format!("{base}{check}");
                prop_assert!(check_kid(&kid).is_ok());
            }
        }

        #[test]
        fn modulus_10_sees_one_wrong_digit(base in "[0-9]{1,24}", at in 0usize..24, step in 1u8..10) {
            let check = kid_mod10(&base).unwrap();
            let mut digits: Vec<u8> = base.bytes().collect();
            let at = at % digits.len();
            digits[at] = b'0' + (digits[at] - b'0' + step) % 10;
            prop_assert_ne!(kid_mod10(std::str::from_utf8(&digits).unwrap()), Some(check));
        }

        #[test]
        fn no_text_makes_it_panic(typed in any::<String>()) {
            let _ = (check_kid(&typed), check_account_no(&typed), OrgNo::parse(&typed).is_ok());
        }
    }
}

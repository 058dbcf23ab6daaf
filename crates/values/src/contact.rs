//! How a person is reached: e-mail and telephone.

use crate::FieldError;
use crate::text::{Shown, is_forbidden, personal_text};

const LONGEST_EMAIL: usize = 254;
const LONGEST_LOCAL: usize = 64;
const LONGEST_LABEL: usize = 63;
/// E.164: at most fifteen digits; fewer than seven reach nobody abroad.
const E164_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

personal_text! {
    /// An e-mail address as its owner writes it; letters outside ASCII are tolerated.
    Email, email_rule
}
personal_text! {
    /// A telephone number in E.164 form: `+47` and eight digits, or another country's.
    Phone, phone_rule
}

impl Email {
    /// The form that look-ups are made on: lower case.
    pub fn lookup_form(&self) -> Shown {
        Shown::new(self.reveal().to_lowercase())
    }
}

impl Phone {
    /// Whether a text message can reach it: Norwegian numbers that start with 4 or 9.
    pub fn is_mobile(&self) -> bool {
        self.norwegian()
            .is_some_and(|number| number.starts_with(['4', '9']))
    }

    /// As people read it: `954 96 000`, `62 33 10 00`, `+46701234567`.
    pub fn shown(&self) -> Shown {
        let Some(number) = self.norwegian() else {
            return Shown::new(self.reveal().to_owned());
        };
        let groups: &[std::ops::Range<usize>] = if number.starts_with(['4', '8', '9']) {
            &[0..3, 3..5, 5..8]
        } else {
            &[0..2, 2..4, 4..6, 6..8]
        };
        let parts: Vec<&str> = groups
            .iter()
            .filter_map(|range| number.get(range.clone()))
            .collect();
        Shown::new(parts.join(" "))
    }

    fn norwegian(&self) -> Option<&str> {
        self.reveal()
            .strip_prefix("+47")
            .filter(|rest| is_norwegian(rest))
    }
}

fn email_rule(text: &str) -> Result<String, FieldError> {
    if text.len() > LONGEST_EMAIL {
        return Err(FieldError::TooLong);
    }
    let (local, domain) = text.split_once('@').ok_or(FieldError::Email)?;
    if is_local_part(local) && is_domain(domain) {
        Ok(text.to_owned())
    } else {
        Err(FieldError::Email)
    }
}

fn is_local_part(local: &str) -> bool {
    let allowed =
        |c: char| !c.is_whitespace() && !is_forbidden(c) && !"()<>[]{}:;,\\\"@".contains(c);
    (1..=LONGEST_LOCAL).contains(&local.len())
        && local.chars().all(allowed)
        && local.split('.').all(|part| !part.is_empty())
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let last_is_word = labels
        .last()
        .is_some_and(|top| top.chars().count() >= 2 && !top.bytes().all(|b| b.is_ascii_digit()));
    labels.len() >= 2 && last_is_word && labels.iter().all(|label| is_label(label))
}

fn is_label(label: &str) -> bool {
    (1..=LONGEST_LABEL).contains(&label.len())
        && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

fn phone_rule(text: &str) -> Result<String, FieldError> {
    let text = text.replace("(0)", "");
    let mut digits = String::new();
    let mut plus = false;
    for c in text.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() && !plus => plus = true,
            ' ' | '\u{a0}' | '\u{202f}' | '-' | '.' | '(' | ')' | '/' | '\u{2011}' => {}
            _ => return Err(FieldError::Phone),
        }
    }
    if !plus {
        if is_norwegian(&digits) {
            return Ok(format!("+47{digits}"));
        }
        digits = international(&digits).ok_or(FieldError::Phone)?.to_owned();
    }
    let sensible = match digits.strip_prefix("47") {
        Some(rest) => is_norwegian(rest),
        None => E164_DIGITS.contains(&digits.len()) && !digits.starts_with('0'),
    };
    if sensible {
        Ok(format!("+{digits}"))
    } else {
        Err(FieldError::Phone)
    }
}

/// What follows `00`; or ten digits that begin with Norway's 47, typed without the plus.
fn international(digits: &str) -> Option<&str> {
    digits
        .strip_prefix("00")
        .or_else(|| Some(digits).filter(|d| d.len() == 10 && d.starts_with("47")))
}

/// Eight digits; numbers that begin with 0 or 1 belong to no subscriber.
fn is_norwegian(digits: &str) -> bool {
    digits.len() == 8
        && digits.bytes().all(|b| b.is_ascii_digit())
        && !digits.starts_with(['0', '1'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn emails_that_people_have() {
        for typed in [
            "ola.nordmann@firma.no",
            "post@firma.no",
            "a@b.co",
            "kari+verksted@sub.example.com",
            "o'neil@example.ie",
            "bjørn@blåbær.no",
            "x@xn--blbr-roah.no",
        ] {
            assert_eq!(Email::parse(typed).unwrap().reveal(), typed, "{typed}");
        }
        let email = Email::parse(" Kari@Example.NO ").unwrap();
        assert_eq!(email.reveal(), "Kari@Example.NO");
        assert_eq!(email.lookup_form().reveal(), "kari@example.no");
    }

    #[test]
    fn emails_that_are_none() {
        for typed in [
            "kari",
            "kari@",
            "@example.no",
            "kari@example",
            "kari@@example.no",
            "a@b@example.no",
            "ka ri@example.no",
            "kari@exa mple.no",
            "kari@.no",
            "kari@example..no",
            ".kari@example.no",
            "kari.@example.no",
            "kari@-example.no",
            "kari@example.n",
            "kari@10.0.0.1",
            "kari@example.no\nBcc: ola@example.no",
            "Kari <kari@example.no>",
            "a@example.no,b@example.no",
        ] {
            assert_eq!(
                Email::parse(typed).err(),
                Some(FieldError::Email),
                "{typed:?}"
            );
        }
        let long = format!("{}@example.no", "a".repeat(244));
        assert_eq!(Email::parse(&long).err(), Some(FieldError::TooLong));
        let inside = "02013299997@example.no";
        assert_eq!(Email::parse(inside).err(), Some(FieldError::NationalId));
    }

    #[test]
    fn phones_become_e164() {
        let cases = [
            ("95 49 60 00", "+4795496000", true),
            ("+47 954 96 000", "+4795496000", true),
            ("0047-62331000", "+4762331000", false),
            ("4795496000", "+4795496000", true),
            ("47123456", "+4747123456", true),
            ("(+47) 41 00 00 00", "+4741000000", true),
            ("+46 (0)70-123 45 67", "+46701234567", false),
            ("0046701234567", "+46701234567", false),
            ("800 30 000", "+4780030000", false),
        ];
        for (typed, stored, mobile) in cases {
            let phone = Phone::parse(typed).unwrap();
            assert_eq!(phone.reveal(), stored, "{typed}");
            assert_eq!(phone.is_mobile(), mobile, "{typed}");
        }
    }

    #[test]
    fn phones_that_are_none() {
        for typed in [
            "9549600",
            "954960001",
            "05496000",
            "15496000",
            "+47 9549600",
            "+4705496000",
            "ring meg",
            "95496000x",
            "++4795496000",
            "+",
            "00",
            "+0123456789",
            "9549+6000",
            "95496000, 41000000",
        ] {
            assert_eq!(
                Phone::parse(typed).err(),
                Some(FieldError::Phone),
                "{typed:?}"
            );
        }
    }

    #[test]
    fn phones_are_shown_in_groups() {
        for (typed, shown) in [
            ("95496000", "954 96 000"),
            ("62331000", "62 33 10 00"),
            ("+46701234567", "+46701234567"),
        ] {
            assert_eq!(Phone::parse(typed).unwrap().shown().reveal(), shown);
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_parses_to_the_same(digits in "[2-9][0-9]{7}", foreign in "[1-9][0-9]{6,12}") {
            for typed in [digits, format!("+{foreign}")] {
                if let Ok(phone) = Phone::parse(&typed) {
                    let shown = phone.shown();
                    // Groups of a foreign number can by chance look like something refused.
                    if let Ok(again) = Phone::parse(shown.reveal()) {
                        prop_assert_eq!(again.reveal(), phone.reveal());
                    } else {
                        prop_assert!(crate::national_id::contains(shown.reveal()));
                    }
                }
            }
        }

        #[test]
        fn no_text_makes_it_panic(typed in any::<String>(), near in "[+0-9@. ()a-zÆ-]{0,30}") {
            for text in [typed, near] {
                if let Ok(phone) = Phone::parse(&text) {
                    prop_assert!(phone.reveal().starts_with('+'));
                    phone.shown();
                }
                if let Ok(email) = Email::parse(&text) {
                    prop_assert!(Email::parse(email.lookup_form().reveal()).is_ok());
                }
            }
        }
    }
}

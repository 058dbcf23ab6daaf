//! Names, free text and addresses of people. Each refuses a national identity number.

use crate::FieldError;
use crate::text::{is_forbidden, one_line, personal_text};

const LONGEST_NAME: usize = 120;
const LONGEST_LINE: usize = 200;
const LONGEST_FREE_TEXT: usize = 4000;
const MOST_ADDRESS_LINES: usize = 5;

personal_text! {
    /// A person's or an organisation's name, 1 to 120 characters on one line.
    PersonName, name_rule
}
personal_text! {
    /// Free text over several lines, at most 4000 characters.
    FreeText, free_text_rule
}
personal_text! {
    /// Free text on one line, at most 200 characters.
    Line, line_rule
}
personal_text! {
    /// A street or postal address, one to five lines, without the postal code.
    Address, address_rule
}
personal_text! {
    /// A Norwegian postal code: four digits, the leading zero kept.
    PostalCode, postal_code_rule
}

fn name_rule(text: &str) -> Result<String, FieldError> {
    let name = one_line(text, LONGEST_NAME)?;
    if name.chars().any(char::is_alphabetic) {
        Ok(name)
    } else {
        Err(FieldError::Name)
    }
}

fn line_rule(text: &str) -> Result<String, FieldError> {
    one_line(text, LONGEST_LINE)
}

fn free_text_rule(text: &str) -> Result<String, FieldError> {
    let text = text.replace("\r\n", "\n");
    if text.chars().count() > LONGEST_FREE_TEXT {
        return Err(FieldError::TooLong);
    }
    if text
        .chars()
        .any(|c| is_forbidden(c) && c != '\n' && c != '\t')
    {
        return Err(FieldError::Characters);
    }
    Ok(text)
}

fn address_rule(text: &str) -> Result<String, FieldError> {
    let lines: Vec<String> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| one_line(line, LONGEST_LINE))
        .collect::<Result<_, _>>()?;
    if lines.len() > MOST_ADDRESS_LINES {
        return Err(FieldError::TooLong);
    }
    let address = lines.join("\n");
    if address.chars().any(char::is_alphanumeric) {
        Ok(address)
    } else {
        Err(FieldError::Address)
    }
}

fn postal_code_rule(text: &str) -> Result<String, FieldError> {
    if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) {
        Ok(text.to_owned())
    } else {
        Err(FieldError::PostalCode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_keep_what_people_are_called() {
        for name in [
            "Kari Nordmann",
            "Bjørn-Åge O’Neil",
            "Ng",
            "Østlie Transport AS",
            "李",
        ] {
            assert_eq!(PersonName::parse(name).unwrap().reveal(), name);
        }
        let tidied = PersonName::parse("  Kari   Nordmann ").unwrap();
        assert_eq!(tidied.reveal(), "Kari Nordmann");
    }

    #[test]
    fn names_refuse_what_is_none() {
        let cases = [
            ("", FieldError::Missing),
            ("   ", FieldError::Missing),
            ("12345", FieldError::Name),
            ("Kari\r\nBcc: x", FieldError::Characters),
            ("Kari\u{0}", FieldError::Characters),
            ("Kari 02013299997", FieldError::NationalId),
        ];
        for (typed, error) in cases {
            assert_eq!(PersonName::parse(typed).err(), Some(error), "{typed:?}");
        }
        let long = "a".repeat(121);
        assert_eq!(PersonName::parse(&long).err(), Some(FieldError::TooLong));
        assert!(PersonName::parse(&long[1..]).is_ok());
    }

    #[test]
    fn every_text_refuses_a_national_identity_number() {
        let typed = "mitt nr er 301082 99939";
        assert_eq!(FreeText::parse(typed).err(), Some(FieldError::NationalId));
        assert_eq!(Line::parse(typed).err(), Some(FieldError::NationalId));
        assert_eq!(Address::parse(typed).err(), Some(FieldError::NationalId));
        let number = "30108299939";
        assert_eq!(
            PostalCode::parse(number).err(),
            Some(FieldError::NationalId)
        );
    }

    #[test]
    fn free_text_keeps_its_lines() {
        let text = FreeText::parse("Kranen lekker.\r\n\r\n\tVenstre støtteben.").unwrap();
        assert_eq!(text.reveal(), "Kranen lekker.\n\n\tVenstre støtteben.");
        assert_eq!(
            FreeText::parse("a\u{7}").err(),
            Some(FieldError::Characters)
        );
        let long = "æ".repeat(4001);
        assert_eq!(FreeText::parse(&long).err(), Some(FieldError::TooLong));
        assert!(FreeText::parse(&"æ".repeat(4000)).is_ok());
        assert!(FreeText::parse_optional(" \n ").unwrap().is_none());
    }

    #[test]
    fn addresses_and_postal_codes() {
        let address = Address::parse("Storgata 1\r\n\r\n c/o  Verkstedet ").unwrap();
        assert_eq!(address.reveal(), "Storgata 1\nc/o Verkstedet");
        assert_eq!(
            Address::parse("a\nb\nc\nd\ne\nf").err(),
            Some(FieldError::TooLong)
        );
        assert_eq!(Address::parse("--").err(), Some(FieldError::Address));
        assert_eq!(PostalCode::parse(" 0150 ").unwrap().reveal(), "0150");
        for wrong in ["150", "23200", "232O", "２３２０"] {
            assert_eq!(PostalCode::parse(wrong).err(), Some(FieldError::PostalCode));
        }
    }

    proptest! {
        #[test]
        fn parsing_again_changes_nothing(typed in any::<String>()) {
            macro_rules! twice { ($($kind:ident)+) => {$(
                if let Ok(once) = $kind::parse(&typed) {
                    let twice = $kind::parse(once.reveal());
                    prop_assert_eq!(twice.ok().map(|t| t.reveal().to_owned()), Some(once.reveal().to_owned()));
                }
            )+} }
            twice!(PersonName FreeText Line Address PostalCode);
        }
    }
}

//! What a vehicle is known by: registration plate and chassis number.

use crate::FieldError;
use crate::text::{Shown, personal_text};

const LONGEST_PLATE: usize = 14;
const PERSONAL_PLATE: std::ops::RangeInclusive<usize> = 2..=7;
const VIN_LENGTH: usize = 17;
const SHORTEST_VIN: usize = 4;
/// The register's own test vehicles (`TESTSISDINKY00004`) break the rule against I, O and Q.
const REGISTER_TEST_VIN: &str = "TEST";

personal_text! {
    /// A registration plate. Norwegian ones are kept upper-case without spaces; foreign ones as
    /// typed, upper-case. A plate can move to another vehicle: key vehicles on their VIN.
    Plate, plate_rule
}
personal_text! {
    /// A chassis number, upper-case without spaces: seventeen characters without I, O and Q, or
    /// a shorter one of an old vehicle or trailer (see [`Vin::is_unusual`]).
    Vin, vin_rule
}

/// What sort of plate a text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlateKind {
    /// Two letters and five digits: cars and lorries.
    Ordinary,
    /// The same in a series kept for electric, gas or hydrogen vehicles.
    ZeroEmission,
    /// Two letters and four digits: trailers, motorcycles and most other vehicles.
    Small,
    /// Two to seven Norwegian letters and digits: a personal plate (or a short foreign one).
    Personal,
    /// Anything else: a foreign plate.
    Foreign,
}

impl Plate {
    /// Parses a plate that its owner says is foreign: no Norwegian pattern is asked of it.
    pub fn parse_foreign(typed: &str) -> Result<Self, FieldError> {
        let text = typed.trim();
        if text.is_empty() {
            return Err(FieldError::Missing);
        }
        if crate::national_id::contains(text) {
            return Err(FieldError::NationalId);
        }
        foreign(text).map(Self::restore)
    }

    /// What sort of plate it looks like.
    pub fn kind(&self) -> PlateKind {
        kind_of(self.reveal())
    }

    /// As it stands on the vehicle: `CU 10001`.
    pub fn shown(&self) -> Shown {
        let text = self.reveal();
        match self.kind() {
            PlateKind::Ordinary | PlateKind::ZeroEmission | PlateKind::Small => {
                let (letters, digits) = text.split_at(2);
                Shown::new(format!("{letters} {digits}"))
            }
            PlateKind::Personal | PlateKind::Foreign => Shown::new(text.to_owned()),
        }
    }

    /// The form that look-ups and the register use: no spaces, no hyphens.
    pub fn lookup_form(&self) -> Shown {
        Shown::new(squeezed(self.reveal()))
    }
}

impl Vin {
    /// Not the seventeen characters of today: warn, do not block.
    pub fn is_unusual(&self) -> bool {
        self.reveal().len() != VIN_LENGTH
    }
}

fn plate_rule(text: &str) -> Result<String, FieldError> {
    let squeezed = squeezed(text);
    match kind_of(&squeezed) {
        PlateKind::Foreign if is_mistyped_norwegian(&squeezed) => Err(FieldError::Plate),
        PlateKind::Personal if is_mistyped_norwegian(&squeezed) => Err(FieldError::Plate),
        PlateKind::Foreign => foreign(text),
        _ => Ok(squeezed),
    }
}

/// Two letters and four or five digits that start with 0, or more digits than any plate has.
fn is_mistyped_norwegian(squeezed: &str) -> bool {
    letters_and_digits(squeezed)
        .is_some_and(|digits| digits.len() > 5 || (digits.len() >= 4 && digits.starts_with('0')))
}

fn kind_of(text: &str) -> PlateKind {
    let digits = letters_and_digits(text).filter(|digits| !digits.starts_with('0'));
    match digits.map(str::len) {
        Some(5) if is_zero_emission(text) => PlateKind::ZeroEmission,
        Some(5) => PlateKind::Ordinary,
        Some(4) => PlateKind::Small,
        _ if PERSONAL_PLATE.contains(&text.chars().count())
            && text.chars().all(is_norwegian)
            && !text.chars().all(|c| c.is_ascii_digit()) =>
        {
            PlateKind::Personal
        }
        _ => PlateKind::Foreign,
    }
}

/// Series for electric (E…), gas (GA) and hydrogen (HY) vehicles.
fn is_zero_emission(text: &str) -> bool {
    let series = [
        "EL", "EK", "EV", "EB", "EC", "ED", "EE", "EF", "EH", "GA", "HY",
    ];
    series.iter().any(|letters| text.starts_with(letters))
}

/// The digits of a text made of exactly two ASCII letters and then digits only.
fn letters_and_digits(text: &str) -> Option<&str> {
    let (letters, digits) = text.split_at_checked(2)?;
    let matches = letters.bytes().all(|b| b.is_ascii_uppercase())
        && digits.bytes().all(|b| b.is_ascii_digit());
    matches.then_some(digits)
}

fn is_norwegian(c: char) -> bool {
    c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, 'Æ' | 'Ø' | 'Å')
}

/// Upper case, inner white space single; letters, digits, spaces and hyphens, with a digit or
/// letter somewhere.
fn foreign(text: &str) -> Result<String, FieldError> {
    let words: Vec<String> = text.split_whitespace().map(str::to_uppercase).collect();
    let plate = words.join(" ");
    let length = plate.chars().filter(|c| c.is_alphanumeric()).count();
    let known = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\u{b7}');
    if plate.chars().count() <= LONGEST_PLATE && length >= 2 && plate.chars().all(known) {
        Ok(plate)
    } else {
        Err(FieldError::Plate)
    }
}

fn vin_rule(text: &str) -> Result<String, FieldError> {
    let vin = squeezed(text);
    let length_fits = (SHORTEST_VIN..=VIN_LENGTH).contains(&vin.len());
    let known = vin
        .bytes()
        .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let ambiguous = vin.len() == VIN_LENGTH
        && vin.contains(['I', 'O', 'Q'])
        && !vin.starts_with(REGISTER_TEST_VIN);
    if length_fits && known && !ambiguous {
        Ok(vin)
    } else {
        Err(FieldError::Vin)
    }
}

fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2013}'))
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn norwegian_plates() {
        use PlateKind::{Ordinary, Personal, Small, ZeroEmission};
        let cases = [
            ("CU10001", "CU10001", "CU 10001", Ordinary),
            (" cu 10001 ", "CU10001", "CU 10001", Ordinary),
            ("cu-10001", "CU10001", "CU 10001", Ordinary),
            ("CU\u{a0}10001", "CU10001", "CU 10001", Ordinary),
            ("EL 10002", "EL10002", "EL 10002", ZeroEmission),
            ("HY 10002", "HY10002", "HY 10002", ZeroEmission),
            ("CU 1001", "CU1001", "CU 1001", Small),
            ("kåre", "KÅRE", "KÅRE", Personal),
            ("SJEF 1", "SJEF1", "SJEF1", Personal),
            ("MC 12", "MC12", "MC12", Personal),
            ("ÆØ", "ÆØ", "ÆØ", Personal),
        ];
        for (typed, stored, shown, kind) in cases {
            let plate = Plate::parse(typed).unwrap();
            assert_eq!(plate.reveal(), stored, "{typed}");
            assert_eq!(plate.shown().reveal(), shown, "{typed}");
            assert_eq!(plate.kind(), kind, "{typed}");
        }
    }

    #[test]
    fn foreign_plates_stay_as_typed() {
        for typed in ["B-MW 12345", "WPR 12345X", "ÄÖ 123", "1234567"] {
            let plate = Plate::parse(typed).unwrap();
            assert_eq!(plate.reveal(), typed);
            assert_eq!(plate.kind(), PlateKind::Foreign);
        }
        let plate = Plate::parse("b-mw  12345").unwrap();
        assert_eq!(plate.reveal(), "B-MW 12345");
        assert_eq!(plate.lookup_form().reveal(), "BMW12345");
        assert!(Plate::parse("WA 123456").is_err());
        assert_eq!(
            Plate::parse_foreign("WA 123456").unwrap().reveal(),
            "WA 123456"
        );
    }

    #[test]
    fn plates_that_are_none() {
        for typed in [
            "C",
            "-",
            "CU 00001",
            "CU 0123",
            "CU 123456",
            "CU_10001",
            "<b>",
            "ABCDEFGHIJKLMNO",
            "CU 10001!",
        ] {
            assert_eq!(
                Plate::parse(typed).err(),
                Some(FieldError::Plate),
                "{typed:?}"
            );
        }
        assert_eq!(Plate::parse(" ").err(), Some(FieldError::Missing));
        assert_eq!(
            Plate::parse("020132 99997").err(),
            Some(FieldError::NationalId)
        );
        assert_eq!(
            Plate::parse_foreign("02013299997").err(),
            Some(FieldError::NationalId)
        );
    }

    #[test]
    fn chassis_numbers() {
        let vin = Vin::parse("yv2 rt40a-4kb123456").unwrap();
        assert_eq!(vin.reveal(), "YV2RT40A4KB123456");
        assert!(!vin.is_unusual());
        assert!(!Vin::parse("TESTSISDINKY00004").unwrap().is_unusual());
        assert!(Vin::parse("TIL-1968-42").unwrap().is_unusual());
        for typed in [
            "YV2RT40A4KBI23456",
            "YV2RT40A4KB1234567",
            "A1",
            "YV2RT40A4KÅ123456",
            "YV2/RT40",
        ] {
            assert_eq!(Vin::parse(typed).err(), Some(FieldError::Vin), "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_parses_to_the_same(typed in "[A-ZÆØÅa-zæøå0-9 -]{1,15}") {
            if let Ok(plate) = Plate::parse(&typed) {
                let again = Plate::parse(plate.shown().reveal()).unwrap();
                prop_assert_eq!(again.reveal(), plate.reveal());
                prop_assert_eq!(again.kind(), plate.kind());
            }
        }

        #[test]
        fn every_ordinary_plate_is_one(letters in "[A-Z]{2}", number in 1000u32..100_000) {
            let plate = Plate::parse(&format!("{letters} {number}")).unwrap();
            prop_assert_eq!(plate.reveal(), format!("{letters}{number}"));
            prop_assert!(!matches!(plate.kind(), PlateKind::Personal | PlateKind::Foreign));
        }

        #[test]
        fn no_text_makes_it_panic(typed in any::<String>()) {
            if let Ok(plate) = Plate::parse(&typed) {
                plate.shown();
                plate.lookup_form();
            }
            if let Ok(vin) = Vin::parse(&typed) {
                prop_assert!(vin.reveal().len() <= 17);
            }
        }
    }
}

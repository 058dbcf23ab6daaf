//! Readings and quantities: odometer, meters of a body's functions, amounts of work and parts.

use crate::FieldError;
use crate::decimal::{self, NO_BREAK};
use std::fmt;

/// A distance on the odometer, whole kilometres.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(transparent)]
pub struct Km(i64);

/// A reading of a meter in tenths (hours or cycles): users ask for hours with a decimal.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(transparent)]
pub struct MeterTenths(i64);

/// An amount of parts or labour in thousandths.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(transparent)]
pub struct Quantity(i64);

impl Km {
    /// More than any vehicle has driven.
    pub const MOST: i64 = 9_999_999;

    /// A distance from its number; out of range is refused.
    pub fn new(km: i64) -> Result<Self, FieldError> {
        within(km, Self::MOST).map(Self)
    }

    /// The number of kilometres.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// Parses `123 456`, `123456 km`.
    pub fn parse(typed: &str) -> Result<Self, FieldError> {
        let text = typed.trim();
        let bare = text.strip_suffix("km").unwrap_or(text);
        Self::new(decimal::parse(bare, 0)?)
    }
}

/// `123 456 km`, with no-break spaces.
impl fmt::Display for Km {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        decimal::write(f, self.0, 0, 0)?;
        write!(f, "{NO_BREAK}km")
    }
}

impl MeterTenths {
    /// More than any meter shows.
    pub const MOST: i64 = 999_999_999;

    /// A reading from tenths; out of range is refused.
    pub fn new(tenths: i64) -> Result<Self, FieldError> {
        within(tenths, Self::MOST).map(Self)
    }

    /// The number of tenths.
    pub const fn tenths(self) -> i64 {
        self.0
    }

    /// Parses `1234,5`, `1 234`.
    pub fn parse(typed: &str) -> Result<Self, FieldError> {
        Self::new(decimal::parse(typed, 1)?)
    }

    /// How far it moved since; less than nothing when the meter was replaced.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }
}

/// `1 234,5`.
impl fmt::Display for MeterTenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        decimal::write(f, self.0, 1, 0)
    }
}

impl Quantity {
    /// One.
    pub const ONE: Self = Self(1000);

    /// A quantity from thousandths (less than nothing for a credit).
    pub const fn from_thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// The number of thousandths.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// Parses `1,5`, `0,125`; nothing and less than nothing are refused.
    pub fn parse(typed: &str) -> Result<Self, FieldError> {
        match decimal::parse(typed, 3)? {
            amount @ 1..=999_999_999 => Ok(Self(amount)),
            _ => Err(FieldError::Range),
        }
    }
}

/// `1,5`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        decimal::write(f, self.0, 3, 0)
    }
}

fn within(value: i64, most: i64) -> Result<i64, FieldError> {
    if (0..=most).contains(&value) {
        Ok(value)
    } else {
        Err(FieldError::Range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn readings_are_read_and_written() {
        assert_eq!(Km::parse("123 456 km").map(Km::get), Ok(123_456));
        assert_eq!(
            Km::parse("123456").unwrap().to_string(),
            "123\u{a0}456\u{a0}km"
        );
        assert_eq!(Km::parse("12,5"), Err(FieldError::Number));
        assert_eq!(Km::parse("-1"), Err(FieldError::Range));
        assert_eq!(Km::parse("10000000"), Err(FieldError::Range));
        assert_eq!(
            MeterTenths::parse("1 234,5").map(MeterTenths::tenths),
            Ok(12_345)
        );
        assert_eq!(
            MeterTenths::parse("1234").unwrap().to_string(),
            "1\u{a0}234"
        );
        assert_eq!(MeterTenths::parse("1234,55"), Err(FieldError::Number));
        assert_eq!(Quantity::parse("0,125").map(Quantity::thousandths), Ok(125));
        assert_eq!(Quantity::parse("1,50").unwrap().to_string(), "1,5");
        assert_eq!(Quantity::parse("0"), Err(FieldError::Range));
        assert_eq!(Quantity::parse(""), Err(FieldError::Missing));
    }

    #[test]
    fn a_replaced_meter_goes_down() {
        let (old, new) = (MeterTenths::new(90_000), MeterTenths::new(12));
        assert_eq!(new.unwrap().since(old.unwrap()), -89_988);
    }

    proptest! {
        #[test]
        fn what_is_written_parses_to_the_same(n in 1i64..=9_999_999) {
            let km = Km::new(n).unwrap();
            prop_assert_eq!(Km::parse(&km.to_string()), Ok(km));
            let meter = MeterTenths::new(n).unwrap();
            prop_assert_eq!(MeterTenths::parse(&meter.to_string()), Ok(meter));
            let quantity = Quantity::from_thousandths(n);
            prop_assert_eq!(Quantity::parse(&quantity.to_string()), Ok(quantity));
        }

        #[test]
        fn no_text_makes_it_panic(typed in any::<String>()) {
            let _ = (Km::parse(&typed), MeterTenths::parse(&typed), Quantity::parse(&typed));
        }
    }
}

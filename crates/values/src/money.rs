//! Money in øre and value-added tax in basis points.

use crate::decimal::{self, NO_BREAK};
use crate::{FieldError, Quantity};
use std::fmt;

/// An amount of Norwegian money in øre. Arithmetic is checked: no sum wraps around.
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
pub struct Ore(i64);

/// A rate in hundredths of a per cent: 2500 is 25 %.
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
pub struct BasisPoints(u32);

impl BasisPoints {
    /// The general Norwegian rate of value-added tax (Peppol category S), 25 %.
    pub const GENERAL_VAT: Self = Self(2500);
    /// No tax.
    pub const ZERO: Self = Self(0);
    const WHOLE: i64 = 10_000;

    /// A rate from its number.
    pub const fn new(points: u32) -> Self {
        Self(points)
    }

    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

/// `25 %`, `12,5 %`.
impl fmt::Display for BasisPoints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        decimal::write(f, i64::from(self.0), 2, 0)?;
        write!(f, "{NO_BREAK}%")
    }
}

impl Ore {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount from øre.
    pub const fn new(ore: i64) -> Self {
        Self(ore)
    }

    /// An amount from whole kroner; none on overflow.
    pub const fn from_kroner(kroner: i64) -> Option<Self> {
        match kroner.checked_mul(100) {
            Some(ore) => Some(Self(ore)),
            None => None,
        }
    }

    /// The number of øre.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// Parses `1 234,50`, `1234.5`, `kr 1 234,-`, `-20 kr`.
    pub fn parse(typed: &str) -> Result<Self, FieldError> {
        let text = typed.trim();
        let bare = match text.get(..2) {
            Some(kr) if kr.eq_ignore_ascii_case("kr") => text[2..].trim_start_matches('.'),
            _ => text.strip_suffix("kr").unwrap_or(text),
        };
        let bare = bare.trim();
        let bare = bare.strip_suffix(",-").unwrap_or(bare);
        decimal::parse(bare, 2)
            .map(Self)
            .map_err(|error| match error {
                FieldError::Number => FieldError::Amount,
                other => other,
            })
    }

    /// The same, refusing less than nothing.
    pub fn parse_price(typed: &str) -> Result<Self, FieldError> {
        match Self::parse(typed)? {
            price if price < Self::ZERO => Err(FieldError::Range),
            price => Ok(price),
        }
    }

    /// Sum; none on overflow.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// Difference; none on overflow.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// Price of a quantity, rounded half away from zero; none on overflow.
    pub fn times(self, quantity: Quantity) -> Option<Self> {
        decimal::scaled(self.0, quantity.thousandths(), 1000).map(Self)
    }

    /// A share of it, rounded half away from zero (the 15 % of an estimate; a tax).
    pub fn share(self, rate: BasisPoints) -> Option<Self> {
        decimal::scaled(self.0, i64::from(rate.0), BasisPoints::WHOLE).map(Self)
    }

    /// With tax added; none on overflow.
    pub fn with_vat(self, rate: BasisPoints) -> Option<Self> {
        self.plus(self.share(rate)?)
    }

    /// The tax inside an amount that includes it.
    pub fn vat_within(self, rate: BasisPoints) -> Option<Self> {
        let rate = i64::from(rate.0);
        decimal::scaled(self.0, rate, BasisPoints::WHOLE.checked_add(rate)?).map(Self)
    }

    /// Sum of many; none on overflow.
    pub fn total(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }
}

/// `1 234,50 kr`, with no-break spaces.
impl fmt::Display for Ore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        decimal::write(f, self.0, 2, 2)?;
        write!(f, "{NO_BREAK}kr")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (typed, ore) in [
            ("1 234,50", 123_450),
            ("1234.5", 123_450),
            ("1\u{a0}234,50 kr", 123_450),
            ("kr 1234,-", 123_400),
            ("Kr. 5", 500),
            ("0", 0),
            ("-20 kr", -2000),
            ("\u{2212}0,01", -1),
        ] {
            assert_eq!(Ore::parse(typed), Ok(Ore(ore)), "{typed}");
        }
        for (typed, error) in [
            ("", FieldError::Missing),
            ("kr", FieldError::Missing),
            ("1,234", FieldError::Amount),
            ("1,2,3", FieldError::Amount),
            ("ti", FieldError::Amount),
            ("1,", FieldError::Amount),
            (",5", FieldError::Amount),
            ("--1", FieldError::Amount),
            ("99999999999999999999", FieldError::Range),
            ("1e3", FieldError::Amount),
            ("krø", FieldError::Amount),
        ] {
            assert_eq!(Ore::parse(typed), Err(error), "{typed}");
        }
        assert_eq!(Ore::parse_price("-1"), Err(FieldError::Range));
    }

    #[test]
    fn amounts_are_written_in_norwegian() {
        assert_eq!(Ore(123_450).to_string(), "1\u{a0}234,50\u{a0}kr");
        assert_eq!(Ore(-5).to_string(), "\u{2212}0,05\u{a0}kr");
        assert_eq!(
            Ore(100_000_000).to_string(),
            "1\u{a0}000\u{a0}000,00\u{a0}kr"
        );
        assert_eq!(BasisPoints::GENERAL_VAT.to_string(), "25\u{a0}%");
        assert_eq!(BasisPoints::new(1250).to_string(), "12,5\u{a0}%");
    }

    #[test]
    fn tax_and_shares() {
        let estimate = Ore::from_kroner(40_000).unwrap();
        let ceiling = estimate.plus(estimate.share(BasisPoints::new(1500)).unwrap());
        assert_eq!(ceiling, Ore::from_kroner(46_000));
        assert_eq!(Ore(999).with_vat(BasisPoints::GENERAL_VAT), Some(Ore(1249)));
        assert_eq!(
            Ore(1250).vat_within(BasisPoints::GENERAL_VAT),
            Some(Ore(250))
        );
        let hours = Quantity::parse("1,5").unwrap();
        assert_eq!(Ore(129_000).times(hours), Some(Ore(193_500)));
        assert_eq!(Ore(i64::MAX).plus(Ore(1)), None);
        assert_eq!(Ore::total([Ore(1), Ore(2), Ore(-4)]), Some(Ore(-1)));
        assert_eq!(Ore(1).share(BasisPoints::new(5000)), Some(Ore(1)));
        assert_eq!(Ore(-1).share(BasisPoints::new(5000)), Some(Ore(-1)));
    }

    proptest! {
        #[test]
        fn what_is_written_parses_to_the_same(ore in -1_000_000_000_000i64..1_000_000_000_000) {
            let written = Ore(ore).to_string();
            prop_assert_eq!(Ore::parse(&written), Ok(Ore(ore)));
        }

        #[test]
        fn nothing_panics(
            typed in any::<String>(), near in "[-0-9 ,.kr]{0,12}", a in any::<i64>(), b in any::<i64>(),
            rate in any::<u32>(),
        ) {
            let _ = (Ore::parse(&typed), Ore::parse(&near), Ore(a).plus(Ore(b)), Ore(a).minus(Ore(b)));
            let rate = BasisPoints::new(rate);
            let _ = (Ore(a).with_vat(rate), Ore(a).vat_within(rate), Ore(a).to_string());
            let _ = Ore(a).times(Quantity::from_thousandths(b));
        }
    }
}

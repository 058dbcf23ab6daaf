//! Norwegian public holidays.
//!
//! Ground: lov om helligdager og helligdagsfred § 2; 1 and 17 May: lov 26 April 1947 nr. 1.

use jiff::{
    ToSpan,
    civil::{Date, date},
};

/// A public holiday.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// Thursday before Easter.
    MaundyThursday,
    /// Friday before Easter.
    GoodFriday,
    /// Easter Sunday.
    Easter,
    /// Easter Monday.
    EasterMonday,
    /// 1 May.
    Labour,
    /// 17 May.
    Constitution,
    /// 39 days after Easter.
    Ascension,
    /// 49 days after Easter.
    Whitsun,
    /// 50 days after Easter.
    WhitMonday,
    /// 25 December.
    Christmas,
    /// 26 December.
    SecondChristmas,
}

impl Holiday {
    /// The key of its name in the language files.
    #[must_use]
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::NewYear => "holiday-new-year",
            Self::MaundyThursday => "holiday-maundy-thursday",
            Self::GoodFriday => "holiday-good-friday",
            Self::Easter => "holiday-easter",
            Self::EasterMonday => "holiday-easter-monday",
            Self::Labour => "holiday-labour",
            Self::Constitution => "holiday-constitution",
            Self::Ascension => "holiday-ascension",
            Self::Whitsun => "holiday-whitsun",
            Self::WhitMonday => "holiday-whit-monday",
            Self::Christmas => "holiday-christmas",
            Self::SecondChristmas => "holiday-second-christmas",
        }
    }
}

/// Easter Sunday of a year (the anonymous Gregorian computus).
#[must_use]
pub fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    let small = |number: i32| i8::try_from(number).unwrap_or(1);
    date(year, small(month), small(day))
}

/// The public holiday on a date, if it is one. Where two fall together the movable one is named.
#[must_use]
pub fn holiday(on: Date) -> Option<Holiday> {
    const MOVABLE: &[(i64, Holiday)] = &[
        (-3, Holiday::MaundyThursday),
        (-2, Holiday::GoodFriday),
        (0, Holiday::Easter),
        (1, Holiday::EasterMonday),
        (39, Holiday::Ascension),
        (49, Holiday::Whitsun),
        (50, Holiday::WhitMonday),
    ];
    let easter = easter(on.year());
    let moved = MOVABLE
        .iter()
        .find(|(days, _)| easter.checked_add(days.days()).ok() == Some(on));
    if let Some((_, holiday)) = moved {
        return Some(*holiday);
    }
    match (on.month(), on.day()) {
        (1, 1) => Some(Holiday::NewYear),
        (5, 1) => Some(Holiday::Labour),
        (5, 17) => Some(Holiday::Constitution),
        (12, 25) => Some(Holiday::Christmas),
        (12, 26) => Some(Holiday::SecondChristmas),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sources: the published calendars of those years.
    #[test]
    fn easter_and_what_hangs_on_it() {
        for (year, month, day) in [
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2030, 4, 21),
            (2035, 3, 25),
            (2037, 4, 5),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), date(year, month, day));
        }
        let named = [
            (date(2026, 4, 2), Holiday::MaundyThursday),
            (date(2026, 4, 3), Holiday::GoodFriday),
            (date(2026, 4, 6), Holiday::EasterMonday),
            (date(2026, 5, 1), Holiday::Labour),
            (date(2026, 5, 14), Holiday::Ascension),
            (date(2026, 5, 17), Holiday::Constitution),
            (date(2026, 5, 24), Holiday::Whitsun),
            (date(2026, 5, 25), Holiday::WhitMonday),
            (date(2026, 12, 25), Holiday::Christmas),
            (date(2026, 12, 26), Holiday::SecondChristmas),
            (date(2026, 1, 1), Holiday::NewYear),
            // Ascension and Constitution Day fall together: the movable one is named.
            (date(2012, 5, 17), Holiday::Ascension),
        ];
        for (day, name) in named {
            assert_eq!(holiday(day), Some(name), "{day}");
        }
        // The eves are no holidays in law.
        for day in [
            date(2026, 12, 24),
            date(2026, 12, 31),
            date(2026, 4, 4),
            date(2026, 5, 18),
        ] {
            assert_eq!(holiday(day), None, "{day}");
        }
    }
}

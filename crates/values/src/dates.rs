//! Dates and times of day as people type them.

use crate::FieldError;
use jiff::civil::{Date, Time};

/// Parses `2026-03-10` (what a date field sends), `10.03.2026`, `10.3.26`.
pub fn parse_date(typed: &str) -> Result<Date, FieldError> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(FieldError::Missing);
    }
    let dotted = text.contains('.');
    let parts: Vec<&str> = text
        .split(if dotted { '.' } else { '-' })
        .map(str::trim)
        .collect();
    let (year, month, day) = match parts.as_slice() {
        [day, month, year] if dotted => (*year, *month, *day),
        [year, month, day] if year.len() == 4 => (*year, *month, *day),
        _ => return Err(FieldError::Date),
    };
    let number = |part: &str, lengths: &[usize]| -> Result<i16, FieldError> {
        let is_number = lengths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        let value = if is_number { part.parse().ok() } else { None };
        value.ok_or(FieldError::Date)
    };
    let short = year.len() == 2;
    let year = number(year, &[2, 4])? + if short { 2000 } else { 0 };
    let month = i8::try_from(number(month, &[1, 2])?).map_err(|_| FieldError::Date)?;
    let day = i8::try_from(number(day, &[1, 2])?).map_err(|_| FieldError::Date)?;
    match Date::new(year, month, day) {
        Ok(date) if (1900..=2199).contains(&date.year()) => Ok(date),
        _ => Err(FieldError::Date),
    }
}

/// Parses `07:30`, `7.30`, `0730`.
pub fn parse_time(typed: &str) -> Result<Time, FieldError> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(FieldError::Missing);
    }
    let (hour, minute) = match text.split_once([':', '.']) {
        Some(parts) => parts,
        None if text.len() == 4 && text.is_ascii() => text.split_at(2),
        None => return Err(FieldError::Time),
    };
    let number = |part: &str, lengths: &[usize]| -> Option<i8> {
        let is_number = lengths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| part.parse().ok()).flatten()
    };
    let hour = number(hour, &[1, 2]).ok_or(FieldError::Time)?;
    let minute = number(minute, &[2]).ok_or(FieldError::Time)?;
    Time::new(hour, minute, 0, 0).map_err(|_| FieldError::Time)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    #[test]
    fn dates_in_both_orders() {
        for typed in ["2026-03-10", "10.03.2026", "10.3.26", " 10. 3. 2026 "] {
            assert_eq!(parse_date(typed), Ok(date(2026, 3, 10)), "{typed}");
        }
        for typed in [
            "10-03-2026",
            "2026-02-30",
            "10.3",
            "3.10.202",
            "i morgen",
            "10.3.2026.",
            "1.1.0000",
        ] {
            assert_eq!(parse_date(typed), Err(FieldError::Date), "{typed}");
        }
        assert_eq!(parse_date(" "), Err(FieldError::Missing));
    }

    #[test]
    fn times_of_day() {
        for typed in ["07:30", "7.30", "0730"] {
            assert_eq!(parse_time(typed), Ok(time(7, 30, 0, 0)), "{typed}");
        }
        for typed in ["24:00", "7:5", "7", "07:60", "ææ", "-1:30"] {
            assert_eq!(parse_time(typed), Err(FieldError::Time), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(typed in any::<String>(), near in "[-0-9.: ]{0,12}") {
            let _ = (parse_date(&typed), parse_date(&near), parse_time(&typed), parse_time(&near));
        }

        #[test]
        fn what_is_written_parses_to_the_same(year in 1900i16..=2199, month in 1i8..=12, day in 1i8..=28) {
            let date = date(year, month, day);
            prop_assert_eq!(parse_date(&date.to_string()), Ok(date));
        }
    }
}

//! When the register may be asked again after its quota was used up.

use jiff::fmt::rfc2822::DateTimeParser;
use values::Moment;

/// A header that asks for more is taken for a mistake: the quota is per day.
const LONGEST_DAYS: i64 = 2;

/// Reads `Retry-After` (seconds or an HTTP date). Without a readable one the quota is taken to
/// open at the next midnight in Norway, as the register documents.
pub(super) fn retry_at(header: Option<&str>, now: Moment) -> Moment {
    let midnight = || Moment::after_day(now.local_date());
    let at = header
        .and_then(|text| from_seconds(text.trim(), now).or_else(|| from_date(text.trim())))
        .unwrap_or_else(midnight);
    at.clamp(now, now.plus_days(LONGEST_DAYS))
}

fn from_seconds(text: &str, now: Moment) -> Option<Moment> {
    let seconds: i64 = text.parse().ok().filter(|seconds| *seconds >= 0)?;
    Some(now.plus_ms(seconds.saturating_mul(1000)))
}

fn from_date(text: &str) -> Option<Moment> {
    let at = DateTimeParser::new().parse_timestamp(text).ok()?;
    Some(Moment::from_millis(at.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn noon() -> Moment {
        Moment::at_local(date(2026, 11, 22), 12, 0)
    }

    #[test]
    fn seconds_and_dates_are_understood() {
        assert_eq!(retry_at(Some("90"), noon()), noon().plus_ms(90_000));
        let date = retry_at(Some("Sun, 22 Nov 2026 23:00:00 GMT"), noon());
        assert_eq!(date.rfc3339(), "2026-11-22T23:00:00Z");
    }

    #[test]
    fn otherwise_the_next_midnight_in_norway() {
        for header in [None, Some(""), Some("soon"), Some("-5")] {
            let at = retry_at(header, noon());
            assert_eq!(at.rfc3339(), "2026-11-22T23:00:00Z", "{header:?}");
        }
        let summer = Moment::at_local(date(2026, 7, 1), 12, 0);
        assert_eq!(retry_at(None, summer).rfc3339(), "2026-07-01T22:00:00Z");
    }

    #[test]
    fn never_before_now_nor_for_ever() {
        assert_eq!(
            retry_at(Some("Sun, 06 Nov 1994 08:49:37 GMT"), noon()),
            noon()
        );
        assert_eq!(
            retry_at(Some("99999999999999"), noon()),
            noon().plus_days(2)
        );
    }
}

//! Instants, local dates and the clock, which is always a parameter.

use std::sync::{
    OnceLock,
    atomic::{AtomicI64, Ordering},
};

use jiff::{Timestamp, ToSpan, Zoned, civil::Date, tz::TimeZone};

/// An instant: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Moment(i64);

/// Last instant that can be shown as a local date (9999-12-30).
const LATEST_MS: i64 = 253_402_127_999_000;

/// The zone in which a Norwegian workshop lives.
#[must_use]
pub fn oslo() -> TimeZone {
    zone().clone()
}

/// Read once: a new edition of the time zone database counts from the next start.
fn zone() -> &'static TimeZone {
    static OSLO: OnceLock<TimeZone> = OnceLock::new();
    OSLO.get_or_init(|| TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC))
}

impl Moment {
    /// "As long as its reason is open": later than every real instant.
    pub const FOREVER: Self = Self(i64::MAX);

    /// From milliseconds UTC.
    #[must_use]
    pub const fn from_millis(ms: i64) -> Self {
        Self(ms)
    }

    /// Milliseconds UTC.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Whether this is [`Moment::FOREVER`].
    #[must_use]
    pub const fn is_forever(self) -> bool {
        self.0 == i64::MAX
    }

    /// This instant plus `ms` milliseconds, saturating.
    #[must_use]
    pub const fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// This instant plus `minutes` of 60 seconds.
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_ms(minutes.saturating_mul(60_000))
    }

    /// This instant plus `days` of 24 hours (for time limits; calendar arithmetic goes through
    /// [`Moment::local_date`]).
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_ms(days.saturating_mul(86_400_000))
    }

    /// The wall clock in Norway at this instant (clamped to the years a calendar can show).
    #[must_use]
    pub fn local(self) -> Zoned {
        let ms = self.0.clamp(-62_135_596_800_000, LATEST_MS);
        Timestamp::from_millisecond(ms)
            .unwrap_or(Timestamp::UNIX_EPOCH)
            .to_zoned(oslo())
    }

    /// The date in Norway at this instant.
    #[must_use]
    pub fn local_date(self) -> Date {
        let ms = self.0.clamp(-62_135_596_800_000, LATEST_MS);
        let at = Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH);
        zone().to_datetime(at).date()
    }

    /// The instant at which the wall clock in Norway shows `hour:minute` on `date`; in the hour that
    /// summer time skips, the instant just after the gap; in the hour it repeats, the first one.
    #[must_use]
    pub fn at_local(date: Date, hour: i8, minute: i8) -> Self {
        date.at(hour, minute, 0, 0)
            .to_zoned(oslo())
            .map_or(Self::FOREVER, |zoned| {
                Self(zoned.timestamp().as_millisecond())
            })
    }

    /// The first instant of the day after `date` in Norway: what is kept "to and including" a date
    /// goes at this instant.
    #[must_use]
    pub fn after_day(date: Date) -> Self {
        date.checked_add(1.day())
            .map_or(Self::FOREVER, |next| Self::at_local(next, 0, 0))
    }

    /// RFC 3339 in UTC with seconds, for machines.
    #[must_use]
    pub fn rfc3339(self) -> String {
        let ms = self.0.clamp(-62_135_596_800_000, LATEST_MS);
        let seconds = Timestamp::from_second(ms.div_euclid(1000));
        seconds.unwrap_or(Timestamp::UNIX_EPOCH).to_string()
    }
}

/// Where the time comes from. Passed in everywhere; the only reader of the real clock is
/// [`SystemClock`].
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Moment;
}

/// The clock of the machine.
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods)]
    fn now(&self) -> Moment {
        Moment(Timestamp::now().as_millisecond())
    }
}

/// A clock that stands still until it is set: ten years pass in a second of test.
pub struct SetClock(AtomicI64);

impl SetClock {
    /// A clock standing at `at`.
    #[must_use]
    pub const fn at(at: Moment) -> Self {
        Self(AtomicI64::new(at.0))
    }

    /// Put the clock at `at`, forwards or backwards.
    pub fn set(&self, at: Moment) {
        self.0.store(at.0, Ordering::SeqCst);
    }

    /// Move the clock by `ms` milliseconds.
    pub fn advance_ms(&self, ms: i64) {
        self.0.fetch_add(ms, Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn wall_clock_survives_summer_time() {
        let winter = Moment::at_local(date(2026, 1, 15), 8, 0);
        let summer = Moment::at_local(date(2026, 7, 15), 8, 0);
        assert_eq!(winter.rfc3339(), "2026-01-15T07:00:00Z");
        assert_eq!(summer.rfc3339(), "2026-07-15T06:00:00Z");
        let gap = Moment::at_local(date(2026, 3, 29), 2, 30);
        assert_eq!(gap.rfc3339(), "2026-03-29T01:30:00Z");
        assert_eq!(
            Moment::after_day(date(2026, 3, 29)).rfc3339(),
            "2026-03-29T22:00:00Z"
        );
    }

    #[test]
    fn forever_can_be_shown_without_a_panic() {
        assert_eq!(Moment::FOREVER.local_date().year(), 9999);
        assert!(Moment::FOREVER.plus_days(1).is_forever());
    }
}

//! When people may be called at home: not on Saturdays, Sundays and public holidays, and not before 9
//! or after 21, by Norwegian clocks (markedsføringsloven §§ 12–14).

use jiff::civil::{Date, Weekday};
use values::{Moment, holiday};

/// The hour at which calling begins.
const FROM: i8 = 9;
/// The hour at which calling ends.
pub const CALLS_TO: i8 = 21;
/// No run of closed days is as long as this; Christmas and Easter have five.
const DAYS_LOOKED_AT: i64 = 14;

/// Whether people may be called at this instant.
#[must_use]
pub fn calling_hours(at: Moment) -> bool {
    let local = at.local();
    is_calling_day(local.date()) && (FROM..CALLS_TO).contains(&local.hour())
}

/// The first instant, from this one on, at which people may be called.
#[must_use]
pub fn may_be_called_from(at: Moment) -> Moment {
    if calling_hours(at) {
        return at;
    }
    let today = at.local_date();
    let days = (0..=DAYS_LOOKED_AT)
        .filter_map(|days| today.checked_add(jiff::Span::new().days(days)).ok());
    days.filter(|day| is_calling_day(*day))
        .map(|day| Moment::at_local(day, FROM, 0))
        .find(|from| *from > at)
        .unwrap_or(at)
}

fn is_calling_day(day: Date) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    !weekend && holiday(day).is_none()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::decide::{
        Basis, Channel, Facts, Said, Verdict, Whose, Why, decide, tests::stranger,
    };

    /// Whatever somebody said yes to, nobody at home is called on a holiday or at night.
    #[test]
    fn the_decision_keeps_the_hours() {
        let easter_monday = at(4, 6, 12, 0);
        let asked = |channel, whose, at| Facts {
            channel,
            whose,
            at,
            ..stranger()
        };
        let (not_now, yes) = (Verdict::No(Why::NotNow), Verdict::Yes(Basis::NotReserved));
        let person = asked(Channel::Phone, Whose::Person, easter_monday);
        assert_eq!(decide(&person), not_now);
        let letter = asked(Channel::Post, Whose::Person, easter_monday);
        assert_eq!(decide(&letter), yes);
        let company = asked(Channel::Phone, Whose::Company, easter_monday);
        assert_eq!(decide(&company), yes);
        let mut night = asked(Channel::Phone, Whose::Person, at(3, 2, 22, 0));
        night.said = Some(Said {
            yes: true,
            at: at(3, 1, 12, 0),
            text_still_covers: true,
        });
        assert_eq!(decide(&night), not_now);
    }

    fn at(month: i8, day: i8, hour: i8, minute: i8) -> Moment {
        Moment::at_local(date(2026, month, day), hour, minute)
    }

    #[test]
    fn people_are_called_on_working_days_between_nine_and_nine() {
        let rows = [
            ("a Monday at noon", at(3, 2, 12, 0), true),
            ("nine sharp", at(3, 2, 9, 0), true),
            ("a minute before", at(3, 2, 8, 59), false),
            ("the last minute", at(3, 2, 20, 59), true),
            ("nine in the evening", at(3, 2, 21, 0), false),
            ("a Saturday", at(3, 7, 12, 0), false),
            ("a Sunday", at(3, 8, 12, 0), false),
            ("Maundy Thursday", at(4, 2, 12, 0), false),
            ("Good Friday", at(4, 3, 12, 0), false),
            ("Easter Monday", at(4, 6, 12, 0), false),
            ("the Tuesday after Easter", at(4, 7, 12, 0), true),
            ("1 May", at(5, 1, 12, 0), false),
            ("Ascension Day", at(5, 14, 12, 0), false),
            ("17 May, here a Sunday", at(5, 17, 12, 0), false),
            ("Whit Monday", at(5, 25, 12, 0), false),
            (
                "Christmas Eve is no public holiday",
                at(12, 24, 12, 0),
                true,
            ),
            ("Christmas Day", at(12, 25, 12, 0), false),
            ("New Year's Eve", at(12, 31, 12, 0), true),
            ("New Year's Day", at(1, 1, 12, 0), false),
        ];
        for (name, when, may) in rows {
            assert_eq!(calling_hours(when), may, "{name}");
        }
        let constitution = Moment::at_local(date(2027, 5, 17), 12, 0);
        assert!(!calling_hours(constitution), "17 May on a Monday");
    }

    /// The hours are the wall's: in winter 9 is 8 in Greenwich, in summer 7.
    #[test]
    fn the_clock_on_the_wall_counts() {
        for (day, first) in [
            (date(2026, 3, 27), "2026-03-27T08:00:00Z"),
            (date(2026, 3, 30), "2026-03-30T07:00:00Z"),
            (date(2026, 10, 23), "2026-10-23T07:00:00Z"),
            (date(2026, 10, 26), "2026-10-26T08:00:00Z"),
        ] {
            let stamp: jiff::Timestamp = first.parse().unwrap();
            let nine = Moment::from_millis(stamp.as_millisecond());
            assert!(calling_hours(nine), "{day}");
            assert!(!calling_hours(nine.plus_ms(-1)), "{day}");
            assert_eq!(may_be_called_from(Moment::at_local(day, 0, 0)), nine);
        }
    }

    #[test]
    fn when_it_becomes_possible() {
        let rows = [
            ("now", at(3, 2, 12, 0), at(3, 2, 12, 0)),
            ("early", at(3, 2, 7, 0), at(3, 2, 9, 0)),
            ("late", at(3, 2, 22, 0), at(3, 3, 9, 0)),
            ("Friday evening", at(3, 6, 21, 0), at(3, 9, 9, 0)),
            ("before Easter", at(4, 1, 21, 30), at(4, 7, 9, 0)),
            (
                "the night summer time begins",
                at(3, 28, 23, 0),
                at(3, 30, 9, 0),
            ),
            ("the night it ends", at(10, 24, 23, 0), at(10, 26, 9, 0)),
            ("Christmas", at(12, 24, 21, 0), at(12, 28, 9, 0)),
        ];
        for (name, now, from) in rows {
            assert_eq!(may_be_called_from(now), from, "{name}");
        }
    }
}

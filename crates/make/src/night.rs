//! When both sides are compared: once a night, by the clock on the wall. A night that was missed, because
//! the house or the service was down, is made up for as soon as both are there again.

use jiff::{ToSpan, civil::Date};
use values::Moment;

/// The hour. After the sweep, which runs at three unless the settings say otherwise: who was erased tonight
/// is stopped there tonight. And never an hour that summer time skips or shows twice.
const HOUR: i8 = 4;
/// From this hour in the evening it is the coming night: what is made up for late is not done again at four.
const EVENING: i8 = 22;

/// The morning that the night of an instant leads to.
fn morning(at: Moment) -> Date {
    let day = at.local_date();
    if at.local().hour() >= EVENING {
        after(day)
    } else {
        day
    }
}

fn after(day: Date) -> Date {
    day.checked_add(1.day()).unwrap_or(day)
}

/// The latest morning whose hour has struck.
fn struck(now: Moment) -> Date {
    let today = now.local_date();
    if now >= Moment::at_local(today, HOUR, 0) {
        today
    } else {
        today.checked_sub(1.day()).unwrap_or(today)
    }
}

/// Whether both sides are to be compared now.
pub(crate) fn is_due(compared: Option<Moment>, now: Moment) -> bool {
    let Some(last) = compared.map(morning) else {
        return true;
    };
    // One that lies in the future was done by a clock that was wrong.
    last < struck(now) || last > after(after(struck(now)))
}

/// The next hour at which they are; none when it is now.
pub(crate) fn next(compared: Option<Moment>, now: Moment) -> Option<Moment> {
    let last = compared.map(morning)?;
    (!is_due(compared, now)).then(|| Moment::at_local(after(last), HOUR, 0))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn at(month: i8, day: i8, hour: i8, minute: i8) -> Moment {
        Moment::at_local(date(2026, month, day), hour, minute)
    }

    /// Month, day, hour, minute.
    type At = (i8, i8, i8, i8);

    #[test]
    fn once_a_night_and_a_missed_night_is_made_up_for() {
        let cases: &[(At, At, bool)] = &[
            ((11, 20, 4, 0), (11, 20, 4, 1), false),
            ((11, 20, 4, 0), (11, 20, 23, 59), false),
            ((11, 20, 4, 0), (11, 21, 3, 59), false),
            ((11, 20, 4, 0), (11, 21, 4, 0), true),
            // Pressed in the day, and again the night after.
            ((11, 20, 14, 0), (11, 21, 4, 0), true),
            // The house was down at four.
            ((11, 20, 4, 0), (11, 21, 9, 30), true),
            ((11, 21, 9, 30), (11, 22, 3, 59), false),
            ((11, 21, 9, 30), (11, 22, 4, 0), true),
            // Made up for late in the evening, or after midnight: not again the same night.
            ((11, 20, 22, 30), (11, 21, 4, 0), false),
            ((11, 21, 0, 30), (11, 21, 4, 0), false),
            ((11, 20, 22, 30), (11, 22, 4, 0), true),
            // The clock went astray.
            ((12, 24, 4, 0), (11, 21, 4, 0), true),
        ];
        for (compared, now, due) in cases {
            let of = |(month, day, hour, minute): At| at(month, day, hour, minute);
            let (compared, now) = (of(*compared), of(*now));
            assert_eq!(is_due(Some(compared), now), *due, "{compared:?} {now:?}");
        }
        assert!(is_due(None, at(11, 20, 12, 0)));
    }

    #[test]
    fn every_night_of_a_year_is_one_whatever_the_clock_on_the_wall_does() {
        let mut compared = at(1, 1, 4, 0);
        let (mut now, mut times) = (compared, Vec::new());
        while now < at(12, 31, 12, 0) {
            now = now.plus_minutes(7);
            if is_due(Some(compared), now) {
                compared = now;
                times.push(now);
            }
        }
        let mornings: Vec<Date> = times.iter().map(|at| at.local_date()).collect();
        assert_eq!(mornings.len(), 364);
        assert!(mornings.windows(2).all(|two| after(two[0]) == two[1]));
        assert!(times.iter().all(|at| at.local().hour() == 4));
    }

    #[test]
    fn the_next_one_is_told() {
        let next = |compared, now| next(Some(compared), now);
        let four = |day| Some(at(11, day, 4, 0));
        assert_eq!(next(at(11, 20, 4, 0), at(11, 20, 12, 0)), four(21));
        assert_eq!(next(at(11, 20, 4, 0), at(11, 21, 3, 0)), four(21));
        assert_eq!(next(at(11, 20, 22, 30), at(11, 20, 23, 0)), four(22));
        assert_eq!(next(at(11, 20, 4, 0), at(11, 21, 4, 0)), None);
        // On the night of the change of clocks.
        assert_eq!(
            next(at(3, 28, 4, 0), at(3, 28, 12, 0)),
            Some(at(3, 29, 4, 0))
        );
    }
}

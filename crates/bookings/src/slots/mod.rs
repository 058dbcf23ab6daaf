//! When something can start: steps of a quarter of an hour, on the wall clock of the workshop.

mod free;
#[cfg(test)]
mod tests;

pub use free::{Busy, DaySlots, free_days, nearest, taken_of};

use jiff::{ToSpan, civil::Date};
use values::{Holiday, Moment, holiday};

use crate::catalogue::{Hours, Workshop};

/// Length of a step in minutes. Offsets of Europe/Oslo are whole hours, so steps counted in UTC and
/// on the wall fall together.
pub const STEP_MINUTES: i64 = 15;

/// Number of the step an instant lies in.
#[must_use]
pub const fn step_of(at: Moment) -> i64 {
    at.millis().div_euclid(STEP_MINUTES * 60_000)
}

/// First step and the one after the last, of something that takes so many minutes.
#[must_use]
pub const fn steps(start: Moment, minutes: i64) -> (i64, i64) {
    let first = step_of(start);
    let long = (minutes + STEP_MINUTES - 1) / STEP_MINUTES;
    (first, first + long)
}

/// Why a workshop is closed on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Closed {
    /// Closed on this weekday.
    Weekday,
    /// A public holiday.
    Holiday(Holiday),
    /// Its own closed day, with the reason given.
    Own(String),
}

/// The hours of a day, or why there are none. A public holiday closes; a workshop's own closed day
/// says more than the weekday.
pub fn open_hours(workshop: &Workshop, date: Date) -> Result<Hours, Closed> {
    if let Some(note) = workshop.closed.get(&date) {
        return Err(Closed::Own(note.clone()));
    }
    if let Some(day) = holiday(date) {
        return Err(Closed::Holiday(day));
    }
    let weekday = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
    workshop.hours[weekday].ok_or(Closed::Weekday)
}

/// The instant at which the wall clock shows so many minutes after midnight; `None` in the hour that
/// summer time skips. In the hour it repeats, the first.
#[must_use]
pub fn on_the_wall(date: Date, minutes: i64) -> Option<Moment> {
    if minutes == 24 * 60 {
        return Some(Moment::after_day(date));
    }
    let hour = i8::try_from(minutes / 60).ok().filter(|h| *h < 24)?;
    let minute = i8::try_from(minutes % 60).ok()?;
    let at = Moment::at_local(date, hour, minute);
    let shown = at.local();
    (shown.date() == date && shown.hour() == hour && shown.minute() == minute).then_some(at)
}

/// How far apart starts are offered: every half hour, quarters for short jobs.
const fn grain(minutes: i64) -> i64 {
    if minutes <= 30 { STEP_MINUTES } else { 30 }
}

/// Every start on a day at which the job ends before the workshop closes. Says nothing of bays.
pub fn starts(hours: Hours, date: Date, minutes: i64) -> impl Iterator<Item = Moment> {
    let wall = Wall::of(date);
    let closes = wall.at(hours.closes);
    let grain = grain(minutes);
    let count = (hours.closes - hours.opens).max(0) / grain + 1;
    (0..count).filter_map(move |nth| {
        let start = wall.at(hours.opens + nth * grain)?;
        (start.plus_minutes(minutes) <= closes?).then_some(start)
    })
}

/// The wall clock of one day. On all but two days a year it is midnight and so many minutes.
#[derive(Clone, Copy)]
struct Wall {
    date: Date,
    midnight: Moment,
    even: bool,
}

impl Wall {
    fn of(date: Date) -> Self {
        let midnight = Moment::at_local(date, 0, 0);
        Self {
            date,
            midnight,
            even: midnight.plus_days(1) == Moment::after_day(date),
        }
    }

    fn at(self, minutes: i64) -> Option<Moment> {
        if self.even && (0..=24 * 60).contains(&minutes) {
            Some(self.midnight.plus_minutes(minutes))
        } else {
            on_the_wall(self.date, minutes)
        }
    }
}

/// From and until when the public can book: notice and horizon.
#[must_use]
pub fn window(workshop: &Workshop, now: Moment) -> (Moment, Moment) {
    let last = now
        .local_date()
        .checked_add(workshop.horizon_days.clamp(0, 730).days())
        .unwrap_or(Date::MAX);
    (
        now.plus_minutes(workshop.notice_minutes),
        Moment::after_day(last),
    )
}

/// Who asks for a time: staff may go below the notice and beyond the horizon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum For {
    /// The public.
    Public,
    /// Staff.
    Staff,
}

/// Whether a start is one the workshop offers: open, on the grid, in time, not too far ahead.
#[must_use]
pub fn is_offered(workshop: &Workshop, start: Moment, minutes: i64, now: Moment, who: For) -> bool {
    let date = start.local_date();
    let Ok(hours) = open_hours(workshop, date) else {
        return false;
    };
    let (from, until) = window(workshop, now);
    let in_time = match who {
        For::Public => from <= start && start < until,
        For::Staff => now.plus_minutes(-STEP_MINUTES) <= start,
    };
    let on_grid = match who {
        For::Public => starts(hours, date, minutes).any(|one| one == start),
        For::Staff => {
            start.millis() % (STEP_MINUTES * 60_000) == 0
                && on_the_wall(date, hours.opens).is_some_and(|opens| opens <= start)
                && on_the_wall(date, hours.closes)
                    .is_some_and(|closes| start.plus_minutes(minutes) <= closes)
        }
    };
    workshop.open && in_time && on_grid
}

/// The Monday of a date's week.
#[must_use]
pub fn monday(date: Date) -> Date {
    let back = i64::from(date.weekday().to_monday_zero_offset());
    date.checked_sub(back.days()).unwrap_or(date)
}

/// The days of a week from its Monday.
pub fn week(monday: Date) -> impl Iterator<Item = Date> {
    (0_i64..7).filter_map(move |days| monday.checked_add(days.days()).ok())
}

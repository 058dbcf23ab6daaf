//! Visits over time, as bars.

use jiff::{ToSpan, civil::Date};

use super::{Line, Period};

/// One bar: a day, a week or a month.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Bar {
    /// The first day of it.
    pub from: Date,
    pub count: i64,
    pub x: usize,
    pub y: i64,
    pub high: i64,
}

/// The drawing.
#[derive(Debug)]
pub(crate) struct Bars {
    pub bars: Vec<Bar>,
    pub most: i64,
    /// What the top of the drawing stands for: a round number with a whole half.
    pub top: i64,
    /// How wide one bar is.
    pub wide: usize,
}

impl Bars {
    pub const WIDE: usize = 720;
    pub const HIGH: i64 = 160;

    /// Puts days together and draws them. What has no line, and what is smaller than the smallest that is
    /// shown, is a bar of nothing.
    pub fn of(days: &[Line], period: Period, today: Date, smallest: i64) -> Self {
        let days: Vec<(Date, i64)> = days
            .iter()
            .filter_map(|line| Some((line.what.parse().ok()?, line.count)))
            .collect();
        let first = match period {
            Period::All => days.first().map_or(today, |(day, _)| *day),
            period => period.first(today),
        };
        let mut bars: Vec<Bar> = Vec::new();
        let mut day = first;
        while day <= today && bars.len() < 4_000 {
            let from = begin(day, period);
            if bars.last().is_none_or(|bar| bar.from != from) {
                bars.push(Bar {
                    from,
                    count: 0,
                    x: 0,
                    y: 0,
                    high: 0,
                });
            }
            let Ok(next) = day.checked_add(1.day()) else {
                break;
            };
            day = next;
        }
        for (day, count) in days {
            let from = begin(day, period);
            if let Some(bar) = bars.iter_mut().find(|bar| bar.from == from) {
                bar.count += count;
            }
        }
        for bar in bars.iter_mut().filter(|bar| bar.count < smallest) {
            bar.count = 0;
        }
        Self::drawn(bars)
    }

    /// The bars under which a day stands: the first, the last, and two between.
    pub fn ticks(&self) -> Vec<Date> {
        let last = self.bars.len().saturating_sub(1);
        let mut at = vec![0, last / 3, last * 2 / 3, last];
        at.dedup();
        at.into_iter()
            .filter_map(|at| self.bars.get(at))
            .map(|bar| bar.from)
            .collect()
    }

    fn drawn(mut bars: Vec<Bar>) -> Self {
        let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
        let top = round_up(most);
        let step = Self::WIDE / bars.len().max(1);
        for (at, bar) in bars.iter_mut().enumerate() {
            bar.x = at * step;
            bar.high = bar.count * Self::HIGH / top;
            if bar.count > 0 {
                bar.high = bar.high.max(2);
            }
            bar.y = Self::HIGH - bar.high;
        }
        Self {
            bars,
            most,
            top,
            wide: step.saturating_sub(2).clamp(1, 60),
        }
    }
}

/// The next of 2, 4, 6, 8, 10, 20, 40 …
fn round_up(most: i64) -> i64 {
    let mut unit: i64 = 1;
    loop {
        if let Some(times) = [2, 4, 6, 8, 10]
            .into_iter()
            .find(|times| times * unit >= most)
        {
            return times * unit;
        }
        unit = unit.saturating_mul(10);
    }
}

/// The first day of the bar that a day belongs to.
fn begin(day: Date, period: Period) -> Date {
    match period {
        Period::Month => day,
        Period::Quarter => {
            let back = i64::from(day.weekday().to_monday_zero_offset());
            day.checked_sub(back.days()).unwrap_or(day)
        }
        Period::Year | Period::All => day.first_of_month(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_become_bars() {
        let line = |day: &str, count| Line {
            what: day.to_owned(),
            count,
        };
        let today = date(2026, 11, 22);
        let days = [line("2026-11-01", 5), line("2026-11-22", 10)];
        let bars = Bars::of(&days, Period::Month, today, 5);
        assert_eq!((bars.bars.len(), bars.most), (30, 10));
        assert_eq!((bars.bars[29].high, bars.top), (Bars::HIGH, 10));
        let ticks: Vec<String> = bars.ticks().iter().map(Date::to_string).collect();
        assert_eq!(
            ticks,
            ["2026-10-24", "2026-11-02", "2026-11-12", "2026-11-22"]
        );
        let tops = [1, 5, 10, 11, 79, 81, 1_234].map(round_up);
        assert_eq!(tops, [2, 6, 10, 20, 80, 100, 2_000]);
        assert_eq!(Bars::of(&days, Period::Year, today, 5).bars.len(), 13);
        assert_eq!(Bars::of(&days, Period::All, today, 5).bars.len(), 1);
        assert!(Bars::of(&[], Period::Quarter, today, 5).bars.len() >= 13);
        // Too few on one day, enough in the month.
        let counts = |period, smallest| {
            let bars = Bars::of(&days, period, today, smallest).bars;
            bars.iter()
                .map(|bar| bar.count)
                .filter(|n| *n > 0)
                .collect::<Vec<_>>()
        };
        assert_eq!(counts(Period::Month, 6), [10]);
        assert_eq!(counts(Period::Year, 6), [15]);
        assert!(counts(Period::Year, 16).is_empty());
    }
}

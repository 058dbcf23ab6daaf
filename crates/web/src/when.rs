//! Dates, times, money and distances as each language writes them; templates call them on `page`.

use jiff::civil::Date;
use values::{Moment, Ore};

use crate::{Lang, Page};

const DAYS: [&str; 7] = [
    "day-1", "day-2", "day-3", "day-4", "day-5", "day-6", "day-7",
];
const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

/// A value that may come by reference: templates pass everything that way.
pub trait Plain<T> {
    /// The value itself.
    fn plain(&self) -> T;
}

impl<T, U: Plain<T> + ?Sized> Plain<T> for &U {
    fn plain(&self) -> T {
        (**self).plain()
    }
}

macro_rules! plain {
    ($($kind:ty => $as:ty),+) => {$(
        impl Plain<$as> for $kind {
            fn plain(&self) -> $as {
                <$as>::try_from(*self).unwrap_or_default()
            }
        }
    )+};
}
plain! { i16 => i64, i32 => i64, i64 => i64, u8 => i64, u16 => i64, u32 => i64, u64 => i64, usize => i64 }

macro_rules! itself {
    ($($kind:ty),+) => {$(
        impl Plain<$kind> for $kind {
            fn plain(&self) -> $kind {
                *self
            }
        }
    )+};
}
itself! { Date, Moment, Ore }

impl Page {
    /// `mandag 23. november 2026`.
    #[must_use]
    pub fn day(&self, date: impl Plain<Date>) -> String {
        let date = date.plain();
        format!("{} {}", self.weekday(date), self.date(date))
    }

    /// `mandag`.
    #[must_use]
    pub fn weekday(&self, date: impl Plain<Date>) -> &str {
        let date = date.plain();
        let day = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
        self.t.s(DAYS[day % 7])
    }

    /// `23. november 2026`.
    #[must_use]
    pub fn date(&self, date: impl Plain<Date>) -> String {
        let date = date.plain();
        let dot = if self.lang == Lang::En { "" } else { "." };
        format!("{}{dot} {} {}", date.day(), self.month(date), date.year())
    }

    /// `november`.
    #[must_use]
    pub fn month(&self, date: impl Plain<Date>) -> &str {
        let date = date.plain();
        self.t
            .s(MONTHS[usize::try_from(date.month() - 1).unwrap_or(0) % 12])
    }

    /// `23.11.2026`, or `23/11/2026`.
    #[must_use]
    pub fn short_date(&self, date: impl Plain<Date>) -> String {
        let date = date.plain();
        let dot = if self.lang == Lang::En { '/' } else { '.' };
        format!(
            "{:02}{dot}{:02}{dot}{}",
            date.day(),
            date.month(),
            date.year()
        )
    }

    /// The local date of an instant, as [`Page::date`].
    #[must_use]
    pub fn on(&self, at: impl Plain<Moment>) -> String {
        let at = at.plain();
        self.date(at.local_date())
    }

    /// The local date of an instant with its weekday.
    #[must_use]
    pub fn on_day(&self, at: impl Plain<Moment>) -> String {
        let at = at.plain();
        self.day(at.local_date())
    }

    /// `08:15`, in the workshop's zone.
    #[must_use]
    pub fn time(&self, at: impl Plain<Moment>) -> String {
        let at = at.plain();
        let local = at.local();
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// `23.11.2026 08:15`.
    #[must_use]
    pub fn at(&self, at: impl Plain<Moment>) -> String {
        let at = at.plain();
        format!("{} {}", self.short_date(at.local_date()), self.time(at))
    }

    /// For `<time datetime>`.
    #[must_use]
    pub fn machine(&self, at: impl Plain<Moment>) -> String {
        let at = at.plain();
        at.rfc3339()
    }

    /// `12 400,00 kr`, or `NOK 12,400.00`.
    #[must_use]
    pub fn money(&self, amount: impl Plain<Ore>) -> String {
        let amount = amount.plain();
        let ore = amount.get();
        let sign = if ore < 0 { "−" } else { "" };
        let kroner = self.count(ore.unsigned_abs() / 100);
        let rest = ore.unsigned_abs() % 100;
        match self.lang {
            Lang::En => format!("{sign}NOK\u{a0}{kroner}.{rest:02}"),
            _ => format!("{sign}{kroner},{rest:02}\u{a0}kr"),
        }
    }

    /// `12 400`, or `12,400`.
    #[must_use]
    pub fn count(&self, number: impl Plain<i64>) -> String {
        let number = number.plain();
        let gap = if self.lang == Lang::En { ',' } else { '\u{a0}' };
        let digits = number.unsigned_abs().to_string();
        let mut out = String::with_capacity(digits.len() + 6);
        if number < 0 {
            out.push('−');
        }
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(gap);
            }
            out.push(digit);
        }
        out
    }

    /// `184 200 km`.
    #[must_use]
    pub fn km(&self, number: impl Plain<i64>) -> String {
        format!("{}\u{a0}km", self.count(number))
    }
}

//! The end of a day: small cells lose their place, then their day, and when the month is over their words;
//! old days go.

use std::sync::PoisonError;

use jiff::{ToSpan, civil::Date};
use store::{Db, Row, Sql, Store, StoreError, Value, plain};
use values::Moment;
use vault::{Vault, VaultError};

use super::{Counter, Counts, sql};
use crate::words::RARE;

/// Several counties that were too small each.
pub(crate) const SEVERAL: &str = "(flere)";

/// Closes the days before today and removes those that have outlived their rule. Done again it changes
/// nothing. Answers how many days went.
///
/// # Errors
/// When the store fails, or the rule table lacks the rule.
pub async fn chore(vault: &Vault, now: Moment, smallest: i64) -> Result<u32, VaultError> {
    let today = now.local_date();
    let counts = Counts::of(&vault.declaration());
    let (searches, counties) = counts.map_or((false, false), |c| (c.searches, c.counties));
    vault
        .store()
        .write(move |db| {
            // What is declared no longer is kept no longer.
            if !searches {
                fold(db, &sql::SEARCHED, &[], |cell, _| Some(cell.saying("")))?;
            }
            if !counties {
                fold(db, &sql::PLACED, &[], |cell, _| Some(cell.somewhere()))?;
            }
            close(db, today, smallest)
        })
        .await?;
    forget(vault, now).await
}

/// Each step frees what the one before it left small; a cell that has become large enough stays.
fn close(db: &mut dyn Db, today: Date, smallest: i64) -> Result<(), StoreError> {
    let small = [plain(today.to_string()), smallest.into()];
    fold(db, &sql::SMALL_PLACES, &small, |cell, _| {
        Some(cell.somewhere())
    })?;
    fold(db, &sql::SMALL_CELLS, &small, |cell, day| {
        Some(cell.on(week_of(day)))
    })?;
    fold(db, &sql::SMALL_CELLS, &small, |cell, day| {
        (week_ends(day) < today).then(|| cell.on(day.first_of_month()))
    })?;
    fold(db, &sql::SMALL_CELLS, &small, |cell, day| {
        let is_over = day.last_of_month() < today;
        (is_over && !cell.term.is_empty()).then(|| cell.saying(RARE))
    })
}

/// Forgets stored words that the site no longer says and the trade's list does not have: what lies in the
/// table is what would be kept today. Looks only when the site's words have changed, and at the start.
///
/// # Errors
/// When the store fails.
pub async fn forget_words(store: &Store, counter: &Counter) -> Result<(), StoreError> {
    let stamp = counter.settings.vocabulary.stamp();
    let seen = || {
        counter
            .words_seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    };
    if *seen() == Some(stamp) {
        return Ok(());
    }
    let read = store.read(|db| {
        let rows = db.all(&sql::TERMS, &[])?;
        rows.iter()
            .map(|row| Ok(row.text("term")?.to_owned()))
            .collect::<Result<Vec<_>, _>>()
    });
    let mut gone: Vec<String> = read.await?;
    gone.retain(|term| !counter.may_be_stored(term));
    if !gone.is_empty() {
        let left: Vec<(String, String)> = gone
            .into_iter()
            .map(|term| {
                let kept = counter.scrubbed(&term).stored().to_owned();
                (term, kept)
            })
            .collect();
        store
            .write(move |db| {
                for (term, kept) in &left {
                    let of_term = [plain(term.as_str())];
                    fold(db, &sql::OF_TERM, &of_term, |cell, _| {
                        Some(cell.saying(kept))
                    })?;
                }
                Ok(())
            })
            .await?;
    }
    *seen() = Some(stamp);
    Ok(())
}

/// The first day of the week, or of the month if that begins within it: so no week lies in two months, and
/// the day of a cell says what it is a count of.
fn week_of(day: Date) -> Date {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    let monday = day.checked_sub(back.days()).unwrap_or(day);
    monday.max(day.first_of_month())
}

/// The last day of the same week.
fn week_ends(day: Date) -> Date {
    let on = 6 - i64::from(day.weekday().to_monday_zero_offset());
    let sunday = day.checked_add(on.days()).unwrap_or(day);
    sunday.min(day.last_of_month())
}

/// Moves the rows of a question into other cells.
fn fold(
    db: &mut dyn Db,
    question: &Sql,
    values: &[Value],
    into: impl Fn(&Cell, Date) -> Option<Cell>,
) -> Result<(), StoreError> {
    for row in db.all(question, values)? {
        let (old, day) = Cell::of(&row)?;
        let Some(new) = into(&old, day).filter(|new| *new != old) else {
            continue;
        };
        db.exec(&sql::DROP_CELL, &old.key())?;
        let mut values = new.key().to_vec();
        values.push(row.i64("count")?.into());
        db.exec(&sql::ADD, &values)?;
    }
    Ok(())
}

/// What names a cell of the table.
#[derive(Clone, PartialEq, Eq)]
struct Cell {
    day: String,
    controller: i64,
    term: String,
    county: String,
}

impl Cell {
    fn of(row: &Row) -> Result<(Self, Date), StoreError> {
        let text = |name: &str| Ok::<_, StoreError>(row.text(name)?.to_owned());
        let cell = Self {
            day: text("day")?,
            controller: row.i64("controller_id")?,
            term: text("term")?,
            county: text("county")?,
        };
        let day = cell.day.parse();
        let day = day.map_err(|_| StoreError::Type("visit_count.day".to_owned()))?;
        Ok((cell, day))
    }

    /// The same from several counties.
    fn somewhere(&self) -> Self {
        Self {
            county: SEVERAL.to_owned(),
            ..self.clone()
        }
    }

    /// The same from several counties, put to another day.
    fn on(&self, day: Date) -> Self {
        Self {
            day: day.to_string(),
            ..self.somewhere()
        }
    }

    /// The same with other words.
    fn saying(&self, term: &str) -> Self {
        Self {
            term: term.to_owned(),
            ..self.clone()
        }
    }

    fn key(&self) -> [Value; 4] {
        [
            plain(self.day.as_str()),
            self.controller.into(),
            plain(self.term.as_str()),
            plain(self.county.as_str()),
        ]
    }
}

/// Removes days whose rule has run out. Rule: `statistics-counters`, 24 months after the day.
async fn forget(vault: &Vault, now: Moment) -> Result<u32, VaultError> {
    const RULE: &str = "statistics-counters";
    let rules = vault.rules();
    let mut gone = 0;
    loop {
        let oldest = vault.store().read(|db| db.opt(&sql::OLDEST, &[])).await?;
        let Some(row) = oldest else { return Ok(gone) };
        let text = row.text("day")?.to_owned();
        let day: Date = text
            .parse()
            .map_err(|_| VaultError::Corrupt("visit_count.day"))?;
        let rule = rules
            .at(RULE, day)
            .ok_or_else(|| VaultError::RuleMissing(RULE.into()))?;
        if rule.until(Moment::at_local(day, 12, 0)) > now {
            return Ok(gone);
        }
        vault
            .store()
            .write(move |db| db.exec(&sql::DROP_DAY, &[plain(text.as_str())]))
            .await?;
        gone += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_week_lies_in_one_month_and_a_day_in_one_week() {
        for (day, first, last) in [
            // Monday to Sunday.
            (date(2026, 11, 18), date(2026, 11, 16), date(2026, 11, 22)),
            (date(2026, 11, 16), date(2026, 11, 16), date(2026, 11, 22)),
            // The first of November is a Sunday, the last of it a Monday.
            (date(2026, 11, 1), date(2026, 11, 1), date(2026, 11, 1)),
            (date(2026, 11, 30), date(2026, 11, 30), date(2026, 11, 30)),
            (date(2026, 12, 3), date(2026, 12, 1), date(2026, 12, 6)),
        ] {
            assert_eq!((week_of(day), week_ends(day)), (first, last), "{day}");
            assert_eq!(week_of(first), first);
        }
    }
}

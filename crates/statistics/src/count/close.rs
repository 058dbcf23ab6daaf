//! The end of a day: small cells lose their place, then their words; old days go.

use jiff::civil::Date;
use store::{Db, Row, Sql, StoreError, Value, plain};
use values::Moment;
use vault::{Vault, VaultError};

use super::sql;
use crate::words::RARE;

/// Several counties that were too small each.
pub(crate) const SEVERAL: &str = "(flere)";

/// Closes the days before today and removes those that have outlived their rule. Done again it changes
/// nothing. Answers how many days went.
///
/// # Errors
/// When the store fails, or the rule table lacks the rule.
pub async fn chore(vault: &Vault, now: Moment, smallest: i64) -> Result<u32, VaultError> {
    let today = now.local_date().to_string();
    vault
        .store()
        .write(move |db| {
            fold(db, &sql::SMALL_PLACES, &today, smallest, |row| {
                Ok((row.text("term")?.to_owned(), SEVERAL))
            })?;
            fold(db, &sql::SMALL_TERMS, &today, smallest, |_| {
                Ok((RARE.to_owned(), SEVERAL))
            })
        })
        .await?;
    forget(vault, now).await
}

/// Moves the rows of a question into larger cells.
fn fold(
    db: &mut dyn Db,
    question: &Sql,
    today: &str,
    smallest: i64,
    into: impl Fn(&Row) -> Result<(String, &'static str), StoreError>,
) -> Result<(), StoreError> {
    for row in db.all(question, &[plain(today), smallest.into()])? {
        let (term, county) = into(&row)?;
        let text = |name: &str| -> Result<Value, StoreError> { Ok(plain(row.text(name)?)) };
        let (day, controller) = (text("day")?, Value::from(row.i64("controller_id")?));
        let old = [
            day.clone(),
            controller.clone(),
            text("term")?,
            text("county")?,
        ];
        db.exec(&sql::DROP_CELL, &old)?;
        let new = [
            day,
            controller,
            plain(term),
            county.into(),
            row.i64("count")?.into(),
        ];
        db.exec(&sql::ADD, &new)?;
    }
    Ok(())
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

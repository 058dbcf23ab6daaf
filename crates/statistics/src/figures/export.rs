//! The figures as a file for a spreadsheet. Rule: RFC 4180, with the semicolon that Norwegian spreadsheets
//! expect.

use declaration::Declaration;
use jiff::civil::Date;
use store::{Db, StoreError, plain};

use super::sql;

/// Every cell that is shown. Words are of the dictionary and places of the list, so nothing is quoted.
pub(crate) fn csv(
    db: &mut dyn Db,
    declaration: &Declaration,
    first: Date,
    smallest: i64,
) -> Result<String, StoreError> {
    let mut text = String::from("\u{feff}dag;selskap;søkeord;fylke;antall\r\n");
    for row in db.all(&sql::CELLS, &[plain(first.to_string()), smallest.into()])? {
        let company = row.i64("controller_id")?;
        let name = declaration
            .controllers()
            .iter()
            .find(|one| one.id.get() == company)
            .map_or("", |one| one.name.as_str());
        let cells = [
            row.text("day")?,
            name,
            row.text("term")?,
            row.text("county")?,
        ];
        for cell in cells {
            text.push_str(&cell.replace([';', '"', '\n', '\r'], " "));
            text.push(';');
        }
        text.push_str(&format!("{}\r\n", row.i64("count")?));
    }
    Ok(text)
}

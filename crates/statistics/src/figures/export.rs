//! The figures as a file for a spreadsheet. Rule: RFC 4180, with the semicolon that Norwegian spreadsheets
//! expect.

use declaration::Declaration;
use store::{Db, StoreError};

use super::{Span, sql};
use crate::count::Counts;

/// Every cell that is shown; a kind that is not declared has no column. Words are of the dictionary and
/// places of the list, so nothing is quoted.
pub(crate) fn csv(
    db: &mut dyn Db,
    declaration: &Declaration,
    span: &Span,
    counts: Counts,
) -> Result<String, StoreError> {
    let mut text = String::from("\u{feff}dag;selskap;");
    text.push_str(if counts.searches { "søkeord;" } else { "" });
    text.push_str(if counts.counties { "fylke;" } else { "" });
    text.push_str("antall\r\n");
    let mut values = span.values().to_vec();
    values.extend([counts.searches, counts.counties].map(|kind| i64::from(kind).into()));
    for row in db.all(&sql::CELLS, &values)? {
        let company = row.i64("controller_id")?;
        let name = declaration
            .controllers()
            .iter()
            .find(|one| one.id.get() == company)
            .map_or("", |one| one.name.as_str());
        let term = counts.searches.then(|| row.text("term")).transpose()?;
        let county = counts.counties.then(|| row.text("county")).transpose()?;
        let cells = [Some(row.text("day")?), Some(name), term, county];
        for cell in cells.into_iter().flatten() {
            text.push_str(&cell.replace([';', '"', '\n', '\r'], " "));
            text.push(';');
        }
        text.push_str(&format!("{}\r\n", row.i64("n")?));
    }
    Ok(text)
}

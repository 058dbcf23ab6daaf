//! A table of subscribers: semicolons, commas or tabs between its cells, in whatever order.

use std::{borrow::Cow, collections::BTreeMap};

use values::spreadsheet;

/// Why a file is no table of subscribers: keys of words.
pub(crate) type Fault = &'static str;

const NO_TEXT: Fault = "make-import-error-text";
const NO_COLUMNS: Fault = "make-import-error-columns";
const EMPTY: Fault = "make-import-error-empty";

/// The columns that are read, by the names they go by. Others are not looked at.
const NAMES: &[(Column, &[&str])] = &[
    (Column::Id, &["id", "make_id"]),
    (Column::External, &["external_id"]),
    (Column::Email, &["email", "e_mail", "epost", "e_post"]),
    (Column::FirstName, &["first_name", "firstname", "fornavn"]),
    (Column::Status, &["status", "email_status"]),
    (Column::At, &["consent_at", "samtykke_gitt"]),
    (Column::Source, &["source", "kilde"]),
    (Column::Wording, &["wording", "ordlyd"]),
    (Column::Form, &["form", "skjema"]),
    (Column::Who, &["who", "hvem"]),
];

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    /// The service's number.
    Id,
    /// The number we gave the service.
    External,
    /// The address.
    Email,
    /// The first name.
    FirstName,
    /// How it stands there.
    Status,
    /// When the yes was given.
    At,
    /// Where.
    Source,
    /// To which words.
    Wording,
    /// Through which form.
    Form,
    /// By whom it was taken down.
    Who,
}

/// A row; none of its cells when it has not as many as the head.
pub(crate) struct Raw {
    pub row: i64,
    cells: Option<BTreeMap<Column, String>>,
}

impl Raw {
    /// A cell, trimmed; empty when there is none.
    pub(crate) fn get(&self, column: Column) -> &str {
        let cells = self.cells.as_ref();
        cells
            .and_then(|cells| cells.get(&column))
            .map_or("", |cell| cell.trim())
    }

    /// Whether it has a cell for each column.
    pub(crate) const fn is_whole(&self) -> bool {
        self.cells.is_some()
    }
}

/// Reads a file. Words may be missing in it where an officer has said which they were.
pub(crate) fn read(bytes: &[u8], has_words: bool) -> Result<Vec<Raw>, Fault> {
    let text = text_of(bytes)?;
    let head_line = text.lines().next().unwrap_or_default();
    let mark = [';', '\t', ',']
        .into_iter()
        .max_by_key(|mark| head_line.matches(*mark).count());
    let mut rows = spreadsheet::rows(&text, mark.unwrap_or(';')).into_iter();
    let head = rows.next().ok_or(EMPTY)?;
    let columns: Vec<Option<Column>> = head.iter().map(|name| column(name)).collect();
    let has = |column: Column| columns.contains(&Some(column));
    let who = has(Column::Email) || has(Column::External) || has(Column::Id);
    let proof = [Column::Status, Column::At, Column::Source];
    let words = has_words || has(Column::Wording);
    if !who || !words || !proof.into_iter().all(has) {
        return Err(NO_COLUMNS);
    }
    let raw = |(at, cells): (usize, Vec<String>)| {
        // A line without anything is no row; it is counted all the same, as a spreadsheet does.
        let blank = cells.iter().all(|cell| cell.trim().is_empty());
        let whole = cells.len() == columns.len();
        let named = columns.iter().copied().zip(cells);
        let cells = named
            .filter_map(|(column, cell)| Some((column?, cell)))
            .collect();
        (!blank).then_some(Raw {
            row: at as i64 + 2,
            cells: whole.then_some(cells),
        })
    };
    let all: Vec<Raw> = rows.enumerate().filter_map(raw).collect();
    if all.is_empty() { Err(EMPTY) } else { Ok(all) }
}

fn column(name: &str) -> Option<Column> {
    let name = name.trim().to_lowercase().replace(['-', ' '], "_");
    let named = NAMES
        .iter()
        .find(|(_, names)| names.contains(&name.as_str()));
    named.map(|(column, _)| *column)
}

/// The text of the file, if it is one.
fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.contains(&0) || bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"%PDF") {
        return Err(NO_TEXT);
    }
    Ok(spreadsheet::text_of(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_every_make_are_read() {
        let head = "E-mail;status;consent_at;source;wording;farge";
        let body = "a@b.no;active;2020-01-01;\"butikk; \"\"disk\"\"\";\"Ja\ntakk\";rød";
        for (text, rows) in [
            (format!("\u{feff}{head}\r\n{body}\r\n\r\n"), 1),
            (format!("{head}\n{body}"), 1),
            (format!("{head}\n{body}\n;;;;;\n{body}\n"), 2),
        ] {
            let all = read(text.as_bytes(), false).unwrap();
            assert_eq!(all.len(), rows, "{text}");
            assert_eq!(all[0].get(Column::Source), "butikk; \"disk\"");
            assert_eq!(all[0].get(Column::Wording), "Ja\ntakk");
            let last = all.last().unwrap().row;
            assert_eq!(
                last,
                if rows == 2 { 4 } else { 2 },
                "as a spreadsheet counts"
            );
        }
        let old =
            b"email,status,consent_at,source,wording\na@b.no,active,2020-01-01,\xf8l,x\na@b.no,b\n";
        let all = read(old, false).unwrap();
        assert_eq!(all[0].get(Column::Source), "øl");
        assert!(all[0].is_whole() && !all[1].is_whole());
        let fault = |bytes: &[u8]| read(bytes, false).err();
        assert_eq!(fault(b"PK\x03\x04..."), Some(NO_TEXT));
        assert_eq!(fault(b"email;status\na@b.no;active\n"), Some(NO_COLUMNS));
        assert_eq!(fault(b""), Some(EMPTY));
        let bare = b"email;status;consent_at;source\na@b.no;active;2020-01-01;sted\n";
        assert_eq!(fault(bare), Some(NO_COLUMNS));
        assert_eq!(read(bare, true).unwrap()[0].get(Column::Wording), "");
        assert_eq!(fault(format!("{head}\n").as_bytes()), Some(EMPTY));
    }
}

//! Tables as spreadsheets and services write them: quoted cells, some mark between them, with or without
//! a mark in front (RFC 4180, and what is done instead of it).

use std::borrow::Cow;

/// UTF-8, or else the older letters of western Europe (Windows-1252), as old spreadsheets write them.
#[must_use]
pub fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => bytes.iter().copied().map(old_letter).collect(),
    }
}

/// The letters where Windows-1252 differs from Latin-1; what else stands there separates words.
const fn old_letter(byte: u8) -> char {
    match byte {
        0x8a => 'Š',
        0x8c => 'Œ',
        0x8e => 'Ž',
        0x9a => 'š',
        0x9c => 'œ',
        0x9e => 'ž',
        0x9f => 'Ÿ',
        0x80..=0x9f => ' ',
        other => other as char,
    }
}

/// The cells of one line. A quotation that does not end ends with the line: nothing after it is swallowed.
#[must_use]
pub fn cells(line: &str, mark: char) -> Vec<Cow<'_, str>> {
    if !line.contains('"') {
        return line.split(mark).map(Cow::Borrowed).collect();
    }
    rows(line, mark)
        .into_iter()
        .flatten()
        .map(Cow::Owned)
        .collect()
}

/// The cells of all rows. A quoted cell may hold line ends.
#[must_use]
pub fn rows(text: &str, mark: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut chars) = (false, text.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.trim().is_empty() => {
                quoted = true;
                cell.clear();
            }
            c if c == mark && !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {}
            '\n' | '\r' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_or_not_a_cell_is_a_cell() {
        for (line, told) in [
            ("a;b;", "a|b|"),
            ("\"a;\"\"b\"\"\";c", "a;\"b\"|c"),
            (" \"a\" ;\"b", "a |b"),
            ("a \"quoted\" word;b", "a \"quoted\" word|b"),
            ("a;\"b;c\";\"d\"\"e\"", "a|b;c|d\"e"),
            ("a;\"b;c", "a|b;c"),
            ("", ""),
        ] {
            assert_eq!(cells(line, ';').join("|"), told, "{line}");
        }
        assert_eq!(
            rows("a;\"b\r\nc\"\r\n\rd\n", ';'),
            [vec!["a", "b\r\nc"], vec![""], vec!["d"]]
        );
        assert_eq!(text_of(b"Bj\xf8rn \x8a\x81"), "Bjørn Š ");
        assert_eq!(text_of("Bjørn".as_bytes()), "Bjørn");
    }
}

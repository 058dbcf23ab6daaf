//! The lines of the register's file, as it and the spreadsheets that people put it through write them:
//! semicolons, commas or tabs, quoted cells, old letters, headings in several spellings. Pure.

use values::{Phone, spreadsheet::cells};
use vault::LookUp;

use super::{Against, by_phone, by_post};

/// Why a line, or a cell of it, was passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// What stands as a telephone number is none.
    Phone,
    /// There is no name at the postal code.
    Name,
    /// There is no postal code at the name, or it is none.
    PostalCode,
    /// None of the cells we read has anything in it.
    Nothing,
    /// Longer than any line of such a list.
    TooLong,
}

impl Unread {
    /// The key of its words.
    #[must_use]
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Phone => "wash-unread-phone",
            Self::Name => "wash-unread-name",
            Self::PostalCode => "wash-unread-postal-code",
            Self::Nothing => "wash-unread-nothing",
            Self::TooLong => "wash-unread-long",
        }
    }
}

/// Headings by what they are, in the form of [`folded`].
const PHONES: &[&str] = &[
    "telefon",
    "telefonnummer",
    "telefonnr",
    "tlf",
    "tlfnr",
    "tlfnummer",
    "mobil",
    "mobilnr",
    "mobilnummer",
    "mobiltelefon",
    "mobiltlf",
    "fasttelefon",
    "telefonprivat",
    "telefonmobil",
    "phone",
    "phonenumber",
    "mobile",
];
const NAMES: &[&str] = &[
    "navn",
    "fulltnavn",
    "personnavn",
    "name",
    "fullname",
    "fornavn",
    "fornamn",
    "mellomnavn",
    "etternavn",
    "etternamn",
    "slektsnavn",
    "firstname",
    "middlename",
    "lastname",
    "surname",
    "namn",
];
const POSTAL_CODES: &[&str] = &[
    "postnummer",
    "postnr",
    "postkode",
    "postno",
    "postadressepostnr",
    "adressepostnummer",
    "postalcode",
    "postcode",
    "zip",
    "zipcode",
];

/// Where what we read stands. Every other column is left alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    mark: char,
    phones: Vec<usize>,
    names: Vec<usize>,
    postal_code: Option<usize>,
}

/// What the first line is.
pub(super) enum Head {
    /// Names of columns.
    Columns(Columns),
    /// A telephone number: a list without a heading.
    Headless(Columns),
    /// Only says what separates the cells, as some spreadsheets do.
    Mark,
    /// Nothing we know.
    Unknown,
}

pub(super) fn head(line: &str) -> Head {
    let line = line.trim_start_matches('\u{feff}');
    if line.to_ascii_lowercase().starts_with("sep=") {
        return Head::Mark;
    }
    let count = |mark: &char| line.matches(*mark).count();
    let mark = [';', '\t', ',', '|'].into_iter().rev().max_by_key(count);
    let mark = mark.unwrap_or(';');
    let mut columns = Columns {
        mark,
        ..Columns::default()
    };
    let cells = cells(line, mark);
    for (at, cell) in cells.iter().enumerate() {
        let name = folded(cell);
        if PHONES.contains(&name.as_str()) {
            columns.phones.push(at);
        } else if NAMES.contains(&name.as_str()) {
            columns.names.push(at);
        } else if POSTAL_CODES.contains(&name.as_str()) && columns.postal_code.is_none() {
            columns.postal_code = Some(at);
        }
    }
    let by_post = !columns.names.is_empty() && columns.postal_code.is_some();
    if !columns.phones.is_empty() || by_post {
        return Head::Columns(columns);
    }
    if let [only] = cells.as_slice()
        && Phone::parse(only.trim()).is_ok()
    {
        columns.phones.push(0);
        return Head::Headless(columns);
    }
    Head::Unknown
}

fn folded(heading: &str) -> String {
    heading
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// What a line reserves, and the first thing in it that could not be read.
#[derive(Default)]
pub(super) struct Found {
    pub phones: Vec<LookUp>,
    /// One entry for a name at a postal code: all its look-ups.
    pub post: Vec<LookUp>,
    pub unread: Option<Unread>,
}

impl Found {
    pub(super) fn reserves(self) -> impl Iterator<Item = (Against, LookUp)> {
        let phones = self.phones.into_iter().map(|one| (Against::Phone, one));
        phones.chain(self.post.into_iter().map(|one| (Against::Post, one)))
    }
}

pub(super) fn read(line: &str, columns: &Columns) -> Found {
    let cells = cells(line, columns.mark);
    let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
    let mut found = Found::default();
    for typed in columns.phones.iter().map(|at| cell(*at)) {
        match Phone::parse(typed) {
            _ if typed.is_empty() => {}
            Ok(phone) => found.phones.extend(by_phone(&phone)),
            Err(_) => found.unread = Some(Unread::Phone),
        }
    }
    let Some(at) = columns.postal_code else {
        return found.or_nothing();
    };
    let names: Vec<&str> = columns.names.iter().map(|at| cell(*at)).collect();
    let name = names.join(" ");
    let (has_name, has_code) = (name.chars().any(char::is_alphabetic), !cell(at).is_empty());
    match postal_code(cell(at)) {
        Some(code) if has_name => found.post = by_post(&name, &code),
        Some(_) if found.phones.is_empty() => found.unread = found.unread.or(Some(Unread::Name)),
        None if has_code || (has_name && found.phones.is_empty()) => {
            found.unread = found.unread.or(Some(Unread::PostalCode));
        }
        _ => {}
    }
    found.or_nothing()
}

impl Found {
    fn or_nothing(mut self) -> Self {
        if self.phones.is_empty() && self.post.is_empty() && self.unread.is_none() {
            self.unread = Some(Unread::Nothing);
        }
        self
    }
}

/// Four digits, with or without the country in front and the place behind; a spreadsheet takes the
/// leading zero for a number's and drops it.
fn postal_code(cell: &str) -> Option<String> {
    let upper = cell.to_ascii_uppercase();
    let rest = ["NO-", "N-", "NO ", "N "]
        .iter()
        .find_map(|front| upper.strip_prefix(front));
    let word = rest.unwrap_or(&upper).split_whitespace().next()?;
    let good = (3..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    good.then(|| format!("{word:0>4}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(line: &str) -> Columns {
        match head(line) {
            Head::Columns(columns) | Head::Headless(columns) => columns,
            _ => panic!("no columns: {line}"),
        }
    }

    #[test]
    fn headings_in_every_spelling() {
        for line in [
            "Telefon;Navn;Postnummer",
            "\u{feff}TELEFON;NAVN;POSTNUMMER",
            "\"Telefon\",\"Navn\",\"Postnummer\"",
            "tlf.\tfullt navn\tpost nr.",
            "Mobil-nummer; Name; Postal code",
        ] {
            let found = columns(line);
            assert_eq!((found.phones, found.names), (vec![0], vec![1]), "{line}");
            assert_eq!(found.postal_code, Some(2), "{line}");
        }
        let many = columns("Etternavn;Fornavn;Adresse;Postnr;Poststed;Telefon;Mobil");
        assert_eq!((many.names, many.phones), (vec![0, 1], vec![5, 6]));
        for line in ["a;b", "navn;adresse", "", "PK", "postnummer"] {
            assert!(matches!(head(line), Head::Unknown), "{line}");
        }
        assert!(matches!(head("sep=;"), Head::Mark));
        assert!(matches!(head("+47 400 00 001"), Head::Headless(_)));
    }

    #[test]
    fn what_a_line_reserves() {
        let both = columns("telefon;etternavn;fornavn;postnr");
        let rows: &[(&str, usize, usize, Option<Unread>)] = &[
            ("+47 400 00 001;;;", 1, 0, None),
            ("40000001;Prøve;Kari;2320", 1, 1, None),
            (";Prøve;Kari Anne;2320", 0, 4, None),
            (";Prøve;Kari;0234 OSLO", 0, 1, None),
            (";Prøve;Kari;234", 0, 1, None),
            (";Prøve;Kari;N-2320", 0, 1, None),
            ("x;;;", 0, 0, Some(Unread::Phone)),
            ("x;Prøve;Kari;2320", 0, 1, Some(Unread::Phone)),
            (";Prøve;Kari;", 0, 0, Some(Unread::PostalCode)),
            (";Prøve;Kari;23 20", 0, 0, Some(Unread::PostalCode)),
            ("40000001;Prøve;Kari;", 1, 0, None),
            (";;;2320", 0, 0, Some(Unread::Name)),
            (";;;", 0, 0, Some(Unread::Nothing)),
            ("40000001", 1, 0, None),
        ];
        for (line, phones, post, unread) in rows {
            let found = read(line, &both);
            assert_eq!(
                (found.phones.len(), found.post.len()),
                (*phones, *post),
                "{line}"
            );
            assert_eq!(found.unread, *unread, "{line}");
        }
    }
}

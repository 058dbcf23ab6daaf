//! The head of a page: what it is, in lines of `key: value` between two lines of `---`.

use jiff::civil::Date;
use web::Lang;

use super::{Kind, Wrong};

/// What the head says. What is not said is taken from the bokmål sibling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Front {
    pub title: Option<String>,
    pub summary: Option<String>,
    pub language: Option<Lang>,
    pub date: Option<Date>,
    pub kind: Option<Kind>,
    pub nav: Option<u32>,
    pub workshop: Option<String>,
    pub company: Option<String>,
}

/// The head, the number of lines it takes, and what is wrong with it by line.
pub(crate) fn split(text: &str) -> (Front, usize, Vec<(usize, Wrong, String)>) {
    let mut front = Front::default();
    let mut wrong = Vec::new();
    let mut lines = text.lines();
    if lines.next().map(str::trim_end) != Some("---") {
        wrong.push((1, Wrong::NoHead, String::new()));
        return (front, 0, wrong);
    }
    for (number, line) in (2..).zip(lines) {
        let line = line.trim();
        if line == "---" {
            return (front, number, wrong);
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let Some((key, value)) = line.split_once(':') else {
            wrong.push((number, Wrong::NotKeyValue, line.to_owned()));
            continue;
        };
        if let Some(what) = front.take(key.trim(), value.trim().trim_matches('"')) {
            wrong.push((number, what, line.to_owned()));
        }
    }
    wrong.push((1, Wrong::NoHead, String::new()));
    (front, 0, wrong)
}

impl Front {
    /// Takes one line; what is wrong with it, if anything.
    fn take(&mut self, key: &str, value: &str) -> Option<Wrong> {
        let text = || Some(value.to_owned()).filter(|text| !text.is_empty());
        match key {
            "title" => self.title = text(),
            "summary" => self.summary = text(),
            "workshop" => self.workshop = text(),
            "company" => self.company = text(),
            "language" => match Lang::from_tag(value) {
                Some(lang) => self.language = Some(lang),
                None => return Some(Wrong::Language),
            },
            "date" => match value.parse() {
                Ok(date) => self.date = Some(date),
                Err(_) => return Some(Wrong::Date),
            },
            "kind" => match Kind::parse(value) {
                Some(kind) => self.kind = Some(kind),
                None => return Some(Wrong::Kind),
            },
            "nav" => match value.parse() {
                Ok(nav) => self.nav = Some(nav),
                Err(_) => return Some(Wrong::Nav),
            },
            _ => return Some(Wrong::Key),
        }
        None
    }
}

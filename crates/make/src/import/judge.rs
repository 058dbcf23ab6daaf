//! What a row proves: pure, from the row, what the service says of it, and the words the declaration
//! asks with.

use std::collections::{HashMap, HashSet};

use newsletter::topics::Choice;
use values::{Email, Moment, PersonName};
use vault::{LookUp, Vault};
use web::Lang;

use super::{
    Proof, Read, What, Why,
    older::Older,
    table::{Column, Raw},
};
use crate::{Held, Standing, hear::Kind, lines::Mark};

/// Before this year nobody's yes was written down like this: the column is something else.
const EARLIEST_YEAR: i16 = 2000;

/// What the service holds, to be looked up.
#[derive(Default)]
pub(crate) struct There {
    by_id: HashMap<i64, usize>,
    by_external: HashMap<String, usize>,
    by_mark: HashMap<Mark, Vec<usize>>,
    rows: Vec<(Option<Mark>, Held)>,
}

impl There {
    pub(crate) fn of(rows: Vec<(Option<Mark>, Held)>) -> Self {
        let mut all = Self::default();
        for (at, (mark, held)) in rows.iter().enumerate() {
            all.by_id.insert(held.id, at);
            if let Some(external) = &held.external {
                all.by_external.insert(external.clone(), at);
            }
            if let Some(mark) = mark {
                all.by_mark.entry(*mark).or_default().push(at);
            }
        }
        all.rows = rows;
        all
    }

    fn named(&self, raw: &Raw) -> Option<&Held> {
        let id = raw.get(Column::Id).parse().ok();
        let at = id.and_then(|id: i64| self.by_id.get(&id));
        let at = at.or_else(|| self.by_external.get(raw.get(Column::External)));
        at.and_then(|at| self.rows.get(*at)).map(|(_, held)| held)
    }

    fn at(&self, mark: &Mark) -> impl Iterator<Item = &Held> {
        let all = self.by_mark.get(mark).into_iter().flatten();
        all.filter_map(|at| self.rows.get(*at))
            .map(|(_, held)| held)
    }
}

/// The words that a yes to the list is a yes to, in each language.
pub(crate) struct Words(Vec<(Lang, String)>);

impl Words {
    pub(crate) fn of(vault: &Vault, choice: Choice) -> Self {
        let declaration = vault.declaration();
        let all = [Lang::Nb, Lang::Nn, Lang::En].into_iter();
        Self(
            all.map(|lang| (lang, plain_words(&choice.words(&declaration, lang))))
                .collect(),
        )
    }

    fn lang(&self, words: &str) -> Option<Lang> {
        let words = plain_words(words);
        let found = self.0.iter().find(|(_, own)| *own == words);
        found.map(|(lang, _)| *lang)
    }
}

/// Words without what a spreadsheet does to them: spaces, capitals, quotes around, a full stop.
pub(crate) fn plain_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let quotes = ['"', '\'', '«', '»', '“', '”', '.'];
    words.join(" ").trim_matches(quotes).to_lowercase()
}

/// Reads every row; a no on one row of an address is a no on each, and a second yes is none.
pub(crate) fn judge(
    vault: &Vault,
    choice: Choice,
    there: &There,
    older: Option<&Older>,
    table: &[Raw],
) -> Vec<Read> {
    let (words, now) = (Words::of(vault, choice), vault.world().now());
    let mut all: Vec<Read> = table
        .iter()
        .map(|raw| row(vault, (&words, older), there, raw, now))
        .collect();
    let no = |read: &Read| match &read.what {
        What::No(_, mark, _) => Some(*mark),
        _ => None,
    };
    let noes: HashSet<Mark> = all.iter().filter_map(no).collect();
    let mut seen = HashSet::new();
    for read in &mut all {
        let What::Yes(proof) = &read.what else {
            continue;
        };
        if noes.contains(&proof.mark) {
            read.what = What::Refused(Why::SaidNo);
        } else if !seen.insert(proof.mark) {
            read.what = What::Again;
        }
    }
    all
}

fn row(
    vault: &Vault,
    words: (&Words, Option<&Older>),
    there: &There,
    raw: &Raw,
    now: Moment,
) -> Read {
    let named = there.named(raw);
    let mut read = Read {
        row: raw.row,
        there: named
            .map(|held| held.id)
            .or_else(|| raw.get(Column::Id).parse().ok()),
        what: What::Refused(Why::Shape),
    };
    if !raw.is_whole() {
        return read;
    }
    let typed = raw.get(Column::Email);
    let email = if typed.is_empty() {
        let email = named.and_then(|held| held.email.clone());
        email.ok_or(Why::NoAddress)
    } else {
        Email::parse(typed).map_err(|_| Why::Address)
    };
    let email = match email {
        Ok(email) => email,
        Err(why) => {
            read.what = What::Refused(why);
            return read;
        }
    };
    let mark = *vault.tag(&LookUp::email(&email)).hash();
    let first = there.at(&mark).next().map(|held| held.id);
    read.there = read.there.or(first);
    let theirs = there.at(&mark).map(|held| held.standing);
    let standing = theirs.fold(Standing::parse(raw.get(Column::Status)), Standing::worse);
    read.what = match standing {
        Standing::Unsubscribed => What::No(Kind::Unsubscribed, mark, email),
        Standing::Bounced => What::No(Kind::Bounced, mark, email),
        Standing::Other => What::Refused(Why::Status),
        Standing::Active => match proof(words, raw, (mark, email), now) {
            Ok(proof) => What::Yes(Box::new(proof)),
            Err(why) => What::Refused(why),
        },
    };
    read
}

fn proof(
    (words, older): (&Words, Option<&Older>),
    raw: &Raw,
    (mark, email): (Mark, Email),
    now: Moment,
) -> Result<Proof, Why> {
    let at = match raw.get(Column::At) {
        "" => return Err(Why::NoTime),
        typed => instant(typed).filter(|at| *at <= now).ok_or(Why::Time)?,
    };
    let source = raw.get(Column::Source);
    if source.is_empty() {
        return Err(Why::NoSource);
    }
    let (lang, to_older) = answered(words, older, raw.get(Column::Wording), at)?;
    let parts = [source, raw.get(Column::Form), raw.get(Column::Who)];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Ok(Proof {
        mark,
        email,
        first_name: PersonName::parse(raw.get(Column::FirstName)).ok(),
        at,
        lang,
        source: format!("{}: {}", super::FORM, parts.join(", ")),
        older: to_older,
    })
}

/// Which words were answered: today's, or the older ones the officer has judged, at a time they were used.
fn answered(
    words: &Words,
    older: Option<&Older>,
    typed: &str,
    at: Moment,
) -> Result<(Lang, bool), Why> {
    if let Some(lang) = words.lang(typed).filter(|_| !typed.is_empty()) {
        return Ok((lang, false));
    }
    match older {
        Some(older) if older.are(typed) && older.were_used(at) => Ok((older.lang, true)),
        Some(older) if older.are(typed) => Err(Why::OtherTime),
        _ if typed.is_empty() => Err(Why::NoWords),
        _ => Err(Why::OtherWords),
    }
}

/// `2020-01-20T11:37:07.558Z`, `2020-01-20 11:37`, `20.01.2020`. A day alone is its first instant: a no
/// of the same day comes after it.
fn instant(typed: &str) -> Option<Moment> {
    let at = if let Ok(at) = typed.parse::<jiff::Timestamp>() {
        Moment::from_millis(at.as_millisecond())
    } else {
        let (day, time) = typed.split_once([' ', 'T']).unwrap_or((typed, "00:00"));
        let time: jiff::civil::Time = time.trim().parse().ok()?;
        let at = Moment::at_local(values::parse_date(day).ok()?, time.hour(), time.minute());
        at.plus_ms(i64::from(time.second()) * 1_000)
    };
    (at.local_date().year() >= EARLIEST_YEAR).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_read_as_they_are_written() {
        let read = |typed: &str| instant(typed).map(Moment::rfc3339);
        for (typed, at) in [
            ("2020-01-20T11:37:07.558Z", Some("2020-01-20T11:37:07Z")),
            ("2020-01-20 11:37", Some("2020-01-20T10:37:00Z")),
            ("2020-07-20T11:37:05", Some("2020-07-20T09:37:05Z")),
            ("20.01.2020", Some("2020-01-19T23:00:00Z")),
            ("1970-01-01", None),
            ("i fjor", None),
            ("2020-13-01", None),
        ] {
            assert_eq!(read(typed).as_deref(), at, "{typed}");
        }
        assert_eq!(plain_words(" «Ja,  TAKK.» "), "ja, takk");
    }
}

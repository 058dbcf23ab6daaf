//! One line of the ledger of noes: an instant, a word, and the values of the statement it stands for.
//! Ids, instants, keyed hashes and words of the program; nothing else is in any of these statements.

use data_encoding::HEXLOWER;
use store::{Run, Sql, Value, bytes, plain};
use values::Moment;

use crate::{CustomerWord, sql};

/// A statement that is told, and the word it has in the file. A statement that gets other values gets
/// another word, too.
struct Told {
    word: &'static str,
    sql: &'static Sql,
    values: usize,
}

const fn told(word: &'static str, sql: &'static Sql, values: usize) -> Told {
    Told { word, sql, values }
}

const ALL: &[Told] = &[
    told("address", &sql::SUPPRESSION_ADD, 8),
    told("consent", &sql::CONSENT_ADD, 17),
    told("objects", &sql::OBJECTION_SAY, 3),
    told("weighed", &sql::OBJECTION_ADD, 3),
    told("upheld", &sql::OBJECTION_UPHOLD, 2),
    told("overruled", &sql::OBJECTION_LIFT, 2),
    told("taken_back", &sql::OBJECTION_TAKE_BACK, 2),
    told("service_no", &sql::SERVICE_NO, 3),
    told("service_again", &sql::SERVICE_AGAIN, 2),
    told("restricted", &sql::STRAND_RESTRICT, 1),
    told("locked", &sql::STRAND_LOCK, 2),
    told("lifted", &sql::STRAND_LIFT, 1),
    told("reason", &sql::REASON_PUT, 7),
    told("customer", &sql::CUSTOMER_ADD, 17),
];

/// What the vault's statements are named.
const OURS: &str = "vault::sql::";

/// What a line is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum About {
    /// An address that is not, or again, to be written to.
    Address,
    /// A line of somebody's consent ledger.
    Consent,
    /// An objection, or a no to messages about one's own vehicle.
    Objection,
    /// A restricted strand.
    Strand,
    /// Until when a strand is kept for a consent.
    Reason,
    /// A no in somebody's ledger as a customer.
    Customer,
}

/// What a line says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Said {
    /// A no: counts as it stands.
    No(Words),
    /// A yes: counts when its commit was made.
    Yes(u64, Words),
    /// The commit of these yeses was made.
    Done(u64),
}

/// A word and its values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Words {
    pub word: &'static str,
    pub values: Vec<Value>,
}

fn text(value: Option<&Value>) -> &str {
    match value {
        Some(Value::Text(text)) => text,
        _ => "",
    }
}

impl Words {
    /// Whether a statement is told. Of reasons, those only that a consent opens and ends; of a customer's
    /// ledger the noes.
    pub fn are_told(name: &str, values: &[Value]) -> bool {
        let told = || ALL.iter().find(|told| told.sql.name == name);
        name.starts_with(OURS)
            && told().is_some_and(|told| match told.word {
                "reason" => text(values.get(2)) == "consent",
                "customer" => text(values.get(4)) == CustomerWord::No.as_str(),
                _ => true,
            })
    }

    fn of(run: &Run) -> Option<Self> {
        let told = ALL.iter().find(|told| told.sql.name == run.name)?;
        Some(Self {
            word: told.word,
            values: run.values.clone(),
        })
    }

    /// What a later line takes the place of: the same line, and of a strand any word.
    pub fn key(&self) -> String {
        match self.about() {
            About::Strand => format!("strand {}", print(&self.values[0])),
            _ => self.print(),
        }
    }

    /// Whether it opens something. Whatever closes is a no.
    pub fn is_yes(&self) -> bool {
        match self.word {
            "address" => text(self.values.get(5)) == "lifted",
            "consent" => text(self.values.get(6)) == "given",
            "reason" => self.values.get(6) == Some(&Moment::FOREVER.millis().into()),
            "lifted" | "overruled" | "taken_back" | "service_again" => true,
            _ => false,
        }
    }

    pub fn about(&self) -> About {
        match self.word {
            "address" => About::Address,
            "consent" => About::Consent,
            "restricted" | "locked" | "lifted" => About::Strand,
            "reason" => About::Reason,
            "customer" => About::Customer,
            _ => About::Objection,
        }
    }

    /// The statement that says it again.
    pub fn statement(&self) -> (&'static Sql, Vec<Value>) {
        match self.word {
            // It was locked because a reason was left at that time.
            "locked" => (&sql::STRAND_RESTRICT, self.values[..1].to_vec()),
            word => {
                let told = ALL.iter().find(|told| told.word == word);
                (told.map_or(&ALL[0], |told| told).sql, self.values.clone())
            }
        }
    }

    fn print(&self) -> String {
        let values = self.values.iter().map(print);
        let words = std::iter::once(self.word.to_owned()).chain(values);
        words.collect::<Vec<_>>().join(" ")
    }

    fn parse<'t>(mut words: impl Iterator<Item = &'t str>) -> Option<Self> {
        let word = words.next()?;
        let told = ALL.iter().find(|told| told.word == word)?;
        let values = words.map(parse).collect::<Option<Vec<_>>>()?;
        (values.len() == told.values).then_some(Self {
            word: told.word,
            values,
        })
    }
}

fn print(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::I64(number) => number.to_string(),
        Value::Bool(flag) => format!("?{}", i64::from(*flag)),
        Value::Bytes(data) => format!("x{}", HEXLOWER.encode(data)),
        Value::Text(text) => {
            let word = |c: u8| c.is_ascii_graphic() && c != b'%';
            let mut out = String::from("'");
            for byte in text.bytes() {
                if word(byte) {
                    out.push(char::from(byte));
                } else {
                    out.push_str(&format!("%{byte:02x}"));
                }
            }
            out
        }
    }
}

fn parse(word: &str) -> Option<Value> {
    if word == "-" {
        return Some(Value::Null);
    }
    if let Some(hex) = word.strip_prefix('x') {
        return Some(bytes(HEXLOWER.decode(hex.as_bytes()).ok()?));
    }
    if let Some(flag) = word.strip_prefix('?') {
        return Some(Value::Bool(flag == "1"));
    }
    let Some(text) = word.strip_prefix('\'') else {
        return word.parse::<i64>().ok().map(Value::from);
    };
    let (mut out, mut rest) = (Vec::new(), text.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        if *first == b'%' {
            let hex = std::str::from_utf8(after.get(..2)?).ok()?;
            out.push(u8::from_str_radix(hex, 16).ok()?);
            rest = &after[2..];
        } else {
            out.push(*first);
            rest = after;
        }
    }
    Some(plain(String::from_utf8(out).ok()?))
}

/// The lines of some runs: noes as they are, yeses under a number that says when they count.
pub(super) fn lines(runs: &[Run], at: Moment, number: u64) -> (String, bool) {
    let (mut out, mut any_yes) = (String::new(), false);
    for run in runs {
        let Some(words) = Words::of(run) else {
            continue;
        };
        let (at, words_text) = (at.millis(), words.print());
        if words.is_yes() {
            any_yes = true;
            out.push_str(&format!("{at} yes {number} {words_text}\n"));
        } else {
            out.push_str(&format!("{at} no {words_text}\n"));
        }
    }
    (out, any_yes)
}

/// The line that says that yeses count.
pub(super) fn done(at: Moment, number: u64) -> String {
    format!("{} done {number}\n", at.millis())
}

/// One line: when it was written, and what it says.
pub(super) fn read(line: &str) -> Option<(Moment, Said)> {
    let mut words = line.split(' ');
    let at = Moment::from_millis(words.next()?.parse().ok()?);
    let said = match words.next()? {
        "no" => Said::No(Words::parse(words)?),
        "yes" => Said::Yes(words.next()?.parse().ok()?, Words::parse(words)?),
        "done" => Said::Done(words.next()?.parse().ok()?),
        _ => return None,
    };
    Some((at, said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_comes_back_as_it_was() {
        let odd = "a b%\nå'";
        let values = vec![
            Value::Null,
            Value::I64(-7),
            Value::Bool(true),
            bytes([0_u8, 255]),
            plain(odd),
            plain(""),
        ];
        for value in values {
            let printed = print(&value);
            assert!(!printed.contains([' ', '\n']), "{printed}");
            assert!(parse(&printed) == Some(value), "{printed}");
        }
    }

    #[test]
    fn a_yes_counts_under_a_number_and_a_no_as_it_stands() {
        let strand = |sql: &Sql| Run {
            name: sql.name,
            values: vec![4_i64.into()],
        };
        let runs = [strand(&sql::STRAND_RESTRICT), strand(&sql::STRAND_LIFT)];
        let (text, any_yes) = lines(&runs, Moment::from_millis(5), 9);
        assert!(any_yes);
        assert_eq!(text, "5 no restricted 4\n5 yes 9 lifted 4\n");
        let said: Vec<Said> = text.lines().map(|line| read(line).unwrap().1).collect();
        assert!(matches!(said[0], Said::No(_)) && matches!(said[1], Said::Yes(9, _)));
        assert_eq!(
            read("6 done 9"),
            Some((Moment::from_millis(6), Said::Done(9)))
        );
        assert_eq!(read("6 no restricted"), None, "a value is missing");
        assert_eq!(read("6 maybe"), None);
    }
}

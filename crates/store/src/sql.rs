//! Statements and migrations as data, and the few words in them that differ per engine.

/// A named statement. Written through [`queries!`](crate::queries).
#[derive(Clone, Copy, Debug)]
pub struct Sql {
    /// Where it stands, for error texts: `crate::module::NAME`.
    pub name: &'static str,
    /// The text, with `$1..$n` and tokens.
    pub text: &'static str,
}

impl Sql {
    /// Identity of the text. Two literals with the same address and length are the same text.
    pub(crate) fn key(&self) -> (usize, usize) {
        (self.text.as_ptr() as usize, self.text.len())
    }
}

/// One step of the schema. Never edited once it was released; a change is a further step.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Unique in the whole program: `bookings-1`.
    pub name: &'static str,
    /// DDL for both engines, with the tokens `{i64} {text} {bytes} {bool} {strict} {norowid}`.
    pub sql: &'static str,
}

/// Declares the statements of a module: one `pub const` each, and `ALL` for
/// [`Store::prepare_all`](crate::Store::prepare_all).
///
/// ```ignore
/// store::queries! {
///     /// Why it exists.
///     BY_ID = "SELECT id FROM booking WHERE id = $1";
/// }
/// ```
#[macro_export]
macro_rules! queries {
    ($($(#[$doc:meta])* $name:ident = $text:expr;)*) => {
        $(
            $(#[$doc])*
            pub const $name: $crate::Sql = $crate::Sql {
                name: concat!(module_path!(), "::", stringify!($name)),
                text: $text,
            };
        )*
        /// Every statement of this module.
        pub const ALL: &[$crate::Sql] = &[$($name),*];
    };
}

/// The words that differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Lite,
    Pg,
}

/// Token, SQLite, PostgreSQL. SQLite knows INT and INTEGER as one type, so INT marks a bool.
const TOKENS: &[(&str, &str, &str)] = &[
    ("{i64}", "INTEGER", "BIGINT"),
    ("{text}", "TEXT", "TEXT COLLATE \"C\""),
    ("{bytes}", "BLOB", "BYTEA"),
    ("{bool}", "INT", "BOOLEAN"),
    ("{strict}", "STRICT", ""),
    ("{norowid}", "STRICT, WITHOUT ROWID", ""),
    ("{skip_locked}", "", "FOR UPDATE SKIP LOCKED"),
];

impl Dialect {
    /// The text with its tokens replaced.
    pub(crate) fn words(self, text: &str) -> String {
        let mut out = text.to_owned();
        for (token, lite, pg) in TOKENS {
            if out.contains(token) {
                let word = match self {
                    Self::Lite => lite,
                    Self::Pg => pg,
                };
                out = out.replace(token, word);
            }
        }
        out
    }

    /// The statement as the engine wants it. SQLite numbers `$n` by first appearance, so there
    /// it becomes `?n`, which is numbered as written.
    pub(crate) fn statement(self, text: &str) -> String {
        // In a CAST a type stands without its collation.
        let text = self.words(&text.replace("{text}", "TEXT"));
        match self {
            Self::Pg => text,
            Self::Lite => {
                let mut out = String::with_capacity(text.len());
                walk(&text, |piece| match piece {
                    Piece::Text(text) => out.push_str(text),
                    Piece::Parameter(digits) => {
                        out.push('?');
                        out.push_str(digits);
                    }
                });
                out
            }
        }
    }
}

/// How many parameters a text has; an error if a number is left out.
pub(crate) fn parameters(text: &str) -> Result<usize, String> {
    let mut seen = Vec::new();
    walk(text, |piece| {
        if let Piece::Parameter(digits) = piece
            && let Ok(number) = digits.parse::<usize>()
            && !seen.contains(&number)
        {
            seen.push(number);
        }
    });
    seen.sort_unstable();
    match seen.iter().enumerate().find(|(at, n)| at + 1 != **n) {
        Some((at, _)) => Err(format!("parameter ${} is not used", at + 1)),
        None => Ok(seen.len()),
    }
}

enum Piece<'a> {
    Text(&'a str),
    Parameter(&'a str),
}

/// Splits a text at its parameters, leaving quoted parts and comments alone.
fn walk<'a>(text: &'a str, mut take: impl FnMut(Piece<'a>)) {
    let raw = text.as_bytes();
    let (mut from, mut at) = (0, 0);
    let mut quote = None;
    while at < raw.len() {
        match (quote, raw[at]) {
            (Some(open), byte) if byte == open => quote = None,
            (None, byte @ (b'\'' | b'"')) => quote = Some(byte),
            (None, b'-') if raw.get(at + 1) == Some(&b'-') => {
                at += raw[at..].iter().take_while(|byte| **byte != b'\n').count();
                continue;
            }
            (None, b'$') => {
                let digits = raw[at + 1..]
                    .iter()
                    .take_while(|byte| byte.is_ascii_digit())
                    .count();
                if digits > 0 {
                    take(Piece::Text(&text[from..at]));
                    take(Piece::Parameter(&text[at + 1..at + 1 + digits]));
                    from = at + 1 + digits;
                    at = from;
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
    take(Piece::Text(&text[from..]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_found_outside_quotes_and_comments() {
        let text = "SELECT $2, '$9', \"$8\" -- don't $7\n, $10, $1, 'it''s $6', $$";
        assert_eq!(
            Dialect::Lite.statement(text),
            "SELECT ?2, '$9', \"$8\" -- don't $7\n, ?10, ?1, 'it''s $6', $$"
        );
        assert_eq!(Dialect::Pg.statement(text), text);
        assert_eq!(parameters("SELECT $2, $1, $2"), Ok(2));
        assert_eq!(parameters("SELECT 1"), Ok(0));
        assert!(parameters("SELECT $1, $3").is_err());
    }

    #[test]
    fn every_token_is_replaced_on_both_engines() {
        for (token, ..) in TOKENS {
            for dialect in [Dialect::Lite, Dialect::Pg] {
                assert!(!dialect.words(token).contains('{'));
                assert!(!dialect.statement(token).contains('{'));
            }
        }
    }
}

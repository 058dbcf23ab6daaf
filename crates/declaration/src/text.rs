//! The three languages of the house and a sentence in all of them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language the declaration is read in. Bokmål is complete and comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Norwegian bokmål.
    #[default]
    Nb,
    /// Norwegian nynorsk.
    Nn,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order they are offered.
    pub const ALL: [Lang; 3] = [Lang::Nb, Lang::Nn, Lang::En];

    /// The BCP 47 code: `nb`, `nn` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Nb => "nb",
            Lang::Nn => "nn",
            Lang::En => "en",
        }
    }

    /// Reads a BCP 47 code; anything else is `None`.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// One human sentence (or more) in bokmål, nynorsk and English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub nn: String,
    /// English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Text {
    /// The words in `lang`; bokmål where a language is missing.
    pub fn in_lang(&self, lang: Lang) -> &str {
        let words = match lang {
            Lang::Nb => &self.nb,
            Lang::Nn => &self.nn,
            Lang::En => &self.en,
        };
        if words.is_empty() { &self.nb } else { words }
    }

    /// Languages in which nothing is written.
    pub fn missing(&self) -> Vec<Lang> {
        let empty = |lang: &Lang| match lang {
            Lang::Nb => self.nb.trim().is_empty(),
            Lang::Nn => self.nn.trim().is_empty(),
            Lang::En => self.en.trim().is_empty(),
        };
        Lang::ALL.into_iter().filter(empty).collect()
    }
}

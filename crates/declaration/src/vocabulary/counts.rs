//! Kinds of statistics: what may be counted of visits. Another kind would be another column.

use crate::text::Lang;

/// A kind of thing that is counted. These two and no others; which of them are counted is the
/// declaration's to say.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Count {
    /// What is searched for, in known words.
    SearchTerm,
    /// From which county.
    County,
}

impl Count {
    /// Every kind the program can count.
    pub const ALL: &'static [Self] = &[Self::SearchTerm, Self::County];

    /// The name in the declaration.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SearchTerm => "search_term",
            Self::County => "county",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }

    /// The name for people.
    #[must_use]
    pub const fn label(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::SearchTerm, Lang::Nb) => "søkeord",
            (Self::SearchTerm, Lang::Nn) => "søkjeord",
            (Self::SearchTerm, Lang::En) => "search words",
            (Self::County, Lang::Nb | Lang::Nn) => "fylke",
            (Self::County, Lang::En) => "county",
        }
    }
}

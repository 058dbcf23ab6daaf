//! The language of a page: a prefix of the path, stripped before routing.

use axum::{extract::FromRequestParts, http::Uri, http::request::Parts};

/// A language the interface speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Norwegian bokmål: complete, first, and without a prefix.
    #[default]
    Nb,
    /// Norwegian nynorsk: `/nn`.
    Nn,
    /// English: `/en`.
    En,
}

impl Lang {
    /// Every language, in the order of the language switch.
    pub const ALL: [Self; 3] = [Self::Nb, Self::Nn, Self::En];

    /// The tag for `<html lang>`, and the name of the language file.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nb => "nb",
            Self::Nn => "nn",
            Self::En => "en",
        }
    }

    /// What a path of this language begins with: empty, `/nn` or `/en`.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Nb => "",
            Self::Nn => "/nn",
            Self::En => "/en",
        }
    }

    /// The language's own name for itself, for the switch.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Nb => "Bokmål",
            Self::Nn => "Nynorsk",
            Self::En => "English",
        }
    }

    /// The language with this tag, as stored beside a consent or a letter.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

/// Splits a path into its language and the path the route table knows.
#[must_use]
pub fn split(path: &str) -> (Lang, &str) {
    for lang in [Lang::Nn, Lang::En] {
        if let Some(rest) = path.strip_prefix(lang.prefix()) {
            match rest.as_bytes().first() {
                None => return (lang, "/"),
                Some(b'/') => return (lang, rest),
                Some(_) => {}
            }
        }
    }
    (Lang::Nb, path)
}

/// The address without its language, ready for the route table.
pub(crate) fn strip(uri: &Uri) -> (Lang, Option<Uri>) {
    let (lang, rest) = split(uri.path());
    if lang == Lang::Nb {
        return (lang, None);
    }
    let stripped = match uri.query() {
        Some(query) => format!("{rest}?{query}").parse(),
        None => rest.parse(),
    };
    (lang, stripped.ok())
}

impl<S: Sync> FromRequestParts<S> for Lang {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(parts.extensions.get::<Self>().copied().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_first_segment_is_a_language() {
        assert_eq!(split("/bestill"), (Lang::Nb, "/bestill"));
        assert_eq!(split("/nn/bestill"), (Lang::Nn, "/bestill"));
        assert_eq!(split("/en"), (Lang::En, "/"));
        assert_eq!(split("/en/"), (Lang::En, "/"));
        assert_eq!(split("/enhver"), (Lang::Nb, "/enhver"));
        assert_eq!(split("/nn/en/x"), (Lang::Nn, "/en/x"));
    }
}

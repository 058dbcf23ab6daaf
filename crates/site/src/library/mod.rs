//! The site's own pages: Markdown files in a folder, read at the start and whenever they change.

mod files;
mod front;
pub(crate) mod markdown;
mod read;
#[cfg(test)]
mod tests;
mod watch;
mod wrong;

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use web::Lang;

pub(crate) use files::Held;
pub(crate) use watch::Watched;
pub use wrong::{PageFinding, Wrong};

use crate::search::Index;

/// What a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Something the workshop does.
    Service,
    /// A place.
    Workshop,
    /// Something that happened on a day.
    News,
    /// Anything else.
    Page,
}

impl Kind {
    pub(crate) const ALL: [Self; 4] = [Self::Service, Self::Workshop, Self::News, Self::Page];

    pub(crate) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "service" => Self::Service,
            "workshop" => Self::Workshop,
            "news" => Self::News,
            "page" => Self::Page,
            _ => return None,
        })
    }

    /// Where pages of the kind lie.
    pub(crate) const fn under(self) -> &'static str {
        match self {
            Self::Service => "/tjenester/",
            Self::Workshop => "/verksteder/",
            Self::News => "/nyheter/",
            Self::Page => "/",
        }
    }

    /// What the kind is called, in the language files.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Service => "kind-service",
            Self::Workshop => "kind-workshop",
            Self::News => "kind-news",
            Self::Page => "kind-page",
        }
    }
}

/// A page in one language.
#[derive(Clone, Debug)]
pub struct Doc {
    /// What it is.
    pub kind: Kind,
    /// The last part of its address.
    pub slug: String,
    /// The language it is written in.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// The day of news; for other kinds when it was last looked over.
    pub date: Option<Date>,
    /// Its place in lists and in the foot.
    pub nav: Option<u32>,
    /// The workshop it is about, as the catalogue names it.
    pub workshop: Option<String>,
    /// The key of the company it belongs to.
    pub company: Option<String>,
    pub(crate) html: String,
    pub(crate) headings: String,
    pub(crate) text: String,
    pub(crate) file: String,
}

impl Doc {
    /// Its address, without language.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}{}", self.kind.under(), self.slug)
    }

    /// Its text with local addresses of a language.
    pub(crate) fn body(&self, prefix: &str) -> String {
        self.html.replace(markdown::PREFIX, prefix)
    }

    fn shown_on(&self, today: Date) -> bool {
        self.kind != Kind::News || self.date.is_none_or(|date| date <= today)
    }
}

/// Everything in the folder, at one moment.
#[derive(Debug, Default)]
pub struct Library {
    docs: Vec<Doc>,
    pub(crate) files: HashMap<String, Held>,
    /// What is wrong, by file and line.
    pub findings: Vec<PageFinding>,
    pub(crate) indexes: [Index; 3],
    /// Folded → in lower case: words of the pages that are no names.
    pub(crate) words: HashMap<String, String>,
    /// Differs when the folder does.
    pub(crate) stamp: u64,
}

impl Library {
    /// The page of an address in a language; in bokmål, or whatever there is, when it is not written in it.
    pub(crate) fn doc(&self, kind: Kind, slug: &str, lang: Lang, today: Date) -> Option<&Doc> {
        self.docs
            .iter()
            .filter(|doc| doc.kind == kind && doc.slug == slug && doc.shown_on(today))
            .min_by_key(|doc| order(doc.lang, lang))
    }

    /// The pages of a kind, each in the language nearest to this one: news by date, the rest by their
    /// place and title.
    pub(crate) fn list(&self, kind: Kind, lang: Lang, today: Date) -> Vec<&Doc> {
        let slugs: BTreeSet<&str> = self
            .docs
            .iter()
            .filter(|doc| doc.kind == kind)
            .map(|doc| doc.slug.as_str())
            .collect();
        let mut docs: Vec<&Doc> = slugs
            .into_iter()
            .filter_map(|slug| self.doc(kind, slug, lang, today))
            .collect();
        if kind == Kind::News {
            docs.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.title.cmp(&b.title)));
        } else {
            docs.sort_by_key(|doc| (doc.nav.unwrap_or(u32::MAX), doc.title.to_lowercase()));
        }
        docs
    }

    /// Every page in every language.
    #[must_use]
    pub fn docs(&self) -> &[Doc] {
        &self.docs
    }
}

/// How far a language is from the wanted one.
fn order(has: Lang, wanted: Lang) -> u8 {
    match has {
        has if has == wanted => 0,
        Lang::Nb => 1,
        Lang::Nn => 2,
        Lang::En => 3,
    }
}

/// Words as a part of an address: `Vår krankontroll` → `var-krankontroll`.
pub(crate) fn slug(words: &str) -> String {
    let parts: Vec<String> = values::words(words).map(values::fold_word).collect();
    parts.join("-")
}

//! `/sok`: the page.

use std::collections::HashSet;

use askama::Template;
use axum::{
    extract::Query,
    http::{HeaderValue, header},
    response::Response,
};
use serde::Deserialize;
use values::Typed;
use web::{Counted, Error, Page, Service, html};

use super::{Entry, Found, Index, Piece};
use crate::{
    Site,
    company::Foot,
    library::{Doc, Kind},
};

/// What is searched for.
#[derive(Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: Typed,
}

/// A hit as the page shows it.
struct Hit {
    path: String,
    title: String,
    kind: &'static str,
    summary: String,
    pieces: Vec<Piece>,
    /// The language it is written in, when that is not the page's.
    other: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "search.html")]
struct Search<'a> {
    page: Page,
    foot: Foot,
    q: Typed,
    hits: Vec<Hit>,
    suggestions: Vec<String>,
    services: Vec<&'a Doc>,
    books: bool,
}

/// How much of a search is read, in letters, and how much is shown.
const LONGEST: usize = 120;
const MOST: usize = 20;

/// Pages of the house itself that can be found: path, title and words, from the language files.
const HOUSE: [(&str, &str, &str); 6] = [
    ("/bestill", "home-book", "search-words-book"),
    ("/sporsmal", "home-ask", "search-words-ask"),
    ("/personvern", "nav-privacy", "search-words-privacy"),
    ("/min-side", "frame-mine", "search-words-mine"),
    ("/tilgjengelighet", "access-title", "search-words-access"),
    ("/verksteder", "nav-workshops", "search-words-workshops"),
];

/// The index of the house's own pages, for a language.
pub(crate) fn house(text: &web::Text) -> Index {
    let entries = HOUSE.into_iter().map(|(path, title, words)| Entry {
        kind: None,
        slug: String::new(),
        title: text.s(title).to_owned(),
        summary: text.s(words).to_owned(),
        path: path.to_owned(),
        headings: String::new(),
        text: String::new(),
    });
    Index::of(entries.collect())
}

/// `GET /sok?q=…`.
///
/// # Errors
/// A template that does not render.
pub async fn show(
    Service(site): Service<Site>,
    page: Page,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let now = page.now();
    let today = now.local_date();
    let library = site.pages.fresh(now).await;
    let typed: String = asked.q.as_str().trim().chars().take(LONGEST).collect();
    let mut hits = Vec::new();
    let mut suggestions = Vec::new();
    if !typed.is_empty() {
        let index = &library.indexes[page.lang as usize];
        for found in index.find(&typed) {
            let Some(entry) = index.entry(found.entry) else {
                continue;
            };
            let doc = entry
                .kind
                .and_then(|kind| library.doc(kind, &entry.slug, page.lang, today));
            hits.extend(doc.map(|doc| Hit::of_doc(doc, found, &page)));
        }
        let own = site.house_index(page.lang as usize, || house(&page.t));
        let house_hits = own.find(&typed).into_iter();
        hits.extend(house_hits.filter_map(|found| Hit::of_house(own.entry(found.entry)?, &site)));
        let mut seen = HashSet::new();
        hits.retain(|hit| seen.insert(hit.path.clone()));
        hits.truncate(MOST);
        if hits.is_empty() {
            suggestions = index.suggestions(&typed);
            suggestions.extend(own.suggestions(&typed));
            suggestions.truncate(3);
        }
    }
    let services = library.list(Kind::Service, page.lang, today);
    let mut answer = html(&Search {
        foot: site.foot(&library, page.lang, today),
        q: asked.q,
        books: site.books(),
        hits,
        suggestions,
        services,
        page,
    })?;
    answer
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer.extensions_mut().insert(Counted {
        searched: Some(typed),
        controller: None,
    });
    Ok(answer)
}

impl Hit {
    fn of_doc(doc: &Doc, found: Found, page: &Page) -> Self {
        Self {
            path: doc.path(),
            title: doc.title.clone(),
            kind: doc.kind.label(),
            summary: doc.summary.clone(),
            pieces: found.snippet,
            other: (doc.lang != page.lang).then(|| doc.lang.tag()),
        }
    }

    fn of_house(entry: &Entry, site: &Site) -> Option<Self> {
        let off = ["/bestill", "/sporsmal"].contains(&entry.path.as_str()) && !site.books();
        (!off).then(|| Self {
            path: entry.path.clone(),
            title: entry.title.clone(),
            kind: "kind-page",
            summary: String::new(),
            pieces: Vec::new(),
            other: None,
        })
    }
}

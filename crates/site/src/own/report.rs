//! `/stab/nettsider`: what lies in the folder, what is wrong with it, and how a page that is missed begins.

use askama::Template;
use axum::{extract::Query, response::Response};
use serde::Deserialize;
use values::Typed;
use web::{Error, Page, Service, html};

use crate::{
    Site,
    library::{Doc, Library, slug},
};

/// What a page is to be written about.
#[derive(Default, Deserialize)]
pub struct About {
    #[serde(default)]
    om: Typed,
}

/// How much of it is read, in letters.
const LONGEST: usize = 60;

/// The address at which a page about these words is begun.
pub(crate) fn begin(words: &str) -> String {
    format!("/stab/nettsider?om={}#begynn", words.replace(' ', "+"))
}

/// The name of a file about these words: an address has a to z.
fn address(words: &str) -> String {
    let plain = words
        .to_lowercase()
        .replace('æ', "ae")
        .replace('ø', "o")
        .replace('å', "a");
    let mut slug = slug(&plain);
    slug.retain(|c| c.is_ascii_alphanumeric() || c == '-');
    slug.trim_matches('-').to_owned()
}

/// The beginning of a page's file.
struct Draft {
    words: String,
    file: String,
    text: String,
}

impl Draft {
    /// Nothing when nothing was asked for, or nothing of it makes an address.
    fn of(about: &Typed, page: &Page) -> Option<Self> {
        let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-');
        let words: String = about
            .as_str()
            .trim()
            .chars()
            .filter(kept)
            .take(LONGEST)
            .collect();
        let slug = address(&words);
        if slug.is_empty() {
            return None;
        }
        let mut letters = words.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        let title: String = first.chain(letters).collect();
        Some(Self {
            file: format!("tjenester/{slug}.md"),
            text: format!(
                "---\ntitle: {title}\nsummary: {}\nkind: service\n---\n{}\n",
                page.t.s("report-begin-summary"),
                page.t.s("report-begin-text")
            ),
            words,
        })
    }
}

#[derive(Template)]
#[template(path = "own_report.html")]
struct Report<'a> {
    page: Page,
    library: &'a Library,
    draft: Option<Draft>,
}

impl Report<'_> {
    fn docs(&self) -> Vec<&Doc> {
        let mut docs: Vec<&Doc> = self.library.docs().iter().collect();
        docs.sort_by(|a, b| (a.kind, &a.slug, a.lang.tag()).cmp(&(b.kind, &b.slug, b.lang.tag())));
        docs
    }
}

/// The page.
///
/// # Errors
/// A template that does not render.
pub async fn report(
    Service(site): Service<Site>,
    page: Page,
    Query(about): Query<About>,
) -> Result<Response, Error> {
    let library = site.pages.fresh(page.now()).await;
    html(&Report {
        draft: Draft::of(&about.om, &page),
        page,
        library: &library,
    })
}

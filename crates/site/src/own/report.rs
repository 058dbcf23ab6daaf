//! `/stab/nettsider`: what lies in the folder, and what is wrong with it.

use askama::Template;
use axum::response::Response;
use web::{Error, Page, Service, html};

use crate::{
    Site,
    library::{Doc, Library},
};

#[derive(Template)]
#[template(path = "own_report.html")]
struct Report<'a> {
    page: Page,
    library: &'a Library,
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
pub async fn report(Service(site): Service<Site>, page: Page) -> Result<Response, Error> {
    let library = site.pages.fresh(page.now()).await;
    html(&Report {
        page,
        library: &library,
    })
}

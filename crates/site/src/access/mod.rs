//! What works for whom: the accessibility statement.

use askama::Template;
use axum::{http::HeaderMap, response::Response};
use web::{Error, Page, Service};

use crate::{
    Site,
    company::Foot,
    shelf::{Kind, Wish},
};

#[derive(Template)]
#[template(path = "access.html")]
struct Access {
    page: Page,
    foot: Foot,
}

/// The statement.
///
/// # Errors
/// A template that does not render.
pub async fn show(
    Service(site): Service<Site>,
    page: Page,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let declared = site.vault.declaration();
    let wish = Wish {
        kind: Kind::Access,
        lang: page.lang,
        declared: declared.hash(),
        now: page.now(),
        headers: &headers,
    };
    let page = crate::anonymous(page);
    let foot = site.foot(&site.library(), page.lang, page.now().local_date());
    site.shelf
        .serve(wish, || async { Ok(Access { page, foot }.render()?) })
        .await
}

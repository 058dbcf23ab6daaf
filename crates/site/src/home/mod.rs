//! The home page: who we are, and the ways in.

use std::sync::Arc;

use askama::Template;
use axum::{http::HeaderMap, response::Response};
use declaration::{Declaration, vocabulary::Purpose};
use web::{Error, Page, Service, html};

use crate::{
    Site, Workplace,
    company::Foot,
    house::{ProofSummary, lang},
    library::{Doc, Kind, Library},
    shelf::{self, Wish},
};

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    page: Page,
    foot: Foot,
    declaration: Arc<Declaration>,
    workshops: Vec<Workplace>,
    proof: Option<ProofSummary>,
    library: Arc<Library>,
}

impl Home {
    async fn load(site: &Site, page: Page) -> Self {
        let declaration = site.vault.declaration();
        let library = site.pages.fresh(page.now()).await;
        let today = page.now().local_date();
        Self {
            foot: site.foot(&library, page.lang, today),
            library,
            workshops: site.workshops(page.lang).await,
            proof: site.proof().await,
            declaration,
            page,
        }
    }

    /// A purpose that is not declared is a feature that is off.
    fn books(&self) -> bool {
        self.declaration.purpose(Purpose::Visit).is_some()
    }

    fn accounts(&self) -> bool {
        self.declaration.purpose(Purpose::Account).is_some()
    }

    /// The newest news.
    fn news(&self) -> Vec<&Doc> {
        let today = self.page.now().local_date();
        let mut docs = self.library.list(Kind::News, self.page.lang, today);
        docs.truncate(3);
        docs
    }

    fn services(&self) -> Vec<&Doc> {
        let today = self.page.now().local_date();
        self.library.list(Kind::Service, self.page.lang, today)
    }

    fn names(&self) -> String {
        self.foot.names(self.page.t.s("site-and"))
    }

    /// What the declaration says of the visitor's own device.
    fn device(&self) -> &str {
        let text = self.declaration.source().notices.device.as_ref();
        text.map_or("", |text| text.in_lang(lang(self.page.lang)))
    }

    fn location(&self) -> &str {
        let text = self.declaration.source().notices.location.as_ref();
        text.map_or("", |text| text.in_lang(lang(self.page.lang)))
    }

    fn company(&self, workshop: &Workplace) -> &str {
        self.declaration
            .controller(workshop.controller)
            .map_or("", |one| one.name.as_str())
    }
}

/// The home page.
///
/// # Errors
/// A template that does not render.
pub async fn show(
    Service(site): Service<Site>,
    page: Page,
    headers: HeaderMap,
) -> Result<Response, Error> {
    if page.notice().is_some() {
        return html(&Home::load(&site, page).await);
    }
    let library = site.pages.fresh(page.now()).await;
    let stamp = site.stamp(&library);
    let wish = Wish {
        kind: shelf::Kind::Home,
        lang: page.lang,
        declared: &stamp,
        now: page.now(),
        headers: &headers,
    };
    let page = crate::anonymous(page);
    site.shelf
        .serve(wish, || async {
            Ok(Home::load(&site, page).await.render()?)
        })
        .await
}

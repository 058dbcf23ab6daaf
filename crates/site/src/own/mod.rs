//! The pages of the folder: services, workshops, news, and the rest.

mod report;

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use declaration::vocabulary::Purpose;
use jiff::civil::Date;
use web::{Counted, Error, Page, Service};

pub(crate) use report::begin;
pub use report::report;

use crate::{
    Site, Workplace,
    company::Foot,
    house::lang,
    library::{Doc, Kind, Library},
    shelf::{self, Wish},
};

#[derive(Template)]
#[template(path = "own_page.html")]
struct OwnPage<'a> {
    page: Page,
    foot: Foot,
    doc: &'a Doc,
    body: String,
    books: bool,
    workshop: Option<Workplace>,
}

impl OwnPage<'_> {
    /// Whether the text is in another language than the page around it.
    fn other_language(&self) -> bool {
        self.doc.lang != self.page.lang
    }

    fn back(&self) -> Option<(&'static str, &'static str)> {
        list_of(self.doc.kind)
    }
}

/// Where a kind's list lies, and what it is called.
fn list_of(kind: Kind) -> Option<(&'static str, &'static str)> {
    match kind {
        Kind::Service => Some(("/tjenester", "nav-services")),
        Kind::Workshop => Some(("/verksteder", "nav-workshops")),
        Kind::News => Some(("/nyheter", "nav-news")),
        Kind::Page => None,
    }
}

#[derive(Template)]
#[template(path = "own_list.html")]
struct OwnList<'a> {
    page: Page,
    foot: Foot,
    title: &'static str,
    lead: &'static str,
    kind: Kind,
    docs: Vec<&'a Doc>,
    workshops: Vec<Workplace>,
    books: bool,
}

impl OwnList<'_> {
    /// The page about a workshop of the catalogue.
    fn about(&self, workshop: &Workplace) -> Option<&Doc> {
        self.docs
            .iter()
            .copied()
            .find(|doc| is_about(doc, workshop))
    }

    /// Pages about no workshop of the catalogue.
    fn others(&self) -> Vec<&Doc> {
        let mut docs = self.docs.clone();
        docs.retain(|doc| !self.workshops.iter().any(|one| is_about(doc, one)));
        docs
    }
}

fn is_about(doc: &Doc, workshop: &Workplace) -> bool {
    doc.workshop.as_deref() == Some(&workshop.name)
        || doc.slug == crate::library::slug(&workshop.name)
}

/// A page of the folder.
async fn one(
    site: &Site,
    page: Page,
    headers: &HeaderMap,
    kind: Kind,
    slug: &str,
) -> Result<Response, Error> {
    let now = page.now();
    let today = now.local_date();
    let library = site.pages.fresh(now).await;
    let doc = library
        .doc(kind, slug, page.lang, today)
        .ok_or(Error::NotFound)?;
    let controller = controller(site, doc, page.lang).await;
    let place = format!("{}{}", doc.path(), doc.lang.tag());
    let stamp = site.stamp(&library);
    let wish = Wish {
        kind: shelf::Kind::Own(shelf::mark(&place)),
        lang: page.lang,
        declared: &stamp,
        now,
        headers,
    };
    let page = crate::anonymous(page);
    let make = || async {
        let workshop = match kind {
            Kind::Workshop => {
                let all = site.workshops(page.lang).await;
                all.into_iter().find(|workshop| is_about(doc, workshop))
            }
            _ => None,
        };
        let shown = OwnPage {
            foot: site.foot(&library, page.lang, today),
            body: doc.body(page.l),
            books: site.books(),
            workshop,
            doc,
            page,
        };
        Ok(shown.render()?)
    };
    let mut answer = site.shelf.serve(wish, make).await?;
    answer.extensions_mut().insert(Counted {
        controller,
        ..Counted::default()
    });
    Ok(answer)
}

/// The company a page belongs to: the one it names, or the one that runs the workshop it is about.
async fn controller(site: &Site, doc: &Doc, lang: web::Lang) -> Option<values::ControllerId> {
    if let Some(key) = doc.company.as_deref() {
        let declaration = site.vault.declaration();
        let mut companies = declaration.controllers().iter();
        return companies.find(|one| one.key == key).map(|one| one.id);
    }
    if doc.kind != Kind::Workshop && doc.workshop.is_none() {
        return None;
    }
    let workshops = site.workshops(lang).await;
    let about = workshops.iter().find(|workshop| is_about(doc, workshop));
    about.map(|workshop| workshop.controller)
}

async fn list(
    site: &Site,
    page: Page,
    headers: &HeaderMap,
    kind: Kind,
    texts: (&'static str, &'static str),
) -> Result<Response, Error> {
    let now = page.now();
    let today: Date = now.local_date();
    let library: Arc<Library> = site.pages.fresh(now).await;
    let stamp = site.stamp(&library);
    let wish = Wish {
        kind: shelf::Kind::Own(shelf::mark(kind.under())),
        lang: page.lang,
        declared: &stamp,
        now,
        headers,
    };
    let page = crate::anonymous(page);
    let make = || async {
        let workshops = match kind {
            Kind::Workshop => site.workshops(page.lang).await,
            _ => Vec::new(),
        };
        let shown = OwnList {
            foot: site.foot(&library, page.lang, today),
            title: texts.0,
            lead: texts.1,
            docs: library.list(kind, page.lang, today),
            books: site.books(),
            kind,
            workshops,
            page,
        };
        Ok(shown.render()?)
    };
    site.shelf.serve(wish, make).await
}

/// `GET /tjenester`.
///
/// # Errors
/// A template that does not render.
pub async fn services(
    Service(site): Service<Site>,
    page: Page,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let texts = ("nav-services", "services-lead");
    list(&site, page, &headers, Kind::Service, texts).await
}

/// `GET /verksteder`: the catalogue's workshops with the pages about them.
///
/// # Errors
/// As [`services`].
pub async fn workshops(
    Service(site): Service<Site>,
    page: Page,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let texts = ("nav-workshops", "workshops-lead");
    list(&site, page, &headers, Kind::Workshop, texts).await
}

/// `GET /nyheter`.
///
/// # Errors
/// As [`services`].
pub async fn news(
    Service(site): Service<Site>,
    page: Page,
    headers: HeaderMap,
) -> Result<Response, Error> {
    list(&site, page, &headers, Kind::News, ("nav-news", "news-lead")).await
}

/// `GET /tjenester/{slug}`.
///
/// # Errors
/// [`Error::NotFound`] where there is no such page.
pub async fn service(
    site: Service<Site>,
    page: Page,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    one(&site.0, page, &headers, Kind::Service, &slug).await
}

/// `GET /verksteder/{slug}`.
///
/// # Errors
/// As [`service`].
pub async fn workshop(
    site: Service<Site>,
    page: Page,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    one(&site.0, page, &headers, Kind::Workshop, &slug).await
}

/// `GET /nyheter/{slug}`.
///
/// # Errors
/// As [`service`].
pub async fn post(
    site: Service<Site>,
    page: Page,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    one(&site.0, page, &headers, Kind::News, &slug).await
}

/// `GET /{slug}`: whatever else the folder has.
///
/// # Errors
/// As [`service`].
pub async fn other(
    site: Service<Site>,
    page: Page,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    one(&site.0, page, &headers, Kind::Page, &slug).await
}

/// `GET /filer/{name}`: a picture or document of the folder.
///
/// # Errors
/// [`Error::NotFound`] for a name that no page uses any more.
pub async fn file(
    Service(site): Service<Site>,
    page: Page,
    Path(name): Path<String>,
) -> Result<Response, Error> {
    let library = site.pages.fresh(page.now()).await;
    let held = library.files.get(&name).ok_or(Error::NotFound)?;
    let body = tokio::fs::read(&held.path)
        .await
        .map_err(|_| Error::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(held.kind)),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=31536000, immutable"),
        ),
    ];
    Ok((headers, body).into_response())
}

impl Site {
    /// A purpose that is not declared is a feature that is off.
    pub(crate) fn books(&self) -> bool {
        self.vault.declaration().purpose(Purpose::Visit).is_some()
    }

    /// Differs when the folder or the declaration does.
    pub(crate) fn stamp(&self, library: &Library) -> String {
        format!("{}{:x}", self.vault.declaration().hash(), library.stamp)
    }

    /// The foot with the folder's pages that have a place in it.
    pub(crate) fn foot(&self, library: &Library, at: web::Lang, today: Date) -> Foot {
        let mut foot = Foot::of(&self.vault.declaration(), lang(at));
        let pages = library.list(Kind::Page, at, today);
        foot.pages = pages
            .into_iter()
            .filter(|doc| doc.nav.is_some())
            .map(|doc| (doc.path(), doc.title.clone()))
            .collect();
        foot
    }
}

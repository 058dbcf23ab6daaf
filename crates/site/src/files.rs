//! What programs look for: robots.txt, the site map, and whom to tell of a hole.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use web::{Lang, Page, Service};

use crate::{
    Site,
    library::{Doc, Kind},
};

/// Which pages search engines leave alone.
pub async fn robots(page: Page) -> Response {
    let mut text = String::from("User-agent: *\n");
    for private in [
        "/stab",
        "/min-side",
        "/api",
        "/logg-inn",
        "/godkjenn",
        "/forste-gang",
    ] {
        for lang in Lang::ALL {
            text.push_str(&format!("Disallow: {}{private}\n", lang.prefix()));
        }
    }
    text.push_str(&format!(
        "\nSitemap: {}\n",
        at(&page, Lang::Nb, "/sitemap.xml")
    ));
    plain(text)
}

/// Every public page in every language.
pub async fn sitemap(Service(site): Service<Site>, page: Page) -> Response {
    let mut paths = vec!["/".to_owned()];
    for link in page.public_nav() {
        paths.push(web::split(&link.href).1.to_owned());
    }
    for own in ["/personvern", "/personvern/endringer", "/tilgjengelighet"] {
        paths.push(own.to_owned());
    }
    let (library, today) = (site.pages.fresh(page.now()).await, page.now().local_date());
    for kind in Kind::ALL {
        let docs = library.list(kind, Lang::Nb, today);
        paths.extend(docs.into_iter().map(Doc::path));
    }
    paths.sort();
    paths.dedup();
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for path in &paths {
        for lang in Lang::ALL {
            text.push_str(&format!("<url><loc>{}</loc>", at(&page, lang, path)));
            for other in Lang::ALL {
                let (tag, address) = (other.tag(), at(&page, other, path));
                text.push_str(&format!(
                    "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\"/>"
                ));
            }
            text.push_str("</url>\n");
        }
    }
    text.push_str("</urlset>\n");
    let kind = HeaderValue::from_static("application/xml; charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], text).into_response()
}

/// Whom to tell of a hole. Rule: RFC 9116; half a year, so that a house nobody looks after falls silent.
pub async fn security(Service(site): Service<Site>, page: Page) -> Response {
    let declaration = site.vault.declaration();
    let mut text = String::new();
    let mut known: Vec<&str> = Vec::new();
    for controller in declaration.controllers() {
        if !known.contains(&controller.email.as_str()) {
            known.push(&controller.email);
            text.push_str(&format!("Contact: mailto:{}\n", controller.email));
        }
    }
    let expires = page.now().plus_days(180).rfc3339();
    text.push_str(&format!(
        "Expires: {expires}\nPreferred-Languages: nb, nn, en\n"
    ));
    let own = at(&page, Lang::Nb, "/.well-known/security.txt");
    text.push_str(&format!("Canonical: {own}\n"));
    plain(text)
}

fn at(page: &Page, lang: Lang, path: &str) -> String {
    let mut page = page.clone();
    page.l = lang.prefix();
    page.address(path)
}

fn plain(text: String) -> Response {
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], text).into_response()
}

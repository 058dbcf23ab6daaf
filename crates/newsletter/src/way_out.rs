//! A way out behind a link: a page that asks and changes nothing, for programs that look through mail follow
//! links; and a press that does it. The code in the address is the key: no session, no cookie, no token
//! (RFC 8058).

use axum::{http::StatusCode, response::Response};
use web::{Error, Page, html, html_with};

/// What the pages of one way out say: keys of messages.
pub(crate) struct WayOut {
    pub title: &'static str,
    pub lead: &'static str,
    pub button: &'static str,
    /// Colour of the button.
    pub class: &'static str,
    /// Title and text when it is done.
    pub done: (&'static str, &'static str),
}

#[derive(askama::Template)]
#[template(path = "way_out.html")]
struct Ask {
    page: Page,
    way: &'static WayOut,
}

#[derive(askama::Template)]
#[template(path = "told.html")]
struct Told {
    page: Page,
    title: &'static str,
    text: &'static str,
}

impl WayOut {
    /// Asks, and changes nothing.
    pub fn ask(&'static self, page: Page) -> Result<Response, Error> {
        html(&Ask { page, way: self })
    }

    /// It is done.
    pub fn done(&self, page: Page) -> Result<Response, Error> {
        told(page, self.done)
    }
}

/// A page that says something and offers nothing.
pub(crate) fn told(
    page: Page,
    (title, text): (&'static str, &'static str),
) -> Result<Response, Error> {
    html(&Told { page, title, text })
}

/// The code is none of ours.
pub(crate) fn unknown(page: Page) -> Result<Response, Error> {
    let (title, text) = ("newsletter-unknown-title", "newsletter-unknown-text");
    html_with(StatusCode::NOT_FOUND, &Told { page, title, text })
}

/// The link is too old, or somebody has said no meanwhile.
pub(crate) fn gone(page: Page) -> Result<Response, Error> {
    let (title, text) = ("newsletter-gone-title", "newsletter-gone-text");
    html_with(StatusCode::GONE, &Told { page, title, text })
}

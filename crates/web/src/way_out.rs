//! A way out behind a link: a page that asks and changes nothing, for programs that look through mail follow
//! links; and a press that does it. The code in the address is the key: no session, no cookie, no token
//! (RFC 8058).

use axum::{http::StatusCode, response::Response};

use crate::{Error, Page, html, html_with};

/// What the pages of one way out say: keys of messages.
pub struct WayOut {
    /// Title of the page.
    pub title: &'static str,
    /// What pressing does.
    pub lead: &'static str,
    /// The button.
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
    ///
    /// # Errors
    /// A template that does not render.
    pub fn ask(&'static self, page: Page) -> Result<Response, Error> {
        html(&Ask { page, way: self })
    }

    /// It is done.
    ///
    /// # Errors
    /// A template that does not render.
    pub fn done(&self, page: Page) -> Result<Response, Error> {
        told(page, self.done)
    }
}

/// A page that says something and offers nothing.
///
/// # Errors
/// A template that does not render.
pub fn told(page: Page, (title, text): (&'static str, &'static str)) -> Result<Response, Error> {
    html(&Told { page, title, text })
}

/// The code of a link is none of ours.
///
/// # Errors
/// A template that does not render.
pub fn unknown_link(page: Page) -> Result<Response, Error> {
    let (title, text) = ("link-unknown-title", "link-unknown-text");
    html_with(StatusCode::NOT_FOUND, &Told { page, title, text })
}

/// A link that was ours and leads nowhere any more.
///
/// # Errors
/// A template that does not render.
pub fn link_gone(
    page: Page,
    (title, text): (&'static str, &'static str),
) -> Result<Response, Error> {
    html_with(StatusCode::GONE, &Told { page, title, text })
}

//! Visits counted inside the page request, by whoever counts here; nothing of who comes leaves this file.

use std::{net::IpAddr, sync::Arc};

use axum::{
    extract::Request,
    http::{HeaderMap, Method, StatusCode, header},
    response::Response,
};
use values::{ControllerId, Moment};

use crate::{App, Door, sessions};

/// What is left of a request for the counter: neither the address nor the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Where the visit comes from: a number of the counter's own list.
    pub from: u8,
    /// Whose part of the site was asked for, if the host or the path says so.
    pub company: Option<ControllerId>,
}

/// What a page says of itself to the counter, in the extensions of its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// What was searched for, as typed: the counter keeps the words it knows and nothing else.
    pub searched: Option<String>,
    /// Whose page it is, if it belongs to one company.
    pub controller: Option<ControllerId>,
}

/// Counts visits without knowing who comes. A part of the house: `Arc<dyn Visits>`.
pub trait Visits: Send + Sync {
    /// Looks at a request before it is answered; nothing when it is not to be counted. The address is
    /// used here and nowhere else. The path is without its language.
    fn look(&self, headers: &HeaderMap, path: &str, address: Option<IpAddr>) -> Option<Place>;

    /// Counts a page that was answered. In memory.
    fn count(&self, place: Place, page: &Counted, now: Moment);
}

/// The counter of the house.
fn counter(app: &App) -> Option<&dyn Visits> {
    app.service::<Arc<dyn Visits>>().ok().map(AsRef::as_ref)
}

/// Looks at a request: only pages that are read, by somebody who has no session here.
pub(crate) fn look(app: &App, request: &Request) -> Option<Place> {
    let path = request.uri().path();
    if request.method() != Method::GET || path.starts_with("/static/") || path.starts_with("/api/")
    {
        return None;
    }
    let counter = counter(app)?;
    if sessions::has_cookie(request.headers()) {
        return None;
    }
    counter.look(
        request.headers(),
        path,
        crate::limit::caller_address(app, request),
    )
}

/// Counts an answer, if it is a public page.
pub(crate) fn count(app: &App, place: Place, route: Option<usize>, answer: &mut Response) {
    let page = answer.extensions_mut().remove::<Counted>();
    let public = route
        .and_then(|id| app.site().routes.get(id))
        .is_some_and(|route| route.door == Door::Public);
    if public
        && is_page(answer)
        && let Some(counter) = counter(app)
    {
        counter.count(place, &page.unwrap_or_default(), app.world.now());
    }
}

/// A page, or word that the page has not changed.
fn is_page(answer: &Response) -> bool {
    let html = || {
        let kind = answer.headers().get(header::CONTENT_TYPE);
        kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
    };
    match answer.status() {
        StatusCode::OK => html(),
        StatusCode::NOT_MODIFIED => true,
        _ => false,
    }
}

//! `/stab/stilark`: every part of the interface, with samples.

use crate::{Door, Error, Page, Role, Routes, html};
use axum::response::Response;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/stab/stilark", Door::Staff(Role::ALL), show)
}

#[derive(askama::Template)]
#[template(path = "stilark.html")]
struct Stilark {
    page: Page,
    errors: crate::Errors,
}

async fn show(page: Page) -> Result<Response, Error> {
    let mut errors = crate::Errors::new();
    errors.add("email", "error-email");
    html(&Stilark { page, errors })
}

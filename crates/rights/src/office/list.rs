//! `/stab/personvern`: what waits for an answer.

use axum::response::Response;
use vault::Vault;
use web::{Error, Page, Service, html};

use crate::requests::{self, Request};

#[derive(askama::Template)]
#[template(path = "office.html")]
struct Office {
    page: Page,
    now: values::Moment,
    waiting: Vec<Request>,
    closed: Vec<Request>,
    holds: usize,
}

/// The requests, the most urgent first. Nobody's data is opened for it.
///
/// # Errors
/// When the store fails.
pub async fn show(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    html(&Office {
        now: page.now(),
        waiting: requests::waiting(&vault, 200).await?,
        closed: requests::closed(&vault, 30).await?,
        holds: vault.holds().await?.len(),
        page,
    })
}

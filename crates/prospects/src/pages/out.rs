//! The way out: a page that changes nothing, and a button that does.

use axum::{extract::Path, response::Response};
use vault::Vault;
use web::{Error, Form, Page, Service as Part, html, html_with};

use super::Nothing;
use crate::prospect;

#[derive(askama::Template)]
#[template(path = "bedrift_nei.html")]
struct WayOut {
    page: Page,
    code: String,
    state: &'static str,
}

/// `GET /bedrift/nei/{code}`: a page that changes nothing, whoever fetches it.
pub(crate) async fn way_out(
    Part(vault): Part<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let there = prospect::by_code(&vault, &code).await?.is_some();
    let state = if there { "ask" } else { "gone" };
    html(&WayOut { page, code, state })
}

/// `POST /bedrift/nei/{code}`.
pub(crate) async fn out(
    Part(vault): Part<Vault>,
    page: Page,
    Path(code): Path<String>,
    _form: Form<Nothing>,
) -> Result<Response, Error> {
    if let Some(one) = prospect::by_code(&vault, &code).await? {
        let actor = vault::Actor::Link {
            subject: one.subject,
            purpose: declaration::vocabulary::Purpose::Prospecting,
        };
        prospect::remove(&vault, &one, Some("link"), actor).await?;
    }
    // The same answer whether or not there was anything: pressed twice, it is still done.
    let state = "done";
    html_with(axum::http::StatusCode::OK, &WayOut { page, code, state })
}

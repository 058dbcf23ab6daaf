//! The link in the mail to the new address.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use vault::Vault;
use web::{App, Error, Form, Page, Service, html_with};

use super::{Confirmed, accept, by_code};

/// A form with a button only.
#[derive(Deserialize)]
pub struct Button {}

#[derive(askama::Template)]
#[template(path = "email_confirm.html")]
struct Confirm {
    page: Page,
    code: String,
    state: &'static str,
}

fn show(
    page: Page,
    status: StatusCode,
    code: String,
    state: &'static str,
) -> Result<Response, Error> {
    html_with(status, &Confirm { page, code, state })
}

/// Shows a button and uses nothing up.
///
/// # Errors
/// When the store fails.
pub async fn open(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    if by_code(&vault, &code).await?.is_some() {
        show(page, StatusCode::OK, code, "ask")
    } else {
        show(page, StatusCode::GONE, code, "gone")
    }
}

/// The new address says yes.
///
/// # Errors
/// When the store fails.
pub async fn confirm(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
    _: Form<Button>,
) -> Result<Response, Error> {
    let (status, state) = match accept(&app, &vault, &code).await? {
        Confirmed::Done => (StatusCode::OK, "done"),
        Confirmed::Taken => (StatusCode::CONFLICT, "taken"),
        Confirmed::Gone => (StatusCode::GONE, "gone"),
    };
    show(page, status, code, state)
}

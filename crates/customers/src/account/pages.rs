//! Closing the account: a page that says what it means, and one button.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use vault::Vault;
use web::{App, Error, Me, Page, Service, Signed, html};

use super::{account_of, close_account};

/// A form with a button only.
#[derive(Deserialize)]
pub struct Button {}

#[derive(askama::Template)]
#[template(path = "close_account.html")]
struct Close {
    page: Page,
    since: String,
}

/// What it means to close the account.
///
/// # Errors
/// When there is none, or the store fails.
pub async fn ask_close(
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
) -> Result<Response, Error> {
    let account = account_of(&vault, me.subject).await?;
    let account = account.ok_or(Error::NotFound)?;
    let since = page.on(account.opened_at);
    html(&Close { page, since })
}

/// Closes it and logs out everywhere.
///
/// # Errors
/// When the store fails.
pub async fn close(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    _: Signed<Button>,
) -> Result<Response, Error> {
    close_account(&vault, me.subject, me.actor()).await?;
    app.sessions.end_all(me.subject).await?;
    let answer = page.go_saying(web::LOG_IN, "notice-account-closed");
    Ok(answer.into_response())
}

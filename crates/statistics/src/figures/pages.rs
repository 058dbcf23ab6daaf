//! The pages.

use askama::Template;
use axum::{
    extract::{Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use vault::Vault;
use web::{App, Error, Page, Service, html};

use super::{
    Shown, export,
    view::{Asked, Choice, View},
};

#[derive(Template)]
#[template(path = "figures_staff.html")]
struct Staff {
    page: Page,
    v: View,
}

#[derive(Template)]
#[template(path = "figures_public.html")]
struct Public {
    page: Page,
    v: View,
}

/// `GET /stab/tall`.
///
/// # Errors
/// When the store fails or nothing is counted here.
pub async fn staff(
    State(app): State<App>,
    page: Page,
    Query(choice): Query<Choice>,
) -> Result<Response, Error> {
    let v = View::read(&app, page.clone(), "/stab/tall", &choice).await?;
    html(&Staff { page, v })
}

/// `GET /tall`: the same for everybody, where the settings say so.
///
/// # Errors
/// [`Error::NotFound`] where they do not.
pub async fn public(
    State(app): State<App>,
    page: Page,
    Query(choice): Query<Choice>,
) -> Result<Response, Error> {
    if !app.service::<Shown>()?.public {
        return Err(Error::NotFound);
    }
    let v = View::read(&app, page.clone(), "/tall", &choice).await?;
    html(&Public { page, v })
}

/// `GET /stab/tall.csv`.
///
/// # Errors
/// When the store fails.
pub async fn staff_csv(
    Service(vault): Service<Vault>,
    State(app): State<App>,
    Query(choice): Query<Choice>,
) -> Result<Response, Error> {
    let asked = Asked::of(&app, &choice)?;
    let declaration = vault.declaration();
    let text = vault
        .store()
        .read(move |db| export::csv(db, &declaration, &asked.span, asked.counts))
        .await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"tall.csv\"",
        ),
    ];
    let headers = headers.map(|(name, value)| (name, HeaderValue::from_static(value)));
    Ok((headers, text).into_response())
}

/// `GET /tall.csv`.
///
/// # Errors
/// As [`public`].
pub async fn public_csv(
    vault: Service<Vault>,
    State(app): State<App>,
    choice: Query<Choice>,
) -> Result<Response, Error> {
    if !app.service::<Shown>()?.public {
        return Err(Error::NotFound);
    }
    staff_csv(vault, State(app), choice).await
}

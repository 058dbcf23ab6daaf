//! `/min-side/rettigheter/rett`: what is wrong, what it should be, and why.

use axum::{extract::State, response::Response};
use serde::Deserialize;
use values::{FreeText, Typed};
use vault::Vault;
use web::{App, Error, Errors, Me, Page, Service, Signed, html, html_again};

use super::{FIELDS, wish};
use crate::requests::{Asked, Kind, receive};

/// What is typed.
#[derive(Default, Deserialize)]
pub struct Wrong {
    #[serde(default)]
    field: String,
    #[serde(default)]
    value: Typed,
    #[serde(default)]
    text: Typed,
}

#[derive(askama::Template)]
#[template(path = "correct.html")]
struct Show {
    page: Page,
    fields: &'static [(&'static str, &'static str)],
    typed: Wrong,
    errors: Errors,
}

/// The form.
///
/// # Errors
/// A template that does not render.
pub async fn show(page: Page, _: Me) -> Result<Response, Error> {
    html(&Show {
        page,
        fields: FIELDS,
        typed: Wrong::default(),
        errors: Errors::new(),
    })
}

/// Takes it in.
///
/// # Errors
/// When the store fails.
pub async fn send(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    form: Signed<Wrong>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let kind = Some(Kind::Rectification);
    let wish = wish(
        kind,
        (&typed.field, typed.value.as_str()),
        false,
        &mut errors,
    );
    let text = errors.take("text", FreeText::parse_optional(typed.text.as_str()));
    let (Some(wish), false) = (wish, errors.any()) else {
        return html_again(&Show {
            page,
            fields: FIELDS,
            typed,
            errors,
        });
    };
    let mut asked = Asked::by_person(&app, &vault, me.subject, Kind::Rectification, page.lang);
    asked.text = text.flatten().map(|text| text.reveal().to_owned());
    asked.correction = Some(wish);
    receive(&app, &vault, me.actor(), &asked).await?;
    Ok(page.go_saying("/min-side/rettigheter", "notice-rights-received"))
}

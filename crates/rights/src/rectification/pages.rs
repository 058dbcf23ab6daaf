//! `/min-side/rettigheter/rett`: what is wrong, what it should be, and why.

use axum::{extract::State, response::Response};
use serde::Deserialize;
use values::{FreeText, Typed};
use vault::Vault;
use web::{App, Error, Errors, Me, Page, Service, Signed, html, html_again};

use super::FIELDS;
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
    let field = FIELDS.iter().find(|(name, _)| *name == typed.field);
    if field.is_none() {
        errors.add("field", "error-choice");
    }
    let value = errors.take("value", FreeText::parse(typed.value.as_str()));
    if let (Some((name, _)), true) = (field.filter(|(name, _)| *name != "other"), value.is_some()) {
        errors.take("value", customers::Part::parse(name, typed.value.as_str()));
    }
    let text = errors.take("text", FreeText::parse_optional(typed.text.as_str()));
    let (Some((name, _)), Some(value), false) = (field, value, errors.any()) else {
        return html_again(&Show {
            page,
            fields: FIELDS,
            typed,
            errors,
        });
    };
    let mut asked = Asked::by_person(&app, &vault, me.subject, Kind::Rectification, page.lang);
    asked.text = text.flatten().map(|text| text.reveal().to_owned());
    asked.correction = Some(((*name).to_owned(), value));
    receive(&app, &vault, me.actor(), &asked).await?;
    Ok(page.go_saying("/min-side/rettigheter", "notice-rights-received"))
}

//! `/stab/sporsmal`: what waits for an answer.

use axum::{
    extract::{Path, State},
    response::Response,
};
use serde::Deserialize;
use values::{FreeText, Typed};
use vault::Vault;
use web::{App, Colleague, Error, Errors, Page, Service as Part, Signed, html, html_again};

use super::{
    EnquiryId,
    store_side::{Case, Opened, by_id, give_answer, open, open_cases},
};

#[derive(askama::Template)]
#[template(path = "stab-sporsmal.html")]
struct List {
    page: Page,
    cases: Vec<Case>,
}

/// `GET /stab/sporsmal`: when and to whom; nothing personal is opened for the list.
pub(crate) async fn list(Part(vault): Part<Vault>, page: Page) -> Result<Response, Error> {
    let cases = vault.store().read(|db| open_cases(db)).await?;
    html(&List { page, cases })
}

#[derive(askama::Template)]
#[template(path = "stab-sporsmal-en.html")]
struct One {
    page: Page,
    case: Case,
    opened: Opened,
    answer: Typed,
    errors: Errors,
}

async fn find(vault: &Vault, id: i64) -> Result<Case, Error> {
    let id = EnquiryId::from_raw(id);
    vault
        .store()
        .read(move |db| by_id(db, id))
        .await?
        .ok_or(Error::NotFound)
}

/// `GET /stab/sporsmal/{id}`.
pub(crate) async fn show(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
) -> Result<Response, Error> {
    let case = find(&vault, id).await?;
    let opened = open(&vault, who.actor(), &case).await?;
    html(&One {
        page,
        case,
        opened,
        answer: Typed::default(),
        errors: Errors::new(),
    })
}

/// The answer's form.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Answer {
    answer: Typed,
}

/// `POST /stab/sporsmal/{id}`.
pub(crate) async fn answer(
    State(app): State<App>,
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
    form: Signed<Answer>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let case = find(&vault, id).await?;
    let text = errors.take("answer", FreeText::parse(data.answer.as_str()));
    let (Some(text), false) = (text, errors.any()) else {
        let opened = open(&vault, who.actor(), &case).await?;
        return html_again(&One {
            page,
            case,
            opened,
            answer: data.answer,
            errors,
        });
    };
    if give_answer(&app, &vault, who.actor(), &case, &text).await? {
        Ok(page.go_saying("/stab/sporsmal", "notice-answered"))
    } else {
        Err(Error::Conflict("enquiry-answered"))
    }
}

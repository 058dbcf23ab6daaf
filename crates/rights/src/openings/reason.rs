//! `/stab/grunn/{id}`: why, before anything out of the ordinary is opened. The page shows what led
//! there, and nothing of anybody.

use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use values::{FreeText, LookId, Typed};
use vault::{Look, Vault};
use web::{Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use super::{REASONS, back, kind_key};

/// Where to go on to.
#[derive(Default, Deserialize)]
pub struct Way {
    #[serde(default)]
    til: String,
}

/// The form as it was typed.
#[derive(Default, Deserialize)]
pub struct Why {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    words: Typed,
    #[serde(default)]
    til: String,
}

#[derive(askama::Template)]
#[template(path = "openings_reason.html")]
struct Asking {
    page: Page,
    id: LookId,
    kinds: Vec<&'static str>,
    minutes: i64,
    persons: usize,
    reasons: &'static [(&'static str, &'static str)],
    typed: Why,
    errors: Errors,
}

/// The reader's own question that waits.
async fn waiting(vault: &Vault, who: Colleague, id: i64) -> Result<Look, Error> {
    let look = vault.look(LookId::from_raw(id)).await?;
    let own = look.filter(|look| look.staff == who.staff && !look.is_glass());
    own.ok_or(Error::NotFound)
}

async fn page_of(
    vault: &Vault,
    page: Page,
    who: Colleague,
    look: &Look,
    typed: Why,
    errors: Errors,
) -> Result<Asking, Error> {
    let (persons, _) = vault.look_facts(look, 1).await?;
    Ok(Asking {
        page,
        id: look.id,
        kinds: look.kind.split(',').map(kind_key).collect(),
        minutes: vault.limits(who.role)?.reason,
        persons: persons.len(),
        reasons: REASONS,
        typed,
        errors,
    })
}

/// Asks.
///
/// # Errors
/// [`Error::NotFound`] for another's question; when the store fails.
pub async fn show(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    Query(way): Query<Way>,
    page: Page,
    who: Colleague,
) -> Result<Response, Error> {
    let look = waiting(&vault, who, id).await?;
    if look.given_at.is_some() {
        return Ok(Redirect::to(&back(&page, &way.til)).into_response());
    }
    let typed = Why {
        til: way.til,
        ..Why::default()
    };
    html(&page_of(&vault, page, who, &look, typed, Errors::new()).await?)
}

/// The reason is given; the reader goes on to where they were stopped.
///
/// # Errors
/// [`Error::NotFound`] for another's question; when the store fails.
pub async fn given(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Why>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let look = waiting(&vault, who, id).await?;
    let reason = REASONS.iter().find(|(word, _)| *word == typed.reason);
    if reason.is_none() {
        errors.add("reason", "error-choice");
    }
    let words = errors.take("words", FreeText::parse(typed.words.as_str()));
    let (Some((reason, _)), Some(words), false) = (reason, words, errors.any()) else {
        return html_again(&page_of(&vault, page, who, &look, typed, errors).await?);
    };
    match vault
        .answer_look(look.id, who.actor(), reason, &words)
        .await
    {
        // Twice from two tabs: it is answered.
        Ok(()) | Err(vault::VaultError::Gone) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(Redirect::to(&back(&page, &typed.til)).into_response())
}

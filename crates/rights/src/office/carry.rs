//! What an officer does before the answer: hold something back, carry an erasure out.

use axum::{
    extract::{Path, State},
    response::Response,
};
use declaration::vocabulary::Category;
use serde::Deserialize;
use store::{Db, StoreError};
use values::{StrandId, Typed};
use vault::{STRAND_GONE, Vault, VaultError};
use web::{App, Colleague, Error, Page, Service, Signed, html_again};

use super::{
    case::{Case, open_request},
    conflict,
    holds::review_day,
};
use crate::{
    erasure,
    requests::{Kind, NewEvent, Request, What, claim, people, was_changed},
    words,
};

fn back(request: &Request) -> String {
    format!("/stab/personvern/krav/{}", request.id.get())
}

/// A hold on one strand.
#[derive(Deserialize)]
pub struct Hold {
    strand: i64,
    #[serde(default)]
    version: i64,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    review: Typed,
}

/// Holds one strand of the person back from erasure, with a reason and a day of review.
///
/// # Errors
/// When the strand is not the person's, or the store fails.
pub async fn hold(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Hold>,
) -> Result<Response, Error> {
    let request = match open_request(&vault, &page, who, id, "").await? {
        Ok(request) => request,
        Err(answer) => return Ok(answer),
    };
    let Signed { data, mut errors } = form;
    if data.version != request.version {
        return conflict::page(&vault, page, who, id, "").await;
    }
    let reason = words::HOLDS.iter().find(|(name, _)| *name == data.reason);
    if reason.is_none() {
        errors.add("reason", "error-choice");
    }
    let review = review_day(&vault, &data.review, page.now(), &mut errors);
    let (Some((reason, _)), Some(review), false) = (reason, review, errors.any()) else {
        let case = Case::of(&vault, page, who, request, errors, String::new()).await?;
        return html_again(&case);
    };
    let people = people::of_case(&vault, &request).await?;
    let strands = erasure::strands(&vault, &people).await?;
    let mut strands = strands.iter().map(|(strand, _)| strand);
    let strand = strands.find(|strand| strand.id.get() == data.strand);
    let strand = strand.filter(|strand| strand.category != Category::RightsCase);
    let strand: StrandId = strand.ok_or(Error::NotFound)?.id;
    // One transaction: no hold without its line in the case, however many officers work on it.
    let slip = vault.hold_slip(strand, reason, who.staff, review);
    let held = note_with(&vault, who, &request, What::Held, move |db| slip.lay(db)).await;
    match held {
        Err(error) if was_changed(&error) => {
            return conflict::page(&vault, page, who, id, "").await;
        }
        Err(VaultError::Store(StoreError::Refused(STRAND_GONE))) => return Err(Error::NotFound),
        other => other?,
    }
    Ok(page.go_saying(&back(&request), "notice-rights-held"))
}

/// Something an officer did to a case that stays open.
async fn note(
    vault: &Vault,
    who: Colleague,
    request: &Request,
    what: What,
) -> Result<(), VaultError> {
    note_with(vault, who, request, what, |_| Ok(())).await
}

/// The same with something else in the same transaction.
async fn note_with(
    vault: &Vault,
    who: Colleague,
    request: &Request,
    what: What,
    more: impl Fn(&mut dyn Db) -> Result<(), StoreError> + Send + Sync + 'static,
) -> Result<(), VaultError> {
    let event = NewEvent::of(vault, request.id, what, who.actor(), "");
    let (id, version) = (request.id, request.version);
    let write = move |db: &mut dyn Db| {
        claim(db, id, version)?;
        more(db)?;
        event.add(db)
    };
    Ok(vault.store().write(write).await?)
}

/// The tick that says it is meant.
#[derive(Deserialize)]
pub struct Sure {
    #[serde(default)]
    version: i64,
    #[serde(default)]
    sure: bool,
}

/// Carries the erasure out. Refused while something is going on that needs the data.
///
/// # Errors
/// When the request is of another kind or answered, or the store fails.
pub async fn erase(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Sure>,
) -> Result<Response, Error> {
    let request = match open_request(&vault, &page, who, id, "").await? {
        Ok(request) => request,
        Err(answer) => return Ok(answer),
    };
    if request.kind != Kind::Erasure {
        return Err(Error::NotFound);
    }
    let Signed { data, mut errors } = form;
    if !request.identity.is_proven() {
        errors.add("sure", "rights-error-identity");
        let case = Case::of(&vault, page, who, request, errors, String::new()).await?;
        return html_again(&case);
    }
    if !data.sure {
        errors.add("sure", "error-unticked");
        let case = Case::of(&vault, page, who, request, errors, String::new()).await?;
        return html_again(&case);
    }
    let people = people::of_case(&vault, &request).await?;
    let plan = erasure::plan_for(&vault, &people).await?;
    if !erasure::blockers(&plan).is_empty() {
        return Err(Error::Conflict("rights-still-busy"));
    }
    // Exactly one officer carries it out: whoever comes second is told.
    let seen = Request {
        version: data.version,
        ..request.clone()
    };
    match note(&vault, who, &seen, What::Erased).await {
        Err(error) if was_changed(&error) => {
            return conflict::page(&vault, page, who, id, "").await;
        }
        other => other?,
    }
    let done = erasure::carry_out(&app, &vault, who.actor(), &request).await?;
    let Some(code) = done else {
        return conflict::page(&vault, page, who, id, "").await;
    };
    Ok(page.go_saying(&format!("/kvittering/{code}"), "notice-rights-erased"))
}

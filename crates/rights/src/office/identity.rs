//! Who asks, as an officer establishes it (GDPR Art. 12(6)).

use axum::{
    extract::{Path, State},
    response::Response,
};
use serde::Deserialize;
use values::{FreeText, Typed};
use vault::Vault;
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html_again};

use super::{
    case::{Case, open_request},
    conflict,
};
use crate::{
    requests::{self, Document, Identity, Request, identity, was_changed},
    words,
};

/// How it is known who asks.
#[derive(Default, Deserialize)]
pub struct Known {
    #[serde(default)]
    version: i64,
    #[serde(default)]
    level: String,
    #[serde(default)]
    document: String,
    #[serde(default)]
    reason: Typed,
}

/// What was established, in a word and a sentence. The sentence names the colleague.
pub(crate) fn established(
    page: &Page,
    (level, document): (&str, &str),
    reason: &Typed,
    colleague: &str,
    errors: &mut Errors,
) -> Option<(Identity, String, &'static str)> {
    let who = colleague;
    match Identity::from_name(level) {
        Some(Identity::Shown) => {
            let Some(document) = Document::from_name(document) else {
                errors.add("document", "error-choice");
                return None;
            };
            let what = page.t.s(document.key()).to_owned();
            let args: [(&str, &dyn web::Arg); 2] = [("what", &what), ("who", &who)];
            let said = page.t.f("rights-identity-said-shown", &args);
            Some((Identity::Shown, said, document.as_str()))
        }
        Some(Identity::Vouched) => {
            let reason = errors.take("reason", FreeText::parse(reason.as_str()))?;
            let why = reason.reveal().to_owned();
            let args: [(&str, &dyn web::Arg); 2] = [("why", &why), ("who", &who)];
            let said = page.t.f("rights-identity-said-vouched", &args);
            Some((Identity::Vouched, said, Identity::Vouched.as_str()))
        }
        _ => {
            errors.add("level", "error-choice");
            None
        }
    }
}

/// Identity is proven: by a document shown, or by a colleague's word.
///
/// # Errors
/// When the request is answered, or the store fails.
pub async fn prove(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Known>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let typed = data.reason.as_str().to_owned();
    let request = match open_request(&vault, &page, who, id, &typed).await? {
        Ok(request) => request,
        Err(answer) => return Ok(answer),
    };
    let name = words::staff_field(&vault, who.actor(), who.staff, id, "name").await?;
    let name = name.unwrap_or_else(|| page.t.s("rights-who-colleague").to_owned());
    let chosen = (data.level.as_str(), data.document.as_str());
    let found = established(&page, chosen, &data.reason, &name, &mut errors);
    let (Some((level, said, detail)), false) = (found, errors.any()) else {
        let case = Case::of(&vault, page, who, request, errors, typed).await?;
        return html_again(&case);
    };
    let request = Request {
        version: data.version,
        ..request
    };
    let proven = identity::prove(&vault, who.actor(), &request, level, (&said, detail), None);
    match proven.await {
        Err(error) if was_changed(&error) => conflict::page(&vault, page, who, id, &typed).await,
        other => {
            other?;
            let back = format!("/stab/personvern/krav/{id}");
            Ok(page.go_saying(&back, "notice-rights-proven"))
        }
    }
}

/// Why there is doubt.
#[derive(Deserialize)]
pub struct Doubt {
    #[serde(default)]
    version: i64,
    #[serde(default)]
    why: Typed,
}

/// Reasonable doubt: the clock stands still, and the person is asked.
///
/// # Errors
/// When the request is answered, or the store fails.
pub async fn doubt(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Doubt>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let typed = data.why.as_str().to_owned();
    let request = match open_request(&vault, &page, who, id, &typed).await? {
        Ok(request) => request,
        Err(answer) => return Ok(answer),
    };
    let why = errors.take("why", FreeText::parse(&typed));
    if request.paused_at.is_some() {
        errors.add("why", "rights-error-doubted");
    }
    let (Some(why), false) = (why, errors.any()) else {
        let case = Case::of(&vault, page, who, request, errors, typed).await?;
        return html_again(&case);
    };
    let request = Request {
        version: data.version,
        ..request
    };
    let said = page.t.f1("rights-identity-said-doubt", "why", why.reveal());
    match requests::identity::doubt(&app, &vault, who.actor(), &request, &said).await {
        Err(error) if was_changed(&error) => conflict::page(&vault, page, who, id, &typed).await,
        other => {
            other?;
            let back = format!("/stab/personvern/krav/{id}");
            Ok(page.go_saying(&back, "notice-rights-doubted"))
        }
    }
}

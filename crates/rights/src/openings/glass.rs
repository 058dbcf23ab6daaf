//! `/stab/nodtilgang`: the glass is broken, with a reason and a letter to the privacy officers.

use std::sync::Arc;

use axum::{extract::State, response::Response};
use serde::Deserialize;
use values::{FreeText, Typed};
use vault::{LookSlip, Vault};
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use super::{Announcement, DANGERS, Officers, company, role_key};
use crate::{PrivacyDesk, words};

/// The form as it was typed.
#[derive(Default, Deserialize)]
pub struct Why {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    words: Typed,
    #[serde(default)]
    sure: bool,
}

#[derive(askama::Template)]
#[template(path = "openings_glass.html")]
struct Breaking {
    page: Page,
    /// What it means, with the role that is taken; none if this one may not.
    taken: Option<String>,
    /// Nobody would be told: there is no privacy officer.
    nobody: bool,
    reasons: &'static [(&'static str, &'static str)],
    typed: Why,
    errors: Errors,
}

/// Whether nobody would be told. A house that does not say who its officers are is not asked.
async fn nobody(app: &App) -> Result<bool, Error> {
    match app.service::<Arc<dyn PrivacyDesk>>() {
        Ok(desk) => Ok(desk.officers().await?.is_empty()),
        Err(_) => Ok(false),
    }
}

fn page_of(
    vault: &Vault,
    page: Page,
    who: Colleague,
    typed: Why,
    errors: Errors,
    nobody: bool,
) -> Result<Breaking, Error> {
    let taken = vault.declaration().break_glass(who.role);
    let minutes = vault.limits(who.role)?.glass;
    let lead = |role: web::Role| {
        let role = page.t.s(role_key(role.as_str())).to_owned();
        let args: [(&str, &dyn web::Arg); 2] = [("role", &role), ("minutes", &minutes)];
        page.t.f("openings-glass-lead", &args)
    };
    Ok(Breaking {
        taken: taken.map(lead),
        nobody,
        page,
        reasons: DANGERS,
        typed,
        errors,
    })
}

/// What it means, before it is done.
///
/// # Errors
/// When the rule table lacks a limit.
pub async fn show(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
) -> Result<Response, Error> {
    let (typed, errors) = (Why::default(), Errors::new());
    html(&page_of(
        &vault,
        page,
        who,
        typed,
        errors,
        nobody(&app).await?,
    )?)
}

/// Breaks it.
///
/// # Errors
/// [`Error::Forbidden`] for a role that may not; when the store fails. Without an officer to be told,
/// it is not done.
pub async fn broken(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    form: Signed<Why>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    if vault.declaration().break_glass(who.role).is_none() {
        return Err(Error::Forbidden);
    }
    if nobody(&app).await? {
        return html_again(&page_of(&vault, page, who, typed, errors, true)?);
    }
    let reason = DANGERS.iter().find(|(word, _)| *word == typed.reason);
    if reason.is_none() {
        errors.add("reason", "error-choice");
    }
    if !typed.sure {
        errors.add("sure", "error-unticked");
    }
    let said = errors.take("words", FreeText::parse(typed.words.as_str()));
    let (Some((reason, key)), Some(said), false) = (reason, said, errors.any()) else {
        return html_again(&page_of(&vault, page, who, typed, errors, false)?);
    };
    let slip = letters(&app, &vault, &page, who, key).await?;
    vault.break_glass(who.actor(), reason, &said, slip).await?;
    Ok(page.go_saying("/stab", "notice-openings-glass"))
}

/// The letters to the officers: role, company, chosen reason and until when; nobody's name.
async fn letters(
    app: &App,
    vault: &Vault,
    page: &Page,
    who: Colleague,
    reason: &'static str,
) -> Result<LookSlip, Error> {
    let Ok(officers) = app.service::<Arc<dyn Officers>>() else {
        return Ok(Arc::new(|_| Ok(())));
    };
    let text = app.texts.of(web::Lang::Nb);
    let now = vault.world().now();
    let until = now.plus_minutes(vault.limits(who.role)?.glass);
    let hour = until.local().strftime("%H.%M").to_string();
    let role = text.s(role_key(who.role.as_str())).to_owned();
    let employer = company(vault, who.controller.get());
    let day = words::day(now, web::Lang::Nb);
    let why = text.s(reason).to_owned();
    let link = page.address("/stab/personvern/uvanlig");
    let said = text.f(
        "openings-letter-text",
        &[
            ("role", &role),
            ("company", &employer),
            ("day", &day),
            ("time", &hour),
            ("why", &why),
            ("link", &link),
        ],
    );
    officers
        .letters(Announcement {
            subject: text.s("openings-letter-subject").to_owned(),
            text: said,
            occasion: format!("glass-{}-{}", who.staff.get(), now.millis()),
        })
        .await
}

/// Nothing but the token of the session.
#[derive(Deserialize)]
pub struct Nothing {}

/// Ends it before its time.
///
/// # Errors
/// When the store fails.
pub async fn mended(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    vault.mend_glass(who.staff).await?;
    Ok(page.go_saying("/stab/meg", "notice-openings-mended"))
}

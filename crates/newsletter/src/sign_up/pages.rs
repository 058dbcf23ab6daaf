//! `/nyhetsbrev`, and the pages behind the links of the letter that asks for a confirmation.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use declaration::vocabulary::Purpose;
use serde::Deserialize;
use values::{Email, Typed};
use vault::{Actor, LookUp, Vault};
use web::{App, Error, Errors, Form, Page, Service, WayOut, html, html_again, link_gone};

use super::SignUps;
use crate::{
    codes::{SignUp, open_stop},
    offered::{Offer, offers, wishes_typed},
    subscriber::{Came, NoTo, stop as stop_address, subscribe},
    topics::Choice,
};

/// What is typed to sign up.
#[derive(Default, Deserialize)]
pub struct TypedSignUp {
    email: Typed,
    #[serde(default)]
    topic: Vec<String>,
    #[serde(default)]
    body: Vec<String>,
    #[serde(default)]
    workshop: Option<i64>,
}

#[derive(askama::Template)]
#[template(path = "sign_up.html")]
struct Ask {
    page: Page,
    offer: Offer,
    email: Typed,
    errors: Errors,
}

#[derive(askama::Template)]
#[template(path = "sign_up_sent.html")]
struct Sent {
    page: Page,
}

#[derive(askama::Template)]
#[template(path = "sign_up_confirm.html")]
struct Confirm {
    page: Page,
    code: String,
    email: Email,
    lines: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "sign_up_done.html")]
struct Done {
    page: Page,
    /// Where what was said yes to stands, with its receipts; without language.
    receipts: String,
}

/// The link is too old, or somebody has said no meanwhile.
const GONE: (&str, &str) = ("newsletter-gone-title", "newsletter-gone-text");

static STOP: WayOut = WayOut {
    title: "newsletter-stop-title",
    lead: "newsletter-stop-lead",
    button: "newsletter-stop-button",
    class: "button--danger",
    done: ("newsletter-stopped-title", "newsletter-stopped-text"),
};

fn declared(vault: &Vault) -> Result<(), Error> {
    let declared = vault.declaration().purpose(Purpose::Newsletter).is_some();
    declared.then_some(()).ok_or(Error::Off)
}

/// What one can sign up for.
///
/// # Errors
/// When the declaration has no newsletter.
pub async fn ask(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    // Without a mail server nobody can be asked to confirm: then there is no form either.
    Service(_): Service<std::sync::Arc<SignUps>>,
    page: Page,
) -> Result<Response, Error> {
    declared(&vault)?;
    let offer = offers(&app, &vault, &page, &[], &[], None).await?;
    html(&Ask {
        page,
        offer,
        email: Typed::default(),
        errors: Errors::new(),
    })
}

/// Takes what was typed. Nothing is stored; the answer is the same whoever is meant.
///
/// # Errors
/// When newsletters cannot be sent from here.
pub async fn asked(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Service(sign_ups): Service<Arc<SignUps>>,
    page: Page,
    form: Form<TypedSignUp>,
) -> Result<Response, Error> {
    declared(&vault)?;
    let Form {
        data: typed,
        mut errors,
    } = form;
    let declaration = vault.declaration();
    let words = typed.topic.iter();
    let choices: Vec<Choice> = words
        .filter_map(|word| Choice::of_word(&declaration, word))
        .collect();
    let email = errors.take("email", Email::parse(typed.email.as_str()));
    if choices.is_empty() {
        errors.add("topic", "newsletter-error-topic");
    }
    let (Some(email), false) = (email, errors.any()) else {
        let offer = offers(&app, &vault, &page, &choices, &typed.body, typed.workshop).await?;
        return html_again(&Ask {
            page,
            offer,
            email: typed.email,
            errors,
        });
    };
    let look_up = LookUp::email(&email);
    let mut was_suppressed = false;
    for choice in &choices {
        was_suppressed |= vault
            .suppressed(choice.controller, choice.topic, &look_up)
            .await?;
    }
    let sign_up = SignUp {
        email,
        choices,
        wishes: wishes_typed(&app, &typed.body, typed.workshop).await?,
        lang: page.lang,
        version: declaration.version().to_string(),
        was_suppressed,
    };
    sign_ups.ask(&app, &vault, &sign_up)?;
    Ok(page.go("/nyhetsbrev/sendt"))
}

/// What to do now.
///
/// # Errors
/// A template that does not render.
pub async fn sent(page: Page) -> Result<Response, Error> {
    html(&Sent { page })
}

/// Shows a button and changes nothing: programs that look through mail follow its links.
///
/// # Errors
/// A template that does not render.
pub async fn confirm(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let Some(sign_up) = SignUp::open(&vault, &code) else {
        return link_gone(page, GONE);
    };
    let declaration = vault.declaration();
    let choices = sign_up.choices.iter();
    let lines = choices.map(|choice| choice.line(&page, &declaration));
    html(&Confirm {
        lines: lines.collect(),
        email: sign_up.email,
        code,
        page,
    })
}

/// The yes is given: only now something is stored.
///
/// # Errors
/// When the store fails.
pub async fn confirmed(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let Some(sign_up) = SignUp::open(&vault, &code) else {
        return link_gone(page, GONE);
    };
    // "Never write to me" came after this was asked for: the older wish gives way.
    let look_up = LookUp::email(&sign_up.email);
    for choice in &sign_up.choices {
        let suppressed = vault
            .suppressed(choice.controller, choice.topic, &look_up)
            .await?;
        if suppressed && !sign_up.was_suppressed {
            return link_gone(page, GONE);
        }
    }
    let came = Came {
        form: "newsletter",
        lang: sign_up.lang,
        at: page.now(),
        actor: Actor::Visitor,
    };
    let subject = subscribe(
        &vault,
        &sign_up.email,
        &sign_up.choices,
        &sign_up.wishes,
        &sign_up.version,
        came,
    )
    .await?;
    html(&Done {
        receipts: customers::consent_link(&vault, subject)?,
        page,
    })
}

/// "It was not me": shows a button and changes nothing.
///
/// # Errors
/// A template that does not render.
pub async fn stop(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    if open_stop(&vault, &code).is_none() {
        return link_gone(page, GONE);
    }
    STOP.ask(page)
}

/// Nobody writes to that address again, and the sign-up that waits is void (RFC 8058: no cookie, no
/// token, no redirect).
///
/// # Errors
/// When the store fails.
pub async fn stopped(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let Some(email) = open_stop(&vault, &code) else {
        return link_gone(page, GONE);
    };
    let subject = vault.find(&LookUp::email(&email)).await?;
    let came = Came {
        form: "newsletter-link",
        lang: page.lang,
        at: page.now(),
        actor: subject.map_or(Actor::Visitor, crate::subscriber::own_actor),
    };
    stop_address(&vault, subject, &email, NoTo::Everything, came).await?;
    STOP.done(page)
}

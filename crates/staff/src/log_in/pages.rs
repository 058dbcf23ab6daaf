//! The pages of logging in and out.

use std::time::Duration;

use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
};
use declaration::vocabulary::Role;
use serde::Deserialize;
use values::{Email, Typed};
use vault::Vault;
use web::{
    App, Area, Error, Errors, Form, Page, Service, Signed, Visitor, html, html_again, local_path,
};

use super::{send_to, use_up, whose};
use crate::letter::Wording;

/// An answer takes at least this long, so that its time does not tell whether an address is known.
const FLOOR: Duration = Duration::from_millis(250);

/// Where the visitor was going.
#[derive(Default, Deserialize)]
pub struct Going {
    #[serde(default)]
    til: String,
}

/// What is typed at log-in.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asking {
    email: Typed,
    til: String,
}

#[derive(askama::Template)]
#[template(path = "log_in.html")]
struct Ask {
    page: Page,
    typed: Asking,
    errors: Errors,
}

#[derive(askama::Template)]
#[template(path = "log_in_sent.html")]
struct Sent {
    page: Page,
}

#[derive(askama::Template)]
#[template(path = "log_in_enter.html")]
struct Enter {
    page: Page,
    code: String,
    til: String,
}

/// The page that asks for an address; in a house without staff, the way to the first run.
///
/// # Errors
/// When the store fails.
pub async fn ask(
    Service(vault): Service<Vault>,
    page: Page,
    Query(going): Query<Going>,
) -> Result<Response, Error> {
    if crate::is_empty(&vault).await? {
        return Ok(page.go("/forste-gang"));
    }
    let typed = Asking {
        email: Typed::default(),
        til: going.til,
    };
    html(&Ask {
        page,
        typed,
        errors: Errors::new(),
    })
}

/// Sends a link to whoever works here under the address, and says the same to everybody.
///
/// # Errors
/// When the vault fails.
pub async fn asked(
    Service(vault): Service<Vault>,
    page: Page,
    form: Form<Asking>,
) -> Result<Response, Error> {
    let Form {
        data: typed,
        mut errors,
    } = form;
    let Some(email) = errors.take("email", Email::parse(typed.email.as_str())) else {
        return html_again(&Ask {
            page,
            typed,
            errors,
        });
    };
    let words = Wording::log_in(&page, &typed.til);
    let (sent, ()) = tokio::join!(send_to(&vault, &email, &words), tokio::time::sleep(FLOOR));
    sent?;
    html(&Sent { page })
}

/// The button behind a link: programs that follow links in letters do not use it up.
///
/// # Errors
/// [`Error::Gone`] for a link that opens nothing any more.
pub async fn enter(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
    Query(going): Query<Going>,
) -> Result<Response, Error> {
    whose(&vault, &code).await?.ok_or(Error::Gone)?;
    html(&Enter {
        page,
        code,
        til: going.til,
    })
}

/// Logs in and uses the link up.
///
/// # Errors
/// [`Error::Gone`] for a link that opens nothing any more; [`Error::Conflict`] when the declaration does not
/// have the member's legal entity (clause C25).
pub async fn entered(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
    form: Form<Going>,
) -> Result<Response, Error> {
    let post = whose(&vault, &code).await?.ok_or(Error::Gone)?;
    let Some(colleague) = post.colleague(&vault.declaration()) else {
        return Err(Error::Conflict("staff-no-controller"));
    };
    if !use_up(&vault, &code).await? {
        return Err(Error::Gone);
    }
    let visitor = Visitor::Staff(colleague);
    let mut answer = go_in(page, visitor, &form.data.til);
    web::log_in(&app, visitor, answer.headers_mut()).await?;
    if !crate::members::post(&vault, post.id).await?.active() {
        app.sessions.end_all(post.id).await?;
        return Err(Error::Gone);
    }
    Ok(answer)
}

/// Where a member goes after log-in: where they were going, or the first page of their role.
fn go_in(mut page: Page, visitor: Visitor, til: &str) -> Response {
    let asked = local_path(til).filter(|path| web::split(path).1 != "/stab");
    if let Some(path) = asked {
        page.l = "";
        return page.go(path);
    }
    page.visitor = visitor;
    let own = match visitor.role() {
        Some(Role::Reception) => "/stab",
        Some(Role::Technician) => "/stab/verksted",
        Some(Role::Claims) => "/stab/reklamasjon",
        Some(Role::Privacy) => "/stab/personvern",
        Some(Role::Admin) => "/stab/ansatte",
        Some(Role::Marketing) => "/stab/nyhetsbrev",
        Some(Role::Operator) => "/stab/drift",
        _ => ME,
    };
    // A feature that is off has no page to go to.
    let there = page
        .nav(Area::Desk)
        .iter()
        .any(|link| web::split(&link.href).1 == own);
    page.go(if there { own } else { ME })
}

const ME: &str = "/stab/meg";

/// Logs out.
///
/// # Errors
/// When the store does not answer.
pub async fn leave(
    State(app): State<App>,
    page: Page,
    headers: HeaderMap,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    let mut answer = page.go_saying("/stab/logg-inn", "notice-staff-out");
    web::log_out(&app, &headers, answer.headers_mut()).await?;
    Ok(answer)
}

/// A form without fields of its own.
#[derive(Deserialize)]
pub struct Nothing {}

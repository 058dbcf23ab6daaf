//! Pages of log-in.

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use declaration::vocabulary::Purpose;
use serde::Deserialize;
use values::{Email, SubjectId, Typed};
use vault::{Actor, Vault};
use web::{
    App, Error, Errors, Form, Me, Page, Service, Signed, Visitor, html, html_again, html_with,
};

use super::{
    chore::{note_asked, onward},
    link::{holder, spend},
};
use crate::account::{account_of, open_account, seen};

/// What is typed to get a link.
#[derive(Default, Deserialize)]
pub struct TypedEmail {
    email: Typed,
    #[serde(default)]
    til: String,
}

/// Where the log-in leads on to.
#[derive(Default, Deserialize)]
pub struct Onward {
    #[serde(default)]
    til: String,
}

/// A form with a button and where to go on to.
#[derive(Deserialize)]
pub struct Button {
    #[serde(default)]
    til: String,
}

#[derive(askama::Template)]
#[template(path = "log_in.html")]
struct Ask {
    page: Page,
    typed: TypedEmail,
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
    has_account: bool,
}

#[derive(askama::Template)]
#[template(path = "log_in_gone.html")]
struct Gone {
    page: Page,
}

/// An account is a feature of the declaration.
fn declared(vault: &Vault) -> Result<(), Error> {
    let declared = vault.declaration().purpose(Purpose::Account).is_some();
    declared.then_some(()).ok_or(Error::Off)
}

/// Asks for the e-mail.
///
/// # Errors
/// When the declaration has no accounts.
pub async fn ask(
    Service(vault): Service<Vault>,
    page: Page,
    Query(Onward { til }): Query<Onward>,
) -> Result<Response, Error> {
    declared(&vault)?;
    if page.visitor.me().is_some() {
        return Ok(page.go("/min-side"));
    }
    let typed = TypedEmail {
        email: Typed::default(),
        til: onward(Some(&til)).to_owned(),
    };
    html(&Ask {
        page,
        typed,
        errors: Errors::new(),
    })
}

/// Takes the e-mail. The answer is the same whoever is meant.
///
/// # Errors
/// When the store fails.
pub async fn send(
    Service(vault): Service<Vault>,
    page: Page,
    form: Form<TypedEmail>,
) -> Result<Response, Error> {
    declared(&vault)?;
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
    note_asked(&vault, &email, page.lang, Some(&typed.til)).await?;
    Ok(page.go("/logg-inn/sendt"))
}

/// What to do now.
///
/// # Errors
/// A template that does not render.
pub async fn sent(page: Page) -> Result<Response, Error> {
    html(&Sent { page })
}

/// Shows a button and uses nothing up: programs that look through mail follow its links.
///
/// # Errors
/// When the store fails.
pub async fn open(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
    Query(Onward { til }): Query<Onward>,
) -> Result<Response, Error> {
    let Some(subject) = holder(&vault, &code).await? else {
        return html_with(StatusCode::GONE, &Gone { page });
    };
    let has_account = account_of(&vault, subject).await?.is_some();
    html(&Enter {
        page,
        code,
        til: onward(Some(&til)).to_owned(),
        has_account,
    })
}

/// Logs in, and opens the account if there is none: the page before said so.
///
/// # Errors
/// When the store fails.
pub async fn enter(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
    form: Form<Button>,
) -> Result<Response, Error> {
    let Some(subject) = holder(&vault, &code).await? else {
        return html_with(StatusCode::GONE, &Gone { page });
    };
    if is_forgotten(&vault, subject).await? || !spend(&vault, &code).await? {
        return html_with(StatusCode::GONE, &Gone { page });
    }
    let actor = Actor::Link {
        subject,
        purpose: Purpose::Account,
    };
    let known = account_of(&vault, subject).await?;
    let account = open_account(&vault, subject, actor, page.lang).await?;
    seen(&vault, account).await?;
    let mut answer = match onward(Some(&form.data.til)) {
        "" if known.is_none() => page.go_saying("/min-side", "notice-account-opened"),
        "" => page.go("/min-side"),
        // The address has its language already.
        til => axum::response::IntoResponse::into_response(axum::response::Redirect::to(til)),
    };
    let visitor = Visitor::Subject(Me { subject, account });
    web::log_in(&app, visitor, answer.headers_mut()).await?;
    Ok(answer)
}

async fn is_forgotten(vault: &Vault, subject: SubjectId) -> Result<bool, Error> {
    let known = vault.subject(subject).await?;
    Ok(known.is_none_or(|(_, forgotten)| forgotten.is_some()))
}

/// Logs out.
///
/// # Errors
/// When the store fails.
pub async fn leave(
    State(app): State<App>,
    page: Page,
    request: HeaderMap,
    _: Signed<Button>,
) -> Result<Response, Error> {
    let mut answer = page.go_saying("/logg-inn", "notice-logged-out");
    web::log_out(&app, &request, answer.headers_mut()).await?;
    Ok(answer)
}

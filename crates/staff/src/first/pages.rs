//! The page of the first run.

use std::sync::Arc;

use axum::{extract::State, response::Response};
use declaration::{Controller, Declaration, vocabulary::Role};
use serde::Deserialize;
use values::{ControllerId, Email, PersonName, SubjectId, Typed};
use vault::{Actor, Personal, Vault};
use web::{App, Error, Errors, Form, Page, Service, Visitor, html, html_again};

use super::{is_empty, tag_of};
use crate::{
    StaffError,
    members::{NewMember, StaffMember, add_as},
};

/// What is typed on the first run.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Beginning {
    code: Typed,
    name: Typed,
    email: Typed,
    controller: i64,
}

#[derive(askama::Template)]
#[template(path = "first.html")]
struct First {
    page: Page,
    declaration: Arc<Declaration>,
    typed: Beginning,
    errors: Errors,
}

impl First {
    fn controllers(&self) -> &[Controller] {
        self.declaration.controllers()
    }
}

/// The page, while nobody works here.
///
/// # Errors
/// [`Error::NotFound`] once somebody does.
pub async fn begin(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    if !is_empty(&vault).await? {
        return Err(Error::NotFound);
    }
    let declaration = vault.declaration();
    html(&First {
        page,
        declaration,
        typed: Beginning::default(),
        errors: Errors::new(),
    })
}

/// Makes the first administrator and lets them in.
///
/// # Errors
/// [`Error::NotFound`] once somebody works here; a failure of the vault.
pub async fn begun(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    form: Form<Beginning>,
) -> Result<Response, Error> {
    if !is_empty(&vault).await? {
        return Err(Error::NotFound);
    }
    let Form {
        data: typed,
        mut errors,
    } = form;
    let name = errors.take("name", PersonName::parse(typed.name.as_str()));
    let email = errors.take("email", Email::parse(typed.email.as_str()));
    let controller = ControllerId::from_raw(typed.controller);
    let declaration = vault.declaration();
    if declaration.controller(controller).is_none() {
        errors.add("controller", "error-choice");
    }
    if typed.code.is_blank() {
        errors.add("code", "error-missing");
    }
    let (Some(name), Some(email), false) = (name, email, errors.any()) else {
        return html_again(&First {
            page,
            declaration,
            typed,
            errors,
        });
    };
    let who = Personal::new(StaffMember { name, email });
    let new = NewMember {
        who,
        role: Role::Admin,
        controller,
    };
    let tag = tag_of(&vault, typed.code.as_str());
    match add_as(&vault, Actor::Chore("first run"), &new, Some(tag)).await {
        Ok(staff) => let_in(&app, &page, staff, controller).await,
        Err(StaffError::WrongCode) => {
            errors.add("code", "staff-wrong-code");
            html_again(&First {
                page,
                declaration,
                typed,
                errors,
            })
        }
        Err(error) => Err(error.into()),
    }
}

/// The new administrator is logged in and led on.
async fn let_in(
    app: &App,
    page: &Page,
    staff: SubjectId,
    controller: ControllerId,
) -> Result<Response, Error> {
    let visitor = Visitor::Staff(web::Colleague {
        staff,
        role: Role::Admin,
        controller,
    });
    let mut answer = page.go_saying("/stab/ansatte", "notice-staff-first");
    web::log_in(app, visitor, answer.headers_mut()).await?;
    Ok(answer)
}

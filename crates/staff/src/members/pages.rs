//! The pages on which an administrator keeps the staff.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use declaration::{Declaration, vocabulary::Role};
use serde::Deserialize;
use values::{ControllerId, Email, PersonName, SubjectId, Typed};
use vault::{Personal, Vault};
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use super::{Member, NewMember, StaffMember, add_as, end_work, list, open, post};
use crate::{
    StaffError,
    letter::Wording,
    log_in::{ASKED_FOR, WELCOME, send},
    rights::{RoleRights, lang},
};

/// What is typed to add somebody.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Adding {
    name: Typed,
    email: Typed,
    role: String,
    controller: i64,
}

/// A form without fields of its own.
#[derive(Deserialize)]
pub struct Nothing {}

#[derive(askama::Template)]
#[template(path = "members.html")]
struct Staff {
    page: Page,
    members: Vec<Member>,
    roles: Vec<RoleRights>,
    declaration: Arc<Declaration>,
    typed: Adding,
    errors: Errors,
}

impl Staff {
    async fn load(
        vault: &Vault,
        page: Page,
        who: Colleague,
        typed: Adding,
        errors: Errors,
    ) -> Result<Self, Error> {
        let declaration = vault.declaration();
        Ok(Self {
            members: list(vault, who.actor()).await?,
            roles: RoleRights::all(&declaration, lang(page.lang)),
            declaration,
            page,
            typed,
            errors,
        })
    }

    /// Those who work here, or those who have left.
    fn those(&self, active: bool) -> Vec<&Member> {
        self.members
            .iter()
            .filter(|member| member.post.active() == active)
            .collect()
    }

    fn controller(&self, id: &ControllerId) -> Option<&str> {
        self.declaration
            .controller(*id)
            .map(|one| one.name.as_str())
    }

    fn title(&self, role: &Option<Role>) -> &str {
        let told = self.roles.iter().find(|one| Some(one.role) == *role);
        told.map_or("–", |one| one.title.as_str())
    }

    /// What a role may and may not see, under its name.
    fn told(&self, role: &RoleRights) -> String {
        let t = &self.page.t;
        let mut told = match role.sees.as_slice() {
            [] => format!("{} {}.", t.s("staff-sees"), t.s("staff-sees-nothing")),
            names => format!("{} {}.", t.s("staff-sees"), in_a_row(names)),
        };
        if !role.never.is_empty() {
            told.push_str(&format!(
                "\n{} {}.",
                t.s("staff-never"),
                in_a_row(&role.never)
            ));
        }
        told
    }

    /// Whether the reader is still alone: the page then says what comes next.
    fn alone(&self) -> bool {
        self.members.len() == 1
    }
}

/// Names of categories inside a sentence.
fn in_a_row(names: &[&str]) -> String {
    let lower = |name: &&str| {
        let mut chars = name.chars();
        let first = chars.next().into_iter().flat_map(char::to_lowercase);
        first.chain(chars).collect::<String>()
    };
    names.iter().map(lower).collect::<Vec<_>>().join(", ")
}

#[derive(askama::Template)]
#[template(path = "member_end.html")]
struct End {
    page: Page,
    id: SubjectId,
    who: Personal<StaffMember>,
}

/// Everybody, and the form to add somebody.
///
/// # Errors
/// When the vault fails.
pub async fn list_page(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
) -> Result<Response, Error> {
    html(&Staff::load(&vault, page, who, Adding::default(), Errors::new()).await?)
}

/// Adds somebody and sends them a letter with a link.
///
/// # Errors
/// When the vault fails.
pub async fn added(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    form: Signed<Adding>,
) -> Result<Response, Error> {
    let Signed {
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
    let role = Role::from_name(&typed.role).filter(|role| {
        declaration
            .source()
            .roles
            .iter()
            .any(|one| one.id == role.as_str())
    });
    if role.is_none() {
        errors.add("role", "error-choice");
    }
    let (Some(name), Some(email), Some(role), false) = (name, email, role, errors.any()) else {
        return html_again(&Staff::load(&vault, page, who, typed, errors).await?);
    };
    let who_new = Personal::new(StaffMember { name, email });
    let new = NewMember {
        who: who_new,
        role,
        controller,
    };
    match add_as(&vault, who.actor(), &new, None).await {
        Ok(id) => {
            let words = Wording::welcome(&page);
            send(&vault, who.actor(), id, &new.who.email, WELCOME, &words).await?;
            Ok(page.go_saying("/stab/ansatte", "notice-staff-added"))
        }
        Err(StaffError::Taken) => {
            errors.add("email", "error-taken");
            html_again(&Staff::load(&vault, page, who, typed, errors).await?)
        }
        Err(error) => Err(error.into()),
    }
}

/// Asks whether somebody's work here is to end.
///
/// # Errors
/// [`Error::NotFound`] for nobody, or somebody who has left.
pub async fn end(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
) -> Result<Response, Error> {
    let id = SubjectId::from_raw(id);
    if !post(&vault, id).await?.active() {
        return Err(Error::NotFound);
    }
    let (_, member) = open(&vault, who.actor(), id).await?;
    html(&End {
        page,
        id,
        who: member,
    })
}

/// Ends it; sessions are closed at once.
///
/// # Errors
/// [`Error::NotFound`], or [`Error::Conflict`] for the last administrator.
pub async fn ended(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    let id = SubjectId::from_raw(id);
    end_work(&vault, who.actor(), id).await?;
    app.sessions.end_all(id).await?;
    Ok(page.go_saying("/stab/ansatte", "notice-staff-ended"))
}

/// Sends a member a new log-in link. It goes to their address only: nobody logs in as somebody else.
///
/// # Errors
/// [`Error::NotFound`] for nobody, or somebody who has left.
pub async fn link_sent(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    let id = SubjectId::from_raw(id);
    if !post(&vault, id).await?.active() {
        return Err(Error::NotFound);
    }
    let (_, member) = open(&vault, who.actor(), id).await?;
    let words = Wording::log_in(&page, "");
    send(&vault, who.actor(), id, &member.email, ASKED_FOR, &words).await?;
    Ok(page.go_saying("/stab/ansatte", "notice-staff-link"))
}

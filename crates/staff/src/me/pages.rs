//! The page about oneself.

use axum::response::Response;
use declaration::vocabulary::{Category, purpose};
use vault::{Actor, Ask, Permit, Personal, Vault};
use web::{Colleague, Error, Page, Service, html};

use crate::{
    members::{CASE, Post, StaffMember, newest, post},
    rights::{RoleRights, lang},
};

#[derive(askama::Template)]
#[template(path = "me.html")]
struct Mine {
    page: Page,
    who: Option<Personal<StaffMember>>,
    post: Post,
    controller: String,
    rights: RoleRights,
    notice: String,
    /// Whether the role may break the glass, so that the way there is shown.
    glass: bool,
}

/// Name, address, employer and rights of whoever is logged in.
///
/// # Errors
/// When the vault fails.
pub async fn show(
    Service(vault): Service<Vault>,
    page: Page,
    me: Colleague,
) -> Result<Response, Error> {
    let declaration = vault.declaration();
    // About oneself: nothing is opened by another, so nothing is logged.
    let ask = Ask::open(Actor::Subject(me.staff), me.staff).of(&[Category::Staff]);
    let permit: Permit<purpose::Rights> = vault.permit(ask.case(CASE, me.staff.get())).await?;
    let sealed = vault.store().read(move |db| newest(db, me.staff)).await?;
    let who = sealed
        .map(|sealed| vault.open(&permit, &sealed))
        .transpose()?;
    let lang = lang(page.lang);
    let notice = declaration.source().notices.staff.as_ref();
    html(&Mine {
        who,
        post: post(&vault, me.staff).await?,
        controller: declaration
            .controller(me.controller)
            .map_or_else(String::new, |one| one.name.clone()),
        rights: RoleRights::of(&declaration, me.role, lang),
        glass: declaration.break_glass(me.role).is_some(),
        notice: notice.map_or_else(String::new, |text| text.in_lang(lang).to_owned()),
        page,
    })
}

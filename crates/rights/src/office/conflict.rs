//! Two officers on one case: the second is told who has done what, and keeps what they typed.

use axum::{http::StatusCode, response::Response};
use values::{Moment, RightsRequestId};
use vault::Vault;
use web::{Colleague, Error, Page, html_with};

use crate::{
    requests::{self, Request},
    words,
};

#[derive(askama::Template)]
#[template(path = "conflict.html")]
struct Conflict {
    page: Page,
    request: Request,
    who: String,
    what: String,
    at: Moment,
    typed: String,
}

/// The page that says so: 409, with what was typed.
///
/// # Errors
/// When the case is not there, or the store fails.
pub(crate) async fn page(
    vault: &Vault,
    page: Page,
    colleague: Colleague,
    id: i64,
    typed: &str,
) -> Result<Response, Error> {
    let id = RightsRequestId::from_raw(id);
    let request = requests::one(vault, id).await?.ok_or(Error::NotFound)?;
    let events = requests::events(vault, id).await?;
    let last = events.iter().rev().find(|event| event.what.is_change());
    let staff = last.and_then(|event| event.staff);
    let who = match staff {
        Some(staff) if staff == colleague.staff => Some(page.t.s("rights-who-yourself").to_owned()),
        Some(staff) => {
            words::staff_field(vault, colleague.actor(), staff, id.get(), "name").await?
        }
        None => last.map(|event| words::actor(&page.t, &event.actor_kind)),
    };
    let conflict = Conflict {
        who: who.unwrap_or_else(|| page.t.s("rights-who-colleague").to_owned()),
        what: last.map_or_else(String::new, |event| page.t.s(event.what.key()).to_owned()),
        at: last.map_or(request.registered_at, |event| event.at),
        typed: typed.to_owned(),
        request,
        page,
    };
    html_with(StatusCode::CONFLICT, &conflict)
}

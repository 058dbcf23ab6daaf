//! `/nyhetsbrev/arkiv`: what was sent, for everybody to read.

use axum::{extract::Path, response::Response};
use store::Db;
use vault::Vault;
use web::{Error, Page, Service, html};

use crate::{
    campaign::{self, Campaign, State},
    letter::render,
};

struct Line {
    id: i64,
    subject: String,
    when: String,
    about: String,
}

#[derive(askama::Template)]
#[template(path = "archive.html")]
struct All {
    page: Page,
    lines: Vec<Line>,
}

#[derive(askama::Template)]
#[template(path = "archive_one.html")]
struct One {
    page: Page,
    subject: String,
    lang: &'static str,
    when: String,
    about: String,
    /// Made by our own renderer of Markdown: no HTML of anybody's gets through it.
    body: String,
}

fn when(page: &Page, campaign: &Campaign) -> String {
    campaign
        .started_at
        .map_or_else(String::new, |at| page.on_day(at))
}

/// All that were sent.
///
/// # Errors
/// When the store fails.
pub async fn all(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    let campaigns = campaign::archive(&vault).await?;
    let line = |campaign: &Campaign| Line {
        id: campaign.id,
        subject: campaign.subject.clone(),
        when: when(&page, campaign),
        about: campaign.about.line(&page, &vault.declaration()),
    };
    let lines = campaigns.iter().map(line).collect();
    html(&All { page, lines })
}

/// One of them.
///
/// # Errors
/// When there is none of that number in the archive.
pub async fn one(
    Service(vault): Service<Vault>,
    page: Page,
    Path(id): Path<i64>,
) -> Result<Response, Error> {
    let read = move |db: &mut dyn Db| {
        let Some(found) = campaign::get(db, id)? else {
            return Ok(None);
        };
        let text = campaign::text(db, id, found.sends)?;
        Ok(text.map(|text| (found, text)))
    };
    let (found, text) = vault.store().read(read).await?.ok_or(Error::NotFound)?;
    // One that waits half-way has reached people, and its link stands in their letters.
    let is_out = matches!(found.state, State::Running | State::Paused | State::Done);
    if !found.open || !is_out || found.started_at.is_none() {
        return Err(Error::NotFound);
    }
    html(&One {
        subject: text.subject,
        lang: found.lang.tag(),
        when: when(&page, &found),
        about: found.about.line(&page, &vault.declaration()),
        body: render(&text.body).html,
        page,
    })
}

//! `/samtykke/{code}`: the way out of every letter, without log-in. Whoever holds the link sees which
//! topics it is about and never whose they are. Showing changes nothing (mail programs fetch links);
//! a button acts.

use axum::{extract::Path, http::StatusCode, response::Response};
use serde::Deserialize;
use values::{Moment, SubjectId};
use vault::{Actor, Vault, VaultError};
use web::{Error, Form, Page, Service, html_with};

use super::{
    Decision,
    enter::{Came, Entry, enter, present_address},
    pages::{Past, Said, about, past_lines, seen},
    stands,
    view::{Entity, entities},
};

const USE: &str = "consent-link";
const FORM: &str = "link";

/// The link of a person, without language: `/samtykke/{code}`. It is good as long as the house stands,
/// and says nothing to others.
///
/// # Errors
/// When sealing fails.
pub fn link_for(vault: &Vault, subject: SubjectId) -> Result<String, VaultError> {
    let code = vault.seal_token(USE, &subject.get().to_le_bytes(), Moment::FOREVER)?;
    Ok(format!("/samtykke/{code}"))
}

pub(super) fn holder(vault: &Vault, code: &str) -> Option<SubjectId> {
    let bytes = vault.open_token(USE, code)?;
    let bytes: [u8; 8] = bytes.as_slice().try_into().ok()?;
    Some(SubjectId::from_raw(i64::from_le_bytes(bytes)))
}

/// What was pressed: one answer, or everything.
#[derive(Deserialize)]
pub struct Pressed {
    #[serde(default)]
    everything: bool,
    #[serde(default)]
    controller: i64,
    #[serde(default)]
    topic: String,
    #[serde(default)]
    channel: String,
    #[serde(default)]
    yes: bool,
    #[serde(default)]
    shown: String,
}

#[derive(askama::Template)]
#[template(path = "consent_link.html")]
struct Shown {
    page: Page,
    code: String,
    entities: Vec<Entity>,
    done: &'static str,
    gone: bool,
    /// What was answered, newest first, each with its receipt.
    past: Vec<Past>,
}

async fn shown(
    vault: &Vault,
    page: Page,
    code: String,
    done: &'static str,
) -> Result<Response, Error> {
    let subject = holder(vault, &code);
    let lines = match subject {
        Some(subject) => vault.consents_standing(subject).await?,
        None => Vec::new(),
    };
    let mut entities = entities(&page, vault, &lines).await?;
    for entity in &mut entities {
        entity.choices.retain(|row| row.said_yes());
    }
    entities.retain(|entity| !entity.choices.is_empty());
    let status = if subject.is_none() {
        StatusCode::NOT_FOUND
    } else {
        StatusCode::OK
    };
    let gone = subject.is_none();
    let past = match subject {
        Some(subject) => past_lines(&page, vault, &vault.consents_of(subject).await?),
        None => Vec::new(),
    };
    html_with(
        status,
        &Shown {
            page,
            code,
            entities,
            done,
            gone,
            past,
        },
    )
}

/// Shows the topics and two sorts of buttons, and changes nothing.
///
/// # Errors
/// When the store fails.
pub async fn open(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    shown(&vault, page, code, "").await
}

/// Carries out what was pressed. The second time is as good as the first.
///
/// # Errors
/// When there is no such topic, or the store fails.
pub async fn acted(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
    form: Form<Pressed>,
) -> Result<Response, Error> {
    let Some(subject) = holder(&vault, &code) else {
        return shown(&vault, page, code, "").await;
    };
    let pressed = form.data;
    let came = Came::now(FORM, actor(subject), page.lang);
    if pressed.everything {
        return match super::withdraw_everything(&vault, subject, came).await {
            // Whoever is forgotten has nothing left to stop.
            Ok(()) | Err(VaultError::Gone) => {
                shown(&vault, page, code, "notice-consent-none").await
            }
            Err(error) => Err(error.into()),
        };
    }
    let done = one(&vault, &page, subject, came, pressed).await?;
    shown(&vault, page, code, done).await
}

async fn one(
    vault: &Vault,
    page: &Page,
    subject: SubjectId,
    came: Came,
    pressed: Pressed,
) -> Result<&'static str, Error> {
    let declaration = vault.declaration();
    let said = Said {
        controller: pressed.controller,
        topic: pressed.topic,
        channel: pressed.channel,
        yes: pressed.yes,
        shown: pressed.shown,
        as_customer: false,
    };
    let about = about(&declaration, &said)?;
    let lines = vault.consents_standing(subject).await?;
    // A link renews what was said yes to before; it gives nothing new.
    let renews = super::given(&lines).contains(&about) && !stands(&declaration, &lines, about);
    if said.yes && !renews {
        return Err(Error::NotFound);
    }
    if !seen(&declaration, about, &said, page) {
        return Ok("notice-consent-words");
    }
    let address = if said.yes {
        Some(
            present_address(vault, subject)
                .await?
                .ok_or(Error::NotFound)?,
        )
    } else {
        None
    };
    let entry = Entry {
        subject,
        decisions: &[Decision {
            about,
            yes: said.yes,
        }],
        stop_all: false,
        came,
        address: address.as_ref(),
        typed: &[],
    };
    match enter(vault, &entry).await {
        Ok(()) | Err(VaultError::Gone) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(if said.yes {
        "notice-consent-given"
    } else {
        "notice-consent-withdrawn"
    })
}

const fn actor(subject: SubjectId) -> Actor {
    Actor::Link {
        subject,
        purpose: declaration::vocabulary::Purpose::Newsletter,
    }
}

//! The switches, by the link of a letter and in the profile.

use axum::{extract::Path, response::Response};
use serde::Deserialize;
use values::SubjectId;
use vault::{ServiceMessage, Vault, VaultError};
use web::{Error, Form, Me, Page, Service, Signed, html};

use super::{holder, kinds};

/// One kind, and how it stands.
pub(crate) struct Switch {
    pub kind: ServiceMessage,
    /// Whether it is sent.
    pub on: bool,
}

impl Switch {
    pub fn title(&self) -> &'static str {
        title(self.kind)
    }

    pub fn about(&self) -> &'static str {
        match self.kind {
            ServiceMessage::Ready => "service-ready-about",
            ServiceMessage::Reminder => "service-reminder-about",
            ServiceMessage::Recall => "service-recall-about",
        }
    }

    pub fn button(&self) -> &'static str {
        match (self.on, self.kind) {
            (true, ServiceMessage::Ready) => "service-ready-stop",
            (true, _) => "service-stop",
            (false, _) => "service-again",
        }
    }
}

/// What a kind is called: the key of a message.
#[must_use]
pub const fn title(kind: ServiceMessage) -> &'static str {
    match kind {
        ServiceMessage::Ready => "service-ready",
        ServiceMessage::Reminder => "service-reminder",
        ServiceMessage::Recall => "service-recall",
    }
}

/// How every kind that this house sends stands for somebody.
pub(crate) async fn switches(vault: &Vault, subject: SubjectId) -> Result<Vec<Switch>, VaultError> {
    let noes = vault.service_noes(subject).await?;
    let kinds = kinds(&vault.declaration()).into_iter();
    let switch = |kind| Switch {
        on: !noes.contains(&kind),
        kind,
    };
    Ok(kinds.map(switch).collect())
}

/// What was pressed.
#[derive(Deserialize)]
pub struct Pressed {
    kind: String,
    /// Whether it is to be sent.
    on: bool,
}

/// Carries out what was pressed; what to say about it. The second time is as good as the first.
async fn press(
    vault: &Vault,
    subject: SubjectId,
    pressed: &Pressed,
) -> Result<&'static str, Error> {
    let kind = ServiceMessage::from_name(&pressed.kind);
    let sent = kind.filter(|kind| kinds(&vault.declaration()).contains(kind));
    let kind = sent.ok_or(Error::NotFound)?;
    if !pressed.on {
        vault.stop_service(subject, kind).await?;
        return Ok(match kind {
            ServiceMessage::Ready => "notice-service-ready-stopped",
            _ => "notice-service-stopped",
        });
    }
    vault.resume_service(subject, kind).await?;
    Ok(match kind {
        ServiceMessage::Reminder => "notice-service-reminder-again",
        _ => "notice-service-again",
    })
}

#[derive(askama::Template)]
#[template(path = "service.html")]
struct Show {
    page: Page,
    action: String,
    switches: Vec<Switch>,
}

/// The switches, that of the letter first. Looking changes nothing: programs that look through mail follow
/// links.
///
/// # Errors
/// When the store fails.
pub async fn show(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let action = format!("/meldinger/{code}");
    let Some((subject, kind)) = holder(&vault, &code) else {
        return web::unknown_link(page);
    };
    let mut switches = switches(&vault, subject).await?;
    switches.sort_by_key(|one| one.kind != kind);
    html(&Show {
        page,
        action,
        switches,
    })
}

/// One switch. The code in the address is the key; no session.
///
/// # Errors
/// When there is no such kind, or the store fails.
pub async fn answer(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
    form: Form<Pressed>,
) -> Result<Response, Error> {
    let (subject, _) = holder(&vault, &code).ok_or(Error::NotFound)?;
    let notice = press(&vault, subject, &form.data).await?;
    Ok(page.go_saying(&format!("/meldinger/{code}"), notice))
}

/// One switch of the person who is logged in.
///
/// # Errors
/// When there is no such kind, or the store fails.
pub async fn choose(
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    form: Signed<Pressed>,
) -> Result<Response, Error> {
    let notice = press(&vault, me.subject, &form.data).await?;
    Ok(page.go_saying("/min-side/profil", notice))
}

//! What is done with a campaign: a test to oneself, send, schedule, pause, go on, end.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use serde::Deserialize;
use values::Moment;
use vault::Vault;
use web::{App, Colleague, Error, Page, Service, Signed};

use super::{compose::load, own_address};
use crate::{
    campaign::{self, Act},
    codes::Out,
    compose::{ends, head},
    letter::{Ends, Heading, bytes, faults},
    queue::Postal,
    sending::{Envelope, Outcome},
};

/// What is pressed.
#[derive(Deserialize)]
pub struct Pressed {
    act: String,
    #[serde(default)]
    at: String,
}

/// A button only.
#[derive(Deserialize)]
pub struct Button {}

/// Where the office for sending is kept in the house; empty while no mail server is named.
#[derive(Clone, Default)]
pub struct Office(Arc<std::sync::OnceLock<Arc<Postal>>>);

impl Office {
    /// Nobody there yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens it.
    pub fn open(&self, postal: Arc<Postal>) {
        // A second one for the same house would be a mistake of assembly; the first stands.
        let _ = self.0.set(postal);
    }

    /// How mail leaves, once the office is open.
    pub(super) fn mail(&self) -> Option<&letters::MailSettings> {
        self.0.get().map(|postal| &postal.mail)
    }

    fn postal(&self) -> Result<&Arc<Postal>, Error> {
        self.0.get().ok_or(Error::Off)
    }
}

/// The instant that was typed, in Norwegian time; now when nothing was.
fn typed_at(typed: &str, now: Moment) -> Option<Moment> {
    if typed.is_empty() {
        return Some(now);
    }
    let at: jiff::civil::DateTime = typed.parse().ok()?;
    let at = Moment::at_local(at.date(), at.hour(), at.minute());
    Some(if at < now { now } else { at })
}

/// Does it.
///
/// # Errors
/// When it cannot be done as the campaign stands.
pub async fn act(
    Service(vault): Service<Vault>,
    page: Page,
    _: Colleague,
    Path(id): Path<i64>,
    form: Signed<Pressed>,
) -> Result<Response, Error> {
    let Pressed { act, at } = form.data;
    let (_, text) = load(&vault, id).await?;
    let act = match act.as_str() {
        "send" => Act::Schedule(page.now()),
        "schedule" => {
            let at = typed_at(&at, page.now());
            Act::Schedule(at.ok_or(Error::Conflict("newsletter-error-time"))?)
        }
        "unschedule" => Act::Unschedule,
        "pause" => Act::Pause,
        "resume" => Act::Resume,
        "go_on" => Act::GoOn,
        "cancel" => Act::Cancel,
        _ => return Err(Error::BadRequest("act")),
    };
    if matches!(act, Act::Schedule(_)) && !faults(&text.body).is_empty() {
        return Err(Error::Conflict("newsletter-error-faults"));
    }
    if !campaign::act(&vault, id, act).await? {
        return Err(Error::Conflict("newsletter-error-stands"));
    }
    let notice = match act {
        Act::Schedule(_) => "notice-newsletter-scheduled",
        Act::Unschedule => "notice-newsletter-unscheduled",
        Act::Pause => "notice-newsletter-paused",
        Act::Resume => "notice-newsletter-resumed",
        Act::GoOn => "notice-newsletter-gone-on",
        Act::Cancel => "notice-newsletter-cancelled",
    };
    Ok(page.go_saying(&format!("/stab/nyhetsbrev/{id}"), notice))
}

/// Sends the latest text to the officer's own address: the very bytes a subscriber would get, but for
/// the way out, which leads nowhere.
///
/// # Errors
/// When no mail server is named, or it does not take it.
pub async fn test(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Service(office): Service<Office>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
    _: Signed<Button>,
) -> Result<Response, Error> {
    let postal = office.postal()?;
    let (campaign, text) = load(&vault, id).await?;
    let to = own_address(&vault, who.staff).await?;
    let to = to.ok_or(Error::Conflict("newsletter-error-own"))?;
    let head = head(&app, &vault, &postal.mail, &campaign, &text).ok_or(Error::NotFound)?;
    let out = Out {
        subject: who.staff,
        choice: campaign.about,
        campaign: 0,
    };
    let code = out.seal(&vault)?;
    let links = ends(&app, campaign.lang, campaign.shelf(), &code);
    let secret = vault.world().secret();
    let name = format!("t.{}", data_encoding::HEXLOWER.encode(&secret[..16]));
    let heading = Heading {
        id: &name,
        domain: &head.domain,
        at: page.now(),
        from: (Some(&head.from.0), &head.from.1),
        reply_to: Some(&head.reply_to),
        to: to.reveal(),
        list: None,
        out: None,
    };
    let message = bytes(
        &heading,
        &head.frame,
        &Ends {
            links: &links,
            why: None,
        },
    );
    let message = message.map_err(|_| Error::Internal("message"))?;
    let envelope = Envelope {
        from: head.from.1.clone(),
        to,
    };
    let notice = match postal.sender.send(&envelope, &message).await {
        Outcome::Taken => "notice-newsletter-tested",
        _ => "notice-newsletter-not-tested",
    };
    Ok(page.go_saying(&format!("/stab/nyhetsbrev/{id}"), notice))
}

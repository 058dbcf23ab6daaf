//! A request that came by letter, e-mail, telephone or at the desk.

use axum::{extract::State, response::Response};
use serde::Deserialize;
use values::{Email, FreeText, Moment, Phone, Typed};
use vault::Vault;
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use crate::{
    requests::{Asked, Channel, Kind, receive},
    words,
};

/// The form as it was typed.
#[derive(Default, Deserialize)]
pub struct Came {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    channel: String,
    #[serde(default)]
    received: Typed,
    #[serde(default)]
    email: Typed,
    #[serde(default)]
    phone: Typed,
    #[serde(default)]
    text: Typed,
    #[serde(default)]
    lang: String,
}

#[derive(askama::Template)]
#[template(path = "register.html")]
struct Form {
    page: Page,
    typed: Came,
    errors: Errors,
    kinds: &'static [Kind],
    channels: &'static [Channel],
}

impl Form {
    fn new(page: Page, typed: Came, errors: Errors) -> Self {
        let (kinds, channels) = (Kind::ALL, &Channel::ALL[1..]);
        Self {
            page,
            typed,
            errors,
            kinds,
            channels,
        }
    }
}

/// The form.
///
/// # Errors
/// A template that does not render.
pub async fn ask(page: Page) -> Result<Response, Error> {
    let typed = Came {
        lang: "nb".into(),
        ..Came::default()
    };
    html(&Form::new(page, typed, Errors::new()))
}

/// What the form says, parsed.
struct Parsed {
    kind: Kind,
    channel: Channel,
    received: Moment,
    email: Option<Email>,
    phone: Option<Phone>,
    text: Option<FreeText>,
}

/// The day counts, not the hour: the clock runs from the day it came (Art. 12(3)).
fn day_received(typed: &str, now: Moment, errors: &mut Errors) -> Option<Moment> {
    let date = errors.take("received", values::parse_date(typed))?;
    if date > now.local_date() || Moment::at_local(date, 0, 0) < now.plus_days(-365) {
        errors.add("received", "error-range");
        return None;
    }
    let start = if date == now.local_date() {
        now
    } else {
        Moment::at_local(date, 12, 0)
    };
    Some(start)
}

fn parse(typed: &Came, now: Moment, errors: &mut Errors) -> Option<Parsed> {
    let kind = Kind::from_name(&typed.kind);
    let channel = Channel::from_name(&typed.channel).filter(|c| *c != Channel::Page);
    if kind.is_none() {
        errors.add("kind", "error-choice");
    }
    if channel.is_none() {
        errors.add("channel", "error-choice");
    }
    let received = day_received(typed.received.as_str(), now, errors);
    let email = errors
        .take("email", Email::parse_optional(typed.email.as_str()))
        .flatten();
    let phone = errors
        .take("phone", Phone::parse_optional(typed.phone.as_str()))
        .flatten();
    let text = errors
        .take("text", FreeText::parse_optional(typed.text.as_str()))
        .flatten();
    if email.is_none() && phone.is_none() && !errors.any() {
        errors.add("email", "rights-error-who");
    }
    if errors.any() {
        return None;
    }
    Some(Parsed {
        kind: kind?,
        channel: channel?,
        received: received?,
        email,
        phone,
        text,
    })
}

/// Takes it in; the acknowledgement goes to the e-mail the house already has.
///
/// # Errors
/// When the store fails.
pub async fn take(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    form: Signed<Came>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let Some(parsed) = parse(&typed, page.now(), &mut errors) else {
        return html_again(&Form::new(page, typed, errors));
    };
    let found = customers::identify(&vault, parsed.email.as_ref(), parsed.phone.as_ref()).await?;
    let Some(subject) = found else {
        errors.add("email", "rights-error-unknown");
        return html_again(&Form::new(page, typed, errors));
    };
    let asked = Asked {
        subject,
        controller: who.controller,
        kind: parsed.kind,
        channel: parsed.channel,
        received_at: parsed.received,
        text: parsed.text.map(|text| text.reveal().to_owned()),
        identity: "rights-identity-known",
        lang: words::lang_of(&typed.lang),
    };
    let id = receive(&app, &vault, who.actor(), &asked).await?;
    let to = format!("/stab/personvern/krav/{}", id.get());
    Ok(page.go_saying(&to, "notice-rights-registered"))
}

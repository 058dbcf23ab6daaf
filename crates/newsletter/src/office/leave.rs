//! A no that came by phone, by letter or over the counter. Nothing is opened, and the page does not say
//! whether the address was known.

use axum::response::Response;
use serde::Deserialize;
use values::{Email, Moment, Typed};
use vault::{LookUp, Vault};
use web::{Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use crate::{
    subscriber::{Came, NoTo, stop},
    topics::{self, Choice},
};

/// What is typed.
#[derive(Default, Deserialize)]
pub struct TypedNo {
    email: Typed,
    what: String,
    how: String,
    #[serde(default)]
    on: String,
}

#[derive(askama::Template)]
#[template(path = "office_leave.html")]
struct Ask {
    page: Page,
    typed: TypedNo,
    errors: Errors,
    topics: Vec<(String, String)>,
}

fn view(vault: &Vault, page: Page, typed: TypedNo, errors: Errors) -> Ask {
    let declaration = vault.declaration();
    let topics = topics::written(&declaration)
        .into_iter()
        .map(|choice| (choice.word(), choice.line(&page, &declaration)));
    Ask {
        topics: topics.collect(),
        page,
        typed,
        errors,
    }
}

/// The form.
///
/// # Errors
/// A template that does not render.
pub async fn ask(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    let typed = TypedNo {
        what: "everything".to_owned(),
        how: "phone".to_owned(),
        on: page.now().local_date().to_string(),
        ..TypedNo::default()
    };
    html(&view(&vault, page, typed, Errors::new()))
}

/// Carries it out, as of the day it was said.
///
/// # Errors
/// When the store fails.
pub async fn done(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    form: Signed<TypedNo>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let email = errors.take("email", Email::parse(typed.email.as_str()));
    let no = match typed.what.as_str() {
        "everything" => Some(NoTo::Everything),
        word => Choice::of_letter(&vault.declaration(), word).map(NoTo::Topic),
    };
    if no.is_none() {
        errors.add("what", "newsletter-error-topic");
    }
    let at = said_at(&typed.on, page.now());
    if at.is_none() {
        errors.add("on", "newsletter-error-day");
    }
    let (Some(email), Some(no), Some(at), false) = (email, no, at, errors.any()) else {
        return html_again(&view(&vault, page, typed, errors));
    };
    let subject = vault.find(&LookUp::email(&email)).await?;
    let came = Came {
        form: match typed.how.as_str() {
            "letter" => "letter",
            "counter" => "counter",
            _ => "phone",
        },
        lang: page.lang,
        at,
        actor: who.actor(),
    };
    stop(&vault, subject, &email, no, came).await?;
    Ok(page.go_saying("/stab/nyhetsbrev/avmeld", "notice-newsletter-left"))
}

/// The day it was said, not later than now. A no of today counts from this moment.
fn said_at(typed: &str, now: Moment) -> Option<Moment> {
    let day: jiff::civil::Date = typed.parse().ok()?;
    let today = now.local_date();
    match day {
        day if day == today => Some(now),
        day if day > today => None,
        day => Some(Moment::at_local(day, 23, 59)),
    }
}

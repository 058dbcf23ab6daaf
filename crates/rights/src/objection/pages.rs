//! Saying no: to a purpose (`/min-side/rettigheter/protest`), and to marketing, on one's own page and
//! without logging in (`/personvern/reklame`), apart from everything else (Art. 21(4)).

use axum::{extract::State, response::Response};
use declaration::vocabulary::{Category, Purpose, purpose::Rights};
use serde::Deserialize;
use values::{Email, FreeText, Phone, Typed};
use vault::{Ask, Vault};
use web::{App, Error, Errors, Form, Me, Page, Service, Signed, html, html_again};

use super::{possible, stop_marketing, suppress};
use crate::{
    requests::{Asked, Kind, receive},
    words,
};

/// What is typed.
#[derive(Default, Deserialize)]
pub struct Protest {
    #[serde(default)]
    purposes: Vec<String>,
    #[serde(default)]
    text: Typed,
}

impl Protest {
    fn chosen(&self, name: &str) -> bool {
        self.purposes.iter().any(|one| one == name)
    }
}

#[derive(askama::Template)]
#[template(path = "protest.html")]
struct Show {
    page: Page,
    /// Name, heading and why, of each purpose.
    purposes: Vec<(&'static str, String, String)>,
    typed: Protest,
    errors: Errors,
}

impl Show {
    fn new(vault: &Vault, page: Page, typed: Protest, errors: Errors) -> Self {
        let declaration = vault.declaration();
        let tongue = words::tongue(page.lang);
        let purposes = possible(vault).into_iter().filter_map(|purpose| {
            let stated = declaration.purpose(purpose)?;
            let title = stated.title.in_lang(tongue).to_owned();
            Some((
                purpose.as_str(),
                title,
                stated.why.in_lang(tongue).to_owned(),
            ))
        });
        Self {
            purposes: purposes.collect(),
            page,
            typed,
            errors,
        }
    }
}

/// What rests on our interest, to say no to.
///
/// # Errors
/// A template that does not render.
pub async fn show(Service(vault): Service<Vault>, page: Page, _: Me) -> Result<Response, Error> {
    html(&Show::new(&vault, page, Protest::default(), Errors::new()))
}

/// An objection: what it is about is not used from now on, until it is weighed.
///
/// # Errors
/// When the store fails.
pub async fn object(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    form: Signed<Protest>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let possible = possible(&vault);
    let chosen: Vec<Purpose> = possible
        .into_iter()
        .filter(|purpose| typed.chosen(purpose.as_str()))
        .collect();
    if chosen.is_empty() {
        errors.add("purposes", "error-choice");
    }
    let text = errors.take("text", FreeText::parse(typed.text.as_str()));
    let (Some(text), false) = (text, errors.any()) else {
        return html_again(&Show::new(&vault, page, typed, errors));
    };
    let mut asked = Asked::by_person(&app, &vault, me.subject, Kind::Objection, page.lang);
    asked.text = Some(text.reveal().to_owned());
    asked.objected = chosen;
    receive(&app, &vault, me.actor(), &asked).await?;
    Ok(page.go_saying("/min-side/rettigheter", "notice-rights-objected"))
}

/// Nothing but the token of the session.
#[derive(Deserialize)]
pub struct Nothing {}

/// No more marketing, at once; nobody decides about it.
///
/// # Errors
/// When the store fails.
pub async fn no_marketing(
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    let ask = Ask::open(me.actor(), me.subject).of(&[Category::Contact]);
    let permit = vault.permit::<Rights>(ask).await?;
    let contact = customers::latest_contact(&vault, &permit).await?;
    let contact = contact.as_ref().map(|(_, contact)| contact);
    let email: Option<&Email> = contact.and_then(|contact| contact.email.as_ref());
    let phone: Option<&Phone> = contact.and_then(|contact| contact.phone.as_ref());
    let lang = page.lang.tag();
    stop_marketing(
        &vault,
        me.actor(),
        me.subject,
        (email, phone),
        lang,
        "min-side",
    )
    .await?;
    Ok(page.go_saying("/min-side/rettigheter", "notice-rights-no-marketing"))
}

/// An address that is not to be written to.
#[derive(Default, Deserialize)]
pub struct Address {
    #[serde(default)]
    email: Typed,
    #[serde(default)]
    phone: Typed,
}

#[derive(askama::Template)]
#[template(path = "no_marketing.html")]
struct NoMarketing {
    page: Page,
    typed: Address,
    errors: Errors,
    done: bool,
}

/// The page without log-in.
///
/// # Errors
/// A template that does not render.
pub async fn ask_open(page: Page) -> Result<Response, Error> {
    html(&NoMarketing {
        page,
        typed: Address::default(),
        errors: Errors::new(),
        done: false,
    })
}

/// The address is on the list at once. A stranger who types it does no more than the person could ask
/// for; the person's own new yes to a topic takes it off again, and nothing else.
///
/// # Errors
/// When the store fails.
pub async fn take_open(
    Service(vault): Service<Vault>,
    page: Page,
    form: Form<Address>,
) -> Result<Response, Error> {
    let Form {
        data: typed,
        mut errors,
    } = form;
    let email = errors.take("email", Email::parse_optional(typed.email.as_str()));
    let phone = errors.take("phone", Phone::parse_optional(typed.phone.as_str()));
    let (email, phone) = (email.flatten(), phone.flatten());
    if email.is_none() && phone.is_none() && !errors.any() {
        errors.add("email", "rights-error-reach");
    }
    if errors.any() {
        return html_again(&NoMarketing {
            page,
            typed,
            errors,
            done: false,
        });
    }
    suppress(&vault, email.as_ref(), phone.as_ref(), "page").await?;
    html(&NoMarketing {
        page,
        typed: Address::default(),
        errors,
        done: true,
    })
}

//! Saying no: to a purpose (`/min-side/rettigheter/protest`), and to marketing, on one's own page and
//! without logging in (`/personvern/reklame`), apart from everything else (Art. 21(4)).

use axum::{extract::State, response::Response};
use customers::ConsentCame;
use declaration::vocabulary::{Category, Purpose, purpose::Rights};
use serde::Deserialize;
use values::{Email, FreeText, Phone, Typed};
use vault::{Actor, Ask, Vault};
use web::{App, Error, Errors, Form, Me, Page, Service, Signed, html, html_again};

use super::{choices, chosen, is_absolute, stop_at, stop_marketing};
use crate::requests::{Asked, Kind, receive};

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
        Self {
            purposes: choices(vault, page.lang),
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
    let mut chosen = chosen(&vault, &typed.purposes);
    chosen.retain(|purpose| !super::MARKETING.contains(purpose));
    if chosen.is_empty() {
        errors.add("purposes", "error-choice");
    }
    let text = errors.take("text", FreeText::parse_optional(typed.text.as_str()));
    let text = text.flatten();
    // A reason is asked for where it is weighed; nobody weighs a no to reminders.
    let weighed = chosen.iter().any(|purpose| !is_absolute(*purpose));
    if weighed && text.is_none() && !errors.any() {
        errors.add("text", "error-missing");
    }
    if errors.any() {
        return html_again(&Show::new(&vault, page, typed, errors));
    }
    if !weighed {
        for purpose in chosen {
            vault.enter_objection(me.subject, purpose).await?;
        }
        return Ok(page.go_saying("/min-side/rettigheter", "notice-rights-stopped"));
    }
    let mut asked = Asked::by_person(&app, &vault, me.subject, Kind::Objection, page.lang);
    asked.text = text.map(|text| text.reveal().to_owned());
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
    let came = now("min-side", me.actor(), &page);
    stop_marketing(&vault, me.subject, (email, phone), came).await?;
    Ok(page.go_saying("/min-side/rettigheter", "notice-rights-no-marketing"))
}

/// Said just now, by the person or in their name.
fn now(form: &'static str, actor: Actor, page: &Page) -> ConsentCame {
    ConsentCame {
        form,
        actor,
        lang: page.lang,
        said_at: None,
        received_at: None,
    }
}

/// An address that is not to be written to.
#[derive(Default, Deserialize)]
pub struct Address {
    #[serde(default)]
    email: Typed,
    #[serde(default)]
    phone: Typed,
    /// No reminders of service, either: they are no marketing, and are declined for themselves (C22).
    #[serde(default)]
    reminders: bool,
}

#[derive(askama::Template)]
#[template(path = "no_marketing.html")]
struct NoMarketing {
    page: Page,
    typed: Address,
    errors: Errors,
    /// Whether the house reminds at all.
    reminds: bool,
    done: bool,
}

impl NoMarketing {
    fn new(vault: &Vault, page: Page, typed: Address, errors: Errors) -> Self {
        let declaration = vault.declaration();
        Self {
            reminds: declaration.purpose(Purpose::ServiceReminders).is_some(),
            page,
            typed,
            errors,
            done: false,
        }
    }
}

/// The page without log-in.
///
/// # Errors
/// A template that does not render.
pub async fn ask_open(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    let (typed, errors) = (Address::default(), Errors::new());
    html(&NoMarketing::new(&vault, page, typed, errors))
}

/// The address is on the list at once, and whoever has it here is no longer written to: consents are
/// withdrawn in the ledger. A stranger who types it does no more than the person could ask for; the
/// person's own new yes to a topic takes it off again, and nothing else. The answer is the same whether or
/// not anybody here has the address.
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
        return html_again(&NoMarketing::new(&vault, page, typed, errors));
    }
    let came = now("page", Actor::Visitor, &page);
    let found = stop_at(&vault, (email.as_ref(), phone.as_ref()), came).await?;
    if typed.reminders {
        for subject in found {
            let reminders = Purpose::ServiceReminders;
            vault.enter_objection(subject, reminders).await?;
        }
    }
    html(&NoMarketing {
        done: true,
        ..NoMarketing::new(&vault, page, Address::default(), errors)
    })
}

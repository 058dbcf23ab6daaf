//! `/min-side/samtykker`: each yes and each no is one button.

use axum::response::Response;
use declaration::{Channel, Declaration, vocabulary::Purpose};
use serde::Deserialize;
use values::ControllerId;
use vault::{Actor, ConsentLine, CustomerLine, Vault};
use web::{Error, Me, Page, Service, Signed, html};

use super::{
    Choice, Decision, FORM,
    enter::{Address, Came, Entry, enter},
    proof::first_of,
    questions,
    view::{self, Entity, asked, entities},
};
use crate::{
    as_customer::{CustomerRow, customer_rows, customer_sentence},
    profile, words,
};

/// A yes or a no.
#[derive(Deserialize)]
pub struct Said {
    pub(super) controller: i64,
    pub(super) topic: String,
    /// `email` where a form of one channel leaves it out.
    #[serde(default)]
    pub(super) channel: String,
    pub(super) yes: bool,
    /// Fingerprint of the words that were shown; another one answers nothing.
    #[serde(default)]
    pub(super) shown: String,
    /// Whether it is about the letters one gets as a customer: one can only say no to them.
    #[serde(default)]
    pub(super) as_customer: bool,
}

/// A form with a button only.
#[derive(Deserialize)]
pub struct Button {}

/// An answer given before.
pub(super) struct Past {
    pub when: String,
    pub machine: String,
    pub what: String,
    pub receipt: i64,
}

#[derive(askama::Template)]
#[template(path = "consents.html")]
struct Show {
    page: Page,
    withdraw: String,
    entities: Vec<Entity>,
    any: bool,
    again: bool,
    past: Vec<Past>,
    as_customer: Vec<CustomerRow>,
    customer_past: Vec<Past>,
}

/// What one can say yes to, what one has said, and when.
///
/// # Errors
/// When the declaration has no newsletter, or the store fails.
pub async fn show(Service(vault): Service<Vault>, page: Page, me: Me) -> Result<Response, Error> {
    let declaration = vault.declaration();
    declaration.purpose(Purpose::Newsletter).ok_or(Error::Off)?;
    let lang = words::lang(page.lang);
    let notices = &declaration.source().notices;
    let withdraw = notices.withdraw_consent.as_ref();
    let standing = vault.consents_standing(me.subject).await?;
    let lines = vault.consents_of(me.subject).await?;
    let entities = entities(&page, &vault, &standing).await?;
    let past = past_lines(&page, &vault, &lines);
    let bought = vault.customer_lines(me.subject).await?;
    let as_customer = customer_rows(&page, &declaration, &bought);
    html(&Show {
        withdraw: withdraw.map_or_else(String::new, |text| text.in_lang(lang).to_owned()),
        any: !super::given(&standing).is_empty() || as_customer.iter().any(|one| one.open),
        again: entities
            .iter()
            .flat_map(|one| &one.choices)
            .any(view::Row::again),
        past,
        customer_past: bought
            .iter()
            .rev()
            .map(|line| customer_line(&page, &declaration, line))
            .collect(),
        as_customer,
        entities,
        page,
    })
}

/// What was answered, newest first.
pub(super) fn past_lines(page: &Page, vault: &Vault, lines: &[ConsentLine]) -> Vec<Past> {
    let declaration = vault.declaration();
    let newest = lines.iter().rev();
    newest
        .map(|line| past_line(page, &declaration, lines, line))
        .collect()
}

fn customer_line(page: &Page, declaration: &Declaration, line: &CustomerLine) -> Past {
    Past {
        when: page.on(line.at),
        machine: line.at.rfc3339(),
        what: customer_sentence(page, declaration, line),
        receipt: 0,
    }
}

fn past_line(
    page: &Page,
    declaration: &Declaration,
    lines: &[ConsentLine],
    line: &ConsentLine,
) -> Past {
    Past {
        when: page.on(line.at),
        machine: line.at.rfc3339(),
        what: view::sentence(page, declaration, line),
        receipt: first_of(lines, line).get(),
    }
}

/// What a form is about, if it is asked for.
pub(super) fn about(declaration: &Declaration, said: &Said) -> Result<Choice, Error> {
    declaration.purpose(Purpose::Newsletter).ok_or(Error::Off)?;
    let channel = match said.channel.as_str() {
        "" => Channel::Email,
        other => Channel::from_name(other).ok_or(Error::NotFound)?,
    };
    let topic = questions(declaration).find(|one| one.topic == said.topic);
    let about = Choice {
        controller: ControllerId::from_raw(said.controller),
        channel,
        topic: topic.ok_or(Error::NotFound)?.topic,
    };
    let known = super::choices(declaration).contains(&about);
    known.then_some(about).ok_or(Error::NotFound)
}

/// Whether the words shown are those that are asked today. A no needs no words.
pub(super) fn seen(declaration: &Declaration, about: Choice, said: &Said, page: &Page) -> bool {
    let now = asked(declaration, about, page.lang);
    !said.yes || said.shown.is_empty() || now.is_some_and(|now| now.text_hash == said.shown)
}

/// Enters one decision.
///
/// # Errors
/// When there is no such legal entity or topic, or the store fails.
pub async fn decide(
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    form: Signed<Said>,
) -> Result<Response, Error> {
    let (said, declaration) = (form.data, vault.declaration());
    if said.as_customer {
        return no_thanks(&vault, &page, &me, &said).await;
    }
    let about = about(&declaration, &said)?;
    if !seen(&declaration, about, &said, &page) {
        return Ok(page.go_saying("/min-side/samtykker", "notice-consent-words"));
    }
    let own = profile::own_permit(&vault, &me).await?;
    let profile = profile::load(&vault, &own).await?;
    let address = Address {
        name: profile.contact.as_ref().map(|contact| contact.name.clone()),
        email: profile.account.email.clone(),
        source: me.account.get(),
    };
    let entry = Entry {
        subject: me.subject,
        decisions: &[Decision {
            about,
            yes: said.yes,
        }],
        stop_all: false,
        came: Came::now(FORM, Actor::Subject(me.subject), page.lang),
        address: Some(&address),
        typed: &[],
    };
    enter(&vault, &entry).await?;
    let notice = if said.yes {
        "notice-consent-given"
    } else {
        "notice-consent-withdrawn"
    };
    Ok(page.go_saying("/min-side/samtykker", notice))
}

/// No to the letters of a legal entity to its customers.
async fn no_thanks(vault: &Vault, page: &Page, me: &Me, said: &Said) -> Result<Response, Error> {
    let declaration = vault.declaration();
    let controller = ControllerId::from_raw(said.controller);
    let topic = declaration.customer_topic_of(controller);
    let topic = topic.filter(|_| !said.yes).ok_or(Error::NotFound)?;
    let about = Choice {
        controller,
        channel: Channel::Email,
        topic: topic.topic,
    };
    let entry = Entry {
        subject: me.subject,
        decisions: &[Decision { about, yes: false }],
        stop_all: false,
        came: Came::now(FORM, Actor::Subject(me.subject), page.lang),
        address: None,
        typed: &[],
    };
    enter(vault, &entry).await?;
    Ok(page.go_saying("/min-side/samtykker", "notice-customer-no"))
}

/// No to everything, at once.
///
/// # Errors
/// When the store fails.
pub async fn withdraw_all(
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    _: Signed<Button>,
) -> Result<Response, Error> {
    let came = Came::now(FORM, Actor::Subject(me.subject), page.lang);
    super::withdraw_everything(&vault, me.subject, came).await?;
    Ok(page.go_saying("/min-side/samtykker", "notice-consent-none"))
}

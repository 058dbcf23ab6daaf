//! `/min-side/samtykker`: each yes and each no is one button.

use axum::response::Response;
use declaration::vocabulary::Purpose;
use serde::Deserialize;
use values::ControllerId;
use vault::{ConsentLine, ConsentState, Vault};
use web::{Error, Me, Page, Service, Signed, html};

use super::{Decision, TOPICS, enter, standing, stands};
use crate::words;

/// A yes or a no.
#[derive(Deserialize)]
pub struct Said {
    controller: i64,
    topic: String,
    yes: bool,
}

/// A form with a button only.
#[derive(Deserialize)]
pub struct Button {}

struct Entity {
    id: i64,
    name: String,
    choices: Vec<Choice>,
}

struct Choice {
    topic: &'static str,
    name: String,
    about: String,
    yes: bool,
    since: String,
}

struct Past {
    when: String,
    machine: String,
    what: String,
}

#[derive(askama::Template)]
#[template(path = "consents.html")]
struct Show {
    page: Page,
    withdraw: String,
    entities: Vec<Entity>,
    any: bool,
    past: Vec<Past>,
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
    let entities = entities(&page, &vault, &standing);
    html(&Show {
        withdraw: withdraw.map_or_else(String::new, |text| text.in_lang(lang).to_owned()),
        any: entities.iter().flat_map(|e| &e.choices).any(|c| c.yes),
        past: lines
            .iter()
            .rev()
            .map(|line| past(&page, &vault, line))
            .collect(),
        entities,
        page,
    })
}

fn entities(page: &Page, vault: &Vault, lines: &[ConsentLine]) -> Vec<Entity> {
    let declaration = vault.declaration();
    let entity = |controller: &declaration::Controller| Entity {
        id: controller.id.get(),
        name: controller.name.clone(),
        choices: TOPICS
            .iter()
            .map(|topic| Choice {
                topic: topic.id,
                name: page.t.s(topic.name).to_owned(),
                about: page
                    .t
                    .f1(topic.about, "controller", controller.name.as_str()),
                yes: stands(lines, controller.id, topic.id),
                since: since(page, lines, controller.id, topic.id),
            })
            .collect(),
    };
    declaration.controllers().iter().map(entity).collect()
}

fn since(page: &Page, lines: &[ConsentLine], controller: ControllerId, topic: &str) -> String {
    let line = lines
        .iter()
        .find(|line| line.controller == controller && line.topic == topic);
    line.map_or_else(String::new, |line| page.on(line.at))
}

fn past(page: &Page, vault: &Vault, line: &ConsentLine) -> Past {
    let declaration = vault.declaration();
    let controller = declaration.controller(line.controller);
    let controller = controller.map_or("", |controller| controller.name.as_str());
    let topic = TOPICS.iter().find(|topic| topic.id == line.topic);
    let topic = topic.map_or(line.topic.as_str(), |topic| page.t.s(topic.name));
    let values: [(&str, &dyn web::Arg); 3] = [
        ("controller", &controller),
        ("topic", &topic),
        ("version", &line.text_version.as_str()),
    ];
    Past {
        when: page.on(line.at),
        machine: line.at.rfc3339(),
        what: match line.state {
            ConsentState::Given => page.t.f("consent-past-given", &values),
            ConsentState::Withdrawn => page.t.f("consent-past-withdrawn", &values),
        },
    }
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
    let said = form.data;
    let declaration = vault.declaration();
    declaration.purpose(Purpose::Newsletter).ok_or(Error::Off)?;
    let controller = ControllerId::from_raw(said.controller);
    declaration.controller(controller).ok_or(Error::NotFound)?;
    let topic = TOPICS.iter().find(|topic| topic.id == said.topic);
    let decision = Decision {
        controller,
        topic: topic.ok_or(Error::NotFound)?.id,
        yes: said.yes,
    };
    enter(&vault, &me, &[decision], page.lang).await?;
    let notice = if said.yes {
        "notice-consent-given"
    } else {
        "notice-consent-withdrawn"
    };
    Ok(page.go_saying("/min-side/samtykker", notice))
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
    let lines = vault.consents_standing(me.subject).await?;
    let mut decisions = standing(&vault, &lines);
    for decision in &mut decisions {
        decision.yes = false;
    }
    enter(&vault, &me, &decisions, page.lang).await?;
    Ok(page.go_saying("/min-side/samtykker", "notice-consent-none"))
}

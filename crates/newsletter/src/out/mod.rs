//! Out again: the link in every letter, and one's choices without a log-in. A GET changes nothing; a
//! POST needs no session, no cookie and no token, for the sealed code in the address is the key
//! (RFC 8058).

use axum::{
    body::Bytes,
    extract::{Path, State},
    response::Response,
};
use serde::Deserialize;
use values::SubjectId;
use vault::{Vault, VaultError};
use web::{App, Error, Form, Page, Service, html};

use crate::{
    codes::Out,
    compose::NO_BY_MAIL,
    offered::{Offer, offers, wishes_typed},
    subscriber::{Came, NoTo, kept, leave, own_actor, standing, wish},
    topics::Choice,
};

const FORM: &str = "newsletter-link";

#[derive(askama::Template)]
#[template(path = "out.html")]
struct Ask {
    page: Page,
    code: String,
    topic: String,
    controller: String,
}

#[derive(askama::Template)]
#[template(path = "out_done.html")]
struct Done {
    page: Page,
    code: String,
    everything: bool,
    topic: String,
}

#[derive(askama::Template)]
#[template(path = "choices.html")]
struct Choices {
    page: Page,
    code: String,
    offer: Offer,
    /// Whether any yes stands: otherwise there is nothing to choose here.
    any: bool,
    /// Where what was said yes to stands, with its receipts; without language.
    receipts: String,
    /// Whether there is somebody here who can wish for anything: customers get what they get.
    wishes: bool,
}

/// What somebody gets: what they said yes to, as long as there is an address, and what comes to customers.
async fn gets(vault: &Vault, subject: SubjectId) -> Result<Vec<Choice>, VaultError> {
    let mut all = match kept(vault, subject).await? {
        Some(_) => standing(vault, subject).await?,
        None => Vec::new(),
    };
    for (controller, topic) in customers::customer_of(vault, subject).await? {
        let choice = Choice { controller, topic };
        if !all.contains(&choice) {
            all.push(choice);
        }
    }
    Ok(all)
}

fn came(page: &Page, out: &Out) -> Came {
    Came {
        form: FORM,
        lang: page.lang,
        at: page.now(),
        actor: own_actor(out.subject),
    }
}

/// Asks whether to leave; changes nothing.
///
/// # Errors
/// A template that does not render.
pub async fn ask(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let Some(out) = Out::open(&vault, &code) else {
        return web::unknown_link(page);
    };
    let declaration = vault.declaration();
    let controller = declaration.controller(out.choice.controller);
    html(&Ask {
        topic: out.choice.name(&vault.declaration(), page.lang),
        controller: controller.map_or_else(String::new, |c| c.name.clone()),
        code,
        page,
    })
}

/// Leaves the topic, or everything. Whoever has left already is told the same.
///
/// # Errors
/// When the store fails.
pub async fn go(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
    body: Bytes,
) -> Result<Response, Error> {
    let Some(out) = Out::open(&vault, &code) else {
        return web::unknown_link(page);
    };
    // The reader's program sends `List-Unsubscribe=One-Click`, the page which button was pressed; in
    // whatever form, it is a no to at least this topic.
    let everything = body.windows(10).any(|part| part == b"everything");
    let no = if everything {
        NoTo::Everything
    } else {
        NoTo::Topic(out.choice)
    };
    leave(&vault, out.subject, no, came(&page, &out)).await?;
    html(&Done {
        everything,
        topic: out.choice.name(&vault.declaration(), page.lang),
        code,
        page,
    })
}

/// A no that came by mail, to the address in `List-Unsubscribe`: its subject line is `ut` and the code. The
/// code is believed, and nothing else of the mail. False when the subject is no such thing.
///
/// # Errors
/// When the store fails: then the mail can be read again.
pub async fn by_mail(vault: &Vault, subject_line: &str) -> Result<bool, VaultError> {
    let mut words = subject_line.split_whitespace();
    let no = words.any(|word| word.eq_ignore_ascii_case(NO_BY_MAIL));
    let code = words.next().filter(|_| no);
    let Some(out) = code.and_then(|code| Out::open(vault, code)) else {
        return Ok(false);
    };
    let came = Came {
        form: FORM,
        lang: web::Lang::Nb,
        at: vault.world().now(),
        actor: own_actor(out.subject),
    };
    leave(vault, out.subject, NoTo::Topic(out.choice), came).await?;
    Ok(true)
}

/// One's choices.
///
/// # Errors
/// When the store fails.
pub async fn choices(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let Some(out) = Out::open(&vault, &code) else {
        return web::unknown_link(page);
    };
    let kept = kept(&vault, out.subject).await?;
    let standing = gets(&vault, out.subject).await?;
    let wishes = kept.as_ref().map(|kept| kept.wishes.clone());
    let wishes = wishes.unwrap_or_default();
    let bodies: Vec<String> = wishes.bodies.iter().map(|b| (*b).to_owned()).collect();
    let mut offer = offers(&app, &vault, &page, &standing, &bodies, wishes.workshop).await?;
    // A new topic needs a new confirmation: here one keeps or leaves.
    for group in &mut offer.groups {
        group.ticks.retain(|tick| tick.checked);
    }
    offer.groups.retain(|group| !group.ticks.is_empty());
    html(&Choices {
        any: !standing.is_empty(),
        receipts: customers::consent_link(&vault, out.subject)?,
        wishes: kept.is_some(),
        page,
        code,
        offer,
    })
}

/// What was ticked.
#[derive(Deserialize)]
pub struct Ticked {
    #[serde(default)]
    topic: Vec<String>,
    #[serde(default)]
    body: Vec<String>,
    #[serde(default)]
    workshop: Option<i64>,
}

/// Takes one's choices: topics without a tick are left, wishes are written down.
///
/// # Errors
/// When the store fails.
pub async fn choose(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
    form: Form<Ticked>,
) -> Result<Response, Error> {
    let Some(out) = Out::open(&vault, &code) else {
        return web::unknown_link(page);
    };
    let ticked = form.data;
    let stays = |choice: &Choice| ticked.topic.contains(&choice.word());
    let gets = gets(&vault, out.subject).await?;
    if kept(&vault, out.subject).await?.is_some() {
        let wishes = wishes_typed(&app, &ticked.body, ticked.workshop).await?;
        wish(&vault, out.subject, &wishes).await?;
    }
    for choice in gets.iter().filter(|choice| !stays(choice)) {
        leave(&vault, out.subject, NoTo::Topic(*choice), came(&page, &out)).await?;
    }
    Ok(page.go_saying(
        &format!("/nyhetsbrev/valg/{code}"),
        "notice-newsletter-chosen",
    ))
}

//! `/stab/nei-takk`: a no that came by letter, phone, e-mail or at the desk. It takes an address and
//! shows nothing of whoever it belongs to; an address that nobody here has is kept out all the same.

use std::collections::BTreeMap;

use axum::{extract::State, response::Response};
use serde::Deserialize;
use values::{Email, Moment, Phone, SubjectId, Typed};
use vault::{LookUp, Scope, ServiceMessage, Vault};
use web::{App, Colleague, Error, Errors, Lang, Page, Service, Signed, html, html_again};

use super::{
    Choice, Decision,
    enter::{Came, Entry, enter},
    refusable,
    view::{controller_name, topic_name},
};
use crate::{identify, service};

/// On what ways a no comes in that staff write down.
const WAYS: &[(&str, &str)] = &[
    ("letter", "consent-way-letter"),
    ("phone", "consent-way-phone"),
    ("email", "consent-way-email"),
    ("desk", "consent-way-desk"),
];

/// A no may be a year old when it is found, not more.
const OLDEST_DAYS: i64 = 366;

/// The form as it was typed.
#[derive(Default, Deserialize)]
pub struct NoTyped {
    #[serde(default)]
    way: String,
    #[serde(default)]
    what: Vec<String>,
    #[serde(default)]
    email: Typed,
    #[serde(default)]
    phone: Typed,
    #[serde(default)]
    said: Typed,
    #[serde(default)]
    received: Typed,
}

struct Line {
    word: String,
    label: String,
    chosen: bool,
}

#[derive(askama::Template)]
#[template(path = "consent_no.html")]
struct Ask {
    page: Page,
    typed: NoTyped,
    errors: Errors,
    ways: &'static [(&'static str, &'static str)],
    topics: Vec<Line>,
    everything: bool,
}

impl Ask {
    fn new(page: Page, vault: &Vault, typed: NoTyped, errors: Errors) -> Self {
        let declaration = vault.declaration();
        let topics = refusable(&declaration).into_iter().map(|about| {
            let topic = topic_name(&declaration, about.topic, page.lang);
            let controller = controller_name(&declaration, about.controller);
            let values: [(&str, &dyn web::Arg); 2] = [
                ("topic", &topic.as_str()),
                ("controller", &controller.as_str()),
            ];
            let word = about.word();
            Line {
                label: page.t.f("consent-line", &values),
                chosen: typed.what.contains(&word),
                word,
            }
        });
        let of_service = service::kinds(&declaration).into_iter().map(|kind| {
            let title = page.t.s(service::title(kind));
            let word = service_word(kind);
            Line {
                label: page.t.f1("consent-no-service", "kind", title),
                chosen: typed.what.contains(&word),
                word,
            }
        });
        Self {
            topics: topics.chain(of_service).collect(),
            everything: typed.what.iter().any(|word| word == "alt"),
            ways: WAYS,
            page,
            typed,
            errors,
        }
    }
}

/// A kind of message about one's own vehicle, as the form has it.
fn service_word(kind: ServiceMessage) -> String {
    format!("service {}", kind.as_str())
}

/// The form, as most of them come: today.
///
/// # Errors
/// A template that does not render.
pub async fn ask(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    let today = page.now().local_date().to_string();
    let typed = NoTyped {
        said: Typed::from(today.as_str()),
        received: Typed::from(today.as_str()),
        ..NoTyped::default()
    };
    html(&Ask::new(page, &vault, typed, Errors::new()))
}

struct Parsed {
    form: &'static str,
    everything: bool,
    about: Vec<Choice>,
    service: Vec<ServiceMessage>,
    email: Option<Email>,
    phone: Option<Phone>,
    said_at: Moment,
    received_at: Moment,
}

/// A day that somebody wrote on a letter. It counts to its end: what was said that day is older.
fn day(typed: &Typed, name: &str, now: Moment, errors: &mut Errors) -> Option<Moment> {
    let parsed = values::parse_date(typed.as_str());
    let date = match name {
        "said" => errors.take("said", parsed)?,
        _ => errors.take("received", parsed)?,
    };
    if date > now.local_date() || Moment::at_local(date, 0, 0) < now.plus_days(-OLDEST_DAYS) {
        errors.add(
            if name == "said" { "said" } else { "received" },
            "error-range",
        );
        return None;
    }
    if date == now.local_date() {
        return Some(now);
    }
    Some(Moment::at_local(date, 23, 59))
}

fn parse(vault: &Vault, typed: &NoTyped, now: Moment, errors: &mut Errors) -> Option<Parsed> {
    let way = WAYS.iter().find(|(word, _)| *word == typed.way);
    if way.is_none() {
        errors.add("way", "error-choice");
    }
    let everything = typed.what.iter().any(|word| word == "alt");
    let mut about = refusable(&vault.declaration());
    about.retain(|one| typed.what.contains(&one.word()));
    let mut service = service::kinds(&vault.declaration());
    service.retain(|kind| typed.what.contains(&service_word(*kind)));
    if !everything && about.is_empty() && service.is_empty() {
        errors.add("what", "error-choice");
    }
    let email = errors.take("email", Email::parse_optional(typed.email.as_str()));
    let phone = errors.take("phone", Phone::parse_optional(typed.phone.as_str()));
    let (email, phone) = (email.flatten(), phone.flatten());
    if email.is_none() && phone.is_none() && !errors.any() {
        errors.add("email", "consent-no-who");
    }
    let said_at = day(&typed.said, "said", now, errors);
    let received_at = day(&typed.received, "received", now, errors);
    if let (Some(said), Some(received)) = (said_at, received_at)
        && received < said
    {
        errors.add("received", "consent-no-before");
    }
    if errors.any() {
        return None;
    }
    Some(Parsed {
        form: way?.0,
        everything,
        about,
        service,
        email,
        phone,
        said_at: said_at?,
        received_at: received_at?,
    })
}

/// Enters it. The answer is the same whether or not anybody here has the address.
///
/// # Errors
/// When the store fails.
pub async fn take(
    State(_): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    form: Signed<NoTyped>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let Some(no) = parse(&vault, &typed, page.now(), &mut errors) else {
        return html_again(&Ask::new(page, &vault, typed, errors));
    };
    let mut found: BTreeMap<Option<SubjectId>, Vec<LookUp>> = BTreeMap::new();
    if let Some(email) = &no.email {
        let whose = identify(&vault, Some(email), None).await?;
        found.entry(whose).or_default().push(LookUp::email(email));
    }
    if let Some(phone) = &no.phone {
        let whose = identify(&vault, None, Some(phone)).await?;
        found.entry(whose).or_default().push(LookUp::phone(phone));
    }
    for (whose, typed) in &found {
        match whose {
            Some(subject) => said_by(&vault, *subject, &no, who, typed).await?,
            None => hush(&vault, &no, typed).await?,
        }
    }
    Ok(page.go_saying("/stab/nei-takk", "notice-consent-no"))
}

/// A no of somebody we know. It changes nothing where they have said yes themselves since the day that
/// was typed; the answer to the desk says that this may be so, and not whether it is.
async fn said_by(
    vault: &Vault,
    subject: SubjectId,
    no: &Parsed,
    who: Colleague,
    typed: &[LookUp],
) -> Result<(), Error> {
    for kind in &no.service {
        vault.stop_service(subject, *kind).await?;
    }
    if !no.everything && no.about.is_empty() {
        return Ok(());
    }
    let decisions = no.about.iter().map(|about| Decision {
        about: *about,
        yes: false,
    });
    let decisions: Vec<Decision> = decisions.collect();
    let came = Came {
        form: no.form,
        actor: who.actor(),
        lang: Lang::default(),
        said_at: Some(no.said_at),
        received_at: Some(no.received_at),
    };
    let entry = Entry {
        subject,
        decisions: &decisions,
        stop_all: no.everything,
        came,
        address: None,
        typed,
    };
    enter(vault, &entry).await?;
    Ok(())
}

/// The hash of what was typed: it keeps the address out whoever comes with it.
async fn hush(vault: &Vault, no: &Parsed, typed: &[LookUp]) -> Result<(), Error> {
    for look_up in typed {
        if no.everything {
            vault.suppress(Scope::All, look_up, no.form).await?;
            continue;
        }
        for about in &no.about {
            let scope = Scope::Topic(about.controller, about.topic.to_owned());
            vault.suppress(scope, look_up, no.form).await?;
        }
    }
    Ok(())
}

//! The desk's page of recalls.

use std::collections::BTreeMap;

use axum::response::Response;
use serde::Deserialize;
use store::Db;
use values::{Moment, Plate, SubjectId, Typed};
use vault::{LookUp, Vault, VaultError};
use vehicles::BodyType;
use web::{Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use super::{Recall, Which, begin, sql};
use crate::{letter::offer_in, offered::Tick, topics::body_word};

/// The longest subject line.
const SUBJECT_CHARS: usize = 150;
/// The longest text.
const TEXT_CHARS: usize = 5_000;
/// So many plates at once.
const PLATES: usize = 2_000;

/// What is typed.
#[derive(Default, Deserialize)]
pub struct TypedRecall {
    #[serde(default)]
    which: String,
    #[serde(default)]
    plates: Typed,
    #[serde(default)]
    make: Typed,
    #[serde(default)]
    body: Vec<String>,
    #[serde(default)]
    subject: Typed,
    #[serde(default)]
    text: Typed,
}

struct Line {
    subject: String,
    when: String,
    states: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "recalls.html")]
struct Recalls {
    page: Page,
    typed: TypedRecall,
    errors: Errors,
    bodies: Vec<Tick>,
    lines: Vec<Line>,
}

/// Every state of a vehicle, in the order it is told.
const STATES: [(&str, &str); 4] = [
    ("pending", "recall-pending"),
    ("posted", "recall-posted"),
    ("nobody", "recall-nobody"),
    ("other", "recall-other"),
];

async fn lines(vault: &Vault, page: &Page) -> Result<Vec<Line>, VaultError> {
    let read = |db: &mut dyn Db| {
        let mut all = Vec::new();
        for row in db.all(&sql::LIST, &[])? {
            let mut states = BTreeMap::new();
            for count in db.all(&sql::COUNT, &[row.i64("id")?.into()])? {
                states.insert(count.text("state")?.to_owned(), count.i64("n")?);
            }
            let made = Moment::from_millis(row.i64("made_at")?);
            all.push((row.text("subject")?.to_owned(), made, states));
        }
        Ok(all)
    };
    let all = vault.store().read(read).await?;
    let line = |(subject, made, states): (String, Moment, BTreeMap<String, i64>)| {
        let told = STATES.iter().filter_map(|(state, key)| {
            let n = states.get(*state)?;
            Some(page.t.f1(key, "count", *n))
        });
        Line {
            subject,
            when: page.at(made),
            states: told.collect(),
        }
    };
    Ok(all.into_iter().map(line).collect())
}

async fn view(
    vault: &Vault,
    page: Page,
    typed: TypedRecall,
    errors: Errors,
) -> Result<Recalls, Error> {
    let body = |body: &BodyType| Tick {
        value: body.as_str().to_owned(),
        label: page.t.s(&body.message_id()).to_owned(),
        about: String::new(),
        checked: typed.body.iter().any(|chosen| chosen == body.as_str()),
    };
    Ok(Recalls {
        bodies: BodyType::ALL.iter().map(body).collect(),
        lines: lines(vault, &page).await?,
        typed,
        errors,
        page,
    })
}

/// The form, and what has been sent.
///
/// # Errors
/// When the store fails.
pub async fn list(
    Service(vault): Service<Vault>,
    page: Page,
    _: Colleague,
) -> Result<Response, Error> {
    let typed = TypedRecall {
        which: "plates".to_owned(),
        ..TypedRecall::default()
    };
    html(&view(&vault, page, typed, Errors::new()).await?)
}

/// The plates that were typed; what is none is a mistake at the field.
fn plates(typed: &str, errors: &mut Errors) -> Vec<Plate> {
    let words = typed.split([',', ';', '\n']).map(str::trim);
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.is_empty() || words.len() > PLATES {
        errors.add("plates", "recall-error-plates");
    }
    let mut plates = Vec::new();
    for word in words.into_iter().take(PLATES) {
        plates.extend(errors.take("plates", Plate::parse(word)));
    }
    plates
}

/// Subject and text, without an offer in either.
fn words(typed: &TypedRecall, errors: &mut Errors) -> (String, String) {
    let subject = typed.subject.as_str().trim().to_owned();
    let text = typed.text.as_str().replace("\r\n", "\n").trim().to_owned();
    for (field, words, most) in [
        ("subject", &subject, SUBJECT_CHARS),
        ("text", &text, TEXT_CHARS),
    ] {
        if words.is_empty() || words.chars().count() > most {
            errors.add(field, "recall-error-words");
        } else if offer_in(words).is_some() {
            errors.add(field, "recall-error-offer");
        }
    }
    (subject, text)
}

async fn known(vault: &Vault, plates: &[Plate]) -> Result<Vec<SubjectId>, VaultError> {
    let mut known = Vec::new();
    for plate in plates {
        known.extend(vault.find(&LookUp::plate(plate)).await?);
    }
    Ok(known)
}

/// Takes a recall down; its letters leave within minutes, by day.
///
/// # Errors
/// When the store fails.
pub async fn send(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    form: Signed<TypedRecall>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let (subject, body) = words(&typed, &mut errors);
    let make = typed.make.as_str().trim().to_owned();
    let bodies: Vec<String> = typed
        .body
        .iter()
        .filter_map(|b| body_word(b))
        .map(str::to_owned)
        .collect();
    let by_plate = typed.which != "kind";
    let mut which = Which::All;
    if by_plate {
        let typed = plates(typed.plates.as_str(), &mut errors);
        let known = known(&vault, &typed).await?;
        if known.is_empty() && !errors.any() {
            errors.add("plates", "recall-error-unknown");
        }
        which = Which::These(known);
    } else if make.is_empty() && bodies.is_empty() {
        errors.add("make", "recall-error-kind");
    } else if make.chars().count() > 40 {
        errors.add("make", "recall-error-make");
    }
    if errors.any() {
        return html_again(&view(&vault, page, typed, errors).await?);
    }
    let recall = Recall {
        controller: who.controller,
        subject,
        body,
        make: if by_plate { String::new() } else { make },
        bodies: if by_plate { Vec::new() } else { bodies },
    };
    begin(&vault, recall, which, who.staff).await?;
    Ok(page.go_saying("/stab/tilbakekalling", "notice-recall-sent"))
}

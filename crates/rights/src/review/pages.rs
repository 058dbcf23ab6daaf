//! `/stab/personvern/gjennomsyn`: what waits for a look, and a field with its marks.

use axum::{
    extract::{Path, State},
    response::Response,
};
use declaration::vocabulary::{Category, purpose::Rights};
use serde::Deserialize;
use store::Db;
use values::{Moment, Typed};
use vault::{Ask, Keep, Opened, Permit, Vault, VaultError};
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use super::{Item, REASONS, Screen, decide, decided, detect::Span, one, waiting};
use crate::{
    requests::{self, reply_to},
    words,
};

/// What a review is kept and logged for the sake of.
const SOURCE: &str = "review";

/// A field that waits, without a word of it.
struct Line {
    id: i64,
    category: String,
    field: String,
    at: Moment,
}

#[derive(askama::Template)]
#[template(path = "review_list.html")]
struct List {
    page: Page,
    lines: Vec<Line>,
}

/// What waits; nothing of it is opened.
///
/// # Errors
/// When the store fails.
pub async fn list(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    let lines = waiting(&vault, 200).await?.into_iter().map(|item| Line {
        id: item.id,
        category: words::category(item.category.as_str(), page.lang),
        field: words::label(item.category, &item.field, page.lang),
        at: item.opened_at,
    });
    html(&List {
        lines: lines.collect(),
        page,
    })
}

/// A stretch of the text: as it is, or marked and numbered.
struct Piece {
    text: String,
    mark: Option<usize>,
}

/// What was ticked and typed.
#[derive(Default, Deserialize)]
pub struct Decision {
    #[serde(default)]
    hide: Vec<usize>,
    #[serde(default)]
    also: Typed,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    what: String,
}

#[derive(askama::Template)]
#[template(path = "review_one.html")]
struct One {
    page: Page,
    item: Item,
    label: String,
    pieces: Vec<Piece>,
    reasons: &'static [(&'static str, &'static str)],
    typed: Decision,
    errors: Errors,
}

/// The text of a field, opened for the review (the log has it), and what was found in it.
async fn opened(vault: &Vault, who: Colleague, item: &Item) -> Result<(String, Vec<Span>), Error> {
    let ask = Ask::open(who.actor(), item.holder)
        .of(&[item.category])
        .case(SOURCE, item.id);
    let permit: Permit<Rights> = match vault.permit(ask).await {
        Err(VaultError::Gone) => return Err(Error::NotFound),
        other => other?,
    };
    let raws = vault.everything(item.holder).await?;
    let raw = raws.iter().find(|raw| raw.id == item.record);
    let record = vault.open_any(&permit, raw.ok_or(Error::NotFound)?)?;
    let text = record.field(&item.field).ok_or(Error::NotFound)?.to_owned();
    let spans = spans(vault, who, item, text.clone()).await?;
    Ok((text, spans))
}

/// What is found in the text again, knowing what is the person's own.
async fn spans(
    vault: &Vault,
    who: Colleague,
    item: &Item,
    text: String,
) -> Result<Vec<Span>, Error> {
    let own: Vec<Category> = [Category::Contact, Category::VehicleLink]
        .into_iter()
        .collect();
    let there = vault.strands_of(item.subject).await?;
    let own: Vec<Category> = there
        .iter()
        .map(|info| info.category)
        .filter(|category| own.contains(category))
        .collect();
    let mut records: Vec<Opened> = Vec::new();
    if !own.is_empty() {
        let ask = Ask::open(who.actor(), item.subject)
            .of(&own)
            .case(SOURCE, item.id);
        let permit: Permit<Rights> = vault.permit(ask).await?;
        for raw in vault.everything(item.subject).await? {
            if own.contains(&raw.category) {
                records.push(vault.open_any(&permit, &raw)?);
            }
        }
    }
    let (inside, subject) = (vault.clone(), item.subject);
    let read = move |db: &mut dyn Db| {
        let mut screen = Screen::new(subject, &inside.declaration(), decided(db, subject)?);
        records.iter().for_each(|record| screen.learn(record));
        screen.spans(db, &inside, &text)
    };
    Ok(vault.store().read_long(read).await?)
}

fn pieces(text: &str, spans: &[Span]) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut at = 0;
    for (nth, span) in spans.iter().enumerate() {
        out.push(Piece {
            text: text[at..span.from].to_owned(),
            mark: None,
        });
        out.push(Piece {
            text: text[span.from..span.to].to_owned(),
            mark: Some(nth),
        });
        at = span.to;
    }
    out.push(Piece {
        text: text[at..].to_owned(),
        mark: None,
    });
    out.retain(|piece| !piece.text.is_empty());
    out
}

fn page_of(
    page: Page,
    item: Item,
    text: &str,
    spans: &[Span],
    typed: Decision,
    errors: Errors,
) -> One {
    One {
        label: format!(
            "{}: {}",
            words::category(item.category.as_str(), page.lang),
            words::label(item.category, &item.field, page.lang)
        ),
        pieces: pieces(text, spans),
        reasons: REASONS,
        page,
        item,
        typed,
        errors,
    }
}

/// One field with what was found in it.
///
/// # Errors
/// When it is decided or not there, or the store fails.
pub async fn show(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
) -> Result<Response, Error> {
    let item = one(&vault, id).await?.ok_or(Error::NotFound)?;
    let (text, spans) = opened(&vault, who, &item).await?;
    let typed = Decision {
        hide: (0..spans.len()).collect(),
        ..Decision::default()
    };
    html(&page_of(page, item, &text, &spans, typed, Errors::new()))
}

/// The officer decides. When nothing of the person waits any more, they get a letter.
///
/// # Errors
/// When it is decided or not there, or the store fails.
pub async fn act(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Decision>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let item = one(&vault, id).await?.ok_or(Error::NotFound)?;
    let (text, spans) = opened(&vault, who, &item).await?;
    let known = REASONS.iter().find(|(name, _)| *name == typed.reason);
    let masks = typed.what == "mask";
    let marks = if masks {
        marks(&text, &spans, &typed)
    } else {
        Vec::new()
    };
    if masks && marks.is_empty() {
        errors.add("also", "review-error-none");
    }
    if masks && known.is_none() {
        errors.add("reason", "error-choice");
    }
    if !masks && typed.what != "release" {
        errors.add("what", "error-choice");
    }
    if errors.any() {
        return html_again(&page_of(page, item, &text, &spans, typed, errors));
    }
    let reason = known.filter(|_| masks).map_or("", |(name, _)| *name);
    settle(&app, &vault, who, &item, marks, reason).await?;
    Ok(page.go_saying("/stab/personvern/gjennomsyn", "notice-review-decided"))
}

/// The bytes that are hidden: what was ticked, and every place of what was typed.
fn marks(text: &str, spans: &[Span], typed: &Decision) -> Vec<(usize, usize)> {
    let ticked = spans
        .iter()
        .enumerate()
        .filter(|(nth, _)| typed.hide.contains(nth));
    let mut marks: Vec<(usize, usize)> = ticked.map(|(_, one)| (one.from, one.to)).collect();
    let words = typed.also.as_str().split([',', '\n']).map(str::trim);
    for word in words.filter(|word| word.chars().count() >= 2) {
        marks.extend(
            text.match_indices(word)
                .map(|(at, found)| (at, at + found.len())),
        );
    }
    marks.sort_unstable();
    marks.dedup();
    let mut merged: Vec<(usize, usize)> = Vec::new();
    for (from, to) in marks {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

/// The decision, and the letter when it was the last one, in one transaction.
async fn settle(
    app: &App,
    vault: &Vault,
    who: Colleague,
    item: &Item,
    marks: Vec<(usize, usize)>,
    reason: &'static str,
) -> Result<(), Error> {
    let marks = &marks;
    let settled = vault::again(|| async move {
        let last = is_last(vault, item).await?;
        let ask = Ask::open(who.actor(), item.subject)
            .of(&[
                Category::Contact,
                Category::RightsCase,
                Category::Correspondence,
            ])
            .case(SOURCE, item.id);
        let permit: Permit<Rights> = vault.permit(ask).await?;
        let mut work = vault.work();
        let at = work.at();
        let posted = match reply_to(vault, &permit, None).await? {
            Some(email) if last => {
                let letter = letter(app, email, read_in(vault, &permit).await?);
                let keep = Keep::from(SOURCE, item.id, at);
                let occasion = format!("review-{}", item.id);
                Some(letters::post(&mut work, &permit, letter, &occasion, &keep)?)
            }
            _ => None,
        };
        let laid = work.finish();
        let decision = vault.world().id::<values::RightsRequestId>().get();
        let (item, marks, officer) = (item.clone(), marks.clone(), who.staff);
        let write = move |db: &mut dyn Db| {
            laid.lay(db)?;
            decide(db, decision, &item, &marks, reason, officer, at)?;
            posted.as_ref().map_or(Ok(()), |posted| posted.enqueue(db))
        };
        Ok(vault.store().write(write).await?)
    });
    Ok(settled.await?)
}

/// Whether nothing else of the person waits.
async fn is_last(vault: &Vault, item: &Item) -> Result<bool, VaultError> {
    let waits = waiting(vault, 10_000).await?;
    Ok(!waits
        .iter()
        .any(|other| other.subject == item.subject && other.id != item.id))
}

/// The language the person reads: of their newest request, or else of their contact.
async fn read_in(vault: &Vault, permit: &Permit<Rights>) -> Result<web::Lang, VaultError> {
    let asked = requests::of_subject(vault, permit.subject()).await?;
    if let Some(newest) = asked.first() {
        return Ok(words::lang_of(&newest.lang));
    }
    let contact = customers::latest_contact(vault, permit).await?;
    Ok(contact.map_or_else(web::Lang::default, |(_, contact)| {
        words::lang_of(&contact.language)
    }))
}

/// "Your copy is whole now."
fn letter(app: &App, to: values::Email, lang: web::Lang) -> letters::Letter {
    let text = app.texts.of(lang);
    let house = app.settings.house.as_str();
    let (base, prefix) = (&app.settings.base_url, lang.prefix());
    let link = format!("{base}{prefix}/min-side/opplysninger");
    let subject = text.f1("review-mail-subject", "house", house);
    let body = text.f("review-mail-body", &[("house", &house), ("link", &link)]);
    letters::Letter::new(to, subject, body).in_lang(lang)
}

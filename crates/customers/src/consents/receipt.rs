//! `/min-side/samtykker/{id}`, and without log-in behind a link of one's own: the receipt for people, to be
//! printed; with `.json` behind it, for machines. It names what was said, never who said it.

use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use values::SubjectId;
use vault::{ConsentLine, ConsentState, Vault};
use web::{Error, Me, Page, Service, html};

use super::{
    links::holder,
    proof::{first_of, parse_id, record_27560},
    view,
};

struct Event {
    when: String,
    machine: String,
    what: &'static str,
    way: String,
    version: String,
    words: String,
    received: String,
}

#[derive(askama::Template)]
#[template(path = "consent_receipt.html")]
struct Receipt {
    page: Page,
    /// Where all of them stand, without language: receipts lie below.
    all: String,
    /// The receipt itself, for machines.
    machine: String,
    number: String,
    controller: declaration::Controller,
    topic: String,
    standing: bool,
    recipients: Vec<String>,
    withdraw: String,
    events: Vec<Event>,
}

/// The receipt of one of the person's own consents.
///
/// # Errors
/// When it is not theirs, or the store fails.
pub async fn show(
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    Path(file): Path<String>,
) -> Result<Response, Error> {
    let all = "/min-side/samtykker".to_owned();
    receipt(&vault, page, me.subject, &file, all, "").await
}

/// The same to whoever holds the person's link.
///
/// # Errors
/// When the link is nobody's, the receipt is not theirs, or the store fails.
pub async fn by_link(
    Service(vault): Service<Vault>,
    page: Page,
    Path((code, file)): Path<(String, String)>,
) -> Result<Response, Error> {
    let subject = holder(&vault, &code).ok_or(Error::NotFound)?;
    let all = format!("/samtykke/{code}");
    receipt(&vault, page, subject, &file, all, "/kvittering").await
}

async fn receipt(
    vault: &Vault,
    page: Page,
    subject: SubjectId,
    file: &str,
    all: String,
    below: &str,
) -> Result<Response, Error> {
    let (id, machine) = match file.strip_suffix(".json") {
        Some(id) => (id, true),
        None => (file, false),
    };
    let id = parse_id(id).map_err(|_| Error::NotFound)?;
    let address = page.address("/personvern");
    let record = record_27560(vault, subject, id, &address).await?;
    let record = record.ok_or(Error::NotFound)?;
    if machine {
        let text = serde_json::to_string_pretty(&record).map_err(|_| Error::Internal("json"))?;
        let name = format!("attachment; filename=\"samtykke-{}.json\"", id.get());
        let name = HeaderValue::from_str(&name).map_err(|_| Error::Internal("header"))?;
        let kind = HeaderValue::from_static("application/ld+json");
        let headers = [
            (header::CONTENT_TYPE, kind),
            (header::CONTENT_DISPOSITION, name),
        ];
        return Ok((headers, text).into_response());
    }
    let lines = vault.consents_of(subject).await?;
    let mut mine: Vec<&ConsentLine> = lines.iter().collect();
    mine.retain(|line| first_of(&lines, line) == id);
    let last = mine.last().copied().ok_or(Error::NotFound)?;
    let declaration = vault.declaration();
    let lang = crate::words::lang(page.lang);
    let controller = declaration.controller(last.controller);
    let mut events = Vec::new();
    for line in &mine {
        events.push(event(&page, vault, line).await?);
    }
    let notices = &declaration.source().notices;
    let withdraw = notices.withdraw_consent.as_ref();
    let receivers = &record["dpv:hasRecordOfActivity"]["dpv:hasProcess"]["dpv:hasRecipient"];
    let receivers = receivers.as_array().into_iter().flatten();
    let names = receivers.filter_map(|one| one["dpv:hasName"].as_str().map(str::to_owned));
    html(&Receipt {
        machine: format!("{all}{below}/{}.json", id.get()),
        all,
        number: record["dpv:hasRecordOfActivity"]["dct:identifier"]
            .as_str()
            .unwrap_or_default()
            .to_owned(),
        controller: controller.cloned().ok_or(Error::NotFound)?,
        topic: view::topic_name(&declaration, &last.topic, page.lang),
        standing: last.state == ConsentState::Given,
        recipients: names.collect(),
        withdraw: withdraw.map_or_else(String::new, |text| text.in_lang(lang).to_owned()),
        events,
        page,
    })
}

async fn event(page: &Page, vault: &Vault, line: &ConsentLine) -> Result<Event, Error> {
    let words = vault.consent_text(&line.text_hash).await?;
    Ok(Event {
        when: format!("{} {}", page.on(line.at), page.time(line.at)),
        machine: line.at.rfc3339(),
        what: match line.state {
            ConsentState::Given => "consent-yes",
            ConsentState::Withdrawn => "consent-no",
        },
        way: view::way(&line.form, &page.t),
        version: line.text_version.clone(),
        words: words.map_or_else(String::new, |words| words.text),
        received: line.received_at.map(|at| page.on(at)).unwrap_or_default(),
    })
}

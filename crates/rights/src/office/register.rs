//! A request that came by letter, e-mail, telephone or at the desk.

use axum::{
    extract::{Path, State},
    response::Response,
};
use customers::ConsentCame;
use declaration::vocabulary::Purpose;
use jiff::civil::Date;
use serde::Deserialize;
use store::Db;
use values::{Email, FreeText, Line, Moment, PersonName, Phone, SubjectId, Typed};
use vault::{Actor, Sealed, Vault};
use web::{
    App, Colleague, Error, Errors, File, Lang, Page, Role, Service, Uploaded, html, html_again,
};

use super::{case::request, identity::established};
use crate::{
    held::letter,
    objection,
    rectification::{self, FIELDS},
    requests::{
        self, Asked, Channel, Document, Identity, Kind, Request, ScanRecord, What, Whose, receive,
    },
    words,
};

/// A letter older than this was lost somewhere, and its date is more likely a slip of the pen.
const OLDEST_DAYS: i64 = 365;

/// The form as it was typed.
#[derive(Default, Deserialize)]
pub struct Came {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    channel: String,
    #[serde(default)]
    received: Typed,
    #[serde(default)]
    written: Typed,
    #[serde(default)]
    name: Typed,
    #[serde(default)]
    email: Typed,
    #[serde(default)]
    phone: Typed,
    #[serde(default)]
    text: Typed,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    level: String,
    #[serde(default)]
    document: String,
    #[serde(default)]
    reason: Typed,
    /// A correction: which field, and what it should be.
    #[serde(default)]
    field: String,
    #[serde(default)]
    value: Typed,
    /// An objection: to what.
    #[serde(default)]
    objected: Vec<String>,
}

impl Came {
    fn objects_to(&self, word: &str) -> bool {
        self.objected.iter().any(|one| one == word)
    }
}

/// The ways that a colleague writes down.
const WAYS: &[Channel] = &[
    Channel::Letter,
    Channel::Email,
    Channel::Phone,
    Channel::Desk,
];

#[derive(askama::Template)]
#[template(path = "register.html")]
struct Form {
    page: Page,
    typed: Came,
    errors: Errors,
    kinds: &'static [Kind],
    channels: &'static [Channel],
    documents: &'static [Document],
    fields: &'static [(&'static str, &'static str)],
    /// Word, heading and why, of each purpose one can object to.
    purposes: Vec<(&'static str, String, String)>,
}

impl Form {
    fn new(vault: &Vault, page: Page, typed: Came, errors: Errors) -> Self {
        let purposes = objection::choices(vault, page.lang);
        Self {
            page,
            typed,
            errors,
            kinds: Kind::ALL,
            channels: WAYS,
            documents: Document::ALL,
            fields: FIELDS,
            purposes,
        }
    }
}

/// The form.
///
/// # Errors
/// A template that does not render.
pub async fn ask(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    let typed = Came {
        lang: "nb".into(),
        level: Identity::InDoubt.as_str().into(),
        ..Came::default()
    };
    html(&Form::new(&vault, page, typed, Errors::new()))
}

/// What the form says, parsed.
struct Parsed {
    kind: Kind,
    channel: Channel,
    received: Moment,
    written: Option<Moment>,
    name: Option<PersonName>,
    email: Option<Email>,
    phone: Option<Phone>,
    text: Option<FreeText>,
    correction: Option<(String, FreeText)>,
    /// Level, and the sentence for the case.
    identity: (Identity, String),
    objected: Vec<Purpose>,
}

/// A day of the clock: the day counts, not the hour. Today is now, so that nothing lies in the future.
fn on_day(date: Date, now: Moment) -> Moment {
    if date == now.local_date() {
        now
    } else {
        Moment::at_local(date, 12, 0)
    }
}

/// The day it came, from which the clock runs (Art. 12(3)), and the day on the letter: neither in the
/// future, and nothing comes before it was written.
pub(crate) fn dates(
    (received, written): (&str, &str),
    now: Moment,
    errors: &mut Errors,
) -> Option<(Moment, Option<Moment>)> {
    let received = errors.take("received", values::parse_date(received))?;
    let today = now.local_date();
    if received > today {
        errors.add("received", "rights-error-future");
        return None;
    }
    if Moment::at_local(received, 0, 0) < now.plus_days(-OLDEST_DAYS) {
        errors.add("received", "error-range");
        return None;
    }
    let written = match written.trim() {
        "" => None,
        written => Some(errors.take("written", values::parse_date(written))?),
    };
    if written.is_some_and(|written| written > received) {
        errors.add("received", "rights-error-before-letter");
        return None;
    }
    let written = written.map(|written| Moment::at_local(written, 12, 0));
    Some((on_day(received, now), written))
}

fn parse(
    (vault, page): (&Vault, &Page),
    typed: &Came,
    (colleague, has_scan): (&str, bool),
    errors: &mut Errors,
) -> Option<Parsed> {
    let kind = Kind::from_name(&typed.kind);
    if kind.is_none() {
        errors.add("kind", "error-choice");
    }
    let channel = Channel::from_name(&typed.channel).filter(|c| WAYS.contains(c));
    if channel.is_none() {
        errors.add("channel", "error-choice");
    }
    let days = (typed.received.as_str(), typed.written.as_str());
    let dates = dates(days, page.now(), errors);
    let name = errors.take("name", PersonName::parse_optional(typed.name.as_str()));
    let email = errors.take("email", Email::parse_optional(typed.email.as_str()));
    let phone = errors.take("phone", Phone::parse_optional(typed.phone.as_str()));
    let text = errors.take("text", FreeText::parse_optional(typed.text.as_str()));
    let has_words = text.as_ref().is_some_and(Option::is_some);
    let wish = (typed.field.as_str(), typed.value.as_str());
    let correction = rectification::wish(kind, wish, has_words || has_scan, errors);
    let (name, email, phone) = (name.flatten(), email.flatten(), phone.flatten());
    if name.is_none() && email.is_none() && phone.is_none() && !errors.any() {
        errors.add("email", "rights-error-who");
    }
    let objected = objection::chosen(vault, &typed.objected);
    if kind == Some(Kind::Objection) && objected.is_empty() {
        errors.add("objected", "error-choice");
    }
    let identity = if typed.level == Identity::InDoubt.as_str() {
        Some((
            Identity::InDoubt,
            page.t.s("rights-identity-said-registered").to_owned(),
        ))
    } else {
        let chosen = (typed.level.as_str(), typed.document.as_str());
        established(page, chosen, &typed.reason, colleague, errors)
            .map(|(level, said, _)| (level, said))
    };
    if errors.any() {
        return None;
    }
    let (received, written) = dates?;
    Some(Parsed {
        kind: kind?,
        channel: channel?,
        received,
        written,
        name,
        email,
        phone,
        text: text.flatten(),
        correction,
        identity: identity?,
        objected,
    })
}

/// Takes it in. Somebody we do not know gets a case of their own, in doubt unless a colleague has
/// established who it is.
///
/// # Errors
/// When the store fails.
pub async fn take(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    form: Uploaded<Came>,
) -> Result<Response, Error> {
    let Uploaded {
        data: typed,
        mut errors,
        file,
    } = form;
    let actor = writer(who);
    let colleague = words::staff_field(&vault, actor, who.staff, 0, "name").await?;
    let colleague = colleague.unwrap_or_else(|| page.t.s("rights-who-colleague").to_owned());
    let known = (colleague.as_str(), file.is_some());
    let Some(parsed) = parse((&vault, &page), &typed, known, &mut errors) else {
        if file.is_some() {
            // A browser does not send a chosen file twice by itself.
            errors.add("scan", "rights-error-choose-again");
        }
        return html_again(&Form::new(&vault, page, typed, errors));
    };
    stop_at_once(&vault, who, &parsed, words::lang_of(&typed.lang)).await?;
    let found = match (&parsed.email, &parsed.phone) {
        (None, None) => None,
        (email, phone) => customers::identify(&vault, email.as_ref(), phone.as_ref()).await?,
    };
    let asked = asked(&app, &vault, who, parsed, (found, file), &typed.lang);
    let id = receive(&app, &vault, actor, &asked).await?;
    let to = match who.role {
        Role::Privacy => format!("/stab/personvern/krav/{}", id.get()),
        _ => format!("/stab/personvern/ny/{}", id.get()),
    };
    Ok(page.go_saying(&to, "notice-rights-registered"))
}

/// Who lays it down: an officer; or the program itself for a colleague who opens nothing of it.
fn writer(who: Colleague) -> Actor {
    match who.role {
        Role::Privacy => who.actor(),
        _ => Actor::Chore("rights_register"),
    }
}

#[derive(askama::Template)]
#[template(path = "registered.html")]
struct Registered {
    page: Page,
    request: Request,
}

/// What whoever wrote a request down is told of it: its number and its date. Others see nothing here.
///
/// # Errors
/// When there is no such request, or somebody else wrote it down.
pub async fn taken(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
) -> Result<Response, Error> {
    let request = request(&vault, id).await?;
    let events = requests::events(&vault, request.id).await?;
    let mut came = events.iter().filter(|event| event.what == What::Registered);
    if !came.any(|event| event.staff == Some(who.staff)) {
        return Err(Error::NotFound);
    }
    html(&Registered { page, request })
}

fn asked(
    app: &App,
    vault: &Vault,
    who: Colleague,
    parsed: Parsed,
    (found, scan): (Option<SubjectId>, Option<File>),
    lang: &str,
) -> Asked {
    let subject = found.unwrap_or_else(|| SubjectId::from_raw(0));
    let lang = words::lang_of(lang);
    let mut asked = Asked::by_person(app, vault, subject, parsed.kind, lang);
    asked.whose = found.map_or(Whose::Unknown, Whose::Known);
    asked.controller = who.controller;
    asked.clerk = (who.role != Role::Privacy).then(|| who.actor());
    asked.channel = parsed.channel;
    asked.received_at = parsed.received;
    asked.written_on = parsed.written;
    (asked.identity, asked.identity_said) = parsed.identity;
    asked.name = parsed.name;
    let email = parsed.email.map(|email| email.reveal().to_owned());
    let phone = parsed.phone.map(|phone| phone.reveal().to_owned());
    asked.reach = email.or(phone).map(Line::restore);
    asked.text = parsed.text.map(|text| text.reveal().to_owned());
    asked.correction = parsed.correction;
    asked.scan = scan;
    asked.objected = parsed.objected;
    asked
}

/// A no to marketing is not weighed and waits for nobody: it counts before the case is there.
async fn stop_at_once(
    vault: &Vault,
    who: Colleague,
    parsed: &Parsed,
    lang: Lang,
) -> Result<(), Error> {
    if parsed.kind != Kind::Objection || !objection::sells(&parsed.objected) {
        return Ok(());
    }
    let came = ConsentCame {
        form: parsed.channel.form(),
        actor: who.actor(),
        lang,
        said_at: parsed.written,
        received_at: Some(parsed.received),
    };
    let reach = (parsed.email.as_ref(), parsed.phone.as_ref());
    objection::stop_at(vault, reach, came).await?;
    Ok(())
}

/// The letter itself, as it was scanned; the log has who looked.
///
/// # Errors
/// When there is none.
pub async fn scan(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    who: Colleague,
) -> Result<Response, Error> {
    let request = request(&vault, id).await?;
    let scan = request.scan.ok_or(Error::NotFound)?;
    let permit = requests::open_case(&vault, who.actor(), request.subject, request.id).await?;
    let load = move |db: &mut dyn Db| Sealed::<ScanRecord>::load(db, scan);
    let sealed = vault.store().read(load).await?.ok_or(Error::NotFound)?;
    let record = vault.open(&permit, &sealed)?;
    let scan = letter::decoded(&record.file);
    let scan = scan.ok_or(Error::Internal("a scan does not decode"))?;
    letter::as_attachment(scan, &format!("krav-{id}"))
}

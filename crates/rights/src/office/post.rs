//! `/stab/personvern/krav/{id}/brev`: the letter of a case, to be printed, and the word that it has gone.

use axum::{
    extract::{Path, State},
    response::Response,
};
use jiff::civil::Date;
use serde::Deserialize;
use store::{Db, StoreError, Value};
use values::{Moment, Typed};
use vault::{Sealed, Vault, VaultError};
use web::{App, Colleague, Error, Errors, Lang, Page, Service, Signed, html, html_again};

use super::{
    case::{can_extend, request},
    conflict,
};
use crate::{
    requests::{
        self, CaseRecord, ClaimRecord, NewEvent, Request, What, claim, clock,
        paper::{self, Paper, Sheet, Way},
        sql, was_changed,
    },
    restriction, words,
};

/// Where the letter of a case is.
pub(crate) fn path(request: &Request) -> String {
    format!("/stab/personvern/krav/{}/brev", request.id.get())
}

/// How and when it went.
#[derive(Default, Deserialize)]
pub struct Posting {
    #[serde(default)]
    way: String,
    #[serde(default)]
    posted: Typed,
}

#[derive(askama::Template)]
#[template(path = "letter.html")]
struct Letter {
    page: Page,
    sheet: Sheet,
    request: Request,
    /// The language of the letter, which is the person's, not the officer's.
    lang: Lang,
    subject: String,
    /// Who writes: the name of the company and the lines of its address.
    from: Vec<String>,
    to: String,
    on: String,
    paragraphs: Vec<String>,
    ways: &'static [Way],
    typed: Posting,
    errors: Errors,
}

/// The letter that waits, or else the last one that went.
async fn newest(vault: &Vault, request: &Request) -> Result<Sheet, Error> {
    let mut all = paper::of_request(vault, request.id).await?;
    let found = match all.iter().position(|one| one.posted_on.is_none()) {
        Some(at) => Some(all.swap_remove(at)),
        None => all.pop(),
    };
    found.ok_or(Error::NotFound)
}

/// The words of the letter, and the name of whom it goes to as far as it is known.
async fn opened(
    vault: &Vault,
    who: Colleague,
    request: &Request,
    sheet: &Sheet,
) -> Result<(String, String), Error> {
    let permit = requests::open_case(vault, who.actor(), request.subject, request.id).await?;
    let (record, subject, case) = (sheet.record, request.subject, request.id.get());
    let load = move |db: &mut dyn Db| {
        Ok((
            Sealed::<CaseRecord>::load(db, record)?,
            Sealed::<CaseRecord>::load_of(db, subject, 50)?,
            Sealed::<ClaimRecord>::load_of(db, subject, 50)?,
        ))
    };
    let (letter, cases, claims) = vault.store().read(load).await?;
    let letter = vault.open(&permit, &letter.ok_or(Error::NotFound)?)?;
    let words = letter.answer.clone().unwrap_or_default();
    if let Some((_, contact)) = customers::latest_contact(vault, &permit).await? {
        return Ok((words, contact.name.reveal().to_owned()));
    }
    for sealed in cases.iter().filter(|one| one.raw().source_ref == case) {
        if let Some(name) = &vault.open(&permit, sealed)?.name {
            return Ok((words, name.reveal().to_owned()));
        }
    }
    for sealed in claims.iter().filter(|one| one.raw().source_ref == case) {
        if let Some(name) = &vault.open(&permit, sealed)?.name {
            return Ok((words, name.reveal().to_owned()));
        }
    }
    Ok((words, String::new()))
}

impl Letter {
    async fn of(
        app: &App,
        vault: &Vault,
        page: Page,
        who: Colleague,
        request: Request,
        (typed, errors): (Posting, Errors),
    ) -> Result<Self, Error> {
        let sheet = newest(vault, &request).await?;
        let (text, to) = opened(vault, who, &request, &sheet).await?;
        let declaration = vault.declaration();
        let controllers = declaration.controllers();
        let by = controllers.iter().find(|one| one.id == request.controller);
        let from = by.map(|one| {
            let name = std::iter::once(one.name.clone());
            name.chain(one.address.iter().cloned()).collect()
        });
        let lang = words::lang_of(&request.lang);
        let house = app.settings.house.as_str();
        let subject = app.texts.of(lang);
        Ok(Self {
            subject: subject.f1("rights-mail-answer-subject", "house", house),
            from: from.unwrap_or_default(),
            to,
            on: words::day(sheet.owed_at, lang),
            paragraphs: text.split("\n\n").map(str::to_owned).collect(),
            ways: Way::ALL,
            lang,
            sheet,
            request,
            page,
            typed,
            errors,
        })
    }
}

/// The letter of a case, to be printed; in the language of the person.
///
/// # Errors
/// When there is none, or the store fails.
pub async fn show(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
) -> Result<Response, Error> {
    let request = request(&vault, id).await?;
    let typed = Posting {
        way: Way::Post.as_str().to_owned(),
        posted: page.now().local_date().to_string().as_str().into(),
    };
    html(&Letter::of(&app, &vault, page, who, request, (typed, Errors::new())).await?)
}

/// The day on which it went: not before it was written, and not in the future.
fn day(typed: &Posting, sheet: &Sheet, today: Date, errors: &mut Errors) -> Option<Date> {
    let posted = errors.take("posted", values::parse_date(typed.posted.as_str()))?;
    if posted > today {
        errors.add("posted", "rights-error-future");
        return None;
    }
    if posted < sheet.owed_at.local_date() {
        errors.add("posted", "rights-error-before-owed");
        return None;
    }
    Some(posted)
}

/// An officer says that the letter has gone: from here on what it tells counts as told.
///
/// # Errors
/// When nothing waits to be posted, or the store fails.
pub async fn posted(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Posting>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let request = request(&vault, id).await?;
    let sheet = newest(&vault, &request).await?;
    if sheet.posted_on.is_some() {
        return Err(Error::Conflict("rights-already-posted"));
    }
    let way = Way::from_name(&data.way);
    if way.is_none() {
        errors.add("way", "error-choice");
    }
    let today = page.now().local_date();
    let on = day(&data, &sheet, today, &mut errors);
    let at = on.map(|on| {
        if on == today {
            page.now()
        } else {
            Moment::at_local(on, 12, 0)
        }
    });
    if let (Paper::Extension, Some(at)) = (sheet.what, at)
        && !can_extend(&vault, &request, at)?
    {
        errors.add("posted", "rights-error-extend");
    }
    let (Some(way), Some(at), false) = (way, at, errors.any()) else {
        let again = Letter::of(&app, &vault, page, who, request, (data, errors)).await?;
        return html_again(&again);
    };
    match note(&vault, who, &request, &sheet, (way, at)).await {
        Err(error) if was_changed(&error) => conflict::page(&vault, page, who, id, "").await,
        other => {
            other?;
            let back = format!("/stab/personvern/krav/{id}");
            Ok(page.go_saying(&back, "notice-rights-posted"))
        }
    }
}

/// What follows from a letter that has gone.
#[derive(Clone)]
enum Follows {
    Nothing,
    /// The new date, and the rule that gives it.
    Extended(Vec<Value>),
    /// The restriction that may be lifted now.
    Lifting(Vec<Value>),
}

async fn follows(
    vault: &Vault,
    request: &Request,
    sheet: &Sheet,
    now: Moment,
) -> Result<(Follows, Option<What>), VaultError> {
    Ok(match sheet.what {
        Paper::Answer => (Follows::Nothing, None),
        Paper::Extension => {
            let days = request.paused_days;
            let (rule, due) = clock::due_after(&vault.rules(), request.received_at, true, days)?;
            let row = vec![
                request.id.get().into(),
                due.millis().into(),
                store::plain(rule.as_str()),
            ];
            (Follows::Extended(row), Some(What::Extended))
        }
        Paper::Lifting => {
            let one = restriction::of_request(vault, request.id).await?;
            let one = one.ok_or(VaultError::Gone)?;
            let row = vec![one.id.into(), now.millis().into()];
            (Follows::Lifting(row), Some(What::NoticeGiven))
        }
    })
}

async fn note(
    vault: &Vault,
    who: Colleague,
    request: &Request,
    sheet: &Sheet,
    (way, at): (Way, Moment),
) -> Result<(), VaultError> {
    let (now, actor) = (vault.world().now(), who.actor());
    let (follows, what) = follows(vault, request, sheet, now).await?;
    let mut events = vec![NewEvent::of(
        vault,
        request.id,
        What::Posted,
        actor,
        way.as_str(),
    )];
    events.extend(what.map(|what| NewEvent::of(vault, request.id, what, actor, "")));
    let row = vec![
        sheet.id.into(),
        at.millis().into(),
        way.as_str().into(),
        now.millis().into(),
        who.staff.get().into(),
    ];
    let (id, version) = (request.id, request.version);
    let write = move |db: &mut dyn Db| {
        if db.exec(&sql::PAPER_POSTED, &row)? != 1 {
            return Err(StoreError::Refused("rights-already-posted"));
        }
        match &follows {
            Follows::Nothing => {}
            Follows::Extended(row) => {
                claim(db, id, version)?;
                db.exec(&sql::EXTEND, row)?;
            }
            Follows::Lifting(row) => {
                db.exec(&restriction::sql::NOTICE, row)?;
            }
        }
        events.iter().try_for_each(|event| event.add(db))
    };
    vault.store().write(write).await?;
    Ok(())
}

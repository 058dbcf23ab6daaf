//! The pages behind the link.

use axum::{
    extract::{Path, Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use declaration::vocabulary::Category;
use serde::Deserialize;
use values::{Moment, Typed};
use vault::{Vault, VaultError};
use web::{App, Error, Errors, Form, Page, Service as Part, html_with};

use crate::{
    book::{self, BookingRow, ChangeError, Shown, holder},
    catalogue::{Catalogue, Service, Workshop},
    flow::{Day, all_free, week_of},
    slots::For,
};

#[derive(askama::Template)]
#[template(path = "time.html")]
struct Time {
    page: Page,
    code: String,
    row: BookingRow,
    workshop: Workshop,
    service: String,
    when: String,
    shown: Shown,
    address: String,
    open: bool,
    keep_until: Option<String>,
}

/// A booking found by its code, with where and what.
struct Found {
    row: BookingRow,
    workshop: Workshop,
    service: Service,
}

async fn find(vault: &Vault, code: &str) -> Result<Found, Error> {
    let row = book::id_of_code(vault, code)
        .await?
        .ok_or(Error::NotFound)?;
    let catalogue = vault.store().read(|db| Catalogue::load(db)).await?;
    let workshop = catalogue.workshop(row.workshop).ok_or(Error::NotFound)?;
    let service = catalogue.service(row.service).ok_or(Error::NotFound)?;
    Ok(Found {
        workshop: workshop.clone(),
        service: service.clone(),
        row,
    })
}

/// `GET /time/{code}`.
pub(crate) async fn show(
    Part(vault): Part<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let found = find(&vault, &code).await?;
    let row = found.row;
    // A link ends with what it is about: after that it shows the time and nothing of the person.
    let shown = if vault.world().now() < row.ends_at.plus_days(30) {
        book::open_for_holder(&vault, &row).await?
    } else {
        Shown::default()
    };
    let strands = vault.strands_of(row.subject).await?;
    let contact = strands.iter().find(|one| one.category == Category::Contact);
    let keep_until = contact
        .filter(|one| !one.keep_until.is_forever())
        .map(|one| page.on(one.keep_until.plus_ms(-1)));
    let time = Time {
        service: found.service.name(page.lang).to_owned(),
        when: book::when(&page.t, row.starts_at),
        address: page.address(&format!("/time/{code}")),
        open: row.is_open(vault.world().now()),
        workshop: found.workshop,
        shown,
        code,
        row,
        keep_until,
        page,
    };
    html_with(StatusCode::OK, &time)
}

/// `GET /time/{code}/time.ics`.
pub(crate) async fn calendar_file(
    State(app): State<App>,
    Part(vault): Part<Vault>,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let found = find(&vault, &code).await?;
    let now = vault.world().now();
    let file = book::file(&app, &found.row, &found.workshop, &found.service, now);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"time.ics\"",
        ),
    ];
    Ok((headers, file).into_response())
}

#[derive(askama::Template)]
#[template(path = "flytt.html")]
struct Move {
    page: Page,
    action: String,
    back: String,
    when: String,
    errors: Errors,
    near: Vec<(i64, String)>,
    days: Vec<Day>,
    number: i64,
    before: Option<jiff::civil::Date>,
    after: Option<jiff::civil::Date>,
}

/// Which week is looked at.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    uke: String,
}

/// `GET /time/{code}/flytt`.
pub(crate) async fn choose(
    Part(vault): Part<Vault>,
    page: Page,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let found = find(&vault, &code).await?;
    if !found.row.is_open(vault.world().now()) {
        return Ok(page.go(&format!("/time/{code}")));
    }
    let page = (page, StatusCode::OK, Errors::new(), Vec::new());
    choose_again(&vault, page, &code, found, asked.uke.parse().ok()).await
}

async fn choose_again(
    vault: &Vault,
    (page, status, errors, near): (Page, StatusCode, Errors, Vec<Moment>),
    code: &str,
    found: Found,
    asked: Option<jiff::civil::Date>,
) -> Result<Response, Error> {
    let row = &found.row;
    let mut service = found.service.clone();
    service.minutes = row.minutes();
    let free = all_free(vault, &found.workshop, &service, row.needs, Some(row.id)).await?;
    let week = week_of(&page, free, asked);
    let view = Move {
        action: format!("{}/time/{code}/flytt", page.l),
        back: format!("{}/time/{code}", page.l),
        when: book::when(&page.t, row.starts_at),
        near: near
            .iter()
            .map(|at| (at.millis(), book::when(&page.t, *at)))
            .collect(),
        errors,
        days: week.days,
        number: week.number,
        before: week.before,
        after: week.after,
        page,
    };
    html_with(status, &view)
}

/// The start that was pressed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Pressed {
    start: Typed,
}

/// `POST /time/{code}/flytt`.
pub(crate) async fn move_to(
    State(app): State<App>,
    Part(vault): Part<Vault>,
    page: Page,
    Path(code): Path<String>,
    form: Form<Pressed>,
) -> Result<Response, Error> {
    let found = find(&vault, &code).await?;
    let row = &found.row;
    let back = format!("/time/{code}");
    let Ok(start) = form.data.start.as_str().trim().parse() else {
        return Ok(page.go(&format!("{back}/flytt")));
    };
    let start = Moment::from_millis(start);
    let to = (row.workshop, start);
    match book::move_booking(&app, &vault, holder(row), row.id, to, For::Public).await {
        Ok(()) => Ok(page.go_saying(&back, "notice-moved")),
        Err(ChangeError::Taken(near)) => {
            let mut errors = Errors::new();
            errors.add("start", "error-slot-taken");
            let page = (page, StatusCode::CONFLICT, errors, near);
            choose_again(&vault, page, &code, found, Some(start.local_date())).await
        }
        Err(error) => Err(refused(error)),
    }
}

/// `POST /time/{code}/avbestill`.
pub(crate) async fn cancel(
    State(app): State<App>,
    Part(vault): Part<Vault>,
    page: Page,
    Path(code): Path<String>,
    _: Form<Pressed>,
) -> Result<Response, Error> {
    let found = find(&vault, &code).await?;
    book::cancel(&app, &vault, holder(&found.row), found.row.id)
        .await
        .map_err(refused)?;
    Ok(page.go_saying(&format!("/time/{code}"), "notice-cancelled"))
}

/// What a change that did not come about is to a visitor.
pub(crate) fn refused(error: ChangeError) -> Error {
    match error {
        ChangeError::Taken(_) => Error::Conflict("error-slot-taken"),
        ChangeError::NotOpen => Error::Conflict("booking-not-open"),
        ChangeError::Unknown => Error::NotFound,
        ChangeError::Vault(VaultError::Refused(_)) => Error::Conflict("booking-refused"),
        ChangeError::Vault(error) => error.into(),
    }
}

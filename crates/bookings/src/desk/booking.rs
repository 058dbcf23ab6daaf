//! `/stab/time/{id}`: a booking for staff. Opening it leaves a line in the log.

use axum::{
    extract::{Path, State as In},
    response::Response,
};
use serde::Deserialize;
use values::{BookingId, Moment, Typed, WorkshopId, parse_date, parse_time};
use vault::Vault;
use web::{App, Colleague, Error, Errors, Page, Service as Part, Signed, html_with};

use crate::{
    book::{self, BookingRow, ChangeError, Shown, State},
    catalogue::Catalogue,
    link::refused,
    slots::{self, For},
};

#[derive(askama::Template)]
#[template(path = "stab-time.html")]
struct One {
    page: Page,
    row: BookingRow,
    service: String,
    workshop: String,
    bay: String,
    when: String,
    shown: Shown,
    link: String,
    places: Vec<(i64, String)>,
    form: Moved,
    errors: Errors,
    near: Vec<String>,
    sent: Vec<Sent>,
    ahead: bool,
}

/// A letter about the booking.
struct Sent {
    when: String,
    state: String,
}

/// Where and when to.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Moved {
    workshop: Option<i64>,
    date: Typed,
    time: Typed,
}

async fn page_of(
    vault: &Vault,
    page: Page,
    who: Colleague,
    id: BookingId,
    form: Option<Moved>,
    (errors, near): (Errors, Vec<Moment>),
) -> Result<Response, Error> {
    let (row, catalogue) = vault
        .store()
        .read(move |db| Ok((book::by_id(db, id)?, Catalogue::load(db)?)))
        .await?;
    let row = row.ok_or(Error::NotFound)?;
    let shown = book::open_for_staff(vault, &row, who.actor()).await?;
    let workshop = catalogue.workshop(row.workshop);
    let service = catalogue.service(row.service);
    let status = match (errors.any(), near.is_empty()) {
        (false, _) => axum::http::StatusCode::OK,
        (true, true) => axum::http::StatusCode::UNPROCESSABLE_ENTITY,
        (true, false) => axum::http::StatusCode::CONFLICT,
    };
    let form = form.unwrap_or_else(|| Moved {
        workshop: Some(row.workshop.get()),
        date: Typed::from(row.date().to_string()),
        time: Typed::from(page.time(row.starts_at)),
    });
    let one = One {
        service: service.map_or_else(String::new, |one| one.name(page.lang).to_owned()),
        workshop: workshop.map_or_else(String::new, |one| one.name.clone()),
        bay: catalogue.bay_name(row.bay).to_owned(),
        when: book::when(&page.t, row.starts_at),
        link: page.address(&format!("/time/{}", book::code_of(vault, row.id))),
        places: catalogue
            .open_workshops()
            .map(|one| (one.id.get(), one.name.clone()))
            .collect(),
        near: near.iter().map(|at| book::when(&page.t, *at)).collect(),
        sent: sent(vault, &page, row.id).await?,
        ahead: vault.world().now() < row.starts_at,
        shown,
        form,
        errors,
        row,
        page,
    };
    html_with(status, &one)
}

async fn sent(vault: &Vault, page: &Page, id: BookingId) -> Result<Vec<Sent>, Error> {
    let letters = letters::status_of(vault, "booking", id.get()).await?;
    let letters = letters.iter().map(|status| Sent {
        when: page.at(status.at),
        state: page.t.s(letter_state(status.state)).to_owned(),
    });
    Ok(letters.collect())
}

const fn letter_state(state: letters::State) -> &'static str {
    match state {
        letters::State::Queued => "letter-state-queued",
        letters::State::Sent => "letter-state-sent",
        letters::State::Deferred => "letter-state-deferred",
        letters::State::Refused => "letter-state-refused",
        letters::State::Unsure => "letter-state-unsure",
        letters::State::Dropped => "letter-state-dropped",
    }
}

/// `GET /stab/time/{id}`.
pub(crate) async fn show(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
) -> Result<Response, Error> {
    let nothing = (Errors::new(), Vec::new());
    page_of(&vault, page, who, BookingId::from_raw(id), None, nothing).await
}

/// `POST /stab/time/{id}/flytt`.
pub(crate) async fn move_it(
    In(app): In<App>,
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
    form: Signed<Moved>,
) -> Result<Response, Error> {
    let Signed {
        data: form,
        mut errors,
    } = form;
    let id = BookingId::from_raw(id);
    let start = start_of(&form.date, &form.time, &mut errors);
    let workshop = form.workshop.map(WorkshopId::from_raw);
    let (Some(start), Some(workshop)) = (start, workshop) else {
        return page_of(&vault, page, who, id, Some(form), (errors, Vec::new())).await;
    };
    match book::move_booking(&app, &vault, who.actor(), id, (workshop, start), For::Staff).await {
        Ok(()) => Ok(page.go_saying(&format!("/stab/time/{id}"), "notice-moved")),
        Err(ChangeError::Taken(near)) => {
            errors.add("time", "error-slot-taken");
            page_of(&vault, page, who, id, Some(form), (errors, near)).await
        }
        Err(error) => Err(refused(error)),
    }
}

/// The instant a date and a time on the wall mean.
pub(crate) fn start_of(date: &Typed, time: &Typed, errors: &mut Errors) -> Option<Moment> {
    let date = errors.take("date", parse_date(date.as_str()));
    let time = errors.take("time", parse_time(time.as_str()));
    let (date, time) = (date?, time?);
    let minutes = i64::from(time.hour()) * 60 + i64::from(time.minute());
    let start = slots::on_the_wall(date, minutes);
    if start.is_none() {
        errors.add("time", "error-time");
    }
    start
}

/// Which button.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Pressed {
    gjor: String,
}

/// `POST /stab/time/{id}`: cancel, not come, take up again.
pub(crate) async fn act(
    In(app): In<App>,
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
    form: Signed<Pressed>,
) -> Result<Response, Error> {
    let id = BookingId::from_raw(id);
    let (done, notice) = match form.data.gjor.as_str() {
        "avbestill" => (
            book::cancel(&app, &vault, who.actor(), id).await,
            "notice-cancelled",
        ),
        "ikke-mott" => (
            book::mark_no_show(&vault, who.actor(), id).await,
            "notice-no-show",
        ),
        "gjenapne" => (
            book::reopen(&app, &vault, who.actor(), id).await,
            "notice-reopened",
        ),
        _ => return Err(Error::BadRequest("action")),
    };
    done.map_err(refused)?;
    Ok(page.go_saying(&format!("/stab/time/{id}"), notice))
}

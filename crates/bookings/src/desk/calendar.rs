//! `/stab/kalender`: a workshop's week. Shows times, services and references; nobody's name is opened
//! for it.

use axum::{extract::Query, response::Response};
use jiff::{ToSpan, civil::Date};
use serde::Deserialize;
use values::{Moment, WorkshopId};
use vault::Vault;
use web::{Colleague, Error, NavLink, Page, Service as Part, html};

use crate::{
    book::{self, BookingRow, State},
    catalogue::{Catalogue, Workshop},
    slots::{self, Closed},
};

/// Which week of which workshop.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    verksted: Option<i64>,
    uke: String,
}

/// A booking on the board.
struct Block {
    href: String,
    class: String,
    time: String,
    service: String,
    reference: String,
    bay: String,
}

struct DayView {
    name: String,
    today: bool,
    closed: Option<String>,
    blocks: Vec<Block>,
    book_href: String,
}

#[derive(askama::Template)]
#[template(path = "stab-kalender.html")]
struct Board {
    page: Page,
    workshops: Vec<NavLink>,
    name: String,
    number: i64,
    hours: Vec<i64>,
    days: Vec<DayView>,
    six: bool,
    before: String,
    after: String,
    today: String,
    empty_house: bool,
}

/// Quarter hours the board has room for.
const ROWS: i64 = 40;
/// Bays the board has lanes for.
const LANES: usize = 6;

/// `GET /stab/kalender`.
pub(crate) async fn board(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let now = vault.world().now();
    let monday = slots::monday(asked.uke.parse().unwrap_or_else(|_| now.local_date()));
    let wanted = asked.verksted.map(WorkshopId::from_raw);
    let (catalogue, chosen, rows) = vault
        .store()
        .read(move |db| {
            let catalogue = Catalogue::load(db)?;
            let chosen = wanted
                .and_then(|id| catalogue.workshop(id))
                .or_else(|| catalogue.home_of(who.controller))
                .map(|workshop| workshop.id);
            let from = Moment::at_local(monday, 0, 0);
            let until = Moment::at_local(later(monday, 7), 0, 0);
            let rows = match chosen {
                Some(id) => book::between(db, Some(id), from, until)?,
                None => Vec::new(),
            };
            Ok((catalogue, chosen, rows))
        })
        .await?;
    let workshop = chosen.and_then(|id| catalogue.workshop(id));
    let Some(workshop) = workshop else {
        return html(&no_board(page));
    };
    html(&view(page, &catalogue, workshop, monday, &rows))
}

fn later(date: Date, days: i64) -> Date {
    date.checked_add(days.days()).unwrap_or(date)
}

fn no_board(page: Page) -> Board {
    Board {
        page,
        workshops: Vec::new(),
        name: String::new(),
        number: 0,
        hours: Vec::new(),
        days: Vec::new(),
        six: false,
        before: String::new(),
        after: String::new(),
        today: String::new(),
        empty_house: true,
    }
}

fn view(
    page: Page,
    catalogue: &Catalogue,
    workshop: &Workshop,
    monday: Date,
    rows: &[BookingRow],
) -> Board {
    let address = |week: Date| {
        let id = workshop.id;
        format!("{}/stab/kalender?verksted={id}&uke={week}", page.l)
    };
    let opens = workshop.hours.iter().flatten().map(|one| one.opens).min();
    let first_hour = opens.unwrap_or(7 * 60) / 60;
    let saturday =
        workshop.hours[5].is_some() || rows.iter().any(|row| row.date() == later(monday, 5));
    let shown = if saturday { 6 } else { 5 };
    let days = (0..shown).map(|nth| {
        let date = later(monday, nth);
        day_view(&page, catalogue, workshop, date, first_hour, rows)
    });
    let days = days.collect();
    Board {
        workshops: catalogue
            .workshops
            .iter()
            .map(|one| NavLink {
                href: format!("{}/stab/kalender?verksted={}&uke={monday}", page.l, one.id),
                text: one.name.clone(),
                here: one.id == workshop.id,
                heading: None,
            })
            .collect(),
        name: workshop.name.clone(),
        number: i64::from(monday.iso_week_date().week()),
        hours: (first_hour..first_hour + ROWS / 4).collect(),
        days,
        six: saturday,
        before: address(later(monday, -7)),
        after: address(later(monday, 7)),
        today: address(slots::monday(page.now().local_date())),
        empty_house: false,
        page,
    }
}

fn day_view(
    page: &Page,
    catalogue: &Catalogue,
    workshop: &Workshop,
    date: Date,
    first_hour: i64,
    rows: &[BookingRow],
) -> DayView {
    let closed = slots::open_hours(workshop, date).err();
    let closed = closed.map(|closed| match closed {
        Closed::Holiday(holiday) => page.t.s(holiday.message_id()).to_owned(),
        Closed::Own(note) if !note.is_empty() => note,
        Closed::Own(_) | Closed::Weekday => page.t.s("slots-closed").to_owned(),
    });
    let blocks = rows
        .iter()
        .filter(|row| row.date() == date && row.state != State::Cancelled)
        .map(|row| block(page, catalogue, workshop, first_hour, row));
    DayView {
        name: format!("{} {}", page.weekday(date), page.short_date(date)),
        today: date == page.now().local_date(),
        closed,
        blocks: blocks.collect(),
        book_href: format!(
            "{}/stab/bestill?verksted={}&dag={date}",
            page.l, workshop.id
        ),
    }
}

fn block(
    page: &Page,
    catalogue: &Catalogue,
    workshop: &Workshop,
    first_hour: i64,
    row: &BookingRow,
) -> Block {
    let local = row.starts_at.local();
    let minutes = i64::from(local.hour()) * 60 + i64::from(local.minute());
    let at = ((minutes - first_hour * 60) / slots::STEP_MINUTES).clamp(0, ROWS - 1);
    let long =
        ((row.minutes() + slots::STEP_MINUTES - 1) / slots::STEP_MINUTES).clamp(1, ROWS - at);
    let lane = workshop.bays.iter().position(|bay| bay.id == row.bay);
    let lane = lane.unwrap_or(0).min(LANES - 1) + 1;
    let kind = match row.state {
        State::Booked => "info",
        State::Arrived => "good",
        State::NoShow => "bad",
        State::Cancelled => "idle",
    };
    let service = catalogue.service(row.service);
    Block {
        href: format!("{}/stab/time/{}", page.l, row.id),
        class: format!("block block--{kind} bay-{lane} at-{at} for-{long}"),
        time: page.time(row.starts_at),
        service: service.map_or_else(String::new, |one| one.name(page.lang).to_owned()),
        reference: row.reference.clone(),
        bay: catalogue.bay_name(row.bay).to_owned(),
    }
}

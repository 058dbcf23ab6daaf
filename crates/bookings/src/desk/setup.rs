//! `/stab/oppsett`: workshops, hours, bays, closed days and services, for the administrator.

use axum::{extract::Path, response::Response};
use jiff::civil::Date;
use serde::Deserialize;
use values::{ControllerId, Typed, WorkshopId};
use vault::Vault;
use web::{Error, Errors, Page, Service as Part, Signed, html, html_again};

use crate::catalogue::{Catalogue, Service, Workshop, lay_template, setup};

#[derive(askama::Template)]
#[template(path = "stab-oppsett.html")]
struct List {
    page: Page,
    catalogue: Catalogue,
    form: Line,
    errors: Errors,
    controllers: Vec<(i64, String)>,
    open_form: bool,
}

impl List {
    fn named<'a>(&self, service: &'a Service) -> &'a str {
        service.name(self.page.lang)
    }
}

/// The line of a workshop, as typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Line {
    controller: Option<i64>,
    name: Typed,
    address: Typed,
    postal_code: Typed,
    city: Typed,
    phone: Typed,
    notice_hours: Typed,
    horizon_days: Typed,
    open: bool,
}

fn controllers(vault: &Vault) -> Vec<(i64, String)> {
    let declaration = vault.declaration();
    let controllers = declaration.controllers().iter();
    controllers
        .map(|one| (one.id.get(), one.name.clone()))
        .collect()
}

pub(super) async fn catalogue(vault: &Vault) -> Result<Catalogue, Error> {
    Ok(vault.store().read(|db| Catalogue::load(db)).await?)
}

/// `GET /stab/oppsett`.
pub(crate) async fn list(Part(vault): Part<Vault>, page: Page) -> Result<Response, Error> {
    let catalogue = catalogue(&vault).await?;
    html(&List {
        open_form: false,
        form: Line {
            open: true,
            notice_hours: Typed::from("2"),
            horizon_days: Typed::from("90"),
            ..Line::default()
        },
        errors: Errors::new(),
        controllers: controllers(&vault),
        catalogue,
        page,
    })
}

pub(super) fn words(errors: &mut Errors, field: &str, typed: &Typed, most: usize) -> String {
    let text = typed.as_str().trim();
    if text.is_empty() {
        errors.add(field, "error-missing");
    } else if text.chars().count() > most {
        errors.add(field, "error-too-long");
    } else if text.chars().any(char::is_control) {
        errors.add(field, "error-characters");
    }
    text.to_owned()
}

pub(super) fn number(errors: &mut Errors, field: &str, typed: &Typed, range: (i64, i64)) -> i64 {
    match typed.as_str().trim().parse::<i64>() {
        Ok(number) if (range.0..=range.1).contains(&number) => number,
        Ok(_) => {
            errors.add(field, "error-range");
            0
        }
        Err(_) => {
            errors.add(field, "error-number");
            0
        }
    }
}

/// The line as a workshop, on top of what stands.
fn parse_line(vault: &Vault, mut workshop: Workshop, form: &Line, errors: &mut Errors) -> Workshop {
    let known = controllers(vault);
    match form
        .controller
        .filter(|id| known.iter().any(|(one, _)| one == id))
    {
        Some(id) => workshop.controller = ControllerId::from_raw(id),
        None => errors.add("controller", "error-choice"),
    }
    workshop.name = words(errors, "name", &form.name, 80);
    workshop.address = words(errors, "address", &form.address, 120);
    let code = values::PostalCode::parse(form.postal_code.as_str());
    if let Some(code) = errors.take("postal_code", code) {
        workshop.postal_code = code.reveal().to_owned();
    }
    workshop.city = words(errors, "city", &form.city, 80);
    let phone = values::Phone::parse_optional(form.phone.as_str());
    if let Some(phone) = errors.take("phone", phone) {
        let phone = phone.map(|phone| phone.shown().reveal().to_owned());
        workshop.phone = phone.unwrap_or_default();
    }
    workshop.notice_minutes = 60 * number(errors, "notice_hours", &form.notice_hours, (0, 720));
    workshop.horizon_days = number(errors, "horizon_days", &form.horizon_days, (1, 365));
    workshop.open = form.open;
    workshop
}

fn blank(vault: &Vault) -> Workshop {
    Workshop {
        id: vault.world().id(),
        controller: ControllerId::from_raw(0),
        name: String::new(),
        address: String::new(),
        postal_code: String::new(),
        city: String::new(),
        phone: String::new(),
        notice_minutes: 0,
        horizon_days: 0,
        open: true,
        hours: [None; 7],
        closed: Default::default(),
        bays: Vec::new(),
    }
}

/// `POST /stab/oppsett/verksted`: a new workshop, without hours and bays yet.
pub(crate) async fn add_workshop(
    Part(vault): Part<Vault>,
    page: Page,
    form: Signed<Line>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let workshop = parse_line(&vault, blank(&vault), &data, &mut errors);
    if errors.any() {
        return again(&vault, page, data, errors).await;
    }
    let id = workshop.id;
    vault
        .store()
        .write(move |db| setup::add_workshop(db, &workshop))
        .await?;
    Ok(page.go_saying(&format!("/stab/oppsett/verksted/{id}"), "notice-saved"))
}

/// `POST /stab/oppsett/mal`: the same line, with typical hours, two bays and, in an empty house, the
/// services of a body workshop.
pub(crate) async fn begin_with_template(
    Part(vault): Part<Vault>,
    page: Page,
    form: Signed<Line>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let line = parse_line(&vault, blank(&vault), &data, &mut errors);
    if errors.any() {
        return again(&vault, page, data, errors).await;
    }
    let world = vault.world().clone();
    let id = vault
        .store()
        .write(move |db| {
            let empty = Catalogue::load(db)?.services.is_empty();
            let place = [&*line.address, &*line.postal_code, &*line.city];
            let id = lay_template(db, &world, line.controller, &line.name, place, empty)?;
            let laid = Catalogue::load(db)?;
            if let Some(mut workshop) = laid.workshop(id).cloned() {
                workshop.phone.clone_from(&line.phone);
                workshop.notice_minutes = line.notice_minutes;
                workshop.horizon_days = line.horizon_days;
                setup::set_workshop(db, &workshop)?;
            }
            Ok(id)
        })
        .await?;
    Ok(page.go_saying(&format!("/stab/oppsett/verksted/{id}"), "notice-saved"))
}

async fn again(vault: &Vault, page: Page, form: Line, errors: Errors) -> Result<Response, Error> {
    html_again(&List {
        open_form: true,
        catalogue: catalogue(vault).await?,
        controllers: controllers(vault),
        form,
        errors,
        page,
    })
}

/// One weekday's hours, as shown.
struct Weekday {
    name: String,
    number: usize,
    opens: String,
    closes: String,
}

#[derive(askama::Template)]
#[template(path = "stab-oppsett-verksted.html")]
pub(super) struct One {
    page: Page,
    workshop: Workshop,
    form: Line,
    errors: Errors,
    controllers: Vec<(i64, String)>,
    weekdays: Vec<Weekday>,
    closed: Vec<(Date, String, String)>,
}

fn clock(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

pub(super) async fn find(vault: &Vault, id: i64) -> Result<Workshop, Error> {
    let catalogue = catalogue(vault).await?;
    let workshop = catalogue.workshop(WorkshopId::from_raw(id));
    workshop.cloned().ok_or(Error::NotFound)
}

fn line_of(workshop: &Workshop) -> Line {
    Line {
        controller: Some(workshop.controller.get()),
        name: Typed::from(&*workshop.name),
        address: Typed::from(&*workshop.address),
        postal_code: Typed::from(&*workshop.postal_code),
        city: Typed::from(&*workshop.city),
        phone: Typed::from(&*workshop.phone),
        notice_hours: Typed::from((workshop.notice_minutes / 60).to_string()),
        horizon_days: Typed::from(workshop.horizon_days.to_string()),
        open: workshop.open,
    }
}

pub(super) fn view(
    vault: &Vault,
    page: Page,
    workshop: Workshop,
    form: Option<Line>,
    errors: Errors,
) -> One {
    const DAYS: [&str; 7] = [
        "day-1", "day-2", "day-3", "day-4", "day-5", "day-6", "day-7",
    ];
    let weekdays = workshop
        .hours
        .iter()
        .enumerate()
        .map(|(at, hours)| Weekday {
            name: page.t.s(DAYS[at]).to_owned(),
            number: at + 1,
            opens: hours.map_or_else(String::new, |hours| clock(hours.opens)),
            closes: hours.map_or_else(String::new, |hours| clock(hours.closes)),
        });
    let weekdays = weekdays.collect();
    let closed = workshop
        .closed
        .iter()
        .map(|(day, note)| (*day, page.day(*day), note.clone()))
        .collect();
    One {
        form: form.unwrap_or_else(|| line_of(&workshop)),
        controllers: controllers(vault),
        weekdays,
        closed,
        workshop,
        errors,
        page,
    }
}

/// `GET /stab/oppsett/verksted/{id}`.
pub(crate) async fn one(
    Part(vault): Part<Vault>,
    page: Page,
    Path(id): Path<i64>,
) -> Result<Response, Error> {
    let workshop = find(&vault, id).await?;
    html(&view(&vault, page, workshop, None, Errors::new()))
}

pub(super) fn saved(page: &Page, id: i64) -> Response {
    page.go_saying(&format!("/stab/oppsett/verksted/{id}"), "notice-saved")
}

/// `POST /stab/oppsett/verksted/{id}`.
pub(crate) async fn save_workshop(
    Part(vault): Part<Vault>,
    page: Page,
    Path(id): Path<i64>,
    form: Signed<Line>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let stands = find(&vault, id).await?;
    let workshop = parse_line(&vault, stands.clone(), &data, &mut errors);
    if errors.any() {
        return html_again(&view(&vault, page, stands, Some(data), errors));
    }
    vault
        .store()
        .write(move |db| setup::set_workshop(db, &workshop))
        .await?;
    Ok(saved(&page, id))
}

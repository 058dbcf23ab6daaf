//! `/stab/oppsett/verksted/{id}`: hours, bays and closed days of a workshop.

use axum::{extract::Path, response::Response};
use serde::Deserialize;
use values::{BayId, Typed, parse_date, parse_time};
use vault::Vault;
use web::{Error, Errors, Page, Service as Part, Signed, html_again};

use super::setup::{find, saved, view, words};
use crate::catalogue::{Bay, Hours, setup};

/// The hours of a week, as typed: seven of each, Monday first; both empty is closed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Week {
    opens: Vec<Typed>,
    closes: Vec<Typed>,
}

/// `POST /stab/oppsett/verksted/{id}/tider`.
pub(crate) async fn save_hours(
    Part(vault): Part<Vault>,
    page: Page,
    Path(id): Path<i64>,
    form: Signed<Week>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let workshop = find(&vault, id).await?;
    let mut hours = [None; 7];
    for (at, day) in hours.iter_mut().enumerate() {
        let (Some(opens), Some(closes)) = (data.opens.get(at), data.closes.get(at)) else {
            continue;
        };
        if opens.is_blank() && closes.is_blank() {
            continue;
        }
        let field = format!("opens-{}", at + 1);
        let opens = errors.take(&field, parse_time(opens.as_str()));
        let closes = errors.take(&field, parse_time(closes.as_str()));
        let (Some(opens), Some(closes)) = (opens, closes) else {
            continue;
        };
        let minutes =
            |time: jiff::civil::Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
        let (opens, closes) = (minutes(opens), minutes(closes));
        if opens >= closes {
            errors.add(&field, "error-hours");
        } else if opens % 15 != 0 || closes % 15 != 0 {
            errors.add(&field, "error-quarter");
        }
        *day = Some(Hours { opens, closes });
    }
    if errors.any() {
        return html_again(&view(&vault, page, workshop, None, errors));
    }
    let workshop = workshop.id;
    vault
        .store()
        .write(move |db| setup::set_hours(db, workshop, &hours))
        .await?;
    Ok(saved(&page, id))
}

/// A bay, as typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct BayForm {
    bay: Option<i64>,
    bay_name: Typed,
    length: Typed,
    height: Typed,
    open: bool,
}

/// Metres with a comma, as a bay's door is measured; empty takes any.
fn metres(errors: &mut Errors, field: &str, typed: &Typed) -> Option<i64> {
    let text = typed.as_str().trim().replace(',', ".");
    if text.is_empty() {
        return None;
    }
    match text.parse::<f64>() {
        Ok(metres) if (1.0..=50.0).contains(&metres) => Some((metres * 100.0).round() as i64),
        _ => {
            errors.add(field, "error-metres");
            None
        }
    }
}

fn parse_bay(data: &BayForm, id: BayId, errors: &mut Errors) -> Bay {
    Bay {
        id,
        name: words(errors, "bay_name", &data.bay_name, 40),
        max_length_cm: metres(errors, "length", &data.length),
        max_height_cm: metres(errors, "height", &data.height),
        open: data.open,
    }
}

/// `POST /stab/oppsett/verksted/{id}/plasser`.
pub(crate) async fn add_bay(
    Part(vault): Part<Vault>,
    page: Page,
    Path(id): Path<i64>,
    form: Signed<BayForm>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let workshop = find(&vault, id).await?;
    let mut bay = parse_bay(&data, vault.world().id(), &mut errors);
    bay.open = true;
    if errors.any() {
        return html_again(&view(&vault, page, workshop, None, errors));
    }
    let workshop = workshop.id;
    vault
        .store()
        .write(move |db| setup::add_bay(db, workshop, &bay))
        .await?;
    Ok(saved(&page, id))
}

/// `POST /stab/oppsett/verksted/{id}/plass`: changes one.
pub(crate) async fn save_bay(
    Part(vault): Part<Vault>,
    page: Page,
    Path(id): Path<i64>,
    form: Signed<BayForm>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let workshop = find(&vault, id).await?;
    let known = workshop
        .bays
        .iter()
        .find(|bay| Some(bay.id.get()) == data.bay);
    let known = known.ok_or(Error::NotFound)?.id;
    let bay = parse_bay(&data, known, &mut errors);
    if errors.any() {
        return html_again(&view(&vault, page, workshop, None, errors));
    }
    let workshop = workshop.id;
    vault
        .store()
        .write(move |db| setup::set_bay(db, workshop, &bay))
        .await?;
    Ok(saved(&page, id))
}

/// A closed day, as typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct DayForm {
    day: Typed,
    note: Typed,
}

/// `POST /stab/oppsett/verksted/{id}/stengt`. Times already booked stand; the board shows them.
pub(crate) async fn close_day(
    Part(vault): Part<Vault>,
    page: Page,
    Path(id): Path<i64>,
    form: Signed<DayForm>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let workshop = find(&vault, id).await?;
    let day = errors.take("day", parse_date(data.day.as_str()));
    let note = data.note.as_str().trim().to_owned();
    if note.chars().count() > 80 {
        errors.add("note", "error-too-long");
    }
    let (Some(day), false) = (day, errors.any()) else {
        return html_again(&view(&vault, page, workshop, None, errors));
    };
    let workshop = workshop.id;
    vault
        .store()
        .write(move |db| setup::close_day(db, workshop, day, &note))
        .await?;
    Ok(saved(&page, id))
}

/// `POST /stab/oppsett/verksted/{id}/apent`.
pub(crate) async fn open_day(
    Part(vault): Part<Vault>,
    page: Page,
    Path(id): Path<i64>,
    form: Signed<DayForm>,
) -> Result<Response, Error> {
    let workshop = find(&vault, id).await?.id;
    let day = parse_date(form.data.day.as_str()).map_err(|_| Error::BadRequest("day"))?;
    vault
        .store()
        .write(move |db| setup::open_day(db, workshop, day))
        .await?;
    Ok(saved(&page, id))
}

//! What can be booked, and when.

use axum::{
    Json,
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use values::{Moment, ServiceId, WorkshopId};
use vault::Vault;
use web::{Error, Page, Service as Part};

use super::problem::Problem;
use crate::{
    catalogue::{Catalogue, Needs},
    slots as rules,
};

/// A workshop.
#[derive(Serialize, ToSchema)]
pub(crate) struct WorkshopOut {
    /// Its id.
    id: String,
    /// Its name.
    name: String,
    /// Street address.
    address: String,
    /// Postal code.
    postal_code: String,
    /// Town.
    city: String,
    /// Telephone.
    phone: String,
    /// The legal entity that runs it.
    controller: String,
}

/// Words in three languages.
#[derive(Serialize, ToSchema)]
pub(crate) struct Words {
    nb: String,
    nn: String,
    en: String,
}

/// A service.
#[derive(Serialize, ToSchema)]
pub(crate) struct ServiceOut {
    /// Its id.
    id: String,
    /// Its name.
    name: Words,
    /// A sentence about it.
    about: Words,
    /// How long it takes.
    minutes: i64,
}

/// A free start.
#[derive(Serialize, ToSchema)]
pub(crate) struct SlotOut {
    /// The instant, RFC 3339 in UTC.
    start: String,
    /// The same on the wall clock of the workshop (Europe/Oslo).
    local: String,
}

fn words([nb, nn, en]: &[String; 3]) -> Words {
    let (nb, nn, en) = (nb.clone(), nn.clone(), en.clone());
    Words { nb, nn, en }
}

async fn load(vault: &Vault) -> Result<Catalogue, Error> {
    Ok(vault.store().read(|db| Catalogue::load(db)).await?)
}

/// The workshops that can be booked.
#[utoipa::path(get, path = "/api/v1/workshops", tag = "bookings",
    responses((status = 200, description = "The workshops", body = [WorkshopOut])))]
pub(crate) async fn workshops(Part(vault): Part<Vault>) -> Result<Response, Error> {
    let catalogue = load(&vault).await?;
    let declaration = vault.declaration();
    let out = catalogue.open_workshops().map(|one| WorkshopOut {
        id: one.id.to_string(),
        name: one.name.clone(),
        address: one.address.clone(),
        postal_code: one.postal_code.clone(),
        city: one.city.clone(),
        phone: one.phone.clone(),
        controller: declaration
            .controller(one.controller)
            .map_or_else(String::new, |one| one.name.clone()),
    });
    Ok(Json(out.collect::<Vec<_>>()).into_response())
}

/// The services that can be booked.
#[utoipa::path(get, path = "/api/v1/services", tag = "bookings",
    responses((status = 200, description = "The services", body = [ServiceOut])))]
pub(crate) async fn services(Part(vault): Part<Vault>) -> Result<Response, Error> {
    let catalogue = load(&vault).await?;
    let out = catalogue.open_services().map(|one| ServiceOut {
        id: one.id.to_string(),
        name: words(&one.names),
        about: words(&one.about),
        minutes: one.minutes,
    });
    Ok(Json(out.collect::<Vec<_>>()).into_response())
}

/// Which free starts.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub(crate) struct SlotsIn {
    /// Id of the workshop.
    workshop: String,
    /// Id of the service.
    service: String,
    /// First day, ISO; today when left out.
    from: Option<String>,
    /// How many days, at most 31; seven when left out.
    days: Option<i64>,
    /// Length of the vehicle in centimetres.
    length_cm: Option<i64>,
    /// Height of the vehicle in centimetres.
    height_cm: Option<i64>,
}

/// Free starts.
#[utoipa::path(get, path = "/api/v1/slots", tag = "bookings", params(SlotsIn), responses(
    (status = 200, description = "Free starts, earliest first", body = [SlotOut]),
    (status = 422, description = "A parameter is wrong", body = Problem,
        content_type = "application/problem+json")))]
pub(crate) async fn slots(
    Part(vault): Part<Vault>,
    page: Page,
    Query(asked): Query<SlotsIn>,
) -> Result<Response, Error> {
    let catalogue = load(&vault).await?;
    let now = vault.world().now();
    let workshop = asked.workshop.parse().ok();
    let workshop = workshop.and_then(|id: WorkshopId| catalogue.workshop(id));
    let service = asked.service.parse().ok();
    let service = service.and_then(|id: ServiceId| catalogue.service(id));
    let from = match &asked.from {
        None => Some(now.local_date()),
        Some(text) => text.parse::<Date>().ok(),
    };
    let (Some(workshop), Some(service), Some(from)) = (
        workshop.filter(|one| one.open),
        service.filter(|one| one.open),
        from,
    ) else {
        let mut problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "api-fields", &page.t);
        for (name, wrong, message) in [
            ("/workshop", workshop.is_none(), "error-choice"),
            ("/service", service.is_none(), "error-choice"),
            ("/from", from.is_none(), "error-date"),
        ] {
            if wrong {
                problem.wrong(name, message, &page.t);
            }
        }
        return Ok(problem.into_response());
    };
    let needs = Needs {
        length_cm: asked.length_cm.unwrap_or(0).clamp(0, 5000),
        height_cm: asked.height_cm.unwrap_or(0).clamp(0, 1000),
    };
    let days: Vec<Date> = (0..asked.days.unwrap_or(7).clamp(1, 31))
        .filter_map(|nth| from.checked_add(nth.days()).ok())
        .collect();
    let last = days.last().copied().unwrap_or(from);
    let (first, until) = (Moment::at_local(from, 0, 0), Moment::after_day(last));
    let id = workshop.id;
    let busy = vault
        .store()
        .read(move |db| rules::taken_of(db, id, first, until, None))
        .await?;
    let free = rules::free_days(workshop, service, needs, days.into_iter(), &busy, now);
    let out = free.into_iter().flat_map(|day| day.free).map(|at| SlotOut {
        start: at.rfc3339(),
        local: at.local().strftime("%Y-%m-%dT%H:%M").to_string(),
    });
    Ok(Json(out.collect::<Vec<_>>()).into_response())
}

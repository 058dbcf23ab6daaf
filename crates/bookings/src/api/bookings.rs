//! Booking, reading and giving up a time.

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use values::{Email, FieldError, FreeText, Line, Moment, PersonName, Phone, Plate, PlateKind};
use vault::{Actor, Personal, Vault, VaultError};
use web::{App, Error, Lang, Page, Service as Part, Text};

use customers::CustomerContact;

use super::problem::Problem;
use crate::{
    book::{self, BookError, BookingRow, Key, NewBooking, Via, holder},
    catalogue::Needs,
    link::refused,
};

/// Who, and how they are reached: an e-mail or a telephone.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContactIn {
    /// Name.
    name: Option<String>,
    /// E-mail.
    email: Option<String>,
    /// Telephone.
    phone: Option<String>,
    /// Company.
    organisation: Option<String>,
}

/// A time to be booked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BookingIn {
    /// Id of the workshop.
    workshop: Option<String>,
    /// Id of the service.
    service: Option<String>,
    /// The start, RFC 3339.
    start: Option<String>,
    /// Registration plate.
    plate: Option<String>,
    /// Whether the plate is foreign or of another form.
    foreign_plate: Option<bool>,
    /// Length of the vehicle in centimetres.
    length_cm: Option<i64>,
    /// Height of the vehicle in centimetres.
    height_cm: Option<i64>,
    /// Who.
    contact: Option<ContactIn>,
    /// What they ask.
    question: Option<String>,
    /// `nb`, `nn` or `en`.
    language: Option<String>,
    /// The version of the privacy declaration that the person was shown.
    notice_version: Option<String>,
}

/// A booked time.
#[derive(Serialize, ToSchema)]
pub(crate) struct BookingOut {
    /// Eight letters and digits to say on the phone.
    reference: String,
    /// The secret that moves or cancels it.
    manage_code: String,
    /// The person's page for it.
    page: String,
    /// `booked`, `arrived`, `cancelled` or `no_show`.
    state: String,
    /// The start, RFC 3339 in UTC.
    start: String,
    /// The end.
    end: String,
    /// Id of the workshop.
    workshop: String,
    /// Id of the service.
    service: String,
    /// How often it was changed.
    sequence: i64,
}

fn out(vault: &Vault, page: &Page, row: &BookingRow) -> BookingOut {
    let code = book::code_of(vault, row.id);
    BookingOut {
        reference: row.reference.clone(),
        page: page.address(&format!("/time/{code}")),
        manage_code: code,
        state: row.state.as_str().to_owned(),
        start: row.starts_at.rfc3339(),
        end: row.ends_at.rfc3339(),
        workshop: row.workshop.to_string(),
        service: row.service.to_string(),
        sequence: row.sequence,
    }
}

fn said(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or_default()
}

/// Takes a parsed value or notes why there is none.
fn take<T>(
    problem: &mut Problem,
    pointer: &str,
    parsed: Result<T, FieldError>,
    text: &Text,
) -> Option<T> {
    parsed
        .map_err(|error| problem.wrong(pointer, error.message_id(), text))
        .ok()
}

fn plate(typed: &BookingIn) -> Result<Plate, FieldError> {
    let text = said(&typed.plate);
    if typed.foreign_plate == Some(true) {
        return Plate::parse_foreign(text);
    }
    let plate = Plate::parse(text)?;
    if plate.kind() == PlateKind::Foreign {
        return Err(FieldError::Plate);
    }
    Ok(plate)
}

fn parse(vault: &Vault, page: &Page, typed: &BookingIn, key: Key) -> Result<NewBooking, Problem> {
    let text = &*page.t;
    let mut problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "api-fields", text);
    let wrong = &mut problem;
    let choice = |typed: &Option<String>| said(typed).parse().map_err(|_| FieldError::Choice);
    let workshop = take(wrong, "/workshop", choice(&typed.workshop), text);
    let service = take(wrong, "/service", choice(&typed.service), text);
    let start = said(&typed.start).parse::<jiff::Timestamp>();
    let start = take(wrong, "/start", start.map_err(|_| FieldError::Time), text);
    let plate = take(wrong, "/plate", plate(typed), text);
    let lang = Lang::from_tag(said(&typed.language)).unwrap_or(page.lang);
    let contact = contact(typed, lang, wrong, text);
    let question = FreeText::parse_optional(said(&typed.question));
    let question = take(wrong, "/question", question, text);
    let version = vault.declaration().version().to_string();
    if said(&typed.notice_version) != version {
        wrong.wrong("/notice_version", "error-notice-changed", text);
    }
    if !problem.errors.is_empty() {
        return Err(problem);
    }
    let (Some(workshop), Some(service), Some(start)) = (workshop, service, start) else {
        return Err(problem);
    };
    let (Some(plate), Some(contact), Some(question)) = (plate, contact, question) else {
        return Err(problem);
    };
    Ok(NewBooking {
        workshop: values::WorkshopId::from_raw(workshop),
        service: values::ServiceId::from_raw(service),
        starts_at: Moment::from_millis(start.as_millisecond()),
        needs: Needs {
            length_cm: typed.length_cm.unwrap_or(0).clamp(0, 5000),
            height_cm: typed.height_cm.unwrap_or(0).clamp(0, 1000),
        },
        contact,
        plate,
        question,
        lang,
        notice_version: version,
        via: Via::Api,
        actor: Actor::Visitor,
        known: None,
        letters: customers::CustomerAnswer::NotShown,
        key: Some(key),
    })
}

/// Who it is: a name, and an e-mail or a telephone.
fn contact(
    typed: &BookingIn,
    lang: Lang,
    wrong: &mut Problem,
    text: &Text,
) -> Option<Personal<CustomerContact>> {
    let nobody = ContactIn::default();
    let typed = typed.contact.as_ref().unwrap_or(&nobody);
    let name = PersonName::parse(said(&typed.name));
    let name = take(wrong, "/contact/name", name, text);
    let email = Email::parse_optional(said(&typed.email));
    let email = take(wrong, "/contact/email", email, text);
    let phone = Phone::parse_optional(said(&typed.phone));
    let phone = take(wrong, "/contact/phone", phone, text);
    let organisation = Line::parse_optional(said(&typed.organisation));
    let organisation = take(wrong, "/contact/organisation", organisation, text);
    if matches!((&email, &phone), (Some(None), Some(None))) {
        wrong.wrong("/contact/email", "error-reach", text);
    }
    Some(Personal::new(CustomerContact {
        name: name?,
        email: email?,
        phone: phone?,
        organisation: organisation?,
        org_no: None,
        language: lang.tag().to_owned(),
        customer_no: None,
    }))
}

/// Books a time.
#[utoipa::path(post, path = "/api/v1/bookings", tag = "bookings", request_body = BookingIn,
    params(("Idempotency-Key" = String, Header, description = "Made by the client; the same key with the same body is the same booking")),
    responses(
        (status = 201, description = "Booked, or booked before under the same key", body = BookingOut),
        (status = 400, description = "Not JSON, or no key", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The time is taken; the nearest free ones are in the answer", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A field is wrong, or the key was used for another body", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn make(
    State(app): State<App>,
    Part(vault): Part<Vault>,
    page: Page,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let bad = |message: &str| Problem::new(StatusCode::BAD_REQUEST, message, &page.t);
    let key = headers.get("idempotency-key");
    let key = key.and_then(|key| key.to_str().ok()).map(str::trim);
    let Some(key) = key.filter(|key| (8..=200).contains(&key.len())) else {
        return Ok(bad("api-key").into_response());
    };
    let (Ok(text), true) = (std::str::from_utf8(&body), body.len() <= 32 * 1024) else {
        return Ok(bad("api-json").into_response());
    };
    let Ok(typed) = serde_json::from_str::<BookingIn>(text) else {
        return Ok(bad("api-json").into_response());
    };
    // Keys of the forms and of the API never meet.
    let key = Key::of(&vault, &format!("api {key}"), &[text]);
    let new = match parse(&vault, &page, &typed, key) {
        Ok(new) => new,
        Err(problem) => return Ok(problem.into_response()),
    };
    match book::book(&app, &vault, &new).await {
        Ok(booked) => made(&vault, &page, booked.id, booked.repeated).await,
        Err(error) => failed(&page, error),
    }
}

async fn made(
    vault: &Vault,
    page: &Page,
    id: values::BookingId,
    repeated: bool,
) -> Result<Response, Error> {
    let row = vault.store().read(move |db| book::by_id(db, id)).await?;
    let out = out(vault, page, &row.ok_or(Error::NotFound)?);
    let place = HeaderValue::from_str(&format!("/api/v1/bookings/{}", out.manage_code));
    let mut answer = (StatusCode::CREATED, Json(out)).into_response();
    if let Ok(place) = place {
        answer.headers_mut().insert(header::LOCATION, place);
    }
    if repeated {
        let yes = HeaderValue::from_static("true");
        answer.headers_mut().insert("idempotent-replayed", yes);
    }
    let store = answer.headers_mut();
    store.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}

fn failed(page: &Page, error: BookError) -> Result<Response, Error> {
    let text = &*page.t;
    let problem = match error {
        BookError::Taken(near) => {
            let mut problem = Problem::new(StatusCode::CONFLICT, "error-slot-taken", text);
            problem.nearest = near.into_iter().map(Moment::rfc3339).collect();
            problem
        }
        BookError::TooBig => Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "error-too-big", text),
        BookError::KeyUsed(_) => {
            Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "api-key-used", text)
        }
        BookError::Unknown => {
            let mut problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "api-fields", text);
            problem.wrong("/service", "error-choice", text);
            problem
        }
        BookError::Vault(VaultError::Refused(_)) => {
            return Err(Error::Conflict("booking-refused"));
        }
        BookError::Vault(error) => return Err(error.into()),
    };
    Ok(problem.into_response())
}

async fn find(vault: &Vault, code: &str) -> Result<BookingRow, Error> {
    book::id_of_code(vault, code).await?.ok_or(Error::NotFound)
}

/// Reads a booking.
#[utoipa::path(get, path = "/api/v1/bookings/{code}", tag = "bookings",
    params(("code" = String, Path, description = "The manage code")),
    responses((status = 200, description = "The booking", body = BookingOut),
        (status = 404, description = "No such booking")))]
pub(crate) async fn show(
    Part(vault): Part<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let row = find(&vault, &code).await?;
    Ok(Json(out(&vault, &page, &row)).into_response())
}

/// Gives a booking up.
#[utoipa::path(delete, path = "/api/v1/bookings/{code}", tag = "bookings",
    params(("code" = String, Path, description = "The manage code")),
    responses((status = 204, description = "Given up, now or before"),
        (status = 404, description = "No such booking"),
        (status = 409, description = "It is no longer open")))]
pub(crate) async fn cancel(
    State(app): State<App>,
    Part(vault): Part<Vault>,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let row = find(&vault, &code).await?;
    book::cancel(&app, &vault, holder(&row), row.id)
        .await
        .map_err(refused)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

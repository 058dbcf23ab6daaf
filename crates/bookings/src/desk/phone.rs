//! `/stab/bestill`: a time for a customer who is on the phone or at the counter.

use axum::{
    extract::{Query, State as In},
    http::StatusCode,
    response::Response,
};
use data_encoding::HEXLOWER;
use jiff::civil::Date;
use serde::Deserialize;
use values::{
    Email, FreeText, Line, Moment, PersonName, Phone, Plate, PlateKind, ServiceId, Typed,
    WorkshopId,
};
use vault::{Personal, Vault, VaultError};
use web::{App, Colleague, Error, Errors, Lang, Page, Service as Part, Signed, html_with};

use customers::{CustomerAnswer, CustomerContact, CustomerNotice};

use super::booking::start_of;
use crate::{
    book::{self, BookError, Key, NewBooking, Via},
    catalogue::{Catalogue, Needs},
    flow::duration,
};

/// Where and when the board was pressed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    verksted: Option<i64>,
    dag: String,
}

/// The form.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Draft {
    workshop: Option<i64>,
    service: Option<i64>,
    date: Typed,
    time: Typed,
    plate: Typed,
    name: Typed,
    organisation: Typed,
    email: Typed,
    phone: Typed,
    question: Typed,
    lang: Typed,
    letters: Typed,
    key: Typed,
}

#[derive(askama::Template)]
#[template(path = "stab-bestill.html")]
struct View {
    page: Page,
    draft: Draft,
    errors: Errors,
    near: Vec<String>,
    places: Vec<(i64, String)>,
    services: Vec<(i64, String)>,
    /// What to read out about letters to customers, where the declaration has them.
    letters: Vec<CustomerNotice>,
}

fn view(
    (vault, page): (&Vault, Page),
    catalogue: &Catalogue,
    draft: Draft,
    errors: Errors,
    near: &[Moment],
) -> View {
    let entities = catalogue.open_workshops().map(|one| one.controller);
    let letters = customers::customer_notices(vault, entities, page.lang);
    let services = catalogue.open_services().map(|one| {
        let long = duration(&page, one.minutes);
        (one.id.get(), format!("{} ({long})", one.name(page.lang)))
    });
    View {
        services: services.collect(),
        letters,
        places: catalogue
            .open_workshops()
            .map(|one| (one.id.get(), one.name.clone()))
            .collect(),
        near: near.iter().map(|at| book::when(&page.t, *at)).collect(),
        page,
        draft,
        errors,
    }
}

/// `GET /stab/bestill`.
pub(crate) async fn form(
    Part(vault): Part<Vault>,
    page: Page,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let catalogue = vault.store().read(|db| Catalogue::load(db)).await?;
    let draft = Draft {
        workshop: asked.verksted,
        date: Typed::from(
            asked
                .dag
                .parse::<Date>()
                .map_or_else(|_| String::new(), |day| day.to_string()),
        ),
        key: Typed::from(HEXLOWER.encode(&vault.world().secret())),
        lang: Typed::from(page.lang.tag()),
        ..Draft::default()
    };
    html_with(
        StatusCode::OK,
        &view((&vault, page), &catalogue, draft, Errors::new(), &[]),
    )
}

/// `POST /stab/bestill`.
pub(crate) async fn take(
    In(app): In<App>,
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    form: Signed<Draft>,
) -> Result<Response, Error> {
    let Signed {
        data: draft,
        mut errors,
    } = form;
    let catalogue = vault.store().read(|db| Catalogue::load(db)).await?;
    let again = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(new) = parse(&vault, who, &draft, &mut errors) else {
        return html_with(again, &view((&vault, page), &catalogue, draft, errors, &[]));
    };
    match book::book(&app, &vault, &new).await {
        Ok(booked) => {
            let to = format!("/stab/time/{}", booked.id);
            Ok(page.go_saying(&to, "notice-booked-desk"))
        }
        Err(BookError::Taken(near)) => {
            errors.add("time", "error-slot-taken");
            let status = StatusCode::CONFLICT;
            html_with(
                status,
                &view((&vault, page), &catalogue, draft, errors, &near),
            )
        }
        Err(BookError::KeyUsed(id)) => {
            Ok(page.go_saying(&format!("/stab/time/{id}"), "notice-booked-before"))
        }
        Err(BookError::TooBig) => {
            errors.add("workshop", "error-too-big");
            html_with(again, &view((&vault, page), &catalogue, draft, errors, &[]))
        }
        Err(BookError::Unknown) => {
            errors.add("service", "error-choice");
            html_with(again, &view((&vault, page), &catalogue, draft, errors, &[]))
        }
        Err(BookError::Vault(VaultError::Refused(_))) => Err(Error::Conflict("booking-refused")),
        Err(BookError::Vault(error)) => Err(error.into()),
    }
}

fn parse(vault: &Vault, who: Colleague, draft: &Draft, errors: &mut Errors) -> Option<NewBooking> {
    let start = start_of(&draft.date, &draft.time, errors);
    let plate = errors.take(
        "plate",
        Plate::parse(draft.plate.as_str()).and_then(any_kind),
    );
    let name = errors.take("name", PersonName::parse(draft.name.as_str()));
    let email = errors.take("email", Email::parse_optional(draft.email.as_str()));
    let phone = errors.take("phone", Phone::parse_optional(draft.phone.as_str()));
    let organisation = errors.take(
        "organisation",
        Line::parse_optional(draft.organisation.as_str()),
    );
    if matches!((&email, &phone), (Some(None), Some(None))) {
        errors.add("phone", "error-reach");
    }
    let question = errors.take(
        "question",
        FreeText::parse_optional(draft.question.as_str()),
    );
    for (field, chosen) in [("workshop", draft.workshop), ("service", draft.service)] {
        if chosen.is_none() {
            errors.add(field, "error-choice");
        }
    }
    if errors.any() {
        return None;
    }
    let lang = Lang::from_tag(draft.lang.as_str()).unwrap_or_default();
    let (date, time) = (draft.date.as_str(), draft.time.as_str());
    let body = [date, time, draft.plate.as_str(), draft.name.as_str()];
    Some(NewBooking {
        workshop: WorkshopId::from_raw(draft.workshop?),
        service: ServiceId::from_raw(draft.service?),
        starts_at: start?,
        needs: Needs::default(),
        contact: Personal::new(CustomerContact {
            name: name?,
            email: email?,
            phone: phone?,
            organisation: organisation?,
            org_no: None,
            language: lang.tag().to_owned(),
            customer_no: None,
        }),
        plate: plate?,
        question: question?,
        lang,
        notice_version: vault.declaration().version().to_string(),
        via: Via::Staff,
        actor: who.actor(),
        known: None,
        letters: CustomerAnswer::of_desk(draft.letters.as_str()),
        key: Some(Key::of(vault, draft.key.as_str(), &body)),
    })
}

/// Staff see the vehicle's papers or hear the plate twice: a foreign one needs no tick.
fn any_kind(plate: Plate) -> Result<Plate, values::FieldError> {
    match plate.kind() {
        PlateKind::Foreign => Plate::parse_foreign(plate.reveal()),
        _ => Ok(plate),
    }
}

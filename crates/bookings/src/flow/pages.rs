//! The pages of the flow.

use std::sync::Arc;

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use customers::CustomerNotice;
use data_encoding::HEXLOWER;
use serde::Deserialize;
use values::{Moment, Typed};
use vault::{Actor, Vault, VaultError};
use vehicles::register::VehicleRegister;
use web::{App, Counted, Error, Errors, Form, Page, Service as Part, Visitor, html_with};

use super::{
    draft::{Draft, Step, Wish},
    prefill::prefill,
    view::{self, Notice, Week},
};
use crate::{
    book::{self, BookError, Key, NewBooking, Via},
    catalogue::Catalogue,
};

/// A service to choose.
struct Choice {
    id: i64,
    name: String,
    about: String,
    aside: String,
    checked: bool,
}

/// A workshop to choose.
struct Place {
    id: i64,
    name: String,
    place: String,
    chosen: bool,
}

#[derive(askama::Template)]
#[template(path = "bestill.html")]
struct Flow {
    page: Page,
    step: Step,
    draft: Draft,
    errors: Errors,
    services: Vec<Choice>,
    lengths: Vec<(i64, &'static str)>,
    places: Vec<Place>,
    week: Option<Week>,
    near: Vec<(i64, String)>,
    notice: Notice,
    /// About letters to customers of the workshop's legal entity, where the declaration has them.
    letters: Option<CustomerNotice>,
    summary: Option<view::Summary>,
    offers_look_up: bool,
    closed: bool,
}

impl Flow {
    fn labels(&self) -> Vec<&str> {
        let labels = Step::ALL.into_iter();
        labels
            .map(|step| self.page.t.s(step.message_id()))
            .collect()
    }

    fn at(&self) -> usize {
        Step::ALL
            .into_iter()
            .position(|step| step == self.step)
            .unwrap_or(0)
    }

    fn foreign_hint(&self) -> bool {
        self.draft.foreign || self.errors.of("plate").is_some()
    }

    fn back(&self) -> Option<&'static str> {
        Some(Step::ALL[self.at().checked_sub(1)?].word())
    }
}

/// The house around a page of the flow.
struct Around {
    app: App,
    vault: Vault,
    page: Page,
    catalogue: Catalogue,
}

/// What the address of the form chooses: a page about a workshop leads to that workshop.
#[derive(Default, Deserialize)]
pub(crate) struct Chosen {
    #[serde(default)]
    verksted: Typed,
}

/// `GET /bestill`.
pub(crate) async fn begin(
    State(app): State<App>,
    Part(vault): Part<Vault>,
    page: Page,
    visitor: Visitor,
    Query(chosen): Query<Chosen>,
) -> Result<Response, Error> {
    let mut draft = Draft {
        key: Typed::from(HEXLOWER.encode(&vault.world().secret())),
        ..Draft::default()
    };
    if let Some(me) = visitor.me() {
        prefill(&vault, me.subject, &mut draft).await?;
    }
    let around = around(app, vault, page).await?;
    let workshop = chosen.verksted.as_str().parse().ok();
    let mut open = around.catalogue.open_workshops();
    let workshop = workshop.and_then(|id: i64| open.find(|one| one.id.get() == id));
    draft.workshop = workshop.map(|one| one.id.get());
    // The visit is counted to the company that runs the workshop.
    let controller = workshop.map(|one| one.controller);
    let mut answer = show(
        &around,
        Step::Vehicle,
        draft,
        Errors::new(),
        StatusCode::OK,
        Vec::new(),
    )
    .await?;
    answer.extensions_mut().insert(Counted {
        controller,
        ..Counted::default()
    });
    Ok(answer)
}

async fn around(app: App, vault: Vault, page: Page) -> Result<Around, Error> {
    let catalogue = vault.store().read(|db| Catalogue::load(db)).await?;
    Ok(Around {
        app,
        vault,
        page,
        catalogue,
    })
}

/// `POST /bestill`: every button of the flow.
pub(crate) async fn go(
    State(app): State<App>,
    Part(vault): Part<Vault>,
    page: Page,
    visitor: Visitor,
    form: Form<Draft>,
) -> Result<Response, Error> {
    let Form {
        data: mut draft,
        errors: given,
    } = form;
    if draft.key.is_blank() {
        draft.key = Typed::from(HEXLOWER.encode(&vault.world().secret()));
    }
    let wish = draft.wish();
    let around = around(app, vault, page).await?;
    let version = around.vault.declaration().version().to_string();
    let (step, needed) = match wish {
        Wish::See(step) => (step, step),
        Wish::Book => (Step::Summary, Step::Summary),
    };
    if let Err((step, errors)) = draft.check(needed, &around.catalogue, &version, &given) {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return show(&around, step, draft, errors, status, Vec::new()).await;
    }
    match wish {
        Wish::See(_) => {
            show(
                &around,
                step,
                draft,
                Errors::new(),
                StatusCode::OK,
                Vec::new(),
            )
            .await
        }
        Wish::Book => finish(around, visitor, draft).await,
    }
}

async fn finish(around: Around, visitor: Visitor, draft: Draft) -> Result<Response, Error> {
    let vault = &around.vault;
    let Some(new) = new_booking(&around, visitor, &draft) else {
        return Err(Error::BadRequest("draft"));
    };
    match book::book(&around.app, vault, &new).await {
        Ok(booked) => {
            if draft.look_up && !booked.repeated {
                look_up(&around.app, vault, &new, booked.id).await;
            }
            let code = book::code_of(vault, booked.id);
            let to = format!("/time/{code}");
            Ok(around.page.go_saying(&to, "notice-booked"))
        }
        Err(BookError::KeyUsed(id)) => {
            let to = format!("/time/{}", book::code_of(vault, id));
            Ok(around.page.go_saying(&to, "notice-booked-before"))
        }
        Err(BookError::Taken(near)) => {
            again_at_time(&around, draft, "error-slot-taken", near).await
        }
        Err(BookError::TooBig) => again_at_time(&around, draft, "error-too-big", Vec::new()).await,
        Err(BookError::Unknown) => again_at_time(&around, draft, "error-choice", Vec::new()).await,
        Err(BookError::Vault(VaultError::Refused(_))) => Err(Error::Conflict("booking-refused")),
        Err(BookError::Vault(error)) => Err(error.into()),
    }
}

async fn again_at_time(
    around: &Around,
    mut draft: Draft,
    message: &'static str,
    near: Vec<Moment>,
) -> Result<Response, Error> {
    let mut errors = Errors::new();
    errors.add("start", message);
    if let Some(start) = draft.start() {
        draft.week = Typed::from(start.local_date().to_string());
    }
    draft.start = None;
    show(
        around,
        Step::Time,
        draft,
        errors,
        StatusCode::CONFLICT,
        near,
    )
    .await
}

fn new_booking(around: &Around, visitor: Visitor, draft: &Draft) -> Option<NewBooking> {
    let mut errors = Errors::new();
    let lang = around.page.lang;
    let me = visitor.me();
    let parts = draft.parts();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    Some(NewBooking {
        workshop: draft.workshop(&around.catalogue)?.id,
        service: draft.service(&around.catalogue)?.id,
        starts_at: draft.start()?,
        needs: draft.needs(),
        contact: draft.contact(lang, &mut errors)?,
        plate: draft.plate(&mut errors)?,
        question: draft.question(&mut errors),
        lang,
        notice_version: draft.notice.as_str().to_owned(),
        via: Via::Web,
        actor: me.map_or(Actor::Visitor, |me| Actor::Subject(me.subject)),
        known: me.map(|me| me.subject),
        letters: draft.letters(letters(around, draft).as_ref()),
        key: Some(Key::of(&around.vault, draft.key.as_str(), &parts)),
    })
}

/// The customer's own click. Whatever comes of it, the booking stands.
async fn look_up(app: &App, vault: &Vault, new: &NewBooking, id: values::BookingId) {
    let Ok(register) = app.service::<Arc<dyn VehicleRegister>>() else {
        return;
    };
    let done = crate::book::look_up_for(vault, &**register, &new.plate, id, new).await;
    if let Err(error) = done {
        tracing::warn!(%error, "look-up after booking");
    }
}

fn letters(around: &Around, draft: &Draft) -> Option<CustomerNotice> {
    let workshop = draft.workshop(&around.catalogue)?;
    customers::customer_notice(&around.vault, workshop.controller, around.page.lang)
}

async fn show(
    around: &Around,
    step: Step,
    draft: Draft,
    errors: Errors,
    status: StatusCode,
    near: Vec<Moment>,
) -> Result<Response, Error> {
    let (page, catalogue) = (&around.page, &around.catalogue);
    let lang = page.lang;
    let mut flow = Flow {
        page: page.clone(),
        step,
        services: Vec::new(),
        lengths: Vec::new(),
        places: Vec::new(),
        week: None,
        near: near
            .iter()
            .map(|at| {
                (
                    at.millis(),
                    format!("{} {}", page.on_day(*at), page.time(*at)),
                )
            })
            .collect(),
        notice: view::notice(&around.vault, lang),
        letters: letters(around, &draft),
        summary: None,
        offers_look_up: around.app.service::<Arc<dyn VehicleRegister>>().is_ok(),
        closed: catalogue.open_workshops().next().is_none()
            || catalogue.open_services().next().is_none(),
        draft,
        errors,
    };
    match step {
        Step::Vehicle | Step::Contact => {}
        Step::Service => fill_services(&mut flow, catalogue),
        Step::Time => fill_times(&mut flow, around).await?,
        Step::Summary => flow.summary = view::summary(&flow.page, &flow.draft, catalogue),
    }
    html_with(status, &flow)
}

fn fill_services(flow: &mut Flow, catalogue: &Catalogue) {
    let lang = flow.page.lang;
    flow.services = catalogue
        .open_services()
        .map(|service| Choice {
            id: service.id.get(),
            name: service.name(lang).to_owned(),
            about: service.about(lang).to_owned(),
            aside: view::duration(&flow.page, service.minutes),
            checked: flow.draft.service == Some(service.id.get()),
        })
        .collect();
    let mut bays = catalogue.open_workshops().flat_map(|one| &one.bays);
    if bays.any(|bay| bay.max_length_cm.is_some()) {
        flow.lengths = vec![
            (600, "flow-length-600"),
            (1000, "flow-length-1000"),
            (1300, "flow-length-1300"),
            (2000, "flow-length-2000"),
            (2525, "flow-length-2525"),
        ];
    }
}

async fn fill_times(flow: &mut Flow, around: &Around) -> Result<(), Error> {
    let catalogue = &around.catalogue;
    let needs = flow.draft.needs();
    let (Some(workshop), Some(service)) = (
        flow.draft.workshop(catalogue),
        flow.draft.service(catalogue),
    ) else {
        return Ok(());
    };
    flow.draft.workshop = Some(workshop.id.get());
    flow.places = catalogue
        .open_workshops()
        .map(|one| Place {
            id: one.id.get(),
            name: one.name.clone(),
            place: one.place(),
            chosen: one.id == workshop.id,
        })
        .collect();
    if !workshop.takes(needs) {
        flow.errors.add("start", "error-too-big");
        return Ok(());
    }
    let free = view::all_free(&around.vault, workshop, service, needs, None).await?;
    flow.week = Some(view::week(&flow.page, free, flow.draft.week()));
    Ok(())
}

//! `/stab/inn`: a vehicle comes, with a booking or without.

use axum::{extract::State, response::Response};
use bookings::{BookingRow, Catalogue, Workshop};
use customers::{CustomerAnswer, CustomerContact, CustomerNotice};
use store::StoreError;
use values::{BookingId, Plate, SubjectId, Typed, WorkOrderId, WorkshopId};
use vault::{Personal, Vault, VaultError};
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use super::{
    forms::{IntakeForm, parse_common, parse_contact},
    receive::{Arrival, Customer, HERE, receive},
};
use crate::at::At;
use crate::desk;

#[derive(askama::Template)]
#[template(path = "intake-plate.html")]
struct Begin {
    page: Page,
    typed: IntakeForm,
    errors: Errors,
}

#[derive(askama::Template)]
#[template(path = "intake.html")]
struct Intake {
    page: Page,
    booked: Option<Booked>,
    plate: Plate,
    workshops: Vec<Workshop>,
    here: Option<WorkshopId>,
    in_house: Option<WorkOrderId>,
    /// What to read out about letters to customers, where that has not been done.
    letters: Vec<CustomerNotice>,
    typed: IntakeForm,
    errors: Errors,
}

/// A booking as the intake shows it.
struct Booked {
    row: BookingRow,
    contact: Option<Personal<CustomerContact>>,
    enquiry: Option<Personal<bookings::Enquiry>>,
    service: String,
}

/// Which vehicle?
pub(crate) async fn begin(page: Page) -> Result<Response, Error> {
    html(&Begin {
        page,
        typed: IntakeForm::default(),
        errors: Errors::new(),
    })
}

fn parse_plate(typed: &IntakeForm, errors: &mut Errors) -> Option<Plate> {
    let text = typed.plate.as_str();
    let parsed = if typed.foreign {
        Plate::parse_foreign(text)
    } else {
        Plate::parse(text)
    };
    errors.take("plate", parsed)
}

/// The plate is known: a booking of today for it leads to its intake, else the form is shown. The
/// plate travels in the form, never in the address.
pub(crate) async fn start(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    form: Signed<IntakeForm>,
) -> Result<Response, Error> {
    let Signed {
        data: mut typed,
        mut errors,
    } = form;
    let Some(plate) = parse_plate(&typed, &mut errors) else {
        return html_again(&Begin {
            page,
            typed,
            errors,
        });
    };
    let vehicle = vehicles::find(&vault, &plate).await?;
    let today = app.world.now().local_date();
    if let Some(vehicle) = vehicle {
        let booked = vault
            .store()
            .read(move |db| bookings::find_by_vehicle(db, vehicle))
            .await?;
        let due = booked.iter().find(|row| {
            row.state == bookings::State::Booked && row.starts_at.local_date() == today
        });
        if let Some(row) = due {
            return Ok(page.go(&format!("/stab/inn/{}", row.id)));
        }
    }
    if typed.owner.is_blank() {
        typed.owner = Typed::from("self");
        typed.deliverer = Typed::from("self");
    }
    html(&form_for(&vault, page, who, (None, plate, vehicle), (typed, errors)).await?)
}

async fn form_for(
    vault: &Vault,
    page: Page,
    who: Colleague,
    (booked, plate, vehicle): (Option<Booked>, Plate, Option<SubjectId>),
    (typed, errors): (IntakeForm, Errors),
) -> Result<Intake, Error> {
    let (catalogue, in_house) = vault
        .store()
        .read(move |db| {
            let in_house = match vehicle {
                Some(vehicle) => super::open_order_of(db, vehicle)?,
                None => None,
            };
            Ok((Catalogue::load(db)?, in_house))
        })
        .await?;
    let chosen = typed.workshop.as_str().parse().ok();
    let letters = letters(vault, &page, booked.as_ref(), &catalogue).await?;
    Ok(Intake {
        letters,
        here: chosen.or_else(|| desk::home_of(&catalogue, who)),
        workshops: catalogue.workshops,
        page,
        booked,
        plate,
        in_house,
        typed,
        errors,
    })
}

/// The notice of the booking's legal entity, if its customer has an e-mail and was not asked before; of
/// those of every workshop for somebody without a booking.
async fn letters(
    vault: &Vault,
    page: &Page,
    booked: Option<&Booked>,
    catalogue: &Catalogue,
) -> Result<Vec<CustomerNotice>, Error> {
    let Some(Booked { row, contact, .. }) = booked else {
        let entities = catalogue.workshops.iter().map(|one| one.controller);
        return Ok(customers::customer_notices(vault, entities, page.lang));
    };
    let reached = contact.as_ref().is_some_and(|one| one.email.is_some());
    let notice = customers::customer_notices(vault, [row.controller], page.lang);
    if !reached || notice.is_empty() {
        return Ok(Vec::new());
    }
    let asked = customers::was_asked_as_customer(vault, row.subject, row.controller).await?;
    Ok(if asked { Vec::new() } else { notice })
}

/// The booking with what the adviser needs to see of it, opened under its own case.
async fn open_booking(
    vault: &Vault,
    page: &Page,
    who: Colleague,
    id: BookingId,
) -> Result<(Booked, Plate), Error> {
    let (row, catalogue) = vault
        .store()
        .read(move |db| Ok((bookings::by_id(db, id)?, Catalogue::load(db)?)))
        .await?;
    let row = row.ok_or(Error::NotFound)?;
    let shown = bookings::open_for_staff(vault, &row, who.actor()).await?;
    let link = shown.link.ok_or(Error::Gone)?;
    let service = catalogue
        .service(row.service)
        .map_or_else(String::new, |service| service.name(page.lang).to_owned());
    let plate = link.plate.clone();
    let booked = Booked {
        row,
        contact: shown.contact,
        enquiry: shown.enquiry,
        service,
    };
    Ok((booked, plate))
}

/// The intake of a booking.
pub(crate) async fn booked(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<BookingId>,
) -> Result<Response, Error> {
    let there = vault
        .store()
        .read(move |db| crate::order::by_booking(db, id))
        .await?;
    if let Some(order) = there {
        return Ok(page.go(&format!("/stab/ordre/{}", order.id)));
    }
    let (booked, plate) = open_booking(&vault, &page, who, id).await?;
    let vehicle = Some(booked.row.vehicle);
    let typed = IntakeForm {
        owner: Typed::from("self"),
        deliverer: Typed::from("self"),
        job: Typed::from(booked.service.as_str()),
        ..IntakeForm::default()
    };
    let parts = (Some(booked), plate, vehicle);
    html(&form_for(&vault, page, who, parts, (typed, Errors::new())).await?)
}

/// Receives a booked vehicle.
pub(crate) async fn receive_booked(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<BookingId>,
    form: Signed<IntakeForm>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let (booked, plate) = open_booking(&vault, &page, who, id).await?;
    let common = parse_common(&typed, &mut errors);
    let (Some(common), false) = (common, errors.any()) else {
        let parts = (Some(booked), plate, None);
        return html_again(&form_for(&vault, page, who, parts, (typed, errors)).await?);
    };
    let email = booked.contact.as_ref().and_then(|one| one.email.clone());
    let arrival = Arrival {
        letters: (CustomerAnswer::of_desk(typed.letters.as_str()), email),
        controller: booked.row.controller,
        workshop: booked.row.workshop,
        lang: booked.row.lang,
        customer: Customer::Booked(Box::new(booked.row)),
        plate,
        owner: common.owner,
        deliverer: common.deliverer,
        words: common.words,
        job: common.job,
        condition: common.condition,
    };
    go_on(&app, &vault, &page, who, &arrival).await
}

/// Receives a vehicle that was not booked.
pub(crate) async fn receive_walk_in(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    form: Signed<IntakeForm>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let Some(plate) = parse_plate(&typed, &mut errors) else {
        return html_again(&Begin {
            page,
            typed,
            errors,
        });
    };
    let catalogue = vault.store().read(|db| Catalogue::load(db)).await?;
    let chosen = typed.workshop.as_str().parse::<WorkshopId>().ok();
    let workshop = chosen.and_then(|id| catalogue.workshop(id));
    if workshop.is_none() {
        errors.add("workshop", "error-choice");
    }
    let common = parse_common(&typed, &mut errors);
    let contact = parse_contact(&typed, &mut errors, page.lang);
    let (Some(common), Some(contact), Some(workshop), false) =
        (common, contact, workshop, errors.any())
    else {
        let vehicle = vehicles::find(&vault, &plate).await?;
        let parts = (None, plate, vehicle);
        return html_again(&form_for(&vault, page, who, parts, (typed, errors)).await?);
    };
    let letters = CustomerAnswer::of_desk(typed.letters.as_str());
    let arrival = Arrival {
        letters: (letters, contact.email.clone()),
        customer: Customer::Here(Box::new(contact)),
        controller: workshop.controller,
        workshop: workshop.id,
        plate,
        owner: common.owner,
        deliverer: common.deliverer,
        words: common.words,
        job: common.job,
        condition: common.condition,
        lang: page.lang,
    };
    go_on(&app, &vault, &page, who, &arrival).await
}

async fn go_on(
    app: &App,
    vault: &Vault,
    page: &Page,
    who: Colleague,
    arrival: &Arrival,
) -> Result<Response, Error> {
    let register = crate::register_of(app);
    match receive(vault, register.as_deref(), who.actor(), arrival).await {
        Ok(received) => Ok(page.go(&format!("/stab/inntak/{}", received.visit))),
        Err(VaultError::Store(StoreError::Refused(HERE))) => {
            let vehicle = vehicles::find(vault, &arrival.plate).await?;
            let there = match vehicle {
                Some(vehicle) => {
                    let there = vault
                        .store()
                        .read(move |db| super::open_order_of(db, vehicle));
                    there.await?
                }
                None => None,
            };
            match there {
                Some(order) => {
                    Ok(page.go_saying(&format!("/stab/ordre/{order}"), "notice-repair-here"))
                }
                None => Err(Error::Conflict(HERE)),
            }
        }
        Err(error) => Err(error.into()),
    }
}

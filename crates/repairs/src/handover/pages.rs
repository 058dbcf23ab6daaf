//! `/stab/ordre/{id}/utlevering`: hand-over; and the documents as they were rendered then.

use axum::{
    extract::{Path, State},
    response::Response,
};
use declaration::vocabulary::{Category, purpose};
use values::{Typed, WorkOrderId};
use vault::{Ask, Sealed, Vault};
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use super::{
    Copy,
    close::close,
    documents_of,
    forms::{HandOverForm, parse},
};
use crate::at::At;
use crate::{
    job,
    order::{self, Opened, order_for},
    records::{Purchase, VehicleDocument},
    words::Stage,
};

/// What is usual.
const USUAL_TERMS: &str = "14";

#[derive(askama::Template)]
#[template(path = "handover.html")]
struct HandOverPage {
    page: Page,
    open: Opened,
    typed: HandOverForm,
    errors: Errors,
}

impl HandOverPage {
    fn blocked(&self) -> bool {
        self.open.guard.is_err() || self.open.totals.unpriced > 0
    }
}

fn usual(open: &Opened) -> HandOverForm {
    let contact = open.contact.as_ref();
    let company = contact.and_then(|contact| contact.organisation.as_ref());
    let org_no = contact.and_then(|contact| contact.org_no.as_ref());
    let name = match company {
        Some(company) => company.reveal(),
        None => contact.map_or("", |contact| contact.name.reveal()),
    };
    let email = contact.and_then(|contact| contact.email.as_ref());
    HandOverForm {
        buyer: Typed::from(if company.is_some() {
            "business"
        } else {
            "consumer"
        }),
        collector: Typed::from("self"),
        payer: Typed::from("self"),
        name: Typed::from(name),
        org_no: Typed::from(org_no.map_or("", |org_no| org_no.reveal())),
        email: Typed::from(email.map_or("", |email| email.reveal())),
        terms: Typed::from(USUAL_TERMS),
        ..HandOverForm::default()
    }
}

/// The form.
pub(crate) async fn ask(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<WorkOrderId>,
) -> Result<Response, Error> {
    let open = order_for(&vault, who, id).await?;
    if open.order().stage == Stage::Closed {
        return Ok(page.go(&format!("/stab/ordre/{id}")));
    }
    let typed = usual(&open);
    html(&HandOverPage {
        page,
        open,
        typed,
        errors: Errors::new(),
    })
}

/// Hands over.
pub(crate) async fn hand_over(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<WorkOrderId>,
    form: Signed<HandOverForm>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let Some(how) = parse(&typed, &mut errors) else {
        let open = order_for(&vault, who, id).await?;
        return html_again(&HandOverPage {
            page,
            open,
            typed,
            errors,
        });
    };
    close(&app, &vault, who.actor(), id, &how).await?;
    Ok(page.go_saying(&format!("/stab/ordre/{id}"), "notice-repair-closed"))
}

/// A document on its own, ready to print.
#[derive(askama::Template)]
#[template(path = "document.html")]
pub(crate) struct Sheet {
    pub page: Page,
    pub document: String,
    pub number: i64,
}

/// A document of an order: the customer's copy, or the vehicle's when the customer's is gone.
pub(crate) async fn document_of(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    Path((id, copy)): Path<(i64, String)>,
) -> Result<Response, Error> {
    let id = WorkOrderId::from_raw(id);
    let order = job::order(&vault, id).await?;
    let wanted = match copy.as_str() {
        "kunde" => Copy::Customer,
        "kjoretoy" => Copy::Vehicle,
        _ => return Err(Error::NotFound),
    };
    let rows = vault.store().read(move |db| documents_of(db, id)).await?;
    let row = rows
        .into_iter()
        .find(|row| row.copy == wanted)
        .ok_or(Error::NotFound)?;
    let category = match wanted {
        Copy::Customer => Category::Purchase,
        Copy::Vehicle => Category::Work,
    };
    let ask = Ask::open(who.actor(), row.subject)
        .of(&[category])
        .case("visit", order.visit.get());
    let permit = vault.permit::<purpose::Visit>(ask).await?;
    let record = row.record;
    let document = match wanted {
        Copy::Customer => {
            let sealed = vault
                .store()
                .read(move |db| Sealed::<Purchase>::load(db, record));
            let sealed = sealed.await?.ok_or(Error::Gone)?;
            vault.open(&permit, &sealed)?.document.clone()
        }
        Copy::Vehicle => {
            let sealed = vault
                .store()
                .read(move |db| Sealed::<VehicleDocument>::load(db, record));
            let sealed = sealed.await?.ok_or(Error::Gone)?;
            vault.open(&permit, &sealed)?.document.clone()
        }
    };
    html(&Sheet {
        page,
        document,
        number: order.number,
    })
}

/// What an order that is not closed answers an addition with.
pub(crate) const NOT_CLOSED: &str = "repair-not-closed";

/// The order of an addition.
pub(super) async fn closed_order(vault: &Vault, id: WorkOrderId) -> Result<order::OrderRow, Error> {
    let order = job::order(vault, id).await?;
    if order.closed() {
        Ok(order)
    } else {
        Err(Error::Conflict(NOT_CLOSED))
    }
}

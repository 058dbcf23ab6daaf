//! The work is done, and the customer is told: by letter, or by the adviser's telephone where there is no
//! address or the customer would rather be rung up.

use axum::{extract::State, response::Response};
use declaration::vocabulary::{Category, purpose};
use letters::{Letter, Posted};
use serde::Deserialize;
use store::{Db, StoreError};
use values::{SubjectId, WorkOrderId};
use vault::{Ask, Keep, ServiceMessage, Vault, VaultError, Work};
use web::{App, Arg, Colleague, Error, Page, Service, Signed};

use super::{CLOSED, OrderRow, post::here, sql};
use crate::{at::At, job};

/// So long the same thing is told once.
const ONCE_MS: i64 = 600_000;

/// How the customer hears of it.
#[derive(Clone, Copy)]
enum Hears {
    /// By letter.
    Mail,
    /// From the adviser: there is no address.
    NoAddress,
    /// From the adviser: the customer would rather be rung up.
    Rather,
}

/// A button only.
#[derive(Deserialize)]
pub(crate) struct Button {}

/// The work is done, and the customer is told so.
pub(crate) async fn ready(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<WorkOrderId>,
    _: Signed<Button>,
) -> Result<Response, Error> {
    let order = job::order(&vault, id).await?;
    let hears = vault::again(|| async { tell(&app, &vault, who, &order).await }).await?;
    let notice = match hears {
        Hears::Mail => "notice-repair-told",
        Hears::NoAddress => "notice-repair-call",
        Hears::Rather => "notice-repair-call-rather",
    };
    Ok(page.go_saying(&here(id), notice))
}

/// Whether a customer would rather be rung up.
pub(crate) fn would_rather(
    db: &mut dyn Db,
    customer: Option<SubjectId>,
) -> Result<bool, StoreError> {
    customer.map_or(Ok(false), |customer| {
        vault::said_no_to_service(db, customer, ServiceMessage::Ready)
    })
}

async fn tell(
    app: &App,
    vault: &Vault,
    who: Colleague,
    order: &OrderRow,
) -> Result<Hears, VaultError> {
    let mut work = vault.work();
    let (customer, store) = (order.customer, vault.store());
    let rather = store.read(move |db| would_rather(db, customer)).await?;
    let (posted, hears) = match customer {
        Some(_) if rather => (None, Hears::Rather),
        Some(customer) => {
            let posted = letter(app, vault, &mut work, who, (order, customer)).await?;
            let hears = posted.as_ref().map_or(Hears::NoAddress, |_| Hears::Mail);
            (posted, hears)
        }
        None => (None, Hears::NoAddress),
    };
    let (at, id) = (work.at(), order.id);
    let laid = work.finish();
    let write = store.write(move |db| {
        laid.lay(db)?;
        if db.exec(&sql::TOLD, &[id.get().into(), at.millis().into()])? != 1 {
            return Err(StoreError::Refused(CLOSED));
        }
        posted.as_ref().map_or(Ok(()), |posted| posted.enqueue(db))
    });
    write.await?;
    Ok(hears)
}

/// The letter, if there is an address; with the way out of letters of this kind.
async fn letter(
    app: &App,
    vault: &Vault,
    work: &mut Work,
    who: Colleague,
    (order, customer): (&OrderRow, SubjectId),
) -> Result<Option<Posted>, VaultError> {
    let ask = Ask::open(who.actor(), customer)
        .of(&[Category::Contact, Category::Correspondence])
        .case("visit", order.visit.get());
    let permit = vault.permit::<purpose::Visit>(ask).await?;
    let contact = customers::latest_contact(vault, &permit).await?;
    let Some(email) = contact.and_then(|(_, contact)| contact.email.clone()) else {
        return Ok(None);
    };
    let text = app.texts.of(order.lang);
    let number = order.number.to_string();
    let catalogue = vault.store().read(|db| bookings::Catalogue::load(db));
    let catalogue = catalogue.await?;
    let place = catalogue.workshop(order.workshop);
    let place = place.map_or_else(String::new, |one| format!("{}, {}", one.name, one.place()));
    let out = customers::service_link(vault, order.lang, customer, ServiceMessage::Ready)?;
    let out = format!("{}{out}", app.settings.base_url);
    let args: [(&str, &dyn Arg); 3] = [("number", &number), ("place", &place), ("out", &out)];
    let letter = Letter::new(
        email,
        text.f("repair-letter-ready-subject", &args),
        text.f("repair-letter-ready", &args),
    )
    .in_lang(order.lang)
    .from(order.controller);
    let keep = Keep::from("visit", order.visit.get(), work.at());
    // Pressed twice it is told once; pressed again later it is told again.
    let window = work.at().millis() / ONCE_MS;
    let dedup = format!("ready-{}-{}-{window}", order.id.get(), order.changes);
    letters::post(work, &permit, letter, &dedup, &keep).map(Some)
}

/// What the adviser heard about it.
#[derive(Deserialize)]
pub(crate) struct Heard {
    rather: bool,
}

/// The customer has said on the telephone or at the desk how they want to hear of it.
pub(crate) async fn rather(
    Service(vault): Service<Vault>,
    page: Page,
    At(id): At<WorkOrderId>,
    form: Signed<Heard>,
) -> Result<Response, Error> {
    let order = job::order(&vault, id).await?;
    let customer = order.customer.ok_or(Error::Gone)?;
    let notice = if form.data.rather {
        vault.stop_service(customer, ServiceMessage::Ready).await?;
        "notice-repair-rather"
    } else {
        vault
            .resume_service(customer, ServiceMessage::Ready)
            .await?;
        "notice-repair-mail-again"
    };
    Ok(page.go_saying(&here(id), notice))
}

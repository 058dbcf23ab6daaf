//! `/stab/reklamasjon`: what waits, and finding the order somebody complains about. By number, plate and
//! reference: no name is opened for a list.

use std::collections::BTreeMap;

use axum::response::Response;
use declaration::vocabulary::purpose;
use serde::Deserialize;
use store::{Db, StoreError};
use values::{Plate, SubjectId, Typed};
use vault::Vault;
use web::{Colleague, Error, Page, Service, Signed, html};

use super::{CASE, CaseRow, known::board};
use crate::{
    open::{self, VehicleShown, Wanted},
    order::{self, OrderRow},
};

/// At most so many orders; more is no answer.
const AT_MOST: usize = 12;

/// What is searched for.
#[derive(Default, Deserialize)]
pub(crate) struct Search {
    #[serde(default)]
    q: Typed,
}

/// A case in the list.
struct Line {
    row: CaseRow,
    order: OrderRow,
    days: i64,
}

#[derive(askama::Template)]
#[template(path = "complaints.html")]
struct List {
    page: Page,
    q: Typed,
    searched: bool,
    orders: Vec<OrderRow>,
    waiting: Vec<Line>,
    done: Vec<Line>,
    vehicles: BTreeMap<SubjectId, VehicleShown>,
}

impl List {
    fn vehicle(&self, order: &OrderRow) -> Option<&VehicleShown> {
        self.vehicles.get(&order.vehicle)
    }
}

/// What waits, and what is over.
pub(crate) async fn list(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
) -> Result<Response, Error> {
    shown(&vault, page, who, (Typed::default(), Vec::new())).await
}

/// The same, with the orders a search has found.
pub(crate) async fn search(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    form: Signed<Search>,
) -> Result<Response, Error> {
    let q = form.data.q;
    let orders = find(&vault, q.as_str()).await?;
    shown(&vault, page, who, (q, orders)).await
}

async fn shown(
    vault: &Vault,
    page: Page,
    who: Colleague,
    (q, orders): (Typed, Vec<OrderRow>),
) -> Result<Response, Error> {
    let now = page.now();
    let read = move |db: &mut dyn Db| {
        let (waiting, done) = board(db)?;
        let mut line = |row: CaseRow| {
            let order = order::by_id(db, row.order)?;
            let days = now.millis().saturating_sub(row.opened_at.millis()) / 86_400_000;
            Ok::<_, StoreError>(order.map(|order| Line { row, order, days }))
        };
        let mut list = |rows: Vec<CaseRow>| {
            let mut lines = Vec::with_capacity(rows.len());
            for row in rows {
                lines.extend(line(row)?);
            }
            Ok::<_, StoreError>(lines)
        };
        Ok((list(waiting)?, list(done)?))
    };
    let (waiting, done) = vault.store().read(read).await?;
    let mut wanted: Vec<Wanted> = orders
        .iter()
        .map(|order| (order.vehicle, "order", order.id.get()))
        .collect();
    let cases = waiting.iter().chain(&done);
    wanted.extend(cases.map(|line| (line.order.vehicle, CASE, line.row.id.get())));
    let vehicles = open::vehicles::<purpose::Claims>(vault, who.actor(), &wanted).await?;
    html(&List {
        page,
        searched: !q.is_blank(),
        q,
        orders,
        waiting,
        done,
        vehicles,
    })
}

/// The orders that were handed over and that a number, a plate or a reference names.
async fn find(vault: &Vault, text: &str) -> Result<Vec<OrderRow>, Error> {
    let text = text.trim();
    let vehicle = match Plate::parse(text) {
        Ok(plate) => vehicles::find(vault, &plate).await?,
        Err(_) => None,
    };
    let customer = vault.find(&customers::by_customer_no(text)).await?;
    let number = text.parse::<i64>().ok();
    let reference = text.to_owned();
    let read = move |db: &mut dyn Db| {
        let mut found = Vec::new();
        if let Some(number) = number {
            found.extend(order::by_number(db, number)?);
        }
        if let Some(vehicle) = vehicle {
            found.extend(order::of_vehicle(db, vehicle)?);
        }
        if let Some(customer) = customer {
            found.extend(order::of_person(db, customer)?);
        }
        if let Some(booking) = bookings::by_reference(db, &reference)? {
            found.extend(order::by_booking(db, booking.id)?);
        }
        Ok(found)
    };
    let mut found: Vec<OrderRow> = vault.store().read(read).await?;
    found.retain(OrderRow::closed);
    found.sort_by_key(|order| std::cmp::Reverse((order.closed_at, order.id)));
    found.dedup_by_key(|order| order.id);
    found.truncate(AT_MOST);
    Ok(found)
}

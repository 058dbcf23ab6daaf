//! A vehicle's life, newest first: what was done, what was read. No person and no price.

use std::collections::BTreeMap;

use bookings::Catalogue;
use declaration::vocabulary::{Category, purpose};
use jiff::civil::Date;
use values::{Moment, SubjectId, WorkOrderId};
use vault::{Ask, Vault, VaultError};
use web::{Error, Me, Page};

use crate::{
    handover::{Cover, covers_of},
    open::VehicleShown,
    order::{OrderRow, WorkLine, of_vehicle, open_lines},
};

/// At most so many orders are shown.
const AT_MOST: usize = 100;

/// A vehicle with its life.
pub(crate) struct Life {
    pub id: SubjectId,
    pub vehicle: VehicleShown,
    pub events: Vec<Event>,
    pub meters: Vec<vehicles::Shown>,
}

/// One event.
pub(crate) struct Event {
    pub at: Moment,
    pub what: What,
}

pub(crate) enum What {
    /// An order that was handed over.
    Done {
        order: WorkOrderId,
        number: i64,
        workshop: String,
        lines: Vec<Line>,
    },
    /// The vehicle is in the house.
    Here { workshop: String },
    /// Meters that were read at one visit, in words.
    Read(String),
}

/// A line of an order that was handed over.
pub(crate) struct Line {
    pub text: String,
    pub severity: Option<crate::Severity>,
    pub warranty: Option<Date>,
}

/// The vehicles a customer has to do with today.
pub(crate) async fn own(vault: &Vault, me: &Me) -> Result<Vec<SubjectId>, VaultError> {
    let now = vault.world().now();
    let ties = vault.vehicles_of(me.subject).await?;
    let mut own: Vec<SubjectId> = ties
        .iter()
        .filter(|tie| tie.starts_at <= now && tie.ends_at > now)
        .map(|tie| tie.vehicle)
        .collect();
    own.sort_unstable();
    own.dedup();
    Ok(own)
}

/// Opens a vehicle's life for somebody who has to do with it.
///
/// # Errors
/// [`Error::NotFound`] for anybody else.
pub(crate) async fn life(
    vault: &Vault,
    page: &Page,
    me: &Me,
    id: SubjectId,
) -> Result<Life, Error> {
    if !own(vault, me).await?.contains(&id) {
        return Err(Error::NotFound);
    }
    let ask = Ask::open(me.actor(), id)
        .of(&[Category::Vehicle, Category::BodyUsage, Category::Work])
        .case("vehicle", id.get());
    let permit = vault.permit::<purpose::Account>(ask).await?;
    let record = vehicles::latest(vault, &permit, id)
        .await?
        .ok_or(Error::NotFound)?;
    let readings = vehicles::readings(vault, &permit, id).await?;
    let (mut orders, catalogue) = vault
        .store()
        .read(move |db| Ok((of_vehicle(db, id)?, Catalogue::load(db)?)))
        .await?;
    orders.truncate(AT_MOST);
    let mut events = readings_by_visit(page, &readings);
    for order in &orders {
        let place = catalogue.workshop(order.workshop);
        let workshop = place.map_or_else(String::new, |one| one.name.clone());
        let Some(closed) = order.closed_at else {
            events.push(Event {
                at: order.opened_at,
                what: What::Here { workshop },
            });
            continue;
        };
        let of_order = order.id;
        let covers = vault
            .store()
            .read(move |db| covers_of(db, of_order))
            .await?;
        let lines = open_lines(vault, &permit, order.id).await?;
        events.push(Event {
            at: closed,
            what: done(order, workshop, &lines, &covers),
        });
    }
    events.sort_by_key(|event| std::cmp::Reverse(event.at));
    Ok(Life {
        id,
        vehicle: VehicleShown { record },
        events,
        meters: newest(readings),
    })
}

fn done(order: &OrderRow, workshop: String, lines: &[WorkLine], covers: &[Cover]) -> What {
    let shown = lines.iter().filter(|line| line.current());
    let lines = shown.map(|line| Line {
        text: line
            .text
            .as_ref()
            .map_or_else(String::new, |text| text.text.reveal().to_owned()),
        severity: line.severity(),
        warranty: covers
            .iter()
            .find(|cover| cover.line == line.id)
            .and_then(|cover| cover.until),
    });
    What::Done {
        order: order.id,
        number: order.number,
        workshop,
        lines: lines.collect(),
    }
}

/// `184 200 km, 2 310 krantimer`, once for each visit.
fn readings_by_visit(page: &Page, readings: &[vehicles::Shown]) -> Vec<Event> {
    let mut visits: BTreeMap<i64, (Moment, Vec<String>)> = BTreeMap::new();
    for reading in readings.iter().rev() {
        let unit = page.t.s(reading.unit.message_id());
        let name = page.t.s(reading.function.message_id());
        let (at, said) = visits
            .entry(reading.source_ref)
            .or_insert((reading.at, Vec::new()));
        *at = reading.at;
        said.push(format!("{name}: {}\u{a0}{unit}", reading.value));
    }
    let events = visits.into_values();
    events
        .map(|(at, said)| Event {
            at,
            what: What::Read(said.join(" · ")),
        })
        .collect()
}

fn newest(readings: Vec<vehicles::Shown>) -> Vec<vehicles::Shown> {
    let mut newest: Vec<vehicles::Shown> = Vec::new();
    for reading in readings {
        if !newest.iter().any(|one| one.meter == reading.meter) {
            newest.push(reading);
        }
    }
    newest
}

//! A vehicle's life, newest first: what was done, what was read. No person and no price.

use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

use bookings::Catalogue;
use declaration::vocabulary::{Category, purpose};
use jiff::civil::Date;
use store::{Db, StoreError};
use values::{Moment, SubjectId, WorkOrderId};
use vault::{Ask, Permit, Sealed, Vault, VaultError, glance};
use vehicles::{VehicleRecord, open_readings, sealed_readings};
use web::{App, Error, Me, Page};

use crate::{
    handover::{Cover, covers_of_each},
    open::VehicleShown,
    order::{OrderRow, SealedLines, WorkLine, of_vehicle, sealed_lines},
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
    let (who, now) = (me.subject, vault.world().now());
    let read = vault.store().read(move |db| own_in(db, who, now));
    Ok(read.await?)
}

/// The same inside a snapshot.
pub(crate) fn own_in(
    db: &mut dyn Db,
    who: SubjectId,
    now: Moment,
) -> Result<Vec<SubjectId>, StoreError> {
    let ties = glance::vehicles_of(db, who)?;
    let mut own: Vec<SubjectId> = ties
        .iter()
        .filter(|tie| tie.starts_at <= now && tie.ends_at > now)
        .map(|tie| tie.vehicle)
        .collect();
    own.sort_unstable();
    own.dedup();
    Ok(own)
}

/// What is opened of a vehicle for its whole life.
const LIFE: &[Category] = &[Category::Vehicle, Category::BodyUsage, Category::Work];

/// A vehicle with some of its orders, as they lie.
pub struct LifeRows {
    vehicle: Option<Sealed<VehicleRecord>>,
    orders: Vec<(OrderRow, SealedLines, Vec<Cover>)>,
    catalogue: Arc<Catalogue>,
}

impl LifeRows {
    /// Reads the vehicle with its newest orders, a few flights for all of them.
    pub(crate) fn read(
        app: &App,
        db: &mut dyn Db,
        vehicle: SubjectId,
        at_most: usize,
    ) -> Result<Self, StoreError> {
        let record = Sealed::load_of(db, vehicle, 1)?.pop();
        let mut orders = of_vehicle(db, vehicle)?;
        orders.truncate(AT_MOST);
        orders.sort_by_key(|order| Reverse(happened(order)));
        orders.truncate(at_most);
        // Of what is still in the house nothing is shown but that it is there.
        let closed = orders.iter().filter(|order| order.closed_at.is_some());
        let closed: Vec<WorkOrderId> = closed.map(|order| order.id).collect();
        let lines = sealed_lines(db, &closed)?;
        let covers = covers_of_each(db, &closed)?;
        let mut told: BTreeMap<WorkOrderId, (SealedLines, Vec<Cover>)> = closed
            .into_iter()
            .zip(lines.into_iter().zip(covers))
            .collect();
        let orders = orders.into_iter().map(|order| {
            let (lines, covers) = told.remove(&order.id).unwrap_or_default();
            (order, lines, covers)
        });
        Ok(Self {
            vehicle: record,
            orders: orders.collect(),
            catalogue: Catalogue::known(app, db)?,
        })
    }

    /// Opens it; `None` when nothing is kept of the vehicle any more.
    pub(crate) fn open(
        self,
        vault: &Vault,
        permit: &Permit<purpose::Account>,
    ) -> Result<Option<Life>, VaultError> {
        let Some(sealed) = self.vehicle else {
            return Ok(None);
        };
        let record = vault.open(permit, &sealed)?;
        let mut events = Vec::with_capacity(self.orders.len());
        for (order, lines, covers) in self.orders {
            let place = self.catalogue.workshop(order.workshop);
            let workshop = place.map_or_else(String::new, |one| one.name.clone());
            let what = if order.closed_at.is_some() {
                done(&order, workshop, &lines.open(vault, permit)?, &covers)
            } else {
                What::Here { workshop }
            };
            let at = happened(&order);
            events.push(Event { at, what });
        }
        Ok(Some(Life {
            id: permit.subject(),
            vehicle: VehicleShown { record },
            events,
            meters: Vec::new(),
        }))
    }
}

/// When an order stands on the timeline: handed over, or come in while it is in the house.
fn happened(order: &OrderRow) -> Moment {
    order.closed_at.unwrap_or(order.opened_at)
}

/// Opens a vehicle's life for somebody who has to do with it: one snapshot, one judgement.
///
/// # Errors
/// [`Error::NotFound`] for anybody else.
pub(crate) async fn life(
    app: &App,
    vault: &Vault,
    page: &Page,
    me: &Me,
    id: SubjectId,
) -> Result<Life, Error> {
    let (house, me, now) = (app.clone(), *me, vault.world().now());
    let reading = move |db: &mut dyn Db| {
        if !own_in(db, me.subject, now)?.contains(&id) {
            return Ok((Vec::new(), None));
        }
        let ask = Ask::open(me.actor(), id).of(LIFE).case("vehicle", id.get());
        let rows = LifeRows::read(&house, db, id, AT_MOST)?;
        Ok((vec![ask], Some((rows, sealed_readings(db, id)?))))
    };
    let (mut permits, rows) = vault
        .permits_and::<purpose::Account, _>(Arc::new(reading))
        .await?;
    let (rows, readings) = rows.ok_or(Error::NotFound)?;
    let permit = permits.remove(&id).ok_or(Error::NotFound)??;
    let mut life = rows.open(vault, &permit)?.ok_or(Error::NotFound)?;
    let readings = open_readings(vault, &permit, &readings)?;
    life.events.extend(readings_by_visit(page, &readings));
    life.events.sort_by_key(|event| Reverse(event.at));
    life.meters = newest(readings);
    Ok(life)
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

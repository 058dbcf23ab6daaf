//! `/stab`: the workshop's day at a glance, and one box that finds everything.

mod search;

pub(crate) use search::search;

use std::collections::{BTreeMap, BTreeSet};

use axum::{extract::Query, response::Response};
use bookings::{BookingRow, Catalogue, State as Booking, Workshop};
use customers::CustomerContact;
use declaration::vocabulary::purpose;
use serde::Deserialize;
use store::{Db, StoreError};
use values::{SubjectId, WorkOrderId, WorkshopId};
use vault::{Personal, Vault};
use web::{Colleague, Error, NavLink, Page, Service, html};

use crate::{
    approval,
    open::{self, VehicleShown, Wanted},
    order::{self, OrderRow},
    words::Stage,
};

/// The workshop to begin with: one of the colleague's own legal entity, else the first.
pub(crate) fn home_of(catalogue: &Catalogue, who: Colleague) -> Option<WorkshopId> {
    catalogue
        .home_of(who.controller)
        .map(|workshop| workshop.id)
}

/// Which workshop is looked at.
#[derive(Default, Deserialize)]
pub(crate) struct Where {
    #[serde(default)]
    verksted: Option<WorkshopRaw>,
}

/// An id in an address; anything else is no workshop.
#[derive(Deserialize)]
#[serde(transparent)]
struct WorkshopRaw(String);

impl Where {
    /// The workshop of the address, or the colleague's own.
    pub(crate) fn of(&self, catalogue: &Catalogue, who: Colleague) -> Option<Workshop> {
        let named = self.verksted.as_ref().and_then(|raw| raw.0.parse().ok());
        let id = named.or_else(|| home_of(catalogue, who))?;
        catalogue.workshop(id).cloned()
    }
}

/// Links to each workshop's view of a page.
pub(crate) fn tabs(
    page: &Page,
    catalogue: &Catalogue,
    path: &str,
    here: WorkshopId,
) -> Vec<NavLink> {
    catalogue
        .workshops
        .iter()
        .map(|workshop| NavLink {
            href: format!("{}{path}?verksted={}", page.l, workshop.id),
            text: workshop.name.clone(),
            here: workshop.id == here,
            heading: None,
        })
        .collect()
}

/// A booking that is expected today.
struct Expected {
    row: BookingRow,
    service: String,
}

/// A vehicle in the house.
struct InHouse {
    row: OrderRow,
    waits: bool,
}

#[derive(askama::Template)]
#[template(path = "desk-home.html")]
struct Desk {
    page: Page,
    workshop: Option<Workshop>,
    tabs: Vec<NavLink>,
    expected: Vec<Expected>,
    house: Vec<InHouse>,
    vehicles: BTreeMap<SubjectId, VehicleShown>,
    people: BTreeMap<SubjectId, Personal<CustomerContact>>,
    unsent: i64,
    enquiries: usize,
    bulletins: Vec<web::Bulletin>,
}

impl Desk {
    fn vehicle(&self, id: &SubjectId) -> Option<&VehicleShown> {
        self.vehicles.get(id)
    }

    fn person(&self, id: &SubjectId) -> Option<&Personal<CustomerContact>> {
        self.people.get(id)
    }

    fn of(&self, stage: Stage) -> usize {
        let there = self.house.iter().filter(|one| one.row.stage == stage);
        there.count()
    }

    fn waiting(&self) -> usize {
        self.house.iter().filter(|one| one.waits).count()
    }

    /// Those that can be handed over first, then those that wait, then the rest.
    fn in_order(&self) -> Vec<&InHouse> {
        let mut house: Vec<&InHouse> = self.house.iter().collect();
        house.sort_by_key(|one| (one.row.stage != Stage::Ready, !one.waits, one.row.opened_at));
        house
    }
}

struct Day {
    catalogue: Catalogue,
    workshop: Option<Workshop>,
    bookings: Vec<BookingRow>,
    house: Vec<OrderRow>,
    waiting: BTreeSet<WorkOrderId>,
    unsent: i64,
    enquiries: usize,
}

fn day(
    db: &mut dyn Db,
    asked: &Where,
    who: Colleague,
    now: values::Moment,
) -> Result<Day, StoreError> {
    let catalogue = Catalogue::load(db)?;
    let workshop = asked.of(&catalogue, who);
    let (mut bookings, mut house, mut waiting) = (Vec::new(), Vec::new(), BTreeSet::new());
    if let Some(workshop) = &workshop {
        bookings = bookings::day(db, Some(workshop.id), now.local_date())?;
        house = order::in_house(db, workshop.id)?;
        let rows = db.all(&approval::sql::WAITING_AT, &[workshop.id.get().into()])?;
        for row in &rows {
            waiting.insert(WorkOrderId::from_raw(row.i64("order_id")?));
        }
    }
    let unsent = letters::unsent(db, now.plus_days(-14))?;
    let enquiries = bookings::enquiry::open_cases(db)?.len();
    Ok(Day {
        catalogue,
        workshop,
        bookings,
        house,
        waiting,
        unsent,
        enquiries,
    })
}

/// The desk.
pub(crate) async fn home(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    Query(asked): Query<Where>,
) -> Result<Response, Error> {
    let now = page.now();
    let day = vault
        .store()
        .read(move |db| day(db, &asked, who, now))
        .await?;
    let expected: Vec<Expected> = day
        .bookings
        .into_iter()
        .filter(|row| row.state == Booking::Booked)
        .map(|row| Expected {
            service: day
                .catalogue
                .service(row.service)
                .map_or_else(String::new, |service| service.name(page.lang).to_owned()),
            row,
        })
        .collect();
    let mut vehicles: Vec<Wanted> = Vec::new();
    let mut people: Vec<Wanted> = Vec::new();
    for one in &expected {
        vehicles.push((one.row.vehicle, "booking", one.row.id.get()));
        people.push((one.row.subject, "booking", one.row.id.get()));
    }
    for row in &day.house {
        vehicles.push((row.vehicle, "visit", row.visit.get()));
        people.extend(row.customer.map(|who| (who, "visit", row.visit.get())));
    }
    let waiting = day.waiting;
    let house = day.house.into_iter().map(|row| InHouse {
        waits: waiting.contains(&row.id),
        row,
    });
    html(&Desk {
        tabs: match &day.workshop {
            Some(workshop) => tabs(&page, &day.catalogue, "/stab", workshop.id),
            None => Vec::new(),
        },
        workshop: day.workshop,
        house: house.collect(),
        vehicles: open::vehicles::<purpose::Visit>(&vault, who.actor(), &vehicles).await?,
        people: open::people(&vault, who.actor(), &people).await?,
        expected,
        unsent: day.unsent,
        enquiries: day.enquiries,
        bulletins: page.bulletins().await?,
        page,
    })
}

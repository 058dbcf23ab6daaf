//! The search: plate, name, telephone, e-mail, booking reference, order number. It is posted, so that
//! nobody's name stands in an address or a log; what it finds is opened under a permit.

use std::collections::{BTreeMap, BTreeSet};

use axum::response::Response;
use bookings::{BookingRow, State as Booking};
use customers::CustomerContact;
use declaration::vocabulary::{Category, purpose};
use serde::Deserialize;
use values::{Email, Phone, Plate, SubjectId, Typed};
use vault::{Ask, LookUp, Personal, Sealed, Vault, VaultError};
use web::{Colleague, Error, Page, Service, Signed, html};

use crate::{
    open::{self, VehicleShown, Wanted},
    order::{self, OrderRow},
    records::Deliverer,
};

/// At most so many lines of each kind; more is no answer.
const AT_MOST: usize = 12;

/// What is searched for.
#[derive(Default, Deserialize)]
pub(crate) struct SearchForm {
    #[serde(default)]
    q: Typed,
}

/// What a text can mean.
#[derive(Default)]
struct Found {
    people: BTreeMap<SubjectId, Personal<CustomerContact>>,
    deliverers: Vec<(SubjectId, Personal<Deliverer>)>,
    vehicles: BTreeSet<SubjectId>,
    orders: Vec<OrderRow>,
    bookings: Vec<BookingRow>,
}

#[derive(askama::Template)]
#[template(path = "desk-search.html")]
struct Results {
    page: Page,
    q: Typed,
    people: BTreeMap<SubjectId, Personal<CustomerContact>>,
    deliverers: Vec<(SubjectId, Personal<Deliverer>)>,
    vehicles: BTreeMap<SubjectId, VehicleShown>,
    orders: Vec<OrderRow>,
    bookings: Vec<BookingRow>,
    plate: Option<Plate>,
    searched: bool,
}

impl Results {
    fn vehicle(&self, id: &SubjectId) -> Option<&VehicleShown> {
        self.vehicles.get(id)
    }

    fn person(&self, id: &SubjectId) -> Option<&Personal<CustomerContact>> {
        self.people.get(id)
    }

    fn customer(&self, order: &OrderRow) -> Option<&Personal<CustomerContact>> {
        self.people.get(&order.customer?)
    }

    fn nothing(&self) -> bool {
        self.people.is_empty()
            && self.deliverers.is_empty()
            && self.vehicles.is_empty()
            && self.orders.is_empty()
            && self.bookings.is_empty()
    }

    fn today(&self, row: &BookingRow) -> bool {
        row.starts_at.local_date() == self.page.now().local_date() && row.state == Booking::Booked
    }
}

/// Finds.
pub(crate) async fn search(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    form: Signed<SearchForm>,
) -> Result<Response, Error> {
    let q = form.data.q;
    let plate = Plate::parse(q.as_str()).ok();
    let mut found = Found::default();
    if !q.is_blank() {
        by_text(&vault, who, q.as_str(), plate.as_ref(), &mut found).await?;
        round_up(&vault, &mut found).await?;
    }
    let (vehicles, people) = open_all(&vault, who, &mut found).await?;
    html(&Results {
        searched: !q.is_blank(),
        page,
        q,
        people,
        deliverers: found.deliverers,
        vehicles,
        orders: found.orders,
        bookings: found.bookings,
        plate,
    })
}

/// Whom and what the text itself names.
async fn by_text(
    vault: &Vault,
    who: Colleague,
    text: &str,
    plate: Option<&Plate>,
    found: &mut Found,
) -> Result<(), Error> {
    if let Some(plate) = plate {
        found.vehicles.extend(vehicles::find(vault, plate).await?);
    }
    for one in customers::look_up(vault, who.actor(), text)
        .await?
        .into_iter()
        .take(AT_MOST)
    {
        found.people.insert(one.subject, one.contact);
    }
    found.deliverers = deliverers(vault, who, text).await?;
    let number = text.trim().parse::<i64>().ok();
    let reference = text.to_owned();
    let (orders, booking) = vault
        .store()
        .read(move |db| {
            let orders = match number {
                Some(number) => order::by_number(db, number)?,
                None => Vec::new(),
            };
            Ok((orders, bookings::by_reference(db, &reference)?))
        })
        .await?;
    found.orders = orders;
    found.bookings.extend(booking);
    Ok(())
}

/// Those who handed in for others, by telephone, e-mail or the beginning of their name.
async fn deliverers(
    vault: &Vault,
    who: Colleague,
    text: &str,
) -> Result<Vec<(SubjectId, Personal<Deliverer>)>, Error> {
    let email = Email::parse(text).ok().as_ref().map(LookUp::email);
    let phone = Phone::parse(text).ok().as_ref().map(LookUp::phone);
    let reach: Vec<LookUp> = email.into_iter().chain(phone).collect();
    let hints = if reach.is_empty() {
        LookUp::name_start(text).into_iter().collect()
    } else {
        reach
    };
    let mut subjects = BTreeSet::new();
    for hint in &hints {
        subjects.extend(vault.find_hint(hint, AT_MOST as i64).await?);
    }
    // Only those that are deliverers: a customer has no such record, and none is opened for nothing.
    let there = subjects.clone();
    let sealed = vault
        .store()
        .read(move |db| {
            let mut found = Vec::new();
            for subject in &there {
                found.extend(Sealed::<Deliverer>::load_of(db, *subject, 1)?);
            }
            Ok(found)
        })
        .await?;
    let asks = sealed.iter().map(|one| {
        Ask::open(who.actor(), one.subject())
            .of(&[Category::Deliverer])
            .case("desk", 0)
            .bulk()
    });
    let permits = vault.permits::<purpose::Visit>(asks.collect()).await?;
    let mut shown = Vec::new();
    for one in &sealed {
        if let Some(Ok(permit)) = permits.get(&one.subject()) {
            let person = vault.open(permit, one)?;
            if begins(person.name.reveal(), text)
                || !hints.is_empty() && text.contains(['@', '+'])
                || text.chars().any(|c| c.is_ascii_digit())
            {
                shown.push((one.subject(), person));
            }
        }
    }
    Ok(shown)
}

/// Every word typed begins a word of the name.
fn begins(name: &str, typed: &str) -> bool {
    let split = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let name = split(name);
    split(typed)
        .iter()
        .all(|start| name.iter().any(|word| word.starts_with(start)))
}

/// What belongs to whom and what was found: their orders and bookings, and whose they are.
async fn round_up(vault: &Vault, found: &mut Found) -> Result<(), Error> {
    let mut people: Vec<SubjectId> = found.people.keys().copied().collect();
    people.extend(found.deliverers.iter().map(|(subject, _)| *subject));
    let vehicles: Vec<SubjectId> = found.vehicles.iter().copied().collect();
    let (orders, booked) = vault
        .store()
        .read(move |db| {
            let mut orders = Vec::new();
            let mut booked = bookings::find_by_subjects(db, &people)?;
            for person in &people {
                orders.extend(order::of_person(db, *person)?);
            }
            for vehicle in &vehicles {
                orders.extend(order::of_vehicle(db, *vehicle)?);
                booked.extend(bookings::find_by_vehicle(db, *vehicle)?);
            }
            Ok((orders, booked))
        })
        .await?;
    for order in orders {
        if !found.orders.contains(&order) {
            found.orders.push(order);
        }
    }
    for row in booked {
        if row.state == Booking::Booked && !found.bookings.contains(&row) {
            found.bookings.push(row);
        }
    }
    found
        .orders
        .sort_by_key(|order| (order.closed(), std::cmp::Reverse(order.opened_at)));
    found.orders.truncate(AT_MOST);
    found.bookings.sort_by_key(|row| row.starts_at);
    found.bookings.truncate(AT_MOST);
    Ok(())
}

type Opened = (
    BTreeMap<SubjectId, VehicleShown>,
    BTreeMap<SubjectId, Personal<CustomerContact>>,
);

async fn open_all(vault: &Vault, who: Colleague, found: &mut Found) -> Result<Opened, Error> {
    let mut vehicles: Vec<Wanted> = Vec::new();
    let mut people: Vec<Wanted> = Vec::new();
    vehicles.extend(found.vehicles.iter().map(|id| (*id, "desk", 0)));
    for order in &found.orders {
        vehicles.push((order.vehicle, "visit", order.visit.get()));
        let customer = order.customer.filter(|who| !found.people.contains_key(who));
        people.extend(customer.map(|who| (who, "visit", order.visit.get())));
    }
    for row in &found.bookings {
        vehicles.push((row.vehicle, "booking", row.id.get()));
        if !found.people.contains_key(&row.subject) {
            people.push((row.subject, "booking", row.id.get()));
        }
    }
    let shown = open::vehicles::<purpose::Visit>(vault, who.actor(), &vehicles).await;
    let mut all = std::mem::take(&mut found.people);
    match open::people_found(vault, who.actor(), &people).await {
        Ok(more) => all.extend(more),
        Err(VaultError::Gone) => {}
        Err(error) => return Err(error.into()),
    }
    Ok((shown?, all))
}

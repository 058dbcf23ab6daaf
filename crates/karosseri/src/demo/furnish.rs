//! A furnished house: workshops, staff, synthetic customers, and a few years of visits. Everything goes
//! through the same doors as in a real house, on a clock that is moved.

use std::sync::Arc;

use bookings::{Catalogue, NewBooking, Via};
use customers::CustomerContact;
use declaration::vocabulary::Role;
use jiff::{ToSpan, civil::Date};
use store::Db;
use values::{
    Clock, ControllerId, Email, FreeText, Line, Moment, OrgNo, PersonName, Phone, Plate, ServiceId,
    SetClock, SubjectId, SystemChance, SystemClock, WorkshopId, World,
};
use vault::{Actor, Personal, Vault};
use web::{App, Colleague, Lang, Visitor, testing::Client};

use super::{
    newsletter_service, office,
    people::{CUSTOMERS, Customer, EMPLOYEES, WORKSHOPS},
    visits,
};
use crate::{
    house::{House, HouseError},
    settings::Settings,
};

/// How long a printed log-in link is good for, in minutes.
const LINK_MINUTES: i64 = 60;

pub(super) fn other(error: impl std::fmt::Display) -> HouseError {
    HouseError::Other(format!("furnishing the demo: {error}"))
}

/// What the furnishing works with.
pub(super) struct Furnishing {
    pub app: App,
    pub vault: Vault,
    pub clock: Arc<SetClock>,
    pub visitor: Client,
    pub reception: Vec<Colleague>,
    pub technician: Vec<Colleague>,
    /// Everybody else.
    office: Vec<Colleague>,
    pub workshops: Vec<WorkshopId>,
    pub services: Vec<ServiceId>,
}

/// Furnishes an empty house with the workshop's work; a house that has staff is left as it is.
///
/// # Errors
/// When something does not go through a door.
pub async fn furnish(settings: &Settings) -> Result<(), HouseError> {
    furnish_with(settings, false).await
}

/// The same with the office's work besides: figures, newsletters, companies, a complaint, a recall.
///
/// # Errors
/// As [`furnish`].
pub async fn furnish_whole(settings: &Settings) -> Result<(), HouseError> {
    furnish_with(settings, true).await
}

async fn furnish_with(settings: &Settings, whole: bool) -> Result<(), HouseError> {
    let now = SystemClock.now();
    let begin = years_before(now, 4);
    let clock = Arc::new(SetClock::at(begin));
    let world = World {
        clock: clock.clone(),
        chance: Arc::new(SystemChance),
    };
    let house = House::open(settings.clone(), world).await?;
    if !staff::is_empty(&house.vault).await.map_err(other)? {
        return house
            .vault
            .store()
            .clone()
            .close()
            .await
            .map_err(HouseError::Store);
    }
    crate::say!("furnishing the demo house …");
    let furnishing = found(&house, clock.clone()).await?;
    history(&furnishing, now).await?;
    clock.set(now);
    coming(&furnishing, now).await?;
    if whole {
        office::work(&furnishing, now).await?;
    }
    letters_of_the_past(&house).await?;
    newsletter_service::subscribers(&house.vault).await?;
    newsletter_service::agreements(&house, &clock, now).await?;
    house.vault.sweep().await?;
    house
        .vault
        .store()
        .clone()
        .close()
        .await
        .map_err(HouseError::Store)
}

fn years_before(now: Moment, years: i64) -> Moment {
    let date = now.local_date();
    Moment::at_local(date.checked_sub(years.years()).unwrap_or(date), 8, 0)
}

/// Workshops, services and staff.
async fn found(house: &House, clock: Arc<SetClock>) -> Result<Furnishing, HouseError> {
    let vault = house.vault.clone();
    let (app, router) = crate::serve::app_for_load(house).await?;
    let controllers: Vec<ControllerId> = vault
        .declaration()
        .controllers()
        .iter()
        .map(|c| c.id)
        .collect();
    let world = house.world.clone();
    let workshops = vault
        .store()
        .write(move |db: &mut dyn Db| {
            let mut made = Vec::new();
            for (index, (name, address)) in WORKSHOPS.iter().enumerate() {
                let controller = controllers[usize::from(index != 0) % controllers.len()];
                let first = index == 0;
                made.push(bookings::lay_template(
                    db, &world, controller, name, *address, first,
                )?);
            }
            Ok(made)
        })
        .await?;
    let catalogue = vault.store().read(|db| Catalogue::load(db)).await?;
    let mut furnishing = Furnishing {
        app: app.clone(),
        vault: vault.clone(),
        clock,
        visitor: Client::new(app, router),
        reception: Vec::new(),
        technician: Vec::new(),
        office: Vec::new(),
        workshops,
        services: catalogue
            .services
            .iter()
            .map(|service| service.id)
            .collect(),
    };
    for (name, email, role, controller) in EMPLOYEES {
        let colleague = employ(&vault, (name, email), *role, *controller).await?;
        match role {
            Role::Reception => furnishing.reception.push(colleague),
            Role::Technician => furnishing.technician.push(colleague),
            _ => furnishing.office.push(colleague),
        }
    }
    Ok(furnishing)
}

async fn employ(
    vault: &Vault,
    (name, email): (&str, &str),
    role: Role,
    controller: usize,
) -> Result<Colleague, HouseError> {
    let declaration = vault.declaration();
    let controllers = declaration.controllers();
    let controller = controllers[controller % controllers.len()].id;
    let name = PersonName::parse(name).map_err(|e| other(e.message_id()))?;
    let email = Email::parse(email).map_err(|e| other(e.message_id()))?;
    let staff = staff::add(vault, name, email, role, controller)
        .await
        .map_err(other)?;
    Ok(Colleague {
        staff,
        role,
        controller,
    })
}

impl Furnishing {
    /// The browser at the desk of a customer's workshop.
    pub async fn desk(&self, customer: &Customer) -> Result<Client, HouseError> {
        self.browser(self.reception.get(usize::from(customer.workshop != 0)))
            .await
    }

    /// The first colleague with a role of the office.
    pub fn colleague(&self, role: Role) -> Result<&Colleague, HouseError> {
        let found = self.office.iter().find(|one| one.role == role);
        found.ok_or_else(|| other("there is no such colleague"))
    }

    /// A colleague's browser, logged in at the present instant: sessions do not outlive the leaps of
    /// this clock.
    pub async fn browser(&self, who: Option<&Colleague>) -> Result<Client, HouseError> {
        let who = who.ok_or_else(|| other("there is no such colleague"))?;
        self.visitor
            .as_visitor(Visitor::Staff(*who))
            .await
            .map_err(other)
    }
}

/// Years of visits, oldest first.
async fn history(furnishing: &Furnishing, now: Moment) -> Result<(), HouseError> {
    let mut past: Vec<(Date, &Customer, usize)> = Vec::new();
    for customer in CUSTOMERS {
        for (number, days) in customer.visits_days_ago.iter().enumerate() {
            past.push((working_day(now, -days), customer, number));
        }
    }
    past.sort_by_key(|(date, customer, _)| (*date, customer.plate));
    for (date, customer, number) in past {
        visits::through(furnishing, customer, date, number).await?;
        if customer.account
            && number == 0
            && let Some(person) = person(&furnishing.vault, customer).await?
        {
            let actor = Actor::Subject(person);
            customers::open_account(&furnishing.vault, person, actor, Lang::Nb).await?;
        }
    }
    for customer in CUSTOMERS {
        if let Some(far) = customer.in_house {
            visits::so_far(furnishing, customer, working_day(now, -1), far).await?;
        }
    }
    Ok(())
}

/// Today's and coming times: one for each customer that has one, spread over the days.
async fn coming(furnishing: &Furnishing, now: Moment) -> Result<(), HouseError> {
    for customer in CUSTOMERS {
        for (days, hour, minute) in customer.coming {
            let date = working_day(now, *days);
            let starts_at = Moment::at_local(date, *hour, *minute);
            // Today's hours may be over: the next working day will do.
            let starts_at = if starts_at > now.plus_minutes(15) {
                starts_at
            } else {
                Moment::at_local(working_day(now, days + 1), *hour, *minute)
            };
            book(furnishing, customer, starts_at, customer.question).await?;
        }
    }
    Ok(())
}

/// A day so many days away on which workshops are open.
pub(super) fn working_day(now: Moment, days: i64) -> Date {
    let mut date = now.local_date();
    date = date.checked_add(days.days()).unwrap_or(date);
    let step = if days < 0 { -1 } else { 1 };
    while date.weekday().to_monday_zero_offset() > 4 || values::holiday(date).is_some() {
        date = date.checked_add(step.days()).unwrap_or(date);
    }
    date
}

/// Books a time by phone; a taken time moves to the nearest free one.
pub(super) async fn book(
    furnishing: &Furnishing,
    customer: &Customer,
    mut starts_at: Moment,
    question: &str,
) -> Result<values::BookingId, HouseError> {
    let workshop = furnishing.workshops[customer.workshop];
    let controller = usize::from(customer.workshop != 0);
    let actor = furnishing
        .reception
        .get(controller)
        .map_or(Actor::Visitor, Colleague::actor);
    for _ in 0..4 {
        let new = NewBooking {
            workshop,
            service: furnishing.services[customer.service],
            starts_at,
            needs: bookings::Needs {
                length_cm: 0,
                height_cm: 0,
            },
            contact: Personal::new(contact(customer)?),
            plate: Plate::parse(customer.plate).map_err(|e| other(e.message_id()))?,
            question: Some(FreeText::parse(question).map_err(|e| other(e.message_id()))?),
            lang: Lang::Nb,
            notice_version: furnishing.vault.declaration().version().to_string(),
            via: Via::Staff,
            actor,
            known: person(&furnishing.vault, customer).await?,
            letters: customers::CustomerAnswer::NotShown,
            key: None,
        };
        match bookings::book(&furnishing.app, &furnishing.vault, &new).await {
            Ok(booked) => return Ok(booked.id),
            Err(bookings::BookError::Taken(near)) if !near.is_empty() => starts_at = near[0],
            Err(error) => return Err(other(error)),
        }
    }
    Err(other("no free time was found"))
}

/// Who a customer is, if the house knows them.
pub(super) async fn person(
    vault: &Vault,
    customer: &Customer,
) -> Result<Option<SubjectId>, HouseError> {
    let email = Email::parse_optional(customer.email).map_err(|e| other(e.message_id()))?;
    let phone = Phone::parse_optional(customer.phone).map_err(|e| other(e.message_id()))?;
    Ok(customers::identify(vault, email.as_ref(), phone.as_ref()).await?)
}

fn contact(customer: &Customer) -> Result<CustomerContact, HouseError> {
    let wrong = |e: values::FieldError| other(e.message_id());
    Ok(CustomerContact {
        name: PersonName::parse(customer.name).map_err(wrong)?,
        email: Email::parse_optional(customer.email).map_err(wrong)?,
        phone: Phone::parse_optional(customer.phone).map_err(wrong)?,
        organisation: Line::parse_optional(customer.organisation).map_err(wrong)?,
        org_no: OrgNo::parse_optional(customer.org_no).map_err(wrong)?,
        language: "nb".to_owned(),
        customer_no: None,
    })
}

/// The letters of those years arrive where nobody reads them.
async fn letters_of_the_past(house: &House) -> Result<(), HouseError> {
    let server = letters::testing::MailServer::start().await;
    let mut left = true;
    while left {
        let done = letters::deliver_due(&house.vault, &server.mailer()).await?;
        left = done.sent > 0;
    }
    Ok(())
}

/// One-time log-in links: a customer's, and one for each role of staff.
///
/// # Errors
/// When the house is not furnished.
pub async fn log_in_links(house: &House) -> Result<Vec<(String, String)>, HouseError> {
    let vault = &house.vault;
    let base = house.settings.text("base_url");
    let mut links = Vec::new();
    if let Some(customer) = person(vault, &CUSTOMERS[0]).await? {
        let link = customers::log_in_link_for(vault, customer, LINK_MINUTES);
        links.push(("customer".to_owned(), format!("{base}{}", link.path())));
        vault.store().write(move |db| link.lay(db)).await?;
    }
    for (_, email, role, controller) in EMPLOYEES {
        if *controller > 0 {
            continue;
        }
        let email = Email::parse(email).map_err(|e| other(e.message_id()))?;
        if let Some(id) = staff::find(vault, &email).await.map_err(other)? {
            let path = staff::one_time_link(vault, id, LINK_MINUTES * 60_000)
                .await
                .map_err(other)?;
            links.push((role.as_str().to_owned(), format!("{base}{path}")));
        }
    }
    Ok(links)
}

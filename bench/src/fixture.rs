//! The house that is measured: the demo's, with workshops that are open round the clock and a crowd of
//! customers beside the demo's own.

use std::{
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
};

use bookings::{
    Bay, Catalogue, Hours, Service, Workshop,
    catalogue::setup::{add_service, add_workshop},
    slots,
};
use customers::CustomerContact;
use karosseri::{house::House, settings::Settings};
use values::{
    ControllerId, Email, FieldError, Moment, PersonName, Phone, ServiceId, SubjectId, WorkshopId,
    World,
};
use vault::{Actor, Keep, Personal, Provenance, Vault, again};
use web::{Lang, Me, Visitor, testing::Client};

use crate::Res;

/// Workshops the bookings are spread over, as many as the demo has.
const WORKSHOPS: usize = 3;
/// What is booked takes an hour: four steps of a bay.
const MINUTES: i64 = 60;
/// Customers laid down in one transaction.
const CHUNK: usize = 200;

const FIRST: &[&str] = &[
    "Kari",
    "Ola",
    "Ingrid",
    "Per",
    "Anne Marie",
    "Nils",
    "Solveig",
    "Arne",
    "Liv",
    "Bjørn",
];
const LAST: &[&str] = &[
    "Hansen", "Johansen", "Nilsen", "Østby", "Haugen", "Bakken", "Sæther", "Lie", "Moen", "Dahl",
];

/// Settings of a data folder, with nothing from the environment.
pub fn settings(folder: &Path, database: Option<(&str, &str)>) -> Res<Settings> {
    let mut said = vec![
        ("data", folder.display().to_string()),
        ("log", "warn".to_owned()),
    ];
    if let Some((url, schema)) = database {
        said.push(("database", url.to_owned()));
        said.push(("schema", schema.to_owned()));
    }
    Ok(Settings::read(None, std::iter::empty(), &said)?)
}

/// Opens a house on a folder.
pub async fn open(folder: &Path, database: Option<(&str, &str)>) -> Res<House> {
    Ok(House::open(settings(folder, database)?, World::system()).await?)
}

/// The person of a number. Nobody real: the addresses lie under a reserved domain.
pub fn contact(number: usize) -> Result<Personal<CustomerContact>, FieldError> {
    Ok(Personal::new(CustomerContact {
        name: PersonName::parse(&name(number))?,
        email: Some(Email::parse(&email(number))?),
        phone: Some(Phone::parse(&phone(number))?),
        organisation: None,
        org_no: None,
        language: "nb".to_owned(),
        customer_no: None,
    }))
}

/// The name of a number.
pub fn name(number: usize) -> String {
    let (first, last) = (
        FIRST[number % FIRST.len()],
        LAST[number / FIRST.len() % LAST.len()],
    );
    format!("{first} {last}")
}

/// The e-mail of a number.
pub fn email(number: usize) -> String {
    format!("kunde{number}@example.no")
}

/// The phone of a number.
pub fn phone(number: usize) -> String {
    format!("+47{}", 90_000_000 + number % 10_000_000)
}

/// The plate of a number: two letters and five digits.
pub fn plate(number: usize) -> String {
    const LETTERS: &[u8] = b"ABCDEFHJKLNPRSTUVXYZ";
    let (series, digits) = (number / 90_000, number % 90_000);
    let first = LETTERS[series / LETTERS.len() % LETTERS.len()];
    let second = LETTERS[series % LETTERS.len()];
    format!(
        "{}{} {}",
        char::from(first),
        char::from(second),
        10_000 + digits
    )
}

/// Lays workshops and a service for the load.
pub async fn lay_workshops(house: &House) -> Res<()> {
    let vault = &house.vault;
    let controller = vault.declaration().controllers().first().map(|one| one.id);
    let controller = controller.ok_or("a controller")?;
    let world = &house.world;
    let workshops: Vec<Workshop> = (0..WORKSHOPS + 1)
        .map(|n| workshop(world, controller, n))
        .collect();
    let service = Service {
        id: world.id(),
        names: ["Karosserisjekk", "Karosserisjekk", "Body check"].map(str::to_owned),
        about: Default::default(),
        minutes: MINUTES,
        open: true,
    };
    vault
        .store()
        .write(move |db| {
            for workshop in &workshops {
                add_workshop(db, workshop)?;
            }
            add_service(db, &service, 99)
        })
        .await?;
    Ok(())
}

/// The last one has a single bay: the place that fifty visitors want at once.
fn workshop(world: &World, controller: ControllerId, number: usize) -> Workshop {
    let bays = if number == WORKSHOPS { 1 } else { 2 };
    let bay = |n: usize| Bay {
        id: world.id(),
        name: n.to_string(),
        max_length_cm: None,
        max_height_cm: None,
        open: true,
    };
    Workshop {
        id: world.id(),
        controller,
        name: format!("Benken {number}"),
        address: "Prøveveien 1".to_owned(),
        postal_code: "0150".to_owned(),
        city: "Oslo".to_owned(),
        phone: String::new(),
        notice_minutes: 0,
        horizon_days: 730,
        open: true,
        hours: [Some(Hours {
            opens: 0,
            closes: 24 * 60,
        }); 7],
        closed: Default::default(),
        bays: (1..=bays).map(bay).collect(),
    }
}

/// Customers with look-ups, name hints and a sealed contact, numbered from 0.
pub async fn seed(vault: &Vault, count: usize) -> Res<()> {
    for from in (0..count).step_by(CHUNK) {
        let until = (from + CHUNK).min(count);
        again(|| async {
            let mut work = vault.work();
            for number in from..until {
                let contact = contact(number).map_err(|_| vault::VaultError::Corrupt("seed"))?;
                let id = i64::try_from(number).unwrap_or(0);
                let keep = Keep::from("bench", id, work.at());
                let provenance = provenance(vault, id);
                customers::take_contact(
                    vault,
                    &mut work,
                    Actor::Visitor,
                    None,
                    &contact,
                    &provenance,
                    &keep,
                )
                .await?;
            }
            let laid = work.finish();
            Ok(vault.store().write(move |db| laid.lay(db)).await?)
        })
        .await?;
    }
    Ok(())
}

/// From the person, under the declaration in force.
pub fn provenance(vault: &Vault, about: i64) -> Provenance {
    Provenance {
        source_kind: "data_subject",
        source_ref: about,
        notice_version: vault.declaration().version().to_string(),
    }
}

/// The person of a number, once seeded.
pub async fn customer(vault: &Vault, number: usize) -> Res<SubjectId> {
    let email = Email::parse(&email(number)).map_err(|_| "an e-mail")?;
    let found = customers::identify(vault, Some(&email), None).await?;
    Ok(found.ok_or("a seeded customer")?)
}

/// A person's own browser, logged in to an account.
pub async fn own(vault: &Vault, visitor: &Client, me: SubjectId) -> Res<Client> {
    let account = customers::open_account(vault, me, Actor::Subject(me), Lang::Nb).await?;
    let me = Me {
        subject: me,
        account,
    };
    Ok(visitor.as_visitor(Visitor::Subject(me)).await?)
}

/// Times nobody has: each is handed out once.
pub struct Slots {
    /// What is booked.
    pub service: ServiceId,
    workshops: Vec<(WorkshopId, Vec<Moment>)>,
    lonely: (WorkshopId, Vec<Moment>),
    next: AtomicUsize,
    next_lonely: AtomicUsize,
}

impl Slots {
    /// The free times of a house that nobody has booked in yet.
    pub async fn of(house: &House) -> Res<Self> {
        let catalogue = house.vault.store().read(Catalogue::load).await?;
        let service = catalogue
            .services
            .iter()
            .find(|one| one.names[0] == "Karosserisjekk");
        let service = service.ok_or("the service for the load")?.id;
        let now = house.world.now();
        let mut workshops = Vec::new();
        let mut lonely = None;
        for workshop in catalogue
            .workshops
            .iter()
            .filter(|one| one.name.starts_with("Benken"))
        {
            let free = (workshop.id, hours(workshop, now));
            if workshop.bays.len() == 1 {
                lonely = Some(free);
            } else {
                workshops.push(free);
            }
        }
        Ok(Self {
            service,
            workshops,
            lonely: lonely.ok_or("the workshop with one bay")?,
            next: AtomicUsize::new(0),
            next_lonely: AtomicUsize::new(0),
        })
    }

    /// The next one: where, when, and its number.
    pub fn next(&self) -> (WorkshopId, Moment, usize) {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let (id, hours) = &self.workshops[number % self.workshops.len()];
        // After the last hour the second bay's turn begins.
        (
            *id,
            hours[number / self.workshops.len() % hours.len()],
            number,
        )
    }

    /// The next one in the workshop with one bay.
    pub fn next_lonely(&self) -> (WorkshopId, Moment) {
        let number = self.next_lonely.fetch_add(1, Ordering::Relaxed);
        (self.lonely.0, self.lonely.1[number % self.lonely.1.len()])
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.workshops
            .iter()
            .map(|(_, hours)| hours.len() * 2)
            .sum()
    }
}

/// Every hour that can be booked from tomorrow on, one after another.
fn hours(workshop: &Workshop, now: Moment) -> Vec<Moment> {
    let (_, until) = slots::window(workshop, now);
    let first = now.plus_days(1).local_date();
    first
        .series(jiff::Span::new().days(1))
        .take_while(|day| Moment::at_local(*day, 0, 0) < until)
        .filter_map(|day| Some((slots::open_hours(workshop, day).ok()?, day)))
        .flat_map(|(hours, day)| slots::starts(hours, day, MINUTES).step_by(2))
        .filter(|start| start.plus_minutes(MINUTES) < until)
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn everybody_made_up_is_somebody_the_house_would_take() {
        for number in [
            0, 1, 89_999, 90_000, 999_999, 1_000_000, 1_350_017, 5_009_995,
        ] {
            assert!(contact(number).is_ok(), "{number}");
            let plate = values::Plate::parse(&plate(number)).unwrap();
            assert!(plate.kind() != values::PlateKind::Foreign, "{number}");
        }
    }
}

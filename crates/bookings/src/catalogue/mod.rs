//! Workshops with their hours, closed days and bays, and the services that can be booked.

mod known;
mod load;
pub mod setup;
pub(crate) mod sql;
mod template;

pub use known::Catalogues;
pub use template::{TEMPLATE, lay_template};

use std::collections::BTreeMap;

use jiff::civil::Date;
use values::{BayId, ControllerId, ServiceId, WorkshopId};
use web::Lang;

/// Opening hours of one day, in minutes after midnight by the clock on the wall.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hours {
    /// Opens.
    pub opens: i64,
    /// Closes.
    pub closes: i64,
}

/// A place for one vehicle at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bay {
    /// Its id.
    pub id: BayId,
    /// Its name.
    pub name: String,
    /// Longest vehicle; `None` takes any.
    pub max_length_cm: Option<i64>,
    /// Highest vehicle; `None` takes any.
    pub max_height_cm: Option<i64>,
    /// Whether it can be booked.
    pub open: bool,
}

/// How much room a vehicle needs; 0 where it is not said.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Needs {
    /// Length with everything on it.
    pub length_cm: i64,
    /// Height.
    pub height_cm: i64,
}

impl Bay {
    /// Whether a vehicle of that size fits.
    #[must_use]
    pub fn takes(&self, needs: Needs) -> bool {
        let fits = |most: Option<i64>, need: i64| most.is_none_or(|most| need <= most);
        self.open
            && fits(self.max_length_cm, needs.length_cm)
            && fits(self.max_height_cm, needs.height_cm)
    }
}

/// A workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workshop {
    /// Its id.
    pub id: WorkshopId,
    /// The legal entity that runs it.
    pub controller: ControllerId,
    /// Its name.
    pub name: String,
    /// Street address.
    pub address: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub city: String,
    /// Telephone; empty where there is none of its own.
    pub phone: String,
    /// How long before it starts a time can be booked.
    pub notice_minutes: i64,
    /// How many days ahead.
    pub horizon_days: i64,
    /// Whether it can be booked.
    pub open: bool,
    /// Hours, Monday first; `None` is closed.
    pub hours: [Option<Hours>; 7],
    /// Days it is closed beside public holidays, with the reason.
    pub closed: BTreeMap<Date, String>,
    /// Its bays.
    pub bays: Vec<Bay>,
}

impl Workshop {
    /// `Storgata 1, 0150 Oslo`.
    #[must_use]
    pub fn place(&self) -> String {
        format!("{}, {} {}", self.address, self.postal_code, self.city)
    }

    /// Whether any bay takes such a vehicle.
    #[must_use]
    pub fn takes(&self, needs: Needs) -> bool {
        self.bays.iter().any(|bay| bay.takes(needs))
    }
}

/// A service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its id.
    pub id: ServiceId,
    /// Its name in bokmål, nynorsk and English.
    pub names: [String; 3],
    /// A sentence about it, likewise; may be empty.
    pub about: [String; 3],
    /// How long it takes.
    pub minutes: i64,
    /// Whether it can be booked.
    pub open: bool,
}

const fn place_of(lang: Lang) -> usize {
    match lang {
        Lang::Nb => 0,
        Lang::Nn => 1,
        Lang::En => 2,
    }
}

/// The words in a language; bokmål where it is missing.
fn in_lang(words: &[String; 3], lang: Lang) -> &str {
    let own = &words[place_of(lang)];
    if own.is_empty() { &words[0] } else { own }
}

impl Service {
    /// Its name in a language.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        in_lang(&self.names, lang)
    }

    /// The sentence about it in a language.
    #[must_use]
    pub fn about(&self, lang: Lang) -> &str {
        in_lang(&self.about, lang)
    }
}

/// Everything that can be booked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The workshops.
    pub workshops: Vec<Workshop>,
    /// The services.
    pub services: Vec<Service>,
}

impl Catalogue {
    /// The workshop a legal entity's people begin with: their own first one, else the first.
    #[must_use]
    pub fn home_of(&self, controller: ControllerId) -> Option<&Workshop> {
        let own = self
            .workshops
            .iter()
            .find(|workshop| workshop.controller == controller);
        own.or_else(|| self.workshops.first())
    }

    /// The workshop of that id.
    #[must_use]
    pub fn workshop(&self, id: WorkshopId) -> Option<&Workshop> {
        self.workshops.iter().find(|workshop| workshop.id == id)
    }

    /// The service of that id.
    #[must_use]
    pub fn service(&self, id: ServiceId) -> Option<&Service> {
        self.services.iter().find(|service| service.id == id)
    }

    /// Workshops that can be booked now.
    pub fn open_workshops(&self) -> impl Iterator<Item = &Workshop> {
        self.workshops
            .iter()
            .filter(|workshop| workshop.open && workshop.bays.iter().any(|bay| bay.open))
    }

    /// Services that can be booked now.
    pub fn open_services(&self) -> impl Iterator<Item = &Service> {
        self.services.iter().filter(|service| service.open)
    }

    /// The name of a bay.
    #[must_use]
    pub fn bay_name(&self, id: BayId) -> &str {
        let mut bays = self.workshops.iter().flat_map(|workshop| &workshop.bays);
        bays.find(|bay| bay.id == id)
            .map_or("", |bay| bay.name.as_str())
    }
}

//! What every handler may ask for: the house, assembled once at start and passed to each.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    ops::Deref,
    sync::{Arc, OnceLock},
};

use axum::{extract::FromRequestParts, http::request::Parts};
use values::World;

use crate::{Error, RouteInfo, Sessions, Texts, doors::Link, health::Counts, limit::Limiter};

/// How the house runs, from the settings file.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address visitors use, without a slash at the end: `https://karosseri.example`.
    pub base_url: String,
    /// The house's name on pages.
    pub house: String,
    /// Whether this is the demo: pages say so.
    pub demo: bool,
    /// Whether a proxy in front adds `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// Whether the limits of the route table apply; off in load tests only.
    pub limits: bool,
}

impl Settings {
    /// Whether visitors come over https.
    #[must_use]
    pub fn https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// Keyed hashes under the tenant's keys; the vault gives them.
pub trait Tagger: Send + Sync {
    /// The keyed hash of some bytes for one use; different uses give unrelated hashes.
    fn tag(&self, what: &'static str, bytes: &[u8]) -> [u8; 32];
}

impl Tagger for vault::Vault {
    fn tag(&self, what: &'static str, bytes: &[u8]) -> [u8; 32] {
        *self.tag_code(what, bytes).hash()
    }
}

/// The parts of the house that a slice brings or the world outside gives, by their type.
#[derive(Default)]
pub struct Services(HashMap<TypeId, Box<dyn Any + Send + Sync>>);

impl Services {
    /// Adds a part, usually an `Arc<dyn Trait>`; a later one of the same type replaces it.
    #[must_use]
    pub fn with<T: Any + Send + Sync>(mut self, part: T) -> Self {
        self.0.insert(TypeId::of::<T>(), Box::new(part));
        self
    }

    fn get<T: Any>(&self) -> Option<&T> {
        self.0.get(&TypeId::of::<T>())?.downcast_ref()
    }
}

/// What the house is made of.
pub struct House {
    /// Clock and chance.
    pub world: World,
    /// What the interface says.
    pub texts: Texts,
    /// How the house runs.
    pub settings: Settings,
    /// Keyed hashes.
    pub tagger: Arc<dyn Tagger>,
    /// Where sessions lie.
    pub sessions: Arc<dyn Sessions>,
    /// Parts that slices and the world outside bring.
    pub services: Services,
}

/// The house with its route table: the state of every handler.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    house: House,
    site: OnceLock<Site>,
    limiter: Limiter,
}

/// The route table as data, with its counts and navigation.
#[derive(Default)]
pub(crate) struct Site {
    pub routes: Vec<RouteInfo>,
    pub links: Vec<Link>,
    pub counts: Counts,
}

static NO_SITE: Site = Site {
    routes: Vec::new(),
    links: Vec::new(),
    counts: Counts::none(),
};

impl App {
    /// Takes the assembled house.
    #[must_use]
    pub fn new(house: House) -> Self {
        let limiter = Limiter::default();
        Self(Arc::new(Inner {
            house,
            site: OnceLock::new(),
            limiter,
        }))
    }

    /// A part of the house.
    ///
    /// # Errors
    /// When nobody brought it: the feature is off.
    pub fn service<T: Any + Send + Sync>(&self) -> Result<&T, Error> {
        self.0.house.services.get::<T>().ok_or(Error::Off)
    }

    pub(crate) fn site(&self) -> &Site {
        self.0.site.get().unwrap_or(&NO_SITE)
    }

    pub(crate) fn set_site(&self, site: Site) {
        // A second table for the same house would be a mistake of assembly; the first one stands.
        let _ = self.0.site.set(site);
    }

    pub(crate) fn limiter(&self) -> &Limiter {
        &self.0.limiter
    }
}

impl Deref for App {
    type Target = House;
    fn deref(&self) -> &House {
        &self.0.house
    }
}

/// A part of the house as a handler's argument: `Service(register): Service<Arc<dyn Register>>`.
pub struct Service<T>(pub T);

impl<T: Any + Clone + Send + Sync> FromRequestParts<App> for Service<T> {
    type Rejection = Error;

    async fn from_request_parts(_: &mut Parts, app: &App) -> Result<Self, Error> {
        app.service::<T>().cloned().map(Self)
    }
}

//! What the customer's own page is made of: panels that slices bring.
//!
//! The page is one reading: every panel says what it wants opened and reads its rows on the same
//! snapshot, the vault judges once, and then each panel makes its HTML of what may be opened.

use std::{any::Any, collections::BTreeMap, sync::Arc};

use declaration::vocabulary::{Category, Purpose, purpose};
use store::{Db, StoreError};
use values::{Moment, SubjectId};
use vault::{Ask, Permit, Vault};
use web::{App, Error, Me, Page};

/// A panel's reading: the snapshot, and what it asks to open. It holds only SQL.
pub struct Asking<'d> {
    /// The snapshot.
    pub db: &'d mut dyn Db,
    /// The house.
    pub app: &'d App,
    /// Whose page it is.
    pub me: Me,
    /// When.
    pub now: Moment,
    wanted: BTreeMap<SubjectId, Vec<Category>>,
}

impl<'d> Asking<'d> {
    pub(super) fn new(db: &'d mut dyn Db, app: &'d App, me: Me) -> Self {
        Self {
            db,
            app,
            me,
            now: app.world.now(),
            wanted: BTreeMap::new(),
        }
    }

    /// Asks to open categories of the person or of a vehicle of theirs, as far as the declaration in
    /// force has them for the account: what is not declared stays closed and leaves other panels alone.
    pub fn open(&mut self, subject: SubjectId, categories: &[Category]) {
        let declaration = match self.app.service::<Vault>() {
            Ok(vault) => vault.declaration(),
            Err(_) => return,
        };
        let stated = declaration.purpose(Purpose::Account);
        let stated = stated.map_or(&[][..], |statement| statement.categories());
        let all = self.wanted.entry(subject).or_default();
        for category in categories.iter().filter(|one| stated.contains(one)) {
            if !all.contains(category) {
                all.push(*category);
            }
        }
    }

    pub(super) fn asks(self) -> Vec<Ask> {
        let actor = self.me.actor();
        let wanted = self.wanted.into_iter();
        wanted
            .map(|(subject, categories)| Ask::open(actor, subject).of(&categories))
            .collect()
    }
}

/// What a panel makes its HTML of.
pub struct Mine<'a> {
    /// The house.
    pub app: &'a App,
    /// The page.
    pub page: &'a Page,
    /// Whose it is.
    pub me: &'a Me,
    /// The vault.
    pub vault: &'a Vault,
    pub(super) permits: BTreeMap<SubjectId, Result<Permit<purpose::Account>, Error>>,
}

impl Mine<'_> {
    /// The permit for a subject that was asked for.
    ///
    /// # Errors
    /// Why there is none.
    pub fn permit(&self, subject: SubjectId) -> Result<&Permit<purpose::Account>, Error> {
        match self.permits.get(&subject) {
            Some(Ok(permit)) => Ok(permit),
            Some(Err(error)) => Err(error.clone()),
            None => Err(Error::Internal("a panel did not ask")),
        }
    }
}

/// A part of `/min-side`. Orders: bookings 10, vehicles 20, purchases 30, consents 40, what is held 50,
/// who looked 60.
pub trait Panel: Send + Sync + 'static {
    /// What it reads.
    type Rows: Send + 'static;
    /// Its place: lower comes first.
    const ORDER: u16;
    /// Reads its rows and says what it wants opened.
    ///
    /// # Errors
    /// When the store fails.
    fn read(&self, asking: &mut Asking<'_>) -> Result<Self::Rows, StoreError>;
    /// Its HTML, usually one `<section class="card">`; empty when there is nothing to show.
    ///
    /// # Errors
    /// When something does not open or render.
    fn show(&self, mine: &Mine<'_>, rows: Self::Rows) -> Result<String, Error>;
}

/// Rows of a panel with their type forgotten.
pub(super) type AnyRows = Box<dyn Any + Send>;

/// A [`Panel`] with its rows' type forgotten.
pub trait MinePanel: Send + Sync {
    /// Its place: lower comes first.
    fn order(&self) -> u16;
    /// As [`Panel::read`].
    ///
    /// # Errors
    /// When the store fails.
    fn read(&self, asking: &mut Asking<'_>) -> Result<Box<dyn Any + Send>, StoreError>;
    /// As [`Panel::show`].
    ///
    /// # Errors
    /// When something does not open or render.
    fn show(&self, mine: &Mine<'_>, rows: Box<dyn Any + Send>) -> Result<String, Error>;
}

impl<P: Panel> MinePanel for P {
    fn order(&self) -> u16 {
        P::ORDER
    }

    fn read(&self, asking: &mut Asking<'_>) -> Result<AnyRows, StoreError> {
        let rows = Panel::read(self, asking)?;
        Ok(Box::new(rows))
    }

    fn show(&self, mine: &Mine<'_>, rows: AnyRows) -> Result<String, Error> {
        match rows.downcast::<P::Rows>() {
            Ok(rows) => Panel::show(self, mine, *rows),
            Err(_) => Err(Error::Internal("rows of another panel")),
        }
    }
}

/// Every panel of the house, as a part of the services.
#[derive(Clone, Default)]
pub struct MinePanels(pub Vec<Arc<dyn MinePanel>>);

//! The words of the field as types: instants, ids, and the texts people type.
//!
//! Pure: no I/O. What is typed is parsed once at the door and never doubted again.

use std::sync::Arc;

mod chance;
mod contact;
mod dates;
mod decimal;
mod error;
mod fold;
mod holidays;
mod ids;
mod marks;
mod measures;
mod money;
mod names;
pub mod national_id;
mod numbers;
pub mod spreadsheet;
mod text;
mod time;

pub use chance::{Chance, SeededChance, SystemChance};
pub use contact::{Email, Phone};
pub use dates::{parse_date, parse_time};
pub use error::FieldError;
pub use fold::{fold_word, words};
pub use holidays::{Holiday, easter, holiday};
pub use ids::*;
pub use marks::{Plate, PlateKind, Vin};
pub use measures::{Km, MeterTenths, Quantity};
pub use money::{BasisPoints, Ore};
pub use names::{Address, FreeText, Line, PersonName, PostalCode};
pub use numbers::{OrgNo, check_account_no, check_kid, kid_mod10, kid_mod11};
pub use text::{Shown, Typed};
pub use time::{Clock, Moment, SetClock, SystemClock, oslo};

/// Time and chance, passed in everywhere: nothing reads them from anywhere else.
#[derive(Clone)]
pub struct World {
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
    /// Where random bytes come from.
    pub chance: Arc<dyn Chance>,
}

impl World {
    /// The real clock and the operating system's randomness.
    #[must_use]
    pub fn system() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            chance: Arc::new(SystemChance),
        }
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// A new id.
    #[must_use]
    pub fn id<K: Id>(&self) -> K {
        K::make(self.now(), &*self.chance)
    }

    /// A random code for a link that must hide something: 256 bits.
    #[must_use]
    pub fn secret(&self) -> [u8; 32] {
        let mut bytes = [0_u8; 32];
        self.chance.fill(&mut bytes);
        bytes
    }
}

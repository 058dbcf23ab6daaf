//! The vehicle register: technical data by plate or chassis number, never the owner.
//!
//! The port is [`VehicleRegister`]; [`HttpRegister`] asks Statens vegvesen's Autosys
//! ("Enkeltoppslag"), [`NoRegister`] stands in where no key is set. [`double`] is a server that
//! answers like the register with synthetic vehicles, for the demo and the tests.
//!
//! A look-up never stops an intake: whatever is not [`Lookup::Found`] means "go on by hand".

use std::future::Future;
use std::pin::Pin;

use values::{Moment, Plate, Vin};

mod answer;
pub mod double;
mod http;
mod retry;
mod technical;

#[cfg(test)]
mod tests;

pub use http::{HttpRegister, OFFICIAL_ADDRESS, RegisterKey, RegisterSettings, SetupError};
pub use technical::{Adr, Code, SOURCE, Technical};

/// What the register is asked by.
#[derive(Clone, Copy, Debug)]
pub enum Asked<'a> {
    /// A registration plate, ordinary or personal.
    Plate(&'a Plate),
    /// A chassis number.
    Vin(&'a Vin),
}

/// A look-up under way.
pub type Looking<'a> = Pin<Box<dyn Future<Output = Lookup> + Send + 'a>>;

/// Somebody who knows vehicles.
pub trait VehicleRegister: Send + Sync {
    /// Asks for one vehicle. Ends within the register's time limit, with an answer or a reason.
    fn look_up<'a>(&'a self, asked: Asked<'a>) -> Looking<'a>;
}

/// What came of a look-up. Carries no plate, chassis number or text of the register but in
/// `Found`, whose own plate and chassis number do not print.
#[derive(Clone, Debug)]
pub enum Lookup {
    /// The vehicle's technical data.
    Found(Box<Technical>),
    /// No such vehicle (or a foreign plate, which is not asked for).
    Unknown,
    /// The register holds the technical data back (`skjermingsomfang` TEKNISK_DATA).
    Withheld,
    /// The day's quota is used up; the register is not asked again before then.
    OverQuota {
        /// When to try again.
        retry_at: Moment,
    },
    /// No answer within the time limit.
    Slow,
    /// Not reachable, or it says itself that it is out of order.
    Down,
    /// The key is not accepted: a matter for the administrator.
    Refused,
    /// An answer that could not be understood.
    Malformed,
    /// No register is set up.
    Off,
}

impl Lookup {
    /// The key of the sentence in the language files that tells the adviser what came of it.
    pub const fn message_id(&self) -> &'static str {
        match self {
            Self::Found(_) => "register-found",
            Self::Unknown => "register-unknown",
            Self::Withheld => "register-withheld",
            Self::OverQuota { .. } => "register-over-quota",
            Self::Slow => "register-slow",
            Self::Down => "register-down",
            Self::Refused => "register-refused",
            Self::Malformed => "register-malformed",
            Self::Off => "register-off",
        }
    }

    /// The vehicle, if it was found.
    pub fn found(self) -> Option<Technical> {
        match self {
            Self::Found(technical) => Some(*technical),
            _ => None,
        }
    }
}

/// No register: every intake goes by hand.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoRegister;

impl VehicleRegister for NoRegister {
    fn look_up<'a>(&'a self, _: Asked<'a>) -> Looking<'a> {
        Box::pin(std::future::ready(Lookup::Off))
    }
}

//! The newsletter service "Make" (Make AS): what it holds for us, what we tell it, what it tells us.
//!
//! One account, and one list, per legal entity: its terms bind an account to one organisation number.
//! Only e-mail, first name, list and our own id ever leave the house; of what people do with their
//! letters only unsubscribing and bouncing is asked for.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod client;
pub mod double;
pub mod plan;
mod wire;

#[cfg(test)]
mod tests;

pub use client::{Failure, Make, MakeSettings, SetupError};
pub use wire::{BULK, Event, Held, Standing, Told};

//! Persons and how they are reached, their account, their log-in, their own page.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod contact;
mod log_in;
mod mine;

pub use contact::{CustomerContact, Taken, identify, latest_contact, take_contact};
pub use log_in::{LogInLink, log_in_link, log_in_link_for};
pub use mine::{MinePanel, MinePanels};

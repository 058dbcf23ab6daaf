//! The privacy officer's desk.

pub mod answer;
pub mod case;
pub mod list;
pub mod register;
pub mod watch;

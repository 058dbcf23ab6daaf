//! The privacy officer's desk.

pub mod ailing;
pub mod answer;
pub mod carry;
pub mod case;
pub mod conflict;
pub mod extend;
pub(crate) mod hold_reminder;
pub mod holds;
pub mod identity;
pub mod list;
pub mod register;
pub mod sweep;
pub mod watch;

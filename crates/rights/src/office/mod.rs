//! The privacy officer's desk.

pub mod ailing;
pub mod answer;
mod beside;
pub mod carry;
pub mod case;
pub mod conflict;
pub mod extend;
pub(crate) mod hold_reminder;
pub mod holds;
pub mod identity;
pub mod list;
pub mod post;
pub mod register;
pub mod same;
pub mod sweep;
pub mod watch;

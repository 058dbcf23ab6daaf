//! Log-in by a one-time link in a mail.

mod link;
pub(crate) mod sql;

pub use link::{LogInLink, log_in_link, log_in_link_for};

//! A letter: what an officer wrote in Markdown, as the two parts of a message; and what is refused.

mod markdown;
mod message;
mod offers;
#[cfg(test)]
mod tests;

pub(crate) use markdown::render_own;
pub use markdown::{Fault, FaultKind, Written, faults, render};
pub(crate) use message::{Ends, Frame, Heading, bytes, text};
pub use offers::offer_in;

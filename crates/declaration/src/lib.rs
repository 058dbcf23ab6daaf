//! What a workshop promises, as data. Pure: no I/O, no clock.

pub mod finding;
pub mod print;
pub mod source;
pub mod text;

pub use finding::{Finding, Severity};
pub use text::{Lang, Text};

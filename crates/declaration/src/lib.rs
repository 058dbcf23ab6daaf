//! What a workshop promises, as data, and what the program can do with personal data at all.
//!
//! Pure: no I/O, no clock. A file is read ([`source`]), checked ([`lint`]) and becomes a
//! [`Declaration`], which the vault, the forms and the pages ask. `docs/declaration.md` explains the
//! format; `declarations/westrum.toml` is the reference.

mod consents;
mod customer_topics;
mod diff;
mod diff_parts;
mod dpv;
pub mod finding;
mod limits;
pub mod lint;
mod model;
mod page;
pub mod print;
mod roles;
pub mod rules;
pub mod source;
mod source_parts;
mod statement;
pub mod text;
pub mod vocabulary;
mod words;

pub use consents::{AskedFor, Channel, Question, lasting};
pub use customer_topics::CustomerTopic;
pub use diff::{Change, ChangeKind, diff, render_changes};
pub use finding::{Finding, Severity};
pub use limits::Limit;
pub use model::{Controller, Declaration, Undeclared};
pub use rules::{Rule, RuleTable, Share};
pub use source::{Clause, Keep, KeepCase, Recipient};
pub use statement::PurposeStatement;
pub use text::{Lang, Text};
pub use words::{basis_name, category_name, country_name, day_name};

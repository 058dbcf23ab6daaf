//! Where things lie: one SQL text, two engines, one write path.
//!
//! A [`Store`] is one tenant's database namespace: a SQLite file in a folder, or one
//! schema of a PostgreSQL server. Features write plain SQL once, as named `&'static str`
//! texts ([`queries!`]), and run it inside synchronous closures:
//!
//! ```ignore
//! store::queries! {
//!     /// The booking a link points at.
//!     BOOKING_BY_ID = "SELECT id, starts_at FROM booking WHERE id = $1";
//! }
//! let row = store.read(move |db| db.opt(&BOOKING_BY_ID, &[id.get().into()])).await?;
//! ```
//!
//! Rules a closure must keep, because the engines rely on them:
//! - it holds only SQL: sealing happens before, opening after, letters go through the outbox;
//! - a `write` closure may run more than once (a lost race, a neighbour's failure in the same
//!   commit), so it changes nothing but the database;
//! - a statement that failed ends the transaction: whatever the closure answers afterwards,
//!   nothing of it is kept and the caller gets the first error.
//!
//! Writes are serialisable on both engines: what a closure read is still true when its writes
//! become durable. `write` answers only after the commit is on disk.
//!
//! The crate knows nothing of persons. Personal data reaches it sealed, as bytes; text that is
//! not written in the code enters only through [`plain`], so that `grep` finds every such place.

mod backup;
mod db;
mod engine;
mod error;
pub mod jobs;
mod lite;
mod outside;
mod pg;
mod sql;
#[cfg(any(test, feature = "testing"))]
#[allow(clippy::expect_used)]
pub mod testing;
#[cfg(test)]
mod tests;
mod value;
mod work;

pub use backup::{Account, BackupReport, TableAccount};
pub use db::Db;
pub use engine::{Alarm, Column, Location, Scrubbed, Store, restore, verify};
pub use error::StoreError;
pub use outside::{Outside, Run};
pub use sql::{Migration, Sql};
pub use value::{Key, Row, Value, bytes, plain};

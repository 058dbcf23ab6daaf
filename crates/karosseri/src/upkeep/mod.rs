//! `/stab/drift`: how the house itself is. What needs somebody, what goes by itself, the mail, the
//! backups; without a single person in it, for those who run the machine (role `operator`).

mod backups;
mod pages;

use declaration::vocabulary::Role;
use store::Migration;
use web::{Area, Door, Limit, Routes};

pub use backups::{Backup, last as last_backup, note as note_backup};
pub use pages::Upkeep;

/// When a backup was written; nothing else of it.
pub const MIGRATIONS: &[Migration] = &[backups::FIRST];

/// The marks of the columns.
pub const COLUMNS: &str = include_str!("../../columns.txt");

/// The statements.
pub const QUERIES: &[store::Sql] = backups::sql::ALL;

const DOOR: Door = Door::Staff(&[Role::Operator, Role::Admin]);

/// The route table.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/stab/drift", DOOR, pages::show)
        .post("/stab/drift/domene", DOOR, pages::ask)
        .limit(Limit::FORM)
        .link(Area::Desk, 90, "/stab/drift", "nav-upkeep")
}

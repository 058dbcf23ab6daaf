//! A person's rights: what is held and by whom it was seen, a copy of all of it, requests and their
//! answers, being forgotten; and the proof that the declaration is kept.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod proof;

use std::sync::Arc;

use declaration::vocabulary::{Activity, Category, Purpose};
use vault::Vault;

pub use proof::{Around, ControllerRows, Facts, PageSeen, Proof, Run, Soon, last_run, prove};

/// The texts of this slice.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// The tables of this slice.
pub const MIGRATIONS: &[store::Migration] = &[];

/// The statements of this slice.
pub const QUERIES: &[&[store::Sql]] = &[];

/// What this slice does with personal data.
pub const ACTIVITIES: &[Activity] = &[Activity {
    name: "rights.answer",
    purpose: Purpose::Rights,
    reads: Purpose::Rights.categories(),
    writes: &[Category::RightsCase, Category::Correspondence],
    recipients: &["hosting"],
}];

/// The routes of this slice.
#[must_use]
pub fn routes() -> web::Routes {
    web::Routes::new()
}

/// The panels this slice brings to `/min-side`.
#[must_use]
pub fn panels(_vault: &Vault) -> Vec<Arc<dyn customers::MinePanel>> {
    Vec::new()
}

/// The kinds of record of this slice stand in the vocabulary.
///
/// # Errors
/// The first field that does not.
pub fn check_records() -> Result<(), String> {
    Ok(())
}

/// Finishes what a stop cut short: decided erasures that were not answered yet. Answers how many.
///
/// # Errors
/// When the store or the vault fails.
pub async fn chore(_vault: &Vault) -> Result<u64, vault::VaultError> {
    Ok(0)
}

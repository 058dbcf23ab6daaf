//! The public site: home, the privacy declaration with its versions, and what programs look for.
//!
//! Nothing about visitors is stored. Pages are made once for each language and version of the declaration
//! and then served from memory.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod access;
mod company;
mod files;
mod home;
mod house;
mod privacy;
mod shelf;
#[cfg(test)]
mod tests;
mod versions;

use declaration::vocabulary::{Activity, Role};
use store::Migration;
use web::{Area, Door, Routes};

pub use house::{LastProof, ProofSummary, Site, SiteFacts, Soon, Workplace};
pub use versions::{SiteError, VersionLine, remember_version, versions};

/// Steps of the schema. A declaration is public and names no person it is about: its text lies in the clear.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "site-1",
    sql: "CREATE TABLE declaration_version (version {i64} PRIMARY KEY NOT NULL, hash {text} NOT NULL, effective_on {text} NOT NULL, body {text} NOT NULL, first_served_at {i64} NOT NULL) {strict};",
}];

/// Everything this slice asks the database.
pub const QUERIES: &[&[store::Sql]] = &[versions::sql::ALL];

/// What the pages say.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// The marks of the columns.
pub const COLUMNS: &str = include_str!("../columns.txt");

/// Nothing is done here with personal data.
pub const ACTIVITIES: &[Activity] = &[];

/// There are no records here.
///
/// # Errors
/// None.
pub const fn check_records() -> Result<(), String> {
    Ok(())
}

/// The route table.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/", Door::Public, home::show)
        .get("/personvern", Door::Public, privacy::show)
        .get("/personvern/endringer", Door::Public, privacy::changes)
        .get(
            "/personvern/protokoll",
            Door::Staff(&[Role::Privacy, Role::Admin]),
            privacy::record,
        )
        .get("/personvern/{version}", Door::Public, privacy::version)
        .get("/personvern.json", Door::Public, privacy::json)
        .get("/tilgjengelighet", Door::Public, access::show)
        .get("/robots.txt", Door::Public, files::robots)
        .get("/sitemap.xml", Door::Public, files::sitemap)
        .get("/.well-known/security.txt", Door::Public, files::security)
        .link(Area::Public, 90, "/personvern", "nav-privacy")
        .link(Area::Desk, 85, "/personvern/protokoll", "nav-record")
}

/// The page as nobody in particular sees it: what is kept in memory is shown to everybody.
pub(crate) fn anonymous(mut page: web::Page) -> web::Page {
    page.visitor = web::Visitor::Nobody;
    page.csrf.clear();
    page
}

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
mod library;
mod own;
mod privacy;
mod search;
mod shelf;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_pages;
mod versions;

use declaration::vocabulary::{Activity, Role};
use store::Migration;
use web::{Area, Door, Routes};

pub use house::{LastProof, ProofSummary, Site, SiteFacts, Soon, Workplace};
pub use library::{Doc, Kind, Library, PageFinding, Wrong};
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
        .merge(pages())
        .link(Area::Public, 90, "/personvern", "nav-privacy")
        .link(Area::Desk, 67, "/personvern/protokoll", "nav-record")
}

/// The pages of the folder, and search over them.
fn pages() -> Routes {
    Routes::new()
        .get("/tjenester", Door::Public, own::services)
        .get("/tjenester/{slug}", Door::Public, own::service)
        .get("/verksteder", Door::Public, own::workshops)
        .get("/verksteder/{slug}", Door::Public, own::workshop)
        .get("/nyheter", Door::Public, own::news)
        .get("/nyheter/{slug}", Door::Public, own::post)
        .get("/filer/{name}", Door::Public, own::file)
        .get("/sok", Door::Public, search::show)
        .get("/{slug}", Door::Public, own::other)
        .get("/stab/nettsider", WRITERS, own::report)
        .link(Area::Public, 30, "/tjenester", "nav-services")
        .link(Area::Public, 40, "/verksteder", "nav-workshops")
        .link(Area::Public, 50, "/nyheter", "nav-news")
        .link(Area::Public, 60, "/sok", "nav-search")
        .link(Area::Desk, 76, "/stab/nettsider", "nav-pages")
}

/// Who sees what is wrong with the folder.
const WRITERS: Door = Door::Staff(&[Role::Marketing, Role::Admin]);

/// The page as nobody in particular sees it: what is kept in memory is shown to everybody.
pub(crate) fn anonymous(mut page: web::Page) -> web::Page {
    page.visitor = web::Visitor::Nobody;
    page.csrf.clear();
    page
}

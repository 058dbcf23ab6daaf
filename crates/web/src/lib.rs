//! The shell: who asks, in what language, through which door; how a page is laid out and what
//! it says when something is wrong. How a slice uses it: README.md of this crate.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod app;
mod asking;
mod assets;
mod bulletin;
pub mod check;
#[cfg(test)]
mod contrast;
mod doors;
mod error;
mod fields;
mod form;
mod headers;
pub mod health;
mod lang;
mod limit;
mod page;
mod session_table;
mod sessions;
mod shell;
pub mod stilark;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
mod texts;
mod upload;
mod upload_stream;
mod visitor;
mod visits;
mod way_out;
mod when;

pub use app::{App, House, Service, Services, Settings, Tagger};
pub use asking::{GLASS, REASON, StaffNames};
pub use bulletin::{Bulletin, BulletinBoard, Bulletins};
pub use declaration::vocabulary::Role;
pub use doors::{Area, Door, LOG_IN, RouteInfo, Routes, STAFF_LOG_IN, local_path};
pub use error::Error;
pub use form::{CSRF_FIELD, Errors, Form, Signed};
pub use lang::{Lang, split};
pub use limit::Limit;
pub use page::{FootLinks, LangLink, NavLink, Page, html, html_again, html_with};
pub use session_table::{MIGRATIONS, StoredSessions, sql};
pub use sessions::{COOKIE, Later, Session, Sessions, log_in, log_out};
pub use shell::router;
pub use texts::{Arg, LangFiles, Text, Texts, TextsError};
pub use upload::{File, FileKind, MOST_FILE, Uploaded, UploadedTable, UploadedZip};
pub use upload_stream::{Streamed, Taking, UploadedStream};
pub use visitor::{Colleague, Me, Visitor};
pub use visits::{Counted, Place, Visits};
pub use way_out::{WayOut, link_gone, told, unknown_link};
pub use when::Plain;

/// The texts of the shell itself: errors, fields, layout, dates.
pub const TEXTS: LangFiles = lang_files!("lang");

/// The shell's own routes.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/static/{file}", Door::Public, assets::show)
        .get("/favicon.ico", Door::Public, assets::favicon)
        .merge(stilark::routes())
}

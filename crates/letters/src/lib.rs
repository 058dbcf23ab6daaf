//! Messages to people: written sealed, queued with the transaction that made them necessary, sent
//! later.
//!
//! A slice posts a letter inside its own work; nothing of it lies in the clear:
//!
//! ```ignore
//! let letter = Letter::new(email, subject, text).in_lang(page.lang).from(controller);
//! let posted = letters::post(&mut work, &permit, letter, &format!("booked-{id}"), &keep)?;
//! let laid = work.finish();
//! store.write(move |db| { laid.lay(db)?; posted.enqueue(db) }).await?;
//! ```
//!
//! The chore [`deliver_due`] sends what is due. A message is sent at least once: a copy of it, after
//! a crash between the server's yes and ours, has the same Message-ID.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod mime;
mod outbox;
mod post;
mod settings;
mod smtp;
pub mod sql;
mod status;
#[cfg(any(test, feature = "testing"))]
#[allow(clippy::expect_used)]
pub mod testing;
#[cfg(test)]
mod tests;
mod wire;

use declaration::vocabulary::{Activity, Category, Purpose};

pub use outbox::{Delivered, deliver_due, work_through};
pub use post::{Letter, LetterRecord, Posted, post};
pub use settings::{MailSettings, Sender, Tls};
pub use smtp::{Limits, MailError, Mailer, Verdict};
pub use status::{
    State, Status, Waiting, forget, refused_since, returned, status_of, tidy, unsent, waiting,
};
pub use wire::Wire;

/// The kind of job in the store's queue.
pub const JOB: &str = "letter";

/// The tables of this slice.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration {
        name: "letters-1",
        sql: "CREATE TABLE message (
            id {i64} PRIMARY KEY NOT NULL,
            record_id {i64} NOT NULL,
            subject_id {i64} NOT NULL,
            purpose {text} NOT NULL,
            source_kind {text} NOT NULL,
            source_ref {i64} NOT NULL,
            controller_id {i64},
            lang {text} NOT NULL,
            dedup {text} NOT NULL,
            posted_at {i64} NOT NULL,
            good_until {i64} NOT NULL,
            state {text} NOT NULL,
            tries {i64} NOT NULL,
            at {i64} NOT NULL,
            code {i64}
          ) {strict};
          CREATE UNIQUE INDEX message__dedup ON message (dedup);
          CREATE INDEX message_source ON message (source_kind, source_ref);
          CREATE INDEX message_subject ON message (subject_id);
          CREATE INDEX message_posted ON message (posted_at);",
    },
    store::Migration {
        // Whether the person posted it to themselves: the answer to their own act.
        name: "letters-2",
        sql: "ALTER TABLE message ADD COLUMN own {bool} NOT NULL DEFAULT FALSE;",
    },
];

/// How messages stand, in words, in three languages.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// The statements of this slice.
pub const QUERIES: &[&[store::Sql]] = &[sql::ALL];

/// What this slice does with personal data.
pub const ACTIVITIES: &[Activity] = &[
    send("letters.send.visit", Purpose::Visit),
    send("letters.send.account", Purpose::Account),
    send("letters.send.claims", Purpose::Claims),
    send("letters.send.reminders", Purpose::ServiceReminders),
    send("letters.send.rights", Purpose::Rights),
    send("letters.send.staff", Purpose::StaffAccess),
];

const fn send(name: &'static str, purpose: Purpose) -> Activity {
    Activity {
        name,
        purpose,
        reads: &[Category::Correspondence],
        writes: &[Category::Correspondence],
        recipients: &["hosting"],
    }
}

/// The kinds of record of this slice stand in the vocabulary.
///
/// # Errors
/// The first field that does not.
pub fn check_records() -> Result<(), String> {
    vault::check_fields::<LetterRecord>()
}

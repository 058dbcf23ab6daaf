//! Log-in by a one-time link in a mail.
//!
//! Whoever asks for a link learns nothing of whether the address is known: the same page, and the
//! same work before it (one look-up, one transaction with one job). The letter is written by a chore
//! afterwards.

mod chore;
mod link;
mod pages;
pub(crate) mod sql;

use store::{Db, StoreError};
use values::SubjectId;

pub use chore::{send_links, tidy, work_through};
pub use link::{LogInLink, log_in_link, log_in_link_for};
pub use pages::{ask, enter, leave, open, send, sent};

/// No link of a person is good any more.
pub(crate) fn forget(db: &mut dyn Db, subject: SubjectId) -> Result<(), StoreError> {
    db.exec(&sql::LINK_FORGET, &[subject.get().into()])
        .map(|_| ())
}

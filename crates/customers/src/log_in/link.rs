//! One-time links: a code that only the mail holds, its keyed hash in the table.

use data_encoding::BASE64URL_NOPAD;
use store::{Db, StoreError, Value, bytes};
use values::{JobId, Moment, SubjectId};
use vault::Vault;

use super::sql;

/// A log-in link is good for half an hour.
pub(crate) const GOOD_FOR_MINUTES: i64 = 30;

/// A log-in link, to be laid down in the transaction that queues its letter. Used once.
pub struct LogInLink {
    code: String,
    row: Vec<Value>,
    good_until: Moment,
}

/// Makes a log-in link for a person, good for half an hour.
#[must_use]
pub fn log_in_link(vault: &Vault, subject: SubjectId) -> LogInLink {
    log_in_link_for(vault, subject, GOOD_FOR_MINUTES)
}

/// The same, good for so many minutes (the demo prints one).
#[must_use]
pub fn log_in_link_for(vault: &Vault, subject: SubjectId, minutes: i64) -> LogInLink {
    let world = vault.world();
    let code = BASE64URL_NOPAD.encode(&world.secret());
    let now = world.now();
    let good_until = now.plus_minutes(minutes);
    let id: JobId = world.id();
    let row = vec![
        bytes(tag(vault, &code)),
        id.get().into(),
        subject.get().into(),
        now.millis().into(),
        good_until.millis().into(),
    ];
    LogInLink {
        code,
        row,
        good_until,
    }
}

impl LogInLink {
    /// Where it leads, without language: `/logg-inn/{code}`.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/logg-inn/{}", self.code)
    }

    /// Until when it is good.
    #[must_use]
    pub const fn good_until(&self) -> Moment {
        self.good_until
    }

    /// Lays it down.
    ///
    /// # Errors
    /// When the store fails.
    pub fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        db.exec(&sql::LINK_ADD, &self.row).map(|_| ())
    }
}

/// The keyed hash under which a code is kept.
pub(crate) fn tag(vault: &Vault, code: &str) -> [u8; 32] {
    *vault.tag_code("log_in", code.as_bytes()).hash()
}

/// Whose a link is, while it is good. Using it up is [`spend`]'s.
pub(crate) async fn holder(vault: &Vault, code: &str) -> Result<Option<SubjectId>, StoreError> {
    let (tag, now) = (tag(vault, code), vault.world().now());
    let read = move |db: &mut dyn Db| {
        db.opt(&sql::LINK, &[bytes(tag), now.millis().into()])?
            .map(|row| row.i64("subject_id").map(SubjectId::from_raw))
            .transpose()
    };
    vault.store().read(read).await
}

/// Uses a link up; false when somebody was faster.
pub(crate) async fn spend(vault: &Vault, code: &str) -> Result<bool, StoreError> {
    let (tag, now) = (tag(vault, code), vault.world().now());
    let write = move |db: &mut dyn Db| db.exec(&sql::LINK_USE, &[bytes(tag), now.millis().into()]);
    Ok(vault.store().write(write).await? == 1)
}

//! What is known of each message: how it stands, and never what it says.

use store::{Db, Row, StoreError, jobs};
use values::{JobId, Moment, SubjectId};
use vault::{Vault, VaultError};

use crate::sql;

/// What is known of a message goes this many days after it was posted: as long as the message.
const KNOWN_DAYS: i64 = 400;

/// How a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Waits for its first attempt.
    Queued,
    /// Taken by the mail server.
    Sent,
    /// Not taken yet; will be tried again.
    Deferred,
    /// Refused for good by the mail server.
    Refused,
    /// Across twice, and never answered: it may have arrived, and is not sent a third time.
    Unsure,
    /// Not sent: the person was forgotten, or it had become of no use.
    Dropped,
}

impl State {
    /// The word in the table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Deferred => "deferred",
            Self::Refused => "refused",
            Self::Unsure => "unsure",
            Self::Dropped => "dropped",
        }
    }

    /// The message of the language files that says it.
    #[must_use]
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Queued => "letter-queued",
            Self::Sent => "letter-sent",
            Self::Deferred => "letter-deferred",
            Self::Refused => "letter-refused",
            Self::Unsure => "letter-unsure",
            Self::Dropped => "letter-dropped",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [
            Self::Queued,
            Self::Sent,
            Self::Deferred,
            Self::Refused,
            Self::Unsure,
            Self::Dropped,
        ]
        .into_iter()
        .find(|state| state.as_str() == name)
    }
}

/// What is known of a message: no address, no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// The message.
    pub id: JobId,
    /// How it stands.
    pub state: State,
    /// How often it was tried.
    pub tries: i64,
    /// When it came to stand so.
    pub at: Moment,
    /// When it was posted.
    pub posted_at: Moment,
    /// The mail server's code, when it said no.
    pub code: Option<i64>,
}

/// How the messages of a case stand, newest first.
///
/// # Errors
/// When the store fails.
pub async fn status_of(
    vault: &Vault,
    source_kind: &'static str,
    source_ref: i64,
) -> Result<Vec<Status>, VaultError> {
    let read = move |db: &mut dyn Db| {
        db.all(&sql::STATUS, &[source_kind.into(), source_ref.into()])?
            .iter()
            .map(status)
            .collect::<Result<Vec<_>, _>>()
    };
    Ok(vault.store().read(read).await?)
}

/// A message came back: it stands as refused from now on, once. False when it is none of ours, or does
/// not stand as sent. `message_id` is the whole Message-ID without its brackets.
///
/// # Errors
/// When the store fails.
pub async fn returned(vault: &Vault, message_id: &str, code: i64) -> Result<bool, VaultError> {
    let id = message_id.split('@').next().unwrap_or_default();
    let Ok(id) = id.parse::<i64>() else {
        return Ok(false);
    };
    let now = vault.world().now().millis();
    let write = move |db: &mut dyn Db| {
        let values = [id.into(), now.into(), code.into()];
        db.exec(&sql::RETURNED, &values)
    };
    Ok(vault.store().write(write).await? == 1)
}

/// Which cases of a kind had a message that was refused or came back since an instant, and when.
///
/// # Errors
/// When the store fails.
pub async fn refused_since(
    vault: &Vault,
    source_kind: &'static str,
    since: Moment,
) -> Result<Vec<(i64, Moment)>, VaultError> {
    let read = move |db: &mut dyn Db| {
        db.all(
            &sql::REFUSED_SINCE,
            &[source_kind.into(), since.millis().into()],
        )?
        .iter()
        .map(|row| Ok((row.i64("source_ref")?, Moment::from_millis(row.i64("at")?))))
        .collect()
    };
    Ok(vault.store().read(read).await?)
}

/// How many messages posted since an instant were refused for good or are put off: for the desk.
///
/// # Errors
/// When the store fails.
pub fn unsent(db: &mut dyn Db, since: Moment) -> Result<i64, StoreError> {
    db.one(&sql::UNSENT, &[since.millis().into()])?.i64("n")
}

/// What waits for the mail server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// How many messages.
    pub count: i64,
    /// Since when the oldest of them waits.
    pub oldest: Option<Moment>,
}

/// How many messages wait for the mail server.
///
/// # Errors
/// When the store fails.
pub fn waiting(db: &mut dyn Db) -> Result<Waiting, StoreError> {
    let row = db.one(&sql::WAITING, &[])?;
    Ok(Waiting {
        count: row.i64("n")?,
        oldest: row.opt_i64("oldest")?.map(Moment::from_millis),
    })
}

fn status(row: &Row) -> Result<Status, StoreError> {
    let state = State::from_name(row.text("state")?)
        .ok_or_else(|| StoreError::Type("message: unknown state".into()))?;
    Ok(Status {
        id: JobId::from_raw(row.i64("id")?),
        state,
        tries: row.i64("tries")?,
        at: Moment::from_millis(row.i64("at")?),
        posted_at: Moment::from_millis(row.i64("posted_at")?),
        code: row.opt_i64("code")?.filter(|code| *code > 0),
    })
}

/// What is known of a forgotten person's messages goes too, and none is sent any more.
///
/// # Errors
/// When the store fails.
pub fn forget(db: &mut dyn Db, subject: SubjectId) -> Result<(), StoreError> {
    jobs::drop_subject(db, subject.get())?;
    db.exec(&sql::FORGET, &[subject.get().into()]).map(|_| ())
}

/// Removes what is known of messages older than the messages themselves are kept. Answers how many.
///
/// # Errors
/// When the store fails.
pub async fn tidy(vault: &Vault) -> Result<u64, VaultError> {
    let before = vault.world().now().plus_days(-KNOWN_DAYS);
    let clean = move |db: &mut dyn Db| db.exec(&sql::TIDY, &[before.millis().into()]);
    Ok(vault.store().write(clean).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_in_step() {
        web::check::assert_texts(env!("CARGO_MANIFEST_DIR"), &[crate::LANG]);
    }

    #[test]
    fn states_have_their_words() {
        for name in ["queued", "sent", "deferred", "refused", "dropped"] {
            let state = State::from_name(name).unwrap();
            assert_eq!(state.as_str(), name);
            assert_eq!(state.message_id(), format!("letter-{name}"));
        }
    }
}

//! Who is not to be written to again: keyed hashes of addresses, never the addresses.
//!
//! A line outlives the person's data (GDPR Art. 21(3): what is objected to is no longer processed for
//! marketing, which cannot be kept without remembering it), the tenant key's turning (the key of the
//! hashes is wrapped again, not changed) and a restored backup: it is in the ledger of noes as well. The table only
//! grows; the last word that covers an address, a legal entity and a topic decides. The only word that
//! undoes a no is the person's own new confirmation of one topic.

use store::{Db, Row, Sql, StoreError, Value, bytes, plain};
use values::{ControllerId, Moment};

use crate::{LookUp, Tag, Vault, VaultError, Work, sql};

/// The longest word for a topic.
const TOPIC_CHARS: usize = 40;

/// What a word of the list is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Scope {
    /// Everything, from every legal entity.
    All,
    /// Everything from one legal entity.
    Controller(ControllerId),
    /// One topic of one legal entity. The topic is a word of the program or the declaration.
    Topic(ControllerId, String),
}

/// One line of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suppression {
    /// What it is about.
    pub scope: Scope,
    /// Whether it says no; a line that says otherwise is a new confirmation.
    pub suppressed: bool,
    /// When.
    pub at: Moment,
    /// Through what: `link`, `page`, `phone`, `letter`, `erasure`, `bounce`, `opt_in` …
    pub source: String,
}

impl Scope {
    const fn kind(&self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Controller(_) => "controller",
            Self::Topic(..) => "topic",
        }
    }

    const fn controller(&self) -> i64 {
        match self {
            Self::All => 0,
            Self::Controller(id) | Self::Topic(id, _) => id.get(),
        }
    }

    fn topic(&self) -> &str {
        match self {
            Self::Topic(_, topic) => topic,
            Self::All | Self::Controller(_) => "",
        }
    }

    fn read(row: &Row) -> Result<Self, StoreError> {
        let controller = ControllerId::from_raw(row.i64("controller_id")?);
        match row.text("scope_kind")? {
            "all" => Ok(Self::All),
            "controller" => Ok(Self::Controller(controller)),
            "topic" => Ok(Self::Topic(controller, row.text("topic")?.to_owned())),
            _ => Err(StoreError::Type("suppression: unknown scope".into())),
        }
    }

    /// A topic is a word, so that nobody's address lands in the column by mistake.
    fn check(&self) -> Result<(), StoreError> {
        let Self::Topic(_, topic) = self else {
            return Ok(());
        };
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c);
        if topic.is_empty() || topic.len() > TOPIC_CHARS || !topic.chars().all(fits) {
            return Err(StoreError::Refused("a topic is one short word"));
        }
        Ok(())
    }
}

/// A line as it is written; one that would repeat the last word counts no row.
fn line(
    tag: &Tag,
    scope: &Scope,
    state: &'static str,
    at: Moment,
    source: &'static str,
) -> (Sql, Vec<Value>) {
    let values = vec![
        tag.kind.into(),
        bytes(tag.hash),
        scope.kind().into(),
        scope.controller().into(),
        plain(scope.topic()),
        state.into(),
        at.millis().into(),
        source.into(),
    ];
    (sql::SUPPRESSION_ADD, values)
}

/// No from now on, inside a transaction.
///
/// # Errors
/// When the topic is not a word, or the store fails.
pub fn suppress_in(
    db: &mut dyn Db,
    tag: &Tag,
    scope: &Scope,
    at: Moment,
    source: &'static str,
) -> Result<(), StoreError> {
    scope.check()?;
    let (statement, values) = line(tag, scope, "suppressed", at, source);
    db.exec(&statement, &values).map(|_| ())
}

/// The person has confirmed one topic anew, inside a transaction. Call it for nothing else.
///
/// # Errors
/// When the topic is not a word, or the store fails.
pub fn lift_in(
    db: &mut dyn Db,
    tag: &Tag,
    controller: ControllerId,
    topic: &str,
    at: Moment,
) -> Result<(), StoreError> {
    let scope = Scope::Topic(controller, topic.to_owned());
    scope.check()?;
    let (statement, values) = line(tag, &scope, "lifted", at, "opt_in");
    db.exec(&statement, &values).map(|_| ())
}

/// Whether an address is not to be written to about a topic by a legal entity, inside a transaction.
///
/// # Errors
/// When the store fails.
pub fn suppressed_in(
    db: &mut dyn Db,
    tag: &Tag,
    controller: ControllerId,
    topic: &str,
) -> Result<bool, StoreError> {
    let values = [
        tag.kind.into(),
        bytes(tag.hash),
        controller.get().into(),
        plain(topic),
    ];
    let row = db.opt(&sql::SUPPRESSED, &values)?;
    row.map_or(Ok(false), |row| Ok(row.text("state")? == "suppressed"))
}

impl Vault {
    /// Writes down that an address is not to be written to. The address itself is not kept.
    ///
    /// # Errors
    /// When the topic is not a word, or the store fails.
    pub async fn suppress(
        &self,
        scope: Scope,
        look_up: &LookUp,
        source: &'static str,
    ) -> Result<(), VaultError> {
        let (tag, now) = (self.tag(look_up), self.now());
        let write = move |db: &mut dyn Db| suppress_in(db, &tag, &scope, now, source);
        Ok(self.inner.store.write(write).await?)
    }

    /// The person has confirmed one topic of one legal entity anew (a double opt-in, or the person's
    /// own yes when logged in). Nothing else ever lifts a no: no import, no member of staff.
    ///
    /// # Errors
    /// When the topic is not a word, or the store fails.
    pub async fn lift_suppression(
        &self,
        controller: ControllerId,
        topic: &str,
        look_up: &LookUp,
    ) -> Result<(), VaultError> {
        let (tag, now, topic) = (self.tag(look_up), self.now(), topic.to_owned());
        let write = move |db: &mut dyn Db| lift_in(db, &tag, controller, &topic, now);
        Ok(self.inner.store.write(write).await?)
    }

    /// Whether an address is not to be written to about a topic by a legal entity.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn suppressed(
        &self,
        controller: ControllerId,
        topic: &str,
        look_up: &LookUp,
    ) -> Result<bool, VaultError> {
        let (tag, topic) = (self.tag(look_up), topic.to_owned());
        let read = move |db: &mut dyn Db| suppressed_in(db, &tag, controller, &topic);
        Ok(self.inner.store.read(read).await?)
    }

    /// Every word about one address, oldest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn suppressions(&self, look_up: &LookUp) -> Result<Vec<Suppression>, VaultError> {
        let tag = self.tag(look_up);
        let read = move |db: &mut dyn Db| {
            db.all(&sql::SUPPRESSIONS, &[tag.kind.into(), bytes(tag.hash)])?
                .iter()
                .map(|row| {
                    Ok(Suppression {
                        scope: Scope::read(row)?,
                        suppressed: row.text("state")? == "suppressed",
                        at: Moment::from_millis(row.i64("at")?),
                        source: row.text("source")?.to_owned(),
                    })
                })
                .collect()
        };
        Ok(self.inner.store.read(read).await?)
    }
}

impl Work {
    /// Says no for an address together with the rest of the work.
    ///
    /// # Errors
    /// When the topic is not a word.
    pub fn suppress(
        &mut self,
        scope: &Scope,
        look_up: &LookUp,
        source: &'static str,
    ) -> Result<(), VaultError> {
        scope.check()?;
        let tag = self.vault().tag(look_up);
        let at = self.at();
        self.row(line(&tag, scope, "suppressed", at, source));
        Ok(())
    }

    /// The person confirms one topic anew, together with the rest of the work. See
    /// [`Vault::lift_suppression`].
    ///
    /// # Errors
    /// When the topic is not a word.
    pub fn lift_suppression(
        &mut self,
        controller: ControllerId,
        topic: &str,
        look_up: &LookUp,
    ) -> Result<(), VaultError> {
        let scope = Scope::Topic(controller, topic.to_owned());
        scope.check()?;
        let tag = self.vault().tag(look_up);
        let at = self.at();
        self.row(line(&tag, &scope, "lifted", at, "opt_in"));
        Ok(())
    }
}

//! Everybody an account has to do with, by ids and keyed hashes: how far we are with each, and their
//! address when it is needed.

use std::collections::BTreeMap;

use customers::Subscriber;
use declaration::{
    Channel,
    vocabulary::{Category, Purpose, purpose},
};
use newsletter::topics::Choice;
use store::{Db, Row, StoreError, bytes};
use values::{ControllerId, Email, Moment, PersonName, SubjectId};
use vault::{Actor, Ask, ConsentLine, LookUp, Sealed, Vault, VaultError};

use crate::sql;

/// Who does this, in the opening log and the ledger.
pub(crate) const WHO: Actor = Actor::Chore("make");
/// After so long an address the service did not take is tried once more.
const REFUSED_HOURS: i64 = 23;

/// A keyed hash of an address.
pub(crate) type Mark = [u8; 32];

/// How far we are with somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum State {
    /// Nothing of them is there, as far as we have done.
    Not,
    /// Just being sent: the disclosure is written, the service may or may not have it.
    Sending,
    /// On the list there.
    Told,
    /// Stopped there.
    Stopped,
    /// Stopped there, and said yes again here: a person may make it active there by hand at any moment,
    /// so that a later no is told anew.
    Again,
}

impl State {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Not => "not",
            Self::Sending => "sending",
            Self::Told => "told",
            Self::Stopped => "stopped",
            Self::Again => "again",
        }
    }

    pub(crate) fn of(word: &str) -> Self {
        [Self::Sending, Self::Told, Self::Stopped, Self::Again]
            .into_iter()
            .find(|one| one.as_str() == word)
            .unwrap_or(Self::Not)
    }

    /// Whether letters may leave from there, for all we know.
    pub(crate) const fn is_there(self) -> bool {
        matches!(self, Self::Sending | Self::Told | Self::Again)
    }
}

/// Somebody as this slice remembers them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    pub mark: Mark,
    pub record: i64,
    pub there: Option<i64>,
    pub state: State,
}

/// Somebody as they stand now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    pub subject: SubjectId,
    pub line: Option<Line>,
    /// The newest record with their address; none when it is gone.
    pub record: Option<i64>,
    /// Whether they may be on the list there, as far as the address is known.
    pub may: bool,
    /// The same for an address that has not been opened: whether it is worth opening.
    pub might: bool,
    /// The service did not take this very address, less than a day ago.
    pub refused: bool,
}

impl Seen {
    /// The address has changed since it was last opened, or never was.
    pub(crate) fn is_new(&self) -> bool {
        self.record.is_some() && self.line.map(|line| line.record) != self.record
    }
}

pub(crate) fn mark_of(row: &Row) -> Result<Mark, StoreError> {
    row.bytes("mark")?
        .try_into()
        .map_err(|_| StoreError::Type("make: a mark has 32 bytes".into()))
}

pub(crate) fn lines(
    db: &mut dyn Db,
    controller: ControllerId,
) -> Result<BTreeMap<SubjectId, Line>, StoreError> {
    let rows = db.all(&sql::LINES, &[controller.get().into()])?;
    rows.iter()
        .map(|row| {
            let line = Line {
                mark: mark_of(row)?,
                record: row.i64("record_id")?,
                there: row.opt_i64("there_id")?,
                state: State::of(row.text("state")?),
            };
            Ok((SubjectId::from_raw(row.i64("subject_id")?), line))
        })
        .collect()
}

/// Whom the service did not take within the last hours, with the record of the address.
pub(crate) fn refused(
    db: &mut dyn Db,
    controller: ControllerId,
    now: Moment,
) -> Result<BTreeMap<SubjectId, i64>, StoreError> {
    let since = now.plus_minutes(-REFUSED_HOURS * 60).millis();
    let mut all = BTreeMap::new();
    for row in &db.all(&sql::REFUSED, &[controller.get().into()])? {
        if row.i64("at")? > since {
            let subject = SubjectId::from_raw(row.i64("subject_id")?);
            all.insert(subject, row.i64("record_id")?);
        }
    }
    Ok(all)
}

/// Whether a line of the ledger is about the topic of the list.
pub(crate) fn is_about(line: &ConsentLine, choice: Choice) -> bool {
    line.controller == choice.controller
        && line.topic == choice.topic
        && line.channel == Channel::Email.as_str()
        && line.purpose == Purpose::Newsletter.as_str()
}

/// Whether the list of those not to be written to has this address.
pub(crate) fn is_suppressed(
    db: &mut dyn Db,
    mark: &Mark,
    choice: Choice,
) -> Result<bool, StoreError> {
    let values = [
        "email".into(),
        bytes(*mark),
        choice.controller.get().into(),
        choice.topic.into(),
    ];
    let row = db.opt(&vault::sql::SUPPRESSED, &values)?;
    row.map_or(Ok(false), |row| Ok(row.text("state")? == "suppressed"))
}

/// Somebody's address, opened.
pub(crate) struct Opened {
    pub subject: SubjectId,
    pub record: i64,
    pub mark: Mark,
    pub email: Email,
    pub first_name: Option<PersonName>,
}

/// Opens the newest address of each; whoever may not be opened is left out.
pub(crate) async fn open(
    vault: &Vault,
    subjects: Vec<SubjectId>,
) -> Result<Vec<Opened>, VaultError> {
    let ask = |subject: &SubjectId| Ask::open(WHO, *subject).of(&[Category::Marketing]);
    let asks = subjects.iter().map(ask).collect();
    let permits = vault.permits::<purpose::Newsletter>(asks).await?;
    let load = move |db: &mut dyn Db| {
        let mut records = Vec::with_capacity(subjects.len());
        for subject in &subjects {
            records.extend(Sealed::<Subscriber>::load_of(db, *subject, 1)?.pop());
        }
        Ok(records)
    };
    let mut opened = Vec::new();
    for sealed in vault.store().read_long(load).await? {
        let permit = match permits.get(&sealed.subject()) {
            Some(Ok(permit)) => permit,
            _ => continue,
        };
        let record = vault.open(permit, &sealed)?;
        opened.push(Opened {
            subject: sealed.subject(),
            record: sealed.id().get(),
            mark: *vault.tag(&LookUp::email(&record.email)).hash(),
            email: record.email.clone(),
            first_name: record.name.as_ref().and_then(first_name),
        });
    }
    Ok(opened)
}

/// The first word of a name: no more is needed to greet somebody.
fn first_name(name: &PersonName) -> Option<PersonName> {
    let first = name.reveal().split_whitespace().next()?;
    PersonName::parse(first).ok()
}

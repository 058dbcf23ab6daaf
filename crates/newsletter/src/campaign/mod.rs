//! A campaign: one letter to those who said yes to a topic. Drafted, scheduled, sent, paused, ended.
//!
//! An edit after the sending began makes a new text; what was sent cites the text it was. Those who
//! have not got the letter get the text the officer chose: the old one, unless said otherwise.

mod act;
pub(crate) mod sql;

use store::{Db, Row, StoreError, Value, plain};
use values::{ControllerId, Moment, SubjectId};
use vault::{Vault, VaultError};
use web::Lang;

use crate::{
    codes::lang_of,
    topics::{Choice, Wishes},
};

pub use act::{Act, act};

/// How a campaign stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Being written.
    Draft,
    /// Waits for its time.
    Scheduled,
    /// Under way.
    Running,
    /// Stopped for now.
    Paused,
    /// Everybody has got it, or is passed over.
    Done,
    /// Ended before that.
    Cancelled,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Draft,
        Self::Scheduled,
        Self::Running,
        Self::Paused,
        Self::Done,
        Self::Cancelled,
    ];

    /// The word in the table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Scheduled => "scheduled",
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Why a campaign is paused when nobody paused it: the database is older than what was sent, or what was sent
/// is not known.
pub const RESTORED: &str = "restored";
/// The mail server refused everybody, one after another: it is about us, and nobody is given up for it.
pub const REFUSED: &str = "refused";
/// The mail server took letter after letter and answered none: each further one might arrive twice.
pub const SILENT: &str = "silent";

/// A campaign as it lies in the table.
#[derive(Clone, Debug)]
pub struct Campaign {
    /// Its id.
    pub id: i64,
    /// Whose letter, and about what.
    pub about: Choice,
    /// The language it is written in.
    pub lang: Lang,
    /// To whom of them: those with these wishes.
    pub segment: Wishes,
    /// How it stands.
    pub state: State,
    /// Why, when it was not an officer.
    pub why: Option<String>,
    /// Number of the newest text.
    pub latest: i64,
    /// Number of the text that is sent.
    pub sends: i64,
    /// When it is to begin.
    pub send_at: Option<Moment>,
    /// When it began.
    pub started_at: Option<Moment>,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// Whether everybody it goes to is in the queue.
    pub built: bool,
    /// The last one in the queue.
    pub built_to: i64,
    /// Whether everybody may read it in the archive.
    pub open: bool,
    /// What had left the house when the database was fetched back from a copy.
    pub outside: Outside,
    /// Subject line, where a list brings it along.
    pub subject: String,
}

/// What had left the house when the database was fetched back, as the custody knows it.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Outside {
    /// The highest batch begun; 0 when it is not known who was handed over.
    pub batch: i64,
    /// So many had been handed over.
    pub handed: i64,
    /// Of those: not certain.
    pub perhaps: i64,
}

impl Campaign {
    /// Its place in the archive, if it is to stand there.
    pub(crate) fn shelf(&self) -> Option<i64> {
        self.open.then_some(self.id)
    }

    /// Halted after a restore, and whether the rest may go on.
    #[must_use]
    pub fn fetched_back(&self) -> Option<bool> {
        let halted = self.why.as_deref() == Some(RESTORED) && self.ended_at.is_none();
        halted.then_some(self.outside.batch > 0)
    }
}

/// A text of a campaign.
#[derive(Clone, Debug)]
pub struct Revision {
    /// Its number.
    pub number: i64,
    /// Subject line.
    pub subject: String,
    /// Markdown.
    pub body: String,
}

/// What a draft is about.
#[derive(Clone, Debug)]
pub struct About {
    /// Whose letter, and about what.
    pub choice: Choice,
    /// Its language.
    pub lang: Lang,
    /// To whom.
    pub segment: Wishes,
    /// Whether it goes to the archive.
    pub open: bool,
}

fn moment(row: &Row, column: &str) -> Result<Option<Moment>, StoreError> {
    Ok(row.opt_i64(column)?.map(Moment::from_millis))
}

pub(crate) fn of_row(row: &Row) -> Result<Campaign, StoreError> {
    let broken = || StoreError::Type("campaign: unknown word".into());
    let state = row.text("state")?;
    let state = State::ALL.into_iter().find(|s| s.as_str() == state);
    Ok(Campaign {
        id: row.i64("id")?,
        about: Choice {
            controller: ControllerId::from_raw(row.i64("controller_id")?),
            topic: declaration::lasting(row.text("topic")?),
        },
        lang: lang_of(row.text("lang")?),
        segment: Wishes::of_words(row.text("segment")?),
        state: state.ok_or_else(broken)?,
        why: row.opt_text("why")?.map(str::to_owned),
        latest: row.i64("latest")?,
        sends: row.i64("sends")?,
        send_at: moment(row, "send_at")?,
        started_at: moment(row, "started_at")?,
        ended_at: moment(row, "ended_at")?,
        built: row.bool("built")?,
        built_to: row.i64("built_to")?,
        open: row.bool("open")?,
        outside: Outside {
            batch: row.i64("outside_batch")?,
            handed: row.i64("outside_handed")?,
            perhaps: row.i64("outside_perhaps")?,
        },
        subject: row.text("subject").unwrap_or_default().to_owned(),
    })
}

/// One campaign, inside a transaction.
///
/// # Errors
/// When the store fails.
pub fn get(db: &mut dyn Db, id: i64) -> Result<Option<Campaign>, StoreError> {
    db.opt(&sql::GET, &[id.into()])?
        .map(|row| of_row(&row))
        .transpose()
}

/// One text, inside a transaction.
///
/// # Errors
/// When the store fails.
pub fn text(db: &mut dyn Db, id: i64, number: i64) -> Result<Option<Revision>, StoreError> {
    let row = db.opt(&sql::TEXT, &[id.into(), number.into()])?;
    row.map(|row| {
        Ok(Revision {
            number,
            subject: row.text("subject")?.to_owned(),
            body: row.text("body")?.to_owned(),
        })
    })
    .transpose()
}

fn text_values(
    id: i64,
    number: i64,
    subject: &str,
    body: &str,
    by: SubjectId,
    at: Moment,
) -> Vec<Value> {
    vec![
        id.into(),
        number.into(),
        // What an officer writes for everybody to read; nothing about anybody.
        plain(subject),
        plain(body),
        by.get().into(),
        at.millis().into(),
    ]
}

fn segment(about: &About) -> Value {
    plain(about.segment.words().unwrap_or_default().as_str())
}

/// Begins a draft.
///
/// # Errors
/// When the store fails.
pub async fn draft(
    vault: &Vault,
    about: About,
    subject: String,
    body: String,
    by: SubjectId,
) -> Result<i64, VaultError> {
    let now = vault.world().now();
    let id = vault.world().id::<values::JobId>().get();
    let write = move |db: &mut dyn Db| {
        let values = [
            id.into(),
            about.choice.controller.get().into(),
            about.choice.topic.into(),
            about.lang.tag().into(),
            segment(&about),
            by.get().into(),
            now.millis().into(),
        ];
        db.exec(&sql::ADD, &values)?;
        db.exec(
            &sql::TEXT_ADD,
            &text_values(id, 1, &subject, &body, by, now),
        )?;
        Ok(())
    };
    vault.store().write(write).await?;
    Ok(id)
}

/// Writes a text. A draft is written over; once the sending has begun it is a new text, which the
/// remaining recipients get only if `for_the_rest`.
///
/// # Errors
/// `Refused("ended")` when the campaign is over; when the store fails.
pub async fn write(
    vault: &Vault,
    id: i64,
    about: Option<About>,
    subject: String,
    body: String,
    for_the_rest: bool,
    by: SubjectId,
) -> Result<(), VaultError> {
    let now = vault.world().now();
    let write = move |db: &mut dyn Db| {
        let campaign = get(db, id)?.ok_or(StoreError::Refused("gone"))?;
        if campaign.ended_at.is_some() {
            return Err(StoreError::Refused("ended"));
        }
        if campaign.started_at.is_none() {
            if let Some(about) = &about {
                let values = [
                    id.into(),
                    about.choice.controller.get().into(),
                    about.choice.topic.into(),
                    about.lang.tag().into(),
                    segment(about),
                    about.open.into(),
                ];
                db.exec(&sql::ABOUT, &values)?;
            }
            let values = text_values(id, campaign.latest, &subject, &body, by, now);
            return db.exec(&sql::TEXT_OVER, &values).map(|_| ());
        }
        let before = text(db, id, campaign.latest)?;
        let same = before.is_some_and(|text| text.subject == subject && text.body == body);
        let mut newest = campaign.latest;
        if !same {
            newest += 1;
            db.exec(
                &sql::TEXT_ADD,
                &text_values(id, newest, &subject, &body, by, now),
            )?;
            db.exec(
                &sql::NEWEST,
                &[id.into(), newest.into(), campaign.latest.into()],
            )?;
        }
        if for_the_rest {
            db.exec(&sql::SENDS, &[id.into(), newest.into()])?;
        }
        Ok(())
    };
    Ok(vault.store().write(write).await?)
}

/// All campaigns, newest first.
///
/// # Errors
/// When the store fails.
pub async fn list(vault: &Vault) -> Result<Vec<Campaign>, VaultError> {
    let read = |db: &mut dyn Db| {
        db.all(&sql::LIST, &[200_i64.into()])?
            .iter()
            .map(of_row)
            .collect()
    };
    Ok(vault.store().read(read).await?)
}

/// What everybody may read, newest first.
///
/// # Errors
/// When the store fails.
pub async fn archive(vault: &Vault) -> Result<Vec<Campaign>, VaultError> {
    let read = |db: &mut dyn Db| {
        db.all(&sql::ARCHIVE, &[200_i64.into()])?
            .iter()
            .map(of_row)
            .collect()
    };
    Ok(vault.store().read(read).await?)
}

//! A letter on paper. Whoever has no e-mail is told by post: what they are told counts when an officer
//! says that the letter is on its way, on which way and since which day.

use store::{Db, Row, StoreError, Value};
use values::{JobId, Moment, RecordId, RightsRequestId};
use vault::{Actor, Vault, VaultError};

use super::{NewEvent, Request, What, model::words, sql};

words! {
    /// What the letter tells.
    Paper {
        /// The answer.
        Answer = "answer",
        /// That more time is needed, and why (Art. 12(3)).
        Extension = "extension",
        /// That a restriction will be lifted (Art. 18(3)).
        Lifting = "lifting",
    }
}

words! {
    /// How a letter on paper came to the person.
    Way {
        /// By post.
        Post = "post",
        /// Handed to them.
        Handed = "handed",
        /// Read to them on the telephone, as they asked for.
        Read = "read",
    }
}

impl Paper {
    /// The message that says what the letter tells.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Answer => "rights-paper-answer",
            Self::Extension => "rights-paper-extension",
            Self::Lifting => "rights-paper-lifting",
        }
    }
}

impl Way {
    /// The message with its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Post => "rights-way-post",
            Self::Handed => "rights-way-handed",
            Self::Read => "rights-way-read",
        }
    }
}

/// A letter on paper, as its row has it.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its id.
    pub id: i64,
    /// The case.
    pub request: RightsRequestId,
    /// The sealed words.
    pub record: RecordId,
    /// What it tells.
    pub what: Paper,
    /// Since when it is owed.
    pub owed_at: Moment,
    /// The day on which it went; `None` while it waits.
    pub posted_on: Option<Moment>,
    /// How.
    pub way: Option<Way>,
}

/// What a person is told, on its way into the transaction that decides it.
pub(crate) enum Told {
    /// By e-mail: it goes by itself.
    Sent(letters::Posted),
    /// On paper: owed until somebody has posted it.
    Owed(Vec<Value>, NewEvent),
}

impl Told {
    /// By e-mail where there is a letter for one; on paper where there is not.
    pub fn of(
        vault: &Vault,
        actor: Actor,
        request: &Request,
        (what, record): (Paper, RecordId),
        posted: Option<letters::Posted>,
    ) -> Self {
        if let Some(posted) = posted {
            return Self::Sent(posted);
        }
        let world = vault.world();
        let row = vec![
            world.id::<JobId>().get().into(),
            request.id.get().into(),
            record.get().into(),
            what.as_str().into(),
            world.now().millis().into(),
        ];
        let event = NewEvent::of(vault, request.id, What::LetterOwed, actor, what.as_str());
        Self::Owed(row, event)
    }

    /// Whether it counts only when somebody has posted it.
    pub const fn is_owed(&self) -> bool {
        matches!(self, Self::Owed(..))
    }

    /// Lays it down.
    pub fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        match self {
            Self::Sent(posted) => posted.enqueue(db),
            Self::Owed(row, event) => {
                db.exec(&sql::PAPER_ADD, row)?;
                event.add(db)
            }
        }
    }
}

fn sheet(row: &Row) -> Result<Sheet, StoreError> {
    let unknown = |what: &str| StoreError::Type(format!("rights_paper: unknown {what}"));
    Ok(Sheet {
        id: row.i64("id")?,
        request: RightsRequestId::from_raw(row.i64("request_id")?),
        record: RecordId::from_raw(row.i64("record_id")?),
        what: Paper::from_name(row.text("what")?).ok_or_else(|| unknown("what"))?,
        owed_at: Moment::from_millis(row.i64("owed_at")?),
        posted_on: row.opt_i64("posted_on")?.map(Moment::from_millis),
        way: row.opt_text("way")?.and_then(Way::from_name),
    })
}

async fn list(
    vault: &Vault,
    statement: &'static store::Sql,
    value: i64,
) -> Result<Vec<Sheet>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let rows = db.all(statement, &[value.into()])?;
        rows.iter().map(sheet).collect::<Result<Vec<_>, _>>()
    };
    Ok(vault.store().read(read).await?)
}

/// The letters on paper of a case, oldest first.
pub(crate) async fn of_request(
    vault: &Vault,
    id: RightsRequestId,
) -> Result<Vec<Sheet>, VaultError> {
    list(vault, &sql::PAPERS_OF, id.get()).await
}

/// Whether a letter of this kind waits to be posted.
pub(crate) async fn waits(
    vault: &Vault,
    id: RightsRequestId,
    what: Paper,
) -> Result<bool, VaultError> {
    let all = of_request(vault, id).await?;
    Ok(all
        .iter()
        .any(|one| one.posted_on.is_none() && one.what == what))
}

/// What waits to be posted, in the order of the cases' dates.
pub(crate) async fn waiting(vault: &Vault, at_most: i64) -> Result<Vec<Sheet>, VaultError> {
    list(vault, &sql::PAPERS_WAIT, at_most).await
}

/// How many answers are past their date and lie here still.
pub(crate) async fn late(vault: &Vault) -> Result<i64, VaultError> {
    let now = vault.world().now().millis();
    let read = move |db: &mut dyn Db| db.one(&sql::PAPER_LATE, &[now.into()])?.i64("n");
    Ok(vault.store().read(read).await?)
}

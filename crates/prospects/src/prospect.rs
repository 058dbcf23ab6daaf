//! Somebody written down from a company's own page or another open place: from where, by whom, when,
//! and what may be done with it.
//!
//! The notice of GDPR Art. 14 is owed within a month. The reason a prospect is kept for is at first
//! only that debt; when the notice is given, the declared reason takes its place. Where it is not, the
//! only reason lapses and the nightly sweep destroys the data by itself.

use declaration::vocabulary::{Category, Purpose, purpose};
use store::{Db, Row, StoreError, bytes};
use values::{
    Address, ControllerId, Email, FreeText, Line, Moment, OrgNo, Phone, PostalCode, SubjectId,
};
use vault::{Actor, Ask, Cause, Keep, LookUp, Personal, Scope, Sealed, Vault, VaultError};

use newsletter::decide::Whose;
use web::Lang;

use crate::{sql, verdicts};

pub use crate::take::{Found, Taken, Worded, take};

vault::record! {
    /// A prospect: what was found, and the exact place it was found at.
    pub struct ProspectRecord in Marketing as "prospect" {
        /// The company.
        company: Line,
        /// Its organisation number.
        org_no: Option<OrgNo>,
        /// Whose name stands at the address, if somebody's does.
        name: Option<Line>,
        /// The address.
        email: Option<Email>,
        /// The telephone number.
        phone: Option<Phone>,
        /// Where letters on paper go.
        address: Option<Address>,
        /// The postal code of that.
        postal_code: Option<PostalCode>,
        /// `sole_trader` or `company`.
        form: String,
        /// The exact address of the page.
        source: String,
        /// What it is about, in staff's words.
        topics: Option<FreeText>,
    }
}

/// What becomes of the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Nobody has given it.
    Owed,
    /// A letter is on its way.
    Posted,
    /// It is given.
    Given,
    /// The letter was refused: give it otherwise.
    Failed,
}

impl Notice {
    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owed => "owed",
            Self::Posted => "posted",
            Self::Given => "given",
            Self::Failed => "failed",
        }
    }

    fn from_name(name: &str) -> Self {
        match name {
            "posted" => Self::Posted,
            "given" => Self::Given,
            "failed" => Self::Failed,
            _ => Self::Owed,
        }
    }
}

/// One row: no personal data.
#[derive(Clone, Debug)]
pub struct Prospect {
    /// Its number.
    pub id: i64,
    /// The person or company.
    pub subject: SubjectId,
    /// For which legal entity.
    pub controller: ControllerId,
    /// When the page was read.
    pub captured_at: Moment,
    /// By whom.
    pub captured_by: SubjectId,
    /// When the notice is due.
    pub notice_due_at: Moment,
    /// How the notice stands.
    pub notice: Notice,
    /// When it was given.
    pub notice_at: Option<Moment>,
    /// In what language it is given.
    pub lang: Lang,
}

pub(crate) fn row(row: &Row) -> Result<Prospect, StoreError> {
    Ok(Prospect {
        id: row.i64("id")?,
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        controller: ControllerId::from_raw(row.i64("controller_id")?),
        captured_at: Moment::from_millis(row.i64("captured_at")?),
        captured_by: SubjectId::from_raw(row.i64("captured_by")?),
        notice_due_at: Moment::from_millis(row.i64("notice_due_at")?),
        notice: Notice::from_name(row.text("notice")?),
        notice_at: row.opt_i64("notice_at")?.map(Moment::from_millis),
        lang: Lang::from_tag(row.text("lang")?).unwrap_or_default(),
    })
}

pub(crate) fn kept(id: i64, captured_at: Moment) -> Keep {
    Keep::from("prospect", id, captured_at)
}

/// The notice is given: from now on the declared reason counts, from the day of capture.
///
/// # Errors
/// When nothing is left of the prospect, or the store fails.
pub async fn given(
    vault: &Vault,
    prospect: &Prospect,
    by: Actor,
    at: Moment,
) -> Result<(), VaultError> {
    vault::again(|| given_once(vault, prospect, by, at)).await
}

async fn given_once(
    vault: &Vault,
    prospect: &Prospect,
    by: Actor,
    at: Moment,
) -> Result<(), VaultError> {
    let ask = Ask::seal(by, prospect.subject)
        .of(&[Category::Marketing])
        .case("prospect", prospect.id);
    let permit = vault.permit::<purpose::Prospecting>(ask).await?;
    let mut work = vault.work();
    let keep = kept(prospect.id, prospect.captured_at);
    work.also_keep(&permit, Category::Marketing, Purpose::Prospecting, &keep)?;
    let laid = work.finish();
    let values = [
        prospect.id.into(),
        Notice::Given.as_str().into(),
        at.millis().into(),
    ];
    let write = move |db: &mut dyn Db| {
        laid.lay(db)?;
        db.exec(&sql::NOTE, &values).map(|_| ())
    };
    Ok(vault.store().write(write).await?)
}

/// What is held of one prospect, for somebody who may see it.
///
/// # Errors
/// When the judge refuses, nothing is left, or the store fails.
pub async fn open(
    vault: &Vault,
    prospect: &Prospect,
    by: Actor,
    bulk: bool,
) -> Result<Personal<ProspectRecord>, VaultError> {
    let subject = prospect.subject;
    let ask = Ask::open(by, subject)
        .of(&[Category::Marketing])
        .case("prospect", prospect.id);
    let ask = if bulk { ask.bulk() } else { ask };
    let permit = vault.permit::<purpose::Prospecting>(ask).await?;
    let read = move |db: &mut dyn Db| Sealed::<ProspectRecord>::load_of(db, subject, 1);
    let sealed = vault.store().read(read).await?.pop();
    vault.open(&permit, &sealed.ok_or(VaultError::Gone)?)
}

/// Takes somebody away: because they said no (then the keyed hash of the address outlives it, and
/// stops it from being written down again), or because staff have no more use for it.
///
/// # Errors
/// When the store or the ledger fails; the chore finishes what was begun.
pub async fn remove(
    vault: &Vault,
    prospect: &Prospect,
    said_no: Option<&'static str>,
    by: Actor,
) -> Result<(), VaultError> {
    if let Some(source) = said_no {
        for look_up in look_ups(vault, prospect, by).await? {
            vault.suppress(Scope::All, &look_up, source).await?;
        }
    }
    let strands = vault.strands_of(prospect.subject).await?;
    let mut ids = Vec::new();
    for strand in strands {
        if strand.category != Category::Marketing && strand.category != Category::Correspondence {
            continue;
        }
        vault
            .end_reasons(strand.id, vec![Purpose::Prospecting, Purpose::Rights])
            .await?;
        ids.push(strand.id);
    }
    let cause = Cause {
        cause: "request",
        rule: "GDPR Art. 21(3)".to_owned(),
        actor: by,
    };
    vault.destroy(&ids, &cause).await?;
    let id = prospect.id;
    let write = move |db: &mut dyn Db| db.exec(&sql::DROP_ROW, &[id.into()]);
    vault.store().write(write).await?;
    Ok(())
}

/// The addresses of a prospect, opened to be hashed and nothing else: by the program itself, or by the
/// company's own link, which an objection or a lock does not stop.
async fn look_ups(
    vault: &Vault,
    prospect: &Prospect,
    by: Actor,
) -> Result<Vec<LookUp>, VaultError> {
    let by = match by {
        Actor::Link { .. } => by,
        _ => Actor::Chore("prospects"),
    };
    let record = match open(vault, prospect, by, false).await {
        Err(VaultError::Gone) => return Ok(Vec::new()),
        other => other?,
    };
    Ok(addresses(&record))
}

/// What somebody is found by, and kept out by when they say no: e-mail, telephone, the address on paper.
pub(crate) fn addresses(record: &ProspectRecord) -> Vec<LookUp> {
    let mut all: Vec<LookUp> = record
        .email
        .as_ref()
        .map(LookUp::email)
        .into_iter()
        .collect();
    all.extend(record.phone.as_ref().map(LookUp::phone));
    if let Some(to) = verdicts::addressee(record) {
        all.extend(to.look_ups(Whose::Company));
    }
    all
}

/// One row by its number.
///
/// # Errors
/// When the store fails.
pub async fn by_id(vault: &Vault, id: i64) -> Result<Option<Prospect>, VaultError> {
    let read = move |db: &mut dyn Db| {
        db.opt(&sql::ONE, &[id.into()])?
            .map(|r| row(&r))
            .transpose()
    };
    Ok(vault.store().read(read).await?)
}

/// One row by the code in its notice.
///
/// # Errors
/// When the store fails.
pub async fn by_code(vault: &Vault, code: &str) -> Result<Option<Prospect>, VaultError> {
    let tag = vault.tag_code("prospect", code.as_bytes());
    let read = move |db: &mut dyn Db| {
        db.opt(&sql::BY_CODE, &[bytes(tag.hash().as_slice())])?
            .map(|r| row(&r))
            .transpose()
    };
    Ok(vault.store().read(read).await?)
}

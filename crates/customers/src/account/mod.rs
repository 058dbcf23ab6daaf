//! The account: opened by the person themself, at their first log-in; closed whenever they like.
//!
//! While it is open it is a reason to keep the account and the history; thirty days after it is
//! closed that reason lapses, and others (bookkeeping, a claim) stand on their own. To close an
//! account is not to be forgotten.

mod idle;
mod pages;
pub(crate) mod sql;

use declaration::vocabulary::{Category, Purpose, purpose};
use store::{Db, StoreError};
use values::{AccountId, Email, Moment, SubjectId};
use vault::{
    Actor, Ask, Keep, LookUp, Permit, Personal, Provenance, Sealed, Vault, VaultError, Work,
};
use web::Lang;

use crate::{contact::CustomerContact, email_change, log_in};

pub(crate) use idle::seen;
pub use idle::{Idle, chore as close_idle};
pub use pages::{ask_close, close};

vault::record! {
    /// What the account itself needs.
    pub struct AccountRecord in Account as "account" {
        /// Where log-in links go: an address the person has shown to be theirs.
        email: Email,
        /// The language of the account's letters.
        language: String,
        /// Customer number, a number without meaning.
        customer_no: Option<String>,
    }
}

/// An open account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Since when.
    pub opened_at: Moment,
}

/// What an account is a reason to keep.
const HISTORY: &[Category] = &[
    Category::Account,
    Category::Contact,
    Category::VehicleLink,
    Category::Purchase,
];

/// A person's open account.
///
/// # Errors
/// When the store fails.
pub async fn account_of(vault: &Vault, subject: SubjectId) -> Result<Option<Account>, VaultError> {
    let read = move |db: &mut dyn Db| {
        db.opt(&sql::OPEN_OF, &[subject.get().into()])?
            .map(|row| {
                Ok::<_, StoreError>(Account {
                    id: AccountId::from_raw(row.i64("id")?),
                    opened_at: Moment::from_millis(row.i64("opened_at")?),
                })
            })
            .transpose()
    };
    Ok(vault.store().read(read).await?)
}

/// Opens an account for a person, or finds the one that is open. The strands of the history are made
/// at once, so that whatever comes into them later is kept while the account is open.
///
/// # Errors
/// [`VaultError::Gone`] when the person is forgotten or has no e-mail; when the judge refuses.
pub async fn open_account(
    vault: &Vault,
    subject: SubjectId,
    actor: Actor,
    lang: Lang,
) -> Result<AccountId, VaultError> {
    vault::again(|| async move {
        if let Some(open) = account_of(vault, subject).await? {
            return Ok(open.id);
        }
        match open_once(vault, subject, actor, lang).await {
            Err(VaultError::Store(StoreError::Unique(index))) if index == "account__subject_id" => {
                let open = account_of(vault, subject).await?;
                open.map(|account| account.id).ok_or(VaultError::Gone)
            }
            other => other,
        }
    })
    .await
}

async fn open_once(
    vault: &Vault,
    subject: SubjectId,
    actor: Actor,
    lang: Lang,
) -> Result<AccountId, VaultError> {
    let kept = kept_for_account(vault);
    let ask = Ask::open(actor, subject).of(&kept);
    let permit = vault.permit::<purpose::Account>(ask).await?;
    let email = own_email(vault, &permit).await?.ok_or(VaultError::Gone)?;
    let id: AccountId = vault.world().id();
    let keep = Keep::while_open("account", id.get());
    let mut work = vault.work();
    let number = customer_no(vault);
    let record = Personal::new(AccountRecord {
        email,
        language: lang.tag().to_owned(),
        customer_no: Some(number.clone()),
    });
    work.seal(&permit, &record, &provenance(vault, id.get()), &keep)?;
    work.claim(&permit, Category::Account, &by_customer_no(&number))?;
    for category in kept.iter().filter(|c| **c != Category::Account) {
        work.also_keep(&permit, *category, Purpose::Account, &keep)?;
    }
    let opened_at = work.at();
    let laid = work.finish();
    let write = move |db: &mut dyn Db| {
        laid.lay(db)?;
        let values = [
            id.get().into(),
            subject.get().into(),
            opened_at.millis().into(),
        ];
        db.exec(&sql::OPEN, &values)?;
        db.exec(&sql::SEEN, &[id.get().into(), opened_at.millis().into()])
    };
    vault.store().write(write).await?;
    Ok(id)
}

/// Closes a person's account: from now the rule for closed accounts counts. Sessions are ended by the
/// caller.
///
/// # Errors
/// When the store fails.
pub async fn close_account(
    vault: &Vault,
    subject: SubjectId,
    actor: Actor,
) -> Result<(), VaultError> {
    vault::again(|| async move {
        let Some(account) = account_of(vault, subject).await? else {
            return Ok(());
        };
        let kept = kept_for_account(vault);
        let ask = Ask::seal(actor, subject).of(&kept);
        let permit = vault.permit::<purpose::Account>(ask).await?;
        let mut work = vault.work();
        let now = work.at();
        let keep = Keep::from("account", account.id.get(), now);
        for category in kept {
            work.end(&permit, category, &keep)?;
        }
        let laid = work.finish();
        let write = move |db: &mut dyn Db| {
            laid.lay(db)?;
            log_in::forget(db, subject)?;
            email_change::forget(db, subject)?;
            db.exec(&sql::CLOSE, &[account.id.get().into(), now.millis().into()])
        };
        vault.store().write(write).await?;
        Ok(())
    })
    .await
}

/// The account's newest record, with a permit for the account.
pub(crate) async fn latest(
    vault: &Vault,
    permit: &Permit<purpose::Account>,
) -> Result<Option<Personal<AccountRecord>>, VaultError> {
    let subject = permit.subject();
    let load = move |db: &mut dyn Db| Sealed::<AccountRecord>::load_of(db, subject, 1);
    let sealed = vault.store().read(load).await?.pop();
    sealed.map(|sealed| vault.open(permit, &sealed)).transpose()
}

/// The e-mail that is this person's own: of the account, or else the newest one they told that
/// finds them. What a stranger typed for them does not count.
pub(crate) async fn own_email(
    vault: &Vault,
    permit: &Permit<purpose::Account>,
) -> Result<Option<Email>, VaultError> {
    let subject = permit.subject();
    if account_of(vault, subject).await?.is_some()
        && let Some(account) = latest(vault, permit).await?
    {
        return Ok(Some(account.email.clone()));
    }
    let load = move |db: &mut dyn Db| Sealed::<CustomerContact>::load_of(db, subject, 50);
    for sealed in vault.store().read(load).await? {
        let contact = vault.open(permit, &sealed)?;
        if let Some(email) = &contact.email
            && vault.find(&LookUp::email(email)).await? == Some(subject)
        {
            return Ok(Some(email.clone()));
        }
    }
    Ok(None)
}

/// Seals the account's record anew, after its e-mail or language was corrected.
pub(crate) fn seal_again(
    work: &mut Work,
    permit: &Permit<purpose::Account>,
    account: AccountId,
    record: AccountRecord,
) -> Result<(), VaultError> {
    let from = provenance(work.vault(), account.get());
    let keep = Keep::while_open("account", account.get());
    work.seal(permit, &Personal::new(record), &from, &keep)
        .map(|_| ())
}

/// The look-up of a customer number.
#[must_use]
pub fn by_customer_no(number: &str) -> LookUp {
    LookUp::of("customer_no", number)
}

/// Eight digits by chance: a number that tells nothing.
fn customer_no(vault: &Vault) -> String {
    let mut bytes = [0_u8; 8];
    vault.world().chance.fill(&mut bytes);
    format!("{}", 10_000_000 + u64::from_le_bytes(bytes) % 90_000_000)
}

fn provenance(vault: &Vault, source_ref: i64) -> Provenance {
    Provenance {
        source_kind: "data_subject",
        source_ref,
        notice_version: vault.declaration().version().to_string(),
    }
}

/// The history as far as the declaration in force keeps it for the account.
fn kept_for_account(vault: &Vault) -> Vec<Category> {
    let declaration = vault.declaration();
    let stated = declaration.purpose(Purpose::Account);
    let kept = |category: &&Category| stated.is_some_and(|s| s.keeps(**category).is_some());
    HISTORY.iter().filter(kept).copied().collect()
}

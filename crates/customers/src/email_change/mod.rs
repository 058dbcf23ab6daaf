//! A change of e-mail counts when the new address has said yes: until then the old one stays the key
//! to the account.

mod pages;
pub(crate) mod sql;

use data_encoding::BASE64URL_NOPAD;
use declaration::vocabulary::{Category, Purpose, purpose};
use letters::{Letter, Posted};
use store::{Db, StoreError, Value, bytes};
use values::{AccountId, Email, JobId, RecordId, SubjectId};
use vault::{
    Actor, Ask, Keep, LookUp, Permit, Personal, Provenance, Sealed, Vault, VaultError, Work,
};
use web::{App, Lang};

use crate::{
    account::{self, AccountRecord},
    consents,
    contact::{CustomerContact, latest_contact},
    correct, disclosures,
};

pub use pages::{confirm, open};

/// A day to find the mail.
const GOOD_FOR_MINUTES: i64 = 24 * 60;
/// Why a confirmation turned back: somebody was faster with the link.
const USED: &str = "customers-link-used";

vault::record! {
    /// The address a person wants to be reached at, not yet shown to be theirs.
    pub struct EmailChange in Account as "email_change" {
        /// The new address.
        email: Email,
    }
}

/// A change ready for the transaction.
pub(crate) struct Change {
    row: Vec<Value>,
    subject: SubjectId,
    letter: Posted,
}

impl Change {
    /// Lays it down in place of an earlier one, and queues the letter to the new address.
    pub(crate) fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        forget(db, self.subject)?;
        db.exec(&sql::ADD, &self.row)?;
        self.letter.enqueue(db)
    }
}

/// Seals the new address and writes to it.
pub(crate) fn propose(
    app: &App,
    work: &mut Work,
    permit: &Permit<purpose::Account>,
    account: AccountId,
    email: Email,
    lang: Lang,
) -> Result<Change, VaultError> {
    let vault = work.vault().clone();
    let world = vault.world();
    let (id, now) = (world.id::<JobId>(), work.at());
    let code = BASE64URL_NOPAD.encode(&world.secret());
    let good_until = now.plus_minutes(GOOD_FOR_MINUTES);
    let from = provenance(&vault, account.get());
    let record = Personal::new(EmailChange {
        email: email.clone(),
    });
    let keep = Keep::while_open("account", account.get());
    let record = work.seal(permit, &record, &from, &keep)?;
    let text = app.texts.of(lang);
    let link = format!(
        "{}{}/min-side/profil/epost/{code}",
        app.settings.base_url,
        lang.prefix()
    );
    let house = app.settings.house.as_str();
    let letter = Letter::new(
        email,
        text.f1("mail-new-email-subject", "house", house),
        text.f("mail-new-email-text", &[("house", &house), ("link", &link)]),
    );
    let letter = letter.in_lang(lang).until(good_until);
    let keep = Keep::from("email_change", id.get(), now);
    let dedup = format!("new-email-{}", id.get());
    let letter = letters::post(work, permit, letter, &dedup, &keep)?;
    let subject = permit.subject();
    let row = vec![
        bytes(tag(&vault, &code)),
        id.get().into(),
        subject.get().into(),
        account.get().into(),
        record.get().into(),
        now.millis().into(),
        good_until.millis().into(),
    ];
    Ok(Change {
        row,
        subject,
        letter,
    })
}

/// The address that waits for its yes, for the person's own page.
pub(crate) async fn waiting(
    vault: &Vault,
    permit: &Permit<purpose::Account>,
) -> Result<Option<Email>, VaultError> {
    let (subject, now) = (permit.subject(), vault.world().now());
    let load = move |db: &mut dyn Db| {
        let values = [subject.get().into(), now.millis().into()];
        let Some(row) = db.opt(&sql::WAITING, &values)? else {
            return Ok(None);
        };
        Sealed::<EmailChange>::load(db, RecordId::from_raw(row.i64("record_id")?))
    };
    let Some(sealed) = vault.store().read(load).await? else {
        return Ok(None);
    };
    Ok(Some(vault.open(permit, &sealed)?.email.clone()))
}

/// How a confirmation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Confirmed {
    /// The new address counts.
    Done,
    /// Somebody else has been found under it in the meantime.
    Taken,
    /// The link is used up or too old.
    Gone,
}

struct Waiting {
    subject: SubjectId,
    account: AccountId,
    record: RecordId,
}

async fn by_code(vault: &Vault, code: &str) -> Result<Option<Waiting>, StoreError> {
    let (tag, now) = (tag(vault, code), vault.world().now());
    let read = move |db: &mut dyn Db| {
        db.opt(&sql::BY_TAG, &[bytes(tag), now.millis().into()])?
            .map(|row| {
                Ok::<_, StoreError>(Waiting {
                    subject: SubjectId::from_raw(row.i64("subject_id")?),
                    account: AccountId::from_raw(row.i64("account_id")?),
                    record: RecordId::from_raw(row.i64("record_id")?),
                })
            })
            .transpose()
    };
    vault.store().read(read).await
}

/// The new address has said yes: it replaces the old one everywhere, and the old one is told.
pub(crate) async fn accept(app: &App, vault: &Vault, code: &str) -> Result<Confirmed, VaultError> {
    let done = vault::again(|| accept_once(app, vault, code)).await;
    match done {
        Err(VaultError::Store(StoreError::Refused(USED)) | VaultError::Gone) => Ok(Confirmed::Gone),
        other => other,
    }
}

async fn accept_once(app: &App, vault: &Vault, code: &str) -> Result<Confirmed, VaultError> {
    let Some(waiting) = by_code(vault, code).await? else {
        return Ok(Confirmed::Gone);
    };
    let subject = waiting.subject;
    let actor = Actor::Link {
        subject,
        purpose: Purpose::Account,
    };
    let ask = Ask::open(actor, subject).of(&[
        Category::Account,
        Category::Contact,
        Category::Correspondence,
    ]);
    let permit = vault.permit::<purpose::Account>(ask).await?;
    let record = waiting.record;
    let load = move |db: &mut dyn Db| Sealed::<EmailChange>::load(db, record);
    let Some(sealed) = vault.store().read(load).await? else {
        return Ok(Confirmed::Gone);
    };
    let email = vault.open(&permit, &sealed)?.email.clone();
    if vault
        .find(&LookUp::email(&email))
        .await?
        .is_some_and(|found| found != subject)
    {
        return Ok(Confirmed::Taken);
    }
    let mut work = vault.work();
    let replaced = latest_contact(vault, &permit).await?.map(|(id, _)| id);
    let told = replace(app, vault, &mut work, &permit, &waiting, &email).await?;
    consents::follow_email(vault, &mut work, subject, &email).await?;
    // Whoever got the old address hears that there is a new one (GDPR Art. 19).
    let (about, cause) = (correct::FOLLOWS_EMAIL, disclosures::Cause::Rectification);
    let owing = disclosures::owing(vault, subject, about, cause, None).await?;
    let (laid, now, tag) = (work.finish(), vault.world().now(), tag(vault, code));
    let write = move |db: &mut dyn Db| {
        if db.exec(&sql::USE, &[bytes(tag), now.millis().into()])? == 0 {
            return Err(StoreError::Refused(USED));
        }
        laid.lay(db)?;
        if let Some(replaced) = replaced {
            correct::supersede(db, replaced, subject, now)?;
        }
        owing.lay(db)?;
        told.iter().try_for_each(|letter| letter.enqueue(db))
    };
    vault.store().write(write).await?;
    Ok(Confirmed::Done)
}

/// New records that name the old ones, the look-ups moved, a letter to the old address.
async fn replace(
    app: &App,
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Account>,
    waiting: &Waiting,
    email: &Email,
) -> Result<Option<Posted>, VaultError> {
    let account = account::latest(vault, permit).await?;
    let account = account.ok_or(VaultError::Gone)?;
    let keep = Keep::while_open("account", waiting.account.get());
    let mut old = vec![account.email.clone()];
    if let Some((id, contact)) = latest_contact(vault, permit).await? {
        old.extend(contact.email.clone());
        let corrected = Personal::new(CustomerContact {
            email: Some(email.clone()),
            ..contact.copy()
        });
        work.seal(permit, &corrected, &provenance(vault, id.get()), &keep)?;
    }
    for old in &old {
        work.unclaim(permit, &LookUp::email(old));
    }
    work.claim(permit, Category::Contact, &LookUp::email(email))?;
    let lang = Lang::from_tag(&account.language).unwrap_or_default();
    let record = AccountRecord {
        email: email.clone(),
        language: account.language.clone(),
        customer_no: account.customer_no.clone(),
    };
    account::seal_again(work, permit, waiting.account, record)?;
    tell_old(app, work, permit, account.email.clone(), lang).map(Some)
}

/// The old address learns that it no longer counts: if it was not the person, they can act.
fn tell_old(
    app: &App,
    work: &mut Work,
    permit: &Permit<purpose::Account>,
    old: Email,
    lang: Lang,
) -> Result<Posted, VaultError> {
    let (text, house) = (app.texts.of(lang), app.settings.house.as_str());
    let contact = work.vault().declaration();
    let reach = contact
        .controllers()
        .first()
        .map_or("", |controller| controller.email.as_str());
    let letter = Letter::new(
        old,
        text.f1("mail-old-email-subject", "house", house),
        text.f(
            "mail-old-email-text",
            &[("house", &house), ("reach", &reach)],
        ),
    );
    let id: JobId = work.vault().world().id();
    let keep = Keep::from("email_change", id.get(), work.at());
    let dedup = format!("old-email-{}", id.get());
    letters::post(work, permit, letter.in_lang(lang), &dedup, &keep)
}

/// No change of a person waits any more.
pub(crate) fn forget(db: &mut dyn Db, subject: SubjectId) -> Result<(), StoreError> {
    db.exec(&sql::FORGET, &[subject.get().into()]).map(|_| ())
}

fn tag(vault: &Vault, code: &str) -> [u8; 32] {
    *vault.tag_code("email_change", code.as_bytes()).hash()
}

fn provenance(vault: &Vault, source_ref: i64) -> Provenance {
    Provenance {
        source_kind: "data_subject",
        source_ref,
        notice_version: vault.declaration().version().to_string(),
    }
}

//! Correcting a contact (GDPR Art. 16), and what becomes of the wrong one.
//!
//! The corrected record replaces the old one at once everywhere, for everybody reads the newest. The old
//! one is wrong, and nobody has a use for it, but for one case: while something is open that was agreed
//! or sent under it (a booking, a visit, an order, a claim), it shows who was meant. So it waits: as soon
//! as nothing but the account keeps the contact open, and no hold lies on it, the old record is deleted,
//! row and bytes; the key stays, for the new record needs it.

pub(crate) mod sql;

use declaration::vocabulary::{Category, MayUse, PurposeType, category, purpose};
use store::{Db, StoreError};
use values::{
    AccountId, Email, FieldError, Line, Moment, OrgNo, PersonName, Phone, RecordId, SubjectId,
};
use vault::{
    Actor, Ask, Keep, LookUp, Permit, Personal, Provenance, Reason, Sealed, Vault, VaultError, Work,
};

use web::{App, Lang};

use crate::{account, consents, contact::CustomerContact, email_change};

const CHORE: Actor = Actor::Chore("rights_desk");

/// What an e-mail stands in: the contact, and the newsletter's address.
pub(crate) const FOLLOWS_EMAIL: &[Category] = &[Category::Contact, Category::Marketing];

/// One part of a contact, with what it should be.
#[derive(Clone)]
pub enum Part {
    /// The name.
    Name(PersonName),
    /// The e-mail; that of an account counts when the new address has said yes.
    Email(Email),
    /// The telephone.
    Phone(Phone),
    /// The organisation.
    Organisation(Line),
    /// Its organisation number.
    OrgNo(OrgNo),
}

impl Part {
    /// The fields of a contact that can be corrected this way, by name.
    pub const FIELDS: &'static [&'static str] =
        &["name", "email", "phone", "organisation", "org_no"];

    /// The kinds of data it stands in: whoever got those has to be told (GDPR Art. 19).
    #[must_use]
    pub const fn categories(&self) -> &'static [Category] {
        match self {
            Self::Email(_) => FOLLOWS_EMAIL,
            _ => &[Category::Contact],
        }
    }

    /// The part of that field, parsed.
    ///
    /// # Errors
    /// What is wrong with the value; a field that there is not is a choice that is missing.
    pub fn parse(field: &str, value: &str) -> Result<Self, FieldError> {
        match field {
            "name" => PersonName::parse(value).map(Self::Name),
            "email" => Email::parse(value).map(Self::Email),
            "phone" => Phone::parse(value).map(Self::Phone),
            "organisation" => Line::parse(value).map(Self::Organisation),
            "org_no" => OrgNo::parse(value).map(Self::OrgNo),
            _ => Err(FieldError::Missing),
        }
    }
}

/// Notes that a record has been replaced; inside the transaction that replaces it.
pub(crate) fn supersede(
    db: &mut dyn Db,
    record: RecordId,
    subject: SubjectId,
    at: Moment,
) -> Result<(), StoreError> {
    let values = [
        record.get().into(),
        subject.get().into(),
        at.millis().into(),
    ];
    db.exec(&sql::ENTER, &values).map(|_| ())
}

/// What became of a correction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It counts now.
    Done,
    /// The e-mail is the key to an account: it counts when the new address has said yes.
    Asked,
    /// The address finds somebody else already; nothing was changed.
    Taken,
}

/// Corrects one part of a person's contact, as decided in a case. The look-ups move along, and the
/// newsletter's address with the e-mail. An e-mail that is the key to an account is asked first, as it
/// is on the person's own page: whoever reads the wrong mailbox must not be handed an account. Lays
/// `also` in the same transaction.
///
/// # Errors
/// [`VaultError::Gone`] when there is no contact to correct.
pub async fn correct_contact<A>(
    app: &App,
    vault: &Vault,
    (subject, case, lang): (SubjectId, i64, Lang),
    part: &Part,
    also: A,
) -> Result<Outcome, VaultError>
where
    A: Fn(&mut dyn Db) -> Result<(), StoreError> + Send + Sync + Clone + 'static,
{
    vault::again(|| async {
        if let Part::Email(email) = part {
            let found = vault.find(&LookUp::email(email)).await?;
            if found.is_some_and(|found| found != subject) {
                return Ok(Outcome::Taken);
            }
            if let Some(open) = account::account_of(vault, subject).await? {
                ask_first(
                    app,
                    vault,
                    (subject, case, lang),
                    open.id,
                    email,
                    also.clone(),
                )
                .await?;
                return Ok(Outcome::Asked);
            }
        }
        let reason = reason_of(vault, subject).await?.ok_or(VaultError::Gone)?;
        if reason.purpose == "account" {
            once::<purpose::Account, A>(vault, subject, case, part, &reason, also.clone()).await?;
        } else {
            once::<purpose::Visit, A>(vault, subject, case, part, &reason, also.clone()).await?;
        }
        Ok(Outcome::Done)
    })
    .await
}

/// The new address is written to; until it says yes the old one stays the key to the account.
async fn ask_first<A>(
    app: &App,
    vault: &Vault,
    (subject, case, lang): (SubjectId, i64, Lang),
    open: AccountId,
    email: &Email,
    also: A,
) -> Result<(), VaultError>
where
    A: Fn(&mut dyn Db) -> Result<(), StoreError> + Send + 'static,
{
    let ask = Ask::open(CHORE, subject)
        .of(&[
            Category::Account,
            Category::Contact,
            Category::Correspondence,
        ])
        .case("rights_request", case);
    let permit = vault.permit::<purpose::Account>(ask).await?;
    let mut work = vault.work();
    let change = email_change::propose(app, &mut work, &permit, open, email.clone(), lang)?;
    let laid = work.finish();
    let write = move |db: &mut dyn Db| {
        also(db)?;
        laid.lay(db)?;
        change.lay(db)
    };
    vault.store().write(write).await?;
    Ok(())
}

/// The reason the contact lives for that the corrected record goes on under: the one that reaches
/// furthest among those that this slice's purposes know.
async fn reason_of(vault: &Vault, subject: SubjectId) -> Result<Option<Reason>, VaultError> {
    let strands = vault.strands_of(subject).await?;
    let contact = strands
        .into_iter()
        .find(|strand| strand.category == Category::Contact);
    let reasons = contact.map(|strand| strand.reasons).unwrap_or_default();
    let known = |reason: &&Reason| matches!(reason.purpose.as_str(), "visit" | "account");
    Ok(reasons
        .iter()
        .filter(known)
        .max_by_key(|reason| reason.until)
        .cloned())
}

/// The word of a reason's source.
fn source(kind: &str) -> &'static str {
    const KNOWN: &[&str] = &["booking", "visit", "account", "enquiry", "order"];
    KNOWN
        .iter()
        .copied()
        .find(|known| *known == kind)
        .unwrap_or("visit")
}

async fn once<P, A>(
    vault: &Vault,
    subject: SubjectId,
    case: i64,
    part: &Part,
    reason: &Reason,
    also: A,
) -> Result<(), VaultError>
where
    P: PurposeType + MayUse<category::Contact>,
    A: Fn(&mut dyn Db) -> Result<(), StoreError> + Send + 'static,
{
    let ask = Ask::open(CHORE, subject)
        .of(&[Category::Contact])
        .case("rights_request", case);
    let permit = vault.permit::<P>(ask).await?;
    let load = move |db: &mut dyn Db| Sealed::<CustomerContact>::load_of(db, subject, 1);
    let sealed = vault.store().read(load).await?.pop();
    let sealed = sealed.ok_or(VaultError::Gone)?;
    let old = vault.open(&permit, &sealed)?;
    let mut work = vault.work();
    let new = Personal::new(with(&old, part));
    let from = Provenance {
        source_kind: "data_subject",
        source_ref: sealed.id().get(),
        notice_version: vault.declaration().version().to_string(),
    };
    let keep = if reason.until.is_forever() {
        Keep::while_open(source(&reason.source_kind), reason.source_id)
    } else {
        Keep::from(
            source(&reason.source_kind),
            reason.source_id,
            reason.started_at,
        )
    };
    work.seal(&permit, &new, &from, &keep)?;
    move_look_ups(vault, &mut work, &permit, &old, part).await?;
    if let Part::Email(email) = part {
        consents::follow_email(vault, &mut work, subject, email).await?;
    }
    let (at, laid, replaced) = (work.at(), work.finish(), sealed.id());
    let write = move |db: &mut dyn Db| {
        also(db)?;
        laid.lay(db)?;
        supersede(db, replaced, subject, at)
    };
    vault.store().write(write).await?;
    Ok(())
}

fn with(old: &CustomerContact, part: &Part) -> CustomerContact {
    let mut new = old.copy();
    match part.clone() {
        Part::Name(name) => new.name = name,
        Part::Email(email) => new.email = Some(email),
        Part::Phone(phone) => new.phone = Some(phone),
        Part::Organisation(line) => new.organisation = Some(line),
        Part::OrgNo(number) => new.org_no = Some(number),
    }
    new
}

/// What finds the person moves along; an address that finds somebody else stays theirs.
async fn move_look_ups<P: PurposeType>(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<P>,
    old: &CustomerContact,
    part: &Part,
) -> Result<(), VaultError> {
    let (gone, come) = match part {
        Part::Email(email) => (
            old.email.as_ref().map(LookUp::email),
            Some(LookUp::email(email)),
        ),
        Part::Phone(phone) => (
            old.phone.as_ref().map(LookUp::phone),
            Some(LookUp::phone(phone)),
        ),
        Part::Name(name) => {
            for hint in LookUp::name_hints(&old.name) {
                work.unhint(permit, &hint);
            }
            for hint in LookUp::name_hints(name) {
                work.hint(permit, Category::Contact, &hint)?;
            }
            (None, None)
        }
        Part::Organisation(_) | Part::OrgNo(_) => (None, None),
    };
    if let Some(gone) = gone {
        work.unclaim(permit, &gone);
    }
    if let Some(come) = come {
        let found = vault.find(&come).await?;
        if found.is_none() || found == Some(permit.subject()) {
            work.claim(permit, Category::Contact, &come)?;
        }
    }
    Ok(())
}

/// Deletes what was replaced and nothing needs any more. Answers how many records went.
///
/// # Errors
/// When the store fails; what is left is looked at again at the next turn.
pub async fn drop_superseded(vault: &Vault) -> Result<u64, VaultError> {
    let read = |db: &mut dyn Db| {
        db.all(&sql::WAITING, &[500_i64.into()])?
            .iter()
            .map(|row| Ok((row.i64("record_id")?, row.i64("subject_id")?)))
            .collect::<Result<Vec<_>, StoreError>>()
    };
    let mut dropped = 0;
    for (record, subject) in vault.store().read(read).await? {
        if !is_free(vault, SubjectId::from_raw(subject)).await? {
            continue;
        }
        vault.drop_record(RecordId::from_raw(record)).await?;
        let gone = move |db: &mut dyn Db| db.exec(&sql::GONE, &[record.into()]);
        vault.store().write(gone).await?;
        dropped += 1;
    }
    Ok(dropped)
}

/// Whether nothing but the account keeps the contact open, and no hold lies on it.
async fn is_free(vault: &Vault, subject: SubjectId) -> Result<bool, VaultError> {
    let strands = vault.strands_of(subject).await?;
    let Some(contact) = strands
        .iter()
        .find(|strand| strand.category == Category::Contact)
    else {
        return Ok(true);
    };
    let open = |reason: &Reason| reason.until.is_forever() && reason.source_kind != "account";
    let held = !vault.holds_of(contact.id).await?.is_empty();
    Ok(!held && !contact.reasons.iter().any(open))
}

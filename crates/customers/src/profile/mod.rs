//! A person corrects what they have told about themselves (GDPR Art. 16): a new record that names the
//! old one; the look-ups move along.

mod pages;

use declaration::vocabulary::{Category, purpose};
use store::Db;
use values::{AccountId, Email, Line, OrgNo, PersonName, Phone, RecordId};
use vault::{Actor, Ask, Keep, LookUp, Permit, Personal, Provenance, Vault, VaultError, Work};
use web::{App, Lang, Me};

use crate::{
    account::{self, AccountRecord},
    contact::{CustomerContact, latest_contact},
    correct, email_change,
};

pub use pages::{correct, show};

/// What a person says it should be.
pub(crate) struct Corrected {
    pub name: PersonName,
    pub email: Email,
    pub phone: Option<Phone>,
    pub organisation: Option<Line>,
    pub org_no: Option<OrgNo>,
    pub lang: Lang,
}

/// What was done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    /// Nothing was different.
    Same,
    /// It counts now.
    Corrected,
    /// The e-mail waits for the new address to say yes; the rest counts now.
    AskedNewAddress,
}

/// The person's own profile.
pub(crate) struct Profile {
    pub record: Option<RecordId>,
    pub contact: Option<Personal<CustomerContact>>,
    pub account: Personal<AccountRecord>,
    pub waiting: Option<Email>,
}

/// A permit for the person's own account, contact and letters.
pub(crate) async fn own_permit(
    vault: &Vault,
    me: &Me,
) -> Result<Permit<purpose::Account>, VaultError> {
    let ask = Ask::open(Actor::Subject(me.subject), me.subject).of(&[
        Category::Account,
        Category::Contact,
        Category::Correspondence,
    ]);
    vault.permit::<purpose::Account>(ask).await
}

/// Opens it.
pub(crate) async fn load(
    vault: &Vault,
    permit: &Permit<purpose::Account>,
) -> Result<Profile, VaultError> {
    let (record, contact) = latest_contact(vault, permit).await?.unzip();
    Ok(Profile {
        record,
        contact,
        account: account::latest(vault, permit)
            .await?
            .ok_or(VaultError::Gone)?,
        waiting: email_change::waiting(vault, permit).await?,
    })
}

/// Corrects it.
pub(crate) async fn put_right(
    app: &App,
    vault: &Vault,
    me: &Me,
    said: &Corrected,
) -> Result<Done, VaultError> {
    vault::again(|| put_right_once(app, vault, me, said)).await
}

async fn put_right_once(
    app: &App,
    vault: &Vault,
    me: &Me,
    said: &Corrected,
) -> Result<Done, VaultError> {
    let permit = own_permit(vault, me).await?;
    let old = load(vault, &permit).await?;
    let mut work = vault.work();
    let moves = !same_address(&said.email, &old.account.email);
    let kept = if moves {
        old.account.email.clone()
    } else {
        said.email.clone()
    };
    let differs = differs(&old, said, &kept);
    if differs {
        seal_corrected(&mut work, &permit, me.account, &old, said, kept)?;
        move_look_ups(vault, &mut work, &permit, &old, said).await?;
    }
    let change = if moves {
        let email = said.email.clone();
        let change = email_change::propose(app, &mut work, &permit, me.account, email, said.lang)?;
        Some(change)
    } else {
        None
    };
    if !differs && !moves {
        return Ok(Done::Same);
    }
    let replaced = old.record.filter(|_| differs);
    let (subject, at) = (me.subject, work.at());
    let laid = work.finish();
    let write = move |db: &mut dyn Db| {
        laid.lay(db)?;
        if let Some(replaced) = replaced {
            correct::supersede(db, replaced, subject, at)?;
        }
        change.iter().try_for_each(|change| change.lay(db))
    };
    vault.store().write(write).await?;
    Ok(if moves {
        Done::AskedNewAddress
    } else {
        Done::Corrected
    })
}

fn same_address(one: &Email, other: &Email) -> bool {
    one.lookup_form().reveal() == other.lookup_form().reveal()
}

fn differs(old: &Profile, said: &Corrected, email: &Email) -> bool {
    let Some(contact) = &old.contact else {
        return true;
    };
    let text = |phone: &Option<Phone>| phone.as_ref().map(|p| p.reveal().to_owned());
    contact.name.reveal() != said.name.reveal()
        || contact.email.as_ref().map(Email::reveal) != Some(email.reveal())
        || text(&contact.phone) != text(&said.phone)
        || contact.organisation.as_ref().map(Line::reveal)
            != said.organisation.as_ref().map(Line::reveal)
        || contact.org_no.as_ref().map(OrgNo::reveal) != said.org_no.as_ref().map(OrgNo::reveal)
        || contact.language != said.lang.tag()
        || old.account.language != said.lang.tag()
}

/// The new record's source names the record it replaces.
fn seal_corrected(
    work: &mut Work,
    permit: &Permit<purpose::Account>,
    account: AccountId,
    old: &Profile,
    said: &Corrected,
    email: Email,
) -> Result<(), VaultError> {
    let customer_no = old.account.customer_no.clone();
    let record = Personal::new(CustomerContact {
        name: said.name.clone(),
        email: Some(email.clone()),
        phone: said.phone.clone(),
        organisation: said.organisation.clone(),
        org_no: said.org_no.clone(),
        language: said.lang.tag().to_owned(),
        customer_no: customer_no.clone(),
    });
    let source = Provenance {
        source_kind: "data_subject",
        source_ref: old.record.map_or(0, RecordId::get),
        notice_version: work.vault().declaration().version().to_string(),
    };
    let keep = Keep::while_open("account", account.get());
    work.seal(permit, &record, &source, &keep)?;
    if old.account.language != said.lang.tag() || old.account.email.reveal() != email.reveal() {
        let record = AccountRecord {
            email,
            language: said.lang.tag().to_owned(),
            customer_no,
        };
        account::seal_again(work, permit, account, record)?;
    }
    Ok(())
}

/// The e-mail has its own way (it must say yes first); telephone and name move at once. A telephone
/// that finds somebody else stays theirs: it is kept in the record and finds nobody new.
async fn move_look_ups(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Account>,
    old: &Profile,
    said: &Corrected,
) -> Result<(), VaultError> {
    let old = old.contact.as_ref();
    let old_phone = old.and_then(|contact| contact.phone.as_ref());
    if old_phone.map(Phone::reveal) != said.phone.as_ref().map(Phone::reveal) {
        if let Some(phone) = old_phone {
            work.unclaim(permit, &LookUp::phone(phone));
        }
        if let Some(phone) = &said.phone
            && vault.find(&LookUp::phone(phone)).await?.is_none()
        {
            work.claim(permit, Category::Contact, &LookUp::phone(phone))?;
        }
    }
    if old.map(|contact| contact.name.reveal()) != Some(said.name.reveal()) {
        for hint in old.iter().flat_map(|old| LookUp::name_hints(&old.name)) {
            work.unhint(permit, &hint);
        }
        for hint in LookUp::name_hints(&said.name) {
            work.hint(permit, Category::Contact, &hint)?;
        }
    }
    Ok(())
}

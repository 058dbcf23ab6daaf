//! Rectification (GDPR Art. 16): what is wrong, what it should be, and why; an officer accepts, the wrong
//! record goes as soon as nothing needs it, and whoever got it is told (Art. 19).

pub mod office;
pub mod pages;

use declaration::vocabulary::{Category, purpose::Rights};
use store::Db;
use values::{FreeText, SubjectId};
use vault::{Actor, Keep, Permit, Personal, Sealed, Vault, VaultError};
use web::Errors;

use crate::requests::{self, Event, Kind, Request, What};

vault::record! {
    /// What a person says is wrong, and what it should be.
    pub struct CorrectionRecord in RightsCase as "rights_correction" {
        /// Which field: a field of the contact, or `other`.
        field: String,
        /// What it should be.
        value: FreeText,
    }
}

/// What can be pointed at. Parts of the contact are put right with a press; anything else is somebody's
/// work, and said in the answer.
pub(crate) const FIELDS: &[(&str, &str)] = &[
    ("name", "rights-field-name"),
    ("email", "rights-field-email"),
    ("phone", "rights-field-phone"),
    ("organisation", "rights-field-organisation"),
    ("org_no", "rights-field-org-no"),
    ("other", "rights-field-other"),
];

/// The message with a field's name.
pub(crate) fn field_key(name: &str) -> &'static str {
    let known = FIELDS.iter().find(|(field, _)| *field == name);
    known.map_or("rights-field-other", |(_, key)| *key)
}

/// A field and what it should be, as somebody typed them or wrote them down for another. Without either
/// there have to be words that say what is wrong.
pub(crate) fn wish(
    kind: Option<Kind>,
    (field, value): (&str, &str),
    has_words: bool,
    errors: &mut Errors,
) -> Option<(String, FreeText)> {
    if kind != Some(Kind::Rectification) {
        return None;
    }
    if field.is_empty() && value.trim().is_empty() {
        if !has_words {
            errors.add("value", "rights-error-correction");
        }
        return None;
    }
    let known = FIELDS.iter().find(|(name, _)| *name == field);
    if known.is_none() {
        errors.add("field", "error-choice");
    }
    let text = errors.take("value", FreeText::parse(value))?;
    let (name, _) = known?;
    if *name != "other" {
        errors.take("value", customers::Part::parse(name, value))?;
    }
    Some(((*name).to_owned(), text))
}

/// An officer writes down what the words of a letter or a call come to.
pub(crate) async fn note_wish(
    vault: &Vault,
    actor: Actor,
    request: &Request,
    (field, value): (&str, &FreeText),
) -> Result<(), VaultError> {
    vault::again(|| async move {
        let permit = requests::open_case(vault, actor, request.subject, request.id).await?;
        let record = Personal::new(CorrectionRecord {
            field: field.to_owned(),
            value: value.clone(),
        });
        let keep = Keep::while_open(requests::SOURCE, request.id.get());
        let mut work = vault.work();
        work.seal(&permit, &record, &requests::made(vault, request), &keep)?;
        let laid = work.finish();
        vault.store().write(move |db| laid.lay(db)).await?;
        Ok(())
    })
    .await
}

/// What was wished stays with the case when it turns out to be about somebody we know.
pub(crate) async fn adopt(
    vault: &Vault,
    work: &mut vault::Work,
    (old, new): (&Permit<Rights>, &Permit<Rights>),
    request: &Request,
) -> Result<(), VaultError> {
    let Some((field, value)) = wanted(vault, old, request).await? else {
        return Ok(());
    };
    let record = Personal::new(CorrectionRecord {
        field,
        value: FreeText::restore(value),
    });
    let keep = Keep::while_open(requests::SOURCE, request.id.get());
    let source = requests::from(vault, request.id);
    work.seal(new, &record, &source, &keep).map(|_| ())
}

/// What a field of the contact is now; empty where nothing stands.
pub(crate) fn stands(contact: &customers::CustomerContact, field: &str) -> Option<String> {
    let text = match field {
        "name" => Some(contact.name.reveal()),
        "email" => contact.email.as_ref().map(values::Email::reveal),
        "phone" => contact.phone.as_ref().map(values::Phone::reveal),
        "organisation" => contact.organisation.as_ref().map(values::Line::reveal),
        "org_no" => contact.org_no.as_ref().map(values::OrgNo::reveal),
        _ => return None,
    };
    Some(text.unwrap_or_default().to_owned())
}

/// Whether the contact says already what it should.
pub(crate) fn is_so(contact: &customers::CustomerContact, part: &customers::Part) -> bool {
    use customers::Part;
    match part {
        Part::Name(name) => contact.name.reveal() == name.reveal(),
        Part::Email(email) => {
            let now = contact.email.as_ref();
            now.is_some_and(|now| now.lookup_form().reveal() == email.lookup_form().reveal())
        }
        Part::Phone(phone) => contact
            .phone
            .as_ref()
            .is_some_and(|p| p.reveal() == phone.reveal()),
        Part::Organisation(line) => {
            let now = contact.organisation.as_ref();
            now.is_some_and(|now| now.reveal() == line.reveal())
        }
        Part::OrgNo(no) => contact
            .org_no
            .as_ref()
            .is_some_and(|n| n.reveal() == no.reveal()),
    }
}

/// Whether what was asked has been carried out: put right here, or a new address that was asked has
/// said yes.
pub(crate) async fn is_done(
    vault: &Vault,
    permit: &Permit<Rights>,
    request: &Request,
    events: &[Event],
) -> Result<bool, VaultError> {
    if events.iter().any(|event| event.what == What::Corrected) {
        return Ok(true);
    }
    if !events.iter().any(|event| event.what == What::AddressAsked) {
        return Ok(false);
    }
    let wanted = wanted(vault, permit, request).await?;
    let part = wanted.and_then(|(field, value)| customers::Part::parse(&field, &value).ok());
    let contact = customers::latest_contact(vault, permit).await?;
    Ok(matches!((part, contact), (Some(part), Some((_, contact))) if is_so(&contact, &part)))
}

/// The kinds of data of a person that an officer can say were put right: all but the case itself.
pub(crate) async fn correctable(
    vault: &Vault,
    subject: SubjectId,
) -> Result<Vec<Category>, VaultError> {
    let strands = vault.strands_of(subject).await?.into_iter();
    let mut all: Vec<Category> = strands.map(|strand| strand.category).collect();
    all.retain(|one| !matches!(one, Category::RightsCase | Category::Correspondence));
    all.dedup();
    Ok(all)
}

/// What a request wants corrected.
pub(crate) async fn wanted(
    vault: &Vault,
    permit: &Permit<Rights>,
    request: &Request,
) -> Result<Option<(String, String)>, VaultError> {
    let subject = request.subject;
    let load = move |db: &mut dyn Db| Sealed::<CorrectionRecord>::load_of(db, subject, 50);
    for sealed in vault.store().read(load).await? {
        if sealed.raw().source_ref == request.id.get() {
            let one = vault.open(permit, &sealed)?;
            return Ok(Some((one.field.clone(), one.value.reveal().to_owned())));
        }
    }
    Ok(None)
}

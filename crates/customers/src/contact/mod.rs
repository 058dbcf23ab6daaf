//! Who a customer is: name, e-mail, telephone, company. One sealed record each time they say so;
//! the newest counts, the old ones stand.

mod same;

use declaration::vocabulary::{Category, MayUse, Purpose, category, purpose};
use store::Db;
use values::{Email, Line, OrgNo, PersonName, Phone, RecordId, StrandId, SubjectId};
use vault::{
    Actor, Ask, Keep, LookUp, Permit, Personal, Provenance, Refusal, Sealed, StrandInfo,
    StrandState, SubjectKind, Vault, VaultError, Work,
};

pub use same::{FoundBy, maybe_the_same, meant_by, own_emails, with_email};

vault::record! {
    /// What a customer has told about how to reach them.
    pub struct CustomerContact in Contact as "contact" {
        /// Name.
        name: PersonName,
        /// E-mail.
        email: Option<Email>,
        /// Telephone.
        phone: Option<Phone>,
        /// Company.
        organisation: Option<Line>,
        /// Its organisation number.
        org_no: Option<OrgNo>,
        /// The language they want to be written to in: `nb`, `nn` or `en`.
        language: String,
        /// Customer number, a number without meaning.
        customer_no: Option<String>,
    }
}

impl CustomerContact {
    /// The same once more, to be sealed again with something corrected.
    pub(crate) fn copy(&self) -> Self {
        Self {
            name: self.name.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            organisation: self.organisation.clone(),
            org_no: self.org_no.clone(),
            language: self.language.clone(),
            customer_no: self.customer_no.clone(),
        }
    }
}

/// What [`take_contact`] made.
pub struct Taken {
    /// The person.
    pub subject: SubjectId,
    /// The record of what they told.
    pub record: RecordId,
    /// Whether the person was not known before.
    pub is_new: bool,
    /// To seal the rest of the case about them with. It opens nothing.
    pub permit: Permit<purpose::Visit>,
}

/// The person with this e-mail, or, when none is given, with this telephone.
///
/// An e-mail that is given decides alone: whoever types another person's telephone beside their own
/// e-mail is not taken for that person.
///
/// # Errors
/// When the store fails.
pub async fn identify(
    vault: &Vault,
    email: Option<&Email>,
    phone: Option<&Phone>,
) -> Result<Option<SubjectId>, VaultError> {
    match (email, phone) {
        (Some(email), _) => vault.find(&LookUp::email(email)).await,
        (None, Some(phone)) => vault.find(&LookUp::phone(phone)).await,
        (None, None) => Ok(None),
    }
}

/// Seals what a customer told. A new person gets their look-ups (those nobody else has) and the
/// beginnings of their name; a known one gets a further record and nothing else, so that a stranger
/// who types somebody's e-mail changes nothing about how that person is found.
///
/// Whoever is known, and may not be written to now, is as good as unknown: what somebody types is about a
/// new person, and nothing in the answer tells a stranger that there is another. Of a person of whom only
/// the claim file is left, the look-ups go over to the new one; where an account or anything else still
/// hangs on them (Art. 18), they stay. Those who look somebody up by e-mail or telephone find both.
///
/// Two that come at once with the same e-mail meet as a race ([`VaultError::is_race`]): identify
/// again and do the whole piece again ([`vault::again`]).
///
/// # Errors
/// When the judge refuses or the store fails.
pub async fn take_contact(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    known: Option<SubjectId>,
    contact: &Personal<CustomerContact>,
    provenance: &Provenance,
    keep: &Keep,
) -> Result<Taken, VaultError> {
    let categories = visit_categories(vault, actor);
    let as_known = match known {
        Some(subject) => permit_of(vault, Ask::seal(actor, subject).of(&categories)).await?,
        None => None,
    };
    let is_new = as_known.is_none();
    let permit = match as_known {
        Some(permit) => permit,
        None => {
            let subject = work.subject(SubjectKind::Person);
            let ask = Ask::seal_new(actor, subject).of(&categories);
            vault.permit::<purpose::Visit>(ask).await?
        }
    };
    let record = work.seal(&permit, contact, provenance, keep)?;
    if is_new {
        found_by(vault, work, &permit, contact).await?;
    }
    Ok(Taken {
        subject: permit.subject(),
        record,
        is_new,
        permit,
    })
}

/// The permit for somebody known; none when they may not be written to now.
async fn permit_of(vault: &Vault, ask: Ask) -> Result<Option<Permit<purpose::Visit>>, VaultError> {
    let (actor, subject) = (ask.actor(), ask.subject());
    match vault.permit::<purpose::Visit>(ask).await {
        Ok(permit) => Ok(Some(permit)),
        Err(VaultError::Refused(Refusal::Restricted)) => match actor {
            // Staff are told: an officer can write down why it may be used (Art. 18(2)).
            Actor::Staff { .. } if only_claims(vault, subject).await?.is_none() => {
                Err(Refusal::Restricted.into())
            }
            _ => Ok(None),
        },
        Err(error) => Err(error),
    }
}

/// How a new person is found: by look-ups that are theirs alone, and by hints.
async fn found_by(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Visit>,
    contact: &CustomerContact,
) -> Result<(), VaultError> {
    for (place, look_up) in look_ups(contact).into_iter().enumerate() {
        // The first decides who somebody is: two who claim it at once meet, and one of them does
        // it again. A phone beside an e-mail may be another's already, and stays theirs.
        match vault.find(&look_up).await? {
            None => work.claim(permit, Category::Contact, &look_up)?,
            Some(other) => match only_claims(vault, other).await? {
                Some(strand) => {
                    work.take_over(permit, Category::Contact, &look_up, (other, strand))?;
                }
                None if place == 0 && is_restricted(vault, other).await? => {
                    work.hint(permit, Category::Contact, &look_up)?;
                }
                // Somebody was faster: the claim meets theirs, and all of this is done again.
                None if place == 0 => work.claim(permit, Category::Contact, &look_up)?,
                None => {}
            },
        }
    }
    for hint in LookUp::name_hints(&contact.name) {
        work.hint(permit, Category::Contact, &hint)?;
    }
    Ok(())
}

/// The contact of somebody that is kept, and locked, for nothing but claims: whoever was forgotten.
async fn only_claims(vault: &Vault, subject: SubjectId) -> Result<Option<StrandId>, VaultError> {
    let strands = vault.strands_of(subject).await?;
    let is_left = |strand: &StrandInfo| {
        let claims = Purpose::Claims.as_str();
        strand.state == StrandState::Restricted
            && strand.reasons.iter().all(|one| one.purpose == claims)
    };
    let contact = strands
        .into_iter()
        .find(|strand| strand.category == Category::Contact);
    Ok(contact.filter(is_left).map(|strand| strand.id))
}

/// Whether anything of somebody is locked.
async fn is_restricted(vault: &Vault, subject: SubjectId) -> Result<bool, VaultError> {
    let strands = vault.strands_of(subject).await?;
    let locked = |strand: &StrandInfo| strand.state != StrandState::Live;
    Ok(strands.iter().any(locked))
}

/// The newest contact a permit opens, with its record's id.
///
/// # Errors
/// When the permit does not cover contact, or the store fails.
pub async fn latest_contact<P>(
    vault: &Vault,
    permit: &Permit<P>,
) -> Result<Option<(RecordId, Personal<CustomerContact>)>, VaultError>
where
    P: MayUse<category::Contact>,
{
    let subject = permit.subject();
    let load = move |db: &mut dyn Db| Sealed::<CustomerContact>::load_of(db, subject, 1);
    let Some(sealed) = vault.store().read(load).await?.pop() else {
        return Ok(None);
    };
    let contact = vault.open(permit, &sealed)?;
    Ok(Some((sealed.id(), contact)))
}

/// How many contacts are looked at for an address.
const MOST_CONTACTS: i64 = 50;

/// The address somebody is reached at now: of the newest contact that has one which finds nobody else.
///
/// # Errors
/// When the permit does not cover contact, or the store fails.
pub async fn reached_at<P>(vault: &Vault, permit: &Permit<P>) -> Result<Option<Email>, VaultError>
where
    P: MayUse<category::Contact>,
{
    let subject = permit.subject();
    let load =
        move |db: &mut dyn Db| Sealed::<CustomerContact>::load_of(db, subject, MOST_CONTACTS);
    for sealed in vault.store().read(load).await? {
        let contact = vault.open(permit, &sealed)?;
        if let Some(email) = &contact.email {
            let found = vault.find(&LookUp::email(email)).await?;
            if found.is_none() || found == Some(subject) {
                return Ok(Some(email.clone()));
            }
        }
    }
    Ok(None)
}

/// The look-ups that are one person's alone.
pub(crate) fn look_ups(contact: &CustomerContact) -> Vec<LookUp> {
    let email = contact.email.as_ref().map(LookUp::email);
    let phone = contact.phone.as_ref().map(LookUp::phone);
    email.into_iter().chain(phone).collect()
}

/// What a visitor without an account tells when booking or asking, and the letter they get.
const TOLD: &[Category] = &[
    Category::Contact,
    Category::Enquiry,
    Category::VehicleLink,
    Category::Correspondence,
];

/// What a visit keeps about a person, as far as the declaration in force has it and the actor may
/// write it.
fn visit_categories(vault: &Vault, actor: Actor) -> Vec<Category> {
    let declaration = vault.declaration();
    let stated = declaration.purpose(Purpose::Visit);
    let stated = stated.map_or(&[][..], |statement| statement.categories());
    let written = |category: &&Category| match actor {
        Actor::Visitor => TOLD.contains(category),
        _ => !category.is_of_vehicle(),
    };
    stated.iter().filter(written).copied().collect()
}

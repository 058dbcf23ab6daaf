//! Opening what was typed with a booking: for whoever holds its link, and for staff with a log line.

use declaration::vocabulary::{Category, MayUse, PurposeType, category, purpose};
use vault::{Actor, Ask, Permit, Personal, Sealed, Vault, VaultError};

use customers::CustomerContact;
use vehicles::VehicleLink;

use super::BookingRow;
use crate::enquiry::Enquiry;

/// What a booking holds of a person; `None` where it is no longer kept.
#[derive(Default)]
pub struct Shown {
    /// Who and how they are reached.
    pub contact: Option<Personal<CustomerContact>>,
    /// The plate they gave.
    pub link: Option<Personal<VehicleLink>>,
    /// What they asked.
    pub enquiry: Option<Personal<Enquiry>>,
}

/// The categories a booking's page shows.
pub(crate) const SHOWN: &[Category] =
    &[Category::Contact, Category::Enquiry, Category::VehicleLink];

/// For whoever holds the link: this booking's own records, nothing else about the person.
///
/// # Errors
/// When the judge says no, or the store fails.
pub async fn open_for_holder(vault: &Vault, row: &BookingRow) -> Result<Shown, VaultError> {
    open(vault, row, holder(row)).await
}

/// For staff: logged, with the booking as the case.
///
/// # Errors
/// When the judge says no, or the store fails.
pub async fn open_for_staff(
    vault: &Vault,
    row: &BookingRow,
    actor: Actor,
) -> Result<Shown, VaultError> {
    open(vault, row, actor).await
}

/// Whoever holds a booking's link.
pub(crate) const fn holder(row: &BookingRow) -> Actor {
    Actor::Link {
        subject: row.subject,
        purpose: declaration::vocabulary::Purpose::Visit,
    }
}

async fn open(vault: &Vault, row: &BookingRow, actor: Actor) -> Result<Shown, VaultError> {
    let ask = Ask::open(actor, row.subject)
        .of(SHOWN)
        .case("booking", row.id.get());
    let permit = match vault.permit::<purpose::Visit>(ask).await {
        Ok(permit) => permit,
        Err(VaultError::Gone) => return Ok(Shown::default()),
        Err(error) => return Err(error),
    };
    opened(vault, row, &permit).await
}

pub(crate) async fn opened<P>(
    vault: &Vault,
    row: &BookingRow,
    permit: &Permit<P>,
) -> Result<Shown, VaultError>
where
    P: PurposeType
        + MayUse<category::Contact>
        + MayUse<category::VehicleLink>
        + MayUse<category::Enquiry>,
{
    let (contact, link, enquiry) = (row.contact_record, row.link_record, row.enquiry_record);
    let (contact, link, enquiry) = vault
        .store()
        .read(move |db| {
            let enquiry = match enquiry {
                Some(enquiry) => Sealed::<Enquiry>::load(db, enquiry)?,
                None => None,
            };
            Ok((
                Sealed::<CustomerContact>::load(db, contact)?,
                Sealed::<VehicleLink>::load(db, link)?,
                enquiry,
            ))
        })
        .await?;
    Ok(Shown {
        contact: contact.map(|one| vault.open(permit, &one)).transpose()?,
        link: link.map(|one| vault.open(permit, &one)).transpose()?,
        enquiry: enquiry.map(|one| vault.open(permit, &one)).transpose()?,
    })
}

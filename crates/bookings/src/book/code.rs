//! Codes: the reference to say on the phone, and the secret of the link.

use data_encoding::BASE64URL_NOPAD;
use values::{BookingId, Chance};
use vault::Vault;

/// Length of a reference.
pub(crate) const REFERENCE_CHARS: usize = 8;
/// Letters and digits that are not mistaken for each other.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A reference: forty random bits. It opens nothing.
pub(crate) fn reference(chance: &dyn Chance) -> String {
    let mut bytes = [0_u8; REFERENCE_CHARS];
    chance.fill(&mut bytes);
    let letters = bytes
        .iter()
        .map(|byte| char::from(ALPHABET[usize::from(byte & 31)]));
    letters.collect()
}

/// The secret of a booking's link: 256 bits that only this house can make, the same each time, so
/// that a repeated request gets the same link and the database needs to keep its hash only.
#[must_use]
pub fn code_of(vault: &Vault, booking: BookingId) -> String {
    let tag = vault.tag_code("booking-link", &booking.get().to_be_bytes());
    BASE64URL_NOPAD.encode(tag.hash())
}

/// What the database knows of a code; `None` when it is not one.
#[must_use]
pub fn tag_of_code(vault: &Vault, code: &str) -> Option<[u8; 32]> {
    let bytes = BASE64URL_NOPAD.decode(code.as_bytes()).ok()?;
    (bytes.len() == 32).then(|| *vault.tag_code("booking-manage", &bytes).hash())
}

/// The id of the booking a code opens.
///
/// # Errors
/// When the store fails.
pub async fn id_of_code(
    vault: &Vault,
    code: &str,
) -> Result<Option<super::BookingRow>, store::StoreError> {
    let Some(tag) = tag_of_code(vault, code) else {
        return Ok(None);
    };
    vault.store().read(move |db| super::by_tag(db, &tag)).await
}

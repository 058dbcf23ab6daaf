//! Rectification (GDPR Art. 16): what is wrong, what it should be, and why; an officer accepts, the wrong
//! record goes as soon as nothing needs it, and whoever got it is told (Art. 19).

pub mod office;
pub mod pages;

use store::Db;
use values::FreeText;
use vault::{Permit, Sealed, Vault, VaultError};

use crate::requests::Request;

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
    ("other", "rights-field-other"),
];

/// The message with a field's name.
pub(crate) fn field_key(name: &str) -> &'static str {
    let known = FIELDS.iter().find(|(field, _)| *field == name);
    known.map_or("rights-field-other", |(_, key)| *key)
}

/// What a request wants corrected.
pub(crate) async fn wanted(
    vault: &Vault,
    permit: &Permit<declaration::vocabulary::purpose::Rights>,
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

//! A technician's purpose may not open a contact, whatever the declaration says.
use declaration::vocabulary::purpose;
use values::PersonName;

vault::record! {
    /// A contact.
    pub struct Contact in Contact as "contact" {
        /// Name.
        name: PersonName,
    }
}

fn open(
    vault: &vault::Vault,
    permit: &vault::Permit<purpose::Repair>,
    sealed: &vault::Sealed<Contact>,
) {
    let _ = vault.open(permit, sealed);
}

fn main() {}

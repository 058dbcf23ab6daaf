//! What is inside cannot be taken out of its type.
use values::PersonName;

vault::record! {
    /// A contact.
    pub struct Contact in Contact as "contact" {
        /// Name.
        name: PersonName,
    }
}

fn take(personal: vault::Personal<Contact>) -> Contact {
    personal.0
}

fn main() {}

//! Printed, serialised, compared: none of it.
use values::PersonName;

vault::record! {
    /// A contact.
    pub struct Contact in Contact as "contact" {
        /// Name.
        name: PersonName,
    }
}

fn needs_serialize<T: serde::Serialize>(_: &T) {}

fn show(a: vault::Personal<Contact>, b: vault::Personal<Contact>) {
    println!("{a}");
    println!("{a:?}");
    let _ = a == b;
    let _ = a.clone();
    needs_serialize(&a);
    needs_serialize(&a.name);
    let _ = a.name == b.name;
}

fn main() {}

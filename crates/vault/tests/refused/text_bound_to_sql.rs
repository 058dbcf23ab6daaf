//! Typed-in text is no value: it is sealed, hashed, or named as plain.
use values::PersonName;

fn bind(name: &PersonName, owned: String) {
    let _: store::Value = owned.into();
    let _: store::Value = name.into();
}

fn main() {}

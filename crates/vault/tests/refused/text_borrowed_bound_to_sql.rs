//! Borrowed text that was not written in the code is no value either.
use values::PersonName;

fn bind(typed: &str, name: &PersonName) {
    let _: store::Value = typed.into();
    let _: store::Value = name.reveal().into();
}

fn main() {}

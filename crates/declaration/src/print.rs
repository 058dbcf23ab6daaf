//! The canonical text of a declaration: same words, same bytes; its hash names the version.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value};

use crate::source::Source;

/// Prints `source` in the one canonical layout: a table per section, one value a line.
pub fn print(source: &Source) -> String {
    let Ok(flat) = toml_edit::ser::to_document(source) else {
        // Every field is a string, a number, a list or a table of such: there is nothing to refuse.
        return String::new();
    };
    let mut document = DocumentMut::new();
    for (key, item) in flat.into_table() {
        document.insert(&key, sectioned(item));
    }
    document.to_string()
}

/// Hex SHA-256 of a canonical text.
pub fn hash(canonical: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(canonical.as_bytes()))
}

/// A top-level value as a section: `[key]` or `[[key]]`.
fn sectioned(item: Item) -> Item {
    match item {
        Item::Value(Value::InlineTable(table)) => Item::Table(keeping(table.into_table())),
        Item::Value(Value::Array(array)) if of_tables(&array) => {
            let tables = array.into_iter().filter_map(|value| match value {
                Value::InlineTable(table) => Some(keeping(table.into_table())),
                _ => None,
            });
            Item::ArrayOfTables(tables.collect::<ArrayOfTables>())
        }
        other => other,
    }
}

fn of_tables(array: &Array) -> bool {
    !array.is_empty() && array.iter().all(Value::is_inline_table)
}

/// The retention of a purpose reads better as a table of its own.
fn keeping(mut section: Table) -> Table {
    if let Some(Item::Value(Value::InlineTable(keep))) = section.remove("keep") {
        section.insert("keep", Item::Table(keep.into_table()));
    }
    section
}

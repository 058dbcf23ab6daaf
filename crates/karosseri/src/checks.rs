//! Nothing undeclared runs: what the program does is compared with what is declared, before anything
//! is served.

use std::collections::BTreeMap;

use store::Column;

use crate::{
    house::{House, HouseError},
    parts,
};

/// What a column may hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// Personal data, sealed under a strand's key.
    Sealed,
    /// A wrapped key.
    Key,
    /// A keyed hash.
    Hashed,
    /// A number made by the program that points at a row.
    Id,
    /// Nothing personal.
    Operational,
}

impl Mark {
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "sealed" => Self::Sealed,
            "key" => Self::Key,
            "hashed" => Self::Hashed,
            "id" => Self::Id,
            "operational" => Self::Operational,
            _ => return None,
        })
    }

    /// The column type a mark allows: what is sealed, hashed or a key is bytes; an id is a number.
    fn allows(self, kind: &str) -> bool {
        match self {
            Self::Sealed | Self::Key | Self::Hashed => kind == "bytes",
            Self::Id => kind == "i64",
            Self::Operational => true,
        }
    }
}

/// Every marked column, from the `columns.txt` of every crate that owns tables.
///
/// # Errors
/// A line that is not `table.column mark`, or a column marked twice.
pub fn marked_columns() -> Result<BTreeMap<String, Mark>, String> {
    let mut marks = BTreeMap::new();
    for line in parts::COLUMNS.iter().flat_map(|text| text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let marked = line
            .split_once(' ')
            .and_then(|(column, mark)| Some((column, Mark::parse(mark.trim())?)));
        let Some((column, mark)) = marked else {
            return Err(format!("columns.txt: `{line}` is not `table.column mark`"));
        };
        if marks.insert(column.to_owned(), mark).is_some() {
            return Err(format!("columns.txt: {column} is marked twice"));
        }
    }
    Ok(marks)
}

/// Compares the marks with the real schema, in both directions.
#[must_use]
pub fn column_differences(marks: &BTreeMap<String, Mark>, columns: &[Column]) -> Vec<String> {
    let mut differences = Vec::new();
    for column in columns {
        let name = format!("{}.{}", column.table, column.name);
        match marks.get(&name) {
            None => differences.push(format!("column {name} is not marked in any columns.txt")),
            Some(mark) if !mark.allows(&column.kind) => differences.push(format!(
                "column {name} is {} and cannot be {mark:?}",
                column.kind
            )),
            Some(_) => {}
        }
    }
    for name in marks.keys() {
        let there = columns
            .iter()
            .any(|c| format!("{}.{}", c.table, c.name) == *name);
        if !there {
            differences.push(format!("column {name} is marked but not in the database"));
        }
    }
    differences
}

/// Everything the start-up compares: columns, fields of records, activities, statements.
///
/// # Errors
/// All differences, one a line.
pub async fn agree(house: &House) -> Result<(), HouseError> {
    let mut differences = Vec::new();
    let columns = house.store().columns().await?;
    match marked_columns() {
        Ok(marks) => differences.extend(column_differences(&marks, &columns)),
        Err(error) => differences.push(error),
    }
    differences.extend(parts::check_records());
    let declaration = house.vault.declaration();
    for activity in parts::activities() {
        differences.extend(
            declaration
                .undeclared(activity)
                .iter()
                .map(ToString::to_string),
        );
    }
    if !differences.is_empty() {
        return Err(HouseError::Undeclared(differences.join("\n")));
    }
    house.store().prepare_all(&parts::queries()).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(table: &str, name: &str, kind: &str) -> Column {
        Column {
            table: table.into(),
            name: name.into(),
            kind: kind.into(),
        }
    }

    #[test]
    fn a_column_nobody_marked_and_a_mark_without_a_column_are_both_found() {
        let marks = BTreeMap::from([
            ("a.body".to_owned(), Mark::Sealed),
            ("a.gone".to_owned(), Mark::Operational),
            ("a.name".to_owned(), Mark::Sealed),
        ]);
        let columns = [
            column("a", "body", "bytes"),
            column("a", "new", "text"),
            column("a", "name", "text"),
        ];
        let found = column_differences(&marks, &columns).join("\n");
        assert!(found.contains("a.new is not marked"));
        assert!(found.contains("a.gone is marked but not"));
        assert!(found.contains("a.name is text and cannot be Sealed"));
        assert!(!found.contains("a.body"));
    }

    #[test]
    fn every_mark_parses() {
        assert!(marked_columns().unwrap().len() > 100);
    }
}

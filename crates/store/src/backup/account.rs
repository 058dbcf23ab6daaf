//! What a table holds, in a number: rows, and a sum over them that needs no order.

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::{ACCOUNT, lite_error};
use crate::engine::Column;
use crate::lite::schema;
use crate::{StoreError, Value};

/// Rows of a table and a sum over them that does not depend on their order. It finds damage and
/// mistakes; it is no signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableAccount {
    /// Its name.
    pub table: String,
    /// How many rows.
    pub rows: u64,
    /// Sum over the rows' contents.
    pub sum: u128,
}

/// The account of all tables.
pub type Account = Vec<TableAccount>;

/// A table and its columns.
pub(super) struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
}

impl Table {
    /// The columns of a schema by table, in the order the tables were made.
    pub(super) fn all(columns: Vec<Column>) -> Vec<Self> {
        let mut out: Vec<Self> = Vec::new();
        for column in columns {
            match out.last_mut() {
                Some(table) if table.name == column.table => table.columns.push(column),
                _ => out.push(Self {
                    name: column.table.clone(),
                    columns: vec![column],
                }),
            }
        }
        out
    }

    /// The columns, for a statement.
    pub(super) fn list(&self) -> String {
        let names = self.columns.iter().map(|column| column.name.as_str());
        names.collect::<Vec<_>>().join(", ")
    }
}

/// The sum of a row as its cells come by, and of a table as its rows do.
pub(super) struct Sum {
    rows: u64,
    total: u128,
    left: u64,
    right: u64,
}

const LEFT: u64 = 0x9e37_79b9_7f4a_7c15;
const RIGHT: u64 = 0xd6e8_feb8_6659_fd93;

impl Sum {
    pub(super) const fn new() -> Self {
        Self {
            rows: 0,
            total: 0,
            left: LEFT,
            right: RIGHT,
        }
    }

    fn word(&mut self, word: u64) {
        let mix = |state: u64, by: u64| {
            let wide = u128::from(state ^ word).wrapping_mul(u128::from(by) | (1 << 64));
            (wide >> 64) as u64 ^ wide as u64
        };
        self.left = mix(self.left, RIGHT).rotate_left(29);
        self.right = mix(self.right.rotate_left(17), LEFT);
    }

    fn bytes(&mut self, kind: u64, data: &[u8]) {
        self.word(kind << 56 | data.len() as u64);
        for chunk in data.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.word(u64::from_le_bytes(word));
        }
    }

    /// A cell; yes and no count as 1 and 0, since SQLite has nothing else for them.
    pub(super) fn cell(&mut self, cell: ValueRef<'_>) {
        match cell {
            ValueRef::Null => self.word(1 << 56),
            ValueRef::Integer(number) => {
                self.word(2 << 56);
                self.word(number.cast_unsigned());
            }
            ValueRef::Text(text) => self.bytes(3, text),
            ValueRef::Blob(data) => self.bytes(4, data),
            ValueRef::Real(number) => self.word(number.to_bits()),
        }
    }

    pub(super) fn value(&mut self, value: &Value) {
        self.cell(reference(value));
    }

    pub(super) fn end_row(&mut self) {
        // Sums of many rows must not cancel out, so the row is mixed once more.
        self.word(self.right);
        self.word(self.left);
        let row = u128::from(self.left) << 64 | u128::from(self.right);
        self.total = self.total.wrapping_add(row);
        self.rows += 1;
        (self.left, self.right) = (LEFT, RIGHT);
    }

    pub(super) fn account(self, table: &str) -> TableAccount {
        TableAccount {
            table: table.to_owned(),
            rows: self.rows,
            sum: self.total,
        }
    }
}

/// A value as SQLite holds it.
pub(super) fn reference(value: &Value) -> ValueRef<'_> {
    match value {
        Value::Null => ValueRef::Null,
        Value::I64(number) => ValueRef::Integer(*number),
        Value::Bool(flag) => ValueRef::Integer(i64::from(*flag)),
        Value::Text(text) => ValueRef::Text(text.as_bytes()),
        Value::Bytes(data) => ValueRef::Blob(data),
    }
}

/// Reads every table of a file through.
pub(super) fn of(connection: &Connection) -> Result<Account, StoreError> {
    let mut out = Vec::new();
    for table in tables(connection)? {
        let mut sum = Sum::new();
        let read = |sum: &mut Sum| -> Result<(), rusqlite::Error> {
            let text = format!("SELECT {} FROM {}", table.list(), table.name);
            let mut statement = connection.prepare(&text)?;
            let mut rows = statement.raw_query();
            while let Some(row) = rows.next()? {
                for at in 0..table.columns.len() {
                    sum.cell(row.get_ref(at)?);
                }
                sum.end_row();
            }
            Ok(())
        };
        read(&mut sum).map_err(|error| lite_error(&error))?;
        out.push(sum.account(&table.name));
    }
    Ok(out)
}

/// The tables of a file, without the account itself.
pub(super) fn tables(connection: &Connection) -> Result<Vec<Table>, StoreError> {
    let mut tables = Table::all(schema::columns(connection)?);
    tables.retain(|table| table.name != ACCOUNT);
    Ok(tables)
}

/// Writes the account into a file.
pub(super) fn write(connection: &Connection, account: &Account) -> Result<(), StoreError> {
    let act = || -> Result<(), rusqlite::Error> {
        connection.execute_batch(&format!(
            "CREATE TABLE {ACCOUNT} (name TEXT PRIMARY KEY NOT NULL, rows INTEGER NOT NULL,
             sum BLOB NOT NULL) STRICT, WITHOUT ROWID"
        ))?;
        let text = format!("INSERT INTO {ACCOUNT} (name, rows, sum) VALUES (?1, ?2, ?3)");
        for table in account {
            let rows = table.rows.cast_signed();
            connection.execute(&text, (&table.table, rows, table.sum.to_be_bytes()))?;
        }
        Ok(())
    };
    act().map_err(|error| lite_error(&error))
}

/// The account a file brings along.
pub(super) fn told(connection: &Connection) -> Result<Account, StoreError> {
    let act = || -> Result<Account, rusqlite::Error> {
        connection
            .prepare(&format!("SELECT name, rows, sum FROM {ACCOUNT}"))?
            .query_map([], |row| {
                Ok(TableAccount {
                    table: row.get(0)?,
                    rows: row.get::<_, i64>(1)?.cast_unsigned(),
                    sum: u128::from_be_bytes(row.get(2)?),
                })
            })?
            .collect()
    };
    act().map_err(|_| StoreError::Unusable("the file is no backup of this program".to_owned()))
}

/// Compares what is with what should be.
pub(super) fn compare(found: &Account, told: &Account) -> Result<(), StoreError> {
    let missing = told
        .iter()
        .find(|table| !found.contains(table))
        .or_else(|| found.iter().find(|table| !told.contains(table)));
    match missing {
        None => Ok(()),
        Some(table) => Err(StoreError::Unusable(format!(
            "the copy of table {} differs from its account",
            table.table
        ))),
    }
}

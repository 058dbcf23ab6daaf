//! Values on their way in and rows on their way out: i64, text, bytes, bool and nothing else.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::StoreError;

/// A parameter or a cell. Made from `i64`, `bool`, `&'static str` and options of them; all
/// other text through [`plain`], bytes through [`bytes`].
///
/// ```compile_fail
/// let typed_in = String::from("Kari");
/// let value: store::Value = typed_in.into();
/// ```
/// ```compile_fail
/// fn bind(typed_in: &str) -> store::Value {
///     typed_in.into()
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// SQL NULL.
    Null,
    /// A number, an instant, an amount, an id.
    I64(i64),
    /// Operational text.
    Text(Cow<'static, str>),
    /// Sealed records, keyed hashes, wrapped keys.
    Bytes(Vec<u8>),
    /// Yes or no.
    Bool(bool),
}

impl Value {
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::I64(_) => "i64",
            Self::Text(_) => "text",
            Self::Bytes(_) => "bytes",
            Self::Bool(_) => "bool",
        }
    }
}

/// Shows the type only: what is bound to a statement never reaches a log.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind())
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::I64(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<&'static str> for Value {
    fn from(value: &'static str) -> Self {
        Self::Text(Cow::Borrowed(value))
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Text that was made while running and is *not personal*: a code, a date, a file name of ours.
/// The only way in for such text, so that a reviewer can list every use.
#[must_use]
pub fn plain(text: impl Into<String>) -> Value {
    Value::Text(Cow::Owned(text.into()))
}

/// Sealed bytes, keyed hashes, wrapped keys.
#[must_use]
pub fn bytes(data: impl Into<Vec<u8>>) -> Value {
    Value::Bytes(data.into())
}

/// The column names of a statement, shared by its rows.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) statement: &'static str,
    pub(crate) names: Vec<Box<str>>,
}

/// One row of an answer. Cells are read by column name or by position.
#[derive(Clone)]
pub struct Row {
    pub(crate) head: Arc<Head>,
    pub(crate) cells: Vec<Value>,
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map()
            .entries(self.head.names.iter().zip(&self.cells))
            .finish()
    }
}

/// What names a cell of a row: its column, or its position from 0.
pub trait Key: Copy {
    /// Position in a row with these columns.
    fn position(self, names: &[Box<str>]) -> Option<usize>;
    /// The key in words, for error texts.
    fn words(self) -> String;
}

impl Key for &str {
    fn position(self, names: &[Box<str>]) -> Option<usize> {
        names.iter().position(|name| &**name == self)
    }
    fn words(self) -> String {
        self.to_owned()
    }
}

impl Key for usize {
    fn position(self, names: &[Box<str>]) -> Option<usize> {
        (self < names.len()).then_some(self)
    }
    fn words(self) -> String {
        format!("column {self}")
    }
}

macro_rules! cells {
    ($($(#[$doc:meta])* $get:ident, $opt:ident: $out:ty, $want:literal, $pat:pat => $value:expr;)*) => {
        $(
            $(#[$doc])*
            pub fn $get(&self, key: impl Key) -> Result<$out, StoreError> {
                self.$opt(key)?.ok_or_else(|| self.wrong(key, $want, "null"))
            }

            /// The same where the column may be NULL.
            pub fn $opt(&self, key: impl Key) -> Result<Option<$out>, StoreError> {
                match self.cell(key)? {
                    Value::Null => Ok(None),
                    $pat => Ok(Some($value)),
                    other => Err(self.wrong(key, $want, other.kind())),
                }
            }
        )*
    };
}

impl Row {
    cells! {
        /// A number, an instant, an amount, an id.
        i64, opt_i64: i64, "i64", Value::I64(value) => *value;
        /// Text.
        text, opt_text: &str, "text", Value::Text(value) => value;
        /// Bytes.
        bytes, opt_bytes: &[u8], "bytes", Value::Bytes(value) => value;
    }

    /// Yes or no; SQLite has no such type, so its 0 and 1 are read as well.
    pub fn bool(&self, key: impl Key) -> Result<bool, StoreError> {
        self.opt_bool(key)?
            .ok_or_else(|| self.wrong(key, "bool", "null"))
    }

    /// The same where the column may be NULL.
    pub fn opt_bool(&self, key: impl Key) -> Result<Option<bool>, StoreError> {
        match self.cell(key)? {
            Value::Null => Ok(None),
            Value::Bool(value) => Ok(Some(*value)),
            Value::I64(number @ (0 | 1)) => Ok(Some(*number == 1)),
            other => Err(self.wrong(key, "bool", other.kind())),
        }
    }

    /// The cell as it came.
    pub fn cell(&self, key: impl Key) -> Result<&Value, StoreError> {
        key.position(&self.head.names)
            .and_then(|at| self.cells.get(at))
            .ok_or_else(|| {
                StoreError::Type(format!("{} has no {}", self.head.statement, key.words()))
            })
    }

    /// How many columns the row has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether the row has no column.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    fn wrong(&self, key: impl Key, want: &str, got: &str) -> StoreError {
        StoreError::Type(format!(
            "{}, {}: wanted {want}, got {got}",
            self.head.statement,
            key.words()
        ))
    }
}

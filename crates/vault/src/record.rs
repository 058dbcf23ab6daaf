//! Personal records in memory and at rest.

use std::{marker::PhantomData, ops::Deref};

use declaration::vocabulary::{Category, CategoryType};
use values::{
    Address, Email, FreeText, Line, Moment, OrgNo, PersonName, Phone, Plate, PostalCode, RecordId,
    StrandId, SubjectId, Vin,
};
use zeroize::{Zeroize, Zeroizing};

use crate::VaultError;

/// A kind of personal record: made by [`record!`](crate::record), never by hand.
pub trait Record: Sized + Send + Sync + 'static {
    /// The category whose strand seals it.
    type Category: CategoryType;
    /// The name in the database; stable.
    const KIND: &'static str;
    /// Names of its fields; each stands in the vocabulary under the category.
    const FIELDS: &'static [&'static str];
    /// Writes the fields.
    fn put(&self, writer: &mut Writer);
    /// Reads the fields back.
    ///
    /// # Errors
    /// [`VaultError::Corrupt`] when a needed field is not there.
    fn take(reader: &Reader) -> Result<Self, VaultError>;
}

/// A personal record in memory: typed in or opened. It cannot be printed, serialised, compared or
/// bound to SQL; its fields render in templates.
pub struct Personal<R>(R);

impl<R: Record> Personal<R> {
    /// Takes what was typed and parsed.
    #[must_use]
    pub const fn new(record: R) -> Self {
        Self(record)
    }
}

impl<R> Deref for Personal<R> {
    type Target = R;
    fn deref(&self) -> &R {
        &self.0
    }
}

/// A record as it lies at rest: the only personal thing the store accepts.
pub struct Sealed<R> {
    pub(crate) raw: RawSealed,
    _kind: PhantomData<fn() -> R>,
}

/// What the database knows of a sealed record, of whatever kind.
#[derive(Clone)]
pub struct RawSealed {
    /// The record.
    pub id: RecordId,
    /// Whom it is about.
    pub subject: SubjectId,
    /// Its category.
    pub category: Category,
    /// Its kind, such as `contact`.
    pub kind: String,
    /// When it was sealed.
    pub at: Moment,
    /// Where it came from.
    pub source_kind: String,
    /// What it belongs to, such as a booking's id.
    pub source_ref: i64,
    /// The version of the declaration that was shown.
    pub notice_version: String,
    pub(crate) strand: StrandId,
    pub(crate) wrapped: Vec<u8>,
    pub(crate) body: Vec<u8>,
}

impl<R: Record> Sealed<R> {
    /// The record under its kind.
    ///
    /// # Errors
    /// [`VaultError::Corrupt`] when the record is of another kind.
    pub fn try_from_raw(raw: RawSealed) -> Result<Self, VaultError> {
        if raw.kind == R::KIND && raw.category == R::Category::ID {
            Ok(Self {
                raw,
                _kind: PhantomData,
            })
        } else {
            Err(VaultError::Corrupt("another kind of record"))
        }
    }

    /// The record's id.
    #[must_use]
    pub fn id(&self) -> RecordId {
        self.raw.id
    }

    /// Whom it is about.
    #[must_use]
    pub fn subject(&self) -> SubjectId {
        self.raw.subject
    }

    /// When it was sealed.
    #[must_use]
    pub fn at(&self) -> Moment {
        self.raw.at
    }

    /// All that is known of it without opening it.
    #[must_use]
    pub const fn raw(&self) -> &RawSealed {
        &self.raw
    }
}

/// A record opened without knowing its kind: names and values, for a person's own export.
pub struct Opened {
    /// The record.
    pub id: RecordId,
    /// Its category.
    pub category: Category,
    /// Its kind.
    pub kind: String,
    /// When it was sealed.
    pub at: Moment,
    /// Where it came from.
    pub source_kind: String,
    /// What it belongs to.
    pub source_ref: i64,
    /// The version of the declaration that was shown.
    pub notice_version: String,
    pub(crate) fields: Reader,
}

impl Opened {
    /// Names and values, in the order of the record.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields
            .0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// One field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.find(name)
    }
}

/// Collects a record's fields: length-prefixed names and values, wiped on drop.
#[derive(Default)]
pub struct Writer(Zeroizing<Vec<u8>>);

impl Writer {
    /// Adds one field.
    pub fn put(&mut self, name: &str, value: &str) {
        for part in [name, value] {
            self.0.extend_from_slice(&(part.len() as u32).to_le_bytes());
            self.0.extend_from_slice(part.as_bytes());
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// The fields of an opened record, wiped on drop.
pub struct Reader(Vec<(String, String)>);

impl Drop for Reader {
    fn drop(&mut self) {
        for (_, value) in &mut self.0 {
            value.zeroize();
        }
    }
}

impl Reader {
    pub(crate) fn parse(mut bytes: &[u8]) -> Result<Self, VaultError> {
        fn part(bytes: &mut &[u8]) -> Result<String, VaultError> {
            let broken = VaultError::Corrupt("record layout");
            let Some((len, rest)) = bytes.split_first_chunk::<4>() else {
                return Err(broken);
            };
            let len = u32::from_le_bytes(*len) as usize;
            if rest.len() < len {
                return Err(broken);
            }
            let (text, rest) = rest.split_at(len);
            *bytes = rest;
            String::from_utf8(text.to_vec()).map_err(|_| VaultError::Corrupt("record text"))
        }
        let mut fields = Self(Vec::new());
        while !bytes.is_empty() {
            let name = part(&mut bytes)?;
            let value = part(&mut bytes)?;
            fields.0.push((name, value));
        }
        Ok(fields)
    }

    /// One field's text.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// What can be a field of a record.
pub trait FieldValue: Sized {
    /// Writes the value, or nothing if there is none.
    fn put(&self, name: &str, writer: &mut Writer);
    /// Reads the value back.
    ///
    /// # Errors
    /// [`VaultError::Corrupt`] when it is not there or not readable.
    fn take(name: &str, reader: &Reader) -> Result<Self, VaultError>;
}

impl<T: FieldValue> FieldValue for Option<T> {
    fn put(&self, name: &str, writer: &mut Writer) {
        if let Some(value) = self {
            value.put(name, writer);
        }
    }
    fn take(name: &str, reader: &Reader) -> Result<Self, VaultError> {
        reader.find(name).map(|_| T::take(name, reader)).transpose()
    }
}

impl FieldValue for String {
    fn put(&self, name: &str, writer: &mut Writer) {
        writer.put(name, self);
    }
    fn take(name: &str, reader: &Reader) -> Result<Self, VaultError> {
        reader
            .find(name)
            .map(str::to_owned)
            .ok_or(VaultError::Corrupt("missing field"))
    }
}

macro_rules! personal_values {
    ($($type:ty),+) => {$(
        impl FieldValue for $type {
            fn put(&self, name: &str, writer: &mut Writer) {
                writer.put(name, self.reveal());
            }
            fn take(name: &str, reader: &Reader) -> Result<Self, VaultError> {
                String::take(name, reader).map(Self::restore)
            }
        }
    )+};
}
personal_values!(
    PersonName, Email, Phone, Plate, Vin, FreeText, Line, OrgNo, PostalCode, Address
);

macro_rules! parsed_values {
    ($($type:ty),+) => {$(
        impl FieldValue for $type {
            fn put(&self, name: &str, writer: &mut Writer) {
                writer.put(name, &self.to_string());
            }
            fn take(name: &str, reader: &Reader) -> Result<Self, VaultError> {
                let text = reader.find(name).ok_or(VaultError::Corrupt("missing field"))?;
                text.parse().map_err(|_| VaultError::Corrupt("unreadable field"))
            }
        }
    )+};
}
parsed_values!(i64, bool);

/// Declares a kind of personal record. Field names stand in the vocabulary; a check at start
/// compares them ([`check_fields`](crate::check_fields)).
#[macro_export]
macro_rules! record {
    ($(#[$doc:meta])* pub struct $name:ident in $category:ident as $kind:literal {
        $($(#[$fdoc:meta])* $field:ident: $type:ty),+ $(,)?
    }) => {
        $(#[$doc])*
        pub struct $name { $($(#[$fdoc])* pub $field: $type),+ }
        impl $crate::Record for $name {
            type Category = ::declaration::vocabulary::category::$category;
            const KIND: &'static str = $kind;
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];
            fn put(&self, writer: &mut $crate::Writer) {
                $($crate::FieldValue::put(&self.$field, stringify!($field), writer);)+
            }
            fn take(reader: &$crate::Reader) -> Result<Self, $crate::VaultError> {
                Ok(Self { $($field: $crate::FieldValue::take(stringify!($field), reader)?),+ })
            }
        }
    };
}

//! The four types on the wire.

use std::error::Error;

use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use crate::Value;

/// A value on its way to the server.
#[derive(Debug)]
pub(crate) struct Bound<'v>(pub(crate) &'v Value);

impl Bound<'_> {
    /// Whether the server's type takes this value. Asked before anything is sent.
    pub(crate) fn fits(&self, kind: &Type) -> bool {
        match self.0 {
            Value::Null => true,
            Value::I64(number) => {
                *kind == Type::INT8 || (*kind == Type::INT4 && i32::try_from(*number).is_ok())
            }
            Value::Text(_) => [Type::TEXT, Type::VARCHAR, Type::NAME].contains(kind),
            Value::Bytes(_) => *kind == Type::BYTEA,
            Value::Bool(_) => *kind == Type::BOOL,
        }
    }
}

impl ToSql for Bound<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self.0 {
            Value::Null => Ok(IsNull::Yes),
            Value::I64(number) if *kind == Type::INT4 => i32::try_from(*number)?.to_sql(kind, out),
            Value::I64(number) => number.to_sql(kind, out),
            Value::Text(text) => text.as_ref().to_sql(kind, out),
            Value::Bytes(data) => data.as_slice().to_sql(kind, out),
            Value::Bool(flag) => flag.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(match *kind {
            Type::INT8 => Self::I64(i64::from_sql(kind, raw)?),
            Type::INT4 => Self::I64(i32::from_sql(kind, raw)?.into()),
            Type::INT2 => Self::I64(i16::from_sql(kind, raw)?.into()),
            Type::BOOL => Self::Bool(bool::from_sql(kind, raw)?),
            Type::BYTEA => Self::Bytes(Vec::from_sql(kind, raw)?),
            _ => Self::Text(String::from_sql(kind, raw)?.into()),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(kind: &Type) -> bool {
        [
            Type::INT8,
            Type::INT4,
            Type::INT2,
            Type::BOOL,
            Type::BYTEA,
            Type::TEXT,
            Type::VARCHAR,
            Type::NAME,
        ]
        .contains(kind)
    }
}

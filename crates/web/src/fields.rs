//! A form's fields into a struct: missing, repeated and unticked ones as HTML means them.

use serde::{
    Deserialize,
    de::{
        self, IntoDeserializer, Visitor,
        value::{MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};

/// Name and value, in the order they came.
pub(crate) type Pairs = Vec<(String, String)>;

/// Fills `T` from the pairs: a `Vec` takes every value of its name, an `Option` is `None` when
/// the field is missing or empty, a `bool` is true for any value but `false` and `0`.
pub(crate) fn fill<'de, T: Deserialize<'de>>(
    pairs: &[(String, String)],
) -> Result<T, de::value::Error> {
    let mut grouped: Vec<(&str, Vec<String>)> = Vec::new();
    for (name, value) in pairs {
        match grouped.iter_mut().find(|(known, _)| known == name) {
            Some((_, values)) => values.push(value.clone()),
            None => grouped.push((name, vec![value.clone()])),
        }
    }
    let fields = grouped
        .into_iter()
        .map(|(name, values)| (name.to_owned(), Field(values)));
    T::deserialize(MapDeserializer::new(fields))
}

struct Field(Vec<String>);

impl Field {
    fn one(self) -> String {
        self.0.into_iter().next_back().unwrap_or_default()
    }
}

impl IntoDeserializer<'_> for Field {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! parsed {
    ($($method:ident => $visit:ident),+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            let number = self.one().trim().parse().map_err(|_| de::Error::custom("number"))?;
            visitor.$visit(number)
        }
    )+};
}

impl<'de> de::Deserializer<'de> for Field {
    type Error = de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_string(self.one())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        if self.0.iter().all(String::is_empty) {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_bool(!matches!(self.one().as_str(), "" | "false" | "0"))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_seq(SeqDeserializer::new(
            self.0.into_iter().map(|value| Self(vec![value])),
        ))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_enum(IntoDeserializer::<Self::Error>::into_deserializer(
            self.one(),
        ))
    }

    parsed! {
        deserialize_i8 => visit_i8, deserialize_i16 => visit_i16, deserialize_i32 => visit_i32,
        deserialize_i64 => visit_i64, deserialize_u8 => visit_u8, deserialize_u16 => visit_u16,
        deserialize_u32 => visit_u32, deserialize_u64 => visit_u64
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char str string bytes byte_buf unit unit_struct tuple tuple_struct map
        struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Sample {
        word: String,
        #[serde(default)]
        many: Vec<i64>,
        maybe: Option<String>,
        #[serde(default)]
        ticked: bool,
        #[serde(default)]
        unticked: bool,
    }

    #[test]
    fn fields_as_html_sends_them() {
        let pairs = [
            ("word", "a"),
            ("many", "1"),
            ("many", "2"),
            ("maybe", ""),
            ("ticked", "on"),
        ];
        let pairs: Pairs = pairs
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec();
        let sample: Sample = fill(&pairs).unwrap();
        assert_eq!((sample.word.as_str(), sample.many), ("a", vec![1, 2]));
        assert!(sample.maybe.is_none() && sample.ticked && !sample.unticked);
    }
}

//! The published schemas of the machine files: served, put into every package, and checked with a small
//! checker of the part of JSON Schema 2020-12 that they use.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use serde_json::Value;
use web::Error;

macro_rules! schemas {
    ($($name:literal),+ $(,)?) => {
        /// Name and text of every schema.
        pub const SCHEMAS: &[(&str, &str)] = &[$((
            $name,
            include_str!(concat!("../../../../docs/schemas/", $name, ".json")),
        )),+];
    };
}
schemas!(
    "category",
    "consents",
    "declaration",
    "erased",
    "manifest",
    "openings",
    "requests",
    "table",
    "vehicles",
);

/// `/personvern/skjema/{name}.json`.
///
/// # Errors
/// When there is none of that name.
pub async fn show(Path(file): Path<String>) -> Result<Response, Error> {
    let wanted = file.strip_suffix(".json").ok_or(Error::NotFound)?;
    let found = SCHEMAS.iter().find(|(name, _)| *name == wanted);
    let (_, text) = found.ok_or(Error::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "application/schema+json")], *text).into_response())
}

/// Where a schema is published.
pub(crate) fn address(base_url: &str) -> String {
    format!("{base_url}/personvern/skjema/")
}

/// Compares a document with a schema of that name. Answers where it does not fit: a path of keys and
/// what is wrong there, never a value.
///
/// # Errors
/// The first place that does not fit.
pub fn check(name: &str, document: &Value) -> Result<(), String> {
    let (_, text) = SCHEMAS
        .iter()
        .find(|(known, _)| *known == name)
        .ok_or_else(|| format!("no schema {name}"))?;
    let schema: Value = serde_json::from_str(text).map_err(|_| format!("schema {name}"))?;
    fits(&schema, document, name)
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(n) if n.is_i64() || n.is_u64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

fn fits(schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let Some(rules) = schema.as_object() else {
        return Err(format!("{at}: the schema is no object"));
    };
    for (rule, wanted) in rules {
        let fine = match rule.as_str() {
            "$schema" | "title" | "description" => true,
            "type" => match wanted {
                Value::Array(types) => types.iter().any(|t| t == type_of(value)),
                one => one == type_of(value),
            },
            "const" => wanted == value,
            "enum" => wanted.as_array().is_some_and(|all| all.contains(value)),
            "pattern" => pattern(wanted, value),
            "format" => value.as_str().is_none_or(is_instant),
            "required" => {
                let names = wanted.as_array().into_iter().flatten();
                let there = |name: &Value| value.get(name.as_str().unwrap_or_default()).is_some();
                value.as_object().is_none() || names.into_iter().all(there)
            }
            "properties" | "additionalProperties" | "items" => true,
            _ => return Err(format!("{at}: the checker knows no `{rule}`")),
        };
        if !fine {
            return Err(format!("{at}: {rule}"));
        }
    }
    inside(schema, value, at)
}

fn inside(schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    if let (Some(items), Some(values)) = (schema.get("items"), value.as_array()) {
        for (nth, one) in values.iter().enumerate() {
            fits(items, one, &format!("{at}[{nth}]"))?;
        }
    }
    let Some(map) = value.as_object() else {
        return Ok(());
    };
    let known = schema.get("properties").and_then(Value::as_object);
    let other = schema.get("additionalProperties");
    for (nth, (key, one)) in map.iter().enumerate() {
        match (known.and_then(|known| known.get(key)), other) {
            (Some(rule), _) => fits(rule, one, &format!("{at}.{key}"))?,
            (None, Some(Value::Bool(false))) => return Err(format!("{at}: an unknown key")),
            (None, Some(rule @ Value::Object(_))) => fits(rule, one, &format!("{at}.#{nth}"))?,
            _ => {}
        }
    }
    Ok(())
}

/// The two patterns the schemas use.
fn pattern(wanted: &Value, value: &Value) -> bool {
    let Some(text) = value.as_str() else {
        return true;
    };
    match wanted.as_str() {
        Some("^[0-9]+$") => !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()),
        Some("^[0-9a-f]{64}$") => {
            text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        }
        _ => false,
    }
}

/// RFC 3339.
fn is_instant(text: &str) -> bool {
    text.parse::<jiff::Timestamp>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_schema_uses_only_what_the_checker_knows() {
        for (name, text) in SCHEMAS {
            let schema: Value = serde_json::from_str(text).unwrap();
            walk(name, &schema);
        }
    }

    /// Every rule anywhere in a schema is one the checker knows.
    fn walk(name: &str, schema: &Value) {
        let answer = fits(schema, &Value::Null, name);
        assert!(
            !answer.clone().is_err_and(|e| e.contains("knows no")),
            "{answer:?}"
        );
        for key in ["items", "additionalProperties"] {
            if let Some(inner @ Value::Object(_)) = schema.get(key) {
                walk(name, inner);
            }
        }
        for inner in schema
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            walk(name, inner.1);
        }
    }

    #[test]
    fn what_does_not_fit_is_named_by_place_and_not_by_value() {
        let good = json!([{ "category": "contact", "at": "2026-11-02T08:00:00Z", "rule": "x@1" }]);
        assert_eq!(check("erased", &good), Ok(()));
        for (bad, said) in [
            (
                json!([{ "category": "contact", "at": "yesterday", "rule": "x" }]),
                "erased[0].at: format",
            ),
            (
                json!([{ "category": "contact", "at": null }]),
                "erased[0]: required",
            ),
            (
                json!([{ "category": 1, "at": null, "rule": "x" }]),
                "erased[0].category: type",
            ),
            (
                json!([{ "category": "c", "at": null, "rule": "x", "kari": 1 }]),
                "erased[0]: an unknown key",
            ),
            (json!({}), "erased: type"),
        ] {
            assert_eq!(check("erased", &bad), Err(said.to_owned()));
        }
    }
}

//! Many at a time: at most a thousand rows, a list, a status and what becomes of tags in the query.

use axum::{
    Json,
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use serde_json::{Value, json};

use super::{Answer, Double, Shelf, done, told};
use crate::wire::BULK;

/// The fields of a subscriber; any other in capitals is the customer's own.
const FIELDS: &[&str] = &[
    "id",
    "email",
    "firstname",
    "lastname",
    "address",
    "zip",
    "city",
    "phone",
    "company",
    "birthday",
    "gender",
    "tags",
    "lists",
    "external_id",
];

/// What the query says.
struct Wanted {
    lists: Vec<i64>,
    status: String,
    /// Tags that are sent take the place of those that are there.
    replace: bool,
}

impl Wanted {
    fn of(query: Option<String>) -> Self {
        let query = query.unwrap_or_default();
        let all = |name: &str| -> Vec<String> {
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            let named = pairs.filter(|(key, _)| {
                let key = key.trim_end_matches("[]").trim_end_matches("%5B%5D");
                key == name
            });
            named.map(|(_, value)| value.to_owned()).collect()
        };
        let one = |name: &str| all(name).pop().unwrap_or_default();
        let lists = all("subscriber_list_id").into_iter();
        Self {
            lists: lists.filter_map(|id| id.parse().ok()).collect(),
            status: one("status"),
            replace: one("tag") == "replace",
        }
    }

    /// Lists and tags of the call and of the row go together with those that are there.
    fn lay(&self, held: &mut Value, row: &Value) {
        let mut lists = items(&held["lists"]);
        lists.extend(items(&row["lists"]));
        lists.extend(self.lists.iter().map(|id| json!(id)));
        let mut tags = items(&row["tags"]);
        if !self.replace {
            tags.extend(items(&held["tags"]));
        }
        held["lists"] = json!(once(lists));
        held["tags"] = json!(once(tags));
    }
}

fn items(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn once(values: Vec<Value>) -> Vec<Value> {
    let mut all = Vec::new();
    for value in values {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all
}

/// A call is refused for the sake of one of its rows.
pub(super) fn fault(shelf: &Shelf, rows: &[Value], wanted: &[i64]) -> Result<(), Response> {
    if rows.len() > BULK {
        return Err(told(StatusCode::PAYLOAD_TOO_LARGE, "At most 1000 rows"));
    }
    let bad = |row: &Value| shelf.refused.iter().any(|email| row["email"] == *email);
    let own = |name: &String| name.chars().all(|c| !c.is_lowercase());
    let strange = |row: &Value| {
        row.as_object().is_none_or(|row| {
            row.keys()
                .any(|name| !FIELDS.contains(&name.as_str()) && !own(name))
        })
    };
    if rows.iter().any(|row| bad(row) || strange(row)) {
        return Err(told(StatusCode::UNPROCESSABLE_ENTITY, "A row is not valid"));
    }
    let named = rows.iter().flat_map(|row| items(&row["lists"]));
    let named = named.filter_map(|id| id.as_i64());
    let mut named = named.chain(wanted.iter().copied());
    if named.any(|id| !shelf.lists.contains_key(&id)) {
        return Err(told(StatusCode::NOT_FOUND, "Subscriber list not found"));
    }
    Ok(())
}

pub(super) async fn insert(
    State(double): State<Double>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
    Json(rows): Json<Vec<Value>>,
) -> Answer {
    let mut shelf = double.asked(&headers)?;
    let wanted = Wanted::of(query);
    fault(&shelf, &rows, &wanted.lists)?;
    for row in rows {
        shelf.heard.push(row.clone());
        let old = shelf
            .rows
            .iter()
            .find(|(_, old)| old["email"] == row["email"]);
        let old = old.map(|(id, _)| *id).filter(|_| !shelf.careless);
        let id = match old {
            Some(id) => id,
            None => shelf.add(row.clone(), "active"),
        };
        if let Some(held) = shelf.rows.get_mut(&id) {
            wanted.lay(held, &row);
        }
        shelf.say_status(id, &wanted.status);
    }
    Ok(done())
}

pub(super) async fn update(
    double: State<Double>,
    headers: HeaderMap,
    query: RawQuery,
    rows: Json<Vec<Value>>,
) -> Answer {
    change(&double, &headers, query, rows, "id")
}

pub(super) async fn update_by_external_id(
    double: State<Double>,
    headers: HeaderMap,
    query: RawQuery,
    rows: Json<Vec<Value>>,
) -> Answer {
    change(&double, &headers, query, rows, "external_id")
}

/// Fields that are sent take the place of those that are there; whom nobody knows is passed over.
fn change(
    double: &Double,
    headers: &HeaderMap,
    RawQuery(query): RawQuery,
    Json(rows): Json<Vec<Value>>,
    by: &str,
) -> Answer {
    let mut shelf = double.asked(headers)?;
    let wanted = Wanted::of(query);
    fault(&shelf, &rows, &wanted.lists)?;
    for row in rows {
        shelf.heard.push(row.clone());
        let known = shelf.rows.iter().filter(|(_, held)| held[by] == row[by]);
        let known: Vec<i64> = known.map(|(id, _)| *id).collect();
        for id in known {
            if let Some(held) = shelf.rows.get_mut(&id) {
                for (name, value) in row.as_object().into_iter().flatten() {
                    if !["id", "lists", "tags"].contains(&name.as_str()) {
                        held[name] = value.clone();
                    }
                }
                wanted.lay(held, &row);
            }
            shelf.say_status(id, &wanted.status);
        }
    }
    Ok(done())
}

pub(super) async fn remove(
    State(double): State<Double>,
    headers: HeaderMap,
    Json(rows): Json<Vec<Value>>,
) -> Answer {
    let mut shelf = double.asked(&headers)?;
    fault(&shelf, &rows, &[])?;
    for row in rows {
        shelf.rows.retain(|id, held| {
            row["id"] != *id && (row["email"].is_null() || held["email"] != row["email"])
        });
    }
    Ok(done())
}

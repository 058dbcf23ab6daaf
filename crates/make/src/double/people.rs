//! Subscribers, one at a time, and the list.

use std::collections::BTreeMap;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{Answer, Double, bulk::fault, done, lists::is_on, told};

fn nobody() -> Response {
    told(StatusCode::NOT_FOUND, "Subscriber not found")
}

pub(super) async fn by_list(
    State(double): State<Double>,
    headers: HeaderMap,
    Query(query): Query<BTreeMap<String, String>>,
) -> Answer {
    let shelf = double.asked(&headers)?;
    let list = query.get("list_id").and_then(|id| id.parse().ok());
    let Some(list) = list.filter(|id| shelf.lists.contains_key(id)) else {
        return Err(told(StatusCode::NOT_FOUND, "Subscriber list not found"));
    };
    let rows = shelf.rows.values().filter(|row| is_on(row, list));
    let rows = rows.take(shelf.cut.unwrap_or(usize::MAX));
    Ok(Json(rows.cloned().collect::<Vec<_>>()).into_response())
}

pub(super) async fn one(
    State(double): State<Double>,
    headers: HeaderMap,
    Path(id): Path<i64>,
) -> Answer {
    let shelf = double.asked(&headers)?;
    let row = shelf.rows.get(&id).ok_or_else(nobody)?;
    Ok(Json(row.clone()).into_response())
}

/// Whoever has that address or number.
pub(super) async fn by(double: Double, headers: HeaderMap, given: Value, field: &str) -> Answer {
    let shelf = double.asked(&headers)?;
    let found = shelf.rows.values().find(|row| row[field] == given[field]);
    Ok(Json(found.ok_or_else(nobody)?.clone()).into_response())
}

pub(super) async fn create(
    State(double): State<Double>,
    headers: HeaderMap,
    Json(row): Json<Value>,
) -> Answer {
    let mut shelf = double.asked(&headers)?;
    fault(&shelf, std::slice::from_ref(&row), &[])?;
    shelf.heard.push(row.clone());
    if shelf.rows.values().any(|old| old["email"] == row["email"]) {
        return Err(told(StatusCode::CONFLICT, "Subscriber exists"));
    }
    let id = shelf.add(row, "active");
    Ok((StatusCode::CREATED, Json(shelf.rows.get(&id).cloned())).into_response())
}

pub(super) async fn change(
    State(double): State<Double>,
    headers: HeaderMap,
    Path(id): Path<i64>,
    Json(row): Json<Value>,
) -> Answer {
    let mut shelf = double.asked(&headers)?;
    fault(&shelf, std::slice::from_ref(&row), &[])?;
    shelf.heard.push(row.clone());
    let held = shelf.rows.get_mut(&id).ok_or_else(nobody)?;
    for (name, value) in row.as_object().into_iter().flatten() {
        if name != "id" {
            held[name] = value.clone();
        }
    }
    Ok(Json(held.clone()).into_response())
}

pub(super) async fn remove(
    State(double): State<Double>,
    headers: HeaderMap,
    Path(id): Path<i64>,
) -> Answer {
    let removed = double.asked(&headers)?.rows.remove(&id);
    removed.ok_or_else(nobody)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Everybody with that address or number leaves, by one channel: the other is left as it is.
pub(super) async fn unsubscribe(
    double: Double,
    headers: HeaderMap,
    given: Value,
    field: &str,
) -> Answer {
    let mut shelf = double.asked(&headers)?;
    shelf.heard.push(given.clone());
    let mut found = false;
    for held in shelf.rows.values_mut() {
        if held[field] == given[field] {
            held[format!("{field}_status")] = json!("unsubscribed");
            found = true;
        }
    }
    if found { Ok(done()) } else { Err(nobody()) }
}

/// One leaves, by one channel.
pub(super) async fn leave(double: Double, headers: HeaderMap, id: i64, field: &str) -> Answer {
    let mut shelf = double.asked(&headers)?;
    let held = shelf.rows.get_mut(&id).ok_or_else(nobody)?;
    held[format!("{field}_status")] = json!("unsubscribed");
    Ok(done())
}

//! Subscribers, one at a time, and the list.

use std::collections::BTreeMap;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{Double, bulk::fault, done, lists::is_on, told};

fn nobody() -> Response {
    told(StatusCode::NOT_FOUND, "Subscriber not found")
}

pub(super) async fn by_list(
    State(double): State<Double>,
    headers: HeaderMap,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    match double.asked(&headers) {
        Ok(shelf) => {
            let list = query.get("list_id").and_then(|id| id.parse().ok());
            let Some(list) = list.filter(|id| shelf.lists.contains_key(id)) else {
                return told(StatusCode::NOT_FOUND, "Subscriber list not found");
            };
            let rows = shelf.rows.values().filter(|row| is_on(row, list));
            let rows = rows.take(shelf.cut.unwrap_or(usize::MAX));
            Json(rows.cloned().collect::<Vec<_>>()).into_response()
        }
        Err(answer) => answer,
    }
}

pub(super) async fn one(
    State(double): State<Double>,
    headers: HeaderMap,
    Path(id): Path<i64>,
) -> Response {
    match double.asked(&headers) {
        Ok(shelf) => match shelf.rows.get(&id) {
            Some(row) => Json(row.clone()).into_response(),
            None => nobody(),
        },
        Err(answer) => answer,
    }
}

async fn by(double: Double, headers: HeaderMap, given: Value, field: &str) -> Response {
    match double.asked(&headers) {
        Ok(shelf) => {
            let found = shelf.rows.values().find(|row| row[field] == given[field]);
            found.map_or_else(nobody, |row| Json(row.clone()).into_response())
        }
        Err(answer) => answer,
    }
}

pub(super) async fn by_email(
    State(double): State<Double>,
    headers: HeaderMap,
    Json(given): Json<Value>,
) -> Response {
    by(double, headers, given, "email").await
}

pub(super) async fn by_phone(
    State(double): State<Double>,
    headers: HeaderMap,
    Json(given): Json<Value>,
) -> Response {
    by(double, headers, given, "phone").await
}

pub(super) async fn create(
    State(double): State<Double>,
    headers: HeaderMap,
    Json(row): Json<Value>,
) -> Response {
    let mut shelf = match double.asked(&headers) {
        Ok(shelf) => shelf,
        Err(answer) => return answer,
    };
    if let Some(answer) = fault(&shelf, std::slice::from_ref(&row), &[]) {
        return answer;
    }
    shelf.heard.push(row.clone());
    if shelf.rows.values().any(|old| old["email"] == row["email"]) {
        return told(StatusCode::CONFLICT, "Subscriber exists");
    }
    let id = shelf.add(row, "active");
    (StatusCode::CREATED, Json(shelf.rows.get(&id).cloned())).into_response()
}

pub(super) async fn change(
    State(double): State<Double>,
    headers: HeaderMap,
    Path(id): Path<i64>,
    Json(row): Json<Value>,
) -> Response {
    let mut shelf = match double.asked(&headers) {
        Ok(shelf) => shelf,
        Err(answer) => return answer,
    };
    if let Some(answer) = fault(&shelf, std::slice::from_ref(&row), &[]) {
        return answer;
    }
    shelf.heard.push(row.clone());
    let Some(held) = shelf.rows.get_mut(&id) else {
        return nobody();
    };
    for (name, value) in row.as_object().into_iter().flatten() {
        if name != "id" {
            held[name] = value.clone();
        }
    }
    Json(held.clone()).into_response()
}

pub(super) async fn remove(
    State(double): State<Double>,
    headers: HeaderMap,
    Path(id): Path<i64>,
) -> Response {
    match double.asked(&headers) {
        Ok(mut shelf) => match shelf.rows.remove(&id) {
            Some(_) => StatusCode::NO_CONTENT.into_response(),
            None => nobody(),
        },
        Err(answer) => answer,
    }
}

/// Everybody with that address or number leaves, by one channel: the other is left as it is.
async fn unsubscribe(double: Double, headers: HeaderMap, given: Value, field: &str) -> Response {
    let mut shelf = match double.asked(&headers) {
        Ok(shelf) => shelf,
        Err(answer) => return answer,
    };
    shelf.heard.push(given.clone());
    let mut found = false;
    for held in shelf.rows.values_mut() {
        if held[field] == given[field] {
            held[format!("{field}_status")] = json!("unsubscribed");
            found = true;
        }
    }
    if found { done() } else { nobody() }
}

pub(super) async fn unsubscribe_email(
    State(double): State<Double>,
    headers: HeaderMap,
    Json(given): Json<Value>,
) -> Response {
    unsubscribe(double, headers, given, "email").await
}

pub(super) async fn unsubscribe_phone(
    State(double): State<Double>,
    headers: HeaderMap,
    Json(given): Json<Value>,
) -> Response {
    unsubscribe(double, headers, given, "phone").await
}

async fn leave(double: Double, headers: HeaderMap, id: i64, field: &str) -> Response {
    match double.asked(&headers) {
        Ok(mut shelf) => match shelf.rows.get_mut(&id) {
            Some(held) => {
                held[field] = json!("unsubscribed");
                done()
            }
            None => nobody(),
        },
        Err(answer) => answer,
    }
}

pub(super) async fn leave_email(
    State(double): State<Double>,
    headers: HeaderMap,
    Path(id): Path<i64>,
) -> Response {
    leave(double, headers, id, "email_status").await
}

pub(super) async fn leave_phone(
    State(double): State<Double>,
    headers: HeaderMap,
    Path(id): Path<i64>,
) -> Response {
    leave(double, headers, id, "phone_status").await
}

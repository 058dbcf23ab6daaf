//! Lists, and what happened to letters.

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{Double, Shelf, told};

const MADE: &str = "2020-01-20T11:37:07.558Z";

pub(super) fn list(id: i64, title: &str) -> Value {
    json!({ "id": id, "title": title, "date_created": MADE, "date_updated": MADE })
}

/// A list with how many are on it.
fn counted(shelf: &Shelf, id: i64) -> Option<Value> {
    let mut list = shelf.lists.get(&id)?.clone();
    let rows = shelf.rows.values().filter(|row| is_on(row, id));
    let rows: Vec<&Value> = rows.collect();
    let phones = rows.iter().filter(|row| row["phone"].is_string()).count();
    list["subscriber_emails"] = json!(rows.len());
    list["subscriber_sms"] = json!(phones);
    Some(list)
}

/// Whether a row is on a list; one of another shape is on each.
pub(super) fn is_on(row: &Value, list: i64) -> bool {
    row["lists"]
        .as_array()
        .is_none_or(|all| all.contains(&json!(list)))
}

pub(super) async fn all(State(double): State<Double>, headers: HeaderMap) -> Response {
    match double.asked(&headers) {
        Ok(shelf) => {
            let lists = shelf.lists.keys().filter_map(|id| counted(&shelf, *id));
            Json(lists.collect::<Vec<_>>()).into_response()
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
        Ok(shelf) => match counted(&shelf, id) {
            Some(list) => Json(list).into_response(),
            None => told(StatusCode::NOT_FOUND, "Subscriber list not found"),
        },
        Err(answer) => answer,
    }
}

pub(super) async fn create(
    State(double): State<Double>,
    headers: HeaderMap,
    Json(given): Json<Value>,
) -> Response {
    let mut shelf = match double.asked(&headers) {
        Ok(shelf) => shelf,
        Err(answer) => return answer,
    };
    let Some(title) = given["title"].as_str() else {
        return told(StatusCode::UNPROCESSABLE_ENTITY, "title is missing");
    };
    let id = shelf.lists.keys().max().copied().unwrap_or_default() + 1;
    shelf.lists.insert(id, list(id, title));
    (StatusCode::CREATED, Json(counted(&shelf, id))).into_response()
}

pub(super) async fn rename(
    State(double): State<Double>,
    headers: HeaderMap,
    Path(id): Path<i64>,
    Json(given): Json<Value>,
) -> Response {
    let mut shelf = match double.asked(&headers) {
        Ok(shelf) => shelf,
        Err(answer) => return answer,
    };
    let Some(list) = shelf.lists.get_mut(&id) else {
        return told(StatusCode::NOT_FOUND, "Subscriber list not found");
    };
    if given["title"].is_string() {
        list["title"] = given["title"].clone();
    }
    Json(counted(&shelf, id)).into_response()
}

pub(super) async fn unsubscribes(State(double): State<Double>, headers: HeaderMap) -> Response {
    match double.asked(&headers) {
        Ok(shelf) => Json(shelf.unsubscribes.clone()).into_response(),
        Err(answer) => answer,
    }
}

pub(super) async fn bounces(State(double): State<Double>, headers: HeaderMap) -> Response {
    match double.asked(&headers) {
        Ok(shelf) => Json(json!({ "events": shelf.bounces.clone() })).into_response(),
        Err(answer) => answer,
    }
}

/// What people did with their letters. It is there, and nobody of ours asks for it.
pub(super) async fn of_no_use(State(double): State<Double>, headers: HeaderMap) -> Response {
    match double.asked(&headers) {
        Ok(shelf) => {
            let event = |row: &Value| json!({ "email": row["email"], "date_created": MADE });
            Json(shelf.rows.values().map(event).collect::<Vec<_>>()).into_response()
        }
        Err(answer) => answer,
    }
}

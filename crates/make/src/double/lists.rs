//! Lists, and what happened to letters.

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{Answer, Double, Shelf, told};

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

fn no_list() -> Response {
    told(StatusCode::NOT_FOUND, "Subscriber list not found")
}

pub(super) async fn all(State(double): State<Double>, headers: HeaderMap) -> Answer {
    let shelf = double.asked(&headers)?;
    let lists = shelf.lists.keys().filter_map(|id| counted(&shelf, *id));
    Ok(Json(lists.collect::<Vec<_>>()).into_response())
}

pub(super) async fn one(
    State(double): State<Double>,
    headers: HeaderMap,
    Path(id): Path<i64>,
) -> Answer {
    let shelf = double.asked(&headers)?;
    Ok(Json(counted(&shelf, id).ok_or_else(no_list)?).into_response())
}

pub(super) async fn create(
    State(double): State<Double>,
    headers: HeaderMap,
    Json(given): Json<Value>,
) -> Answer {
    let mut shelf = double.asked(&headers)?;
    let Some(title) = given["title"].as_str() else {
        return Err(told(StatusCode::UNPROCESSABLE_ENTITY, "title is missing"));
    };
    let id = shelf.lists.keys().max().copied().unwrap_or_default() + 1;
    shelf.lists.insert(id, list(id, title));
    Ok((StatusCode::CREATED, Json(counted(&shelf, id))).into_response())
}

pub(super) async fn rename(
    State(double): State<Double>,
    headers: HeaderMap,
    Path(id): Path<i64>,
    Json(given): Json<Value>,
) -> Answer {
    let mut shelf = double.asked(&headers)?;
    let list = shelf.lists.get_mut(&id).ok_or_else(no_list)?;
    if given["title"].is_string() {
        list["title"] = given["title"].clone();
    }
    Ok(Json(counted(&shelf, id)).into_response())
}

pub(super) async fn unsubscribes(State(double): State<Double>, headers: HeaderMap) -> Answer {
    Ok(Json(double.asked(&headers)?.unsubscribes.clone()).into_response())
}

pub(super) async fn bounces(State(double): State<Double>, headers: HeaderMap) -> Answer {
    let events = double.asked(&headers)?.bounces.clone();
    Ok(Json(json!({ "events": events })).into_response())
}

/// What people did with their letters. It is there, and nobody of ours asks for it.
pub(super) async fn of_no_use(State(double): State<Double>, headers: HeaderMap) -> Answer {
    let shelf = double.asked(&headers)?;
    let event = |row: &Value| json!({ "email": row["email"], "date_created": MADE });
    Ok(Json(shelf.rows.values().map(event).collect::<Vec<_>>()).into_response())
}

//! A server that answers like the service, with its real shapes, for the demo and the tests: lists,
//! bulk limits, events, outages on demand. It holds more about people than we want, so that a test can
//! show that none of it comes in.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Json, Router,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{delete, get, post, put},
};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::wire::BULK;

/// What the service holds.
#[derive(Default)]
pub struct Shelf {
    rows: BTreeMap<i64, Value>,
    unsubscribes: Vec<Value>,
    bounces: Vec<Value>,
    last: i64,
    /// Answered with this instead of an answer.
    broken: Option<StatusCode>,
    /// Bodies that came in, for tests.
    heard: Vec<Value>,
    /// Calls answered so far.
    calls: u64,
    /// From this call on nothing is answered.
    breaks_at: Option<u64>,
    /// Addresses for whose sake a call is refused.
    refused: Vec<String>,
    /// Only so many of the list are named.
    cut: Option<usize>,
}

/// The service.
#[derive(Clone, Default)]
pub struct Double(Arc<Mutex<Shelf>>);

impl Double {
    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on every call gets this status; `None` mends it.
    pub fn break_with(&self, status: Option<StatusCode>) {
        let mut shelf = self.shelf();
        shelf.broken = status;
        shelf.breaks_at = None;
    }

    /// From now on a bulk call with that address is refused as a whole.
    pub fn refuse(&self, email: &str) {
        self.shelf().refused.push(email.to_owned());
    }

    /// From now on every address is taken again.
    pub fn take_all(&self) {
        self.shelf().refused.clear();
    }

    /// From now on only so many of the list are named; `None` mends it.
    pub fn cut_to(&self, rows: Option<usize>) {
        self.shelf().cut = rows;
    }

    /// Somebody makes an address active again there by hand.
    pub fn activate(&self, email: &str) {
        for row in self.shelf().rows.values_mut() {
            if row["email"] == email {
                row["email_status"] = json!("active");
            }
        }
    }

    /// Puts a row of any shape there.
    pub fn hold_row(&self, row: Value) {
        let mut shelf = self.shelf();
        shelf.last += 1;
        let id = shelf.last;
        shelf.rows.insert(id, row);
    }

    /// Puts a subscriber there with a status, and everything the service would hold.
    pub fn hold(&self, email: &str, status: &str) -> i64 {
        let mut shelf = self.shelf();
        shelf.last += 1;
        let id = shelf.last;
        let row = json!({
            "id": id, "email": email, "firstname": "Kari", "lastname": "Prøve", "phone": "+4740000000",
            "birthday": "1970-01-01", "gender": "f", "company": "", "tags": [], "lists": [17],
            "external_id": null, "date_created": "2020-01-20T11:37:07.558Z",
            "date_updated": "2020-01-20T11:37:07.558Z", "email_status": status, "phone_status": "active",
        });
        shelf.rows.insert(id, row);
        id
    }

    /// Somebody takes an address off the list by hand.
    pub fn drop_row(&self, email: &str) {
        self.shelf().rows.retain(|_, row| row["email"] != email);
    }

    /// Somebody presses the link in a letter the service sent.
    pub fn press_unsubscribe(&self, email: &str, at: &str) {
        let mut shelf = self.shelf();
        for row in shelf.rows.values_mut() {
            if row["email"] == email {
                row["email_status"] = json!("unsubscribed");
            }
        }
        let id = shelf.unsubscribes.len() as i64 + 1;
        let event = json!({ "id": id, "email": email, "date_created": at });
        shelf.unsubscribes.push(event);
    }

    /// A letter to that address comes back.
    pub fn bounce(&self, email: &str, at: &str) {
        let mut shelf = self.shelf();
        for row in shelf.rows.values_mut() {
            if row["email"] == email {
                row["email_status"] = json!("bounce");
            }
        }
        let id = shelf.bounces.len() as i64 + 1;
        let event = json!({ "id": id, "email": email, "date_created": at });
        shelf.bounces.push(event);
    }

    /// How an address stands there; none when it is not there.
    #[must_use]
    pub fn status_of(&self, email: &str) -> Option<String> {
        let shelf = self.shelf();
        let mut rows = shelf.rows.values();
        let row = rows.find(|row| row["email"] == email)?;
        row["email_status"].as_str().map(ToOwned::to_owned)
    }

    /// Every body that came in.
    #[must_use]
    pub fn heard(&self) -> Vec<Value> {
        self.shelf().heard.clone()
    }

    /// So many calls have been answered.
    #[must_use]
    pub fn calls(&self) -> u64 {
        self.shelf().calls
    }

    /// After so many more calls the service breaks.
    pub fn break_after(&self, calls: u64) {
        let mut shelf = self.shelf();
        shelf.breaks_at = Some(shelf.calls + calls);
    }

    /// The paths of the service.
    pub fn router(&self) -> Router {
        Router::new()
            .route("/subscriberlists/{id}", get(list))
            .route("/subscribers/by_list", get(by_list))
            .route("/subscribers/bulkinsert", post(bulk_insert))
            .route("/subscribers/bulkupdate_by_external_id", put(bulk_update))
            .route("/subscribers/unsubscribe_email", post(unsubscribe))
            .route("/subscribers/{id}", delete(remove))
            .route("/subscribers/{id}/unsubscribe_email", post(unsubscribe_one))
            .route("/events/unsubscribes", get(unsubscribes))
            .route("/events/bounces", get(bounces))
            .with_state(self.clone())
    }

    /// Serves until the task is dropped.
    ///
    /// # Errors
    /// When the listener fails.
    pub async fn serve(self, listener: TcpListener) -> std::io::Result<()> {
        axum::serve(listener, self.router()).await
    }

    // The answer is made on the way out, once a call.
    #[allow(clippy::result_large_err)]
    fn asked(&self, headers: &HeaderMap) -> Result<MutexGuard<'_, Shelf>, Response> {
        let key = headers.get(header::AUTHORIZATION);
        let key = key
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        if !key.starts_with("Basic ") {
            return Err(StatusCode::UNAUTHORIZED.into_response());
        }
        let mut shelf = self.shelf();
        if shelf.breaks_at.is_some_and(|at| shelf.calls >= at) {
            return Err(StatusCode::BAD_GATEWAY.into_response());
        }
        shelf.calls += 1;
        match shelf.broken {
            Some(StatusCode::TOO_MANY_REQUESTS) => {
                let after = [(header::RETRY_AFTER, "7")];
                Err((StatusCode::TOO_MANY_REQUESTS, after).into_response())
            }
            Some(status) => Err(status.into_response()),
            None => Ok(shelf),
        }
    }
}

async fn by_list(
    State(double): State<Double>,
    headers: HeaderMap,
    Query(_): Query<BTreeMap<String, String>>,
) -> Response {
    match double.asked(&headers) {
        Ok(shelf) => {
            let rows = shelf.rows.values().take(shelf.cut.unwrap_or(usize::MAX));
            Json(rows.cloned().collect::<Vec<_>>()).into_response()
        }
        Err(answer) => answer,
    }
}

async fn list(State(double): State<Double>, headers: HeaderMap, Path(id): Path<i64>) -> Response {
    match double.asked(&headers) {
        Ok(shelf) => Json(json!({
            "id": id, "title": "Nyhetsbrev", "date_created": "2020-01-20T11:37:07.558Z",
            "date_updated": "2020-01-20T11:37:07.558Z",
            "subscriber_emails": shelf.rows.len(), "subscriber_sms": 0,
        }))
        .into_response(),
        Err(answer) => answer,
    }
}

/// A call is refused for the sake of one of its rows.
fn spoilt(shelf: &Shelf, rows: &[Value]) -> bool {
    let bad = |row: &Value| shelf.refused.iter().any(|email| row["email"] == *email);
    rows.iter().any(bad)
}

async fn bulk_insert(
    State(double): State<Double>,
    headers: HeaderMap,
    Json(rows): Json<Vec<Value>>,
) -> Response {
    let mut shelf = match double.asked(&headers) {
        Ok(shelf) => shelf,
        Err(answer) => return answer,
    };
    if rows.len() > BULK {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    }
    if spoilt(&shelf, &rows) {
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    }
    for row in rows {
        shelf.heard.push(row.clone());
        if shelf.rows.values().any(|old| old["email"] == row["email"]) {
            continue;
        }
        shelf.last += 1;
        let id = shelf.last;
        let mut held = row;
        held["id"] = json!(id);
        held["email_status"] = json!("active");
        held["date_created"] = json!("2026-11-22T10:00:00.000Z");
        shelf.rows.insert(id, held);
    }
    Json(json!({ "status": "ok" })).into_response()
}

async fn bulk_update(
    State(double): State<Double>,
    headers: HeaderMap,
    Json(rows): Json<Vec<Value>>,
) -> Response {
    let mut shelf = match double.asked(&headers) {
        Ok(shelf) => shelf,
        Err(answer) => return answer,
    };
    if rows.len() > BULK {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    }
    if spoilt(&shelf, &rows) {
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    }
    for row in rows {
        shelf.heard.push(row.clone());
        for held in shelf.rows.values_mut() {
            if held["external_id"] == row["external_id"] {
                held["email"] = row["email"].clone();
                held["firstname"] = row["firstname"].clone();
            }
        }
    }
    Json(json!({ "status": "ok" })).into_response()
}

async fn unsubscribe(
    State(double): State<Double>,
    headers: HeaderMap,
    Json(row): Json<Value>,
) -> Response {
    let mut shelf = match double.asked(&headers) {
        Ok(shelf) => shelf,
        Err(answer) => return answer,
    };
    shelf.heard.push(row.clone());
    let mut found = false;
    for held in shelf.rows.values_mut() {
        if held["email"] == row["email"] {
            held["email_status"] = json!("unsubscribed");
            found = true;
        }
    }
    if found {
        Json(json!({ "status": "ok" })).into_response()
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}

async fn unsubscribe_one(
    State(double): State<Double>,
    headers: HeaderMap,
    Path(id): Path<i64>,
) -> Response {
    match double.asked(&headers) {
        Ok(mut shelf) => match shelf.rows.get_mut(&id) {
            Some(held) => {
                held["email_status"] = json!("unsubscribed");
                Json(json!({ "status": "ok" })).into_response()
            }
            None => StatusCode::NOT_FOUND.into_response(),
        },
        Err(answer) => answer,
    }
}

async fn remove(State(double): State<Double>, headers: HeaderMap, Path(id): Path<i64>) -> Response {
    match double.asked(&headers) {
        Ok(mut shelf) => match shelf.rows.remove(&id) {
            Some(_) => StatusCode::NO_CONTENT.into_response(),
            None => StatusCode::NOT_FOUND.into_response(),
        },
        Err(answer) => answer,
    }
}

async fn unsubscribes(State(double): State<Double>, headers: HeaderMap) -> Response {
    match double.asked(&headers) {
        Ok(shelf) => Json(shelf.unsubscribes.clone()).into_response(),
        Err(answer) => answer,
    }
}

async fn bounces(State(double): State<Double>, headers: HeaderMap) -> Response {
    match double.asked(&headers) {
        Ok(shelf) => Json(json!({ "events": shelf.bounces.clone() })).into_response(),
        Err(answer) => answer,
    }
}

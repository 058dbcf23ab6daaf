//! A server that answers like the service, with its real shapes, for the demo and the tests: lists,
//! subscribers, bulk calls with their limit, events, outages on demand. It holds more about people than we
//! want, so that a test can show that none of it comes in; and it keeps every byte it is sent, so that a
//! test can show what leaves the house.

// An error is an answer here: it is made on the way out, once a call.
#![allow(clippy::result_large_err)]

mod bulk;
mod lists;
mod people;
mod wire;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Json, Router,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    middleware,
    response::{IntoResponse, Response},
    routing::{get, post, put},
};
use data_encoding::BASE64;
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// The list a subscriber is on when a test does not say.
const LIST: i64 = 17;

/// What the service holds.
pub struct Shelf {
    lists: BTreeMap<i64, Value>,
    rows: BTreeMap<i64, Value>,
    unsubscribes: Vec<Value>,
    bounces: Vec<Value>,
    last: i64,
    /// The only pair it lets in, `user:key`; anybody when it has none.
    key: Option<String>,
    /// Answered with this instead of an answer.
    broken: Option<StatusCode>,
    /// Rows and bodies that came in, for tests.
    heard: Vec<Value>,
    /// Every byte that came in.
    wire: Vec<u8>,
    /// What was asked for: method and path.
    asked: Vec<String>,
    /// Calls answered so far.
    calls: u64,
    /// From this call on nothing is answered.
    breaks_at: Option<u64>,
    /// Addresses for whose sake a call is refused.
    refused: Vec<String>,
    /// Only so many of the list are named.
    cut: Option<usize>,
    /// An address that is put again gets a second row.
    careless: bool,
    /// How often somebody was made active again by a call.
    reactivated: u64,
}

impl Default for Shelf {
    fn default() -> Self {
        let lists = BTreeMap::from([(LIST, lists::list(LIST, "Nyhetsbrev"))]);
        Self {
            lists,
            rows: BTreeMap::new(),
            unsubscribes: Vec::new(),
            bounces: Vec::new(),
            last: 0,
            key: None,
            broken: None,
            heard: Vec::new(),
            wire: Vec::new(),
            asked: Vec::new(),
            calls: 0,
            breaks_at: None,
            refused: Vec::new(),
            cut: None,
            careless: false,
            reactivated: 0,
        }
    }
}

impl Shelf {
    fn next(&mut self) -> i64 {
        self.last += 1;
        self.last
    }

    /// A new row with everything the service writes itself.
    fn add(&mut self, mut row: Value, status: &str) -> i64 {
        let id = self.next();
        row["id"] = json!(id);
        row["email_status"] = json!(status);
        if row["date_created"].is_null() {
            row["date_created"] = json!("2026-11-22T10:00:00.000Z");
        }
        row["date_updated"] = row["date_created"].clone();
        self.rows.insert(id, row);
        id
    }

    /// The statuses the service knows; only one of them makes somebody active who has left.
    fn say_status(&mut self, id: i64, word: &str) {
        let Some(row) = self.rows.get_mut(&id) else {
            return;
        };
        let left = row["email_status"] != "active";
        match word {
            "reactivate" => {
                row["email_status"] = json!("active");
                self.reactivated += u64::from(left);
            }
            "unsubscribed" | "bounce" => row["email_status"] = json!(word),
            // Active for those who are new; whoever has left has left.
            _ => {}
        }
    }
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
        let id = shelf.next();
        shelf.rows.insert(id, row);
    }

    /// Puts a subscriber there with a status, and everything the service would hold.
    pub fn hold(&self, email: &str, status: &str) -> i64 {
        self.hold_on(LIST, email, status)
    }

    /// The same on another list.
    pub fn hold_on(&self, list: i64, email: &str, status: &str) -> i64 {
        let mut shelf = self.shelf();
        let row = json!({
            "email": email, "firstname": "Kari", "lastname": "Prøve", "address": "Prøveveien 1", "zip": "2320",
            "city": "Furnes", "phone": "+4740000000", "birthday": "1970-01-01", "gender": "f", "company": "",
            "tags": ["messe"], "lists": [list], "external_id": null, "phone_status": "active",
            "date_created": "2020-01-20T11:37:07.558Z", "FAVORITT": "kran",
        });
        shelf.add(row, status)
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

    /// From now on an address that is put again gets a second row: what the real one does is not known.
    pub fn be_careless(&self) {
        self.shelf().careless = true;
    }

    /// From now on only this account is let in.
    pub fn let_in_only(&self, user: &str, key: &str) {
        self.shelf().key = Some(format!("{user}:{key}"));
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

    /// Every byte that came in: first lines, headers and bodies.
    #[must_use]
    pub fn wire(&self) -> Vec<u8> {
        self.shelf().wire.clone()
    }

    /// What was asked for: method and path, without the query.
    #[must_use]
    pub fn asked_for(&self) -> Vec<String> {
        self.shelf().asked.clone()
    }

    /// How often a call made somebody active again.
    #[must_use]
    pub fn reactivated(&self) -> u64 {
        self.shelf().reactivated
    }

    /// Every row, as the service holds it.
    #[must_use]
    pub fn rows(&self) -> Vec<Value> {
        self.shelf().rows.values().cloned().collect()
    }

    /// The paths of the service.
    pub fn router(&self) -> Router {
        Router::new()
            .route("/subscriberlists", get(lists::all).post(lists::create))
            .route(
                "/subscriberlists/{id}",
                get(lists::one).patch(lists::rename),
            )
            .merge(subscribers())
            .route("/events/unsubscribes", get(lists::unsubscribes))
            .route("/events/bounces", get(lists::bounces))
            .route("/events/opens", get(lists::of_no_use))
            .route("/events/clicks", get(lists::of_no_use))
            .route("/events/sendings", get(lists::of_no_use))
            .layer(middleware::from_fn_with_state(self.clone(), wire::keep))
            .with_state(self.clone())
    }

    /// Serves until the task is dropped.
    ///
    /// # Errors
    /// When the listener fails.
    pub async fn serve(self, listener: TcpListener) -> std::io::Result<()> {
        axum::serve(listener, self.router()).await
    }

    fn asked(&self, headers: &HeaderMap) -> Result<MutexGuard<'_, Shelf>, Response> {
        let mut shelf = self.shelf();
        if !is_let_in(headers, shelf.key.as_deref()) {
            return Err(told(StatusCode::UNAUTHORIZED, "Unauthorized"));
        }
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

/// `Basic user_id:api_key`, both there.
fn is_let_in(headers: &HeaderMap, only: Option<&str>) -> bool {
    let given = headers.get(header::AUTHORIZATION);
    let given = given.and_then(|value| value.to_str().ok()?.strip_prefix("Basic "));
    let pair = given.and_then(|text| BASE64.decode(text.as_bytes()).ok());
    let pair = pair.and_then(|bytes| String::from_utf8(bytes).ok());
    let Some((user, key)) = pair.as_deref().and_then(|pair| pair.split_once(':')) else {
        return false;
    };
    let whole = !user.is_empty() && !key.is_empty();
    whole && only.is_none_or(|only| only == format!("{user}:{key}"))
}

/// The calls about people, one by one and by the thousand.
fn subscribers() -> Router<Double> {
    let mut router = Router::new()
        .route("/subscribers", post(people::create))
        .route("/subscribers/by_list", get(people::by_list))
        .route("/subscribers/bulkinsert", post(bulk::insert))
        .route("/subscribers/bulkupdate", put(bulk::update))
        .route(
            "/subscribers/bulkupdate_by_external_id",
            put(bulk::update_by_external_id),
        )
        .route("/subscribers/bulkremove", post(bulk::remove))
        .route(
            "/subscribers/{id}",
            get(people::one).put(people::change).delete(people::remove),
        );
    for field in ["email", "phone"] {
        let by =
            move |State(double), headers, Json(given)| people::by(double, headers, given, field);
        let unsubscribe = move |State(double), headers, Json(given)| {
            people::unsubscribe(double, headers, given, field)
        };
        let leave =
            move |State(double), headers, Path(id)| people::leave(double, headers, id, field);
        router = router
            .route(&format!("/subscribers/by_{field}"), post(by))
            .route(
                &format!("/subscribers/unsubscribe_{field}"),
                post(unsubscribe),
            )
            .route(
                &format!("/subscribers/{{id}}/unsubscribe_{field}"),
                post(leave),
            );
    }
    router
}

/// What a call is answered; the error is an answer, too.
type Answer = Result<Response, Response>;

/// What went wrong, in the service's words.
fn told(status: StatusCode, message: &str) -> Response {
    (status, Json(json!({ "message": message }))).into_response()
}

fn done() -> Response {
    Json(json!({ "status": "ok" })).into_response()
}

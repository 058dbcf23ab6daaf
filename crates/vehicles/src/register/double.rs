//! A server that answers like the vehicle register, with synthetic vehicles: for the demo and for
//! tests over real HTTP. Its answers have the register's real skeleton, an owner block with a birth
//! date included, so that a test can show that nothing of it comes in.
//!
//! Vehicles: see [`vehicles`]; all plates lie in the series `CU 100xx`, `CU 10xx` and clearly
//! made-up personal plates. Any other plate is unknown (204, empty). These plates misbehave:
//!
//! | plate | what it does |
//! |---|---|
//! | `CU 10090` | answers after 5 seconds |
//! | `CU 10091` | 422 with `Retry-After: 60` |
//! | `CU 10092` | 204, empty |
//! | `CU 10093` | 200 with half a JSON document |
//! | `CU 10094` | 500 |
//! | `CU 10095` | 403 |
//! | `CU 10096` | `feilmelding` TJENESTE_IKKE_TILGJENGELIG |
//! | `CU 10097` | technical data withheld (`skjermingsomfang` TEKNISK_DATA) |
//! | `CU 10098` | 404 |
//! | `CU 10099` | 422 without `Retry-After` |
//! | `CU 10089` | 200 with an empty body |
//! | `CU 10088` | 429 with an HTTP date in `Retry-After` |

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use tokio::net::TcpListener;

mod answers;
mod fleet;

pub use answers::OWNER_CANARY;
pub use fleet::{Synthetic, vehicles};

/// How long the slow plate takes.
const SLOW: Duration = Duration::from_secs(5);

/// The register's one path, answering for these vehicles.
pub fn router(vehicles: Vec<Synthetic>) -> Router {
    Router::new()
        .route("/enkeltoppslag/kjoretoydata", get(look_up))
        .with_state(Arc::new(vehicles))
}

/// Serves the usual vehicles until the task is dropped.
pub async fn serve(listener: TcpListener) -> std::io::Result<()> {
    axum::serve(listener, router(vehicles())).await
}

#[derive(Deserialize)]
struct Question {
    kjennemerke: Option<String>,
    understellsnummer: Option<String>,
}

async fn look_up(
    State(vehicles): State<Arc<Vec<Synthetic>>>,
    Query(question): Query<Question>,
    headers: HeaderMap,
) -> Response {
    if !has_key(&headers) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let plate = question.kjennemerke.as_deref().map(squeezed);
    if let Some(odd) = misbehave(plate.as_deref()).await {
        return odd;
    }
    let known = vehicles.iter().find(|vehicle| {
        plate
            .as_deref()
            .is_some_and(|plate| vehicle.has_plate(plate))
            || question.understellsnummer.as_deref() == Some(vehicle.vin)
    });
    match known {
        Some(vehicle) => json(answers::found(vehicle).to_string()),
        None => StatusCode::NO_CONTENT.into_response(),
    }
}

async fn misbehave(plate: Option<&str>) -> Option<Response> {
    let quota = StatusCode::UNPROCESSABLE_ENTITY;
    Some(match plate? {
        "CU10088" => {
            let date = [(header::RETRY_AFTER, "Wed, 01 Jan 2126 00:00:00 GMT")];
            (StatusCode::TOO_MANY_REQUESTS, date).into_response()
        }
        "CU10089" => json(String::new()),
        "CU10090" => {
            tokio::time::sleep(SLOW).await;
            json(answers::complaint("TJENESTE_IKKE_TILGJENGELIG").to_string())
        }
        "CU10091" => (quota, [(header::RETRY_AFTER, "60")]).into_response(),
        "CU10092" => StatusCode::NO_CONTENT.into_response(),
        "CU10093" => json("{\"kjoretoydataListe\":[{\"kjoretoyId\":".to_owned()),
        "CU10094" => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        "CU10095" => StatusCode::FORBIDDEN.into_response(),
        "CU10096" => json(answers::complaint("TJENESTE_IKKE_TILGJENGELIG").to_string()),
        "CU10097" => json(answers::withheld("CU 10097").to_string()),
        "CU10098" => StatusCode::NOT_FOUND.into_response(),
        "CU10099" => quota.into_response(),
        _ => return None,
    })
}

fn has_key(headers: &HeaderMap) -> bool {
    headers
        .get("SVV-Authorization")
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Apikey "))
        .is_some_and(|key| !key.is_empty())
}

fn json(body: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}

fn squeezed(plate: &str) -> String {
    plate
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_uppercase)
        .collect()
}

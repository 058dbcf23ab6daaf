//! What comes in is kept, byte for byte, before anything is made of it.

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::Response,
};

use super::{Double, told};

/// More than a bulk call of a thousand rows needs.
const LARGEST: usize = 4 << 20;

pub(super) async fn keep(State(double): State<Double>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST).await else {
        return told(StatusCode::PAYLOAD_TOO_LARGE, "Too large");
    };
    {
        let mut shelf = double.shelf();
        let path = parts.uri.path();
        shelf.asked.push(format!("{} {path}", parts.method));
        let line = format!("{} {}\n", parts.method, parts.uri);
        shelf.wire.extend_from_slice(line.as_bytes());
        for (name, value) in &parts.headers {
            shelf.wire.extend_from_slice(name.as_str().as_bytes());
            shelf.wire.extend_from_slice(b": ");
            shelf.wire.extend_from_slice(value.as_bytes());
            shelf.wire.push(b'\n');
        }
        shelf.wire.extend_from_slice(&bytes);
        shelf.wire.push(b'\n');
    }
    next.run(Request::from_parts(parts, Body::from(bytes)))
        .await
}

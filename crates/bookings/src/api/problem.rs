//! Problem details with the fields that are wrong.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;
use web::Text;

/// Problem details. Rule: RFC 9457.
#[derive(Serialize, ToSchema)]
pub(crate) struct Problem {
    /// What kind of problem, as a URN.
    #[serde(rename = "type")]
    pub kind: String,
    /// What is wrong, in words.
    pub title: String,
    /// The status.
    pub status: u16,
    /// The fields that are wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// Free starts nearest to the one that is taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<String>,
}

/// One wrong field.
#[derive(Serialize, ToSchema)]
pub(crate) struct FieldProblem {
    /// Where, as a JSON pointer in a fragment: `#/contact/email`.
    pub pointer: String,
    /// What kind of mistake.
    #[serde(rename = "type")]
    pub kind: String,
    /// What is wrong, in words.
    pub detail: String,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, message: &str, text: &Text) -> Self {
        Self {
            kind: format!("urn:karosseri:problem:{message}"),
            title: text.s(message).to_owned(),
            status: status.as_u16(),
            errors: Vec::new(),
            nearest: Vec::new(),
        }
    }

    /// Notes a wrong field.
    pub(crate) fn wrong(&mut self, pointer: &str, message: &'static str, text: &Text) {
        self.errors.push(FieldProblem {
            pointer: format!("#{pointer}"),
            kind: format!("urn:karosseri:problem:{message}"),
            detail: text.s(message).to_owned(),
        });
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        let body = serde_json::to_string(&self).unwrap_or_default();
        let kind = HeaderValue::from_static("application/problem+json");
        (status, [(header::CONTENT_TYPE, kind)], body).into_response()
    }
}

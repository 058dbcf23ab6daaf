//! What a visitor is told when something goes wrong: a sentence and a reference, never details.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use store::StoreError;
use values::LookId;
use vault::{Pause, Refusal, VaultError};

/// Why a request was not answered as asked. The shell makes the page, or the problem details
/// under `/api`; texts are in the language files under `wrong-…`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or it is somebody else's.
    #[error("not found")]
    NotFound,
    /// The visitor's role does not open this door.
    #[error("forbidden")]
    Forbidden,
    /// Nobody is logged in where somebody must be.
    #[error("logged out")]
    LoggedOut,
    /// The form came from elsewhere, or after its session ended.
    #[error("form token")]
    Stale,
    /// The request is not understood.
    #[error("bad request: {0}")]
    BadRequest(&'static str),
    /// It was understood and cannot be done; the message id says why.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// A link that is used up or too old.
    #[error("gone")]
    Gone,
    /// The declaration, or the settings, have this feature off.
    #[error("feature off")]
    Off,
    /// A reason is asked for before anything is opened; the shell leads to the page that asks.
    #[error("a reason is asked for first")]
    NeedsReason(LookId),
    /// Too often; after so many seconds again.
    #[error("too many")]
    TooMany(u32),
    /// More than the store takes at once; soon again.
    #[error("busy")]
    Busy,
    /// The store, or something it needs, is away.
    #[error("away")]
    Lost,
    /// The program's own fault; the reason is for the log and names no person.
    #[error("internal: {0}")]
    Internal(&'static str),
    /// A fault of the store, in its own words, which name no person.
    #[error("store: {0}")]
    Store(StoreError),
}

impl Error {
    /// The status of the answer.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::Stale | Self::NeedsReason(_) => StatusCode::FORBIDDEN,
            Self::LoggedOut => StatusCode::UNAUTHORIZED,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Gone => StatusCode::GONE,
            Self::Off => StatusCode::NOT_FOUND,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy | Self::Lost => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) | Self::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The message that says it to a visitor.
    #[must_use]
    pub const fn message_id(&self) -> &'static str {
        match self {
            Self::NotFound => "wrong-not-found",
            Self::Forbidden => "wrong-forbidden",
            Self::LoggedOut => "wrong-logged-out",
            Self::Stale => "wrong-stale",
            Self::BadRequest(_) => "wrong-request",
            Self::Conflict(message) => message,
            Self::Gone => "wrong-gone",
            Self::Off => "wrong-off",
            Self::NeedsReason(_) => "wrong-needs-reason",
            Self::TooMany(_) => "wrong-too-many",
            Self::Busy => "wrong-busy",
            Self::Lost => "wrong-lost",
            Self::Internal(_) | Self::Store(_) => "wrong-internal",
        }
    }

    const fn retry_after(&self) -> Option<u32> {
        match self {
            Self::TooMany(seconds) => Some(*seconds),
            Self::Busy => Some(1),
            Self::Lost => Some(10),
            _ => None,
        }
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Busy => Self::Busy,
            StoreError::Lost | StoreError::Full => Self::Lost,
            StoreError::Refused(message) => Self::Conflict(message),
            other => Self::Store(other),
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::PurposeUndeclared(_) | Refusal::CategoryUndeclared(..) => {
                tracing::warn!(%refusal, "a feature is off");
                Self::Off
            }
            Refusal::NotThisActor => Self::Forbidden,
            Refusal::SomebodyElse => Self::NotFound,
            Refusal::Restricted => Self::Conflict("wrong-restricted"),
            Refusal::NoConsent => Self::Conflict("wrong-no-consent"),
            Refusal::Objected => Self::Conflict("wrong-objected"),
            Refusal::NeedsTwo => Self::Conflict("wrong-needs-two"),
        }
    }
}

impl From<Pause> for Error {
    fn from(pause: Pause) -> Self {
        match pause {
            Pause::NeedsReason(look) => Self::NeedsReason(look),
            Pause::NoBulk => Self::Conflict("wrong-no-bulk"),
            Pause::BulkLimit(_) => Self::Conflict("wrong-bulk-limit"),
        }
    }
}

impl From<VaultError> for Error {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Refused(refusal) => refusal.into(),
            VaultError::Paused(pause) => pause.into(),
            VaultError::Store(error) => error.into(),
            VaultError::Gone => Self::NotFound,
            VaultError::DoesNotOpen => Self::Internal("a record does not open"),
            VaultError::Corrupt(what) => Self::Internal(what),
            VaultError::PermitDoesNotCover(what) => Self::Internal(what),
            VaultError::RuleMissing(rule) => {
                tracing::error!(rule, "the rule table lacks a rule");
                Self::Internal("a rule is missing")
            }
            _ => Self::Internal("the vault is not in order"),
        }
    }
}

impl From<askama::Error> for Error {
    fn from(_: askama::Error) -> Self {
        Self::Internal("template")
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        if let Some(seconds) = self.retry_after() {
            answer
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        answer.extensions_mut().insert(self);
        answer
    }
}

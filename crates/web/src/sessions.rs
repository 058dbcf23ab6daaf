//! Sessions: a random code in one cookie, set at log-in and never before.
//!
//! The store keeps a keyed hash of the code, so that a copy of the database logs nobody in.

use std::{future::Future, pin::Pin};

use axum::http::{HeaderMap, HeaderValue, header};
use data_encoding::BASE64URL_NOPAD;
use values::Moment;

use crate::{App, Error, Visitor};

/// The cookie: `Secure`, `HttpOnly`, `SameSite=Lax`, this host only.
pub const COOKIE: &str = "__Host-session";

const HOUR: i64 = 3_600_000;

/// A session as it is kept.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    /// Keyed hash of the code in the cookie.
    pub tag: [u8; 32],
    /// Whose it is.
    pub visitor: Visitor,
    /// When it began.
    pub created: Moment,
    /// When it was last used, to within five minutes.
    pub seen: Moment,
    /// When it ends, whatever happens.
    pub ends: Moment,
}

impl Session {
    /// A session lives until its end, and no longer than this without use: two hours.
    const IDLE: i64 = 2 * HOUR;
    /// How old `seen` may grow before it is written again.
    const TOUCH: i64 = HOUR / 12;

    /// Whether it still counts.
    #[must_use]
    pub fn live(&self, now: Moment) -> bool {
        now < self.ends && now < self.seen.plus_ms(Self::IDLE)
    }

    const fn length(visitor: &Visitor) -> i64 {
        match visitor {
            Visitor::Staff(_) => 12 * HOUR,
            _ => 24 * HOUR,
        }
    }
}

/// What a look-up in [`Sessions`] comes back as.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// Where sessions lie.
pub trait Sessions: Send + Sync {
    /// Keeps a new session.
    fn begin(&self, session: Session) -> Later<'_, ()>;
    /// The session with this tag, live or not.
    fn find(&self, tag: [u8; 32]) -> Later<'_, Option<Session>>;
    /// Notes that it was used.
    fn touch(&self, tag: [u8; 32], at: Moment) -> Later<'_, ()>;
    /// Ends it.
    fn end(&self, tag: [u8; 32]) -> Later<'_, ()>;
    /// Ends every session of a person: log out everywhere, a lost role, a person forgotten.
    fn end_all(&self, who: values::SubjectId) -> Later<'_, ()>;
    /// Removes sessions that ended before this instant.
    fn sweep(&self, before: Moment) -> Later<'_, u64>;
}

/// Begins a session; the answer's headers carry the cookie.
///
/// # Errors
/// When the store does not take it.
pub async fn log_in(app: &App, visitor: Visitor, headers: &mut HeaderMap) -> Result<(), Error> {
    let code = BASE64URL_NOPAD.encode(&app.world.secret());
    let now = app.world.now();
    let ends = now.plus_ms(Session::length(&visitor));
    let tag = tag_of(app, &code);
    app.sessions
        .begin(Session {
            tag,
            visitor,
            created: now,
            seen: now,
            ends,
        })
        .await?;
    set(headers, &code, Session::length(&visitor) / 1000)
}

/// Ends the session of a request; the answer's headers take the cookie away.
///
/// # Errors
/// When the store does not answer.
pub async fn log_out(app: &App, request: &HeaderMap, answer: &mut HeaderMap) -> Result<(), Error> {
    if let Some(code) = cookie(request) {
        app.sessions.end(tag_of(app, code)).await?;
    }
    set(answer, "", 0)
}

/// The live session of a request, if it has one.
pub(crate) async fn current(app: &App, headers: &HeaderMap) -> Result<Option<Session>, Error> {
    let Some(code) = cookie(headers) else {
        return Ok(None);
    };
    let tag = tag_of(app, code);
    let now = app.world.now();
    let Some(session) = app
        .sessions
        .find(tag)
        .await?
        .filter(|session| session.live(now))
    else {
        return Ok(None);
    };
    if session.seen.plus_ms(Session::TOUCH) < now {
        app.sessions.touch(tag, now).await?;
    }
    Ok(Some(session))
}

/// The token that a form of this session carries.
pub(crate) fn csrf(app: &App, session: &[u8; 32]) -> String {
    BASE64URL_NOPAD.encode(&app.tagger.tag("csrf", session))
}

pub(crate) fn has_cookie(headers: &HeaderMap) -> bool {
    cookie(headers).is_some()
}

fn tag_of(app: &App, code: &str) -> [u8; 32] {
    app.tagger.tag("session", code.as_bytes())
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    let named = |pair: &'static str| move |part: &'_ str| part.trim().strip_prefix(pair).is_some();
    let is_ours = named("__Host-session=");
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find(|part| is_ours(part))
        .and_then(|part| part.trim().strip_prefix("__Host-session="))
        .filter(|code| code.len() == 43)
}

fn set(headers: &mut HeaderMap, code: &str, seconds: i64) -> Result<(), Error> {
    let text =
        format!("{COOKIE}={code}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Lax");
    let value = HeaderValue::from_str(&text).map_err(|_| Error::Internal("cookie"))?;
    headers.append(header::SET_COOKIE, value);
    Ok(())
}

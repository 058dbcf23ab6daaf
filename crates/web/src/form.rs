//! Forms: what was typed, what is wrong with it, and whether it came from our own page.

use axum::{
    extract::{FromRequest, Request},
    http::{HeaderMap, Uri, header},
};
use serde::de::DeserializeOwned;
use values::FieldError;

use crate::{
    App, Error, Text,
    fields::{Pairs, fill},
    visitor::Caller,
};

/// The name of the hidden field with the token of a session's forms.
pub const CSRF_FIELD: &str = "_csrf";
const MOST: usize = 256 * 1024;

/// A public form, without a session: it must come from this site.
///
/// Any field in which a national identity number was typed arrives empty, with its error set.
pub struct Form<T> {
    /// What was typed.
    pub data: T,
    /// What is already known to be wrong.
    pub errors: Errors,
}

/// A form of a session. The fields cannot be reached unless its token is the session's own.
pub struct Signed<T> {
    /// What was typed.
    pub data: T,
    /// What is already known to be wrong.
    pub errors: Errors,
}

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        same_origin(request.headers(), &app.settings.base_url)?;
        // A public form has no session to misuse; a token sent along is taken out, not needed.
        let (pairs, errors) = checked(pairs(request).await?, None)?;
        let data = fill(&pairs).map_err(|_| Error::BadRequest("fields"))?;
        Ok(Self { data, errors })
    }
}

impl<T: DeserializeOwned> FromRequest<App> for Signed<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        same_origin(request.headers(), &app.settings.base_url)?;
        let wanted = session_token(&request)?;
        let (pairs, errors) = checked(pairs(request).await?, Some(&wanted))?;
        let data = fill(&pairs).map_err(|_| Error::BadRequest("fields"))?;
        Ok(Self { data, errors })
    }
}

/// The token that a form of this session carries.
pub(crate) fn session_token(request: &Request) -> Result<String, Error> {
    let caller = request.extensions().get::<Caller>();
    let caller = caller.filter(|caller| caller.session.is_some());
    caller
        .map(|caller| caller.csrf.clone())
        .ok_or(Error::LoggedOut)
}

/// What is wrong, by field: the id of a message.
#[derive(Clone, Debug, Default)]
pub struct Errors(Vec<(String, &'static str)>);

impl Errors {
    /// Nothing wrong yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Notes what is wrong with a field; the first thing noted stands.
    pub fn add(&mut self, field: &str, message: &'static str) {
        if self.of(field).is_none() {
            self.0.push((field.to_owned(), message));
        }
    }

    /// Takes a parsed value, or notes why there is none.
    pub fn take<T>(&mut self, field: &str, parsed: Result<T, FieldError>) -> Option<T> {
        parsed
            .map_err(|error| self.add(field, error.message_id()))
            .ok()
    }

    /// The id of the message for a field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&'static str> {
        self.0
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, message)| *message)
    }

    /// The message for a field, in words; empty when nothing is wrong.
    #[must_use]
    pub fn at<'a>(&self, field: &str, text: &'a Text) -> &'a str {
        self.of(field).map_or("", |message| text.s(message))
    }

    /// Whether anything is wrong.
    #[must_use]
    pub fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// Field and message id, in the order found, for the summary above a form.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.0
            .iter()
            .map(|(field, message)| (field.as_str(), *message))
    }
}

/// Refuses a form that another site sent. Browsers say where a form comes from; programs that
/// say nothing have no visitor's cookie to misuse.
pub(crate) fn same_origin(headers: &HeaderMap, base_url: &str) -> Result<(), Error> {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if let Some(site) = text("sec-fetch-site") {
        return if matches!(site, "same-origin" | "none") {
            Ok(())
        } else {
            Err(Error::Stale)
        };
    }
    let Some(origin) = text("origin") else {
        return Ok(());
    };
    let host = origin
        .parse::<Uri>()
        .ok()
        .and_then(|uri| uri.authority().map(ToString::to_string));
    let own = text(header::HOST.as_str());
    if origin == base_url || (host.is_some() && host.as_deref() == own) {
        return Ok(());
    }
    Err(Error::Stale)
}

/// The fields of a plain form.
pub(crate) async fn pairs(request: Request) -> Result<Pairs, Error> {
    let kind = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded")) {
        return Err(Error::BadRequest("content type"));
    }
    let body = axum::body::to_bytes(request.into_body(), MOST)
        .await
        .map_err(|_| Error::BadRequest("too long"))?;
    Ok(form_urlencoded::parse(&body).into_owned().collect())
}

/// The fields without the token, which must be the wanted one, and without national identity numbers.
pub(crate) fn checked(mut pairs: Pairs, wanted: Option<&str>) -> Result<(Pairs, Errors), Error> {
    let token = pairs
        .iter()
        .position(|(name, _)| name == CSRF_FIELD)
        .map(|at| pairs.swap_remove(at).1);
    if let Some(wanted) = wanted
        && !same(token.unwrap_or_default().as_bytes(), wanted.as_bytes())
    {
        return Err(Error::Stale);
    }
    let errors = refuse_national_ids(&mut pairs);
    Ok((pairs, errors))
}

/// Ground: personopplysningsloven § 12. The number is taken out before anything else sees it.
fn refuse_national_ids(pairs: &mut Pairs) -> Errors {
    let mut errors = Errors::new();
    for (name, value) in pairs {
        if values::national_id::contains(value) {
            errors.add(name, FieldError::NationalId.message_id());
            value.clear();
        }
    }
    errors
}

/// Compares in the same time whatever differs.
fn same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len() && left.iter().zip(right).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect()
    }

    #[test]
    fn forms_of_other_sites_are_refused() {
        let base = "https://verksted.example";
        let fine =
            |pairs: &[(&'static str, &'static str)]| same_origin(&headers(pairs), base).is_ok();
        assert!(fine(&[]));
        assert!(fine(&[("sec-fetch-site", "same-origin")]));
        assert!(!fine(&[("sec-fetch-site", "cross-site")]));
        assert!(!fine(&[("sec-fetch-site", "same-site")]));
        assert!(fine(&[("origin", "https://verksted.example")]));
        assert!(fine(&[
            ("origin", "http://localhost:8080"),
            ("host", "localhost:8080")
        ]));
        assert!(!fine(&[
            ("origin", "https://annet.example"),
            ("host", "verksted.example")
        ]));
        assert!(!fine(&[("origin", "null")]));
    }

    #[test]
    fn an_identity_number_is_taken_out_and_said_at_its_field() {
        let mut pairs = vec![
            ("name".to_owned(), "Kari".to_owned()),
            ("note".to_owned(), "020132 99997".to_owned()),
        ];
        let errors = refuse_national_ids(&mut pairs);
        assert_eq!(pairs[1].1, "");
        assert!(errors.of("note").is_some() && errors.of("name").is_none());
    }
}

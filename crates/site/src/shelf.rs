//! Public pages, made once and served from memory.

use std::{
    collections::HashMap,
    future::Future,
    sync::{Arc, PoisonError, RwLock},
};

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use values::Moment;
use web::{Error, Lang};

/// How long a page may lag behind what other slices know (workshops, the latest proof). A new declaration
/// is seen at once.
const FRESH_MS: i64 = 30_000;

/// How many pages are kept.
const MOST: usize = 4_096;

/// A page that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Home,
    Privacy,
    Changes,
    Version(u32),
    Access,
    Json,
    /// A page of the folder, by the mark of its address.
    Own(u64),
}

/// A number for an address.
pub(crate) fn mark(address: &str) -> u64 {
    fnv(address)
}

/// FNV-1a.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

struct Kept {
    declared: String,
    until: Moment,
    etag: HeaderValue,
    body: Bytes,
}

/// The pages made so far: a handful for each language.
#[derive(Default)]
pub(crate) struct Shelf(RwLock<HashMap<(Kind, Lang), Arc<Kept>>>);

/// What a page is looked up by, and when.
pub(crate) struct Wish<'a> {
    pub kind: Kind,
    pub lang: Lang,
    pub declared: &'a str,
    pub now: Moment,
    pub headers: &'a HeaderMap,
}

impl Shelf {
    /// The page, made now if it is not there or not fresh.
    pub async fn serve<F, W>(&self, wish: Wish<'_>, make: F) -> Result<Response, Error>
    where
        F: FnOnce() -> W,
        W: Future<Output = Result<String, Error>>,
    {
        let place = (wish.kind, wish.lang);
        let kept = self
            .0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&place)
            .cloned();
        if let Some(kept) = kept
            && kept.declared == wish.declared
            && wish.now < kept.until
        {
            return Ok(kept.answer(wish.kind, wish.headers));
        }
        let body = make().await?;
        let kept = Arc::new(Kept {
            declared: wish.declared.to_owned(),
            until: wish.now.plus_ms(FRESH_MS),
            etag: etag(&body)?,
            body: Bytes::from(body),
        });
        let mut shelf = self.0.write().unwrap_or_else(PoisonError::into_inner);
        // Pages of a folder that is written in come and go.
        if shelf.len() >= MOST {
            shelf.clear();
        }
        shelf.insert(place, kept.clone());
        drop(shelf);
        Ok(kept.answer(wish.kind, wish.headers))
    }
}

impl Kept {
    fn answer(&self, kind: Kind, headers: &HeaderMap) -> Response {
        let etag = (header::ETAG, self.etag.clone());
        if self.known_to(headers) {
            return (StatusCode::NOT_MODIFIED, [etag]).into_response();
        }
        let kind = HeaderValue::from_static(match kind {
            Kind::Json => "application/ld+json",
            _ => "text/html; charset=utf-8",
        });
        ([(header::CONTENT_TYPE, kind), etag], self.body.clone()).into_response()
    }

    /// Whether the visitor has just this page already.
    fn known_to(&self, headers: &HeaderMap) -> bool {
        let ours = self.etag.to_str().unwrap_or_default();
        headers
            .get_all(header::IF_NONE_MATCH)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .map(|tag| tag.trim().trim_start_matches("W/"))
            .any(|tag| tag == ours || tag == "*")
    }
}

/// Over the body: it only has to differ when the page does.
fn etag(body: &str) -> Result<HeaderValue, Error> {
    let hash = fnv(body);
    HeaderValue::from_str(&format!("\"{hash:016x}{:x}\"", body.len()))
        .map_err(|_| Error::Internal("etag"))
}

//! Our own files, embedded, each under an address that changes with its content.

use std::sync::LazyLock;

use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

use crate::Error;

struct Asset {
    name: &'static str,
    kind: &'static str,
    body: &'static str,
    address: String,
}

macro_rules! joined {
    ($($part:literal),+ $(,)?) => {
        concat!($(include_str!(concat!("../assets/", $part))),+)
    };
}

/// The one stylesheet, joined of its parts.
pub(crate) const STYLE: &str = joined!(
    "css/1-tokens.css",
    "css/2-base.css",
    "css/3-layout.css",
    "css/4-forms.css",
    "css/5-parts.css",
    "css/6-trade.css",
    "css/7-media.css",
    "css/8-site.css",
    "css/9-letter.css",
    "css/9-pages.css",
);
const SCRIPT: &str = include_str!("../assets/karosseri.js");
const ICON: &str = include_str!("../assets/favicon.svg");
const MANIFEST: &str = include_str!("../assets/manifest.json");

static ASSETS: LazyLock<[Asset; 4]> = LazyLock::new(|| {
    [
        Asset::new("karosseri.css", "text/css; charset=utf-8", STYLE),
        Asset::new("karosseri.js", "text/javascript; charset=utf-8", SCRIPT),
        Asset::new("favicon.svg", "image/svg+xml", ICON),
        Asset::new("manifest.json", "application/manifest+json", MANIFEST),
    ]
});

impl Asset {
    fn new(name: &'static str, kind: &'static str, body: &'static str) -> Self {
        // FNV-1a: it only has to differ when the content does.
        let hash = body.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        Self {
            name,
            kind,
            body,
            address: format!("/static/{stem}.{hash:016x}.{ending}"),
        }
    }
}

/// The address of a file; empty, and therefore seen by the tests, when there is none.
pub(crate) fn address(name: &str) -> &'static str {
    ASSETS
        .iter()
        .find(|asset| asset.name == name)
        .map_or("", |asset| asset.address.as_str())
}

pub(crate) async fn show(Path(file): Path<String>) -> Result<Response, Error> {
    let asset = ASSETS
        .iter()
        .find(|asset| asset.address.strip_prefix("/static/") == Some(file.as_str()))
        .ok_or(Error::NotFound)?;
    Ok(answer(asset, "public, max-age=31536000, immutable"))
}

/// Browsers ask for it by this name whatever the page says.
pub(crate) async fn favicon() -> Result<Response, Error> {
    let asset = ASSETS
        .iter()
        .find(|asset| asset.name == "favicon.svg")
        .ok_or(Error::NotFound)?;
    Ok(answer(asset, "public, max-age=86400"))
}

fn answer(asset: &Asset, cache: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(asset.kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static(cache)),
    ];
    (headers, asset.body).into_response()
}

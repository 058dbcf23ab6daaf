//! A house for tests: fixed clock, seeded chance, sessions in memory, and a client that sees
//! what a browser would.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use tower::ServiceExt;
use values::{Moment, SeededChance, SetClock, SubjectId, World};

use crate::{
    App, Error, House, LangFiles, Later, Services, Session, Sessions, Settings, TEXTS, Tagger,
    Texts, Visitor, log_in, sessions,
};

/// A house of the shell and these texts, with these parts. The clock stands at 2026-03-02 09:00.
///
/// # Panics
/// When a language file does not parse.
#[must_use]
#[allow(clippy::expect_used)]
pub fn house(texts: &[LangFiles], services: Services) -> House {
    let mut files = vec![TEXTS];
    files.extend_from_slice(texts);
    let clock = SetClock::at(Moment::at_local(jiff::civil::date(2026, 3, 2), 9, 0));
    House {
        world: World {
            clock: Arc::new(clock),
            chance: Arc::new(SeededChance::new(1)),
        },
        texts: Texts::build(&files).expect("language files"),
        settings: Settings {
            base_url: "https://verksted.example".to_owned(),
            house: "Verkstedet".to_owned(),
            demo: false,
            behind_proxy: false,
            limits: true,
        },
        tagger: Arc::new(PlainTagger),
        sessions: Arc::new(MemorySessions::default()),
        services,
    }
}

/// Hashes without a key, good enough to tell things apart in a test.
pub struct PlainTagger;

impl Tagger for PlainTagger {
    fn tag(&self, what: &'static str, bytes: &[u8]) -> [u8; 32] {
        let mut out = [0; 32];
        for (at, lane) in out.chunks_mut(8).enumerate() {
            let start = 0xcbf2_9ce4_8422_2325_u64 ^ at as u64;
            let hash = what
                .bytes()
                .chain(bytes.iter().copied())
                .fold(start, |hash, byte| {
                    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
                });
            lane.copy_from_slice(&hash.to_be_bytes());
        }
        out
    }
}

/// Sessions that end with the process.
#[derive(Default)]
pub struct MemorySessions(Mutex<HashMap<[u8; 32], Session>>);

impl MemorySessions {
    fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut HashMap<[u8; 32], Session>) -> T,
    ) -> Later<'_, T> {
        let done = work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
        Box::pin(async move { Ok(done) })
    }
}

impl Sessions for MemorySessions {
    fn begin(&self, session: Session) -> Later<'_, ()> {
        self.with(|all| {
            all.insert(session.tag, session);
        })
    }
    fn find(&self, tag: [u8; 32]) -> Later<'_, Option<Session>> {
        self.with(|all| all.get(&tag).copied())
    }
    fn touch(&self, tag: [u8; 32], at: Moment) -> Later<'_, ()> {
        self.with(|all| {
            if let Some(session) = all.get_mut(&tag) {
                session.seen = at;
            }
        })
    }
    fn end(&self, tag: [u8; 32]) -> Later<'_, ()> {
        self.with(|all| {
            all.remove(&tag);
        })
    }
    fn end_all(&self, who: SubjectId) -> Later<'_, ()> {
        self.with(|all| all.retain(|_, session| session.visitor.subject() != Some(who)))
    }
    fn sweep(&self, before: Moment) -> Later<'_, u64> {
        self.with(|all| {
            let held = all.len();
            all.retain(|_, session| session.ends >= before);
            (held - all.len()) as u64
        })
    }
}

/// An answer as a browser sees it.
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
}

impl Answer {
    /// Where it leads, when it is a redirect.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.headers.get(header::LOCATION)?.to_str().ok()
    }
}

/// A browser without scripts: it keeps one session and sends forms.
#[derive(Clone)]
pub struct Client {
    app: App,
    router: Router,
    session: Option<(String, String)>,
}

impl Client {
    /// A visitor whom nobody knows.
    #[must_use]
    pub fn new(app: App, router: Router) -> Self {
        Self {
            app,
            router,
            session: None,
        }
    }

    /// The same browser, logged in.
    ///
    /// # Errors
    /// When the session is not taken.
    pub async fn as_visitor(&self, visitor: Visitor) -> Result<Self, Error> {
        let mut headers = HeaderMap::new();
        log_in(&self.app, visitor, &mut headers).await?;
        let set = headers
            .get(header::SET_COOKIE)
            .and_then(|value| value.to_str().ok());
        let cookie = set
            .and_then(|set| set.split(';').next())
            .unwrap_or_default()
            .to_owned();
        let mut request = HeaderMap::new();
        if let Ok(value) = cookie.parse() {
            request.insert(header::COOKIE, value);
        }
        let session = sessions::current(&self.app, &request)
            .await?
            .ok_or(Error::LoggedOut)?;
        let csrf = sessions::csrf(&self.app, &session.tag);
        Ok(Self {
            session: Some((cookie, csrf)),
            ..self.clone()
        })
    }

    /// Reads a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Sends a form as our own page would, with the session's token if there is one.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self
            .session
            .as_ref()
            .map(|(_, csrf)| (crate::CSRF_FIELD, csrf.as_str()));
        self.post_bare(path, fields.iter().copied().chain(token))
            .await
    }

    /// Sends exactly these fields.
    pub async fn post_bare<'a>(
        &self,
        path: &str,
        fields: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(request, Body::from(body)).await
    }

    /// Sends a form with a file as our own page would: the token first, the file last.
    pub async fn post_file(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        (name, bytes): (&str, &[u8]),
    ) -> Answer {
        const EDGE: &str = "----karosseri-test-edge";
        let token = self
            .session
            .as_ref()
            .map(|(_, csrf)| (crate::CSRF_FIELD, csrf.as_str()));
        let mut body = Vec::new();
        for (name, value) in token.into_iter().chain(fields.iter().copied()) {
            let head =
                format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(value.as_bytes());
            body.extend_from_slice(b"\r\n");
        }
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"brev\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(format!("\r\n--{EDGE}--\r\n").as_bytes());
        let request = Request::post(path)
            .header(
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={EDGE}"),
            )
            .header("sec-fetch-site", "same-origin");
        self.send(request, Body::from(body)).await
    }

    /// Sends any request, with the session's cookie if there is one.
    ///
    /// # Panics
    /// When the request is not one, or its answer does not end.
    #[allow(clippy::expect_used)]
    pub async fn send(&self, mut request: axum::http::request::Builder, body: Body) -> Answer {
        if let Some((cookie, _)) = &self.session {
            request = request.header(header::COOKIE, cookie);
        }
        let request = request.body(body).expect("a request");
        let Ok(answer) = self.router.clone().oneshot(request).await;
        let (parts, body) = answer.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX)
            .await
            .expect("a body");
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }
}

//! A browser without scripts or screen: one cookie, forms as they stand on the page, redirects
//! followed. It talks to a house in this process or to a real server.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, Request, StatusCode, header},
};
use tower::ServiceExt;

use super::html::{self, Form};

/// Where requests go.
#[derive(Clone)]
pub enum Wire {
    /// A house in this process.
    Router(Router),
    /// A server: its address, without a slash at the end.
    Server(String, reqwest::Client),
}

/// A visitor.
#[derive(Clone)]
pub struct Client {
    wire: Wire,
    from: Ipv4Addr,
    /// The session cookie, as a browser would send it.
    pub cookie: Option<String>,
}

/// A page, and where it came from.
#[derive(Clone)]
pub struct Seen {
    /// The path asked for last.
    pub path: String,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, byte for byte.
    pub bytes: Vec<u8>,
}

impl Seen {
    /// The body as text.
    pub fn body(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The words on it.
    pub fn words(&self) -> String {
        html::words(&self.body())
    }

    /// Where it leads, when it is a redirect.
    pub fn location(&self) -> Option<&str> {
        self.headers.get(header::LOCATION)?.to_str().ok()
    }

    /// The first form whose action contains this.
    pub fn form(&self, action: &str) -> Form {
        let forms = html::forms(&self.body());
        // A form without an action goes to its own page.
        let here = |form: &Form| {
            if form.action.is_empty() {
                self.path.clone()
            } else {
                form.action.clone()
            }
        };
        let found = forms
            .iter()
            .find(|form| form.method == "post" && here(form).contains(action));
        let found = found.or_else(|| forms.iter().find(|form| here(form).contains(action)));
        let Some(found) = found else {
            panic!(
                "no form `{action}` on {} ({}):\n{}",
                self.path,
                self.status,
                self.words()
            )
        };
        Form {
            action: here(found),
            ..found.clone()
        }
    }

    /// The first link that contains this.
    pub fn link(&self, containing: &str) -> Option<String> {
        html::links(&self.body())
            .into_iter()
            .find(|link| link.contains(containing))
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|e| panic!("{}: {e}: {}", self.path, self.body()))
    }

    /// This page, if its status is this one.
    pub fn is(self, status: u16) -> Self {
        let about = || format!("{} -> {:?}\n{}", self.path, self.location(), self.words());
        assert_eq!(self.status.as_u16(), status, "{}", about());
        self
    }
}

impl Client {
    /// A visitor of a house in this process.
    pub fn of(router: &Router) -> Self {
        Self::on(Wire::Router(router.clone()))
    }

    /// A visitor of a server.
    pub fn at(base: &str) -> Self {
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(30))
            .build()
            .expect("a client");
        Self::on(Wire::Server(base.to_owned(), http))
    }

    fn on(wire: Wire) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        // Each visitor from an address of their own: limits count by address.
        let from = Ipv4Addr::new(10, number[1], number[2], number[3]);
        Self {
            wire,
            from,
            cookie: None,
        }
    }

    /// Where requests go.
    pub fn wire(&self) -> Wire {
        self.wire.clone()
    }

    /// Sends JSON to a server that may be gone, from an address of its own.
    pub async fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &serde_json::Value,
    ) -> Option<Seen> {
        let Wire::Server(base, http) = &self.wire else {
            return None;
        };
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        let from = format!("10.{}.{}.{}", number[1], number[2], number[3]);
        let mut request = http.request(method.parse().ok()?, format!("{base}{path}"));
        request = request.header("x-forwarded-for", from);
        if !body.is_null() {
            request = request.body(body.to_string());
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = request.send().await.ok()?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let bytes = answer.bytes().await.ok()?.to_vec();
        Some(Seen {
            path: path.to_owned(),
            status,
            headers,
            bytes,
        })
    }

    /// Sends one request.
    pub async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Seen {
        let mut all: Vec<(&str, &str)> = headers.to_vec();
        if let Some(cookie) = &self.cookie {
            all.push(("cookie", cookie));
        }
        match &self.wire {
            Wire::Router(router) => self.send_in(router, method, path, &all, body).await,
            Wire::Server(base, http) => {
                let method = method.parse().expect("a method");
                let mut request = http.request(method, format!("{base}{path}")).body(body);
                for (name, value) in all {
                    request = request.header(name, value);
                }
                let answer = request
                    .send()
                    .await
                    .unwrap_or_else(|e| panic!("{path}: {e}"));
                Seen {
                    path: path.to_owned(),
                    status: answer.status(),
                    headers: answer.headers().clone(),
                    bytes: answer.bytes().await.unwrap_or_default().to_vec(),
                }
            }
        }
    }

    async fn send_in(
        &self,
        router: &Router,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Seen {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request
            .body(Body::from(body))
            .unwrap_or_else(|e| panic!("{path}: {e}"));
        request
            .extensions_mut()
            .insert(ConnectInfo(SocketAddr::from((self.from, 1))));
        let from = std::time::Instant::now();
        let answer = tokio::time::timeout(Duration::from_secs(30), router.clone().oneshot(request));
        let Ok(Ok(answer)) = answer.await else {
            panic!("{method} {path} does not end")
        };
        if from.elapsed() > Duration::from_secs(2) {
            println!("slow: {method} {path}: {:?}", from.elapsed());
        }
        let (parts, body) = answer.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX)
            .await
            .expect("a body")
            .to_vec();
        Seen {
            path: path.to_owned(),
            status: parts.status,
            headers: parts.headers,
            bytes,
        }
    }

    /// Reads a page, without going on.
    pub async fn get(&self, path: &str) -> Seen {
        self.send(
            "GET",
            path,
            &[("sec-fetch-site", "same-origin")],
            Vec::new(),
        )
        .await
    }

    /// Reads a page and goes where it leads.
    pub async fn open(&mut self, path: &str) -> Seen {
        let seen = self.get(local(path)).await;
        self.follow(seen).await
    }

    /// Sends pairs as a form of our own page, without going on.
    pub async fn post<N: AsRef<str>, V: AsRef<str>>(&self, path: &str, pairs: &[(N, V)]) -> Seen {
        let body = encode(
            pairs
                .iter()
                .map(|(name, value)| (name.as_ref(), value.as_ref())),
        );
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
        ];
        self.send("POST", path, &headers, body.into_bytes()).await
    }

    /// Fills in a form of a page, sends it, and goes where it leads. Fields not named are sent as
    /// they stand on the page; naming one the form does not have is a mistake of the test.
    pub async fn submit(&mut self, seen: &Seen, action: &str, typed: &[(&str, &str)]) -> Seen {
        let form = seen.form(action);
        let pairs = filled(&form, typed);
        let seen = self.submit_as_is(&form, &pairs).await;
        self.follow(seen).await
    }

    /// Sends these pairs to where the form goes.
    pub async fn submit_as_is(&self, form: &Form, pairs: &[(String, String)]) -> Seen {
        let to = local(&form.action).to_owned();
        if form.method == "post" {
            return self.post(&to, pairs).await;
        }
        let query = encode(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())));
        let path = to.split('?').next().unwrap_or_default();
        self.get(&format!("{path}?{query}")).await
    }

    /// Takes the cookie and goes on while the answer leads on.
    pub async fn follow(&mut self, mut seen: Seen) -> Seen {
        for _ in 0..10 {
            self.take_cookie(&seen);
            let Some(next) = seen.location().filter(|_| seen.status.is_redirection()) else {
                return seen;
            };
            let next = local(next).to_owned();
            seen = self.get(&next).await;
        }
        panic!("goes round in circles at {}", seen.path)
    }

    fn take_cookie(&mut self, seen: &Seen) {
        for set in seen.headers.get_all(header::SET_COOKIE) {
            let pair = set
                .to_str()
                .unwrap_or_default()
                .split(';')
                .next()
                .unwrap_or_default();
            let gone = pair.ends_with('=');
            self.cookie = Some(pair.to_owned()).filter(|_| !gone);
        }
    }
}

/// The form's own pairs with these put in; a ticked box or a choice is named with its value.
pub fn filled(form: &Form, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut pairs = form.pairs();
    pairs.retain(|(name, _)| !typed.iter().any(|(typed, _)| typed == name));
    for (name, value) in typed {
        assert!(
            form.has(name),
            "the form {} has no field {name}: {:?}",
            form.action,
            names(form)
        );
        pairs.push(((*name).to_owned(), (*value).to_owned()));
    }
    pairs
}

fn names(form: &Form) -> Vec<&str> {
    form.fields
        .iter()
        .map(|field| field.name.as_str())
        .collect()
}

/// The path of an address of this house.
pub fn local(address: &str) -> &str {
    match address.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => address,
    }
}

/// `a=b&c=d`.
pub fn encode<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

//! Around every request: its language, the answer's headers, the page for an error, the count,
//! the log line. A panic becomes a page, too.

use std::{
    convert::Infallible,
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::{Context, Poll},
    time::Instant,
};

use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use data_encoding::BASE32_NOPAD;
use tower::Service;

use crate::{
    App, Error, Lang, Page, Place, Routes, doors::RouteId, headers, lang, page::html_with,
    visitor::Caller, visits,
};

/// The whole house behind its shell, from its route table. The shell's own routes are added.
pub fn router(app: &App, routes: Routes) -> Router {
    let inner = crate::routes().merge(routes).into_router(app);
    Router::new().fallback_service(Shell {
        app: app.clone(),
        inner,
    })
}

#[derive(Clone)]
struct Shell {
    app: App,
    inner: Router,
}

impl Service<Request> for Shell {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let Self { app, mut inner } = self.clone();
        Box::pin(async move { Ok(around(&app, &mut inner, request).await) })
    }
}

/// What the shell must remember of a request after the handler took it.
struct Asked {
    began: Instant,
    method: Method,
    lang: Lang,
    path: String,
    api: bool,
    /// Where the visit comes from, if it is counted.
    place: Option<Place>,
}

async fn around(app: &App, inner: &mut Router, mut request: Request) -> Response {
    let (lang, stripped) = lang::strip(request.uri());
    if let Some(uri) = stripped {
        *request.uri_mut() = uri;
    }
    request.extensions_mut().insert(lang);
    let path = request.uri().path().to_owned();
    let asked = Asked {
        began: now(),
        method: request.method().clone(),
        lang,
        api: path == "/api" || path.starts_with("/api/"),
        place: visits::look(app, &request),
        path,
    };
    let future = inner.call(request);
    let answer = match Caught(Box::pin(future)).await {
        Some(Ok(answer)) => answer,
        None => Error::Internal("panic").into_response(),
    };
    finish(app, &asked, answer)
}

/// How long an answer took is measured, never decided on: the world's clock is not asked.
fn now() -> Instant {
    Instant::now()
}

fn finish(app: &App, asked: &Asked, mut answer: Response) -> Response {
    let route = answer.extensions().get::<RouteId>().map(|id| id.0);
    let status = answer.status();
    let mut reference = String::new();
    if let Some(error) = error_of(&answer) {
        reference = make_reference(app);
        if status.is_server_error() {
            tracing::error!(reference, %error, "answer failed");
        }
        answer = dressed(app, asked, &error, &reference, answer);
    }
    if let Some(place) = asked.place {
        visits::count(app, place, route, &mut answer);
    }
    headers::add(answer.headers_mut(), app.settings.https());
    let took = asked.began.elapsed();
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    let site = app.site();
    site.counts.add(route, status, micros);
    let pattern = route
        .and_then(|id| site.routes.get(id))
        .map_or("-", |route| route.path);
    let (method, status, ms) = (&asked.method, status, micros / 1000);
    if status.is_client_error() || status.is_server_error() {
        // The visitor was given the reference: whoever they read it out to finds it here.
        tracing::info!(%method, path = pattern, status = status.as_u16(), ms, reference, "answered");
    } else {
        // What went well is counted; a line each is for whoever asks for it.
        tracing::debug!(%method, path = pattern, status = status.as_u16(), ms, "answered");
    }
    answer
}

/// The error of an answer that has no page yet. Refusals by the framework carry plain text that
/// describes the request; it is replaced.
fn error_of(answer: &Response) -> Option<Error> {
    if let Some(error) = answer.extensions().get::<Error>() {
        return Some(error.clone());
    }
    let status = answer.status();
    if !status.is_client_error() && !status.is_server_error() {
        return None;
    }
    let kind = answer
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    if kind.is_some_and(|kind| !kind.starts_with("text/plain")) {
        return None;
    }
    Some(match status {
        StatusCode::NOT_FOUND => Error::NotFound,
        StatusCode::FORBIDDEN => Error::Forbidden,
        _ if status.is_client_error() => Error::BadRequest("refused by the framework"),
        _ => Error::Internal("refused by the framework"),
    })
}

/// Ten letters and digits that a visitor can read out, and the log has as well.
fn make_reference(app: &App) -> String {
    let mut bytes = [0; 5];
    app.world.chance.fill(&mut bytes);
    let code = BASE32_NOPAD.encode(&bytes);
    format!("{}-{}", &code[..4], &code[4..])
}

#[derive(askama::Template)]
#[template(path = "error.html")]
struct Wrong<'a> {
    page: Page,
    status: u16,
    message: &'a str,
    reference: &'a str,
}

fn dressed(app: &App, asked: &Asked, error: &Error, reference: &str, bare: Response) -> Response {
    let status = bare.status();
    let page = Page::new(app, asked.lang, &asked.path, Caller::default());
    let texts = page.t.clone();
    let message = texts
        .s_known(error.message_id())
        .unwrap_or_else(|| texts.s("wrong-conflict"));
    let made = if asked.api {
        Ok(problem(status, error, message, reference))
    } else {
        html_with(
            status,
            &Wrong {
                page,
                status: status.as_u16(),
                message,
                reference,
            },
        )
    };
    let mut answer = made.unwrap_or_else(|_| status.into_response());
    for (name, value) in bare.headers() {
        if ![header::CONTENT_TYPE, header::CONTENT_LENGTH].contains(name) {
            answer.headers_mut().append(name.clone(), value.clone());
        }
    }
    answer
        .headers_mut()
        .insert(header::CACHE_CONTROL, headers::NO_STORE);
    if asked.method == Method::HEAD {
        *answer.body_mut() = Body::empty();
    }
    answer
}

/// Problem details. Rule: RFC 9457.
fn problem(status: StatusCode, error: &Error, message: &str, reference: &str) -> Response {
    let body = serde_json::json!({
        "type": format!("urn:karosseri:problem:{}", error.message_id()),
        "title": message,
        "status": status.as_u16(),
        "instance": format!("urn:karosseri:reference:{reference}"),
    });
    let kind = HeaderValue::from_static("application/problem+json");
    (status, [(header::CONTENT_TYPE, kind)], body.to_string()).into_response()
}

/// A future whose panic ends as `None` instead of taking the connection with it.
struct Caught<F>(Pin<Box<F>>);

impl<F: Future> Future for Caught<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match catch_unwind(AssertUnwindSafe(|| self.0.as_mut().poll(context))) {
            Ok(poll) => poll.map(Some),
            Err(_) => Poll::Ready(None),
        }
    }
}

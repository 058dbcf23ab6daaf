//! Health and counts, for a port that visitors do not reach. No label names a person.

use std::{
    fmt::Write as _,
    sync::atomic::{AtomicU64, Ordering::Relaxed},
};

use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
    routing::get,
};

use crate::{App, Error, Later};

/// Answers of each class, and the time they took, for each route.
#[derive(Default)]
pub(crate) struct Counts(Vec<Count>);

#[derive(Default)]
struct Count {
    classes: [AtomicU64; 5],
    micros: AtomicU64,
}

impl Counts {
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// One row for each route, and one for what matched none.
    pub fn new(routes: usize) -> Self {
        Self((0..=routes).map(|_| Count::default()).collect())
    }

    pub fn add(&self, route: Option<usize>, status: StatusCode, micros: u64) {
        let row = route.unwrap_or(self.0.len().saturating_sub(1));
        let class = usize::from(status.as_u16() / 100).clamp(1, 5) - 1;
        if let Some(count) = self.0.get(row) {
            count.classes[class].fetch_add(1, Relaxed);
            count.micros.fetch_add(micros, Relaxed);
        }
    }
}

/// Whether the house can serve: the store answers, the declaration holds.
pub trait Ready: Send + Sync {
    /// `Ok` when it can.
    fn ready(&self) -> Later<'_, ()>;

    /// What is not as it should be while the house serves: nothing by default.
    fn ailments(&self) -> Later<'_, Vec<Ailment>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}

/// Something that somebody must see to: the house serves, and its health is yellow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ailment {
    /// A word for the measure, such as `rights_overdue`.
    pub name: &'static str,
    /// How many.
    pub count: i64,
    /// What is wrong and what to do, in a sentence that names no person.
    pub sentence: String,
}

/// Yellow in words; green is `ok`.
fn in_words(ailments: &[Ailment]) -> String {
    if ailments.is_empty() {
        return "ok\n".to_owned();
    }
    let mut out = String::from("degraded\n");
    for one in ailments {
        out.push_str(&one.sentence);
        out.push('\n');
    }
    out
}

async fn ailments(app: &App) -> Result<Vec<Ailment>, Error> {
    match app.service::<std::sync::Arc<dyn Ready>>() {
        Ok(parts) => parts.ailments().await,
        Err(_) => Ok(Vec::new()),
    }
}

/// `/livez`, `/readyz` and `/metrics`, for a port of their own. A part `Arc<dyn Ready>` of the
/// house decides readiness.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/livez", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(app)
}

async fn ready(State(app): State<App>) -> impl IntoResponse {
    let Ok(parts) = app.service::<std::sync::Arc<dyn Ready>>() else {
        return (StatusCode::OK, "ok\n".to_owned());
    };
    let wrong = (StatusCode::SERVICE_UNAVAILABLE, "not ready\n".to_owned());
    if parts.ready().await.is_err() {
        return wrong;
    }
    // Yellow is no reason to take the house out of service: the answer is still 200.
    parts
        .ailments()
        .await
        .map_or(wrong, |ailments| (StatusCode::OK, in_words(&ailments)))
}

async fn metrics(State(app): State<App>) -> impl IntoResponse {
    (
        [(
            header::CONTENT_TYPE,
            "text/plain; version=0.0.4; charset=utf-8",
        )],
        text(&app) + &degraded(&app).await,
    )
}

/// Health that is yellow, one measure for each kind.
async fn degraded(app: &App) -> String {
    let mut out = String::from("# TYPE karosseri_degraded gauge\n");
    for one in ailments(app).await.unwrap_or_default() {
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "karosseri_degraded{{what=\"{}\"}} {}",
            one.name, one.count
        );
    }
    out
}

fn text(app: &App) -> String {
    let site = app.site();
    let mut out = String::from("# TYPE karosseri_answers_total counter\n");
    let mut times = String::from("# TYPE karosseri_answer_seconds_total counter\n");
    for (row, count) in site.counts.0.iter().enumerate() {
        let (method, path) = site
            .routes
            .get(row)
            .map_or(("", "none"), |route| (route.method.as_str(), route.path));
        for (class, answers) in count.classes.iter().enumerate() {
            let answers = answers.load(Relaxed);
            if answers > 0 {
                // Writing to a string cannot fail.
                let _ = writeln!(
                    out,
                    "karosseri_answers_total{{method=\"{method}\",path=\"{path}\",class=\"{}xx\"}} {answers}",
                    class + 1
                );
            }
        }
        let micros = count.micros.load(Relaxed);
        if micros > 0 {
            let _ = writeln!(
                times,
                "karosseri_answer_seconds_total{{method=\"{method}\",path=\"{path}\"}} {}.{:06}",
                micros / 1_000_000,
                micros % 1_000_000
            );
        }
    }
    out + &times
}

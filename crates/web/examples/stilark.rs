//! Serves the style page alone, to look at while working on it:
//! `cargo run -p web --example stilark --features testing`, then http://localhost:8099/stab/stilark.

use axum::{
    extract::Request,
    http::header,
    middleware::{self, Next},
};
use values::{ControllerId, SubjectId};
use web::{App, Area, Colleague, Door, Error, Page, Role, Routes, Services, Visitor};

#[derive(askama::Template)]
#[template(
    ext = "html",
    source = r#"{% extends "public.html" %}{% import "parts.html" as ui %}{% block main_class %}wide{% endblock %}
{% block main %}<div class="hero hero--split"><div class="stack"><p class="eyebrow">Karosseri og påbygg</p><h1>Verksted for alt som sitter bak førerhuset</h1><p class="lead">Kran, bakløfter, skap og tipp. Bestill time uten konto.</p>{% call ui::drawing() %}{% endcall %}</div>
<form class="card card--mark form" action="/bestill">{% call ui::plate_input(page, "kjennemerke", "Hvilket kjøretøy?", "", errors) %}{% endcall %}<div class="actions"><button class="button button--big">Bestill time</button></div></form></div>{% endblock %}"#
)]
struct Home {
    page: Page,
    errors: web::Errors,
}

async fn home(page: Page) -> Result<axum::response::Response, Error> {
    web::html(&Home {
        page,
        errors: web::Errors::new(),
    })
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app = App::new(web::testing::house(&[], Services::default()));
    let controller = ControllerId::from_raw(1);
    let visitor = Visitor::Staff(Colleague {
        staff: SubjectId::from_raw(1),
        role: Role::Reception,
        controller,
    });
    let mut headers = axum::http::HeaderMap::new();
    web::log_in(&app, visitor, &mut headers).await?;
    let set = headers[header::SET_COOKIE].to_str()?.to_owned();
    let cookie: axum::http::HeaderValue = set.split(';').next().unwrap_or_default().parse()?;
    let routes = Routes::new()
        .get("/", Door::Public, home)
        .link(Area::Public, 1, "/", "frame-mine")
        .link(Area::Public, 2, "/stab/stilark", "frame-style");
    let always = middleware::from_fn(move |mut request: Request, next: Next| {
        let cookie = cookie.clone();
        async move {
            if request.uri().path().starts_with("/stab") {
                request.headers_mut().insert(header::COOKIE, cookie);
            }
            next.run(request).await
        }
    });
    let router = web::router(&app, routes).layer(always);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8099").await?;
    axum::serve(listener, router).await?;
    Ok(())
}

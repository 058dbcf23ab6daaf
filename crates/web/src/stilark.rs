//! `/stab/stilark`: every part of the interface, with samples. The samples are Norwegian and
//! invented; they are no interface text, so they stand in the templates.

use axum::response::Response;
use jiff::civil::{Date, date};
use values::Ore;

use crate::{Area, Door, Error, Errors, NavLink, Page, Role, Routes, html};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/stab/stilark", Door::Staff(Role::ALL), show)
        .link(Area::Desk, 900, "/stab/stilark", "frame-style")
}

#[derive(askama::Template)]
#[template(path = "stilark.html")]
struct Stilark {
    page: Page,
    none: Errors,
    errors: Errors,
    tabs: Vec<NavLink>,
    steps: Vec<&'static str>,
    current: usize,
    last: usize,
    today: Date,
    labour: Ore,
    vat: Ore,
    total: Ore,
}

async fn show(page: Page) -> Result<Response, Error> {
    let mut errors = Errors::new();
    errors.add("email", "error-email");
    errors.add("note", "error-national-id");
    let tab = |text: &str, here| NavLink {
        href: "#lister".to_owned(),
        text: text.to_owned(),
        here,
        heading: None,
    };
    html(&Stilark {
        page,
        none: Errors::new(),
        errors,
        tabs: vec![
            tab("I dag", true),
            tab("Uka", false),
            tab("Forespørsler", false),
        ],
        steps: vec!["Kjøretøy", "Oppdrag", "Tid", "Kontakt", "Bekreft"],
        current: 2,
        last: 12,
        today: date(2026, 3, 2),
        labour: Ore::new(480_000),
        vat: Ore::new(120_000),
        total: Ore::new(600_000),
    })
}

//! `/min-side`: the customer's own page, put together from what the slices bring.

mod greeting;
mod panel;

use std::sync::Arc;

use axum::{extract::State, response::Response};
use web::{App, Error, Me, Page, html};

use crate::consents::ConsentsPanel;
pub use panel::{MinePanel, MinePanels};

/// The panels of this slice: who you are (0), what you have said yes to (40).
#[must_use]
pub fn panels() -> Vec<Arc<dyn MinePanel>> {
    vec![Arc::new(greeting::Greeting), Arc::new(ConsentsPanel)]
}

#[derive(askama::Template)]
#[template(path = "mine_panels.html")]
struct Mine {
    page: Page,
    panels: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "panel_absent.html")]
struct Absent<'a> {
    page: &'a Page,
}

/// The page. A panel that cannot be shown says so and leaves the others alone.
///
/// # Errors
/// A template that does not render.
pub async fn show(State(app): State<App>, page: Page, me: Me) -> Result<Response, Error> {
    let mut all = match app.service::<MinePanels>() {
        Ok(panels) => panels.0.clone(),
        Err(_) => panels(),
    };
    all.sort_by_key(|panel| panel.order());
    let mut shown = Vec::with_capacity(all.len());
    for panel in &all {
        match panel.render(&app, &page, &me).await {
            Ok(html) => shown.push(html),
            Err(error) => {
                tracing::error!(%error, order = panel.order(), "a panel of the own page");
                shown.push(askama::Template::render(&Absent { page: &page })?);
            }
        }
    }
    shown.retain(|html| !html.trim().is_empty());
    html(&Mine {
        page,
        panels: shown,
    })
}

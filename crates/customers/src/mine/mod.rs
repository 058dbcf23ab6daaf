//! `/min-side`: the customer's own page, put together from what the slices bring.

mod greeting;
mod panel;

use std::sync::Arc;

use axum::{extract::State, response::Response};
use declaration::vocabulary::purpose;
use store::{Db, StoreError};
use vault::Vault;
use web::{App, Error, Me, Page, html};

use crate::consents::ConsentsPanel;
use panel::AnyRows;
pub use panel::{Asking, Mine, MinePanel, MinePanels, Panel};

/// The panels of this slice: who you are (0), what you have said yes to (40).
#[must_use]
pub fn panels() -> Vec<Arc<dyn MinePanel>> {
    vec![Arc::new(greeting::Greeting), Arc::new(ConsentsPanel)]
}

#[derive(askama::Template)]
#[template(path = "mine_panels.html")]
struct Own {
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
    let shown = match together(&app, &page, &me, all.clone()).await {
        Ok(shown) => shown,
        // One panel's reading ends the snapshot for all of them: each by itself, then.
        Err(_) => one_by_one(&app, &page, &me, all).await,
    };
    let absent = Absent { page: &page };
    let mut panels = Vec::with_capacity(shown.len());
    for (order, html) in shown {
        match html {
            Ok(html) if html.trim().is_empty() => {}
            Ok(html) => panels.push(html),
            Err(error) => {
                tracing::error!(%error, order, "a panel of the own page");
                panels.push(askama::Template::render(&absent)?);
            }
        }
    }
    html(&Own { page, panels })
}

type Shown = Vec<(u16, Result<String, Error>)>;

async fn one_by_one(app: &App, page: &Page, me: &Me, all: Vec<Arc<dyn MinePanel>>) -> Shown {
    let mut shown = Vec::with_capacity(all.len());
    for panel in all {
        let order = panel.order();
        match together(app, page, me, vec![panel]).await {
            Ok(one) => shown.extend(one),
            Err(error) => shown.push((order, Err(error))),
        }
    }
    shown
}

/// One snapshot, one judgement, then the HTML.
async fn together(
    app: &App,
    page: &Page,
    me: &Me,
    panels: Vec<Arc<dyn MinePanel>>,
) -> Result<Shown, Error> {
    let vault = app.service::<Vault>()?;
    let (house, who, readers) = (app.clone(), *me, panels.clone());
    let reading = move |db: &mut dyn Db| {
        let mut asking = Asking::new(db, &house, who);
        let rows = readers.iter().map(|panel| panel.read(&mut asking));
        let rows = rows.collect::<Result<Vec<AnyRows>, StoreError>>()?;
        Ok((asking.asks(), rows))
    };
    let (permits, rows) = vault
        .permits_and::<purpose::Account, _>(Arc::new(reading))
        .await?;
    let permits = permits.into_iter();
    let mine = Mine {
        app,
        page,
        me,
        vault,
        permits: permits
            .map(|(subject, permit)| (subject, permit.map_err(Error::from)))
            .collect(),
    };
    let shown = panels.iter().zip(rows);
    Ok(shown
        .map(|(panel, rows)| (panel.order(), panel.show(&mine, rows)))
        .collect())
}

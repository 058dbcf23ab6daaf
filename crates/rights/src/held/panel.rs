//! The parts of `/min-side` that lead here.

use customers::MinePanel;
use web::{App, Later, Me, Page};

/// "What we hold about you" (50).
pub struct WhatPanel;

/// "Who has opened it" (60).
pub struct LookPanel;

#[derive(askama::Template)]
#[template(path = "panel_what.html")]
struct What<'a> {
    page: &'a Page,
    categories: usize,
}

#[derive(askama::Template)]
#[template(path = "panel_look.html")]
struct Look<'a> {
    page: &'a Page,
    lines: usize,
    last: Option<values::Moment>,
}

impl MinePanel for WhatPanel {
    fn order(&self) -> u16 {
        50
    }

    fn render<'a>(&'a self, app: &'a App, page: &'a Page, me: &'a Me) -> Later<'a, String> {
        Box::pin(async move {
            let vault = app.service::<vault::Vault>()?;
            let categories = vault.strands_of(me.subject).await?.len();
            Ok(askama::Template::render(&What { page, categories })?)
        })
    }
}

impl MinePanel for LookPanel {
    fn order(&self) -> u16 {
        60
    }

    fn render<'a>(&'a self, app: &'a App, page: &'a Page, me: &'a Me) -> Later<'a, String> {
        Box::pin(async move {
            let vault = app.service::<vault::Vault>()?;
            let lines = vault.openings_about(me.subject, 100).await?;
            let last = lines.first().map(|line| line.at);
            let lines = lines.len();
            Ok(askama::Template::render(&Look { page, lines, last })?)
        })
    }
}

//! The parts of `/min-side` that lead here.

use customers::{Asking, Mine, Panel};
use store::StoreError;
use vault::glance;
use web::{Error, Page};

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

impl Panel for WhatPanel {
    type Rows = usize;
    const ORDER: u16 = 50;

    fn read(&self, asking: &mut Asking<'_>) -> Result<usize, StoreError> {
        Ok(glance::kept(asking.db, asking.me.subject)?.len())
    }

    fn show(&self, mine: &Mine<'_>, categories: usize) -> Result<String, Error> {
        let page = mine.page;
        Ok(askama::Template::render(&What { page, categories })?)
    }
}

impl Panel for LookPanel {
    type Rows = (usize, Option<values::Moment>);
    const ORDER: u16 = 60;

    fn read(&self, asking: &mut Asking<'_>) -> Result<Self::Rows, StoreError> {
        glance::openings_of(asking.db, asking.me.subject, 100)
    }

    fn show(&self, mine: &Mine<'_>, (lines, last): Self::Rows) -> Result<String, Error> {
        let page = mine.page;
        Ok(askama::Template::render(&Look { page, lines, last })?)
    }
}

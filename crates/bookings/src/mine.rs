//! The customer's own page: coming and past times.

use std::sync::Arc;

use customers::{Asking, Mine, Panel};
use store::StoreError;
use vault::Vault;
use web::{Error, Page};

use crate::{
    book::{self, BookingRow},
    catalogue::Catalogue,
};

/// `/min-side`, order 10.
pub struct BookingsPanel;

/// A time as it is shown.
struct Line {
    when: String,
    service: String,
    place: String,
    reference: String,
    badge: (&'static str, String),
    href: String,
    date: jiff::civil::Date,
    open: bool,
}

#[derive(askama::Template)]
#[template(path = "min-timer.html")]
struct PanelView<'a> {
    page: &'a Page,
    coming: Vec<Line>,
    past: Vec<Line>,
}

/// Past times that are shown.
const PAST: usize = 10;

impl Panel for BookingsPanel {
    type Rows = (Vec<BookingRow>, Arc<Catalogue>);
    const ORDER: u16 = 10;

    fn read(&self, asking: &mut Asking<'_>) -> Result<Self::Rows, StoreError> {
        let rows = book::find_by_subjects(asking.db, &[asking.me.subject])?;
        Ok((rows, Catalogue::known(asking.app, asking.db)?))
    }

    fn show(&self, mine: &Mine<'_>, (rows, catalogue): Self::Rows) -> Result<String, Error> {
        let (vault, page) = (mine.vault, mine.page);
        let now = vault.world().now();
        let line = |row: &BookingRow| line(vault, page, &catalogue, row);
        let (coming, past): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.is_open(now));
        let mut coming: Vec<Line> = coming.into_iter().map(line).collect();
        coming.reverse();
        let panel = PanelView {
            page,
            coming,
            past: past.into_iter().take(PAST).map(line).collect(),
        };
        askama::Template::render(&panel).map_err(Error::from)
    }
}

fn line(vault: &Vault, page: &Page, catalogue: &Catalogue, row: &BookingRow) -> Line {
    let service = catalogue.service(row.service);
    let workshop = catalogue.workshop(row.workshop);
    Line {
        when: book::when(&page.t, row.starts_at),
        service: service.map_or_else(String::new, |one| one.name(page.lang).to_owned()),
        place: workshop.map_or_else(String::new, |one| format!("{}, {}", one.name, one.city)),
        reference: row.reference.clone(),
        badge: (
            row.state.badge(),
            page.t.s(row.state.message_id()).to_owned(),
        ),
        href: format!("{}/time/{}", page.l, book::code_of(vault, row.id)),
        date: row.date(),
        open: row.is_open(vault.world().now()),
    }
}

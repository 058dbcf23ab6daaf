//! Everything about a person in one file they can keep: pages to read, data for machines, and a
//! manifest with the hash of each part (GDPR Art. 15(3) and 20).

mod files;
mod zipped;

use vault::Vault;
use web::{App, Error, Page};

use crate::held::{
    Card, Held, cards,
    openings::{Looked, looked},
};
use crate::words;

/// The page inside the package: readable offline, no script, its own few styles.
#[derive(askama::Template)]
#[template(path = "package.html")]
struct Index<'a> {
    page: &'a Page,
    made: values::Moment,
    cards: Vec<Card>,
    rides: Vec<Vec<Card>>,
    looked: Vec<Looked>,
    complaint: String,
    files: Vec<String>,
}

/// Puts the package together.
///
/// # Errors
/// When a part cannot be written.
pub(crate) fn pack(app: &App, vault: &Vault, page: &Page, held: &Held) -> Result<Vec<u8>, Error> {
    let now = app.world.now();
    let mut parts = files::parts(vault, page, held, now)?;
    let declaration = vault.declaration();
    let index = Index {
        page,
        made: now,
        cards: cards(vault, &page.t, page.lang, &held.strands),
        rides: held
            .vehicles
            .iter()
            .map(|vehicle| cards(vault, &page.t, page.lang, &vehicle.strands))
            .collect(),
        looked: held
            .openings
            .iter()
            .map(|line| looked(&declaration, &page.t, page.lang, line))
            .collect(),
        complaint: words::complaint(vault, page.lang),
        files: parts.iter().map(|part| part.name.clone()).collect(),
    };
    let index = askama::Template::render(&index)?;
    parts.insert(0, files::Part::new("index.html", index.into_bytes()));
    let manifest = files::manifest(vault, page, &parts, now)?;
    parts.push(manifest);
    zipped::zip(&parts, now).map_err(|_| Error::Internal("the package could not be written"))
}

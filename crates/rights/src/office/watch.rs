//! The opening log's page.

use axum::response::Response;
use vault::{ChainReport, Vault};
use web::{Error, Page, Service, html};

use crate::held::openings::{Looked, looked};

#[derive(askama::Template)]
#[template(path = "log.html")]
struct Log {
    page: Page,
    chain: ChainReport,
    unusual: Vec<(Looked, &'static str)>,
    lines: Vec<Looked>,
}

/// Why a line is worth a look: what the judge of openings marked when it was made, or that it names no
/// case. The hours and the day's work are the judge's to know, and are not guessed again here.
fn unusual(line: &vault::OpeningLine) -> Option<&'static str> {
    let marked = |word: &str| line.marks.split(',').any(|mark| mark == word);
    if line.actor_kind != "staff" {
        None
    } else if marked(vault::BREAK_GLASS) {
        Some("rights-unusual-glass")
    } else if marked("unusual") {
        Some("rights-unusual-read")
    } else if line.case_kind.is_empty() {
        Some("rights-unusual-case")
    } else {
        None
    }
}

/// Whether the log is whole, and what stands out in it.
///
/// # Errors
/// When the store fails.
pub async fn log(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    let chain = vault.check_chain().await?;
    let latest = vault.latest_openings(500).await?;
    let declaration = vault.declaration();
    let say = |line: &vault::OpeningLine| looked(&declaration, &page.t, page.lang, line);
    let marked = vault.marked_openings(false, 50).await?;
    let nameless = latest.iter().filter(|line| line.case_kind.is_empty());
    let mut worth: Vec<&vault::OpeningLine> = marked.iter().chain(nameless).collect();
    worth.sort_by_key(|line| -line.seq);
    worth.dedup_by_key(|line| line.seq);
    let unusual = worth
        .into_iter()
        .filter_map(|line| Some((say(line), unusual(line)?)));
    let unusual: Vec<_> = unusual.take(50).collect();
    let lines = latest.iter().take(50).map(say).collect();
    html(&Log {
        page: page.clone(),
        chain,
        unusual,
        lines,
    })
}

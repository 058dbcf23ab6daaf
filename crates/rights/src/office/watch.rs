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

/// Why a line is worth a look: outside working hours, at the week-end, or without a case.
fn unusual(line: &vault::OpeningLine) -> Option<&'static str> {
    if line.actor_kind != "staff" {
        return None;
    }
    let local = line.at.local();
    if line.case_kind.is_empty() {
        Some("rights-unusual-case")
    } else if local.weekday().to_monday_one_offset() > 5 {
        Some("rights-unusual-weekend")
    } else if !(6..18).contains(&local.hour()) {
        Some("rights-unusual-hour")
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
    let unusual = latest
        .iter()
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

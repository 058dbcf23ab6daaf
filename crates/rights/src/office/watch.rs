//! Tonight's sweep, the opening log, the holds.

use axum::{extract::Path, response::Response};
use serde::Deserialize;
use values::HoldId;
use vault::{ChainReport, Vault};
use web::{Error, Page, Service, Signed, html};

use crate::{
    held::openings::{Looked, looked},
    words,
};

/// A strand that goes tonight.
struct Going {
    name: String,
    rule: String,
    law: String,
    since: values::Moment,
}

#[derive(askama::Template)]
#[template(path = "sweep.html")]
struct Sweep {
    page: Page,
    last: Option<(values::Moment, i64, i64)>,
    going: Vec<Going>,
    /// How many of each category.
    counts: Vec<(String, usize)>,
}

/// What the next sweep destroys and why, and what the last one did.
///
/// # Errors
/// When the store fails.
pub async fn sweep(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    let tonight = values::Moment::after_day(page.now().local_date());
    let due = vault.due(tonight, 500).await?;
    let rules = vault.rules();
    let mut counts: Vec<(String, usize)> = Vec::new();
    let mut going = Vec::with_capacity(due.len());
    for one in &due {
        let name = words::category(one.strand.category.as_str(), page.lang);
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name.clone(), 1)),
        }
        let cited = one
            .last_reason
            .as_ref()
            .map(|reason| reason.rule.as_str())
            .unwrap_or_default();
        let law = rules.cited(cited).map(|rule| rule.reference.clone());
        going.push(Going {
            name,
            rule: words::rule(&vault, cited, page.lang),
            law: law.unwrap_or_default(),
            since: one.strand.keep_until,
        });
    }
    html(&Sweep {
        last: vault.last_sweep().await?,
        going,
        counts,
        page,
    })
}

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

/// A hold in words.
struct Held {
    id: i64,
    name: String,
    why: String,
    set_at: values::Moment,
    review_on: Option<jiff::civil::Date>,
    late: bool,
}

#[derive(askama::Template)]
#[template(path = "holds.html")]
struct Holds {
    page: Page,
    holds: Vec<Held>,
}

/// Every hold that stands.
///
/// # Errors
/// When the store fails.
pub async fn holds(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    let today = page.now().local_date();
    let holds = vault.holds().await?.into_iter().map(|line| {
        let review_on: Option<jiff::civil::Date> = line.review_on.parse().ok();
        Held {
            id: line.id.get(),
            name: words::category(&line.category, page.lang),
            why: words::hold(&page.t, &line.reason),
            set_at: line.set_at,
            late: review_on.is_none_or(|day| day < today),
            review_on,
        }
    });
    html(&Holds {
        holds: holds.collect(),
        page,
    })
}

/// Nothing but the token of the session.
#[derive(Deserialize)]
pub struct Nothing {}

/// Releases a hold: what was deferred is done by the next sweep.
///
/// # Errors
/// When the store fails.
pub async fn release(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    vault.release(HoldId::from_raw(id)).await?;
    Ok(page.go_saying("/stab/personvern/hold", "notice-rights-released"))
}

//! `/stab/personvern`: what waits for an answer, in colour and in words, the most urgent first.

use axum::{extract::Query, response::Response};
use serde::Deserialize;
use vault::Vault;
use web::{Error, Page, Service, html};

use crate::{
    requests::{
        self, Kind, Request,
        paper::{self, Sheet},
    },
    restriction::{self, Restriction},
};

/// What is looked for.
#[derive(Default, Deserialize)]
pub struct Wanted {
    /// A kind of request.
    #[serde(default)]
    krav: String,
    /// `forfalt`, `snart`, `tvil`.
    #[serde(default)]
    stand: String,
}

/// How a request stands, for the choice above the list.
const STATES: &[(&str, &str)] = &[
    ("forfalt", "rights-filter-overdue"),
    ("snart", "rights-filter-soon"),
    ("tvil", "rights-filter-doubt"),
];

#[derive(askama::Template)]
#[template(path = "office.html")]
struct Office {
    page: Page,
    now: values::Moment,
    waiting: Vec<Request>,
    all: usize,
    overdue: usize,
    paused: usize,
    closed: Vec<Request>,
    holds: usize,
    owed: usize,
    restricted: Vec<Restriction>,
    /// Letters on paper that wait to be posted.
    papers: Vec<Sheet>,
    kinds: &'static [Kind],
    states: &'static [(&'static str, &'static str)],
    wanted: Wanted,
}

fn fits(wanted: &Wanted, request: &Request, now: values::Moment) -> bool {
    let kind = wanted.krav.is_empty() || request.kind.as_str() == wanted.krav;
    let state = match wanted.stand.as_str() {
        "forfalt" => request.is_overdue(now),
        "snart" => request.paused_at.is_none() && (0..=7).contains(&request.days_left(now)),
        "tvil" => request.paused_at.is_some(),
        _ => true,
    };
    kind && state
}

/// The requests, the most urgent first; those whose clock stands still last. Nobody's data is opened.
///
/// # Errors
/// When the store fails.
pub async fn show(
    Service(vault): Service<Vault>,
    Query(wanted): Query<Wanted>,
    page: Page,
) -> Result<Response, Error> {
    let now = page.now();
    let mut waiting = requests::waiting(&vault, 500).await?;
    waiting.sort_by_key(|one| (one.paused_at.is_some(), one.due_at, one.id));
    let (all, overdue) = (
        waiting.len(),
        waiting.iter().filter(|one| one.is_overdue(now)).count(),
    );
    let paused = waiting.iter().filter(|one| one.paused_at.is_some()).count();
    waiting.retain(|one| fits(&wanted, one, now));
    html(&Office {
        now,
        waiting,
        all,
        overdue,
        paused,
        closed: requests::closed(&vault, 30).await?,
        holds: vault.holds().await?.len(),
        owed: customers::disclosures::owed(&vault, 200).await?.len(),
        restricted: restriction::standing(&vault, 100).await?,
        papers: paper::waiting(&vault, 100).await?,
        kinds: Kind::ALL,
        states: STATES,
        wanted,
        page,
    })
}

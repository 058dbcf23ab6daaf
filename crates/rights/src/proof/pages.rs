//! `/stab/personvern/bevis`, with its evidence and a button; `/personvern/bevis`, for everybody.

use std::sync::Arc;

use axum::response::Response;
use declaration::vocabulary::ProofName;
use serde::Deserialize;
use vault::Vault;
use web::{Error, Page, Service, Signed, html};

use super::{Around, Attestation, Run, Verdict, last_proof, prove};
use crate::words;

/// A check in words.
struct Checked {
    name: String,
    holds: bool,
    looked: i64,
    wrong: Vec<String>,
}

/// A clause in words.
struct Line {
    number: String,
    text: String,
    badge: &'static str,
    verdict: &'static str,
    checks: Vec<Checked>,
    attested: Option<Attestation>,
}

#[derive(askama::Template)]
#[template(path = "proof_desk.html")]
struct Desk {
    page: Page,
    run: Option<Run>,
    lines: Vec<Line>,
}

#[derive(askama::Template)]
#[template(path = "proof_public.html")]
struct Public {
    page: Page,
    run: Option<Run>,
    lines: Vec<Line>,
}

const fn said(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Holds => ("good", "rights-verdict-holds"),
        Verdict::Attested => ("info", "rights-verdict-attested"),
        Verdict::Fails => ("bad", "rights-verdict-fails"),
    }
}

/// The message with a check's name.
fn key(name: &str) -> String {
    format!("rights-proof-{}", name.replace('_', "-"))
}

async fn lines(vault: &Vault, page: &Page) -> Result<(Option<Run>, Vec<Line>), Error> {
    let Some((run, clauses)) = last_proof(vault).await? else {
        return Ok((None, Vec::new()));
    };
    let declaration = vault.declaration();
    let lines = clauses.into_iter().map(|clause| {
        let (badge, verdict) = said(clause.verdict);
        let stated = declaration
            .clauses()
            .iter()
            .find(|c| c.number == clause.number);
        let checks = clause.evidence.into_iter().map(|one| Checked {
            name: page.t.s(&key(&one.proof)).to_owned(),
            holds: one.holds,
            looked: one.looked,
            wrong: one.wrong,
        });
        Line {
            text: stated.map_or(clause.text, |c| {
                c.text.in_lang(words::tongue(page.lang)).to_owned()
            }),
            number: clause.number,
            badge,
            verdict,
            checks: checks.collect(),
            attested: clause.attested,
        }
    });
    Ok((Some(run), lines.collect()))
}

/// Clause by clause, with what was looked at.
///
/// # Errors
/// When the store fails.
pub async fn desk(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    let (run, lines) = lines(&vault, &page).await?;
    html(&Desk { page, run, lines })
}

/// Nothing but the token of the session.
#[derive(Deserialize)]
pub struct Nothing {}

/// Runs it now.
///
/// # Errors
/// When the house around is not there, or the store fails.
pub async fn run(
    Service(vault): Service<Vault>,
    Service(around): Service<Arc<dyn Around>>,
    page: Page,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    prove(&vault, &*around).await?;
    Ok(page.go_saying("/stab/personvern/bevis", "notice-rights-proved"))
}

/// For everybody: which promises held when they were last tried. Nothing of the inside.
///
/// # Errors
/// When the store fails.
pub async fn public(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    let (run, lines) = lines(&vault, &page).await?;
    html(&Public { page, run, lines })
}

/// Every check has its name in the language files.
#[must_use]
pub fn keys() -> Vec<String> {
    ProofName::ALL
        .iter()
        .map(|name| key(name.as_str()))
        .collect()
}

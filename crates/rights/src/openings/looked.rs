//! `/min-side/hvem-har-sett`: who has opened a person's data, day by day, in words.

use std::collections::{BTreeMap, btree_map::Entry};

use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use jiff::civil::Date;
use serde::Deserialize;
use values::Moment;
use vault::{OpeningLine, Vault};
use web::{App, Error, Me, Page, Service, html};

use super::{Case, CaseFacts, cases_of, company, reason_key};
use crate::{held::openings::looked, words};

/// How many lines of the log are told.
const MOST: i64 = 10_000;
const PER_PAGE: usize = 50;

/// Which part of a list.
#[derive(Default, Deserialize)]
pub struct Part {
    #[serde(default)]
    side: usize,
}

/// A line in words.
pub(crate) struct Line {
    pub seq: i64,
    pub at: Moment,
    pub who: String,
    pub company: String,
    pub what: String,
    pub purpose: String,
    pub case: String,
    /// What was out of the ordinary, and the reason that was given.
    pub marks: Vec<&'static str>,
    pub reason: Option<&'static str>,
    /// Whether a person did it, and not the program itself.
    pub by_person: bool,
}

/// The lines of one day.
pub(crate) struct OneDay {
    pub date: Date,
    pub lines: Vec<Line>,
}

#[derive(askama::Template)]
#[template(path = "openings_looked.html")]
struct LookedAt {
    page: Page,
    days: Vec<OneDay>,
    current: usize,
    last: usize,
}

/// A line of the log in words for the person it is about.
pub(crate) fn say(
    vault: &Vault,
    page: &Page,
    line: &OpeningLine,
    cases: &BTreeMap<Case, CaseFacts>,
    reason: Option<&str>,
) -> Line {
    let said = looked(&vault.declaration(), &page.t, page.lang, line);
    let facts = cases.get(&(line.case_kind.clone(), line.case_id));
    let mut case = said.case.clone();
    if let Some(at) = facts.and_then(|facts| facts.at) {
        let day = words::day(at, page.lang);
        case = page
            .t
            .f("openings-case-day", &[("case", &case), ("day", &day)]);
    }
    if let Some(place) = facts.and_then(|facts| facts.place.as_ref()) {
        case = page
            .t
            .f("openings-case-place", &[("case", &case), ("place", place)]);
    }
    let mark = |mark: &str| match mark {
        "bulk" => Some("openings-mark-bulk"),
        "unusual" => Some("openings-mark-unusual"),
        "break_glass" => Some("openings-mark-glass"),
        "leave" => Some("openings-mark-leave"),
        _ => None,
    };
    Line {
        seq: line.seq,
        at: line.at,
        who: said.who,
        company: company(vault, line.controller),
        what: said.categories.join(", "),
        purpose: said.purpose,
        case,
        marks: line.marks.split(',').filter_map(mark).collect(),
        reason: reason.map(reason_key),
        by_person: line.actor_kind == "staff",
    }
}

/// The chosen reasons behind some lines.
async fn reasons(vault: &Vault, lines: &[OpeningLine]) -> Result<BTreeMap<i64, String>, Error> {
    let mut known = BTreeMap::new();
    for line in lines.iter().filter(|line| line.look != 0) {
        let Entry::Vacant(place) = known.entry(line.look) else {
            continue;
        };
        let look = vault.look(values::LookId::from_raw(line.look)).await?;
        place.insert(look.map_or_else(String::new, |look| look.reason));
    }
    Ok(known)
}

/// Who has opened the data of the person who is logged in.
///
/// # Errors
/// When the store fails.
pub async fn who(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Query(part): Query<Part>,
    page: Page,
    me: Me,
) -> Result<Response, Error> {
    let all = vault.openings_about(me.subject, MOST).await?;
    let last = all.len().div_ceil(PER_PAGE).max(1);
    let current = part.side.clamp(1, last);
    let shown: Vec<OpeningLine> = all
        .into_iter()
        .skip((current - 1) * PER_PAGE)
        .take(PER_PAGE)
        .collect();
    let cases = cases_of(&app, &vault, &shown).await?;
    let reasons = reasons(&vault, &shown).await?;
    let mut days: Vec<OneDay> = Vec::new();
    for line in &shown {
        let reason = reasons.get(&line.look).map(String::as_str);
        let said = say(&vault, &page, line, &cases, reason);
        let date = line.at.local_date();
        match days.last_mut().filter(|day| day.date == date) {
            Some(day) => day.lines.push(said),
            None => days.push(OneDay {
                date,
                lines: vec![said],
            }),
        }
    }
    html(&LookedAt {
        page,
        days,
        current,
        last,
    })
}

#[derive(askama::Template)]
#[template(path = "openings_ask.html")]
struct Asking {
    page: Page,
    line: Line,
    text: String,
}

/// Asks the privacy officer about a line; the line's number is in the question already.
///
/// # Errors
/// [`Error::NotFound`] for a line about somebody else; when the store fails.
pub async fn ask(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(seq): Path<i64>,
    page: Page,
    me: Me,
) -> Result<Response, Error> {
    let line = vault.opening(seq).await?;
    let line = line.filter(|line| line.subject == me.subject);
    let line = line.ok_or(Error::NotFound)?;
    let shown = [line];
    let cases = cases_of(&app, &vault, &shown).await?;
    let reasons = reasons(&vault, &shown).await?;
    let reason = reasons.get(&shown[0].look).map(String::as_str);
    let line = say(&vault, &page, &shown[0], &cases, reason);
    let at = page.at(line.at).to_string();
    let text = page.t.f(
        "openings-ask-text",
        &[("line", &line.seq), ("at", &at), ("who", &line.who)],
    );
    html(&Asking { page, line, text })
}

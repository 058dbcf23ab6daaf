//! `/stab/personvern/uvanlig`: what was out of the ordinary, for the privacy officer.

use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use declaration::vocabulary::{Category, purpose::Rights};
use serde::Deserialize;
use values::{LookId, SubjectId};
use vault::{Ask, Look, LookReason, Permit, Personal, Sealed, Vault, VaultError};
use web::{App, Colleague, Error, NavLink, Page, Service, Signed, html};

use super::{
    cases_of, company, kind_key,
    looked::{Line, say},
    names, reason_key, role_key,
};

/// How many are told.
const MOST: i64 = 500;
/// How many lines of one are told.
const LINES: i64 = 200;

/// What is shown of the list.
#[derive(Default, Deserialize)]
pub struct Which {
    #[serde(default)]
    vis: String,
}

/// A question in words.
struct Row {
    look: Look,
    who: &'static str,
    company: String,
    kinds: Vec<&'static str>,
    reason: &'static str,
}

impl Row {
    fn of(vault: &Vault, look: Look) -> Self {
        Self {
            who: role_key(&look.role),
            company: company(vault, look.controller.get()),
            kinds: look.kind.split(',').map(kind_key).collect(),
            reason: reason_key(&look.reason),
            look,
        }
    }

    /// Nobody answered: the reader turned away.
    const fn turned_away(&self) -> bool {
        self.look.given_at.is_none()
    }
}

/// The filters: the word in the address, its name.
const FILTERS: &[(&str, &str)] = &[
    ("", "openings-filter-new"),
    ("alle", "openings-filter-all"),
    ("uten-svar", "openings-filter-unanswered"),
    ("nodtilgang", "openings-filter-glass"),
];

fn filters(page: &Page, which: &str) -> Vec<NavLink> {
    let link = |(word, name): &(&str, &str)| NavLink {
        href: match *word {
            "" => format!("{}/stab/personvern/uvanlig", page.l),
            word => format!("{}/stab/personvern/uvanlig?vis={word}", page.l),
        },
        text: page.t.s(name).to_owned(),
        here: *word == which,
        heading: None,
    };
    FILTERS.iter().map(link).collect()
}

#[derive(askama::Template)]
#[template(path = "openings_unusual.html")]
struct Unusual {
    page: Page,
    rows: Vec<Row>,
    filters: Vec<NavLink>,
    unseen: i64,
    /// Lines that were marked only: nobody was asked.
    noted: Vec<Line>,
}

/// The list.
///
/// # Errors
/// When the store fails.
pub async fn list(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Query(which): Query<Which>,
    page: Page,
) -> Result<Response, Error> {
    let wanted = |look: &Look| match which.vis.as_str() {
        "alle" => true,
        "uten-svar" => look.given_at.is_none(),
        "nodtilgang" => look.is_glass(),
        _ => look.seen_at.is_none(),
    };
    let looks = vault.looks(MOST).await?.into_iter().filter(wanted);
    let rows = looks.map(|look| Row::of(&vault, look)).collect();
    let marked = vault.marked_openings(true, LINES).await?;
    let cases = cases_of(&app, &vault, &marked).await?;
    let noted = marked.iter();
    html(&Unusual {
        rows,
        noted: noted
            .map(|line| say(&vault, &page, line, &cases, None))
            .collect(),
        unseen: vault.looks_unseen().await?,
        filters: filters(&page, &which.vis),
        page,
    })
}

#[derive(askama::Template)]
#[template(path = "openings_one.html")]
struct One {
    page: Page,
    row: Row,
    name: Option<values::PersonName>,
    words: Option<Personal<LookReason>>,
    persons: usize,
    lines: Vec<Line>,
}

/// What the reader wrote; opened under the officer's own permit, with the question as the case.
async fn words_of(
    vault: &Vault,
    who: Colleague,
    look: &Look,
) -> Result<Option<Personal<LookReason>>, Error> {
    let Some(record) = look.record else {
        return Ok(None);
    };
    let ask = Ask::open(who.actor(), look.staff)
        .of(&[Category::RightsCase])
        .case("look", look.id.get());
    let permit: Permit<Rights> = match vault.permit(ask).await {
        Ok(permit) => permit,
        Err(VaultError::Gone | VaultError::Refused(_)) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let load = move |db: &mut dyn store::Db| Sealed::<LookReason>::load(db, record);
    let sealed = vault.store().read(load).await?;
    let opened = sealed.map(|one| vault.open(&permit, &one)).transpose()?;
    Ok(opened)
}

async fn find(vault: &Vault, id: i64) -> Result<Look, Error> {
    let look = vault.look(LookId::from_raw(id)).await?;
    look.ok_or(Error::NotFound)
}

/// One of them: who, why, and what was opened.
///
/// # Errors
/// [`Error::NotFound`] when there is none; when the store fails.
pub async fn show(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
) -> Result<Response, Error> {
    let look = find(&vault, id).await?;
    let (persons, opened) = vault.look_facts(&look, LINES).await?;
    let cases = cases_of(&app, &vault, &opened).await?;
    let staff: SubjectId = look.staff;
    let mut names = names(&app, vec![staff], ("look", id)).await?;
    let words = words_of(&vault, who, &look).await?;
    let lines = opened.iter();
    html(&One {
        name: names.remove(&staff),
        words,
        persons: persons.len(),
        lines: lines
            .map(|line| say(&vault, &page, line, &cases, None))
            .collect(),
        row: Row::of(&vault, look),
        page,
    })
}

/// Nothing but the token of the session.
#[derive(Deserialize)]
pub struct Nothing {}

/// An officer has looked at it.
///
/// # Errors
/// [`Error::NotFound`] when there is none; when the store fails.
pub async fn seen(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    let look = find(&vault, id).await?;
    vault.see_look(look.id, who.staff).await?;
    Ok(page.go_saying("/stab/personvern/uvanlig", "notice-openings-seen"))
}

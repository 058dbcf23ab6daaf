//! `/stab/nyhetsbrev/make`: whether both sides agree, what waits, what was found there, and the button
//! that makes them agree.

use axum::response::Response;
use serde::Deserialize;
use store::{Db, StoreError};
use values::{ControllerId, Moment};
use vault::{Vault, VaultError};
use web::{Colleague, Error, Page, Service, Signed, html};

use crate::{
    account::{AccountState, state},
    accounts::{Account, Accounts},
    compare::{REASONS, Report, reports},
    night, sql,
    turn::{Wish, waiting, wish},
};

/// So many reports are shown.
const REPORTS: i64 = 8;
/// So many numbers of unknown subscribers are shown.
const UNKNOWNS: i64 = 50;

/// A report as the page shows it.
struct Shown {
    at: String,
    done: bool,
    refused: i64,
    /// Who would be stopped there for want of a basis, and might have one.
    without: i64,
    lines: Vec<(String, i64)>,
}

/// An account as the page shows it.
struct Card {
    id: i64,
    name: String,
    topic: String,
    tone: &'static str,
    word: &'static str,
    looked: Option<String>,
    compared: Option<String>,
    failed: Option<String>,
    failure: Option<&'static str>,
    next: String,
    /// The night that leads to this day; none when it is now.
    night: Option<String>,
    /// What is to be stopped there, and to be put on the list.
    waits: String,
    newer: i64,
    first_time: bool,
    preview: Option<Shown>,
    reports: Vec<Shown>,
    unknown: i64,
    unknowns: Vec<(i64, String, bool)>,
    /// Whom the service does not take: our number, and since when.
    refused: Vec<(i64, String)>,
}

#[derive(askama::Template)]
#[template(path = "make.html")]
struct View {
    page: Page,
    cards: Vec<Card>,
}

/// What a failure means, and whose business it is.
const fn failure_words(word: &str) -> &'static str {
    match word.as_bytes() {
        b"down" => "make-failure-down",
        b"pause" => "make-failure-pause",
        b"refused" => "make-failure-refused",
        b"unknown" => "make-failure-unknown",
        b"short" => "make-failure-short",
        _ => "make-failure-malformed",
    }
}

fn standing(state: &AccountState) -> (&'static str, &'static str) {
    match state.failure.as_deref() {
        Some("refused") => ("bad", "make-refused"),
        Some(_) => ("wait", "make-down"),
        None if state.compared_at.is_none() => ("idle", "make-not-compared"),
        None if state.in_step => ("good", "make-in-step"),
        None => ("wait", "make-out-of-step"),
    }
}

fn shown(page: &Page, report: &Report) -> Shown {
    let lines = REASONS.iter().filter_map(|reason| {
        let n = report.counts.get(reason).copied()?;
        let key = format!("make-count-{}", reason.replace('_', "-"));
        (n > 0).then(|| (page.t.s(&key).to_owned(), n))
    });
    Shown {
        at: page.at(report.at),
        done: report.done,
        refused: report.refused(),
        without: ["unknown", "no_yes"]
            .iter()
            .filter_map(|reason| report.counts.get(reason))
            .sum(),
        lines: lines.collect(),
    }
}

type Unknowns = (i64, Vec<(i64, Moment, bool)>);

async fn unknowns(vault: &Vault, controller: ControllerId) -> Result<Unknowns, VaultError> {
    let read = move |db: &mut dyn Db| {
        let n = db
            .one(&sql::COUNT_UNKNOWN, &[controller.get().into()])?
            .i64("n")?;
        let rows = db.all(&sql::UNKNOWNS, &[controller.get().into(), UNKNOWNS.into()])?;
        let rows = rows.iter().map(|row| {
            let first = Moment::from_millis(row.i64("first_at")?);
            Ok((
                row.i64("there_id")?,
                first,
                row.opt_i64("stopped_at")?.is_some(),
            ))
        });
        Ok((n, rows.collect::<Result<Vec<_>, StoreError>>()?))
    };
    Ok(vault.store().read(read).await?)
}

async fn refused(
    vault: &Vault,
    controller: ControllerId,
) -> Result<Vec<(i64, Moment)>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let rows = db.all(&sql::REFUSED, &[controller.get().into()])?;
        let rows = rows.iter().map(|row| {
            let at = Moment::from_millis(row.i64("at")?);
            Ok((row.i64("subject_id")?, at))
        });
        rows.collect::<Result<Vec<_>, StoreError>>()
    };
    Ok(vault.store().read(read).await?)
}

fn waits(page: &Page, (stops, puts): (i64, i64)) -> String {
    if stops + puts == 0 {
        return page.t.s("make-waits-none").to_owned();
    }
    page.t
        .f("make-waits", &[("stops", &stops), ("puts", &puts)])
}

async fn card(vault: &Vault, page: &Page, account: &Account) -> Result<Card, Error> {
    let declaration = vault.declaration();
    let state = state(vault, account.controller).await?;
    let all = reports(vault, account.controller, REPORTS).await?;
    let (unknown, some) = unknowns(vault, account.controller).await?;
    let waits = waits(page, waiting(vault, account).await?);
    let (tone, word) = standing(&state);
    let refused = refused(vault, account.controller).await?;
    let name = declaration.controller(account.controller);
    let newest = all.first().filter(|report| !report.done);
    let some = some
        .into_iter()
        .map(|(id, first, stopped)| (id, page.on_day(first), stopped));
    Ok(Card {
        id: account.controller.get(),
        name: name.map_or_else(String::new, |one| one.name.clone()),
        topic: account.choice.name(&declaration, page.lang),
        tone,
        word,
        looked: state.looked_at.map(|at| page.at(at)),
        compared: state.compared_at.map(|at| page.at(at)),
        failed: state
            .failed_at
            .filter(|_| state.failure.is_some())
            .map(|at| page.at(at)),
        failure: state.failure.as_deref().map(failure_words),
        next: page.at(state.next_at),
        night: night::next(state.compared_at, page.now()).map(|at| page.on_day(at)),
        waits,
        newer: state.newer,
        first_time: state.agreed_at.is_none(),
        preview: newest.map(|report| shown(page, report)),
        reports: all.iter().map(|report| shown(page, report)).collect(),
        unknown,
        unknowns: some.collect(),
        refused: refused
            .into_iter()
            .map(|(id, at)| (id, page.at(at)))
            .collect(),
    })
}

/// The page.
///
/// # Errors
/// When the store fails.
pub(crate) async fn show(
    Service(vault): Service<Vault>,
    Service(accounts): Service<Accounts>,
    page: Page,
    _: Colleague,
) -> Result<Response, Error> {
    let mut cards = Vec::new();
    for account in accounts.all() {
        cards.push(card(&vault, &page, account).await?);
    }
    html(&View { page, cards })
}

/// What is pressed.
#[derive(Deserialize)]
pub(crate) struct Pressed {
    account: i64,
    act: String,
}

/// Looks, or does it.
///
/// # Errors
/// When the store fails.
pub(crate) async fn act(
    Service(vault): Service<Vault>,
    Service(accounts): Service<Accounts>,
    page: Page,
    who: Colleague,
    form: Signed<Pressed>,
) -> Result<Response, Error> {
    let pressed = form.data;
    let controller = ControllerId::from_raw(pressed.account);
    let account = accounts.of(controller).ok_or(Error::NotFound)?;
    let (what, good) = match pressed.act.as_str() {
        "preview" => (Wish::Preview, "notice-make-looked"),
        "agree" => (Wish::Agree, "notice-make-agreed"),
        _ => return Err(Error::BadRequest("act")),
    };
    let done = wish(&vault, account, what, who.staff).await?;
    let state = state(&vault, controller).await?;
    let notice = match (what, state.failure.is_some()) {
        _ if !done => "notice-make-begun",
        (_, true) => "notice-make-failed",
        (Wish::Agree, false) if !state.in_step => "notice-make-not-yet",
        (_, false) => good,
    };
    Ok(page.go_saying("/stab/nyhetsbrev/make", notice))
}

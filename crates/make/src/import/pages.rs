//! `/stab/nyhetsbrev/make/import/{account}`: choose a file, see what comes of each row, do it, and read
//! what was refused.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use values::{ControllerId, JobId};
use vault::{LookUp, OlderWords, Vault};
use web::{Colleague, Error, Errors, Page, Service, Signed, UploadedTable, html, html_again};

use super::{
    Looked, Outcome, Pending, WAIT_MINUTES, Why, carry,
    judge::{There, judge},
    list,
    older::{self, TypedOlder},
    table,
};
use crate::{
    account::Failing,
    accounts::{Account, Accounts},
};

/// So many earlier files are shown.
const EARLIER: i64 = 10;
/// So many refused rows are shown on a page; the file for a spreadsheet has all.
const SHOWN: usize = 500;

/// What the button sends.
#[derive(Deserialize)]
pub(crate) struct Pressed {
    token: i64,
}

#[derive(askama::Template)]
#[template(path = "make_import.html")]
struct Choose {
    page: Page,
    errors: Errors,
    account: i64,
    name: String,
    words: Vec<(&'static str, String)>,
    typed: TypedOlder,
    /// What older words may cover: the word of the form, and what it is called.
    topics: Vec<(String, String)>,
    earlier: Vec<(i64, String, i64, i64, i64, i64)>,
}

impl Choose {
    /// What the officer confirms.
    fn sure(&self) -> String {
        let name = self.name.as_str();
        self.page.t.f1("make-import-older-sure", "name", name)
    }
}

#[derive(askama::Template)]
#[template(path = "make_import_look.html")]
struct Look {
    page: Page,
    account: i64,
    token: i64,
    /// The service did not answer: what it knows of them is not in the judgement.
    alone: bool,
    rows: i64,
    what: Shown,
}

#[derive(askama::Template)]
#[template(path = "make_import_done.html")]
struct Told {
    page: Page,
    account: i64,
    id: i64,
    what: Shown,
}

/// What comes or came of a file, as the pages show it.
struct Shown {
    yes: i64,
    known: i64,
    no: i64,
    refused: i64,
    /// Yeses to older words, and those words.
    covered: i64,
    older: Option<OlderWords>,
    /// Numbers by reason.
    reasons: Vec<(String, i64)>,
    rows: Vec<(i64, Option<i64>, String)>,
    more: i64,
}

fn shown(page: &Page, outcome: &Outcome) -> Shown {
    let mut by: BTreeMap<Why, i64> = BTreeMap::new();
    for (_, _, why) in &outcome.refused {
        *by.entry(*why).or_default() += 1;
    }
    let words = |why: Why| page.t.s(&why.key()).to_owned();
    let some = outcome.refused.iter().take(SHOWN);
    Shown {
        yes: outcome.yes,
        known: outcome.known,
        no: outcome.no,
        covered: outcome.covered,
        older: outcome.older.clone(),
        refused: outcome.refused.len() as i64,
        reasons: by.into_iter().map(|(why, n)| (words(why), n)).collect(),
        rows: some
            .map(|(row, there, why)| (*row, *there, words(*why)))
            .collect(),
        more: outcome.refused.len().saturating_sub(SHOWN) as i64,
    }
}

fn of(accounts: &Accounts, account: i64) -> Result<&Account, Error> {
    accounts
        .of(ControllerId::from_raw(account))
        .ok_or(Error::NotFound)
}

async fn choose(
    vault: &Vault,
    page: Page,
    account: &Account,
    (typed, errors): (TypedOlder, Errors),
) -> Result<Choose, Error> {
    let declaration = vault.declaration();
    let topics = newsletter::topics::all(&declaration).into_iter();
    let topics = topics.filter(|one| one.controller == account.controller);
    let topics = topics.map(|one| (one.word(), one.name(&declaration, page.lang)));
    let langs = [
        (web::Lang::Nb, "make-import-lang-nb"),
        (web::Lang::Nn, "make-import-lang-nn"),
        (web::Lang::En, "make-import-lang-en"),
    ];
    let words = langs.map(|(lang, key)| (key, account.choice.words(&declaration, lang)));
    let earlier = list::all(vault, account.controller, EARLIER).await?;
    let earlier = earlier.iter().map(|one| {
        (
            one.id,
            page.at(one.at),
            one.yes,
            one.known,
            one.no,
            one.refused,
        )
    });
    let name = declaration.controller(account.controller);
    Ok(Choose {
        account: account.controller.get(),
        name: name.map_or_else(String::new, |one| one.name.clone()),
        words: words.to_vec(),
        topics: topics.collect(),
        typed,
        earlier: earlier.collect(),
        page,
        errors,
    })
}

/// Where a file is chosen.
///
/// # Errors
/// When there is no such account, or the store fails.
pub(crate) async fn show(
    Service(vault): Service<Vault>,
    Service(accounts): Service<Accounts>,
    page: Page,
    Path(account): Path<i64>,
) -> Result<Response, Error> {
    let account = of(&accounts, account)?;
    let blank = (TypedOlder::default(), Errors::new());
    html(&choose(&vault, page, account, blank).await?)
}

/// What would come of it. Nothing is stored.
///
/// # Errors
/// When there is no such account, or the store fails.
pub(crate) async fn look(
    Service(vault): Service<Vault>,
    Service(accounts): Service<Accounts>,
    page: Page,
    who: Colleague,
    Path(account): Path<i64>,
    form: UploadedTable<TypedOlder>,
) -> Result<Response, Error> {
    let account = of(&accounts, account)?;
    let (typed, mut errors) = (form.data, form.errors);
    let older = older::read((&vault, &page), account.choice, &typed, &mut errors);
    let table = match form.table {
        Some(bytes) => table::read(&bytes, typed.any())
            .map_err(|why| errors.add("table", why))
            .ok(),
        None if errors.of("table").is_none() => {
            errors.add("table", "make-import-error-none");
            None
        }
        None => None,
    };
    let Some(table) = table.filter(|_| !errors.any()) else {
        return html_again(&choose(&vault, page, account, (typed, errors)).await?);
    };
    let held = account.service.held().await;
    let alone = held.is_err();
    let tag = |held: crate::Held| {
        let mark = held
            .email
            .as_ref()
            .map(|email| *vault.tag(&LookUp::email(email)).hash());
        (mark, held)
    };
    let there = There::of(held.unwrap_or_default().0.into_iter().map(tag).collect());
    let rows = judge(&vault, account.choice, &there, older.as_ref(), &table);
    let file = Looked { rows, older };
    let outcome = carry::weigh(&vault, account, &file).await?;
    let (token, now) = (vault.world().id::<JobId>().get(), page.now());
    let view = Look {
        account: account.controller.get(),
        token,
        alone,
        rows: file.rows.len() as i64,
        what: shown(&page, &outcome),
        page,
    };
    account.waiting.put(Pending {
        by: who.staff,
        token,
        until: now.plus_minutes(WAIT_MINUTES),
        file: Arc::new(file),
    });
    html(&view)
}

/// Does it.
///
/// # Errors
/// When there is no such account, or the store fails.
pub(crate) async fn carry_out(
    Service(vault): Service<Vault>,
    Service(accounts): Service<Accounts>,
    page: Page,
    who: Colleague,
    Path(account): Path<i64>,
    form: Signed<Pressed>,
) -> Result<Response, Error> {
    let account = of(&accounts, account)?;
    let Signed { data, mut errors } = form;
    let Some(file) = account.waiting.take(who.staff, data.token, page.now()) else {
        errors.add("table", "make-import-error-gone");
        let blank = (TypedOlder::default(), errors);
        return html_again(&choose(&vault, page, account, blank).await?);
    };
    let id = match carry::carry_out(&vault, account, &file, who.actor()).await {
        Ok(id) => id,
        Err(Failing::House(error)) => return Err(error.into()),
        Err(Failing::Service(_)) => return Err(Error::Internal("make")),
    };
    let path = format!(
        "/stab/nyhetsbrev/make/import/{}/{}",
        account.controller.get(),
        id.get()
    );
    Ok(page.go_saying(&path, "notice-make-imported"))
}

/// What came of a file.
///
/// # Errors
/// When there is no such file, or the store fails.
pub(crate) async fn told(
    Service(vault): Service<Vault>,
    Service(accounts): Service<Accounts>,
    page: Page,
    Path((account, id)): Path<(i64, i64)>,
) -> Result<Response, Error> {
    let account = of(&accounts, account)?;
    let outcome = list::of(&vault, account.controller, id).await?;
    let outcome = outcome.ok_or(Error::NotFound)?;
    html(&Told {
        account: account.controller.get(),
        id,
        what: shown(&page, &outcome),
        page,
    })
}

/// Every row of it that was refused, for a spreadsheet.
///
/// # Errors
/// When there is no such file, or the store fails.
pub(crate) async fn refused(
    Service(vault): Service<Vault>,
    Service(accounts): Service<Accounts>,
    page: Page,
    Path((account, id)): Path<(i64, i64)>,
) -> Result<Response, Error> {
    let account = of(&accounts, account)?;
    let outcome = list::of(&vault, account.controller, id).await?;
    let refused = outcome.ok_or(Error::NotFound)?.refused;
    let word = |why: Why| page.t.s(&why.key()).to_owned();
    let text = list::csv(&refused, page.t.s("make-import-csv-head"), word);
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"avvist.csv\"",
        ),
    ];
    let headers = headers.map(|(name, value)| (name, HeaderValue::from_static(value)));
    Ok((headers, text).into_response())
}

//! The list.

use axum::{extract::Query, response::Response};
use serde::Deserialize;
use store::Db;
use vault::{Personal, Vault, VaultError};
use web::{Colleague, Error, Page, Service as Part, html};

use super::{NoticeView, notice_view};
use crate::{
    prospect::{self, ProspectRecord},
    sql,
    wash::{self, Against},
};

/// So many stand on one page of the list; each is an opening.
const ON_A_PAGE: i64 = 20;

/// One line of the list.
struct Row {
    id: i64,
    record: Personal<ProspectRecord>,
    captured: String,
    notice: NoticeView,
}

#[derive(askama::Template)]
#[template(path = "bedrifter.html")]
struct List {
    page: Page,
    rows: Vec<Row>,
    next: Option<i64>,
    owed: i64,
    washed: Vec<(String, String)>,
}

/// Which page of the list.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Before {
    etter: Option<i64>,
}

/// `GET /stab/bedrifter`.
pub(crate) async fn list(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Query(before): Query<Before>,
) -> Result<Response, Error> {
    let from = before.etter.unwrap_or(i64::MAX);
    let read = move |db: &mut dyn Db| {
        let rows = db.all(&sql::PAGE, &[from.into(), (ON_A_PAGE + 1).into()])?;
        let rows = rows
            .iter()
            .map(prospect::row)
            .collect::<Result<Vec<_>, _>>()?;
        let owed = db.one(&sql::OWED, &[])?.i64("owed")?;
        Ok((rows, owed))
    };
    let (mut found, owed) = vault.store().read(read).await?;
    let more = found.len() as i64 > ON_A_PAGE;
    found.truncate(usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX));
    let next = more.then(|| found.last().map(|row| row.id)).flatten();
    let mut rows = Vec::new();
    for one in found {
        let record = match prospect::open(&vault, &one, who.actor(), true).await {
            Err(VaultError::Gone) => continue,
            other => other?,
        };
        rows.push(Row {
            id: one.id,
            record,
            captured: page.on_day(one.captured_at),
            notice: notice_view(&page, &one),
        });
    }
    let washed = washed(&vault, &page).await?;
    html(&List {
        page,
        rows,
        next,
        owed,
        washed,
    })
}

/// When each list was last taken in, in words.
async fn washed(vault: &Vault, page: &Page) -> Result<Vec<(String, String)>, Error> {
    let mut all = Vec::new();
    for (against, key) in [
        (Against::Phone, "prospect-wash-phone"),
        (Against::Post, "prospect-wash-post"),
    ] {
        let said = match wash::last(vault, against).await? {
            Some((at, lines)) => {
                let (date, lines) = (page.on_day(at), page.count(lines));
                let arguments: [(&str, &dyn web::Arg); 2] = [("date", &date), ("lines", &lines)];
                page.t.f("prospect-washed", &arguments)
            }
            None => page.t.s("prospect-never-washed").to_owned(),
        };
        all.push((page.t.s(key).to_owned(), said));
    }
    Ok(all)
}

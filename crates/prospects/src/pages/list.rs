//! The list.

use axum::{extract::Query, response::Response};
use serde::Deserialize;
use store::Db;
use vault::{Personal, Vault, VaultError};
use web::{Colleague, Error, Page, Service as Part, html};

use super::{NoticeView, may::list_in_words, notice_view};
use crate::{
    prospect::{self, ProspectRecord},
    sql,
    wash::Against,
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
    lists: Vec<String>,
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
    let mut lists = Vec::new();
    for against in Against::ALL {
        lists.push(list_in_words(&vault, &page, *against).await?);
    }
    html(&List {
        page,
        rows,
        next,
        owed,
        lists,
    })
}

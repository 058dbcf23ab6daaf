//! One of them: what is written down, what may be done, and how it ends.

use axum::{extract::Path, response::Response};
use vault::{Personal, Vault, VaultError};
use web::{Colleague, Error, Lang, Page, Service as Part, Signed, html};

use super::{Nothing, NoticeView, notice_view};
use crate::{
    prospect::{self, Notice, Prospect, ProspectRecord},
    verdicts,
    verdicts::Line as VerdictLine,
};

#[derive(askama::Template)]
#[template(path = "bedrift.html")]
struct One {
    page: Page,
    id: i64,
    record: Personal<ProspectRecord>,
    captured: String,
    notice: NoticeView,
    owed: bool,
    lang: Lang,
    goes: String,
    verdicts: Vec<VerdictLine>,
}

async fn find(vault: &Vault, id: i64) -> Result<Prospect, Error> {
    prospect::by_id(vault, id).await?.ok_or(Error::NotFound)
}

/// `GET /stab/bedrifter/{id}`.
pub(crate) async fn show(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
) -> Result<Response, Error> {
    let one = find(&vault, id).await?;
    let record = match prospect::open(&vault, &one, who.actor(), false).await {
        Err(VaultError::Gone) => return Err(Error::NotFound),
        other => other?,
    };
    let strands = vault.strands_of(one.subject).await?;
    let marketing = strands
        .iter()
        .find(|strand| strand.category == declaration::vocabulary::Category::Marketing);
    let goes = marketing.map(|strand| page.on_day(strand.keep_until));
    let verdicts = verdicts::of(&vault, &page, &one, &record).await?;
    html(&One {
        id,
        captured: page.on(one.captured_at),
        notice: notice_view(&page, &one),
        owed: matches!(one.notice, Notice::Owed | Notice::Failed),
        lang: one.lang,
        goes: goes.unwrap_or_default(),
        verdicts,
        record,
        page,
    })
}

/// `POST /stab/bedrifter/{id}/varslet`: the notice was given on paper or by telephone.
pub(crate) async fn told(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
    _form: Signed<Nothing>,
) -> Result<Response, Error> {
    let one = find(&vault, id).await?;
    prospect::given(&vault, &one, who.actor(), page.now()).await?;
    Ok(page.go_saying(&format!("/stab/bedrifter/{id}"), "notice-saved"))
}

/// `POST /stab/bedrifter/{id}/nei`: they have said no, by telephone or letter.
pub(crate) async fn said_no(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
    _form: Signed<Nothing>,
) -> Result<Response, Error> {
    let one = find(&vault, id).await?;
    prospect::remove(&vault, &one, Some("phone"), who.actor()).await?;
    Ok(page.go_saying("/stab/bedrifter", "notice-prospect-said-no"))
}

/// `POST /stab/bedrifter/{id}/fjern`: no more use for it.
pub(crate) async fn remove(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
    _form: Signed<Nothing>,
) -> Result<Response, Error> {
    let one = find(&vault, id).await?;
    prospect::remove(&vault, &one, None, who.actor()).await?;
    Ok(page.go_saying("/stab/bedrifter", "notice-prospect-removed"))
}

//! The privacy declaration: as it holds now, as it was, what changed, and as data.

use std::sync::Arc;

use askama::Template;
use axum::{extract::Path, http::HeaderMap, response::Response};
use declaration::Declaration;
use web::{Error, Page, Service, html};

use crate::{
    Site, VersionLine,
    company::Foot,
    house::{ProofSummary, lang},
    shelf::{Kind, Wish},
    versions::{dated, load, versions},
};

#[derive(Template)]
#[template(path = "privacy.html")]
struct Privacy {
    page: Page,
    foot: Foot,
    /// The page of the declaration crate.
    body: String,
    version: u32,
    /// From when it holds, unless it does not say.
    effective: Option<String>,
    /// When another version took over, for one that no longer holds.
    ended: Option<String>,
    present: u32,
    proof: Option<ProofSummary>,
    earlier: Vec<VersionLine>,
}

#[derive(Template)]
#[template(path = "changes_page.html")]
struct Changes {
    page: Page,
    foot: Foot,
    now: Arc<Declaration>,
    before: Option<Declaration>,
    /// The differences, rendered by the declaration crate.
    body: String,
    versions: Vec<VersionLine>,
}

impl Changes {
    fn summary(&self) -> &str {
        let text = self.now.source().statement.summary.as_ref();
        text.map_or("", |text| text.in_lang(lang(self.page.lang)))
    }

    fn between(&self, before: &Declaration) -> String {
        let (now, before) = (self.now.version(), before.version());
        let date = self.page.date(self.now.effective_on());
        self.page.t.f(
            "changes-between",
            &[("now", &now), ("date", &date), ("before", &before)],
        )
    }

    fn first(&self) -> String {
        let date = self.page.date(self.now.effective_on());
        self.page.t.f(
            "changes-first",
            &[("now", &self.now.version()), ("date", &date)],
        )
    }
}

#[derive(Template)]
#[template(path = "record_page.html")]
struct Record {
    page: Page,
    body: String,
}

fn wish<'a>(
    kind: Kind,
    page: &Page,
    declared: &'a Declaration,
    headers: &'a HeaderMap,
) -> Wish<'a> {
    Wish {
        kind,
        lang: page.lang,
        declared: declared.hash(),
        now: page.now(),
        headers,
    }
}

/// The declaration in force.
///
/// # Errors
/// When the store fails.
pub async fn show(
    Service(site): Service<Site>,
    page: Page,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let now = site.vault.declaration();
    let wish = wish(Kind::Privacy, &page, &now, &headers);
    let page = crate::anonymous(page);
    let make = || async {
        let proof = site.proof().await;
        Ok(Privacy::of(&site, page, &now, proof).await?.render()?)
    };
    site.shelf.serve(wish, make).await
}

/// A version by its number: the one in force, or an older one with a note that it is.
///
/// # Errors
/// [`Error::NotFound`] for a number that was never published.
pub async fn version(
    Service(site): Service<Site>,
    page: Page,
    headers: HeaderMap,
    Path(number): Path<String>,
) -> Result<Response, Error> {
    let number: u32 = number.parse().map_err(|_| Error::NotFound)?;
    let now = site.vault.declaration();
    if number == now.version() {
        return Ok(page.go("/personvern"));
    }
    let was = load(&site.vault, number).await?.ok_or(Error::NotFound)?;
    let wish = wish(Kind::Version(number), &page, &now, &headers);
    let page = crate::anonymous(page);
    let make = || async { Ok(Privacy::of(&site, page, &was, None).await?.render()?) };
    site.shelf.serve(wish, make).await
}

/// What changed since the version before.
///
/// # Errors
/// When the store fails.
pub async fn changes(
    Service(site): Service<Site>,
    page: Page,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let now = site.vault.declaration();
    let wish = wish(Kind::Changes, &page, &now, &headers);
    let page = crate::anonymous(page);
    let make = || async {
        let versions = versions(&site.vault).await?;
        let earlier = versions
            .iter()
            .map(|line| line.version)
            .find(|one| *one < now.version());
        let before = match earlier {
            Some(version) => load(&site.vault, version).await?,
            None => None,
        };
        let lang = lang(page.lang);
        let body = match &before {
            Some(before) => declaration::render_changes(&declaration::diff(before, &now), lang)?,
            None => String::new(),
        };
        let foot = site.foot(&site.library(), page.lang, page.now().local_date());
        Ok(Changes {
            page,
            foot,
            now: now.clone(),
            before,
            body,
            versions,
        }
        .render()?)
    };
    site.shelf.serve(wish, make).await
}

/// The record of processing activities (GDPR Art. 30), for those who keep it.
///
/// # Errors
/// A template that does not render.
pub async fn record(Service(site): Service<Site>, page: Page) -> Result<Response, Error> {
    let body = site.vault.declaration().record(lang(page.lang))?;
    html(&Record { page, body })
}

/// The record as data: JSON-LD in the words of the Data Privacy Vocabulary.
///
/// # Errors
/// None in practice.
pub async fn json(
    Service(site): Service<Site>,
    page: Page,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let now = site.vault.declaration();
    let wish = wish(Kind::Json, &page, &now, &headers);
    let base = page.address("/personvern");
    let make = || async { Ok(format!("{:#}\n", now.dpv(&base))) };
    site.shelf.serve(wish, make).await
}

impl Privacy {
    /// From when until when an older version held.
    fn spell(&self, until: &str) -> String {
        let t = &self.page.t;
        match &self.effective {
            Some(from) => t.f("privacy-old", &[("from", from), ("to", &until)]),
            None => t.f1("privacy-old-undated", "to", until),
        }
    }

    async fn of(
        site: &Site,
        page: Page,
        shown: &Declaration,
        proof: Option<ProofSummary>,
    ) -> Result<Self, Error> {
        let lang = lang(page.lang);
        let now = site.vault.declaration();
        let lines = versions(&site.vault).await?;
        // The day the next version took over; the list is newest first.
        let next = lines
            .iter()
            .rev()
            .find(|line| line.version > shown.version());
        let next = next.and_then(|line| line.effective_on);
        let ended = (shown.version() < now.version()).then(|| next.unwrap_or(now.effective_on()));
        let version = shown.version();
        Ok(Self {
            foot: site.foot(&site.library(), page.lang, page.now().local_date()),
            body: shown.render(lang)?,
            version,
            effective: dated(shown.effective_on()).map(|day| page.date(day)),
            ended: ended.map(|day| page.date(day)),
            present: now.version(),
            proof,
            earlier: lines
                .into_iter()
                .filter(|line| line.version != version)
                .collect(),
            page,
        })
    }
}

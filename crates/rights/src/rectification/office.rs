//! The officer puts right what is wrong, and notes who has been told (GDPR Art. 16, 19).

use axum::{
    extract::{Path, State},
    response::Response,
};
use customers::disclosures::{self, Cause, Notice};
use declaration::vocabulary::Category;
use serde::Deserialize;
use store::Db;
use values::{FreeText, Typed};
use vault::{Actor, Keep, Personal, Vault, VaultError};
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use super::wanted;
use crate::{
    office::{answer::close, case::open_request, conflict},
    requests::{
        self, CaseRecord, Kind, NewEvent, Request, State as Stands, What, claim, was_changed,
    },
    words,
};

/// The version of the case that was seen.
#[derive(Deserialize)]
pub struct Seen {
    #[serde(default)]
    version: i64,
}

/// Puts a part of the contact right as the person asked, answers, and notes who has to be told.
///
/// # Errors
/// When the request is of another kind or says nothing that can be put right with a press.
pub async fn correct(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Seen>,
) -> Result<Response, Error> {
    let request = match open_request(&vault, &page, who, id, "").await? {
        Ok(request) => request,
        Err(answer) => return Ok(answer),
    };
    let permit = requests::open_case(&vault, who.actor(), request.subject, request.id).await?;
    let wanted = wanted(&vault, &permit, &request).await?;
    let part = wanted.and_then(|(field, value)| customers::Part::parse(&field, &value).ok());
    let (Kind::Rectification, Some(part), true) =
        (request.kind, part, request.identity.is_proven())
    else {
        return Err(Error::NotFound);
    };
    let (number, version) = (request.id, form.data.version);
    let event = NewEvent::of(&vault, number, What::Corrected, who.actor(), "");
    let also = move |db: &mut dyn Db| {
        claim(db, number, version)?;
        event.add(db)
    };
    match customers::correct_contact(&vault, request.subject, id, &part, also).await {
        Err(error) if was_changed(&error) => {
            return conflict::page(&vault, page, who, id, "").await;
        }
        other => other?,
    }
    let about = [Category::Contact];
    let cause = Cause::Rectification;
    let owed =
        disclosures::owe_notice(&vault, request.subject, &about, cause, Some(number)).await?;
    let said = words::corrected(&app, &vault, &request, owed);
    let request = Request {
        version: version + 1,
        ..request
    };
    close(&app, &vault, who, &request, Stands::Answered, &said, |_| {
        Ok(())
    })
    .await?;
    let back = format!("/stab/personvern/krav/{id}");
    Ok(page.go_saying(&back, "notice-rights-corrected"))
}

/// A notice in words.
pub(crate) struct Owed {
    pub notice: Notice,
    pub recipient: String,
    pub categories: String,
}

/// Notices in words.
pub(crate) fn in_words(vault: &Vault, page: &Page, notices: Vec<Notice>) -> Vec<Owed> {
    let declaration = vault.declaration();
    let said = notices.into_iter().map(|notice| Owed {
        recipient: words::recipient(&declaration, &notice.recipient),
        categories: words::categories(&notice.categories, page.lang),
        notice,
    });
    said.collect()
}

#[derive(askama::Template)]
#[template(path = "recipients.html")]
struct Recipients {
    page: Page,
    owed: Vec<Owed>,
    typed: String,
    wrong: i64,
    errors: Errors,
}

impl Recipients {
    /// The message that says of what somebody has to be told.
    #[allow(clippy::unused_self)]
    fn cause(&self, one: &Owed) -> &'static str {
        match one.notice.cause {
            Cause::Rectification => "rights-kind-rectification",
            Cause::Erasure => "rights-kind-erasure",
            Cause::Restriction => "rights-kind-restriction",
        }
    }

    async fn of(
        vault: &Vault,
        page: Page,
        (wrong, typed): (i64, String),
        errors: Errors,
    ) -> Result<Self, Error> {
        let owed = disclosures::owed(vault, 200).await?;
        Ok(Self {
            owed: in_words(vault, &page, owed),
            page,
            typed,
            wrong,
            errors,
        })
    }
}

/// Everybody who still has to be told.
///
/// # Errors
/// When the store fails.
pub async fn recipients(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    html(&Recipients::of(&vault, page, (0, String::new()), Errors::new()).await?)
}

/// On what way somebody was told, and what they answered.
#[derive(Deserialize)]
pub struct Told {
    #[serde(default)]
    way: String,
    #[serde(default)]
    receipt: Typed,
}

const WAYS: &[&str] = &["letter", "email", "phone"];

/// Notes that a recipient has been told; what they answered is kept with the case.
///
/// # Errors
/// When there is no such notice, or the store fails.
pub async fn told(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Told>,
) -> Result<Response, Error> {
    let notice = disclosures::one(&vault, id).await?.ok_or(Error::NotFound)?;
    let Signed { data, mut errors } = form;
    let way = WAYS.iter().find(|way| **way == data.way);
    if way.is_none() {
        errors.add("way", "error-choice");
    }
    let text = errors.take("receipt", FreeText::parse(data.receipt.as_str()));
    let (Some(way), Some(text), false) = (way, text, errors.any()) else {
        let typed = (id, data.receipt.as_str().to_owned());
        return html_again(&Recipients::of(&vault, page, typed, errors).await?);
    };
    note(&vault, who.actor(), &notice, way, text.reveal()).await?;
    Ok(page.go_saying("/stab/personvern/mottakere", "notice-rights-told"))
}

async fn note(
    vault: &Vault,
    actor: Actor,
    notice: &Notice,
    way: &'static str,
    text: &str,
) -> Result<(), VaultError> {
    vault::again(|| async move {
        let mut work = vault.work();
        let now = work.at();
        let case = notice.request.map_or(notice.id, |request| request.get());
        let request = values::RightsRequestId::from_raw(case);
        let receipt = match requests::open_case(vault, actor, notice.subject, request).await {
            Ok(permit) => {
                let record = Personal::new(CaseRecord {
                    request: None,
                    name: None,
                    reach: None,
                    identity: None,
                    answer: Some(text.to_owned()),
                });
                let keep = Keep::from(requests::SOURCE, case, now);
                let source = requests::from(vault, request);
                Some(work.seal(&permit, &record, &source, &keep)?)
            }
            // Forgotten since: that somebody was told stands, with nothing about whom.
            Err(VaultError::Gone) => None,
            Err(error) => return Err(error),
        };
        let (laid, id) = (work.finish(), notice.id);
        let write = move |db: &mut dyn Db| {
            laid.lay(db)?;
            disclosures::told_in(db, id, now, way, receipt).map(|_| ())
        };
        vault.store().write(write).await?;
        Ok(())
    })
    .await
}

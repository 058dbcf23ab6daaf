//! The officer puts right what is wrong, and notes who has been told (GDPR Art. 16, 19).

use axum::{
    extract::{Path, State},
    response::Response,
};
use customers::{
    Correction, Part,
    disclosures::{self, Cause, Notice},
};
use serde::Deserialize;
use store::Db;
use values::{FreeText, Typed};
use vault::{Actor, Keep, Personal, Vault, VaultError};
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use super::{is_so, note_wish, wanted, wish};
use crate::{
    office::{
        answer::close,
        case::{Case, open_request},
        conflict, post,
    },
    requests::{
        self, CaseRecord, Kind, NewEvent, Request, State as Stands, What, claim, was_changed,
    },
    words,
};

/// The version of the case that was seen, and what it should be, where the officer says it.
#[derive(Default, Deserialize)]
pub struct Seen {
    #[serde(default)]
    version: i64,
    #[serde(default)]
    field: String,
    #[serde(default)]
    value: Typed,
}

/// The part to put right: as the officer says it, or as it was asked.
async fn part_of(
    vault: &Vault,
    who: Colleague,
    request: &Request,
    data: &Seen,
    errors: &mut Errors,
) -> Result<Option<Part>, Error> {
    let (field, value) = (data.field.as_str(), data.value.as_str());
    if !field.is_empty() || !value.trim().is_empty() {
        let wish = wish(Some(request.kind), (field, value), true, errors);
        if wish.as_ref().is_some_and(|(name, _)| name == "other") {
            // Somebody's own work: said in the answer, with what was changed.
            errors.add("field", "rights-error-by-hand");
        }
        let Some((name, value)) = wish.filter(|_| !errors.any()) else {
            return Ok(None);
        };
        note_wish(vault, who.actor(), request, (&name, &value)).await?;
        return Ok(Part::parse(&name, value.reveal()).ok());
    }
    let permit = requests::open_case(vault, who.actor(), request.subject, request.id).await?;
    let asked = wanted(vault, &permit, request).await?;
    let part = asked.and_then(|(field, value)| Part::parse(&field, &value).ok());
    if part.is_none() {
        errors.add("value", "rights-error-correction");
    }
    Ok(part)
}

/// Puts a part of the contact right, as the person asked on whatever way, answers, and notes who has to
/// be told. The e-mail of an account waits for the new address to say yes: the case stays open till then.
///
/// # Errors
/// When the request is of another kind, or the store fails.
pub async fn correct(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Seen>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let request = match open_request(&vault, &page, who, id, data.value.as_str()).await? {
        Ok(request) => request,
        Err(answer) => return Ok(answer),
    };
    if request.kind != Kind::Rectification {
        return Err(Error::NotFound);
    }
    if !request.identity.is_proven() {
        errors.add("value", "rights-error-identity");
        return again(&vault, page, who, request, (errors, data)).await;
    }
    if data.version != request.version {
        return conflict::page(&vault, page, who, id, data.value.as_str()).await;
    }
    let Some(part) = part_of(&vault, who, &request, &data, &mut errors).await? else {
        return again(&vault, page, who, request, (errors, data)).await;
    };
    match put_right(&app, &vault, who, &request, &part).await {
        Err(error) if was_changed(&error) => conflict::page(&vault, page, who, id, "").await,
        Err(VaultError::Gone) => {
            // There is no contact with anything to put right in it.
            errors.add("value", "rights-error-no-contact");
            again(&vault, page, who, request, (errors, data)).await
        }
        Err(error) => Err(error.into()),
        Ok((Correction::Taken, _)) => {
            errors.add("value", "rights-error-address-taken");
            again(&vault, page, who, request, (errors, data)).await
        }
        Ok((Correction::Done, true)) => {
            Ok(page.go_saying(&post::path(&request), "notice-rights-paper"))
        }
        Ok((done, _)) => Ok(page.go_saying(&format!("/stab/personvern/krav/{id}"), said(done))),
    }
}

fn said(done: Correction) -> &'static str {
    match done {
        Correction::Asked => "notice-rights-address-asked",
        _ => "notice-rights-corrected",
    }
}

/// The case once more, with what is wrong at its field and what was typed.
async fn again(
    vault: &Vault,
    page: Page,
    who: Colleague,
    request: Request,
    (errors, data): (Errors, Seen),
) -> Result<Response, Error> {
    let mut case = Case::of(vault, page, who, request, errors, String::new()).await?;
    case.mending.wish = (data.field, data.value);
    html_again(&case)
}

async fn put_right(
    app: &App,
    vault: &Vault,
    who: Colleague,
    request: &Request,
    part: &Part,
) -> Result<(Correction, bool), VaultError> {
    let (subject, number) = (request.subject, request.id);
    let permit = requests::open_case(vault, who.actor(), subject, number).await?;
    let contact = customers::latest_contact(vault, &permit).await?;
    let already = contact.is_some_and(|(_, contact)| is_so(&contact, part));
    let cause = Cause::Rectification;
    let owing = disclosures::owing(vault, subject, part.categories(), cause, Some(number)).await?;
    let mut version = request.version;
    let mut owed = owing.count();
    if already {
        // A stop came after the correction: what is left is the answer.
        let waiting = disclosures::notices_of(vault, subject).await?;
        let ours = |one: &&Notice| one.request == Some(number);
        owed = waiting.iter().filter(ours).count();
    } else {
        let asks = matches!(part, Part::Email(_))
            && customers::account_of(vault, subject).await?.is_some();
        let what = if asks {
            What::AddressAsked
        } else {
            What::Corrected
        };
        let event = NewEvent::of(vault, number, what, who.actor(), "");
        let also = move |db: &mut dyn Db| {
            claim(db, number, version)?;
            event.add(db)?;
            // The yes of a new address owes its own notices.
            if asks { Ok(()) } else { owing.lay(db) }
        };
        let whose = (subject, number.get(), words::lang_of(&request.lang));
        let done = customers::correct_contact(app, vault, whose, part, also).await?;
        if done != Correction::Done {
            return Ok((done, false));
        }
        version += 1;
    }
    let request = Request {
        version,
        ..request.clone()
    };
    let said = words::corrected(app, vault, &request, owed);
    let on_paper = close(app, vault, who, &request, Stands::Answered, &said, |_| {
        Ok(())
    });
    Ok((Correction::Done, on_paper.await?))
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

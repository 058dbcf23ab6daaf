//! What the officer does with a case: hold, extend, answer, carry out.

use axum::{
    extract::{Path, State},
    response::Response,
};
use declaration::vocabulary::{Basis, Category};
use serde::Deserialize;
use store::Db;
use values::{FreeText, StrandId, Typed};
use vault::{Keep, Personal, Vault, VaultError};
use web::{App, Colleague, Error, Page, Service, Signed, html_again};

use super::case::{Case, request};
use crate::{
    erasure,
    requests::{self, CaseRecord, Kind, Request, State as Stands, sql},
    words,
};

fn back(request: &Request) -> String {
    format!("/stab/personvern/krav/{}", request.id.get())
}

/// The request while it waits for an answer.
async fn open_request(vault: &Vault, id: i64) -> Result<Request, Error> {
    let request = request(vault, id).await?;
    if request.state == Stands::Open {
        Ok(request)
    } else {
        Err(Error::Conflict("rights-already-answered"))
    }
}

/// A hold on one strand.
#[derive(Deserialize)]
pub struct Hold {
    strand: i64,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    review: Typed,
}

/// Holds one strand of the person back from erasure, with a reason and a day of review.
///
/// # Errors
/// When the strand is not the person's, or the store fails.
pub async fn hold(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Hold>,
) -> Result<Response, Error> {
    let request = open_request(&vault, id).await?;
    let Signed { data, mut errors } = form;
    let reason = words::HOLDS.iter().find(|(name, _)| *name == data.reason);
    if reason.is_none() {
        errors.add("reason", "error-choice");
    }
    let review = errors.take("review", values::parse_date(data.review.as_str()));
    if review.is_some_and(|day| day <= page.now().local_date()) {
        errors.add("review", "rights-error-review");
    }
    let (Some((reason, _)), Some(review), false) = (reason, review, errors.any()) else {
        let case = Case::of(&vault, page, who, request, errors, String::new()).await?;
        return html_again(&case);
    };
    let strands = vault.strands_of(request.subject).await?;
    let strand = strands.iter().find(|strand| strand.id.get() == data.strand);
    let strand = strand.filter(|strand| strand.category != Category::RightsCase);
    let strand: StrandId = strand.ok_or(Error::NotFound)?.id;
    vault.hold(strand, reason, who.staff, review).await?;
    Ok(page.go_saying(&back(&request), "notice-rights-held"))
}

/// The tick that says it is meant.
#[derive(Deserialize)]
pub struct Sure {
    #[serde(default)]
    sure: bool,
}

/// Carries the erasure out. Refused while something is going on that needs the data.
///
/// # Errors
/// When the request is of another kind or answered, or the store fails.
pub async fn erase(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Sure>,
) -> Result<Response, Error> {
    let request = open_request(&vault, id).await?;
    if request.kind != Kind::Erasure {
        return Err(Error::NotFound);
    }
    let Signed { data, mut errors } = form;
    if !data.sure {
        errors.add("sure", "error-unticked");
        let case = Case::of(&vault, page, who, request, errors, String::new()).await?;
        return html_again(&case);
    }
    let plan = erasure::carry::plan_for(&vault, request.subject).await?;
    if !erasure::blockers(&plan).is_empty() {
        return Err(Error::Conflict("rights-still-busy"));
    }
    let code = erasure::carry_out(&app, &vault, who.actor(), &request).await?;
    Ok(page.go_saying(&format!("/kvittering/{code}"), "notice-rights-erased"))
}

/// The words of an answer.
#[derive(Deserialize)]
pub struct Words {
    #[serde(default)]
    text: Typed,
    #[serde(default)]
    outcome: String,
}

/// Answers a request that is no erasure: done, or refused with reasons (Art. 12(4)). A restriction
/// locks the person's strands; an objection stops every purpose that rests on our interest.
///
/// # Errors
/// When the request is an erasure or answered, or the store fails.
pub async fn answer(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Words>,
) -> Result<Response, Error> {
    let request = open_request(&vault, id).await?;
    let Signed { data, mut errors } = form;
    let state = match data.outcome.as_str() {
        // An erasure is done by carrying it out, and answered by what is read back.
        "answered" if request.kind != Kind::Erasure => Some(Stands::Answered),
        "refused" => Some(Stands::Refused),
        _ => None,
    };
    if state.is_none() {
        errors.add("outcome", "error-choice");
    }
    let text = errors.take("text", FreeText::parse(data.text.as_str()));
    let (Some(state), Some(text), false) = (state, text, errors.any()) else {
        let typed = data.text.as_str().to_owned();
        let case = Case::of(&vault, page, who, request, errors, typed).await?;
        return html_again(&case);
    };
    if state == Stands::Answered {
        act(&vault, &request).await?;
    }
    let mut said = text.reveal().to_owned();
    said.push_str("\n\n");
    said.push_str(&words::complaint(&vault, words::lang_of(&request.lang)));
    close(&app, &vault, who, &request, state, &said).await?;
    Ok(page.go_saying("/stab/personvern", "notice-rights-answered"))
}

/// What the answer itself brings about.
async fn act(vault: &Vault, request: &Request) -> Result<(), VaultError> {
    match request.kind {
        Kind::Restriction => {
            for strand in vault.strands_of(request.subject).await? {
                if strand.category != Category::RightsCase {
                    vault.restrict(strand.id, true).await?;
                }
            }
        }
        Kind::Objection => {
            let declaration = vault.declaration();
            let ours = declaration
                .purposes()
                .filter(|p| p.basis == Basis::LegitimateInterest);
            for purpose in ours {
                vault.enter_objection(request.subject, purpose.id).await?;
            }
        }
        Kind::Access | Kind::Rectification | Kind::Erasure | Kind::Portability => {}
    }
    Ok(())
}

async fn close(
    app: &App,
    vault: &Vault,
    who: Colleague,
    request: &Request,
    state: Stands,
    said: &str,
) -> Result<(), VaultError> {
    vault::again(|| async move {
        let actor = who.actor();
        let permit = requests::open_case(vault, actor, request.subject, request.id).await?;
        let email = requests::reply_to(vault, &permit).await?;
        let mut work = vault.work();
        let now = work.at();
        let keep = Keep::from(requests::SOURCE, request.id.get(), now);
        let record = Personal::new(CaseRecord {
            request: None,
            name: None,
            reach: None,
            identity: None,
            answer: Some(said.to_owned()),
        });
        let record = work.seal(&permit, &record, &requests::made(vault, request), &keep)?;
        let posted = match email {
            Some(email) => {
                let letter = words::answer_letter(app, request, said.to_owned(), email);
                let occasion = format!("rights-answered-{}", request.id.get());
                Some(letters::post(&mut work, &permit, letter, &occasion, &keep)?)
            }
            None => None,
        };
        let laid = work.finish();
        let closing = vec![
            request.id.get().into(),
            state.as_str().into(),
            now.millis().into(),
            who.staff.get().into(),
            record.get().into(),
        ];
        let write = move |db: &mut dyn Db| {
            laid.lay(db)?;
            if db.exec(&sql::CLOSE, &closing)? != 1 {
                return Err(store::StoreError::Refused("rights-already-answered"));
            }
            posted.as_ref().map_or(Ok(()), |posted| posted.enqueue(db))
        };
        vault.store().write(write).await?;
        Ok(())
    })
    .await
}

/// More time, with the reason told inside the first month (Art. 12(3)).
///
/// # Errors
/// When the first month is over, or the store fails.
pub async fn extend(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Words>,
) -> Result<Response, Error> {
    let request = open_request(&vault, id).await?;
    let Signed { data, mut errors } = form;
    let text = errors.take("text", FreeText::parse(data.text.as_str()));
    let first = requests::due(&vault.rules(), request.received_at, false)?;
    if request.rule != first.0 || page.now() >= first.1 {
        errors.add("text", "rights-error-extend");
    }
    let (Some(text), false) = (text, errors.any()) else {
        let typed = data.text.as_str().to_owned();
        let case = Case::of(&vault, page, who, request, errors, typed).await?;
        return html_again(&case);
    };
    let (rule, due_at) = requests::due(&vault.rules(), request.received_at, true)?;
    tell_extended(&app, &vault, who, &request, text.reveal(), (rule, due_at)).await?;
    Ok(page.go_saying(&back(&request), "notice-rights-extended"))
}

async fn tell_extended(
    app: &App,
    vault: &Vault,
    who: Colleague,
    request: &Request,
    why: &str,
    (rule, due_at): (String, values::Moment),
) -> Result<(), VaultError> {
    let rule = &rule;
    vault::again(|| async move {
        let actor = who.actor();
        let permit = requests::open_case(vault, actor, request.subject, request.id).await?;
        let email = requests::reply_to(vault, &permit).await?;
        let mut work = vault.work();
        let keep = Keep::while_open(requests::SOURCE, request.id.get());
        let said = words::extended(app, request, why, due_at);
        let record = Personal::new(CaseRecord {
            request: None,
            name: None,
            reach: None,
            identity: None,
            answer: Some(said.clone()),
        });
        work.seal(&permit, &record, &requests::made(vault, request), &keep)?;
        let posted = match email {
            Some(email) => {
                let letter = words::answer_letter(app, request, said, email);
                let sent = Keep::from(requests::SOURCE, request.id.get(), work.at());
                let occasion = format!("rights-extended-{}", request.id.get());
                Some(letters::post(&mut work, &permit, letter, &occasion, &sent)?)
            }
            None => None,
        };
        let (laid, id, rule) = (work.finish(), request.id.get(), rule.clone());
        let write = move |db: &mut dyn Db| {
            laid.lay(db)?;
            let values = [
                id.into(),
                due_at.millis().into(),
                store::plain(rule.as_str()),
            ];
            db.exec(&sql::EXTEND, &values)?;
            posted.as_ref().map_or(Ok(()), |posted| posted.enqueue(db))
        };
        vault.store().write(write).await?;
        Ok(())
    })
    .await
}

//! Lifting a restriction: first the person is told, then it is lifted (Art. 18(3)).

use axum::{
    extract::{Path, State},
    response::Response,
};
use serde::Deserialize;
use store::Db;
use values::{FreeText, RightsRequestId, Typed};
use vault::{Keep, Personal, Vault, VaultError};
use web::{App, Colleague, Error, Page, Service, Signed};

use super::{Restriction, lift, of_request, sql};
use crate::{
    office::{
        case::{Case, request},
        post,
    },
    requests::{
        self, CaseRecord, NewEvent, Request, What,
        paper::{self, Paper, Told},
    },
    words,
};

/// Why it is lifted, in words for the person.
#[derive(Deserialize)]
pub struct Why {
    #[serde(default)]
    why: Typed,
}

async fn standing(vault: &Vault, id: i64) -> Result<Restriction, Error> {
    let found = of_request(vault, RightsRequestId::from_raw(id)).await?;
    let found = found.filter(|one| one.lifted_at.is_none());
    found.ok_or(Error::NotFound)
}

/// Tells the person that the restriction will be lifted, and why.
///
/// # Errors
/// When nothing stands, or the store fails.
pub async fn notice(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Why>,
) -> Result<Response, Error> {
    let one = standing(&vault, id).await?;
    let request = request(&vault, id).await?;
    let Signed { data, mut errors } = form;
    let Some(why) = errors.take("why", FreeText::parse(data.why.as_str())) else {
        let typed = data.why.as_str().to_owned();
        let case = Case::of(&vault, page, who, request, errors, typed).await?;
        return web::html_again(&case);
    };
    if paper::waits(&vault, request.id, Paper::Lifting).await? {
        return Ok(page.go_saying(&post::path(&request), "notice-rights-paper"));
    }
    if tell(&app, &vault, who, &request, &one, why.reveal()).await? {
        return Ok(page.go_saying(&post::path(&request), "notice-rights-paper"));
    }
    let back = format!("/stab/personvern/krav/{id}");
    Ok(page.go_saying(&back, "notice-rights-lift-told"))
}

async fn tell(
    app: &App,
    vault: &Vault,
    who: Colleague,
    request: &Request,
    one: &Restriction,
    why: &str,
) -> Result<bool, VaultError> {
    vault::again(|| async move {
        let actor = who.actor();
        let permit = requests::open_case(vault, actor, request.subject, request.id).await?;
        let to = requests::reply_to(vault, &permit, Some(request.id)).await?;
        let mut work = vault.work();
        let now = work.at();
        let said = words::will_be_lifted(app, request, why);
        let keep = Keep::from(requests::SOURCE, request.id.get(), now);
        let record = Personal::new(CaseRecord {
            request: None,
            name: None,
            reach: None,
            identity: None,
            answer: Some(said.clone()),
        });
        let record = work.seal(&permit, &record, &requests::made(vault, request), &keep)?;
        let posted = match to {
            Some(to) => {
                let letter = words::answer_letter(app, request, said, to);
                let occasion = format!("rights-lift-{}", one.id);
                Some(letters::post(&mut work, &permit, letter, &occasion, &keep)?)
            }
            None => None,
        };
        let told = Told::of(vault, actor, request, (Paper::Lifting, record), posted);
        // On paper the person is told when it has gone; only then the restriction can be lifted.
        let owed = told.is_owed();
        let event = NewEvent::of(vault, request.id, What::NoticeGiven, actor, "");
        let (laid, id) = (work.finish(), one.id);
        let write = move |db: &mut dyn Db| {
            laid.lay(db)?;
            told.lay(db)?;
            if owed {
                return Ok(());
            }
            db.exec(&sql::NOTICE, &[id.into(), now.millis().into()])?;
            event.add(db)
        };
        vault.store().write(write).await?;
        Ok(owed)
    })
    .await
}

/// Nothing but the token of the session.
#[derive(Deserialize)]
pub struct Nothing {}

/// Lifts it.
///
/// # Errors
/// A conflict when the person has not been told before.
pub async fn lifted(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    let one = standing(&vault, id).await?;
    lift(&vault, &one, who.actor()).await?;
    let back = format!("/stab/personvern/krav/{id}");
    Ok(page.go_saying(&back, "notice-rights-lifted"))
}

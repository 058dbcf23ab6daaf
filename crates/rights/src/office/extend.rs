//! More time for a case (GDPR Art. 12(3)).

use axum::{
    extract::{Path, State},
    response::Response,
};
use store::Db;
use values::FreeText;
use vault::{Keep, Personal, Vault, VaultError};
use web::{App, Colleague, Error, Page, Service, Signed, html_again};

use super::{
    answer::Words,
    case::{Case, can_extend, open_request},
    conflict, post,
};
use crate::{
    requests::{
        self, CaseRecord, NewEvent, Request, What, claim, clock,
        paper::{self, Paper, Told},
        sql, was_changed,
    },
    words,
};

fn back(request: &Request) -> String {
    format!("/stab/personvern/krav/{}", request.id.get())
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
    let Signed { data, mut errors } = form;
    let typed = data.text.as_str().to_owned();
    let request = match open_request(&vault, &page, who, id, &typed).await? {
        Ok(request) => request,
        Err(answer) => return Ok(answer),
    };
    let text = errors.take("text", FreeText::parse(&typed));
    if !can_extend(&vault, &request, page.now())? {
        errors.add("text", "rights-error-extend");
    }
    if paper::waits(&vault, request.id, Paper::Extension).await? {
        errors.add("text", "rights-error-letter-waits");
    }
    let (Some(text), false) = (text, errors.any()) else {
        let case = Case::of(&vault, page, who, request, errors, typed).await?;
        return html_again(&case);
    };
    let days = request.paused_days;
    let until = clock::due_after(&vault.rules(), request.received_at, true, days)?;
    let request = Request {
        version: data.version,
        ..request
    };
    match tell_extended(&app, &vault, who, &request, text.reveal(), until).await {
        Err(error) if was_changed(&error) => conflict::page(&vault, page, who, id, &typed).await,
        other => Ok(if other? {
            page.go_saying(&post::path(&request), "notice-rights-paper")
        } else {
            page.go_saying(&back(&request), "notice-rights-extended")
        }),
    }
}

async fn tell_extended(
    app: &App,
    vault: &Vault,
    who: Colleague,
    request: &Request,
    why: &str,
    (rule, due_at): (String, values::Moment),
) -> Result<bool, VaultError> {
    let rule = &rule;
    vault::again(|| async move {
        let actor = who.actor();
        let permit = requests::open_case(vault, actor, request.subject, request.id).await?;
        let email = requests::reply_to(vault, &permit, Some(request.id)).await?;
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
        let record = work.seal(&permit, &record, &requests::made(vault, request), &keep)?;
        let posted = match email {
            Some(email) => {
                let letter = words::answer_letter(app, request, said, email);
                let sent = Keep::from(requests::SOURCE, request.id.get(), work.at());
                let occasion = format!("rights-extended-{}", request.id.get());
                Some(letters::post(&mut work, &permit, letter, &occasion, &sent)?)
            }
            None => None,
        };
        let told = Told::of(vault, actor, request, (Paper::Extension, record), posted);
        // On paper it is told when it has gone, and the date moves then.
        let owed = told.is_owed();
        let event = NewEvent::of(vault, request.id, What::Extended, actor, "");
        let (laid, id, rule) = (work.finish(), request.id, rule.clone());
        let version = request.version;
        let write = move |db: &mut dyn Db| {
            claim(db, id, version)?;
            laid.lay(db)?;
            told.lay(db)?;
            if owed {
                return Ok(());
            }
            event.add(db)?;
            let values = [
                id.get().into(),
                due_at.millis().into(),
                store::plain(rule.as_str()),
            ];
            db.exec(&sql::EXTEND, &values).map(|_| ())
        };
        vault.store().write(write).await?;
        Ok(owed)
    })
    .await
}

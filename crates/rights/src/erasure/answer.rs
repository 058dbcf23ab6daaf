//! The answer to an erasure: sealed in the case, sent as a letter, given a receipt; once.

use declaration::vocabulary::{Category, purpose::Rights};
use store::{Db, StoreError};
use vault::{Actor, Keep, Permit, Personal, Sealed, Vault, VaultError};
use web::App;

use super::{
    deferred::Deferrals,
    receipt::{Draft, Line, Outcome, new_code},
};
use crate::{
    requests::{
        self, CaseRecord, Request, State,
        paper::{Paper, Told},
        sql,
    },
    words,
};

/// Why an answer turned back: there is one already.
const ANSWERED: &str = "rights-already-answered";

/// Seals the answer in the case, sends it as a letter under the rights rule, closes the request.
/// Answers the receipt's code; none where somebody else has answered meanwhile.
pub(super) async fn answer(
    app: &App,
    vault: &Vault,
    actor: Actor,
    request: &Request,
    (lines, deferred): (Vec<Line>, Deferrals),
) -> Result<Option<String>, web::Error> {
    let code = new_code(vault);
    let sent = vault::again(|| close(app, vault, actor, request, (&lines, &deferred), &code));
    match sent.await {
        Ok(()) => Ok(Some(code)),
        Err(VaultError::Store(StoreError::Refused(ANSWERED))) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

async fn close(
    app: &App,
    vault: &Vault,
    actor: Actor,
    request: &Request,
    (lines, deferred): (&[Line], &Deferrals),
    code: &str,
) -> Result<(), VaultError> {
    let permit = requests::open_case(vault, actor, request.subject, request.id).await?;
    let email = requests::reply_to(vault, &permit, Some(request.id)).await?;
    let text = words::erased(app, vault, request, lines, code);
    let mut work = vault.work();
    let now = work.at();
    let keep = Keep::from(requests::SOURCE, request.id.get(), now);
    let record = Personal::new(CaseRecord {
        request: None,
        name: None,
        reach: None,
        identity: None,
        answer: Some(text.clone()),
    });
    let record = work.seal(&permit, &record, &requests::made(vault, request), &keep)?;
    // While the old letters are still going there is no strand for a new one; the chore writes it then.
    let owed = email.is_some() && letters_still_going(lines);
    let posted = match email.filter(|_| !owed) {
        Some(email) => Some(post(app, &mut work, &permit, request, text, email)?),
        None => None,
    };
    // Whoever has no e-mail is told on paper.
    let told = (!owed).then(|| Told::of(vault, actor, request, (Paper::Answer, record), posted));
    let (laid, draft) = (work.finish(), Draft::new(vault, code, lines, now));
    let deferred = deferred.under(&draft);
    let closing = vec![
        request.id.get().into(),
        State::Answered.as_str().into(),
        now.millis().into(),
        store::Value::Null,
        record.get().into(),
    ];
    let write = move |db: &mut dyn Db| {
        laid.lay(db)?;
        // Whoever closes it first has answered it: the same code is never given out twice.
        if db.exec(&sql::CLOSE, &closing)? != 1 {
            return Err(StoreError::Refused(ANSWERED));
        }
        draft.lay(db)?;
        deferred.lay(db)?;
        db.exec(&sql::OWE, &[closing[0].clone(), owed.into()])?;
        told.as_ref().map_or(Ok(()), |told| told.lay(db))
    };
    vault.store().write(write).await?;
    Ok(())
}

fn letters_still_going(lines: &[Line]) -> bool {
    let letters = Category::Correspondence.as_str();
    lines
        .iter()
        .any(|line| line.category == letters && line.outcome == Outcome::Unfinished)
}

/// The letter with the answer, under the rights rule: it can be delivered although the contact is gone.
fn post(
    app: &App,
    work: &mut vault::Work,
    permit: &Permit<Rights>,
    request: &Request,
    text: String,
    to: values::Email,
) -> Result<letters::Posted, VaultError> {
    let keep = Keep::from(requests::SOURCE, request.id.get(), work.at());
    let letter = words::answer_letter(app, request, text, to);
    let occasion = format!("rights-answered-{}", request.id.get());
    letters::post(work, permit, letter, &occasion, &keep)
}

/// Writes a letter that is owed. What still stands in its way makes it wait for the next round.
pub(super) async fn pay(app: &App, vault: &Vault, request: &Request) -> Result<(), VaultError> {
    let actor = Actor::Chore("rights");
    let permit = requests::open_case(vault, actor, request.subject, request.id).await?;
    let (id, subject) = (request.id.get(), request.subject);
    let load = move |db: &mut dyn Db| Sealed::<CaseRecord>::load_of(db, subject, 50);
    let mut text = None;
    for sealed in vault.store().read(load).await? {
        if text.is_none() && sealed.raw().source_ref == id {
            text = vault.open(&permit, &sealed)?.answer.clone();
        }
    }
    let mut work = vault.work();
    let posted = match (
        requests::reply_to(vault, &permit, Some(request.id)).await?,
        text,
    ) {
        (Some(to), Some(text)) => Some(post(app, &mut work, &permit, request, text, to)?),
        _ => None,
    };
    let laid = work.finish();
    let write = move |db: &mut dyn Db| {
        laid.lay(db)?;
        db.exec(&sql::OWE, &[id.into(), false.into()])?;
        posted.as_ref().map_or(Ok(()), |posted| posted.enqueue(db))
    };
    vault.store().write(write).await?;
    Ok(())
}

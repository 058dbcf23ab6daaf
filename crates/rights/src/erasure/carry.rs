//! Carrying an erasure out. May be cut short at any instant: what was decided is finished by
//! [`finish`], which does the same again.

use declaration::vocabulary::{Category, Purpose, purpose::Rights};
use store::Db;
use values::{Email, Line as TextLine, Moment, StrandId, SubjectId};
use vault::{
    Actor, Ask, Cause, Keep, LookUp, Permit, Personal, Scope, Sealed, StrandInfo, Vault, VaultError,
};
use web::App;

use super::{
    deferred::{self, Deferrals},
    plan::{Fate, Hold, Planned, plan},
    receipt::{Draft, Line, Outcome, new_code},
    told,
};
use crate::{
    requests::{self, CaseRecord, Request, State, sql},
    words,
};

/// The article a request's erasure cites.
const ARTICLE: &str = "personvernforordningen art. 17 nr. 1";

/// Categories that hold an address one can be written to at.
const ADDRESSED: &[Category] = &[
    Category::Contact,
    Category::Deliverer,
    Category::Marketing,
    Category::Account,
];

/// A person's strands with their holds.
pub(crate) async fn strands(
    vault: &Vault,
    subject: SubjectId,
) -> Result<Vec<(StrandInfo, Vec<Hold>)>, VaultError> {
    let mut found = Vec::new();
    for strand in vault.strands_of(subject).await? {
        let holds = vault.holds_of(strand.id).await?;
        let holds = holds
            .into_iter()
            .map(|(_, reason, review)| (reason, review));
        let holds = holds.collect();
        found.push((strand, holds));
    }
    Ok(found)
}

/// The plan for a person as things stand now.
pub(crate) async fn plan_for(
    vault: &Vault,
    subject: SubjectId,
) -> Result<Vec<Planned>, VaultError> {
    Ok(plan(&strands(vault, subject).await?, vault.world().now()))
}

/// Carries out what was decided, reads back, answers, and gives a receipt. Answers the code.
///
/// # Errors
/// When the store fails; a strand that could not be destroyed is no error, the answer says so.
pub(crate) async fn carry_out(
    app: &App,
    vault: &Vault,
    actor: Actor,
    request: &Request,
) -> Result<String, web::Error> {
    let began = vault.world().now();
    decide(vault, actor, request, began).await?;
    let permit = requests::open_case(vault, actor, request.subject, request.id).await?;
    let email = requests::reply_to(vault, &permit).await?;
    if let Some(email) = &email {
        remember_address(vault, &permit, request, email.reveal()).await?;
    }
    let planned = plan_for(vault, request.subject).await?;
    silence(vault, actor, request).await?;
    app.sessions.end_all(request.subject).await?;
    let subject = request.subject;
    let forget = move |db: &mut dyn Db| {
        letters::forget(db, subject)?;
        crate::brought::forget(db, subject)?;
        customers::forget(db, subject)
    };
    vault.store().write(forget).await?;
    let doomed = end_and_restrict(vault, &planned).await?;
    destroy(vault, actor, &doomed).await;
    let since = request.decided_at.unwrap_or(began);
    let lines = read_back(vault, request.subject, &planned, since).await?;
    told::owe(vault, request, told::gone(&lines)).await?;
    let deferred = Deferrals::of(request.id, &planned, &lines, began);
    answer(app, vault, actor, request, (lines, deferred)).await
}

/// Every consent is withdrawn, and every address the person had stays out of all marketing by a keyed
/// hash that survives them (GDPR Art. 21(3); the declaration's C31). Before anything is destroyed: a
/// stop in between does it again.
async fn silence(vault: &Vault, actor: Actor, request: &Request) -> Result<(), VaultError> {
    let subject = request.subject;
    let came = customers::ConsentCame {
        form: "erasure",
        actor,
        lang: words::lang_of(&request.lang),
        said_at: None,
        received_at: Some(request.received_at),
    };
    customers::withdraw_everything(vault, subject, came).await?;
    let strands = vault.strands_of(subject).await?;
    let among: Vec<Category> = strands
        .iter()
        .map(|strand| strand.category)
        .filter(|category| ADDRESSED.contains(category))
        .collect();
    if among.is_empty() {
        return Ok(());
    }
    let ask = Ask::open(actor, subject)
        .of(&among)
        .case(requests::SOURCE, request.id.get());
    let permit: Permit<Rights> = vault.permit(ask).await?;
    for raw in vault.everything(subject).await? {
        if !permit.has(raw.category) {
            continue;
        }
        let opened = vault.open_any(&permit, &raw)?;
        if let Some(email) = opened
            .field("email")
            .and_then(|text| Email::parse(text).ok())
        {
            let look_up = LookUp::email(&email);
            vault.suppress(Scope::All, &look_up, "erasure").await?;
        }
    }
    Ok(())
}

async fn decide(
    vault: &Vault,
    actor: Actor,
    request: &Request,
    at: Moment,
) -> Result<(), VaultError> {
    let id = request.id.get();
    let officer = actor.id();
    let values = [id.into(), at.millis().into(), officer.into()];
    if request.decided_at.is_none() {
        vault
            .store()
            .write(move |db| db.exec(&sql::DECIDE, &values))
            .await?;
    }
    Ok(())
}

/// The address is kept in the case before the contact goes, so that a stop in between loses no answer.
async fn remember_address(
    vault: &Vault,
    permit: &Permit<Rights>,
    request: &Request,
    address: &str,
) -> Result<(), VaultError> {
    let mut work = vault.work();
    let record = Personal::new(CaseRecord {
        request: None,
        name: None,
        reach: Some(TextLine::restore(address.to_owned())),
        identity: None,
        answer: None,
    });
    let keep = Keep::while_open(requests::SOURCE, request.id.get());
    work.seal(permit, &record, &requests::made(vault, request), &keep)?;
    let laid = work.finish();
    vault.store().write(move |db| laid.lay(db)).await?;
    Ok(())
}

/// Ends what the person can end, locks what stays (Art. 18); answers what has nothing left. One
/// transaction, however much there is.
async fn end_and_restrict(vault: &Vault, planned: &[Planned]) -> Result<Vec<StrandId>, VaultError> {
    let ends = planned
        .iter()
        .filter(|one| one.category != Category::RightsCase)
        .filter(|one| !matches!(one.fate, Fate::Busy { .. }))
        .map(|one| (one.strand, one.ends.clone()));
    let ends: Vec<_> = ends.collect();
    // Before they are locked: a stop in between leaves locked what an earlier restriction locked.
    crate::restriction::erased(vault, ends.iter().map(|(strand, _)| *strand)).await?;
    vault.end_reasons_of_all(ends).await
}

/// Destroys. What fails is noted without a word of the person; the reading afterwards finds it out.
async fn destroy(vault: &Vault, actor: Actor, doomed: &[StrandId]) {
    let cause = Cause {
        cause: "request",
        rule: ARTICLE.to_owned(),
        actor,
    };
    if let Err(error) = vault.destroy(doomed, &cause).await {
        tracing::error!(%error, "an erasure could not be finished; the sweep goes on with it");
    }
}

/// What is there now, strand by strand: looked for, not remembered.
pub(crate) async fn read_back(
    vault: &Vault,
    subject: SubjectId,
    planned: &[Planned],
    since: Moment,
) -> Result<Vec<Line>, VaultError> {
    let now = vault.world().now();
    let after = strands(vault, subject).await?;
    let mut lines = Vec::with_capacity(planned.len());
    for one in planned {
        let found = after.iter().find(|(strand, _)| strand.id == one.strand);
        let outcome = match found {
            None if vault.is_there(one.strand).await? => Outcome::Unfinished,
            None => Outcome::Destroyed,
            Some((strand, _)) if strand.category == Category::RightsCase => of_case(vault, now)?,
            Some((strand, holds)) => outcome_of(strand, holds, now),
        };
        lines.push(Line {
            category: one.category.as_str().to_owned(),
            outcome,
        });
    }
    // What went before a stop in between is not in the plan any more.
    for (category, at, _) in vault.erasures_of(subject).await? {
        let told = lines.iter().any(|line| line.category == category.as_str());
        if at >= since && !told {
            lines.push(Line {
                category: category.as_str().to_owned(),
                outcome: Outcome::Destroyed,
            });
        }
    }
    Ok(lines)
}

/// The case is closed by its own answer: from now its rule counts.
fn of_case(vault: &Vault, now: Moment) -> Result<Outcome, VaultError> {
    let (rule, until) = vault.until(Purpose::Rights, Category::RightsCase, None, now)?;
    Ok(Outcome::Kept {
        rule,
        purpose: Purpose::Rights.as_str().to_owned(),
        until: until.millis(),
    })
}

fn outcome_of(strand: &StrandInfo, holds: &[Hold], now: Moment) -> Outcome {
    let stays = strand.reasons.iter().filter(|reason| reason.until > now);
    match (stays.max_by_key(|reason| reason.until), holds.first()) {
        (Some(reason), _) => Outcome::Kept {
            rule: reason.rule.clone(),
            purpose: reason.purpose.clone(),
            until: reason.until.millis(),
        },
        (None, Some((reason, review_on))) => Outcome::Held {
            reason: reason.clone(),
            review_on: review_on.clone(),
        },
        (None, None) => Outcome::Unfinished,
    }
}

/// Seals the answer in the case, sends it as a letter under the rights rule, closes the request.
async fn answer(
    app: &App,
    vault: &Vault,
    actor: Actor,
    request: &Request,
    (lines, deferred): (Vec<Line>, Deferrals),
) -> Result<String, web::Error> {
    let code = new_code(vault);
    let sent = vault::again(|| close(app, vault, actor, request, (&lines, &deferred), &code));
    sent.await?;
    Ok(code)
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
    let email = requests::reply_to(vault, &permit).await?;
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
    let (laid, draft) = (work.finish(), Draft::new(vault, code, lines, now));
    let deferred = deferred.clone();
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
            return Err(store::StoreError::Refused("rights-already-answered"));
        }
        draft.lay(db)?;
        deferred.lay(db)?;
        db.exec(&sql::OWE, &[closing[0].clone(), owed.into()])?;
        posted.as_ref().map_or(Ok(()), |posted| posted.enqueue(db))
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
async fn pay(app: &App, vault: &Vault, request: &Request) -> Result<(), VaultError> {
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
    let posted = match (requests::reply_to(vault, &permit).await?, text) {
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

/// Finishes erasures that were decided and not answered, and writes the letters that are owed. Answers
/// how many.
///
/// # Errors
/// When the store fails.
pub(crate) async fn finish(app: &App, vault: &Vault) -> Result<u64, web::Error> {
    let mut done = 0;
    for request in requests::cut_short(vault).await? {
        carry_out(app, vault, Actor::Chore("rights"), &request).await?;
        done += 1;
    }
    for request in requests::owed(vault).await? {
        match pay(app, vault, &request).await {
            Ok(()) => done += 1,
            Err(error) if error.is_race() => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(done + deferred::finish(app, vault).await?)
}

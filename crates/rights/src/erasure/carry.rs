//! Carrying an erasure out. May be cut short at any instant: what was decided is finished by
//! [`finish`], which does the same again.

use declaration::vocabulary::{Category, Purpose};
use store::Db;
use values::{Line as TextLine, Moment, StrandId, SubjectId};
use vault::{Actor, Cause, Keep, Personal, StrandInfo, Vault, VaultError};
use web::App;

use super::{
    answer::{answer, pay},
    deferred::{self, Deferrals},
    plan::{Fate, Hold, Planned},
    receipt::{self, Line, Outcome},
    silence::silence,
    strands::{plan_for, strands},
    told,
};
use crate::requests::{self, CaseRecord, Request, people, sql};

/// The article a request's erasure cites.
pub(super) const ARTICLE: &str = "personvernforordningen art. 17 nr. 1";

/// What an earlier try had begun to destroy and did not finish is in the plan too.
async fn begun(vault: &Vault, subject: SubjectId) -> Result<Vec<Planned>, VaultError> {
    let ending = vault.ending_of(subject).await?.into_iter();
    let planned = ending.map(|(strand, category)| Planned {
        person: subject,
        strand,
        category,
        fate: Fate::Goes,
        ends: Vec::new(),
    });
    Ok(planned.collect())
}

/// Carries out what was decided, reads back, answers, and gives a receipt. Answers the code; none where
/// somebody else has answered meanwhile.
///
/// # Errors
/// When the store fails; a strand that could not be destroyed is no error, the answer says so.
pub(crate) async fn carry_out(
    app: &App,
    vault: &Vault,
    actor: Actor,
    request: &Request,
) -> Result<Option<String>, web::Error> {
    let began = vault.world().now();
    decide(vault, actor, request, began).await?;
    vault::again(|| remember_address(vault, actor, request)).await?;
    let people = people::of_case(vault, request).await?;
    let mut ending = Vec::new();
    for person in &people {
        ending.extend(begun(vault, *person).await?);
    }
    let mut planned = plan_for(vault, &people).await?;
    for person in &people {
        let theirs = people::as_of(request, *person);
        vault::again(|| silence(vault, actor, &theirs)).await?;
        app.sessions.end_all(*person).await?;
        let person = *person;
        let forget = move |db: &mut dyn Db| {
            letters::forget(db, person)?;
            crate::brought::forget(db, person)?;
            customers::forget(db, person)
        };
        vault.store().write(forget).await?;
    }
    let mut doomed = end_and_restrict(vault, &planned).await?;
    doomed.extend(ending.iter().map(|one| one.strand));
    planned.extend(ending);
    destroy(vault, actor, &doomed).await;
    let since = request.decided_at.unwrap_or(began);
    let lines = read_back(vault, &people, &planned, since).await?;
    for person in &people {
        let gone = told::gone_of(vault, *person, &planned, &lines, since).await?;
        told::owe(vault, &people::as_of(request, *person), gone).await?;
    }
    let deferred = Deferrals::of(request.id, &planned, &lines, began);
    answer(
        app,
        vault,
        actor,
        request,
        (receipt::said_once(lines), deferred),
    )
    .await
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
    actor: Actor,
    request: &Request,
) -> Result<(), VaultError> {
    let permit = requests::open_case(vault, actor, request.subject, request.id).await?;
    let Some(address) = requests::reply_to(vault, &permit, Some(request.id)).await? else {
        return Ok(());
    };
    let mut work = vault.work();
    let record = Personal::new(CaseRecord {
        request: None,
        name: None,
        reach: Some(TextLine::restore(address.reveal().to_owned())),
        identity: None,
        answer: None,
    });
    let keep = Keep::while_open(requests::SOURCE, request.id.get());
    work.seal(&permit, &record, &requests::made(vault, request), &keep)?;
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
    people: &[SubjectId],
    planned: &[Planned],
    since: Moment,
) -> Result<Vec<Line>, VaultError> {
    let now = vault.world().now();
    let case = people.first().copied();
    let after = strands(vault, people).await?;
    let mut lines = Vec::with_capacity(planned.len());
    for one in planned {
        let found = after.iter().find(|(strand, _)| strand.id == one.strand);
        let outcome = match found {
            None if vault.is_there(one.strand).await? => Outcome::Unfinished,
            None => Outcome::Destroyed,
            Some((strand, _))
                if strand.category == Category::RightsCase && Some(strand.subject) == case =>
            {
                of_case(vault, now)?
            }
            Some((strand, holds)) => outcome_of(strand, holds, now),
        };
        lines.push(Line {
            category: one.category.as_str().to_owned(),
            outcome,
        });
    }
    // What went before a stop in between is not in the plan any more.
    for person in people {
        for (category, at, _) in vault.erasures_of(*person).await? {
            let told = lines.iter().any(|line| line.category == category.as_str());
            if at >= since && !told {
                lines.push(Line {
                    category: category.as_str().to_owned(),
                    outcome: Outcome::Destroyed,
                });
            }
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

/// Finishes erasures that were decided and not answered, goes on with what could not be destroyed, writes
/// the letters that are owed, and then tells whose rest is done by now. Answers how many.
///
/// # Errors
/// When the store fails.
pub(crate) async fn finish(app: &App, vault: &Vault) -> Result<u64, web::Error> {
    let mut done = 0;
    for request in requests::cut_short(vault).await? {
        let answered = carry_out(app, vault, Actor::Chore("rights"), &request).await?;
        done += u64::from(answered.is_some());
    }
    deferred::settle(vault).await?;
    for request in requests::owed(vault).await? {
        match pay(app, vault, &request).await {
            Ok(()) => done += 1,
            Err(error) if error.is_race() => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(done + deferred::tell_all(app, vault).await?)
}

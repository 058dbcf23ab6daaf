//! What a hold kept back from an erasure, and what could not be finished. The hold ends, by hand or by
//! itself, and the sweep does what was deferred; what was begun is finished here; and the person is told
//! that it is done, in a letter and by a second receipt under the first one's code. Ids, words of the
//! program and a keyed hash only.

use declaration::vocabulary::Category;
use store::{Db, StoreError, bytes};
use values::{Moment, RightsRequestId, StrandId};
use vault::{Actor, Cause, Keep, Personal, Vault, VaultError};
use web::App;

use super::{
    carry::ARTICLE,
    plan::Planned,
    receipt::{self, Draft, Outcome},
    told,
};
use crate::{
    requests::{self, CaseRecord, Request, people},
    words,
};

pub(crate) mod sql {
    store::queries! {
        /// A strand of an erasure that is not gone yet.
        DEFER = "INSERT INTO rights_deferral (request_id, strand_id, category, deferred_at, done_at, outcome, told_at, receipt) VALUES ($1, $2, $3, $4, NULL, '', NULL, $5) ON CONFLICT (request_id, strand_id) DO NOTHING";
        /// What is still kept back.
        WAITING = "SELECT request_id, strand_id FROM rights_deferral WHERE done_at IS NULL ORDER BY deferred_at, strand_id LIMIT 1000";
        /// It came to an end.
        DONE = "UPDATE rights_deferral SET done_at = $3, outcome = $4 WHERE request_id = $1 AND strand_id = $2 AND done_at IS NULL";
        /// Requests of which nothing is kept back any more, and whoever asked does not know yet.
        UNTOLD = "SELECT DISTINCT d.request_id AS request_id FROM rights_deferral d WHERE d.told_at IS NULL AND NOT EXISTS (SELECT 1 FROM rights_deferral o WHERE o.request_id = d.request_id AND o.done_at IS NULL) ORDER BY d.request_id LIMIT 100";
        /// What became of a request's.
        OF_REQUEST = "SELECT category, outcome, receipt FROM rights_deferral WHERE request_id = $1 ORDER BY category";
        /// Told; from here on nothing leads from the request to its receipt.
        TOLD = "UPDATE rights_deferral SET told_at = $2, receipt = NULL WHERE request_id = $1 AND told_at IS NULL";
        /// How many erasures wait for a hold.
        WAIT_COUNT = "SELECT COUNT(*) AS n FROM rights_deferral WHERE done_at IS NULL";
    }
}

/// The strands of an answer that a hold keeps or that are not finished, ready for the answer's own transaction.
#[derive(Clone)]
pub(crate) struct Deferrals {
    request: RightsRequestId,
    strands: Vec<(StrandId, &'static str)>,
    at: Moment,
    /// The keyed hash of the answer's receipt.
    receipt: Vec<u8>,
}

impl Deferrals {
    /// Of the plan and what was read back, in the same order.
    pub(crate) fn of(
        request: RightsRequestId,
        planned: &[Planned],
        lines: &[receipt::Line],
        at: Moment,
    ) -> Self {
        let waits = |line: &receipt::Line| {
            let outcome = &line.outcome;
            matches!(outcome, Outcome::Held { .. } | Outcome::Unfinished)
        };
        let pairs = planned.iter().zip(lines).filter(|(_, line)| waits(line));
        Self {
            request,
            strands: pairs
                .map(|(one, _)| (one.strand, one.category.as_str()))
                .collect(),
            at,
            receipt: Vec::new(),
        }
    }

    /// The same under a receipt, which is followed by another when all is done.
    pub(crate) fn under(&self, draft: &Draft) -> Self {
        Self {
            receipt: draft.tag().to_vec(),
            ..self.clone()
        }
    }

    pub(crate) fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        for (strand, category) in &self.strands {
            let values = [
                self.request.get().into(),
                strand.get().into(),
                (*category).into(),
                self.at.millis().into(),
                bytes(self.receipt.as_slice()),
            ];
            db.exec(&sql::DEFER, &values)?;
        }
        Ok(())
    }
}

/// Tells whoever asked and whose rest is settled by now. Answers how many were told.
///
/// # Errors
/// When the store fails.
pub(crate) async fn tell_all(app: &App, vault: &Vault) -> Result<u64, VaultError> {
    let read = |db: &mut dyn Db| {
        let rows = db.all(&sql::UNTOLD, &[])?;
        rows.iter()
            .map(|row| row.i64("request_id").map(RightsRequestId::from_raw))
            .collect::<Result<Vec<_>, _>>()
    };
    let mut told = 0;
    for id in vault.store().read(read).await? {
        let Some(request) = requests::one(vault, id).await? else {
            mark_told(vault, id).await?;
            continue;
        };
        match vault::again(|| tell(app, vault, &request)).await {
            Ok(()) => told += 1,
            // The case itself has outlived its time: there is nobody left to tell.
            Err(VaultError::Gone) => mark_told(vault, id).await?,
            Err(error) if error.is_race() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(told)
}

/// Goes on with what was begun, and notes what has come to an end: destroyed, or in use again for
/// something new.
///
/// # Errors
/// When the store fails.
pub(crate) async fn settle(vault: &Vault) -> Result<(), VaultError> {
    let read = |db: &mut dyn Db| {
        let rows = db.all(&sql::WAITING, &[])?;
        rows.iter()
            .map(|row| {
                let strand = StrandId::from_raw(row.i64("strand_id")?);
                Ok((row.i64("request_id")?, strand))
            })
            .collect::<Result<Vec<_>, StoreError>>()
    };
    let waiting = vault.store().read(read).await?;
    go_on(vault, &waiting).await?;
    for (request, strand) in waiting {
        let now = vault.world().now();
        let outcome = if !vault.is_there(strand).await? {
            "destroyed"
        } else {
            match vault.strand(strand).await? {
                // A new booking since: the data serves that one now, by its own dates.
                Some(info) if info.keep_until > now => "in_use",
                _ => continue,
            }
        };
        let values = [
            request.into(),
            strand.get().into(),
            now.millis().into(),
            outcome.into(),
        ];
        let done = move |db: &mut dyn Db| db.exec(&sql::DONE, &values);
        vault.store().write(done).await?;
    }
    Ok(())
}

/// What was begun opens for nobody any more, and is finished here: no night passes over it.
async fn go_on(vault: &Vault, waiting: &[(i64, StrandId)]) -> Result<(), VaultError> {
    let mut begun = Vec::new();
    for (_, strand) in waiting {
        if vault.strand(*strand).await?.is_none() && vault.is_there(*strand).await? {
            begun.push(*strand);
        }
    }
    let cause = Cause {
        cause: "request",
        rule: ARTICLE.to_owned(),
        actor: Actor::Chore("rights"),
    };
    if let Err(error) = vault.destroy(&begun, &cause).await {
        tracing::error!(%error, "an erasure still cannot be finished; the next round goes on with it");
    }
    Ok(())
}

async fn mark_told(vault: &Vault, id: RightsRequestId) -> Result<(), VaultError> {
    let values = [id.get().into(), vault.world().now().millis().into()];
    let told = move |db: &mut dyn Db| db.exec(&sql::TOLD, &values);
    vault.store().write(told).await?;
    Ok(())
}

/// The last letter of an erasure: what was kept back is gone, too.
async fn tell(app: &App, vault: &Vault, request: &Request) -> Result<(), VaultError> {
    let actor = Actor::Chore("rights");
    let permit = requests::open_case(vault, actor, request.subject, request.id).await?;
    let id = request.id.get();
    let read = move |db: &mut dyn Db| {
        let rows = db.all(&sql::OF_REQUEST, &[id.into()])?;
        let receipt = rows
            .iter()
            .find_map(|row| row.opt_bytes("receipt").transpose());
        let done = rows.iter().map(|row| {
            let outcome = row.text("outcome")?.to_owned();
            Ok((row.text("category")?.to_owned(), outcome))
        });
        Ok((
            done.collect::<Result<Vec<_>, StoreError>>()?,
            receipt.transpose()?.map(<[u8]>::to_vec),
        ))
    };
    let (done, receipt) = vault.store().read(read).await?;
    let gone = done.iter().filter(|(_, outcome)| outcome == "destroyed");
    let gone = gone.filter_map(|(category, _)| Category::from_name(category));
    let gone: Vec<Category> = gone.collect();
    for person in people::of_case(vault, request).await? {
        let went = vault.erasures_of(person).await?;
        let theirs = gone.iter().copied();
        let theirs = theirs.filter(|one| went.iter().any(|(category, _, _)| category == one));
        told::owe(vault, &people::as_of(request, person), theirs.collect()).await?;
    }
    let text = words::finally_erased(app, request, &done);
    let mut work = vault.work();
    let keep = Keep::from(requests::SOURCE, id, work.at());
    let record = Personal::new(CaseRecord {
        request: None,
        name: None,
        reach: None,
        identity: None,
        answer: Some(text.clone()),
    });
    work.seal(&permit, &record, &requests::made(vault, request), &keep)?;
    let posted = match requests::reply_to(vault, &permit, Some(request.id)).await? {
        Some(to) => {
            let letter = words::answer_letter(app, request, text, to);
            let occasion = format!("rights-finally-{id}");
            Some(letters::post(&mut work, &permit, letter, &occasion, &keep)?)
        }
        None => None,
    };
    let at = work.at();
    let laid = work.finish();
    let follows = receipt.map(|tag| Draft::following(vault, &tag, &lines_of(&done), at));
    let at = at.millis();
    let write = move |db: &mut dyn Db| {
        laid.lay(db)?;
        follows.as_ref().map_or(Ok(()), |draft| draft.lay(db))?;
        db.exec(&sql::TOLD, &[id.into(), at.into()])?;
        posted.as_ref().map_or(Ok(()), |posted| posted.enqueue(db))
    };
    vault.store().write(write).await?;
    Ok(())
}

/// What came of it, as a receipt has it.
fn lines_of(done: &[(String, String)]) -> Vec<receipt::Line> {
    let line = |(category, outcome): &(String, String)| receipt::Line {
        category: category.clone(),
        outcome: match outcome.as_str() {
            "destroyed" => Outcome::Destroyed,
            _ => Outcome::InUse,
        },
    };
    done.iter().map(line).collect()
}

/// How many strands wait for a hold to end, for the officer's page.
///
/// # Errors
/// When the store fails.
pub(crate) async fn waiting(vault: &Vault) -> Result<i64, VaultError> {
    let read = |db: &mut dyn Db| db.one(&sql::WAIT_COUNT, &[])?.i64("n");
    Ok(vault.store().read(read).await?)
}

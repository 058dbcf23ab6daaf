//! What a hold kept back from an erasure. The hold ends, by hand or by itself; the sweep does what was
//! deferred; and here the person is told that it is done. Ids and words of the program only.

use declaration::vocabulary::Category;
use store::{Db, StoreError};
use values::{Moment, RightsRequestId, StrandId};
use vault::{Actor, Keep, Personal, Vault, VaultError};
use web::App;

use super::{plan::Planned, receipt, told};
use crate::{
    requests::{self, CaseRecord, Request, people},
    words,
};

pub(crate) mod sql {
    store::queries! {
        /// A strand of an erasure that a hold keeps back.
        DEFER = "INSERT INTO rights_deferral (request_id, strand_id, category, deferred_at, done_at, outcome, told_at) VALUES ($1, $2, $3, $4, NULL, '', NULL) ON CONFLICT (request_id, strand_id) DO NOTHING";
        /// What is still kept back.
        WAITING = "SELECT request_id, strand_id FROM rights_deferral WHERE done_at IS NULL ORDER BY deferred_at, strand_id LIMIT 1000";
        /// It came to an end.
        DONE = "UPDATE rights_deferral SET done_at = $3, outcome = $4 WHERE request_id = $1 AND strand_id = $2 AND done_at IS NULL";
        /// Requests of which nothing is kept back any more, and whoever asked does not know yet.
        UNTOLD = "SELECT DISTINCT d.request_id AS request_id FROM rights_deferral d WHERE d.told_at IS NULL AND NOT EXISTS (SELECT 1 FROM rights_deferral o WHERE o.request_id = d.request_id AND o.done_at IS NULL) ORDER BY d.request_id LIMIT 100";
        /// What became of a request's.
        OF_REQUEST = "SELECT category, outcome, done_at FROM rights_deferral WHERE request_id = $1 ORDER BY category";
        /// Told.
        TOLD = "UPDATE rights_deferral SET told_at = $2 WHERE request_id = $1 AND told_at IS NULL";
        /// How many erasures wait for a hold.
        WAIT_COUNT = "SELECT COUNT(*) AS n FROM rights_deferral WHERE done_at IS NULL";
    }
}

/// The strands of an answer that a hold keeps, ready for the answer's own transaction.
#[derive(Clone)]
pub(crate) struct Deferrals {
    request: RightsRequestId,
    strands: Vec<(StrandId, &'static str)>,
    at: Moment,
}

impl Deferrals {
    /// Of the plan and what was read back, in the same order.
    pub(crate) fn of(
        request: RightsRequestId,
        planned: &[Planned],
        lines: &[receipt::Line],
        at: Moment,
    ) -> Self {
        let held = |line: &receipt::Line| matches!(line.outcome, receipt::Outcome::Held { .. });
        let pairs = planned.iter().zip(lines).filter(|(_, line)| held(line));
        Self {
            request,
            strands: pairs
                .map(|(one, _)| (one.strand, one.category.as_str()))
                .collect(),
            at,
        }
    }

    pub(crate) fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        for (strand, category) in &self.strands {
            let values = [
                self.request.get().into(),
                strand.get().into(),
                (*category).into(),
                self.at.millis().into(),
            ];
            db.exec(&sql::DEFER, &values)?;
        }
        Ok(())
    }
}

/// Looks whether what was kept back is gone by now, and tells whoever asked. Answers how many were told.
///
/// # Errors
/// When the store fails.
pub(crate) async fn finish(app: &App, vault: &Vault) -> Result<u64, VaultError> {
    settle(vault).await?;
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

/// Notes what has come to an end: destroyed, or in use again for something new.
async fn settle(vault: &Vault) -> Result<(), VaultError> {
    let read = |db: &mut dyn Db| {
        let rows = db.all(&sql::WAITING, &[])?;
        rows.iter()
            .map(|row| {
                let strand = StrandId::from_raw(row.i64("strand_id")?);
                Ok((row.i64("request_id")?, strand))
            })
            .collect::<Result<Vec<_>, StoreError>>()
    };
    for (request, strand) in vault.store().read(read).await? {
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
        rows.iter()
            .map(|row| {
                Ok((
                    row.text("category")?.to_owned(),
                    row.text("outcome")?.to_owned(),
                ))
            })
            .collect::<Result<Vec<_>, StoreError>>()
    };
    let done = vault.store().read(read).await?;
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
    let email = requests::reply_to(vault, &permit).await?;
    let posted = match email {
        Some(to) => {
            let letter = words::answer_letter(app, request, text, to);
            let occasion = format!("rights-finally-{id}");
            Some(letters::post(&mut work, &permit, letter, &occasion, &keep)?)
        }
        None => None,
    };
    let (laid, at) = (work.finish(), vault.world().now().millis());
    let write = move |db: &mut dyn Db| {
        laid.lay(db)?;
        db.exec(&sql::TOLD, &[id.into(), at.into()])?;
        posted.as_ref().map_or(Ok(()), |posted| posted.enqueue(db))
    };
    vault.store().write(write).await?;
    Ok(())
}

/// How many strands wait for a hold to end, for the officer's page.
///
/// # Errors
/// When the store fails.
pub(crate) async fn waiting(vault: &Vault) -> Result<i64, VaultError> {
    let read = |db: &mut dyn Db| db.one(&sql::WAIT_COUNT, &[])?.i64("n");
    Ok(vault.store().read(read).await?)
}

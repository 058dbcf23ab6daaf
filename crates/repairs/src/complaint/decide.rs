//! What is done with a case: the time limits are judged, it is decided, it is over. Each on the version
//! that was looked at; each reason is sealed, and who wrote it stands in the row.

use std::collections::BTreeSet;

use store::StoreError;
use values::{FreeText, WorkLineId};
use vault::{Actor, Personal, Vault, VaultError};
use web::App;

use super::{
    CASE, CaseLine, CaseRow, OF_CUSTOMER,
    known::lines_of,
    letter::{self, Letters},
    limits, over, sql, take, to_seal, while_open,
};
use crate::{
    open,
    order::{self, OrderRow},
    records::{ComplaintAssessment, ComplaintOutcome},
    words::{Ground, Outcome, Timely},
};

/// What a change answers that came too late.
const CHANGED: &str = "complaint-changed";

/// How the time limits are judged.
pub(super) struct Judged {
    pub ground: Ground,
    pub timely: Timely,
    /// The lines whose result is meant to last considerably longer.
    pub long: BTreeSet<WorkLineId>,
    pub reason: FreeText,
}

/// The lines of a case with the last days that follow from a judgement.
async fn judged_lines(
    vault: &Vault,
    row: &CaseRow,
    long: &BTreeSet<WorkLineId>,
) -> Result<Vec<CaseLine>, VaultError> {
    let (id, order) = (row.id, row.order);
    let read = vault
        .store()
        .read(move |db| Ok((lines_of(db, id)?, order::load_lines(db, order)?)));
    let (mut lines, work) = read.await?;
    let rules = vault.rules();
    for line in &mut lines {
        let of_order = work.iter().find(|one| one.id == line.line);
        let Some(of_order) = of_order else { continue };
        line.long_life = long.contains(&line.line);
        let bought = (row.buyer, of_order.kind, line.long_life);
        let reach = limits::reach(&rules, bought, row.delivered)?;
        (line.claim_until, line.claim_rule) = (reach.last, reach.rule);
    }
    Ok(lines)
}

/// Enters a judgement.
pub(super) async fn assess(
    vault: &Vault,
    actor: Actor,
    (row, order): (&CaseRow, &OrderRow),
    judged: &Judged,
) -> Result<(), VaultError> {
    let lines = judged_lines(vault, row, &judged.long).await?;
    vault::again(|| async {
        let permit = to_seal(vault, actor, row.customer, row.id).await?;
        let mut work = vault.work();
        let record = Personal::new(ComplaintAssessment {
            number: order.number.to_string(),
            assessment: judged.reason.clone(),
        });
        let from = open::observed(vault, order.visit.get());
        let record = work.seal(&permit, &record, &from, &while_open(row.id))?;
        let values = [
            row.id.get().into(),
            row.changes.into(),
            judged.ground.as_str().into(),
            judged.timely.as_str().into(),
            record.get().into(),
        ];
        let (laid, id, lines) = (work.finish(), row.id, lines.clone());
        let write = vault.store().write(move |db| {
            if db.exec(&sql::ASSESS, &values)? != 1 {
                return Err(StoreError::Refused(CHANGED));
            }
            lines.iter().try_for_each(|line| line.set(db, id))?;
            laid.lay(db)
        });
        Ok(write.await?)
    })
    .await
}

/// Decides; answers whether a letter goes out.
pub(super) async fn decide(
    app: &App,
    vault: &Vault,
    actor: Actor,
    (row, order): (&CaseRow, &OrderRow),
    (outcome, reason): (Outcome, &FreeText),
) -> Result<bool, VaultError> {
    let said = app.texts.of(order.lang).s(outcome.message_id()).to_owned();
    vault::again(|| async {
        let permit = to_seal(vault, actor, row.customer, row.id).await?;
        let mut work = vault.work();
        let record = Personal::new(ComplaintOutcome {
            number: order.number.to_string(),
            outcome: said.clone(),
            reason: reason.clone(),
        });
        let from = open::observed(vault, order.visit.get());
        let record = work.seal(&permit, &record, &from, &while_open(row.id))?;
        let what = Letters::Decided(outcome, reason);
        let at = (app, vault, actor);
        let posted = letter::post(at, &mut work, &permit, (order, row.id, &what)).await?;
        let values = [
            row.id.get().into(),
            row.changes.into(),
            outcome.as_str().into(),
            record.get().into(),
            work.at().millis().into(),
            actor.id().into(),
        ];
        let (laid, mailed) = (work.finish(), posted.is_some());
        let write = vault.store().write(move |db| {
            if db.exec(&sql::DECIDE, &values)? != 1 {
                return Err(StoreError::Refused(CHANGED));
            }
            laid.lay(db)?;
            posted.as_ref().map_or(Ok(()), |posted| posted.enqueue(db))
        });
        write.await?;
        Ok(mailed)
    })
    .await
}

/// It is over: what was kept for it is let go by its rule, counted from now.
pub(super) async fn close(
    vault: &Vault,
    actor: Actor,
    (row, order): (&CaseRow, &OrderRow),
) -> Result<(), VaultError> {
    vault::again(|| async {
        let permit = to_seal(vault, actor, row.customer, row.id).await?;
        let mut work = vault.work();
        let keep = over(row.id, work.at());
        for category in OF_CUSTOMER {
            work.end(&permit, *category, &keep)?;
        }
        take::at_work(vault, &mut work, actor, (order, &keep, row.id)).await?;
        let values = [
            row.id.get().into(),
            work.at().millis().into(),
            actor.id().into(),
        ];
        let laid = work.finish();
        let write = vault.store().write(move |db| {
            if db.exec(&sql::CLOSE, &values)? != 1 {
                return Err(StoreError::Refused(CHANGED));
            }
            laid.lay(db)
        });
        Ok(write.await?)
    })
    .await
}

/// The case's word, for a message about it.
pub(super) const fn case_of(row: &CaseRow) -> (&'static str, i64) {
    (CASE, row.id.get())
}

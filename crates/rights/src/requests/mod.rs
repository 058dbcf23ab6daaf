//! Requests about rights: what was asked, when it came, when it must be answered.

pub mod clock;
mod events;
pub mod identity;
mod model;
pub mod open;
pub mod pages;
pub(crate) mod paper;
pub(crate) mod people;
pub mod remind;
pub mod sql;
mod take;
#[cfg(test)]
mod tests;

use declaration::RuleTable;
use store::{Db, Row, StoreError};
use values::{ControllerId, Moment, RecordId, RightsRequestId, SubjectId};
use vault::{Vault, VaultError};

pub use events::{Event, What, events};
pub(crate) use events::{NewEvent, claim, was_changed};
pub use model::{
    CaseRecord, Channel, ClaimRecord, Document, Identity, Kind, Request, ScanRecord, State,
};
pub(crate) use take::{Asked, SOURCE, Whose, from, made, open_case, receive, reply_to};

/// The rule for the first answer (GDPR Art. 12(3)).
const ANSWER: &str = "rights-answer";
/// The rule where more time was told with its reason.
const EXTENDED: &str = "rights-answer-extended";

/// When a request that came in must be answered, and the rule (`id@version`) that says so.
///
/// # Errors
/// When the rule table lacks the rule.
pub fn due(
    rules: &RuleTable,
    received: Moment,
    extended: bool,
) -> Result<(String, Moment), VaultError> {
    let id = if extended { EXTENDED } else { ANSWER };
    let rule = rules
        .at(id, received.local_date())
        .ok_or_else(|| VaultError::RuleMissing(id.to_owned()))?;
    Ok((rule.cited(), rule.until(received)))
}

fn request(row: &Row) -> Result<Request, StoreError> {
    let unknown = |what: &str| StoreError::Type(format!("rights_request: unknown {what}"));
    let moment = |at: Option<i64>| at.map(Moment::from_millis);
    Ok(Request {
        id: RightsRequestId::from_raw(row.i64("id")?),
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        controller: ControllerId::from_raw(row.i64("controller_id")?),
        kind: Kind::from_name(row.text("kind")?).ok_or_else(|| unknown("kind"))?,
        channel: Channel::from_name(row.text("channel")?).ok_or_else(|| unknown("channel"))?,
        received_at: Moment::from_millis(row.i64("received_at")?),
        due_at: Moment::from_millis(row.i64("due_at")?),
        rule: row.text("rule")?.to_owned(),
        state: State::from_name(row.text("state")?).ok_or_else(|| unknown("state"))?,
        decided_at: moment(row.opt_i64("decided_at")?),
        answered_at: moment(row.opt_i64("answered_at")?),
        officer: row.opt_i64("officer_id")?.map(SubjectId::from_raw),
        record: RecordId::from_raw(row.i64("record_id")?),
        lang: row.text("lang")?.to_owned(),
        identity: Identity::from_name(row.text("identity")?).ok_or_else(|| unknown("identity"))?,
        paused_at: moment(row.opt_i64("paused_at")?),
        paused_days: row.i64("paused_days")?,
        written_on: moment(row.opt_i64("written_on")?),
        registered_at: Moment::from_millis(row.i64("registered_at")?),
        scan: row.opt_i64("scan_id")?.map(RecordId::from_raw),
        version: row.i64("version")?,
    })
}

async fn list(
    vault: &Vault,
    sql: &'static store::Sql,
    value: store::Value,
) -> Result<Vec<Request>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let rows = db.all(sql, std::slice::from_ref(&value))?;
        rows.iter().map(request).collect::<Result<Vec<_>, _>>()
    };
    Ok(vault.store().read(read).await?)
}

/// One request.
///
/// # Errors
/// When the store fails.
pub async fn one(vault: &Vault, id: RightsRequestId) -> Result<Option<Request>, VaultError> {
    Ok(list(vault, &sql::ONE, id.get().into()).await?.pop())
}

/// A person's requests, newest first.
///
/// # Errors
/// When the store fails.
pub async fn of_subject(vault: &Vault, subject: SubjectId) -> Result<Vec<Request>, VaultError> {
    list(vault, &sql::OF_SUBJECT, subject.get().into()).await
}

/// What waits for an answer, the most urgent first.
///
/// # Errors
/// When the store fails.
pub async fn waiting(vault: &Vault, at_most: i64) -> Result<Vec<Request>, VaultError> {
    list(vault, &sql::OPEN, at_most.into()).await
}

/// What was closed last.
///
/// # Errors
/// When the store fails.
pub async fn closed(vault: &Vault, at_most: i64) -> Result<Vec<Request>, VaultError> {
    list(vault, &sql::CLOSED, at_most.into()).await
}

/// How many are past their date: not answered, or with an answer on paper that has not gone yet.
///
/// # Errors
/// When the store fails.
pub async fn overdue(vault: &Vault) -> Result<i64, VaultError> {
    let now = vault.world().now().millis();
    let read = move |db: &mut dyn Db| db.one(&sql::OVERDUE, &[now.into()])?.i64("n");
    Ok(vault.store().read(read).await? + paper::late(vault).await?)
}

/// How long an erasure is left to whoever decided it, before the chore takes it for cut short.
const IN_HAND_MS: i64 = 60_000;

/// Erasures that were decided and not yet answered, and that nobody has in hand any more.
pub(crate) async fn cut_short(vault: &Vault) -> Result<Vec<Request>, VaultError> {
    let now = vault.world().now();
    let read = move |db: &mut dyn Db| {
        let values = [
            now.plus_ms(-IN_HAND_MS).millis().into(),
            now.millis().into(),
        ];
        let rows = db.all(&sql::CUT_SHORT, &values)?;
        rows.iter().map(request).collect::<Result<Vec<_>, _>>()
    };
    Ok(vault.store().read(read).await?)
}

/// Answers whose letter could not be written when they were given.
pub(crate) async fn owed(vault: &Vault) -> Result<Vec<Request>, VaultError> {
    let read = |db: &mut dyn Db| {
        let rows = db.all(&sql::OWED, &[])?;
        rows.iter().map(request).collect::<Result<Vec<_>, _>>()
    };
    Ok(vault.store().read(read).await?)
}

/// How requests stand against their dates, for the proof.
#[derive(Clone, Debug, Default)]
pub(crate) struct Deadlines {
    pub all: i64,
    /// Open past their date.
    pub overdue: Vec<i64>,
    /// With another date than the rule they cite gives.
    pub misdated: Vec<i64>,
    /// Rows by controller.
    pub controllers: std::collections::BTreeMap<i64, i64>,
}

pub(crate) async fn deadlines(vault: &Vault) -> Result<Deadlines, VaultError> {
    let (now, rules) = (vault.world().now(), vault.rules());
    let read = move |db: &mut dyn Db| {
        let mut found = Deadlines::default();
        db.each(&sql::DATES, &[], &mut |row| {
            let (id, due) = (row.i64("id")?, Moment::from_millis(row.i64("due_at")?));
            let received = Moment::from_millis(row.i64("received_at")?);
            let days = row.i64("paused_days")?;
            let counted = rules
                .cited(row.text("rule")?)
                .map(|rule| clock::later_by(rule.until(received), days));
            found.all += 1;
            if counted != Some(due) {
                found.misdated.push(id);
            }
            let runs = row.opt_i64("paused_at")?.is_none();
            if row.text("state")? == State::Open.as_str() && runs && due <= now {
                found.overdue.push(id);
            }
            *found
                .controllers
                .entry(row.i64("controller_id")?)
                .or_default() += 1;
            Ok(())
        })?;
        Ok(found)
    };
    Ok(vault.store().read_long(read).await?)
}

/// A person takes their own request back.
///
/// # Errors
/// [`VaultError::Gone`] when it is not theirs or not open any more.
pub(crate) async fn withdraw(
    vault: &Vault,
    subject: SubjectId,
    id: RightsRequestId,
) -> Result<(), VaultError> {
    let theirs = one(vault, id).await?.filter(|r| r.subject == subject);
    let open = theirs.filter(|r| r.state == State::Open && r.decided_at.is_none());
    if open.is_none() {
        return Err(VaultError::Gone);
    }
    close_without_answer(vault, subject, id).await
}

async fn close_without_answer(
    vault: &Vault,
    subject: SubjectId,
    id: RightsRequestId,
) -> Result<(), VaultError> {
    use declaration::vocabulary::{Category, purpose};
    vault::again(|| async move {
        let ask =
            vault::Ask::open(vault::Actor::Subject(subject), subject).of(&[Category::RightsCase]);
        let permit = vault.permit::<purpose::Rights>(ask).await?;
        let mut work = vault.work();
        let now = work.at();
        let keep = vault::Keep::from(take::SOURCE, id.get(), now);
        work.end(&permit, Category::RightsCase, &keep)?;
        let laid = work.finish();
        let actor = vault::Actor::Subject(subject);
        let event = NewEvent::of(vault, id, What::TakenBack, actor, "");
        let close = move |db: &mut dyn Db| {
            laid.lay(db)?;
            event.add(db)?;
            crate::objection::take_back(db, id, subject)?;
            let values = [
                id.get().into(),
                State::Withdrawn.as_str().into(),
                now.millis().into(),
                store::Value::Null,
                store::Value::Null,
            ];
            db.exec(&sql::CLOSE, &values)
        };
        vault.store().write(close).await?;
        Ok(())
    })
    .await
}

//! Reminders: when the date of a request is near, and when it is past, each once; and what makes the
//! house's health yellow.

use declaration::vocabulary::{Category, purpose::StaffAccess};
use store::Db;
use values::{Email, Moment, SubjectId};
use vault::{Actor, Ask, Keep, Vault, VaultError};
use web::{App, health::Ailment};

use super::{NewEvent, Request, What, events, one, overdue, sql, take::SOURCE};
use crate::{proof::Soon, words};

/// How many days before the date: a rule of the table.
const REMINDER: &str = "rights-reminder";
const CHORE: Actor = Actor::Chore("rights_reminder");

/// Who answers requests here. The house knows; this slice does not know the staff.
pub trait PrivacyDesk: Send + Sync {
    /// Those who work here in that role now.
    fn officers(&self) -> Soon<'_, Result<Vec<SubjectId>, VaultError>>;
}

/// How many days before the date a reminder goes out.
fn days_before(vault: &Vault, now: Moment) -> Result<i64, VaultError> {
    let rules = vault.rules();
    let rule = rules
        .at(REMINDER, now.local_date())
        .ok_or_else(|| VaultError::RuleMissing(REMINDER.to_owned()))?;
    Ok(i64::from(rule.after.days))
}

/// Writes the reminders that are due. Answers how many requests were reminded of.
///
/// # Errors
/// When the store fails; what is left comes up again.
pub async fn remind(app: &App, vault: &Vault) -> Result<u64, web::Error> {
    let Ok(desk) = app.service::<std::sync::Arc<dyn PrivacyDesk>>() else {
        return Ok(0);
    };
    let now = vault.world().now();
    let until = now.plus_days(days_before(vault, now)?).millis();
    let read = move |db: &mut dyn Db| {
        let rows = db.all(&sql::NEAR, &[until.into()])?;
        rows.iter()
            .map(|row| row.i64("id"))
            .collect::<Result<Vec<_>, _>>()
    };
    let near = vault.store().read(read).await?;
    if near.is_empty() {
        return Ok(0);
    }
    let officers = desk.officers().await?;
    let mut reminded = 0;
    for id in near {
        let id = values::RightsRequestId::from_raw(id);
        let Some(request) = one(vault, id).await? else {
            continue;
        };
        let stage = if request.is_overdue(now) {
            What::Overdue
        } else {
            What::Reminded
        };
        if was_told(vault, &request, stage).await? {
            continue;
        }
        if tell(app, vault, &request, stage, &officers).await? {
            reminded += 1;
        } else {
            // Not noted: it is tried again until somebody can be reached.
            tracing::warn!("nobody can be reminded of a request: no officer with an address");
        }
    }
    Ok(reminded)
}

/// A case whose date moved (more time, a pause) is reminded of again before the new date.
async fn was_told(vault: &Vault, request: &Request, stage: What) -> Result<bool, VaultError> {
    let events = events(vault, request.id).await?;
    let moved = events
        .iter()
        .rposition(|event| matches!(event.what, What::Extended | What::Proven));
    let since = moved.unwrap_or(0);
    Ok(events[since..].iter().any(|event| event.what == stage))
}

/// Writes to every officer who can be written to. The reminder counts when one letter was posted.
async fn tell(
    app: &App,
    vault: &Vault,
    request: &Request,
    stage: What,
    officers: &[SubjectId],
) -> Result<bool, VaultError> {
    let mut posted = false;
    for officer in officers {
        match write_to(app, vault, request, stage, *officer).await {
            Ok(written) => posted |= written,
            // Whoever has left is not written to.
            Err(VaultError::Gone | VaultError::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    if posted {
        let event = NewEvent::of(vault, request.id, stage, CHORE, "");
        vault
            .store()
            .write(move |db: &mut dyn Db| event.add(db))
            .await?;
    }
    Ok(posted)
}

async fn write_to(
    app: &App,
    vault: &Vault,
    request: &Request,
    stage: What,
    officer: SubjectId,
) -> Result<bool, VaultError> {
    vault::again(|| async move {
        let Some(to) = address(vault, officer, request).await? else {
            return Ok(false);
        };
        let ask = Ask::seal(CHORE, officer)
            .of(&[Category::Correspondence])
            .case(SOURCE, request.id.get());
        let permit = vault.permit::<StaffAccess>(ask).await?;
        let mut work = vault.work();
        let letter = words::reminder(app, request, stage, to);
        let keep = Keep::from(SOURCE, request.id.get(), work.at());
        let occasion = format!(
            "rights-{}-{}-{}-{}",
            stage.as_str(),
            request.id.get(),
            officer.get(),
            request.due_at.millis()
        );
        let posted = letters::post(&mut work, &permit, letter, &occasion, &keep)?;
        let laid = work.finish();
        let write = move |db: &mut dyn Db| {
            laid.lay(db)?;
            posted.enqueue(db)
        };
        vault.store().write(write).await?;
        Ok(true)
    })
    .await
}

/// Where a colleague is written to.
async fn address(
    vault: &Vault,
    officer: SubjectId,
    request: &Request,
) -> Result<Option<Email>, VaultError> {
    let field = words::staff_field(vault, CHORE, officer, request.id.get(), "email").await?;
    Ok(field.map(Email::restore))
}

/// What of the rights desk makes the health of the house yellow.
///
/// # Errors
/// When the store fails.
pub async fn ailments(vault: &Vault) -> Result<Vec<Ailment>, VaultError> {
    let count = overdue(vault).await?;
    if count == 0 {
        return Ok(Vec::new());
    }
    Ok(vec![Ailment {
        name: "rights_overdue",
        count,
        sentence: format!(
            "{count} request(s) about rights are past the date of GDPR Art. 12(3): answer them at /stab/personvern"
        ),
    }])
}

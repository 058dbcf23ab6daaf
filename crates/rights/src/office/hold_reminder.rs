//! A hold runs out by itself: whoever answers for it hears of that beforehand, once; where they cannot be
//! reached any more, everybody who answers requests here does. No person is named.

use declaration::vocabulary::{Category, purpose::StaffAccess};
use jiff::civil::Date;
use store::{Db, StoreError};
use values::{Email, SubjectId};
use vault::{Actor, Ask, HoldLine, Keep, Vault, VaultError};
use web::App;

use crate::{requests::remind::PrivacyDesk, words};

const CHORE: Actor = Actor::Chore("hold_reminder");

/// The reason a transaction turns back with when another was quicker.
const TOLD: &str = "hold_reminded";

/// Writes the reminders that are due. Answers of how many holds.
///
/// # Errors
/// When the store fails; what is left comes up again.
pub(crate) async fn remind(app: &App, vault: &Vault) -> Result<u64, VaultError> {
    let today = vault.world().now().local_date();
    let mut reminded = 0;
    for hold in vault.holds().await? {
        let Ok(review) = hold.review_on.parse::<Date>() else {
            continue;
        };
        if hold.reminded_at.is_none() && vault.hold_reminder(review)? <= today {
            reminded += u64::from(tell(app, vault, &hold, review).await?);
        }
    }
    Ok(reminded)
}

/// Tells the owner, or else the officers; whether anybody could be told.
async fn tell(app: &App, vault: &Vault, hold: &HoldLine, review: Date) -> Result<bool, VaultError> {
    if let Some(to) = address(vault, hold.owner).await? {
        return write_to(app, vault, hold, review, vec![(hold.owner, to)]).await;
    }
    let Ok(desk) = app.service::<std::sync::Arc<dyn PrivacyDesk>>() else {
        return Ok(false);
    };
    let mut reached = Vec::new();
    for officer in desk.officers().await? {
        if let Some(to) = address(vault, officer).await? {
            reached.push((officer, to));
        }
    }
    if reached.is_empty() {
        return Ok(false);
    }
    write_to(app, vault, hold, review, reached).await
}

/// Where a colleague is written to; whoever has left has no address.
async fn address(vault: &Vault, who: SubjectId) -> Result<Option<Email>, VaultError> {
    match words::staff_field(vault, CHORE, who, 0, "email").await {
        Ok(field) => Ok(field.map(Email::restore)),
        Err(VaultError::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn write_to(
    app: &App,
    vault: &Vault,
    hold: &HoldLine,
    review: Date,
    whom: Vec<(SubjectId, Email)>,
) -> Result<bool, VaultError> {
    let told = vault::again(|| async {
        let (mut work, mut posted) = (vault.work(), Vec::new());
        for (who, to) in &whom {
            let ask = Ask::seal(CHORE, *who).of(&[Category::Correspondence]);
            let permit = vault.permit::<StaffAccess>(ask).await?;
            let keep = Keep::from("staff", who.get(), work.at());
            let letter = words::hold_reminder(app, hold, review, to.clone());
            let occasion = format!("hold-{}-{}", hold.id.get(), who.get());
            posted.push(letters::post(&mut work, &permit, letter, &occasion, &keep)?);
        }
        let (id, now) = (hold.id.get(), work.at().millis());
        let laid = work.finish();
        let write = move |db: &mut dyn Db| {
            // Another process may have been quicker: then nothing is posted.
            if db.exec(&vault::sql::HOLD_REMINDED, &[id.into(), now.into()])? == 0 {
                return Err(StoreError::Refused(TOLD));
            }
            laid.lay(db)?;
            posted.iter().try_for_each(|one| one.enqueue(db))
        };
        Ok(vault.store().write(write).await?)
    });
    match told.await {
        Ok(()) => Ok(true),
        Err(VaultError::Store(StoreError::Refused(TOLD))) => Ok(false),
        Err(error) => Err(error),
    }
}

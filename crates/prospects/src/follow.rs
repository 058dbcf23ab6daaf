//! What becomes of the notices that were posted.

use declaration::vocabulary::{Category, Purpose, purpose};
use store::{Db, Value};
use values::Moment;
use vault::{Actor, Ask, Vault, VaultError};

use crate::{
    prospect::{Notice, Prospect, by_id, given, kept, row},
    sql,
};

/// Mail comes back within days (RFC 5321, 4.5.4.1); so far back is looked for it.
const LOOKED_BACK_DAYS: i64 = 40;

/// Follows notices that were posted: given when the mail server has taken them, owed again when it
/// refused or when the letter came back afterwards. Rows of people who are gone go too. Answers how many
/// changed.
///
/// # Errors
/// When the store fails; what was followed so far stands.
pub async fn chore(vault: &Vault) -> Result<u64, VaultError> {
    const AT_MOST: i64 = 500;
    let read = move |db: &mut dyn Db| {
        let posted = db.all(&sql::POSTED, &[AT_MOST.into()])?;
        let posted = posted.iter().map(row).collect::<Result<Vec<_>, _>>()?;
        let bereft = db.all(&sql::BEREFT, &[AT_MOST.into()])?;
        let bereft = bereft
            .iter()
            .map(|row| row.i64("id"))
            .collect::<Result<Vec<_>, _>>()?;
        Ok((posted, bereft))
    };
    let (posted, bereft) = vault.store().read(read).await?;
    let mut changed = bereft.len() as u64;
    if !bereft.is_empty() {
        let write = move |db: &mut dyn Db| {
            for id in &bereft {
                db.exec(&sql::DROP_ROW, &[(*id).into()])?;
            }
            Ok(())
        };
        vault.store().write(write).await?;
    }
    for prospect in posted {
        let letters = letters::status_of(vault, "prospect", prospect.id).await?;
        let Some(letter) = letters.first() else {
            continue;
        };
        let (at, id) = (letter.at, prospect.id);
        match letter.state {
            letters::State::Sent => {
                match given(vault, &prospect, Actor::Chore("prospects"), at).await {
                    Ok(()) | Err(VaultError::Gone) => changed += 1,
                    // They said no, or asked that it be left alone, while the notice travelled: the
                    // notice's own reason runs out, and the rest of the list is followed.
                    Err(VaultError::Refused(_)) => {
                        changed += note(vault, id, Notice::Given, Some(at)).await?
                    }
                    Err(error) => return Err(error),
                }
            }
            letters::State::Refused | letters::State::Unsure | letters::State::Dropped => {
                changed += note(vault, id, Notice::Failed, None).await?;
            }
            letters::State::Queued | letters::State::Deferred => {}
        }
    }
    Ok(changed + came_back(vault).await?)
}

/// Letters that were taken and came back: whoever was not reached was not told. What they are kept for
/// from then on is again only the debt of the notice, and if its month is over, they go tonight.
async fn came_back(vault: &Vault) -> Result<u64, VaultError> {
    let since = vault.world().now().plus_days(-LOOKED_BACK_DAYS);
    let mut changed = 0;
    for (id, at) in letters::refused_since(vault, "prospect", since).await? {
        let Some(prospect) = by_id(vault, id).await? else {
            continue;
        };
        // Told otherwise since then, they are told.
        let was_told_by_it = prospect.notice_at.is_some_and(|told| told <= at);
        if prospect.notice == Notice::Given && was_told_by_it {
            changed += vault::again(|| not_given(vault, &prospect)).await?;
        }
    }
    Ok(changed)
}

async fn not_given(vault: &Vault, prospect: &Prospect) -> Result<u64, VaultError> {
    let ask = Ask::seal(Actor::Chore("prospects"), prospect.subject)
        .of(&[Category::Marketing])
        .case("prospect", prospect.id);
    let permit = match vault.permit::<purpose::Prospecting>(ask).await {
        // Whoever said no, or asked to be left alone, is kept for nothing that could be let go.
        Err(VaultError::Refused(_) | VaultError::Gone) => {
            return note(vault, prospect.id, Notice::Failed, None).await;
        }
        other => other?,
    };
    let mut work = vault.work();
    let keep = kept(prospect.id, prospect.captured_at);
    work.let_go(&permit, Category::Marketing, Purpose::Prospecting, &keep)?;
    let laid = work.finish();
    let values = noted(prospect.id, Notice::Failed, None);
    let write = move |db: &mut dyn Db| {
        laid.lay(db)?;
        db.exec(&sql::NOTE, &values)
    };
    Ok(vault.store().write(write).await?)
}

async fn note(
    vault: &Vault,
    id: i64,
    notice: Notice,
    at: Option<Moment>,
) -> Result<u64, VaultError> {
    let values = noted(id, notice, at);
    let write = move |db: &mut dyn Db| db.exec(&sql::NOTE, &values);
    Ok(vault.store().write(write).await?)
}

fn noted(id: i64, notice: Notice, at: Option<Moment>) -> [Value; 3] {
    let at = at.map(Moment::millis);
    [id.into(), notice.as_str().into(), at.into()]
}

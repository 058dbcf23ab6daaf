//! What an officer does with a campaign: send, pause, go on, end.

use store::{Db, StoreError};
use values::Moment;
use vault::{Vault, VaultError};

use super::{RESTORED, State, get, sql};

/// What an officer does with a campaign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Send it, at once or at an instant.
    Schedule(Moment),
    /// Back to the desk before it has begun.
    Unschedule,
    /// Stop for now.
    Pause,
    /// Go on.
    Resume,
    /// Go on with those who had not got it when the database was fetched back.
    GoOn,
    /// End it: nobody else gets it.
    Cancel,
}

/// Does it. False when the campaign does not stand so that it could be done.
///
/// # Errors
/// When the store fails.
pub async fn act(vault: &Vault, id: i64, act: Act) -> Result<bool, VaultError> {
    let now = vault.world().now();
    let write = move |db: &mut dyn Db| {
        let Some(campaign) = get(db, id)? else {
            return Ok(false);
        };
        let step = |db: &mut dyn Db, from: State, to: State| {
            let values = [id.into(), from.as_str().into(), to.as_str().into()];
            Ok::<_, StoreError>(db.exec(&sql::MOVE, &values)? == 1)
        };
        let done = match act {
            Act::Schedule(_) => step(db, State::Draft, State::Scheduled)?,
            Act::Unschedule => step(db, State::Scheduled, State::Draft)?,
            Act::Pause => step(db, State::Running, State::Paused)?,
            // Those who had got it since the copy was taken are left out first.
            Act::Resume if campaign.why.as_deref() == Some(RESTORED) => false,
            Act::GoOn => go_on(db, id, now)?,
            Act::Resume => step(db, State::Paused, State::Running)?,
            Act::Cancel => {
                let halted = campaign.why.as_deref() == Some(RESTORED);
                campaign.ended_at.is_none() && (campaign.started_at.is_some() || halted)
            }
        };
        if let (Act::Schedule(at), true) = (act, done) {
            db.exec(&sql::SEND_AT, &[id.into(), at.millis().into()])?;
        }
        if let (Act::Cancel, true) = (act, done) {
            let state = State::Cancelled.as_str();
            db.exec(&sql::END, &[id.into(), state.into(), now.millis().into()])?;
        }
        db.wake();
        Ok(done)
    };
    Ok(vault.store().write(write).await?)
}

/// The numbers of further batches follow on those outside. Whoever was in hands when the copy was taken is in
/// nobody's now.
fn go_on(db: &mut dyn Db, id: i64, now: Moment) -> Result<bool, StoreError> {
    let values = [id.into(), now.millis().into()];
    let went = db.exec(&sql::GO_ON, &values)? == 1;
    if went {
        db.exec(&crate::queue::sql::FREE, &values)?;
    }
    Ok(went)
}

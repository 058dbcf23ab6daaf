//! The officer's pages: campaigns, the composer and what is under way.

mod compose;
mod run;
mod shown;
mod told;

pub use compose::{compose, create, list, new, preview, save};
pub use run::{Office, act, test};

use declaration::vocabulary::{Category, purpose};
use values::{Email, SubjectId};
use vault::{Actor, Ask, Vault, VaultError};

/// The officer's own address, opened as their own.
async fn own_address(vault: &Vault, me: SubjectId) -> Result<Option<Email>, VaultError> {
    let ask = Ask::open(Actor::Subject(me), me).of(&[Category::Staff]);
    let permit = vault.permit::<purpose::Rights>(ask).await?;
    let mut all = vault.everything(me).await?;
    all.retain(|raw| raw.category == Category::Staff);
    all.sort_by_key(|raw| raw.at);
    let Some(newest) = all.last() else {
        return Ok(None);
    };
    let opened = vault.open_any(&permit, newest)?;
    Ok(opened
        .field("email")
        .and_then(|email| Email::parse(email).ok()))
}

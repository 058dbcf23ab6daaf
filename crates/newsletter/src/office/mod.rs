//! The officer's pages: campaigns, the composer and what is under way.

mod compose;
mod reach;
mod run;
mod shown;
mod told;

pub use compose::{compose, create, list, new, preview, save};
pub use run::{Office, act, test};

use declaration::{
    Declaration,
    vocabulary::{Category, purpose},
};
use values::{Email, SubjectId};
use vault::{Actor, Ask, Vault, VaultError};

/// Who gets a letter, in words: houses whose declaration has letters to existing customers say so.
struct Hints {
    lead: &'static str,
    to: &'static str,
    sure: &'static str,
}

impl Hints {
    fn of(declaration: &Declaration) -> Self {
        if declaration.customer_topics().is_empty() {
            return Self {
                lead: "newsletter-office-lead",
                to: "newsletter-to-hint",
                sure: "newsletter-send-sure",
            };
        }
        Self {
            lead: "newsletter-office-lead-customers",
            to: "newsletter-to-hint-customers",
            sure: "newsletter-send-sure-customers",
        }
    }
}

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

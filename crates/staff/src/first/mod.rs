//! The first run: an empty house gets its first administrator, by the code that the program printed.

mod pages;
#[cfg(test)]
mod tests;

pub use pages::{begin, begun};

use data_encoding::BASE32_NOPAD;
use store::bytes;
use vault::Vault;

use crate::{StaffError, sql};

/// The use of the keyed hash of the code.
const SET_UP: &str = "staff_setup";

/// A fresh set-up code for a house without staff, to be printed once; an older one no longer serves.
/// `None` when somebody has been added.
///
/// # Errors
/// When the store fails.
pub async fn set_up_code(vault: &Vault) -> Result<Option<String>, StaffError> {
    if !is_empty(vault).await? {
        return Ok(None);
    }
    let secret = vault.world().secret();
    let text = BASE32_NOPAD.encode(&secret[..10]);
    let code = format!(
        "{}-{}-{}-{}",
        &text[..4],
        &text[4..8],
        &text[8..12],
        &text[12..16]
    );
    let tag = tag_of(vault, &code);
    vault
        .store()
        .write(move |db| db.exec(&sql::SETUP_PUT, &[bytes(tag)]))
        .await?;
    Ok(Some(code))
}

/// Whether nobody has ever been added.
///
/// # Errors
/// When the store fails.
pub async fn is_empty(vault: &Vault) -> Result<bool, StaffError> {
    let count = vault
        .store()
        .read(|db| db.one(&sql::COUNT, &[])?.i64("n"))
        .await?;
    Ok(count == 0)
}

/// The keyed hash of a code as it was typed: case, spaces and hyphens do not matter.
fn tag_of(vault: &Vault, typed: &str) -> [u8; 32] {
    let normal: String = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect();
    *vault.tag_code(SET_UP, normal.as_bytes()).hash()
}

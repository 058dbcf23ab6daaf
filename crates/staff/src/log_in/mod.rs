//! Logging in: an address, a letter with a one-time link, a button.

mod pages;
#[cfg(test)]
mod tests;

pub use pages::{ask, asked, enter, entered, leave};

use data_encoding::BASE64URL_NOPAD;
use declaration::vocabulary::{Category, purpose};
use store::bytes;
use values::{Email, Moment, SubjectId};
use vault::{Actor, Ask, Keep, Permit, Vault};

use crate::{
    StaffError,
    letter::{self, Wording},
    members::{CASE, Post},
    sql,
};

const MINUTE: i64 = 60_000;
/// How long a link asked for at log-in opens.
pub const ASKED_FOR: i64 = 30 * MINUTE;
/// How long the link in the letter of welcome opens: three days.
pub const WELCOME: i64 = 3 * 24 * 60 * MINUTE;
/// How many unused links one member may have before no more letters go out.
const MOST_LINKS: i64 = 5;
/// The use of the keyed hash of a link's code.
const LINK: &str = "staff_link";

/// A code that has not been written yet: 256 random bits, shown once.
struct NewLink {
    code: String,
    tag: [u8; 32],
    expires_at: Moment,
}

impl NewLink {
    fn make(vault: &Vault, valid_ms: i64) -> Self {
        let code = BASE64URL_NOPAD.encode(&vault.world().secret());
        Self {
            tag: tag_of(vault, &code),
            expires_at: vault.world().now().plus_ms(valid_ms),
            code,
        }
    }

    fn path(&self) -> String {
        format!("/stab/logg-inn/{}", self.code)
    }
}

fn tag_of(vault: &Vault, code: &str) -> [u8; 32] {
    *vault.tag_code(LINK, code.as_bytes()).hash()
}

/// A one-time link for a member, to be shown on the command line: its path.
///
/// # Errors
/// [`StaffError::NoMember`] for somebody who does not work here, or a failure of the store.
pub async fn one_time_link(
    vault: &Vault,
    staff: SubjectId,
    valid_ms: i64,
) -> Result<String, StaffError> {
    if !crate::members::post(vault, staff).await?.active() {
        return Err(StaffError::NoMember);
    }
    let link = NewLink::make(vault, valid_ms);
    let (tag, expires_at) = (link.tag, link.expires_at);
    vault
        .store()
        .write(move |db| db.exec(&sql::LINK_ADD, &link_row(tag, staff, expires_at)))
        .await?;
    Ok(link.path())
}

fn link_row(tag: [u8; 32], staff: SubjectId, expires_at: Moment) -> [store::Value; 3] {
    [bytes(tag), staff.get().into(), expires_at.millis().into()]
}

/// Whom a link lets in while it opens; nothing is used up by looking.
async fn whose(vault: &Vault, code: &str) -> Result<Option<Post>, StaffError> {
    let (tag, now) = (tag_of(vault, code), vault.world().now());
    let row = vault
        .store()
        .read(move |db| db.opt(&sql::LINK, &[bytes(tag), now.millis().into()]))
        .await?;
    Ok(row.map(|row| Post::read(&row)).transpose()?)
}

/// Uses a link up; false when somebody was faster.
async fn use_up(vault: &Vault, code: &str) -> Result<bool, StaffError> {
    let (tag, now) = (tag_of(vault, code), vault.world().now());
    let used = vault
        .store()
        .write(move |db| db.exec(&sql::LINK_USE, &[bytes(tag), now.millis().into()]))
        .await?;
    Ok(used == 1)
}

/// Sends a log-in link to whoever works here under this address. The answer says nothing: the page must
/// not tell whether the address is known.
async fn send_to(vault: &Vault, email: &Email, words: &Wording<'_>) -> Result<(), StaffError> {
    let Some(staff) = crate::find(vault, email).await? else {
        return Ok(());
    };
    let post = crate::members::post(vault, staff).await?;
    if post.colleague(&vault.declaration()).is_none() {
        return Ok(());
    }
    send(
        vault,
        Actor::Chore("staff log-in"),
        staff,
        email,
        ASKED_FOR,
        words,
    )
    .await
}

/// Sends a member a letter with a one-time link; link and letter become durable together.
pub(crate) async fn send(
    vault: &Vault,
    actor: Actor,
    staff: SubjectId,
    email: &Email,
    valid_ms: i64,
    words: &Wording<'_>,
) -> Result<(), StaffError> {
    vault::again(|| send_once(vault, actor, staff, email, valid_ms, words))
        .await
        .map_err(Into::into)
}

async fn send_once(
    vault: &Vault,
    actor: Actor,
    staff: SubjectId,
    email: &Email,
    valid_ms: i64,
    words: &Wording<'_>,
) -> Result<(), vault::VaultError> {
    let now = vault.world().now();
    let live = vault
        .store()
        .read(move |db| {
            db.one(&sql::LINKS_LIVE, &[staff.get().into(), now.millis().into()])?
                .i64("n")
        })
        .await?;
    if live >= MOST_LINKS {
        return Ok(());
    }
    let link = NewLink::make(vault, valid_ms);
    let ask = Ask::seal(actor, staff)
        .of(&[Category::Correspondence])
        .case(CASE, staff.get());
    let permit: Permit<purpose::StaffAccess> = vault.permit(ask).await?;
    let mut work = vault.work();
    let keep = Keep::from(CASE, staff.get(), now);
    let dedup = format!(
        "staff-link-{}",
        data_encoding::HEXLOWER.encode(&link.tag[..12])
    );
    let posted = letter::post(
        &mut work,
        &permit,
        words.letter(email, &link.path(), link.expires_at),
        &dedup,
        &keep,
    )?;
    let laid = work.finish();
    let (tag, expires_at) = (link.tag, link.expires_at);
    vault
        .store()
        .write(move |db| {
            laid.lay(db)?;
            db.exec(&sql::LINK_ADD, &link_row(tag, staff, expires_at))?;
            posted.enqueue(db)
        })
        .await?;
    Ok(())
}

/// Removes links that nobody can use any more; daily.
///
/// # Errors
/// When the store fails.
pub async fn sweep_links(vault: &Vault) -> Result<u64, StaffError> {
    let before = vault.world().now().plus_days(-1);
    Ok(vault
        .store()
        .write(move |db| db.exec(&sql::LINKS_SWEEP, &[before.millis().into()]))
        .await?)
}

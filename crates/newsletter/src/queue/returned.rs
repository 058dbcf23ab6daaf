//! What comes back about a letter of a campaign: it could not be delivered, or whoever got it called it
//! unwanted. Which letter it was is told by its Message-ID alone; nothing else of a report is believed.

use declaration::vocabulary::{Category, purpose};
use store::{Db, StoreError, bytes};
use values::{Email, SubjectId};
use vault::{Actor, Ask, LookUp, Scope, Vault, VaultError, suppress_in};

use super::{List, sql};
use crate::{
    campaign, compose,
    subscriber::{self, Came, NoTo},
};

/// So many letters that came back for reasons that may pass, and the address is written to no more.
const ENOUGH: i64 = 3;
/// Who does this, in the opening log and the ledger.
const WHO: Actor = Actor::Chore("retur");

/// What came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// It could not be delivered.
    Bounced {
        /// Whether the address itself is at fault: then it is written to no more, from now on.
        of_the_address: bool,
        /// The enhanced status without its dots.
        code: i64,
    },
    /// Whoever got it called it unwanted: nobody here writes to them any more.
    Complained,
}

struct Letter {
    campaign: i64,
    subject: SubjectId,
    reason: String,
}

/// Notes what came back and does what follows from it. False when the letter is none of ours, or it was
/// noted before: the same report twice does nothing the second time.
///
/// # Errors
/// When the store or the vault fails; nothing is noted then, and the report can be read again.
pub async fn returned(vault: &Vault, message_id: &str, back: Back) -> Result<bool, VaultError> {
    let Some(letter) = letter(vault, message_id).await? else {
        return Ok(false);
    };
    match back {
        Back::Bounced {
            of_the_address,
            code,
        } => bounced(vault, &letter, of_the_address, code).await,
        Back::Complained => complained(vault, &letter).await,
    }
}

async fn letter(vault: &Vault, message_id: &str) -> Result<Option<Letter>, VaultError> {
    let Some(tag) = compose::tag_of_message_id(message_id) else {
        return Ok(None);
    };
    let read = move |db: &mut dyn Db| {
        let row = db.opt(&sql::BY_MESSAGE, &[bytes(tag)])?;
        row.map(|row| {
            Ok::<_, StoreError>(Letter {
                campaign: row.i64("campaign_id")?,
                subject: SubjectId::from_raw(row.i64("subject_id")?),
                reason: row.text("reason")?.to_owned(),
            })
        })
        .transpose()
    };
    Ok(vault.store().read(read).await?)
}

/// Notes it, and in the same transaction stops writing to an address that does not exist, or of which
/// too much has come back. The yes stands: it was not taken back, and a new confirmation shows that the
/// address lives again.
async fn bounced(
    vault: &Vault,
    letter: &Letter,
    of_the_address: bool,
    code: i64,
) -> Result<bool, VaultError> {
    let email = address(vault, letter).await?;
    let tag = email.map(|email| vault.tag(&LookUp::email(&email)));
    let (campaign, subject) = (letter.campaign, letter.subject.get());
    let now = vault.world().now();
    let write = move |db: &mut dyn Db| {
        let values = [campaign.into(), subject.into(), code.into()];
        if db.exec(&sql::BOUNCED, &values)? == 0 {
            return Ok(false);
        }
        let bounces = db.one(&sql::BOUNCES, &[subject.into()])?.i64("n")?;
        if let Some(tag) = tag.as_ref().filter(|_| of_the_address || bounces >= ENOUGH) {
            suppress_in(db, tag, &Scope::All, now, "bounce")?;
        }
        Ok(true)
    };
    Ok(vault.store().write(write).await?)
}

/// A complaint is a no to everything (GDPR Art. 21(3) and 7(3)): said through the receiver's own button
/// and not through ours.
async fn complained(vault: &Vault, letter: &Letter) -> Result<bool, VaultError> {
    if letter.reason == "complained" {
        return Ok(false);
    }
    let id = letter.campaign;
    let read = move |db: &mut dyn Db| campaign::get(db, id);
    let Some(campaign) = vault.store().read(read).await? else {
        return Ok(false);
    };
    if let Some(email) = address(vault, letter).await? {
        let came = Came {
            form: "complaint",
            lang: campaign.lang,
            at: vault.world().now(),
            actor: WHO,
        };
        let no = NoTo::Everything;
        subscriber::stop(vault, Some(letter.subject), &email, no, came).await?;
    }
    let values = [id.into(), letter.subject.get().into()];
    let write = move |db: &mut dyn Db| db.exec(&sql::COMPLAINED, &values);
    Ok(vault.store().write(write).await? == 1)
}

/// The address the letter went to; none when nothing is left of it.
async fn address(vault: &Vault, letter: &Letter) -> Result<Option<Email>, VaultError> {
    let (id, subject) = (letter.campaign, letter.subject);
    let list = move |db: &mut dyn Db| {
        let row = db.opt(&sql::BASIS, &[id.into(), subject.get().into()])?;
        row.map_or(Ok(List::Consent), |row| Ok(List::of(row.text("basis")?)))
    };
    match vault.store().read(list).await? {
        List::Consent => subscribed(vault, letter).await,
        List::Customer => bought(vault, letter).await,
    }
}

async fn subscribed(vault: &Vault, letter: &Letter) -> Result<Option<Email>, VaultError> {
    let subject = letter.subject;
    let ask = Ask::open(WHO, subject)
        .of(&[Category::Marketing])
        .case("campaign", letter.campaign);
    let permit = match vault.permit::<purpose::Newsletter>(ask).await {
        // Whoever has left, or may not be written to, is not opened for this either.
        Err(VaultError::Gone | VaultError::Refused(_)) => return Ok(None),
        other => other?,
    };
    let read = move |db: &mut dyn Db| subscriber::load(db, subject);
    let (record, _) = vault.store().read(read).await?;
    let Some(record) = record else {
        return Ok(None);
    };
    Ok(Some(vault.open(&permit, &record)?.email.clone()))
}

async fn bought(vault: &Vault, letter: &Letter) -> Result<Option<Email>, VaultError> {
    let ask = Ask::open(WHO, letter.subject)
        .of(&[Category::Contact])
        .case("campaign", letter.campaign);
    let permit = match vault.permit::<purpose::CustomerNews>(ask).await {
        Err(VaultError::Gone | VaultError::Refused(_)) => return Ok(None),
        other => other?,
    };
    let contact = customers::latest_contact(vault, &permit).await?;
    Ok(contact.and_then(|(_, one)| one.email.clone()))
}

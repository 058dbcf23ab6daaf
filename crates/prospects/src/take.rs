//! Writing somebody down, once, with the notice on its way in the same transaction.

use data_encoding::BASE64URL_NOPAD;
use declaration::vocabulary::{Category, Purpose, purpose};
use letters::{Letter, Posted};
use store::{Db, StoreError, bytes};
use values::{ControllerId, Email, JobId, Moment, SubjectId};
use vault::{Actor, Ask, Keep, Personal, Provenance, SubjectKind, Vault, VaultError, Work};
use web::Lang;

use crate::{
    prospect::{self, Notice, ProspectRecord, kept},
    reach, sql,
};

/// What a member of staff has found.
pub struct Found {
    /// The record.
    pub record: Personal<ProspectRecord>,
    /// For which legal entity.
    pub controller: ControllerId,
    /// When the page was read.
    pub captured_at: Moment,
    /// By whom.
    pub by: Actor,
    /// In what language they are told.
    pub lang: Lang,
}

/// What came of writing somebody down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Written down, under this number.
    Down(i64),
    /// The address has said no: nothing was written down.
    Suppressed,
    /// The address is known here already, as a customer or otherwise.
    Known,
}

/// How the notice is worded: the page gives the text, with the way out in it.
pub type Worded<'a> = dyn Fn(&ProspectRecord, &str) -> (String, String) + Send + Sync + 'a;

fn provenance(vault: &Vault, id: i64) -> Provenance {
    Provenance {
        source_kind: "public_web",
        source_ref: id,
        notice_version: vault.declaration().version().to_string(),
    }
}

fn owed(id: i64, captured_at: Moment) -> Keep {
    Keep::from("prospect_notice", id, captured_at).by_rule("art14-notice")
}

/// Writes somebody down, and sends the notice at once where there is an address to send it to.
///
/// # Errors
/// When the judge refuses or the store fails: nothing was written down then.
pub async fn take(vault: &Vault, found: &Found, worded: &Worded<'_>) -> Result<Taken, VaultError> {
    for look_up in prospect::addresses(&found.record) {
        if reach::suppressed(vault, found.controller, std::slice::from_ref(&look_up)).await? {
            return Ok(Taken::Suppressed);
        }
        if vault.find(&look_up).await?.is_some() {
            return Ok(Taken::Known);
        }
    }
    match vault::again(|| take_once(vault, found, worded)).await {
        // Somebody else wrote the same address down in between.
        Err(VaultError::Store(StoreError::Unique(_))) => Ok(Taken::Known),
        other => other.map(Taken::Down),
    }
}

async fn take_once(vault: &Vault, found: &Found, worded: &Worded<'_>) -> Result<i64, VaultError> {
    let id: JobId = vault.world().id();
    let id = id.get();
    let mut work = vault.work();
    let subject = work.subject(SubjectKind::Person);
    let ask = Ask::seal_new(found.by, subject)
        .of(&[Category::Marketing])
        .case("prospect", id);
    let permit = vault.permit::<purpose::Prospecting>(ask).await?;
    let captured_at = found.captured_at;
    let source = provenance(vault, id);
    let debt = owed(id, captured_at);
    work.seal(&permit, &found.record, &source, &debt)?;
    let code = BASE64URL_NOPAD.encode(&vault.world().secret());
    let tag = vault.tag_code("prospect", code.as_bytes());
    let mut posted = None;
    if let Some(email) = &found.record.email {
        posted = Some(tell(&mut work, (id, subject), found, email, worded, &code).await?);
    }
    for look_up in prospect::addresses(&found.record) {
        work.claim(&permit, Category::Marketing, &look_up)?;
    }
    let (_, due) = vault.until(
        Purpose::Prospecting,
        Category::Marketing,
        Some("art14-notice"),
        captured_at,
    )?;
    let notice = match posted {
        Some(_) => Notice::Posted,
        None => Notice::Owed,
    };
    let values = vec![
        id.into(),
        subject.get().into(),
        found.controller.get().into(),
        captured_at.millis().into(),
        found.by.id().into(),
        due.millis().into(),
        notice.as_str().into(),
        None::<i64>.into(),
        bytes(tag.hash().as_slice()),
        found.lang.tag().into(),
    ];
    let laid = work.finish();
    let write = move |db: &mut dyn Db| {
        laid.lay(db)?;
        db.exec(&sql::ADD, &values)?;
        posted.as_ref().map_or(Ok(()), |letter| letter.enqueue(db))
    };
    vault.store().write(write).await?;
    Ok(id)
}

/// The law's notice, not marketing's letter: sealed by the program, for the purpose of rights, so that
/// whoever finds companies reads nobody's letters.
async fn tell(
    work: &mut Work,
    (id, subject): (i64, SubjectId),
    found: &Found,
    email: &Email,
    worded: &Worded<'_>,
    code: &str,
) -> Result<Posted, VaultError> {
    let (title, text) = worded(&found.record, code);
    let letter = Letter::new(email.clone(), title, text)
        .from(found.controller)
        .in_lang(found.lang);
    let ask = Ask::seal_new(Actor::Chore("prospects"), subject)
        .of(&[Category::Correspondence])
        .case("prospect", id);
    let permit = work.vault().permit::<purpose::Rights>(ask).await?;
    let keep = kept(id, found.captured_at).by_rule("prospect");
    letters::post(work, &permit, letter, &format!("prospect-{id}"), &keep)
}

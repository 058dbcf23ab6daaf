//! The chore that turns a request for a link into a letter.

use declaration::vocabulary::{Category, Purpose, purpose};
use letters::Letter;
use store::{Db, StoreError, bytes, jobs};
use values::{Email, JobId, SubjectId};
use vault::{Actor, Ask, Keep, LookUp, Permit, Refusal, Vault, VaultError};
use web::{App, Error, Lang, Text};

use super::{link::log_in_link, sql};
use crate::{account::own_email, email_change};

/// The kind of job.
const JOB: &str = "log_in";
/// A request in a chore's hands comes up again after this time if the chore died.
const LEASE_MS: i64 = 60_000;
/// So many links for one address …
const MOST_ASKED: i64 = 3;
/// … within this time.
const WITHIN_MS: i64 = 15 * 60_000;
/// Where a log-in may lead on to.
const MINE: &str = "/min-side";

/// Notes that somebody asked for a link. The same work whoever is meant, and whether anybody is.
pub(super) async fn note_asked(
    vault: &Vault,
    email: &Email,
    lang: Lang,
    til: Option<&str>,
) -> Result<(), VaultError> {
    let subject = vault.find(&LookUp::email(email)).await?;
    let world = vault.world();
    let (now, id) = (world.now().millis(), world.id::<JobId>().get());
    let normal = email.lookup_form();
    let tag = *vault
        .tag_code("log_in_ask", normal.reveal().as_bytes())
        .hash();
    let mut job = jobs::NewJob::new(id, JOB, now);
    job.subject_id = Some(subject.map_or(0, SubjectId::get));
    job.note = Some(format!("{} {}", lang.tag(), onward(til)));
    let write = move |db: &mut dyn Db| {
        let since = now - WITHIN_MS;
        db.exec(&sql::ASK_TIDY, &[since.into()])?;
        let asked = db
            .one(&sql::ASK_COUNT, &[bytes(tag), since.into()])?
            .i64("asked")?;
        if asked < MOST_ASKED {
            db.exec(&sql::ASK_ADD, &[id.into(), bytes(tag), now.into()])?;
            jobs::enqueue(db, &job)?;
        }
        Ok(())
    };
    Ok(vault.store().write(write).await?)
}

/// The page a log-in leads on to: one of the person's own, in plain letters; or none.
pub(super) fn onward(til: Option<&str>) -> &str {
    let plain = |path: &&str| {
        let own = web::split(path).1.strip_prefix(MINE);
        let own = own.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let letters = path
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"/-".contains(&b));
        own && letters && path.len() <= 80
    };
    til.filter(plain).unwrap_or_default()
}

/// Writes a letter for each request that waits; those that mean nobody are dropped. Answers how many
/// letters were posted.
///
/// # Errors
/// When the store fails; what is left comes up again.
pub async fn send_links(app: &App) -> Result<u64, Error> {
    let vault = app.service::<Vault>()?;
    let now = vault.world().now().millis();
    let mut posted = 0;
    loop {
        let take = move |db: &mut dyn Db| jobs::claim(db, JOB, now, LEASE_MS, 20);
        let claimed = vault.store().write(take).await?;
        if claimed.is_empty() {
            return Ok(posted);
        }
        for job in claimed {
            match send_one(app, vault, &job).await {
                Ok(true) => posted += 1,
                // Nobody, forgotten, or not to be written to: nothing to do, and nothing to tell.
                Ok(false) | Err(VaultError::Gone | VaultError::Refused(_)) => {
                    let done = move |db: &mut dyn Db| jobs::done(db, job.id);
                    vault.store().write(done).await?;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }
}

async fn send_one(app: &App, vault: &Vault, job: &jobs::Claimed) -> Result<bool, VaultError> {
    let Some(subject) = job.subject_id.filter(|id| *id != 0) else {
        return Ok(false);
    };
    let subject = SubjectId::from_raw(subject);
    let note = job.note.as_deref().unwrap_or_default();
    let (tag, til) = note.split_once(' ').unwrap_or_default();
    let lang = Lang::from_tag(tag).unwrap_or_default();
    let (text, job) = (app.texts.of(lang), job.id);
    vault::again(|| async move {
        let permit = account_permit(vault, subject, job).await?;
        let Some(email) = own_email(vault, &permit).await? else {
            return Ok(false);
        };
        let link = log_in_link(vault, subject);
        let address = format!(
            "{}{}{}{}",
            app.settings.base_url,
            lang.prefix(),
            link.path(),
            if til.is_empty() {
                String::new()
            } else {
                format!("?til={til}")
            }
        );
        let letter = letter(app, text, email, &address)
            .in_lang(lang)
            .until(link.good_until());
        let mut work = vault.work();
        let keep = Keep::from("log_in", job, work.at());
        let dedup = format!("log-in-{job}");
        let posted = letters::post(&mut work, &permit, letter, &dedup, &keep)?;
        let laid = work.finish();
        let write = move |db: &mut dyn Db| {
            // Another worker may have had it after our lease.
            if !jobs::done(db, job)? {
                return Ok(false);
            }
            laid.lay(db)?;
            link.lay(db)?;
            posted.enqueue(db)?;
            Ok(true)
        };
        Ok(vault.store().write(write).await?)
    })
    .await
}

/// Leave to write to the person's own address. Whose data is restricted asks for a link for themselves
/// all the same (Art. 18(2)): their own page is where they see how it stands.
async fn account_permit(
    vault: &Vault,
    subject: SubjectId,
    job: i64,
) -> Result<Permit<purpose::Account>, VaultError> {
    let by = |actor| {
        Ask::open(actor, subject)
            .of(&[
                Category::Account,
                Category::Contact,
                Category::Correspondence,
            ])
            .case("log_in", job)
    };
    let own = Actor::Link {
        subject,
        purpose: Purpose::Account,
    };
    match vault.permit(by(Actor::Chore("log_in"))).await {
        Err(VaultError::Refused(Refusal::Restricted)) => vault.permit(by(own)).await,
        other => other,
    }
}

/// No name in it: whoever can type somebody's address must not be able to write to them through us.
fn letter(app: &App, text: &Text, email: Email, address: &str) -> Letter {
    let house = app.settings.house.as_str();
    Letter::new(
        email,
        text.f1("mail-log-in-subject", "house", house),
        text.f("mail-log-in-text", &[("house", &house), ("link", &address)]),
    )
}

/// Removes links, changes and requests that are over. Answers how many links.
///
/// # Errors
/// When the store fails.
pub async fn tidy(vault: &Vault) -> Result<u64, VaultError> {
    let now = vault.world().now().millis();
    let clean = move |db: &mut dyn Db| {
        db.exec(&sql::ASK_TIDY, &[(now - WITHIN_MS).into()])?;
        db.exec(&email_change::sql::TIDY, &[now.into()])?;
        db.exec(&sql::LINK_TIDY, &[now.into()])
    };
    Ok(vault.store().write(clean).await?)
}

/// Writes letters as requests come, until the store closes.
pub async fn work_through(app: App) {
    let Ok(vault) = app.service::<Vault>() else {
        return;
    };
    let mut alarm = vault.store().alarm();
    loop {
        match send_links(&app).await {
            Ok(_) => {}
            Err(Error::Store(StoreError::Lost)) => return,
            Err(error) => {
                tracing::warn!(%error, "log-in links");
                tokio::time::sleep(std::time::Duration::from_secs(5)).await;
            }
        }
        tokio::select! {
            open = alarm.woken() => if !open { return },
            () = tokio::time::sleep(std::time::Duration::from_secs(20)) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::onward;

    #[test]
    fn a_log_in_leads_on_to_own_pages_only() {
        for fine in ["/min-side", "/min-side/profil", "/nn/min-side/samtykker"] {
            assert_eq!(onward(Some(fine)), fine);
        }
        for other in [
            "/min-sidevei",
            "/stab",
            "//evil.example",
            "/min-side/../stab",
            "/min-side?x=Kari",
            "https://evil.example/min-side",
            "",
        ] {
            assert_eq!(onward(Some(other)), "", "{other}");
        }
        assert_eq!(onward(None), "");
    }
}

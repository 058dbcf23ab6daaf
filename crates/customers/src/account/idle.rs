//! Accounts nobody uses: "as long as we have a customer relationship with you" (the declaration's C29) does
//! not go on because somebody forgot to close an account. After two years without a log-in, when nothing
//! else keeps the contact data, the person is asked; who does not answer within a month has it closed.
//! The numbers stand in the rule table.

use declaration::vocabulary::{Category, Purpose, purpose};
use letters::Letter;
use store::{Db, Row, StoreError};
use values::{AccountId, Moment, SubjectId};
use vault::{Actor, Ask, Keep, Permit, Vault, VaultError, audience};
use web::{App, Lang};

use super::{close_account, latest, sql};

const IDLE: &str = "account-idle";
const NOTICE: &str = "account-idle-notice";
const ACTOR: Actor = Actor::Chore("account_idle");
/// So many are looked at in one flight.
const PAGE: i64 = 200;

/// What a round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Idle {
    /// People who were asked.
    pub asked: u64,
    /// Accounts that were closed.
    pub closed: u64,
}

/// An open account nobody was in for a while.
#[derive(Clone, Copy)]
struct Quiet {
    id: AccountId,
    subject: SubjectId,
    seen_at: Moment,
    asked_at: Option<Moment>,
}

/// The person is there: whatever was counted begins anew.
pub(crate) async fn seen(vault: &Vault, account: AccountId) -> Result<(), VaultError> {
    let now = vault.world().now().millis();
    let write = move |db: &mut dyn Db| db.exec(&sql::SEEN, &[account.get().into(), now.into()]);
    vault.store().write(write).await?;
    Ok(())
}

/// Asks those whose account has been quiet for as long as the rule says, and closes the accounts of those
/// who were asked and did not come. Killed at any moment it does the rest at its next round.
///
/// # Errors
/// When the store or the vault fails, or the rule table lacks the rules.
pub async fn chore(app: &App) -> Result<Idle, web::Error> {
    let vault = app.service::<Vault>()?;
    let now = vault.world().now();
    let begin = move |db: &mut dyn Db| db.exec(&sql::BEGIN, &[now.millis().into()]);
    vault.store().write(begin).await?;
    let (mut done, mut after) = (Idle::default(), 0);
    loop {
        let page = move |db: &mut dyn Db| {
            let values = [now.millis().into(), after.into(), PAGE.into()];
            db.all(&sql::IDLE, &values)?.iter().map(quiet).collect()
        };
        let page: Vec<Quiet> = vault.store().read(page).await?;
        let Some(last) = page.last() else {
            return Ok(done);
        };
        after = last.id.get();
        for one in page {
            if over(vault, IDLE, one.seen_at)? > now || is_kept(vault, one.subject, now).await? {
                continue;
            }
            match one.asked_at {
                None => done.asked += u64::from(ask(app, vault, one).await?),
                Some(asked) if over(vault, NOTICE, asked)? <= now => {
                    done.closed += u64::from(end(vault, one, asked).await?);
                }
                Some(_) => {}
            }
        }
    }
}

fn quiet(row: &Row) -> Result<Quiet, StoreError> {
    Ok(Quiet {
        id: AccountId::from_raw(row.i64("id")?),
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        seen_at: Moment::from_millis(row.i64("seen_at")?),
        asked_at: row.opt_i64("asked_at")?.map(Moment::from_millis),
    })
}

/// When what a rule counts from an instant is over.
fn over(vault: &Vault, name: &'static str, from: Moment) -> Result<Moment, VaultError> {
    let rules = vault.rules();
    let rule = rules.at(name, vault.world().now().local_date());
    rule.map(|rule| rule.until(from))
        .ok_or_else(|| VaultError::RuleMissing(name.to_owned()))
}

/// Whether anything but the account is a reason to keep the person's contact data.
async fn is_kept(vault: &Vault, subject: SubjectId, now: Moment) -> Result<bool, VaultError> {
    let beside = move |db: &mut dyn Db| {
        audience::kept_beside(db, subject, Category::Contact, Purpose::Account, now)
    };
    Ok(vault.store().read(beside).await?)
}

/// Asks whether the account is still used. Whose data is restricted is left alone (GDPR Art. 18(2)).
async fn ask(app: &App, vault: &Vault, one: Quiet) -> Result<bool, web::Error> {
    let wants = Ask::open(ACTOR, one.subject)
        .of(&[Category::Account, Category::Correspondence])
        .case("account", one.id.get());
    let permit: Permit<purpose::Account> = match vault.permit(wants).await {
        Err(VaultError::Refused(_) | VaultError::Gone) => return Ok(false),
        other => other?,
    };
    let Some(record) = latest(vault, &permit).await? else {
        return Ok(false);
    };
    let lang = Lang::from_tag(&record.language).unwrap_or_default();
    let text = app.texts.of(lang);
    let house = app.settings.house.as_str();
    let log_in = format!("{}{}{}", app.settings.base_url, lang.prefix(), web::LOG_IN);
    let letter = Letter::new(
        record.email.clone(),
        text.f1("mail-idle-subject", "house", house),
        text.f(
            "mail-idle-text",
            &[("house", &house), ("link", &log_in.as_str())],
        ),
    )
    .in_lang(lang);
    let mut work = vault.work();
    let now = work.at();
    let keep = Keep::from("account_idle", one.id.get(), now);
    let dedup = format!("idle-{}-{}", one.id.get(), one.seen_at.millis());
    let posted = letters::post(&mut work, &permit, letter, &dedup, &keep)?.by_day(now);
    let laid = work.finish();
    let write = move |db: &mut dyn Db| {
        let values = [
            one.id.get().into(),
            now.millis().into(),
            one.seen_at.millis().into(),
        ];
        // They may have logged in meanwhile.
        if db.exec(&sql::ASKED, &values)? == 0 {
            return Ok(false);
        }
        laid.lay(db)?;
        posted.enqueue(db)?;
        Ok(true)
    };
    Ok(vault.store().write(write).await?)
}

/// Closes the account, unless they have come meanwhile.
async fn end(vault: &Vault, one: Quiet, asked: Moment) -> Result<bool, VaultError> {
    let still = move |db: &mut dyn Db| {
        let values = [one.id.get().into(), asked.millis().into()];
        Ok(db.opt(&sql::STILL, &values)?.is_some())
    };
    if !vault.store().read(still).await? {
        return Ok(false);
    }
    match close_account(vault, one.subject, ACTOR).await {
        Ok(()) => Ok(true),
        Err(VaultError::Refused(_) | VaultError::Gone) => Ok(false),
        Err(error) => Err(error),
    }
}

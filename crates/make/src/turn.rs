//! A turn: each minute what is owed, each few minutes what was said there, each night everything.

use std::{collections::BTreeMap, time::Duration};

use customers::disclosures;
use store::Db;
use values::{ControllerId, Moment, SubjectId};
use vault::{Vault, VaultError};
use web::App;

use crate::{
    Failure,
    account::{self, AccountState, Failing, note},
    accounts::{Account, Accounts, RECIPIENT},
    compare, hear,
    lines::{Seen, State},
    night, push, sql, stands,
};

/// So long a person waits for an answer.
const PATIENCE: Duration = Duration::from_secs(15);
/// How often everything owed is looked for.
const ROUND: Duration = Duration::from_secs(60);
/// How often the service is asked what was said there.
const LISTEN_MINUTES: i64 = 5;
/// So many notices are looked at in one turn.
const NOTICES: i64 = 1_000;

/// What a person asks for at the desk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wish {
    /// Look, and tell by numbers what would be done.
    Preview,
    /// Do it.
    Agree,
}

/// One look at every account; what goes wrong with one keeps no other waiting. Failures of the service
/// are noted and told on the page; nothing that is owed is lost.
///
/// # Errors
/// When the store or the vault fails.
pub async fn chore(app: &App) -> Result<(), web::Error> {
    let vault = app.service::<Vault>()?;
    let Ok(accounts) = app.service::<Accounts>() else {
        return Ok(());
    };
    let mut trouble = None;
    for account in accounts.all() {
        if let Err(error) = turn(vault, account).await {
            tracing::error!(%error, controller = account.controller.get(), "make");
            trouble = trouble.or(Some(error));
        }
    }
    tell_notices(vault, accounts).await?;
    trouble.map_or(Ok(()), |error| Err(error.into()))
}

/// A turn each minute, for as long as the house stands, apart from the house's other chores: a service
/// that is slow to answer keeps nothing else waiting.
pub async fn work_through(app: App) {
    loop {
        if let Err(error) = chore(&app).await {
            tracing::error!(%error, "make");
        }
        tokio::time::sleep(ROUND).await;
    }
}

/// One account's turn.
///
/// # Errors
/// When the store or the vault fails.
pub async fn turn(vault: &Vault, account: &Account) -> Result<(), VaultError> {
    let _alone = account.busy.lock().await;
    let before = account::state(vault, account.controller).await?;
    if before.next_at > vault.world().now() {
        return Ok(());
    }
    let result = work(vault, account, &before).await;
    settle(vault, account, &before, result).await
}

/// What a person asked for: at once if it is soon done, else by the chore from the next minute on.
/// Answers whether it is done. Cut off it is as after a kill: every step can be done again.
///
/// # Errors
/// When the store or the vault fails.
pub async fn wish(
    vault: &Vault,
    account: &Account,
    wish: Wish,
    by: SubjectId,
) -> Result<bool, VaultError> {
    if wish == Wish::Agree {
        compare::agreed(vault, account).await?;
    }
    match tokio::time::timeout(PATIENCE, grant(vault, account, wish, by)).await {
        Ok(result) => result.map(|()| true),
        Err(_) => {
            note(vault, account.controller, sql::HASTEN, Vec::new()).await?;
            Ok(false)
        }
    }
}

async fn grant(
    vault: &Vault,
    account: &Account,
    wish: Wish,
    by: SubjectId,
) -> Result<(), VaultError> {
    let _alone = account.busy.lock().await;
    let before = account::state(vault, account.controller).await?;
    let result = match wish {
        Wish::Preview => look(vault, account, by).await,
        Wish::Agree => compare::agree(vault, account, Some(by), true).await,
    };
    settle(vault, account, &before, result).await
}

/// What is owed is carried out first, so that the numbers are about the rest.
async fn look(vault: &Vault, account: &Account, by: SubjectId) -> Result<(), Failing> {
    hear::listen(vault, account).await?;
    let seen = stands::survey(vault, account.choice).await?;
    push::stops(vault, account, &seen).await?;
    push::puts(vault, account, &seen).await?;
    compare::preview(vault, account, Some(by)).await
}

async fn settle(
    vault: &Vault,
    account: &Account,
    before: &AccountState,
    result: Result<(), Failing>,
) -> Result<(), VaultError> {
    match result {
        Ok(()) => {
            let seen = stands::survey(vault, account.choice).await?;
            let newer = newer(&seen);
            note(
                vault,
                account.controller,
                sql::WENT_WELL,
                vec![newer.into()],
            )
            .await
        }
        Err(Failing::Service(failure)) => {
            tracing::warn!(%failure, controller = account.controller.get(), "make");
            account::failed(vault, account.controller, before, failure).await
        }
        Err(Failing::House(error)) => Err(error),
    }
}

/// Said yes here after a no there.
fn newer(seen: &[Seen]) -> i64 {
    let stopped = |one: &&Seen| {
        let state = one.line.map(|line| line.state);
        matches!(state, Some(State::Stopped | State::Again))
    };
    seen.iter().filter(stopped).filter(|one| one.may).count() as i64
}

async fn work(vault: &Vault, account: &Account, before: &AccountState) -> Result<(), Failing> {
    let now = vault.world().now();
    let seen = stands::survey(vault, account.choice).await?;
    let (stops, puts) = (owed_stops(&seen), owed_puts(&seen));
    note(
        vault,
        account.controller,
        sql::OWED,
        vec![(stops + puts).into()],
    )
    .await?;
    let trouble = match push::stops(vault, account, &seen).await {
        Ok(_) => None,
        // Something about one of them: who may be told of does not wait for that.
        Err(Failing::Service(failure @ (Failure::Malformed | Failure::Unknown))) => Some(failure),
        Err(failing) => return Err(failing),
    };
    let listened = before.looked_at.map(|at| at.plus_minutes(LISTEN_MINUTES));
    let seen = if puts > 0 || listened.is_none_or(|at| at <= now) {
        hear::listen(vault, account).await?;
        let looked = vec![now.millis().into()];
        note(vault, account.controller, sql::LOOKED, looked).await?;
        stands::survey(vault, account.choice).await?
    } else {
        seen
    };
    push::puts(vault, account, &seen).await?;
    push::again(vault, account, &seen).await?;
    if night::is_due(before.compared_at, now) {
        compare::agree(vault, account, None, before.agreed_at.is_some()).await?;
    }
    trouble.map_or(Ok(()), |failure| Err(failure.into()))
}

/// What has not reached the service yet: how many are to be stopped there, and how many put on the list.
pub(crate) async fn waiting(vault: &Vault, account: &Account) -> Result<(i64, i64), VaultError> {
    let seen = stands::survey(vault, account.choice).await?;
    Ok((owed_stops(&seen), owed_puts(&seen)))
}

fn owed_stops(seen: &[Seen]) -> i64 {
    let owed = |one: &&Seen| {
        one.line
            .is_some_and(|line| one.record.is_none() || (!one.may && line.state.is_there()))
    };
    seen.iter().filter(owed).count() as i64
}

fn owed_puts(seen: &[Seen]) -> i64 {
    let owed = |one: &&Seen| {
        let waits = one
            .line
            .is_some_and(|line| matches!(line.state, State::Not | State::Sending));
        !one.refused && ((one.is_new() && one.might) || (waits && one.may))
    };
    seen.iter().filter(owed).count() as i64
}

/// The service has been told of what was corrected, erased or restricted (GDPR Art. 19): at no account
/// that got the address is anything of this person owed any more.
async fn tell_notices(vault: &Vault, accounts: &Accounts) -> Result<(), VaultError> {
    let mut notices = disclosures::owed(vault, NOTICES).await?;
    notices.retain(|one| one.recipient == RECIPIENT);
    if notices.is_empty() {
        return Ok(());
    }
    let mut settled: BTreeMap<ControllerId, BTreeMap<SubjectId, bool>> = BTreeMap::new();
    for account in accounts.all() {
        let state = account::state(vault, account.controller).await?;
        // An account that cannot be read has not told anybody anything; its turn has said why.
        if let (None, Ok(seen)) = (state.failure, stands::survey(vault, account.choice).await) {
            let all = seen.iter().map(|one| (one.subject, is_settled(one)));
            settled.insert(account.controller, all.collect());
        }
    }
    let mut ids = Vec::new();
    for notice in notices {
        let whose = disclosures::of(vault, notice.subject).await?;
        let mut by = whose.iter().filter(|one| one.recipient == RECIPIENT);
        let is_told = |controller: &ControllerId| {
            let account = settled.get(controller);
            account.is_some_and(|all| all.get(&notice.subject).copied().unwrap_or(true))
        };
        if by.all(|one| is_told(&one.controller)) {
            ids.push(notice.id);
        }
    }
    let now: Moment = vault.world().now();
    let write = move |db: &mut dyn Db| {
        let mut each = ids.iter();
        each.try_for_each(|id| disclosures::told_in(db, *id, now, "adapter", None).map(|_| ()))
    };
    Ok(vault.store().write(write).await?)
}

/// Nothing of a person is there, or what is there is what is here.
fn is_settled(one: &Seen) -> bool {
    let there = one.line.is_some_and(|line| line.state.is_there());
    !there || (one.may && !one.is_new())
}

//! A service that has been silent for long is somebody's business: it stands at the desk, in plain words,
//! and in the house's health.

use values::Moment;
use vault::{Vault, VaultError};
use web::{App, Bulletin, Bulletins, Error, Later, Page, Role, health::Ailment};

use crate::{
    account,
    accounts::{Account, Accounts},
    turn::waiting,
};

/// What the desk is told of the newsletter service.
pub struct MakeBulletins;

/// An account nobody has heard from.
struct Silent<'a> {
    account: &'a Account,
    /// Refused, and not only silent.
    refused: bool,
    since: Option<Moment>,
    stops: i64,
    puts: i64,
}

async fn silent<'a>(vault: &Vault, accounts: &'a Accounts) -> Result<Vec<Silent<'a>>, VaultError> {
    let mut all = Vec::new();
    for account in accounts.all() {
        let state = account::state(vault, account.controller).await?;
        if state.is_late(vault.world().now()) {
            let (stops, puts) = waiting(vault, account).await?;
            all.push(Silent {
                account,
                refused: state.is_refused(),
                since: state.failing_since,
                stops,
                puts,
            });
        }
    }
    Ok(all)
}

impl Bulletins for MakeBulletins {
    fn tell<'a>(&'a self, app: &'a App, page: &'a Page) -> Later<'a, Vec<Bulletin>> {
        Box::pin(async move {
            let Ok(accounts) = app.service::<Accounts>() else {
                return Ok(Vec::new());
            };
            let vault = app.service::<Vault>()?;
            let all = silent(vault, accounts).await?;
            Ok(all.iter().map(|one| words(vault, page, one)).collect())
        })
    }
}

fn words(vault: &Vault, page: &Page, one: &Silent<'_>) -> Bulletin {
    let declaration = vault.declaration();
    let name = declaration.controller(one.account.controller);
    let name = name.map_or("", |found| found.name.as_str());
    let since = one.since.map_or_else(String::new, |at| page.at(at));
    let title = if one.refused {
        "make-silent-refused"
    } else {
        "make-silent"
    };
    let waits: [(&str, &dyn web::Arg); 2] = [("stops", &one.stops), ("puts", &one.puts)];
    Bulletin {
        title: page
            .t
            .f(title, &[("name", &name), ("since", &since.as_str())]),
        lines: vec![
            page.t.f("make-silent-waits", &waits),
            page.t.s("make-silent-text").to_owned(),
        ],
        link: (page.visitor.role() == Some(Role::Marketing)).then(|| {
            let text = page.t.s("make-silent-link").to_owned();
            (format!("{}/stab/nyhetsbrev/make", page.l), text)
        }),
    }
}

/// What health says of the accounts.
///
/// # Errors
/// When the store fails.
pub async fn ailments(vault: &Vault, accounts: &Accounts) -> Result<Vec<Ailment>, Error> {
    let all = silent(vault, accounts).await?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let declaration = vault.declaration();
    let of = |one: &Silent<'_>| {
        let found = declaration.controller(one.account.controller);
        let key = found.map_or("?", |controller| controller.key.as_str());
        let since = one.since.map_or_else(String::new, Moment::rfc3339);
        let what = if one.refused {
            "refuses"
        } else {
            "does not answer for"
        };
        format!(
            "{what} {key} since {since}, where {} unsubscribes and {} new subscribers wait",
            one.stops, one.puts
        )
    };
    let named: Vec<String> = all.iter().map(of).collect();
    Ok(vec![Ailment {
        name: "make_silent",
        count: i64::try_from(all.len()).unwrap_or(i64::MAX),
        sentence: format!(
            "the newsletter service Make {}; an unsubscribe here holds here already",
            named.join("; it ")
        ),
    }])
}

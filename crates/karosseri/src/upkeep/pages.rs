//! The page, and the answer of the name servers.

use std::{sync::Arc, time::Duration};

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;
use store::Db;
use vault::Vault;
use web::{App, Colleague, Error, Page, Service, Signed, health::Ready, html};

use super::backups;
use crate::{
    house::{House, HouseError},
    mail::{self, Checked},
    settings::Settings,
};

/// Longer than this nobody waits for name servers.
const PATIENCE: Duration = Duration::from_secs(12);

/// What the page reads of the house beside its store.
#[derive(Clone)]
pub struct Upkeep {
    settings: Arc<Settings>,
}

impl Upkeep {
    /// Of a house.
    #[must_use]
    pub fn of(house: &House) -> Self {
        Self {
            settings: house.settings.clone(),
        }
    }
}

/// A fact in two words, and whether it is as it should be.
struct Fact {
    label: &'static str,
    value: String,
}

struct Ill {
    text: String,
    /// Where it is seen to, for those who may go there.
    sentence: String,
}

/// What the name servers said.
struct Asked {
    domain: String,
    lines: Vec<(bool, String)>,
    to_mend: usize,
    failed: Option<String>,
}

#[derive(Template)]
#[template(path = "upkeep.html")]
struct Show {
    page: Page,
    ill: Vec<Ill>,
    house: Vec<Fact>,
    mail: Vec<Fact>,
    can_ask: bool,
    asked: Option<Asked>,
}

/// A button only.
#[derive(Deserialize)]
pub(super) struct Button {}

/// How the house is.
///
/// # Errors
/// When the store fails.
pub(super) async fn show(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Service(upkeep): Service<Upkeep>,
    page: Page,
    _: Colleague,
) -> Result<Response, Error> {
    html(&view(&app, &vault, &upkeep, page, None).await?)
}

/// Asks the name servers what the domain publishes.
///
/// # Errors
/// When the store fails.
pub(super) async fn ask(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Service(upkeep): Service<Upkeep>,
    page: Page,
    _: Colleague,
    _: Signed<Button>,
) -> Result<Response, Error> {
    let declaration = vault.declaration();
    let looked = mail::look(&upkeep.settings, &declaration, &page.t, None);
    let asked = match tokio::time::timeout(PATIENCE, looked).await {
        Ok(Ok(checked)) => Asked::of(checked),
        Ok(Err(error)) => Asked::failed(page.t.s("upkeep-domain-wrong"), &error),
        Err(_) => Asked {
            failed: Some(page.t.s("upkeep-domain-silent").to_owned()),
            ..Asked::none()
        },
    };
    html(&view(&app, &vault, &upkeep, page, Some(asked)).await?)
}

impl Asked {
    const fn none() -> Self {
        Self {
            domain: String::new(),
            lines: Vec::new(),
            to_mend: 0,
            failed: None,
        }
    }

    fn of(checked: Checked) -> Self {
        let lines = checked.lines.into_iter();
        let lines: Vec<(bool, String)> = lines.map(|line| (line.to_mend, line.text)).collect();
        Self {
            domain: checked.domain,
            to_mend: lines.iter().filter(|(to_mend, _)| *to_mend).count(),
            lines,
            failed: None,
        }
    }

    /// The settings' own words say which of them is wrong.
    fn failed(words: &str, error: &HouseError) -> Self {
        Self {
            failed: Some(format!("{words} {error}")),
            ..Self::none()
        }
    }
}

async fn view(
    app: &App,
    vault: &Vault,
    upkeep: &Upkeep,
    page: Page,
    asked: Option<Asked>,
) -> Result<Show, Error> {
    let ready = app.service::<Arc<dyn Ready>>()?;
    let ill = ready.ailments().await?.into_iter().map(|one| {
        let key = format!("upkeep-ill-{}", one.name.replace('_', "-"));
        Ill {
            text: if page.t.has(&key) {
                page.t.f1(&key, "count", one.count)
            } else {
                String::new()
            },
            sentence: one.sentence,
        }
    });
    let ill = ill.collect();
    let settings = &upkeep.settings;
    Ok(Show {
        ill,
        house: of_the_house(vault, &page).await?,
        mail: of_the_mail(vault, settings, &page).await?,
        can_ask: settings.given("mail_host").is_some(),
        asked,
        page,
    })
}

async fn of_the_house(vault: &Vault, page: &Page) -> Result<Vec<Fact>, Error> {
    let never = || page.t.s("upkeep-never").to_owned();
    let at = |moment: Option<values::Moment>| moment.map_or_else(never, |at| page.at(at));
    let swept = vault.last_sweep().await?.map(|(ended, _, _)| ended);
    let proof = rights::last_run(vault).await?;
    let proof = proof.map_or_else(never, |run| {
        let when = page.at(run.at);
        let values: [(&str, &dyn web::Arg); 3] = [
            ("when", &when),
            ("holds", &run.holds),
            ("fails", &run.fails),
        ];
        page.t.f("upkeep-proof-was", &values)
    });
    let backup = vault.store().read(backups::last).await?;
    let backup = backup.map_or_else(never, |one| {
        let when = page.at(one.at);
        let rows = page.count(one.rows);
        let values: [(&str, &dyn web::Arg); 2] = [("when", &when), ("rows", &rows)];
        let key = if one.is_old(page.now()) {
            "upkeep-backup-old"
        } else {
            "upkeep-backup-was"
        };
        page.t.f(key, &values)
    });
    let version = vault.declaration().version().to_string();
    Ok([
        ("upkeep-swept", at(swept)),
        ("upkeep-proof", proof),
        ("upkeep-backup", backup),
        ("upkeep-declaration", version),
        ("upkeep-program", env!("CARGO_PKG_VERSION").to_owned()),
    ]
    .map(|(label, value)| Fact { label, value })
    .into())
}

async fn of_the_mail(vault: &Vault, settings: &Settings, page: &Page) -> Result<Vec<Fact>, Error> {
    let since = page.now().plus_days(-7);
    let counts = move |db: &mut dyn Db| Ok((letters::waiting(db)?, letters::unsent(db, since)?));
    let (waiting, unsent) = vault.store().read(counts).await?;
    let said = |name: &str, none: &str| match settings.given(name) {
        Some(value) => value.to_owned(),
        None => page.t.s(none).to_owned(),
    };
    let waits = match waiting.oldest {
        Some(oldest) => page.t.f(
            "upkeep-mail-waits",
            &[("count", &waiting.count), ("when", &page.at(oldest))],
        ),
        None => page.t.s("upkeep-mail-none").to_owned(),
    };
    Ok([
        ("upkeep-mail-host", said("mail_host", "upkeep-mail-no-host")),
        (
            "upkeep-mail-signed",
            said("mail_dkim_domain", "upkeep-mail-unsigned"),
        ),
        (
            "upkeep-mail-returns",
            said("mail_returns_maildir", "upkeep-mail-unread"),
        ),
        ("upkeep-mail-waiting", waits),
        ("upkeep-mail-failed", page.count(unsent)),
    ]
    .map(|(label, value)| Fact { label, value })
    .into())
}

//! The newsletter service of the demo: a double for each legal entity, on loopback, that holds what such
//! a list holds after some years: some who said yes here, some who left there, some nobody knows. With the
//! first, both sides have agreed for some nights; at the second, a person has yet to look.

use std::sync::Arc;

use declaration::{Declaration, vocabulary::Role};
use make::{Account, Accounts, Wish};
use newsletter::{
    subscriber::{Came, subscribe},
    topics::{self, Choice, Wishes},
};
use tokio::net::TcpListener;
use values::{Email, Moment, SetClock, SubjectId};
use vault::{Actor, Vault};
use web::Lang;

use super::{furnish::other, people::EMPLOYEES};
use crate::{
    house::{House, HouseError},
    settings::Settings,
};

/// Who says yes to the newsletter in the demo.
const SUBSCRIBERS: &[&str] = &[
    "anne.abonnent@example.no",
    "bjorn.brev@example.no",
    "drift@transport.example",
];

/// Who said yes here and left there, and who of them comes back.
const LEFT: &[&str] = &["lei.av.brev@example.no", "kom.tilbake@example.no"];
const BACK: &str = "kom.tilbake@example.no";

/// Who is on the list of each legal entity there, and how.
const THERE: [&[(&str, &str)]; 2] = [
    &[
        ("anne.abonnent@example.no", "active"),
        ("gammel.kunde@example.no", "active"),
        ("lei.av.brev@example.no", "unsubscribed"),
        ("kom.tilbake@example.no", "unsubscribed"),
        ("sluttet@example.no", "bounce"),
    ],
    &[
        ("anne.abonnent@example.no", "active"),
        ("messe.2019@example.no", "active"),
        ("messe.2022@example.no", "active"),
        ("gammel.kunde@example.no", "active"),
        ("takk.for.seg@example.no", "unsubscribed"),
        ("sluttet@example.no", "bounce"),
    ],
];

/// So many nights both sides have agreed.
const NIGHTS: i64 = 3;

/// Starts the doubles and points the setting at them, unless it names accounts already.
///
/// # Errors
/// When no port is free.
pub async fn surround(settings: &mut Settings) -> Result<(), HouseError> {
    if settings.given("make").is_some() {
        return Ok(());
    }
    let path = settings.path_in_data("declaration", "declaration.toml");
    // The first start makes the file from the reference declaration.
    let text = std::fs::read_to_string(path)
        .unwrap_or_else(|_| crate::house::REFERENCE_DECLARATION.to_owned());
    // A declaration that does not hold is refused, in words, where the house opens.
    let Ok(declaration) = Declaration::parse(&text) else {
        return Ok(());
    };
    let accounts = newsletter_doubles(&declaration).await?;
    if Accounts::read(&accounts, &declaration).is_ok() {
        settings.say("make", accounts, "the demo");
    }
    Ok(())
}

/// Starts a double of the newsletter service for each legal entity, and says so as the setting `make` does.
///
/// # Errors
/// When no port is free.
pub async fn newsletter_doubles(declaration: &Declaration) -> Result<String, HouseError> {
    let failed = |e: std::io::Error| HouseError::Other(format!("newsletter double: {e}"));
    let mut accounts = String::new();
    for (number, controller) in declaration.controllers().iter().enumerate() {
        let double = make::double::Double::default();
        for (email, status) in THERE[number % THERE.len()] {
            double.hold(email, status);
        }
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        tokio::spawn(double.serve(listener));
        accounts.push_str(&format!(
            "{} = {{ user_id = \"demo-{}\", api_key = \"demo\", list = 17, address = \"http://{address}\" }}\n",
            controller.key, controller.id
        ));
    }
    Ok(accounts)
}

/// Some people say yes to news.
pub(super) async fn subscribers(vault: &Vault) -> Result<(), HouseError> {
    let mut choices = topics::all(&vault.declaration());
    choices.retain(|choice| choice.topic == "news");
    for email in SUBSCRIBERS {
        yes(vault, email, &choices).await?;
    }
    Ok(())
}

/// Somebody signs up for this.
pub(super) async fn yes(vault: &Vault, email: &str, choices: &[Choice]) -> Result<(), HouseError> {
    let version = vault.declaration().version().to_string();
    let email = Email::parse(email).map_err(|e| other(e.message_id()))?;
    let came = Came {
        form: "newsletter",
        lang: Lang::Nb,
        at: vault.world().now(),
        actor: Actor::Visitor,
    };
    subscribe(vault, &email, choices, &Wishes::default(), &version, came)
        .await
        .map_err(other)?;
    Ok(())
}

/// Whoever writes the letters.
async fn marketing(vault: &Vault) -> Result<Option<SubjectId>, HouseError> {
    let mut all = EMPLOYEES.iter();
    let Some((_, email, ..)) = all.find(|(_, _, role, _)| *role == Role::Marketing) else {
        return Ok(None);
    };
    let email = Email::parse(email).map_err(|e| other(e.message_id()))?;
    staff::find(vault, &email).await.map_err(other)
}

/// What has gone back and forth with the service of late, if the house has accounts there.
pub(super) async fn agreements(
    house: &House,
    clock: &Arc<SetClock>,
    now: Moment,
) -> Result<(), HouseError> {
    let vault = &house.vault;
    let written = house.settings.text("make");
    let accounts = Accounts::read(written, &vault.declaration()).map_err(other)?;
    let Some(first) = accounts.all().iter().min_by_key(|one| one.controller) else {
        return Ok(());
    };
    let Some(by) = marketing(vault).await? else {
        return Ok(());
    };
    let day = |days: i64, hour: i8| Moment::at_local(now.plus_days(-days).local_date(), hour, 5);
    clock.set(day(NIGHTS + 20, 11));
    for email in LEFT {
        yes(vault, email, &[first.choice]).await?;
    }
    clock.set(day(NIGHTS, 10));
    make::wish(vault, first, Wish::Preview, by).await?;
    clock.set(day(NIGHTS, 11));
    make::wish(vault, first, Wish::Agree, by).await?;
    for night in (0..NIGHTS).rev() {
        clock.set(day(night, 4).min(now));
        make::turn(vault, first).await?;
        if night == 1 {
            clock.set(day(night, 14));
            yes(vault, BACK, &[first.choice]).await?;
        }
    }
    clock.set(now);
    make::turn(vault, first).await?;
    let others = accounts.all().iter();
    for account in others.filter(|one: &&Account| one.controller != first.controller) {
        make::wish(vault, account, Wish::Preview, by).await?;
    }
    Ok(())
}

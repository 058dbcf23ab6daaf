//! The newsletter service of the demo: a double for each legal entity, on loopback, that holds what such
//! a list holds after some years: some who said yes here, some who left there, some nobody knows.

use declaration::Declaration;
use newsletter::{
    subscriber::{Came, subscribe},
    topics::{self, Wishes},
};
use tokio::net::TcpListener;
use values::Email;
use vault::{Actor, Vault};
use web::Lang;

use super::furnish::other;
use crate::{house::HouseError, settings::Settings};

/// Who says yes to the newsletter in the demo.
const SUBSCRIBERS: &[&str] = &[
    "anne.abonnent@example.no",
    "bjorn.brev@example.no",
    "drift@transport.example",
];

/// Who is on the list there, and how.
const THERE: &[(&str, &str)] = &[
    ("anne.abonnent@example.no", "active"),
    ("gammel.kunde@example.no", "active"),
    ("messe.2019@example.no", "active"),
    ("lei.av.brev@example.no", "unsubscribed"),
    ("sluttet@example.no", "bounce"),
];

/// Starts the doubles and points the setting at them, unless it names accounts already.
///
/// # Errors
/// When no port is free.
pub async fn surround(settings: &mut Settings) -> Result<(), HouseError> {
    if settings.given("make").is_some() {
        return Ok(());
    }
    let failed = |e: std::io::Error| HouseError::Other(format!("newsletter double: {e}"));
    let path = settings.path_in_data("declaration", "declaration.toml");
    // The first start makes the file from the reference declaration.
    let text = std::fs::read_to_string(path)
        .unwrap_or_else(|_| crate::house::REFERENCE_DECLARATION.to_owned());
    // A declaration that does not hold is refused, in words, where the house opens.
    let Ok(declaration) = Declaration::parse(&text) else {
        return Ok(());
    };
    let mut accounts = String::new();
    for controller in declaration.controllers() {
        let double = make::double::Double::default();
        for (email, status) in THERE {
            double.hold(email, status);
        }
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        tokio::spawn(double.serve(listener));
        accounts.push_str(&format!(
            "{} = {{ user_id = \"demo\", api_key = \"demo\", list = 17, address = \"http://{address}\" }}\n",
            controller.key
        ));
    }
    if make::Accounts::read(&accounts, &declaration).is_ok() {
        settings.say("make", accounts, "the demo");
    }
    Ok(())
}

/// Some people say yes to news.
pub(super) async fn subscribers(vault: &Vault) -> Result<(), HouseError> {
    let declaration = vault.declaration();
    let version = declaration.version().to_string();
    let mut choices = topics::all(&declaration);
    choices.retain(|choice| choice.topic == "news");
    for email in SUBSCRIBERS {
        let email = Email::parse(email).map_err(|e| other(e.message_id()))?;
        let came = Came {
            form: "newsletter",
            lang: Lang::Nb,
            at: vault.world().now(),
            actor: Actor::Visitor,
        };
        subscribe(vault, &email, &choices, &Wishes::default(), &version, came)
            .await
            .map_err(other)?;
    }
    Ok(())
}

//! The demo: a furnished house with what surrounds it, all on loopback. The vehicle register double
//! speaks the register's own protocol over HTTP, and the mailbox takes letters over SMTP; the rest of
//! the house does not know that they are not the real ones.

mod figures;
mod furnish;
mod newsletter_service;
mod office;
mod people;
mod post_box;
mod visits;

use letters::testing::MailServer;
use tokio::net::TcpListener;
use vehicles::register::double;
use web::{App, Door, Routes};

pub use furnish::{furnish, furnish_whole};
pub use newsletter_service::newsletter_doubles;
pub use post_box::PostBox;

use crate::{
    house::{House, HouseError},
    settings::Settings,
};

/// The mailbox's page; not there outside the demo.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/demo/post", Door::Public, post_box::show)
        .get("/demo/post/{number}", Door::Public, post_box::one)
}

/// Starts the register double and the mailbox, and points the settings at them. A register or mail
/// server that the settings already name stays.
///
/// # Errors
/// When no port is free.
pub async fn with_surroundings(
    mut settings: Settings,
) -> Result<(Settings, Option<MailServer>), HouseError> {
    if settings.given("register_key").is_none() {
        let failed = |e: std::io::Error| HouseError::Other(format!("register double: {e}"));
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        tokio::spawn(double::serve(listener));
        settings.say("register_url", format!("http://{address}"), "the demo");
        settings.say("register_key", "demo".to_owned(), "the demo");
    }
    newsletter_service::surround(&mut settings).await?;
    if settings.given("mail_host").is_some() {
        return Ok((settings, None));
    }
    let server = MailServer::start().await;
    settings.say("mail_host", "127.0.0.1".to_owned(), "the demo");
    settings.say("mail_port", server.port().to_string(), "the demo");
    settings.say("mail_tls", "none".to_owned(), "the demo");
    Ok((settings, Some(server)))
}

/// Where a stranger begins: names of doors and addresses that open them. Log-in links are good once,
/// for half an hour.
///
/// # Errors
/// When the house is not furnished.
pub async fn addresses(house: &House) -> Result<Vec<(String, String)>, HouseError> {
    let base = house.settings.text("base_url");
    let mut list = vec![
        ("site".to_owned(), format!("{base}/")),
        ("booking".to_owned(), format!("{base}/bestill")),
        ("declaration".to_owned(), format!("{base}/personvern")),
        ("letters".to_owned(), format!("{base}/demo/post")),
    ];
    list.extend(furnish::log_in_links(house).await?);
    Ok(list)
}

/// Prints them.
///
/// # Errors
/// As [`addresses`].
pub async fn print_addresses(house: &House, has_post_box: bool) -> Result<(), HouseError> {
    crate::say!(
        "\nKarosseri demo: two companies, three workshops, synthetic people. Stop with Ctrl-C.\n"
    );
    for (label, address) in addresses(house).await? {
        if label == "letters" && !has_post_box {
            continue;
        }
        crate::say!("  {label:<12} {address}");
    }
    crate::say!(
        "\nVehicles the register double knows: CU 10001 to CU 10009, EL 10010; CU 10090 is slow, CU 10094 \
         fails.\nThe links log in once each; new ones: karosseri --data {} staff link --email …\n",
        house.settings.text("data")
    );
    Ok(())
}

/// Whether this is the demo with its own mailbox.
pub(crate) fn post_box(app: &App) -> Result<&PostBox, web::Error> {
    let held = app.service::<PostBox>()?;
    if app.settings.demo {
        Ok(held)
    } else {
        Err(web::Error::NotFound)
    }
}

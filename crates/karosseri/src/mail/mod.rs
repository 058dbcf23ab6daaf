//! Mail and the domain it comes from: the keys it is signed with, whether the domain is set up, and what
//! comes back. The program sends through a mail server; docs/mail.md says what is to be done around it.

mod check;
mod keys;
mod returns;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use dispatch::dkim::{KeyText, Signer};
use letters::{MailSettings, Mailer};

use crate::{
    cli::MailCommand,
    house::{House, HouseError},
    settings::Settings,
};

pub use check::{Checked, look};
pub use returns::{Collected, chore, collect, is_maildir};

/// The folder the keys lie in, in the data folder, when nothing else is said.
const FOLDER: &str = "dkim";
/// The names of the key files `karosseri mail keys` makes.
const FILES: [&str; 2] = ["rsa.pem", "ed25519.pem"];

/// `karosseri mail keys`, which needs no house.
///
/// # Errors
/// When a key is there already or a file cannot be written.
pub fn keys(settings: &Settings, domain: &str, to: Option<&Path>) -> Result<ExitCode, HouseError> {
    keys::run(settings, domain, to)
}

/// The rest of `karosseri mail`, in an open house.
///
/// # Errors
/// In words that say what to do.
pub async fn run(house: &House, command: MailCommand) -> Result<ExitCode, HouseError> {
    match command {
        MailCommand::Keys { domain, to } => keys(&house.settings, &domain, to.as_deref()),
        MailCommand::Check { lang, dns } => check::run(house, &lang, dns).await,
    }
}

/// The mailer the settings describe: signing, and with the return address.
///
/// # Errors
/// The first setting that is wrong, with what was expected.
pub fn mailer(settings: &Settings, mail: MailSettings) -> Result<Mailer, HouseError> {
    let mut mailer = Mailer::new(mail).map_err(|e| HouseError::Other(e.to_string()))?;
    match signer(settings)? {
        Some(signer) => mailer = mailer.signing(signer),
        None => tracing::warn!("no mail_dkim_domain is set: mail leaves unsigned (docs/mail.md)"),
    }
    if let Some(address) = settings.given("mail_return_address") {
        mailer = mailer.returning_to(address);
    }
    if let Some(maildir) = settings.given("mail_returns_maildir") {
        is_maildir(Path::new(maildir))?;
    }
    Ok(mailer)
}

/// The keys mail is signed with, if any are set.
///
/// # Errors
/// The first setting that is wrong, with what was expected.
pub fn signer(settings: &Settings) -> Result<Option<Arc<Signer>>, HouseError> {
    let wrong = |text: String| HouseError::Other(text);
    let given = |name: &str| settings.given(name).is_some();
    let Some(domain) = settings.given("mail_dkim_domain") else {
        if given("mail_dkim_rsa_key") || given("mail_dkim_ed25519_key") {
            return Err(wrong(
                "setting `mail_dkim_domain` is empty; expected the domain the keys sign for, such as example.no"
                    .to_owned(),
            ));
        }
        return Ok(None);
    };
    let rsa = pem(settings, "mail_dkim_rsa_key", FILES[0])?;
    let ed25519 = pem(settings, "mail_dkim_ed25519_key", FILES[1])?;
    if rsa.is_none() && ed25519.is_none() {
        return Err(wrong(format!(
            "setting `mail_dkim_domain` is {domain}, but there is no key; expected `mail_dkim_rsa_key` or {} \
             (karosseri mail keys --domain {domain} makes both)",
            folder(settings).join(FILES[0]).display()
        )));
    }
    let signer = Signer::new(
        domain,
        rsa.as_deref().map(|pem| KeyText {
            selector: settings.text("mail_dkim_rsa_selector"),
            pem,
        }),
        ed25519.as_deref().map(|pem| KeyText {
            selector: settings.text("mail_dkim_ed25519_selector"),
            pem,
        }),
    );
    signer
        .map(|signer| Some(Arc::new(signer)))
        .map_err(|e| wrong(e.to_string()))
}

fn folder(settings: &Settings) -> PathBuf {
    Path::new(settings.text("data")).join(FOLDER)
}

/// A key file: the one that is named, relative to the data folder, or the one `karosseri mail keys`
/// makes, if it is there.
fn pem(settings: &Settings, name: &'static str, usual: &str) -> Result<Option<String>, HouseError> {
    let named = settings
        .given(name)
        .map(|path| Path::new(settings.text("data")).join(path));
    let path = match named {
        Some(path) => path,
        None => {
            let usual = folder(settings).join(usual);
            if !usual.exists() {
                return Ok(None);
            }
            usual
        }
    };
    fs::read_to_string(&path).map(Some).map_err(|e| {
        let path = path.display();
        HouseError::Other(format!(
            "setting `{name}` ({path}): expected a private key in PEM form: {e}"
        ))
    })
}

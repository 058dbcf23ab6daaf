//! How mail leaves the house, from the settings file.

use std::collections::BTreeMap;

use serde::Deserialize;

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// Not at all: only for a server on the same machine.
    None,
    /// Begins in the clear and turns to TLS; without it nothing is sent. Usually port 587.
    #[default]
    Starttls,
    /// TLS from the first byte. Usually port 465.
    Implicit,
}

/// Who a letter is from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sender {
    /// The name that is shown; the legal entity's own when it is left out.
    #[serde(default)]
    pub name: Option<String>,
    /// The address. The mail server must be willing to send for it.
    pub address: String,
}

/// The mail server and the senders.
///
/// ```toml
/// [mail]
/// host = "smtp.example.no"
/// port = 587                      # 587 if left out
/// tls = "starttls"                # none | starttls | implicit
/// user = "karosseri"              # log-in, if the server wants one
/// password = "…"                  # better in the environment
/// from = { name = "Verkstedet", address = "post@example.no" }
/// helo = "verksted.example.no"    # what we call ourselves; the domain of `from` if left out
/// [mail.controller.westrum]       # a sender for one legal entity, by its key in the declaration
/// address = "westrum@example.no"
/// ```
///
/// Certificates are checked against those the machine trusts (`SSL_CERT_FILE` adds one's own).
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    /// The server's name or address.
    pub host: String,
    /// Its port.
    #[serde(default = "submission")]
    pub port: u16,
    /// How the connection is protected.
    #[serde(default)]
    pub tls: Tls,
    /// The name to log in with, if the server wants one.
    #[serde(default)]
    pub user: Option<String>,
    /// Its password.
    #[serde(default)]
    pub password: Option<String>,
    /// Who letters are from.
    pub from: Sender,
    /// What we call ourselves.
    #[serde(default)]
    pub helo: Option<String>,
    /// Senders of single legal entities, by their key in the declaration.
    #[serde(default)]
    pub controller: BTreeMap<String, Sender>,
    /// A mailbox this program reads, if there is one: where a reader's program may send a no.
    #[serde(skip)]
    pub read_at: Option<String>,
}

const fn submission() -> u16 {
    587
}

/// Without the password.
impl std::fmt::Debug for MailSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailSettings")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("tls", &self.tls)
            .field("log_in", &self.user.is_some())
            .field("from", &self.from)
            .field("helo", &self.helo)
            .field("controller", &self.controller)
            .field("read_at", &self.read_at)
            .finish()
    }
}

impl MailSettings {
    /// An unprotected server on a port of this machine, for tests and the demo.
    #[must_use]
    pub fn local(port: u16, from: &str) -> Self {
        Self {
            host: "127.0.0.1".to_owned(),
            port,
            tls: Tls::None,
            user: None,
            password: None,
            from: Sender {
                name: None,
                address: from.to_owned(),
            },
            helo: None,
            controller: BTreeMap::new(),
            read_at: None,
        }
    }

    /// What we call ourselves to the server.
    #[must_use]
    pub fn own_name(&self) -> &str {
        let domain = || self.from.address.rsplit('@').next();
        self.helo
            .as_deref()
            .or_else(domain)
            .unwrap_or("[127.0.0.1]")
    }

    /// What is wrong with the settings, named by key.
    ///
    /// # Errors
    /// The first key that is wrong, and what was expected.
    pub fn check(&self) -> Result<(), String> {
        if self.host.trim().is_empty() {
            return Err("mail.host: expected the name of the mail server".to_owned());
        }
        let senders = self
            .controller
            .iter()
            .map(|(key, sender)| (format!("mail.controller.{key}"), sender));
        for (key, sender) in senders.chain([("mail.from".to_owned(), &self.from)]) {
            if values::Email::parse(&sender.address).is_err() || !sender.address.is_ascii() {
                return Err(format!("{key}.address: expected an e-mail address"));
            }
        }
        if self.user.is_some() != self.password.is_some() {
            return Err("mail.user and mail.password: expected both or neither".to_owned());
        }
        if self.user.is_some() && self.tls == Tls::None {
            return Err("mail.tls: expected starttls or implicit when logging in".to_owned());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::MailSettings;

    #[test]
    fn wrong_settings_are_named() {
        let with = |change: fn(&mut MailSettings)| {
            let mut settings = MailSettings::local(25, "post@example.no");
            change(&mut settings);
            settings.check().err().unwrap_or_default()
        };
        assert_eq!(with(|_| ()), "");
        assert!(with(|s| s.host.clear()).starts_with("mail.host: "));
        assert!(with(|s| s.from.address = "post".into()).starts_with("mail.from.address: "));
        assert!(with(|s| s.user = Some("a".into())).starts_with("mail.user "));
        let hidden = with(|s| {
            (s.user, s.password) = (Some("a".into()), Some("hemmelig".into()));
        });
        assert!(hidden.starts_with("mail.tls: "));
        let mut settings = MailSettings::local(25, "post@example.no");
        settings.password = Some("hemmelig".into());
        assert!(!format!("{settings:?}").contains("hemmelig"));
    }
}

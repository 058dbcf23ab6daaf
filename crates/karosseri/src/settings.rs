//! Settings: one table gives name, default and meaning; file, environment and documentation all come
//! from it. A wrong setting is named, with what was expected.

mod table;

pub use table::{Known, SETTINGS};

use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
};

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file is not there or not readable.
    #[error("settings file {path}: {reason}", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// The system's word for it.
        reason: String,
    },
    /// The file is not TOML.
    #[error("settings file {path} is not TOML: {reason}", path = path.display())]
    NotToml {
        /// The file.
        path: PathBuf,
        /// What and where.
        reason: String,
    },
    /// There is no such setting.
    #[error("there is no setting `{name}` (in {place}); did you mean `{nearest}`?")]
    Unknown {
        /// What was written.
        name: String,
        /// Where.
        place: String,
        /// The nearest known name.
        nearest: &'static str,
    },
    /// A value is not what is expected. Secrets are not repeated.
    #[error("setting `{name}` (in {place}) is {found}; expected {expected}")]
    Wrong {
        /// The setting.
        name: &'static str,
        /// Where it was written.
        place: String,
        /// What was found.
        found: String,
        /// What was expected.
        expected: &'static str,
    },
}

/// The settings in force, each with the place it came from.
#[derive(Clone)]
pub struct Settings(BTreeMap<&'static str, (String, String)>);

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = SETTINGS.iter().map(|known| {
            let value = if known.secret && !self.text(known.name).is_empty() {
                "(set)"
            } else {
                self.text(known.name)
            };
            (known.name, value)
        });
        f.debug_map().entries(shown).finish()
    }
}

impl Settings {
    /// Defaults, then the file, then the environment, then the command line; the last one wins.
    ///
    /// # Errors
    /// The first setting that is unknown or wrong, by name.
    pub fn read(
        file: Option<&Path>,
        environment: impl Iterator<Item = (String, String)>,
        command_line: &[(&'static str, String)],
    ) -> Result<Self, SettingsError> {
        let mut settings = Self(
            SETTINGS
                .iter()
                .map(|known| (known.name, (known.default.to_owned(), "default".to_owned())))
                .collect(),
        );
        if let Some(file) = file {
            settings.take_file(file)?;
        }
        for (name, value) in environment {
            if let Some(name) = name.strip_prefix("KAROSSERI_")
                // What `./test` says to the tests.
                && !["TEST_", "REQUIRE_", "PG_"].iter().any(|own| name.starts_with(own))
                && name != "SETTINGS"
            {
                settings.take(&name.to_lowercase(), value, "the environment")?;
            }
        }
        for (name, value) in command_line {
            settings.take(name, value.clone(), "the command line")?;
        }
        settings.check()?;
        Ok(settings)
    }

    fn take_file(&mut self, file: &Path) -> Result<(), SettingsError> {
        let text = std::fs::read_to_string(file).map_err(|e| SettingsError::File {
            path: file.to_owned(),
            reason: e.to_string(),
        })?;
        let table: toml::Table =
            text.parse()
                .map_err(|e: toml::de::Error| SettingsError::NotToml {
                    path: file.to_owned(),
                    reason: e.to_string(),
                })?;
        let place = file.display().to_string();
        self.take_table("", table, &place)
    }

    /// `domain` under `[mail.dkim]` is the setting `mail_dkim_domain`.
    fn take_table(
        &mut self,
        above: &str,
        table: toml::Table,
        place: &str,
    ) -> Result<(), SettingsError> {
        for (name, value) in table {
            let name = format!("{above}{name}");
            match value {
                // One table for each legal entity, whose keys only the declaration knows.
                toml::Value::Table(inner) if name == "make" => {
                    self.take(&name, inner.to_string(), place)?;
                }
                toml::Value::Table(inner) => self.take_table(&format!("{name}_"), inner, place)?,
                toml::Value::String(text) => self.take(&name, text, place)?,
                other => self.take(&name, other.to_string(), place)?,
            }
        }
        Ok(())
    }

    fn take(&mut self, name: &str, value: String, place: &str) -> Result<(), SettingsError> {
        let Some(known) = SETTINGS.iter().find(|known| known.name == name) else {
            return Err(SettingsError::Unknown {
                name: name.to_owned(),
                place: place.to_owned(),
                nearest: nearest(name),
            });
        };
        self.0.insert(known.name, (value, place.to_owned()));
        Ok(())
    }

    fn check(&self) -> Result<(), SettingsError> {
        for known in SETTINGS {
            if !fits(known.name, self.text(known.name)) {
                return Err(self.wrong(known));
            }
        }
        Ok(())
    }

    fn wrong(&self, known: &'static Known) -> SettingsError {
        let (value, place) = self.0.get(known.name).cloned().unwrap_or_default();
        let found = if known.secret {
            "not usable".to_owned()
        } else {
            format!("`{value}`")
        };
        SettingsError::Wrong {
            name: known.name,
            place,
            found,
            expected: known.expected,
        }
    }

    /// A setting as text; every name in the table has one.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |(value, _)| value)
    }

    /// A setting that may be empty.
    #[must_use]
    pub fn given(&self, name: &str) -> Option<&str> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// Says a setting after the reading is done: the demo points at its own surroundings.
    pub fn say(&mut self, name: &'static str, value: String, place: &str) {
        self.0.insert(name, (value, place.to_owned()));
    }

    /// A yes or no.
    #[must_use]
    pub fn yes(&self, name: &str) -> bool {
        self.text(name) == "true"
    }

    /// A folder or file, by default inside the data folder.
    #[must_use]
    pub fn path_in_data(&self, name: &str, default: &str) -> PathBuf {
        self.given(name)
            .map_or_else(|| Path::new(self.text("data")).join(default), PathBuf::from)
    }
}

/// Whether a value can be used. Checked before anything starts.
fn fits(name: &str, value: &str) -> bool {
    let address = |text: &str| text.parse::<std::net::SocketAddr>().is_ok();
    let url = |text: &str| {
        let host = text
            .strip_prefix("http://")
            .or_else(|| text.strip_prefix("https://"));
        host.is_some_and(|host| !host.is_empty() && !host.ends_with('/'))
    };
    match name {
        "listen" => address(value),
        "health_listen" => value == "off" || address(value),
        "base_url" | "register_url" => url(value),
        "behind_proxy" | "public_statistics" => matches!(value, "true" | "false"),
        "smallest_count" => value.parse::<u32>().is_ok_and(|n| (3..=1000).contains(&n)),
        "data" => !value.is_empty(),
        "database" => {
            value.is_empty()
                || value.starts_with("postgres://")
                || value.starts_with("postgresql://")
        }
        "schema" => {
            let mut chars = value.chars();
            chars
                .next()
                .is_some_and(|c| c.is_ascii_lowercase() || c == '_')
                && chars.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        }
        "mail_connections" => value.parse::<u32>().is_ok_and(|n| (1..=64).contains(&n)),
        "mail_domain_a_minute" => value.parse::<u32>().is_ok_and(|n| n <= 60_000),
        "mail_port" => value.parse::<u16>().is_ok_and(|port| port > 0),
        "mail_tls" => matches!(value, "none" | "starttls" | "tls"),
        "unusual_reads" => matches!(value, "ask" | "note"),
        "mail_dns" => value.is_empty() || value.parse::<std::net::SocketAddr>().is_ok(),
        "mail_dkim_domain" => value.is_empty() || (is_host(value) && value.contains('.')),
        "mail_dkim_rsa_selector" | "mail_dkim_ed25519_selector" => is_host(value),
        "mail_return_address" => {
            value.is_empty() || (value.is_ascii() && values::Email::parse(value).is_ok())
        }
        "mail_from" => value.is_empty() || values::Email::parse(value).is_ok(),
        "sweep_at" => jiff::civil::Time::strptime("%H:%M", value).is_ok(),
        "log" => matches!(value, "error" | "warn" | "info" | "debug" | "trace"),
        _ => true,
    }
}

/// Letters, digits, hyphens and dots, as in the name of a machine.
fn is_host(value: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    value
        .split('.')
        .all(|label| !label.is_empty() && label.bytes().all(fits))
}

/// The known name that shares most with what was written, for its length.
fn nearest(name: &str) -> &'static str {
    let pairs =
        |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let wanted = pairs(name);
    let likeness = |known: &Known| {
        let own = pairs(known.name);
        let shared = own.iter().filter(|pair| wanted.contains(pair)).count();
        2000 * shared / (own.len() + wanted.len()).max(1)
    };
    SETTINGS
        .iter()
        .max_by_key(|known| likeness(known))
        .map_or("listen", |known| known.name)
}

/// The documentation of every setting, as Markdown: `docs/settings.md` is this text.
#[must_use]
pub fn documentation() -> String {
    let mut text = String::from(
        "# Settings\n\nOne TOML file (`--settings FILE`, or `KAROSSERI_SETTINGS`), one line a setting; every setting \
         can also stand in the environment as `KAROSSERI_` and its name in capitals, which wins over the \
         file, and some on the command line, which wins over both. A setting that is unknown or wrong is \
         named, with what was expected, and nothing starts.\n\n\
         This page is made from the table in the code; a test compares them.\n\n\
         | setting | default | expected | meaning |\n| --- | --- | --- | --- |\n",
    );
    for known in SETTINGS {
        let default = match known.default {
            "" => "(empty)".to_owned(),
            default => format!("`{default}`"),
        };
        text.push_str(&format!(
            "| `{}` | {default} | {} | {} |\n",
            known.name, known.expected, known.meaning
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn none() -> impl Iterator<Item = (String, String)> {
        std::iter::empty()
    }

    #[test]
    fn a_wrong_setting_is_named_with_what_was_expected() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("karosseri.toml");
        for (text, wants) in [
            ("listen = \"here\"", "setting `listen`"),
            ("lissten = \"127.0.0.1:1\"", "did you mean `listen`?"),
            ("mail_tls = \"perhaps\"", "expected none, starttls or tls"),
            ("mail_port = 70000", "setting `mail_port`"),
            ("schema = \"Å; DROP\"", "setting `schema`"),
            ("= 1", "is not TOML"),
            ("[mail.dkim]\ndomain = \"Å\"", "setting `mail_dkim_domain`"),
            (
                "[mail.dkim]\ndomian = \"a.no\"",
                "did you mean `mail_dkim_domain`?",
            ),
            (
                "[mail]\nreturn_address = \"here\"",
                "setting `mail_return_address`",
            ),
        ] {
            std::fs::write(&file, text).unwrap();
            let error = Settings::read(Some(&file), none(), &[])
                .unwrap_err()
                .to_string();
            assert!(error.contains(wants), "{text}: {error}");
        }
    }

    #[test]
    fn the_environment_wins_over_the_file_and_the_command_line_over_both() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("karosseri.toml");
        std::fs::write(&file, "data = \"a\"\nlog = \"warn\"\nschema = \"a\"").unwrap();
        let environment = [
            ("KAROSSERI_DATA".to_owned(), "b".to_owned()),
            ("KAROSSERI_LOG".to_owned(), "debug".to_owned()),
            ("PATH".to_owned(), "/".to_owned()),
        ];
        let line = [("data", "c".to_owned())];
        let settings = Settings::read(Some(&file), environment.into_iter(), &line).unwrap();
        assert_eq!(settings.text("data"), "c");
        assert_eq!(settings.text("log"), "debug");
        assert_eq!(settings.text("schema"), "a");
    }

    #[test]
    fn secrets_are_not_shown() {
        let environment = [("KAROSSERI_REGISTER_KEY".to_owned(), "CANARY".to_owned())];
        let settings = Settings::read(None, environment.into_iter(), &[]).unwrap();
        assert!(!format!("{settings:?}").contains("CANARY"));
    }

    #[test]
    fn the_documentation_is_the_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/settings.md");
        if std::env::var_os("KAROSSERI_TEST_WRITE_DOCS").is_some() {
            std::fs::write(path, documentation()).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap(), documentation());
    }
}

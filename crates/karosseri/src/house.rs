//! The house, assembled: settings, store, vault, slices.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    sync::Arc,
};

use declaration::{Declaration, Finding, RuleTable};
use store::{Location, Store, StoreError};
use values::World;
use vault::{Custody, Vault, VaultError};

use crate::{parts, settings::Settings};

/// The declaration a new house begins with.
pub const REFERENCE_DECLARATION: &str = include_str!("../../../declarations/westrum.toml");
/// The published statement as it stood before, so that the first version has one to differ from.
pub const PUBLISHED_DECLARATION: &str = include_str!("../../../declarations/westrum-0.toml");
/// The rule table that comes with the program.
pub const RULES: &str = include_str!("../../../declarations/rules.toml");

/// Why the house does not open.
#[derive(Debug, thiserror::Error)]
pub enum HouseError {
    /// A folder or file fails.
    #[error("{path}: {reason}", path = path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// The system's word for it.
        reason: String,
    },
    /// The declaration has errors.
    #[error("the declaration {path} has errors, so nothing of it can run:\n{findings}", path = path.display())]
    Declaration {
        /// The file.
        path: PathBuf,
        /// What and on which lines.
        findings: String,
    },
    /// The program and the declaration do not fit.
    #[error("what the program does and what is declared do not agree:\n{0}")]
    Undeclared(String),
    /// The vault does not open.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The store does not open.
    #[error("the database: {0}")]
    Store(#[from] StoreError),
    /// The language files do not parse.
    #[error("language files: {0}")]
    Texts(String),
    /// A slice failed.
    #[error("{0}")]
    Other(String),
}

impl HouseError {
    /// A file that failed.
    #[must_use]
    pub fn file(path: &Path, error: &std::io::Error) -> Self {
        Self::File {
            path: path.to_owned(),
            reason: error.to_string(),
        }
    }
}

/// An open house, before any listener.
#[derive(Clone)]
pub struct House {
    /// The settings in force.
    pub settings: Arc<Settings>,
    /// Who may open what.
    pub vault: Vault,
    /// The text of the declaration in force.
    pub declaration_text: Arc<str>,
    /// Time and chance.
    pub world: World,
}

impl House {
    /// Opens the house: data folder, declaration, store, vault; then compares what the program does
    /// with what is declared, and refuses to start where they differ.
    ///
    /// # Errors
    /// In words that say what to do.
    pub async fn open(settings: Settings, world: World) -> Result<Self, HouseError> {
        let folder = Path::new(settings.text("data"));
        make_private(folder)?;
        let (text, declaration) = read_declaration(&settings)?;
        let rules = read_rules(&settings)?;
        let store = Store::open(&location(&settings), parts::MIGRATIONS).await?;
        let custody = Custody::folder(settings.path_in_data("custody", "custody"))?;
        let vault = Vault::unlock(
            store,
            custody,
            Arc::new(declaration),
            Arc::new(rules),
            world.clone(),
        )
        .await?;
        let house = Self {
            settings: Arc::new(settings),
            vault,
            declaration_text: text.into(),
            world,
        };
        crate::checks::agree(&house).await?;
        Ok(house)
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &Store {
        self.vault.store()
    }
}

/// Where the data lies.
#[must_use]
pub fn location(settings: &Settings) -> Location {
    match settings.given("database") {
        Some(url) => Location::Postgres {
            url: url.to_owned(),
            schema: settings.text("schema").to_owned(),
        },
        None => Location::Folder(PathBuf::from(settings.text("data"))),
    }
}

/// A folder that only its owner enters.
fn make_private(folder: &Path) -> Result<(), HouseError> {
    if folder.is_dir() {
        return Ok(());
    }
    let failed = |e: std::io::Error| HouseError::file(folder, &e);
    fs::create_dir_all(folder).map_err(failed)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(failed)
}

fn read_declaration(settings: &Settings) -> Result<(String, Declaration), HouseError> {
    let path = settings.path_in_data("declaration", "declaration.toml");
    if !path.exists() && settings.given("declaration").is_none() {
        fs::write(&path, REFERENCE_DECLARATION).map_err(|e| HouseError::file(&path, &e))?;
    }
    let text = fs::read_to_string(&path).map_err(|e| HouseError::file(&path, &e))?;
    match Declaration::parse_with(&text, &read_rules(settings)?) {
        Ok(declaration) => Ok((text, declaration)),
        Err(findings) => Err(HouseError::Declaration {
            path,
            findings: listed(&findings),
        }),
    }
}

fn read_rules(settings: &Settings) -> Result<RuleTable, HouseError> {
    let path = settings.path_in_data("rules", "rules.toml");
    let text = if path.exists() || settings.given("rules").is_some() {
        fs::read_to_string(&path).map_err(|e| HouseError::file(&path, &e))?
    } else {
        RULES.to_owned()
    };
    RuleTable::parse(&text).map_err(|findings| HouseError::Declaration {
        path,
        findings: listed(&findings),
    })
}

/// Findings, one a line.
#[must_use]
pub fn listed(findings: &[Finding]) -> String {
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

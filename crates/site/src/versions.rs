//! Versions of the declaration: what was promised when. Kept from the first time they are served.

use declaration::Declaration;
use jiff::civil::Date;
use store::{Row, StoreError, plain};
use vault::Vault;

pub(crate) mod sql {
    //! The statements.
    store::queries! {
        /// A version is kept once.
        KEEP = "INSERT INTO declaration_version (version, hash, effective_on, body, first_served_at) VALUES ($1, $2, $3, $4, $5)";
        /// Which text a version was.
        HASH = "SELECT hash FROM declaration_version WHERE version = $1";
        /// Every version, newest first.
        LIST = "SELECT version, hash, effective_on FROM declaration_version ORDER BY version DESC";
        /// The text of one.
        BODY = "SELECT body FROM declaration_version WHERE version = $1";
    }
}

/// Why a version cannot be kept or shown.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The text is not a declaration.
    #[error("the declaration cannot be read: line {line}: {message}")]
    Unreadable {
        /// Where.
        line: usize,
        /// Why.
        message: String,
    },
    /// This number was published with another text.
    #[error(
        "version {version} of the declaration was published with another text: give the changed text a new `version` and `effective_on`"
    )]
    Changed {
        /// The number.
        version: u32,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A version that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionLine {
    /// Its number.
    pub version: u32,
    /// Hex SHA-256 of its canonical text.
    pub hash: String,
    /// First day on which it held; `None` for a text that was published without a date.
    pub effective_on: Option<Date>,
}

/// Keeps a version of the declaration, as it is served from now on. The same version a second time changes
/// nothing; with another text it is refused, since what was promised is not rewritten.
///
/// # Errors
/// [`SiteError`].
pub async fn remember_version(vault: &Vault, text: &str) -> Result<(), SiteError> {
    let declaration = Declaration::archived(text).map_err(|one| SiteError::Unreadable {
        line: one.line,
        message: one.message,
    })?;
    let version = declaration.version();
    let hash = declaration.hash().to_owned();
    let row = [
        i64::from(version).into(),
        plain(hash.clone()),
        plain(declaration.effective_on().to_string()),
        plain(declaration.canonical().to_owned()),
        vault.world().now().millis().into(),
    ];
    let known = vault
        .store()
        .write(move |db| {
            let known = db.opt(&sql::HASH, &[i64::from(version).into()])?;
            if known.is_none() {
                db.exec(&sql::KEEP, &row)?;
            }
            known
                .map(|row| row.text("hash").map(str::to_owned))
                .transpose()
        })
        .await?;
    match known {
        Some(known) if known != hash => Err(SiteError::Changed { version }),
        _ => Ok(()),
    }
}

/// Every version that was published, newest first.
///
/// # Errors
/// When the store fails.
pub async fn versions(vault: &Vault) -> Result<Vec<VersionLine>, StoreError> {
    vault
        .store()
        .read(|db| db.all(&sql::LIST, &[])?.iter().map(line).collect())
        .await
}

fn line(row: &Row) -> Result<VersionLine, StoreError> {
    let unreadable = |what: &str| StoreError::Type(format!("declaration_version.{what}"));
    Ok(VersionLine {
        version: u32::try_from(row.i64("version")?).map_err(|_| unreadable("version"))?,
        hash: row.text("hash")?.to_owned(),
        effective_on: dated(
            row.text("effective_on")?
                .parse()
                .map_err(|_| unreadable("effective_on"))?,
        ),
    })
}

/// The day, unless the declaration states none.
pub(crate) fn dated(day: Date) -> Option<Date> {
    (day != Date::ZERO).then_some(day)
}

/// A version as it was published.
pub(crate) async fn load(vault: &Vault, version: u32) -> Result<Option<Declaration>, StoreError> {
    let row = vault
        .store()
        .read(move |db| db.opt(&sql::BODY, &[i64::from(version).into()]))
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    Declaration::archived(row.text("body")?)
        .map(Some)
        .map_err(|_| StoreError::Type("declaration_version.body".to_owned()))
}

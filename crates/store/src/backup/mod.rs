//! One file that holds everything, the same from both engines: a SQLite database with an account
//! of its tables. Key material is not in it.

use std::path::Path;
use std::sync::Arc;

use crate::pg::Shared;
use crate::{Migration, StoreError};

/// Rows of a table and a sum over them that does not depend on their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableAccount {
    /// Its name.
    pub table: String,
    /// How many rows.
    pub rows: u64,
    /// Sum over the rows' contents.
    pub sum: u128,
}

/// The account of all tables.
pub type Account = Vec<TableAccount>;

/// What a backup or restore did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupReport {
    /// Per table, as found in the copy after it was written.
    pub tables: Account,
    /// Size of the backup file in bytes.
    pub bytes: u64,
}

pub(crate) fn from_lite(_source: &Path, _dest: &Path) -> Result<BackupReport, StoreError> {
    Err(StoreError::Refused("not yet"))
}
pub(crate) async fn from_pg(
    _s: Arc<Shared>,
    _dest: &Path,
    _m: &[Migration],
) -> Result<BackupReport, StoreError> {
    Err(StoreError::Refused("not yet"))
}
pub(crate) fn into_lite(
    _file: &Path,
    _folder: &Path,
    _m: &[Migration],
) -> Result<BackupReport, StoreError> {
    Err(StoreError::Refused("not yet"))
}
pub(crate) async fn into_pg(
    _file: &Path,
    _url: &str,
    _schema: &str,
    _m: &[Migration],
) -> Result<BackupReport, StoreError> {
    Err(StoreError::Refused("not yet"))
}
pub(crate) fn verify(_file: &Path) -> Result<BackupReport, StoreError> {
    Err(StoreError::Refused("not yet"))
}

//! One file that holds everything, the same from both engines: a SQLite database with an account
//! of its tables in it. Key material is not in it.

mod account;
mod from_pg;
mod into_pg;
mod lite;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

pub use account::{Account, TableAccount};
use account::{Sum, Table};
pub(crate) use from_pg::from_pg;
pub(crate) use into_pg::into_pg;
pub(crate) use lite::{from_lite, into_lite};

use crate::lite::{schema, translate};
use crate::{Migration, StoreError};

/// The table that tells what a backup holds.
const ACCOUNT: &str = "backup_account";

/// What a backup or restore did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupReport {
    /// Per table, as found in the copy after it was written.
    pub tables: Account,
    /// Size of the backup file in bytes.
    pub bytes: u64,
}

/// Reads a backup file through and compares it with its own account.
pub(crate) fn verify(file: &Path) -> Result<BackupReport, StoreError> {
    let connection = lite::open_file(file)?;
    let (tables, told) = (account::of(&connection)?, account::told(&connection)?);
    account::compare(&tables, &told)?;
    let bytes = std::fs::metadata(file).map_err(|error| io(file, &error))?;
    Ok(BackupReport {
        tables,
        bytes: bytes.len(),
    })
}

/// The steps a backup has behind it; refuses one that a newer program wrote.
fn steps_of(connection: &Connection, known: &[Migration]) -> Result<Vec<Migration>, StoreError> {
    let done = schema::done(connection)?;
    schema::check(&done, known)?;
    Ok(among(known, &done))
}

fn among(known: &[Migration], done: &BTreeSet<String>) -> Vec<Migration> {
    let known = known.iter().filter(|step| done.contains(step.name));
    known.copied().collect()
}

/// Where a file lies until it is whole.
fn part(dest: &Path) -> Result<PathBuf, StoreError> {
    if dest.exists() {
        return Err(StoreError::Unusable(format!(
            "{} exists already; nothing is overwritten",
            dest.display()
        )));
    }
    let mut name = dest.as_os_str().to_owned();
    name.push(".part");
    let part = PathBuf::from(name);
    for left in ["", "-wal", "-shm", "-journal"] {
        let mut old = part.as_os_str().to_owned();
        old.push(left);
        match std::fs::remove_file(&old) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(io(&part, &error));
            }
            _ => {}
        }
    }
    Ok(part)
}

/// Gives a whole file its name, durably.
fn settle(part: &Path, dest: &Path) -> Result<(), StoreError> {
    let act = || -> std::io::Result<()> {
        std::fs::File::open(part)?.sync_all()?;
        std::fs::rename(part, dest)?;
        match dest
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
        {
            Some(folder) => std::fs::File::open(folder)?.sync_all(),
            None => std::fs::File::open(".")?.sync_all(),
        }
    };
    act().map_err(|error| io(dest, &error))
}

fn io(path: &Path, error: &std::io::Error) -> StoreError {
    if error.kind() == std::io::ErrorKind::StorageFull {
        return StoreError::Full;
    }
    StoreError::Unusable(format!("{}: {error}", path.display()))
}

fn lite_error(error: &rusqlite::Error) -> StoreError {
    translate("backup", error)
}

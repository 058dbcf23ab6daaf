//! SQLite to file and back, with SQLite's own online copy.

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::{ACCOUNT, BackupReport, account, io, lite_error, part, settle, steps_of, verify};
use crate::lite::{FILE, connect, create_folder};
use crate::{Migration, StoreError};

/// Copies a live file. The snapshot is held from first to last page, so writers on other
/// connections neither disturb the copy nor make it start again.
pub(crate) fn from_lite(source: &Path, dest: &Path) -> Result<BackupReport, StoreError> {
    let part = part(dest)?;
    let from = connect(source, true)?;
    step(&from, "BEGIN; SELECT COUNT(*) FROM sqlite_schema")?;
    let to = copy(&from, &part)?;
    let tables = account::of(&from)?;
    step(&from, "COMMIT")?;
    account::write(&to, &tables)?;
    finish(to)?;
    let report = verify(&part)?;
    settle(&part, dest)?;
    Ok(report)
}

/// Puts a backup into a folder that holds no data yet.
pub(crate) fn into_lite(
    file: &Path,
    folder: &Path,
    known: &[Migration],
) -> Result<BackupReport, StoreError> {
    let report = verify(file)?;
    let from = open_file(file)?;
    steps_of(&from, known)?;
    let dest = folder.join(FILE);
    let part = part(&dest)?;
    let journal = folder.join(format!("{FILE}-wal"));
    if journal.exists() {
        return Err(StoreError::Unusable(format!(
            "{} is left of another database; it would be played into this one",
            journal.display()
        )));
    }
    create_folder(folder)?;
    let to = copy(&from, &part)?;
    step(
        &to,
        &format!("PRAGMA secure_delete = ON; DROP TABLE {ACCOUNT}"),
    )?;
    let tables = account::of(&to)?;
    account::compare(&tables, &report.tables)?;
    finish(to)?;
    settle(&part, &dest)?;
    Ok(report)
}

/// Opens a backup for reading only.
pub(super) fn open_file(file: &Path) -> Result<Connection, StoreError> {
    if !file.is_file() {
        return Err(StoreError::Unusable(format!(
            "there is no backup at {}",
            file.display()
        )));
    }
    Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .map_err(|error| lite_error(&error))
}

/// A new file, readable for its owner alone, that becomes durable when it is finished.
pub(super) fn new_file(part: &Path) -> Result<Connection, StoreError> {
    OpenOptions::new()
        .create_new(true)
        .write(true)
        .mode(0o600)
        .open(part)
        .map_err(|error| io(part, &error))?;
    let to = Connection::open_with_flags(part, OpenFlags::SQLITE_OPEN_READ_WRITE)
        .map_err(|error| lite_error(&error))?;
    step(&to, "PRAGMA synchronous = OFF")?;
    Ok(to)
}

fn copy(from: &Connection, part: &Path) -> Result<Connection, StoreError> {
    let mut to = new_file(part)?;
    let act = |to: &mut Connection| -> Result<(), rusqlite::Error> {
        let backup = Backup::new(from, to)?;
        loop {
            match backup.step(4096)? {
                StepResult::Done => return Ok(()),
                StepResult::Busy | StepResult::Locked => {
                    std::thread::sleep(Duration::from_millis(5));
                }
                _ => {}
            }
        }
    };
    act(&mut to).map_err(|error| lite_error(&error))?;
    step(&to, "PRAGMA journal_mode = DELETE")?;
    Ok(to)
}

/// Closes a file so that it stands alone, without a journal beside it.
pub(super) fn finish(to: Connection) -> Result<(), StoreError> {
    to.close().map_err(|(_, error)| lite_error(&error))
}

pub(super) fn step(connection: &Connection, text: &str) -> Result<(), StoreError> {
    connection
        .execute_batch(text)
        .map_err(|error| lite_error(&error))
}

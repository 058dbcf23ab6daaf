//! What has left the house, as numbers outside the database: so that a restored copy does not do
//! again what was done after it was taken.
//!
//! A horizon is a small file in the custody: for each thing (a mailing) the highest number (a batch)
//! that was begun. It is on disk before anything of the batch leaves. A database that knows of fewer
//! is older than what was done.

use std::{
    collections::BTreeMap,
    fs::{self, File, OpenOptions},
    io::Write,
    os::unix::fs::OpenOptionsExt,
    path::PathBuf,
};

use crate::{Custody, Vault, VaultError};

/// A file of numbers beside the tenant key.
#[derive(Clone)]
pub struct Horizon {
    path: PathBuf,
    custody: Custody,
}

impl Vault {
    /// The horizon of that name.
    #[must_use]
    pub fn horizon(&self, name: &'static str) -> Horizon {
        let custody = self.inner.custody.clone();
        Horizon {
            path: custody.file(&format!("{name}.horizon")),
            custody,
        }
    }
}

impl Horizon {
    /// The highest number begun of each thing.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(&self) -> Result<BTreeMap<i64, i64>, VaultError> {
        if !self.path.exists() {
            return Ok(BTreeMap::new());
        }
        let text =
            fs::read_to_string(&self.path).map_err(|e| VaultError::custody(&self.path, &e))?;
        let line = |line: &str| {
            let (thing, number) = line.split_once(' ')?;
            Some((thing.parse().ok()?, number.parse().ok()?))
        };
        let all: Option<BTreeMap<i64, i64>> = text.lines().map(line).collect();
        all.ok_or(VaultError::Corrupt("horizon"))
    }

    /// Notes numbers that are about to begin and waits for the disk. A lower number than the one
    /// noted changes nothing. Processes take turns.
    ///
    /// # Errors
    /// When the file cannot be written: then nothing may begin.
    pub fn note(&self, begun: &[(i64, i64)]) -> Result<(), VaultError> {
        let _alone = self.custody.lock()?;
        let mut all = self.read()?;
        for (thing, number) in begun {
            let highest = all.entry(*thing).or_insert(*number);
            *highest = (*highest).max(*number);
        }
        let failed = |e: std::io::Error| VaultError::custody(&self.path, &e);
        let mut text = String::new();
        for (thing, number) in &all {
            text.push_str(&format!("{thing} {number}\n"));
        }
        let next = self.path.with_extension("horizon.next");
        let mut file = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(true)
            .mode(0o600)
            .open(&next)
            .map_err(failed)?;
        file.write_all(text.as_bytes()).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        fs::rename(&next, &self.path).map_err(failed)?;
        if let Some(folder) = self.path.parent() {
            File::open(folder)
                .and_then(|folder| folder.sync_all())
                .map_err(failed)?;
        }
        Ok(())
    }
}

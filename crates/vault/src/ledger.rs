//! The ledger of what was destroyed, outside the database.

use std::{
    fs::{self, File, OpenOptions},
    io::Write,
    os::unix::fs::OpenOptionsExt,
    path::PathBuf,
};

use values::{Moment, StrandId};

use crate::VaultError;

/// What was destroyed, in order: strand ids and instants, nothing else. It is written and synced
/// before a key is destroyed, and replayed on every start, so that neither a crash nor an old
/// backup brings anybody back.
pub(crate) struct Ledger {
    pub(crate) path: PathBuf,
}

impl Ledger {
    /// Adds lines and waits for the disk. Tasks and processes take turns: what another has written
    /// is never cut off.
    pub(crate) fn append(&self, strands: &[StrandId], at: Moment) -> Result<(), VaultError> {
        let failed = |e: std::io::Error| VaultError::custody(&self.path, &e);
        let mut lines = String::with_capacity(strands.len() * 36);
        for strand in strands {
            lines.push_str(&format!("erased {} {}\n", strand.get(), at.millis()));
        }
        let is_new = !self.path.exists();
        let mut file = OpenOptions::new()
            .append(true)
            .create(true)
            .mode(0o600)
            .open(&self.path)
            .map_err(failed)?;
        // Released when the file is closed.
        file.lock().map_err(failed)?;
        let whole = self.length()?;
        if file.metadata().map_err(failed)?.len() > whole {
            file.set_len(whole).map_err(failed)?;
        }
        file.write_all(lines.as_bytes()).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        if is_new && let Some(folder) = self.path.parent() {
            File::open(folder)
                .and_then(|folder| folder.sync_all())
                .map_err(failed)?;
        }
        Ok(())
    }

    /// Length of the acknowledged part, in bytes.
    pub(crate) fn length(&self) -> Result<u64, VaultError> {
        Ok(self.whole()?.len() as u64)
    }

    /// The strands destroyed after the first `seen` bytes were written, and the present length.
    /// A line that cannot be read is refused, not passed over: somebody would come back.
    pub(crate) fn since(&self, seen: u64) -> Result<(Vec<(StrandId, Moment)>, u64), VaultError> {
        let text = self.whole()?;
        let length = text.len() as u64;
        let Some(new) = usize::try_from(seen).ok().and_then(|seen| text.get(seen..)) else {
            return Err(VaultError::LedgerShort(self.path.clone()));
        };
        let strands = new.lines().map(|line| {
            let (id, at) = line.strip_prefix("erased ")?.split_once(' ')?;
            Some((id.parse().ok()?, Moment::from_millis(at.parse().ok()?)))
        });
        let strands = strands
            .collect::<Option<Vec<_>>>()
            .ok_or(VaultError::Corrupt("erasure ledger"))?;
        Ok((strands, length))
    }

    /// A last line without its end was never acknowledged: the erasure behind it did not happen.
    fn whole(&self) -> Result<String, VaultError> {
        if !self.path.exists() {
            return Ok(String::new());
        }
        let mut text =
            fs::read_to_string(&self.path).map_err(|e| VaultError::custody(&self.path, &e))?;
        text.truncate(text.rfind('\n').map_or(0, |end| end + 1));
        Ok(text)
    }
}

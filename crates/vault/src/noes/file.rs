//! The file of noes: lines in the order they were said, each on disk before its transaction is durable.
//!
//! Places in it are counted from the first line ever written, so that they stay the same when old lines
//! are cut off; the heading says where the present file begins.

use std::{
    fs::{self, File, OpenOptions},
    io::{Read, Seek, SeekFrom, Write},
    os::unix::fs::OpenOptionsExt,
    path::PathBuf,
};

use values::Moment;

use super::line::{self, Said};
use crate::VaultError;

const HEADING: &str = "karosseri noes 1 ";

/// Where the lines lie.
#[derive(Clone)]
pub(super) struct Lines {
    pub path: PathBuf,
}

/// A line, and where it begins.
pub(super) struct Line {
    pub place: u64,
    pub at: Moment,
    pub said: Said,
}

/// What the file holds.
pub(super) struct Held {
    /// Where it begins.
    pub start: u64,
    /// Where it ends.
    pub end: u64,
    pub lines: Vec<Line>,
}

impl Lines {
    fn failed(&self, error: &std::io::Error) -> VaultError {
        VaultError::custody(&self.path, error)
    }

    /// Alone with the file, among processes, until the answer is dropped. The file itself is exchanged
    /// when it is cut, so the lock is another.
    fn lock(&self) -> Result<File, VaultError> {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(self.path.with_extension("lock"))
            .map_err(|e| self.failed(&e))?;
        file.lock().map_err(|e| self.failed(&e))?;
        Ok(file)
    }

    /// Adds lines that are made of the place they will have, and waits for the disk. Answers that place.
    pub fn append(&self, make: impl FnOnce(u64) -> String) -> Result<u64, VaultError> {
        let _alone = self.lock()?;
        let failed = |e: std::io::Error| self.failed(&e);
        let is_new = !self.path.exists();
        let mut file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .mode(0o600)
            .open(&self.path)
            .map_err(failed)?;
        if self.mend(&mut file)? == 0 {
            file.write_all(format!("{HEADING}0\n").as_bytes())
                .map_err(failed)?;
        }
        let (start, heading) = self.heading(&mut file)?;
        let length = file.metadata().map_err(failed)?.len();
        let place = start + length.saturating_sub(heading);
        let written = file.write_all(make(place).as_bytes());
        if let Err(error) = written.and_then(|()| file.sync_data()) {
            // Half a line would be in the way of the next.
            let _ = file.set_len(length);
            return Err(failed(error));
        }
        if is_new && let Some(folder) = self.path.parent() {
            File::open(folder)
                .and_then(|folder| folder.sync_all())
                .map_err(failed)?;
        }
        Ok(place)
    }

    /// Cuts off a last line without its end: it was never acknowledged. Answers the length that is left.
    fn mend(&self, file: &mut File) -> Result<u64, VaultError> {
        let failed = |e: std::io::Error| self.failed(&e);
        let length = file.metadata().map_err(failed)?.len();
        let mut last = [0_u8];
        if length > 0 {
            file.seek(SeekFrom::Start(length - 1)).map_err(failed)?;
            file.read_exact(&mut last).map_err(failed)?;
        }
        if last == *b"\n" {
            return Ok(length);
        }
        let text = fs::read(&self.path).map_err(failed)?;
        let whole = text.iter().rposition(|byte| *byte == b'\n');
        let whole = whole.map_or(0, |end| end as u64 + 1);
        file.set_len(whole).map_err(failed)?;
        Ok(whole)
    }

    /// Where the file begins, and how long its heading is.
    fn heading(&self, file: &mut File) -> Result<(u64, u64), VaultError> {
        let mut head = [0_u8; 64];
        file.seek(SeekFrom::Start(0)).map_err(|e| self.failed(&e))?;
        let read = file.read(&mut head).map_err(|e| self.failed(&e))?;
        let text = String::from_utf8_lossy(&head[..read]);
        let line = text.lines().next().unwrap_or_default();
        let start = line.strip_prefix(HEADING).and_then(|n| n.parse().ok());
        let start = start.ok_or(VaultError::Corrupt("ledger of noes"))?;
        Ok((start, line.len() as u64 + 1))
    }

    /// Everything from a place on; `None` where there is no file. A line that cannot be read is refused,
    /// not passed over: somebody would be written to again.
    pub fn since(&self, seen: u64) -> Result<Option<Held>, VaultError> {
        if !self.path.exists() {
            return Ok(None);
        }
        let mut text = fs::read_to_string(&self.path).map_err(|e| self.failed(&e))?;
        text.truncate(text.rfind('\n').map_or(0, |end| end + 1));
        if text.is_empty() {
            return Ok(None);
        }
        let broken = || VaultError::Corrupt("ledger of noes");
        let (heading, body) = text.split_once('\n').ok_or_else(broken)?;
        let start: u64 = heading
            .strip_prefix(HEADING)
            .and_then(|number| number.parse().ok())
            .ok_or_else(broken)?;
        let (mut place, mut lines) = (start, Vec::new());
        for one in body.split_inclusive('\n') {
            if place >= seen {
                let (at, said) = line::read(one.trim_end_matches('\n')).ok_or_else(broken)?;
                lines.push(Line { place, at, said });
            }
            place += one.len() as u64;
        }
        Ok(Some(Held {
            start,
            end: place,
            lines,
        }))
    }

    /// Cuts off what stands before a place.
    pub fn cut(&self, place: u64) -> Result<(), VaultError> {
        let _alone = self.lock()?;
        let failed = |e: std::io::Error| self.failed(&e);
        let text = fs::read_to_string(&self.path).map_err(failed)?;
        let broken = || VaultError::Corrupt("ledger of noes");
        let (heading, body) = text.split_once('\n').ok_or_else(broken)?;
        let start = heading.strip_prefix(HEADING);
        let start: u64 = start.and_then(|n| n.parse().ok()).ok_or_else(broken)?;
        let gone = place.checked_sub(start).ok_or_else(broken)?;
        let gone = usize::try_from(gone).map_err(|_| broken())?;
        let rest = body.get(gone..).ok_or_else(broken)?;
        let next = self.path.with_extension("next");
        let mut file = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(true)
            .mode(0o600)
            .open(&next)
            .map_err(failed)?;
        file.write_all(format!("{HEADING}{place}\n{rest}").as_bytes())
            .map_err(failed)?;
        file.sync_all().map_err(failed)?;
        fs::rename(&next, &self.path).map_err(failed)?;
        let folder = self.path.parent().map(File::open).transpose();
        let synced = folder.and_then(|folder| folder.map_or(Ok(()), |f| f.sync_all()));
        synced.map_err(failed)
    }
}

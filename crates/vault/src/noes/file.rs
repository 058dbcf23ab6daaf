//! The file of noes: lines in the order they were said, each on disk before its transaction is durable.
//!
//! Places in it are counted from the first line ever written, so that they stay the same when old lines
//! are cut off; the heading says where the present file begins.

use std::{
    fs::{self, File, OpenOptions},
    io::{BufRead, BufReader, Read, Seek, SeekFrom, Write},
    os::unix::fs::OpenOptionsExt,
    path::PathBuf,
};

use values::Moment;

use super::line::{self, Said};
use crate::VaultError;

const HEADING: &str = "karosseri noes 1 ";
const BROKEN: VaultError = VaultError::Corrupt("ledger of noes");
/// So much of the end is read at once to find the last whole line.
const PIECE: u64 = 64 * 1024;

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

/// Line after line from a place on, to where the file ended when it was opened. A line that cannot be read
/// is an error and is not passed over: somebody would be written to again.
pub(super) struct Walk {
    path: PathBuf,
    reader: BufReader<File>,
    /// Where the file begins.
    pub start: u64,
    /// Where it ends.
    pub end: u64,
    place: u64,
    line: Vec<u8>,
}

impl Iterator for Walk {
    type Item = Result<Line, VaultError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.place >= self.end {
            return None;
        }
        self.line.clear();
        let read = match self.reader.read_until(b'\n', &mut self.line) {
            Ok(read) => read as u64,
            Err(error) => return Some(Err(VaultError::custody(&self.path, &error))),
        };
        let text = std::str::from_utf8(&self.line).ok();
        let text = text.and_then(|text| text.strip_suffix('\n'));
        let Some((at, said)) = text.and_then(line::read) else {
            return Some(Err(BROKEN));
        };
        let place = self.place;
        self.place += read;
        Some(Ok(Line { place, at, said }))
    }
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

    /// The length of the whole lines.
    fn whole(&self, file: &mut File) -> Result<u64, VaultError> {
        let failed = |e: std::io::Error| self.failed(&e);
        let mut end = file.metadata().map_err(failed)?.len();
        let mut piece = Vec::new();
        while end > 0 {
            let from = end.saturating_sub(PIECE);
            piece.resize(usize::try_from(end - from).unwrap_or_default(), 0);
            file.seek(SeekFrom::Start(from)).map_err(failed)?;
            file.read_exact(&mut piece).map_err(failed)?;
            if let Some(last) = piece.iter().rposition(|byte| *byte == b'\n') {
                return Ok(from + last as u64 + 1);
            }
            end = from;
        }
        Ok(0)
    }

    /// Cuts off a last line without its end: it was never acknowledged. Answers the length that is left.
    fn mend(&self, file: &mut File) -> Result<u64, VaultError> {
        let whole = self.whole(file)?;
        let failed = |e: std::io::Error| self.failed(&e);
        if file.metadata().map_err(failed)?.len() > whole {
            file.set_len(whole).map_err(failed)?;
        }
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
        let start = start.ok_or(BROKEN)?;
        Ok((start, line.len() as u64 + 1))
    }

    /// Everything from a place on; `None` where there is no file.
    pub fn walk(&self, from: u64) -> Result<Option<Walk>, VaultError> {
        if !self.path.exists() {
            return Ok(None);
        }
        let failed = |e: std::io::Error| self.failed(&e);
        let mut file = File::open(&self.path).map_err(failed)?;
        let whole = self.whole(&mut file)?;
        if whole == 0 {
            return Ok(None);
        }
        let (start, heading) = self.heading(&mut file)?;
        let end = start + whole.saturating_sub(heading);
        let place = from.clamp(start, end);
        file.seek(SeekFrom::Start(heading + place - start))
            .map_err(failed)?;
        Ok(Some(Walk {
            path: self.path.clone(),
            reader: BufReader::new(file),
            start,
            end,
            place,
            line: Vec::new(),
        }))
    }

    /// Cuts off what stands before a place.
    pub fn cut(&self, place: u64) -> Result<(), VaultError> {
        let _alone = self.lock()?;
        let failed = |e: std::io::Error| self.failed(&e);
        let mut old = File::open(&self.path).map_err(failed)?;
        let (start, heading) = self.heading(&mut old)?;
        let gone = place.checked_sub(start).ok_or(BROKEN)?;
        old.seek(SeekFrom::Start(heading + gone)).map_err(failed)?;
        let next = self.path.with_extension("next");
        let mut file = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(true)
            .mode(0o600)
            .open(&next)
            .map_err(failed)?;
        file.write_all(format!("{HEADING}{place}\n").as_bytes())
            .map_err(failed)?;
        std::io::copy(&mut old, &mut file).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        fs::rename(&next, &self.path).map_err(failed)?;
        let folder = self.path.parent().map(File::open).transpose();
        let synced = folder.and_then(|folder| folder.map_or(Ok(()), |f| f.sync_all()));
        synced.map_err(failed)
    }
}

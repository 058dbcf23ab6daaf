//! Taking a list in, piece by piece as it comes: however long it is, only a line and one transaction's
//! hashes are in memory.

use std::io::Read;

use store::{Db, bytes};
use values::{JobId, Moment};
use vault::{Tag, Vault, VaultError};

use super::{
    Against,
    lines::{self, Columns, Head, Unread},
    unreserve,
};
use crate::sql;

/// Hashes in one transaction.
const FLIGHT: usize = 2_000;
/// The longest line; what is longer is no line of such a list.
const LONGEST: usize = 16 * 1024;
/// So many lines that were passed over are named.
const NAMED: usize = 100;
/// What the command line reads at once.
const PIECE: usize = 64 * 1024;

/// A file that cannot be taken in. Says where, never what stands there.
#[derive(Debug, thiserror::Error)]
pub enum WashError {
    /// The file does not read.
    #[error("the file does not read: {0}")]
    File(#[from] std::io::Error),
    /// It is a workbook, an archive or a document, or text of two bytes a letter.
    #[error("the file is no plain text: save it as CSV (UTF-8)")]
    NoText,
    /// The first line names no column we know.
    #[error(
        "line 1: expected columns named `telefon`, or `navn` and `postnummer`, separated by `;`, `,` or tabs"
    )]
    Columns,
    /// The file ended before a single line.
    #[error("the file has no lines: nothing was changed")]
    Empty,
    /// The store or the vault failed.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

/// A line that was passed over, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassedOver {
    /// Its number; the heading is 1.
    pub line: i64,
    /// Why.
    pub why: Unread,
}

/// What was taken in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Washed {
    /// Telephone numbers.
    pub phones: i64,
    /// Names at postal codes.
    pub addresses: i64,
    /// Lines with something that could not be read.
    pub passed_over: i64,
    /// The first of them.
    pub named: Vec<PassedOver>,
}

/// A list under way. What an earlier list had and this one has not is not reserved any more; that is
/// done in [`Intake::end`], so that a file that breaks off half-way frees nobody.
pub struct Intake {
    vault: Vault,
    at: Moment,
    rest: Vec<u8>,
    /// The line is longer than [`LONGEST`]: its rest is thrown away.
    overlong: bool,
    line: i64,
    columns: Option<Columns>,
    batch: Vec<(Against, Tag)>,
    washed: Washed,
}

impl Intake {
    /// A new one.
    #[must_use]
    pub fn new(vault: &Vault) -> Self {
        Self {
            at: vault.world().now(),
            vault: vault.clone(),
            rest: Vec::new(),
            overlong: false,
            line: 0,
            columns: None,
            batch: Vec::new(),
            washed: Washed::default(),
        }
    }

    /// The next piece of the file, cut anywhere.
    ///
    /// # Errors
    /// When it is no such list, or the store fails.
    pub async fn push(&mut self, piece: &[u8]) -> Result<(), WashError> {
        let mut rest = piece;
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            let (head, tail) = rest.split_at(end);
            self.keep(head)?;
            self.end_line().await?;
            rest = tail.get(1..).unwrap_or_default();
        }
        self.keep(rest)
    }

    /// The file is whole: this list counts now, and no other.
    ///
    /// # Errors
    /// When there was nothing in it, or the store fails.
    pub async fn end(mut self) -> Result<Washed, WashError> {
        if !self.rest.is_empty() || self.overlong {
            self.end_line().await?;
        }
        self.reserve().await?;
        if self.washed.phones + self.washed.addresses == 0 {
            return Err(WashError::Empty);
        }
        for (against, lines) in [
            (Against::Phone, self.washed.phones),
            (Against::Post, self.washed.addresses),
        ] {
            if lines > 0 {
                unreserve(&self.vault, against, self.at).await?;
                self.note(against, lines).await?;
            }
        }
        Ok(self.washed)
    }

    /// Keeps the beginning of a line that has not ended.
    fn keep(&mut self, piece: &[u8]) -> Result<(), WashError> {
        if self.columns.is_none() && is_no_text(&self.rest, piece) {
            return Err(WashError::NoText);
        }
        if self.rest.len() + piece.len() > LONGEST {
            if self.columns.is_none() {
                return Err(WashError::Columns);
            }
            self.overlong = true;
            self.rest.clear();
        }
        if !self.overlong {
            self.rest.extend_from_slice(piece);
        }
        Ok(())
    }

    async fn end_line(&mut self) -> Result<(), WashError> {
        self.line += 1;
        let line = std::mem::take(&mut self.rest);
        let overlong = std::mem::take(&mut self.overlong);
        let text = values::spreadsheet::text_of(line.strip_suffix(b"\r").unwrap_or(&line));
        if overlong {
            self.pass_over(Unread::TooLong);
        } else if !text.trim().is_empty() {
            match self.columns.take() {
                Some(columns) => {
                    self.take_line(&text, &columns);
                    self.columns = Some(columns);
                }
                None => self.take_head(&text)?,
            }
        }
        if self.batch.len() >= FLIGHT {
            self.reserve().await?;
        }
        // The next line is written over this one.
        self.rest = line;
        self.rest.clear();
        Ok(())
    }

    fn take_head(&mut self, text: &str) -> Result<(), WashError> {
        match lines::head(text) {
            Head::Columns(columns) => self.columns = Some(columns),
            Head::Headless(columns) => {
                self.take_line(text.trim_start_matches('\u{feff}'), &columns);
                self.columns = Some(columns);
            }
            Head::Mark => {}
            Head::Unknown => return Err(WashError::Columns),
        }
        Ok(())
    }

    fn take_line(&mut self, text: &str, columns: &Columns) {
        let found = lines::read(text, columns);
        self.washed.phones += found.phones.len() as i64;
        self.washed.addresses += i64::from(!found.post.is_empty());
        if let Some(why) = found.unread {
            self.pass_over(why);
        }
        for (against, look_up) in found.reserves() {
            self.batch.push((against, self.vault.tag(&look_up)));
        }
    }

    fn pass_over(&mut self, why: Unread) {
        self.washed.passed_over += 1;
        if self.washed.named.len() < NAMED {
            let line = self.line;
            self.washed.named.push(PassedOver { line, why });
        }
    }

    async fn reserve(&mut self) -> Result<(), VaultError> {
        let batch = std::mem::take(&mut self.batch);
        if batch.is_empty() {
            return Ok(());
        }
        let at = self.at.millis();
        let write = move |db: &mut dyn Db| {
            let rows = batch.iter().map(|(against, tag)| {
                let hash = bytes(tag.hash().as_slice());
                (
                    &sql::RESERVE,
                    vec![against.as_str().into(), hash, at.into()],
                )
            });
            db.many(&rows.collect::<Vec<_>>()).map(|_| ())
        };
        Ok(self.vault.store().write(write).await?)
    }

    async fn note(&self, against: Against, lines: i64) -> Result<(), VaultError> {
        let id = self.vault.world().id::<JobId>().get();
        let at = self.at.millis();
        let write = move |db: &mut dyn Db| {
            let values = [id.into(), at.into(), against.as_str().into(), lines.into()];
            db.exec(&sql::WASHED, &values).map(|_| ())
        };
        Ok(self.vault.store().write(write).await?)
    }
}

/// What a workbook, an archive, a document, or text of two bytes a letter begins with.
fn is_no_text(before: &[u8], piece: &[u8]) -> bool {
    let begins = |mark: &[u8]| before.is_empty() && piece.starts_with(mark);
    begins(b"PK\x03\x04") || begins(b"%PDF") || begins(b"\xd0\xcf\x11\xe0") || piece.contains(&0)
}

/// Takes a whole file in.
///
/// # Errors
/// When the file does not read or is no list, or the store fails.
pub async fn take_in(vault: &Vault, mut file: impl Read + Send) -> Result<Washed, WashError> {
    let mut intake = Intake::new(vault);
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece)? {
            0 => return intake.end().await,
            length => intake.push(piece.get(..length).unwrap_or_default()).await?,
        }
    }
}

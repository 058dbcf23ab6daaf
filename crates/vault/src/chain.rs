//! The opening log's chain: what a line's hash is made of, and how a file of the log is checked by
//! somebody who has neither the database nor any secret.
//!
//! A line's hash is the SHA-256 of its fields in a fixed order with `|` between, the hash of the line
//! before first. Every field is an id, a number or a word of the program, so none has a `|` in it.
//! Heads (number and hash of the last line at an instant) are signed and kept outside the database.

use std::io::{BufRead, Write};

use aws_lc_rs::digest;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use values::Moment;

use crate::{
    OpeningLine,
    notary::{Head, HeadKind},
};

/// Version of the file and of the chain.
pub(crate) const FORMAT: u32 = 2;

/// Hash of the empty chain of a tenant.
pub(crate) fn start(tenant: &[u8]) -> [u8; 32] {
    sha256(format!("karosseri opening log {FORMAT}|{}", HEXLOWER.encode(tenant)).as_bytes())
}

pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut out = [0_u8; 32];
    out.copy_from_slice(digest::digest(&digest::SHA256, bytes).as_ref());
    out
}

impl OpeningLine {
    /// The hash that ties the line to the one before.
    pub(crate) fn link(&self, previous: &[u8]) -> [u8; 32] {
        let text = format!(
            "{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}",
            HEXLOWER.encode(previous),
            self.seq,
            self.at.millis(),
            self.actor_kind,
            self.actor_id,
            self.title,
            self.controller,
            self.subject,
            self.categories,
            self.purpose,
            self.case_kind,
            self.case_id,
            self.marks,
            self.look,
        );
        sha256(text.as_bytes())
    }
}

/// The first row of a file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Opening {
    karosseri_log: u32,
    tenant: String,
    start: String,
}

/// One opening, as a file has it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileLine {
    seq: i64,
    at: i64,
    when: String,
    actor_kind: String,
    actor: i64,
    title: String,
    controller: i64,
    subject: i64,
    categories: String,
    purpose: String,
    case_kind: String,
    case: i64,
    marks: String,
    look: i64,
    hash: String,
}

/// A signed head, as a file has it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileHead {
    head: String,
    seq: i64,
    at: i64,
    hash: String,
    key: String,
    signature: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum FileRow {
    Opening(Opening),
    Head(FileHead),
    Line(Box<FileLine>),
}

/// Writes a file: the beginning, the lines, the heads.
pub(crate) struct FileWriter<W: Write>(pub(crate) W);

impl<W: Write> FileWriter<W> {
    fn row(&mut self, row: &FileRow) -> std::io::Result<()> {
        serde_json::to_writer(&mut self.0, row)?;
        self.0.write_all(b"\n")
    }

    pub(crate) fn begin(&mut self, tenant: &[u8]) -> std::io::Result<()> {
        self.row(&FileRow::Opening(Opening {
            karosseri_log: FORMAT,
            tenant: HEXLOWER.encode(tenant),
            start: HEXLOWER.encode(&start(tenant)),
        }))
    }

    pub(crate) fn line(&mut self, line: &OpeningLine) -> std::io::Result<()> {
        self.row(&FileRow::Line(Box::new(FileLine {
            seq: line.seq,
            at: line.at.millis(),
            when: line.at.rfc3339(),
            actor_kind: line.actor_kind.clone(),
            actor: line.actor_id,
            title: line.title.clone(),
            controller: line.controller,
            subject: line.subject.get(),
            categories: line.categories.clone(),
            purpose: line.purpose.clone(),
            case_kind: line.case_kind.clone(),
            case: line.case_id,
            marks: line.marks.clone(),
            look: line.look,
            hash: HEXLOWER.encode(&line.hash),
        })))
    }

    pub(crate) fn head(&mut self, head: &Head) -> std::io::Result<()> {
        self.row(&FileRow::Head(FileHead {
            head: head.kind.as_str().to_owned(),
            seq: head.seq,
            at: head.at.millis(),
            hash: HEXLOWER.encode(&head.hash),
            key: HEXLOWER.encode(&head.key),
            signature: HEXLOWER.encode(&head.signature),
        }))
    }
}

/// What the check of a log found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChainReport {
    /// Lines checked.
    pub lines: i64,
    /// Number of the first line that does not fit or is not there, if any.
    pub broken_at: Option<i64>,
    /// Signed heads that fit.
    pub heads: usize,
    /// The last of them: its number and instant.
    pub last_head: Option<(i64, Moment)>,
    /// Lines that were lost when a backup was restored: first, last, when.
    pub lost: Vec<(i64, i64, Moment)>,
}

impl ChainReport {
    /// Nothing was changed, taken out, put in or cut off.
    #[must_use]
    pub const fn whole(&self) -> bool {
        self.broken_at.is_none()
    }

    pub(crate) fn break_at(&mut self, seq: i64) {
        if self.broken_at.is_none_or(|known| seq < known) {
            self.broken_at = Some(seq);
        }
    }

    /// Holds the heads against the chain: `hash_at` answers the hash of a line of the chain.
    pub(crate) fn hold(
        &mut self,
        heads: &[Head],
        tenant: &[u8],
        hash_at: impl Fn(i64) -> Option<[u8; 32]>,
    ) {
        for (place, head) in heads.iter().enumerate() {
            if !head.signed(tenant) {
                self.break_at(head.seq.max(1));
                continue;
            }
            // A restore says from where the log goes on; heads beyond it are of lines that were lost.
            let cut = heads[place + 1..]
                .iter()
                .find(|later| later.kind == HeadKind::Restored && later.seq < head.seq);
            if let Some(cut) = cut {
                let lost = (cut.seq + 1, head.seq, cut.at);
                match self
                    .lost
                    .iter_mut()
                    .find(|(first, _, at)| (*first, *at) == (lost.0, lost.2))
                {
                    Some(known) => known.1 = known.1.max(lost.1),
                    None => self.lost.push(lost),
                }
                continue;
            }
            if hash_at(head.seq) == Some(head.hash) {
                self.heads += 1;
                self.last_head = Some((head.seq, head.at));
            } else {
                self.break_at(head.seq.min(self.lines + 1).max(1));
            }
        }
    }
}

/// What a file of the log shows, without the database.
#[derive(Clone, Debug)]
pub struct FileReport {
    /// The chain.
    pub chain: ChainReport,
    /// The public keys its heads are signed with, in hex.
    pub keys: Vec<String>,
    /// Lines after the last signed head: nothing vouches for what came after them.
    pub unsigned: i64,
    /// Hash of the last line, in hex.
    pub end: String,
}

/// Why a file is none of ours.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It cannot be read.
    #[error("the file cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// A row is not what a log has.
    #[error("row {0} of the file is not a row of an opening log")]
    Row(usize),
}

/// Checks a file of the log: needs no database and no secret. `key` is the public key the house
/// published (hex); without it the keys in the file are taken at their word and named in the answer.
/// `kept` is a head somebody wrote down before: its number and hash must be in the file.
///
/// # Errors
/// When the file is not a log at all; whether it is whole stands in the report.
pub fn verify_log(
    file: impl BufRead,
    key: Option<&str>,
    kept: Option<(i64, &str)>,
) -> Result<FileReport, FileError> {
    let mut reader = FileReader::default();
    for (nth, row) in file.lines().enumerate() {
        let row = row?;
        if row.trim().is_empty() {
            continue;
        }
        let row: FileRow = serde_json::from_str(&row).map_err(|_| FileError::Row(nth + 1))?;
        reader.take(row).ok_or(FileError::Row(nth + 1))?;
    }
    if reader.tenant.is_none() {
        return Err(FileError::Row(1));
    }
    Ok(reader.report(key, kept))
}

#[derive(Default)]
struct FileReader {
    tenant: Option<Vec<u8>>,
    hash: Vec<u8>,
    hashes: Vec<[u8; 32]>,
    heads: Vec<Head>,
    chain: ChainReport,
}

impl FileReader {
    fn take(&mut self, row: FileRow) -> Option<()> {
        match row {
            FileRow::Opening(opening) => {
                let tenant = unhex(&opening.tenant)?;
                self.hash = start(&tenant).to_vec();
                let ours = opening.karosseri_log == FORMAT && self.tenant.is_none();
                (ours && unhex(&opening.start)? == self.hash).then(|| self.tenant = Some(tenant))
            }
            FileRow::Line(line) => self.line(&line),
            FileRow::Head(head) => {
                self.heads.push(Head {
                    kind: HeadKind::from_name(&head.head)?,
                    seq: head.seq,
                    at: Moment::from_millis(head.at),
                    hash: unhex(&head.hash)?.try_into().ok()?,
                    key: unhex(&head.key)?,
                    signature: unhex(&head.signature)?,
                });
                Some(())
            }
        }
    }

    fn line(&mut self, row: &FileLine) -> Option<()> {
        self.tenant.as_ref()?;
        let line = OpeningLine {
            seq: row.seq,
            at: Moment::from_millis(row.at),
            actor_kind: row.actor_kind.clone(),
            actor_id: row.actor,
            title: row.title.clone(),
            controller: row.controller,
            subject: values::SubjectId::from_raw(row.subject),
            categories: row.categories.clone(),
            purpose: row.purpose.clone(),
            case_kind: row.case_kind.clone(),
            case_id: row.case,
            marks: row.marks.clone(),
            look: row.look,
            hash: unhex(&row.hash)?,
        };
        self.chain.lines += 1;
        let fits = line.seq == self.chain.lines
            && row.when == line.at.rfc3339()
            && line.link(&self.hash)[..] == line.hash[..];
        if !fits {
            self.chain.break_at(line.seq.min(self.chain.lines));
        }
        self.hashes.push(line.hash.clone().try_into().ok()?);
        self.hash = line.hash;
        Some(())
    }

    fn report(mut self, key: Option<&str>, kept: Option<(i64, &str)>) -> FileReport {
        let tenant = self.tenant.take().unwrap_or_default();
        let first = start(&tenant);
        let hashes = std::mem::take(&mut self.hashes);
        let at = |seq: i64| match usize::try_from(seq).ok()? {
            0 => Some(first),
            seq => hashes.get(seq - 1).copied(),
        };
        let mut chain = self.chain;
        chain.hold(&self.heads, &tenant, at);
        if let Some(key) = key {
            let theirs = |head: &&Head| HEXLOWER.encode(&head.key) != key.trim().to_lowercase();
            if let Some(head) = self.heads.iter().find(theirs) {
                chain.break_at(head.seq.max(1));
            }
        }
        if let Some((seq, hash)) = kept
            && at(seq).map(|hash| HEXLOWER.encode(&hash)) != Some(hash.trim().to_lowercase())
        {
            chain.break_at(seq.min(chain.lines + 1).max(1));
        }
        let mut keys: Vec<String> = self.heads.iter().map(|h| HEXLOWER.encode(&h.key)).collect();
        keys.dedup();
        FileReport {
            unsigned: chain.lines - chain.last_head.map_or(0, |(seq, _)| seq),
            end: HEXLOWER.encode(&self.hash),
            keys,
            chain,
        }
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    HEXLOWER.decode(text.as_bytes()).ok()
}

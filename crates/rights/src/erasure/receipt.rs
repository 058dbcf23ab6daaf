//! A receipt that tells what was destroyed, and when, without telling whom it was about.

use data_encoding::{BASE32_NOPAD, HEXLOWER};
use serde::{Deserialize, Serialize};
use store::{Db, StoreError, bytes, plain};
use values::Moment;
use vault::{Vault, VaultError};

use crate::requests::sql;

/// What became of one category, as the answer and the receipt have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    /// The category's name.
    pub category: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// Read back, not planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub(crate) enum Outcome {
    /// The key is gone: looked for, and not found.
    Destroyed,
    /// Kept, locked, by a rule.
    Kept {
        rule: String,
        purpose: String,
        until: i64,
    },
    /// Kept by a hold.
    Held { reason: String, review_on: String },
    /// Still there although it should not be; the chore goes on with it.
    Unfinished,
    /// Was kept back, and serves something new by now.
    InUse,
}

/// The same of several subjects of one person is said once.
pub(crate) fn said_once(lines: Vec<Line>) -> Vec<Line> {
    let mut once: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        if !once.contains(&line) {
            once.push(line);
        }
    }
    once
}

/// A receipt as it is shown.
#[derive(Clone, Debug)]
pub(crate) struct Receipt {
    pub seq: i64,
    pub at: Moment,
    pub lines: Vec<Line>,
    /// The end of its hash, for reading aloud.
    pub mark: String,
    /// Whether it and the one before it in the chain are as they were written.
    pub whole: bool,
}

/// What the hash of a receipt that follows another is made for.
const FOLLOWS: &str = "receipt_follows";

/// Characters of a code: 125 bits.
const CODE: usize = 25;

/// A new code, in groups that can be read aloud: `ABCDE-FGHIJ-…`.
pub(crate) fn new_code(vault: &Vault) -> String {
    let code = BASE32_NOPAD.encode(&vault.world().secret());
    let groups: Vec<&str> = (0..CODE / 5)
        .filter_map(|at| code.get(at * 5..at * 5 + 5))
        .collect();
    groups.join("-")
}

fn bare(code: &str) -> Option<String> {
    let bare: String = code
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect();
    (bare.len() == CODE).then_some(bare)
}

fn link(vault: &Vault, seq: i64, at: i64, body: &str, previous: &[u8]) -> Vec<u8> {
    let mut content = Vec::with_capacity(64 + body.len());
    content.extend_from_slice(&seq.to_le_bytes());
    content.extend_from_slice(&at.to_le_bytes());
    content.extend_from_slice(&(previous.len() as u64).to_le_bytes());
    content.extend_from_slice(previous);
    content.extend_from_slice(body.as_bytes());
    vault.tag_code("receipt_chain", &content).hash().to_vec()
}

/// A receipt ready for the transaction.
#[derive(Clone)]
pub(crate) struct Draft {
    vault: Vault,
    tag: Vec<u8>,
    at: Moment,
    body: String,
}

impl Draft {
    pub(crate) fn new(vault: &Vault, code: &str, lines: &[Line], at: Moment) -> Self {
        let tag = vault.tag_code("receipt", bare(code).unwrap_or_default().as_bytes());
        Self {
            vault: vault.clone(),
            tag: tag.hash().to_vec(),
            at,
            body: serde_json::to_string(lines).unwrap_or_default(),
        }
    }

    /// One that follows another, under the same code: what was not done then is done now.
    pub(crate) fn following(vault: &Vault, first: &[u8], lines: &[Line], at: Moment) -> Self {
        Self {
            tag: vault.tag_code(FOLLOWS, first).hash().to_vec(),
            ..Self::new(vault, "", lines, at)
        }
    }

    /// Its keyed hash.
    pub(crate) fn tag(&self) -> &[u8] {
        &self.tag
    }

    /// Adds it to the end of the chain.
    pub(crate) fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        let last = db.opt(&sql::RECEIPT_LAST, &[])?;
        let (seq, previous) = match &last {
            Some(row) => (row.i64("seq")? + 1, row.bytes("hash")?.to_vec()),
            None => (1, Vec::new()),
        };
        let hash = link(&self.vault, seq, self.at.millis(), &self.body, &previous);
        let values = [
            seq.into(),
            bytes(self.tag.as_slice()),
            self.at.millis().into(),
            plain(self.body.as_str()),
            bytes(previous),
            bytes(hash),
        ];
        db.exec(&sql::RECEIPT_ADD, &values).map(|_| ())
    }
}

/// The receipt of a code, if there is one, and the one that followed it when the rest was done.
pub(crate) async fn find(
    vault: &Vault,
    code: &str,
) -> Result<Option<(Receipt, Option<Receipt>)>, VaultError> {
    let Some(code) = bare(code) else {
        return Ok(None);
    };
    let tag = vault.tag_code("receipt", code.as_bytes());
    let Some(first) = one(vault, tag.hash().to_vec()).await? else {
        return Ok(None);
    };
    let follows = vault.tag_code(FOLLOWS, tag.hash().as_slice());
    let then = one(vault, follows.hash().to_vec()).await?;
    Ok(Some((first, then)))
}

async fn one(vault: &Vault, tag: Vec<u8>) -> Result<Option<Receipt>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let Some(row) = db.opt(&sql::RECEIPT, &[bytes(tag)])? else {
            return Ok(None);
        };
        let before = db.opt(&sql::RECEIPT_BEFORE, &[row.i64("seq")?.into()])?;
        Ok(Some((row, before)))
    };
    let Some((row, before)) = vault.store().read(read).await? else {
        return Ok(None);
    };
    let (seq, at, body) = (row.i64("seq")?, row.i64("at")?, row.text("body")?);
    let (previous, hash) = (row.bytes("previous")?, row.bytes("hash")?);
    let fits = before.map_or(Ok(Vec::new()), |row| row.bytes("hash").map(<[u8]>::to_vec))?;
    Ok(Some(Receipt {
        seq,
        at: Moment::from_millis(at),
        lines: serde_json::from_str(body).unwrap_or_default(),
        mark: HEXLOWER.encode(hash.get(..8).unwrap_or_default()),
        whole: fits == previous && link(vault, seq, at, body, previous) == hash,
    }))
}

//! The log's notary: a key pair of its own in the custody, and the heads it has signed there.
//!
//! A head says "at this instant the log ended with this line". It lies outside the database, in
//! `log.heads` beside the tenant key, so that lines cut off in the database together with the row that
//! counts them are missed. The public key is no secret: whoever has it checks a file of the log alone.

use std::{
    fs::{self, File, OpenOptions},
    io::Write,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use data_encoding::HEXLOWER;
use values::{Chance, Moment};
use zeroize::Zeroizing;

use crate::VaultError;

const KEY_FILE: &str = "log.key";
const HEADS_FILE: &str = "log.heads";
const HEADING: &str = "karosseri log key 1";

/// What a head is signed for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum HeadKind {
    /// The log ended here.
    Head,
    /// A backup was restored: the log goes on from here, and what came after was lost.
    Restored,
}

impl HeadKind {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Restored => "restored",
        }
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        [Self::Head, Self::Restored]
            .into_iter()
            .find(|kind| kind.as_str() == name)
    }
}

/// The end of the log at an instant, signed.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) kind: HeadKind,
    pub(crate) seq: i64,
    pub(crate) at: Moment,
    pub(crate) hash: [u8; 32],
    pub(crate) key: Vec<u8>,
    pub(crate) signature: Vec<u8>,
}

impl Head {
    fn words(&self, tenant: &[u8]) -> String {
        format!(
            "karosseri log head 1|{}|{}|{}|{}|{}",
            HEXLOWER.encode(tenant),
            self.kind.as_str(),
            self.seq,
            self.at.millis(),
            HEXLOWER.encode(&self.hash),
        )
    }

    /// Whether the signature is its key's.
    pub(crate) fn signed(&self, tenant: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, &self.key)
            .verify(self.words(tenant).as_bytes(), &self.signature)
            .is_ok()
    }

    fn line(&self, tenant: &[u8]) -> String {
        format!(
            "{} {} {} {} {} {} {}\n",
            HEXLOWER.encode(tenant),
            self.kind.as_str(),
            self.seq,
            self.at.millis(),
            HEXLOWER.encode(&self.hash),
            HEXLOWER.encode(&self.key),
            HEXLOWER.encode(&self.signature),
        )
    }

    fn parse(line: &str) -> Option<Self> {
        let mut parts = line.split(' ');
        let kind = HeadKind::from_name(parts.next()?)?;
        let seq = parts.next()?.parse().ok()?;
        let at = Moment::from_millis(parts.next()?.parse().ok()?);
        let mut hex = || HEXLOWER.decode(parts.next()?.as_bytes()).ok();
        Some(Self {
            kind,
            seq,
            at,
            hash: hex()?.try_into().ok()?,
            key: hex()?,
            signature: hex()?,
        })
    }
}

/// The key pair, and where its heads lie.
pub(crate) struct Notary {
    pair: Ed25519KeyPair,
    heads: PathBuf,
}

impl Notary {
    /// The notary of a custody folder; one is made where there is none.
    pub(crate) fn of(folder: &Path, chance: &dyn Chance) -> Result<Self, VaultError> {
        let path = folder.join(KEY_FILE);
        let failed = |e: std::io::Error| VaultError::custody(&path, &e);
        if !path.exists() {
            let mut seed = Zeroizing::new([0_u8; 32]);
            chance.fill(&mut *seed);
            let hex = Zeroizing::new(HEXLOWER.encode(&*seed));
            let text = Zeroizing::new(format!("{HEADING}\nseed {}\n", *hex));
            let mut file = OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&path)
                .map_err(failed)?;
            file.write_all(text.as_bytes()).map_err(failed)?;
            file.sync_all().map_err(failed)?;
            sync_folder(folder).map_err(failed)?;
        }
        let text = Zeroizing::new(fs::read_to_string(&path).map_err(failed)?);
        let seed = text
            .strip_prefix(HEADING)
            .and_then(|rest| rest.trim().strip_prefix("seed "))
            .and_then(|hex| HEXLOWER.decode(hex.trim().as_bytes()).ok())
            .map(Zeroizing::new)
            .ok_or_else(|| VaultError::KeyFileUnreadable(path.clone()))?;
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed)
            .map_err(|_| VaultError::KeyFileUnreadable(path.clone()))?;
        Ok(Self {
            pair,
            heads: folder.join(HEADS_FILE),
        })
    }

    /// The public key.
    pub(crate) fn public(&self) -> Vec<u8> {
        self.pair.public_key().as_ref().to_vec()
    }

    /// Signs a head and lays it down, synced.
    pub(crate) fn sign(
        &self,
        tenant: &[u8],
        kind: HeadKind,
        (seq, hash): (i64, [u8; 32]),
        at: Moment,
    ) -> Result<Head, VaultError> {
        let mut head = Head {
            kind,
            seq,
            at,
            hash,
            key: self.public(),
            signature: Vec::new(),
        };
        head.signature = self
            .pair
            .sign(head.words(tenant).as_bytes())
            .as_ref()
            .to_vec();
        let failed = |e: std::io::Error| VaultError::custody(&self.heads, &e);
        let is_new = !self.heads.exists();
        let mut file = OpenOptions::new()
            .append(true)
            .create(true)
            .mode(0o600)
            .open(&self.heads)
            .map_err(failed)?;
        // Released when the file is closed.
        file.lock().map_err(failed)?;
        file.write_all(head.line(tenant).as_bytes())
            .map_err(failed)?;
        file.sync_all().map_err(failed)?;
        if is_new && let Some(folder) = self.heads.parent() {
            sync_folder(folder).map_err(failed)?;
        }
        Ok(head)
    }

    /// Every head of a tenant, the oldest first. A last line without its end was never acknowledged.
    pub(crate) fn heads(&self, tenant: &[u8]) -> Result<Vec<Head>, VaultError> {
        if !self.heads.exists() {
            return Ok(Vec::new());
        }
        let text =
            fs::read_to_string(&self.heads).map_err(|e| VaultError::custody(&self.heads, &e))?;
        let whole = text.rfind('\n').map_or("", |end| &text[..=end]);
        let ours = format!("{} ", HEXLOWER.encode(tenant));
        let lines = whole.lines().filter_map(|line| line.strip_prefix(&ours));
        let heads = lines.map(Head::parse).collect::<Option<Vec<_>>>();
        heads.ok_or(VaultError::Corrupt("log heads"))
    }
}

fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

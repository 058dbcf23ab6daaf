//! The tenant key outside the database, and the ledger of what was destroyed.
//!
//! A custody is a folder that only the controllers' own account can read. It holds the tenant key
//! (mode 0600) and the erasure ledger; neither is ever in the database or in a backup of it, so a
//! copy of the data alone opens nothing, and an old copy cannot bring anybody back.

use std::{
    fs::{self, File, OpenOptions},
    io::{Read, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::PathBuf,
};

use data_encoding::HEXLOWER;
use values::{Chance, Moment, StrandId};
use zeroize::Zeroizing;

use crate::{VaultError, cipher::Key};

const KEY_FILE: &str = "tenant.key";
const NEXT_FILE: &str = "tenant.key.next";
const LEDGER_FILE: &str = "erased.ledger";
const HEADING: &str = "karosseri tenant key 1";

/// The tenant key of one generation.
pub(crate) struct TenantKey {
    pub(crate) generation: i64,
    pub(crate) key: Key,
}

impl TenantKey {
    /// A short public name of the key, so that people can say which one is meant.
    pub(crate) fn fingerprint(&self) -> String {
        let hash = self.key.hash(&[b"fingerprint"]);
        let hex = HEXLOWER.encode(&hash[..4]);
        format!("{}-{}", &hex[..4], &hex[4..])
    }
}

/// Where the tenant key and the ledger lie.
#[derive(Clone, Debug)]
pub struct Custody {
    folder: PathBuf,
}

impl Custody {
    /// A custody in a folder, which is made (0700) if it is not there.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn folder(folder: impl Into<PathBuf>) -> Result<Self, VaultError> {
        let folder = folder.into();
        if !folder.is_dir() {
            fs::create_dir_all(&folder).map_err(|e| VaultError::custody(&folder, &e))?;
            let closed = fs::Permissions::from_mode(0o700);
            fs::set_permissions(&folder, closed).map_err(|e| VaultError::custody(&folder, &e))?;
        }
        Ok(Self { folder })
    }

    /// Whether there is a tenant key here.
    #[must_use]
    pub fn has_key(&self) -> bool {
        self.folder.join(KEY_FILE).exists()
    }

    pub(crate) fn create_key(&self, chance: &dyn Chance) -> Result<TenantKey, VaultError> {
        let made = TenantKey {
            generation: 1,
            key: Key::random(chance),
        };
        self.write_key(KEY_FILE, &made)?;
        Ok(made)
    }

    /// The key, and the next one if a rotation was cut short.
    pub(crate) fn keys(&self) -> Result<(TenantKey, Option<TenantKey>), VaultError> {
        let present = self.read_key(KEY_FILE)?;
        let next = self.folder.join(NEXT_FILE);
        let next = if next.exists() {
            Some(self.read_key(NEXT_FILE)?)
        } else {
            None
        };
        Ok((present, next))
    }

    pub(crate) fn prepare_next(&self, next: &TenantKey) -> Result<(), VaultError> {
        let path = self.folder.join(NEXT_FILE);
        if path.exists() {
            fs::remove_file(&path).map_err(|e| VaultError::custody(&path, &e))?;
        }
        self.write_key(NEXT_FILE, next)
    }

    /// The next key becomes the key; the old one is overwritten first, then replaced.
    pub(crate) fn promote_next(&self) -> Result<(), VaultError> {
        let (old, next) = (self.folder.join(KEY_FILE), self.folder.join(NEXT_FILE));
        let failed = |e: std::io::Error| VaultError::custody(&old, &e);
        let length = fs::metadata(&old).map_err(failed)?.len() as usize;
        let mut file = OpenOptions::new().write(true).open(&old).map_err(failed)?;
        file.write_all(&vec![b'0'; length]).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        fs::rename(&next, &old).map_err(failed)?;
        self.sync_folder()
    }

    fn write_key(&self, name: &str, key: &TenantKey) -> Result<(), VaultError> {
        let path = self.folder.join(name);
        let failed = |e: std::io::Error| VaultError::custody(&path, &e);
        let text = Zeroizing::new(format!(
            "{HEADING}\ngeneration {}\nfingerprint {}\nkey {}\n",
            key.generation,
            key.fingerprint(),
            *Zeroizing::new(HEXLOWER.encode(key.key.bytes())),
        ));
        // create_new: a key that is there is never overwritten.
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)
            .map_err(failed)?;
        file.write_all(text.as_bytes()).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        self.sync_folder()
    }

    fn read_key(&self, name: &str) -> Result<TenantKey, VaultError> {
        let path = self.folder.join(name);
        let failed = |e: std::io::Error| VaultError::custody(&path, &e);
        let mode = fs::metadata(&path).map_err(failed)?.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(VaultError::KeyFileOpen { path, mode });
        }
        let mut text = Zeroizing::new(String::new());
        File::open(&path)
            .map_err(failed)?
            .read_to_string(&mut text)
            .map_err(failed)?;
        parse_key(&text).ok_or(VaultError::KeyFileUnreadable(path))
    }

    fn sync_folder(&self) -> Result<(), VaultError> {
        File::open(&self.folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|e| VaultError::custody(&self.folder, &e))
    }

    pub(crate) fn ledger(&self) -> Ledger {
        Ledger {
            path: self.folder.join(LEDGER_FILE),
        }
    }
}

fn parse_key(text: &str) -> Option<TenantKey> {
    let mut lines = text.lines();
    if lines.next()? != HEADING {
        return None;
    }
    let (mut generation, mut key) = (None, None);
    for line in lines {
        match line.split_once(' ') {
            Some(("generation", number)) => generation = number.parse().ok(),
            Some(("key", hex)) => {
                let bytes = Zeroizing::new(HEXLOWER.decode(hex.trim().as_bytes()).ok()?);
                key = Key::from_slice(&bytes).ok();
            }
            _ => {}
        }
    }
    Some(TenantKey {
        generation: generation?,
        key: key?,
    })
}

/// What was destroyed, in order: strand ids and instants, nothing else. It is written and synced
/// before a key is destroyed, and replayed on every start, so that neither a crash nor an old
/// backup brings anybody back.
pub(crate) struct Ledger {
    path: PathBuf,
}

impl Ledger {
    pub(crate) fn append(&self, strands: &[StrandId], at: Moment) -> Result<(), VaultError> {
        let failed = |e: std::io::Error| VaultError::custody(&self.path, &e);
        let mut lines = String::with_capacity(strands.len() * 36);
        for strand in strands {
            lines.push_str(&format!("erased {} {}\n", strand.get(), at.millis()));
        }
        let whole = self.length()?;
        let mut file = OpenOptions::new()
            .append(true)
            .create(true)
            .mode(0o600)
            .open(&self.path)
            .map_err(failed)?;
        if file.metadata().map_err(failed)?.len() > whole {
            file.set_len(whole).map_err(failed)?;
        }
        file.write_all(lines.as_bytes()).map_err(failed)?;
        file.sync_data().map_err(failed)
    }

    /// Length of the acknowledged part, in bytes.
    pub(crate) fn length(&self) -> Result<u64, VaultError> {
        Ok(self.whole()?.len() as u64)
    }

    /// The strands destroyed after the first `seen` bytes were written, and the present length.
    pub(crate) fn since(&self, seen: u64) -> Result<(Vec<(StrandId, Moment)>, u64), VaultError> {
        let text = self.whole()?;
        let length = text.len() as u64;
        let Some(new) = usize::try_from(seen).ok().and_then(|seen| text.get(seen..)) else {
            return Err(VaultError::LedgerShort(self.path.clone()));
        };
        let strands = new.lines().filter_map(|line| {
            let (id, at) = line.strip_prefix("erased ")?.split_once(' ')?;
            Some((id.parse().ok()?, Moment::from_millis(at.parse().ok()?)))
        });
        Ok((strands.collect(), length))
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

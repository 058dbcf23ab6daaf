//! The tenant key outside the database, and the ledger of what was destroyed.
//!
//! A custody is a folder that only the controllers' own account can read. It holds the tenant key
//! (mode 0600) and the erasure ledger; neither is ever in the database or in a backup of it, so a
//! copy of the data alone opens nothing, and an old copy cannot bring anybody back.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{Read, Write},
    os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt},
    path::PathBuf,
    time::Duration,
};

use data_encoding::HEXLOWER;
use values::Chance;
use zeroize::Zeroizing;

use crate::{VaultError, cipher::Key, ledger::Ledger};

const KEY_FILE: &str = "tenant.key";
const NEXT_FILE: &str = "tenant.key.next";
const OLD_FILE: &str = "tenant.key.old";
const LOCK_FILE: &str = "custody.lock";
const LEDGER_FILE: &str = "erased.ledger";
const HEADING: &str = "karosseri tenant key 1";

/// How long somebody who wants the custody alone waits for another.
const LOCK_TRIES: u32 = 100;
const LOCK_PAUSE: Duration = Duration::from_millis(30);

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
        // It may be promoted by another process at any instant.
        let next = match self.read_key(NEXT_FILE) {
            Err(_) if !self.folder.join(NEXT_FILE).exists() => None,
            next => Some(next?),
        };
        Ok((present, next))
    }

    /// Lays the next key beside the present one. A next key that is there was never taken into
    /// use: [`crate::keys::right_key`] would have promoted it.
    pub(crate) fn prepare_next(&self, next: &TenantKey) -> Result<(), VaultError> {
        let path = self.folder.join(NEXT_FILE);
        if path.exists() {
            self.wipe(NEXT_FILE)?;
        }
        self.write_key(NEXT_FILE, next)
    }

    /// The next key becomes the key in one step; the old one is overwritten after that, so that at
    /// every instant a whole key lies under the key's name.
    pub(crate) fn promote_next(&self) -> Result<(), VaultError> {
        let [key, next, old] = [KEY_FILE, NEXT_FILE, OLD_FILE].map(|name| self.folder.join(name));
        let failed = |e: std::io::Error| VaultError::custody(&key, &e);
        self.tidy()?;
        fs::hard_link(&key, &old).map_err(failed)?;
        fs::rename(&next, &key).map_err(failed)?;
        self.sync_folder()?;
        self.tidy()
    }

    /// Wipes what a rotation has left of the old key.
    pub(crate) fn tidy(&self) -> Result<(), VaultError> {
        let (key, old) = (self.folder.join(KEY_FILE), self.folder.join(OLD_FILE));
        let Ok(left) = fs::metadata(&old) else {
            return Ok(());
        };
        // Cut short before the change: the same file under two names.
        if fs::metadata(&key).is_ok_and(|key| key.ino() == left.ino()) {
            return fs::remove_file(&old).map_err(|e| VaultError::custody(&old, &e));
        }
        self.wipe(OLD_FILE)
    }

    /// Overwrites a file, then removes it.
    fn wipe(&self, name: &str) -> Result<(), VaultError> {
        let path = self.folder.join(name);
        let failed = |e: std::io::Error| VaultError::custody(&path, &e);
        let length = fs::metadata(&path).map_err(failed)?.len() as usize;
        let mut file = OpenOptions::new().write(true).open(&path).map_err(failed)?;
        file.write_all(&vec![b'0'; length]).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        fs::remove_file(&path).map_err(failed)?;
        self.sync_folder()
    }

    /// Alone with the custody, among tasks and processes, until the answer is dropped: keys are made
    /// and turned over by one at a time.
    pub(crate) fn lock(&self) -> Result<File, VaultError> {
        let path = self.folder.join(LOCK_FILE);
        let failed = |e: std::io::Error| VaultError::custody(&path, &e);
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(&path)
            .map_err(failed)?;
        for _ in 0..LOCK_TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) => std::thread::sleep(LOCK_PAUSE),
                Err(TryLockError::Error(e)) => return Err(failed(e)),
            }
        }
        Err(VaultError::CustodyBusy(self.folder.clone()))
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

    /// Whoever signs the ends of the opening log; made at the first start.
    pub(crate) fn notary(&self, chance: &dyn Chance) -> Result<crate::notary::Notary, VaultError> {
        let _alone = self.lock()?;
        crate::notary::Notary::of(&self.folder, chance)
    }

    fn sync_folder(&self) -> Result<(), VaultError> {
        File::open(&self.folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|e| VaultError::custody(&self.folder, &e))
    }

    /// A further file of the custody.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
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
    let (mut generation, mut key, mut name) = (None, None, None);
    for line in lines {
        match line.split_once(' ') {
            Some(("generation", number)) => generation = number.parse().ok(),
            Some(("fingerprint", text)) => name = Some(text.trim()),
            Some(("key", hex)) => {
                let bytes = Zeroizing::new(HEXLOWER.decode(hex.trim().as_bytes()).ok()?);
                key = Key::from_slice(&bytes).ok();
            }
            _ => {}
        }
    }
    let made = TenantKey {
        generation: generation?,
        key: key?,
    };
    // A bent digit would be another key: the name says which one this is.
    (made.fingerprint() == name?).then_some(made)
}

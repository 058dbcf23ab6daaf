//! What can go wrong in the vault, in words that carry no personal data.

use std::path::{Path, PathBuf};

use store::StoreError;

use crate::Refusal;

/// Ids are made of the instant and 22 random bits: among thousands in one millisecond two may be the
/// same. The second row is refused and made again.
const SAME_ID: &[&str] = &[
    "subject__id",
    "record__id",
    "consent__id",
    "hold__id",
    "disclosure__id",
];

/// Every failure of the vault.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The judge said no.
    #[error("not permitted: {0}")]
    Refused(#[from] Refusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The bytes do not open here: another key, another place, or bent.
    #[error("a sealed record does not open: another key or another place")]
    DoesNotOpen,
    /// A format is not one this program writes.
    #[error("stored data is not readable ({0})")]
    Corrupt(&'static str),
    /// The permit is for something else, or too old.
    #[error("the permit does not cover this ({0})")]
    PermitDoesNotCover(&'static str),
    /// There is no such subject or strand: never was, or forgotten.
    #[error("there is nothing here any more")]
    Gone,
    /// A rule named by the declaration is not in the rule table.
    #[error("the rule table has no rule `{0}` for that day")]
    RuleMissing(String),
    /// The key file can be read by others.
    #[error("{path} can be read by others (mode {mode:o}): run chmod 600 on it and start again", path = path.display())]
    KeyFileOpen {
        /// The file.
        path: PathBuf,
        /// Its mode.
        mode: u32,
    },
    /// The key file is not one of ours.
    #[error("{path} is not a tenant key file; it was left as it is", path = .0.display())]
    KeyFileUnreadable(PathBuf),
    /// There is data but no key.
    #[error(
        "the data here needs tenant key {wanted} (generation {generation}), and the custody has none; put the key file back. Nothing was changed"
    )]
    KeyMissing {
        /// The key's fingerprint.
        wanted: String,
        /// Its generation.
        generation: i64,
    },
    /// The key is another one.
    #[error(
        "wrong key: the data here needs tenant key {wanted} (generation {generation}), the custody holds {found}. Nothing was changed"
    )]
    WrongKey {
        /// Fingerprint of the key the data needs.
        wanted: String,
        /// Its generation.
        generation: i64,
        /// Fingerprint of the key that was found.
        found: String,
    },
    /// A backup from before the last rotation of the tenant key cannot be opened.
    #[error(
        "this data is from tenant key generation {data}, the custody is at {custody}: a backup from before a key rotation is refused, since people forgotten since then would come back"
    )]
    BackupTooOld {
        /// The data's generation.
        data: i64,
        /// The custody's generation.
        custody: i64,
    },
    /// The erasure ledger is shorter than the database remembers.
    #[error("{path} has lost lines the database has already seen: put the erasure ledger back beside the key. Nothing was changed", path = .0.display())]
    LedgerShort(PathBuf),
    /// The ledger of noes is shorter than the database remembers.
    #[error("{path} has lost lines the database has already seen: put the ledger of noes back beside the key. Nothing was changed", path = .0.display())]
    NoesShort(PathBuf),
    /// A backup from before the first no that is still known outside.
    #[error(
        "this data is older than a backup may be (rule backup-age): who has said no since then is no longer known, so nobody could be written to without doing them wrong. Nothing was changed"
    )]
    BackupBeforeNoes,
    /// Another process is making or turning over the keys.
    #[error("{path}: another process is making or turning over the keys; try again", path = .0.display())]
    CustodyBusy(PathBuf),
    /// A reader is stopped in front of a permit; the page asks, or says why not.
    #[error(transparent)]
    Paused(#[from] crate::Pause),
    /// The opening log does not fit its key, so that it cannot be brought into its new form.
    #[error(
        "line {0} of the opening log does not fit: it was changed. Nothing was done; put back a backup from before, or move the log aside after a breach has been assessed"
    )]
    LogChanged(i64),
    /// The custody folder failed.
    #[error("{path}: {reason}", path = path.display())]
    Custody {
        /// File or folder.
        path: PathBuf,
        /// The system's word for it.
        reason: String,
    },
}

impl VaultError {
    pub(crate) fn custody(path: &Path, error: &std::io::Error) -> Self {
        Self::Custody {
            path: path.to_owned(),
            reason: error.to_string(),
        }
    }

    /// Whether two writers met (a strand or a look-up was made at the same time by another, the strand
    /// changed since it was judged, two ids fell together): do the whole thing again.
    #[must_use]
    pub fn is_race(&self) -> bool {
        match self {
            Self::Store(StoreError::Unique(index)) => {
                index.starts_with("strand__")
                    || index.starts_with("blind__")
                    || SAME_ID.contains(&index.as_str())
            }
            Self::Store(StoreError::Refused(reason)) => *reason == crate::STRAND_CHANGED,
            _ => false,
        }
    }
}

//! The folder, looked at again when somebody reads a page.

use std::{
    path::PathBuf,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicI64, Ordering},
    },
};

use values::Moment;

use super::{Library, read::stamp};

/// How long a change in the folder may go unseen.
const LOOK_MS: i64 = 2_000;

/// The folder and what was read of it last.
#[derive(Debug, Default)]
pub(crate) struct Watched {
    folder: Option<PathBuf>,
    companies: Vec<String>,
    now: RwLock<Arc<Library>>,
    looked: AtomicI64,
}

impl Watched {
    /// Reads the folder.
    pub fn new(folder: PathBuf, companies: Vec<String>) -> Self {
        let library = Library::read(&folder, &companies);
        for finding in &library.findings {
            tracing::warn!(%finding, "site folder");
        }
        Self {
            now: RwLock::new(Arc::new(library)),
            folder: Some(folder),
            companies,
            looked: AtomicI64::new(0),
        }
    }

    /// As it was read last.
    pub fn library(&self) -> Arc<Library> {
        self.now
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// As it is now; the folder is looked at at most every two seconds.
    pub async fn fresh(&self, now: Moment) -> Arc<Library> {
        let last = self.looked.load(Ordering::Relaxed);
        let due = (now.millis() - last).abs() >= LOOK_MS;
        let mine = due
            && self
                .looked
                .compare_exchange(last, now.millis(), Ordering::Relaxed, Ordering::Relaxed)
                .is_ok();
        let library = self.library();
        let Some(folder) = self.folder.clone().filter(|_| mine) else {
            return library;
        };
        let (companies, was) = (self.companies.clone(), library.stamp);
        let read = tokio::task::spawn_blocking(move || {
            (stamp(&folder) != was).then(|| Library::read(&folder, &companies))
        });
        match read.await {
            Ok(Some(read)) => self.take(read),
            // A folder that cannot be looked at is shown as it was.
            _ => library,
        }
    }

    fn take(&self, read: Library) -> Arc<Library> {
        for finding in &read.findings {
            tracing::warn!(%finding, "site folder");
        }
        let read = Arc::new(read);
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = read.clone();
        read
    }
}

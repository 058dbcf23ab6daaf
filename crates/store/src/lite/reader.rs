//! Readers: a few connections of their own, each closure on one snapshot.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;
use tokio::sync::Semaphore;

use super::{Cache, Session, connect, translate};
use crate::outside::Runs;
use crate::work::guarded;
use crate::{Db, StoreError};

/// Few, because each has a page cache of its own.
const READERS: usize = 4;

struct Reader {
    connection: Connection,
    cache: Cache,
}

/// The reading connections of a file, opened when first needed.
pub(crate) struct Readers {
    path: PathBuf,
    turns: Semaphore,
    idle: Mutex<Vec<Reader>>,
}

impl Readers {
    pub(crate) fn new(path: PathBuf) -> Self {
        Self {
            path,
            turns: Semaphore::new(READERS),
            idle: Mutex::new(Vec::new()),
        }
    }

    /// Waits for a turn, then runs the closure where it is called: a customer page takes less
    /// time than handing it to another thread.
    pub(crate) async fn run<T>(
        &self,
        closure: impl FnOnce(&mut dyn Db) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let _turn = self.turns.acquire().await.map_err(|_| StoreError::Lost)?;
        self.now(closure)
    }

    /// Runs the closure at once, beside the turns: for threads that may block.
    pub(crate) fn now<T>(
        &self,
        closure: impl FnOnce(&mut dyn Db) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let idle = self.lock().pop();
        let mut reader = match idle {
            Some(reader) => reader,
            None => Reader {
                connection: connect(&self.path, true)?,
                cache: Cache::default(),
            },
        };
        let answer = reader.snapshot(closure);
        let mut idle = self.lock();
        if idle.len() < READERS {
            idle.push(reader);
        }
        answer
    }

    /// Closes the idle connections.
    pub(crate) fn close(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Reader>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reader {
    fn snapshot<T>(
        &mut self,
        closure: impl FnOnce(&mut dyn Db) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let step = |text: &str| {
            self.connection
                .prepare_cached(text)
                .and_then(|mut statement| statement.raw_execute())
                .map_err(|error| translate("read", &error))
        };
        step("BEGIN")?;
        let mut session = Session::new(&self.connection, &mut self.cache, Runs::default());
        let answer = guarded(|| closure(&mut session));
        let answer = session.verdict(answer);
        step("COMMIT")?;
        answer
    }
}

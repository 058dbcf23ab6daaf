//! SQLite: one file, one writer thread, a few readers.

mod error;
mod reader;
pub(crate) mod schema;
mod session;
mod writer;

use std::fs::{DirBuilder, OpenOptions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, config::DbConfig};
use tokio::sync::{oneshot, watch};

pub(crate) use error::translate;
pub(crate) use reader::Readers;
pub(crate) use session::{Cache, Session};
use writer::{Command, Writer};

use crate::outside::Listener;
use crate::work::Work;
use crate::{Migration, StoreError};

/// Name of the database file in its folder.
pub(crate) const FILE: &str = "karosseri.db";

/// Before this version two connections could damage the file while one reset the journal.
const OLDEST: i32 = 3_051_003;

/// How much waits and how much shares a commit.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    /// Waiting transactions before the store answers `Busy`.
    pub(crate) queue: usize,
    /// Closures in one commit at most; SQLite only.
    pub(crate) group: usize,
}

impl Limits {
    pub(crate) const USUAL: Self = Self {
        queue: 1024,
        group: 256,
    };
}

/// An open SQLite tenant.
pub(crate) struct Lite {
    pub(crate) path: PathBuf,
    pub(crate) readers: Readers,
    commands: SyncSender<Command>,
}

impl Lite {
    /// Opens the file in `folder`, brings its schema up to date and starts the writer.
    pub(crate) fn open(
        folder: &Path,
        migrations: &[Migration],
        alarm: watch::Sender<u64>,
        listener: Arc<Listener>,
        limits: Limits,
    ) -> Result<Self, StoreError> {
        let version = rusqlite::version_number();
        if version < OLDEST {
            return Err(StoreError::Unusable(format!(
                "SQLite {version} is too old, {OLDEST} is needed"
            )));
        }
        let path = create(folder)?;
        let mut connection = connect(&path, false)?;
        schema::migrate(&mut connection, migrations)?;
        let (commands, inbox) = sync_channel(limits.queue);
        let writer = Writer::new(connection, inbox, alarm, listener, limits.group);
        std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || writer.run())
            .map_err(|error| StoreError::sql("open", error.to_string()))?;
        let readers = Readers::new(path.clone());
        Ok(Self {
            path,
            readers,
            commands,
        })
    }

    /// Queues a transaction; its answer comes through its own channel.
    pub(crate) fn submit(&self, work: Box<dyn Work>) {
        match self.commands.try_send(Command::Work(work)) {
            Ok(()) => {}
            Err(TrySendError::Full(Command::Work(work))) => work.finish(Err(StoreError::Busy)),
            Err(TrySendError::Disconnected(Command::Work(work))) => {
                work.finish(Err(StoreError::Lost));
            }
            Err(_) => {}
        }
    }

    /// One attempt to empty the journal; true when nothing of it is left.
    pub(crate) async fn truncate(&self) -> Result<bool, StoreError> {
        self.ask(Command::Truncate).await?
    }

    /// Ends the writer after what is queued and empties the journal.
    pub(crate) async fn close(&self) -> Result<(), StoreError> {
        self.ask(Command::Close).await
    }

    async fn ask<T>(
        &self,
        command: impl FnOnce(oneshot::Sender<T>) -> Command,
    ) -> Result<T, StoreError> {
        let (reply, answer) = oneshot::channel();
        let mut command = command(reply);
        loop {
            match self.commands.try_send(command) {
                Ok(()) => return answer.await.map_err(|_| StoreError::Lost),
                Err(TrySendError::Full(back)) => command = back,
                Err(TrySendError::Disconnected(_)) => return Err(StoreError::Lost),
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

/// Makes a folder that only its owner may enter.
pub(crate) fn create_folder(folder: &Path) -> Result<(), StoreError> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|error| StoreError::Unusable(format!("cannot use {}: {error}", folder.display())))
}

/// Makes folder and file readable for their owner alone.
fn create(folder: &Path) -> Result<PathBuf, StoreError> {
    let failed = |error: std::io::Error| {
        StoreError::Unusable(format!("cannot use {}: {error}", folder.display()))
    };
    create_folder(folder)?;
    let path = folder.join(FILE);
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .mode(0o600)
        .open(&path)
        .map_err(failed)?;
    // The names must last as well as what is written under them.
    std::fs::File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(failed)?;
    if let Some(above) = folder.parent().filter(|above| above.is_dir()) {
        std::fs::File::open(above)
            .and_then(|above| above.sync_all())
            .map_err(failed)?;
    }
    Ok(path)
}

/// A connection with every setting the house relies on; all of them hold per connection.
pub(crate) fn connect(path: &Path, reader: bool) -> Result<Connection, StoreError> {
    let open = || -> Result<Connection, rusqlite::Error> {
        let connection = Connection::open_with_flags(
            path,
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.set_prepared_statement_cache_capacity(256);
        // Without it every statement with `LIMIT $n` is compiled anew each time it is bound.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.execute_batch(
            "PRAGMA journal_mode = WAL;
             PRAGMA synchronous = FULL;
             PRAGMA foreign_keys = ON;
             PRAGMA secure_delete = ON;
             PRAGMA trusted_schema = OFF;
             PRAGMA temp_store = MEMORY;
             PRAGMA cache_size = -8000;
             PRAGMA journal_size_limit = 33554432;
             PRAGMA wal_autocheckpoint = 4000;",
        )?;
        if reader {
            connection.execute_batch("PRAGMA query_only = ON;")?;
        }
        Ok(connection)
    };
    open().map_err(|error| match translate("open", &error) {
        StoreError::Sql { message, .. } => {
            StoreError::Unusable(format!("cannot open {}: {message}", path.display()))
        }
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    #[test]
    fn a_statement_is_compiled_once() {
        let folder = tempfile::tempdir().unwrap();
        let connection = super::connect(&super::create(folder.path()).unwrap(), false).unwrap();
        connection
            .execute_batch("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER)")
            .unwrap();
        let text = "SELECT id FROM t WHERE a = ?1 ORDER BY id DESC LIMIT ?2";
        let mut statement = connection.prepare(text).unwrap();
        for limit in 1..5_i64 {
            statement.raw_bind_parameter(1, 7_i64).unwrap();
            statement.raw_bind_parameter(2, limit).unwrap();
            assert!(statement.raw_query().next().unwrap().is_none());
            statement.clear_bindings();
        }
        assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
    }
}

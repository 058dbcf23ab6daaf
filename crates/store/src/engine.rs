//! The store itself. The only file that asks which engine it is.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::backup::{self, BackupReport};
use crate::lite::{self, Limits, Lite};
use crate::outside::{Listener, Outside};
use crate::pg::{self, Pg};
use crate::sql::parameters;
use crate::work::pack;
use crate::{Db, Migration, Sql, StoreError, jobs};

/// Where a tenant's data lies.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// A folder with the SQLite file `karosseri.db` in it.
    Folder(PathBuf),
    /// A schema of a PostgreSQL server.
    Postgres {
        /// `postgres://user:password@host:port/database`
        url: String,
        /// The tenant's schema: a-z, 0-9 and `_`.
        schema: String,
    },
}

/// Shows no address, because an address may hold a password.
impl std::fmt::Debug for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Folder(path) => write!(f, "folder {}", path.display()),
            Self::Postgres { schema, .. } => write!(f, "PostgreSQL schema {schema}"),
        }
    }
}

/// One column of the real schema.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    /// Its table.
    pub table: String,
    /// Its name.
    pub name: String,
    /// `i64`, `text`, `bytes` or `bool`; the engine's own word for anything else.
    pub kind: String,
}

/// What [`Store::scrub`] did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scrubbed {
    /// Whether nothing overwritten or deleted is left in the files the engine can reach.
    pub clean: bool,
    /// How often it had to try.
    pub attempts: u32,
    /// In words, for the account of an erasure.
    pub what: String,
}

enum Engine {
    Lite(Lite),
    Pg(Pg),
}

struct Inner {
    engine: Engine,
    location: Location,
    migrations: Vec<Migration>,
    alarm: watch::Sender<u64>,
    listener: Arc<Listener>,
}

/// One tenant's database. Cheap to clone; all clones are the same store.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

/// Hears of jobs that became durable in this process.
pub struct Alarm(watch::Receiver<u64>);

impl Alarm {
    /// Waits for the next wake-up since the last call; one that came in between counts.
    /// False when the store is gone.
    pub async fn woken(&mut self) -> bool {
        self.0.changed().await.is_ok()
    }
}

/// The store's own tables, then those of the crates above, in the order given.
fn gathered(lists: &[&'static [Migration]]) -> Vec<Migration> {
    std::iter::once(jobs::MIGRATIONS)
        .chain(lists.iter().copied())
        .flatten()
        .copied()
        .collect()
}

impl Store {
    /// Opens a store and brings its schema up to date. Refuses data of a newer program.
    pub async fn open(
        location: &Location,
        migrations: &[&'static [Migration]],
    ) -> Result<Self, StoreError> {
        Self::open_with(location, migrations, Limits::USUAL).await
    }

    pub(crate) async fn open_with(
        location: &Location,
        migrations: &[&'static [Migration]],
        limits: Limits,
    ) -> Result<Self, StoreError> {
        let migrations = gathered(migrations);
        let (alarm, _) = watch::channel(0);
        let listener = Arc::new(Listener::default());
        let heard = Arc::clone(&listener);
        let engine = match location.clone() {
            Location::Folder(folder) => {
                let (steps, alarm) = (migrations.clone(), alarm.clone());
                Engine::Lite(
                    blocking(move || Lite::open(&folder, &steps, alarm, heard, limits)).await?,
                )
            }
            Location::Postgres { url, schema } => {
                let (alarm, queue) = (alarm.clone(), limits.queue);
                Engine::Pg(Pg::open(&url, &schema, &migrations, alarm, heard, queue).await?)
            }
        };
        Ok(Self {
            inner: Arc::new(Inner {
                engine,
                location: location.clone(),
                migrations,
                alarm,
                listener,
            }),
        })
    }

    /// Runs a closure in a serialisable transaction and answers when it is on disk. The closure
    /// may run more than once. An `Err` from it, or from any statement in it, undoes all of it.
    pub async fn write<T, F>(&self, closure: F) -> Result<T, StoreError>
    where
        F: FnMut(&mut dyn Db) -> Result<T, StoreError> + Send + 'static,
        T: Send + 'static,
    {
        let (work, answer) = pack(closure);
        match &self.inner.engine {
            Engine::Lite(lite) => lite.submit(work),
            Engine::Pg(pg) => pg.submit(work, true),
        }
        answer.await.unwrap_or(Err(StoreError::Lost))
    }

    /// Runs a closure on one snapshot. On SQLite it runs where it is called: keep it short,
    /// a page's worth of rows. For more there is [`Store::read_long`].
    pub async fn read<T, F>(&self, closure: F) -> Result<T, StoreError>
    where
        F: FnOnce(&mut dyn Db) -> Result<T, StoreError> + Send + 'static,
        T: Send + 'static,
    {
        match &self.inner.engine {
            Engine::Lite(lite) => lite.readers.run(closure).await,
            Engine::Pg(pg) => read_pg(pg, closure).await,
        }
    }

    /// The same for exports, sweeps and statistics: on a thread that may block.
    pub async fn read_long<T, F>(&self, closure: F) -> Result<T, StoreError>
    where
        F: FnOnce(&mut dyn Db) -> Result<T, StoreError> + Send + 'static,
        T: Send + 'static,
    {
        let this = self.clone();
        match &self.inner.engine {
            Engine::Lite(_) => {
                blocking(move || match &this.inner.engine {
                    Engine::Lite(lite) => lite.readers.now(closure),
                    Engine::Pg(_) => Err(StoreError::Lost),
                })
                .await
            }
            Engine::Pg(pg) => read_pg(pg, closure).await,
        }
    }

    /// The real schema, for the test that compares it with what is declared. Tables come in the
    /// order they were made; the store's own are `job` and `migration`.
    pub async fn columns(&self) -> Result<Vec<Column>, StoreError> {
        match &self.inner.engine {
            Engine::Lite(lite) => {
                let path = lite.path.clone();
                blocking(move || lite::schema::columns(&lite::connect(&path, true)?)).await
            }
            Engine::Pg(pg) => {
                let client = pg::connect(&pg.shared.config).await?;
                pg::schema::columns(&client, &pg.shared.schema).await
            }
        }
    }

    /// Prepares every statement on this engine, without running it, and checks that parameters
    /// are numbered without gaps. All faults are told at once.
    pub async fn prepare_all(&self, lists: &[&'static [Sql]]) -> Result<usize, StoreError> {
        let all: Vec<Sql> = lists.iter().copied().flatten().copied().collect();
        let mut faults = Vec::new();
        for sql in &all {
            if let Err(fault) = parameters(sql.text) {
                faults.push(format!("{}: {fault}", sql.name));
            }
        }
        let count = all.len();
        faults.extend(match &self.inner.engine {
            Engine::Lite(lite) => {
                let path = lite.path.clone();
                blocking(move || lite::schema::prepare_all(&path, &all)).await?
            }
            Engine::Pg(pg) => pg::schema::prepare_all(&pg.shared, &all).await?,
        });
        if faults.is_empty() {
            return Ok(count);
        }
        Err(StoreError::sql("prepare_all", faults.join("; ")))
    }

    /// Removes the bytes of what was deleted from the files. SQLite: overwritten at deletion,
    /// and the journal is emptied here. PostgreSQL: `tables` are vacuumed; journal and replicas
    /// keep old bytes until they turn over, which is why the tenant key does.
    pub async fn scrub(&self, tables: &[&'static str]) -> Result<Scrubbed, StoreError> {
        match &self.inner.engine {
            Engine::Lite(lite) => {
                for attempts in 1..=50 {
                    if lite.truncate().await? {
                        return Ok(Scrubbed {
                            clean: true,
                            attempts,
                            what: "freed pages overwritten, journal emptied".to_owned(),
                        });
                    }
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                Ok(Scrubbed {
                    clean: false,
                    attempts: 50,
                    what: "a reader kept the journal in use".to_owned(),
                })
            }
            Engine::Pg(pg) => pg::schema::vacuum(&pg.shared, tables).await,
        }
    }

    /// Writes everything into one file at `dest` while work goes on, checks the file against
    /// what was read, and only then gives it its name. The file has the same form from both
    /// engines, and [`restore`] reads it into either.
    pub async fn backup(&self, dest: &Path) -> Result<BackupReport, StoreError> {
        let (dest, steps) = (dest.to_owned(), self.inner.migrations.clone());
        match &self.inner.engine {
            Engine::Lite(lite) => {
                let path = lite.path.clone();
                blocking(move || backup::from_lite(&path, &dest)).await
            }
            Engine::Pg(pg) => {
                let shared = Arc::clone(&pg.shared);
                blocking(move || backup::from_pg(&shared, &dest, &steps)).await
            }
        }
    }

    /// From now on what some statements write is told outside the database as well; `None`: to nobody.
    pub fn tell(&self, outside: Option<Arc<dyn Outside>>) {
        self.inner.listener.set(outside);
    }

    /// Where this store lies.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.inner.location
    }

    /// Wakes the job workers of this process. [`jobs::enqueue`] does so by itself.
    pub fn wake(&self) {
        self.inner.alarm.send_modify(|count| *count += 1);
    }

    /// Waits for the next wake-up. A loop that must not miss one between two calls keeps an
    /// [`Alarm`] instead.
    pub async fn woken(&self) {
        self.alarm().woken().await;
    }

    /// Subscribes to wake-ups from now on.
    #[must_use]
    pub fn alarm(&self) -> Alarm {
        Alarm(self.inner.alarm.subscribe())
    }

    /// Finishes what is queued and closes; later calls on any clone answer `Lost`. Without it
    /// the last clone closes by itself a moment after it is dropped.
    pub async fn close(self) -> Result<(), StoreError> {
        match &self.inner.engine {
            Engine::Lite(lite) => {
                lite.readers.close();
                lite.close().await
            }
            Engine::Pg(pg) => {
                pg.close();
                Ok(())
            }
        }
    }
}

async fn read_pg<T, F>(pg: &Pg, closure: F) -> Result<T, StoreError>
where
    F: FnOnce(&mut dyn Db) -> Result<T, StoreError> + Send + 'static,
    T: Send + 'static,
{
    let mut once = Some(closure);
    let (work, answer) = pack(move |db: &mut dyn Db| match once.take() {
        Some(closure) => closure(db),
        None => Err(StoreError::Busy),
    });
    pg.submit(work, false);
    answer.await.unwrap_or(Err(StoreError::Lost))
}

/// Runs on a thread that may block.
pub(crate) async fn blocking<T: Send + 'static>(
    act: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    match tokio::task::spawn_blocking(act).await {
        Ok(answer) => answer,
        // The program ends before the work began.
        Err(error) if error.is_cancelled() => Err(StoreError::Lost),
        Err(_) => Err(StoreError::Panicked),
    }
}

/// Reads a backup through and compares it with its own account.
pub async fn verify(file: &Path) -> Result<BackupReport, StoreError> {
    let file = file.to_owned();
    blocking(move || backup::verify(&file)).await
}

/// Brings a backup into an empty place, of either engine, and compares what lies there with the
/// backup's account. Never overwrites. The schema is brought up to date when it is opened.
pub async fn restore(
    file: &Path,
    location: &Location,
    migrations: &[&'static [Migration]],
) -> Result<BackupReport, StoreError> {
    let (file, steps) = (file.to_owned(), gathered(migrations));
    match location.clone() {
        Location::Folder(folder) => {
            blocking(move || backup::into_lite(&file, &folder, &steps)).await
        }
        Location::Postgres { url, schema } => {
            blocking(move || backup::into_pg(&file, &url, &schema, &steps)).await
        }
    }
}

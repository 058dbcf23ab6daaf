//! The least code that does a job: what the engine allows, and what our own statements and sealing
//! cost with nothing around them.

pub mod same_page;
pub mod same_work;

use std::{
    path::Path,
    sync::{
        atomic::{AtomicI64, AtomicUsize, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

use rusqlite::Connection;
use tokio::sync::{Mutex, oneshot};

use crate::Res;

/// How many bookings the product has made durable.
pub const BOOKINGS: store::Sql = store::Sql {
    name: "bench::BOOKINGS",
    text: "SELECT COUNT(*) AS count FROM booking",
};

/// Three rows with three indexes: a booking, a letter that waits, a line of an access log.
const ROWS: &str = "
CREATE TABLE IF NOT EXISTS b (id INTEGER PRIMARY KEY, place INTEGER NOT NULL, slot INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS b_slot ON b (place, slot);
CREATE TABLE IF NOT EXISTS o (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, due INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS o_due ON o (due);
CREATE TABLE IF NOT EXISTS a (id INTEGER PRIMARY KEY, who INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS a_who ON a (who, at);";

type Reply = oneshot::Sender<bool>;

/// Three bare rows a booking on SQLite, so many bookings in one commit at most.
pub struct Rows {
    queue: SyncSender<(i64, Reply)>,
    next: AtomicI64,
}

impl Rows {
    /// A file of its own.
    pub fn open(file: &Path, group: usize) -> Res<Self> {
        let connection = Connection::open(file)?;
        connection.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -8000;
             PRAGMA wal_autocheckpoint = 4000;",
        )?;
        connection.execute_batch(ROWS)?;
        let next =
            connection.query_row("SELECT COALESCE(MAX(id), 0) FROM b", [], |row| row.get(0))?;
        let (queue, inbox) = sync_channel(1024);
        thread::Builder::new()
            .name("rows".to_owned())
            .spawn(move || writer(&connection, &inbox, group))?;
        Ok(Self {
            queue,
            next: AtomicI64::new(next),
        })
    }

    /// One booking, durable when this answers.
    pub async fn book(&self, _body: &str) -> Res<()> {
        let id = self.next.fetch_add(1, Ordering::Relaxed) + 1;
        let (reply, done) = oneshot::channel();
        self.queue.try_send((id, reply)).map_err(|_| "queue full")?;
        if done.await? {
            Ok(())
        } else {
            Err("not written".into())
        }
    }
}

fn writer(connection: &Connection, inbox: &Receiver<(i64, Reply)>, group: usize) {
    while let Ok(first) = inbox.recv() {
        let mut jobs = vec![first];
        while jobs.len() < group {
            match inbox.try_recv() {
                Ok(job) => jobs.push(job),
                Err(_) => break,
            }
        }
        let done = commit(connection, &jobs).is_ok();
        for (_, reply) in jobs {
            let _ = reply.send(done);
        }
    }
}

fn commit(connection: &Connection, jobs: &[(i64, Reply)]) -> rusqlite::Result<()> {
    let body = [7_u8; 200];
    connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
    for (id, _) in jobs {
        connection
            .prepare_cached("INSERT INTO b VALUES (?1, ?2, ?3, ?4)")?
            .execute((id, id % 3, id, &body[..]))?;
        connection
            .prepare_cached("INSERT INTO o VALUES (?1, 'letter', ?2)")?
            .execute((id, id))?;
        connection
            .prepare_cached("INSERT INTO a VALUES (?1, ?2, ?3)")?
            .execute((id, id % 1000, id))?;
    }
    connection.prepare_cached("COMMIT")?.execute([])?;
    Ok(())
}

/// As many connections as the product has.
const CONNECTIONS: usize = 8;

/// The same three rows on PostgreSQL, in one statement and so in one round trip.
pub struct PgRows {
    pool: Vec<Mutex<(tokio_postgres::Client, tokio_postgres::Statement)>>,
    turn: AtomicUsize,
    next: AtomicI64,
}

impl PgRows {
    /// Tables of their own in the schema.
    pub async fn open(url: &str, schema: &str) -> Res<Self> {
        let mut pool = Vec::new();
        for _ in 0..CONNECTIONS {
            let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
            tokio::spawn(connection);
            client
                .batch_execute(&format!("SET search_path = {schema}"))
                .await?;
            if pool.is_empty() {
                client
                    .batch_execute(
                        &ROWS
                            .replace("STRICT", "")
                            .replace("BLOB", "BYTEA")
                            .replace("INTEGER", "BIGINT"),
                    )
                    .await?;
            }
            let statement = client
                .prepare(
                    "WITH x AS (INSERT INTO b VALUES ($1::bigint, $1::bigint % 3, $1::bigint, $2)), \
                     y AS (INSERT INTO o VALUES ($1::bigint, 'letter', $1::bigint)) \
                     INSERT INTO a VALUES ($1::bigint, $1::bigint % 1000, $1::bigint)",
                )
                .await?;
            pool.push(Mutex::new((client, statement)));
        }
        Ok(Self {
            pool,
            turn: AtomicUsize::new(0),
            next: AtomicI64::new(0),
        })
    }

    /// One booking, durable when this answers.
    pub async fn book(&self, _body: &str) -> Res<()> {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed) % self.pool.len();
        let held = self.pool[turn].lock().await;
        let id = self.next.fetch_add(1, Ordering::Relaxed) + 1;
        let body: &[u8] = &[7; 200];
        held.0.execute(&held.1, &[&id, &body]).await?;
        Ok(())
    }
}

/// Drops a schema that a measurement made.
pub async fn drop_schema(url: &str, schema: &str) -> Res<()> {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
    tokio::spawn(connection);
    client
        .batch_execute(&format!("DROP SCHEMA IF EXISTS {schema} CASCADE"))
        .await?;
    Ok(())
}

/// How often a second the disk under a folder takes 4 KiB for good.
pub fn syncs_per_second(folder: &Path) -> Res<f64> {
    use std::os::unix::fs::FileExt;
    let path = folder.join("sync-probe");
    let file = std::fs::File::create(&path)?;
    file.write_all_at(&[0; 1 << 20], 0)?;
    file.sync_all()?;
    let begun = std::time::Instant::now();
    let mut count = 0_u32;
    while begun.elapsed().as_millis() < 200 {
        file.write_all_at(&[1; 4096], u64::from(count % 256) * 4096)?;
        file.sync_data()?;
        count += 1;
    }
    let rate = f64::from(count) / begun.elapsed().as_secs_f64();
    std::fs::remove_file(path)?;
    Ok(rate)
}

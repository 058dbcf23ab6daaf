//! PostgreSQL: one schema, a few threads with one connection each.

mod error;
mod link;
pub(crate) mod schema;
mod session;
mod types;
mod worker;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use tokio::sync::mpsc::{self, error::TrySendError};
use tokio::sync::watch;
use tokio_postgres::Config;
use tokio_postgres::config::SslMode;

pub(crate) use error::translate;
pub(crate) use link::connect;
pub(crate) use types::Bound;
use worker::{Job, Worker};

use crate::outside::Listener;
use crate::work::Work;
use crate::{Migration, StoreError};

/// Connections per tenant and process.
const WORKERS: usize = 8;

/// What all workers of a tenant share.
pub(crate) struct Shared {
    pub(crate) config: Config,
    pub(crate) schema: String,
    /// Index name → `<table>__<columns>`.
    pub(crate) indexes: RwLock<HashMap<String, String>>,
    /// Held while a transaction that lost a race runs again, so that losers do not keep
    /// throwing each other out.
    pub(crate) second_try: Mutex<()>,
    pub(crate) alarm: watch::Sender<u64>,
    pub(crate) listener: Arc<Listener>,
}

impl Shared {
    /// The name of a violated index as SQLite would give it.
    pub(crate) fn index(&self, name: &str) -> String {
        let known = self.indexes.read().unwrap_or_else(PoisonError::into_inner);
        known
            .get(name)
            .or_else(|| known.get(unsharded(name)))
            .cloned()
            .unwrap_or_else(|| unsharded(name).to_owned())
    }
}

/// Citus appends the shard's number to constraint names: `booking__slot_102029`.
fn unsharded(name: &str) -> &str {
    let cut = name.trim_end_matches(|c: char| c.is_ascii_digit());
    match cut.strip_suffix('_') {
        Some(cut) if cut.len() + 1 < name.len() => cut,
        _ => name,
    }
}

/// An open PostgreSQL tenant.
pub(crate) struct Pg {
    pub(crate) shared: Arc<Shared>,
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
}

impl Pg {
    /// Connects, brings the schema up to date and starts the workers.
    pub(crate) async fn open(
        url: &str,
        schema: &str,
        migrations: &[Migration],
        alarm: watch::Sender<u64>,
        listener: Arc<Listener>,
        queue: usize,
    ) -> Result<Self, StoreError> {
        let config = settings(url, schema)?;
        let client = connect(&config).await?;
        schema::migrate(&client, schema, migrations).await?;
        let indexes = schema::indexes(&client, schema).await?;
        let shared = Arc::new(Shared {
            config,
            schema: schema.to_owned(),
            indexes: RwLock::new(indexes),
            second_try: Mutex::new(()),
            alarm,
            listener,
        });
        let (jobs, inbox) = mpsc::channel(queue);
        let inbox = Arc::new(tokio::sync::Mutex::new(inbox));
        for number in 0..WORKERS {
            let worker = Worker::new(Arc::clone(&shared), Arc::clone(&inbox))?;
            std::thread::Builder::new()
                .name(format!("store-pg-{number}"))
                .spawn(move || worker.run())
                .map_err(|error| StoreError::sql("open", error.to_string()))?;
        }
        Ok(Self {
            shared,
            jobs: Mutex::new(Some(jobs)),
        })
    }

    /// Queues a transaction; its answer comes through its own channel.
    pub(crate) fn submit(&self, work: Box<dyn Work>, writes: bool) {
        let jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(jobs) = jobs.as_ref() else {
            return work.finish(Err(StoreError::Lost));
        };
        match jobs.try_send(Job { work, writes }) {
            Ok(()) => {}
            Err(TrySendError::Full(job)) => job.work.finish(Err(StoreError::Busy)),
            Err(TrySendError::Closed(job)) => job.work.finish(Err(StoreError::Lost)),
        }
    }

    /// Lets the workers end after what is queued.
    pub(crate) fn close(&self) {
        self.jobs
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
    }
}

/// Connection settings from the address; the schema name must need no quotes.
pub(crate) fn settings(url: &str, schema: &str) -> Result<Config, StoreError> {
    let plain = schema
        .bytes()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'_');
    if !plain || schema.is_empty() || schema.len() > 60 || schema.as_bytes()[0].is_ascii_digit() {
        return Err(StoreError::Unusable(format!(
            "the schema name {schema:?} must be a-z, 0-9 and _, not start with a digit, and be at most 60 long"
        )));
    }
    // The address may hold a password, so the error does not repeat it.
    let mut config: Config = url.parse().map_err(|_| {
        StoreError::Unusable("the database address is not a PostgreSQL one".to_owned())
    })?;
    if config.get_ssl_mode() == SslMode::Require {
        return Err(StoreError::Unusable(
            "sslmode=require: this program speaks to PostgreSQL without TLS; use a socket, \
             loopback or a tunnel"
                .to_owned(),
        ));
    }
    config
        .application_name("karosseri")
        .connect_timeout(Duration::from_secs(5))
        .tcp_user_timeout(Duration::from_secs(20))
        .keepalives_idle(Duration::from_secs(30));
    Ok(config)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_number_is_no_part_of_a_name() {
        assert_eq!(unsharded("booking__slot_102029"), "booking__slot");
        assert_eq!(unsharded("booking__slot"), "booking__slot");
        assert_eq!(unsharded("booking__slot2"), "booking__slot2");
    }

    #[test]
    fn settings_are_refused_without_repeating_the_password() {
        let told = settings("postgres://u:secret@h/d?nonsense=1", "a");
        let told = told
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert!(!told.is_empty() && !told.contains("secret"), "{told}");
        assert!(settings("postgres://u@h/d?sslmode=require", "a").is_err());
        assert!(settings("postgres://u@h/d", "1a").is_err());
        assert!(settings("postgres://u@h/d", "a; drop").is_err());
        assert!(settings("postgres://u@h/d", "tenant_1").is_ok());
    }
}

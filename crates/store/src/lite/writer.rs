//! The one thread that writes: many closures, one commit, one wait for the disk.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::{oneshot, watch};

use super::{Cache, Session, translate};
use crate::StoreError;
use crate::outside::{Listener, Runs};
use crate::work::Work;

/// How long the queue must be empty before the journal is moved into the file.
const QUIET: Duration = Duration::from_millis(50);

/// After a failure the next so many groups take a savepoint per closure from the start.
const CAREFUL: u32 = 16;

/// What the writer is asked for.
pub(crate) enum Command {
    Work(Box<dyn Work>),
    Truncate(oneshot::Sender<Result<bool, StoreError>>),
    Close(oneshot::Sender<()>),
}

/// Why a group did not come to a commit.
enum Broken {
    /// One closure failed and no savepoint guards the others: run again with savepoints.
    Again,
    /// The transaction itself is lost, for all.
    Whole(StoreError),
}

type Outcomes = Vec<Result<(), StoreError>>;

/// What the closures of a group came to.
struct Done {
    outcomes: Outcomes,
    wake: bool,
    runs: Runs,
}

pub(crate) struct Writer {
    connection: Connection,
    cache: Cache,
    inbox: Receiver<Command>,
    alarm: watch::Sender<u64>,
    listener: Arc<Listener>,
    group: usize,
    careful: u32,
    dirty: bool,
}

impl Writer {
    pub(crate) fn new(
        connection: Connection,
        inbox: Receiver<Command>,
        alarm: watch::Sender<u64>,
        listener: Arc<Listener>,
        group: usize,
    ) -> Self {
        Self {
            connection,
            cache: Cache::default(),
            inbox,
            alarm,
            listener,
            group,
            careful: 0,
            dirty: true,
        }
    }

    pub(crate) fn run(mut self) {
        let mut waiting = None;
        loop {
            match waiting.take().map_or_else(|| self.next(), Some) {
                None => break,
                Some(Command::Work(first)) => {
                    let (group, other) = self.gather(first);
                    waiting = other;
                    self.commit(group);
                }
                Some(Command::Truncate(reply)) => {
                    let _ = reply.send(self.truncate());
                }
                Some(Command::Close(reply)) => {
                    let _ = self.truncate();
                    drop(self);
                    let _ = reply.send(());
                    return;
                }
            }
        }
        let _ = self.truncate();
    }

    /// The next command; moves the journal while there is nothing to do. None when all callers
    /// are gone.
    fn next(&mut self) -> Option<Command> {
        if self.dirty {
            match self.inbox.recv_timeout(QUIET) {
                Ok(command) => return Some(command),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {
                    self.dirty = false;
                    let _ = self.checkpoint("PRAGMA wal_checkpoint(PASSIVE)");
                }
            }
        }
        self.inbox.recv().ok()
    }

    /// Takes what else is waiting, up to one group.
    fn gather(&mut self, first: Box<dyn Work>) -> (Vec<Box<dyn Work>>, Option<Command>) {
        let mut group = vec![first];
        while group.len() < self.group {
            match self.inbox.try_recv() {
                Ok(Command::Work(work)) => group.push(work),
                Ok(other) => return (group, Some(other)),
                Err(_) => break,
            }
        }
        (group, None)
    }

    /// Runs a group and answers everyone after the commit. At first without savepoints; if one
    /// closure fails, all run again with one each, so that a failure costs only its owner.
    fn commit(&mut self, mut group: Vec<Box<dyn Work>>) {
        let mut guarded = group.len() > 1 && self.careful > 0;
        self.careful = self.careful.saturating_sub(1);
        self.dirty = true;
        let outcomes = loop {
            match self.attempt(&mut group, guarded) {
                Ok(outcomes) => break outcomes,
                Err(Broken::Again) => {
                    guarded = true;
                    self.careful = CAREFUL;
                }
                Err(Broken::Whole(error)) => break vec![Err(error); group.len()],
            }
        };
        for (work, outcome) in group.into_iter().zip(outcomes) {
            work.finish(outcome);
        }
    }

    fn attempt(&mut self, group: &mut [Box<dyn Work>], guarded: bool) -> Result<Outcomes, Broken> {
        self.step("BEGIN IMMEDIATE").map_err(Broken::Whole)?;
        let done = self.closures(group, guarded).and_then(|done| {
            if done.outcomes.iter().all(Result::is_err) {
                self.step("ROLLBACK").map_err(Broken::Whole)?;
            } else {
                let told = done.runs.before().map_err(Broken::Whole)?;
                self.step("COMMIT").map_err(Broken::Whole)?;
                done.runs.after(told);
            }
            Ok(done)
        });
        match done {
            Ok(Done { outcomes, wake, .. }) => {
                if wake {
                    self.alarm.send_modify(|count| *count += 1);
                }
                Ok(outcomes)
            }
            Err(broken) => {
                // A full disk may have ended the transaction already.
                if !self.connection.is_autocommit() {
                    let _ = self.step("ROLLBACK");
                }
                Err(broken)
            }
        }
    }

    fn closures(&mut self, group: &mut [Box<dyn Work>], guarded: bool) -> Result<Done, Broken> {
        let alone = group.len() == 1;
        let mut outcomes = Vec::with_capacity(group.len());
        let mut waking = false;
        let mut runs = Runs::of(self.listener.get());
        for work in group {
            if guarded {
                self.step("SAVEPOINT job").map_err(Broken::Whole)?;
            }
            let mut session = Session::new(&self.connection, &mut self.cache, runs.beside());
            let answer = work.run(&mut session);
            let outcome = session.verdict(answer);
            if outcome.is_ok() {
                waking |= session.wake;
                runs.take(session.runs);
            }
            if self.connection.is_autocommit() {
                let lost = || StoreError::sql("commit", "the transaction was lost");
                return Err(Broken::Whole(outcome.err().unwrap_or_else(lost)));
            }
            if guarded {
                if outcome.is_err() {
                    self.step("ROLLBACK TO job").map_err(Broken::Whole)?;
                }
                self.step("RELEASE job").map_err(Broken::Whole)?;
            } else if outcome.is_err() && !alone {
                return Err(Broken::Again);
            }
            outcomes.push(outcome);
        }
        Ok(Done {
            outcomes,
            wake: waking,
            runs,
        })
    }

    fn step(&self, text: &'static str) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(text)
            .and_then(|mut statement| statement.raw_execute())
            .map(drop)
            .map_err(|error| translate(text, &error))
    }

    /// Empties the journal file. A reader in the way is waited for only briefly, because other
    /// transactions stand behind this one.
    fn truncate(&mut self) -> Result<bool, StoreError> {
        let wait = |time| {
            self.connection
                .busy_timeout(time)
                .map_err(|error| translate("checkpoint", &error))
        };
        wait(Duration::from_millis(100))?;
        let done = self.checkpoint("PRAGMA wal_checkpoint(TRUNCATE)");
        wait(Duration::from_secs(5))?;
        done
    }

    /// A checkpoint tells of failure in its row, not as an error.
    fn checkpoint(&self, text: &str) -> Result<bool, StoreError> {
        self.connection
            .query_row(text, [], |row| row.get::<_, i64>(0))
            .map(|busy| busy == 0)
            .map_err(|error| translate("checkpoint", &error))
    }
}

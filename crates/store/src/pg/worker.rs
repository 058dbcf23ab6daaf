//! A thread with one connection: runs transactions, runs losers again, comes back after a loss.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use tokio::runtime::Runtime;
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::Shared;
use super::error::Failure;
use super::link::{Link, connect};
use super::session::Session;
use crate::StoreError;
use crate::work::Work;

/// Runs of one transaction before its last error is the answer. Second tries go one at a time, but beside
/// first ones: among 200 who want one slot on a busy machine, thirty were not enough.
const TRIES: u32 = 200;

const SHORTEST: Duration = Duration::from_millis(50);
const LONGEST: Duration = Duration::from_secs(2);

pub(crate) struct Job {
    pub(crate) work: Box<dyn Work>,
    pub(crate) writes: bool,
}

pub(crate) struct Worker {
    runtime: Runtime,
    shared: Arc<Shared>,
    inbox: Arc<tokio::sync::Mutex<mpsc::Receiver<Job>>>,
    link: Option<Link>,
    /// After a failed connection: not before this instant, and how long the wait was.
    pause: Option<(Instant, Duration)>,
}

impl Worker {
    pub(crate) fn new(
        shared: Arc<Shared>,
        inbox: Arc<tokio::sync::Mutex<mpsc::Receiver<Job>>>,
    ) -> Result<Self, StoreError> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| StoreError::sql("open", error.to_string()))?;
        Ok(Self {
            runtime,
            shared,
            inbox,
            link: None,
            pause: None,
        })
    }

    pub(crate) fn run(mut self) {
        let inbox = Arc::clone(&self.inbox);
        // While waiting the runtime turns, so a closed connection is seen before it is used.
        while let Some(job) = self
            .runtime
            .block_on(async { inbox.lock().await.recv().await })
        {
            self.serve(job);
        }
    }

    fn serve(&mut self, job: Job) {
        let Job { mut work, writes } = job;
        let shared = Arc::clone(&self.shared);
        let mut turn = None;
        for tried in 1.. {
            let failure = match self.attempt(work.as_mut(), writes) {
                Ok(()) => return work.finish(Ok(())),
                Err(failure) => failure,
            };
            if failure.stale
                && let Some(link) = &mut self.link
            {
                link.forget();
            }
            if failure.error == StoreError::Lost {
                self.link = None;
            }
            if !failure.retry || tried >= TRIES {
                return work.finish(Err(failure.error));
            }
            if turn.is_none() {
                let lock = shared.second_try.lock();
                turn = Some(lock.unwrap_or_else(PoisonError::into_inner));
            }
        }
    }

    fn attempt(&mut self, work: &mut dyn Work, writes: bool) -> Result<(), Failure> {
        self.reach()?;
        let Some(link) = &mut self.link else {
            return Err(StoreError::Lost.into());
        };
        let mut session = Session::new(&self.runtime, &self.shared, link, writes);
        let answer = work.run(&mut session);
        let wake = session.wake;
        session.end(answer.is_ok())?;
        answer?;
        if wake {
            self.shared.alarm.send_modify(|count| *count += 1);
        }
        Ok(())
    }

    /// Makes sure of a connection, or answers `Lost` without waiting for one.
    fn reach(&mut self) -> Result<(), StoreError> {
        if self
            .link
            .as_ref()
            .is_some_and(|link| !link.client.is_closed())
        {
            return Ok(());
        }
        self.link = None;
        if self.pause.is_some_and(|(until, _)| Instant::now() < until) {
            return Err(StoreError::Lost);
        }
        match self.runtime.block_on(connect(&self.shared.config)) {
            Ok(client) => {
                self.link = Some(Link::new(client));
                self.pause = None;
                Ok(())
            }
            Err(error) => {
                let wait = self
                    .pause
                    .map_or(SHORTEST, |(_, last)| (last * 2).min(LONGEST));
                self.pause = Some((Instant::now() + wait, wait));
                tracing::warn!(error = %error, "no connection to the database");
                Err(StoreError::Lost)
            }
        }
    }
}

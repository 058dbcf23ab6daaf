//! Connections to the mail server that are kept between messages, for many messages at once.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

use crate::{
    Mailer,
    smtp::{Line, Verdict},
};

/// A connection that was left alone longer than this may have been closed at the other end.
const FRESH: Duration = Duration::from_secs(15);
/// So many connections are kept.
const KEPT: usize = 64;

/// A mailer with its open connections. Everything that leaves by it is signed, if the house signs.
pub struct Wire {
    mailer: Mailer,
    idle: Mutex<Vec<(Instant, Line)>>,
}

impl Wire {
    /// No connection yet.
    #[must_use]
    pub const fn new(mailer: Mailer) -> Self {
        Self {
            mailer,
            idle: Mutex::new(Vec::new()),
        }
    }

    /// Hands one message over, on a connection that was kept or on a new one. A message that was not
    /// taken ends its connection.
    pub async fn hand_over(&self, from: &str, to: &str, message: &[u8]) -> Verdict {
        // Signed first: no connection waits for it.
        let message = match self.mailer.signed(message).await {
            Ok(message) => message,
            Err(verdict) => return verdict,
        };
        let mut line = match self.kept() {
            Some(line) => line,
            None => match self.mailer.connect().await {
                Ok(line) => line,
                Err(verdict) => return verdict,
            },
        };
        let verdict = self.mailer.send(&mut line, from, to, &message).await;
        if verdict == Verdict::Taken {
            let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
            if idle.len() < KEPT {
                idle.push((Instant::now(), line));
            }
        }
        verdict
    }

    fn kept(&self) -> Option<Line> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|(since, _)| since.elapsed() < FRESH);
        idle.pop().map(|(_, line)| line)
    }
}

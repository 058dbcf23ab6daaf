//! A closed loop of clients: each sends its next request when it has checked the last answer.

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use crate::{Res, child::Child, http::Conn, stats};

/// What clients send and what they expect.
pub trait Script: Send + Sync + 'static {
    /// Writes the next request.
    fn request(&self, out: &mut Vec<u8>);
    /// Whether an answer is right.
    fn check(&self, status: u16, body: &[u8]) -> bool;
}

/// The same request each time, and an answer that is the same to the last byte.
pub struct Same {
    /// The request.
    pub request: Vec<u8>,
    /// The body every answer must have.
    pub body: Vec<u8>,
}

impl Script for Same {
    fn request(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.request);
    }
    fn check(&self, status: u16, body: &[u8]) -> bool {
        status == 200 && body == self.body
    }
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Load {
    /// Right answers.
    pub right: u64,
    /// Wrong answers.
    pub wrong: u64,
    /// Right answers per second.
    pub rate: f64,
    /// Median time to an answer, in ms.
    pub p50: f64,
    /// 99th percentile, in ms.
    pub p99: f64,
    /// CPU time of the server per answer, in µs.
    pub cpu: f64,
}

/// Lets clients loose on an address for a time.
pub async fn run(
    child: &Child,
    to: SocketAddr,
    script: &Arc<impl Script>,
    clients: usize,
    time: Duration,
) -> Res<Load> {
    let mut open = Vec::with_capacity(clients);
    for _ in 0..clients {
        open.push(Conn::open(to).await?);
    }
    let cpu = child.cpu_micros()?;
    let begun = Instant::now();
    let until = begun + time;
    let tasks: Vec<_> = open
        .into_iter()
        .map(|conn| tokio::spawn(client(conn, Arc::clone(script), until)))
        .collect();
    let (mut times, mut wrong) = (Vec::new(), 0);
    for task in tasks {
        let (some, errors) = task.await??;
        times.extend(some);
        wrong += errors;
    }
    let seconds = begun.elapsed().as_secs_f64();
    let cpu = child.cpu_micros()? - cpu;
    times.sort_unstable();
    let right = times.len() as u64;
    Ok(Load {
        right,
        wrong,
        rate: right as f64 / seconds,
        p50: stats::at(&times, 0.50) / 1e6,
        p99: stats::at(&times, 0.99) / 1e6,
        cpu: cpu / (right + wrong).max(1) as f64,
    })
}

async fn client(
    mut conn: Conn,
    script: Arc<impl Script>,
    until: Instant,
) -> std::io::Result<(Vec<u64>, u64)> {
    let (mut times, mut wrong, mut out) = (Vec::new(), 0, Vec::new());
    while Instant::now() < until {
        out.clear();
        script.request(&mut out);
        let from = Instant::now();
        let answer = conn.ask(&out).await?;
        let took = from.elapsed();
        if script.check(answer.status, answer.body) {
            times.push(u64::try_from(took.as_nanos()).unwrap_or(u64::MAX));
        } else {
            wrong += 1;
            if wrong == 1 {
                eprintln!(
                    "wrong answer {}: {}",
                    answer.status,
                    first_words(&answer.text())
                );
            }
        }
    }
    Ok((times, wrong))
}

fn first_words(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(300)
        .collect()
}

//! What the tests stand on: houses on both engines, a browser without a screen and one without
//! scripts, the real program, the mailbox, and guards that stop by id whatever was started.

pub mod axe;
pub mod browse;
pub mod client;
pub mod crawl;
pub mod driver;
pub mod folders;
pub mod guard;
pub mod hand;
pub mod house;
pub mod html;
pub mod log;
pub mod maildir;
pub mod program;
pub mod raw;
pub mod served;
pub mod steps;
pub mod upload;

use std::{future::Future, time::Duration};

/// The root of the repository.
pub fn root() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .expect("the repository")
}

/// Whether a part of the surroundings is there. Without it a test leaves itself out and says so,
/// unless it is required: then its absence is a failure.
pub fn given(name: &str, required: &str) -> Option<String> {
    let value = std::env::var(name).ok().filter(|value| !value.is_empty());
    let must = std::env::var(required).is_ok_and(|flag| flag == "1");
    assert!(
        value.is_some() || !must,
        "{required}=1 but {name} is not set"
    );
    if value.is_none() {
        println!("left out: {name} is not set (./test sets it)");
    }
    value
}

/// Asks again until there is an answer, at most so long.
pub async fn within<T, W: Future<Output = Option<T>>>(
    seconds: u64,
    what: &str,
    mut ask: impl FnMut() -> W,
) -> T {
    let end = tokio::time::Instant::now() + Duration::from_secs(seconds);
    loop {
        if let Some(found) = ask().await {
            return found;
        }
        assert!(
            tokio::time::Instant::now() < end,
            "not within {seconds} s: {what}"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// A free port of this machine.
pub fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

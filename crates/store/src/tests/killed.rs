//! Killed at any instant: what was acknowledged is there, what failed is not.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::*;
use crate::testing::{drop_schema, fresh_schema, server};
use crate::{Location, StoreError};

const PLACE: &str = "STORE_TEST_CHILD";

fn place(text: &str) -> Location {
    match text.split_once('|') {
        None => Location::Folder(text.into()),
        Some((url, schema)) => Location::Postgres {
            url: url.to_owned(),
            schema: schema.to_owned(),
        },
    }
}

/// The child: writes from many tasks and says which writes were acknowledged, until it is
/// killed. Every third closure fails after it wrote.
#[test]
fn child() {
    let Ok(text) = std::env::var(PLACE) else {
        return;
    };
    block_on(async move {
        let store = Store::open(&place(&text), MIGRATIONS).await.unwrap();
        with_bay(&store).await;
        for task in 0..16_i64 {
            let store = store.clone();
            tokio::spawn(async move {
                for n in 0.. {
                    let id = n * 16 + task;
                    let answer = store
                        .write(move |db| {
                            db.exec(&ADD_SLOT, &slot(id, id))?;
                            if id % 3 == 0 {
                                return Err(StoreError::Refused("no"));
                            }
                            Ok(())
                        })
                        .await;
                    if answer.is_ok() {
                        // One write call per line: lines of tasks do not mix.
                        let line = format!("ack {id}\n");
                        std::io::stderr().write_all(line.as_bytes()).unwrap();
                    }
                }
            });
        }
        tokio::time::sleep(Duration::from_secs(60)).await;
    });
}

/// Kills a child after `acks` acknowledgements and answers all that were made.
fn run_and_kill(text: &str, acks: usize) -> Vec<i64> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["tests::killed::child", "--exact", "--nocapture"])
        .env(PLACE, text)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let mut seen = Vec::new();
    while let Some(Ok(line)) = lines.next() {
        if let Some(id) = line.strip_prefix("ack ") {
            seen.push(id.parse().unwrap());
        }
        if seen.len() == acks {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(seen.len() >= acks, "the child ended by itself");
    seen
}

fn check(text: &str, acknowledged: &[i64]) {
    block_on(async {
        let store = Store::open(&place(text), MIGRATIONS).await.unwrap();
        let rows = store.read(|db| db.all(&SLOTS, &[])).await.unwrap();
        let kept: std::collections::BTreeSet<i64> =
            rows.iter().map(|row| row.i64("id").unwrap()).collect();
        for id in acknowledged {
            assert!(kept.contains(id), "{id} was acknowledged and is gone");
        }
        assert!(
            kept.iter().all(|id| id % 3 != 0),
            "a failed closure left rows"
        );
        store.close().await.unwrap();
    });
}

#[test]
fn what_was_acknowledged_survives_a_kill_on_sqlite() {
    for acks in [1, 50, 700] {
        let folder = tempfile::tempdir().unwrap();
        let text = folder.path().to_str().unwrap();
        let seen = run_and_kill(text, acks);
        check(text, &seen);
    }
}

#[test]
fn what_was_acknowledged_survives_a_kill_on_postgresql() {
    let Some(url) = server() else { return };
    let schema = fresh_schema();
    let text = format!("{url}|{schema}");
    let seen = run_and_kill(&text, 200);
    check(&text, &seen);
    block_on(drop_schema(&url, &schema));
}

//! How fast, beside one commit per booking. Not a test: run it by name, built for release.
//!
//! `cargo test --release -p store speed -- --ignored --nocapture`

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use super::*;
use crate::jobs::{self, NewJob};
use crate::lite::Limits;
use crate::testing::{drop_schema, fresh_schema, server};
use crate::{Db, Location, StoreError, bytes, plain};

/// About what a booking is: a look-up, six rows in three tables, a job.
fn booking(db: &mut dyn Db, id: i64) -> Result<(), StoreError> {
    db.one(&BAY, &[1.into()])?;
    let sealed = || bytes([7; 200]);
    let row = |n: i64| {
        vec![
            (8 * id + n).into(),
            1.into(),
            (8 * id + n).into(),
            sealed(),
            true.into(),
        ]
    };
    let pair = |n: i64| {
        vec![
            (8 * id + n).into(),
            plain("0123456789abcdef0123456789abcdef"),
        ]
    };
    db.many(&[
        (&ADD_SLOT, row(0)),
        (&ADD_SLOT, row(1)),
        (&ADD_SLOT, row(2)),
        (&ADD_PAIR, pair(0)),
        (&ADD_PAIR, pair(1)),
        (&ADD_PAIR, pair(2)),
    ])?;
    jobs::enqueue(db, &NewJob::new(id, "letter", id)).map(drop)
}

async fn measure(store: &Store, clients: usize, next: &Arc<AtomicI64>) -> (f64, Duration) {
    let until = Instant::now() + Duration::from_secs(2);
    let begun = Instant::now();
    let client = |_| {
        let (store, next) = (store.clone(), Arc::clone(next));
        tokio::spawn(async move {
            let mut times = Vec::new();
            while Instant::now() < until {
                let id = next.fetch_add(1, Ordering::Relaxed);
                let from = Instant::now();
                store.write(move |db| booking(db, id)).await.unwrap();
                times.push(from.elapsed());
            }
            times
        })
    };
    let mut times = Vec::new();
    for client in (0..clients).map(client).collect::<Vec<_>>() {
        times.extend(client.await.unwrap());
    }
    let rate = times.len() as f64 / begun.elapsed().as_secs_f64();
    times.sort_unstable();
    (rate, times[times.len() * 99 / 100])
}

fn syncs_per_second() -> f64 {
    use std::os::unix::fs::FileExt;
    let file = tempfile::tempfile().unwrap();
    file.write_all_at(&[0; 1 << 20], 0).unwrap();
    let from = Instant::now();
    let mut count = 0_u32;
    while from.elapsed() < Duration::from_millis(500) {
        file.write_all_at(&[1; 4096], u64::from(count % 256) * 4096)
            .unwrap();
        file.sync_data().unwrap();
        count += 1;
    }
    f64::from(count) / from.elapsed().as_secs_f64()
}

#[test]
#[ignore = "a measurement"]
fn bookings() {
    block_on(async {
        println!("fdatasync: {:.0}/s", syncs_per_second());
        let next = Arc::new(AtomicI64::new(1));
        let alone = Limits {
            group: 1,
            ..Limits::USUAL
        };
        for round in 0..3 {
            for clients in [1, 16, 64, 256] {
                for (name, limits) in [("group", Limits::USUAL), ("one by one", alone)] {
                    let folder = tempfile::tempdir().unwrap();
                    let here = Location::Folder(folder.path().to_owned());
                    let store = Store::open_with(&here, MIGRATIONS, limits).await.unwrap();
                    with_bay(&store).await;
                    let (rate, p99) = measure(&store, clients, &next).await;
                    println!(
                        "{round} SQLite {name:10} {clients:3} clients {rate:7.0}/s p99 {p99:?}"
                    );
                    store.close().await.unwrap();
                }
                if let Some(url) = server() {
                    let schema = fresh_schema();
                    let here = Location::Postgres {
                        url: url.clone(),
                        schema: schema.clone(),
                    };
                    let store = Store::open(&here, MIGRATIONS).await.unwrap();
                    with_bay(&store).await;
                    let (rate, p99) = measure(&store, clients, &next).await;
                    println!(
                        "{round} PostgreSQL        {clients:3} clients {rate:7.0}/s p99 {p99:?}"
                    );
                    store.close().await.unwrap();
                    drop_schema(&url, &schema).await;
                }
            }
        }
    });
}

/// A page's read where it is called, and handed to another thread.
#[test]
#[ignore = "a measurement"]
fn reads() {
    block_on(async {
        let folder = tempfile::tempdir().unwrap();
        let here = Location::Folder(folder.path().to_owned());
        let store = Store::open(&here, MIGRATIONS).await.unwrap();
        with_bay(&store).await;
        store
            .write(|db| (0..10_000_i64).try_for_each(|n| db.exec(&ADD_SLOT, &slot(n, n)).map(drop)))
            .await
            .unwrap();
        for long in [false, true, false, true] {
            let until = Instant::now() + Duration::from_secs(1);
            let client = |from: i64| {
                let store = store.clone();
                tokio::spawn(async move {
                    let mut count = 0;
                    while Instant::now() < until {
                        let id = (from * 7919 + count * 31) % 10_000;
                        let page = move |db: &mut dyn Db| {
                            for n in 0..4 {
                                db.one(&SLOT, &[((id + n) % 10_000).into()])?;
                            }
                            Ok(())
                        };
                        if long {
                            store.read_long(page).await.unwrap();
                        } else {
                            store.read(page).await.unwrap();
                        }
                        count += 1;
                    }
                    count
                })
            };
            let mut count = 0;
            for client in (0..32).map(client).collect::<Vec<_>>() {
                count += client.await.unwrap();
            }
            let how = if long { "another thread" } else { "in place" };
            println!("{how:15} {count} reads/s of 4 rows");
        }
        store.close().await.unwrap();
    });
}

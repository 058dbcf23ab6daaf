//! The queue of transactions and the queue of jobs.

use std::collections::BTreeSet;
use std::time::Duration;

use super::*;
use crate::StoreError;
use crate::jobs::{self, NewJob};
use crate::lite::Limits;
use crate::testing::{each_engine, each_location};

const FEW: Limits = Limits {
    queue: 4,
    group: 256,
};

#[test]
fn a_full_queue_says_busy_and_recovers() {
    block_on(each_location(|location| async move {
        let store = Store::open_with(&location, MIGRATIONS, FEW).await.unwrap();
        with_bay(&store).await;
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let wait = std::sync::Arc::new(std::sync::Mutex::new(wait));
        let mut holding = Vec::new();
        for _ in 0..8 {
            let (store, wait) = (store.clone(), std::sync::Arc::clone(&wait));
            holding.push(tokio::spawn(async move {
                store
                    .write(move |_| {
                        let _ = wait.lock().unwrap().recv();
                        Ok(())
                    })
                    .await
            }));
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        let mut more = Vec::new();
        for n in 0..20_i64 {
            let store = store.clone();
            more.push(tokio::spawn(async move {
                store.write(move |db| db.exec(&ADD_SLOT, &slot(n, n))).await
            }));
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        drop(go);
        let (mut kept, mut busy) = (0, 0);
        for answer in more {
            match answer.await.unwrap() {
                Ok(_) => kept += 1,
                Err(StoreError::Busy) => busy += 1,
                Err(other) => panic!("{other}"),
            }
        }
        assert!(busy > 0, "twenty do not fit into four places");
        assert_eq!(slots(&store).await, kept);
        for answer in holding {
            assert!(matches!(
                answer.await.unwrap(),
                Ok(()) | Err(StoreError::Busy)
            ));
        }
        store
            .write(|db| db.exec(&ADD_SLOT, &slot(99, 99)))
            .await
            .unwrap();
        store.close().await.unwrap();
    }));
}

async fn enqueue(store: &Store, job: NewJob) -> bool {
    store
        .write(move |db| jobs::enqueue(db, &job))
        .await
        .unwrap()
}

#[test]
fn a_job_is_claimed_once_and_comes_back_after_its_lease() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        let mut job = NewJob::new(1, "letter", 100);
        job.dedup = Some("booking-1-confirm".to_owned());
        job.subject_id = Some(77);
        job.note = Some("nb".to_owned());
        assert!(enqueue(&store, job.clone()).await);
        job.id = 2;
        assert!(!enqueue(&store, job).await, "the same key is no second job");
        enqueue(&store, NewJob::new(3, "letter", 500)).await;
        enqueue(&store, NewJob::new(4, "sweep", 0)).await;
        let claim = |now: i64| store.write(move |db| jobs::claim(db, "letter", now, 50, 10));
        assert!(claim(99).await.unwrap().is_empty());
        let got = claim(100).await.unwrap();
        assert_eq!(got.len(), 1);
        assert_eq!(
            (got[0].id, got[0].tries, got[0].subject_id),
            (1, 1, Some(77))
        );
        assert_eq!(got[0].note.as_deref(), Some("nb"));
        assert!(claim(149).await.unwrap().is_empty());
        assert_eq!(claim(150).await.unwrap()[0].tries, 2);
        store.write(|db| jobs::retry_at(db, 1, 1000)).await.unwrap();
        assert_eq!(claim(999).await.unwrap()[0].id, 3);
        let (waiting, next) = store
            .read(|db| Ok((jobs::count(db, "letter")?, jobs::next(db, "letter")?)))
            .await
            .unwrap();
        assert_eq!((waiting, next), (2, Some(1000)));
        assert!(store.write(|db| jobs::done(db, 3)).await.unwrap());
        assert!(!store.write(|db| jobs::done(db, 3)).await.unwrap());
        assert_eq!(
            store.write(|db| jobs::drop_subject(db, 77)).await.unwrap(),
            1
        );
        let left = store.read(|db| jobs::count(db, "letter")).await.unwrap();
        assert_eq!(left, 0);
    }));
}

#[test]
fn several_workers_get_every_job_exactly_once() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        for chunk in 0..4_i64 {
            store
                .write(move |db| {
                    for n in 0..50 {
                        jobs::enqueue(db, &NewJob::new(chunk * 50 + n, "letter", 0))?;
                    }
                    Ok(())
                })
                .await
                .unwrap();
        }
        let worker = |_| {
            let store = store.clone();
            tokio::spawn(async move {
                let mut mine = Vec::new();
                loop {
                    let got = store
                        .write(|db| jobs::claim(db, "letter", 10, 1000, 7))
                        .await
                        .unwrap();
                    if got.is_empty() {
                        return mine;
                    }
                    for job in got {
                        let id = job.id;
                        store.write(move |db| jobs::done(db, id)).await.unwrap();
                        mine.push(id);
                    }
                }
            })
        };
        let mut all = Vec::new();
        for worker in (0..4).map(worker).collect::<Vec<_>>() {
            all.extend(worker.await.unwrap());
        }
        assert_eq!(all.len(), 200);
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 200);
    }));
}

#[test]
fn an_enqueued_job_wakes_the_workers_after_the_commit() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        let mut alarm = store.alarm();
        let none = tokio::time::timeout(Duration::from_millis(30), alarm.woken()).await;
        assert!(none.is_err());
        let refused = store
            .write(|db| {
                jobs::enqueue(db, &NewJob::new(1, "letter", 0))?;
                Err::<(), _>(StoreError::Refused("no"))
            })
            .await;
        assert!(refused.is_err());
        let none = tokio::time::timeout(Duration::from_millis(30), alarm.woken()).await;
        assert!(none.is_err(), "what was undone wakes nobody");
        enqueue(&store, NewJob::new(1, "letter", 0)).await;
        assert!(alarm.woken().await, "a wake-up before the call counts");
        store.wake();
        assert!(alarm.woken().await);
    }));
}

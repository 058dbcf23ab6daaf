//! What is told outside is told before the commit, once for all who share it, never for who turned back;
//! and when it cannot be told, nothing is committed.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use super::*;
use crate::testing::each_engine;
use crate::{Outside, Run, StoreError, Value};

/// Listens to one statement and remembers.
#[derive(Default)]
struct Ear {
    told: Mutex<Vec<Vec<Value>>>,
    before: AtomicUsize,
    after: AtomicUsize,
    full: AtomicBool,
}

impl Outside for Ear {
    fn listens(&self, sql: &Sql, _: &[Value]) -> bool {
        sql.name == ADD_PAIR.name
    }

    fn before(&self, runs: &[Run]) -> Result<Option<u64>, StoreError> {
        if self.full.load(Ordering::SeqCst) {
            return Err(StoreError::Full);
        }
        let values = runs.iter().map(|run| run.values.clone());
        self.told.lock().unwrap().extend(values);
        self.before.fetch_add(1, Ordering::SeqCst);
        Ok(Some(1))
    }

    fn after(&self, _: u64) {
        self.after.fetch_add(1, Ordering::SeqCst);
    }
}

fn pair(n: i64) -> [Value; 2] {
    [n.into(), "b".into()]
}

#[test]
fn it_is_told_once_before_the_commit_and_not_for_who_turned_back() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        let ear = Arc::new(Ear::default());
        store.tell(Some(ear.clone()));
        with_bay(&store).await;
        assert_eq!(ear.before.load(Ordering::SeqCst), 0, "nothing to tell");
        let many = store.write(|db| {
            let rows: Vec<_> = (0..1000).map(|n| (&ADD_PAIR, pair(n).to_vec())).collect();
            db.many(&rows)
        });
        many.await.unwrap();
        assert_eq!(ear.before.load(Ordering::SeqCst), 1, "a thousand, once");
        assert_eq!(ear.after.load(Ordering::SeqCst), 1);
        let refused = store.write(|db| {
            db.exec(&ADD_PAIR, &pair(2000))?;
            Err::<(), _>(StoreError::Refused("no"))
        });
        refused.await.unwrap_err();
        store.read(|db| db.all(&SLOTS, &[])).await.unwrap();
        assert_eq!(ear.told.lock().unwrap().len(), 1000);
        ear.full.store(true, Ordering::SeqCst);
        let full = store.write(|db| db.exec(&ADD_PAIR, &pair(3000)));
        assert_eq!(full.await, Err(StoreError::Full));
        ear.full.store(false, Ordering::SeqCst);
        let again = store.write(|db| db.exec(&ADD_PAIR, &pair(3000)));
        assert_eq!(again.await, Ok(1), "nothing of it was kept");
        store.tell(None);
        let unheard = store.write(|db| db.exec(&ADD_PAIR, &pair(4000)));
        unheard.await.unwrap();
        assert_eq!(ear.told.lock().unwrap().len(), 1001);
    }));
}

/// Many at once share commits (SQLite), and with them the wait; on both engines everything kept is told.
#[test]
fn who_shares_a_commit_is_told_with_it() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        let ear = Arc::new(Ear::default());
        store.tell(Some(ear.clone()));
        let mut running = Vec::new();
        for n in 0..300_i64 {
            let store = store.clone();
            running.push(tokio::spawn(async move {
                let write = store.write(move |db| {
                    db.exec(&ADD_PAIR, &pair(n))?;
                    if n % 9 == 0 {
                        return Err(StoreError::Refused("no"));
                    }
                    Ok(())
                });
                write.await.is_ok()
            }));
        }
        let mut kept = 0;
        for one in running {
            kept += usize::from(one.await.unwrap());
        }
        let told = ear.told.lock().unwrap();
        let mut numbers: Vec<String> = told
            .iter()
            .map(|v| format!("{:?}", i64_of(&v[0])))
            .collect();
        numbers.sort();
        numbers.dedup();
        assert_eq!(numbers.len(), kept);
        let before = ear.before.load(Ordering::SeqCst);
        if matches!(store.location(), crate::Location::Folder(_)) {
            assert!(before < kept / 2, "{before} waits for {kept}");
        }
    }));
}

fn i64_of(value: &Value) -> i64 {
    match value {
        Value::I64(number) => *number,
        _ => -1,
    }
}

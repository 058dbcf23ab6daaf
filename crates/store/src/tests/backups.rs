//! A backup is whole, is checked, and goes into either engine.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::*;
use crate::jobs::{self, NewJob};
use crate::testing::{drop_schema, each_engine, fresh_schema, server};
use crate::{BackupReport, Location, StoreError, restore, verify};

/// Rows of every type, with NULL, a bool of each kind, and more than one table.
async fn fill(store: &Store) {
    with_bay(store).await;
    store
        .write(|db| {
            for n in 0..2000_i64 {
                let body = (n % 3 != 0).then(|| crate::bytes(n.to_le_bytes()));
                let row = [
                    n.into(),
                    1.into(),
                    n.into(),
                    body.into(),
                    (n % 2 == 0).into(),
                ];
                db.exec(&ADD_SLOT, &row)?;
            }
            db.exec(&ADD_PAIR, &[1.into(), "blåbær ☂".into()])?;
            db.exec(&ADD_PAIR, &[i64::MIN.into(), "".into()])?;
            jobs::enqueue(db, &NewJob::new(1, "letter", 5))
        })
        .await
        .unwrap();
}

async fn rows(store: &Store) -> Vec<String> {
    let rows = store.read(|db| db.all(&SLOTS, &[])).await.unwrap();
    let cells = |row: &crate::Row| {
        let body = row.opt_bytes("body").unwrap().map(<[u8]>::to_vec);
        format!(
            "{:?} {body:?} {}",
            row.i64("id").unwrap(),
            row.bool("firm").unwrap()
        )
    };
    rows.iter().map(cells).collect()
}

fn count(report: &BackupReport, table: &str) -> u64 {
    report
        .tables
        .iter()
        .find(|account| account.table == table)
        .map_or(0, |account| account.rows)
}

/// Restores into both engines and compares every row with the source.
async fn into_both(file: &std::path::Path, source: &Store) {
    let folder = tempfile::tempdir().unwrap();
    let mut places = vec![Location::Folder(folder.path().join("new"))];
    let pg = server().map(|url| (url, fresh_schema()));
    if let Some((url, schema)) = pg.clone() {
        places.push(Location::Postgres { url, schema });
    }
    for place in places {
        restore(file, &place, MIGRATIONS).await.unwrap();
        let again = restore(file, &place, MIGRATIONS).await;
        assert!(
            matches!(again, Err(StoreError::Unusable(_))),
            "never overwrites"
        );
        let store = Store::open(&place, MIGRATIONS).await.unwrap();
        assert_eq!(rows(&store).await, rows(source).await);
        let columns = store.columns().await.unwrap();
        assert_eq!(columns, source.columns().await.unwrap());
        assert_eq!(store.read(|db| jobs::count(db, "letter")).await.unwrap(), 1);
        store.close().await.unwrap();
    }
    if let Some((url, schema)) = pg {
        drop_schema(&url, &schema).await;
    }
}

#[test]
fn a_backup_goes_into_either_engine() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        fill(&store).await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("backup.db");
        let report = store.backup(&file).await.unwrap();
        assert_eq!(count(&report, "slot"), 2000);
        assert_eq!(count(&report, "pair"), 2);
        assert_eq!(report, verify(&file).await.unwrap());
        assert!(store.backup(&file).await.is_err(), "nothing is overwritten");
        let names: Vec<_> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(names, ["backup.db"], "one file, nothing beside it");
        into_both(&file, &store).await;
    }));
}

#[test]
fn a_backup_during_writes_is_one_instant() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        fill(&store).await;
        let stop = Arc::new(AtomicBool::new(false));
        let writers: Vec<_> = (0..4_i64)
            .map(|task| {
                let (store, stop) = (store.clone(), Arc::clone(&stop));
                tokio::spawn(async move {
                    let mut n = 5000 + task;
                    while !stop.load(Ordering::Relaxed) {
                        // Two rows that belong together.
                        store
                            .write(move |db| {
                                db.exec(&ADD_SLOT, &slot(2 * n, 2 * n))?;
                                db.exec(&ADD_SLOT, &slot(2 * n + 1, 2 * n + 1))
                            })
                            .await
                            .unwrap();
                        n += 4;
                    }
                })
            })
            .collect();
        let folder = tempfile::tempdir().unwrap();
        for n in 0..3 {
            let file = folder.path().join(format!("{n}.db"));
            let report = store.backup(&file).await.unwrap();
            assert_eq!(
                count(&report, "slot") % 2,
                0,
                "half a transaction was copied"
            );
        }
        stop.store(true, Ordering::Relaxed);
        for writer in writers {
            writer.await.unwrap();
        }
        let last = verify(&folder.path().join("2.db")).await.unwrap();
        assert!(count(&last, "slot") <= u64::try_from(slots(&store).await).unwrap());
    }));
}

#[test]
fn damage_newer_data_and_other_files_are_refused() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        fill(&store).await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("backup.db");
        store.backup(&file).await.unwrap();
        let place = Location::Folder(folder.path().join("new"));
        let older = restore(&file, &place, &[]).await.unwrap_err();
        assert!(older.to_string().contains("test-1"));
        let other = folder.path().join("other.db");
        std::fs::write(&other, "text").unwrap();
        assert!(restore(&other, &place, MIGRATIONS).await.is_err());
        assert!(
            restore(&folder.path().join("none"), &place, MIGRATIONS)
                .await
                .is_err()
        );
        let mut data = std::fs::read(&file).unwrap();
        let at = data.windows(4).position(|w| w == "blå".as_bytes()).unwrap();
        data[at] = b'B';
        let damaged = folder.path().join("damaged.db");
        std::fs::write(&damaged, data).unwrap();
        let told = restore(&damaged, &place, MIGRATIONS).await.unwrap_err();
        assert!(told.to_string().contains("pair"), "{told}");
        assert!(!folder.path().join("new").exists());
    }));
}

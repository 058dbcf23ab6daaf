//! Deleted bytes are gone from the files.

use super::*;
use crate::testing::each_engine;
use crate::{Location, bytes};

const CANARY: &[u8] = b"canary-7Yw3-canary";

fn found(folder: &std::path::Path) -> Vec<String> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let data = std::fs::read(&path).unwrap();
        if data.windows(CANARY.len()).any(|window| window == CANARY) {
            out.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    out
}

#[test]
fn a_deleted_canary_is_in_no_file_after_a_scrub() {
    let folder = tempfile::tempdir().unwrap();
    block_on(async {
        let here = Location::Folder(folder.path().to_owned());
        let store = Store::open(&here, MIGRATIONS).await.unwrap();
        with_bay(&store).await;
        // Enough rows that pages are freed whole, some with overflow pages.
        store
            .write(|db| {
                for n in 0..500_i64 {
                    let body = bytes(CANARY.repeat(if n % 50 == 0 { 1000 } else { 10 }));
                    let row = [n.into(), 1.into(), n.into(), body, true.into()];
                    db.exec(&ADD_SLOT, &row)?;
                }
                Ok(())
            })
            .await
            .unwrap();
        assert!(store.scrub(&[]).await.unwrap().clean);
        assert_eq!(found(folder.path()), ["karosseri.db"]);
        store
            .write(|db| {
                for n in 0..500_i64 {
                    db.exec(&DROP_SLOT, &[n.into()])?;
                }
                Ok(())
            })
            .await
            .unwrap();
        let done = store.scrub(&[]).await.unwrap();
        assert!(done.clean, "{done:?}");
        assert_eq!(found(folder.path()), [""; 0]);
        let wal = folder.path().join("karosseri.db-wal");
        assert_eq!(std::fs::metadata(wal).unwrap().len(), 0);
        store.close().await.unwrap();
    });
}

#[test]
fn a_reader_in_the_way_is_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    block_on(async {
        let here = Location::Folder(folder.path().to_owned());
        let store = Store::open(&here, MIGRATIONS).await.unwrap();
        with_bay(&store).await;
        let reader = store.clone();
        let reading = tokio::spawn(async move {
            reader
                .read_long(|db| {
                    db.one(&COUNT_SLOTS, &[])?;
                    std::thread::sleep(std::time::Duration::from_millis(400));
                    Ok(())
                })
                .await
        });
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        store
            .write(|db| db.exec(&ADD_SLOT, &slot(1, 1)))
            .await
            .unwrap();
        let done = store.scrub(&[]).await.unwrap();
        assert!(done.clean && done.attempts > 1, "{done:?}");
        reading.await.unwrap().unwrap();
        store.close().await.unwrap();
    });
}

#[test]
fn a_scrub_gives_an_account_on_both_engines() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        with_bay(&store).await;
        let done = store.scrub(&["slot", "bay"]).await.unwrap();
        assert!(!done.what.is_empty());
    }));
}

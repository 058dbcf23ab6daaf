//! Migrations and the real schema.

use super::*;
use crate::testing::{each_engine, each_location};
use crate::{StoreError, jobs};

const MORE: &[Migration] = &[Migration {
    name: "test-2",
    sql: "ALTER TABLE bay ADD COLUMN floor {i64};",
}];

const WRONG: &[Migration] = &[Migration {
    name: "test-3",
    sql: "CREATE TABLE half (id {i64} PRIMARY KEY NOT NULL) {strict}; CREATE TABLE bay (id {i64}) {strict};",
}];

#[test]
fn the_real_schema_is_told_in_the_same_words() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        let all = store.columns().await.unwrap();
        let of = |table: &str| -> Vec<String> {
            all.iter()
                .filter(|column| column.table == table)
                .map(|column| format!("{} {}", column.name, column.kind))
                .collect()
        };
        assert_eq!(
            of("slot"),
            [
                "id i64",
                "bay_id i64",
                "step i64",
                "body bytes",
                "firm bool"
            ]
        );
        assert_eq!(of("pair"), ["a i64", "b text"]);
        assert_eq!(of("migration"), ["name text"]);
        assert_eq!(of("job").len(), 8);
        let mut tables: Vec<_> = all.iter().map(|column| column.table.as_str()).collect();
        tables.dedup();
        assert_eq!(tables, ["migration", "job", "bay", "slot", "pair"]);
        assert_eq!(jobs::MIGRATIONS.len(), 1);
    }));
}

#[test]
fn steps_run_once_and_newer_data_is_refused() {
    block_on(each_location(|location| async move {
        let store = Store::open(&location, &[TABLES]).await.unwrap();
        with_bay(&store).await;
        store.close().await.unwrap();
        let store = Store::open(&location, &[MORE, TABLES]).await.unwrap();
        let floor = store.columns().await.unwrap();
        assert!(floor.iter().any(|column| column.name == "floor"));
        store.close().await.unwrap();
        let older = Store::open(&location, &[TABLES]).await.err().unwrap();
        assert!(matches!(&older, StoreError::Unusable(told) if told.contains("test-2")));
        // A step that fails leaves nothing of itself.
        let wrong = Store::open(&location, &[TABLES, MORE, WRONG]).await;
        assert!(wrong.is_err());
        let store = Store::open(&location, &[TABLES, MORE]).await.unwrap();
        let all = store.columns().await.unwrap();
        assert!(all.iter().all(|column| column.table != "half"));
        store.close().await.unwrap();
    }));
}

#[test]
fn several_processes_may_open_at_once() {
    block_on(each_location(|location| async move {
        let opening = (0..6).map(|_| {
            let location = location.clone();
            tokio::spawn(async move { Store::open(&location, MIGRATIONS).await })
        });
        for opened in opening.collect::<Vec<_>>() {
            opened.await.unwrap().unwrap().close().await.unwrap();
        }
    }));
}

#[test]
fn a_place_that_cannot_be_used_is_named() {
    block_on(async {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "x").unwrap();
        let told = Store::open(&crate::Location::Folder(file), MIGRATIONS).await;
        assert!(told.err().unwrap().to_string().contains("file"));
        std::fs::write(folder.path().join("karosseri.db"), "not a database at all").unwrap();
        let here = crate::Location::Folder(folder.path().to_owned());
        let told = Store::open(&here, MIGRATIONS).await.err().unwrap();
        assert!(matches!(told, StoreError::Unusable(_)), "{told}");
        let wrong = crate::Location::Postgres {
            url: "postgres://u:secret-word@127.0.0.1:1/x".to_owned(),
            schema: "Bad-Name".to_owned(),
        };
        let told = Store::open(&wrong, MIGRATIONS).await.err().unwrap();
        assert!(told.to_string().contains("Bad-Name"));
        assert!(!format!("{wrong:?}").contains("secret-word"));
    });
}

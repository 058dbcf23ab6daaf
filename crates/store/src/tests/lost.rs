//! The database goes away and comes back.

use std::time::Duration;

use super::*;
use crate::testing::{drop_schema, fresh_schema, server};
use crate::{Location, StoreError};

const END_ALL: Sql = Sql {
    name: "end all",
    text: "SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
           WHERE pid <> pg_backend_pid() AND query LIKE '%' || CAST($1 AS TEXT) || '%'",
};
const SLEEP: Sql = Sql {
    name: "sleep",
    text: "SELECT CAST(pg_sleep(20) AS TEXT) AS nothing",
};
const END_ME: Sql = Sql {
    name: "end me",
    text: "SELECT pg_terminate_backend(pg_backend_pid()) AS ended",
};

async fn patiently(store: &Store, id: i64) {
    for _ in 0..100 {
        match store
            .write(move |db| db.exec(&ADD_SLOT, &slot(id, id)))
            .await
        {
            Ok(_) => return,
            Err(StoreError::Lost) => tokio::time::sleep(Duration::from_millis(50)).await,
            Err(other) => panic!("{other}"),
        }
    }
    panic!("it never came back");
}

#[test]
fn a_lost_server_is_an_error_for_some_and_comes_back() {
    let Some(url) = server() else { return };
    let schema = fresh_schema();
    let location = Location::Postgres {
        url: url.clone(),
        schema: schema.clone(),
    };
    block_on(async {
        let store = Store::open(&location, MIGRATIONS).await.unwrap();
        with_bay(&store).await;
        // In the middle of a transaction.
        let cut = store
            .write(|db| {
                db.exec(&ADD_SLOT, &slot(1, 1))?;
                db.all(&END_ME, &[])
            })
            .await;
        assert_eq!(cut.map(|_| ()), Err(StoreError::Lost));
        patiently(&store, 2).await;
        // All connections while they wait for work, one in the middle of a statement.
        let sleeper = store.clone();
        let sleeper = tokio::spawn(async move { sleeper.read(|db| db.all(&SLEEP, &[])).await });
        tokio::time::sleep(Duration::from_millis(200)).await;
        let name = schema.clone();
        let ended = store
            .read(move |db| db.all(&END_ALL, &[crate::plain(name)]))
            .await;
        assert!(ended.is_ok(), "{ended:?}");
        let ended = store
            .read(|db| db.all(&END_ALL, &["pg_sleep".into()]))
            .await;
        assert!(ended.is_ok(), "{ended:?}");
        assert_eq!(sleeper.await.unwrap().map(|_| ()), Err(StoreError::Lost));
        for id in 10..30 {
            patiently(&store, id).await;
        }
        assert_eq!(slots(&store).await, 21);
        store.close().await.unwrap();
        drop_schema(&url, &schema).await;
    });
}

#[test]
fn an_absent_server_is_lost_not_a_panic() {
    block_on(async {
        let nowhere = Location::Postgres {
            url: "postgres://nobody@127.0.0.1:1/none".to_owned(),
            schema: "none".to_owned(),
        };
        let told = Store::open(&nowhere, MIGRATIONS).await.err();
        assert_eq!(told, Some(StoreError::Lost));
    });
}

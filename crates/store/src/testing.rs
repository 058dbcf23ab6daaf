//! The same test on both engines.

use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::{Location, Migration, Store};

/// Address of a PostgreSQL server for tests; without it only SQLite is tested.
pub const SERVER: &str = "KAROSSERI_TEST_PG";

/// Set to 1, an absent server is a failure.
pub const REQUIRED: &str = "KAROSSERI_REQUIRE_PG";

/// The server for tests, if there is one.
///
/// # Panics
/// If a server is required and none is named.
#[must_use]
pub fn server() -> Option<String> {
    let url = std::env::var(SERVER).ok().filter(|url| !url.is_empty());
    let required = std::env::var(REQUIRED).is_ok_and(|flag| flag == "1");
    assert!(
        url.is_some() || !required,
        "{REQUIRED}=1 but {SERVER} names no server"
    );
    url
}

/// A schema name no other test of any process uses.
#[must_use]
pub fn fresh_schema() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("test_{}_{number}", std::process::id())
}

/// Drops a test's schema.
///
/// # Panics
/// If the server refuses.
pub async fn drop_schema(url: &str, schema: &str) {
    let config = crate::pg::settings(url, schema).expect("settings");
    let client = crate::pg::connect(&config).await.expect("server");
    client
        .batch_execute(&format!("DROP SCHEMA IF EXISTS {schema} CASCADE"))
        .await
        .expect("drop");
}

/// Runs a test on a fresh SQLite file and, if [`SERVER`] names one, in a fresh schema of a
/// PostgreSQL server, dropped afterwards.
///
/// # Panics
/// If a store cannot be opened; and when the test does.
pub async fn each_engine<F, R>(migrations: &[&'static [Migration]], test: F)
where
    F: Fn(Store) -> R,
    R: Future<Output = ()>,
{
    let test = &test;
    each_location(|location| async move {
        let store = Store::open(&location, migrations).await.expect("open");
        test(store.clone()).await;
        store.close().await.expect("close");
    })
    .await;
}

/// The same with a fresh place instead of an open store.
///
/// # Panics
/// If no folder can be made; and when the test does.
pub async fn each_location<F, R>(test: F)
where
    F: Fn(Location) -> R,
    R: Future<Output = ()>,
{
    let folder = tempfile::tempdir().expect("temp dir");
    test(Location::Folder(folder.path().to_owned())).await;
    if let Some(url) = server() {
        let schema = fresh_schema();
        let location = Location::Postgres {
            url: url.clone(),
            schema: schema.clone(),
        };
        test(location).await;
        drop_schema(&url, &schema).await;
    }
}

//! Stopped and started again: data and sessions are there. PostgreSQL away for a moment: it comes
//! back by itself. A wrong setting is named.

use std::process::Command;

use crate::{
    slots,
    support::{self, client::Client, house, program, steps},
};

#[tokio::test(flavor = "multi_thread")]
async fn sessions_and_bookings_outlive_a_restart() {
    house::each_place(|place| async move {
        let spawned = slots::small(place.clone()).await;
        let person = steps::Person::numbered(1);
        let booked = steps::book(&mut spawned.visitor(), &person).await;
        let path = steps::manage_path(&booked);
        let before = steps::log_in_by_mail(&spawned, &person.email).await;
        before.get("/min-side").await.is(200);
        spawned.close().await;

        let again = house::open(place, &[]).await;
        let mut after = Client::of(&again.router);
        after.cookie.clone_from(&before.cookie);
        after.get("/min-side").await.is(200);
        let page = again.visitor().get(&path).await.is(200);
        assert!(page.words().contains(&person.name));
        again.close().await;
    })
    .await;
}

/// Runs a statement as the server's owner.
fn psql(url: &str, sql: &str) -> bool {
    let done = Command::new("psql")
        .args([url, "-qAtX", "-c", sql])
        .output()
        .expect("psql");
    done.status.success()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_went_away_comes_back() {
    let Some(url) = store::testing::server() else {
        return;
    };
    // A database of its own: only its connections are ended.
    let name = format!("away_{}", std::process::id());
    assert!(psql(&url, &format!("CREATE DATABASE {name}")));
    let own = url.replacen("/postgres", &format!("/{name}"), 1);
    assert_ne!(own, url, "the address of the test server ends in /postgres");
    let folder = tempfile::tempdir().expect("a folder");
    let place = house::Place {
        data: folder.path().join("data"),
        database: Some((own, "house".to_owned())),
    };
    let came = tokio::spawn(async move {
        let spawned = slots::small(place).await;
        let person = steps::Person::numbered(7);
        let path = steps::manage_path(&steps::book(&mut spawned.visitor(), &person).await);
        for _ in 0..3 {
            let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '";
            assert!(psql(
                &url,
                &format!("{end}{name}' AND pid <> pg_backend_pid()")
            ));
            let visitor = spawned.visitor();
            support::within(20, "the page after the database came back", || async {
                let page = visitor.get(&path).await;
                let fine = matches!(page.status.as_u16(), 200 | 503);
                assert!(fine, "{} {}", page.status, page.words());
                (page.status == 200).then_some(())
            })
            .await;
        }
        spawned.close().await;
        assert!(psql(&url, &format!("DROP DATABASE {name} WITH (FORCE)")));
    })
    .await;
    came.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()));
}

#[test]
fn a_wrong_setting_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = program::place_in(folder.path());
    for (name, value, expected) in [
        ("listen", "here", "listen"),
        ("mail_tls", "perhaps", "none, starttls or tls"),
        ("register_url", "vegvesen", "register_url"),
        ("sweep_at", "at night", "sweep_at"),
        ("lissten", "127.0.0.1:1", "did you mean `listen`"),
    ] {
        let ended = program::run_with(&place, &["key", "show"], &[(name, value)]).is(2);
        assert!(ended.errors.contains(expected), "{name}: {}", ended.errors);
        assert!(
            !place.data.exists(),
            "{name}: something was made before the settings were right"
        );
    }
}

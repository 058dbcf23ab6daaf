//! Visits counted on the whole program: whose they are, where the figures stand, what the search knows, and a
//! damaged database of counties.

use std::sync::Arc;

use crate::{
    modest::{BROWSER, counted, search},
    support::house::{self, Spawned, each_place},
};

store::queries! {
    /// How many visits each company had.
    WHOSE = "SELECT controller_id, CAST(SUM(count) AS BIGINT) AS count FROM visit_count GROUP BY controller_id ORDER BY controller_id";
}

/// The figures stand in the foot of every public page when they are open to all, and nowhere else.
#[tokio::test]
async fn the_figures_are_in_the_foot_when_they_are_public() {
    each_place(|place| async move {
        let link = "href=\"/tall\"";
        for (public, wanted) in [("true", true), ("false", false)] {
            let spawned = house::open(place.clone(), &[("public_statistics", public)]).await;
            let visitor = spawned.visitor();
            for path in ["/", "/sok?q=kran", "/nyheter", "/bestill", "/personvern"] {
                let page = visitor.get(path).await.is(200);
                assert_eq!(page.body().contains(link), wanted, "{path} {public}");
            }
            spawned.close().await;
        }
    })
    .await;
}

/// Whose part of the site is read is whose visit it is: by the page, the path, the host, or the first.
#[tokio::test(flavor = "multi_thread")]
async fn a_visit_belongs_to_a_company() {
    each_place(|place| async move {
        let companies = "www.to.example = westrum, /personvern = westrum";
        let spawned = house::open(place, &[("site_companies", companies)]).await;
        let read = async |path: &str, host: &str| {
            let headers = [("user-agent", BROWSER), ("host", host)];
            let visitor = spawned.visitor();
            visitor
                .send("GET", path, &headers, Vec::new())
                .await
                .is(200);
        };
        for (path, host) in [
            ("/", "www.en.example"),
            ("/tjenester", "www.en.example"),
            ("/nn/personvern", "www.en.example"),
            ("/", "www.to.example"),
        ] {
            read(path, host).await;
        }
        counted(&spawned).await;
        let rows = spawned.house.store().read(|db| {
            let rows = db.all(&WHOSE, &[])?;
            let pair = |row: &store::Row| Ok((row.i64("controller_id")?, row.i64("count")?));
            rows.iter()
                .map(pair)
                .collect::<Result<Vec<_>, store::StoreError>>()
        });
        assert_eq!(rows.await.expect("read"), [(1, 2), (2, 2)]);
        spawned.close().await;
    })
    .await;
}

/// The search knows the pages from the first request on, and a page that is written is found within seconds.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_found_at_once_and_when_its_file_changes() {
    each_place(|place| async move {
        let spawned = house::open(place.clone(), &[]).await;
        let found = async |spawned: &Spawned, word: &str, path: &str| {
            let page = spawned
                .visitor()
                .get(&format!("/sok?q={word}"))
                .await
                .is(200);
            page.body().contains(&format!("href=\"{path}\""))
        };
        assert!(found(&spawned, "krankontroll", "/tjenester/krankontroll").await);
        assert!(found(&spawned, "bestille", "/bestill").await);
        let file = place.data.join("site/tjenester/xylofon.md");
        let text =
            "---\ntitle: Xylofon\nsummary: Reparasjon.\nkind: service\n---\nVi stemmer dem.\n";
        assert!(!found(&spawned, "xylofon", "/tjenester/xylofon").await);
        std::fs::write(&file, text).expect("written");
        for _ in 0..3 {
            spawned.tick();
        }
        assert!(found(&spawned, "xylofon", "/tjenester/xylofon").await);
        spawned.close().await;
        // After a new start it is found by the first who asks.
        let spawned = house::open(place.clone(), &[]).await;
        assert!(found(&spawned, "xylofon", "/tjenester/xylofon").await);
        spawned.close().await;
    })
    .await;
}

/// A damaged county database stops nothing, and is named in health until it is whole.
#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_county_database_is_named() {
    each_place(|place| async move {
        std::fs::create_dir_all(&place.data).expect("a folder");
        let file = place.data.join("fylker.mmdb");
        std::fs::write(&file, b"half a file").expect("written");
        let file = file.display().to_string();
        let spawned = house::open(place, &[("county_database", &file)]).await;
        let failed = karosseri::chores::round(&spawned.house, &spawned.app).await;
        let failed = failed.expect_err("the file is damaged").failed;
        let names: Vec<&str> = failed.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["county_database"]);
        assert!(failed[0].1.contains("fylker.mmdb"), "{}", failed[0].1);
        let watch = spawned.app.service::<Arc<karosseri::chores::Watch>>();
        let ailment = watch.expect("a watch").ailment().expect("an ailment");
        assert!(
            ailment.sentence.contains("county_database"),
            "{}",
            ailment.sentence
        );
        search(&spawned, "krankontroll").await;
        assert_eq!(counted(&spawned).await[0].1, "ukjent");
        spawned.close().await;
    })
    .await;
}

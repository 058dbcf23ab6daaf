//! What the pages do to those who read them: nothing is fetched from another host, nothing is left on the
//! device, and a visit becomes a number. C03, C38, C42.

use std::{collections::BTreeSet, sync::Arc};

use karosseri::parts;
use serde_json::Value;
use statistics::Counter;

use crate::{
    canary,
    support::{
        crawl::walk,
        driver::{self, Driver},
        folders::Search,
        house::{self, Spawned, each_place},
        log, program,
        served::Served,
    },
};

store::queries! {
    /// Everything that is kept of visits.
    COUNTED = "SELECT term, county, count FROM visit_count ORDER BY term";
}

/// What a browser of today calls itself.
pub const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// Attributes whose address a browser fetches by itself, or sends what was typed to.
const FETCHED: [&str; 6] = [
    " src=\"",
    " srcset=\"",
    " action=\"",
    " poster=\"",
    " data=\"",
    "url(",
];

#[tokio::test]
async fn no_public_page_asks_another_host_or_leaves_anything() {
    each_place(|place| async move {
        let spawned = house::furnished(place, &[("public_statistics", "true")]).await;
        let routes = parts::routes().table();
        let mut nobody = spawned.visitor();
        let starts = ["/", "/sok?q=kran", "/tall", "/bestill", "/sitemap.xml"];
        let walk = walk(&mut nobody, &routes, &starts).await;
        assert!(walk.pages.len() > 20, "{}", walk.pages.len());
        for page in &walk.pages {
            assert!(page.headers.get("set-cookie").is_none(), "{}", page.path);
            let policy = page.headers["content-security-policy"]
                .to_str()
                .expect("text");
            assert!(
                !policy.contains("http") && !policy.contains('*'),
                "{}",
                page.path
            );
            let body = page.body();
            for fetched in FETCHED {
                for rest in body.split(fetched).skip(1) {
                    let own = rest.starts_with('/') && !rest.starts_with("//");
                    assert!(
                        own || rest.starts_with('"'),
                        "{}: {fetched}{:.40}",
                        page.path,
                        rest
                    );
                }
            }
            for tag in body.split("<link ").skip(1) {
                let href = tag.split("href=\"").nth(1).unwrap_or_default();
                assert!(
                    href.starts_with('/') && !href.starts_with("//"),
                    "{}",
                    page.path
                );
            }
        }
        assert!(nobody.cookie.is_none());
        // A program that reads is not counted.
        let counter = spawned.app.service::<Arc<Counter>>().expect("a counter");
        assert_eq!(counter.held(), 0);
        spawned.close().await;
    })
    .await;
}

/// Searches as a visitor with a browser does.
pub async fn search(spawned: &Spawned, typed: &str) {
    let query: String = form_urlencoded::byte_serialize(typed.as_bytes()).collect();
    let headers = [("user-agent", BROWSER), ("sec-fetch-site", "same-origin")];
    let path = format!("/sok?q={query}");
    let visitor = spawned.visitor();
    visitor
        .send("GET", &path, &headers, Vec::new())
        .await
        .is(200);
}

pub async fn counted(spawned: &Spawned) -> Vec<(String, String, i64)> {
    let counter = spawned.app.service::<Arc<Counter>>().expect("a counter");
    let now = values::Clock::now(&*spawned.clock);
    let store = spawned.house.store();
    counter.flush(store, now).await.expect("written");
    let read = store.read(|db| {
        let rows = db.all(&COUNTED, &[])?;
        rows.iter()
            .map(|row| {
                let text = |name: &str| Ok::<_, store::StoreError>(row.text(name)?.to_owned());
                Ok((text("term")?, text("county")?, row.i64("count")?))
            })
            .collect()
    });
    read.await.expect("read")
}

/// Fixture F11 on the whole program: of a plate, an address, a number, a name and a word, the word is left.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_searched_for_lies_nowhere() {
    let log = log::capture();
    each_place(move |place| {
        let log = log.clone();
        async move {
            let spawned = house::furnished(place.clone(), &[]).await;
            let personal = [
                "CU 73419",
                "CU73419",
                "zqsokende@kunde.example",
                "+47 47 71 39 98",
                "47713998",
                "Kari Zqsøkerud",
                "kari zqsøkerud",
            ];
            for typed in personal {
                search(&spawned, typed).await;
            }
            // A name of words that the workshop's own pages may well have, and the word.
            search(&spawned, "stein sandnes").await;
            search(&spawned, "krankontroll").await;
            let unknown = |term: &str, count| (term.to_owned(), "ukjent".to_owned(), count);
            let removed = i64::try_from(personal.len() + 1).expect("few");
            assert_eq!(
                counted(&spawned).await,
                [unknown("(fjernet)", removed), unknown("krankontroll", 1)]
            );
            let written = |typed: &str| typed.replace(' ', "+");
            let words: Vec<String> = personal.iter().map(|typed| written(typed)).collect();
            let words = personal.map(str::to_owned).into_iter().chain(words);
            let search = Search::new(words.chain(["zqs%C3%B8kerud".to_owned()]));
            canary::nowhere(&place, &search, "searched");
            let logged = search.found(log.text().as_bytes());
            assert!(logged.is_empty(), "in the log: {logged:?}");
            assert!(log.text().len() > 1_000, "nothing was logged at all");
            spawned.close().await;
        }
    })
    .await;
}

/// The demo is furnished to the end: figures, letters, companies, a complaint, a recall; and what it promises
/// of visits holds of every row.
#[tokio::test(flavor = "multi_thread")]
async fn the_demo_shows_the_newsletter_side_as_well() {
    each_place(|place| async move {
        let spawned = house::furnished_whole(place, &[]).await;
        let counter = spawned.app.service::<Arc<Counter>>().expect("a counter");
        let vault = &spawned.house.vault;
        let audit = statistics::audit(vault, counter).await.expect("read");
        assert!(audit.wrong.is_empty() && audit.looked > 20, "{audit:?}");
        let marketing = spawned.enter("marketing").await;
        for (path, words) in [
            (
                "/stab/tall?p=365",
                &["Innlandet", "krankontroll", "brøyteplog", "Skriv en side"][..],
            ),
            (
                "/stab/nyhetsbrev",
                &[
                    "Klar for vinteren?",
                    "Åpningstider i romjula",
                    "Årlig kontroll av krana",
                ],
            ),
            (
                "/stab/bedrifter",
                &[
                    "Eksempel Transport AS",
                    "Prøve Anlegg AS",
                    "Mønster Renovasjon AS",
                ],
            ),
        ] {
            let page = marketing.get(path).await.is(200);
            for word in words {
                assert!(page.body().contains(word), "{path}: {word}");
            }
        }
        let sent = newsletter::campaign::list(vault).await.expect("read");
        let states: Vec<&str> = sent.iter().map(|one| one.state.as_str()).collect();
        for state in ["draft", "scheduled", "done"] {
            assert!(states.contains(&state), "{state}: {states:?}");
        }
        let claims = spawned.enter("claims").await;
        let cases = claims.get("/stab/reklamasjon").await.is(200);
        assert!(
            cases.body().contains("href=\"/stab/reklamasjon/"),
            "{}",
            cases.words()
        );
        let recalls = claims.get("/stab/tilbakekalling").await.is(200);
        assert!(recalls.words().contains("Kontroller låsen på bakløfteren"));
        spawned.close().await;
    })
    .await;
}

/// What a page has loaded or would load, and everything it can lay down in a browser.
const TRACES: &str = "const done = arguments[arguments.length - 1];
    const none = async ask => { try { return await ask() } catch { return [] } };
    (async () => done({
        loaded: performance.getEntriesByType('resource').map(e => e.name).concat(
            [...document.querySelectorAll('[src],link[href],form[action]')]
                .map(e => e.src || (e.tagName === 'LINK' && e.href) || e.action)),
        kept: [
            ...document.cookie.split('; ').filter(c => c).map(c => 'cookie ' + c),
            ...await none(() => Object.keys(localStorage).map(k => 'local ' + k)),
            ...await none(() => Object.keys(sessionStorage).map(k => 'session ' + k)),
            ...(await none(() => indexedDB.databases())).map(d => 'database ' + d.name),
            ...(await none(() => caches.keys())).map(k => 'cache ' + k),
            ...(await none(() => navigator.serviceWorker.getRegistrations())).map(r => 'worker ' + r.scope),
        ],
    }))()";

/// What a page must not have: requests to others, things laid down.
async fn traces(driver: &Driver, base: &str) -> (usize, Vec<String>) {
    let found = driver.run_later(TRACES).await;
    let texts = |name: &str| -> Vec<String> {
        let all = found[name].as_array().expect("a list");
        all.iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    };
    let loaded = texts("loaded");
    let own = |url: &str| {
        url.strip_prefix(base)
            .is_some_and(|rest| rest.starts_with('/'))
    };
    let mut traces: Vec<String> = loaded
        .iter()
        .filter(|url| !own(url) && !url.starts_with("data:"))
        .map(|url| format!("asks {url}"))
        .collect();
    traces.extend(texts("kept"));
    let cookies = driver.cookies().await;
    traces.extend(cookies.iter().map(|cookie| format!("cookie {cookie}")));
    (loaded.len(), traces)
}

/// C03, C42: every public page, in each language, in a real browser with its scripts on: it asks nobody
/// else for anything, and lays nothing down.
#[tokio::test(flavor = "multi_thread")]
async fn a_real_browser_meets_nobody_else() {
    if !driver::there_is_a_browser() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let place = program::place_in(folder.path());
    let served = Served::furnished(place, &[("public_statistics", "true")]).await;
    let starts = ["/", "/sok?q=kran", "/tall", "/bestill"];
    let routes = parts::routes().table();
    let walk = walk(&mut served.house.visitor(), &routes, &starts).await;
    let is_page = |seen: &&crate::support::client::Seen| {
        let kind = seen.headers.get("content-type").map(|kind| kind.as_bytes());
        kind.is_some_and(|kind| kind.starts_with(b"text/html"))
    };
    let pages: BTreeSet<&str> = walk
        .pages
        .iter()
        .filter(is_page)
        .map(|p| p.path.as_str())
        .collect();
    assert!(pages.len() > 15, "{pages:?}");

    let driver = Driver::start(true).await;
    let (mut found, mut loaded) = (Vec::new(), 0);
    for path in &pages {
        for lang in ["", "/nn", "/en"] {
            let path = format!("{lang}{path}");
            driver.go(&format!("{}{path}", served.base)).await;
            let (count, traces) = traces(&driver, &served.base).await;
            assert!(count > 0, "{path}: not even a stylesheet");
            loaded += count;
            found.extend(traces.into_iter().map(|trace| format!("{path}: {trace}")));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    println!(
        "{} pages in three languages, {loaded} addresses",
        pages.len()
    );

    // The eye itself: what a page might do is seen.
    let careless = "document.cookie = 'a=1'; localStorage.b = 1; sessionStorage.c = 1;
        const image = new Image(); image.src = 'http://127.0.0.1:9/x.png'; document.body.append(image);
        const done = arguments[arguments.length - 1];
        caches.open('d').then(() => { const r = indexedDB.open('e'); r.onsuccess = () => done(1) })";
    driver.run_later(careless).await;
    let (_, seen) = traces(&driver, &served.base).await;
    for trace in [
        "cookie a=1",
        "local b",
        "session c",
        "cache d",
        "database e",
        "asks http://127.0.0.1:9/x.png",
    ] {
        assert!(seen.iter().any(|one| one == trace), "{trace} in {seen:?}");
    }
    driver.end().await;
}

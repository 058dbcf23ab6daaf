//! The public site as visitors and programs see it, on both engines.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use declaration::Declaration;
use store::Store;
use values::{ControllerId, Moment, SubjectId};
use vault::testing::{TestVault, vault_on};
use web::{
    App, Colleague, Role, Services, Visitor,
    testing::{Answer, Client, house},
};

use crate::{
    LANG, LastProof, MIGRATIONS, ProofSummary, QUERIES, Site, SiteError, Soon, remember_version,
    routes, versions,
};

const BEFORE: &str = include_str!("../../../declarations/westrum-0.toml");
const NOW: &str = include_str!("../../../declarations/westrum.toml");

pub(crate) fn day() -> Moment {
    Moment::at_local(jiff::civil::date(2026, 11, 22), 9, 0)
}

struct Fixed(i64);

impl LastProof for Fixed {
    fn last(&self) -> Soon<'_, Option<ProofSummary>> {
        let found = ProofSummary {
            at: day(),
            holds: 41,
            attested: 2,
            fails: self.0,
        };
        Box::pin(async move { Some(found) })
    }
}

pub(crate) async fn open(store: Store, fails: i64) -> (TestVault, Client) {
    let test = vault_on(store, day()).await.unwrap();
    let site = Site::new(test.vault.clone()).with_proof(Arc::new(Fixed(fails)));
    let mut house = house(&[LANG], Services::default().with(site));
    house.world = test.world.clone();
    let app = App::new(house);
    (test, Client::new(app.clone(), web::router(&app, routes())))
}

pub(crate) async fn each<F, R>(test: F)
where
    F: Fn(Store) -> R,
    R: Future<Output = ()>,
{
    store::testing::each_engine(&[vault::MIGRATIONS, MIGRATIONS], test).await;
}

pub(crate) fn is_page(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert!(answer.headers.get(header::SET_COOKIE).is_none());
    assert!(!answer.body.contains("??"), "{}", answer.body);
}

#[test]
fn templates_use_styles_that_exist() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(
        web::check::unknown_classes(root).unwrap(),
        Vec::<String>::new()
    );
}

#[test]
fn texts_are_in_step() {
    web::check::assert_texts(env!("CARGO_MANIFEST_DIR"), &[LANG]);
}

#[tokio::test]
async fn statements_and_columns_fit_the_schema() {
    each(|store| async move {
        store.prepare_all(QUERIES).await.unwrap();
        let mut real: Vec<String> = store
            .columns()
            .await
            .unwrap()
            .into_iter()
            .filter(|column| column.table == "declaration_version")
            .map(|column| format!("{}.{}", column.table, column.name))
            .collect();
        let mut marked: Vec<String> = crate::COLUMNS
            .lines()
            .filter_map(|line| line.split(' ').next().map(str::to_owned))
            .collect();
        real.sort();
        marked.sort();
        assert_eq!(real, marked);
    })
    .await;
}

#[tokio::test]
async fn a_published_version_is_not_rewritten() {
    each(|store| async move {
        let (test, _) = open(store, 0).await;
        for text in [BEFORE, NOW, NOW] {
            remember_version(&test.vault, text).await.unwrap();
        }
        let listed = versions(&test.vault).await.unwrap();
        assert_eq!(
            listed.iter().map(|line| line.version).collect::<Vec<_>>(),
            [1, 0]
        );
        assert_eq!(listed[0].hash, test.vault.declaration().hash());
        let bent = NOW.replacen("Her står det", "Her sto det", 1);
        assert_ne!(bent, NOW);
        let refused = remember_version(&test.vault, &bent).await;
        assert!(matches!(refused, Err(SiteError::Changed { version: 1 })));
        let broken = remember_version(&test.vault, "format = ").await;
        assert!(matches!(broken, Err(SiteError::Unreadable { line: 1, .. })));
    })
    .await;
}

#[tokio::test]
async fn the_home_page_names_the_companies_of_the_declaration() {
    each(|store| async move {
        let (_test, client) = open(store, 0).await;
        for (path, word) in [
            ("/", "Bestill time"),
            ("/nn", "Still eit spørsmål"),
            ("/en/", "Book a time"),
        ] {
            let answer = client.get(path).await;
            is_page(&answer);
            assert!(answer.body.contains(word), "{path}");
            for fact in ["Westrum Karosseri AS", "post@westrum.no", "tel:+4795496000"] {
                assert!(answer.body.contains(fact), "{path}: {fact}");
            }
            assert!(answer.body.contains("rel=\"noopener noreferrer\""));
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_on_a_public_page_is_fetched_from_others() {
    each(|store| async move {
        let (test, client) = open(store, 0).await;
        remember_version(&test.vault, BEFORE).await.unwrap();
        let paths = [
            "/",
            "/personvern",
            "/personvern/endringer",
            "/personvern/0",
            "/tilgjengelighet",
        ];
        for path in paths {
            let body = client.get(path).await.body;
            for fetched in ["src=\"", "<link rel=\"stylesheet\" href=\"", "action=\""] {
                for rest in body.split(fetched).skip(1) {
                    assert!(rest.starts_with('/'), "{path}: {fetched}{}", &rest[..30]);
                }
            }
            assert!(
                !body.contains("<iframe") && !body.contains(" style=\""),
                "{path}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_that_has_not_changed_is_not_sent_again() {
    each(|store| async move {
        let (test, client) = open(store, 0).await;
        let first = client.get("/personvern").await;
        let tag = first
            .headers
            .get(header::ETAG)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        let again = |tag: &str| Request::get("/personvern").header(header::IF_NONE_MATCH, tag);
        let answer = client.send(again(&tag), Body::empty()).await;
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (StatusCode::NOT_MODIFIED, "")
        );
        assert_eq!(answer.headers.get(header::ETAG).unwrap(), tag.as_str());
        let weak = format!("\"x\", W/{tag}");
        assert_eq!(
            client.send(again(&weak), Body::empty()).await.status,
            StatusCode::NOT_MODIFIED
        );
        // Another version in force is seen at once.
        let text = NOW.replace("\nversion = 1\n", "\nversion = 2\n");
        let next = Declaration::parse(&text).unwrap();
        test.vault.promise(Arc::new(next), test.vault.rules());
        let answer = client.send(again(&tag), Body::empty()).await;
        assert_eq!(answer.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn the_declaration_is_shown_with_its_proof_its_versions_and_its_changes() {
    each(|store| async move {
        let (test, client) = open(store, 0).await;
        let alone = client.get("/personvern/endringer").await;
        is_page(&alone);
        assert!(alone.body.contains("er den første"));
        test.clock.advance_ms(60_000);
        for text in [BEFORE, NOW] {
            remember_version(&test.vault, text).await.unwrap();
        }
        for path in ["/personvern", "/nn/personvern", "/en/personvern"] {
            let answer = client.get(path).await;
            is_page(&answer);
            assert!(answer.body.contains("id=\"C43\"") && answer.body.contains("/personvern/0"));
            assert!(
                answer.body.contains("2026-11-22T"),
                "{path}: when it last held"
            );
        }
        let changes = client.get("/en/personvern/endringer").await;
        is_page(&changes);
        assert!(changes.body.contains("<ins>") && changes.body.contains("<del>"));
        let old = client.get("/personvern/0").await;
        is_page(&old);
        assert!(old.body.contains("gjelder ikke") || old.body.contains("ikke gjelder lenger"));
        assert!(old.body.contains("noindex"));
    })
    .await;
}

#[tokio::test]
async fn versions_that_never_were_are_not_there() {
    each(|store| async move {
        let (_test, client) = open(store, 0).await;
        for path in [
            "/personvern/99",
            "/personvern/x",
            "/personvern/-1",
            "/personvern/0",
        ] {
            assert_eq!(
                client.get(path).await.status,
                StatusCode::NOT_FOUND,
                "{path}"
            );
        }
        assert_eq!(
            client.get("/nn/personvern/1").await.location(),
            Some("/nn/personvern")
        );
    })
    .await;
}

#[tokio::test]
async fn a_broken_promise_is_said_aloud() {
    each(|store| async move {
        let (_test, client) = open(store, 3).await;
        for path in ["/", "/personvern"] {
            let body = client.get(path).await.body;
            assert!(
                body.contains("held--bad") && body.contains("3 brutt"),
                "{path}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn the_record_is_for_those_who_keep_it() {
    each(|store| async move {
        let (_test, client) = open(store, 0).await;
        let path = "/personvern/protokoll";
        assert!(
            client
                .get(path)
                .await
                .location()
                .unwrap()
                .starts_with("/stab/logg-inn")
        );
        for role in Role::ALL {
            let visitor = Visitor::Staff(Colleague {
                staff: SubjectId::from_raw(1),
                role: *role,
                controller: ControllerId::from_raw(1),
            });
            let answer = client.as_visitor(visitor).await.unwrap().get(path).await;
            let may = matches!(role, Role::Privacy | Role::Admin);
            let expected = if may {
                StatusCode::OK
            } else {
                StatusCode::FORBIDDEN
            };
            assert_eq!(answer.status, expected, "{role:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_kept_in_memory_is_of_nobody_in_particular() {
    each(|store| async move {
        let (_test, client) = open(store, 0).await;
        let visitor = Visitor::Staff(Colleague {
            staff: SubjectId::from_raw(1),
            role: Role::Admin,
            controller: ControllerId::from_raw(1),
        });
        let inside = client.as_visitor(visitor).await.unwrap();
        let (first, second) = (inside.get("/").await, client.get("/").await);
        assert_eq!(first.body, second.body);
        assert!(!first.body.contains("_csrf"));
        assert_eq!(
            first.headers.get(header::CACHE_CONTROL).unwrap(),
            "no-store"
        );
        assert_eq!(
            second.headers.get(header::CACHE_CONTROL).unwrap(),
            "no-cache"
        );
    })
    .await;
}

#[tokio::test]
async fn programs_find_what_they_look_for() {
    each(|store| async move {
        let (_test, client) = open(store, 0).await;
        let json = client.get("/personvern.json").await;
        assert_eq!(
            json.headers.get(header::CONTENT_TYPE).unwrap(),
            "application/ld+json"
        );
        let data: serde_json::Value = serde_json::from_str(&json.body).unwrap();
        assert!(data.get("@context").is_some());
        let robots = client.get("/robots.txt").await.body;
        assert!(robots.contains("Disallow: /en/min-side\n"));
        assert!(robots.contains("Sitemap: https://verksted.example/sitemap.xml"));
        let map = client.get("/sitemap.xml").await.body;
        assert!(map.contains("<loc>https://verksted.example/nn/personvern</loc>"));
        assert!(!map.contains("/stab"));
        let security = client.get("/.well-known/security.txt").await.body;
        assert_eq!(
            security
                .matches("Contact: mailto:post@westrum.no\n")
                .count(),
            1
        );
        assert!(security.contains("Expires: 2027-05-2"), "{security}");
    })
    .await;
}

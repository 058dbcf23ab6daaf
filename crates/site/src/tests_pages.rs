//! The pages of the folder and search, as visitors see them; a crawl of every public page.

use std::{
    collections::{BTreeSet, VecDeque},
    path::PathBuf,
};

use axum::http::{StatusCode, header};
use store::Store;
use values::{ControllerId, SubjectId};
use vault::testing::{TestVault, vault_on};
use web::{
    App, Colleague, Lang, Role, Services, Visitor,
    testing::{Client, house},
};

use crate::{
    LANG, Site, SiteFacts, Soon, Workplace, routes,
    tests::{day, each, is_page},
};

/// The pages a new house begins with.
fn samples() -> PathBuf {
    PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../karosseri/sample-site"
    ))
}

struct One;

impl SiteFacts for One {
    fn workshops(&self, _: Lang) -> Soon<'_, Vec<Workplace>> {
        let place = |name: &str, number: i64| Workplace {
            name: name.into(),
            address: "Verkstedveien 1".into(),
            hours: "mandag–fredag 07.00–15.30".into(),
            services: Vec::new(),
            controller: ControllerId::from_raw(1),
            book: format!("/bestill?verksted={number}"),
        };
        Box::pin(async move { vec![place("Furnes", 1), place("Elverum", 2)] })
    }
}

async fn open(store: Store) -> (TestVault, Client) {
    let test = vault_on(store, day()).await.unwrap();
    let site = Site::new(test.vault.clone())
        .with_facts(std::sync::Arc::new(One))
        .with_pages(samples());
    let mut house = house(&[LANG], Services::default().with(site));
    house.world = test.world.clone();
    let app = App::new(house);
    (test, Client::new(app.clone(), web::router(&app, routes())))
}

#[test]
fn the_sample_pages_have_nothing_wrong() {
    let library = crate::Library::read(&samples(), &[]);
    assert_eq!(library.findings, []);
    assert!(library.docs().len() >= 10);
}

#[tokio::test]
async fn pages_stand_at_their_addresses_in_three_languages() {
    each(|store| async move {
        let (_test, client) = open(store).await;
        for (path, word) in [
            ("/tjenester", "Bakløfter"),
            ("/tjenester/krankontroll", "Større kran"),
            ("/nn/tjenester/krankontroll", "kontrollerer krana"),
            ("/en/tjenester/krankontroll", "outriggers"),
            (
                "/en/tjenester/bakloftere",
                "only written in another language",
            ),
            ("/nn/tjenester/bakloftere", "href=\"/nn/bestill\""),
            ("/verksteder", "bestill?verksted=2"),
            ("/verksteder/furnes", "mandag–fredag 07.00–15.30"),
            ("/nyheter", "2. november 2026"),
            ("/en/nyheter/nettsider", "href=\"/en/personvern\""),
            ("/om-oss", "Om oss"),
            ("/", "href=\"/om-oss\""),
            ("/", "Nye nettsider"),
            ("/tjenester/karosseri", "<img src=\"/filer/hytte."),
        ] {
            let page = client.get(path).await;
            is_page(&page);
            assert!(page.body.contains(word), "{path}: {word}");
        }
        for path in [
            "/finnes-ikke",
            "/tjenester/finnes-ikke",
            "/tjenester/om-oss",
            "/filer/x.png",
            "/filer/..%2fom-oss.md",
            "/nyheter/krankontroll",
        ] {
            assert_eq!(
                client.get(path).await.status,
                StatusCode::NOT_FOUND,
                "{path}"
            );
        }
        let map = client.get("/sitemap.xml").await.body;
        assert!(map.contains("/nn/tjenester/krankontroll") && map.contains("/om-oss<"));
    })
    .await;
}

#[tokio::test]
async fn files_have_the_right_type_and_last() {
    each(|store| async move {
        let (_test, client) = open(store).await;
        let page = client.get("/tjenester/karosseri").await.body;
        let (_, rest) = page.split_once("src=\"/filer/").unwrap();
        let name = rest.split('"').next().unwrap();
        let file = client.get(&format!("/filer/{name}")).await;
        assert_eq!(
            file.headers.get(header::CONTENT_TYPE).unwrap(),
            "image/svg+xml"
        );
        assert!(
            file.headers
                .get(header::CACHE_CONTROL)
                .unwrap()
                .to_str()
                .unwrap()
                .contains("immutable")
        );
        assert!(file.headers.get(header::CONTENT_SECURITY_POLICY).is_some());
        assert!(file.body.starts_with("<svg"));
    })
    .await;
}

#[tokio::test]
async fn search_finds_marks_and_suggests() {
    each(|store| async move {
        let (_test, client) = open(store).await;
        for (path, wanted) in [
            ("/sok", "Hva ser du etter?"),
            ("/sok?q=kraner", "/tjenester/krankontroll"),
            ("/sok?q=hydraulikkslange", "<mark>"),
            ("/sok?q=bakloftere", "href=\"/tjenester/bakloftere\""),
            (
                "/en/sok?q=crane+inspection",
                "href=\"/en/tjenester/krankontroll\"",
            ),
            ("/nn/sok?q=opningstid", "href=\"/nn/verksteder\""),
            ("/sok?q=cookies", "href=\"/personvern\""),
            ("/sok?q=bestille+time", "href=\"/bestill\""),
            ("/sok?q=bakl%C3%B8ftr", "Mente du"),
            ("/sok?q=xyzzy", "Ingen treff"),
            ("/sok?q=xyzzy", "href=\"/bestill\""),
        ] {
            let page = client.get(path).await;
            is_page(&page);
            assert!(page.body.contains(wanted), "{path}: {wanted}");
            assert_eq!(page.headers.get(header::CACHE_CONTROL).unwrap(), "no-store");
        }
        let strange = client
            .get("/sok?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%00%FF")
            .await;
        assert!(!strange.body.contains("<script>alert"));
    })
    .await;
}

/// Every public page that can be reached: nothing is fetched from another host, no cookie is set, links
/// out of the house are real and say nothing of where they were followed.
#[tokio::test]
async fn a_crawl_meets_no_other_host_and_no_cookie() {
    each(|store| async move {
        let (_test, client) = open(store).await;
        let mut queue: VecDeque<String> = ["/", "/nn", "/en", "/sok?q=kran", "/sitemap.xml"]
            .map(str::to_owned)
            .into();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        while let Some(path) = queue.pop_front() {
            if !seen.insert(path.clone()) {
                continue;
            }
            let page = client.get(&path).await;
            assert!(page.headers.get(header::SET_COOKIE).is_none(), "{path}");
            let policy = page.headers.get(header::CONTENT_SECURITY_POLICY).unwrap();
            assert!(!policy.to_str().unwrap().contains("http"), "{path}");
            if page.status != StatusCode::OK
                || path.starts_with("/filer/")
                || path.starts_with("/static/")
            {
                continue;
            }
            for fetched in [
                " src=\"",
                " srcset=\"",
                " action=\"",
                " poster=\"",
                " data=\"",
                "url(",
            ] {
                for rest in page.body.split(fetched).skip(1) {
                    assert!(
                        rest.starts_with('/') && !rest.starts_with("//"),
                        "{path}: {fetched}{}",
                        &rest[..30]
                    );
                }
            }
            for tag in page.body.split("<link ").skip(1) {
                let href = tag.split("href=\"").nth(1).unwrap();
                assert!(href.starts_with('/') && !href.starts_with("//"), "{path}");
            }
            assert!(
                !page.body.contains("<iframe") && !page.body.contains("<object"),
                "{path}"
            );
            queue.extend(followed(&path, &page.body));
        }
        assert!(seen.len() > 40, "{seen:?}");
    })
    .await;
}

/// Local links of a page that this slice answers; checks the others.
fn followed(path: &str, body: &str) -> Vec<String> {
    let mut local = Vec::new();
    for tag in body.split("<a ").skip(1) {
        let tag = tag.split('>').next().unwrap();
        let Some(href) = tag
            .split("href=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
        else {
            panic!("{path}: a link without an address");
        };
        if href.starts_with('/') {
            local.push(href.split('#').next().unwrap().to_owned());
        } else if href.starts_with("https://") {
            assert!(
                tag.contains("noopener noreferrer") || path.contains("personvern"),
                "{path}: {tag}"
            );
        } else {
            let kinds = ["mailto:", "tel:", "#"];
            assert!(
                kinds.iter().any(|kind| href.starts_with(kind)) && href != "#",
                "{path}: {href}"
            );
        }
    }
    local
}

#[tokio::test]
async fn staff_see_what_is_wrong_with_the_folder() {
    each(|store| async move {
        let (_test, client) = open(store).await;
        for role in Role::ALL {
            let visitor = Visitor::Staff(Colleague {
                staff: SubjectId::from_raw(1),
                role: *role,
                controller: ControllerId::from_raw(1),
            });
            let answer = client
                .as_visitor(visitor)
                .await
                .unwrap()
                .get("/stab/nettsider")
                .await;
            let wanted = match role {
                Role::Marketing | Role::Admin => StatusCode::OK,
                _ => StatusCode::FORBIDDEN,
            };
            assert_eq!(answer.status, wanted, "{role:?}");
        }
    })
    .await;
}

/// What nobody has searched for yet is found all the same: the figures' page asks right after a start.
#[tokio::test]
async fn the_house_s_own_pages_are_found_before_anybody_searches() {
    each(|store| async move {
        let test = vault_on(store, day()).await.unwrap();
        let texts = web::Texts::build(&[web::TEXTS, LANG]).unwrap();
        let site = Site::new(test.vault.clone()).with_texts(&texts);
        assert!(site.finds("bestille") && site.finds("booking"));
        assert!(!site.finds("xylofon"));
    })
    .await;
}

/// Whoever writes the site is handed the beginning of the page that is missed; what is no words is left out.
#[tokio::test]
async fn a_missed_page_begins_with_its_file() {
    each(|store| async move {
        let (_test, client) = open(store).await;
        let marketing = Visitor::Staff(Colleague {
            staff: SubjectId::from_raw(1),
            role: Role::Marketing,
            controller: ControllerId::from_raw(1),
        });
        let desk = client.as_visitor(marketing).await.unwrap();
        let page = desk
            .get("/stab/nettsider?om=br%C3%B8yteplog+str%C3%B8")
            .await
            .body;
        assert!(page.contains("title: Brøyteplog strø\n"), "{page}");
        assert!(
            page.contains("kind: service")
                && page.contains("<code>tjenester/broyteplog-stro.md</code>")
        );
        let odd = desk.get("/stab/nettsider?om=%3Cb%3E%0A---").await.body;
        assert!(
            odd.contains("title: B---\n") && !odd.contains("<b>"),
            "{odd}"
        );
        let none = desk.get("/stab/nettsider?om=%3C%3E").await;
        assert!(none.status == StatusCode::OK && !none.body.contains("id=\"begynn\""));
    })
    .await;
}

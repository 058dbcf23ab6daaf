//! What is counted and shown is what is declared; for which company; what lies in the table passes again.

use std::sync::RwLock;

use declaration::Declaration;
use vault::testing::vault_declaring;

use super::*;
use crate::{audit, forget_words};

/// The reference, counting something else.
fn counting(kinds: &str) -> Arc<Declaration> {
    let text = include_str!("../../../../declarations/westrum.toml");
    let line = "counts = [\"search_term\", \"county\"]";
    assert!(text.contains(line));
    Arc::new(Declaration::parse(&text.replace(line, kinds)).unwrap())
}

async fn open_counting(store: Store, kinds: &str) -> World {
    let test = vault_declaring(store, day(), counting(kinds))
        .await
        .unwrap();
    world_of(test, false, false, "", Arc::new(()))
}

impl World {
    async fn seen(&self, path: &str) -> String {
        let page = self.staff(Role::Admin).await.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path} {}", page.body);
        page.body
    }

    /// A row that no door would have let in.
    async fn smuggle(&self, company: i64, term: &str, county: &str) {
        let values = [
            store::plain("2026-11-22"),
            company.into(),
            store::plain(term),
            store::plain(county),
            9_i64.into(),
        ];
        let add = move |db: &mut dyn store::Db| db.exec(&SMUGGLED, &values);
        self.test.vault.store().write(add).await.unwrap();
    }
}

store::queries! {
    SMUGGLED = "INSERT INTO visit_count (day, controller_id, term, county, count) VALUES ($1, $2, $3, $4, $5)";
}

/// Only search words are declared: no county is counted, stored, shown or handed out.
#[tokio::test]
async fn a_county_that_is_not_declared_is_not_counted_and_not_shown() {
    each(|store| async move {
        let world = open_counting(store, "counts = [\"search_term\"]").await;
        for _ in 0..6 {
            world.visit("/sok?krankontroll", "81.0.0.9", &[]).await;
        }
        assert_eq!(world.rows().await, [row("krankontroll", "ukjent", 6)]);
        let page = world.seen("/stab/tall").await;
        assert!(page.contains(">krankontroll</a>"));
        for part in ["norway", "Rogaland", "Hvor de kommer fra", "Nettadressen", "Ukjent"] {
            assert!(!page.contains(part), "{part}");
        }
        assert_eq!(
            world.seen("/stab/tall.csv").await,
            "\u{feff}dag;selskap;søkeord;antall\r\n2026-11-22;Westrum Karosseri AS;krankontroll;6\r\n"
        );
        let audit = audit(&world.test.vault, &world.counter).await.unwrap();
        assert_eq!(audit.wrong, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_search_that_is_not_declared_is_a_visit_like_others() {
    each(|store| async move {
        let world = open_counting(store, "counts = [\"county\"]").await;
        for _ in 0..6 {
            world.visit("/sok?krankontroll", "81.0.0.9", &[]).await;
        }
        assert_eq!(world.rows().await, [row("", "Rogaland", 6)]);
        let page = world.seen("/stab/tall").await;
        assert!(page.contains("<svg class=\"norway\"") && page.contains("Rogaland"));
        for part in [
            "krankontroll",
            "Hva de søker etter",
            "Søk uten treff",
            "ordliste",
        ] {
            assert!(!page.contains(part), "{part}");
        }
        let csv = world.seen("/stab/tall.csv").await;
        assert!(
            csv.starts_with("\u{feff}dag;selskap;fylke;antall\r\n"),
            "{csv}"
        );
    })
    .await;
}

/// The number of visits is no kind: where visits are counted at all, it is there.
#[tokio::test]
async fn nothing_declared_but_the_purpose_leaves_a_number() {
    each(|store| async move {
        let world = open_counting(store, "").await;
        for _ in 0..6 {
            world.visit("/sok?krankontroll", "81.0.0.9", &[]).await;
        }
        assert_eq!(world.rows().await, [row("", "ukjent", 6)]);
        let page = world.seen("/stab/tall").await;
        assert!(page.contains("figure__number\">6<") && !page.contains("norway"));
    })
    .await;
}

/// What is declared no longer is kept no longer: the next night it is gone, and the proof says so until then.
#[tokio::test]
async fn what_is_declared_no_longer_goes_the_next_night() {
    each(|store| async move {
        let test = vault_declaring(store, day(), counting("")).await.unwrap();
        let world = world_of(test, false, false, "", Arc::new(()));
        world.smuggle(1, "krankontroll", "Rogaland").await;
        world.smuggle(1, "lakkering", "ukjent").await;
        let looked = audit(&world.test.vault, &world.counter).await.unwrap();
        assert_eq!(
            looked.wrong,
            [
                "visit_count.term: counted and not declared (2)",
                "visit_count.county: counted and not declared (1)",
            ]
        );
        chore(&world.test.vault, day(), 5).await.unwrap();
        assert_eq!(
            world.rows().await,
            [row("", "(flere)", 9), row("", "ukjent", 9)]
        );
        let looked = audit(&world.test.vault, &world.counter).await.unwrap();
        assert_eq!(looked.wrong, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn rows_that_no_door_lets_in_are_found() {
    each(|store| async move {
        let world = open(store, false, false).await;
        for typed in ["krankontroll", "lakkering+kran+hydraulikk", "xyzzy"] {
            world.visit(&format!("/sok?{typed}"), "81.0.0.9", &[]).await;
        }
        world.flush().await;
        let calm = audit(&world.test.vault, &world.counter).await.unwrap();
        assert_eq!((calm.wrong.len(), calm.looked > 3), (0, true));
        for (company, term, county) in [
            (1, "CU10001", "Rogaland"),
            (1, "kari nordmann", "Rogaland"),
            (1, "kari@example.no", "Rogaland"),
            (1, "KRAN", "Rogaland"),
            (1, "kran", "0301"),
            (9, "kran", "Oslo"),
        ] {
            world.smuggle(company, term, county).await;
        }
        let found = audit(&world.test.vault, &world.counter).await.unwrap();
        assert_eq!(
            found.wrong,
            [
                "visit_count.term: not known words (4)",
                "visit_count.county: no county (1)",
                "visit_count.controller_id: no company of the declaration (1)",
            ]
        );
    })
    .await;
}

/// Words of pages, as they are at the time.
#[derive(Default)]
struct Said(RwLock<Vec<&'static str>>);

impl Vocabulary for Said {
    fn word(&self, folded: &str) -> Option<String> {
        let said = self.0.read().unwrap();
        said.iter()
            .find(|word| **word == folded)
            .map(|word| (*word).to_owned())
    }

    fn stamp(&self) -> u64 {
        self.0.read().unwrap().len() as u64
    }
}

#[tokio::test]
async fn a_word_that_no_page_says_any_more_is_forgotten() {
    each(|store| async move {
        let said = Arc::new(Said::default());
        said.0.write().unwrap().extend(["villsvin", "xylofon"]);
        let test = vault_on(store, day()).await.unwrap();
        let world = world_of(test, false, false, "", said.clone());
        for typed in ["villsvin+kran", "villsvin", "xylofon"] {
            world.visit(&format!("/sok?{typed}"), "81.0.0.9", &[]).await;
        }
        world.flush().await;
        let store = world.test.vault.store();
        forget_words(store, &world.counter).await.unwrap();
        assert_eq!(world.rows().await.len(), 3);
        said.0.write().unwrap().retain(|word| *word != "villsvin");
        forget_words(store, &world.counter).await.unwrap();
        let of = |term: &str| row(term, "Rogaland", 1);
        assert_eq!(
            world.rows().await,
            [of("(fjernet)"), of("kran"), of("xylofon")]
        );
    })
    .await;
}

/// A visit is counted to the company of the page, else of the part of the site, else of the host, else of
/// the first; the page of figures can be narrowed to one.
#[tokio::test]
async fn a_visit_is_counted_to_the_company_it_belongs_to() {
    each(|store| async move {
        let test = vault_on(store, day()).await.unwrap();
        let keys: Vec<String> = test
            .vault
            .declaration()
            .controllers()
            .iter()
            .map(|one| one.key.clone())
            .collect();
        let belongs = format!("www.to.example = {0}, /side/under = {0}", keys[1]);
        let world = world_of(test, false, false, &belongs, Arc::new(()));
        let host = |name| [("host", name)];
        for _ in 0..7 {
            world
                .visit("/side", "81.0.0.9", &host("www.en.example"))
                .await;
        }
        for _ in 0..3 {
            world
                .visit("/nn/side/under", "81.6.0.9", &host("www.en.example"))
                .await;
            world
                .visit("/verksted", "81.6.0.9", &host("www.en.example"))
                .await;
            world
                .visit("/sok?kran", "81.6.0.9", &host("www.to.example"))
                .await;
        }
        world.flush().await;
        let numbers = |page: &str| -> Vec<String> {
            let found = page.split("figure__number\">").skip(1);
            found
                .map(|rest| rest.split('<').next().unwrap().to_owned())
                .collect()
        };
        let of = async |query: &str| numbers(&world.seen(&format!("/stab/tall{query}")).await);
        // Three searches alone are too few to be shown, and no sum of them is.
        assert_eq!(of("").await, ["13", "0", "0"]);
        assert_eq!(of(&format!("?selskap={}", keys[0])).await, ["7", "0", "0"]);
        assert_eq!(of(&format!("?selskap={}", keys[1])).await, ["6", "0", "0"]);
        assert_eq!(of("?selskap=ukjent").await, ["13", "0", "0"]);
        let page = world.seen(&format!("/stab/tall?selskap={}", keys[1])).await;
        assert!(page.contains("Finnmark</th>") && !page.contains("Rogaland</th>"));
        let csv = world
            .seen(&format!("/stab/tall.csv?selskap={}", keys[1]))
            .await;
        assert_eq!(csv.lines().count(), 2, "{csv}");
        assert!(csv.contains("Westrum AS;;Finnmark;6\r\n"), "{csv}");
    })
    .await;
}

/// A search that has grown since the days before stands in a list of its own.
#[tokio::test]
async fn what_rises_is_listed() {
    each(|store| async move {
        let world = open(store, false, false).await;
        for (typed, times) in [("kran", 8), ("lakkering", 6)] {
            for _ in 0..times {
                world.visit(&format!("/sok?{typed}"), "81.0.0.9", &[]).await;
            }
        }
        world.flush().await;
        let first = world.seen("/stab/tall").await;
        assert!(
            !first.contains("Det som øker"),
            "there is nothing to compare with"
        );
        world.test.clock.advance_ms(35 * 24 * 3_600_000);
        for (typed, times) in [("kran", 9), ("lakkering", 16)] {
            for _ in 0..times {
                world.visit(&format!("/sok?{typed}"), "81.0.0.9", &[]).await;
            }
        }
        world.flush().await;
        let page = world.seen("/stab/tall").await;
        let (_, risen) = page.split_once("id=\"oker\"").unwrap();
        let (risen, nothing) = risen.split_once("</section>").unwrap();
        assert!(
            risen.contains("lakkering") && !risen.contains(">kran<"),
            "{risen}"
        );
        assert!(
            risen.contains(">6</td>") && risen.contains(">16</td>"),
            "{risen}"
        );
        assert!(
            nothing.contains("/stab/nettsider?om=lakkering"),
            "{nothing}"
        );
    })
    .await;
}

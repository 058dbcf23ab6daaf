//! Counting from request to page, on both engines.

mod declared;
mod small;

use std::{net::SocketAddr, sync::Arc};

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Request, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use declaration::vocabulary::Count;
use store::Store;
use values::{ControllerId, Moment, SubjectId};
use vault::testing::{TestVault, vault_on};
use web::{
    App, Colleague, Counted, Error, Role, Routes, Services, Visitor, Visits,
    testing::{Client, house},
};

use crate::{
    Belongs, COLUMNS, Counter, CounterSettings, Finder, LANG, MIGRATIONS, QUERIES, Shown,
    Vocabulary, chore, routes,
};

const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

fn day() -> Moment {
    Moment::at_local(jiff::civil::date(2026, 11, 22), 9, 0)
}

async fn each<F, R>(test: F)
where
    F: Fn(Store) -> R,
    R: Future<Output = ()>,
{
    store::testing::each_engine(&[vault::MIGRATIONS, MIGRATIONS], test).await;
}

struct OnlyCranes;

impl Finder for OnlyCranes {
    fn finds(&self, words: &str) -> bool {
        words.contains("kran")
    }

    fn look(&self, _: Moment) -> web::Later<'_, ()> {
        Box::pin(async { Ok(()) })
    }

    fn begin(&self, words: &str) -> String {
        format!("/stab/nettsider?om={words}")
    }
}

struct World {
    test: TestVault,
    counter: Arc<Counter>,
    client: Client,
}

async fn search(request: Request<Body>) -> Result<Response, Error> {
    let mut answer = Html("<p>treff").into_response();
    let typed = request.uri().query().unwrap_or_default().replace('+', " ");
    answer.extensions_mut().insert(Counted {
        searched: Some(typed),
        controller: None,
    });
    Ok(answer)
}

/// A page that knows whose it is.
async fn workshop() -> Response {
    let mut answer = Html("<p>verksted").into_response();
    answer.extensions_mut().insert(Counted {
        searched: None,
        controller: Some(ControllerId::from_raw(2)),
    });
    answer
}

async fn open(store: Store, behind_proxy: bool, public: bool) -> World {
    let test = vault_on(store, day()).await.unwrap();
    world_of(test, behind_proxy, public, "", Arc::new(()))
}

fn world_of(
    test: TestVault,
    behind_proxy: bool,
    public: bool,
    belongs: &str,
    words: Arc<dyn Vocabulary>,
) -> World {
    let declaration = test.vault.declaration();
    let belongs = Belongs::read(belongs, &declaration).unwrap();
    let settings = CounterSettings::of(&declaration, belongs, words);
    let counter = Arc::new(Counter::new(settings));
    counter.know_places(crate::place::tests::world());
    let services = Services::default()
        .with(test.vault.clone())
        .with(counter.clone() as Arc<dyn Visits>)
        .with(Arc::new(OnlyCranes) as Arc<dyn Finder>)
        .with(Shown {
            smallest: 5,
            public,
            places: !public,
        });
    let mut house = house(&[LANG], services);
    house.world = test.world.clone();
    house.settings.behind_proxy = behind_proxy;
    let app = App::new(house);
    let all = routes()
        .get("/sok", web::Door::Public, search)
        .get("/side", web::Door::Public, async || Html("<p>side"))
        .get("/side/under", web::Door::Public, async || Html("<p>under"))
        .get("/verksted", web::Door::Public, workshop);
    let client = Client::new(app.clone(), web::router(&app, all));
    World {
        test,
        counter,
        client,
    }
}

impl World {
    async fn visit(&self, path: &str, from: &str, headers: &[(&str, &str)]) {
        let address: SocketAddr = format!("{from}:40000").parse().unwrap();
        let mut request = Request::get(path).extension(ConnectInfo(address));
        if !headers.iter().any(|(name, _)| *name == "user-agent") {
            request = request.header(header::USER_AGENT, BROWSER);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.client.send(request, Body::empty()).await;
    }

    async fn flush(&self) -> usize {
        let store = self.test.vault.store();
        self.counter
            .flush(store, self.test.world.now())
            .await
            .unwrap()
    }

    /// Every row, as the table has it.
    async fn rows(&self) -> Vec<(String, String, String, i64)> {
        self.flush().await;
        let read = self.test.vault.store().read(|db| {
            let rows = db.all(&EVERYTHING, &[])?;
            rows.iter()
                .map(|row| {
                    let text = |name: &str| Ok::<_, store::StoreError>(row.text(name)?.to_owned());
                    Ok((
                        text("day")?,
                        text("term")?,
                        text("county")?,
                        row.i64("count")?,
                    ))
                })
                .collect::<Result<Vec<_>, store::StoreError>>()
        });
        let mut rows = read.await.unwrap();
        rows.sort();
        rows
    }

    async fn staff(&self, role: Role) -> Client {
        let visitor = Visitor::Staff(Colleague {
            staff: SubjectId::from_raw(1),
            role,
            controller: ControllerId::from_raw(1),
        });
        self.client.as_visitor(visitor).await.unwrap()
    }
}

store::queries! {
    /// Every row, as the table has it.
    EVERYTHING = "SELECT day, controller_id, term, county, count FROM visit_count ORDER BY day, controller_id, term, county";
}

fn row(term: &str, county: &str, count: i64) -> (String, String, String, i64) {
    ("2026-11-22".into(), term.into(), county.into(), count)
}

#[test]
fn texts_and_styles_are_in_step() {
    web::check::assert_texts(env!("CARGO_MANIFEST_DIR"), &[LANG]);
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(
        web::check::unknown_classes(root).unwrap(),
        Vec::<String>::new()
    );
}

/// C38: two kinds and no other. A new kind is a new column, and this test is where it is noticed.
#[tokio::test]
async fn the_table_has_no_column_but_those_of_the_declaration() {
    each(|store| async move {
        store.prepare_all(QUERIES).await.unwrap();
        let columns = store.columns().await.unwrap();
        let mut real: Vec<String> = columns
            .into_iter()
            .filter(|column| column.table == "visit_count")
            .map(|column| column.name)
            .collect();
        real.sort();
        assert_eq!(real, ["controller_id", "count", "county", "day", "term"]);
        // A column for each kind that can be declared, and the three that every count has.
        assert_eq!(real.len(), Count::ALL.len() + 3);
        assert_eq!(COLUMNS.lines().count(), 5);
        assert_eq!(MIGRATIONS.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn visits_and_searches_become_numbers() {
    each(|store| async move {
        let world = open(store, false, false).await;
        for _ in 0..3 {
            world.visit("/side", "81.0.0.9", &[]).await;
        }
        world.visit("/nn/side", "8.8.8.8", &[]).await;
        world.visit("/sok?Krankontroll", "81.0.0.9", &[]).await;
        world.visit("/sok?", "81.0.0.9", &[]).await;
        world.visit("/finnes-ikke", "81.0.0.9", &[]).await;
        assert_eq!(
            world.rows().await,
            [
                row("", "Rogaland", 4),
                row("", "utlandet", 1),
                row("krankontroll", "Rogaland", 1),
            ]
        );
        // Written again, the numbers grow; nothing is counted twice.
        world.visit("/side", "81.0.0.9", &[]).await;
        assert_eq!(world.flush().await, 1);
        assert_eq!(world.flush().await, 0);
        assert_eq!(world.rows().await[0], row("", "Rogaland", 5));
    })
    .await;
}

#[tokio::test]
async fn who_asks_not_to_be_counted_and_machines_are_not() {
    each(|store| async move {
        let world = open(store, false, false).await;
        for headers in [
            ("sec-gpc", "1"),
            ("dnt", "1"),
            ("purpose", "prefetch"),
            ("sec-purpose", "prefetch;prerender"),
            (
                "user-agent",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            ),
            ("user-agent", "Mozilla/5.0 (X11) HeadlessChrome/140.0"),
            ("user-agent", "curl/8.5.0"),
            ("user-agent", ""),
        ] {
            world.visit("/side", "81.0.0.9", &[headers]).await;
        }
        world.client.get("/side").await;
        let head = Request::head("/side").header(header::USER_AGENT, BROWSER);
        world.client.send(head, Body::empty()).await;
        let staff = world.staff(Role::Admin).await;
        let logged_in = Request::get("/side").header(header::USER_AGENT, BROWSER);
        staff.send(logged_in, Body::empty()).await;
        assert_eq!(world.rows().await, []);
    })
    .await;
}

#[tokio::test]
async fn what_a_proxy_says_is_believed_only_where_there_is_one() {
    each(|store| async move {
        let forwarded = [("x-forwarded-for", "9.9.9.9, 81.6.0.1")];
        let alone = open(store, false, false).await;
        alone.visit("/side", "81.0.0.9", &forwarded).await;
        assert_eq!(alone.rows().await, [row("", "Rogaland", 1)]);
    })
    .await;
    each(|store| async move {
        let forwarded = [("x-forwarded-for", "9.9.9.9, 81.6.0.1")];
        let behind = open(store, true, false).await;
        behind.visit("/side", "127.0.0.1", &forwarded).await;
        assert_eq!(behind.rows().await, [row("", "Finnmark", 1)]);
    })
    .await;
}

/// Fixture F11, all the way to the table.
#[tokio::test]
async fn f11_nothing_personal_reaches_the_table() {
    each(|store| async move {
        let world = open(store, false, false).await;
        for typed in [
            "AB12345",
            "kari@example.com",
            "90012345",
            "Kari+Nordmann",
            "krankontroll",
        ] {
            world.visit(&format!("/sok?{typed}"), "81.0.0.9", &[]).await;
        }
        assert_eq!(
            world.rows().await,
            [
                row("(fjernet)", "Rogaland", 4),
                row("krankontroll", "Rogaland", 1),
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn a_day_goes_when_its_rule_has_run_out() {
    each(|store| async move {
        let world = open(store, false, false).await;
        world.visit("/side", "81.0.0.9", &[]).await;
        world.flush().await;
        let after = |months: i64| Moment::at_local(day().local_date(), 9, 0).plus_days(months * 31);
        assert_eq!(chore(&world.test.vault, after(22), 5).await.unwrap(), 0);
        assert_eq!(world.rows().await.len(), 1);
        assert_eq!(chore(&world.test.vault, after(24), 5).await.unwrap(), 1);
        assert_eq!(world.rows().await, []);
    })
    .await;
}

#[tokio::test]
async fn without_the_purpose_nothing_is_counted() {
    let counter = Counter::new(CounterSettings {
        controllers: vec![ControllerId::from_raw(1)],
        belongs: Belongs::default(),
        declared: false,
        searches: true,
        counties: true,
        vocabulary: Arc::new(()),
    });
    let mut headers = axum::http::HeaderMap::new();
    headers.insert(header::USER_AGENT, BROWSER.parse().unwrap());
    assert_eq!(counter.look(&headers, "/", None), None);
}

#[tokio::test]
async fn the_page_says_what_and_where_and_what_found_nothing() {
    each(|store| async move {
        let world = open(store, false, true).await;
        for (typed, times) in [("krankontroll", 7), ("lakkering", 5)] {
            for _ in 0..times {
                world.visit(&format!("/sok?{typed}"), "81.0.0.9", &[]).await;
            }
        }
        world.flush().await;
        let desk = world.staff(Role::Admin).await;
        for (path, word) in [
            ("/stab/tall", "Søk uten treff"),
            ("/nn/stab/tall?p=90", "Søk utan treff"),
            ("/en/stab/tall?p=alt", "Searches that find nothing"),
        ] {
            let page = desk.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path} {}", page.body);
            assert!(
                page.body.contains(word) && !page.body.contains("??"),
                "{path}"
            );
            assert!(!page.body.contains("county_database"), "a county is known");
            assert!(page.body.contains("<svg class=\"norway\"") && page.body.contains("Rogaland"));
            let (_, nothing) = page.body.split_once("id=\"ingenting\"").unwrap();
            assert!(nothing.contains("lakkering") && !nothing.contains("krankontroll"));
        }
        let one = desk.get("/stab/tall?p=30&ord=krankontroll").await.body;
        assert!(one.contains("«krankontroll»"));
        assert!(
            !desk
                .get("/stab/tall?ord=%3Cb%3E")
                .await
                .body
                .contains("<b>")
        );
        let visitor = world.client.get("/tall").await;
        assert_eq!(visitor.status, StatusCode::OK);
        assert!(visitor.body.contains("Hvor de kommer fra"));
        assert!(!visitor.body.contains("county_database"));
        assert!(visitor.headers.get(header::SET_COOKIE).is_none());
    })
    .await;
}

/// Where nothing finds counties, staff are told what is missing.
#[tokio::test]
async fn without_a_database_the_page_says_so() {
    each(|store| async move {
        let world = open(store, false, true).await;
        for _ in 0..6 {
            world.visit("/side", "127.0.0.1", &[]).await;
        }
        world.flush().await;
        let page = world.staff(Role::Admin).await.get("/stab/tall").await;
        assert!(page.body.contains("county_database"), "{}", page.body);
        assert!(page.body.contains("færre enn 5, eller ingen"));
    })
    .await;
}

#[tokio::test]
async fn the_page_is_the_offices_unless_it_is_switched_on() {
    each(|store| async move {
        let world = open(store, false, false).await;
        assert_eq!(
            world.client.get("/tall").await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            world.client.get("/tall.csv").await.status,
            StatusCode::NOT_FOUND
        );
        for role in Role::ALL {
            let wanted = match role {
                Role::Marketing | Role::Admin => StatusCode::OK,
                _ => StatusCode::FORBIDDEN,
            };
            let answer = world.staff(*role).await.get("/stab/tall").await;
            assert_eq!(answer.status, wanted, "{role:?}");
        }
    })
    .await;
}

#[test]
fn a_machine_that_types_fills_nothing() {
    let counter = Counter::new(CounterSettings {
        controllers: vec![ControllerId::from_raw(1)],
        belongs: Belongs::default(),
        declared: true,
        searches: true,
        counties: true,
        vocabulary: Arc::new(Anything),
    });
    for number in 0..30_000_u32 {
        let word: String = format!("{number:05}")
            .bytes()
            .map(|b| char::from(b - b'0' + b'a'))
            .collect();
        let page = Counted {
            searched: Some(word),
            controller: None,
        };
        let place = web::Place {
            from: 0,
            company: None,
        };
        counter.count(place, &page, day());
    }
    let taken = counter.take();
    assert!(taken.len() <= 4_097, "{}", taken.len());
    assert_eq!(taken.values().sum::<u32>(), 30_000);
}

/// Knows every word: what a careless site would answer.
struct Anything;

impl crate::Vocabulary for Anything {
    fn word(&self, folded: &str) -> Option<String> {
        Some(folded.to_owned())
    }
}

#[test]
fn routes_have_doors() {
    let table: Vec<_> = Routes::merge(routes(), Routes::new()).table();
    assert_eq!(table.len(), 4);
}

//! Houses for tests: a fresh one on SQLite and one in a schema of its own on PostgreSQL, with a
//! clock to move, seeded chance, a mail server that records, and visitors of every kind.

use std::{future::Future, path::PathBuf, sync::Arc};

use axum::Router;
use karosseri::{house::House, settings::Settings};
use letters::{Mailer, testing::MailServer};
use values::{Moment, SeededChance, SetClock, World};
use web::App;

use super::client::Client;

/// The seed of every chance in the tests; `KAROSSERI_TEST_SEED` sets another.
pub fn seed() -> u64 {
    let seed = std::env::var("KAROSSERI_TEST_SEED")
        .ok()
        .and_then(|s| s.parse().ok());
    let seed = seed.unwrap_or(20_260_301);
    println!("seed {seed} (KAROSSERI_TEST_SEED)");
    seed
}

/// Where a house lies.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its data folder.
    pub data: PathBuf,
    /// Server and schema, on PostgreSQL.
    pub database: Option<(String, String)>,
}

impl Place {
    /// `sqlite` or `postgres`.
    pub fn engine(&self) -> &'static str {
        if self.database.is_some() {
            "postgres"
        } else {
            "sqlite"
        }
    }

    /// What the settings say of it.
    pub fn said(&self) -> Vec<(&'static str, String)> {
        let mut said = vec![("data", self.data.display().to_string())];
        if let Some((url, schema)) = &self.database {
            said.push(("database", url.clone()));
            said.push(("schema", schema.clone()));
        }
        said
    }

    /// Its settings, with these besides.
    pub fn settings(&self, more: &[(&'static str, &str)]) -> Settings {
        let mut said = self.said();
        said.push(("health_listen", "off".to_owned()));
        // Stories move through years and hours; a test of unusual openings says `ask`.
        said.push(("unusual_reads", "note".to_owned()));
        said.extend(
            more.iter()
                .map(|(name, value)| (*name, (*value).to_owned())),
        );
        Settings::read(None, std::iter::empty(), &said).expect("settings")
    }
}

/// Runs a test in a fresh place on each engine, one after the other; what was made is removed
/// whatever comes of the test.
pub async fn each_place<F, W>(test: F)
where
    F: Fn(Place) -> W,
    W: Future<Output = ()> + Send + 'static,
{
    let folder = tempfile::tempdir().expect("a folder");
    let place = Place {
        data: folder.path().join("data"),
        database: None,
    };
    guarded(test(place)).await;
    if let Some(url) = store::testing::server() {
        let schema = store::testing::fresh_schema();
        let folder = tempfile::tempdir().expect("a folder");
        let database = Some((url.clone(), schema.clone()));
        let place = Place {
            data: folder.path().join("data"),
            database,
        };
        let came = tokio::spawn(test(place)).await;
        store::testing::drop_schema(&url, &schema).await;
        came.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()));
    }
}

async fn guarded(test: impl Future<Output = ()> + Send + 'static) {
    let came = tokio::spawn(test).await;
    came.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()));
}

/// An open house with everything around it.
pub struct Spawned {
    /// The house.
    pub house: House,
    /// Its state.
    pub app: App,
    /// Its pages.
    pub router: Router,
    /// Its clock.
    pub clock: Arc<SetClock>,
    /// The mail server that records.
    pub mail: MailServer,
    mailer: Mailer,
}

/// A Monday morning long after the reference declaration took effect.
pub fn monday() -> Moment {
    Moment::at_local(jiff::civil::date(2026, 11, 23), 9, 0)
}

/// Opens a house in a place.
pub async fn open(place: Place, more: &[(&'static str, &str)]) -> Spawned {
    open_at(place, more, monday()).await
}

/// Opens a house in a place, at an instant.
pub async fn open_at(place: Place, more: &[(&'static str, &str)], at: Moment) -> Spawned {
    let clock = Arc::new(SetClock::at(at));
    let chance = Arc::new(SeededChance::new(seed() ^ at.millis().cast_unsigned()));
    let world = World {
        clock: clock.clone(),
        chance,
    };
    let mail = MailServer::start().await;
    let port = mail.port().to_string();
    let mut said = vec![
        ("mail_host", "127.0.0.1"),
        ("mail_port", port.as_str()),
        ("mail_tls", "none"),
    ];
    said.extend(more);
    let house = House::open(place.settings(&said), world)
        .await
        .expect("the house opens");
    let (app, router) = karosseri::serve::app(&house, false).await.expect("the app");
    let mailer = mail.mailer();
    Spawned {
        house,
        app,
        router,
        clock,
        mail,
        mailer,
    }
}

/// Opens a house furnished as the demo is: companies, workshops, staff, customers with history. Its
/// clock stands at the real present, as the demo's history ends there; when the week is over, on the
/// Monday after, so that the demo's next bookings stand in the calendar whatever day the test runs on.
pub async fn furnished(place: Place, more: &[(&'static str, &str)]) -> Spawned {
    karosseri::demo::furnish(&place.settings(more))
        .await
        .expect("furnished");
    open_this_week(place, more).await
}

/// The same at this very instant: for what a program of its own goes on with, by the clock of the machine.
pub async fn furnished_now(place: Place) -> Spawned {
    karosseri::demo::furnish(&place.settings(&[]))
        .await
        .expect("furnished");
    open_at(place, &[], values::Clock::now(&values::SystemClock)).await
}

/// The same with the office's work besides, as `karosseri demo` is.
pub async fn furnished_whole(place: Place, more: &[(&'static str, &str)]) -> Spawned {
    karosseri::demo::furnish_whole(&place.settings(more))
        .await
        .expect("furnished");
    open_this_week(place, more).await
}

async fn open_this_week(place: Place, more: &[(&'static str, &str)]) -> Spawned {
    let now = values::Clock::now(&values::SystemClock);
    open_at(place, more, in_a_week(now)).await
}

/// This instant, or a morning: of the next day when the demo's times of today are over, and of Monday from
/// Thursday afternoon on. So that somebody is expected today, at whatever hour the test runs.
fn in_a_week(now: Moment) -> Moment {
    let day = now.local_date();
    let weekday = i64::from(day.weekday().to_monday_zero_offset());
    let morning = |days: i64| {
        let date = now.plus_days(days).local_date();
        Moment::at_local(date, 7, 30)
    };
    let is_late = now > Moment::at_local(day, 12, 30);
    match weekday {
        0..=2 if is_late => morning(1),
        0..=2 => now,
        3 if !is_late => now,
        _ => morning(7 - weekday),
    }
}

#[test]
fn somebody_is_expected_today_at_whatever_hour() {
    let at = |day, hour| Moment::at_local(jiff::civil::date(2026, 11, day), hour, 0);
    let morning = |day| Moment::at_local(jiff::civil::date(2026, 11, day), 7, 30);
    for (now, then) in [
        (at(23, 8), at(23, 8)),
        (at(23, 13), morning(24)),
        (at(25, 23), morning(26)),
        (at(26, 12), at(26, 12)),
        (at(26, 13), morning(30)),
        (at(27, 8), morning(30)),
        (at(29, 23), morning(30)),
    ] {
        assert_eq!(in_a_week(now), then, "{}", now.rfc3339());
    }
}

impl Spawned {
    /// A visitor whom nobody knows.
    pub fn visitor(&self) -> Client {
        Client::of(&self.router)
    }

    /// Sends what waits in the outbox.
    pub async fn deliver(&self) {
        customers::send_links(&self.app).await.expect("links");
        letters::deliver_due(&self.house.vault, &self.mailer)
            .await
            .expect("delivered");
    }

    /// The link in the latest letter to an address that contains this.
    pub async fn letter(&self, to: &str, containing: &str) -> String {
        self.deliver().await;
        let letters = self.mail.taken();
        let found = letters
            .iter()
            .rev()
            .filter(|l| l.to == to)
            .find_map(|l| l.link(containing));
        found.unwrap_or_else(|| panic!("no letter with {containing} has come"))
    }

    /// Somebody logged in by the demo's link with this label.
    pub async fn enter(&self, label: &str) -> Client {
        log_in(self.visitor(), &self.link_for(label).await).await
    }

    /// The demo's one-time link with this label.
    pub async fn link_for(&self, label: &str) -> String {
        let addresses = karosseri::demo::addresses(&self.house)
            .await
            .expect("addresses");
        let link = addresses.iter().find(|(name, _)| name == label);
        link.unwrap_or_else(|| panic!("no address {label}"))
            .1
            .clone()
    }

    /// A moment passes: two things do not happen at the same instant.
    pub fn tick(&self) {
        let later = values::Clock::now(&*self.clock).plus_ms(1500);
        self.clock.set(later);
    }

    /// Waits for time to pass.
    pub fn pass_days(&self, days: i64) {
        let later = values::Clock::now(&*self.clock).plus_days(days);
        self.clock.set(later);
    }

    /// Closes the store: nothing more is written.
    pub async fn close(self) {
        self.house.store().clone().close().await.expect("closed");
    }
}

/// Follows a one-time link: reads the page and presses its button.
pub async fn log_in(mut client: Client, link: &str) -> Client {
    let page = client.open(super::client::local(link)).await;
    if client.cookie.is_none() {
        let path = page.path.split('?').next().unwrap_or_default().to_owned();
        client.submit(&page, &path, &[]).await;
    }
    assert!(
        client.cookie.is_some(),
        "{} does not log in:\n{}",
        page.path,
        page.words()
    );
    client
}

//! Erasures being carried out, and the program killed at any instant, again and again: whoever was answered
//! is forgotten, whoever was decided on is forgotten and answered after the restart, nobody else is touched,
//! and everything that was done was done once.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use declaration::vocabulary::Category;
use rights::requests::{self, State};
use store::{Db, Store};
use values::{Chance, Clock, Email, PersonName, RightsRequestId, SeededChance, SystemClock};
use vault::{Actor, Keep, Personal, Provenance, Vault};

use crate::support::{
    client::{Client, Wire, encode, filled},
    house::{self, Place, Spawned, seed},
    program::Program,
};

/// So many at any instant, and so many more that are aimed at an erasure under way, at most.
const KILLS: usize = 6;
const AIMED: usize = 10;
const PEOPLE: usize = 64;

store::queries! {
    /// Erasures that were decided and not answered when the program died.
    UNDER_WAY = "SELECT COUNT(*) AS n FROM rights_request WHERE state = 'open' AND decided_at IS NOT NULL";
    /// As if ten minutes had gone by.
    LATER = "UPDATE rights_request SET decided_at = decided_at - 600000 WHERE state = 'open' AND decided_at IS NOT NULL";
    /// How many receipts there are.
    RECEIPTS = "SELECT COUNT(*) AS n FROM rights_receipt";
    /// Strands whose destruction was begun and not finished.
    ENDING = "SELECT COUNT(*) AS n FROM strand WHERE state = 'ending'";
}

/// Somebody whose visit is over.
async fn somebody(vault: &Vault, number: usize) -> String {
    let address = format!("glemt{number}@kunde.example");
    let contact = Personal::new(customers::CustomerContact {
        name: PersonName::parse("Prøve Person").expect("a name"),
        email: Some(Email::parse(&address).expect("an address")),
        phone: None,
        organisation: None,
        org_no: None,
        language: "nb".to_owned(),
        customer_no: None,
    });
    let source = Provenance {
        source_kind: "data_subject",
        source_ref: 1,
        notice_version: "1".to_owned(),
    };
    let mut work = vault.work();
    let keep = Keep::from(
        "visit",
        900_000 + i64::try_from(number).expect("small"),
        work.at(),
    );
    let taken = customers::take_contact(
        vault,
        &mut work,
        Actor::Visitor,
        None,
        &contact,
        &source,
        &keep,
    );
    taken.await.expect("taken");
    let laid = work.finish();
    let written = vault.store().write(move |db| laid.lay(db)).await;
    written.expect("laid down");
    address
}

/// A house in which many have asked to be forgotten, closed again; the officer's cookie and the cases.
async fn furnished(place: &Place) -> (String, Vec<i64>) {
    let spawned = house::furnished_now(place.clone()).await;
    let mut officer = spawned.enter("privacy").await;
    let page = officer.open("/stab/personvern/ny").await.is(200);
    let form = page.form("/stab/personvern/ny");
    let day = SystemClock.now().local_date().to_string();
    let mut cases = Vec::new();
    for number in 0..PEOPLE {
        let address = somebody(&spawned.house.vault, number).await;
        let typed = [
            ("kind", "erasure"),
            ("channel", "letter"),
            ("received", day.as_str()),
            ("email", address.as_str()),
            ("text", "Glem meg"),
            ("level", "vouched"),
            ("reason", "Kjenner dem"),
        ];
        let pairs = filled(&form, &typed);
        let taken = officer.post_file(&form.action, &pairs, None).await.is(303);
        let to = taken.location().expect("the case").to_owned();
        let id = to.split(['/', '?']).find_map(|part| part.parse().ok());
        cases.push(id.expect("a number"));
        spawned.tick();
    }
    spawned.close().await;
    (officer.cookie.expect("a cookie"), cases)
}

/// An officer who presses one button after the other until the program is gone.
struct Officer {
    base: String,
    http: reqwest::Client,
    cookie: String,
}

impl Officer {
    fn at(base: &str, cookie: &str) -> Self {
        let Wire::Server(base, http) = Client::at(base).wire() else {
            unreachable!("a server")
        };
        Self {
            base,
            http,
            cookie: cookie.to_owned(),
        }
    }

    async fn sent(&self, request: reqwest::RequestBuilder) -> Option<(u16, String, String)> {
        let request = request
            .header("cookie", &self.cookie)
            .header("sec-fetch-site", "same-origin");
        let answer = request.send().await.ok()?;
        let to = answer.headers().get("location");
        let to = to.and_then(|to| to.to_str().ok()).unwrap_or_default();
        let (status, to) = (answer.status().as_u16(), to.to_owned());
        Some((status, to, answer.text().await.ok()?))
    }

    /// Carries one erasure out: the receipt's path, or nothing when there was no answer.
    async fn erases(&self, case: i64) -> Option<String> {
        let path = format!("{}/stab/personvern/krav/{case}", self.base);
        let (status, _, body) = self.sent(self.http.get(&path)).await?;
        assert_eq!(status, 200, "{body}");
        let value = |name: &str| {
            let rest = body.split(&format!("name=\"{name}\" value=\"")).nth(1)?;
            rest.split('"').next()
        };
        let pairs = [
            (web::CSRF_FIELD, value(web::CSRF_FIELD)?),
            ("version", value("version")?),
            ("sure", "1"),
        ];
        let form = encode(pairs.into_iter());
        let request = self.http.post(format!("{path}/slett")).body(form);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let (status, to, body) = self.sent(request).await?;
        assert_eq!(status, 303, "{body}");
        Some(to)
    }
}

type Queue = Arc<Mutex<Vec<i64>>>;
type Receipts = Arc<Mutex<BTreeMap<i64, String>>>;

async fn works(officer: Officer, queue: Queue, receipts: Receipts) {
    loop {
        let Some(case) = queue.lock().expect("the queue").pop() else {
            return;
        };
        let Some(receipt) = officer.erases(case).await else {
            return;
        };
        receipts.lock().expect("receipts").insert(case, receipt);
    }
}

async fn beside(place: &Place) -> Store {
    let location = karosseri::house::location(&place.settings(&[]));
    let store = Store::open(&location, karosseri::parts::MIGRATIONS);
    store.await.expect("the store")
}

/// Waits for so many receipts, and then an instant.
async fn at_any_instant(receipts: &Receipts, chance: &SeededChance) {
    let mut die = [0; 2];
    chance.fill(&mut die);
    let wanted = receipts.lock().expect("receipts").len() + 1 + usize::from(die[0]) % 3;
    let end = Instant::now() + Duration::from_secs(20);
    while receipts.lock().expect("receipts").len() < wanted && Instant::now() < end {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    tokio::time::sleep(Duration::from_micros(u64::from(die[1]) * 400)).await;
}

/// Looks from beside until an erasure is decided on and not answered.
async fn in_the_middle(place: &Place) {
    let store = beside(place).await;
    let end = Instant::now() + Duration::from_secs(20);
    let look = |db: &mut dyn Db| db.one(&UNDER_WAY, &[])?.i64("n");
    while store.read(look).await.expect("looked") == 0 && Instant::now() < end {
        tokio::task::yield_now().await;
    }
    // Closing takes its time, and the program is not to have it.
    tokio::spawn(async move { store.close().await });
}

/// Whether the dead left something half-done; for the next start ten minutes have gone by.
async fn left_behind(place: &Place) -> bool {
    let store = beside(place).await;
    let look = |db: &mut dyn Db| {
        let n = db.one(&UNDER_WAY, &[])?.i64("n")?;
        db.exec(&LATER, &[])?;
        Ok(n)
    };
    let n = store.write(look).await.expect("looked");
    store.close().await.expect("closed");
    n > 0
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_outlives_every_kill_and_nothing_is_half_done() {
    house::each_place(|place| async move {
        let engine = place.engine();
        let (cookie, cases) = furnished(&place).await;
        let queue: Queue = Arc::new(Mutex::new(cases.clone()));
        let receipts = Receipts::default();
        let settings = [("unusual_reads", "note"), ("mail_host", "")];
        let chance = SeededChance::new(seed());
        let (mut met, mut kills) = (0, 0);
        while kills < KILLS || (met < 2 && kills < KILLS + AIMED) {
            let mut program = Program::start(&place, "serve", &settings).await;
            let worker = || {
                let officer = Officer::at(&program.base, &cookie);
                tokio::spawn(works(officer, queue.clone(), receipts.clone()))
            };
            let workers = [worker(), worker()];
            if kills < KILLS {
                at_any_instant(&receipts, &chance).await;
            } else {
                in_the_middle(&place).await;
            }
            program.running.kill();
            for worker in workers {
                worker.await.expect("a worker");
            }
            kills += 1;
            met += usize::from(left_behind(&place).await);
        }
        let later = SystemClock.now().plus_ms(600_000);
        let spawned = house::open_at(place, &[], later).await;
        rights::chore(&spawned.app).await.expect("finished");
        rights::chore(&spawned.app).await.expect("nothing is left");
        let receipts = std::mem::take(&mut *receipts.lock().expect("receipts"));
        let answered = all_or_nothing(&spawned, &cases, &receipts).await;
        println!("{engine}: {answered} forgotten, {} told at once, {met} of {kills} kills met one under way", receipts.len());
        assert!(met > 0 && answered > receipts.len(), "no kill met an erasure under way");
        spawned.close().await;
    })
    .await;
}

/// Each case is answered and its person forgotten, or untouched; once. Answers how many were.
async fn all_or_nothing(
    spawned: &Spawned,
    cases: &[i64],
    receipts: &BTreeMap<i64, String>,
) -> usize {
    let vault = &spawned.house.vault;
    let mut answered = 0;
    for case in cases {
        let request = requests::one(vault, RightsRequestId::from_raw(*case)).await;
        let request = request.expect("read").expect("the case");
        let strands = vault.strands_of(request.subject).await.expect("strands");
        let has = |category| strands.iter().any(|one| one.category == category);
        let gone = vault.erasures_of(request.subject).await.expect("erasures");
        let letters = letters::status_of(vault, "rights_request", *case).await;
        if request.state == State::Answered {
            answered += 1;
            assert!(!has(Category::Contact), "answered and still there");
            assert!(
                gone.iter()
                    .any(|(category, ..)| *category == Category::Contact)
            );
            assert_eq!(letters.expect("letters").len(), 1, "the answer, once");
        } else {
            assert!(request.decided_at.is_none(), "decided and left");
            assert!(
                has(Category::Contact) && gone.is_empty(),
                "touched and not decided"
            );
            assert!(!receipts.contains_key(case), "told and not done");
        }
    }
    for receipt in receipts.values() {
        let page = spawned.visitor().open(receipt).await.is(200);
        assert!(page.words().contains("Slettet."), "{}", page.words());
    }
    let read = |db: &mut dyn Db| {
        let mut n = Vec::new();
        for statement in [&RECEIPTS, &ENDING] {
            n.push(db.one(statement, &[])?.i64("n")?);
        }
        Ok(n)
    };
    let n = spawned.house.store().read(read).await.expect("read");
    assert_eq!(n, [i64::try_from(answered).expect("small"), 0]);
    answered
}

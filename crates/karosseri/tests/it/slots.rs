//! No two hold one slot: 200 clients ask for the same one, twenty times, over HTTP, on both engines.

use jiff::civil::Date;
use serde_json::{Value, json};
use values::Moment;

use crate::support::{
    house::{self, Spawned, monday},
    raw::{self, Server},
};

const CLIENTS: u32 = 200;
const ROUNDS: u32 = 20;

/// A vehicle so long that one bay of the workshop takes it.
const LENGTH_CM: i64 = 2000;

/// What everybody in a round asks for.
struct Wanted {
    workshop: String,
    service: String,
    version: String,
}

/// A house with one workshop of two bays, one of them long.
pub async fn small(place: house::Place) -> Spawned {
    let spawned = house::open(place, &[]).await;
    let controller = spawned.house.vault.declaration().controllers()[0].id;
    let world = spawned.house.world.clone();
    let lay = move |db: &mut dyn store::Db| {
        let address = ["Prøveveien 1", "0001", "Oslo"];
        bookings::lay_template(db, &world, controller, "Prøveverkstedet", address, true)
    };
    spawned.house.store().write(lay).await.expect("a workshop");
    spawned
}

async fn wanted(spawned: &Spawned) -> Wanted {
    let client = spawned.visitor();
    let id = |list: Value| list[0]["id"].as_str().expect("an id").to_owned();
    Wanted {
        workshop: id(client.get("/api/v1/workshops").await.is(200).json()),
        service: id(client.get("/api/v1/services").await.is(200).json()),
        version: spawned.house.vault.declaration().version().to_string(),
    }
}

fn body(wanted: &Wanted, start: Moment, round: u32, nth: u32) -> String {
    let number = round * CLIENTS + nth;
    json!({
        "workshop": wanted.workshop,
        "service": wanted.service,
        "start": start.rfc3339(),
        "plate": format!("CU {}", 30_000 + number),
        "length_cm": LENGTH_CM,
        "contact": { "name": "Prøve Person", "email": format!("slot{number}@kunde.example") },
        "language": "nb",
        "notice_version": wanted.version,
    })
    .to_string()
}

async fn round(server: &Server, wanted: &Wanted, round: u32, start: Moment) -> Vec<(u16, String)> {
    let mut tasks = tokio::task::JoinSet::new();
    for nth in 0..CLIENTS {
        let (to, from) = (server.address, raw::loopback(round, nth));
        let body = body(wanted, start, round, nth);
        let key = format!("Idempotency-Key: slot-{round}-{nth}\r\n");
        tasks.spawn(async move { raw::post_json(to, from, "/api/v1/bookings", &key, &body).await });
    }
    let mut answers = Vec::new();
    while let Some(answer) = tasks.join_next().await {
        answers.push(answer.expect("a client").expect("an answer"));
    }
    answers
}

/// The nth working day from the day after the clock's.
fn day(nth: u32) -> Date {
    let mut day = monday().local_date();
    let mut left = nth + 1;
    while left > 0 {
        day = day.tomorrow().expect("a day");
        let is_working = day.weekday().to_monday_one_offset() <= 5;
        left -= u32::from(is_working);
    }
    day
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_hundred_who_ask_for_one_slot_one_gets_it() {
    house::each_place(|place| async move {
        let engine = place.engine();
        let spawned = small(place).await;
        let server = Server::start(&spawned.router).await;
        let wanted = wanted(&spawned).await;
        for nth in 0..ROUNDS {
            // Two rounds a day, and never a holiday: 24 November to 9 December.
            let start = Moment::at_local(day(nth / 2), if nth % 2 == 0 { 8 } else { 11 }, 0);
            let answers = round(&server, &wanted, nth, start).await;
            let got = answers.iter().filter(|(status, _)| *status == 201).count();
            assert_eq!(got, 1, "{engine}, round {nth}: {:?}", statuses(&answers));
            for (status, body) in answers.iter().filter(|(status, _)| *status != 201) {
                assert_eq!(*status, 409, "{engine}, round {nth}: {body}");
                let problem: Value = serde_json::from_str(body).expect("JSON");
                let nearest = problem["nearest"].as_array().expect("nearest");
                assert!(!nearest.is_empty(), "{body}");
                assert!(
                    nearest
                        .iter()
                        .all(|at| at.as_str() != Some(&start.rfc3339())),
                    "{body}"
                );
            }
        }
        let booked = spawned.house.store().read(|db| {
            let from = monday();
            bookings::between(db, None, from, from.plus_days(40))
        });
        assert_eq!(booked.await.expect("bookings").len(), ROUNDS as usize);
        spawned.close().await;
    })
    .await;
}

fn statuses(answers: &[(u16, String)]) -> std::collections::BTreeMap<u16, usize> {
    let mut counts = std::collections::BTreeMap::new();
    for (status, _) in answers {
        *counts.entry(*status).or_default() += 1;
    }
    counts
}

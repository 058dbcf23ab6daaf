//! Killed at any instant: what was acknowledged is there after the restart, and its letter comes.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use letters::testing::MailServer;
use serde_json::{Value, json};
use values::{Chance, Clock, SeededChance, SystemClock};

use crate::support::{
    client::Client,
    house::{self, Place, seed},
    program::Program,
};

const KILLS: u32 = 10;

/// An acknowledged booking.
struct Promise {
    email: String,
    code: String,
    reference: String,
}

/// A place with a workshop, closed again, in the real present.
async fn furnished(place: &Place) {
    let spawned = house::open_at(place.clone(), &[], SystemClock.now()).await;
    let controller = spawned.house.vault.declaration().controllers()[0].id;
    let world = spawned.house.world.clone();
    let lay = move |db: &mut dyn store::Db| {
        // Ten workshops, so that there are slots for everybody.
        for number in 0..10 {
            let name = format!("Verksted {number}");
            let address = ["Prøveveien 1", "0001", "Oslo"];
            bookings::lay_template(db, &world, controller, &name, address, number == 0)?;
        }
        Ok(())
    };
    spawned.house.store().write(lay).await.expect("workshops");
    spawned.close().await;
}

/// Books without pause until the program is gone.
async fn stream(base: String, kept: Arc<Mutex<Vec<Promise>>>, worker: u32, turn: u32) {
    let client = Client::at(&base);
    let Some(slots) = free(&client, worker).await else {
        return;
    };
    for (nth, mut body) in (0_u32..).zip(slots) {
        let email = format!("kill{turn}w{worker}n{nth}@kunde.example");
        body["contact"]["email"] = json!(email);
        let key = format!("kill-{turn}-{worker}-{nth}");
        let headers = [
            ("content-type", "application/json"),
            ("idempotency-key", key.as_str()),
        ];
        let Some(answer) = client
            .try_send("POST", "/api/v1/bookings", &headers, &body)
            .await
        else {
            return;
        };
        if answer.status != 201 {
            continue;
        }
        let Ok(answer) = serde_json::from_slice::<Value>(&answer.bytes) else {
            return;
        };
        let word = |name: &str| answer[name].as_str().unwrap_or_default().to_owned();
        let promise = Promise {
            email,
            code: word("manage_code"),
            reference: word("reference"),
        };
        kept.lock().expect("kept").push(promise);
    }
}

/// Bookings for the free slots of one workshop.
async fn free(client: &Client, worker: u32) -> Option<Vec<Value>> {
    let ask = |path: String| async move {
        let answer = client.try_send("GET", &path, &[], &Value::Null).await?;
        serde_json::from_slice::<Value>(&answer.bytes).ok()
    };
    let workshops = ask("/api/v1/workshops".to_owned()).await?;
    let services = ask("/api/v1/services".to_owned()).await?;
    let version = ask("/api/v1/declaration".to_owned()).await?["version"].to_string();
    let workshop = workshops[worker as usize]["id"].as_str()?.to_owned();
    let service = services[4]["id"].as_str()?.to_owned();
    let path = format!("/api/v1/slots?workshop={workshop}&service={service}&days=31");
    let slots = ask(path).await?;
    let body = |slot: &Value| {
        json!({
            "workshop": workshop, "service": service, "start": slot["start"],
            "plate": format!("CU {}", 40_000 + worker), "contact": { "name": "Prøve Person" },
            "notice_version": version,
        })
    };
    Some(slots.as_array()?.iter().step_by(3).map(body).collect())
}

/// Everything acknowledged is there, asked of the program itself.
async fn all_there(base: &str, promises: &[Promise]) {
    let client = Client::at(base);
    for promise in promises {
        let seen = client
            .get(&format!("/api/v1/bookings/{}", promise.code))
            .await
            .is(200);
        assert_eq!(seen.json()["reference"], promise.reference);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_outlives_every_kill() {
    house::each_place(|place| async move {
        let engine = place.engine();
        furnished(&place).await;
        let mail = MailServer::start().await;
        let port = mail.port().to_string();
        // The limit of forms is for one address; here one address is everybody.
        let settings = [
            ("mail_host", "127.0.0.1"),
            ("mail_port", &port),
            ("mail_tls", "none"),
            ("behind_proxy", "true"),
        ];
        let chance = SeededChance::new(seed());
        let kept = Arc::new(Mutex::new(Vec::new()));
        for turn in 0..KILLS {
            let mut program = Program::start(&place, "serve", &settings).await;
            let workers =
                (0..4).map(|worker| stream(program.base.clone(), kept.clone(), worker, turn));
            let workers: Vec<_> = workers.map(tokio::spawn).collect();
            let mut random = [0; 2];
            chance.fill(&mut random);
            let pause = 400 + u64::from(u16::from_le_bytes(random)) % 800;
            tokio::time::sleep(Duration::from_millis(pause)).await;
            program.running.kill();
            for worker in workers {
                worker.await.expect("a worker");
            }
        }
        let promises = std::mem::take(&mut *kept.lock().expect("kept"));
        println!(
            "{engine}: {} bookings acknowledged over {KILLS} kills",
            promises.len()
        );
        assert!(
            promises.len() >= KILLS as usize,
            "too few to say anything: {}",
            promises.len()
        );
        let program = Program::start(&place, "serve", &settings).await;
        all_there(&program.base, &promises).await;
        program.stop();
        letters_come(place, &mail, &promises).await;
    })
    .await;
}

/// Hours later every letter has come: leases of workers that were killed have run out.
async fn letters_come(place: Place, mail: &MailServer, promises: &[Promise]) {
    let later = SystemClock.now().plus_ms(6 * 3_600_000);
    let spawned = house::open_at(place, &[], later).await;
    for _ in 0..20 {
        letters::deliver_due(&spawned.house.vault, &mail.mailer())
            .await
            .expect("delivered");
        let missing = missing(mail, promises);
        if missing.is_empty() {
            break;
        }
        spawned.clock.set(spawned.clock.now().plus_ms(3_600_000));
    }
    let missing = missing(mail, promises);
    assert!(
        missing.is_empty(),
        "{} of {} letters are lost",
        missing.len(),
        promises.len()
    );
    spawned.close().await;
}

fn missing<'a>(mail: &MailServer, promises: &'a [Promise]) -> Vec<&'a str> {
    let came: std::collections::HashSet<String> = mail.taken().into_iter().map(|l| l.to).collect();
    promises
        .iter()
        .map(|p| p.email.as_str())
        .filter(|email| !came.contains(*email))
        .collect()
}

//! The vehicle register on its bad days: slow, out of order, over its quota, empty, malformed. The
//! intake goes on by hand, says so, and takes no longer than the time limit.

use std::time::{Duration, Instant};

use tokio::net::TcpListener;
use vehicles::register::double;

use crate::{
    journey::{self, Case},
    support::{hand::Inside, house},
};

/// Plates that the register's double answers badly, and what the page says of it.
const BAD: &[(&str, &str)] = &[
    ("CU 10090", "register-slow"),
    ("CU 10091", "register-over-quota"),
    ("CU 10092", "register-unknown"),
    ("CU 10093", "register-malformed"),
    ("CU 10094", "register-down"),
];

/// The time limit of a look-up, and what the rest of an intake may take on a slow machine.
const LONGEST: Duration = Duration::from_millis(3000 + 4000);

#[tokio::test(flavor = "multi_thread")]
async fn an_intake_goes_on_by_hand() {
    house::each_place(|place| async move {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let register = tokio::spawn(double::serve(listener));
        let more: &[(&'static str, &str)] = &[("register_url", &url), ("register_key", "prove")];
        for (number, (plate, message)) in (0_u32..).zip(BAD) {
            // A house for each: an over-quota register is not asked again the same day.
            let folder = tempfile::tempdir().expect("a folder");
            let here = house::Place {
                data: folder.path().join("data"),
                database: None,
            };
            let here = if number == 0 { place.clone() } else { here };
            by_hand(here, more, plate, message).await;
        }
        register.abort();
        let gone = house::Place {
            data: place.data.join("gone"),
            database: None,
        };
        by_hand(gone, more, "CU 10001", "register-down").await;
    })
    .await;
}

async fn by_hand(place: house::Place, more: &[(&'static str, &str)], plate: &str, message: &str) {
    let spawned = house::furnished(place, more).await;
    let mut hand = Inside::new(&spawned);
    let mut case = Case::made_up(1);
    case.person.plate = plate.to_owned();
    let (_, reference) = journey::book(&mut hand, &case.person).await;
    let intake = journey::find(&mut hand, &case.person, &reference).await;
    let from = Instant::now();
    let order = journey::receive(&mut hand, &case, &intake).await;
    assert!(from.elapsed() < LONGEST, "{plate}: {:?}", from.elapsed());
    let said = spawned.app.texts.of(web::Lang::Nb).s(message).to_owned();
    let told = hand.seen.iter().any(|page| page.words().contains(&said));
    assert!(told, "{plate}: `{said}` was not said");
    journey::repair(&mut hand, &case, &order).await;
    drop(hand);
    spawned.close().await;
}

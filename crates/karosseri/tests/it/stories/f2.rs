//! F2: a haulier with a fleet. Lorries of its own and leased ones; a driver hands in, the fleet manager
//! approves, the head office pays. The driver's number goes first; the work stays.

use super::{
    Setting,
    steps::{self, Arrival, Bill},
};
use crate::support::hand::Hand;

const MANAGER: &str = "Frode Flåteansvarlig";
const MANAGERS_MAIL: &str = "frode@haulier.example";
const DRIVER: [&str; 3] = ["Dag Sjåførsen", "98111222", "dag@haulier.example"];
const HAULIER: [&str; 2] = ["Prøve Transport AS", "123456785"];
const LEASING: [&str; 2] = ["Prøve Leasing AS", "987654325"];

/// One of the lorries; the first three are leased.
fn lorry(number: usize) -> Arrival {
    let pair = |[name, number]: [&str; 2]| Some((name.to_owned(), number.to_owned()));
    Arrival {
        plate: format!("CU {}", 31_000 + number),
        name: MANAGER.to_owned(),
        email: MANAGERS_MAIL.to_owned(),
        phone: "98333444".to_owned(),
        company: pair(HAULIER),
        owner: if number < 3 {
            pair(LEASING)
        } else {
            pair(HAULIER)
        },
        deliverer: Some(DRIVER.map(str::to_owned)),
        job: format!("Service på lastebil {number}"),
    }
}

/// The story.
pub async fn tell<H: Hand>(hand: &mut H, setting: Setting<'_>) {
    let count = if setting.short { 2 } else { 12 };
    steps::enter(hand, setting, "reception").await;
    let mut orders = Vec::new();
    for number in 0..count {
        let order = steps::walk_in(hand, &lorry(number)).await;
        steps::labour(hand, &order, &format!("Smurt krana på bil {number}"), "900").await;
        orders.push(order);
    }
    hand.open(&orders[0]).await;
    hand.must_say(DRIVER[0]).await;
    for order in &orders {
        approved(hand, order).await;
        let bill = Bill {
            buyer: "business",
            name: "Prøve Transport AS, hovedkontoret",
            other: Some(HAULIER[1]),
            address: "Hovedveien 1",
        };
        steps::hand_over(hand, order, bill).await;
    }
    the_manager_sees_the_work(hand, count).await;
    six_months_later(hand, setting, &orders).await;
}

/// The fleet manager says yes by the link in the letter, without an account.
async fn approved<H: Hand>(hand: &mut H, order: &str) {
    hand.be("reception").await;
    hand.open(order).await;
    let typed = [("kind", "estimate"), ("how", "mail")];
    hand.submit(&[("kind", "estimate"), ("how", "")], &typed)
        .await;
    let link = hand.letter(MANAGERS_MAIL, "/godkjenn/").await;
    hand.be("nobody").await;
    hand.open(&link).await;
    let typed = [("answer", "yes"), ("note", "Kjør på.")];
    hand.submit(&[("answer", "yes")], &typed).await;
}

/// All lorries and all work, and not the driver's own number.
async fn the_manager_sees_the_work<H: Hand>(hand: &mut H, count: usize) {
    steps::log_in_by_mail(hand, "manager", MANAGERS_MAIL).await;
    hand.open("/min-side").await;
    let mut plates = 0;
    let words = hand.words().await.replace('\u{a0}', " ");
    for number in 0..count {
        plates += usize::from(words.contains(&format!("CU {}", 31_000 + number)));
    }
    assert_eq!(
        plates, count,
        "not every lorry stands on the page:\n{words}"
    );
    let vehicle = steps::first_link(hand, "/min-side/kjoretoy/")
        .await
        .expect("a vehicle");
    hand.open(&vehicle).await;
    hand.must_say("Smurt krana").await;
    for path in [vehicle.as_str(), "/min-side", "/min-side/opplysninger"] {
        hand.open(path).await;
        let words = hand.words().await.replace([' ', '\u{a0}'], "");
        for private in [DRIVER[1], DRIVER[2]] {
            assert!(!words.contains(private), "{private} is on {path}");
        }
    }
}

/// Whoever handed in is forgotten half a year after; the work and the manager are not.
async fn six_months_later<H: Hand>(hand: &mut H, setting: Setting<'_>, orders: &[String]) {
    steps::pass_days(hand, setting, 190).await;
    steps::enter(hand, setting, "reception").await;
    hand.open(&orders[0]).await;
    let words = hand.words().await;
    for gone in [DRIVER[0], DRIVER[2]] {
        assert!(!words.contains(gone), "{gone} is still there:\n{words}");
    }
    for stays in [MANAGER, "Smurt krana på bil 0"] {
        assert!(words.contains(stays), "{stays} is gone:\n{words}");
    }
}

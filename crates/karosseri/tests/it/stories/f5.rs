//! F5: a vehicle sold in the middle of its warranty. The new owner opens an account and sees the work and
//! how long it is covered: not the person before, nor the price. The one before keeps what they bought.

use super::{
    Setting,
    steps::{self, Arrival, Bill},
};
use crate::support::hand::Hand;

const PLATE: &str = "CU 32001";
const WORK: &str = "Byttet sylinder i bakløfteren";

fn arrival(name: &str, email: &str, phone: &str, job: &str) -> Arrival {
    Arrival {
        plate: PLATE.to_owned(),
        name: name.to_owned(),
        email: email.to_owned(),
        phone: phone.to_owned(),
        company: None,
        owner: None,
        deliverer: None,
        job: job.to_owned(),
    }
}

const BEFORE: [&str; 3] = ["Selma Selger", "selma@kunde.example", "98444001"];
const AFTER: [&str; 3] = ["Kjell Kjøper", "kjell@kunde.example", "98444002"];

/// The story.
pub async fn tell<H: Hand>(hand: &mut H, setting: Setting<'_>) {
    steps::enter(hand, setting, "reception").await;
    let [name, email, phone] = BEFORE;
    let order = steps::walk_in(hand, &arrival(name, email, phone, "Bakløfteren henger")).await;
    steps::labour(hand, &order, WORK, "7319").await;
    let bill = Bill {
        buyer: "consumer",
        name,
        other: None,
        address: "Selgerveien 3",
    };
    steps::hand_over(hand, &order, bill).await;
    steps::log_in_by_mail(hand, "before", email).await;
    hand.open("/min-side").await;
    let vehicle = steps::first_link(hand, "/min-side/kjoretoy/")
        .await
        .expect("the vehicle");

    steps::pass_days(hand, setting, 300).await;
    steps::enter(hand, setting, "reception").await;
    let [name, email, phone] = AFTER;
    steps::walk_in(hand, &arrival(name, email, phone, "Årlig kontroll")).await;
    the_new_owner(hand, &vehicle).await;
    the_one_before(hand, &vehicle).await;
}

async fn the_new_owner<H: Hand>(hand: &mut H, vehicle: &str) {
    steps::log_in_by_mail(hand, "after", AFTER[1]).await;
    hand.open("/min-side").await;
    hand.open(vehicle).await;
    hand.must_say(WORK).await;
    let copy = unzipped(&hand.file("/min-side/opplysninger.zip").await);
    assert!(copy.contains(AFTER[0]) && copy.contains(WORK), "{copy}");
    hand.open(vehicle).await;
    let seen = hand.words().await;
    for hidden in [
        BEFORE[0],
        BEFORE[1],
        BEFORE[2],
        "Selgerveien",
        "7\u{a0}319",
        "731900",
        "1463800",
    ] {
        assert!(!seen.contains(hidden), "the new owner sees {hidden}");
        assert!(
            !copy.contains(hidden),
            "{hidden} is in the new owner's copy"
        );
    }
}

async fn the_one_before<H: Hand>(hand: &mut H, vehicle: &str) {
    steps::log_in_by_mail(hand, "before", BEFORE[1]).await;
    hand.open("/min-side").await;
    let purchase = hand.link("/min-side/kjop/").await.expect("the purchase");
    hand.open(&purchase).await;
    hand.follow("/dokument").await;
    hand.must_say(WORK).await;
    hand.open(vehicle).await;
    let seen = hand.words().await;
    assert!(!seen.contains("Årlig kontroll"), "{seen}");
    let copy = unzipped(&hand.file("/min-side/opplysninger.zip").await);
    assert!(copy.contains("Selgerveien"), "{copy}");
    for hidden in [AFTER[0], AFTER[1], AFTER[2], "Årlig kontroll"] {
        assert!(
            !copy.contains(hidden),
            "{hidden} is in the copy of the one before"
        );
    }
}

/// Everything in a ZIP, as text.
fn unzipped(bytes: &[u8]) -> String {
    crate::canary::unzipped(bytes)
}

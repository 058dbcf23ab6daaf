//! F3 and F9: companies found in the open. A sole trader's own name is a person's, and needs a yes first; a
//! company's common address may be written to; who said no is not taken in again; who was never told is
//! gone after a month.

use values::Clock;

use super::{Setting, steps};
use crate::support::hand::Hand;

/// What marketing writes down.
struct Found<'a> {
    company: &'a str,
    form: &'a str,
    email: &'a str,
    phone: &'a str,
}

const TRADER: Found<'_> = Found {
    company: "Ola Prøvemann Kranbil",
    form: "sole_trader",
    email: "ola.provemann@kranbil.example",
    phone: "",
};
const HAULIER: Found<'_> = Found {
    company: "Prøvefrakt AS",
    form: "company",
    email: "post@provefrakt.example",
    phone: "",
};
const UNTOLD: Found<'_> = Found {
    company: "Bare Telefon AS",
    form: "company",
    email: "",
    phone: "98777001",
};

async fn write_down<H: Hand>(hand: &mut H, setting: Setting<'_>, found: &Found<'_>) {
    hand.open("/stab/bedrifter/ny").await;
    let today = setting.house.clock.now().local_date().to_string();
    let typed = [
        ("company", found.company),
        ("form", found.form),
        ("source", "https://kranbil.example/om-oss/kontakt"),
        ("on", &today),
        ("email", found.email),
        ("phone", found.phone),
    ];
    hand.submit(&[("company", ""), ("source", "")], &typed)
        .await;
}

/// The story.
pub async fn tell<H: Hand>(hand: &mut H, setting: Setting<'_>) {
    steps::enter(hand, setting, "marketing").await;
    write_down(hand, setting, &TRADER).await;
    hand.must_say("Vi må ha samtykke først").await;
    write_down(hand, setting, &HAULIER).await;
    hand.must_say(HAULIER.company).await;
    assert!(
        !hand.says("Vi må ha samtykke først").await,
        "a common address is taken for a person's: {}",
        hand.words().await
    );
    let page = hand.path().await;
    // They are told where it was found, and how to say no.
    let out = hand.letter(HAULIER.email, "/bedrift/nei/").await;
    hand.be("nobody").await;
    hand.open(&out).await;
    hand.be("marketing").await;
    hand.open(&page).await;
    hand.must_say(HAULIER.company).await;
    hand.be("nobody").await;
    hand.open(&out).await;
    hand.submit(&[("action", "/bedrift/nei/")], &[]).await;
    hand.be("marketing").await;
    write_down(hand, setting, &HAULIER).await;
    let here = hand.path().await;
    assert!(
        here.contains("/stab/bedrifter/ny"),
        "who said no is taken in again: {here}"
    );
    write_down(hand, setting, &UNTOLD).await;
    steps::pass_days(hand, setting, 33).await;
    steps::enter(hand, setting, "marketing").await;
    hand.open("/stab/bedrifter").await;
    assert!(
        !hand.says(UNTOLD.company).await,
        "never told, and still there: {}",
        hand.words().await
    );
}

//! Something is wrong with what was done: said, registered, judged, decided.

use crate::support::hand::Hand;

/// The claims role writes down what a customer without an account says on the telephone; the path of
/// the case.
pub async fn register<H: Hand>(hand: &mut H, plate: &str, wrong: &str, days: [&str; 2]) -> String {
    hand.be("claims").await;
    hand.open("/stab/reklamasjon").await;
    hand.submit(&[("q", "")], &[("q", plate)]).await;
    hand.follow("/stab/reklamasjon/ny/").await;
    let typed = [
        ("ground", "complaint"),
        ("told", "phone"),
        ("text", wrong),
        ("discovered", days[0]),
        ("notified", days[1]),
    ];
    hand.submit(&[("ground", ""), ("text", "")], &typed).await;
    hand.must_say(wrong).await;
    let path = hand.path().await;
    assert!(path.contains("/stab/reklamasjon/"), "{path}");
    path.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// The time limits are judged by a person, with a reason.
pub async fn judge<H: Hand>(hand: &mut H, case: &str, why: &str) {
    hand.be("claims").await;
    hand.open(case).await;
    let typed = [("timely", "yes"), ("assessment", why)];
    hand.submit(&[("timely", ""), ("assessment", "")], &typed)
        .await;
    hand.must_say(why).await;
}

/// It is decided: the customer is told.
pub async fn decide<H: Hand>(hand: &mut H, case: &str, why: &str) {
    hand.be("claims").await;
    hand.open(case).await;
    let typed = [("outcome", "repair"), ("reason", why)];
    hand.submit(&[("outcome", ""), ("reason", "")], &typed)
        .await;
    hand.must_say(why).await;
}

/// It is over.
pub async fn close<H: Hand>(hand: &mut H, case: &str) {
    hand.be("claims").await;
    hand.open(case).await;
    hand.submit(&[("action", "/avslutt")], &[]).await;
    hand.must_say("Avsluttet").await;
}

//! What happens in every story: somebody comes to the desk, work is done, the bill is made, years pass.

use values::{Clock, Moment};

use super::Setting;
use crate::support::{hand::Hand, html, steps::first_offered};

/// Somebody who stands at the desk with a vehicle.
#[derive(Clone, Debug)]
pub struct Arrival {
    pub plate: String,
    pub name: String,
    pub email: String,
    pub phone: String,
    /// Company and organisation number.
    pub company: Option<(String, String)>,
    /// Who owns the vehicle, when it is somebody else: name and organisation number.
    pub owner: Option<(String, String)>,
    /// Who hands it in, when it is somebody else: name, telephone, e-mail.
    pub deliverer: Option<[String; 3]>,
    /// What is to be done.
    pub job: String,
}

/// A member of staff, logged in now: sessions do not outlive the leaps of the clock.
pub async fn enter<H: Hand>(hand: &mut H, setting: Setting<'_>, role: &'static str) {
    let link = setting.house.link_for(role).await;
    hand.log_in(role, &link).await;
}

/// A customer logs in by a link to their address.
pub async fn log_in_by_mail<H: Hand>(hand: &mut H, who: &'static str, email: &str) {
    hand.be("nobody").await;
    hand.open("/logg-inn").await;
    hand.submit(&[("email", "")], &[("email", email)]).await;
    let link = hand.letter(email, "/logg-inn/").await;
    hand.log_in(who, &link).await;
}

/// The vehicle is received at the desk; the path of its order.
pub async fn walk_in<H: Hand>(hand: &mut H, arrival: &Arrival) -> String {
    hand.be("reception").await;
    hand.open("/stab/inn").await;
    hand.submit(&[("plate", "")], &[("plate", &arrival.plate)])
        .await;
    let form = hand
        .forms(&[("deliverer_name", ""), ("workshop", "")])
        .await
        .remove(0);
    let workshop = first_offered(&form, "workshop", "");
    let mut typed: Vec<(&str, &str)> = vec![
        ("name", &arrival.name),
        ("phone", &arrival.phone),
        ("email", &arrival.email),
        ("workshop", &workshop),
        ("job", &arrival.job),
    ];
    if let Some((company, number)) = &arrival.company {
        typed.extend([("organisation", company.as_str()), ("org_no", number)]);
    }
    if let Some((owner, number)) = &arrival.owner {
        typed.extend([
            ("owner", "other"),
            ("owner_name", owner.as_str()),
            ("owner_org_no", number),
        ]);
    }
    if let Some([name, phone, email]) = &arrival.deliverer {
        typed.extend([
            ("deliverer", "other"),
            ("deliverer_name", name.as_str()),
            ("deliverer_phone", phone),
            ("deliverer_email", email),
        ]);
    }
    hand.submit(&[("deliverer_name", "")], &typed).await;
    let here = hand.path().await;
    assert!(
        here.contains("/stab/inntak/"),
        "{here}: {}",
        hand.words().await
    );
    hand.submit(&[("value", "")], &[]).await;
    let order = hand.path().await;
    assert!(
        order.contains("/stab/ordre/"),
        "{order}: {}",
        hand.words().await
    );
    order
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// A line of work with price and two years of warranty.
pub async fn labour<H: Hand>(hand: &mut H, order: &str, text: &str, price: &str) {
    hand.be("reception").await;
    hand.open(order).await;
    let typed = [
        ("kind", "labour"),
        ("text", text),
        ("quantity", "2"),
        ("price", price),
        ("warranty", "months"),
        ("months", "24"),
    ];
    hand.submit(&[("kind", "labour"), ("text", ""), ("price", "")], &typed)
        .await;
    hand.must_say(text).await;
}

/// Who pays.
#[derive(Clone, Copy)]
pub struct Bill<'a> {
    /// `consumer` or `business`.
    pub buyer: &'a str,
    pub name: &'a str,
    /// The organisation number, when somebody else than the customer pays.
    pub other: Option<&'a str>,
    pub address: &'a str,
}

/// Handed over to whoever came with it.
pub async fn hand_over<H: Hand>(hand: &mut H, order: &str, bill: Bill<'_>) {
    hand.be("reception").await;
    hand.open(order).await;
    hand.follow("/utlever").await;
    let mut typed = vec![
        ("buyer", bill.buyer),
        ("collector", "self"),
        ("name", bill.name),
        ("address", bill.address),
        ("postal_code", "2300"),
        ("city", "Prøveby"),
        ("terms", "14"),
    ];
    if let Some(number) = bill.other {
        typed.extend([("payer", "other"), ("org_no", number)]);
    }
    hand.submit(&[("buyer", ""), ("collector_name", "")], &typed)
        .await;
    hand.open(order).await;
    assert!(
        hand.forms(&[("text", ""), ("quantity", "")])
            .await
            .is_empty(),
        "a closed order takes lines: {}",
        hand.words().await
    );
}

/// Time passes day by day as far as the nightly sweep is concerned: it runs at the end, as it would have
/// in each night before; a leap that makes it ask first is answered on the officer's page.
pub async fn pass_days<H: Hand>(hand: &mut H, setting: Setting<'_>, days: i64) {
    let until = setting.house.clock.now().plus_days(days);
    nights_until(hand, setting, until).await;
}

/// The same until an instant.
pub async fn nights_until<H: Hand>(hand: &mut H, setting: Setting<'_>, until: Moment) {
    setting.house.clock.set(until);
    let vault = &setting.house.house.vault;
    let night = vault.sweep_or_ask().await.expect("a night");
    if matches!(night, vault::Night::Swept(_)) {
        return;
    }
    // The clock has leapt: the officer looks at tonight's list and says that it is right.
    enter(hand, setting, "privacy").await;
    hand.open("/stab/personvern/sveip").await;
    hand.submit(&[("action", "/ja")], &[]).await;
    let night = vault.sweep_or_ask().await.expect("a night");
    assert!(
        matches!(night, vault::Night::Swept(_)),
        "confirmed, and asks again: {}",
        hand.words().await
    );
}

/// The first link on the page that begins like this and ends in a number.
pub async fn first_link<H: Hand>(hand: &mut H, start: &str) -> Option<String> {
    let links = html::links(&hand.source().await);
    links.into_iter().find(|link| {
        link.split(['?', '#'])
            .next()
            .and_then(|path| path.split_once(start))
            .is_some_and(|(_, rest)| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
    })
}

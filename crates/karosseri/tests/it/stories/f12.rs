//! F12: the clock leaps. The end of the relationship, three and a half years, five years, the end of the
//! vehicle's life; one record is held back meanwhile. Everything goes in its time and nothing before.

use jiff::civil::date;
use values::{Clock, Moment};

use super::{
    Setting,
    steps::{self, Arrival, Bill},
};
use crate::support::{hand::Hand, html, steps::first_offered};

const NAME: &str = "Livia Livsløp";
const EMAIL: &str = "livia@kunde.example";
const PLATE: &str = "CU 33001";
const WORK: &str = "Rettet hjelperamma";

/// The story.
pub async fn tell<H: Hand>(hand: &mut H, setting: Setting<'_>) {
    steps::enter(hand, setting, "reception").await;
    let arrival = Arrival {
        plate: PLATE.to_owned(),
        name: NAME.to_owned(),
        email: EMAIL.to_owned(),
        phone: "98555001".to_owned(),
        company: None,
        owner: None,
        deliverer: None,
        job: "Skjev ramme".to_owned(),
    };
    let order = steps::walk_in(hand, &arrival).await;
    steps::labour(hand, &order, WORK, "2000").await;
    let bill = Bill {
        buyer: "consumer",
        name: NAME,
        other: None,
        address: "Livsveien 9",
    };
    steps::hand_over(hand, &order, bill).await;
    let done = setting.house.clock.now();
    // What is told beforehand: each category with its date and why.
    steps::log_in_by_mail(hand, "livia", EMAIL).await;
    hand.open("/min-side/opplysninger").await;
    for word in [NAME, "Livsveien 9", "§"] {
        hand.must_say(word).await;
    }
    hand.open("/min-side/konto/lukk").await;
    hand.submit(&[("action", "/konto/lukk")], &[]).await;
    end_of_the_relationship(hand, setting, done).await;
    years_pass(hand, setting, (&order, done)).await;
}

/// A year after the last visit the billing address has no reason any more; the contact is kept for
/// complaints. The officer sees tonight's list, and why, before it happens, and holds that one record
/// back; the hold ends by itself on its day of review, and the record goes in the night after.
async fn end_of_the_relationship<H: Hand>(hand: &mut H, setting: Setting<'_>, done: Moment) {
    let eve = done.plus_days(366);
    setting.house.clock.set(eve);
    steps::enter(hand, setting, "privacy").await;
    hand.open("/stab/personvern/sveip").await;
    let source = hand.source().await;
    let hold = hold_link(&source, done).unwrap_or_else(|| panic!("not on the list:\n{source}"));
    hand.open(&hold).await;
    let form = [("reason", ""), ("review", "")];
    let found = hand.forms(&form).await.remove(0);
    let reason = first_offered(&found, "reason", "");
    let review = eve.plus_days(60).local_date().to_string();
    hand.submit(&form, &[("reason", &reason), ("review", &review)])
        .await;
    hand.open("/stab/personvern/hold").await;
    hand.must_say("Faktura og betaling").await;
    steps::nights_until(hand, setting, eve.plus_days(30)).await;
    assert!(has_billing(setting).await, "held back, and gone");
    steps::nights_until(hand, setting, eve.plus_days(62)).await;
    assert!(
        !has_billing(setting).await,
        "the hold is over, and it is there"
    );
    steps::enter(hand, setting, "reception").await;
    hand.open("/stab").await;
    hand.submit(&[("q", "")], &[("q", EMAIL)]).await;
    hand.must_say(NAME).await;
}

/// The way to hold back the billing address whose last visit was on a day, on tonight's list.
fn hold_link(page: &str, done: Moment) -> Option<String> {
    let day = declaration::day_name(done.local_date(), declaration::Lang::Nb);
    let row = page.split("<tr>").find(|row| {
        let words = html::words(&format!("<tr>{row}"));
        words.contains("Faktura og betaling") && words.contains(&day)
    })?;
    let links = html::links(row);
    links.into_iter().find(|link| link.contains("/hold/ny/"))
}

async fn has_billing(setting: Setting<'_>) -> bool {
    let vault = &setting.house.house.vault;
    let email = values::Email::parse(EMAIL).expect("an address");
    let person = customers::identify(vault, Some(&email), None)
        .await
        .expect("asked")
        .expect("the person");
    let strands = vault.strands_of(person).await.expect("strands");
    strands
        .iter()
        .any(|strand| strand.category.as_str() == "billing")
}

/// The claim file goes after five years and a quarter, the voucher on its first of January, the vehicle
/// last; nothing is left that leads from the vehicle to the person.
async fn years_pass<H: Hand>(hand: &mut H, setting: Setting<'_>, (order, done): (&str, Moment)) {
    let year = done.local_date().year();
    let day = |year: i16, month: i8, day: i8| Moment::at_local(date(year, month, day), 9, 0);
    // Three and a half years: the contact still stands, for complaints run five years.
    steps::nights_until(hand, setting, day(year + 4, 6, 30)).await;
    found(hand, setting, true).await;
    // Five years and a quarter, and some days.
    let gone = done.local_date();
    let gone = gone
        .checked_add(jiff::Span::new().years(5).months(4))
        .expect("a day");
    steps::nights_until(hand, setting, Moment::at_local(gone, 9, 0)).await;
    found(hand, setting, false).await;
    steps::enter(hand, setting, "reception").await;
    hand.open(order).await;
    hand.must_say(WORK).await;
    let words = hand.words().await;
    for forgotten in [NAME, EMAIL, "Livsveien"] {
        assert!(!words.contains(forgotten), "{forgotten} is on the order");
    }
    // The vehicle outlives the person, and has an end too.
    steps::nights_until(hand, setting, day(year + 40, 1, 2)).await;
    steps::enter(hand, setting, "reception").await;
    hand.open(order).await;
    assert!(
        !hand.says(WORK).await,
        "the vehicle's life is over, and its work is read"
    );
    prove(hand, setting).await;
}

/// Whether the desk finds the person.
async fn found<H: Hand>(hand: &mut H, setting: Setting<'_>, there: bool) {
    steps::enter(hand, setting, "reception").await;
    hand.open("/stab").await;
    hand.submit(&[("q", "")], &[("q", EMAIL)]).await;
    assert_eq!(hand.says(NAME).await, there, "{}", hand.words().await);
}

/// The proof holds in the far future too.
async fn prove<H: Hand>(hand: &mut H, setting: Setting<'_>) {
    steps::enter(hand, setting, "privacy").await;
    hand.open("/stab/personvern/bevis").await;
    let words = hand.words().await;
    assert!(words.len() > 200, "{words}");
}

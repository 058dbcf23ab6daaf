//! Before the first call or letter for sale: what the page answers, the register's list, a no that is
//! written down, a customer who objected, Saturday, and the month after.

use declaration::vocabulary::Purpose;
use newsletter::decide::may_be_called_from;
use values::{Clock, Moment, Phone};
use vault::LookUp;

use super::{Setting, steps};
use crate::support::{client::Client, hand::Hand};

const PAGE: &str = "/stab/kan-vi-ringe";
const LIST: &[u8] =
    b"Telefon;Etternavn;Fornavn;Postnr\r\n+47 988 80 001;Pr\xf8ve;Kari Anne;2320\r\n\
ring meg;;;\r\n;Pr\xf8ve;Ola;232\r\n";
const RESERVED: &str = "98880001";
const FREE: &str = "988 80 002";

/// Noon of the next day on which people may be called.
fn noon_after(now: Moment) -> Moment {
    let day = may_be_called_from(now.plus_days(1)).local_date();
    Moment::at_local(
        may_be_called_from(Moment::at_local(day, 9, 0)).local_date(),
        12,
        0,
    )
}

fn saturday_after(now: Moment) -> Moment {
    let is_saturday = |at: &Moment| at.local_date().weekday() == jiff::civil::Weekday::Saturday;
    let days = (1..8).map(|days| now.plus_days(days));
    days.into_iter().find(is_saturday).unwrap_or(now)
}

async fn ask<H: Hand>(hand: &mut H, typed: &[(&str, &str)]) {
    hand.open(PAGE).await;
    hand.submit(&[("minor", ""), ("phone", "")], typed).await;
}

async fn must_answer<H: Hand>(hand: &mut H, typed: &[(&str, &str)], said: &[&str]) {
    ask(hand, typed).await;
    for words in said {
        hand.must_say(words).await;
    }
    let here = hand.path().await;
    assert!(
        here.ends_with(PAGE),
        "what was typed is in the address: {here}"
    );
}

async fn take_the_list<H: Hand>(hand: &mut H, setting: Setting<'_>, role: &'static str) {
    steps::enter(hand, setting, role).await;
    hand.open("/stab/reservasjoner").await;
    hand.give("list", LIST).await;
    hand.must_say("Listen er lest inn").await;
}

/// The story.
pub async fn tell<H: Hand>(hand: &mut H, setting: Setting<'_>) {
    let clock = &setting.house.clock;
    clock.set(noon_after(clock.now()));
    steps::enter(hand, setting, "reception").await;
    without_a_list(hand).await;
    nothing_is_lost(hand).await;
    the_list(hand, setting).await;
    steps::enter(hand, setting, "reception").await;
    with_a_list(hand).await;
    a_no_is_remembered(hand).await;
    a_customer_who_objected(hand, setting).await;
    a_company(hand, setting).await;
    clock.set(saturday_after(clock.now()));
    take_the_list(hand, setting, "marketing").await;
    let later = ["Ikke nå", "lørdager, søndager og helligdager", "kl. 09:00"];
    must_answer(hand, &[("who", "person"), ("phone", "98880009")], &later).await;
    let yes = ["Ja, du kan ringe"];
    must_answer(hand, &[("who", "business"), ("phone", "98880009")], &yes).await;
    the_month_after(hand, setting).await;
}

async fn without_a_list<H: Hand>(hand: &mut H) {
    hand.open("/stab").await;
    hand.follow(PAGE).await;
    let no = [
        "Nei, ikke ring",
        "ingen liste fra Reservasjonsregisteret",
        "er lest inn",
    ];
    must_answer(hand, &[("who", "person"), ("phone", FREE)], &no).await;
    let yes = ["Ja, du kan ringe", "Foretak kan ikke reservere seg"];
    must_answer(hand, &[("who", "business"), ("phone", FREE)], &yes).await;
}

async fn nothing_is_lost<H: Hand>(hand: &mut H) {
    let typed = [
        ("who", "person"),
        ("phone", "98880"),
        ("name", "Kari Prøve"),
    ];
    ask(hand, &typed).await;
    hand.must_say("Skriv også postnummeret").await;
    let form = hand.forms(&[("minor", "")]).await.remove(0);
    for (name, value) in typed {
        let field = form.fields.iter().find(|field| field.name == name);
        let is_there = field.is_some_and(|field| field.value == value || field.kind == "radio");
        assert!(is_there, "{name} is lost");
    }
    assert!(!hand.says("Ja, du kan").await);
    hand.open(PAGE).await;
    hand.submit(&[("minor", "")], &[]).await;
    hand.must_say("Skriv et telefonnummer, eller navn og postnummer")
        .await;
}

async fn the_list<H: Hand>(hand: &mut H, setting: Setting<'_>) {
    steps::enter(hand, setting, "privacy").await;
    hand.open("/stab/reservasjoner").await;
    hand.must_say("Telefon: ingen liste ennå").await;
    hand.give("list", b"PK\x03\x04 a workbook").await;
    hand.must_say("Filen er ikke ren tekst").await;
    hand.give("list", b"a;b\n1;2\n").await;
    hand.must_say("Første linje må si").await;
    take_the_list(hand, setting, "privacy").await;
    for said in [
        "Ett telefonnummer og 2 adresser",
        "Én linje hadde noe vi ikke kunne lese",
        "Ikke et telefonnummer",
        "Gjelder til og med",
    ] {
        hand.must_say(said).await;
    }
    assert!(
        !hand.says("ring meg").await,
        "what stands in the file is shown"
    );
}

async fn with_a_list<H: Hand>(hand: &mut H) {
    let no = ["Nei, ikke ring", "Reservasjonsregisteret mot telefonsalg"];
    must_answer(hand, &[("who", "person"), ("phone", RESERVED)], &no).await;
    let yes = ["Ja, du kan ringe", "I dag fram til kl. 21:00"];
    must_answer(hand, &[("who", "person"), ("phone", FREE)], &yes).await;
    must_answer(hand, &[("who", "business"), ("phone", RESERVED)], &yes[..1]).await;
    let letter = |name| [("who", "person"), ("name", name), ("postal_code", "2320")];
    let no = ["Nei, ikke send brev", "mot adressert reklame"];
    must_answer(hand, &letter("Kari Prøve"), &no).await;
    must_answer(hand, &letter("Per Prøve"), &["Ja, du kan sende brev"]).await;
    let both = [
        ("who", "person"),
        ("phone", FREE),
        ("name", "Ola Prøve"),
        ("postal_code", "0232"),
    ];
    must_answer(hand, &both, &["Ja, du kan ringe", "Nei, ikke send brev"]).await;
    let minor = [("who", "person"), ("phone", FREE), ("minor", "1")];
    must_answer(hand, &minor, &["Nei, ikke ring", "fylt 18"]).await;
}

async fn a_no_is_remembered<H: Hand>(hand: &mut H) {
    let typed = [
        ("who", "person"),
        ("phone", "98880003"),
        ("name", "Nora Nei"),
        ("postal_code", "2320"),
    ];
    must_answer(hand, &typed, &["Ja, du kan ringe", "Ja, du kan sende brev"]).await;
    hand.submit(&[("action", "/kan-vi-ringe/nei")], &[]).await;
    hand.must_say("Notert").await;
    let here = hand.path().await;
    assert!(
        !here.contains("9888"),
        "the number is in the address: {here}"
    );
    let no = [
        "Nei, ikke ring",
        "Nei, ikke send brev",
        "Har sagt nei til oss",
    ];
    must_answer(hand, &typed, &no).await;
}

/// The number is found by its keyed hash; nobody's record is opened.
async fn a_customer_who_objected<H: Hand>(hand: &mut H, setting: Setting<'_>) {
    let phone = "98880004";
    let arrival = steps::Arrival {
        plate: "CU 35001".to_owned(),
        name: "Pia Protest".to_owned(),
        email: "pia@kunde.example".to_owned(),
        phone: phone.to_owned(),
        company: None,
        owner: None,
        deliverer: None,
        job: "Lyset blinker".to_owned(),
    };
    steps::walk_in(hand, &arrival).await;
    let asked = [("who", "person"), ("phone", phone)];
    must_answer(hand, &asked, &["Ja, du kan ringe"]).await;
    let vault = &setting.house.house.vault;
    let look_up = LookUp::phone(&Phone::parse(phone).expect("a number"));
    let pia = vault.find(&look_up).await.expect("a look-up");
    let pia = pia.expect("a customer is found by her number");
    vault
        .enter_objection(pia, Purpose::Newsletter)
        .await
        .expect("an objection");
    must_answer(hand, &asked, &["Nei, ikke ring", "Har sagt nei til oss"]).await;
}

/// A company with nothing but a number and a postal address; the front page is no source by itself.
async fn a_company<H: Hand>(hand: &mut H, setting: Setting<'_>) {
    steps::enter(hand, setting, "marketing").await;
    let today = setting.house.clock.now().local_date().to_string();
    let typed = [
        ("company", "Brevpost Bakløfter AS"),
        ("form", "company"),
        ("source", "https://brevpost.example"),
        ("on", today.as_str()),
        ("phone", "98880005"),
        ("address", "Storgata 1"),
        ("postal_code", "2320"),
        ("lang", "en"),
    ];
    hand.open("/stab/bedrifter/ny").await;
    hand.submit(&[("company", ""), ("source", "")], &typed)
        .await;
    hand.must_say("Står det på forsiden, kryss av for det")
        .await;
    hand.submit(&[("company", ""), ("source", "")], &[("front", "1")])
        .await;
    for said in ["Sende brev", "Ringe", "Gi beskjed innen", "English"] {
        hand.must_say(said).await;
    }
    hand.submit(&[("action", "/nei")], &[]).await;
    hand.must_say("Slettet. Adressen kan ikke skrives opp igjen.")
        .await;
    let letter = [
        ("who", "business"),
        ("name", "Brevpost Bakløfter AS"),
        ("postal_code", "2320"),
    ];
    must_answer(hand, &letter, &["Nei, ikke send brev"]).await;
}

async fn the_month_after<H: Hand>(hand: &mut H, setting: Setting<'_>) {
    let house = setting.house;
    let health = async || {
        let router = web::health::router(house.app.clone());
        Client::of(&router).get("/readyz").await.is(200).body()
    };
    assert!(!health().await.contains("reservation register"));
    let list = prospects::wash::last(&house.house.vault, prospects::wash::Against::Phone).await;
    let ends = list.expect("a look").expect("a list").ends;
    house.clock.set(noon_after(ends));
    assert!(
        health()
            .await
            .contains("take in a new one at /stab/reservasjoner")
    );
    steps::enter(hand, setting, "marketing").await;
    hand.open("/stab/bedrifter").await;
    hand.must_say("Les inn en ny før noen ringer").await;
    let no = ["Nei, ikke ring", "ingen liste fra Reservasjonsregisteret"];
    must_answer(hand, &[("who", "person"), ("phone", FREE)], &no).await;
    prospects::wash::forget(&house.house.vault)
        .await
        .expect("a night");
    must_answer(hand, &[("who", "person"), ("phone", RESERVED)], &no).await;
}

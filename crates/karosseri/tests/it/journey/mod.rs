//! The ten minutes, step by step, as people take them: booked, received, repaired, handed over,
//! remembered, forgotten. Taken by a hand in this process and by a real browser alike.

pub mod complaint;
mod forgotten;

pub use forgotten::{answer, answer_others, ask_to_be_forgotten};

use crate::support::{
    hand::Hand,
    html,
    steps::{Person, first_offered, offered},
};

/// Everything that is typed about people on the way.
#[derive(Clone, Debug)]
pub struct Case {
    /// Who books and pays.
    pub person: Person,
    /// Who brings the vehicle: name, telephone, e-mail.
    pub deliverer: [String; 3],
    /// Who owns it.
    pub owner: String,
    /// What the customer says, what is to be done, how the vehicle looks.
    pub told: [String; 3],
    /// Finding, labour, part, part number and serial number.
    pub work: [String; 5],
    /// What the customer writes beside their yes.
    pub note: String,
    /// Who fetches it: name and telephone.
    pub collector: [String; 2],
    /// Billing: address and town.
    pub billing: [String; 2],
}

impl Case {
    /// A made-up case.
    pub fn made_up(number: u32) -> Self {
        let own = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        let array = |texts: &[&str]| own(texts).try_into().expect("as many");
        Self {
            person: Person::numbered(number),
            deliverer: [
                "Prøve Sjåfør".into(),
                "91111222".into(),
                "sjafor@kunde.example".into(),
            ],
            owner: "Eierfirmaet AS".into(),
            told: [
                "Den piper.".into(),
                "Se på bakløfteren".into(),
                "Ripe på venstre dør".into(),
            ],
            work: array(&[
                "Slange sprukket",
                "Byttet slange",
                "Hydraulikkslange",
                "HS-38",
                "S-1",
            ]),
            note: "Helt greit for meg.".into(),
            collector: ["Prøve Henter".into(), "92222333".into()],
            billing: ["Kundeveien 7".into(), "Prøveby".into()],
        }
    }
}

/// `/bestill`, to the confirmation; the path of the booking's own page and its reference.
pub async fn book<H: Hand>(hand: &mut H, person: &Person) -> (String, String) {
    book_saying(hand, person, &[]).await
}

/// The same, with something more said where one says who one is.
pub async fn book_saying<H: Hand>(
    hand: &mut H,
    person: &Person,
    said: &[(&str, &str)],
) -> (String, String) {
    hand.be("nobody").await;
    hand.open("/bestill").await;
    hand.submit(
        &[("plate", "")],
        &[("plate", &person.plate), ("til", "tjeneste")],
    )
    .await;
    let form = hand.forms(&[("service", "")]).await.remove(0);
    let service = first_offered(&form, "service", "");
    hand.submit(&[("service", "")], &[("service", &service), ("til", "tid")])
        .await;
    choose_time(hand).await;
    let typed = [
        ("name", person.name.as_str()),
        ("email", &person.email),
        ("phone", &person.phone),
        ("organisation", &person.organisation),
        ("question", &person.question),
        ("til", "oppsummering"),
    ];
    let typed = [said, &typed].concat();
    hand.submit(&[("name", ""), ("question", "")], &typed).await;
    hand.must_say(&person.name).await;
    hand.submit(&[("til", "bestill")], &[("til", "bestill")])
        .await;
    let source = hand.source().await;
    let here = hand.path().await;
    let link = html::links(&source)
        .into_iter()
        .find(|link| link.contains("/time/"));
    let link = link.unwrap_or(here);
    let code = link
        .split("/time/")
        .nth(1)
        .and_then(|rest| rest.split(['/', '?']).next());
    let path = format!("/time/{}", code.expect("the booking's page"));
    hand.open(&path).await;
    let words = hand.words().await;
    let is_reference = |word: &&str| {
        word.len() == 8
            && word
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
    };
    let reference = words
        .split_whitespace()
        .find(is_reference)
        .expect("a reference")
        .to_owned();
    (path, reference)
}

async fn choose_time<H: Hand>(hand: &mut H) {
    for _ in 0..5 {
        let form = hand.forms(&[("plate", ""), ("til", "")]).await.remove(0);
        let offers = offered(&form, "til");
        if let Some(start) = offers.iter().find(|til| til.starts_with("start:")) {
            return hand.submit(&[("til", start)], &[("til", start)]).await;
        }
        let week = offers
            .iter()
            .rfind(|til| til.starts_with("uke:"))
            .expect("another week");
        hand.submit(&[("til", week)], &[("til", week)]).await;
    }
    panic!("no free time in five weeks:\n{}", hand.words().await);
}

/// The desk finds the booking in three ways; the path of its intake.
pub async fn find<H: Hand>(hand: &mut H, person: &Person, reference: &str) -> String {
    hand.be("reception").await;
    let mut intake = String::new();
    let phone = format!("+47{}", person.phone);
    for words in [&person.plate, &person.name, &phone, &person.email] {
        hand.open("/stab").await;
        hand.submit(&[("q", "")], &[("q", words)]).await;
        hand.must_say(reference).await;
        let links = html::links(&hand.source().await);
        let link = links
            .iter()
            .find(|l| l.contains("/stab/inn/") || l.contains("/stab/time/"));
        let id = link
            .expect("the booking")
            .split(['?', '#'])
            .next()
            .unwrap_or_default();
        intake = format!("/stab/inn/{}", id.rsplit('/').next().unwrap_or_default());
    }
    intake
}

/// The vehicle is received; the path of its order.
pub async fn receive<H: Hand>(hand: &mut H, case: &Case, intake: &str) -> String {
    hand.be("reception").await;
    hand.open(intake).await;
    let [name, phone, email] = &case.deliverer;
    let [words, job, condition] = &case.told;
    let typed = [
        ("owner", "other"),
        ("owner_name", case.owner.as_str()),
        ("deliverer", "other"),
        ("deliverer_name", name),
        ("deliverer_phone", phone),
        ("deliverer_email", email),
        ("words", words),
        ("job", job),
        ("condition", condition),
    ];
    hand.submit(&[("deliverer_name", "")], &typed).await;
    assert!(
        hand.path().await.contains("/stab/inntak/"),
        "{}",
        hand.words().await
    );
    hand.submit(&[("value", "")], &[("value", "123456")]).await;
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

/// The technician writes what was found and done.
pub async fn repair<H: Hand>(hand: &mut H, case: &Case, order: &str) {
    hand.be("technician").await;
    let job = order.replace("/stab/ordre/", "/stab/verksted/");
    let [finding, labour, part, part_no, serial] = &case.work;
    for typed in [
        &[
            ("kind", "finding"),
            ("text", finding.as_str()),
            ("severity", "major"),
        ][..],
        &[("kind", "labour"), ("text", labour), ("quantity", "1,5")],
        &[
            ("kind", "part"),
            ("text", part),
            ("quantity", "2"),
            ("part_no", part_no),
            ("serial", serial),
        ],
    ] {
        hand.open(&job).await;
        hand.submit(&[typed[0], ("text", "")], typed).await;
        hand.must_say(typed[1].1).await;
    }
    // A technician sees the vehicle and the work, and nobody's name, number or price.
    let words = hand.words().await;
    let [name, phone, email] = &case.deliverer;
    for hidden in [&case.person.name, &case.person.email, name, phone, email] {
        assert!(
            !words.contains(hidden.as_str()),
            "the technician sees {hidden}"
        );
    }
}

/// The desk puts prices, asks, and the customer says yes by the link in the letter.
pub async fn approve<H: Hand>(hand: &mut H, case: &Case, order: &str) {
    hand.be("reception").await;
    for price in ["1250", "349,50"] {
        hand.open(order).await;
        // The first line that has no price yet.
        let unpriced = hand.forms(&[("action", "/pris"), ("price", "")]).await;
        let form = unpriced.into_iter().find(|form| {
            form.fields
                .iter()
                .any(|field| field.name == "price" && field.value.is_empty())
        });
        let form = form.expect("a line without a price");
        let typed = [("price", price), ("warranty", "months"), ("months", "24")];
        hand.submit(&[("action", &form.action), ("price", "")], &typed)
            .await;
    }
    hand.open(order).await;
    let typed = [("kind", "estimate"), ("how", "mail")];
    hand.submit(&[("kind", "estimate"), ("how", "")], &typed)
        .await;
    let link = hand.letter(&case.person.email, "/godkjenn/").await;
    hand.be("nobody").await;
    hand.open(&link).await;
    hand.must_say(&case.work[1]).await;
    let typed = [("answer", "yes"), ("note", case.note.as_str())];
    hand.submit(&[("answer", "yes")], &typed).await;
    hand.must_say(&case.work[1]).await;
}

/// Handed over: the purchase stands, nothing changes any more.
pub async fn hand_over<H: Hand>(hand: &mut H, case: &Case, order: &str) {
    hand.be("reception").await;
    hand.open(order).await;
    hand.must_say(&case.note).await;
    hand.follow("/utlever").await;
    let [address, city] = &case.billing;
    let [name, phone] = &case.collector;
    let typed = [
        ("buyer", "consumer"),
        ("collector", "other"),
        ("collector_name", name.as_str()),
        ("collector_phone", phone),
        ("name", &case.person.name),
        ("address", address),
        ("postal_code", "2300"),
        ("city", city),
        ("email", &case.person.email),
    ];
    hand.submit(&[("buyer", ""), ("collector_name", "")], &typed)
        .await;
    hand.open(order).await;
    assert!(
        hand.forms(&[("text", ""), ("quantity", "")])
            .await
            .is_empty(),
        "a closed order takes lines"
    );
}

/// What the customer finds on their own pages: the booking, the vehicle's life, the purchase, what is
/// held and by whom it was seen; and a copy of all of it.
pub async fn look_around<H: Hand>(hand: &mut H, who: &'static str, case: &Case, reference: &str) {
    hand.be(who).await;
    hand.open("/min-side").await;
    hand.must_say(&case.work[1]).await;
    assert!(
        hand.says(reference).await || hand.says("Time").await,
        "{}",
        hand.words().await
    );
    if let Some(purchase) = hand.link("/min-side/kjop").await {
        hand.open(&purchase).await;
        hand.follow("/dokument").await;
        hand.must_say(&case.work[2]).await;
    }
    hand.open("/min-side/opplysninger").await;
    for word in [&case.person.name, &case.person.question, &case.billing[0]] {
        hand.must_say(word).await;
    }
    hand.open("/min-side/hvem-har-sett").await;
    hand.must_say("Servicerådgiver").await;
}

/// The customer corrects what is held, and says what they want no more.
pub async fn correct<H: Hand>(hand: &mut H, who: &'static str, organisation: &str) {
    hand.be(who).await;
    hand.open("/min-side/profil").await;
    hand.submit(
        &[("organisation", ""), ("org_no", "")],
        &[("organisation", organisation)],
    )
    .await;
    let said = hand.words().await;
    hand.open("/min-side/profil").await;
    assert!(
        hand.source().await.contains(organisation),
        "the correction is lost: {said}"
    );
    hand.open("/min-side/samtykker").await;
    hand.submit(&[("topic", ""), ("yes", "1")], &[]).await;
    hand.open("/min-side/samtykker").await;
    hand.submit(&[("topic", ""), ("yes", "0")], &[]).await;
    hand.open("/min-side/samtykker").await;
    assert!(
        hand.forms(&[("topic", ""), ("yes", "0")]).await.is_empty(),
        "the withdrawal did not hold"
    );
}

/// Words in the fields that the main path does not touch; what was typed.
pub async fn say_more<H: Hand>(hand: &mut H, who: &'static str, stem: &str) -> Vec<String> {
    let word = |name: &str| format!("{stem}{name}");
    let (organisation, wish) = (word("nyttfirma"), word("ønske"));
    correct(hand, who, &organisation).await;
    hand.open("/min-side/rettigheter").await;
    let typed = [("kind", "restriction"), ("text", wish.as_str())];
    hand.submit(&[("kind", "restriction"), ("text", "")], &typed)
        .await;
    vec![organisation, wish]
}

//! Letters to existing customers (markedsføringsloven § 15 third paragraph), in a house that declares them and
//! in one that does not: from the notice where the address is given to the press that ends it.

use std::sync::Arc;

use letters::testing::{MailServer, Received};
use newsletter::{
    Pace, Plain, Postal, Progress,
    campaign::{self, About, Act},
    topics::{Choice, Wishes},
};
use values::{Clock, ControllerId, Email, SubjectId};
use vault::{CustomerWord, LookUp};
use web::Lang;

use crate::{
    journey::{self, Case},
    support::{
        client::local,
        hand::{Hand, Inside},
        house::{self, Place, Spawned},
        root, steps,
    },
};

const NOTICE: &str = "sende deg e-post om egne tjenester";
const BECAUSE: &str = "fordi du er kunde hos";
const OUT: &str = "/nyhetsbrev/ut/";

/// A furnished house whose declaration is the reference with the sample added.
async fn declared(place: Place) -> Spawned {
    let read = |name: &str| {
        let path = root().join("declarations").join(name);
        std::fs::read_to_string(path).expect("a declaration")
    };
    let text = format!(
        "{}\n{}",
        read("westrum.toml"),
        read("existing-customers.toml")
    );
    std::fs::create_dir_all(&place.data).expect("a folder");
    let path = place.data.join("../with-customers.toml");
    std::fs::write(&path, text).expect("written");
    let path = path.display().to_string();
    house::furnished(place, &[("declaration", &path)]).await
}

/// Booked with what is said beside the contact, received, repaired and handed over.
async fn bought(hand: &mut Inside<'_>, case: &Case, said: &[(&str, &str)]) {
    let (_, reference) = journey::book_saying(hand, &case.person, said).await;
    let intake = journey::find(hand, &case.person, &reference).await;
    let order = journey::receive(hand, case, &intake).await;
    journey::repair(hand, case, &order).await;
    journey::approve(hand, case, &order).await;
    journey::hand_over(hand, case, &order).await;
}

async fn subject(spawned: &Spawned, case: &Case) -> SubjectId {
    let email = Email::parse(&case.person.email).expect("an address");
    let found = spawned.house.vault.find(&LookUp::email(&email)).await;
    found.expect("asked").expect("the customer")
}

async fn words(spawned: &Spawned, who: SubjectId) -> Vec<CustomerWord> {
    let lines = spawned.house.vault.customer_lines(who).await;
    lines
        .expect("a ledger")
        .iter()
        .map(|line| line.word)
        .collect()
}

/// The office of the house, one letter at a time.
fn office(spawned: &Spawned, mail: &MailServer) -> Arc<Postal> {
    let mailer = mail.mailer();
    let settings = mailer.settings().clone();
    let pace = Pace {
        batch: 1,
        ..Pace::default()
    };
    let sender = Arc::new(Plain::new(mailer));
    Postal::new(spawned.app.clone(), sender, settings, pace).expect("an office")
}

/// A campaign on the topic for customers of a legal entity, due now.
async fn due(spawned: &Spawned, controller: ControllerId) -> i64 {
    let vault = &spawned.house.vault;
    let about = About {
        choice: Choice {
            controller,
            topic: "own-services",
        },
        lang: Lang::Nb,
        segment: Wishes::default(),
        open: false,
    };
    let by = SubjectId::from_raw(1);
    let draft = campaign::draft(vault, about, "Vår".into(), "Hei!\n".into(), by).await;
    let id = draft.expect("a draft");
    let now = Act::Schedule(spawned.clock.now());
    assert!(campaign::act(vault, id, now).await.expect("scheduled"));
    id
}

/// Sends it to its end; how it came out.
async fn sent(spawned: &Spawned, mail: &MailServer, id: i64) -> Progress {
    for _ in 0..8 {
        office(spawned, mail).turn().await.expect("a turn");
        spawned.tick();
    }
    newsletter::progress(&spawned.house.vault, id)
        .await
        .expect("counted")
}

fn to(mail: &MailServer, case: &Case) -> Vec<Received> {
    let taken = mail.taken().into_iter();
    taken
        .filter(|letter| letter.to == case.person.email)
        .collect()
}

/// Four who book: two buy, one says no thanks where the address is given and buys, one never comes.
async fn four(hand: &mut Inside<'_>, [kari, lina, ola, per]: [&Case; 4]) {
    bought(hand, kari, &[]).await;
    let shown = hand.seen.iter().find(|page| page.words().contains(NOTICE));
    let shown = shown.expect("the notice").form("/bestill");
    let boxes = shown.fields.iter().filter(|one| one.name == "no_letters");
    assert_eq!(boxes.count(), 1, "a box to say no");
    let ticked = shown.pairs();
    let ticked = ticked.iter().any(|(name, _)| name == "no_letters");
    assert!(!ticked, "ticked beforehand");
    bought(hand, lina, &[]).await;
    bought(hand, ola, &[("no_letters", "1")]).await;
    let (time, _) = journey::book(hand, &per.person).await;
    hand.be("nobody").await;
    hand.open(&time).await;
    hand.submit(&[("action", "/avbestill")], &[]).await;
}

/// Only those who bought and did not say no get it, and nobody from another legal entity. Answers who sold,
/// and the campaign.
async fn first_letter(
    spawned: &Spawned,
    mail: &MailServer,
    all: [&Case; 4],
) -> (ControllerId, i64) {
    let [kari, lina, ola, per] = all;
    let vault = &spawned.house.vault;
    let lines = vault.customer_lines(subject(spawned, kari).await).await;
    let seller = lines.expect("a ledger")[0].controller;
    let id = due(spawned, seller).await;
    let came = sent(spawned, mail, id).await;
    let (asked, bought) = (came.by_consent, came.as_customers);
    assert_eq!((came.all(), asked, bought), (2, 0, 2), "{came:?}");
    for (case, letters) in [(kari, 1), (lina, 1), (ola, 0), (per, 0)] {
        assert_eq!(to(mail, case).len(), letters, "{}", case.person.email);
    }
    let text = to(mail, kari)[0].text();
    assert!(
        text.contains(BECAUSE) && !text.contains("har sagt ja"),
        "{text}"
    );
    let declaration = vault.declaration();
    let mut others = declaration
        .controllers()
        .iter()
        .filter(|one| one.id != seller);
    let elsewhere = due(spawned, others.next().expect("another").id).await;
    assert_eq!(sent(spawned, mail, elsewhere).await.all(), 0);
    (seller, id)
}

/// The officer's page says on what the letters rested, and the privacy officer's whether that was lawful.
async fn told_at_the_desk(hand: &mut Inside<'_>, id: i64, [kari, ola]: [&Case; 2]) {
    let spawned = hand.house();
    hand.be("marketing").await;
    hand.open(&format!("/stab/nyhetsbrev/{id}")).await;
    hand.must_say("fordi de er kunder").await;
    let now = spawned.clock.now().local();
    let (day, time) = (now.strftime("%Y-%m-%d"), now.strftime("%H:%M"));
    hand.be("privacy").await;
    for (case, words) in [
        (kari, "Lovlig: Personen var kunde"),
        (ola, "Ikke lovlig som brev til en kunde"),
    ] {
        let who = subject(spawned, case).await.get();
        hand.open(&format!(
            "/stab/personvern/samtykker/{who}?dag={day}&tid={time}"
        ))
        .await;
        hand.must_say(words).await;
    }
}

/// In the middle of a campaign, one letter has left: the other presses the way out of an earlier letter, and
/// gets none. Answers who that is, and who stays.
async fn out<'c>(
    spawned: &Spawned,
    mail: &MailServer,
    seller: ControllerId,
    [kari, lina]: [&'c Case; 2],
) -> [&'c Case; 2] {
    let second = due(spawned, seller).await;
    office(spawned, mail).turn().await.expect("a turn");
    let got = to(mail, kari).len() == 2;
    let [late, stays] = if got { [lina, kari] } else { [kari, lina] };
    let link = to(mail, late)[0].link(OUT).expect("a way out");
    let path = local(&link).to_owned();
    let who = subject(spawned, late).await;
    let mut visitor = spawned.visitor();
    visitor.open(&path).await.is(200);
    let before = words(spawned, who).await;
    assert_eq!(
        before,
        [CustomerWord::Offered, CustomerWord::Sold],
        "looking"
    );
    let pressed = [("List-Unsubscribe", "One-Click")];
    visitor.post(&path, &pressed).await.is(200);
    spawned.tick();
    let came = sent(spawned, mail, second).await;
    assert_eq!((came.sent, came.passed_over()), (1, 1), "{came:?}");
    assert_eq!(to(mail, late).len(), 1, "after the no");
    assert_eq!(words(spawned, who).await.last(), Some(&CustomerWord::No));
    let vault = &spawned.house.vault;
    let strands = vault.strands_of(who).await.expect("strands");
    let mut reasons = strands.iter().flat_map(|strand| &strand.reasons);
    assert!(
        reasons.all(|reason| reason.purpose != "customer_news"),
        "kept"
    );
    let kept = vault.kept_as_customers().await.expect("looked");
    assert_eq!(kept, (1, Vec::new()));
    [late, stays]
}

#[tokio::test(flavor = "multi_thread")]
async fn customers_get_letters_where_it_is_declared_until_they_say_no() {
    house::each_place(|place| async move {
        let spawned = declared(place).await;
        let mut hand = Inside::new(&spawned);
        let [kari, lina, ola, per] = &[81, 82, 83, 84].map(Case::made_up);
        four(&mut hand, [kari, lina, ola, per]).await;
        use CustomerWord::{No, Offered, Sold};
        for (case, expected) in [
            (kari, &[Offered, Sold][..]),
            (ola, &[No]),
            (per, &[Offered]),
        ] {
            let who = subject(&spawned, case).await;
            assert_eq!(words(&spawned, who).await, expected);
        }
        let mail = MailServer::start().await;
        let (seller, id) = first_letter(&spawned, &mail, [kari, lina, ola, per]).await;
        told_at_the_desk(&mut hand, id, [kari, ola]).await;
        let [left, stays] = out(&spawned, &mail, seller, [kari, lina]).await;
        // The page of their own says so, and another no is a button away.
        for (who, case, says) in [
            ("left", left, "Du sa nei takk"),
            ("stays", stays, "Får brev"),
        ] {
            let client = steps::log_in_by_mail(&spawned, &case.person.email).await;
            hand.knows(who, client);
            hand.be(who).await;
            hand.open("/min-side/samtykker").await;
            hand.must_say(says).await;
        }
        hand.submit(&[("as_customer", "true")], &[]).await;
        hand.must_say("Du sa nei takk").await;
        let third = due(&spawned, seller).await;
        assert_eq!(
            sent(&spawned, &mail, third).await.all(),
            0,
            "nobody is left"
        );
        drop(hand);
        spawned.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_it_is_not_declared_nothing_of_it_exists() {
    house::each_place(|place| async move {
        let spawned = house::furnished(place, &[]).await;
        let mut hand = Inside::new(&spawned);
        let kari = Case::made_up(85);
        bought(&mut hand, &kari, &[]).await;
        for path in ["/personvern", "/nyhetsbrev"] {
            hand.be("nobody").await;
            hand.open(path).await;
        }
        hand.be("reception").await;
        hand.open("/stab/bestill").await;
        hand.be("marketing").await;
        hand.open("/stab/nyhetsbrev").await;
        hand.open("/stab/nyhetsbrev/ny").await;
        for page in &hand.seen {
            for word in [
                NOTICE,
                "letters_shown",
                "no_letters",
                "customer_news",
                "kundetema",
                "Brev til kunder",
            ] {
                assert!(!page.body().contains(word), "{word} on {}", page.path);
            }
        }
        let who = subject(&spawned, &kari).await;
        assert!(words(&spawned, who).await.is_empty());
        let vault = &spawned.house.vault;
        let strands = vault.strands_of(who).await.expect("strands");
        let mut reasons = strands.iter().flat_map(|strand| &strand.reasons);
        assert!(reasons.all(|reason| reason.purpose != "customer_news"));
        assert!(!newsletter::declared(&vault.declaration()).existing_customer);
        let mut client = steps::log_in_by_mail(&spawned, &kari.person.email).await;
        let own = client.open("/min-side/samtykker").await.is(200);
        assert!(!own.words().contains("som kunde"), "{}", own.words());
        drop(hand);
        spawned.close().await;
    })
    .await;
}

/// Nobody is put at the newsletter service for being a customer: its list is one that was said yes to.
#[test]
fn the_newsletter_service_has_no_list_of_customers() {
    let read = |name: &str| {
        std::fs::read_to_string(root().join("declarations").join(name)).expect("a declaration")
    };
    let text = format!(
        "{}\n{}",
        read("westrum.toml"),
        read("existing-customers.toml")
    );
    let told = declaration::Declaration::parse(&text).expect("good");
    let account = |topic: &str| {
        let key = &told.controllers()[0].key;
        let text =
            format!("[{key}]\nuser_id = \"1\"\napi_key = \"k\"\nlist = 1\ntopic = \"{topic}\"\n");
        make::Accounts::read(&text, &told).err()
    };
    assert_eq!(account("news"), None);
    let refused = account("own-services").expect("a topic nobody said yes to");
    assert!(
        refused.contains("does not ask about `own-services`"),
        "{refused}"
    );
    let asked = newsletter::topics::all(&told);
    assert!(asked.iter().all(|one| one.topic != "own-services"));
    let written = newsletter::topics::written(&told);
    assert_eq!(written.len(), asked.len() + told.controllers().len());
}

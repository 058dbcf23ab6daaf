//! One person, one answer: whoever delivers for another has rights without being a customer, and
//! somebody who is customer, neighbour and driver at once is answered once, about all of it.

use std::io::Read;

use crate::{
    journey::{self, Case},
    support::{
        browse::{Browser, Site},
        driver,
        hand::{Hand, Inside},
        house, html, program,
        served::Served,
        steps,
    },
};

/// Everything in a ZIP, and the names in it.
fn unzipped(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a ZIP");
    let mut text = String::new();
    for nth in 0..archive.len() {
        let mut file = archive.by_index(nth).expect("a file");
        text.push_str(&format!("\n== {}\n", file.name().expect("a name")));
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("read");
        text.push_str(&String::from_utf8_lossy(&bytes));
    }
    text
}

/// A vehicle comes, is repaired and fetched; the path of its order.
async fn whole_visit<H: Hand>(hand: &mut H, case: &Case) -> String {
    let (_, reference) = journey::book(hand, &case.person).await;
    let intake = journey::find(hand, &case.person, &reference).await;
    let order = journey::receive(hand, case, &intake).await;
    journey::repair(hand, case, &order).await;
    journey::approve(hand, case, &order).await;
    journey::hand_over(hand, case, &order).await;
    order
}

/// Asks without an account, and shows by the link in the letter who it is.
async fn ask_by_link<H: Hand>(hand: &mut H, kind: &str, name: &str, email: &str) {
    hand.be("nobody").await;
    hand.open("/personvern/krav").await;
    let typed = [("kind", kind), ("name", name), ("email", email)];
    hand.submit(&[("kind", kind), ("email", "")], &typed).await;
    let link = hand.letter(email, "/personvern/krav/").await;
    hand.be("nobody").await;
    hand.open(&link).await;
    hand.submit(&[("action", "/personvern/krav/")], &[]).await;
    hand.must_say("Takk").await;
}

/// The officer opens the newest open case that says this.
async fn open_case<H: Hand>(hand: &mut H, says: &str) {
    hand.be("privacy").await;
    hand.open("/stab/personvern").await;
    let mut cases = html::links(&hand.source().await);
    cases.retain(|link| link.contains("/stab/personvern/krav/"));
    for case in cases {
        hand.open(&case).await;
        let open = hand.forms(&[("action", "/svar")]).await;
        if hand.says(says).await && !open.is_empty() {
            return;
        }
    }
    panic!("no case says {says}");
}

/// Carries an erasure out; the words of the receipt.
async fn erase<H: Hand>(hand: &mut H, says: &str) -> String {
    open_case(hand, says).await;
    let slett = [("sure", ""), ("action", "/slett")];
    let form = hand.forms(&slett).await.remove(0);
    let yes = steps::first_offered(&form, "sure", "");
    hand.submit(&slett, &[("sure", &yes)]).await;
    let words = hand.words().await;
    assert!(hand.path().await.contains("/kvittering/"), "{words}");
    words
}

fn none_of(text: &str, others: &[&String], whose: &str) {
    for word in others {
        assert!(!text.contains(word.as_str()), "`{word}` is in {whose}");
    }
}

/// What belongs to the customer of a case, and to nobody who delivered for them.
fn of_customer(case: &Case) -> Vec<&String> {
    let person = &case.person;
    let mut theirs = vec![&person.name, &person.email, &person.question, &case.note];
    theirs.extend([&case.owner, &case.told[0], &case.work[1], &case.billing[0]]);
    theirs
}

/// A neighbour hands a vehicle in for its owner, without an account; asks what is held, gets it, and is
/// forgotten. The owner's order stands.
async fn neighbour<H: Hand>(hand: &mut H) {
    let (name, email) = ("Nabo Hjelpsomsen", "nabo@kunde.example");
    let mut case = Case::made_up(71);
    case.deliverer = [name.into(), "91111377".into(), email.into()];
    let order = whole_visit(hand, &case).await;

    ask_by_link(hand, "access", name, email).await;
    open_case(hand, email).await;
    hand.must_say("Åpnet en lenke").await;
    none_of(&hand.words().await, &of_customer(&case), "the case");
    let zip = hand.link("opplysninger.zip").await.expect("the copy");
    let text = unzipped(&hand.file(&zip).await);
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    for own in [name, email, "den som leverte"] {
        assert!(text.contains(own), "`{own}` is not in the copy");
    }
    assert!(squeezed.contains("91111377"), "the telephone is missing");
    assert!(
        text.contains("== tables/visits.json"),
        "the visit is missing"
    );
    none_of(&text, &of_customer(&case), "the neighbour's copy");
    let typed = [("outcome", "answered"), ("text", "Her er kopien.")];
    hand.submit(&[("outcome", "answered"), ("text", "")], &typed)
        .await;

    ask_by_link(hand, "erasure", name, email).await;
    let receipt = erase(hand, email).await;
    assert!(!receipt.contains(name), "the receipt names the person");
    hand.be("reception").await;
    hand.open(&order).await;
    hand.must_say("Slettet").await;
    // The work and its customer stand.
    hand.must_say(&case.work[1]).await;
    hand.must_say(&case.person.name).await;
    let words = hand.words().await;
    for gone in [name, email, "91 11 13 77"] {
        assert!(!words.contains(gone), "`{gone}` is on the order");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_neighbour_who_delivered_gets_access_and_erasure() {
    house::each_place(|place| async move {
        let spawned = house::furnished(place, &[]).await;
        neighbour(&mut Inside::new(&spawned)).await;
    })
    .await;
}

async fn neighbour_in_a_browser(with_scripts: bool) {
    if !driver::there_is_a_browser() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let served = Served::furnished(program::place_in(folder.path()), &[]).await;
    let mut browser = Browser::start(Site::House(&served), "neighbour", with_scripts).await;
    for role in ["reception", "technician", "privacy"] {
        let link = served.house.link_for(role).await;
        browser.log_in(role, &link).await;
    }
    neighbour(&mut browser).await;
    let findings = std::mem::take(&mut browser.findings);
    browser.end().await;
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_neighbour_in_a_browser_with_scripts() {
    neighbour_in_a_browser(true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_neighbour_in_a_browser_without_scripts() {
    neighbour_in_a_browser(false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn customer_deliverer_and_employee_are_one_answer() {
    house::each_place(|place| async move {
        let spawned = house::furnished(place, &[]).await;
        let mut hand = Inside::new(&spawned);
        let own = Case::made_up(72);
        let email = own.person.email.clone();
        let (mut neighbour, mut company) = (Case::made_up(73), Case::made_up(74));
        let as_neighbour = "Merke Nabotur".to_owned();
        let as_driver = "Merke Firmatur".to_owned();
        neighbour.deliverer = [as_neighbour.clone(), "91111373".into(), email.clone()];
        company.person.organisation = "Frakt Og Følge AS".into();
        company.deliverer = [as_driver.clone(), "91111374".into(), email.clone()];
        whole_visit(&mut hand, &own).await;
        let of_neighbour = whole_visit(&mut hand, &neighbour).await;
        let of_company = whole_visit(&mut hand, &company).await;

        let client = steps::log_in_by_mail(&spawned, &email).await;
        hand.knows("customer", client);
        hand.be("customer").await;
        let copy = unzipped(&hand.file("/min-side/opplysninger.zip").await);
        hand.open("/min-side/opplysninger").await;
        let page = hand.words().await;
        for text in [&copy, &page] {
            for mark in [&own.person.name, &as_neighbour, &as_driver] {
                assert!(text.contains(mark), "`{mark}` is missing");
            }
            for other in [&neighbour, &company] {
                let person = &other.person;
                let others = [&person.name, &person.email, &person.organisation];
                let others = others.into_iter().filter(|word| !word.is_empty());
                none_of(text, &others.collect::<Vec<_>>(), "somebody else's copy");
            }
        }

        journey::ask_to_be_forgotten(&mut hand, "customer").await;
        let receipt = erase(&mut hand, &email).await;
        assert!(receipt.contains("Den som leverer kjøretøyet"), "{receipt}");
        hand.be("reception").await;
        for (order, mark, case) in [
            (&of_neighbour, &as_neighbour, &neighbour),
            (&of_company, &as_driver, &company),
        ] {
            hand.open(order).await;
            hand.must_say("Slettet").await;
            hand.must_say(&case.person.name).await;
            assert!(!hand.says(mark).await, "`{mark}` is still on the order");
        }
        // Once more: there is nobody left who carries the address but the case itself.
        hand.open("/stab").await;
        hand.submit(&[("q", "")], &[("q", &email)]).await;
        assert!(!hand.says(&as_driver).await);
    })
    .await;
}

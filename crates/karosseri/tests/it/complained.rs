//! F1: a consumer without an account, a van with a tail lift; fourteen months after the hand-over the
//! tail lift sinks again. Registered, asked to be forgotten in the middle of it, judged, decided,
//! closed; and when the rule of the case has run out its key goes.

use declaration::vocabulary::Category;
use jiff::Span;
use values::{Clock, Moment, SubjectId};

use crate::{
    canary::unzipped,
    journey::{self, Case},
    support::{
        browse::{Browser, Site},
        client::local,
        driver,
        hand::{Hand, Inside},
        house::{self, Place, Spawned},
        served::Served,
        steps,
    },
};

const WRONG: &str = "Zqreklamasjonskanari: bakløfteren synker igjen";
const JUDGED: &str = "Zqvurderingskanari: den er ment å vare";
const DECIDED: &str = "Zqavgjørelseskanari: vi bytter sylinderen";

/// Booked, repaired and handed over.
async fn sold(spawned: &Spawned, case: &Case) -> SubjectId {
    let mut hand = Inside::new(spawned);
    let (_, reference) = journey::book(&mut hand, &case.person).await;
    let intake = journey::find(&mut hand, &case.person, &reference).await;
    let order = journey::receive(&mut hand, case, &intake).await;
    journey::repair(&mut hand, case, &order).await;
    journey::approve(&mut hand, case, &order).await;
    journey::hand_over(&mut hand, case, &order).await;
    let email = values::Email::parse(&case.person.email).unwrap();
    let found = customers::identify(&spawned.house.vault, Some(&email), None).await;
    found.unwrap().expect("the person")
}

/// Fourteen months pass; the sweep has its night.
async fn later(spawned: &Spawned) -> [String; 2] {
    let today = spawned.clock.now().local_date();
    let day = today.checked_add(Span::new().months(14)).unwrap();
    spawned.clock.set(Moment::at_local(day, 10, 0));
    spawned.house.vault.sweep().await.unwrap();
    let found = day.checked_sub(Span::new().days(100)).unwrap();
    [found.to_string(), day.to_string()]
}

async fn has(spawned: &Spawned, who: SubjectId, category: Category) -> bool {
    let strands = spawned.house.vault.strands_of(who).await.unwrap();
    strands.iter().any(|strand| strand.category == category)
}

/// The person follows the link of the letter: the case is on their page and in their copy.
async fn sees_it(spawned: &Spawned, hand: &mut Inside<'_>, case: &Case) {
    let link = spawned
        .letter(&case.person.email, "/min-side/reklamasjon/")
        .await;
    let client = steps::log_in_by_mail(spawned, &case.person.email).await;
    hand.knows("kunde", client);
    hand.be("kunde").await;
    hand.open(local(&link)).await;
    for word in [WRONG, "Venter på oss", "håndverkertjenesteloven § 22"] {
        hand.must_say(word).await;
    }
    let copy = unzipped(&hand.file("/min-side/opplysninger.zip").await);
    for word in [WRONG, "complaints.csv", "Reklamasjoner og garantisaker"] {
        assert!(copy.contains(word), "`{word}` is not in the copy");
    }
    hand.open("/min-side/opplysninger").await;
    hand.must_say(WRONG).await;
    hand.must_say("så lenge reklamasjonen er åpen").await;
}

/// Asked to be forgotten while the case is open: answered at once, category by category.
async fn is_answered(spawned: &Spawned, hand: &mut Inside<'_>, who: SubjectId, name: &str) {
    journey::ask_to_be_forgotten(hand, "kunde").await;
    let receipt = journey::answer(hand, name).await;
    for word in ["Beholdes så lenge saken er åpen", "Reklamasjon og garanti"] {
        assert!(receipt.contains(word), "`{word}`:\n{receipt}");
    }
    for category in [Category::Claim, Category::Contact, Category::Purchase] {
        assert!(has(spawned, who, category).await, "{category:?} is gone");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_complaint_is_kept_through_an_erasure_and_goes_by_its_own_rule() {
    house::each_place(|place| async move {
        let spawned = house::furnished(place, &[]).await;
        let case = Case::made_up(77);
        let who = sold(&spawned, &case).await;
        let [found, told] = later(&spawned).await;
        let mut hand = Inside::new(&spawned);
        let plate = case.person.plate.clone();
        let days = [found.as_str(), told.as_str()];
        let path = journey::complaint::register(&mut hand, &plate, WRONG, days).await;
        hand.must_say("100 dager").await;
        sees_it(&spawned, &mut hand, &case).await;
        is_answered(&spawned, &mut hand, who, &case.person.name).await;
        journey::complaint::judge(&mut hand, &path, JUDGED).await;
        journey::complaint::decide(&mut hand, &path, DECIDED).await;
        spawned.deliver().await;
        let letters = spawned.mail.taken();
        let answer = letters
            .iter()
            .find(|one| one.to == case.person.email && one.text().contains(DECIDED));
        assert!(answer.is_some(), "the customer is told why");
        journey::complaint::close(&mut hand, &path).await;
        drop(hand);

        let closed = spawned.clock.now().local_date();
        let last = closed.checked_add(Span::new().years(3)).unwrap();
        spawned.clock.set(Moment::at_local(last, 12, 0));
        spawned.house.vault.sweep().await.unwrap();
        assert!(has(&spawned, who, Category::Claim).await, "a day too early");
        let over = last.tomorrow().unwrap();
        spawned.clock.set(Moment::at_local(over, 12, 0));
        spawned.house.vault.sweep().await.unwrap();
        assert!(
            !has(&spawned, who, Category::Claim).await,
            "claim-closed has run out"
        );
        let mut hand = Inside::new(&spawned);
        hand.be("claims").await;
        hand.open(&path).await;
        assert!(!hand.says(WRONG).await, "it is gone");
        hand.must_say("Det som ble sagt, er slettet").await;
        drop(hand);
        spawned.close().await;
    })
    .await;
}

/// The same pages in a real browser, at both widths, with axe-core and without scripts; the customer
/// says it themself this time.
async fn in_a_browser(with_scripts: bool) {
    if !driver::there_is_a_browser() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let place = Place {
        data: folder.path().join("data"),
        database: None,
    };
    let served = Served::furnished(place, &[]).await;
    let case = Case::made_up(78);
    sold(&served.house, &case).await;
    let [found, _] = later(&served.house).await;
    let mut browser = Browser::start(Site::House(&served), "complained", with_scripts).await;
    browser.be("nobody").await;
    browser.open("/logg-inn").await;
    let email = [("email", case.person.email.as_str())];
    browser.submit(&[("email", "")], &email).await;
    let link = browser.letter(&case.person.email, "/logg-inn/").await;
    browser.log_in("kunde", &link).await;
    browser.open("/min-side").await;
    browser.follow("/min-side/kjop/").await;
    browser.follow("/reklamasjon").await;
    let wrong = [("text", WRONG), ("discovered", "2020-01-01")];
    browser.submit(&[("text", "")], &wrong).await;
    assert!(
        browser.source().await.contains(WRONG),
        "what was typed is lost"
    );
    let right = [("discovered", found.as_str())];
    browser.submit(&[("text", "")], &right).await;
    browser.must_say("Venter på oss").await;
    let mine = browser.path().await;
    let link = served.house.link_for("claims").await;
    browser.log_in("claims", &link).await;
    browser.open("/stab/reklamasjon").await;
    let plate = [("q", case.person.plate.as_str())];
    browser.submit(&[("q", "")], &plate).await;
    browser.follow("/stab/reklamasjon/ny/").await;
    browser.open("/stab/reklamasjon").await;
    let id = mine.rsplit('/').next().unwrap_or_default();
    let id = id.split('?').next().unwrap_or_default();
    let path = format!("/stab/reklamasjon/{id}");
    browser.open(&path).await;
    journey::complaint::judge(&mut browser, &path, JUDGED).await;
    browser.keep_picture("judged").await;
    journey::complaint::decide(&mut browser, &path, DECIDED).await;
    browser.keep_picture("decided").await;
    for lang in ["nn", "en", "nb"] {
        browser.be("kunde").await;
        browser.read_in(lang);
        browser.open(&format!("/min-side/reklamasjon/{id}")).await;
        browser.must_say(DECIDED).await;
    }
    let findings = std::mem::take(&mut browser.findings);
    browser.end().await;
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_in_a_browser() {
    in_a_browser(true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_in_a_browser_without_scripts() {
    in_a_browser(false).await;
}

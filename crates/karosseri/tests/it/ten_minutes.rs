//! A stranger's first ten minutes, in a real browser against the real program: with scripts and
//! without. Every page is looked at by axe-core, for cookies, for requests to others; the letters go
//! through a real mail server.

use std::io::Read;

use serde_json::Value;

use crate::{
    journey::{self, Case},
    support::{
        browse::{Browser, Site},
        driver,
        hand::Hand,
        house::Place,
        maildir::Mailbox,
        program::{self, Program},
    },
};

/// The demo with Postfix as its mail server.
struct Demo {
    place: Place,
    program: Program,
    mailbox: Mailbox,
    _folder: tempfile::TempDir,
}

impl Demo {
    async fn start() -> Option<Self> {
        let (mailbox, server) = Mailbox::given()?;
        let (host, port) = server.split_once(':').expect("host:port");
        let folder = tempfile::tempdir().expect("a folder");
        let place = program::place_in(folder.path());
        let settings = [
            ("mail_host", host),
            ("mail_port", port),
            ("mail_tls", "none"),
        ];
        let program = Program::start(&place, "demo", &settings).await;
        Some(Self {
            place,
            program,
            mailbox,
            _folder: folder,
        })
    }
}

/// The pages anybody reads, before anybody has logged in.
async fn read_around(browser: &mut Browser<'_>) {
    for path in [
        "/",
        "/bestill",
        "/sporsmal",
        "/personvern",
        "/logg-inn",
        "/stab/logg-inn",
    ] {
        browser.open(path).await;
    }
    browser.open("/personvern").await;
    let words = browser.words().await;
    assert!(
        words.contains("Westrum Karosseri AS") && words.contains("Datatilsynet"),
        "{words}"
    );
    browser.follow("/personvern/endringer").await;
    assert!(browser.words().await.len() > 200, "no difference is told");
    // Wrong first, so that the page with its sentences is looked at too.
    browser.open("/bestill").await;
    browser
        .submit(&[("plate", "")], &[("plate", "12"), ("til", "tjeneste")])
        .await;
    assert!(
        browser.source().await.contains("value=\"12\""),
        "what was typed is lost"
    );
    assert!(
        browser.driver().cookies().await.is_empty(),
        "a cookie before log-in"
    );
}

async fn ten_minutes(with_scripts: bool) {
    if !driver::there_is_a_browser() {
        return;
    }
    let Some(demo) = Demo::start().await else {
        return;
    };
    let site = Site::Program(&demo.program, &demo.mailbox);
    let mut browser = Browser::start(site, "ten-minutes", with_scripts).await;
    read_around(&mut browser).await;
    for role in ["reception", "technician", "privacy", "admin"] {
        let link = demo.program.address(role).await;
        browser.log_in(role, &link).await;
    }
    let case = Case::made_up(if with_scripts { 41 } else { 42 });
    let reference = book_and_move(&mut browser, &demo, &case).await;
    let intake = journey::find(&mut browser, &case.person, &reference).await;
    let order = journey::receive(&mut browser, &case, &intake).await;
    journey::repair(&mut browser, &case, &order).await;
    journey::approve(&mut browser, &case, &order).await;
    journey::hand_over(&mut browser, &case, &order).await;
    be_a_customer(&mut browser, &case, &reference).await;
    be_forgotten(&mut browser, &case, &order).await;
    prove(&mut browser, &demo).await;
    println!("{} kinds of page were looked at", browser.pages());
    assert!(browser.pages() > 25, "few pages: {}", browser.pages());
    let findings = std::mem::take(&mut browser.findings);
    browser.end().await;
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    demo.program.stop();
    still_there(&demo.place).await;
}

/// Books, reads the letter, and moves the time by the link in it.
async fn book_and_move(browser: &mut Browser<'_>, demo: &Demo, case: &Case) -> String {
    let (path, reference) = journey::book(browser, &case.person).await;
    let letter = demo.mailbox.wait(&case.person.email, &reference).await;
    assert!(
        letter
            .calendar()
            .is_some_and(|file| file.contains("BEGIN:VEVENT")),
        "no calendar file"
    );
    assert_eq!(letter.link("/time/").as_deref(), Some(path.as_str()));
    let file = browser.file(&format!("{path}/time.ics")).await;
    assert!(String::from_utf8_lossy(&file).contains("BEGIN:VCALENDAR"));
    browser.open(&path).await;
    browser.follow("/flytt").await;
    let form = browser.forms(&[("start", "")]).await.remove(0);
    let other = crate::support::steps::offered(&form, "start")
        .pop()
        .expect("another time");
    browser
        .submit(&[("start", &other)], &[("start", &other)])
        .await;
    reference
}

/// Logs in by a link from the letter, looks around, takes a copy, corrects, withdraws.
async fn be_a_customer(browser: &mut Browser<'_>, case: &Case, reference: &str) {
    browser.be("nobody").await;
    browser.open("/logg-inn").await;
    browser
        .submit(&[("email", "")], &[("email", &case.person.email)])
        .await;
    let link = browser.letter(&case.person.email, "/logg-inn/").await;
    browser.log_in("customer", &link).await;
    journey::look_around(browser, "customer", case, reference).await;
    let zip = browser.file("/min-side/opplysninger.zip").await;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).expect("a ZIP");
    let mut text = String::new();
    for nth in 0..archive.len() {
        // Files that are not text are not looked into here.
        let _ = archive
            .by_index(nth)
            .expect("a file")
            .read_to_string(&mut text);
    }
    for word in [
        &case.person.name,
        &case.person.question,
        &case.work[1],
        &case.note,
    ] {
        assert!(text.contains(word.as_str()), "`{word}` is not in the copy");
    }
    journey::correct(browser, "customer", "Nyfirma AS").await;
}

/// Asks to be forgotten, and is; the order stands without the person.
async fn be_forgotten(browser: &mut Browser<'_>, case: &Case, order: &str) {
    journey::ask_to_be_forgotten(browser, "customer").await;
    journey::answer(browser, &case.person.name).await;
    browser.be("reception").await;
    browser.open(order).await;
    browser.must_say(&case.work[1]).await;
    let words = browser.words().await;
    for gone in [&case.person.email, &case.note, &case.deliverer[2]] {
        assert!(
            !words.contains(gone.as_str()),
            "`{gone}` is still on the order"
        );
    }
    browser.be("customer").await;
    browser.open("/min-side").await;
    assert!(
        !browser.path().await.starts_with("/min-side"),
        "a forgotten customer is still logged in"
    );
}

/// The proof holds, at the keyboard and on the page.
async fn prove(browser: &mut Browser<'_>, demo: &Demo) {
    let told = program::run(&demo.place, &["prove", "--json"]).is(0);
    let proof: Value = serde_json::from_str(&told.said).expect("JSON");
    assert!(proof.is_object(), "{proof}");
    program::run(&demo.place, &["prove"]).is(0);
    browser.be("privacy").await;
    for path in [
        "/stab/personvern/bevis",
        "/stab/personvern/sveip",
        "/stab/personvern/logg",
    ] {
        browser.open(path).await;
    }
    browser.be("nobody").await;
    browser.open("/personvern").await;
    browser.open("/personvern/bevis").await;
}

/// Stopped and started again, nothing is lost.
async fn still_there(place: &Place) {
    let program = Program::start(place, "demo", &[]).await;
    let link = program.address("reception").await;
    let client = crate::support::client::Client::at(&program.base);
    let client = crate::support::house::log_in(client, &link).await;
    client.get("/stab").await.is(200);
    program.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn with_scripts() {
    ten_minutes(true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts() {
    ten_minutes(false).await;
}

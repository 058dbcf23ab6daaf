//! The pages of letters and numbers as people see them, in three languages, at phone and desk width: the
//! composer with its preview, the list, the service "Make", companies, calls, recalls, the switches of messages about
//! one's vehicle, the figures, the search.

use values::SubjectId;
use vault::ServiceMessage;
use web::Lang;

use super::steps;
use crate::support::{
    browse::{Browser, Site},
    driver,
    hand::Hand,
    program,
    served::Served,
};

const LIST: &[u8] =
    b"Telefon;Etternavn;Fornavn;Postnr\r\n+47 988 80 001;Pr\xf8ve;Kari;2320\r\nring meg;;;\r\n";
const TEXT: &str = "# Høstkontroll av krana\n\nNå er det tid for **årlig kontroll**. Vi har ledige timer:\n\n\
- Furnes\n- Elverum\n\nHilsen oss på verkstedet\n";

#[tokio::test(flavor = "multi_thread")]
async fn in_three_languages() {
    if !driver::there_is_a_browser() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let place = program::place_in(folder.path());
    let declaration = declaration::Declaration::parse(karosseri::house::REFERENCE_DECLARATION);
    let declaration = declaration.expect("the declaration");
    let accounts = karosseri::demo::newsletter_doubles(&declaration).await;
    let accounts = accounts.expect("the service");
    let settings = [("public_statistics", "true"), ("make", accounts.as_str())];
    let served = Served::furnished_whole(place, &settings).await;
    let import = format!(
        "/stab/nyhetsbrev/make/import/{}",
        declaration.controllers()[0].id
    );
    let (vault, anybody) = (&served.house.house.vault, SubjectId::from_raw(1));
    let service = customers::service_link(vault, Lang::Nb, anybody, ServiceMessage::Ready);
    let service = service.expect("a link");
    let mut browser = Browser::start(Site::House(&served), "letters", true).await;
    let setting = super::Setting {
        house: &served.house,
        short: true,
    };
    steps::enter(&mut browser, setting, "marketing").await;
    let composer = composed(&mut browser).await;
    browser.open("/stab/reservasjoner").await;
    browser.give("list", LIST).await;
    steps::enter(&mut browser, setting, "reception").await;
    for lang in ["nb", "nn", "en"] {
        browser.read_in(lang);
        for (who, path, name) in [
            ("marketing", composer.as_str(), "composer"),
            ("marketing", "/stab/nyhetsbrev", "campaigns"),
            ("marketing", "/stab/nyhetsbrev/make", "make"),
            ("marketing", import.as_str(), "make-import"),
            ("marketing", "/stab/bedrifter/ny", "prospect"),
            ("marketing", "/stab/reservasjoner", "register"),
            ("marketing", "/stab/tall?p=90", "figures"),
            ("reception", "/stab/tilbakekalling", "recall"),
            ("nobody", service.as_str(), "service"),
            ("nobody", "/nyhetsbrev", "sign-up"),
            ("nobody", "/sok?q=kran", "search"),
            ("nobody", "/tall?p=90", "public-figures"),
        ] {
            browser.be(who).await;
            browser.open(path).await;
            browser.keep_picture(&format!("{name}-{lang}")).await;
        }
        may_we_call(&mut browser, lang).await;
    }
    let findings = std::mem::take(&mut browser.findings);
    browser.end().await;
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// Before a call: a no and a yes.
async fn may_we_call(browser: &mut Browser<'_>, lang: &str) {
    browser.be("reception").await;
    for (who, phone, name) in [
        ("person", "98880001", "may-call-no"),
        ("business", "98880001", "may-call-yes"),
    ] {
        browser.open("/stab/kan-vi-ringe").await;
        let typed = [("who", who), ("phone", phone)];
        browser
            .submit(&[("minor", ""), ("phone", "")], &typed)
            .await;
        browser.keep_picture(&format!("{name}-{lang}")).await;
    }
}

/// A letter is written; its page shows what goes out.
async fn composed(browser: &mut Browser<'_>) -> String {
    browser.open("/stab/nyhetsbrev/ny").await;
    let typed = [("subject", "Høstkontroll"), ("text", TEXT)];
    browser
        .submit(&[("subject", ""), ("text", "")], &typed)
        .await;
    let path = browser.path().await;
    browser.must_say("Høstkontroll").await;
    path.split(['?', '#']).next().unwrap_or_default().to_owned()
}

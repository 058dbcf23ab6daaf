//! The screens of the rights desk as people see them, in three languages, at phone and desk width: the
//! desk, a case, what is held, the copy's first page, the answer to an erasure, tonight's sweep.

use std::path::Path;

use super::steps;
use crate::support::{
    browse::{Browser, Site},
    driver,
    hand::Hand,
    html, program,
    served::Served,
};

const LANGS: [&str; 3] = ["nb", "nn", "en"];

#[tokio::test(flavor = "multi_thread")]
async fn in_three_languages() {
    if !driver::there_is_a_browser() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let served = Served::furnished(program::place_in(folder.path()), &[]).await;
    let mut browser = Browser::start(Site::House(&served), "screens", true).await;
    let setting = super::Setting {
        house: &served.house,
        short: true,
    };
    a_customer(&mut browser, setting).await;
    // Half a year later there is something to sweep.
    served.house.pass_days(190);
    steps::log_in_by_mail(&mut browser, "customer", EMAIL).await;
    asks(&mut browser).await;
    steps::enter(&mut browser, setting, "privacy").await;
    let case = erasure_case(&mut browser).await;
    for lang in LANGS {
        browser.read_in(lang);
        browser.be("privacy").await;
        for (path, name) in [
            ("/stab/personvern", "rights-desk"),
            (case.as_str(), "case"),
            ("/stab/personvern/sveip", "sweep"),
        ] {
            browser.open(path).await;
            browser.keep_picture(&format!("{name}-{lang}")).await;
        }
        browser.be("customer").await;
        browser.open("/min-side/opplysninger").await;
        browser.keep_picture(&format!("held-{lang}")).await;
        first_page_of_the_copy(&mut browser, lang, folder.path()).await;
    }
    the_answer(&mut browser, &case).await;
    let findings = std::mem::take(&mut browser.findings);
    browser.end().await;
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

const NAME: &str = "Signe Skjermbilde";
const EMAIL: &str = "signe@kunde.example";

/// Somebody whose van was repaired.
async fn a_customer(browser: &mut Browser<'_>, setting: super::Setting<'_>) {
    steps::enter(browser, setting, "reception").await;
    let arrival = steps::Arrival {
        plate: "CU 34001".to_owned(),
        name: NAME.to_owned(),
        email: EMAIL.to_owned(),
        phone: "98666001".to_owned(),
        company: None,
        owner: None,
        deliverer: Some(["Nils Nabo", "98666002", "nils@kunde.example"].map(str::to_owned)),
        job: "Bakløfteren går tregt".to_owned(),
    };
    let order = steps::walk_in(browser, &arrival).await;
    steps::labour(browser, &order, "Byttet ventil i bakløfteren", "1800").await;
    let bill = steps::Bill {
        buyer: "consumer",
        name: NAME,
        other: None,
        address: "Skjermveien 4",
    };
    steps::hand_over(browser, &order, bill).await;
}

/// Access by a request, erasure by the button.
async fn asks(browser: &mut Browser<'_>) {
    browser.open("/min-side/rettigheter").await;
    let typed = [
        ("kind", "access"),
        ("text", "Jeg vil vite hva dere har om meg."),
    ];
    browser
        .submit(&[("kind", "access"), ("text", "")], &typed)
        .await;
    crate::journey::ask_to_be_forgotten(browser, "customer").await;
}

/// The case that can be carried out.
async fn erasure_case(browser: &mut Browser<'_>) -> String {
    browser.open("/stab/personvern").await;
    let links = html::links(&browser.source().await);
    for link in links {
        if !link.contains("/stab/personvern/krav/") {
            continue;
        }
        browser.open(&link).await;
        if !browser
            .forms(&[("sure", ""), ("action", "/slett")])
            .await
            .is_empty()
        {
            let path = browser.path().await;
            return path.split(['?', '#']).next().unwrap_or_default().to_owned();
        }
    }
    panic!("no erasure waits: {}", browser.words().await);
}

/// The copy, unpacked and opened from the disk, as a person at home would.
async fn first_page_of_the_copy(browser: &mut Browser<'_>, lang: &str, folder: &Path) {
    let prefix = if lang == "nb" { "" } else { lang };
    let slash = if prefix.is_empty() { "" } else { "/" };
    let path = format!("{slash}{prefix}/min-side/opplysninger.zip");
    let bytes = browser.file(&path).await;
    let to = folder.join(format!("copy-{lang}"));
    zip::ZipArchive::new(std::io::Cursor::new(bytes))
        .expect("a ZIP")
        .extract(&to)
        .expect("unpacked");
    let first = to.join("index.html");
    let text = std::fs::read_to_string(&first).expect("the first page");
    assert!(text.contains(&format!("lang=\"{lang}\"")), "{text:.200}");
    browser
        .driver()
        .go(&format!("file://{}", first.display()))
        .await;
    browser.keep_picture(&format!("copy-{lang}")).await;
}

/// Carried out; the receipt tells what is gone and what stays, in each language.
async fn the_answer(browser: &mut Browser<'_>, case: &str) {
    browser.read_in("nb");
    browser.be("privacy").await;
    browser.open(case).await;
    browser
        .submit(&[("sure", ""), ("action", "/slett")], &[("sure", "1")])
        .await;
    let receipt = browser.path().await;
    assert!(
        receipt.contains("/kvittering/"),
        "{receipt}: {}",
        browser.words().await
    );
    for lang in LANGS {
        browser.read_in(lang);
        browser.open(&receipt).await;
        browser.keep_picture(&format!("answer-{lang}")).await;
    }
}

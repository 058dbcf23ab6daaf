//! What the pages say, in step in three languages; what the tables hold, marked; what the records
//! hold, in the vocabulary.

use std::collections::BTreeSet;

use karosseri::{checks, parts};

use crate::support::{self, house};

#[test]
fn the_three_languages_are_in_step() {
    let findings = web::check::check(parts::LANG);
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    // Two files that define one message would contradict each other.
    assert!(web::Texts::build(parts::LANG).is_ok());
}

#[test]
fn every_message_used_exists() {
    let root = support::root();
    let mut findings = Vec::new();
    for folder in std::fs::read_dir(root.join("crates"))
        .expect("crates")
        .flatten()
    {
        findings.extend(web::check::unknown_keys(&folder.path(), parts::LANG).expect("read"));
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// Service messages, in their templates: what a house or a workshop is called is no offer.
const SERVICE: &[&str] = &[
    "reminder-inspection-subject",
    "reminder-inspection-letter",
    "recall-letter",
    "repair-letter-ready-subject",
    "repair-letter-ready",
    "repair-letter-done-subject",
    "repair-letter-done",
];

#[test]
fn service_messages_contain_no_offer() {
    let texts = web::Texts::build(parts::LANG).expect("texts");
    for lang in web::Lang::ALL {
        let text = texts.of(lang);
        for key in SERVICE {
            assert!(text.has(key), "{lang:?}: {key}");
            let template = text.f(key, &[]);
            assert_eq!(newsletter::offer_in(&template), None, "{lang:?}: {key}");
        }
    }
}

#[test]
fn every_class_used_has_a_style() {
    let root = support::root();
    let mut findings = Vec::new();
    for folder in std::fs::read_dir(root.join("crates"))
        .expect("crates")
        .flatten()
    {
        findings.extend(web::check::unknown_classes(&folder.path()).expect("read"));
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn every_record_is_in_the_vocabulary() {
    let findings = parts::check_records();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn activities_have_names_of_their_own() {
    let names: Vec<&str> = parts::activities().map(|activity| activity.name).collect();
    let unique: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(names.len(), unique.len(), "{names:?}");
}

#[test]
fn the_binary_migrates_a_slice_before_those_that_stand_on_it() {
    let names: Vec<&str> = parts::MIGRATIONS
        .iter()
        .copied()
        .flatten()
        .map(|m| m.name)
        .collect();
    let unique: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(names.len(), unique.len(), "{names:?}");
}

/// Every column of the real schema is marked, every mark has its column, on both engines.
#[tokio::test(flavor = "multi_thread")]
async fn every_column_is_marked_on_both_engines() {
    house::each_place(|place| async move {
        let spawned = house::open(place, &[]).await;
        let columns = spawned.house.store().columns().await.expect("columns");
        let marks = checks::marked_columns().expect("marks");
        let differences = checks::column_differences(&marks, &columns);
        assert!(differences.is_empty(), "{}", differences.join("\n"));
        assert_eq!(columns.len(), marks.len());
        spawned.close().await;
    })
    .await;
}

/// Every statement of every slice is understood by the engine the house runs on.
#[tokio::test(flavor = "multi_thread")]
async fn every_statement_prepares_on_both_engines() {
    house::each_place(|place| async move {
        let spawned = house::open(place, &[]).await;
        let lists = parts::queries();
        let prepared = spawned
            .house
            .store()
            .prepare_all(&lists)
            .await
            .expect("prepared");
        assert!(prepared > 100, "{prepared}");
        spawned.close().await;
    })
    .await;
}

#[test]
fn the_settings_page_names_every_setting() {
    let page = std::fs::read_to_string(support::root().join("docs/settings.md")).expect("the page");
    assert_eq!(page, karosseri::settings::documentation());
}

/// What may ail the house is told in words on the page for upkeep, whichever slice says so.
#[test]
fn every_ailment_has_words() {
    let texts = web::Texts::build(parts::LANG).expect("texts");
    let mut found = 0;
    for (path, text) in sources() {
        for after in text.split("Ailment {").skip(1) {
            let Some((_, rest)) = after.split_once("name: \"") else {
                continue;
            };
            let name = rest.split('"').next().unwrap_or_default();
            let key = format!("upkeep-ill-{}", name.replace('_', "-"));
            for lang in web::Lang::ALL {
                assert!(texts.of(lang).has(&key), "{lang:?}: {key} ({path})");
            }
            found += 1;
        }
    }
    assert!(found > 5, "{found}");
}

/// Every source file of the crates, but for tests.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![support::root().join("crates")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() && !name.contains("tests") {
                folders.push(path);
            } else if name.ends_with(".rs") && !name.contains("tests") {
                let text = std::fs::read_to_string(&path).expect("text");
                found.push((path.display().to_string(), text));
            }
        }
    }
    found
}

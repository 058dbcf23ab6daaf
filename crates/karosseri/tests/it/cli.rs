//! The command line, as somebody at a keyboard meets it.

use std::{fs, path::Path};

use serde_json::Value;

use crate::support::{
    client::{Client, local},
    house::{self, Place},
    program::{self, Program},
    root, steps,
};

fn bare(words: &[&str]) -> program::Outcome {
    let folder = tempfile::tempdir().expect("a folder");
    let outcome = program::run(&program::place_in(folder.path()), words);
    assert!(
        !folder.path().join("data").exists(),
        "{words:?} made a data folder"
    );
    outcome
}

fn file(name: &str) -> String {
    root().join("declarations").join(name).display().to_string()
}

#[test]
fn a_declaration_is_checked_with_lines() {
    let reference = file("westrum.toml");
    let fine = bare(&["declaration", "check", &reference]).is(0);
    assert!(fine.said.contains("0 errors"), "{}", fine.said);
    // The published statement has gaps, and each is named with its line.
    let published = file("westrum-0.toml");
    let gaps = bare(&["declaration", "check", &published]).is(1);
    let with_line = |line: &&str| line.starts_with(&published) && line.contains(char::is_numeric);
    assert!(
        gaps.said.lines().filter(with_line).count() >= 5,
        "{}",
        gaps.said
    );
    let missing = bare(&["declaration", "check", "not-there.toml"]).is(2);
    assert!(missing.errors.contains("not-there.toml"));
}

#[test]
fn a_declaration_becomes_page_record_and_difference() {
    let reference = file("westrum.toml");
    for lang in ["nb", "nn", "en"] {
        let page = bare(&["declaration", "render", &reference, "--lang", lang])
            .is(0)
            .said;
        assert!(
            page.contains("Westrum Karosseri AS") && page.contains('<'),
            "{lang}"
        );
        let record = bare(&["declaration", "record", &reference, "--lang", lang])
            .is(0)
            .said;
        assert!(record.contains("Westrum AS"), "{lang}");
        let words = [
            "declaration",
            "diff",
            &file("westrum-0.toml"),
            &reference,
            "--lang",
            lang,
        ];
        let changes = bare(&words).is(0).said;
        assert!(changes.lines().count() > 5, "{lang}: {changes}");
        let none = bare(&[
            "declaration",
            "diff",
            &reference,
            &reference,
            "--lang",
            lang,
        ])
        .is(0)
        .said;
        assert_eq!(none.trim(), "", "{lang}");
    }
    let linked = bare(&["declaration", "record", &reference, "--json"])
        .is(0)
        .said;
    let linked: Value = serde_json::from_str(&linked).expect("JSON-LD");
    assert!(linked.get("@context").is_some());
    bare(&["declaration", "render", &reference, "--lang", "de"]).is(2);
}

/// A house with a booking in it, closed.
async fn with_a_booking(place: &Place, person: &steps::Person) -> String {
    let now = values::Clock::now(&values::SystemClock);
    let spawned = house::open_at(place.clone(), &[], now).await;
    let controller = spawned.house.vault.declaration().controllers()[0].id;
    let world = spawned.house.world.clone();
    let lay = move |db: &mut dyn store::Db| {
        let address = ["Prøveveien 1", "0001", "Oslo"];
        bookings::lay_template(db, &world, controller, "Prøveverkstedet", address, true)
    };
    spawned.house.store().write(lay).await.expect("a workshop");
    let path = steps::manage_path(&steps::book(&mut spawned.visitor(), person).await);
    spawned.close().await;
    path
}

#[tokio::test(flavor = "multi_thread")]
async fn the_proof_holds_and_says_so_to_machines() {
    house::each_place(|place| async move {
        with_a_booking(&place, &steps::Person::numbered(1)).await;
        // In a house where nothing was ever swept the proof says so.
        let unswept = program::run(&place, &["prove"]).is(1);
        assert!(unswept.said.contains("sweep_alive"), "{}", unswept.said);
        program::run(&place, &["sweep"]).is(0);
        let told = program::run(&place, &["prove"]).is(0);
        assert!(told.said.lines().count() > 10, "{}", told.said);
        let told = program::run(&place, &["prove", "--json"]).is(0);
        let proof: Value = serde_json::from_str(&told.said).expect("JSON");
        assert!(proof.to_string().contains("\"holds\""), "{}", told.said);
        assert!(!proof.to_string().contains("\"fails\":1"), "{}", told.said);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_sweep_lists_and_changes_nothing() {
    house::each_place(|place| async move {
        let person = steps::Person::numbered(1);
        let path = with_a_booking(&place, &person).await;
        // A place whose clock stands far ahead: what the sweep would take then.
        let ahead = values::Clock::now(&values::SystemClock).plus_days(30);
        let later = house::open_at(place.clone(), &[], ahead).await;
        bookings::end_overdue(&later.house.vault)
            .await
            .expect("ended");
        let due = later
            .house
            .vault
            .due(ahead.plus_days(4 * 366), 1000)
            .await
            .expect("due");
        assert!(!due.is_empty(), "nothing of a booking would ever go");
        later.close().await;
        let before = dry(&place);
        assert_eq!(dry(&place), before, "a dry sweep changed something");
        let server = Program::start(&place, "serve", &[]).await;
        let page = Client::at(&server.base).get(&path).await.is(200);
        assert!(page.words().contains(&person.name));
        server.stop();
        program::run(&place, &["sweep"]).is(0);
    })
    .await;
}

fn dry(place: &Place) -> String {
    let told = program::run(place, &["sweep", "--dry-run"]).is(0).said;
    assert!(told.contains("nothing was changed"), "{told}");
    told
}

/// A place of the same house: its custody, declaration and rules, without its data.
fn beside(place: &Place, folder: &Path) -> Place {
    let to = Place {
        data: folder.join("data"),
        database: None,
    };
    for name in ["custody", "declaration.toml"] {
        let from = place.data.join(name);
        let to = to.data.join(name);
        if from.is_dir() {
            crate::support::folders::copy(&from, &to);
        } else if from.exists() {
            fs::create_dir_all(to.parent().expect("a folder")).expect("made");
            fs::copy(&from, &to).expect("copied");
        }
    }
    to
}

async fn shows(place: &Place, path: &str) -> (u16, String) {
    let now = values::Clock::now(&values::SystemClock);
    let spawned = house::open_at(place.clone(), &[], now).await;
    let page = spawned.visitor().get(path).await;
    let found = (page.status.as_u16(), page.words());
    spawned.close().await;
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_comes_back_on_either_engine() {
    house::each_place(|place| async move {
        let person = steps::Person::numbered(1);
        let path = with_a_booking(&place, &person).await;
        let folder = tempfile::tempdir().expect("a folder");
        let backup = folder.path().join("backup");
        let to = backup.display().to_string();
        program::run(&place, &["backup", &to]).is(0);
        // Into an empty folder on SQLite, whatever engine it came from.
        let lite = beside(&place, folder.path());
        program::run(&lite, &["restore", &to]).is(0);
        let (status, words) = shows(&lite, &path).await;
        assert!(
            status == 200 && words.contains(&person.name),
            "{status} {words}"
        );
        // Not over what is there.
        program::run(&lite, &["restore", &to]).is(2);
        if let Some(url) = store::testing::server() {
            let schema = store::testing::fresh_schema();
            let elsewhere = folder.path().join("pg");
            let mut server = beside(&place, &elsewhere);
            server.database = Some((url.clone(), schema.clone()));
            program::run(&server, &["restore", &to]).is(0);
            let (status, words) = shows(&server, &path).await;
            assert!(
                status == 200 && words.contains(&person.name),
                "{status} {words}"
            );
            store::testing::drop_schema(&url, &schema).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_forgotten_stays_forgotten_and_an_old_key_opens_nothing() {
    house::each_place(|place| async move {
        let person = steps::Person::numbered(1);
        let path = with_a_booking(&place, &person).await;
        let folder = tempfile::tempdir().expect("a folder");
        let backup = folder.path().join("backup").display().to_string();
        program::run(&place, &["backup", &backup]).is(0);
        years_pass(&place).await;
        let (_, words) = shows(&place, &path).await;
        assert!(!words.contains(&person.name), "{words}");

        let again = beside(&place, folder.path());
        program::run(&again, &["restore", &backup]).is(0);
        let (_, words) = shows(&again, &path).await;
        assert!(
            !words.contains(&person.name),
            "an old backup brought somebody back: {words}"
        );

        let before = program::run(&place, &["key", "show"]).is(0).said;
        program::run(&place, &["key", "rotate"]).is(0);
        assert_ne!(program::run(&place, &["key", "show"]).is(0).said, before);
        let late = beside(&place, &folder.path().join("late"));
        let refused = program::run(&late, &["restore", &backup]).is(2);
        assert!(refused.errors.contains("generation"), "{}", refused.errors);
        program::run(&place, &["log"]).is(0);
    })
    .await;
}

/// Years pass, and the sweep destroys what has outlived its last reason.
async fn years_pass(place: &Place) {
    let later = values::Clock::now(&values::SystemClock).plus_days(30);
    let spawned = house::open_at(place.clone(), &[], later).await;
    for _ in 0..3 {
        let round = karosseri::chores::round(&spawned.house, &spawned.app).await;
        round.map(|_| ()).expect("the chores");
        // A night after years asks first (`sweep --confirm`); here somebody has said that it is right.
        spawned.house.vault.sweep().await.expect("swept");
        spawned.pass_days(4 * 366);
    }
    spawned.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_added_at_the_keyboard_logs_in() {
    house::each_place(|place| async move {
        let words = [
            "staff",
            "add",
            "--name",
            "Prøve Leder",
            "--email",
            "leder@verksted.example",
            "--role",
        ];
        let wrong = program::run(&place, &[&words[..], &["chief"]].concat()).is(2);
        assert!(wrong.errors.contains("technician"), "{}", wrong.errors);
        let told = program::run(&place, &[&words[..], &["admin"]].concat())
            .is(0)
            .said;
        let link = |told: &str| {
            told.split_whitespace()
                .find(|w| w.starts_with("http"))
                .map(str::to_owned)
        };
        let first = link(&told).expect("a link");
        let words = ["staff", "link", "--email", "leder@verksted.example"];
        let second = link(&program::run(&place, &words).is(0).said).expect("a link");
        let server = Program::start(&place, "serve", &[]).await;
        let client = house::log_in(Client::at(&server.base), &second).await;
        client.get("/stab/ansatte").await.is(200);
        // A link is good once.
        let mut late = Client::at(&server.base);
        let page = late.open(local(&second)).await;
        assert!(
            late.cookie.is_none() && page.status != 500,
            "{}",
            page.words()
        );
        assert_ne!(first, second);
        server.stop();
    })
    .await;
}

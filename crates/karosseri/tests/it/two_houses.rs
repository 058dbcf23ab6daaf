//! What a person takes along from one house comes in at another (GDPR Art. 20): downloaded, uploaded,
//! looked at, kept, and in their copy there.

use std::io::Read;

use values::SystemClock;

use crate::support::{
    client::{Client, Seen},
    house::{self, Place, Spawned},
    steps::{self, Person},
};

/// A house with one workshop, in the real present.
async fn furnished(place: Place) -> Spawned {
    let spawned = house::open_at(place, &[], values::Clock::now(&SystemClock)).await;
    let controller = spawned.house.vault.declaration().controllers()[0].id;
    let world = spawned.house.world.clone();
    let lay = move |db: &mut dyn store::Db| {
        let address = ["Prøveveien 1", "0001", "Oslo"];
        bookings::lay_template(db, &world, controller, "Verksted", address, true)
    };
    let laid = spawned.house.store().write(lay).await;
    laid.expect("a workshop");
    spawned
}

/// Somebody who has a time and an account.
async fn customer(spawned: &Spawned, person: &Person) -> Client {
    steps::book(&mut spawned.visitor(), person).await;
    steps::log_in_by_mail(spawned, &person.email).await
}

fn file(zip: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).expect("a ZIP");
    let mut text = String::new();
    let mut file = archive.by_name(name).expect("a file");
    file.read_to_string(&mut text).expect("text");
    text
}

/// The page with the package chosen and sent, as a browser does it.
async fn uploaded(client: &mut Client, package: &[u8]) -> Seen {
    let page = client.open("/min-side/ta-med").await.is(200);
    let form = page.form("/min-side/ta-med");
    let pairs: Vec<(String, String)> = form
        .pairs()
        .into_iter()
        .filter(|(name, _)| name != "package")
        .collect();
    let file = Some(("package", package));
    client.post_file("/min-side/ta-med", &pairs, file).await
}

/// The calendar beside the data is one that other programs take (RFC 5545).
fn calendar_is_one(zip: &[u8]) {
    let calendar = file(zip, "bookings.ics");
    assert!(
        calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0"),
        "{calendar}"
    );
    assert!(calendar.trim_end().ends_with("END:VCALENDAR"));
    let lines = calendar.split("\r\n");
    assert!(lines.clone().all(|line| line.len() <= 75), "{calendar}");
    for needed in [
        "BEGIN:VEVENT",
        "UID:",
        "DTSTAMP:",
        "DTSTART",
        "DTEND",
        "SUMMARY:",
        "END:VEVENT",
    ] {
        assert!(
            lines.clone().any(|line| line.starts_with(needed)),
            "{needed}: {calendar}"
        );
    }
}

/// What is in the copy that a package's things would be in.
async fn taken_in(client: &Client) -> String {
    let zip = client.get("/min-side/opplysninger.zip").await.is(200);
    let account = file(&zip.bytes, "data/account.json");
    let links = file(&zip.bytes, "data/vehicle_link.json");
    format!("{account}{links}")
}

/// Seen before it is kept, kept when it is said so, once.
async fn comes_in(here: &mut Client, person: &Person, package: &[u8]) {
    let plate = person.plate.replace(' ', "");
    let seen = uploaded(here, package).await.is(200);
    let words = seen.words().replace(' ', "");
    for shown in [&person.question, &plate] {
        assert!(words.contains(&shown.replace(' ', "")), "{shown}: {words}");
    }
    let before = taken_in(here).await;
    assert!(!before.contains(&person.question), "kept unasked");
    let kept = here.submit(&seen, "/ta-med/behold", &[]).await.is(200);
    let held = taken_in(here).await;
    assert!(held.contains(&person.question), "{}\n{held}", kept.words());
    assert!(held.replace(' ', "").contains(&plate), "{held}");
    assert!(held.contains("other_workshop"));
    for not_taken in [&person.name, &person.email, &person.phone] {
        assert!(!held.contains(not_taken), "{not_taken} is not to be taken");
    }
    let seen = uploaded(here, package).await.is(200);
    here.submit(&seen, "/ta-med/behold", &[]).await.is(200);
    let count = |text: &str| text.matches(&person.question).count();
    assert_eq!(count(&taken_in(here).await), count(&held), "twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_of_one_house_is_taken_in_another() {
    house::each_place(|place| async move {
        let folder = tempfile::tempdir().expect("a folder");
        let elsewhere = Place {
            data: folder.path().join("data"),
            database: None,
        };
        let (first, second) = (furnished(elsewhere).await, furnished(place).await);
        let person = Person {
            question: "Bakløfteren lekker olje når det er kaldt".into(),
            ..Person::numbered(731)
        };
        let there = customer(&first, &person).await;
        let package = there.get("/min-side/overforbar.zip").await.is(200).bytes;
        calendar_is_one(&package);
        let mut here = customer(&second, &Person::numbered(732)).await;
        let cut_off = &package[..package.len() / 2];
        let broken = uploaded(&mut here, cut_off).await.is(422);
        assert!(broken.words().contains("ZIP"), "{}", broken.words());
        comes_in(&mut here, &person, &package).await;
        // An access copy is no package to take along, and says so.
        let access = there.get("/min-side/opplysninger.zip").await.is(200);
        let refused = uploaded(&mut here, &access.bytes).await.is(422);
        let words = refused.words();
        assert!(words.contains("overførbar"), "{words}");
        first.close().await;
        second.close().await;
    })
    .await;
}

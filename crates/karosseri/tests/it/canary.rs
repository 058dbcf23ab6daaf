//! The canary test: a word of its own in every field about a person, through every page. All of it
//! is in the person's copy; nothing of it lies readable in any file or log, before or after; when the
//! person is forgotten it is gone for good, and other people's things stand untouched.

mod others;

use std::{collections::BTreeSet, io::Read, path::PathBuf, process::Command};

use declaration::vocabulary::Category;
use store::Value;
use values::SubjectId;

use crate::{
    journey::{self, Case},
    support::{
        client::Client,
        folders::Search,
        hand::{Hand, Inside},
        house::{self, Place, Spawned},
        log, steps,
    },
};

use others::{ask_for_more, letters_come, not_found_again, technician_sees_nobody};

store::queries! {
    /// The wrapped keys of a person's strands.
    WRAPPED = "SELECT id, wrapped FROM strand WHERE subject_id = $1";
}

/// What every word typed about the first person begins with, as it is typed and in small letters.
const STEMS: [&str; 3] = ["Zqkanari", "zqkanari", "ZQKANARI"];

/// The first person's case, every field a word of its own.
fn canary(stem: &str, digit: u32) -> Case {
    let word = |name: &str| format!("{stem}{name}");
    let phone = |nth: u32| format!("4{digit}{:06}", 713_550 + nth);
    let mail = |name: &str| format!("{}{name}@kunde.example", stem.to_lowercase());
    Case {
        person: steps::Person {
            plate: format!("CU {}", 60_000 + digit),
            name: format!("{} {}", word("fornavn"), word("etternavn")),
            email: mail("epost"),
            phone: phone(1),
            organisation: word("firma"),
            question: format!("{} om krana", word("spørsmål")),
        },
        deliverer: [word("sjåfør"), phone(2), mail("sjafor")],
        owner: word("eier"),
        told: [word("fortalt"), word("jobb"), word("tilstand")],
        work: ["funn", "arbeid", "del", "delenr", "serienr"].map(word),
        note: word("merknad"),
        collector: [word("henter"), phone(3)],
        billing: [word("gate"), word("by")],
    }
}

impl Case {
    /// What the person themself must get a copy of.
    fn own(&self) -> Vec<String> {
        let person = &self.person;
        let mut own = vec![
            person.name.clone(),
            person.email.clone(),
            person.phone.clone(),
            person.organisation.clone(),
            person.question.clone(),
            person.plate.clone(),
            self.note.clone(),
        ];
        own.extend(self.work[..3].iter().cloned());
        own.extend(self.billing.iter().cloned());
        own.push(self.told[0].clone());
        own
    }

    /// What belongs to other people of the same case, and is not the person's to have.
    fn of_others(&self) -> Vec<String> {
        let others = self.deliverer.iter().chain(&self.collector);
        others.cloned().collect()
    }

    /// Whom it is about and how they are reached: nothing that a technician needs.
    fn of_people(&self) -> Vec<String> {
        let person = &self.person;
        let mut all = self.of_others();
        all.extend(
            [
                &person.name,
                &person.email,
                &person.phone,
                &person.organisation,
            ]
            .map(Clone::clone),
        );
        all.extend(self.billing.iter().cloned());
        all.push(self.owner.clone());
        all
    }
}

/// Everything in a ZIP, and the names in it.
pub fn unzipped(bytes: &[u8]) -> String {
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

/// Without what people and programs put between digits.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}'))
        .collect()
}

async fn copy_of(client: &Client) -> String {
    let zip = client.get("/min-side/opplysninger.zip").await.is(200);
    unzipped(&zip.bytes)
}

/// Where the house's bytes lie: the data folder, and the server's own files when they are known.
fn folders(place: &Place) -> Vec<PathBuf> {
    let mut folders = vec![place.data.clone()];
    if place.database.is_some()
        && let Some(server) = std::env::var_os("KAROSSERI_PG_DIR")
    {
        folders.push(server.into());
    }
    folders
}

/// A dump of the house's schema, as an administrator would make one.
fn dump(place: &Place) -> Vec<u8> {
    let Some((url, schema)) = &place.database else {
        return Vec::new();
    };
    let done = Command::new("pg_dump")
        .args(["--dbname", url, "--schema", schema])
        .output();
    let done = done.expect("pg_dump");
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    done.stdout
}

/// No word of the search lies readable in any file of the house, or in a dump of it.
pub fn nowhere(place: &Place, search: &Search, when: &str) {
    let mut found: Vec<String> = folders(place)
        .iter()
        .flat_map(|f| search.found_under(f))
        .collect();
    found.extend(search.found(&dump(place)));
    assert!(found.is_empty(), "{when}, {}: {found:#?}", place.engine());
}

async fn subject_of(spawned: &Spawned, email: &str) -> Option<SubjectId> {
    let email = values::Email::parse(email).expect("an address");
    customers::identify(&spawned.house.vault, Some(&email), None)
        .await
        .expect("asked")
}

/// The wrapped keys of a person, as a thief of the database would have them.
async fn wrapped(spawned: &Spawned, subject: SubjectId) -> Vec<(i64, Vec<u8>)> {
    let read = spawned.house.store().read(move |db| {
        let rows = db.all(&WRAPPED, &[Value::from(subject.get())])?;
        rows.iter()
            .map(|row| Ok((row.i64("id")?, row.bytes("wrapped")?.to_vec())))
            .collect()
    });
    read.await.expect("keys")
}

/// A whole case of one person, and what they say on their own pages.
async fn live_through(hand: &mut Inside<'_>, case: &Case, name: &'static str) {
    let (_, reference) = journey::book(hand, &case.person).await;
    let intake = journey::find(hand, &case.person, &reference).await;
    let order = journey::receive(hand, case, &intake).await;
    journey::repair(hand, case, &order).await;
    journey::approve(hand, case, &order).await;
    if name == "first" {
        technician_sees_nobody(hand, case, &order).await;
    }
    journey::hand_over(hand, case, &order).await;
    let client = steps::log_in_by_mail(hand.house(), &case.person.email).await;
    hand.knows(name, client);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_word_is_in_the_copy_and_nowhere_after() {
    let log = log::capture();
    house::each_place(move |place| {
        let log = log.clone();
        async move {
            let spawned = house::furnished(place.clone(), &[]).await;
            let (first, second) = (canary("Zqkanari", 4), canary("Zqannen", 5));
            let mut hand = Inside::new(&spawned);
            live_through(&mut hand, &first, "first").await;
            live_through(&mut hand, &second, "second").await;
            let mut extra = journey::say_more(&mut hand, "first", STEMS[0]).await;
            extra.extend(ask_for_more(&mut hand, "first", STEMS[0]).await);
            extra.extend(letters_come(&mut hand, &first, STEMS[0]).await);

            let copy = copy_is_whole(&mut hand, "first", &first, &extra).await;
            assert!(
                !copy.to_lowercase().contains("zqannen"),
                "another person is in the copy"
            );
            let theirs = copy_is_whole(&mut hand, "second", &second, &[]).await;
            assert!(
                !theirs.to_lowercase().contains("zqkanari"),
                "another person is in the copy"
            );

            let words = STEMS
                .iter()
                .map(|s| (*s).to_owned())
                .chain([first.person.phone.clone()]);
            let mut search = Search::new(words);
            nowhere(&place, &search, "before");
            forgotten(&mut hand, [&first, &second], &mut search, &place).await;

            let logged = search.found(log.text().as_bytes());
            assert!(logged.is_empty(), "in the log: {logged:?}");
            drop(hand);
            spawned.close().await;
            nowhere(&place, &search, "closed");
        }
    })
    .await;
}

/// Everything typed about the person is in their copy, and nobody else's number.
async fn copy_is_whole(
    hand: &mut Inside<'_>,
    who: &'static str,
    case: &Case,
    extra: &[String],
) -> String {
    hand.be(who).await;
    let copy = copy_of(hand.client()).await;
    let plain = squeezed(&copy);
    let missing: Vec<String> = case
        .own()
        .into_iter()
        .chain(extra.iter().cloned())
        .filter(|word| !plain.contains(&squeezed(word)))
        .collect();
    assert!(missing.is_empty(), "not in the copy: {missing:?}\n{copy}");
    for word in case.of_others() {
        assert!(
            !plain.contains(&squeezed(&word)),
            "somebody else's {word} is in the copy"
        );
    }
    copy
}

/// The person asks to be forgotten, is answered, and years later nothing is left at all.
async fn forgotten(
    hand: &mut Inside<'_>,
    [case, other]: [&Case; 2],
    search: &mut Search,
    place: &Place,
) {
    let spawned = hand.house();
    let vault = &spawned.house.vault;
    let subject = subject_of(spawned, &case.person.email)
        .await
        .expect("the person");
    let before = wrapped(spawned, subject).await;
    assert!(before.len() >= 4, "few strands: {}", before.len());
    journey::answer_others(hand).await;
    journey::ask_to_be_forgotten(hand, "first").await;
    let receipt = journey::answer(hand, &case.person.name).await;

    let left: BTreeSet<i64> = wrapped(spawned, subject)
        .await
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    assert!(left.len() < before.len(), "no key was destroyed");
    if place.database.is_none() {
        for (id, key) in before.iter().filter(|(id, _)| !left.contains(id)) {
            search.bytes(&format!("the key of strand {id}"), key.clone());
        }
    }
    nowhere(place, search, "after the answer");
    // Who is kept for a legal claim is still found by it; nobody else is.
    let strands = vault.strands_of(subject).await.expect("strands");
    let contact = strands
        .iter()
        .any(|strand| strand.category == Category::Contact);
    let found = subject_of(spawned, &case.person.email).await.is_some();
    assert_eq!(found, contact, "{receipt}");
    not_found_again(hand, case).await;

    // Other people's things stand.
    hand.be("second").await;
    let after = squeezed(&copy_of(hand.client()).await);
    for word in other.own() {
        assert!(after.contains(&squeezed(&word)), "`{word}` was lost");
    }

    // Every reason has lapsed: nothing is left to open.
    spawned.pass_days(12 * 366);
    vault.sweep().await.expect("swept");
    let left = wrapped(spawned, subject).await;
    assert_eq!(subject_of(spawned, &case.person.email).await, None);
    assert!(
        left.is_empty(),
        "{} keys are left after every reason lapsed",
        left.len()
    );
    if place.database.is_none() {
        for (id, key) in &before {
            search.bytes(&format!("the key of strand {id}"), key.clone());
        }
    } else {
        vault.rotate().await.expect("rotated");
    }
    nowhere(place, search, "years later");
    spawned.pass_days(-12 * 366);
}

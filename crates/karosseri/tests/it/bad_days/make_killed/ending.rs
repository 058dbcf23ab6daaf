//! How it all came out: each person on both sides, and every byte that crossed the wire.

use std::collections::BTreeMap;

use make::double::Double;
use newsletter::topics::Choice;
use store::Db;
use values::{Clock, Email, SystemClock};
use vault::LookUp;

use super::{CANARIES, Person, Story, with_store};
use crate::support::house;

store::queries! {
    /// How the account stands.
    STANDS = "SELECT in_step, failure FROM make_account";
}

/// Each person stands the same on both sides, and as they said last.
pub(super) async fn agree(story: &Story, choice: Choice, people: &[Person]) -> String {
    let stands = |db: &mut dyn Db| {
        let row = db.one(&STANDS, &[])?;
        Ok((
            row.bool("in_step")?,
            row.opt_text("failure")?.map(str::to_owned),
        ))
    };
    let stands = with_store(&story.place, stands).await;
    assert_eq!(stands, (true, None), "the last night went well");
    let spawned = house::open_at(story.place.clone(), &[], SystemClock.now()).await;
    let books = story.books.lock().expect("books").clone();
    let vault = &spawned.house.vault;
    let (mut active, mut left) = (0, 0);
    for person in people {
        let email = Email::parse(&person.email).expect("an address");
        let look_up = LookUp::email(&email);
        let subject = vault.find(&look_up).await.expect("asked");
        let yes = match subject {
            Some(subject) => newsletter::subscriber::standing(vault, subject)
                .await
                .expect("asked"),
            None => Vec::new(),
        };
        let no = vault
            .suppressed(choice.controller, choice.topic, &look_up)
            .await
            .expect("asked");
        let here = yes.contains(&choice) && !no;
        let there = story.double.status_of(&person.email).as_deref() == Some("active");
        assert_eq!(
            here,
            there,
            "{}: {:?}",
            person.email,
            story.double.status_of(&person.email)
        );
        let gone = books.no.contains(&person.email) || books.there.contains(&person.email);
        assert_eq!(
            gone, no,
            "{}: a no is kept, and nobody's is made up",
            person.email
        );
        assert_eq!(
            books.yes.contains(&person.email) && !gone,
            there,
            "{}",
            person.email
        );
        active += usize::from(there);
        left += usize::from(gone);
    }
    assert!(active > 0 && left > 0 && !books.there.is_empty());
    let told = format!(
        "{active} on the list on both sides, {left} left ({} there)",
        books.there.len()
    );
    spawned.close().await;
    told
}

/// What crossed the wire, to the byte.
pub(super) fn crossed(double: &Double) {
    assert_eq!(double.reactivated(), 0);
    assert_eq!(
        double.status_of("fremmed@example.no").as_deref(),
        Some("unsubscribed")
    );
    let wire = double.wire();
    for word in CANARIES.iter().chain(&["reactivate", "lastname", "phone"]) {
        let found = wire.windows(word.len()).any(|part| part == word.as_bytes());
        assert!(!found, "{word} crossed the wire");
    }
    for row in double.heard() {
        for key in row.as_object().expect("a row").keys() {
            let four = ["email", "firstname", "lists", "external_id"];
            assert!(four.contains(&key.as_str()), "{key} crossed the wire");
        }
    }
    let asked = double.asked_for();
    for path in ["opens", "clicks", "sendings"] {
        assert!(
            !asked.iter().any(|one| one.contains(path)),
            "{path} was asked for"
        );
    }
    let (mut emails, mut ids) = (BTreeMap::new(), BTreeMap::new());
    for row in double.rows() {
        *emails.entry(row["email"].to_string()).or_insert(0) += 1;
        if !row["external_id"].is_null() {
            *ids.entry(row["external_id"].to_string()).or_insert(0) += 1;
        }
    }
    let twice = |all: &BTreeMap<String, i32>| -> Vec<String> {
        all.iter()
            .filter(|(_, n)| **n > 1)
            .map(|(key, _)| key.clone())
            .collect()
    };
    assert_eq!(
        (twice(&emails), twice(&ids)),
        (Vec::new(), Vec::new()),
        "put twice"
    );
}

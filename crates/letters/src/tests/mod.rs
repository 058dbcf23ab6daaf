//! The outbox against a mail server that records, on both engines.

mod failing;
mod signed;

use declaration::vocabulary::{Category, purpose};
use store::{Location, Store, testing::each_location};
use values::{ControllerId, Email, Moment, SubjectId};
use vault::{
    Actor, Ask, Keep, SubjectKind, Vault, VaultError,
    testing::{TestVault, vault_on},
};
use web::Lang;

use crate::{
    Delivered, Letter, State, deliver_due, forget, status_of,
    testing::{MailServer, Mood},
    tidy,
};

const TABLES: &[&[store::Migration]] = &[
    store::jobs::MIGRATIONS,
    vault::MIGRATIONS,
    crate::MIGRATIONS,
];
const MINUTE: i64 = 60_000;
const TO: &str = "kanari-adresse@example.no";
const SUBJECT: &str = "Kanariemne om timen";
const TEXT: &str = "Hei Kanarinavn!\n\nTimen er klar: https://verksted.example/time/abc-123\n\nHilsen oss på Hamar";

fn nine() -> Moment {
    Moment::at_local(jiff::civil::date(2026, 3, 2), 9, 0)
}

/// A test on a fresh place of each engine, with a vault and a server.
async fn each<F, R>(test: F)
where
    F: Fn(Place) -> R,
    R: Future<Output = ()>,
{
    let test = &test;
    each_location(|location| async move {
        let store = Store::open(&location, TABLES).await.unwrap();
        store.prepare_all(crate::QUERIES).await.unwrap();
        let house = vault_on(store.clone(), nine()).await.unwrap();
        test(Place {
            server: MailServer::start().await,
            house,
            location,
            store,
        })
        .await;
    })
    .await;
}

struct Place {
    server: MailServer,
    house: TestVault,
    location: Location,
    store: Store,
}

impl Place {
    async fn deliver(&self) -> Delivered {
        deliver_due(&self.house.vault, &self.server.mailer())
            .await
            .unwrap()
    }

    async fn state(&self) -> (State, i64, Option<i64>) {
        let status = status_of(&self.house.vault, "booking", 7).await.unwrap();
        (status[0].state, status[0].tries, status[0].code)
    }

    fn later(&self, minutes: i64) {
        self.house.clock.advance_ms(minutes * MINUTE);
    }
}

fn letter() -> Letter {
    Letter::new(Email::parse(TO).unwrap(), SUBJECT, TEXT).in_lang(Lang::Nn)
}

async fn send(vault: &Vault, letter: Letter, dedup: &str) -> Result<SubjectId, VaultError> {
    let mut work = vault.work();
    let person = work.subject(SubjectKind::Person);
    let ask = Ask::seal_new(Actor::Visitor, person).of(&[Category::Correspondence]);
    let permit = vault.permit::<purpose::Visit>(ask).await?;
    let keep = Keep::from("booking", 7, work.at());
    let posted = crate::post(&mut work, &permit, letter, dedup, &keep)?;
    let laid = work.finish();
    let lay = move |db: &mut dyn store::Db| {
        laid.lay(db)?;
        posted.enqueue(db)
    };
    vault.store().write(lay).await?;
    Ok(person)
}

#[tokio::test]
async fn a_letter_arrives_as_it_was_written() {
    each(|place| async move {
        let letter = letter()
            .from(ControllerId::from_raw(2))
            .with_calendar("BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n".to_owned());
        send(&place.house.vault, letter, "booked-7").await.unwrap();
        assert_eq!(place.state().await, (State::Queued, 0, None));
        assert_eq!(place.deliver().await.sent, 1);
        assert_eq!(place.state().await, (State::Sent, 1, None));
        assert_eq!(place.deliver().await, Delivered::default());
        let got = place.server.last_to(TO).unwrap();
        assert_eq!(got.from, "verksted@verksted.example");
        assert_eq!(got.header("Subject").unwrap(), SUBJECT);
        assert_eq!(got.header("Content-Language").unwrap(), "nn");
        assert_eq!(got.header("Auto-Submitted").unwrap(), "auto-generated");
        assert!(got.header("From").unwrap().contains("Westrum AS"));
        assert_eq!(got.header("Reply-To").unwrap(), "<post@westrum.no>");
        assert_eq!(
            got.header("Date").unwrap(),
            "Mon, 2 Mar 2026 08:00:00 +0000"
        );
        assert_eq!(got.text().replace("\r\n", "\n").trim_end(), TEXT);
        assert!(
            got.html()
                .contains("<a href=\"https://verksted.example/time/abc-123\">")
        );
        assert!(got.calendar().unwrap().contains("METHOD:PUBLISH"));
        assert_eq!(got.link("/time/").unwrap(), "/time/abc-123");
        let log = place.house.vault.check_chain().await.unwrap();
        assert_eq!(
            (log.lines, log.broken_at),
            (1, None),
            "the chore's opening is logged"
        );
    })
    .await;
}

#[tokio::test]
async fn nothing_of_a_letter_lies_in_the_clear() {
    each(|place| async move {
        send(&place.house.vault, letter(), "booked-7")
            .await
            .unwrap();
        place.server.set(Mood::Says("RCPT", 450));
        place.deliver().await;
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("copy");
        place.store.backup(&copy).await.unwrap();
        let mut places = vec![copy];
        if let Location::Folder(data) = &place.location {
            places.extend(
                std::fs::read_dir(data)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        }
        for file in places.iter().filter(|file| file.is_file()) {
            let bytes = std::fs::read(file).unwrap();
            for canary in [
                "kanari-adresse",
                "Kanariemne",
                "Kanarinavn",
                "abc-123",
                "example.no",
            ] {
                let found = bytes.windows(canary.len()).any(|w| w == canary.as_bytes());
                assert!(!found, "{canary} in {}", file.display());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_forgotten_person_gets_no_letter() {
    each(|place| async move {
        let vault = &place.house.vault;
        let person = send(vault, letter(), "booked-7").await.unwrap();
        let strands: Vec<_> = vault
            .strands_of(person)
            .await
            .unwrap()
            .iter()
            .map(|s| s.id)
            .collect();
        // Nothing holds the strand any more, so it may go.
        place.later(400 * 24 * 60);
        vault.sweep().await.unwrap();
        assert!(vault.strands_of(person).await.unwrap().is_empty() && !strands.is_empty());
        place.house.clock.set(nine());
        assert_eq!(place.deliver().await.dropped, 1);
        assert_eq!(place.state().await, (State::Dropped, 1, None));
        let again = send(vault, letter(), "booked-8").await.unwrap();
        vault
            .store()
            .write(move |db| forget(db, again))
            .await
            .unwrap();
        assert_eq!(place.deliver().await, Delivered::default());
        assert!(place.server.taken().is_empty());
        assert_eq!(status_of(vault, "booking", 7).await.unwrap().len(), 1);
        place.later(401 * 24 * 60);
        assert_eq!(tidy(vault).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_same_occasion_is_posted_once_and_old_letters_are_of_no_use() {
    each(|place| async move {
        let vault = &place.house.vault;
        for _ in 0..2 {
            send(vault, letter(), "booked-7").await.unwrap();
        }
        assert_eq!(place.deliver().await.sent, 1);
        send(vault, letter(), "booked-7").await.unwrap();
        assert_eq!(place.deliver().await, Delivered::default());
        let link = letter().until(nine().plus_minutes(30));
        send(vault, link, "log-in-1").await.unwrap();
        place.later(30);
        assert_eq!(place.deliver().await.dropped, 1);
        assert_eq!(place.server.taken().len(), 1);
    })
    .await;
}

#[test]
fn records_fit_the_vocabulary() {
    crate::check_records().unwrap();
}

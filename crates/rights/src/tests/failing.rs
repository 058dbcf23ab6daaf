//! An erasure in which something fails: what is answered is what can be read, nothing is half-done in
//! silence, and the chore finishes the rest.

use declaration::vocabulary::{Category, Purpose};
use store::{Db, Location, Sql};
use values::{ControllerId, RightsRequestId};
use vault::{Actor, LookUp};
use web::Role;

use super::{
    House, Person, colleague,
    desk::{second_officer, version},
    each,
    erased::{asks, carries_out},
};
use crate::{
    erasure::{
        carry_out,
        receipt::{self, Line, Outcome},
    },
    requests::{self, Request, State},
};

fn sql(text: String) -> Sql {
    Sql {
        name: "test",
        text: Box::leak(text.into_boxed_str()),
    }
}

async fn run(house: &House, statements: Vec<String>) {
    for text in statements {
        let statement = sql(text);
        let done = house.store.write(move |db| db.exec(&statement, &[]));
        done.await.unwrap();
    }
}

fn is_postgres(house: &House) -> bool {
    matches!(house.store.location(), Location::Postgres { .. })
}

/// From here on the store fails at this (`DELETE ON strand`) for rows of which this is true.
async fn breaks(house: &House, at: &str, when: &str) {
    let made = if is_postgres(house) {
        vec![
            "CREATE FUNCTION injected() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''injected''; END'".to_owned(),
            format!("CREATE TRIGGER injected BEFORE {at} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION injected()"),
        ]
    } else {
        vec![format!(
            "CREATE TRIGGER injected BEFORE {at} WHEN {when} BEGIN SELECT RAISE(ABORT, 'injected'); END"
        )]
    };
    run(house, made).await;
}

async fn mends(house: &House, table: &str) {
    let undone = if is_postgres(house) {
        vec![
            format!("DROP TRIGGER injected ON {table}"),
            "DROP FUNCTION injected()".to_owned(),
        ]
    } else {
        vec!["DROP TRIGGER injected".to_owned()]
    };
    run(house, undone).await;
}

async fn count(house: &House, table: &str) -> i64 {
    let statement = sql(format!("SELECT COUNT(*) AS n FROM {table}"));
    let read = house
        .store
        .read(move |db| db.one(&statement, &[])?.i64("n"));
    read.await.unwrap()
}

async fn strand_of(house: &House, person: &Person, category: Category) -> i64 {
    let strands = house.vault.strands_of(person.subject).await.unwrap();
    let found = strands.iter().find(|one| one.category == category);
    found.unwrap().id.get()
}

async fn request(house: &House, id: i64) -> Request {
    let found = requests::one(&house.vault, RightsRequestId::from_raw(id)).await;
    found.unwrap().unwrap()
}

async fn letters_of(house: &House, id: i64) -> usize {
    let letters = letters::status_of(&house.vault, requests::SOURCE, id).await;
    letters.unwrap().len()
}

/// What stands in the newest receipt, of whatever code.
async fn newest(house: &House) -> Vec<Line> {
    let statement = sql("SELECT body FROM rights_receipt ORDER BY seq DESC LIMIT 1".to_owned());
    let read = house
        .store
        .read(move |db| Ok(db.one(&statement, &[])?.text("body")?.to_owned()));
    serde_json::from_str(&read.await.unwrap()).unwrap()
}

/// Every line of a receipt is what can be read of the strands now.
async fn as_it_is(house: &House, person: &Person, lines: &[Line]) {
    let there = house.vault.strands_of(person.subject).await.unwrap();
    let ending = house.vault.ending_of(person.subject).await.unwrap();
    for line in lines {
        let category = Category::from_name(&line.category).unwrap();
        let stands = there.iter().find(|one| one.category == category);
        let ends = ending.iter().any(|(_, one)| *one == category);
        match &line.outcome {
            // The letter with the answer itself is newer than what it tells of.
            Outcome::Destroyed => assert!(
                !ends && (stands.is_none() || category == Category::Correspondence),
                "{category:?} is told to be gone"
            ),
            Outcome::Unfinished => assert!(ends, "{category:?} is told to be there"),
            _ => assert!(stands.is_some(), "{category:?} is told to be kept"),
        }
    }
}

/// The same, and no strand is left out.
async fn as_all_is(house: &House, person: &Person, lines: &[Line]) {
    as_it_is(house, person, lines).await;
    let there = house.vault.strands_of(person.subject).await.unwrap();
    let ending = house.vault.ending_of(person.subject).await.unwrap();
    let told = |category: &Category| lines.iter().any(|line| line.category == category.as_str());
    for one in &there {
        assert!(
            told(&one.category) || one.category == Category::Correspondence,
            "{:?} is not told of",
            one.category
        );
    }
    assert!(ending.iter().all(|(_, category)| told(category)));
}

/// Nothing that a person can end is left, and the receipts say so.
async fn all_done(house: &House, person: &Person) {
    for category in [Category::Contact, Category::Enquiry, Category::Account] {
        let there = house.vault.strands_of(person.subject).await.unwrap();
        assert!(there.iter().all(|one| one.category != category));
    }
    let ending = house.vault.ending_of(person.subject).await.unwrap();
    assert!(ending.is_empty(), "{ending:?}");
    let (erased, lines) = (
        house.vault.erasures_of(person.subject).await.unwrap(),
        newest(house).await,
    );
    for (category, ..) in erased {
        let gone = |line: &&Line| line.category == category.as_str();
        let line = lines.iter().find(gone).unwrap();
        assert_eq!(line.outcome, Outcome::Destroyed, "{category:?}");
    }
}

/// One key of many cannot be deleted: none is, the answer says so, and the chore finishes all of them.
#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_does_not_go_is_told_and_goes_with_the_chore() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = asks(&house, &kari).await;
        let second = strand_of(&house, &kari, Category::Enquiry).await;
        breaks(&house, "DELETE ON strand", &format!("OLD.id = {second}")).await;
        let path = carries_out(&house, id).await;
        let code = path.trim_start_matches("/kvittering/");
        let found = receipt::find(&house.vault, code).await.unwrap();
        let (first, then) = found.unwrap();
        assert!(then.is_none());
        let undone = |line: &&Line| line.outcome == Outcome::Unfinished;
        assert!(first.lines.iter().filter(undone).count() > 5);
        as_all_is(&house, &kari, &first.lines).await;
        assert_eq!(crate::chore(&house.app).await.unwrap(), 0, "still broken");
        as_all_is(&house, &kari, &first.lines).await;
        assert_eq!(letters_of(&house, id).await, 0);
        mends(&house, "strand").await;
        // No sweep, no night: the chore goes on by itself.
        assert_eq!(crate::chore(&house.app).await.unwrap(), 2);
        all_done(&house, &kari).await;
        assert_eq!(letters_of(&house, id).await, 2);
        let (_, then) = receipt::find(&house.vault, code).await.unwrap().unwrap();
        as_it_is(&house, &kari, &then.unwrap().lines).await;
        assert_eq!(crate::chore(&house.app).await.unwrap(), 0);
    })
    .await;
}

/// The store fails when all is destroyed and nothing answered yet, at the case or at the letter: there is
/// no receipt of half a thing, and the chore's answer names all that went.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_destroyed_without_an_answer_is_answered_by_the_chore() {
    for (table, at, when) in [
        (
            "rights_request",
            "UPDATE ON rights_request",
            "NEW.state = 'answered'",
        ),
        ("job", "INSERT ON job", "NEW.kind = 'letter'"),
    ] {
        each(|house| async move {
            let kari = Person::with_everything(&house.vault, "KARI").await;
            let id = asks(&house, &kari).await;
            breaks(&house, at, when).await;
            let officer = house.as_role(Role::Privacy).await;
            let case = format!("/stab/personvern/krav/{id}");
            let seen = version(&officer.get(&case).await);
            let form = [("version", seen.as_str()), ("sure", "1")];
            let failed = officer.post(&format!("{case}/slett"), &form).await;
            assert_eq!(failed.status, 500, "{at}");
            assert_eq!(count(&house, "rights_receipt").await, 0);
            let stands = request(&house, id).await;
            assert!(stands.state == State::Open && stands.decided_at.is_some());
            strand_of(&house, &kari, Category::RightsCase).await;
            house.clock.advance_ms(120_000);
            assert!(crate::chore(&house.app).await.is_err(), "still broken");
            assert_eq!(count(&house, "rights_receipt").await, 0);
            mends(&house, table).await;
            assert_eq!(crate::chore(&house.app).await.unwrap(), 1);
            as_all_is(&house, &kari, &newest(&house).await).await;
            all_done(&house, &kari).await;
            assert_eq!(request(&house, id).await.state, State::Answered);
            assert_eq!(letters_of(&house, id).await, 1);
            assert_eq!(crate::chore(&house.app).await.unwrap(), 0);
        })
        .await;
    }
}

/// Both: the keys do not go and the answer cannot be written. What was begun is in the later answer.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_begun_by_an_earlier_try_is_not_left_out() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = asks(&house, &kari).await;
        let ledger = house.custody.path().join("erased.ledger");
        let aside = house.custody.path().join("aside");
        let had = ledger.exists();
        if had {
            std::fs::rename(&ledger, &aside).unwrap();
        }
        std::fs::create_dir(&ledger).unwrap();
        breaks(&house, "UPDATE ON rights_request", "NEW.state = 'answered'").await;
        let asked = request(&house, id).await;
        let officer = colleague(Role::Privacy).actor();
        assert!(
            carry_out(&house.app, &house.vault, officer, &asked)
                .await
                .is_err()
        );
        mends(&house, "rights_request").await;
        house.clock.advance_ms(120_000);
        // The ledger is still not to be written: answered, and every strand that was begun is in it.
        assert_eq!(crate::chore(&house.app).await.unwrap(), 1);
        let lines = newest(&house).await;
        as_all_is(&house, &kari, &lines).await;
        let undone = |line: &&Line| line.outcome == Outcome::Unfinished;
        assert!(lines.iter().filter(undone).count() > 5, "{lines:?}");
        std::fs::remove_dir(&ledger).unwrap();
        if had {
            std::fs::rename(&aside, &ledger).unwrap();
        }
        assert_eq!(crate::chore(&house.app).await.unwrap(), 2);
        all_done(&house, &kari).await;
    })
    .await;
}

/// A reader keeps the journal in use: the key is gone and the answer is true; the sweep empties the journal.
#[tokio::test(flavor = "multi_thread")]
async fn a_journal_that_is_in_use_is_emptied_by_the_sweep() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = asks(&house, &kari).await;
        let (done, wait) = std::sync::mpsc::channel::<()>();
        let (reads, begun) = tokio::sync::oneshot::channel();
        let (store, statement) = (
            house.store.clone(),
            sql("SELECT COUNT(*) AS n FROM strand".to_owned()),
        );
        let reader = tokio::spawn(async move {
            let mut reads = Some(reads);
            let read = move |db: &mut dyn Db| {
                let n = db.one(&statement, &[])?.i64("n")?;
                if let Some(reads) = reads.take() {
                    let _ = reads.send(());
                    let _ = wait.recv();
                }
                Ok(n)
            };
            store.read_long(read).await
        });
        begun.await.unwrap();
        carries_out(&house, id).await;
        as_all_is(&house, &kari, &newest(&house).await).await;
        all_done(&house, &kari).await;
        let journal = || match house.store.location() {
            Location::Folder(folder) => {
                let files = std::fs::read_dir(folder).unwrap();
                let files = files.map(|file| file.unwrap());
                let journals =
                    files.filter(|file| file.file_name().to_string_lossy().ends_with("-wal"));
                journals.map(|file| file.metadata().unwrap().len()).sum()
            }
            Location::Postgres { .. } => 0_u64,
        };
        let left = journal();
        assert!(
            left > 50_000 || is_postgres(&house),
            "nothing was in the way"
        );
        done.send(()).unwrap();
        reader.await.unwrap().unwrap();
        let swept = house.vault.sweep().await.unwrap();
        assert_eq!(swept.clean, !is_postgres(&house));
        // What is in it now is the sweep's own end.
        assert!(journal() < 50_000);
    })
    .await;
}

/// Two officers press at once: one carries it out, the other is told; everything is there once.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_erase_at_once_one_does() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = asks(&house, &kari).await;
        let (one, two) = (
            house.as_role(Role::Privacy).await,
            second_officer(&house).await,
        );
        let case = format!("/stab/personvern/krav/{id}");
        let seen = version(&one.get(&case).await);
        let form = [("version", seen.as_str()), ("sure", "1")];
        let path = format!("{case}/slett");
        let (first, second) = tokio::join!(one.post(&path, &form), two.post(&path, &form));
        let (won, lost) = if first.status == 303 {
            (first, second)
        } else {
            (second, first)
        };
        assert_eq!(won.status, 303, "{}", won.body);
        assert_eq!(lost.status, 409);
        assert!(lost.body.contains("Saken er endret"), "{}", lost.body);
        once(&house, &kari, id).await;
    })
    .await;
}

/// The chore beside somebody who is at it: it leaves what is in hand alone; and should two be at it all the
/// same, one answers.
#[tokio::test(flavor = "multi_thread")]
async fn the_chore_beside_an_erasure_doubles_nothing() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = asks(&house, &kari).await;
        let asked = request(&house, id).await;
        let officer = colleague(Role::Privacy).actor();
        let (app, vault) = (&house.app, &house.vault);
        let (mine, chore) = tokio::join!(
            carry_out(app, vault, officer, &asked),
            crate::erasure::finish(app, vault)
        );
        assert!(mine.unwrap().is_some());
        assert_eq!(chore.unwrap(), 0);
        once(&house, &kari, id).await;

        let ola = Person::with_everything(&house.vault, "OLA").await;
        let id = asks(&house, &ola).await;
        let asked = request(&house, id).await;
        let (mine, other) = tokio::join!(
            carry_out(app, vault, officer, &asked),
            carry_out(app, vault, Actor::Chore("rights"), &asked)
        );
        let codes = [mine, other].map(Result::unwrap);
        assert_eq!(codes.iter().flatten().count(), 1, "{codes:?}");
        assert_eq!(letters_of(&house, id).await, 1);
        assert_eq!(count(&house, "rights_receipt").await, 2);
        let mut gone = house.vault.erasures_of(ola.subject).await.unwrap();
        let all = gone.len();
        gone.dedup_by_key(|(category, ..)| *category);
        assert_eq!(gone.len(), all, "destroyed once");
    })
    .await;
}

/// One receipt, one letter, each strand destroyed once.
async fn once(house: &House, person: &Person, id: i64) {
    assert_eq!(count(house, "rights_receipt").await, 1);
    assert_eq!(letters_of(house, id).await, 1);
    as_all_is(house, person, &newest(house).await).await;
    all_done(house, person).await;
    let steps = requests::events(&house.vault, RightsRequestId::from_raw(id)).await;
    let erased = steps.unwrap().into_iter();
    let erased = erased.filter(|step| step.what == requests::What::Erased);
    assert!(erased.count() <= 1);
}

/// Whoever is forgotten is not written to and not called: address and number say no, by hash.
#[tokio::test(flavor = "multi_thread")]
async fn address_and_number_say_no_after_the_person_is_forgotten() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let email = LookUp::email(&values::Email::parse(&kari.email()).unwrap());
        let phone = LookUp::phone(&values::Phone::parse("+4791234567").unwrap());
        let by = ControllerId::from_raw(1);
        for look_up in [&email, &phone] {
            assert!(!house.vault.suppressed(by, "", look_up).await.unwrap());
        }
        let id = asks(&house, &kari).await;
        carries_out(&house, id).await;
        for look_up in [&email, &phone] {
            assert!(house.vault.suppressed(by, "", look_up).await.unwrap());
            let lines = house.vault.suppressions(look_up).await.unwrap();
            assert_eq!(lines.len(), 1, "once");
            assert_eq!(lines[0].source, "erasure");
        }
        let consents = house.vault.consents_of(kari.subject).await.unwrap();
        let last = consents
            .iter()
            .rfind(|line| line.purpose == Purpose::Newsletter.as_str());
        assert_eq!(last.unwrap().state, vault::ConsentState::Withdrawn);
    })
    .await;
}

//! An erasure in which something fails: what is answered is what can be read, nothing is half-done in
//! silence, and the chore finishes the rest.

use declaration::vocabulary::Category;
use store::{Db, Location, Sql};
use values::RightsRequestId;
use web::Role;

use super::{
    House, Person, colleague,
    desk::version,
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

const fn sql(text: &'static str) -> Sql {
    Sql { name: "test", text }
}

/// A place at which the store is made to fail, in the words of each engine.
#[derive(Clone, Copy)]
struct Fault {
    lite: &'static str,
    postgres: &'static str,
    mended: &'static str,
}

macro_rules! fault {
    ($act:literal on $table:literal when $when:literal) => {
        Fault {
            lite: concat!(
                "CREATE TRIGGER injected BEFORE ",
                $act,
                " ON ",
                $table,
                " WHEN ",
                $when,
                " BEGIN SELECT RAISE(ABORT, 'injected'); END"
            ),
            postgres: concat!(
                "CREATE TRIGGER injected BEFORE ",
                $act,
                " ON ",
                $table,
                " FOR EACH ROW WHEN (",
                $when,
                ") EXECUTE FUNCTION injected()"
            ),
            mended: concat!("DROP TRIGGER injected ON ", $table),
        }
    };
}

/// The key of one strand cannot be deleted.
const KEY: Fault = fault!("DELETE" on "strand" when "OLD.category = 'enquiry'");
/// The case cannot be closed.
const CASE: Fault = fault!("UPDATE" on "rights_request" when "NEW.state = 'answered'");
/// The letter cannot be laid in the outbox.
const LETTER: Fault = fault!("INSERT" on "job" when "NEW.kind = 'letter'");

async fn run(house: &House, statements: &[&'static str]) {
    for text in statements {
        let statement = sql(text);
        let done = house.store.write(move |db| db.exec(&statement, &[]));
        done.await.unwrap();
    }
}

fn is_postgres(house: &House) -> bool {
    matches!(house.store.location(), Location::Postgres { .. })
}

/// From here on the store fails there.
async fn breaks(house: &House, fault: Fault) {
    if is_postgres(house) {
        let raise = "CREATE FUNCTION injected() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''injected''; END'";
        run(house, &[raise, fault.postgres]).await;
    } else {
        run(house, &[fault.lite]).await;
    }
}

async fn mends(house: &House, fault: Fault) {
    if is_postgres(house) {
        run(house, &[fault.mended, "DROP FUNCTION injected()"]).await;
    } else {
        run(house, &["DROP TRIGGER injected"]).await;
    }
}

pub(super) const RECEIPTS: Sql = sql("SELECT COUNT(*) AS n FROM rights_receipt");
/// Ways from a request to its receipt.
const LEADS: Sql = sql("SELECT COUNT(*) AS n FROM rights_deferral WHERE receipt IS NOT NULL");

pub(super) async fn count(house: &House, statement: Sql) -> i64 {
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

pub(super) async fn request(house: &House, id: i64) -> Request {
    let found = requests::one(&house.vault, RightsRequestId::from_raw(id)).await;
    found.unwrap().unwrap()
}

pub(super) async fn letters_of(house: &House, id: i64) -> usize {
    let letters = letters::status_of(&house.vault, requests::SOURCE, id).await;
    letters.unwrap().len()
}

/// What stands in the newest receipt, of whatever code.
pub(super) async fn newest(house: &House) -> Vec<Line> {
    let statement = sql("SELECT body FROM rights_receipt ORDER BY seq DESC LIMIT 1");
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
pub(super) async fn as_all_is(house: &House, person: &Person, lines: &[Line]) {
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
pub(super) async fn all_done(house: &House, person: &Person) {
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
        breaks(&house, KEY).await;
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
        mends(&house, KEY).await;
        // No sweep, no night: the chore goes on by itself.
        assert_eq!(crate::chore(&house.app).await.unwrap(), 2);
        all_done(&house, &kari).await;
        assert_eq!(letters_of(&house, id).await, 2);
        let page = house.client.get(&path).await;
        assert!(page.body.contains("Ikke ferdig slettet ennå"), "as it was");
        assert!(page.body.contains("Gjort ferdig") && page.body.contains("Slettet. Nøkkelen"));
        let whole = page.body.matches("slik den ble skrevet").count();
        assert_eq!(whole, 2, "both receipts hang together");
        let leads = count(&house, LEADS);
        assert_eq!(leads.await, 0, "nothing leads to the receipt any more");
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
    for fault in [CASE, LETTER] {
        each(|house| async move {
            let kari = Person::with_everything(&house.vault, "KARI").await;
            let id = asks(&house, &kari).await;
            breaks(&house, fault).await;
            let officer = house.as_role(Role::Privacy).await;
            let case = format!("/stab/personvern/krav/{id}");
            let seen = version(&officer.get(&case).await);
            let form = [("version", seen.as_str()), ("sure", "1")];
            let failed = officer.post(&format!("{case}/slett"), &form).await;
            assert_eq!(failed.status, 500);
            assert_eq!(count(&house, RECEIPTS).await, 0);
            let stands = request(&house, id).await;
            assert!(stands.state == State::Open && stands.decided_at.is_some());
            strand_of(&house, &kari, Category::RightsCase).await;
            house.clock.advance_ms(120_000);
            assert!(crate::chore(&house.app).await.is_err(), "still broken");
            assert_eq!(count(&house, RECEIPTS).await, 0);
            mends(&house, fault).await;
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
        breaks(&house, CASE).await;
        let asked = request(&house, id).await;
        let officer = colleague(Role::Privacy).actor();
        assert!(
            carry_out(&house.app, &house.vault, officer, &asked)
                .await
                .is_err()
        );
        mends(&house, CASE).await;
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
        let (store, statement) = (house.store.clone(), sql("SELECT COUNT(*) AS n FROM strand"));
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

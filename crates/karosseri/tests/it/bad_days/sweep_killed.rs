//! A sweep over more than a thousand people whose time is over, killed at any instant, again and again:
//! nobody goes early, in the end nobody stays, and what is said to be erased is what was erased.

use std::{
    collections::BTreeSet,
    process::Stdio,
    time::{Duration, Instant},
};

use customers::CustomerContact;
use declaration::vocabulary::{Category, purpose};
use store::Db;
use values::{Chance, Clock, Email, PersonName, SeededChance, SystemClock};
use vault::{Actor, Ask, Keep, LookUp, Personal, Provenance, SubjectKind, Vault};

use crate::support::{
    house::{self, Place, seed},
    program,
};

/// People whose time is over.
const DUE: usize = 2_400;
/// People who stay.
const STAY: usize = 40;
/// Kills on each engine, at most: when the work is done there is nothing left to kill.
const KILLS: usize = 12;

store::queries! {
    /// Strands that are there, and until when.
    THERE = "SELECT id, keep_until FROM strand ORDER BY id";
    /// What is said to be erased.
    SAID = "SELECT strand_id AS id FROM erasure ORDER BY strand_id";
    /// Records that lie under no strand.
    ORPHANS = "SELECT COUNT(*) AS n FROM record r WHERE NOT EXISTS (SELECT 1 FROM strand s WHERE s.id = r.strand_id)";
}

async fn person(vault: &Vault, number: usize, keep: &Keep) {
    let email = Email::parse(&format!("n{number}@kunde.example")).expect("an address");
    let contact = Personal::new(CustomerContact {
        name: PersonName::parse("Prøve Person").expect("a name"),
        email: Some(email.clone()),
        phone: None,
        organisation: None,
        org_no: None,
        language: "nb".to_owned(),
        customer_no: None,
    });
    // Two ids of one millisecond may fall together: done again, as the program does.
    vault::again(|| async {
        let mut work = vault.work();
        let subject = work.subject(SubjectKind::Person);
        let ask = Ask::seal_new(Actor::Visitor, subject).of(&[Category::Contact]);
        let permit = vault.permit::<purpose::Visit>(ask).await?;
        let from = Provenance {
            source_kind: "data_subject",
            source_ref: 1,
            notice_version: vault.declaration().version().to_string(),
        };
        work.seal(&permit, &contact, &from, keep)?;
        work.claim(&permit, Category::Contact, &LookUp::email(&email))?;
        let laid = work.finish();
        let lay = move |db: &mut dyn Db| laid.lay(db);
        Ok(vault.store().write(lay).await?)
    })
    .await
    .expect("laid");
}

/// Who is due and who stays.
async fn furnished(place: &Place) -> (BTreeSet<i64>, BTreeSet<i64>) {
    let now = SystemClock.now();
    let spawned = house::open_at(place.clone(), &[], now).await;
    let vault = &spawned.house.vault;
    let over = now.plus_days(-3_000);
    for number in 0..DUE + STAY {
        let id = i64::try_from(number).expect("small");
        let keep = if number < DUE {
            Keep::from("booking", id, over)
        } else {
            Keep::from("booking", id, now)
        };
        person(vault, number, &keep).await;
    }
    let read = move |db: &mut dyn Db| {
        let rows = db.all(&THERE, &[])?;
        let (mut due, mut stay) = (BTreeSet::new(), BTreeSet::new());
        for row in &rows {
            let part = if row.i64("keep_until")? <= now.millis() {
                &mut due
            } else {
                &mut stay
            };
            part.insert(row.i64("id")?);
        }
        Ok((due, stay))
    };
    let parts = vault.store().read(read).await.expect("read");
    spawned.close().await;
    parts
}

fn ids(db: &mut dyn Db, sql: &store::Sql) -> Result<BTreeSet<i64>, store::StoreError> {
    let rows = db.all(sql, &[])?;
    rows.iter().map(|row| row.i64("id")).collect()
}

/// What a look from outside finds: strands, what is said to be erased, records without a strand.
async fn found(place: &Place) -> (BTreeSet<i64>, BTreeSet<i64>, i64) {
    let location = karosseri::house::location(&place.settings(&[]));
    let store = store::Store::open(&location, karosseri::parts::MIGRATIONS)
        .await
        .expect("the store");
    let read = |db: &mut dyn Db| {
        let (there, said) = (ids(db, &THERE)?, ids(db, &SAID)?);
        Ok((there, said, db.one(&ORPHANS, &[])?.i64("n")?))
    };
    let all = store.read(read).await.expect("read");
    store.close().await.expect("closed");
    all
}

/// What the ledger beside the database has.
fn ledger(place: &Place) -> BTreeSet<i64> {
    let path = place.data.join("custody").join("erased.ledger");
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let lines = text.lines().map(|line| {
        let id = line.split(' ').nth(1).expect("a line of the ledger");
        id.parse().expect("a number")
    });
    lines.collect()
}

/// Starts a sweep and kills it so long after it has written more into the ledger; whether it was still
/// at work.
fn kill_at_work(place: &Place, pause: Duration) -> bool {
    let before = written(place);
    let mut command = program::command(place, &["sweep"]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut running = crate::support::guard::Running::start(&mut command);
    let end = Instant::now() + Duration::from_secs(60);
    while written(place) == before {
        if running.0.try_wait().expect("a process").is_some() {
            return false;
        }
        assert!(Instant::now() < end, "no key goes");
        std::thread::sleep(Duration::from_micros(200));
    }
    std::thread::sleep(pause);
    let ended = running.0.try_wait().expect("a process").is_some();
    running.kill();
    !ended
}

/// Length of the ledger's file.
fn written(place: &Place) -> u64 {
    let path = place.data.join("custody").join("erased.ledger");
    std::fs::metadata(path).map_or(0, |file| file.len())
}

/// After a kill, whenever it came; whether the work is half done.
async fn nothing_is_wrong(place: &Place, due: &BTreeSet<i64>, stay: &BTreeSet<i64>) -> bool {
    let (there, said, _) = found(place).await;
    let written = ledger(place);
    assert!(stay.is_subset(&there), "somebody went early");
    assert!(written.is_subset(due), "the ledger names who stays");
    assert!(said.is_subset(&written), "erased before the ledger had it");
    assert!(said.is_disjoint(&there), "said to be erased, and there");
    let gone: BTreeSet<i64> = due.difference(&there).copied().collect();
    assert_eq!(gone, said, "gone without a word");
    !written.is_empty() && said.len() < due.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sweep_outlives_every_kill() {
    house::each_place(|place| async move {
        let engine = place.engine();
        let (due, stay) = furnished(&place).await;
        assert!(due.len() >= DUE, "{}", due.len());
        assert!(stay.len() >= STAY);
        let chance = SeededChance::new(seed());
        let (mut kills, mut half_way) = (0, 0);
        while kills < KILLS && ledger(&place).len() < due.len() {
            let mut die = [0; 2];
            chance.fill(&mut die);
            // From the ledger's line to somewhat after its key has gone.
            let pause = Duration::from_micros(u64::from(u16::from_le_bytes(die)) % 6_000);
            kills += usize::from(kill_at_work(&place, pause));
            half_way += usize::from(nothing_is_wrong(&place, &due, &stay).await);
        }
        println!("{engine}: {kills} kills, {half_way} left the work half done");
        assert!(
            half_way >= 3,
            "too few kills met a sweep at work: {half_way}"
        );
        // Whatever is left is done by the next: it may be asked to, as a fifth of the house goes at once.
        program::run(&place, &["sweep", "--confirm"]).is(0);
        let (there, said, orphans) = found(&place).await;
        assert_eq!(there, stay, "overdue, or gone early");
        assert_eq!(said, due, "said to be erased");
        assert_eq!(ledger(&place), due, "the ledger");
        assert_eq!(orphans, 0, "noise is left");
        let proof = program::run(&place, &["prove"]).is(0).said;
        assert!(proof.contains(" 0 fails"), "{proof}");
    })
    .await;
}

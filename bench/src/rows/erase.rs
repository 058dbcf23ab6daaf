//! Row 8: forgetting a person with one record, and one with a hundred thousand: the key alone, and the
//! privacy officer's press of the button with everything that belongs to it.

use std::{path::Path, time::Instant};

use bookings::Enquiry;
use declaration::vocabulary::{Category, Purpose, purpose};
use karosseri::house::House;
use values::{Email, FreeText, PersonName, StrandId, SubjectId};
use vault::{Actor, Ask, Cause, Keep, Outcome, Personal, Vault, again};
use web::{Colleague, Visitor, testing::Client};

use crate::{
    Res, fixture, probes,
    stats::{self, Rounds, short},
    table::Table,
};

/// People of each kind.
const PEOPLE: usize = 7;
/// Of whom the officer forgets so many, with everything that belongs to it.
const ASKED: usize = 3;
const MANY: usize = 100_000;
/// Records of as many visits.
const VISITS: usize = 10_000;
/// Records of one transaction while they are made.
const CHUNK: usize = 200;

/// Runs the row on a house of its own.
pub async fn run(table: &mut Table, house: &House, folder: &Path) -> Res<()> {
    eprintln!("row 8");
    let vault = &house.vault;
    let (mut few, mut many, mut cases) = (Vec::new(), Vec::new(), Vec::new());
    let mut people = Vec::new();
    for nth in 0..PEOPLE {
        let first = 100 + nth * 3;
        let one = records(vault, first, 1, 1).await?;
        people.push((one, records(vault, first + 1, MANY, 1).await?));
        if nth < 5 {
            cases.push(records(vault, first + 2, VISITS, VISITS).await?);
        }
    }
    let syncs = probes::syncs_per_second(folder)?;
    let bytes = bare(folder)?;
    for (one, ten_thousand) in people {
        few.push(forget(vault, one).await?);
        many.push(forget(vault, ten_thousand).await?);
    }
    let mut of_cases = Vec::new();
    for strand in cases {
        of_cases.push(forget(vault, strand).await?);
    }
    let (few, many, of_cases) = (spread(few), spread(many), spread(of_cases));
    let growth = many.0.median() / few.0.median().max(f64::MIN_POSITIVE);
    let got = format!(
        "1 record {} ms; {MANY} records {} ms: × {}",
        few.0,
        many.0,
        short(growth)
    );
    let beside = format!(
        "one commit and an emptied journal on bare SQLite {bytes} ms; fdatasync {} /s",
        short(syncs)
    );
    let reached = many.1 <= 3.0 && growth <= 1.5;
    let job = format!(
        "erasure by key: reasons ended, ledger synced, key deleted, journal emptied; {PEOPLE} people of each kind"
    );
    table.add(
        "8",
        job,
        got,
        beside,
        "p99 ≤ 3 ms, independent of the amount",
        Some(reached),
    );
    let got = format!("{} ms", of_cases.0);
    let job = format!(
        "the same for {VISITS} records of {VISITS} different visits (each has its own reason)"
    );
    table.add("8", job, got, "", "", None);
    asked(table, house).await
}

/// The person asks on their own page and the officer carries it out: plan, reasons ended, addresses kept
/// out, keys destroyed, read back, the answer and its letter written.
async fn asked(table: &mut Table, house: &House) -> Res<()> {
    let office = Office::of(house).await?;
    let (mut few, mut many) = (Vec::new(), Vec::new());
    // All are made before the first is forgotten, and one more to empty the journal of what made them.
    records(&house.vault, 199, 1, 1).await?;
    for nth in 0..ASKED {
        records(&house.vault, 200 + nth * 2, 1, 1).await?;
        records(&house.vault, 201 + nth * 2, MANY, 1).await?;
    }
    office.forget(house, 199).await?;
    for nth in 0..ASKED {
        few.push(office.forget(house, 200 + nth * 2).await?);
        many.push(office.forget(house, 201 + nth * 2).await?);
    }
    let (few, many) = (spread(few).0, spread(many).0);
    let growth = many.median() / few.median().max(f64::MIN_POSITIVE);
    let got = format!(
        "1 record {few} ms; {MANY} records {many} ms: × {}",
        short(growth)
    );
    let job =
        format!("the officer's button, from the press to the receipt; {ASKED} people of each kind");
    table.add(
        "8",
        job,
        got,
        "",
        "independent of the amount",
        Some(growth <= 1.5),
    );
    Ok(())
}

/// The house's pages, and a privacy officer.
struct Office {
    visitor: Client,
    officer: Client,
}

impl Office {
    async fn of(house: &House) -> Res<Self> {
        let (app, router) = karosseri::serve::app_for_load(house).await?;
        let visitor = Client::new(app, router);
        let controllers = house.vault.declaration();
        let controller = controllers.controllers().first().ok_or("a controller")?.id;
        let name = PersonName::parse("Benk Personvern").map_err(|_| "a name")?;
        let email = Email::parse("benk@verksted.example").map_err(|_| "an address")?;
        let role = declaration::vocabulary::Role::Privacy;
        let staff = staff::add(&house.vault, name, email, role, controller).await?;
        let colleague = Colleague {
            staff,
            role,
            controller,
        };
        let officer = visitor.as_visitor(Visitor::Staff(colleague)).await?;
        Ok(Self { visitor, officer })
    }

    /// Asked and carried out; nanoseconds of the carrying out.
    async fn forget(&self, house: &House, number: usize) -> Res<u64> {
        let me = fixture::customer(&house.vault, number).await?;
        let own = fixture::own(&house.vault, &self.visitor, me).await?;
        let asked = own
            .post("/min-side/rettigheter/glem-meg", &[("sure", "1")])
            .await;
        let board = self.officer.get("/stab/personvern").await.body;
        let case = newest(&board).ok_or_else(|| format!("no case: {}", asked.status))?;
        let page = self.officer.get(&case).await.body;
        let version = between(&page, "name=\"version\" value=\"", "\"").ok_or("a version")?;
        let fields = [("version", version), ("sure", "1")];
        let begun = Instant::now();
        let done = self.officer.post(&format!("{case}/slett"), &fields).await;
        let took = begun.elapsed();
        let left = house.vault.strands_of(me).await?;
        if done.status != 303 || left.iter().any(|one| one.category == Category::Enquiry) {
            return Err(format!("not carried out: {}", done.status).into());
        }
        Ok(u64::try_from(took.as_nanos())?)
    }
}

/// The path of the newest case on the officer's board.
fn newest(board: &str) -> Option<String> {
    let start = "/stab/personvern/krav/";
    let ids = board.split(start).skip(1);
    let digits = |rest: &str| {
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        rest[..end].parse::<i64>().ok()
    };
    ids.filter_map(digits)
        .max()
        .map(|id| format!("{start}{id}"))
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let rest = text.split_once(start)?.1;
    rest.split_once(end).map(|(found, _)| found)
}

/// Milliseconds as rounds, and the 99th percentile.
fn spread(mut nanos: Vec<u64>) -> (Rounds, f64) {
    nanos.sort_unstable();
    let mut rounds = Rounds::default();
    nanos.iter().for_each(|one| rounds.add(*one as f64 / 1e6));
    (rounds, stats::at(&nanos, 0.99) / 1e6)
}

/// A seeded customer gets so many records in one strand, of so many visits.
async fn records(vault: &Vault, number: usize, count: usize, visits: usize) -> Res<StrandId> {
    let me: SubjectId = fixture::customer(vault, number).await?;
    questions(vault, me, count, visits).await
}

/// Somebody asks so many questions at so many visits; the strand they lie in.
pub async fn questions(vault: &Vault, me: SubjectId, count: usize, visits: usize) -> Res<StrandId> {
    let question = FreeText::parse("Kan dere se på bakløfteren?").map_err(|_| "a text")?;
    let enquiry = Personal::new(Enquiry {
        question: Some(question),
        service: None,
        answer: None,
    });
    for from in (0..count).step_by(CHUNK) {
        // Ids made in the same millisecond may fall together: then all of it once more.
        again(|| async {
            let ask = Ask::seal(Actor::Visitor, me).of(&[Category::Enquiry]);
            let permit = vault.permit::<purpose::Visit>(ask).await?;
            let mut work = vault.work();
            for nth in from..(from + CHUNK).min(count) {
                let case = i64::try_from(nth % visits).unwrap_or(0);
                let keep = Keep::from("bench", case, work.at());
                work.seal(&permit, &enquiry, &fixture::provenance(vault, case), &keep)?;
            }
            let laid = work.finish();
            Ok(vault.store().write(move |db| laid.lay(db)).await?)
        })
        .await?;
    }
    let strands = vault.strands_of(me).await?;
    let strand = strands
        .iter()
        .find(|strand| strand.category == Category::Enquiry);
    Ok(strand.ok_or("the strand")?.id)
}

/// What a request for erasure does to one strand; nanoseconds.
async fn forget(vault: &Vault, strand: StrandId) -> Res<u64> {
    let cause = Cause {
        cause: "request",
        rule: "gdpr-17".to_owned(),
        actor: Actor::Chore("bench"),
    };
    let begun = Instant::now();
    vault.end_reasons(strand, vec![Purpose::Visit]).await?;
    let report = vault.destroy(&[strand], &cause).await?;
    let took = begun.elapsed();
    if report.iter().any(|one| one.outcome != Outcome::Destroyed)
        || vault.strand(strand).await?.is_some()
    {
        return Err("a strand is still there".into());
    }
    Ok(u64::try_from(took.as_nanos())?)
}

/// The engine alone: delete a row, commit, empty the journal.
fn bare(folder: &Path) -> Res<Rounds> {
    let connection = rusqlite::Connection::open(folder.join("bare.db"))?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
         CREATE TABLE IF NOT EXISTS k (id INTEGER PRIMARY KEY, key BLOB NOT NULL) STRICT;",
    )?;
    let mut rounds = Rounds::default();
    for id in 0..15_i64 {
        connection.execute("INSERT INTO k VALUES (?1, randomblob(72))", [id])?;
        let begun = Instant::now();
        connection.execute("DELETE FROM k WHERE id = ?1", [id])?;
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| {
            row.get::<_, i64>(0)
        })?;
        rounds.add(begun.elapsed().as_nanos() as f64 / 1e6);
    }
    Ok(rounds)
}

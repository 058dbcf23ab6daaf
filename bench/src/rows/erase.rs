//! Row 8: forgetting a person with one record, and one with ten thousand.

use std::{path::Path, time::Instant};

use bookings::Enquiry;
use declaration::vocabulary::{Category, Purpose, purpose};
use karosseri::house::House;
use values::{FreeText, StrandId, SubjectId};
use vault::{Actor, Ask, Cause, Keep, Outcome, Personal, Vault, again};

use crate::{
    Res, fixture, probes,
    stats::{self, Rounds, short},
    table::Table,
};

/// People of each kind.
const PEOPLE: usize = 15;
const MANY: usize = 10_000;
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
        let one = records(vault, first, 1, true).await?;
        people.push((one, records(vault, first + 1, MANY, true).await?));
        if nth < 5 {
            cases.push(records(vault, first + 2, MANY, false).await?);
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
    let job =
        format!("the same for {MANY} records of {MANY} different visits (each has its own reason)");
    table.add("8", job, got, "", "", None);
    Ok(())
}

/// Milliseconds as rounds, and the 99th percentile.
fn spread(mut nanos: Vec<u64>) -> (Rounds, f64) {
    nanos.sort_unstable();
    let mut rounds = Rounds::default();
    nanos.iter().for_each(|one| rounds.add(*one as f64 / 1e6));
    (rounds, stats::at(&nanos, 0.99) / 1e6)
}

/// A seeded customer gets so many records in one strand.
async fn records(vault: &Vault, number: usize, count: usize, one_case: bool) -> Res<StrandId> {
    let me: SubjectId = fixture::customer(vault, number).await?;
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
                let case = if one_case {
                    1
                } else {
                    i64::try_from(nth).unwrap_or(0)
                };
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

//! Row 9: a night's sweep over ten million strands of which one in a hundred is due, while bookings come in.

use std::{path::Path, sync::Arc, time::Duration};

use crate::{
    Res,
    child::Child,
    fixture,
    http::{self, Conn},
    load,
    rows::bookings::Api,
    stats::{Rounds, short},
    table::Table,
};

/// Strands, unless `KAROSSERI_BENCH_STRANDS` says otherwise.
const STRANDS: i64 = 10_000_000;
/// One of so many is due.
const DUE: i64 = 100;
/// Who books meanwhile.
const CLIENTS: usize = 16;
const QUIET: Duration = Duration::from_secs(5);
/// One turn of bookings while the sweep runs; turns follow each other until it is done.
const TURN: Duration = Duration::from_secs(2);

/// Runs the row on a copy of the crowd's folder.
pub async fn run(table: &mut Table, crowd: &Path, folder: &Path, api: &Arc<Api>) -> Res<()> {
    let strands = std::env::var("KAROSSERI_BENCH_STRANDS").ok();
    let strands: i64 = strands.and_then(|n| n.parse().ok()).unwrap_or(STRANDS);
    eprintln!("row 9, {strands} strands");
    crate::copy(crowd, folder)?;
    // Made once as a house that is open would have them, then laid down in bulk.
    fixture::open(folder, None)
        .await?
        .store()
        .clone()
        .close()
        .await?;
    lay(folder, strands)?;
    let child = Child::start(folder, None).await?;
    let quiet = load::run(&child, child.house, api, CLIENTS, QUIET).await?;
    let before = child.cpu_micros()?;
    let mut conn = Conn::open(child.bare).await?;
    let sweep = tokio::spawn(async move {
        let answer = conn
            .ask(&http::post("/sveip", "text/plain", None, ""))
            .await?;
        Ok::<_, std::io::Error>((answer.status, answer.text()))
    });
    let (mut meanwhile, mut rate) = (Rounds::default(), Rounds::default());
    while !sweep.is_finished() {
        let turn = load::run(&child, child.house, api, CLIENTS, TURN).await?;
        meanwhile.add(turn.p99);
        rate.add(turn.rate);
    }
    let (status, said) = sweep.await??;
    let cpu = child.cpu_micros()? - before;
    let numbers: Vec<f64> = said.split(' ').filter_map(|n| n.parse().ok()).collect();
    let [destroyed, seconds] = numbers[..] else {
        return Err(format!("the sweep answers {status}: {said}").into());
    };
    child.stop().await?;
    let worse = meanwhile.median() / quiet.p99.max(f64::MIN_POSITIVE);
    let wanted = strands / DUE;
    let got = format!(
        "{destroyed} destroyed with proof in {} s: {} due /s; {} strands gone through /s; booking p99 {meanwhile} ms at {rate} /s meanwhile: × {}",
        short(seconds),
        short(destroyed / seconds),
        short(strands as f64 / seconds),
        short(worse),
    );
    let beside = format!(
        "quiet: booking p99 {} ms at {} /s; CPU of the process with the bookings {} s",
        short(quiet.p99),
        short(quiet.rate),
        short(cpu / 1e6),
    );
    let job = format!("sweep over {strands} strands, {wanted} due, {CLIENTS} clients booking");
    let reached =
        destroyed >= wanted as f64 && strands as f64 / seconds >= 500_000.0 && worse <= 2.0;
    let goal = "≥ 500 000 strands /s with proof; booking p99 ≤ 2 × quiet";
    table.add("9", job, got, beside, goal, Some(reached));
    Ok(())
}

/// Strands of as many people, each with one reason: laid down by the engine itself, as no house could
/// make them in the time. Their keys are noise: a sweep opens none.
fn lay(folder: &Path, strands: i64) -> Res<()> {
    let connection = rusqlite::Connection::open(folder.join("karosseri.db"))?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000;",
    )?;
    // Ids of the first second of 1970, which no house hands out.
    let numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)";
    let long_ago = 1_000_000_000_000_i64;
    let far_off = 4_000_000_000_000_i64;
    for sql in [
        format!("{numbers} INSERT INTO subject SELECT i, 'person', {long_ago}, NULL FROM n"),
        format!(
            "{numbers} INSERT INTO strand SELECT i, i, 'enquiry', 'live', CASE WHEN i % {DUE} = 0 THEN {long_ago} + i ELSE {far_off} + i END, {long_ago}, randomblob(60) FROM n"
        ),
        format!(
            "{numbers} INSERT INTO reason SELECT i, 'visit', 'booking', i, 'visit@1', {long_ago}, CASE WHEN i % {DUE} = 0 THEN {long_ago} + i ELSE {far_off} + i END FROM n"
        ),
    ] {
        connection.execute(&sql, [strands])?;
        eprintln!("  laid down");
    }
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
    Ok(())
}

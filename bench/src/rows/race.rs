//! Row 2: fifty visitors want the same time of the same bay at once, twenty times over.

use std::sync::Arc;

use tokio::sync::Barrier;

use crate::{Res, child::Child, http::Conn, rows::bookings::Api, table::Table};

const VISITORS: usize = 50;
const TIMES: usize = 20;
/// Numbers of people that no other row uses.
const FIRST_PERSON: usize = 5_000_000;

/// Runs the row.
pub async fn run(table: &mut Table, child: &Child, api: &Arc<Api>, engine: &str) -> Res<()> {
    eprintln!("row 2, {engine}");
    let before = child.bookings().await?;
    let (mut got, mut told, mut other) = (Vec::new(), 0, 0);
    for nth in 0..TIMES {
        let (won, lost, wrong) = once(child, api, nth).await?;
        got.push(won);
        told += lost;
        other += wrong;
    }
    let there = usize::try_from(child.bookings().await? - before)?;
    let exact = got.iter().all(|won| *won == 1) && there == TIMES && other == 0;
    let (least, most) = (got.iter().min(), got.iter().max());
    let measured = format!(
        "{}–{} bookings a time; {there} rows; {told} were told and offered other times; {other} other answers",
        least.unwrap_or(&0),
        most.unwrap_or(&0)
    );
    let job = format!("one slot, {VISITORS} visitors at once, {TIMES} times, {engine}");
    table.add(
        "2",
        job,
        measured,
        "1 is what can be",
        "1, always",
        Some(exact),
    );
    Ok(())
}

async fn once(child: &Child, api: &Arc<Api>, nth: usize) -> Res<(usize, usize, usize)> {
    let (workshop, start) = api.slots.next_lonely();
    let barrier = Arc::new(Barrier::new(VISITORS));
    let mut tasks = Vec::with_capacity(VISITORS);
    for visitor in 0..VISITORS {
        let mut conn = Conn::open(child.house).await?;
        let (api, barrier) = (Arc::clone(api), Arc::clone(&barrier));
        // None of them is a customer: numbers that end in 3 to 9 are new people.
        let number = FIRST_PERSON + (nth * VISITORS + visitor) * 10 + 5;
        tasks.push(tokio::spawn(async move {
            let mut request = Vec::new();
            api.write(&mut request, number, workshop.get(), start);
            barrier.wait().await;
            let answer = conn.ask(&request).await?;
            Ok::<u16, std::io::Error>(answer.status)
        }));
    }
    let (mut won, mut lost, mut wrong) = (0, 0, 0);
    for task in tasks {
        match task.await?? {
            201 => won += 1,
            409 => lost += 1,
            _ => wrong += 1,
        }
    }
    Ok((won, lost, wrong))
}

//! Row 1: durable bookings over HTTP, beside the same work with nothing around it and bare rows.

use std::{
    io::Write,
    net::SocketAddr,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use values::Moment;

use crate::{
    Res,
    child::Child,
    fixture::{self, Slots},
    http::find,
    load::{self, Load, Script},
    probes,
    stats::{Rounds, short},
    table::Table,
};

/// What every booking asks.
pub const QUESTION: &str =
    "Det lekker olje ved foten av kranen når vi løfter tungt. Kan dere se på det samtidig?";

const CLIENTS: [usize; 3] = [1, 16, 64];
const ROUNDS: usize = 3;
const CELL: Duration = Duration::from_millis(1_000);

/// Who books next: three of ten are customers already, with their vehicle.
#[derive(Clone, Copy)]
pub struct Person {
    /// Number of the person.
    pub person: usize,
    /// Number of the plate.
    pub plate: usize,
}

/// The person behind a booking's number.
pub fn person(number: usize, seeded: usize) -> Person {
    const NEW: usize = 1_000_000;
    if number % 10 < 3 && seeded > 0 {
        let known = (number / 10 * 3 + number % 10) % seeded;
        return Person {
            person: known,
            plate: known,
        };
    }
    Person {
        person: NEW + number,
        plate: NEW + number,
    }
}

/// Bookings through the product's API.
pub struct Api {
    /// Free times.
    pub slots: Arc<Slots>,
    /// The version of the declaration that is shown.
    pub version: String,
    /// Customers that are known.
    pub seeded: usize,
}

impl Api {
    /// Writes the request of a booking.
    pub fn write(&self, out: &mut Vec<u8>, number: usize, workshop: i64, start: Moment) {
        let who = person(number, self.seeded);
        let body = format!(
            "{{\"workshop\":\"{workshop}\",\"service\":\"{}\",\"start\":\"{}\",\"plate\":\"{}\",\
             \"contact\":{{\"name\":\"{}\",\"email\":\"{}\",\"phone\":\"{}\"}},\
             \"question\":\"{QUESTION}\",\"language\":\"nb\",\"notice_version\":\"{}\"}}",
            self.slots.service,
            start.rfc3339(),
            fixture::plate(who.plate),
            fixture::name(who.person),
            fixture::email(who.person),
            fixture::phone(who.person),
            self.version,
        );
        // Writing into a vector does not fail.
        let _ = write!(
            out,
            "POST /api/v1/bookings HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
             idempotency-key: bench-{number}-{}\r\ncontent-length: {}\r\n\r\n{body}",
            start.millis(),
            body.len()
        );
    }
}

impl Script for Api {
    fn request(&self, out: &mut Vec<u8>) {
        let (workshop, start, number) = self.slots.next();
        self.write(out, number, workshop.get(), start);
    }
    fn check(&self, status: u16, body: &[u8]) -> bool {
        let reference = b"\"reference\":\"";
        let at = find(body, reference).map(|at| at + reference.len());
        let word = at.and_then(|at| body.get(at..at + 9));
        status == 201
            && word.is_some_and(|word| {
                word[8] == b'"' && word[..8].iter().all(u8::is_ascii_alphanumeric)
            })
    }
}

/// The same bookings as words for the probe that does the same work.
struct Work(Arc<Api>);

impl Script for Work {
    fn request(&self, out: &mut Vec<u8>) {
        let (workshop, start, number) = self.0.slots.next();
        let who = person(number, self.0.seeded);
        let service = self.0.slots.service;
        let body = format!(
            "{workshop} {service} {} {} {}",
            start.millis(),
            who.person,
            who.plate
        );
        let _ = write!(
            out,
            "POST /work HTTP/1.1\r\nhost: localhost\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
    }
    fn check(&self, status: u16, _: &[u8]) -> bool {
        status == 201
    }
}

/// Bare rows.
struct Bare(&'static str);

impl Script for Bare {
    fn request(&self, out: &mut Vec<u8>) {
        let _ = write!(
            out,
            "POST {} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\n\r\nab",
            self.0
        );
    }
    fn check(&self, status: u16, _: &[u8]) -> bool {
        status == 201
    }
}

#[derive(Default)]
struct Cell {
    rate: Rounds,
    p50: Rounds,
    p99: Rounds,
    cpu: Rounds,
    wrong: AtomicUsize,
}

impl Cell {
    fn add(&mut self, load: &Load) {
        self.rate.add(load.rate);
        self.p50.add(load.p50);
        self.p99.add(load.p99);
        self.cpu.add(load.cpu);
        self.wrong.fetch_add(load.wrong as usize, Ordering::Relaxed);
    }
}

/// The product and its probes, one after another in each round.
#[derive(Default)]
struct Beside {
    product: Cell,
    work: Cell,
    group: Cell,
    single: Cell,
}

/// Runs the row. `database` names the bare rows beside it: SQLite's or PostgreSQL's.
pub async fn run(
    table: &mut Table,
    child: &Child,
    api: &Arc<Api>,
    folder: &Path,
    postgres: bool,
) -> Res<()> {
    let engine = if postgres { "PostgreSQL" } else { "SQLite" };
    eprintln!("row 1, {engine}");
    let before = child.bookings().await?;
    let (mut cells, mut syncs, mut made) = (<[Beside; 3]>::default(), Rounds::default(), 0);
    let warm = load::run(child, child.house, api, 4, Duration::from_millis(300)).await?;
    made += warm.right;
    for _ in 0..ROUNDS {
        syncs.add(probes::syncs_per_second(folder)?);
        for (clients, cell) in CLIENTS.into_iter().zip(&mut cells) {
            made += round(child, api, clients, cell, postgres).await?;
        }
    }
    let there = child.bookings().await? - before;
    if there != made {
        return Err(format!("{made} bookings were acknowledged, {there} are there").into());
    }
    for (clients, cell) in CLIENTS.into_iter().zip(&cells) {
        report(table, engine, clients, cell, &syncs);
    }
    Ok(())
}

async fn round(
    child: &Child,
    api: &Arc<Api>,
    clients: usize,
    cell: &mut Beside,
    postgres: bool,
) -> Res<u64> {
    let bare: SocketAddr = child.bare;
    let product = load::run(child, child.house, api, clients, CELL).await?;
    let work = load::run(child, bare, &Arc::new(Work(Arc::clone(api))), clients, CELL).await?;
    if postgres {
        cell.single
            .add(&load::run(child, bare, &Arc::new(Bare("/rows/pg")), clients, CELL).await?);
    } else {
        cell.group
            .add(&load::run(child, bare, &Arc::new(Bare("/rows/group")), clients, CELL).await?);
        cell.single
            .add(&load::run(child, bare, &Arc::new(Bare("/rows/single")), clients, CELL).await?);
    }
    cell.product.add(&product);
    cell.work.add(&work);
    Ok(product.right + work.right)
}

fn report(table: &mut Table, engine: &str, clients: usize, cell: &Beside, syncs: &Rounds) {
    let Beside {
        product,
        work,
        group,
        single,
    } = cell;
    let wrong = product.wrong.load(Ordering::Relaxed) + work.wrong.load(Ordering::Relaxed);
    let got = format!(
        "{} /s; p50 {} ms, p99 {} ms; {} µs CPU; {wrong} errors",
        product.rate,
        product.p50,
        product.p99,
        short(product.cpu.median())
    );
    let to_work = product.rate.over(&work.rate);
    let to_rows = product.rate.over(if engine == "SQLite" {
        &group.rate
    } else {
        &single.rate
    });
    let rows = if engine == "SQLite" {
        format!(
            "3 bare rows, group commit {} /s, one commit each {} /s",
            group.rate, single.rate
        )
    } else {
        format!("3 bare rows, one statement {} /s", single.rate)
    };
    let beside = format!(
        "same work {} /s (p99 {} ms, {} µs CPU): ÷ = {to_work}; {rows}: ÷ = {to_rows}; fdatasync {syncs} /s",
        work.rate,
        work.p99,
        short(work.cpu.median())
    );
    let (goal, reached) = match (engine, clients) {
        ("SQLite", 64) => (
            "≥ 4 000 /s, p99 ≤ 25 ms; ≥ 0.5 of same work; ≥ 0.08 of 3 rows",
            Some(
                product.rate.median() >= 4_000.0
                    && product.p99.median() <= 25.0
                    && to_work.median() >= 0.5
                    && to_rows.median() >= 0.08
                    && wrong == 0,
            ),
        ),
        ("SQLite", 1) => (
            "p99 ≤ 3 ms",
            Some(product.p99.median() <= 3.0 && wrong == 0),
        ),
        ("SQLite", _) => (
            "≥ 0.5 of same work",
            Some(to_work.median() >= 0.5 && wrong == 0),
        ),
        _ => ("ratio only", None),
    };
    let job = format!("booking over HTTP, durable, {engine}, {clients} client(s)");
    table.add("1", job, got, beside, goal, reached);
}

//! Row 5: sealing and opening, the judge, and permits with their line in the log.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use bookings::Enquiry;
use declaration::vocabulary::{Category, Purpose, Role, purpose};
use karosseri::house::House;
use values::{FreeText, RecordId, SubjectId};
use vault::{
    Actor, Ask, Keep, Objection, Personal, Question, Sealed, Standing, StrandState, Vault, judge,
};

use crate::{
    Res, fixture, probes,
    stats::{self, Rounds, short},
    table::Table,
};

const ROUNDS: usize = 3;
/// A text of 200 bytes.
const TEXT: &str = "Kranen senker seg sakte når den står med last, og det drypper olje under ventilblokken. \
    Det begynte etter at vi byttet slange i vår, og er verst når det er kaldt. Kan dere se på det snarest?";

/// What is measured, per call.
#[derive(Default)]
struct Times {
    open: Rounds,
    seal: Rounds,
    seal_new: Rounds,
    judge: Rounds,
    own: Rounds,
    by_staff: Rounds,
    by_staff_p99: Rounds,
    by_many: Rounds,
    syncs: Rounds,
}

/// Runs the row on a house of its own.
pub async fn run(table: &mut Table, house: &House, folder: &Path) -> Res<()> {
    eprintln!("row 5");
    let vault = &house.vault;
    let me = fixture::customer(vault, 0).await?;
    let record = one_record(vault, me).await?;
    let mut times = Times::default();
    for _ in 0..ROUNDS {
        times.syncs.add(probes::syncs_per_second(folder)?);
        sealing(vault, me, record, &mut times).await?;
        judging(vault, me, &mut times)?;
        permits(vault, me, &mut times).await?;
    }
    report(table, &times);
    Ok(())
}

fn enquiry() -> Res<Personal<Enquiry>> {
    let question = FreeText::parse(TEXT).map_err(|_| "a text")?;
    Ok(Personal::new(Enquiry {
        question: Some(question),
        service: None,
        answer: None,
    }))
}

async fn one_record(vault: &Vault, me: SubjectId) -> Res<RecordId> {
    let mut work = vault.work();
    let ask = Ask::seal(Actor::Visitor, me).of(&[Category::Enquiry]);
    let permit = vault.permit::<purpose::Visit>(ask).await?;
    let keep = Keep::from("bench", 1, work.at());
    let record = work.seal(&permit, &enquiry()?, &fixture::provenance(vault, 1), &keep)?;
    let laid = work.finish();
    vault.store().write(move |db| laid.lay(db)).await?;
    Ok(record)
}

/// CPU time of this thread so far, in ns: others on the same cores do not count.
fn cpu_nanos() -> Res<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    let first = text.split_whitespace().next().ok_or("schedstat")?;
    Ok(first.parse()?)
}

/// Nanoseconds of CPU time a call, over so many calls.
fn each(calls: u32, mut call: impl FnMut() -> Res<()>) -> Res<f64> {
    let begun = cpu_nanos()?;
    for _ in 0..calls {
        call()?;
    }
    Ok((cpu_nanos()? - begun) / f64::from(calls))
}

async fn sealing(vault: &Vault, me: SubjectId, record: RecordId, times: &mut Times) -> Res<()> {
    let ask = Ask::open(Actor::Subject(me), me).of(&[Category::Enquiry]);
    let permit = vault.permit::<purpose::Visit>(ask).await?;
    let sealed = vault
        .store()
        .read(move |db| Sealed::<Enquiry>::load(db, record))
        .await?;
    let sealed = sealed.ok_or("the record")?;
    times.open.add(each(100_000, || {
        vault.open(&permit, &sealed)?;
        Ok(())
    })?);
    let (text, provenance) = (enquiry()?, fixture::provenance(vault, 1));
    // A work holds what it sealed: many small ones, as a request makes them.
    times.seal.add(each(20_000, || {
        let mut work = vault.work();
        let keep = Keep::from("bench", 1, work.at());
        work.seal(&permit, &text, &provenance, &keep)?;
        Ok(())
    })?);
    let other = fixture::customer(vault, 1).await?;
    let ask = Ask::seal(Actor::Visitor, other).of(&[Category::Enquiry]);
    let permit = vault.permit::<purpose::Visit>(ask).await?;
    times.seal_new.add(each(20_000, || {
        let mut work = vault.work();
        let keep = Keep::from("bench", 1, work.at());
        work.seal(&permit, &text, &provenance, &keep)?;
        Ok(())
    })?);
    Ok(())
}

fn judging(vault: &Vault, me: SubjectId, times: &mut Times) -> Res<()> {
    let declaration = vault.declaration();
    let question = Question {
        actor: Actor::Subject(me),
        subject: me,
        purpose: Purpose::Visit,
        category: Category::Contact,
    };
    let standing = Standing {
        strand: Some(StrandState::Live),
        consent: false,
        objection: Objection::No,
        leave: false,
        tied: false,
        vehicle: false,
        glass: false,
        unlocked: false,
    };
    times.judge.add(each(1_000_000, || {
        // What is not looked at would not be worked out.
        let (question, standing) = (
            std::hint::black_box(&question),
            std::hint::black_box(&standing),
        );
        let _ = std::hint::black_box(judge(&declaration, question, standing));
        Ok(())
    })?);
    Ok(())
}

fn by_staff(vault: &Vault, me: SubjectId) -> Res<Ask> {
    let controller = vault.declaration().controllers().first().map(|one| one.id);
    let actor = Actor::Staff {
        id: SubjectId::from_raw(1),
        role: Role::Reception,
        controller: controller.ok_or("a controller")?,
    };
    Ok(Ask::open(actor, me)
        .of(&[Category::Contact])
        .case("booking", 1))
}

async fn permits(vault: &Vault, me: SubjectId, times: &mut Times) -> Res<()> {
    let own = Ask::open(Actor::Subject(me), me).of(&[Category::Contact]);
    // This thread asks and reads itself, so its CPU time is what a permit costs.
    let begun = cpu_nanos()?;
    for _ in 0..5_000 {
        vault.permit::<purpose::Visit>(own.clone()).await?;
    }
    times.own.add((cpu_nanos()? - begun) / 1e3 / 5_000.0);
    let ask = by_staff(vault, me)?;
    let (alone, mut took) = (openings(vault.clone(), ask.clone()).await?, Vec::new());
    took.extend(alone);
    took.sort_unstable();
    times.by_staff.add(stats::at(&took, 0.5) / 1e3);
    times.by_staff_p99.add(stats::at(&took, 0.99) / 1e3);
    let begun = Instant::now();
    let mut tasks = Vec::new();
    for _ in 0..16 {
        tasks.push(tokio::spawn(openings(vault.clone(), ask.clone())));
    }
    let mut count = 0;
    for task in tasks {
        count += task.await??.len();
    }
    times
        .by_many
        .add(count as f64 / begun.elapsed().as_secs_f64());
    Ok(())
}

/// Permits by staff, one after another for a third of a second.
async fn openings(vault: Vault, ask: Ask) -> Res<Vec<u64>> {
    let (vault, ask) = (Arc::new(vault), ask);
    let until = Instant::now() + Duration::from_millis(300);
    let mut took = Vec::new();
    while Instant::now() < until {
        let from = Instant::now();
        vault.permit::<purpose::Visit>(ask.clone()).await?;
        took.push(u64::try_from(from.elapsed().as_nanos())?);
    }
    Ok(took)
}

fn report(table: &mut Table, times: &Times) {
    let ns = |rounds: &Rounds| format!("{rounds} ns CPU");
    let cipher = "the ciphers alone, measured before: 420 / 456 ns";
    table.add(
        "5",
        "unwrap and open a record of 200 B, with its fields",
        ns(&times.open),
        cipher,
        "",
        None,
    );
    table.add(
        "5",
        "seal a record of 200 B, rows made ready, key unwrapped",
        ns(&times.seal),
        cipher,
        "",
        None,
    );
    table.add(
        "5",
        "the same under a new key, wrapped",
        ns(&times.seal_new),
        cipher,
        "",
        None,
    );
    table.add("5", "judge", ns(&times.judge), "", "", None);
    table.add(
        "5",
        "permit for one's own data",
        format!("{} µs CPU", times.own),
        "",
        "",
        None,
    );
    let staff = format!(
        "{} µs; p99 {} µs; 16 at once {} /s",
        times.by_staff,
        short(times.by_staff_p99.median()),
        times.by_many
    );
    let beside = format!("fdatasync {} /s", times.syncs);
    table.add(
        "5",
        "permit for staff, its log line durable",
        staff,
        beside,
        "",
        None,
    );
}

//! Row 7: the copy of a person with ten years of data, from the click to the complete file.

use std::{fs, io::Write, path::Path, time::Instant};

use bookings::Enquiry;
use declaration::vocabulary::{Category, purpose};
use karosseri::house::House;
use values::{Email, SubjectId};
use vault::{Actor, Ask, Sealed};
use web::testing::Client;

use super::erase::questions;
use crate::{
    Res, child, fixture,
    stats::{Rounds, short},
    table::Table,
};

/// Records of ten years, and of a tenth of that.
const MANY: usize = 5_000;
const FEW: usize = 500;
/// Visits they belong to.
const VISITS: usize = 100;
const ROUNDS: usize = 7;

/// Runs the row on a copy of the demo's house: the person is its customer with an account.
pub async fn run(table: &mut Table, demo: &Path, folder: &Path) -> Res<()> {
    eprintln!("row 7");
    crate::copy(demo, folder)?;
    let house = fixture::open(folder, None).await?;
    let email = Email::parse("kari@kunde.example").map_err(|_| "an address")?;
    let me = customers::identify(&house.vault, Some(&email), None).await?;
    let me = me.ok_or("the demo's customer")?;
    let (app, router) = karosseri::serve::app_for_load(&house).await?;
    let own = fixture::own(&house.vault, &Client::new(app, router), me).await?;
    questions(&house.vault, me, FEW, VISITS).await?;
    let few = measured(&house, me, &own, folder).await?;
    let before = child::memory_of(std::process::id())?;
    questions(&house.vault, me, MANY - FEW, VISITS).await?;
    let many = measured(&house, me, &own, folder).await?;
    let after = child::memory_of(std::process::id())?;
    house.store().clone().close().await?;
    for (count, (copy, bare, bytes), goal) in [(FEW, &few, false), (MANY, &many, true)] {
        let over = copy.over(bare);
        let got = format!("{copy} ms; {} KiB", short(*bytes as f64 / 1024.0));
        let beside =
            format!("as many records read, opened, written to a synced file {bare} ms: ÷ = {over}");
        let job = format!(
            "copy of a person, {count} records of {VISITS} visits, from the click to the complete ZIP"
        );
        let reached = goal.then(|| copy.median() <= 15.0 && over.median() <= 2.0);
        let goal = if goal {
            "≤ 15 ms; ≤ 2 × the bare reading; memory flat"
        } else {
            ""
        };
        table.add("7", job, got, beside, goal, reached);
    }
    let grown = after.anonymous - before.anonymous;
    let got = format!(
        "{} MiB anonymous more after {ROUNDS} copies of {MANY} records",
        short(grown)
    );
    table.add("7", "memory of the same process", got, "", "", None);
    Ok(())
}

/// Copies and bare readings in turn: milliseconds, and the bytes of a copy.
async fn measured(
    house: &House,
    me: SubjectId,
    own: &Client,
    folder: &Path,
) -> Res<(Rounds, Rounds, usize)> {
    let (mut copies, mut bare, mut bytes) = (Rounds::default(), Rounds::default(), 0);
    for round in 0..=ROUNDS {
        let begun = Instant::now();
        let answer = own.get("/min-side/opplysninger.zip").await;
        let took = begun.elapsed().as_secs_f64() * 1e3;
        if answer.status != 200 || !answer.body.starts_with("PK") {
            return Err(format!("no copy: {}", answer.status).into());
        }
        let length = answer.headers.get("content-length");
        let length = length.and_then(|one| one.to_str().ok()?.parse().ok());
        bytes = length.unwrap_or(answer.body.len());
        let plain = reading(house, me, folder).await?;
        // The first of each warms what is read.
        if round > 0 {
            copies.add(took);
            bare.add(plain);
        }
    }
    Ok((copies, bare, bytes))
}

/// The person's questions, opened and written one a line to a file that is synced.
async fn reading(house: &House, me: SubjectId, folder: &Path) -> Res<f64> {
    let vault = &house.vault;
    let begun = Instant::now();
    let ask = Ask::open(Actor::Subject(me), me).of(&[Category::Enquiry]);
    let permit = vault.permit::<purpose::Visit>(ask).await?;
    let most = i64::try_from(MANY)?;
    let sealed = vault
        .store()
        .read(move |db| Sealed::<Enquiry>::load_of(db, me, most))
        .await?;
    let mut file = fs::File::create(folder.join("bare.jsonl"))?;
    let mut text = String::new();
    for one in &sealed {
        let opened = vault.open(&permit, one)?;
        if let Some(question) = &opened.question {
            text.push_str(question.reveal());
            text.push('\n');
        }
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(begun.elapsed().as_secs_f64() * 1e3)
}

//! A long list: what it costs in memory, in a process of its own.

use std::{path::Path, process::Stdio, sync::Arc, time::Instant};

use ::newsletter::{
    Pace, Plain, Postal, progress,
    topics::{self, Choice},
};
use karosseri::house::House;
use letters::{MailSettings, Mailer};
use store::Db;
use tokio::process::Command;

use super::{Sink, drafted, people, signer};
use crate::{Res, fixture, table::Table};

store::queries! {
    /// Ids on a list with nobody behind them.
    MANY = "INSERT INTO consent (id, subject_id, controller_id, purpose, channel, topic, state, at, recorded_at, text_version, lang, form, actor_kind, actor_id, seq)
            VALUES ($1, $2, $3, 'newsletter', 'email', $4, 'given', $5, $5, '1', 'nb', 'newsletter', 'visitor', 0, $1)";
}

/// Anonymous memory of this process, in MiB.
fn anonymous() -> Res<f64> {
    let text = std::fs::read_to_string("/proc/self/status")?;
    let line = text.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    let kib: f64 = line
        .and_then(|line| line.split_whitespace().next())
        .ok_or("RssAnon")?
        .parse()?;
    Ok(kib / 1024.0)
}

/// The topic of the long list.
fn long(house: &House) -> Res<Choice> {
    let topics = topics::all(&house.vault.declaration());
    Ok(*topics.last().ok_or("a topic")?)
}

/// People who are there, and ids with nobody behind them.
pub(super) async fn lay_list(house: &House, there: usize, count: i64) -> Res<()> {
    let choice = long(house)?;
    // Their ids are lower than those that are made up: they stand first in the list.
    people(house, choice, "abonnent", there).await?;
    let at = house.world.now().millis();
    for from in (0..count).step_by(10_000) {
        let write = move |db: &mut dyn Db| {
            let rows = (from..count.min(from + 10_000)).map(|number| {
                let id = i64::MAX - count + number;
                let values = vec![
                    id.into(),
                    id.into(),
                    choice.controller.get().into(),
                    choice.topic.into(),
                    at.into(),
                ];
                (&MANY, values)
            });
            db.many(&rows.collect::<Vec<_>>()).map(|_| ())
        };
        house.store().write(write).await?;
    }
    Ok(())
}

/// A list of a million: built while those of it who are there get their letters, signed, over the wire; the
/// rest are ids with nobody behind them, passed over one by one. In a process of its own, so that its memory
/// is its own.
pub(super) async fn list(table: &mut Table, folder: &Path, there: usize, count: i64) -> Res<()> {
    let sink = Sink::start().await?;
    let told = Command::new(std::env::current_exe()?)
        .arg("list")
        .arg(folder)
        .args([sink.port.to_string(), count.to_string()])
        .stderr(Stdio::inherit())
        .output()
        .await?;
    let told = String::from_utf8(told.stdout)?;
    let numbers: Vec<f64> = told.split_whitespace().flat_map(str::parse).collect();
    let [most, grown, all, sent, passed, seconds] = numbers[..] else {
        return Err(format!("the sender of the list said {told}").into());
    };
    table.add(
        "10",
        format!("a list of {count} ids and {there} people, the sender alone in its process"),
        format!(
            "{most:.1} MiB anonymous, {grown:.1} of them since the list began; {all} on the list in {seconds:.1} s"
        ),
        format!("{sent} letters sent and {passed} ids passed over meanwhile"),
        "≤ 64 MiB",
        Some(most <= 64.0 && all >= count as f64 && sent >= there as f64),
    );
    Ok(())
}

/// The process that sends it: prints the most memory, what of it came while it sent, how many are on the list,
/// sent, passed over, and seconds.
pub async fn send_list(folder: &str, port: &str, count: &str) -> Res<()> {
    let house = fixture::open(Path::new(folder), None).await?;
    let (app, _) = karosseri::serve::app_for_load(&house).await?;
    let mail = MailSettings::local(port.parse()?, "post@verksted.example");
    let mailer = Mailer::new(mail.clone())?.signing(signer(true)?);
    let sender = Arc::new(Plain::new(mailer));
    let office = Postal::new(app, sender, mail, Pace::default())?;
    let id = drafted(&house, long(&house)?).await?;
    let before = anonymous()?;
    let (mut most, began) = (before, Instant::now());
    let count: i64 = count.parse()?;
    // Each turn puts a page on the list and takes a batch from it.
    for _ in 0..=(count / 2_000) {
        office.turn().await?;
        most = most.max(anonymous()?);
    }
    let seconds = began.elapsed().as_secs_f64();
    let told = progress(&house.vault, id).await?;
    println!(
        "{most} {} {} {} {} {seconds}",
        most - before,
        told.all(),
        told.sent,
        told.passed_over()
    );
    house.store().clone().close().await?;
    Ok(())
}

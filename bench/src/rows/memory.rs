//! Row 13 under load: bookings and pages at once, the server's memory looked at ten times a second.

use std::{sync::Arc, time::Duration};

use crate::{
    Res,
    child::{Child, Memory},
    http::{self, Conn},
    load::{self, Same},
    rows::bookings::Api,
    stats::short,
    table::Table,
};

const TIME: Duration = Duration::from_secs(4);

/// Runs the row.
pub async fn run(table: &mut Table, child: &Child, api: &Arc<Api>, cookie: &str) -> Res<()> {
    eprintln!("row 13, under load");
    let request = http::get("/min-side", Some(cookie));
    let body = Conn::open(child.house)
        .await?
        .ask(&request)
        .await?
        .body
        .to_vec();
    let page = Arc::new(Same { request, body });
    let watch = async {
        let mut most = Memory::default();
        for _ in 0..TIME.as_millis() / 100 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let now = child.memory()?;
            most.anonymous = most.anonymous.max(now.anonymous);
            most.pss = most.pss.max(now.pss);
            most.rss = most.rss.max(now.rss);
        }
        Ok::<Memory, Box<dyn std::error::Error + Send + Sync>>(most)
    };
    let (booked, read, most) = tokio::join!(
        load::run(child, child.house, api, 64, TIME),
        load::run(child, child.house, &page, 32, TIME),
        watch
    );
    let (booked, read, most) = (booked?, read?, most?);
    let got = format!(
        "anonymous {} MiB; PSS {} MiB; RSS {} MiB",
        short(most.anonymous),
        short(most.pss),
        short(most.rss)
    );
    let beside = format!(
        "meanwhile {} bookings/s (p99 {} ms) and {} pages/s (p99 {} ms), {} errors",
        short(booked.rate),
        short(booked.p99),
        short(read.rate),
        short(read.p99),
        booked.wrong + read.wrong
    );
    let reached = most.anonymous <= 128.0 && booked.wrong + read.wrong == 0;
    let job = "most memory under 64 booking and 32 reading clients, all earlier rows behind it";
    table.add("13", job, got, beside, "≤ 128 MiB anonymous", Some(reached));
    Ok(())
}

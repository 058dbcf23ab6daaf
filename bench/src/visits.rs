//! Row 11: visits counted inside the page request. What one costs beside the same page that is not counted,
//! how many a second one thread counts, and that none is lost on the way to the table.

use std::{
    net::{IpAddr, Ipv4Addr},
    path::Path,
    sync::Arc,
    time::Instant,
};

use axum::{Router, body::Body, http::Request};
use karosseri::house::House;
use statistics::Counter;
use tower::ServiceExt;
use web::{Counted, Visits};

use crate::{Res, fixture, stats::short, table::Table};

const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const PAGES: u32 = 20_000;
const ROUNDS: usize = 5;
const COUNTS: u32 = 1_000_000;

/// Measures the row.
pub async fn run(table: &mut Table, folder: &Path) -> Res<()> {
    let house = fixture::open(folder, None).await?;
    let (app, router) = karosseri::serve::app_for_load(&house).await?;
    let counter = app
        .service::<Arc<Counter>>()
        .cloned()
        .map_err(|e| e.to_string())?;
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        with.push(pages(&router, false).await?);
        without.push(pages(&router, true).await?);
    }
    let (with, without) = (median(with), median(without));
    let added = with - without;
    let asked = u64::from(PAGES) * ROUNDS as u64;
    let written = flushed(&house, &counter).await?;
    table.add(
        "11",
        "visit counted inside the page",
        format!("{added:.2} µs added to a page of {without:.1} µs"),
        format!("{written} of {asked} written"),
        "≤ 5 µs, none lost",
        Some(added <= 5.0 && written == asked),
    );
    let (visits, searches) = (
        alone(&*counter, None),
        alone(&*counter, Some("krankontroll sandnes")),
    );
    let began = Instant::now();
    counter.flush(house.store(), house.world.now()).await?;
    let flush = began.elapsed().as_secs_f64() * 1e3;
    table.add(
        "11",
        "visits counted, one thread",
        format!("{} visits/s, {} searches/s", short(visits), short(searches)),
        format!("{flush:.1} ms to write {} of them", COUNTS * 2),
        "≥ 40,000/s",
        Some(visits.min(searches) >= 40_000.0),
    );
    house.store().clone().close().await?;
    Ok(())
}

/// Microseconds for a page, answered in this process.
async fn pages(router: &Router, asks_not: bool) -> Res<f64> {
    let began = Instant::now();
    for _ in 0..PAGES {
        let mut request = Request::get("/tilgjengelighet").header("user-agent", BROWSER);
        // As many headers either way.
        request = request.header(if asks_not { "dnt" } else { "dno" }, "1");
        let answer = router.clone().oneshot(request.body(Body::empty())?).await?;
        if answer.status() != 200 {
            return Err(format!("the page answers {}", answer.status()).into());
        }
    }
    Ok(began.elapsed().as_secs_f64() * 1e6 / f64::from(PAGES))
}

/// Counts a second, looking included, on one thread.
fn alone(counter: &dyn Visits, searched: Option<&str>) -> f64 {
    let mut headers = axum::http::HeaderMap::new();
    headers.insert("user-agent", axum::http::HeaderValue::from_static(BROWSER));
    let page = Counted {
        searched: searched.map(str::to_owned),
        controller: None,
    };
    let now = values::Moment::from_millis(0);
    let began = Instant::now();
    for number in 0..COUNTS {
        let address = IpAddr::V4(Ipv4Addr::from(number.wrapping_mul(2_654_435_761)));
        if let Some(place) = counter.look(&headers, "/", Some(address)) {
            counter.count(place, &page, now);
        }
    }
    f64::from(COUNTS) / began.elapsed().as_secs_f64()
}

/// Writes what was counted, and answers how many visits went from memory to the table.
async fn flushed(house: &House, counter: &Counter) -> Res<u64> {
    let held = counter.held();
    counter.flush(house.store(), house.world.now()).await?;
    Ok(held - counter.held())
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

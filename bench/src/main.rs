//! The figures of this house beside the engine, the same work with nothing around it and an empty
//! handler, all in one run: `cargo run --release -p bench`. Method and reading: README.md.

mod child;
mod fixture;
mod http;
mod load;
mod newsletter;
mod probes;
mod rows;
mod server;
mod stats;
mod table;
mod visits;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use child::Child;
use fixture::Slots;
use rows::bookings::Api;
use table::Table;

/// What can go wrong, in words.
pub type Res<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Customers beside the demo's own, unless `KAROSSERI_BENCH_CUSTOMERS` says otherwise.
const CUSTOMERS: usize = 20_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let Ok(runtime) = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    else {
        return ExitCode::FAILURE;
    };
    let done = runtime.block_on(async {
        match words[..] {
            ["serve", folder] => server::run(Path::new(folder), None).await,
            ["serve", folder, url, schema] => {
                server::run(Path::new(folder), Some((url, schema))).await
            }
            ["list", folder, port, count] => newsletter::send_list(folder, port, count).await,
            ["hello", at, file] => rows::start::hello(at, Path::new(file)).await,
            ref wanted => measure(wanted).await,
        }
    });
    // Whoever waits on a blocked read of standard input is not waited for.
    runtime.shutdown_background();
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A folder that goes when it is dropped; beside the build, so that it lies on a real disk.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Res<Self> {
        let beside = std::env::current_exe()?;
        let beside = beside.parent().ok_or("a folder")?;
        let path = beside.join(format!("bench-data-{}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed stays for a person to look at.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn measure(wanted: &[&str]) -> Res<()> {
    let all = wanted.is_empty();
    let want = |row: &str| all || wanted.contains(&row);
    let seeded = std::env::var("KAROSSERI_BENCH_CUSTOMERS")
        .ok()
        .and_then(|n| n.parse().ok());
    let seeded: usize = seeded.unwrap_or(CUSTOMERS);
    let scratch = Scratch::new()?;
    let (demo, crowd) = (scratch.0.join("demo"), scratch.0.join("crowd"));
    let mut table = Table::default();
    furnish(&demo, &crowd, seeded).await?;
    let done = all_rows(&mut table, &scratch.0, seeded, &want).await;
    // What was measured before something failed is told all the same.
    table.print();
    done
}

async fn all_rows(
    table: &mut Table,
    scratch: &Path,
    seeded: usize,
    want: &impl Fn(&str) -> bool,
) -> Res<()> {
    let (demo, crowd) = (scratch.join("demo"), scratch.join("crowd"));
    if want("14") || want("15") {
        rows::start::run(table, &demo, &crowd, seeded).await?;
    }
    if want("5") || want("8") {
        let house = fixture::open(&crowd, None).await?;
        if want("5") {
            rows::sealing::run(table, &house, &crowd).await?;
        }
        if want("8") {
            rows::erase::run(table, &house, &crowd).await?;
        }
        house.store().clone().close().await?;
    }
    if want("7") {
        rows::export::run(table, &demo, &scratch.join("decade")).await?;
    }
    if want("10") {
        newsletter::run(table, &crowd).await?;
    }
    if want("11") {
        visits::run(table, &crowd).await?;
    }
    if ["1", "2", "3", "4", "13"].into_iter().any(want) {
        on_sqlite(table, &crowd, seeded, want).await?;
    }
    if want("9") {
        let api = api(&crowd, None, seeded).await?;
        let folder = scratch.join("many");
        rows::sweep::run(table, &crowd, &folder, &api).await?;
        std::fs::remove_dir_all(&folder)?;
    }
    match std::env::var("KAROSSERI_TEST_PG") {
        Ok(url) if !url.is_empty() && (want("1") || want("2")) => {
            on_postgres(table, &scratch.join("pg"), &url, want).await?;
        }
        _ => eprintln!("KAROSSERI_TEST_PG names no server: PostgreSQL is left out"),
    }
    Ok(())
}

/// The demo's folder, and a copy with a crowd in it.
async fn furnish(demo: &Path, crowd: &Path, seeded: usize) -> Res<()> {
    eprintln!("furnishing, {seeded} customers");
    // With the vehicle register's double and a mailbox, as the demo has them.
    let (settings, _mailbox) =
        karosseri::demo::with_surroundings(fixture::settings(demo, None)?).await?;
    karosseri::demo::furnish(&settings).await?;
    copy(demo, crowd)?;
    let house = fixture::open(crowd, None).await?;
    fixture::lay_workshops(&house).await?;
    fixture::seed(&house.vault, seeded).await?;
    house.store().clone().close().await?;
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Res<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

async fn api(folder: &Path, database: Option<(&str, &str)>, seeded: usize) -> Res<Arc<Api>> {
    let house = fixture::open(folder, database).await?;
    let slots = Arc::new(Slots::of(&house).await?);
    eprintln!("{} times to book", slots.count());
    let version = house.vault.declaration().version().to_string();
    house.store().clone().close().await?;
    Ok(Arc::new(Api {
        slots,
        version,
        seeded,
    }))
}

async fn on_sqlite(
    table: &mut Table,
    folder: &Path,
    seeded: usize,
    want: &impl Fn(&str) -> bool,
) -> Res<()> {
    let api = api(folder, None, seeded).await?;
    let child = Child::start(folder, None).await?;
    let cookie = rows::pages::log_in(&child).await?;
    if want("3") {
        rows::pages::signed_in(table, &child, &cookie, seeded).await?;
    }
    if want("4") {
        rows::pages::public(table, &child).await?;
    }
    if want("1") {
        rows::bookings::run(table, &child, &api, folder, false).await?;
    }
    if want("2") {
        rows::race::run(table, &child, &api, "SQLite").await?;
    }
    if want("13") {
        rows::memory::run(table, &child, &api, &cookie).await?;
    }
    child.stop().await
}

/// The same bookings on PostgreSQL: no demo, few customers, a schema that is dropped afterwards.
async fn on_postgres(
    table: &mut Table,
    folder: &Path,
    url: &str,
    want: &impl Fn(&str) -> bool,
) -> Res<()> {
    const FEW: usize = 1_000;
    let schema = format!("bench_{}", std::process::id());
    let database = Some((url, schema.as_str()));
    std::fs::create_dir_all(folder)?;
    let house = fixture::open(folder, database).await?;
    fixture::lay_workshops(&house).await?;
    fixture::seed(&house.vault, FEW).await?;
    house.store().clone().close().await?;
    let api = api(folder, database, FEW).await?;
    let child = Child::start(folder, database).await?;
    let mut done = Ok(());
    if want("1") {
        done = rows::bookings::run(table, &child, &api, folder, true).await;
    }
    if done.is_ok() && want("2") {
        done = rows::race::run(table, &child, &api, "PostgreSQL").await;
    }
    child.stop().await?;
    probes::drop_schema(url, &schema).await?;
    done
}

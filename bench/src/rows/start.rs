//! Rows 13 to 15 of the program itself: memory at rest, start to the first page, size.

use std::{
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use tokio::process::{Child, Command};

use crate::{
    Res,
    child::{Memory, memory_of},
    http::{self, Conn},
    stats::{Rounds, short},
    table::Table,
};

const STARTS: usize = 5;

/// Builds the program, as it is delivered, beside this one.
pub async fn build() -> Res<PathBuf> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let status = Command::new(cargo)
        .args([
            "build",
            "--release",
            "--quiet",
            "--package",
            "karosseri",
            "--bin",
            "karosseri",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()
        .await?;
    let program = std::env::current_exe()?.with_file_name("karosseri");
    if !status.success() || !program.is_file() {
        return Err("the program does not build".into());
    }
    Ok(program)
}

/// A port that is free now.
fn port() -> Res<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

/// Starts a process and waits for its first page; answers it with the milliseconds.
async fn first_page(mut command: Command, at: SocketAddr) -> Res<(Child, f64)> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .kill_on_drop(true);
    let begun = Instant::now();
    let process = command.spawn()?;
    let request = http::get("/", None);
    loop {
        if let Ok(mut conn) = Conn::open(at).await {
            let answer = conn.ask(&request).await?;
            if answer.status != 200 {
                return Err(format!("the first page answers {}", answer.status).into());
            }
            return Ok((process, begun.elapsed().as_nanos() as f64 / 1e6));
        }
        if begun.elapsed() > Duration::from_secs(30) {
            return Err("no page in 30 s".into());
        }
        tokio::time::sleep(Duration::from_micros(500)).await;
    }
}

fn serve(program: &Path, folder: &Path, at: SocketAddr) -> Command {
    let mut command = Command::new(program);
    command
        .env_clear()
        .env("KAROSSERI_HEALTH_LISTEN", "off")
        .env("KAROSSERI_LOG", "warn")
        .args(["serve", "--listen", &at.to_string(), "--data"])
        .arg(folder);
    command
}

async fn end(mut process: Child) -> Res<()> {
    let Some(pid) = process.id() else {
        return Ok(());
    };
    // As a service manager ends it.
    Command::new("kill")
        .args(["-TERM", &pid.to_string()])
        .status()
        .await?;
    process.wait().await?;
    Ok(())
}

/// Runs the rows: `demo` is the demo's folder, `crowd` the same with many customers.
pub async fn run(table: &mut Table, demo: &Path, crowd: &Path, seeded: usize) -> Res<()> {
    eprintln!("rows 13 to 15");
    let program = build().await?;
    let (mut on_demo, mut on_crowd, mut probe) =
        (Rounds::default(), Rounds::default(), Rounds::default());
    let mut rest = Memory::default();
    for nth in 0..STARTS {
        for (folder, times) in [(demo, &mut on_demo), (crowd, &mut on_crowd)] {
            let at = port()?;
            let (process, took) = first_page(serve(&program, folder, at), at).await?;
            times.add(took);
            if nth + 1 == STARTS {
                tokio::time::sleep(Duration::from_secs(1)).await;
                rest = memory_of(process.id().ok_or("it ended")?)?;
            }
            end(process).await?;
        }
        let at = port()?;
        let mut hello = Command::new(std::env::current_exe()?);
        hello
            .arg("hello")
            .arg(at.to_string())
            .arg(crowd.join("hello.db"));
        let (process, took) = first_page(hello, at).await?;
        probe.add(took);
        end(process).await?;
    }
    let got = format!(
        "RSS {} MiB; PSS {} MiB; anonymous {} MiB",
        short(rest.rss),
        short(rest.pss),
        short(rest.anonymous)
    );
    let job = format!("memory at rest after the first page, {seeded} customers");
    table.add("13", job, got, "", "≤ 24 MiB RSS", Some(rest.rss <= 24.0));
    let beside = format!("an empty handler and an open SQLite file {probe} ms");
    let goal = "≤ 80 ms";
    table.add(
        "14",
        "start to the first page, demo folder",
        format!("{on_demo} ms"),
        &beside,
        goal,
        Some(on_demo.median() <= 80.0),
    );
    let job = format!("start to the first page, {seeded} customers beside the demo's");
    table.add(
        "14",
        job,
        format!("{on_crowd} ms"),
        &beside,
        goal,
        Some(on_crowd.median() <= 80.0),
    );
    let size = std::fs::metadata(&program)?.len() as f64 / 1e6;
    table.add(
        "15",
        "the program, stripped",
        format!("{} MB", short(size)),
        "",
        "≤ 20 MB",
        Some(size <= 20.0),
    );
    Ok(())
}

/// The least server: one handler and an open file.
pub async fn hello(at: &str, file: &Path) -> Res<()> {
    let connection = rusqlite::Connection::open(file)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY);",
    )?;
    let listener = tokio::net::TcpListener::bind(at).await?;
    let router = axum::Router::new().route("/", axum::routing::get(|| async { "ok" }));
    axum::serve(listener, router).await?;
    drop(connection);
    Ok(())
}

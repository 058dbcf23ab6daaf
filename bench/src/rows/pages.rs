//! Rows 3 and 4: pages, signed in and public, beside empty handlers.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use crate::{
    Res,
    child::Child,
    http::{self, Conn},
    load::{self, Load, Same},
    stats::{Rounds, short},
    table::Table,
};

const CONNECTIONS: usize = 32;
const ROUNDS: usize = 3;
const CELL: Duration = Duration::from_millis(900);

/// A page under load, with its rounds.
struct Page {
    name: &'static str,
    to: SocketAddr,
    script: Arc<Same>,
    rate: Rounds,
    p99: Rounds,
    cpu: Rounds,
    wrong: u64,
}

impl Page {
    /// Reads the page once; its bytes are what every answer must be.
    async fn read(
        name: &'static str,
        to: SocketAddr,
        path: &str,
        cookie: Option<&str>,
    ) -> Res<Self> {
        let request = http::get(path, cookie);
        let mut conn = Conn::open(to).await?;
        let first = conn.ask(&request).await?;
        if first.status != 200 {
            return Err(format!("{path} answers {}", first.status).into());
        }
        let body = first.body.to_vec();
        let again = conn.ask(&request).await?;
        if again.body != body {
            return Err(format!("{path} is not the same twice").into());
        }
        Ok(Self {
            name,
            to,
            script: Arc::new(Same { request, body }),
            rate: Rounds::default(),
            p99: Rounds::default(),
            cpu: Rounds::default(),
            wrong: 0,
        })
    }

    fn add(&mut self, load: &Load) {
        self.rate.add(load.rate);
        self.p99.add(load.p99);
        self.cpu.add(load.cpu);
        self.wrong += load.wrong;
    }

    fn size(&self) -> usize {
        self.script.body.len()
    }
}

async fn alternate(child: &Child, pages: &mut [Page]) -> Res<()> {
    for page in pages.iter() {
        load::run(
            child,
            page.to,
            &page.script,
            CONNECTIONS,
            Duration::from_millis(150),
        )
        .await?;
    }
    for _ in 0..ROUNDS {
        for page in pages.iter_mut() {
            let load = load::run(child, page.to, &page.script, CONNECTIONS, CELL).await?;
            page.add(&load);
        }
    }
    Ok(())
}

/// Logs the customer in by the link, as a browser would; answers the cookie.
pub async fn log_in(child: &Child) -> Res<String> {
    let mut conn = Conn::open(child.house).await?;
    let kind = "application/x-www-form-urlencoded";
    let answer = conn.ask(&http::post(&child.link, kind, None, "")).await?;
    let cookie = answer
        .header("set-cookie")
        .and_then(|set| set.split(';').next());
    let cookie = cookie.ok_or_else(|| format!("no cookie: {} {}", answer.status, answer.text()))?;
    Ok(cookie.to_owned())
}

/// The first address on a page that begins like this.
fn link(page: &str, start: &str) -> Option<String> {
    let at = page.find(&format!("href=\"{start}"))? + 6;
    let rest = page.get(at..)?;
    Some(rest[..rest.find('"')?].to_owned())
}

/// Row 3.
pub async fn signed_in(table: &mut Table, child: &Child, cookie: &str, seeded: usize) -> Res<()> {
    eprintln!("row 3");
    let mut conn = Conn::open(child.house).await?;
    let mine = conn
        .ask(&http::get("/min-side", Some(cookie)))
        .await?
        .text();
    let vehicle = link(&mine, "/min-side/kjoretoy/");
    let subject = who(child, cookie).await?;
    let mut pages = vec![
        Page::read("empty handler", child.bare, "/tom", None).await?,
        Page::read("empty handler behind the shell", child.shell, "/tom", None).await?,
        Page::read(
            "empty handler behind the shell, signed in",
            child.shell,
            "/min",
            Some(cookie),
        )
        .await?,
        Page::read(
            "same rows read, opened, pasted",
            child.bare,
            &format!("/side/{subject}"),
            None,
        )
        .await?,
        Page::read("customer page", child.house, "/min-side", Some(cookie)).await?,
    ];
    if let Some(path) = vehicle {
        pages.push(Page::read("vehicle page", child.house, &path, Some(cookie)).await?);
    }
    alternate(child, &mut pages).await?;
    let (beside, product) = pages.split_at(4);
    for page in beside {
        let job = format!("{} ({} B), 32 connections", page.name, page.size());
        let got = format!(
            "{} /s; {} µs CPU; {} errors",
            page.rate, page.cpu, page.wrong
        );
        table.add("3", job, got, "", "", None);
    }
    for page in product {
        let ratios: Vec<String> = beside
            .iter()
            .map(|other| {
                let (rate, cpu) = (page.rate.over(&other.rate), page.cpu.over(&other.cpu));
                format!(
                    "{}: rate ÷ = {}, CPU × {}",
                    other.name,
                    short(rate.median()),
                    short(cpu.median())
                )
            })
            .collect();
        let job = format!(
            "{} signed in ({:.1} KiB, {seeded} customers), 32 connections",
            page.name,
            page.size() as f64 / 1024.0
        );
        let got = format!(
            "{} /s; {} µs CPU; p99 {} ms; {} errors",
            page.rate, page.cpu, page.p99, page.wrong
        );
        let reached = page.rate.median() >= 20_000.0
            && page.cpu.median() <= 66.0
            && page.p99.median() <= 5.0
            && page.wrong == 0;
        let goal = "≥ 20 000 /s, ≤ 66 µs CPU, p99 ≤ 5 ms";
        table.add("3", job, got, ratios.join("; "), goal, Some(reached));
    }
    Ok(())
}

/// The signed-in customer's id, from the server.
async fn who(child: &Child, cookie: &str) -> Res<String> {
    let mut conn = Conn::open(child.shell).await?;
    let answer = conn.ask(&http::get("/hvem", Some(cookie))).await?;
    Ok(answer.text().trim().to_owned())
}

/// Row 4.
pub async fn public(table: &mut Table, child: &Child) -> Res<()> {
    eprintln!("row 4");
    let home = Page::read("home page", child.house, "/", None).await?;
    let promise = Page::read("declaration page", child.house, "/personvern", None).await?;
    let bytes = |page: &Page| format!("/bytes/{}", page.size());
    let same = [
        Page::read("as many bytes from memory", child.bare, &bytes(&home), None).await?,
        Page::read(
            "as many bytes from memory",
            child.bare,
            &bytes(&promise),
            None,
        )
        .await?,
    ];
    let empty = Page::read("empty handler", child.bare, "/tom", None).await?;
    let [home_bytes, promise_bytes] = same;
    let mut pages = vec![empty, home, home_bytes, promise, promise_bytes];
    alternate(child, &mut pages).await?;
    for at in [1, 3] {
        let (page, same, empty) = (&pages[at], &pages[at + 1], &pages[0]);
        let (to_same, to_empty) = (page.rate.over(&same.rate), page.rate.over(&empty.rate));
        let job = format!(
            "{} ({:.1} KiB), 32 connections",
            page.name,
            page.size() as f64 / 1024.0
        );
        let got = format!(
            "{} /s; {} µs CPU; p99 {} ms; {} errors",
            page.rate, page.cpu, page.p99, page.wrong
        );
        let beside = format!(
            "as many bytes from memory {} /s, {} µs: ÷ = {to_same}; empty handler {} /s, {} µs: ÷ = {to_empty}",
            same.rate,
            short(same.cpu.median()),
            empty.rate,
            short(empty.cpu.median())
        );
        let reached = page.wrong == 0 && to_same.median() >= 0.5;
        table.add(
            "4",
            job,
            got,
            beside,
            "≥ 60 000 /s; ≥ 0.5 of static bytes",
            Some(reached),
        );
    }
    Ok(())
}

//! The server under load: this program once more, as a process of its own, so that its CPU time and
//! memory are its own.

use std::{fs, net::SocketAddr, path::Path, process::Stdio};

use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child as Process, Command},
};

use crate::{
    Res,
    http::{self, Conn},
};

/// Clock ticks a second in `/proc/PID/stat`: 100 on every Linux that runs this.
const TICKS: f64 = 100.0;

/// A running server.
pub struct Child {
    process: Process,
    pid: u32,
    /// The product.
    pub house: SocketAddr,
    /// Empty handlers behind the product's shell.
    pub shell: SocketAddr,
    /// The probes, without a shell around them.
    pub bare: SocketAddr,
    /// Log-in link of the customer whose pages are read.
    pub link: String,
}

/// Memory of a process, in MiB.
#[derive(Clone, Copy, Debug, Default)]
pub struct Memory {
    /// Resident, with shared and file pages.
    pub rss: f64,
    /// Proportional share.
    pub pss: f64,
    /// Anonymous pages only: heap and stacks.
    pub anonymous: f64,
}

impl Child {
    /// Starts a server on a data folder, or on a schema of a PostgreSQL server.
    pub async fn start(folder: &Path, database: Option<(&str, &str)>) -> Res<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("serve").arg(folder);
        if let Some((url, schema)) = database {
            command.arg(url).arg(schema);
        }
        let mut process = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let pid = process.id().ok_or("the server ended at once")?;
        let out = process.stdout.take().ok_or("no output")?;
        let mut lines = BufReader::new(out).lines();
        let (mut house, mut shell, mut bare, mut link) = (None, None, None, String::new());
        while let Some(line) = lines.next_line().await? {
            match line.split_once(' ') {
                Some(("house", at)) => house = Some(at.parse()?),
                Some(("shell", at)) => shell = Some(at.parse()?),
                Some(("bare", at)) => bare = Some(at.parse()?),
                Some(("link", path)) => path.clone_into(&mut link),
                _ if line == "ready" => break,
                _ => eprintln!("server: {line}"),
            }
        }
        let house = house.ok_or("the server did not start")?;
        let shell = shell.ok_or("the server did not start")?;
        let bare = bare.ok_or("the server did not start")?;
        Ok(Self {
            process,
            pid,
            house,
            shell,
            bare,
            link,
        })
    }

    /// CPU time used so far by all its threads, in µs.
    pub fn cpu_micros(&self) -> Res<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.pid))?;
        let rest = stat.rsplit(')').next().unwrap_or_default();
        let mut fields = rest.split_whitespace().skip(11);
        let mut next = || {
            fields
                .next()
                .and_then(|ticks| ticks.parse::<f64>().ok())
                .unwrap_or(0.0)
        };
        Ok((next() + next()) / TICKS * 1e6)
    }

    /// Its memory now.
    pub fn memory(&self) -> Res<Memory> {
        memory_of(self.pid)
    }

    /// How many bookings lie in its database.
    pub async fn bookings(&self) -> Res<u64> {
        let mut conn = Conn::open(self.bare).await?;
        let answer = conn.ask(&http::get("/bookings", None)).await?;
        Ok(answer.text().trim().parse()?)
    }

    /// Ends it and waits until it has.
    pub async fn stop(mut self) -> Res<()> {
        drop(self.process.stdin.take());
        self.process.wait().await?;
        Ok(())
    }
}

/// The memory of a process now.
pub fn memory_of(pid: u32) -> Res<Memory> {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup"))?;
    let field = |name: &str| {
        let line = text.lines().find(|line| line.starts_with(name));
        let kib = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
        kib.unwrap_or(0.0) / 1024.0
    };
    Ok(Memory {
        rss: field("Rss:"),
        pss: field("Pss:"),
        anonymous: field("Anonymous:"),
    })
}

//! The real program: started on a free port, watched, stopped by its id.

use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use super::{guard::Running, house::Place};

/// The program, running.
pub struct Program {
    /// The process.
    pub running: Running,
    /// Where it answers.
    pub base: String,
    said: Arc<Mutex<String>>,
    logged: Arc<Mutex<String>>,
}

/// What a command came to.
#[derive(Debug)]
pub struct Outcome {
    /// Its exit code.
    pub code: Option<i32>,
    /// What it said.
    pub said: String,
    /// What it said beside it.
    pub errors: String,
}

impl Outcome {
    /// This outcome, if it ended with this code.
    pub fn is(self, code: i32) -> Self {
        assert_eq!(
            self.code,
            Some(code),
            "said: {}\nerrors: {}",
            self.said,
            self.errors
        );
        self
    }
}

/// A command of the program with nothing of our surroundings in its environment.
pub fn command(place: &Place, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_karosseri"));
    for (name, _) in std::env::vars() {
        if name.starts_with("KAROSSERI_") {
            command.env_remove(name);
        }
    }
    command.args(words).arg("--data").arg(&place.data);
    if let Some((url, schema)) = &place.database {
        command
            .arg("--database")
            .arg(url)
            .env("KAROSSERI_SCHEMA", schema);
    }
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs a command of the program to its end, at most a minute.
pub fn run(place: &Place, words: &[&str]) -> Outcome {
    run_with(place, words, &[])
}

/// Runs a command with these settings in the environment.
pub fn run_with(place: &Place, words: &[&str], settings: &[(&str, &str)]) -> Outcome {
    let mut command = command(place, words);
    for (name, value) in settings {
        command.env(format!("KAROSSERI_{}", name.to_uppercase()), value);
    }
    let mut running = Running::start(&mut command);
    let said = collect(running.0.stdout.take().expect("a pipe"));
    let logged = collect(running.0.stderr.take().expect("a pipe"));
    let end = Instant::now() + Duration::from_secs(60);
    let code = loop {
        match running.0.try_wait().expect("a process") {
            Some(status) => break status.code(),
            None if Instant::now() > end => panic!("{words:?} does not end: {}", text(&logged)),
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    };
    // The pipes end with the process; their readers need a moment to say so.
    std::thread::sleep(Duration::from_millis(50));
    Outcome {
        code,
        said: text(&said),
        errors: text(&logged),
    }
}

fn collect(mut from: impl Read + Send + 'static) -> Arc<Mutex<String>> {
    let kept = Arc::new(Mutex::new(String::new()));
    let keep = kept.clone();
    std::thread::spawn(move || {
        let mut reader = BufReader::new(&mut from);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
            let mut kept = keep.lock().unwrap_or_else(PoisonError::into_inner);
            kept.push_str(&String::from_utf8_lossy(&line));
            line.clear();
        }
    });
    kept
}

fn text(kept: &Mutex<String>) -> String {
    kept.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

impl Program {
    /// Starts `serve` or `demo` and waits until it answers.
    pub async fn start(place: &Place, what: &str, settings: &[(&str, &str)]) -> Self {
        Self::start_on(place, what, settings, super::free_port()).await
    }

    /// The same on a port that is known already.
    pub async fn start_on(place: &Place, what: &str, settings: &[(&str, &str)], port: u16) -> Self {
        let mut program = Self::begin_on(place, what, settings, port);
        program.wait().await;
        program
    }

    /// Starts it on a free port and does not wait.
    pub fn begin(place: &Place, what: &str, settings: &[(&str, &str)]) -> Self {
        Self::begin_on(place, what, settings, super::free_port())
    }

    fn begin_on(place: &Place, what: &str, settings: &[(&str, &str)], port: u16) -> Self {
        let listen = format!("127.0.0.1:{port}");
        let mut command = command(place, &[what, "--listen", &listen]);
        command.env("KAROSSERI_HEALTH_LISTEN", "off");
        for (name, value) in settings {
            command.env(format!("KAROSSERI_{}", name.to_uppercase()), value);
        }
        let mut running = Running::start(&mut command);
        let said = collect(running.0.stdout.take().expect("a pipe"));
        let logged = collect(running.0.stderr.take().expect("a pipe"));
        Self {
            running,
            base: format!("http://localhost:{port}"),
            said,
            logged,
        }
    }

    async fn wait(&mut self) {
        let client = super::client::Client::at(&self.base);
        let super::client::Wire::Server(base, http) = client.wire() else {
            return;
        };
        let end = Instant::now() + Duration::from_secs(60);
        loop {
            if let Some(status) = self.running.0.try_wait().expect("a process") {
                panic!("ended with {status}: {}\n{}", self.said(), self.logged());
            }
            if http.get(format!("{base}/robots.txt")).send().await.is_ok() {
                return;
            }
            assert!(
                Instant::now() < end,
                "does not answer: {}\n{}",
                self.said(),
                self.logged()
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// What it has printed.
    pub fn said(&self) -> String {
        text(&self.said)
    }

    /// What it has logged.
    pub fn logged(&self) -> String {
        text(&self.logged)
    }

    /// The first address printed on a line that contains this word.
    pub async fn address(&self, label: &str) -> String {
        super::within(60, label, || async {
            let said = self.said();
            let line = said
                .lines()
                .find(|line| line.contains(label) && line.contains("http"))?;
            let word = line
                .split_whitespace()
                .find(|word| word.starts_with("http"))?;
            Some(word.to_owned())
        })
        .await
    }

    /// Tells it to stop, and waits until it has.
    pub fn stop(mut self) -> String {
        super::guard::signal(self.running.id(), "TERM");
        let end = Instant::now() + Duration::from_secs(20);
        while self.running.0.try_wait().expect("a process").is_none() {
            assert!(Instant::now() < end, "does not stop: {}", self.logged());
            std::thread::sleep(Duration::from_millis(20));
        }
        self.logged()
    }
}

/// A place on SQLite inside a folder.
pub fn place_in(folder: &Path) -> Place {
    Place {
        data: folder.join("data"),
        database: None,
    }
}

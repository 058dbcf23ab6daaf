//! A mail server for tests: it records what it takes, and can be in a bad mood.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

use crate::{MailSettings, Mailer};

/// How the server behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Takes everything.
    Willing,
    /// Answers a command (`MAIL`, `RCPT`, `DATA`, `.` for the end of the message, or `HELLO` for the
    /// greeting) with a code.
    Says(&'static str, u16),
    /// Answers such a command with what no mail server says; a message it has taken all the same.
    Garbles(&'static str),
    /// Takes the message and hangs up without a word.
    HangsUp,
    /// Waits before it answers the end of a message.
    Slow(Duration),
}

/// What no mail server says.
const GARBLE: &[u8] = b"<html>502</html>\r\n";

/// A message the server took.
#[derive(Clone)]
pub struct Received {
    /// Envelope sender.
    pub from: String,
    /// Envelope recipient.
    pub to: String,
    /// The message, headers and all.
    pub raw: String,
}

/// The server. It ends when it is dropped.
pub struct MailServer {
    port: u16,
    shared: Arc<Shared>,
    task: tokio::task::JoinHandle<()>,
}

struct Shared {
    mood: Mutex<Mood>,
    taken: Mutex<Vec<Received>>,
    at_once: AtomicBool,
    conversations: AtomicUsize,
    accepted: AtomicUsize,
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl MailServer {
    /// Starts on a free port of this machine.
    ///
    /// # Panics
    /// When there is none.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let shared = Arc::new(Shared {
            mood: Mutex::new(Mood::Willing),
            taken: Mutex::new(Vec::new()),
            at_once: AtomicBool::new(false),
            conversations: AtomicUsize::new(0),
            accepted: AtomicUsize::new(0),
        });
        let serving = shared.clone();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let shared = serving.clone();
                shared.conversations.fetch_add(1, Ordering::SeqCst);
                shared.accepted.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(async move {
                    let _ = converse(stream, &shared).await;
                    shared.conversations.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Self { port, shared, task }
    }

    /// Its port.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// A mailer that sends through it, as `verksted@verksted.example`.
    ///
    /// # Panics
    /// Never: the settings are right.
    #[must_use]
    pub fn mailer(&self) -> Mailer {
        Mailer::new(MailSettings::local(self.port, "verksted@verksted.example")).expect("settings")
    }

    /// Behaves so from now on.
    pub fn set(&self, mood: Mood) {
        *lock(&self.shared.mood) = mood;
    }

    /// Takes several commands at once from now on (PIPELINING).
    pub fn take_at_once(&self) {
        self.shared.at_once.store(true, Ordering::Relaxed);
    }

    /// How many it is talking with. None after a sender has died: then all it sent has been read.
    #[must_use]
    pub fn conversations(&self) -> usize {
        self.shared.conversations.load(Ordering::SeqCst)
    }

    /// How many connections it has accepted so far.
    #[must_use]
    pub fn accepted(&self) -> usize {
        self.shared.accepted.load(Ordering::SeqCst)
    }

    /// How many it has taken so far.
    #[must_use]
    pub fn count(&self) -> usize {
        lock(&self.shared.taken).len()
    }

    /// What it has taken so far.
    #[must_use]
    pub fn taken(&self) -> Vec<Received> {
        lock(&self.shared.taken).clone()
    }

    /// The latest message to an address.
    #[must_use]
    pub fn last_to(&self, to: &str) -> Option<Received> {
        self.taken().into_iter().rev().find(|m| m.to == to)
    }
}

fn lock<T>(held: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn converse(mut stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    let (reader, mut writer) = stream.split();
    let mut reader = BufReader::new(reader);
    let (mut from, mut to) = (String::new(), String::new());
    let said = |command: &str| match *lock(&shared.mood) {
        Mood::Says(at, code) if command == at => Some(code),
        _ => None,
    };
    let greeting = said("HELLO").unwrap_or(220);
    writer
        .write_all(format!("{greeting} test\r\n").as_bytes())
        .await?;
    let mut line = String::new();
    loop {
        line.clear();
        if reader.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let command = line.get(..4).unwrap_or_default().to_uppercase();
        if matches!(*lock(&shared.mood), Mood::Garbles(at) if at == command) {
            writer.write_all(GARBLE).await?;
            continue;
        }
        if let Some(code) = said(&command) {
            writer
                .write_all(format!("{code} no\r\n").as_bytes())
                .await?;
            continue;
        }
        let answer = match command.as_str() {
            "EHLO" if shared.at_once.load(Ordering::Relaxed) => {
                "250-test\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n"
            }
            "EHLO" => "250-test\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
            "MAIL" => {
                from = inside(&line);
                "250 ok\r\n"
            }
            "RCPT" => {
                to = inside(&line);
                "250 ok\r\n"
            }
            "QUIT" => "221 bye\r\n",
            "DATA" => {
                writer.write_all(b"354 go on\r\n").await?;
                let raw = message(&mut reader).await?;
                if !take(shared, &from, &to, raw, &mut writer).await? {
                    return Ok(());
                }
                continue;
            }
            _ => "250 ok\r\n",
        };
        writer.write_all(answer.as_bytes()).await?;
    }
}

/// Reads up to the lonely dot. A sender that dies before it has sent nothing.
async fn message(reader: &mut (impl AsyncBufReadExt + Unpin)) -> std::io::Result<String> {
    let mut raw = String::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if line == ".\r\n" {
            return Ok(raw);
        }
        raw.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}

/// Answers the end of a message; false to hang up.
async fn take(
    shared: &Shared,
    from: &str,
    to: &str,
    raw: String,
    writer: &mut (impl AsyncWriteExt + Unpin),
) -> std::io::Result<bool> {
    let mood = *lock(&shared.mood);
    if let Mood::Says(".", code) = mood {
        writer
            .write_all(format!("{code} no\r\n").as_bytes())
            .await?;
        return Ok(true);
    }
    lock(&shared.taken).push(Received {
        from: from.to_owned(),
        to: to.to_owned(),
        raw,
    });
    match mood {
        Mood::HangsUp => return Ok(false),
        Mood::Garbles(".") => {
            writer.write_all(GARBLE).await?;
            return Ok(true);
        }
        Mood::Slow(pause) => tokio::time::sleep(pause).await,
        _ => {}
    }
    writer.write_all(b"250 taken\r\n").await?;
    Ok(true)
}

fn inside(line: &str) -> String {
    let start = line.find('<').map_or(0, |at| at + 1);
    let end = line.find('>').unwrap_or(line.len());
    line.get(start..end).unwrap_or_default().to_owned()
}

impl Received {
    /// One header, unfolded, as it is written.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        let head = self.raw.split("\r\n\r\n").next()?.replace("\r\n ", " ");
        let head = head.replace("\r\n\t", " ");
        head.lines()
            .find_map(|line| Some(line.strip_prefix(name)?.strip_prefix(": ")?.to_owned()))
    }

    /// The plain text, decoded.
    #[must_use]
    pub fn text(&self) -> String {
        self.part("text/plain").unwrap_or_default()
    }

    /// The HTML, decoded.
    #[must_use]
    pub fn html(&self) -> String {
        self.part("text/html").unwrap_or_default()
    }

    /// The calendar file, decoded.
    #[must_use]
    pub fn calendar(&self) -> Option<String> {
        self.part("text/calendar")
    }

    /// The first link in the text that contains this, from its path on.
    #[must_use]
    pub fn link(&self, containing: &str) -> Option<String> {
        let text = self.text();
        // In plain text of Markdown an address stands in brackets behind its words.
        let word = text
            .split_whitespace()
            .map(|word| word.trim_matches(['(', ')', '<', '>', '.', ',']))
            .find(|word| word.starts_with("http") && word.contains(containing))?;
        let path = word.splitn(4, '/').nth(3)?;
        Some(format!("/{path}"))
    }

    fn part(&self, kind: &str) -> Option<String> {
        let start = self.raw.find(&format!("Content-Type: {kind}"))?;
        let part = &self.raw[start..];
        let (head, body) = part.split_once("\r\n\r\n")?;
        let body = body.split("\r\n--=_").next()?;
        Some(if head.contains("quoted-printable") {
            unquoted(body)
        } else if head.contains("base64") {
            let packed: String = body.split_whitespace().collect();
            let bytes = data_encoding::BASE64.decode(packed.as_bytes()).ok()?;
            String::from_utf8(bytes).ok()?
        } else {
            body.to_owned()
        })
    }
}

fn unquoted(body: &str) -> String {
    let body = body.replace("=\r\n", "");
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after
            .get(..2)
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        rest = match (first, hex) {
            (b'=', Some(byte)) => {
                bytes.push(byte);
                &after[2..]
            }
            (byte, _) => {
                bytes.push(*byte);
                after
            }
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

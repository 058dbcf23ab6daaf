//! The mailbox of the real mail server: waits, for a bounded time, for a letter to an address.

use std::path::{Path, PathBuf};

use letters::testing::Received;

/// A Maildir into which everything goes.
pub struct Mailbox(PathBuf);

impl Mailbox {
    /// The mailbox the surroundings name.
    pub fn given() -> Option<(Self, String)> {
        let folder = super::given("KAROSSERI_TEST_MAILDIR", "KAROSSERI_REQUIRE_BROWSER")?;
        let server = super::given("KAROSSERI_TEST_SMTP", "KAROSSERI_REQUIRE_BROWSER")?;
        Some((Self(folder.into()), server))
    }

    /// Every letter to an address, oldest first.
    pub fn to(&self, address: &str) -> Vec<Received> {
        let mut files: Vec<PathBuf> = ["new", "cur"]
            .iter()
            .filter_map(|part| std::fs::read_dir(self.0.join(part)).ok())
            .flat_map(|entries| entries.flatten().map(|entry| entry.path()))
            .collect();
        files.sort_by_key(|path| std::fs::metadata(path).and_then(|m| m.modified()).ok());
        files
            .iter()
            .filter_map(|path| read(path))
            .filter(|l| l.to == address)
            .collect()
    }

    /// The latest letter to an address whose text or file contains this word.
    pub async fn wait(&self, address: &str, containing: &str) -> Received {
        super::within(30, &format!("a letter with `{containing}`"), || async {
            let fits = |l: &Received| l.text().contains(containing) || l.raw.contains(containing);
            self.to(address).into_iter().rev().find(fits)
        })
        .await
    }
}

fn read(path: &Path) -> Option<Received> {
    let raw = std::fs::read_to_string(path)
        .ok()?
        .replace("\r\n", "\n")
        .replace('\n', "\r\n");
    let mut letter = Received {
        from: String::new(),
        to: String::new(),
        raw,
    };
    letter.from = letter
        .header("Return-Path")?
        .trim_matches(['<', '>'])
        .to_owned();
    letter.to = letter
        .header("Delivered-To")
        .or_else(|| letter.header("X-Original-To"))?;
    Some(letter)
}

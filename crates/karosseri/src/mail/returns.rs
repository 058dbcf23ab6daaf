//! What comes back: reports in a Maildir, which the mail server (or a fetching program) fills. A file
//! is noted and then moved from `new` to `cur`: the move is what commits, and a report that is read
//! twice does nothing the second time. Mail that is no report is left for a person to read.

use std::{
    ffi::OsStr,
    fs, io,
    io::Read,
    path::{Path, PathBuf},
};

use dispatch::returned::{Returned, What, read};
use newsletter::Back;
use vault::Vault;

use crate::house::{House, HouseError};

/// The most of a file that is read: reports come with what they are about.
const MOST_BYTES: u64 = 4 << 20;
/// So many files at a time.
const MOST_FILES: usize = 1_000;

/// What a round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    /// Reports about letters of ours, noted.
    pub noted: u64,
    /// Mails that say no to a newsletter, carried out.
    pub left: u64,
    /// Files that could not be read or moved: they stay, and do not hold up the others.
    pub unread: u64,
    /// Reports that changed nothing: not yet delivered, noted before, about nothing of ours.
    pub idle: u64,
    /// Other mail, left in `cur` unread.
    pub other: u64,
}

/// Looks whether a folder is a Maildir.
///
/// # Errors
/// When it is not, naming the setting.
pub fn is_maildir(folder: &Path) -> Result<(), HouseError> {
    if ["new", "cur"].iter().all(|part| folder.join(part).is_dir()) {
        return Ok(());
    }
    Err(HouseError::Other(format!(
        "setting `mail_returns_maildir` is {}; expected a Maildir, with the folders new and cur",
        folder.display()
    )))
}

/// A round, if a Maildir is named. What fails is logged and done at the next round.
pub async fn chore(house: &House) {
    let Some(maildir) = house.settings.given("mail_returns_maildir") else {
        return;
    };
    match collect(&house.vault, Path::new(maildir)).await {
        Ok(done) if done == Collected::default() => {}
        Ok(done) => tracing::info!(
            noted = done.noted,
            left = done.left,
            unread = done.unread,
            idle = done.idle,
            other = done.other,
            "returned mail"
        ),
        Err(error) => tracing::warn!(%error, "returned mail"),
    }
}

/// Reads what is new.
///
/// # Errors
/// When the folder or the store fails; what is not noted stays new.
pub async fn collect(vault: &Vault, maildir: &Path) -> Result<Collected, HouseError> {
    let mut done = Collected::default();
    let files = listed(&maildir.join("new")).map_err(|e| HouseError::file(maildir, &e))?;
    for file in files {
        let Ok(raw) = bytes(&file) else {
            done.unread += 1;
            continue;
        };
        let flags = match read(&raw) {
            Some(report) if note(vault, &report).await? => {
                done.noted += 1;
                "S"
            }
            Some(_) => {
                done.idle += 1;
                "S"
            }
            None if newsletter::by_mail(vault, &subject(&raw)).await? => {
                done.left += 1;
                "S"
            }
            None => {
                done.other += 1;
                ""
            }
        };
        let name = file.file_name().unwrap_or_default();
        let seen = maildir.join("cur").join(seen(name, flags));
        if fs::rename(&file, &seen).is_err() {
            done.unread += 1;
        }
    }
    Ok(done)
}

/// The subject line of a mail; empty when it has none.
fn subject(raw: &[u8]) -> String {
    use mailparse::MailHeaderMap as _;
    let headers = mailparse::parse_headers(raw);
    let found = headers.ok().and_then(|(h, _)| h.get_first_value("Subject"));
    found.unwrap_or_default()
}

/// The files that are there, in the order they came.
fn listed(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if entry.file_type()?.is_file() && !hidden {
            files.push(entry.path());
        }
    }
    files.sort();
    files.truncate(MOST_FILES);
    Ok(files)
}

fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    let mut raw = Vec::new();
    fs::File::open(file)?
        .take(MOST_BYTES)
        .read_to_end(&mut raw)?;
    Ok(raw)
}

/// The name of a file that was read.
fn seen(name: &OsStr, flags: &str) -> String {
    let name = name.to_string_lossy();
    let unique = name.split(":2,").next().unwrap_or_default();
    format!("{unique}:2,{flags}")
}

/// Carries out what a report says. True when it changed something.
async fn note(vault: &Vault, report: &Returned) -> Result<bool, HouseError> {
    let id = &report.message_id;
    match report.what {
        What::NotNow(_) => Ok(false),
        What::Complaint => Ok(newsletter::returned(vault, id, Back::Complained).await?),
        What::Never(status) => {
            let code = format!("{}{}{}", status.0, status.1, status.2);
            let code = code.parse().unwrap_or(500);
            let back = Back::Bounced {
                of_the_address: status.is_of_the_address(),
                code,
            };
            Ok(newsletter::returned(vault, id, back).await?
                || letters::returned(vault, id, code).await?)
        }
    }
}

//! The reservation register (markedsføringsloven §§ 12–14, Brønnøysundregistrene): the list of those
//! who do not want calls or letters, taken in as keyed hashes and asked before each first contact.
//!
//! A list holds for the calendar month it was taken in: the law wants it washed before the first
//! contact and then every month.

use std::io::BufRead;

use store::{Db, bytes};
use values::{Moment, Phone};
use vault::{LookUp, Vault, VaultError};

use crate::sql;

/// Rows in one transaction.
const FLIGHT: usize = 500;

/// What somebody reserved themselves against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// Calls.
    Phone,
    /// Addressed letters.
    Post,
}

impl Against {
    /// Both.
    pub const ALL: &'static [Self] = &[Self::Phone, Self::Post];

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "reserved_phone",
            Self::Post => "reserved_post",
        }
    }
}

/// A file that cannot be taken in. Says where, never what stands there.
#[derive(Debug, thiserror::Error)]
pub enum WashError {
    /// The file does not read.
    #[error("the file does not read: {0}")]
    File(#[from] std::io::Error),
    /// The first line names no column we know.
    #[error(
        "line 1: expected columns named `telefon`, or `navn` and `postnummer`, separated by `;`"
    )]
    Columns,
    /// The file ended before a single line.
    #[error("the file has no lines: nothing was changed")]
    Empty,
    /// The store or the vault failed.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

/// What was taken in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Washed {
    /// Telephone numbers.
    pub phones: i64,
    /// Names at postal codes.
    pub addresses: i64,
    /// Lines that are neither.
    pub passed_over: i64,
}

/// Where the columns stand.
#[derive(Clone, Copy, Default)]
struct Columns {
    phone: Option<usize>,
    name: Option<usize>,
    postal_code: Option<usize>,
}

fn columns(head: &str) -> Option<Columns> {
    let mut found = Columns::default();
    for (at, name) in head.trim_start_matches('\u{feff}').split(';').enumerate() {
        match name.trim().to_lowercase().as_str() {
            "telefon" | "telefonnummer" => found.phone = Some(at),
            "navn" => found.name = Some(at),
            "postnummer" | "postnr" => found.postal_code = Some(at),
            _ => {}
        }
    }
    let post = found.name.is_some() && found.postal_code.is_some();
    (found.phone.is_some() || post).then_some(found)
}

/// A name at a postal code, whatever its spelling: for the register and for us alike.
#[must_use]
pub fn by_post(name: &str, postal_code: &str) -> LookUp {
    let mut words: Vec<String> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.sort_unstable();
    let normal = format!("{} {}", words.join(" "), postal_code.trim());
    LookUp::of(Against::Post.as_str(), &normal)
}

/// A telephone number.
#[must_use]
pub fn by_phone(phone: &Phone) -> LookUp {
    LookUp::of(Against::Phone.as_str(), phone.reveal())
}

/// Takes a list in. What an earlier list had and this one has not is not reserved any more; that is
/// done last, so that a file that breaks off half-way frees nobody.
///
/// # Errors
/// When the file does not read or is no list, or the store fails.
pub async fn take_in(vault: &Vault, file: impl BufRead) -> Result<Washed, WashError> {
    let at = vault.world().now();
    let mut lines = file.lines();
    let head = lines.next().ok_or(WashError::Empty)??;
    let columns = columns(&head).ok_or(WashError::Columns)?;
    let mut washed = Washed::default();
    let mut batch = Vec::new();
    for line in lines {
        let line = line?;
        let found = look_ups(&line, columns);
        washed.passed_over += i64::from(found.is_empty() && !line.trim().is_empty());
        for (against, look_up) in found {
            match against {
                Against::Phone => washed.phones += 1,
                Against::Post => washed.addresses += 1,
            }
            batch.push((against, vault.tag(&look_up)));
        }
        if batch.len() >= FLIGHT {
            reserve(vault, std::mem::take(&mut batch), at).await?;
        }
    }
    reserve(vault, batch, at).await?;
    if washed.phones + washed.addresses == 0 {
        return Err(WashError::Empty);
    }
    finish(vault, washed, at).await?;
    Ok(washed)
}

fn look_ups(line: &str, columns: Columns) -> Vec<(Against, LookUp)> {
    let parts: Vec<&str> = line.split(';').map(str::trim).collect();
    let part = |at: Option<usize>| at.and_then(|at| parts.get(at).copied());
    let mut found = Vec::new();
    if let Some(phone) = part(columns.phone).and_then(|text| Phone::parse(text).ok()) {
        found.push((Against::Phone, by_phone(&phone)));
    }
    let (name, code) = (part(columns.name), part(columns.postal_code));
    if let (Some(name), Some(code)) = (name, code)
        && !name.is_empty()
        && !code.is_empty()
    {
        found.push((Against::Post, by_post(name, code)));
    }
    found
}

async fn reserve(
    vault: &Vault,
    batch: Vec<(Against, vault::Tag)>,
    at: Moment,
) -> Result<(), VaultError> {
    if batch.is_empty() {
        return Ok(());
    }
    let write = move |db: &mut dyn Db| {
        for (against, tag) in &batch {
            let values = [
                against.as_str().into(),
                bytes(tag.hash().as_slice()),
                at.millis().into(),
            ];
            db.exec(&sql::RESERVE, &values)?;
        }
        Ok(())
    };
    Ok(vault.store().write(write).await?)
}

async fn finish(vault: &Vault, washed: Washed, at: Moment) -> Result<(), VaultError> {
    let ids: [i64; 2] = [
        vault.world().id::<values::JobId>().get(),
        vault.world().id::<values::JobId>().get(),
    ];
    let write = move |db: &mut dyn Db| {
        let counts = [
            (Against::Phone, washed.phones),
            (Against::Post, washed.addresses),
        ];
        for ((against, lines), id) in counts.into_iter().zip(ids) {
            if lines == 0 {
                continue;
            }
            let kind = against.as_str();
            db.exec(&sql::UNRESERVE, &[kind.into(), at.millis().into()])?;
            let values = [id.into(), at.millis().into(), kind.into(), lines.into()];
            db.exec(&sql::WASHED, &values)?;
        }
        Ok(())
    };
    Ok(vault.store().write(write).await?)
}

/// What the register says of somebody now.
///
/// # Errors
/// When the store fails.
pub async fn ask(
    vault: &Vault,
    against: Against,
    look_up: &LookUp,
) -> Result<newsletter::decide::Register, VaultError> {
    let tag = vault.tag(look_up);
    let now = vault.world().now();
    let read = move |db: &mut dyn Db| {
        let kind = against.as_str();
        let last = db.opt(&sql::LAST_WASH, &[kind.into()])?;
        let last = last.map(|row| row.i64("at")).transpose()?;
        let values = [kind.into(), bytes(tag.hash().as_slice())];
        let reserved = db.opt(&sql::IS_RESERVED, &values)?.is_some();
        Ok((last.map(Moment::from_millis), reserved))
    };
    let (last, reserved) = vault.store().read(read).await?;
    Ok(match last {
        _ if reserved => newsletter::decide::Register::Reserved,
        Some(at) if same_month(at, now) => newsletter::decide::Register::Free,
        _ => newsletter::decide::Register::NotWashed,
    })
}

/// When the last list was taken in, and how many lines it had.
///
/// # Errors
/// When the store fails.
pub async fn last(vault: &Vault, against: Against) -> Result<Option<(Moment, i64)>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let row = db.opt(&sql::LAST_WASH, &[against.as_str().into()])?;
        row.map(|row| Ok((Moment::from_millis(row.i64("at")?), row.i64("lines")?)))
            .transpose()
    };
    Ok(vault.store().read(read).await?)
}

fn same_month(at: Moment, now: Moment) -> bool {
    let (at, now) = (at.local_date(), now.local_date());
    (at.year(), at.month()) == (now.year(), now.month())
}

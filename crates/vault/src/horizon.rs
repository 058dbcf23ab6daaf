//! What has left the house, kept outside the database: so that a restored copy does not do again what was
//! done after it was taken, and does the rest.
//!
//! A horizon is a file in the custody for one thing (a mailing). It is only ever added to, a block at a
//! time: before anything of a batch leaves, who is in it, synced; afterwards what came of each. A person
//! stands in it as two keyed hashes of 16 bytes, of the id and of the address, each together with the
//! thing, so that nobody is met twice under another id or another address, and two mailings tell nothing
//! of each other.
//!
//! The last block may be cut short by a crash: nothing of its batch has left, and it is cut off. Any other
//! damage is told: then it is not known who was handed over.

use std::{
    collections::{HashMap, HashSet},
    fs::{self, File, OpenOptions},
    io::{Read, Seek, SeekFrom, Write},
    os::unix::fs::OpenOptionsExt,
    path::PathBuf,
};

use values::{Moment, SubjectId};

use crate::{LookUp, Vault, VaultError};

/// A person in one horizon: nothing can be told from it without the key.
pub type Mark = [u8; 16];

const BEGUN: &[u8; 4] = b"KHb1";
const ENDED: &[u8; 4] = b"KHe1";
/// A whole block ends so.
const END: &[u8; 4] = b".ok\n";
/// Kind, length of the body; body; check; end.
const AROUND: usize = 4 + 4 + 8 + 4;
/// The two numbers a body begins with.
const NUMBERS: usize = 16;

/// What came of somebody in a batch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Came {
    /// Not handed over: put back, passed over or refused.
    Back,
    /// Taken.
    Taken,
    /// Not known: in hand when the program ended, or never answered.
    Perhaps,
}

impl Came {
    const fn byte(self) -> u8 {
        match self {
            Self::Back => b'-',
            Self::Taken => b'+',
            Self::Perhaps => b'?',
        }
    }

    const fn of(byte: u8) -> Option<Self> {
        match byte {
            b'-' => Some(Self::Back),
            b'+' => Some(Self::Taken),
            b'?' => Some(Self::Perhaps),
            _ => None,
        }
    }
}

/// Who was handed over, and when.
#[derive(Default)]
pub struct Known {
    /// The highest batch begun.
    pub batch: i64,
    /// How many were taken.
    pub taken: u64,
    /// How many more perhaps were.
    pub perhaps: u64,
    marks: HashMap<Mark, Held>,
}

/// What is known of one mark.
#[derive(Clone, Copy)]
struct Held {
    came: Came,
    at: Moment,
    /// The batch has no end: whatever is said of them later is nearer the truth.
    cut_short: bool,
}

impl Known {
    /// Whether one of the marks was handed over, when, and whether that is certain.
    #[must_use]
    pub fn find(&self, marks: &[Mark]) -> Option<(Came, Moment)> {
        let found = marks.iter().filter_map(|mark| self.marks.get(mark));
        let mut found = found.map(|held| (held.came, held.at));
        found.find(|(came, _)| *came != Came::Back)
    }
}

/// How a horizon stands, without whom it knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The highest batch begun.
    pub batch: i64,
    /// When it was begun.
    pub at: Moment,
}

/// The file of one thing.
#[derive(Clone)]
pub struct Horizon {
    path: PathBuf,
    vault: Vault,
    thing: i64,
}

/// A block as it lies in the file.
struct Block<'b> {
    begun: bool,
    batch: i64,
    at: Moment,
    rest: &'b [u8],
}

impl Vault {
    /// The horizon of a thing among those of a name.
    #[must_use]
    pub fn horizon(&self, name: &'static str, thing: i64) -> Horizon {
        Horizon {
            path: self.inner.custody.file(&format!("{name}-{thing}.horizon")),
            vault: self.clone(),
            thing,
        }
    }

    /// The things of a name that have a horizon.
    ///
    /// # Errors
    /// When the custody cannot be read.
    pub fn horizons(&self, name: &'static str) -> Result<Vec<i64>, VaultError> {
        let folder = self.inner.custody.file("");
        let failed = |e: std::io::Error| VaultError::custody(&folder, &e);
        let mut things = Vec::new();
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let file = entry.map_err(failed)?.file_name();
            let file = file.to_string_lossy();
            let thing = file.strip_prefix(name).and_then(|f| f.strip_prefix('-'));
            let thing = thing.and_then(|f| f.strip_suffix(".horizon"));
            things.extend(thing.and_then(|thing| thing.parse::<i64>().ok()));
        }
        things.sort_unstable();
        Ok(things)
    }
}

impl Horizon {
    fn mark(&self, kind: &[u8], of: &[u8]) -> Mark {
        let thing = self.thing.to_be_bytes();
        let parts: [&[u8]; 4] = [b"horizon", &thing, kind, of];
        let hash = self.vault.with_keys(|keys| keys.blind.hash(&parts));
        let mut mark = [0; 16];
        mark.copy_from_slice(&hash[..16]);
        mark
    }

    /// Somebody, by id.
    #[must_use]
    pub fn subject(&self, subject: SubjectId) -> Mark {
        self.mark(b"subject", &subject.get().to_be_bytes())
    }

    /// Somebody, by address.
    #[must_use]
    pub fn address(&self, look_up: &LookUp) -> Mark {
        self.mark(b"address", self.vault.tag(look_up).hash())
    }

    fn check(&self, kind: &[u8], body: &[u8]) -> [u8; 8] {
        let thing = self.thing.to_be_bytes();
        let parts: [&[u8]; 4] = [b"block", &thing, kind, body];
        let hash = self.vault.with_keys(|keys| keys.blind.hash(&parts));
        let mut check = [0; 8];
        check.copy_from_slice(&hash[..8]);
        check
    }

    /// The thing begins: from now on a database that knows of nothing done is not taken for an old copy.
    ///
    /// # Errors
    /// When the file cannot be written: then nothing may begin.
    pub fn begin(&self) -> Result<(), VaultError> {
        if self.path.exists() {
            return Ok(());
        }
        self.begun(0, &[])?;
        let folder = self.path.parent().map(File::open).transpose();
        let synced = folder.and_then(|folder| folder.map_or(Ok(()), |f| f.sync_all()));
        synced.map_err(|e| VaultError::custody(&self.path, &e))
    }

    /// Notes who is about to be handed over and waits for the disk.
    ///
    /// # Errors
    /// When the file cannot be written: then nothing of the batch may leave.
    pub fn begun(&self, batch: i64, people: &[[Mark; 2]]) -> Result<(), VaultError> {
        self.append(BEGUN, batch, &people.concat().concat(), true)
    }

    /// Notes what came of a batch, in the order of its people. It is on disk with the next one begun.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn ended(&self, batch: i64, came: &[Came]) -> Result<(), VaultError> {
        let came: Vec<u8> = came.iter().map(|one| one.byte()).collect();
        self.append(ENDED, batch, &came, false)
    }

    fn append(&self, kind: &[u8], batch: i64, rest: &[u8], sync: bool) -> Result<(), VaultError> {
        let at = self.vault.now().millis();
        let body = [&batch.to_be_bytes(), &at.to_be_bytes(), rest].concat();
        let length = u32::try_from(body.len()).map_err(|_| VaultError::Corrupt("horizon"))?;
        let check = self.check(kind, &body);
        let block = [kind, &length.to_be_bytes(), &body, &check, END].concat();
        let failed = |e: std::io::Error| VaultError::custody(&self.path, &e);
        let mut file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .mode(0o600)
            .open(&self.path)
            .map_err(failed)?;
        // Lanes and processes take turns; released when the file is closed.
        file.lock().map_err(failed)?;
        let whole = self.mend(&mut file)?;
        let written = file.write_all(&block);
        let synced = written.and_then(|()| if sync { file.sync_data() } else { Ok(()) });
        if let Err(error) = synced {
            let _ = file.set_len(whole);
            return Err(failed(error));
        }
        Ok(())
    }

    /// Cuts off a last block that a crash cut short; answers the length that is left.
    fn mend(&self, file: &mut File) -> Result<u64, VaultError> {
        let failed = |e: std::io::Error| VaultError::custody(&self.path, &e);
        let length = file.metadata().map_err(failed)?.len();
        let mut end = [0; 4];
        if length == 0 {
            return Ok(0);
        }
        if length > END.len() as u64 {
            let at = SeekFrom::Start(length - END.len() as u64);
            file.seek(at).map_err(failed)?;
            file.read_exact(&mut end).map_err(failed)?;
        }
        if end == *END {
            return Ok(length);
        }
        let bytes = fs::read(&self.path).map_err(failed)?;
        let (_, whole) = self.blocks(&bytes)?;
        file.set_len(whole as u64).map_err(failed)?;
        Ok(whole as u64)
    }

    /// The whole blocks, and where they end.
    fn blocks<'b>(&self, bytes: &'b [u8]) -> Result<(Vec<Block<'b>>, usize), VaultError> {
        let damaged = || VaultError::Corrupt("horizon");
        let (mut blocks, mut at) = (Vec::new(), 0);
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let Some(length) = rest.get(4..8) else { break };
            let length: [u8; 4] = length.try_into().map_err(|_| damaged())?;
            let length = u32::from_be_bytes(length) as usize;
            let Some(block) = rest.get(..length + AROUND) else {
                // Longer than the file: cut short, or its length is damaged and more whole ones follow.
                if rest.ends_with(END) {
                    return Err(damaged());
                }
                break;
            };
            let (kind, body) = (&block[..4], &block[8..8 + length]);
            let check = &block[8 + length..][..8];
            let known = kind == BEGUN || kind == ENDED;
            if !known || check != self.check(kind, body) || !block.ends_with(END) {
                return Err(damaged());
            }
            let number = |from: usize| {
                let bytes = body.get(from..from + 8).ok_or_else(damaged)?;
                let bytes: [u8; 8] = bytes.try_into().map_err(|_| damaged())?;
                Ok::<_, VaultError>(i64::from_be_bytes(bytes))
            };
            blocks.push(Block {
                begun: kind == BEGUN,
                batch: number(0)?,
                at: Moment::from_millis(number(8)?),
                rest: &body[NUMBERS..],
            });
            at += block.len();
        }
        Ok((blocks, at))
    }

    fn bytes(&self) -> Result<Option<Vec<u8>>, VaultError> {
        match fs::read(&self.path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(VaultError::custody(&self.path, &error)),
        }
    }

    /// How far the thing has come; `None` when there is no file of it.
    ///
    /// # Errors
    /// [`VaultError::Corrupt`] when the file is damaged; when it cannot be read.
    pub fn reached(&self) -> Result<Option<Reached>, VaultError> {
        let Some(bytes) = self.bytes()? else {
            return Ok(None);
        };
        let (blocks, _) = self.blocks(&bytes)?;
        let last = blocks.iter().max_by_key(|block| block.batch);
        Ok(last.map(|block| Reached {
            batch: block.batch,
            at: block.at,
        }))
    }

    /// Who was handed over up to a batch. A batch whose end is not noted was in hand when the program ended:
    /// perhaps delivered, unless a later one says otherwise.
    ///
    /// # Errors
    /// [`VaultError::Corrupt`] when the file is missing or damaged.
    pub fn known(&self, up_to: i64) -> Result<Known, VaultError> {
        let damaged = || VaultError::Corrupt("horizon");
        let bytes = self.bytes()?.ok_or_else(damaged)?;
        let (blocks, _) = self.blocks(&bytes)?;
        let ends = blocks.iter().filter(|block| !block.begun);
        let ends: HashMap<i64, &[u8]> = ends.map(|block| (block.batch, block.rest)).collect();
        let mut known = Known::default();
        let mut people: HashSet<Mark> = HashSet::new();
        let begun = |block: &&Block<'_>| block.begun && block.batch <= up_to;
        for block in blocks.iter().filter(begun) {
            known.batch = known.batch.max(block.batch);
            let came = ends.get(&block.batch);
            for (at, one) in block.rest.chunks(32).enumerate() {
                let marks = (one.get(..16).zip(one.get(16..32))).ok_or_else(damaged)?;
                let byte = came.map(|came| came.get(at).copied().ok_or_else(damaged));
                let byte = byte.transpose()?;
                let byte_is_missing = byte.is_none();
                let came = match byte {
                    Some(byte) => Came::of(byte).ok_or_else(damaged)?,
                    None => Came::Perhaps,
                };
                let held = Held {
                    came,
                    at: block.at,
                    cut_short: byte_is_missing,
                };
                let [subject, address] = [marks.0, marks.1].map(Mark::try_from);
                let subject = subject.map_err(|_| damaged())?;
                known.note(subject, held);
                known.note(address.map_err(|_| damaged())?, held);
                people.insert(subject);
            }
        }
        for mark in &people {
            match known.marks.get(mark).map(|held| held.came) {
                Some(Came::Taken) => known.taken += 1,
                Some(Came::Perhaps) => known.perhaps += 1,
                Some(Came::Back) | None => {}
            }
        }
        Ok(known)
    }

    /// Nothing is known of it any more.
    ///
    /// # Errors
    /// When the file cannot be removed.
    pub fn remove(&self) -> Result<(), VaultError> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(VaultError::custody(&self.path, &error))
            }
            _ => Ok(()),
        }
    }
}

impl Known {
    /// Once taken stays so; what was never answered stays so unless it is taken later.
    fn note(&mut self, mark: Mark, said: Held) {
        let held = self.marks.entry(mark).or_insert(said);
        let stands = match held.came {
            Came::Taken => true,
            Came::Perhaps => !held.cut_short && said.came != Came::Taken,
            Came::Back => false,
        };
        if !stands {
            *held = said;
        }
    }
}

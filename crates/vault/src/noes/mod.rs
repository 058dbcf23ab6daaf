//! The ledger of noes, outside the database: so that whoever said no after a backup was taken is not
//! written to again when it is fetched back (GDPR Art. 7(3), 18, 21).
//!
//! Every transaction that writes a word about an address, a line of a consent ledger, an objection or a
//! restriction is told here before its commit ([`store::Outside`]), whoever wrote it; an import or a mass
//! of bounces in one commit waits for this disk once. A start says again what its database does not know,
//! before a page is served or a letter leaves.
//!
//! A no counts once it stands here: whoever said it and got no answer, since the program died before the
//! commit, is not written to from the next start on. A yes counts only when its commit was made: nobody
//! is written to on the strength of a yes that was never kept.
//!
//! Lines live as long as a backup may (rule `backup-age`); the sweep cuts older ones off. An older backup
//! is refused.

mod file;
mod line;

use std::collections::{HashMap, HashSet};

use store::{Db, Outside, Run, Sql, StoreError, Value, bytes, plain};
use values::{Moment, StrandId, World};

use self::{
    file::{Line, Lines},
    line::{About, Said, Words},
};
use crate::{Custody, Vault, VaultError, chain::sha256, sql};

const FILE: &str = "noes.ledger";
/// The row that says how much of it the database has seen.
const SEEN: &str = "noes";
/// How long a backup may be kept.
const RULE: &str = "backup-age";
/// Lines said again in one transaction.
const STEP: usize = 500;
/// What was told a moment ago may not be committed yet: seen is what is older than this.
const SETTLED_MS: i64 = 24 * 3_600_000;

/// Listens to the store and writes.
pub(crate) struct Noes {
    lines: Lines,
    world: World,
}

impl Noes {
    pub(crate) fn of(custody: &Custody, world: &World) -> Self {
        Self {
            lines: Lines {
                path: custody.file(FILE),
            },
            world: world.clone(),
        }
    }
}

impl Outside for Noes {
    fn listens(&self, sql: &Sql, values: &[Value]) -> bool {
        Words::are_told(sql.name, values)
    }

    fn before(&self, runs: &[Run]) -> Result<Option<u64>, StoreError> {
        let (at, mut any_yes) = (self.world.now(), false);
        let place = self.lines.append(|place| {
            let (text, yes) = line::lines(runs, at, place);
            any_yes = yes;
            text
        });
        match place {
            Ok(place) => Ok(any_yes.then_some(place)),
            Err(error) => Err(StoreError::Unusable(error.to_string())),
        }
    }

    fn after(&self, number: u64) {
        let line = line::done(self.world.now(), number);
        // The yes is kept in the database; only after a restore the person would have to say it again.
        let _ = self.lines.append(|_| line);
    }
}

impl Vault {
    fn noes(&self) -> Lines {
        Noes::of(&self.inner.custody, self.world()).lines
    }

    /// Says again what this database does not know (it is an older copy, or the program died), then
    /// listens.
    pub(crate) async fn replay_noes(&self) -> Result<(), VaultError> {
        self.inner.store.tell(None);
        let (file, seen) = (self.noes(), self.noes_seen().await?);
        if let Some(walk) = file.walk(seen)? {
            if walk.end < seen {
                return Err(VaultError::NoesShort(file.path));
            }
            if walk.start > seen {
                return Err(VaultError::BackupBeforeNoes);
            }
            self.say_noes_again(&file, seen, walk).await?;
            self.see_noes(seen, &file).await?;
        } else if seen > 0 {
            return Err(VaultError::NoesShort(file.path));
        }
        let noes = Noes::of(&self.inner.custody, self.world());
        self.inner.store.tell(Some(std::sync::Arc::new(noes)));
        Ok(())
    }

    /// A step at a time, so that a ledger of any length can be said again.
    async fn say_noes_again(
        &self,
        file: &Lines,
        seen: u64,
        walk: file::Walk,
    ) -> Result<(), VaultError> {
        let counts = Counts::of(file, seen)?;
        let mut step = Vec::new();
        let mut walk = walk.peekable();
        while let Some(line) = walk.next() {
            step.extend(counts.words(line?));
            if step.len() >= STEP || (walk.peek().is_none() && !step.is_empty()) {
                let words = std::mem::take(&mut step);
                let again = move |db: &mut dyn Db| say_again(db, &words);
                self.inner.store.write(again).await?;
            }
        }
        Ok(())
    }

    async fn noes_seen(&self) -> Result<u64, VaultError> {
        let read = |db: &mut dyn Db| {
            let row = db.opt(&sql::KEYRING_ONE, &[SEEN.into()])?;
            row.map_or(Ok(0), |row| row.i64("generation"))
        };
        Ok(u64::try_from(self.inner.store.read(read).await?).unwrap_or(0))
    }

    /// Notes that the database has what is old enough to be committed or lost; answers how far.
    async fn see_noes(&self, seen: u64, file: &Lines) -> Result<u64, VaultError> {
        let settled = self.now().plus_ms(-SETTLED_MS);
        let place = after(file, seen, settled)?.max(seen);
        if place > seen {
            let number = i64::try_from(place).unwrap_or(i64::MAX);
            let nothing = || bytes(Vec::new());
            let note = move |db: &mut dyn Db| {
                let values = [SEEN.into(), number.into(), plain(""), nothing()];
                db.exec(&sql::KEYRING_PUT, &values)
            };
            self.inner.store.write(note).await?;
        }
        Ok(place)
    }

    /// Cuts off what is older than any backup may be.
    pub(crate) async fn prune_noes(&self, now: Moment) -> Result<(), VaultError> {
        // A rule table of the house's own may not have the rule yet: then everything is kept.
        let Ok(until) = self.rule_until(RULE, now) else {
            return Ok(());
        };
        let before = now.plus_ms(now.millis() - until.millis());
        let (file, seen) = (self.noes(), self.noes_seen().await?);
        let Some(walk) = file.walk(0)? else {
            return Ok(());
        };
        let seen = self.see_noes(seen, &file).await?;
        let place = after(&file, 0, before)?.min(seen);
        if place > walk.start {
            file.cut(place)?;
        }
        Ok(())
    }

    /// Those of some strands that a restriction locked last, and no erasure: also when the case it belongs to
    /// was lost with the database.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn locked_by_restriction(&self, strands: &[StrandId]) -> Result<Vec<StrandId>, VaultError> {
        let file = self.noes();
        let (counts, mut locked) = (Counts::of(&file, 0)?, Vec::new());
        for line in file.walk(0)?.into_iter().flatten() {
            let Some(words) = counts.words(line?) else {
                continue;
            };
            if let ("restricted", Value::I64(id)) = (words.word, &words.values[0]) {
                locked.push(StrandId::from_raw(*id));
            }
        }
        locked.retain(|strand| strands.contains(strand));
        Ok(locked)
    }

    /// Until when something is kept outside the database because a backup may be fetched back that does
    /// not know of it.
    ///
    /// # Errors
    /// When the rule table has no rule for it.
    pub fn backups_until(&self, from: Moment) -> Result<Moment, VaultError> {
        self.rule_until(RULE, from)
    }
}

/// Where the first line stands that was written after an instant; the end where there is none.
fn after(file: &Lines, from: u64, at: Moment) -> Result<u64, VaultError> {
    let Some(mut walk) = file.walk(from)? else {
        return Ok(from);
    };
    let end = walk.end;
    let young = walk.find(|line| line.as_ref().is_ok_and(|line| line.at > at) || line.is_err());
    Ok(young.transpose()?.map_or(end, |line| line.place))
}

/// What counts of the lines: the yeses whose commit was made, a line that a second try repeated only where
/// it stands last, of a strand the last word. Of a line some thirty bytes are kept, so that a million fit.
struct Counts {
    done: HashSet<u64>,
    last: HashMap<[u8; 16], u64>,
}

impl Counts {
    fn of(file: &Lines, from: u64) -> Result<Self, VaultError> {
        let mut counts = Self {
            done: HashSet::new(),
            last: HashMap::new(),
        };
        for line in file.walk(from)?.into_iter().flatten() {
            if let Said::Done(number) = line?.said {
                counts.done.insert(number);
            }
        }
        for line in file.walk(from)?.into_iter().flatten() {
            let line = line?;
            if let Some(words) = counts.said(&line) {
                counts.last.insert(short(words), line.place);
            }
        }
        Ok(counts)
    }

    fn said<'l>(&self, line: &'l Line) -> Option<&'l Words> {
        match &line.said {
            Said::No(words) => Some(words),
            Said::Yes(number, words) if self.done.contains(number) => Some(words),
            Said::Yes(..) | Said::Done(_) => None,
        }
    }

    /// What a line says, if it counts.
    fn words(&self, line: Line) -> Option<Words> {
        let words = self.said(&line)?;
        let is_last = self.last.get(&short(words)) == Some(&line.place);
        is_last.then(|| words.clone())
    }
}

/// What a later line takes the place of, in sixteen bytes.
fn short(words: &Words) -> [u8; 16] {
    let hash = sha256(words.key().as_bytes());
    let mut short = [0; 16];
    short.copy_from_slice(&hash[..16]);
    short
}

/// Says words again of which the database does not know. Whom it does not know has nothing to be told.
fn say_again(db: &mut dyn Db, words: &[Words]) -> Result<(), StoreError> {
    let questions: Vec<(&Sql, Vec<Value>)> = words.iter().map(question).collect();
    let answers = db.fetch(&questions)?;
    let mut batch: Vec<(&Sql, Vec<Value>)> = Vec::new();
    for (one, answer) in words.iter().zip(&answers) {
        let known = !answer.is_empty();
        let wanted = if one.about() == About::Address {
            !known
        } else {
            known
        };
        if wanted {
            batch.push(one.statement());
        }
        if wanted && one.about() == About::Reason {
            batch.push((&sql::STRAND_DATE, vec![one.values[0].clone()]));
        }
    }
    db.many(&batch).map(|_| ())
}

/// What to ask before a word is said again. A word about an address is wanted where the answer is empty,
/// every other where it is not.
fn question(words: &Words) -> (&'static Sql, Vec<Value>) {
    let pick = |places: &[usize]| places.iter().map(|at| words.values[*at].clone()).collect();
    match words.about() {
        About::Address => (&sql::SUPPRESSION_THERE, pick(&[0, 1, 2, 3, 4, 5, 6])),
        About::Consent => (&sql::CONSENT_MISSING, pick(&[0, 1])),
        About::Customer => (&sql::CUSTOMER_MISSING, pick(&[0, 1])),
        About::Objection => (&sql::SUBJECT, pick(&[0])),
        About::Strand => (&sql::STRAND, pick(&[0])),
        About::Reason => (&sql::REASON_THERE, pick(&[0, 1, 2, 3])),
    }
}

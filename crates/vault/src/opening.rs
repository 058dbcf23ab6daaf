//! The opening log: who opened whose data, for what; a hash chain.

use declaration::vocabulary::Purpose;
use store::{Db, Row, StoreError, Value, bytes, plain};
use tokio::sync::{Mutex, oneshot};
use values::{Moment, SubjectId};

use crate::{Vault, VaultError, permit::Ask, sql};

/// One line of the log.
#[derive(Clone, Debug)]
pub struct OpeningLine {
    /// Its number.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// `staff` or `chore`.
    pub actor_kind: String,
    /// Who; 0 for a chore.
    pub actor_id: i64,
    /// Role, or the chore's name.
    pub title: String,
    /// Whom it was about.
    pub subject: SubjectId,
    /// Categories, separated by commas.
    pub categories: String,
    /// What for.
    pub purpose: String,
    /// What kind of case it belonged to.
    pub case_kind: String,
    /// Which case.
    pub case_id: i64,
    hash: Vec<u8>,
}

/// Openings on their way into the log.
#[derive(Default)]
pub(crate) struct Queue {
    waiting: std::sync::Mutex<Vec<Entry>>,
    turn: Mutex<()>,
}

struct Entry {
    asks: Vec<Ask>,
    purpose: Purpose,
    at: Moment,
    answer: oneshot::Sender<Result<(), StoreError>>,
}

impl Queue {
    fn waiting(&self) -> std::sync::MutexGuard<'_, Vec<Entry>> {
        self.waiting
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// What the check of the chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainReport {
    /// Lines checked.
    pub lines: i64,
    /// Number of the first line that does not fit, if any.
    pub broken_at: Option<i64>,
}

impl OpeningLine {
    pub(crate) fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            seq: row.i64("seq")?,
            at: Moment::from_millis(row.i64("at")?),
            actor_kind: row.text("actor_kind")?.to_owned(),
            actor_id: row.i64("actor_id")?,
            title: row.text("title")?.to_owned(),
            subject: SubjectId::from_raw(row.i64("subject_id")?),
            categories: row.text("categories")?.to_owned(),
            purpose: row.text("purpose")?.to_owned(),
            case_kind: row.text("case_kind")?.to_owned(),
            case_id: row.i64("case_id")?,
            hash: row.bytes("hash")?.to_vec(),
        })
    }

    fn link(&self, vault: &Vault, previous: &[u8]) -> [u8; 32] {
        vault.with_keys(|keys| {
            keys.log.hash(&[
                previous,
                &self.seq.to_le_bytes(),
                &self.at.millis().to_le_bytes(),
                self.actor_kind.as_bytes(),
                &self.actor_id.to_le_bytes(),
                self.title.as_bytes(),
                &self.subject.get().to_le_bytes(),
                self.categories.as_bytes(),
                self.purpose.as_bytes(),
                self.case_kind.as_bytes(),
                &self.case_id.to_le_bytes(),
            ])
        })
    }

    fn values(&self) -> Vec<Value> {
        vec![
            self.seq.into(),
            self.at.millis().into(),
            plain(self.actor_kind.as_str()),
            self.actor_id.into(),
            plain(self.title.as_str()),
            self.subject.get().into(),
            plain(self.categories.as_str()),
            plain(self.purpose.as_str()),
            plain(self.case_kind.as_str()),
            self.case_id.into(),
            bytes(self.hash.as_slice()),
        ]
    }
}

impl Vault {
    /// Lays the lines down, durably, before the answer. Requests at the same time share a
    /// transaction: the end of the chain is one row, which all of them need.
    pub(crate) async fn log_openings(
        &self,
        asks: Vec<Ask>,
        purpose: Purpose,
        at: Moment,
    ) -> Result<(), VaultError> {
        let (answer, written) = oneshot::channel();
        let entry = Entry {
            asks,
            purpose,
            at,
            answer,
        };
        self.inner.openings.waiting().push(entry);
        // On a task of its own: a request that is given up must not take others' lines with it.
        let vault = self.clone();
        tokio::spawn(async move { vault.write_openings().await });
        Ok(written.await.unwrap_or(Err(StoreError::Lost))?)
    }

    /// Writes what is waiting, all in one transaction, one transaction after the other.
    async fn write_openings(&self) {
        let queue = &self.inner.openings;
        let _turn = queue.turn.lock().await;
        let entries = std::mem::take(&mut *queue.waiting());
        if entries.is_empty() {
            return;
        }
        let mut lines = Vec::new();
        let mut answers = Vec::with_capacity(entries.len());
        for entry in entries {
            let new = entry.asks.iter();
            lines.extend(new.map(|ask| line(ask, entry.purpose, entry.at)));
            answers.push(entry.answer);
        }
        let vault = self.clone();
        let outcome = self
            .inner
            .store
            .write(move |db| add_lines(db, &vault, &lines));
        let outcome = outcome.await;
        for answer in answers {
            // Whoever asked may be gone; the line stands.
            let _ = answer.send(outcome.clone());
        }
    }

    /// Who has opened data about a subject, newest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn openings_about(
        &self,
        subject: SubjectId,
        at_most: i64,
    ) -> Result<Vec<OpeningLine>, VaultError> {
        Ok(self
            .inner
            .store
            .read(move |db| {
                db.all(
                    &sql::OPENINGS_ABOUT,
                    &[subject.get().into(), at_most.into()],
                )?
                .iter()
                .map(OpeningLine::read)
                .collect::<Result<Vec<_>, _>>()
            })
            .await?)
    }

    /// Walks the whole chain.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn check_chain(&self) -> Result<ChainReport, VaultError> {
        let vault = self.clone();
        let start = self.with_keys(|keys| {
            keys.log
                .hash(&[b"karosseri opening log", &keys.tenant_id])
                .to_vec()
        });
        Ok(self
            .inner
            .store
            .read_long(move |db| {
                let end = db.one(&sql::CHAIN, &[])?;
                let (mut hash, mut lines, mut broken_at) = (start, 0, None);
                db.each(&sql::OPENINGS, &[], &mut |row| {
                    let line = OpeningLine::read(&row)?;
                    lines += 1;
                    let fits = line.seq == lines && line.link(&vault, &hash)[..] == line.hash[..];
                    if !fits && broken_at.is_none() {
                        broken_at = Some(line.seq);
                    }
                    hash = line.hash;
                    Ok(())
                })?;
                let whole = end.i64("seq")? == lines && end.bytes("hash")? == hash;
                if !whole && broken_at.is_none() {
                    broken_at = Some(lines + 1);
                }
                Ok(ChainReport { lines, broken_at })
            })
            .await?)
    }
}

/// Adds lines at the end of the chain.
fn add_lines(db: &mut dyn Db, vault: &Vault, lines: &[OpeningLine]) -> Result<(), StoreError> {
    let count = i64::try_from(lines.len()).unwrap_or(0);
    let end = db.one(&sql::CHAIN_TAKE, &[count.into()])?;
    let first = end.i64("seq")? - count + 1;
    let mut hash = end.bytes("hash")?.to_vec();
    let mut batch = Vec::with_capacity(lines.len() + 1);
    for (seq, line) in (first..).zip(lines) {
        let mut line = OpeningLine {
            seq,
            ..line.clone()
        };
        line.hash = line.link(vault, &hash).to_vec();
        batch.push((&sql::OPENING_ADD, line.values()));
        hash = line.hash;
    }
    batch.push((&sql::CHAIN_END, vec![bytes(hash)]));
    db.many(&batch).map(|_| ())
}

fn line(ask: &Ask, purpose: Purpose, at: Moment) -> OpeningLine {
    let categories: Vec<&str> = ask.categories.iter().map(|c| c.as_str()).collect();
    OpeningLine {
        seq: 0,
        at,
        actor_kind: ask.actor.kind().to_owned(),
        actor_id: ask.actor.id(),
        title: ask.actor.title().to_owned(),
        subject: ask.subject,
        categories: categories.join(","),
        purpose: purpose.as_str().to_owned(),
        case_kind: ask.case_kind.to_owned(),
        case_id: ask.case_id,
        hash: Vec::new(),
    }
}

//! The opening log: who opened whose data, for what; a hash chain ([`crate::chain`]) whose ends are signed
//! now and then ([`crate::notary`]).

use data_encoding::HEXLOWER;
use declaration::vocabulary::Purpose;
use store::{Db, Row, StoreError, Value, bytes, plain};
use tokio::sync::{Mutex, oneshot};
use values::{Moment, SubjectId};

use crate::{
    Ask, ChainReport, Vault, VaultError,
    chain::{self, FileWriter},
    notary::{Head, HeadKind},
    sql,
};

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
    /// The legal entity a member of staff works for; 0 for a chore.
    pub controller: i64,
    /// What was out of the ordinary: `bulk`, `unusual`, `break_glass`, `leave`, separated by commas.
    pub marks: String,
    /// The reason that was given for it ([`crate::Look`]); 0 where none was asked for.
    pub look: i64,
    pub(crate) hash: Vec<u8>,
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
            controller: row.i64("controller_id")?,
            marks: row.text("marks")?.to_owned(),
            look: row.i64("look_id")?,
            hash: row.bytes("hash")?.to_vec(),
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
            self.controller.into(),
            plain(self.marks.as_str()),
            self.look.into(),
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
        let outcome = self.inner.store.write(move |db| add_lines(db, &lines));
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

    /// Openings out of the ordinary, newest first; with `unasked` only those that nobody was asked a
    /// reason for (the setting `unusual_reads` is `note`).
    ///
    /// # Errors
    /// When the store fails.
    pub async fn marked_openings(
        &self,
        unasked: bool,
        at_most: i64,
    ) -> Result<Vec<OpeningLine>, VaultError> {
        let wanted = if unasked {
            &sql::OPENINGS_NOTED
        } else {
            &sql::OPENINGS_MARKED
        };
        let read = move |db: &mut dyn Db| {
            let rows = db.all(wanted, &[at_most.into()])?;
            rows.iter().map(OpeningLine::read).collect()
        };
        Ok(self.inner.store.read(read).await?)
    }

    /// Walks the whole chain, and holds the heads of the custody against it.
    ///
    /// # Errors
    /// When the store or the custody fails.
    pub async fn check_chain(&self) -> Result<ChainReport, VaultError> {
        let tenant = self.with_keys(|keys| keys.tenant_id.clone());
        let start = chain::start(&tenant);
        let heads = self.inner.notary.heads(&tenant)?;
        let walked = self.inner.store.read_long(move |db| {
            let end = db.one(&sql::CHAIN, &[])?;
            let mut report = ChainReport::default();
            let (mut hash, mut at) = (start.to_vec(), std::collections::BTreeMap::new());
            let wanted: std::collections::BTreeSet<i64> = heads.iter().map(|h| h.seq).collect();
            at.insert(0, start);
            db.each(&sql::OPENINGS, &[], &mut |row| {
                let line = OpeningLine::read(&row)?;
                report.lines += 1;
                if line.seq != report.lines || line.link(&hash)[..] != line.hash[..] {
                    report.break_at(line.seq);
                }
                if let (true, Ok(hash)) = (wanted.contains(&line.seq), line.hash[..].try_into()) {
                    at.insert(line.seq, hash);
                }
                hash = line.hash;
                Ok(())
            })?;
            if end.i64("seq")? != report.lines || end.bytes("hash")? != hash {
                report.break_at(report.lines + 1);
            }
            report.hold(&heads, &tenant, |seq| at.get(&seq).copied());
            Ok(report)
        });
        Ok(walked.await?)
    }

    /// Signs where the log ends now, unless the last head says so already. Done by a chore, before an
    /// export, and by whoever wants to write it down.
    ///
    /// # Errors
    /// When the store or the custody fails.
    pub async fn sign_log(&self) -> Result<SignedHead, VaultError> {
        self.sign_as(HeadKind::Head).await
    }

    /// Says that the log goes on from where it ends now because a backup was restored: what came after
    /// was lost, and nobody takes it for a cut.
    ///
    /// # Errors
    /// When the store or the custody fails.
    pub async fn log_restored(&self) -> Result<(), VaultError> {
        let tenant = self.with_keys(|keys| keys.tenant_id.clone());
        let (seq, _) = self.log_end().await?;
        let heads = self.inner.notary.heads(&tenant)?;
        if heads.iter().any(|head| head.seq > seq) {
            self.sign_as(HeadKind::Restored).await?;
        }
        Ok(())
    }

    async fn log_end(&self) -> Result<(i64, [u8; 32]), VaultError> {
        let end = self.inner.store.read(|db| db.one(&sql::CHAIN, &[])).await?;
        let hash = end.bytes("hash")?.try_into();
        Ok((
            end.i64("seq")?,
            hash.map_err(|_| VaultError::Corrupt("chain"))?,
        ))
    }

    async fn sign_as(&self, kind: HeadKind) -> Result<SignedHead, VaultError> {
        let tenant = self.with_keys(|keys| keys.tenant_id.clone());
        let end = self.log_end().await?;
        let last = self.inner.notary.heads(&tenant)?.pop();
        let known = |head: &Head| head.kind == kind && (head.seq, head.hash) == end;
        if let Some(head) = last.filter(known) {
            return Ok(SignedHead::of(&head));
        }
        let now = self.now();
        let head = self.inner.notary.sign(&tenant, kind, end, now)?;
        Ok(SignedHead::of(&head))
    }

    /// The public key that heads of the log are signed with, in hex, and the last head, if any.
    ///
    /// # Errors
    /// When the custody fails.
    pub fn log_key(&self) -> Result<(String, Option<SignedHead>), VaultError> {
        let tenant = self.with_keys(|keys| keys.tenant_id.clone());
        let last = self.inner.notary.heads(&tenant)?.pop();
        let key = HEXLOWER.encode(&self.inner.notary.public());
        Ok((key, last.as_ref().map(SignedHead::of)))
    }

    /// Writes the whole log to a file that can be checked without the database ([`crate::verify_log`]),
    /// up to a head that is signed first. Ids, instants and words of the program: nobody's data.
    /// Answers how many lines.
    ///
    /// # Errors
    /// When the store, the custody or the file fails.
    pub async fn export_log(
        &self,
        to: impl std::io::Write + Send + 'static,
    ) -> Result<i64, VaultError> {
        let upto = self.sign_log().await?.seq;
        let tenant = self.with_keys(|keys| keys.tenant_id.clone());
        let heads = self.inner.notary.heads(&tenant)?;
        let mut to = FileWriter(to);
        let written = self.inner.store.read_long(move |db| {
            let failed = |_: std::io::Error| StoreError::Refused(EXPORT_FAILED);
            to.begin(&tenant).map_err(failed)?;
            db.each(&sql::OPENINGS, &[], &mut |row| {
                let line = OpeningLine::read(&row)?;
                if line.seq <= upto {
                    to.line(&line).map_err(failed)?;
                }
                Ok(())
            })?;
            for head in &heads {
                to.head(head).map_err(failed)?;
            }
            to.0.flush().map_err(failed)
        });
        written.await?;
        Ok(upto)
    }
}

/// The reason a file of the log could not be written.
pub const EXPORT_FAILED: &str = "log_file";

/// Where the log ended at an instant, as the house has signed it: to be shown and written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedHead {
    /// Number of the last line.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// Its hash, in hex.
    pub hash: String,
    /// The signature, in hex.
    pub signature: String,
}

impl SignedHead {
    fn of(head: &Head) -> Self {
        Self {
            seq: head.seq,
            at: head.at,
            hash: HEXLOWER.encode(&head.hash),
            signature: HEXLOWER.encode(&head.signature),
        }
    }
}

/// Adds lines at the end of the chain.
fn add_lines(db: &mut dyn Db, lines: &[OpeningLine]) -> Result<(), StoreError> {
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
        line.hash = line.link(&hash).to_vec();
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
        controller: ask.actor.controller().map_or(0, |id| id.get()),
        marks: ask.mark_words(),
        look: ask.marks.look,
        hash: Vec::new(),
    }
}

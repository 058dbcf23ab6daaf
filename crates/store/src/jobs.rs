//! Work to be done later, as rows of the same transaction that made it necessary.
//!
//! A claim moves `run_at` into the future: the lease *is* the next run time, so the job of a
//! worker that died comes up again by itself. A job runs at least once; what it sends must carry
//! the job's id so that a repetition is recognised.

use crate::{Db, Migration, Row, StoreError, Value, plain, queries};

/// The store's own tables.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "store-1",
    sql: "CREATE TABLE job (
            id {i64} PRIMARY KEY NOT NULL,
            kind {text} NOT NULL,
            run_at {i64} NOT NULL,
            tries {i64} NOT NULL,
            dedup {text},
            subject_id {i64},
            record_id {i64},
            note {text}
          ) {strict};
          CREATE UNIQUE INDEX job__dedup ON job (dedup);
          CREATE INDEX job_due ON job (kind, run_at, id);
          CREATE INDEX job_subject ON job (subject_id);",
}];

queries! {
    /// A job; the same `dedup` a second time is no second job.
    ENQUEUE = "INSERT INTO job (id, kind, run_at, tries, dedup, subject_id, record_id, note)
               VALUES ($1, $2, $3, 0, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
    /// Takes what is due; no two workers take the same.
    CLAIM = "WITH due AS (
               SELECT id FROM job WHERE kind = $1 AND run_at <= $2
               ORDER BY run_at, id LIMIT $4 {skip_locked})
             UPDATE job SET run_at = $3, tries = tries + 1 WHERE id IN (SELECT id FROM due)
             RETURNING id, kind, tries, dedup, subject_id, record_id, note";
    /// A job that is done is gone.
    DONE = "DELETE FROM job WHERE id = $1";
    /// A job that failed comes up later.
    RETRY_AT = "UPDATE job SET run_at = $2 WHERE id = $1";
    /// How many wait, due or not.
    COUNT = "SELECT COUNT(*) AS waiting FROM job WHERE kind = $1";
    /// When the next one is due.
    NEXT = "SELECT MIN(run_at) AS run_at FROM job WHERE kind = $1";
    /// A forgotten subject's jobs.
    DROP_SUBJECT = "DELETE FROM job WHERE subject_id = $1";
}

/// A job to be done. Ids only: what it is about lies sealed in a record.
#[derive(Clone, Debug)]
pub struct NewJob {
    /// Its id, made by the caller.
    pub id: i64,
    /// Which worker it is for.
    pub kind: &'static str,
    /// Not before this instant (ms UTC).
    pub run_at: i64,
    /// At most one job at a time has this key.
    pub dedup: Option<String>,
    /// Whom it is about.
    pub subject_id: Option<i64>,
    /// The record it needs.
    pub record_id: Option<i64>,
    /// Operational words for the worker; never personal.
    pub note: Option<String>,
}

impl NewJob {
    /// A job of a kind, due at an instant.
    #[must_use]
    pub const fn new(id: i64, kind: &'static str, run_at: i64) -> Self {
        Self {
            id,
            kind,
            run_at,
            dedup: None,
            subject_id: None,
            record_id: None,
            note: None,
        }
    }
}

/// A job in the hands of a worker until its lease runs out.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// Its id: the idempotency key of what it sends.
    pub id: i64,
    /// Its kind.
    pub kind: String,
    /// Which attempt this is, from 1.
    pub tries: i64,
    /// Its key, if it has one.
    pub dedup: Option<String>,
    /// Whom it is about.
    pub subject_id: Option<i64>,
    /// The record it needs.
    pub record_id: Option<i64>,
    /// Operational words.
    pub note: Option<String>,
}

/// Adds a job to the transaction and wakes the workers after its commit. False if a job with
/// this `dedup` (or id) is waiting already.
pub fn enqueue(db: &mut dyn Db, job: &NewJob) -> Result<bool, StoreError> {
    let text = |text: &Option<String>| Value::from(text.clone().map(plain));
    let added = db.exec(
        &ENQUEUE,
        &[
            job.id.into(),
            job.kind.into(),
            job.run_at.into(),
            text(&job.dedup),
            job.subject_id.into(),
            job.record_id.into(),
            text(&job.note),
        ],
    )?;
    db.wake();
    Ok(added == 1)
}

/// Takes up to `n` jobs of a kind that are due. They come up again after the lease.
pub fn claim(
    db: &mut dyn Db,
    kind: &'static str,
    now_ms: i64,
    lease_ms: i64,
    n: i64,
) -> Result<Vec<Claimed>, StoreError> {
    let until = now_ms.saturating_add(lease_ms);
    let rows = db.all(
        &CLAIM,
        &[kind.into(), now_ms.into(), until.into(), n.into()],
    )?;
    let mut jobs = rows.iter().map(claimed).collect::<Result<Vec<_>, _>>()?;
    jobs.sort_unstable_by_key(|job| job.id);
    Ok(jobs)
}

fn claimed(row: &Row) -> Result<Claimed, StoreError> {
    let text = |name| Ok::<_, StoreError>(row.opt_text(name)?.map(str::to_owned));
    Ok(Claimed {
        id: row.i64("id")?,
        kind: row.text("kind")?.to_owned(),
        tries: row.i64("tries")?,
        dedup: text("dedup")?,
        subject_id: row.opt_i64("subject_id")?,
        record_id: row.opt_i64("record_id")?,
        note: text("note")?,
    })
}

/// Removes a job that is done. False if it was gone already.
pub fn done(db: &mut dyn Db, id: i64) -> Result<bool, StoreError> {
    Ok(db.exec(&DONE, &[id.into()])? == 1)
}

/// Puts a job off to an instant.
pub fn retry_at(db: &mut dyn Db, id: i64, run_at: i64) -> Result<bool, StoreError> {
    Ok(db.exec(&RETRY_AT, &[id.into(), run_at.into()])? == 1)
}

/// How many jobs of a kind wait, due or not.
pub fn count(db: &mut dyn Db, kind: &'static str) -> Result<i64, StoreError> {
    db.one(&COUNT, &[kind.into()])?.i64("waiting")
}

/// When the next job of a kind is due.
pub fn next(db: &mut dyn Db, kind: &'static str) -> Result<Option<i64>, StoreError> {
    db.one(&NEXT, &[kind.into()])?.opt_i64("run_at")
}

/// Removes the jobs about a subject that is forgotten; answers how many.
pub fn drop_subject(db: &mut dyn Db, subject_id: i64) -> Result<u64, StoreError> {
    db.exec(&DROP_SUBJECT, &[subject_id.into()])
}

//! What the vault's own rows show, for a proof on live data. Nothing is opened and nothing of a person
//! is in an answer: ids, names of rules, counts.

use store::{Db, Row, Sql, StoreError};
use values::{ControllerId, Moment, RecordId, StrandId, SubjectId};

use crate::{Reader, Vault, VaultError};

/// How many sealed bodies are looked at byte by byte.
const BODIES: i64 = 500;

/// The statements behind a proof.
pub mod sql {
    store::queries! {
        /// How much there is.
        COUNTS = "SELECT (SELECT COUNT(*) FROM strand) AS strands, (SELECT COUNT(*) FROM record) AS records, (SELECT COUNT(*) FROM reason) AS reasons, (SELECT COUNT(*) FROM erasure) AS erasures, (SELECT COUNT(*) FROM consent) AS consents, (SELECT COUNT(*) FROM hold WHERE released_at IS NULL) AS holds";
        /// Strands that live for nothing.
        REASONLESS = "SELECT s.id AS id FROM strand s WHERE s.state <> 'ending' AND s.created_at < $1 AND NOT EXISTS (SELECT 1 FROM reason r WHERE r.strand_id = s.id) AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.strand_id = s.id AND h.released_at IS NULL) ORDER BY s.id LIMIT 100";
        /// Strands that have outlived their last reason for longer than a sweep takes.
        OVERDUE = "SELECT s.id AS id FROM strand s WHERE s.keep_until < $1 AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.strand_id = s.id AND h.released_at IS NULL) ORDER BY s.id LIMIT 100";
        /// Strands whose date is not that of their latest reason.
        MISDATED = "SELECT s.id AS id FROM strand s WHERE s.state <> 'ending' AND s.keep_until <> (SELECT COALESCE(MAX(r.until), 0) FROM reason r WHERE r.strand_id = s.id) ORDER BY s.id LIMIT 100";
        /// Strands kept for something that has not happened yet: a clock stood wrong when it was written. A warranty's
        /// end lies ahead by its nature.
        UNBORN = "SELECT DISTINCT strand_id AS id FROM reason WHERE started_at > $1 AND started_at < 9223372036854775807 AND source_kind <> 'warranty' ORDER BY strand_id LIMIT 100";
        /// Records without a source or without the version of the notice.
        SOURCELESS = "SELECT id FROM record WHERE source_kind = '' OR notice_version = '' ORDER BY id LIMIT 100";
        /// Strands by category.
        CATEGORIES = "SELECT category, COUNT(*) AS n FROM strand GROUP BY category ORDER BY category";
        /// Rules that anything is kept by.
        REASON_RULES = "SELECT rule, COUNT(*) AS n FROM reason GROUP BY rule ORDER BY rule";
        /// What ended strands, and by which rule.
        ERASURE_RULES = "SELECT cause, rule, COUNT(*) AS n FROM erasure GROUP BY cause, rule ORDER BY cause, rule";
        /// What was reported destroyed and is still there, or can still be found.
        SURVIVORS = "SELECT e.strand_id AS id FROM erasure e WHERE EXISTS (SELECT 1 FROM strand s WHERE s.id = e.strand_id) OR EXISTS (SELECT 1 FROM blind b WHERE b.strand_id = e.strand_id) OR EXISTS (SELECT 1 FROM hint h WHERE h.strand_id = e.strand_id) OR EXISTS (SELECT 1 FROM reason r WHERE r.strand_id = e.strand_id) ORDER BY e.strand_id LIMIT 100";
        /// Holds without a reason, or past the day of their review (ISO days compare as text).
        UNREVIEWED = "SELECT id FROM hold WHERE released_at IS NULL AND (reason = '' OR review_on < $1) ORDER BY id LIMIT 100";
        /// Every hold that stands.
        HOLDS = "SELECT h.id AS id, h.strand_id AS strand_id, s.subject_id AS subject_id, s.category AS category, h.reason AS reason, h.owner_id AS owner_id, h.record_id AS record_id, h.set_at AS set_at, h.review_on AS review_on, h.reminded_at AS reminded_at FROM hold h JOIN strand s ON s.id = h.strand_id WHERE h.released_at IS NULL ORDER BY h.review_on, h.id LIMIT 500";
        /// Purchases kept for an account that is not there.
        HISTORY_ALONE = "SELECT DISTINCT s.id AS id FROM strand s JOIN reason r ON r.strand_id = s.id WHERE s.category = 'purchase' AND r.purpose = 'account' AND r.until > $1 AND NOT EXISTS (SELECT 1 FROM strand a WHERE a.subject_id = s.subject_id AND a.category = 'account') ORDER BY s.id LIMIT 100";
        /// Vehicles without a date of expected life. One that was only booked goes with its booking.
        UNDATED = "SELECT s.id AS id FROM strand s JOIN subject v ON v.id = s.subject_id WHERE v.kind = 'vehicle' AND s.category = 'vehicle' AND s.state <> 'ending' AND NOT EXISTS (SELECT 1 FROM reason r WHERE r.strand_id = s.id AND r.rule LIKE 'vehicle-life%' AND r.until < 9223372036854775807) AND NOT EXISTS (SELECT 1 FROM reason b WHERE b.strand_id = s.id AND b.source_kind = 'booking') ORDER BY s.id LIMIT 100";
        /// To whom consents were given.
        CONSENT_CONTROLLERS = "SELECT controller_id, COUNT(*) AS n FROM consent GROUP BY controller_id ORDER BY controller_id";
        /// Consents that could not be proven.
        UNPROVEN = "SELECT id FROM consent WHERE text_version = '' OR form = '' OR lang = '' OR recorded_at < at ORDER BY id LIMIT 100";
        /// Who is within reach of marketing.
        MARKETING = "SELECT s.id AS id, s.subject_id AS subject_id, s.keep_until AS keep_until, (SELECT COUNT(*) FROM reason r WHERE r.strand_id = s.id AND r.purpose = 'newsletter' AND r.until > $1) AS newsletter FROM strand s WHERE s.category = 'marketing' AND s.state <> 'ending' ORDER BY s.id LIMIT 100000";
        /// Whoever has ever withdrawn a consent.
        WITHDREW = "SELECT DISTINCT subject_id FROM consent WHERE state = 'withdrawn' AND purpose = 'newsletter' ORDER BY subject_id LIMIT 100000";
        /// Why strands of a category live, with the event each rule counts from.
        REASONS_IN = "SELECT r.strand_id AS strand_id, r.purpose AS purpose, r.rule AS rule, r.started_at AS started_at, r.until AS until FROM strand s JOIN reason r ON r.strand_id = s.id WHERE s.category = $1 AND s.state <> 'ending'";
        /// The newest sealed bodies.
        BODIES = "SELECT id, body FROM record ORDER BY id DESC LIMIT $1";
        /// Everything wrapped, to look for the tenant key in.
        WRAPPED = "SELECT wrapped FROM keyring UNION ALL SELECT wrapped FROM strand";
        /// Whether a strand's row is there, in whatever state.
        THERE = "SELECT state FROM strand WHERE id = $1";
        /// The newest vehicle records, whose fields are looked at.
        VEHICLES_NEWEST = "SELECT DISTINCT s.subject_id AS subject_id FROM strand s WHERE s.category = 'vehicle' AND s.state <> 'ending' ORDER BY s.subject_id DESC LIMIT $1";
        /// The latest openings, for whoever watches the log.
        OPENINGS_LATEST = "SELECT * FROM opening ORDER BY seq DESC LIMIT $1";
    }
}

/// A name and how often it stands.
pub type Counted = (String, i64);

/// A strand within reach of marketing.
#[derive(Clone, Copy, Debug)]
pub struct Reachable {
    /// The strand.
    pub strand: StrandId,
    /// Whose.
    pub subject: SubjectId,
    /// When it goes.
    pub keep_until: Moment,
    /// Whether the newsletter is a reason it lives for.
    pub newsletter: bool,
}

/// A hold that stands.
#[derive(Clone, Debug)]
pub struct HoldLine {
    /// The hold.
    pub id: values::HoldId,
    /// What it keeps.
    pub strand: StrandId,
    /// Whose.
    pub subject: SubjectId,
    /// The category's name.
    pub category: String,
    /// Why, a word of the program.
    pub reason: String,
    /// Who answers for it.
    pub owner: SubjectId,
    /// The one record it names, if it does.
    pub record: Option<RecordId>,
    /// Since when.
    pub set_at: Moment,
    /// ISO date on which it is reviewed.
    pub review_on: String,
    /// When its owner was reminded of the review.
    pub reminded_at: Option<Moment>,
}

/// What the rows show. Lists of offenders are cut at a hundred.
#[derive(Clone, Debug, Default)]
pub struct Traces {
    /// Strands there are.
    pub strands: i64,
    /// Sealed records.
    pub records: i64,
    /// Reasons.
    pub reasons: i64,
    /// Destroyed strands.
    pub erasures: i64,
    /// Lines of the consent ledger.
    pub consents: i64,
    /// Holds that stand.
    pub holds: i64,
    /// Strands without a reason.
    pub reasonless: Vec<i64>,
    /// Strands past their last reason.
    pub overdue: Vec<i64>,
    /// Strands with another date than their latest reason's.
    pub misdated: Vec<i64>,
    /// Strands kept for an event that lies in the future.
    pub unborn: Vec<i64>,
    /// Records without source or notice.
    pub sourceless: Vec<RecordId>,
    /// Strands by category.
    pub categories: Vec<Counted>,
    /// Reasons by rule.
    pub reason_rules: Vec<Counted>,
    /// Destroyed strands by cause and rule.
    pub erasure_rules: Vec<(String, String, i64)>,
    /// Destroyed strands of which something is left.
    pub survivors: Vec<i64>,
    /// Holds not reviewed.
    pub unreviewed: Vec<i64>,
    /// Purchases kept for an account that is not there.
    pub history_alone: Vec<i64>,
    /// Vehicles without a date.
    pub undated: Vec<i64>,
    /// Consents by controller.
    pub consent_controllers: Vec<(ControllerId, i64)>,
    /// Consents that lack what makes them provable.
    pub unproven: Vec<i64>,
    /// Who is within reach of marketing.
    pub marketing: Vec<Reachable>,
    /// Who ever withdrew a newsletter.
    pub withdrew: Vec<SubjectId>,
    /// Sealed bodies looked at.
    pub bodies: i64,
    /// Records that lie in the clear.
    pub in_clear: Vec<i64>,
    /// Whether the tenant key's own bytes lie in the database.
    pub key_inside: bool,
}

impl Vault {
    /// What the rows show now. `grace` is how long a strand may wait for its sweep.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn traces(&self, grace_days: i64) -> Result<Traces, VaultError> {
        let (now, vault) = (self.now(), self.clone());
        Ok(self
            .inner
            .store
            .read_long(move |db| {
                let mut traces = counts(db)?;
                lives(db, &mut traces, now, grace_days)?;
                ends(db, &mut traces)?;
                consents(db, &mut traces, now)?;
                vault.bytes(db, &mut traces)?;
                Ok(traces)
            })
            .await?)
    }

    /// Every reason of a category, one after another; for checks that count again.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn reasons_in(
        &self,
        category: declaration::vocabulary::Category,
    ) -> Result<Vec<(StrandId, crate::Reason)>, VaultError> {
        Ok(self
            .inner
            .store
            .read_long(move |db| {
                let mut out = Vec::new();
                db.each(&sql::REASONS_IN, &[category.as_str().into()], &mut |row| {
                    let reason = crate::Reason {
                        purpose: row.text("purpose")?.to_owned(),
                        source_kind: String::new(),
                        source_id: 0,
                        rule: row.text("rule")?.to_owned(),
                        started_at: Moment::from_millis(row.i64("started_at")?),
                        until: Moment::from_millis(row.i64("until")?),
                    };
                    out.push((StrandId::from_raw(row.i64("strand_id")?), reason));
                    Ok(())
                })?;
                Ok(out)
            })
            .await?)
    }

    /// Whether a strand's row is there in whatever state, also on its way out: read back, not planned.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn is_there(&self, strand: StrandId) -> Result<bool, VaultError> {
        let there = move |db: &mut dyn Db| db.opt(&sql::THERE, &[strand.get().into()]);
        Ok(self.inner.store.read(there).await?.is_some())
    }

    /// Every hold that stands, the next review first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn holds(&self) -> Result<Vec<HoldLine>, VaultError> {
        let read = |db: &mut dyn Db| {
            let rows = db.all(&sql::HOLDS, &[])?;
            rows.iter().map(hold).collect::<Result<Vec<_>, _>>()
        };
        Ok(self.inner.store.read(read).await?)
    }

    /// Vehicles made last.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn newest_vehicles(&self, at_most: i64) -> Result<Vec<SubjectId>, VaultError> {
        let read = move |db: &mut dyn Db| {
            let rows = db.all(&sql::VEHICLES_NEWEST, &[at_most.into()])?;
            let ids = rows.iter().map(|row| row.i64("subject_id"));
            ids.map(|id| id.map(SubjectId::from_raw))
                .collect::<Result<Vec<_>, _>>()
        };
        Ok(self.inner.store.read(read).await?)
    }

    /// The latest openings, whoever they were about.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn latest_openings(
        &self,
        at_most: i64,
    ) -> Result<Vec<crate::OpeningLine>, VaultError> {
        let read = move |db: &mut dyn Db| {
            let rows = db.all(&sql::OPENINGS_LATEST, &[at_most.into()])?;
            let lines = rows.iter().map(crate::OpeningLine::read);
            lines.collect::<Result<Vec<_>, _>>()
        };
        Ok(self.inner.store.read(read).await?)
    }

    fn bytes(&self, db: &mut dyn Db, traces: &mut Traces) -> Result<(), StoreError> {
        for row in db.all(&sql::BODIES, &[BODIES.into()])? {
            traces.bodies += 1;
            let body = row.bytes("body")?;
            if Reader::parse(body).is_ok() || std::str::from_utf8(body).is_ok() {
                traces.in_clear.push(row.i64("id")?);
            }
        }
        let key = self.with_keys(|keys| zeroize::Zeroizing::new(*keys.tenant.key.bytes()));
        let mut inside = false;
        db.each(&sql::WRAPPED, &[], &mut |row| {
            inside |= row
                .bytes("wrapped")?
                .windows(key.len())
                .any(|w| w == &key[..]);
            Ok(())
        })?;
        traces.key_inside = inside;
        Ok(())
    }
}

fn hold(row: &Row) -> Result<HoldLine, StoreError> {
    Ok(HoldLine {
        id: values::HoldId::from_raw(row.i64("id")?),
        strand: StrandId::from_raw(row.i64("strand_id")?),
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        category: row.text("category")?.to_owned(),
        reason: row.text("reason")?.to_owned(),
        owner: SubjectId::from_raw(row.i64("owner_id")?),
        record: row.opt_i64("record_id")?.map(RecordId::from_raw),
        set_at: Moment::from_millis(row.i64("set_at")?),
        review_on: row.text("review_on")?.to_owned(),
        reminded_at: row.opt_i64("reminded_at")?.map(Moment::from_millis),
    })
}

fn counts(db: &mut dyn Db) -> Result<Traces, StoreError> {
    let row = db.one(&sql::COUNTS, &[])?;
    Ok(Traces {
        strands: row.i64("strands")?,
        records: row.i64("records")?,
        reasons: row.i64("reasons")?,
        erasures: row.i64("erasures")?,
        consents: row.i64("consents")?,
        holds: row.i64("holds")?,
        ..Traces::default()
    })
}

fn ids(db: &mut dyn Db, sql: &Sql, values: &[store::Value]) -> Result<Vec<i64>, StoreError> {
    db.all(sql, values)?
        .iter()
        .map(|row| row.i64("id"))
        .collect()
}

fn counted(db: &mut dyn Db, sql: &Sql, name: &str) -> Result<Vec<Counted>, StoreError> {
    let rows = db.all(sql, &[])?;
    rows.iter()
        .map(|row| Ok((row.text(name)?.to_owned(), row.i64("n")?)))
        .collect()
}

fn lives(
    db: &mut dyn Db,
    traces: &mut Traces,
    now: Moment,
    grace_days: i64,
) -> Result<(), StoreError> {
    let waited = now.plus_days(-grace_days).millis();
    traces.reasonless = ids(db, &sql::REASONLESS, &[waited.into()])?;
    traces.overdue = ids(db, &sql::OVERDUE, &[waited.into()])?;
    traces.misdated = ids(db, &sql::MISDATED, &[])?;
    traces.unborn = ids(db, &sql::UNBORN, &[now.plus_days(1).millis().into()])?;
    let sourceless = ids(db, &sql::SOURCELESS, &[])?;
    traces.sourceless = sourceless.into_iter().map(RecordId::from_raw).collect();
    traces.categories = counted(db, &sql::CATEGORIES, "category")?;
    traces.reason_rules = counted(db, &sql::REASON_RULES, "rule")?;
    traces.history_alone = ids(db, &sql::HISTORY_ALONE, &[now.millis().into()])?;
    traces.undated = ids(db, &sql::UNDATED, &[])?;
    let today = store::plain(now.local_date().to_string());
    traces.unreviewed = ids(db, &sql::UNREVIEWED, &[today])?;
    Ok(())
}

fn ends(db: &mut dyn Db, traces: &mut Traces) -> Result<(), StoreError> {
    traces.survivors = ids(db, &sql::SURVIVORS, &[])?;
    for row in db.all(&sql::ERASURE_RULES, &[])? {
        let (cause, rule) = (row.text("cause")?.to_owned(), row.text("rule")?.to_owned());
        traces.erasure_rules.push((cause, rule, row.i64("n")?));
    }
    Ok(())
}

fn consents(db: &mut dyn Db, traces: &mut Traces, now: Moment) -> Result<(), StoreError> {
    traces.unproven = ids(db, &sql::UNPROVEN, &[])?;
    for row in db.all(&sql::CONSENT_CONTROLLERS, &[])? {
        let controller = ControllerId::from_raw(row.i64("controller_id")?);
        traces.consent_controllers.push((controller, row.i64("n")?));
    }
    for row in db.all(&sql::MARKETING, &[now.millis().into()])? {
        traces.marketing.push(Reachable {
            strand: StrandId::from_raw(row.i64("id")?),
            subject: SubjectId::from_raw(row.i64("subject_id")?),
            keep_until: Moment::from_millis(row.i64("keep_until")?),
            newsletter: row.i64("newsletter")? > 0,
        });
    }
    for row in db.all(&sql::WITHDREW, &[])? {
        traces
            .withdrew
            .push(SubjectId::from_raw(row.i64("subject_id")?));
    }
    Ok(())
}

//! How long the proof of a consent is kept, and how it is found when its person is gone.
//!
//! "Was this letter lawful when it was sent?" may be asked after the address has been erased (GDPR
//! Art. 7(1)). The ledger's lines name nobody; what leads to them is the keyed hash of an address,
//! written down when the address is withdrawn from or goes. Lines go when the rule `consent-proof` has
//! run out since the withdrawal (or since the person was forgotten), and the hash with their last.

use declaration::vocabulary::{Category, Purpose, Role};
use store::{Db, Sql, StoreError, Value, bytes};
use values::{Moment, SubjectId};

use crate::{
    Actor, Ask, ConsentLine, ConsentState, LookUp, Matter, Refusal, Tag, Vault, VaultError, Work,
    consent, sql,
};

/// The rule that says how long.
const RULE: &str = "consent-proof";

/// Persons whose ledgers are looked at in one step.
const STEP: i64 = 300;

/// A leap day may lie in a period or not: the list is longer by so much, and looked at line by line.
const SLACK_DAYS: i64 = 3;

/// Hash and person, for as long as the person has a line in the ledger.
fn keep(tag: &Tag, subject: SubjectId) -> (Sql, Vec<Value>) {
    let values = vec![tag.kind.into(), bytes(tag.hash), subject.get().into()];
    (sql::CONSENT_PROOF_KEEP, values)
}

impl Work {
    /// From now on an address leads to what this person has said yes and no to, also when the address
    /// itself is gone. Does nothing for whoever has said nothing.
    pub fn keep_proof(&mut self, subject: SubjectId, look_up: &LookUp) {
        let tag = self.vault().tag(look_up);
        self.row(keep(&tag, subject));
    }
}

/// Since when the proof of a matter is counted down: its last word is a withdrawal, or the person is
/// forgotten. `None` while a yes stands.
fn ended(lines: &[&ConsentLine], forgotten_at: Option<Moment>) -> Option<Moment> {
    let last = consent::last_word(lines)?;
    match last.state {
        ConsentState::Withdrawn => Some(last.at),
        ConsentState::Given => forgotten_at,
    }
}

impl Vault {
    /// Until when the proof of a consent is kept that ended at an instant.
    ///
    /// # Errors
    /// When the rule is not in the table.
    pub fn proof_until(&self, ended: Moment) -> Result<Moment, VaultError> {
        let rules = self.rules();
        let rule = rules.at(RULE, ended.local_date());
        let rule = rule.or_else(|| rules.latest(RULE));
        let rule = rule.ok_or_else(|| VaultError::RuleMissing(RULE.to_owned()))?;
        Ok(rule.until(ended))
    }

    /// Whose consents an address led to, whether or not it still leads to anybody.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn proofs_found(&self, look_up: &LookUp) -> Result<Vec<SubjectId>, VaultError> {
        let tag = self.tag(look_up);
        let read = move |db: &mut dyn Db| {
            let values = [tag.kind.into(), bytes(tag.hash)];
            let rows = db.all(&sql::CONSENT_PROOFS, &values)?;
            let subjects = rows.iter().map(|row| row.i64("subject_id"));
            subjects
                .map(|id| id.map(SubjectId::from_raw))
                .collect::<Result<Vec<_>, _>>()
        };
        Ok(self.inner.store.read(read).await?)
    }

    /// The ledger of somebody of whom nothing else is left, for the privacy officer, and until when it
    /// is kept. The look is in the opening log before this returns. `None` when there is none.
    ///
    /// # Errors
    /// For anybody but the officer; when the store fails.
    pub async fn proof_left(
        &self,
        actor: Actor,
        subject: SubjectId,
    ) -> Result<Option<(Vec<ConsentLine>, Moment)>, VaultError> {
        let officer = Role::Privacy;
        if !matches!(actor, Actor::Staff { role, .. } if role == officer) {
            return Err(Refusal::NotThisActor.into());
        }
        let read = move |db: &mut dyn Db| {
            let row = db.opt(&sql::SUBJECT, &[subject.get().into()])?;
            let gone = row.map(|row| row.opt_i64("forgotten_at")).transpose()?;
            let gone = gone.flatten().map(Moment::from_millis);
            Ok((gone, consent::lines(db, subject)?))
        };
        let (gone, lines) = self.inner.store.read(read).await?;
        let sold = self.customer_lines(subject).await?;
        let (Some(gone), false) = (gone, lines.is_empty() && sold.is_empty()) else {
            return Ok(None);
        };
        let mut until = gone;
        for ended in sold.iter().filter_map(|line| line.until) {
            until = until.max(self.proof_until(ended)?);
        }
        for matter in matters(&lines) {
            if let Some(ended) = ended(&about(&lines, &matter), Some(gone)) {
                until = until.max(self.proof_until(ended)?);
            }
        }
        let ask = Ask::open(actor, subject).of(&[Category::Marketing]);
        let ask = ask.case("consents", 0);
        self.log_openings(vec![ask], Purpose::Rights, self.now())
            .await?;
        Ok(Some((lines, until)))
    }

    /// Removes what the ledger has kept for as long as it says. Answers how many matters went.
    pub(crate) async fn lapse_proofs(&self, now: Moment) -> Result<u64, VaultError> {
        let length = self.proof_until(now)?.millis() - now.millis();
        let before = now.plus_ms(-length).plus_days(SLACK_DAYS);
        let vault = self.clone();
        let customers = move |db: &mut dyn Db| {
            db.exec(&sql::SERVICE_NO_FORGET, &[])?;
            vault.lapse_customers(db, now)
        };
        let mut lapsed = self.inner.store.write(customers).await?;
        let mut after = i64::MIN;
        loop {
            let vault = self.clone();
            let step = self.inner.store.write(move |db| {
                let values = [before.millis().into(), after.into(), STEP.into()];
                let rows = db.all(&sql::CONSENTS_ENDED, &values)?;
                let (mut last, mut gone) = (None, 0);
                for row in &rows {
                    let subject = SubjectId::from_raw(row.i64("subject_id")?);
                    let forgotten = row.opt_i64("forgotten_at")?.map(Moment::from_millis);
                    gone += vault.lapse(db, subject, forgotten, now)?;
                    last = Some(subject.get());
                }
                Ok((last, gone))
            });
            let (last, gone) = step.await?;
            lapsed += gone;
            match last {
                Some(last) => after = last,
                None => return Ok(lapsed),
            }
            tokio::task::yield_now().await;
        }
    }

    fn lapse(
        &self,
        db: &mut dyn Db,
        subject: SubjectId,
        forgotten: Option<Moment>,
        now: Moment,
    ) -> Result<u64, StoreError> {
        let lines = consent::lines(db, subject)?;
        let mut batch = Vec::new();
        for matter in matters(&lines) {
            let Some(ended) = ended(&about(&lines, &matter), forgotten) else {
                continue;
            };
            let until = self.proof_until(ended);
            let until = until.map_err(|_| StoreError::Refused("consent-proof"))?;
            if until <= now {
                batch.push((&sql::CONSENTS_LAPSE, row_of(subject, &matter)));
            }
        }
        let lapsed = batch.len() as u64;
        if lapsed > 0 {
            batch.push((&sql::CONSENT_PROOF_LAPSE, vec![subject.get().into()]));
            db.many(&batch)?;
        }
        Ok(lapsed)
    }
}

fn row_of(subject: SubjectId, matter: &Matter) -> Vec<Value> {
    vec![
        subject.get().into(),
        matter.controller.get().into(),
        store::plain(matter.purpose.as_str()),
        store::plain(matter.channel.as_str()),
        store::plain(matter.topic.as_str()),
    ]
}

/// Everything a ledger is about, each once.
fn matters(lines: &[ConsentLine]) -> Vec<Matter> {
    let mut all: Vec<Matter> = Vec::new();
    for line in lines {
        if !all.contains(&line.matter()) {
            all.push(line.matter());
        }
    }
    all
}

fn about<'l>(lines: &'l [ConsentLine], matter: &Matter) -> Vec<&'l ConsentLine> {
    let about = lines.iter().filter(|line| line.matter() == *matter);
    about.collect()
}

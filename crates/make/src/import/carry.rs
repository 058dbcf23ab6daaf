//! Carrying out a file: who comes in is asked in the very transaction that lets them in, so that a no
//! that comes meanwhile wins; done again it does nothing.

use std::collections::{BTreeSet, HashMap};

use customers::Subscriber;
use declaration::vocabulary::{Category, Purpose, purpose};
use newsletter::{subscriber::standing, topics::Choice};
use store::{Db, StoreError, bytes};
use values::{JobId, SubjectId};
use vault::{
    Actor, Ask, ConsentSlip, ConsentState, Keep, Laid, LookUp, Permit, Personal, Provenance,
    SubjectKind, Vault, VaultError, Work, audience,
};

use super::{FORM, Looked, Older, Outcome, Proof, Read, What, Why, list};
use crate::{
    account::Failing,
    accounts::Account,
    hear::{Word, heard, take_all},
    lines::{Mark, is_about, is_suppressed},
    sql,
};

/// So many come in in one transaction.
const FLIGHT: usize = 100;

/// What is to become of a yes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fate {
    /// Somebody new, or known without a word about this topic.
    Enter(Option<SubjectId>),
    Known,
    Refused(Why),
}

fn fate(db: &mut dyn Db, mark: &Mark, choice: Choice) -> Result<Fate, StoreError> {
    if is_suppressed(db, mark, choice)? {
        return Ok(Fate::Refused(Why::Suppressed));
    }
    let Some(row) = db.opt(&vault::sql::BLIND, &["email".into(), bytes(*mark)])? else {
        return Ok(Fate::Enter(None));
    };
    let subject = SubjectId::from_raw(row.i64("subject_id")?);
    let Some(reach) = audience::reach(db, subject, Purpose::Newsletter)? else {
        return Ok(Fate::Refused(Why::Restricted));
    };
    let restricted = db.opt(&sql::RESTRICTED, &[subject.get().into()])?.is_some();
    if restricted || reach.objected_at.is_some() {
        return Ok(Fate::Refused(Why::Restricted));
    }
    let line = reach.consents.iter().find(|line| is_about(line, choice));
    Ok(match line.map(|line| line.state) {
        None => Fate::Enter(Some(subject)),
        Some(ConsentState::Given) => Fate::Known,
        // No file lifts a no, whatever it says.
        Some(ConsentState::Withdrawn) => Fate::Refused(Why::SaidNo),
    })
}

async fn fates(vault: &Vault, choice: Choice, marks: Vec<Mark>) -> Result<Vec<Fate>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let mut each = Vec::with_capacity(marks.len());
        for mark in &marks {
            each.push(fate(db, mark, choice)?);
        }
        Ok(each)
    };
    Ok(vault.store().read_long(read).await?)
}

impl Outcome {
    /// What can be said of the rows without asking the house.
    fn begun(file: &Looked) -> Self {
        let mut outcome = Self {
            older: file.older.as_ref().map(|older| older.words.clone()),
            ..Self::default()
        };
        for read in &file.rows {
            match &read.what {
                What::Yes(_) => {}
                What::Again => outcome.known += 1,
                What::No(..) => outcome.no += 1,
                What::Refused(why) => outcome.refused.push((read.row, read.there, *why)),
            }
        }
        outcome
    }

    fn count(&mut self, (read, proof): (&Read, &Proof), fate: Fate) {
        match fate {
            Fate::Enter(_) => {
                self.yes += 1;
                self.covered += i64::from(proof.older);
            }
            Fate::Known => self.known += 1,
            Fate::Refused(why) => self.refused.push((read.row, read.there, why)),
        }
    }
}

fn yeses(rows: &[Read]) -> Vec<(&Read, &Proof)> {
    let mut all = Vec::new();
    for read in rows {
        if let What::Yes(proof) = &read.what {
            all.push((read, &**proof));
        }
    }
    all
}

/// What would come of a file. Changes nothing.
pub(super) async fn weigh(
    vault: &Vault,
    account: &Account,
    file: &Looked,
) -> Result<Outcome, VaultError> {
    let mut outcome = Outcome::begun(file);
    let yeses = yeses(&file.rows);
    let marks = yeses.iter().map(|(_, proof)| proof.mark).collect();
    let fates = fates(vault, account.choice, marks).await?;
    for (yes, fate) in yeses.iter().zip(fates) {
        outcome.count(*yes, fate);
    }
    outcome.refused.sort_unstable();
    Ok(outcome)
}

/// Does it, and writes down what came of it. Answers under which number.
pub(super) async fn carry_out(
    vault: &Vault,
    account: &Account,
    file: &Looked,
    by: Actor,
) -> Result<JobId, Failing> {
    let _alone = account.busy.lock().await;
    take_noes(vault, account, &file.rows).await?;
    let mut outcome = Outcome::begun(file);
    let older = file.older.as_ref();
    for some in yeses(&file.rows).chunks(FLIGHT) {
        let done = vault::again(|| enter(vault, (account.choice, older), some, by)).await?;
        for (yes, fate) in some.iter().zip(done) {
            outcome.count(*yes, fate);
        }
    }
    outcome.refused.sort_unstable();
    Ok(list::write(vault, account, (&outcome, older), by).await?)
}

/// Noes first. One that has been heard of before is not said again: there may be a yes behind it.
async fn take_noes(vault: &Vault, account: &Account, rows: &[Read]) -> Result<(), VaultError> {
    let mut known = heard(vault, account).await?;
    let mut seen = BTreeSet::new();
    let mut words = Vec::new();
    for read in rows {
        let What::No(kind, mark, email) = &read.what else {
            continue;
        };
        if !known.ever(*kind, *mark) && seen.insert((kind.as_str(), *mark)) {
            words.push(Word {
                kind: *kind,
                email,
                at: None,
                id: None,
            });
        }
    }
    take_all(vault, account, &mut known, words)
        .await
        .map(|_| ())
}

/// Some of them, in one transaction. Answers what became of each.
async fn enter(
    vault: &Vault,
    (choice, older): (Choice, Option<&Older>),
    some: &[(&Read, &Proof)],
    by: Actor,
) -> Result<Vec<Fate>, VaultError> {
    let marks: Vec<Mark> = some.iter().map(|(_, proof)| proof.mark).collect();
    let before = fates(vault, choice, marks.clone()).await?;
    let mut laid: HashMap<Mark, Laid> = HashMap::new();
    for ((_, proof), fate) in some.iter().zip(&before) {
        if let Fate::Enter(subject) = fate {
            let older = older.filter(|_| proof.older);
            let work = one(vault, (choice, older), proof, *subject, by).await?;
            laid.insert(proof.mark, work);
        }
    }
    let write = move |db: &mut dyn Db| {
        let mut done = Vec::with_capacity(marks.len());
        for mark in &marks {
            let fate = fate(db, mark, choice)?;
            if let (Fate::Enter(_), Some(laid)) = (fate, laid.get(mark)) {
                laid.lay(db)?;
            }
            done.push(fate);
        }
        Ok(done)
    };
    Ok(vault.store().write(write).await?)
}

/// One yes: the ledger, as of the instant it was said, and the address.
async fn one(
    vault: &Vault,
    (choice, older): (Choice, Option<&Older>),
    proof: &Proof,
    known: Option<SubjectId>,
    by: Actor,
) -> Result<Laid, VaultError> {
    let mut work = vault.work();
    let (subject, permit) = match known {
        Some(subject) => (subject, permit(vault, subject).await?),
        None => new_person(vault, &mut work, &LookUp::email(&proof.email)).await?,
    };
    let mut topics: Vec<&str> = match known {
        Some(subject) => standing(vault, subject)
            .await?
            .iter()
            .map(|one| one.topic)
            .collect(),
        None => Vec::new(),
    };
    topics.push(choice.topic);
    topics.sort_unstable();
    topics.dedup();
    let slip = slip(vault, choice, proof, subject, by);
    match older {
        Some(older) => work.consent_to_older(&slip, &older.words),
        None => Some(work.consent(&slip)),
    };
    let record = Personal::new(Subscriber {
        name: proof.first_name.clone(),
        email: proof.email.clone(),
        topics: Some(topics.join(" ")),
        source: Some(proof.source.clone()),
    });
    let source = Provenance {
        source_kind: "data_subject",
        source_ref: 0,
        notice_version: vault.declaration().version().to_string(),
    };
    let slot = customers::ConsentChoice {
        controller: choice.controller,
        channel: declaration::Channel::Email,
        topic: choice.topic,
    }
    .slot();
    work.seal(
        &permit,
        &record,
        &source,
        &Keep::while_open("consent", slot),
    )?;
    Ok(work.finish())
}

/// The line of the ledger.
fn slip(
    vault: &Vault,
    choice: Choice,
    proof: &Proof,
    subject: SubjectId,
    by: Actor,
) -> ConsentSlip {
    ConsentSlip {
        subject,
        controller: choice.controller,
        purpose: Purpose::Newsletter,
        channel: declaration::Channel::Email.as_str(),
        topic: choice.topic,
        state: ConsentState::Given,
        at: proof.at,
        text_version: vault.declaration().version().to_string(),
        lang: proof.lang.tag(),
        form: FORM,
        actor: by,
    }
}

async fn new_person(
    vault: &Vault,
    work: &mut Work,
    look_up: &LookUp,
) -> Result<(SubjectId, Permit<purpose::Newsletter>), VaultError> {
    let subject = work.subject(SubjectKind::Person);
    let ask = Ask::seal_new(own(subject), subject).of(&[Category::Marketing]);
    let permit = vault.permit::<purpose::Newsletter>(ask).await?;
    work.claim(&permit, Category::Marketing, look_up)?;
    Ok((subject, permit))
}

async fn permit(
    vault: &Vault,
    subject: SubjectId,
) -> Result<Permit<purpose::Newsletter>, VaultError> {
    let ask = Ask::seal(own(subject), subject).of(&[Category::Marketing]);
    vault.permit::<purpose::Newsletter>(ask).await
}

/// In the person's own name: the yes is theirs, whoever brings the proof of it. The ledger says who.
const fn own(subject: SubjectId) -> Actor {
    Actor::Link {
        subject,
        purpose: Purpose::Newsletter,
    }
}

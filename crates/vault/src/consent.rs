//! The consent ledger: append-only, with the text's version, the form, the time and the actor
//! (GDPR Art. 7(1); ISO/IEC TS 27560).

use declaration::vocabulary::Purpose;
use store::{Db, Row, StoreError, plain};
use values::{ConsentId, ControllerId, Moment, SubjectId};

use crate::{Actor, Vault, VaultError, sql};

/// Given or withdrawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ConsentState {
    /// Given.
    Given,
    /// Withdrawn.
    Withdrawn,
}

impl ConsentState {
    /// The word in the ledger.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// What is entered in the ledger.
#[derive(Clone, Debug)]
pub struct ConsentSlip {
    /// Whose.
    pub subject: SubjectId,
    /// To which controller.
    pub controller: ControllerId,
    /// For what.
    pub purpose: Purpose,
    /// By which channel: `email`, `sms`, `post`, `phone`.
    pub channel: &'static str,
    /// About what, such as `news`.
    pub topic: &'static str,
    /// Given or withdrawn.
    pub state: ConsentState,
    /// When the person said so (a letter may be older than its registration).
    pub at: Moment,
    /// Version of the declaration whose text was shown.
    pub text_version: String,
    /// In which language.
    pub lang: &'static str,
    /// Through which form, such as `min-side`.
    pub form: &'static str,
    /// Who entered it.
    pub actor: Actor,
}

/// One line of the ledger.
#[derive(Clone, Debug)]
pub struct ConsentLine {
    /// Its id.
    pub id: ConsentId,
    /// To which controller.
    pub controller: ControllerId,
    /// For what.
    pub purpose: String,
    /// By which channel.
    pub channel: String,
    /// About what.
    pub topic: String,
    /// Given or withdrawn.
    pub state: ConsentState,
    /// When the person said so.
    pub at: Moment,
    /// When it was entered.
    pub recorded_at: Moment,
    /// Version of the text.
    pub text_version: String,
    /// Language of the text.
    pub lang: String,
    /// Through which form.
    pub form: String,
    /// Fingerprint of the words that were answered; empty for a line from before they were kept.
    pub text_hash: String,
    /// Fingerprint of the facts behind them.
    pub facts_hash: String,
    /// When what a member of staff entered had come in, where they said so.
    pub received_at: Option<Moment>,
    /// Who entered it: `subject`, `link`, `staff`, `chore`.
    pub actor_kind: String,
    /// The one who entered it.
    pub actor_id: i64,
    /// In which order it came in, whatever the clock said.
    seq: i64,
}

impl ConsentLine {
    /// Whether this is a yes that outlasts a no said at one instant and entered at another: the person
    /// said it later, and not in a time that had not come (the rule that the last word goes by).
    #[must_use]
    pub fn outlasts(&self, no_said_at: Moment, no_entered_at: Moment) -> bool {
        self.state == ConsentState::Given && self.at > no_said_at && self.at <= no_entered_at
    }
}

fn line(row: &Row) -> Result<ConsentLine, StoreError> {
    Ok(ConsentLine {
        id: ConsentId::from_raw(row.i64("id")?),
        controller: ControllerId::from_raw(row.i64("controller_id")?),
        purpose: row.text("purpose")?.to_owned(),
        channel: row.text("channel")?.to_owned(),
        topic: row.text("topic")?.to_owned(),
        state: if row.text("state")? == "given" {
            ConsentState::Given
        } else {
            ConsentState::Withdrawn
        },
        at: Moment::from_millis(row.i64("at")?),
        recorded_at: Moment::from_millis(row.i64("recorded_at")?),
        text_version: row.text("text_version")?.to_owned(),
        lang: row.text("lang")?.to_owned(),
        form: row.text("form")?.to_owned(),
        text_hash: row.text("text_hash")?.to_owned(),
        facts_hash: row.text("facts_hash")?.to_owned(),
        received_at: row.opt_i64("received_at")?.map(Moment::from_millis),
        actor_kind: row.text("actor_kind")?.to_owned(),
        actor_id: row.i64("actor_id")?,
        seq: row.i64("seq")?,
    })
}

/// A person's whole ledger, inside a transaction.
pub(crate) fn lines(db: &mut dyn Db, subject: SubjectId) -> Result<Vec<ConsentLine>, StoreError> {
    db.all(&sql::CONSENTS_OF, &[subject.get().into()])?
        .iter()
        .map(line)
        .collect()
}

/// Whether a withdrawal ends a consent: it was said later, or the consent was there already and bears
/// an instant that had not come yet (a clock that ran ahead keeps no consent alive).
fn ends(withdrawal: &ConsentLine, given: &ConsentLine) -> bool {
    let ahead = withdrawal.seq > given.seq && given.at > withdrawal.recorded_at;
    withdrawal.at >= given.at || ahead
}

/// The last word on each controller × purpose × channel × topic.
pub(crate) fn latest(lines: &[ConsentLine]) -> Vec<&ConsentLine> {
    let mut matters: Vec<Vec<&ConsentLine>> = Vec::new();
    for line in lines {
        match matters.iter_mut().find(|matter| same(matter[0], line)) {
            Some(matter) => matter.push(line),
            None => matters.push(vec![line]),
        }
    }
    matters
        .iter()
        .filter_map(|matter| last_word(matter))
        .collect()
}

fn same(a: &ConsentLine, b: &ConsentLine) -> bool {
    (a.controller, &a.purpose, &a.channel, &a.topic)
        == (b.controller, &b.purpose, &b.channel, &b.topic)
}

/// The latest consent that no withdrawal ends, or else the latest withdrawal.
pub(crate) fn last_word<'l>(matter: &[&'l ConsentLine]) -> Option<&'l ConsentLine> {
    let (given, withdrawn): (Vec<&ConsentLine>, Vec<&ConsentLine>) = matter
        .iter()
        .partition(|line| line.state == ConsentState::Given);
    let stands = |given: &&ConsentLine| !withdrawn.iter().any(|line| ends(line, given));
    let key = |line: &&ConsentLine| (line.at, line.id);
    given
        .iter()
        .copied()
        .filter(stands)
        .max_by_key(key)
        .or_else(|| withdrawn.iter().copied().max_by_key(key))
}

/// The last words of a person's ledger, by its rows.
pub(crate) fn standing(rows: &[Row]) -> Result<Vec<ConsentLine>, StoreError> {
    let lines = rows.iter().map(line).collect::<Result<Vec<_>, _>>()?;
    Ok(latest(&lines).into_iter().cloned().collect())
}

impl Vault {
    /// Enters a consent or a withdrawal.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn enter_consent(&self, slip: ConsentSlip) -> Result<ConsentId, VaultError> {
        let (id, now) = (self.world().id::<ConsentId>(), self.now());
        let rows = crate::consent_text::rows(&self.declaration(), id, &slip, None, now);
        self.inner
            .store
            .write(move |db| {
                let rows = rows.iter().map(|(sql, values)| (sql, values.clone()));
                db.many(&rows.collect::<Vec<_>>()).map(|_| ())
            })
            .await?;
        Ok(id)
    }

    /// A person's whole ledger, oldest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn consents_of(&self, subject: SubjectId) -> Result<Vec<ConsentLine>, VaultError> {
        Ok(self.inner.store.read(move |db| lines(db, subject)).await?)
    }

    /// The last word on each controller × purpose × channel × topic.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn consents_standing(
        &self,
        subject: SubjectId,
    ) -> Result<Vec<ConsentLine>, VaultError> {
        let lines = self.consents_of(subject).await?;
        Ok(latest(&lines).into_iter().cloned().collect())
    }

    /// Enters a no to a purpose that nobody weighs (GDPR Art. 21(2)–(3)): marketing, a reminder.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn enter_objection(
        &self,
        subject: SubjectId,
        purpose: Purpose,
    ) -> Result<(), VaultError> {
        let now = self.now();
        self.inner
            .store
            .write(move |db| {
                let values = [
                    subject.get().into(),
                    purpose.as_str().into(),
                    now.millis().into(),
                ];
                db.exec(&sql::OBJECTION_SAY, &values)
            })
            .await?;
        Ok(())
    }
}

/// A line of the ledger as it is written.
pub(crate) fn values(id: ConsentId, slip: &ConsentSlip, now: Moment) -> Vec<store::Value> {
    vec![
        id.get().into(),
        slip.subject.get().into(),
        slip.controller.get().into(),
        slip.purpose.as_str().into(),
        slip.channel.into(),
        slip.topic.into(),
        slip.state.as_str().into(),
        slip.at.millis().into(),
        now.millis().into(),
        plain(slip.text_version.as_str()),
        slip.lang.into(),
        slip.form.into(),
        slip.actor.kind().into(),
        slip.actor.id().into(),
    ]
}

//! Posting a letter: sealed for the person it goes to, queued by ids.

use declaration::vocabulary::{MayUse, PurposeType, category};
use store::{Db, StoreError, Value, jobs, plain};
use values::{ControllerId, Email, JobId, Moment, RecordId};
use vault::{Keep, Permit, Personal, Provenance, VaultError, Work};
use web::Lang;

use crate::{JOB, sql};

/// A letter that nobody could take in this many days is given up (RFC 5321, 4.5.4.1).
const GOOD_FOR_DAYS: i64 = 5;

/// Letters nobody waits for arrive between these hours, Norwegian time.
const OPENS: i8 = 9;
const CLOSES: i8 = 20;

/// A letter in plain text; a plain HTML alternative is made from it when it is sent.
pub struct Letter {
    /// To whom.
    pub to: Email,
    /// The subject line.
    pub subject: String,
    /// The text. Paragraphs are separated by an empty line; an address of the web on its own becomes
    /// a link.
    pub text: String,
    /// A calendar file (iCalendar, with its METHOD) that goes along.
    pub calendar: Option<String>,
    /// The language it is written in.
    pub lang: Lang,
    /// Who writes; nobody in particular means the house.
    pub controller: Option<ControllerId>,
    /// After this instant it is of no use and is not sent any more (a log-in link).
    pub good_until: Option<Moment>,
}

impl Letter {
    /// A letter in bokmål from the house.
    #[must_use]
    pub fn new(to: Email, subject: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            to,
            subject: subject.into(),
            text: text.into(),
            calendar: None,
            lang: Lang::Nb,
            controller: None,
            good_until: None,
        }
    }

    /// Written in this language.
    #[must_use]
    pub const fn in_lang(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }

    /// From this legal entity.
    #[must_use]
    pub const fn from(mut self, controller: ControllerId) -> Self {
        self.controller = Some(controller);
        self
    }

    /// With a calendar file.
    #[must_use]
    pub fn with_calendar(mut self, file: String) -> Self {
        self.calendar = Some(file);
        self
    }

    /// Of no use after an instant.
    #[must_use]
    pub const fn until(mut self, good_until: Moment) -> Self {
        self.good_until = Some(good_until);
        self
    }
}

vault::record! {
    /// A message to a person, as it lies at rest.
    pub struct LetterRecord in Correspondence as "letter" {
        /// To whom.
        to: Email,
        /// The subject line.
        subject: String,
        /// The text.
        text: String,
        /// The calendar file, if any.
        calendar: Option<String>,
    }
}

/// A letter that is sealed and waits to be queued by its transaction.
#[derive(Clone)]
pub struct Posted {
    message: JobId,
    record: RecordId,
    subject: i64,
    due: Moment,
    row: Vec<Value>,
}

/// Seals a letter into the work. `dedup` names the occasion (`booked-42`) and must say nothing of a
/// person; the same occasion is posted once. What the message is shown under later
/// ([`crate::status_of`]) is what `keep` is for the sake of.
///
/// # Errors
/// As [`Work::seal`].
pub fn post<P>(
    work: &mut Work,
    permit: &Permit<P>,
    letter: Letter,
    dedup: &str,
    keep: &Keep,
) -> Result<Posted, VaultError>
where
    P: PurposeType + MayUse<category::Correspondence>,
{
    let vault = work.vault().clone();
    let (source_kind, source_ref) = keep.source();
    let provenance = Provenance {
        source_kind: "derived",
        source_ref,
        notice_version: vault.declaration().version().to_string(),
    };
    let at = work.at();
    let (lang, controller) = (letter.lang, letter.controller);
    let good_until = letter
        .good_until
        .unwrap_or_else(|| at.plus_days(GOOD_FOR_DAYS));
    let record = Personal::new(LetterRecord {
        to: letter.to,
        subject: letter.subject,
        text: letter.text,
        calendar: letter.calendar,
    });
    let record = work.seal(permit, &record, &provenance, keep)?;
    let message: JobId = vault.world().id();
    let subject = permit.subject().get();
    let row = vec![
        message.get().into(),
        record.get().into(),
        subject.into(),
        P::ID.as_str().into(),
        source_kind.into(),
        source_ref.into(),
        controller.map(ControllerId::get).into(),
        lang.tag().into(),
        plain(dedup),
        at.millis().into(),
        good_until.millis().into(),
        permit.actor().is(permit.subject()).into(),
    ];
    Ok(Posted {
        message,
        record,
        subject,
        due: at,
        row,
    })
}

impl Posted {
    /// Sends it when people are up: now, or else at nine. For what a chore writes at night.
    #[must_use]
    pub fn by_day(mut self, now: Moment) -> Self {
        self.due = by_day(now);
        self
    }

    /// The message's id: the job's, and the left part of its Message-ID.
    #[must_use]
    pub const fn id(&self) -> JobId {
        self.message
    }

    /// Queues the letter. Inside the transaction that lays the work, after it.
    ///
    /// # Errors
    /// When the store fails.
    pub fn enqueue(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        if db.exec(&sql::ADD, &self.row)? == 0 {
            return Ok(());
        }
        let mut job = jobs::NewJob::new(self.message.get(), JOB, self.due.millis());
        job.subject_id = Some(self.subject);
        job.record_id = Some(self.record.get());
        jobs::enqueue(db, &job).map(|_| ())
    }
}

fn by_day(now: Moment) -> Moment {
    let today = now.local_date();
    let opens = Moment::at_local(today, OPENS, 0);
    if now < opens {
        return opens;
    }
    if now < Moment::at_local(today, CLOSES, 0) {
        return now;
    }
    Moment::at_local(today.tomorrow().unwrap_or(today), OPENS, 0)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use values::Moment;

    use super::by_day;

    #[test]
    fn a_letter_of_the_night_waits_for_the_day() {
        let at = |day, hour| Moment::at_local(date(2026, 3, day), hour, 0);
        for (now, due) in [
            (at(2, 4), at(2, 9)),
            (at(2, 9), at(2, 9)),
            (at(2, 19), at(2, 19)),
            (at(2, 20), at(3, 9)),
            // The clocks go forward in the night of the 29th.
            (at(28, 23), at(29, 9)),
        ] {
            assert_eq!(by_day(now), due);
        }
    }
}

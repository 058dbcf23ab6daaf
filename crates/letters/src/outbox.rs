//! The chore that sends what is due.

use declaration::vocabulary::{Category, MayUse, Purpose, PurposeType, category, purpose};
use store::{Db, Row, StoreError, jobs};
use values::{ControllerId, JobId, Moment, RecordId, SubjectId};
use vault::{Actor, Ask, Personal, Refusal, Sealed, Vault, VaultError};

use crate::{
    JOB, LetterRecord, Limits, Mailer,
    mime::{self, Envelope},
    smtp::{Line, Verdict},
    sql,
    status::State,
};

/// A message in a worker's hands comes up again after this time if the worker died: longer than the
/// slowest server may take.
pub(crate) const LEASE_MS: i64 = 900_000;
const _: () = assert!(LEASE_MS > Limits::SLOWEST_MS);
/// In place of a code: the whole message was across and nothing was answered.
const UNANSWERED: u16 = 0;
/// First and longest pause between attempts: one minute, four hours.
const PAUSE_MS: (i64, i64) = (60_000, 4 * 3_600_000);

/// What a round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Taken by the mail server.
    pub sent: u64,
    /// Put off.
    pub deferred: u64,
    /// Refused for good.
    pub refused: u64,
    /// Perhaps arrived.
    pub unsure: u64,
    /// Not sent: forgotten or of no use any more.
    pub dropped: u64,
}

/// Sends what is due, one message after another, and answers what was done. When the server cannot be
/// reached the rest stays due: the next round begins with another message.
///
/// # Errors
/// When the store or the vault fails; what was sent is noted, what is in hand comes up again.
pub async fn deliver_due(vault: &Vault, mailer: &Mailer) -> Result<Delivered, VaultError> {
    let mut done = Delivered::default();
    let mut line = None;
    while let Some(message) = claim(vault).await? {
        let outcome = attempt(vault, mailer, &mut line, &message).await?;
        match outcome.state {
            State::Sent => done.sent += 1,
            State::Refused => done.refused += 1,
            State::Unsure => done.unsure += 1,
            State::Dropped => done.dropped += 1,
            State::Queued | State::Deferred => done.deferred += 1,
        }
        note(vault, &message, outcome).await?;
        if outcome.away {
            break;
        }
    }
    if let Some(line) = line {
        line.close().await;
    }
    Ok(done)
}

/// Sends as messages become due, until the store closes: woken by each posting in this process, and
/// once a minute for those of others. Ends by being dropped; at most the message in flight is sent
/// twice, under the same Message-ID.
pub async fn work_through(vault: Vault, mailer: Mailer) {
    let mut alarm = vault.store().alarm();
    loop {
        if let Err(error) = deliver_due(&vault, &mailer).await {
            tracing::warn!(%error, "outbox");
            tokio::time::sleep(std::time::Duration::from_secs(5)).await;
        }
        tokio::select! {
            open = alarm.woken() => if !open { return },
            () = tokio::time::sleep(std::time::Duration::from_secs(20)) => {}
        }
    }
}

struct Message {
    id: JobId,
    record: RecordId,
    subject: SubjectId,
    purpose: Option<Purpose>,
    controller: Option<ControllerId>,
    lang: String,
    posted_at: Moment,
    good_until: Moment,
    tries: i64,
    /// Whether it was across once and nothing was answered.
    doubted: bool,
    /// The person's own act brought it about.
    own: bool,
}

/// How an attempt ended.
#[derive(Clone, Copy)]
struct Outcome {
    state: State,
    /// The server's code, when it said no.
    code: Option<u16>,
    /// The server could not be reached, or would not talk to us at all.
    away: bool,
}

impl Outcome {
    const fn of(state: State, code: Option<u16>) -> Self {
        Self {
            state,
            code,
            away: false,
        }
    }
}

async fn claim(vault: &Vault) -> Result<Option<Message>, VaultError> {
    let now = vault.world().now().millis();
    let take = move |db: &mut dyn Db| {
        for job in jobs::claim(db, JOB, now, LEASE_MS, 1)? {
            match db.opt(&sql::BY_ID, &[job.id.into()])? {
                Some(row) => return message(&row).map(Some),
                // A job without a message: forgotten in between.
                None => {
                    jobs::done(db, job.id)?;
                }
            }
        }
        Ok(None)
    };
    Ok(vault.store().write(take).await?)
}

fn message(row: &Row) -> Result<Message, StoreError> {
    Ok(Message {
        id: JobId::from_raw(row.i64("id")?),
        record: RecordId::from_raw(row.i64("record_id")?),
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        purpose: Purpose::from_name(row.text("purpose")?),
        controller: row.opt_i64("controller_id")?.map(ControllerId::from_raw),
        lang: row.text("lang")?.to_owned(),
        posted_at: Moment::from_millis(row.i64("posted_at")?),
        good_until: Moment::from_millis(row.i64("good_until")?),
        tries: row.i64("tries")?,
        doubted: row.opt_i64("code")? == Some(i64::from(UNANSWERED)),
        own: row.bool("own")?,
    })
}

async fn attempt(
    vault: &Vault,
    mailer: &Mailer,
    line: &mut Option<Line>,
    message: &Message,
) -> Result<Outcome, VaultError> {
    if vault.world().now() >= message.good_until {
        return Ok(Outcome::of(State::Dropped, None));
    }
    let letter = match open(vault, message).await {
        Ok(Some(letter)) => letter,
        Ok(None) | Err(VaultError::Gone) => return Ok(Outcome::of(State::Dropped, None)),
        // A restriction may be lifted while the letter is still of use.
        Err(VaultError::Refused(Refusal::Restricted)) => {
            return Ok(Outcome::of(State::Deferred, None));
        }
        Err(VaultError::Refused(_)) => return Ok(Outcome::of(State::Dropped, None)),
        Err(error) => return Err(error),
    };
    let declaration = vault.declaration();
    let controller = message.controller.and_then(|id| declaration.controller(id));
    let sender = mailer.sender(controller.map(|c| c.key.as_str()));
    let name = sender
        .name
        .as_deref()
        .or(controller.map(|c| c.name.as_str()));
    let envelope = Envelope {
        id: message.id.get(),
        domain: mailer.settings().own_name(),
        at: message.posted_at,
        from: (name, &sender.address),
        reply_to: controller.map(|c| c.email.as_str()),
        to: letter.to.reveal(),
        lang: &message.lang,
        subject: &letter.subject,
        text: &letter.text,
        calendar: letter.calendar.as_deref(),
    };
    let Ok(body) = mime::build(&envelope) else {
        return Ok(Outcome::of(State::Dropped, None));
    };
    let verdict = hand_over(mailer, line, &sender.address, letter.to.reveal(), &body).await;
    Ok(outcome(verdict, message.doubted))
}

/// What follows from the server's word. What was in doubt once stays in doubt: it is not forgotten over a
/// later answer.
fn outcome(verdict: Verdict, doubted: bool) -> Outcome {
    let deferred = |code| Outcome::of(State::Deferred, code);
    match verdict {
        Verdict::Taken => Outcome::of(State::Sent, None),
        Verdict::Never(code) => Outcome::of(State::Refused, Some(code)),
        Verdict::Unsure if doubted => Outcome::of(State::Unsure, None),
        Verdict::Unsure => deferred(Some(UNANSWERED)),
        Verdict::Later(_) if doubted => deferred(Some(UNANSWERED)),
        Verdict::Later(code) => deferred(code),
        Verdict::Away(code) => Outcome {
            away: true,
            ..deferred(if doubted { Some(UNANSWERED) } else { code })
        },
    }
}

async fn hand_over(
    mailer: &Mailer,
    line: &mut Option<Line>,
    from: &str,
    to: &str,
    body: &[u8],
) -> Verdict {
    let body = match mailer.signed(body).await {
        Ok(body) => body,
        Err(verdict) => return verdict,
    };
    let mut open = match line.take() {
        Some(open) => open,
        None => match mailer.connect().await {
            Ok(open) => open,
            Err(verdict) => return verdict,
        },
    };
    let verdict = mailer.send(&mut open, from, to, &body).await;
    if verdict == Verdict::Taken {
        *line = Some(open);
    }
    verdict
}

/// Opens the letter for the purpose it was posted for; none when its strand is gone.
async fn open(
    vault: &Vault,
    message: &Message,
) -> Result<Option<Personal<LetterRecord>>, VaultError> {
    match message.purpose {
        Some(Purpose::Visit) => open_for::<purpose::Visit>(vault, message).await,
        Some(Purpose::Account) => open_for::<purpose::Account>(vault, message).await,
        Some(Purpose::Claims) => open_for::<purpose::Claims>(vault, message).await,
        Some(Purpose::ServiceReminders) => {
            open_for::<purpose::ServiceReminders>(vault, message).await
        }
        Some(Purpose::Rights) => open_for::<purpose::Rights>(vault, message).await,
        Some(Purpose::StaffAccess) => open_for::<purpose::StaffAccess>(vault, message).await,
        _ => Ok(None),
    }
}

async fn open_for<P>(
    vault: &Vault,
    message: &Message,
) -> Result<Option<Personal<LetterRecord>>, VaultError>
where
    P: PurposeType + MayUse<category::Correspondence>,
{
    let id = message.record;
    let load = move |db: &mut dyn Db| Sealed::<LetterRecord>::load(db, id);
    let Some(sealed) = vault.store().read(load).await? else {
        return Ok(None);
    };
    let by = |actor| {
        Ask::open(actor, message.subject)
            .of(&[Category::Correspondence])
            .case("message", message.id.get())
    };
    let permit = match vault.permit::<P>(by(Actor::Chore("post"))).await {
        // What a person asked for themselves is answered, whatever else is restricted (Art. 18(2)).
        Err(VaultError::Refused(Refusal::Restricted)) if message.own => {
            let own = Actor::Link {
                subject: message.subject,
                purpose: P::ID,
            };
            vault.permit::<P>(by(own)).await?
        }
        other => other?,
    };
    vault.open(&permit, &sealed).map(Some)
}

async fn note(vault: &Vault, message: &Message, outcome: Outcome) -> Result<(), VaultError> {
    let (id, tries) = (message.id.get(), message.tries);
    let Outcome { state, code, .. } = outcome;
    let now = vault.world().now();
    let write = move |db: &mut dyn Db| {
        let code = code.map(i64::from);
        let values = [
            id.into(),
            state.as_str().into(),
            now.millis().into(),
            code.into(),
        ];
        db.exec(&sql::NOTE, &values)?;
        if state == State::Deferred {
            jobs::retry_at(db, id, now.plus_ms(pause(tries)).millis()).map(|_| ())
        } else {
            jobs::done(db, id).map(|_| ())
        }
    };
    Ok(vault.store().write(write).await?)
}

/// How long to wait after that many failed attempts: twice as long each time.
fn pause(tries: i64) -> i64 {
    let doublings = u32::try_from(tries.clamp(0, 16)).unwrap_or(16);
    (PAUSE_MS.0 << doublings).min(PAUSE_MS.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_from_a_minute_to_four_hours() {
        let minutes: Vec<i64> = (0..10).map(|tries| pause(tries) / 60_000).collect();
        assert_eq!(minutes, [1, 2, 4, 8, 16, 32, 64, 128, 240, 240]);
        assert_eq!(pause(1_000), 4 * 3_600_000);
    }
}

//! A turn of the sender: campaigns that are due, a batch of each, one message after another on several
//! hands. Whether a message may be sent is asked anew the moment before it is handed over.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use declaration::vocabulary::{Category, Purpose, purpose};
use store::{Db, Value};
use values::{Email, Moment, SubjectId};
use vault::{Actor, Ask, LookUp, Permit, Refusal, Vault, VaultError, audience, suppressed_in};
use web::App;

use super::{Claimed, build, claim, end_if_empty, gates::Gates, running, sql, start_due};
use crate::{
    Basis, Verdict, Why,
    campaign::{self, Campaign, State},
    compose::{self, Letterhead},
    decide,
    facts::{self, Asked},
    sending::{Envelope, Outcome, Sender},
    subscriber::{self, wishes_of},
    topics::Wishes,
};

/// How fast.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// So many hands at once: at most so many messages are doubled when the process is killed.
    pub hands: usize,
    /// So many recipients are taken at once.
    pub batch: i64,
    /// A taken recipient comes up again after this time.
    pub lease_ms: i64,
    /// Messages a minute to one mail domain; 0 for no limit.
    pub a_domain_a_minute: u32,
    /// A message nobody could take is given up after so many attempts.
    pub attempts: i64,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            hands: 16,
            batch: 128,
            lease_ms: 10 * 60_000,
            a_domain_a_minute: 0,
            attempts: 12,
        }
    }
}

/// What a turn did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turned {
    /// Taken by the mail server.
    pub sent: u64,
    /// Passed over.
    pub skipped: u64,
    /// Refused for good.
    pub failed: u64,
    /// Put off.
    pub later: u64,
    /// The mail server cannot be reached.
    pub away: bool,
}

/// The sender's office: everything a message is made with and sent by.
pub struct Postal {
    pub(crate) app: App,
    pub(crate) vault: Vault,
    pub(crate) sender: Arc<dyn Sender>,
    pub(crate) mail: letters::MailSettings,
    pace: Pace,
    gates: Gates,
}

/// A recipient opened: where to send, and what they wish for.
struct Opened {
    email: Email,
    wishes: Wishes,
}

struct Item {
    claimed: Claimed,
    opened: Result<Opened, &'static str>,
}

/// How one attempt ended.
enum Ended {
    Sent,
    Skipped(&'static str),
    Failed(Option<u16>),
    Later(Option<u16>),
    Back(Moment),
    Away,
}

impl Postal {
    /// An office.
    ///
    /// # Errors
    /// When the house has no vault.
    pub fn new(
        app: App,
        sender: Arc<dyn Sender>,
        mail: letters::MailSettings,
        pace: Pace,
    ) -> Result<Arc<Self>, web::Error> {
        let vault = app.service::<Vault>()?.clone();
        let gates = Gates::new(pace.a_domain_a_minute);
        Ok(Arc::new(Self {
            app,
            vault,
            sender,
            mail,
            pace,
            gates,
        }))
    }

    /// One turn: starts what is due and sends one batch of each campaign under way.
    ///
    /// # Errors
    /// When the store or the vault fails; what was sent is marked, the rest comes up again.
    pub async fn turn(self: &Arc<Self>) -> Result<Turned, VaultError> {
        start_due(&self.vault).await?;
        let mut turned = Turned::default();
        for id in running(&self.vault).await? {
            let read = move |db: &mut dyn Db| campaign::get(db, id);
            let Some(campaign) = self.vault.store().read(read).await? else {
                continue;
            };
            if !campaign.built {
                build(&self.vault, &campaign).await?;
            }
            let batch = claim(&self.vault, id, self.pace.batch, self.pace.lease_ms).await?;
            if batch.is_empty() {
                end_if_empty(&self.vault, id).await?;
                continue;
            }
            self.deliver(campaign, batch, &mut turned).await?;
            if turned.away {
                break;
            }
        }
        Ok(turned)
    }

    /// Sends as campaigns become due, until the store closes. Looks first whether the database is
    /// older than what has been sent.
    pub async fn work_through(self: Arc<Self>) {
        let mut alarm = self.vault.store().alarm();
        if let Err(error) = super::look_at_horizon(&self.vault).await {
            // Without knowing what has left, nothing leaves.
            tracing::error!(%error, "newsletter: nothing is sent");
            return;
        }
        loop {
            let pause = match self.turn().await {
                Ok(turned) if turned.away => 30,
                Ok(turned) if turned == Turned::default() => 15,
                Ok(_) => continue,
                Err(error) => {
                    tracing::warn!(%error, "newsletter");
                    5
                }
            };
            tokio::select! {
                open = alarm.woken() => if !open { return },
                () = tokio::time::sleep(Duration::from_secs(pause)) => {}
            }
        }
    }

    async fn deliver(
        self: &Arc<Self>,
        campaign: Campaign,
        batch: Vec<Claimed>,
        turned: &mut Turned,
    ) -> Result<(), VaultError> {
        let Some(head) = compose::letterhead(&self.app, &self.mail, &campaign).await? else {
            return Ok(());
        };
        let items = open_all(&self.vault, &campaign, batch).await?;
        let items = Arc::new(Mutex::new(VecDeque::from(items)));
        let (campaign, head) = (Arc::new(campaign), Arc::new(head));
        let mut hands = tokio::task::JoinSet::new();
        for _ in 0..self.pace.hands.max(1) {
            let (office, items) = (self.clone(), items.clone());
            let (campaign, head) = (campaign.clone(), head.clone());
            hands.spawn(async move { office.hand(&campaign, &head, &items).await });
        }
        let mut failed = None;
        while let Some(done) = hands.join_next().await {
            match done {
                Ok(Ok(part)) => turned.add(part),
                Ok(Err(error)) => failed = Some(error),
                // The hand's message comes up again after its lease.
                Err(_) => tracing::error!("newsletter: a hand was lost"),
            }
        }
        failed.map_or(Ok(()), Err)
    }

    /// One hand: takes the next, sends it, marks it, until nothing is left.
    async fn hand(
        &self,
        campaign: &Campaign,
        head: &Letterhead,
        items: &Mutex<VecDeque<Item>>,
    ) -> Result<Turned, VaultError> {
        let mut turned = Turned::default();
        loop {
            let next = items
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .pop_front();
            let Some(item) = next else {
                return Ok(turned);
            };
            let now = self.vault.world().now();
            let ended = if turned.away {
                Ended::Back(now)
            } else {
                self.attempt(campaign, head, &item).await?
            };
            match &ended {
                Ended::Sent => turned.sent += 1,
                Ended::Skipped(_) => turned.skipped += 1,
                Ended::Failed(_) => turned.failed += 1,
                Ended::Later(_) | Ended::Back(_) => turned.later += 1,
                Ended::Away => turned.away = true,
            }
            self.mark(campaign, head, &item.claimed, ended).await?;
        }
    }

    async fn attempt(
        &self,
        campaign: &Campaign,
        head: &Letterhead,
        item: &Item,
    ) -> Result<Ended, VaultError> {
        let opened = match &item.opened {
            Ok(opened) => opened,
            Err(reason) => return Ok(Ended::Skipped(reason)),
        };
        if !opened.wishes.are_in(&campaign.segment) {
            return Ok(Ended::Skipped("segment"));
        }
        let now = self.vault.world().now();
        if let Err(at) = self.gates.pass(opened.email.reveal(), now) {
            return Ok(Ended::Back(at));
        }
        let subject = item.claimed.subject;
        let id = compose::message_id(&self.vault, campaign.id, subject);
        let Ok(message) = compose::message(
            &self.app,
            campaign,
            head,
            &id,
            item.claimed.first_at,
            subject,
            &opened.email,
        ) else {
            return Ok(Ended::Skipped("unwritable"));
        };
        // Nothing but the hand-over comes after this question.
        match self.may(campaign, subject, &opened.email).await? {
            Asked::Now(Verdict::Yes(
                Basis::Consent | Basis::ExistingCustomer | Basis::RoleAddress,
            )) => {}
            Asked::Now(Verdict::Yes(_)) => return Ok(Ended::Skipped(Why::NoConsent.as_str())),
            Asked::Now(Verdict::No(why)) => return Ok(Ended::Skipped(why.as_str())),
            Asked::Gone => return Ok(Ended::Skipped("gone")),
            Asked::Stopped => return Ok(Ended::Back(now)),
        }
        let envelope = Envelope {
            from: head.from.1.clone(),
            to: opened.email.clone(),
        };
        Ok(match self.sender.send(&envelope, &message).await {
            Outcome::Taken => Ended::Sent,
            Outcome::Never(code) => Ended::Failed(Some(code)),
            Outcome::Away(_) => Ended::Away,
            Outcome::Later(code) => {
                if code.is_some() {
                    self.gates.rest(opened.email.reveal(), now);
                }
                Ended::Later(code)
            }
        })
    }

    /// Asks at this very moment: the campaign, the ledger, the list of those not to be written to.
    async fn may(
        &self,
        campaign: &Campaign,
        subject: SubjectId,
        email: &Email,
    ) -> Result<Asked, VaultError> {
        let tag = self.vault.tag(&LookUp::email(email));
        let (id, about, sends) = (campaign.id, campaign.about, campaign.sends);
        let read = move |db: &mut dyn Db| {
            let now = campaign::get(db, id)?;
            if now.is_none_or(|now| now.state != State::Running || now.sends != sends) {
                return Ok(None);
            }
            let suppressed = suppressed_in(db, &tag, about.controller, about.topic)?;
            let reach = audience::reach(db, subject, Purpose::Newsletter)?;
            Ok(Some((suppressed, reach)))
        };
        let Some((suppressed, reach)) = self.vault.store().read(read).await? else {
            return Ok(Asked::Stopped);
        };
        let Some(reach) = reach else {
            return Ok(Asked::Gone);
        };
        let now = self.vault.world().now();
        let facts = facts::of_subscriber(
            &self.vault.declaration(),
            about,
            email,
            &reach,
            suppressed,
            now,
        );
        Ok(Asked::Now(decide(&facts)))
    }

    async fn mark(
        &self,
        campaign: &Campaign,
        head: &Letterhead,
        item: &Claimed,
        ended: Ended,
    ) -> Result<(), VaultError> {
        let now = self.vault.world().now();
        let key: Vec<Value> = vec![
            campaign.id.into(),
            item.subject.get().into(),
            item.attempts.into(),
        ];
        let (statement, rest): (_, Vec<Value>) = match self.settle(item, ended, now) {
            Settled::Back(at) => (sql::BACK, vec![at.millis().into()]),
            Settled::Mark {
                state,
                reason,
                code,
                next,
            } => {
                let sent = (state == "sent").then(|| now.millis());
                let revision = (state == "sent").then_some(head.revision);
                let code = code.map(i64::from);
                let rest = vec![
                    state.into(),
                    reason.into(),
                    code.into(),
                    next.millis().into(),
                    sent.into(),
                    revision.into(),
                ];
                (sql::MARK, rest)
            }
        };
        let values: Vec<Value> = key.into_iter().chain(rest).collect();
        let write = move |db: &mut dyn Db| db.exec(&statement, &values);
        self.vault.store().write(write).await?;
        Ok(())
    }

    fn settle(&self, item: &Claimed, ended: Ended, now: Moment) -> Settled {
        let mark = |state, reason, code, next| Settled::Mark {
            state,
            reason,
            code,
            next,
        };
        match ended {
            Ended::Sent => mark("sent", None, None, now),
            Ended::Skipped(reason) => mark("skipped", Some(reason), None, now),
            Ended::Failed(code) => mark("failed", None, code, now),
            Ended::Later(code) if item.attempts >= self.pace.attempts => {
                mark("failed", Some("gave_up"), code, now)
            }
            Ended::Later(code) => mark(
                "pending",
                None,
                code,
                now.plus_ms(self.pause(item.attempts)),
            ),
            Ended::Back(at) => Settled::Back(at),
            Ended::Away => Settled::Back(now.plus_ms(30_000)),
        }
    }

    /// Twice as long each time, from a minute to four hours, give or take a quarter: not everybody
    /// comes again at once.
    fn pause(&self, attempts: i64) -> i64 {
        let doublings = u32::try_from((attempts - 1).clamp(0, 12)).unwrap_or(12);
        let pause = (60_000_i64 << doublings).min(4 * 3_600_000);
        let mut die = [0_u8; 2];
        self.vault.world().chance.fill(&mut die);
        pause * (768 + i64::from(u16::from_le_bytes(die)) % 512) / 1024
    }
}

enum Settled {
    Back(Moment),
    Mark {
        state: &'static str,
        reason: Option<&'static str>,
        code: Option<u16>,
        next: Moment,
    },
}

impl Turned {
    fn add(&mut self, other: Self) {
        self.sent += other.sent;
        self.skipped += other.skipped;
        self.failed += other.failed;
        self.later += other.later;
        self.away |= other.away;
    }
}

/// Opens the records of a batch under permits: one flight, one line in the opening log for each.
async fn open_all(
    vault: &Vault,
    campaign: &Campaign,
    batch: Vec<Claimed>,
) -> Result<Vec<Item>, VaultError> {
    let ask = |claimed: &Claimed| {
        Ask::open(Actor::Chore("nyhetsbrev"), claimed.subject)
            .of(&[Category::Marketing])
            .case("campaign", campaign.id)
    };
    let asks = batch.iter().map(ask).collect();
    let permits = vault.permits::<purpose::Newsletter>(asks).await?;
    let subjects: Vec<SubjectId> = batch.iter().map(|claimed| claimed.subject).collect();
    let load = move |db: &mut dyn Db| {
        let load = |subject: &SubjectId| Ok((*subject, subscriber::load(db, *subject)?));
        subjects
            .iter()
            .map(load)
            .collect::<Result<BTreeMap<_, _>, _>>()
    };
    let mut loaded = vault.store().read(load).await?;
    let item = |claimed: Claimed| {
        let records = loaded.remove(&claimed.subject).unwrap_or((None, None));
        let opened = match permits.get(&claimed.subject) {
            Some(Ok(permit)) => open(vault, permit, &records)?,
            Some(Err(error)) => Err(refused(error)),
            None => Err("gone"),
        };
        Ok(Item { claimed, opened })
    };
    batch.into_iter().map(item).collect()
}

fn open(
    vault: &Vault,
    permit: &Permit<purpose::Newsletter>,
    records: &subscriber::Loaded,
) -> Result<Result<Opened, &'static str>, VaultError> {
    let Some(record) = &records.0 else {
        return Ok(Err("gone"));
    };
    let record = vault.open(permit, record)?;
    let wishes = records
        .1
        .as_ref()
        .map(|w| vault.open(permit, w))
        .transpose()?;
    Ok(Ok(Opened {
        email: record.email.clone(),
        wishes: wishes_of(wishes.as_ref()),
    }))
}

/// The judge's no, in the words of the decision.
fn refused(error: &VaultError) -> &'static str {
    match error {
        VaultError::Refused(Refusal::Restricted) => Why::Restricted.as_str(),
        VaultError::Refused(Refusal::NoConsent) => Why::Withdrawn.as_str(),
        VaultError::Refused(Refusal::Objected) => Why::Objected.as_str(),
        VaultError::Refused(_) => Why::NotDeclared.as_str(),
        _ => "gone",
    }
}

//! A turn of the sender: campaigns that are due, a batch of each, one message after another on several
//! hands. Whether a message may be sent is asked anew the moment before it is handed over.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use store::Db;
use tokio::sync::Semaphore;
use values::Moment;
use vault::{Vault, VaultError};
use web::App;

use super::{
    Batch, List, build, claim, end_if_empty,
    fetched::{Before, OnTheWay},
    gates::Gates,
    opened::{Item, open_all},
    running, start_due,
    streak::Streaks,
};
use crate::{
    campaign::{self, Campaign},
    compose::{self, Letterhead},
    sending::Sender,
};

/// How fast.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// So many hands at once, on both lanes together: at most so many messages are doubled when the
    /// process is killed.
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
            hands: 32,
            batch: 384,
            lease_ms: 20 * 60_000,
            a_domain_a_minute: 0,
            attempts: 12,
        }
    }
}

/// So many batches are in hand at once.
const LANES: usize = 2;
/// So many are taken at once while the mail server is away.
const AWAY_BATCH: i64 = 32;
/// Longer than this no message is on its way: signing, a connection and a hand-over, each with its limit.
const SLOWEST_MS: i64 = letters::Limits::SLOWEST_MS + 20_000;

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
    pub(super) pace: Pace,
    pub(super) gates: Gates,
    /// At most so many messages are on their way.
    hands: Semaphore,
    pub(super) streaks: Streaks,
    pub(super) before: Before,
    /// Whether the mail server was away at the last look.
    away: AtomicBool,
}

/// How one attempt ended.
pub(super) enum Ended {
    /// Taken, on this basis.
    Sent(List),
    Skipped(&'static str),
    Failed(Option<u16>),
    Later(Option<u16>),
    Unsure,
    Back(Moment),
    Away,
    /// Handed over at that time, before the database was fetched back; and whether that is certain.
    Before(bool, Moment),
}

impl Ended {
    /// On what it rests: as it was decided, or by which list it is.
    pub const fn basis(&self, list: List) -> List {
        match self {
            Self::Sent(basis) => *basis,
            _ => list,
        }
    }
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
            hands: Semaphore::new(pace.hands.max(1)),
            streaks: Streaks::default(),
            before: Before::default(),
            away: AtomicBool::new(false),
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
            let until = self
                .vault
                .world()
                .now()
                .plus_ms(self.pace.lease_ms - SLOWEST_MS);
            // What is away is asked with few: each attempt is noted outside.
            let at_most = if self.away.load(Ordering::Relaxed) {
                self.pace.batch.min(AWAY_BATCH)
            } else {
                self.pace.batch
            };
            let batch = claim(&self.vault, id, at_most, self.pace.lease_ms).await?;
            if batch.people.is_empty() {
                if end_if_empty(&self.vault, id).await? {
                    self.before.forget(id);
                }
                continue;
            }
            self.deliver(campaign, batch, until, &mut turned).await?;
            self.away.store(turned.away, Ordering::Relaxed);
            if turned.away {
                break;
            }
        }
        Ok(turned)
    }

    /// Sends as campaigns become due, until the store closes. Looks first whether the database is
    /// older than what has been sent.
    pub async fn work_through(self: Arc<Self>) {
        if let Err(error) = super::look_at_horizon(&self.vault).await {
            // Without knowing what has left, nothing leaves.
            tracing::error!(%error, "newsletter: nothing is sent");
            return;
        }
        tokio::join!(self.lane(), self.lane());
    }

    /// One of [`LANES`]: turn after turn. While one opens a batch, the other sends.
    async fn lane(self: &Arc<Self>) {
        let mut alarm = self.vault.store().alarm();
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
        batch: Batch,
        until: Moment,
        turned: &mut Turned,
    ) -> Result<(), VaultError> {
        let Some(head) = compose::letterhead(&self.app, &self.mail, &campaign).await? else {
            return Ok(());
        };
        let batch = self.without_known(&campaign, &head, batch, turned).await?;
        let items = open_all(&self.vault, &campaign, batch.people).await?;
        let mut items = self
            .without_known_addresses(&campaign, &head, items, turned)
            .await?;
        self.let_through(&campaign, &mut items);
        // On disk outside the database before anything leaves.
        let way = OnTheWay::begin(&self.vault, &campaign, batch.number, &items)?;
        let (way, items) = (Arc::new(way), Arc::new(Mutex::new(VecDeque::from(items))));
        let (campaign, head) = (Arc::new(campaign), Arc::new(head));
        let mut hands = tokio::task::JoinSet::new();
        for _ in 0..(self.pace.hands / LANES).max(1) {
            let (office, items) = (self.clone(), items.clone());
            let (campaign, head, way) = (campaign.clone(), head.clone(), way.clone());
            hands.spawn(async move { office.hand(&campaign, &head, &items, &way, until).await });
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
        way.end();
        failed.map_or(Ok(()), Err)
    }

    /// Whoever's domain has had its share waits, and is not noted as on the way.
    fn let_through(&self, campaign: &Campaign, items: &mut [Item]) {
        let now = self.vault.world().now();
        for item in items {
            if let Some(to) = item.goes_to(campaign) {
                item.not_before = self.gates.pass(to.reveal(), now).err();
            }
        }
    }

    /// One hand: takes the next, sends it, marks it, until nothing is left. What could outlive its
    /// lease in a slow server's hands is given back unsent.
    async fn hand(
        &self,
        campaign: &Campaign,
        head: &Letterhead,
        items: &Mutex<VecDeque<Item>>,
        way: &OnTheWay,
        until: Moment,
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
            // Never closed: as long as there is an office there are hands. Held until it is marked.
            let _hand = self.hands.acquire().await.map_err(|_| VaultError::Gone)?;
            let now = self.vault.world().now();
            let ended = match item.not_before {
                Some(at) => Ended::Back(at),
                None if turned.away || now >= until => Ended::Back(now),
                None => {
                    way.in_hand(item.claimed.subject);
                    self.attempt(campaign, head, &item).await?
                }
            };
            match &ended {
                Ended::Sent(_) => turned.sent += 1,
                Ended::Skipped(_) | Ended::Before(..) => turned.skipped += 1,
                Ended::Failed(_) => turned.failed += 1,
                Ended::Later(_) | Ended::Unsure | Ended::Back(_) => turned.later += 1,
                Ended::Away => turned.away = true,
            }
            let came = OnTheWay::came(&ended);
            self.mark(campaign, head, &item.claimed, ended).await?;
            way.note(item.claimed.subject, came);
        }
    }
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

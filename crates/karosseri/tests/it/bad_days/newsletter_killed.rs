//! A campaign under way, and the program killed at any instant, again and again: everybody gets the
//! letter, and at most what was in flight gets it twice, under the same Message-ID.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use letters::testing::{MailServer, Received};
use newsletter::{
    campaign::{self, About, Act},
    subscriber::{Came, subscribe},
    topics::{self, Wishes},
};
use store::Db;
use values::{Chance, Clock, Email, SeededChance, SubjectId, SystemClock};
use vault::Actor;
use web::Lang;

use crate::support::{
    house::{self, Place, seed},
    program::{self, Program},
};

/// Kills on each engine; `KAROSSERI_TEST_KILLS` sets another number.
const KILLS: usize = 100;
/// Recipients for each kill, so that every kill meets a campaign under way.
const EACH: usize = 24;
/// Hands of the sender, as the setting says it.
const HANDS: usize = 32;
const TEXT: &str = "# Vår\n\nHei! Nå er det tid for vårsjekk.\n";

store::queries! {
    /// The lease of what a dead process held has run out.
    LEASES = "UPDATE campaign_recipient SET next_at = 0 WHERE state = 'claimed'";
    /// Who stands so.
    STANDS = "SELECT subject_id FROM campaign_recipient WHERE state = $1 ORDER BY subject_id";
    /// How the campaign stands.
    STATE = "SELECT state FROM campaign WHERE id = $1";
}

fn kills() -> usize {
    let said = std::env::var("KAROSSERI_TEST_KILLS").ok();
    said.and_then(|n| n.parse().ok()).unwrap_or(KILLS)
}

fn address(number: usize) -> String {
    // Many domains: no rest of one of them holds up the others.
    format!("n{number}@d{}.example.no", number % 50)
}

/// Who has which address.
type Addresses = BTreeMap<i64, String>;

/// A house with subscribers, keys to sign with and a campaign that is due; closed again.
async fn furnished(place: &Place, recipients: usize) -> (i64, Addresses) {
    let keys = ["mail", "keys", "--domain", "verksted.example"];
    program::run(place, &keys).is(0);
    let now = SystemClock.now();
    let spawned = house::open_at(place.clone(), &[], now).await;
    let vault = &spawned.house.vault;
    let version = vault.declaration().version().to_string();
    let choice = topics::all(&vault.declaration())[0];
    let mut addresses = Addresses::new();
    for number in 0..recipients {
        let email = Email::parse(&address(number)).expect("an address");
        let came = Came {
            form: "newsletter",
            lang: Lang::Nb,
            at: now,
            actor: Actor::Visitor,
        };
        let wishes = Wishes::default();
        let person = subscribe(vault, &email, &[choice], &wishes, &version, came).await;
        addresses.insert(person.expect("subscribed").get(), address(number));
    }
    let about = About {
        choice,
        lang: Lang::Nb,
        segment: Wishes::default(),
        open: true,
    };
    let by = SubjectId::from_raw(1);
    let (subject, text) = ("Vår".to_owned(), TEXT.to_owned());
    let id = campaign::draft(vault, about, subject, text, by)
        .await
        .expect("a draft");
    let due = campaign::act(vault, id, Act::Schedule(now)).await;
    assert!(due.expect("scheduled"));
    spawned.close().await;
    (id, addresses)
}

/// What the database knows after a kill.
#[derive(Default)]
struct Left {
    /// Who was in the dead process's hands, or waited in them.
    claimed: BTreeSet<i64>,
    /// Who is known to have got it.
    sent: BTreeSet<i64>,
}

/// Looks at what the dead process left, and lets the leases of what it held run out.
async fn look(place: &Place) -> Left {
    let location = karosseri::house::location(&place.settings(&[]));
    let store = store::Store::open(&location, karosseri::parts::MIGRATIONS)
        .await
        .expect("the store");
    let look = |db: &mut dyn Db| {
        let mut stand = |state: &'static str| {
            let rows = db.all(&STANDS, &[state.into()])?;
            let ids = rows.iter().map(|row| row.i64("subject_id"));
            ids.collect::<Result<BTreeSet<i64>, store::StoreError>>()
        };
        let left = Left {
            claimed: stand("claimed")?,
            sent: stand("sent")?,
        };
        db.exec(&LEASES, &[])?;
        Ok(left)
    };
    let left = store.write(look).await.expect("looked");
    store.close().await.expect("closed");
    left
}

/// How often the server has taken a letter to each address.
fn times(mail: &MailServer) -> BTreeMap<String, usize> {
    let mut times = BTreeMap::new();
    for letter in mail.taken() {
        *times.entry(letter.to).or_default() += 1;
    }
    times
}

/// The books of the test: what each kill may cost, and what it must not.
struct Books {
    addresses: Addresses,
    /// How often each address may have been served: once, and once more for each kill that met its
    /// letter on the way.
    allowed: BTreeMap<String, usize>,
    /// How often those had been served who are marked as sent: no more ever after.
    marked: BTreeMap<i64, usize>,
    /// The most that were on their way at one kill.
    most: usize,
    /// Kills that met letters on their way.
    met: usize,
}

impl Books {
    fn new(addresses: Addresses) -> Self {
        Self {
            allowed: addresses.values().map(|to| (to.clone(), 1)).collect(),
            addresses,
            marked: BTreeMap::new(),
            most: 0,
            met: 0,
        }
    }

    /// After a kill: who was claimed and served since the last one was on the way, and only they may be
    /// served again.
    fn enter(
        &mut self,
        left: &Left,
        before: &BTreeMap<String, usize>,
        now: &BTreeMap<String, usize>,
    ) {
        let times = |of: &BTreeMap<String, usize>, to: &String| of.get(to).copied().unwrap_or(0);
        let mut on_the_way = 0;
        for who in &left.claimed {
            let to = &self.addresses[who];
            if times(now, to) > times(before, to) {
                on_the_way += 1;
                *self.allowed.entry(to.clone()).or_default() += 1;
            }
        }
        assert!(
            on_the_way <= HANDS,
            "{on_the_way} on their way on {HANDS} hands"
        );
        self.most = self.most.max(on_the_way);
        self.met += usize::from(on_the_way > 0);
        self.check_marked(now);
        for who in &left.sent {
            let served = times(now, &self.addresses[who]);
            assert!(served > 0, "marked as sent, and never taken");
            self.marked.entry(*who).or_insert(served);
        }
    }

    fn check_marked(&self, now: &BTreeMap<String, usize>) {
        for (who, served) in &self.marked {
            let times = now.get(&self.addresses[who]);
            assert_eq!(
                times,
                Some(served),
                "sent again after it was marked as sent"
            );
        }
    }

    /// At the end: nobody was left out, and nobody served oftener than the kills explain.
    fn close(&self, now: &BTreeMap<String, usize>) -> usize {
        self.check_marked(now);
        for (to, allowed) in &self.allowed {
            let served = now.get(to).copied().unwrap_or(0);
            assert!(served > 0, "lost: {to}");
            assert!(
                served <= *allowed,
                "{to}: {served} copies, {allowed} explained"
            );
        }
        now.values().map(|served| served - 1).sum()
    }
}

/// Waits until the server has taken so many, or nothing more comes.
async fn taken(mail: &MailServer, wanted: usize) -> bool {
    let end = Instant::now() + Duration::from_secs(20);
    while mail.count() < wanted {
        if Instant::now() > end {
            return false;
        }
        tokio::time::sleep(Duration::from_micros(300)).await;
    }
    true
}

/// Starts and kills the program so many times.
async fn kill_again(
    place: &Place,
    mail: &MailServer,
    settings: &[(&str, &str)],
    books: &mut Books,
    kills: usize,
) -> usize {
    let chance = SeededChance::new(seed());
    let everybody = books.addresses.len();
    let mut before = times(mail);
    for done in 0..kills {
        if before.len() == everybody {
            return done;
        }
        let mut program = Program::begin(place, "serve", settings);
        let mut die = [0; 2];
        chance.fill(&mut die);
        let wanted = mail.count() + 1 + usize::from(die[0]) % EACH;
        taken(mail, wanted).await;
        // Half of them at once, with the answer on its way; half some moments later.
        let moments = u64::from(die[1].saturating_sub(128)) * 80;
        tokio::time::sleep(Duration::from_micros(moments)).await;
        program.running.kill();
        // What it had sent before it died is still read to its end.
        crate::support::within(20, "the server is done with the dead", || async {
            (mail.conversations() == 0).then_some(())
        })
        .await;
        let now = times(mail);
        books.enter(&look(place).await, &before, &now);
        before = now;
    }
    kills
}

#[tokio::test(flavor = "multi_thread")]
async fn a_campaign_outlives_every_kill_and_nobody_is_left_out() {
    house::each_place(move |place| async move {
        let (engine, kills) = (place.engine(), kills());
        let recipients = kills * EACH;
        let (id, addresses) = furnished(&place, recipients).await;
        let mut books = Books::new(addresses);
        let mail = MailServer::start().await;
        mail.take_at_once();
        let (port, hands) = (mail.port().to_string(), HANDS.to_string());
        let settings = [
            ("mail_host", "127.0.0.1"),
            ("mail_port", &*port),
            ("mail_tls", "none"),
            ("mail_from", "post@verksted.example"),
            ("mail_dkim_domain", "verksted.example"),
            ("mail_connections", &*hands),
            ("mail_domain_a_minute", "0"),
        ];
        let done = kill_again(&place, &mail, &settings, &mut books, kills).await;
        let program = Program::start(&place, "serve", &settings).await;
        let end = Instant::now() + Duration::from_secs(120);
        while times(&mail).len() < recipients && Instant::now() < end {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        // The last of them may still be on their way, and are noted when they have arrived.
        crate::support::within(60, "the campaign is done", || async {
            (state(&place, id).await == "done").then_some(())
        })
        .await;
        program.stop();
        let doubled = books.close(&times(&mail));
        println!(
            "{engine}: {} letters to {recipients} over {done} kills, {} of them with letters on their way, at \
             most {} at once on {HANDS} hands; lost 0, doubled {doubled}, each by a kill that met it",
            mail.count(),
            books.met,
            books.most
        );
        assert!(books.met * 4 >= done, "too few met letters on their way");
        copies_are_known_by_their_id(&mail.taken());
        all_is_noted(&place, id, recipients).await;
    })
    .await;
}

/// A copy has the Message-ID of the first; every letter is signed twice, one-click way out included.
fn copies_are_known_by_their_id(letters: &[Received]) {
    let mut ids: BTreeMap<&str, String> = BTreeMap::new();
    for letter in letters {
        let mail = mailparse::parse_mail(letter.raw.as_bytes()).expect("a message");
        let of = |name: &str| -> Vec<String> {
            let named = mail.headers.iter();
            let named = named.filter(|h| h.get_key().eq_ignore_ascii_case(name));
            named.map(mailparse::MailHeader::get_value).collect()
        };
        let id = of("Message-ID").pop().expect("a Message-ID");
        let first = ids.entry(&letter.to).or_insert_with(|| id.clone());
        assert_eq!(*first, id, "a copy under another name");
        let signatures = of("DKIM-Signature");
        assert_eq!(signatures.len(), 2);
        for signature in signatures {
            let covered = signature.to_ascii_lowercase().replace([' ', '\t'], "");
            let covered = covered.split(";h=").nth(1).unwrap_or_default();
            let covered = covered.split(';').next().unwrap_or_default();
            let names: Vec<&str> = covered.split(':').collect();
            for name in ["from", "list-unsubscribe", "list-unsubscribe-post"] {
                assert!(names.contains(&name), "{name} is not covered: {covered}");
            }
        }
    }
    let different: BTreeSet<&String> = ids.values().collect();
    assert_eq!(different.len(), ids.len(), "one Message-ID for two people");
}

async fn state(place: &Place, id: i64) -> String {
    let location = karosseri::house::location(&place.settings(&[]));
    let store = store::Store::open(&location, karosseri::parts::MIGRATIONS)
        .await
        .expect("the store");
    let read = move |db: &mut dyn Db| Ok(db.one(&STATE, &[id.into()])?.text("state")?.to_owned());
    let state = store.read(read).await.expect("read");
    store.close().await.expect("closed");
    state
}

async fn all_is_noted(place: &Place, id: i64, recipients: usize) {
    assert_eq!(look(place).await.sent.len(), recipients);
    assert_eq!(state(place, id).await, "done");
}

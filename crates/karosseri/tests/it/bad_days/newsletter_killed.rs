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
const KILLS: usize = 20;
/// Recipients for each kill, so that every kill meets a campaign under way.
const EACH: usize = 30;
const TEXT: &str = "# Vår\n\nHei! Nå er det tid for vårsjekk.\n";

store::queries! {
    /// The lease of what a dead process held has run out.
    LEASES = "UPDATE campaign_recipient SET next_at = 0 WHERE state = 'claimed'";
    /// How many stand so.
    STANDS = "SELECT COUNT(*) AS n FROM campaign_recipient WHERE state = $1";
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

/// A house with subscribers, keys to sign with and a campaign that is due; closed again.
async fn furnished(place: &Place, recipients: usize) -> i64 {
    let keys = ["mail", "keys", "--domain", "verksted.example"];
    program::run(place, &keys).is(0);
    let now = SystemClock.now();
    let spawned = house::open_at(place.clone(), &[], now).await;
    let vault = &spawned.house.vault;
    let version = vault.declaration().version().to_string();
    let choice = topics::all(&vault.declaration())[0];
    for number in 0..recipients {
        let email = Email::parse(&address(number)).expect("an address");
        let came = Came {
            form: "newsletter",
            lang: Lang::Nb,
            at: now,
            actor: Actor::Visitor,
        };
        let wishes = Wishes::default();
        subscribe(vault, &email, &[choice], &wishes, &version, came)
            .await
            .expect("subscribed");
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
    id
}

/// As if ten minutes had gone by since the last kill. Answers how many a dead process held.
async fn ten_minutes_later(place: &Place) -> u64 {
    let location = karosseri::house::location(&place.settings(&[]));
    let store = store::Store::open(&location, karosseri::parts::MIGRATIONS)
        .await
        .expect("the store");
    let run_out = |db: &mut dyn Db| db.exec(&LEASES, &[]);
    let held = store.write(run_out).await.expect("leases");
    store.close().await.expect("closed");
    held
}

/// Waits until the server has taken so many, or nothing more comes.
async fn taken(mail: &MailServer, wanted: usize, within: Duration) -> bool {
    let end = Instant::now() + within;
    while mail.taken().len() < wanted {
        if Instant::now() > end {
            return false;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    true
}

fn distinct(letters: &[Received]) -> BTreeSet<&str> {
    letters.iter().map(|letter| letter.to.as_str()).collect()
}

/// Starts and kills the program so many times; how many times it was done, and how many of them met
/// letters on their way.
async fn kill_again(
    place: &Place,
    mail: &MailServer,
    settings: &[(&str, &str)],
    kills: usize,
) -> (usize, usize) {
    let chance = SeededChance::new(seed());
    let (mut done, mut on_the_way) = (0, 0);
    while done < kills && distinct(&mail.taken()).len() < kills * EACH {
        let before = mail.taken().len();
        let mut program = Program::start(place, "serve", settings).await;
        let mut die = [0; 2];
        chance.fill(&mut die);
        let wanted = before + 1 + usize::from(die[0]) % EACH;
        if taken(mail, wanted, Duration::from_secs(20)).await {
            on_the_way += 1;
        }
        tokio::time::sleep(Duration::from_micros(u64::from(die[1]) * 40)).await;
        program.running.kill();
        done += 1;
        ten_minutes_later(place).await;
    }
    (done, on_the_way)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_campaign_outlives_every_kill_and_nobody_is_left_out() {
    let hands = newsletter::Pace::default().hands;
    house::each_place(move |place| async move {
        let (engine, kills) = (place.engine(), kills());
        let recipients = kills * EACH;
        let id = furnished(&place, recipients).await;
        let mail = MailServer::start().await;
        mail.take_at_once();
        let port = mail.port().to_string();
        let settings = [
            ("mail_host", "127.0.0.1"),
            ("mail_port", &port),
            ("mail_tls", "none"),
            ("mail_from", "post@verksted.example"),
            ("mail_dkim_domain", "verksted.example"),
        ];
        let (done, on_the_way) = kill_again(&place, &mail, &settings, kills).await;
        let program = Program::start(&place, "serve", &settings).await;
        let end = Instant::now() + Duration::from_secs(120);
        while distinct(&mail.taken()).len() < recipients && Instant::now() < end {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        tokio::time::sleep(Duration::from_secs(2)).await;
        program.stop();
        let letters = mail.taken();
        let doubled = letters.len() - distinct(&letters).len();
        println!(
            "{engine}: {} letters to {recipients} over {done} kills, {on_the_way} of them under way; \
             lost {}, doubled {doubled} (in flight at most {} each time)",
            letters.len(),
            recipients - distinct(&letters).len(),
            hands
        );
        assert_eq!(distinct(&letters).len(), recipients, "lost");
        assert!(doubled <= done * hands, "doubled {doubled}");
        assert!(on_the_way * 2 >= kills, "too few met letters on their way");
        copies_are_known_by_their_id(&letters);
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

async fn all_is_noted(place: &Place, id: i64, recipients: usize) {
    ten_minutes_later(place).await;
    let location = karosseri::house::location(&place.settings(&[]));
    let store = store::Store::open(&location, karosseri::parts::MIGRATIONS)
        .await
        .expect("the store");
    let read = move |db: &mut dyn Db| {
        let sent = db.one(&STANDS, &["sent".into()])?.i64("n")?;
        let state = db.one(&STATE, &[id.into()])?.text("state")?.to_owned();
        Ok((sent, state))
    };
    let (sent, state) = store.read(read).await.expect("read");
    store.close().await.expect("closed");
    assert_eq!(usize::try_from(sent).expect("a count"), recipients);
    assert_eq!(state, "done");
}

//! The database is lost in the middle of a campaign and fetched back from a backup taken while it went out:
//! everybody who is entitled gets the letter once, whoever said no after the backup gets none after their
//! no, and whoever was forgotten after it stays forgotten.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use letters::testing::{MailServer, Mood};
use newsletter::{
    Pace, Plain, Postal,
    campaign::{self, About, Act},
    subscriber::{Came, subscribe},
    topics::{self, Wishes},
};
use store::Db;
use values::{Clock, Email, SubjectId, SystemClock};
use vault::{Actor, LookUp};
use web::Lang;

use crate::support::{
    self,
    client::{Client, filled},
    house::{self, Place, Spawned},
    program::{self, Program},
};

/// More than three batches of the sender: two are in hand when the backup is taken, and whoever says no is
/// in none yet.
const RECIPIENTS: usize = 1_300;
const SUBJECT: &str = "Vårsjekk";
const TEXT: &str = "# Vår\n\nHei! Nå er det tid for vårsjekk.\n";

store::queries! {
    /// How the campaign stands.
    STATE = "SELECT state FROM campaign WHERE id = $1";
    /// Who stands so.
    STANDS = "SELECT subject_id FROM campaign_recipient WHERE campaign_id = $1 AND state = $2";
}

fn address(number: usize) -> String {
    format!("n{number}@d{}.example.no", number % 50)
}

/// Those who say no while the campaign goes out: last on the list, which is in the order of ids.
struct Noes {
    /// Leaves by the link of an earlier letter, with one click.
    leaves: String,
    /// Objects to all marketing, by letter to the office.
    objects: String,
    /// Asks to be forgotten.
    forgotten: String,
}

impl Noes {
    fn all(&self) -> [&String; 3] {
        [&self.leaves, &self.objects, &self.forgotten]
    }
}

/// A house with a campaign that is due.
struct Furnished {
    campaign: i64,
    noes: Noes,
    /// Who has which address.
    addresses: BTreeMap<i64, String>,
    /// The way out in the letter of last month.
    way_out: String,
    marketing: String,
    officer: String,
}

async fn about_to_send(spawned: &Spawned, subject: &str) -> i64 {
    let vault = &spawned.house.vault;
    let about = About {
        choice: topics::all(&vault.declaration())[0],
        lang: Lang::Nb,
        segment: Wishes::default(),
        open: true,
    };
    let by = SubjectId::from_raw(1);
    let (subject, text) = (subject.to_owned(), TEXT.to_owned());
    let id = campaign::draft(vault, about, subject, text, by).await;
    let id = id.expect("a draft");
    let due = campaign::act(vault, id, Act::Schedule(spawned.clock.now())).await;
    assert!(due.expect("scheduled"));
    id
}

/// The letter of last month, to the few who were there then: the way out of one of them.
async fn earlier_letter(spawned: &Spawned, to: &str) -> String {
    let server = MailServer::start().await;
    about_to_send(spawned, "Forrige måned").await;
    let mailer = server.mailer();
    let settings = mailer.settings().clone();
    let sender = std::sync::Arc::new(Plain::new(mailer));
    let office = Postal::new(spawned.app.clone(), sender, settings, Pace::default());
    let office = office.expect("an office");
    for _ in 0..3 {
        office.turn().await.expect("a turn");
    }
    let letter = server.last_to(to).expect("the letter");
    letter.link("/nyhetsbrev/ut/").expect("a way out")
}

async fn subscriber(spawned: &Spawned, number: usize) -> (i64, String) {
    let vault = &spawned.house.vault;
    let version = vault.declaration().version().to_string();
    let choice = topics::all(&vault.declaration())[0];
    let email = Email::parse(&address(number)).expect("an address");
    let came = Came {
        form: "newsletter",
        lang: Lang::Nb,
        at: spawned.clock.now(),
        actor: Actor::Visitor,
    };
    let wishes = Wishes::default();
    let person = subscribe(vault, &email, &[choice], &wishes, &version, came).await;
    (person.expect("subscribed").get(), address(number))
}

async fn furnished(place: &Place) -> Furnished {
    let keys = ["mail", "keys", "--domain", "verksted.example"];
    program::run(place, &keys).is(0);
    let spawned = house::furnished_now(place.clone()).await;
    let now = spawned.clock.now();
    let mut addresses = BTreeMap::new();
    // An id begins with its instant: those who will say no are last on the list.
    spawned.clock.set(now.plus_ms(3_000));
    for number in 0..3 {
        addresses.extend([subscriber(&spawned, number).await]);
    }
    let noes = Noes {
        leaves: address(0),
        objects: address(1),
        forgotten: address(2),
    };
    let way_out = earlier_letter(&spawned, &noes.leaves).await;
    spawned.clock.set(now);
    for number in 3..RECIPIENTS {
        addresses.extend([subscriber(&spawned, number).await]);
    }
    spawned.clock.set(now.plus_ms(5_000));
    let marketing = spawned.enter("marketing").await.cookie;
    let officer = spawned.enter("privacy").await.cookie;
    let campaign = about_to_send(&spawned, SUBJECT).await;
    spawned.close().await;
    Furnished {
        campaign,
        noes,
        addresses,
        way_out,
        marketing: marketing.expect("a cookie"),
        officer: officer.expect("a cookie"),
    }
}

/// How many letters of the campaign each address has got.
fn copies(mail: &MailServer) -> BTreeMap<String, usize> {
    let mut copies = BTreeMap::new();
    for letter in mail.taken() {
        if letter.header("Subject").is_some_and(|one| is_ours(&one)) {
            *copies.entry(letter.to).or_default() += 1;
        }
    }
    copies
}

fn is_ours(subject: &str) -> bool {
    // A header with Norwegian letters is written in Base64 or quoted-printable.
    let header = format!("Subject: {subject}\r\n\r\n");
    let mail = mailparse::parse_mail(header.as_bytes()).expect("a header");
    use mailparse::MailHeaderMap as _;
    mail.headers.get_first_value("Subject").as_deref() == Some(SUBJECT)
}

async fn taken(mail: &MailServer, wanted: usize) {
    let end = Instant::now() + Duration::from_secs(90);
    while copies(mail).len() < wanted {
        assert!(Instant::now() < end, "{} of {wanted}", copies(mail).len());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

fn with_cookie(program: &Program, cookie: &str) -> Client {
    let mut client = Client::at(&program.base);
    client.cookie = Some(cookie.to_owned());
    client
}

/// A letter to the office, registered by the privacy officer; the case.
async fn registered(officer: &mut Client, kind: &str, email: &str) -> String {
    let page = officer.open("/stab/personvern/ny").await.is(200);
    let form = page.form("/stab/personvern/ny");
    let day = SystemClock.now().local_date().to_string();
    let mut typed = vec![
        ("kind", kind),
        ("channel", "letter"),
        ("received", day.as_str()),
        ("email", email),
        ("text", "La meg være"),
        ("level", "vouched"),
        ("reason", "Kjenner dem"),
    ];
    if kind == "objection" {
        typed.push(("objected", "marketing"));
    }
    let pairs = filled(&form, &typed);
    let taken = officer.post_file(&form.action, &pairs, None).await.is(303);
    let to = taken.location().expect("the case").to_owned();
    let id = to
        .split(['/', '?'])
        .find(|part| part.parse::<i64>().is_ok());
    format!("/stab/personvern/krav/{}", id.expect("a number"))
}

/// The three noes, each answered.
async fn say_no(program: &Program, furnished: &Furnished) {
    let noes = &furnished.noes;
    let one_click = [("List-Unsubscribe", "One-Click")];
    let visitor = Client::at(&program.base);
    visitor.post(&furnished.way_out, &one_click).await.is(200);
    let mut officer = with_cookie(program, &furnished.officer);
    registered(&mut officer, "objection", &noes.objects).await;
    let case = registered(&mut officer, "erasure", &noes.forgotten).await;
    let page = officer.open(&case).await.is(200);
    let form = page.form("/slett");
    let pairs = filled(&form, &[("sure", "1")]);
    officer.submit_as_is(&form, &pairs).await.is(303);
}

/// The disk with the database is gone; the custody lay elsewhere.
async fn lose_the_database(place: &Place) {
    if let Some((url, schema)) = &place.database {
        store::testing::drop_schema(url, schema).await;
        return;
    }
    for entry in std::fs::read_dir(&place.data).expect("the folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        if name.is_some_and(|name| name.starts_with("karosseri.db")) {
            std::fs::remove_file(path).expect("removed");
        }
    }
}

/// The office waits for a button on the campaign's page and presses it; the words on the page.
async fn presses(program: &Program, furnished: &Furnished, act: &str) -> String {
    let path = format!("/stab/nyhetsbrev/{}", furnished.campaign);
    let desk = with_cookie(program, &furnished.marketing);
    let button = format!("value=\"{act}\"");
    let page = support::within(60, act, || async {
        let page = desk.get(&path).await;
        page.body().contains(&button).then_some(page)
    })
    .await;
    let form = page.form("/gjor");
    let mut pairs = filled(&form, &[]);
    pairs.push(("act".to_owned(), act.to_owned()));
    desk.submit_as_is(&form, &pairs).await.is(303);
    page.words()
}

async fn books(place: &Place) -> store::Store {
    let location = karosseri::house::location(&place.settings(&[]));
    let store = store::Store::open(&location, karosseri::parts::MIGRATIONS).await;
    store.expect("the store")
}

async fn stands(store: &store::Store, id: i64, state: &'static str) -> BTreeSet<i64> {
    let read = move |db: &mut dyn Db| {
        let rows = db.all(&STANDS, &[id.into(), state.into()])?;
        rows.iter().map(|row| row.i64("subject_id")).collect()
    };
    store.read(read).await.expect("read")
}

/// Everybody in hand is given back, and what came of them is noted.
async fn nobody_in_hand(place: &Place, id: i64) {
    let store = books(place).await;
    let end = Instant::now() + Duration::from_secs(60);
    while !stands(&store, id, "claimed").await.is_empty() {
        assert!(Instant::now() < end, "somebody is in hand");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    store.close().await.expect("closed");
}

/// What the books say at the end: who is perhaps served, once the campaign is over.
async fn settled(place: &Place, id: i64) -> BTreeSet<i64> {
    let store = books(place).await;
    let end = Instant::now() + Duration::from_secs(120);
    loop {
        let look = move |db: &mut dyn Db| {
            let row = db.one(&STATE, &[id.into()])?;
            Ok(row.text("state")?.to_owned())
        };
        let state = store.read(look).await.expect("looked");
        if state == "done" {
            break;
        }
        assert!(Instant::now() < end, "the campaign is {state}");
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    let unsure = stands(&store, id, "unsure").await;
    store.close().await.expect("closed");
    unsure
}

/// The whole story; `calm` when the office had paused the campaign before the database was lost, so that
/// nobody was in hand.
async fn story(place: Place, calm: bool) {
    let engine = place.engine();
    let furnished = furnished(&place).await;
    let noes = &furnished.noes;
    let mail = MailServer::start().await;
    mail.take_at_once();
    mail.set(Mood::Slow(Duration::from_millis(10)));
    let port = mail.port().to_string();
    let settings = [
        ("mail_host", "127.0.0.1"),
        ("mail_port", &*port),
        ("mail_tls", "none"),
        ("mail_from", "post@verksted.example"),
        ("mail_dkim_domain", "verksted.example"),
        ("mail_connections", "8"),
        ("mail_domain_a_minute", "0"),
        ("unusual_reads", "note"),
    ];
    let mut program = Program::start(&place, "serve", &settings).await;
    taken(&mail, 100).await;
    mail.set(Mood::Slow(Duration::from_millis(500)));
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("midt.karosseri").display().to_string();
    program::run(&place, &["backup", &file]).is(0);
    mail.set(Mood::Slow(Duration::from_millis(10)));
    let at_backup = copies(&mail).len();
    taken(&mail, at_backup + 100).await;
    // Slowly, so that those who say no are in no batch yet.
    mail.set(Mood::Slow(Duration::from_millis(500)));
    say_no(&program, &furnished).await;
    for to in noes.all() {
        assert!(!copies(&mail).contains_key(to), "too early: {to}");
    }
    mail.set(Mood::Slow(Duration::from_millis(10)));
    taken(&mail, 900).await;
    if calm {
        presses(&program, &furnished, "pause").await;
        nobody_in_hand(&place, furnished.campaign).await;
    }
    program.running.kill();
    let at_loss = copies(&mail).len();
    mail.set(Mood::Willing);

    lose_the_database(&place).await;
    program::run(&place, &["restore", &file]).is(0);
    let program = Program::start(&place, "serve", &settings).await;
    let read = presses(&program, &furnished, "go_on").await;
    let unsure = settled(&place, furnished.campaign).await;
    program.stop();

    let copies = copies(&mail);
    let twice: Vec<_> = copies.iter().filter(|(_, n)| **n > 1).collect();
    assert!(twice.is_empty(), "twice: {twice:?}");
    let missing = furnished.addresses.iter();
    let missing = missing.filter(|(_, to)| !copies.contains_key(*to));
    let (said_no, lost): (Vec<_>, Vec<_>) = missing.partition(|(_, to)| noes.all().contains(to));
    assert_eq!(said_no.len(), 3, "nobody who said no got it: {said_no:?}");
    if calm {
        assert!(lost.is_empty() && unsure.is_empty(), "{lost:?} {unsure:?}");
    }
    assert!(unsure.len() <= 2 * 384, "more than was in hand");
    for (who, to) in &lost {
        assert!(unsure.contains(who), "lost without a word: {to}");
    }
    println!(
        "{engine}: {at_backup} had it at the backup, {at_loss} at the loss; in the end {} once, {} perhaps (of \
         them {} not), 3 noes silent",
        copies.len(),
        unsure.len(),
        lost.len()
    );
    assert!(read.contains("hentet tilbake fra en kopi"), "{read}");
    let spawned = house::open_at(place.clone(), &[], SystemClock.now()).await;
    let gone = Email::parse(&noes.forgotten).expect("an address");
    let found = spawned.house.vault.find(&LookUp::email(&gone)).await;
    assert_eq!(found.expect("asked"), None, "forgotten");
    spawned.close().await;
    let proof = program::run(&place, &["prove"]).is(0).said;
    assert!(proof.contains(" 0 fails"), "{proof}");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_restore_everybody_gets_it_once_and_a_no_stays_a_no() {
    house::each_place(|place| story(place, true)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_in_hand_when_the_database_was_lost_is_perhaps_served_and_never_twice() {
    house::each_place(|place| story(place, false)).await;
}

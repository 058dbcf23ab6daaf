//! The newsletter service, and the program killed at any instant, again and again, while people say yes and
//! no on both sides and the service is down for a third of the time: in the end both sides agree, nobody
//! who left gets letters from there, nobody was made active again, and four fields crossed the wire.

mod ending;

use std::{
    collections::{BTreeSet, VecDeque},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use axum::http::StatusCode;
use make::double::Double;
use newsletter::{Pace, Plain, Postal, topics::Choice};
use serde_json::Value;
use store::Db;
use values::{Chance, Clock, SeededChance, SubjectId, SystemClock};

use crate::support::{
    client::Client,
    house::{self, Place, Spawned, seed},
    program::Program,
    steps,
};

/// Kills on each engine; `KAROSSERI_TEST_KILLS` sets another number.
const KILLS: usize = 40;
/// People who say yes between two kills.
const EACH: usize = 3;
/// Those who are on the list before the first kill.
const BEFORE: usize = 12;
/// What is known of some of them beside what the service gets.
const CANARIES: [&str; 4] = ["Kanarinavn", "90909090", "Kanarifirma", "Kanarispørsmål"];

store::queries! {
    /// Time has passed: everything is due again.
    DUE = "UPDATE make_account SET next_at = 0, looked_at = NULL, compared_at = NULL";
}

fn kills() -> usize {
    let said = std::env::var("KAROSSERI_TEST_KILLS").ok();
    said.and_then(|n| n.parse().ok()).unwrap_or(KILLS)
}

/// Somebody with the two links of their letter.
#[derive(Clone)]
struct Person {
    email: String,
    yes: String,
    no: String,
}

/// Everybody asks for the newsletter; what each letter leads to.
async fn signed_up(spawned: &Spawned, choice: Choice, people: usize) -> Vec<Person> {
    let sign_ups = spawned.app.service::<Arc<newsletter::SignUps>>();
    let sign_ups = sign_ups.expect("sign-ups").clone();
    let mailer = spawned.mail.mailer();
    let settings = mailer.settings().clone();
    let sender = Arc::new(Plain::new(mailer));
    let office = Postal::new(spawned.app.clone(), sender, settings, Pace::default());
    let office = office.expect("an office");
    let word = choice.word();
    for number in 0..people {
        let email = format!("n{number}@example.no");
        let typed = [("email", email.as_str()), ("topic", &word)];
        spawned.visitor().post("/nyhetsbrev", &typed).await.is(303);
        if number % 100 == 99 {
            sign_ups.send_due(&office).await;
        }
    }
    sign_ups.send_due(&office).await;
    let letters = spawned.mail.taken().into_iter().filter_map(|letter| {
        Some(Person {
            yes: letter.link("/nyhetsbrev/bekreft/")?,
            no: letter.link("/nyhetsbrev/stopp/")?,
            email: letter.to,
        })
    });
    let people_of: Vec<Person> = letters.collect();
    assert_eq!(people_of.len(), people, "a letter for everybody");
    people_of
}

/// A house with people who have asked for the newsletter, some who have it, and an account that a person
/// has agreed to; closed again.
async fn furnished(place: &Place, setting: &str, choice: Choice, people: usize) -> Vec<Person> {
    // A while ago: the clock moves on with every yes here, and nobody leaves before they came.
    let now = SystemClock.now().plus_minutes(-10);
    let spawned = house::open_at(place.clone(), &[("make", setting)], now).await;
    let world = spawned.house.world.clone();
    let lay = move |db: &mut dyn Db| {
        let address = ["Prøveveien 1", "0001", "Oslo"];
        bookings::lay_template(db, &world, choice.controller, "Verksted", address, true)
    };
    spawned.house.store().write(lay).await.expect("a workshop");
    let people = signed_up(&spawned, choice, people).await;
    for (number, person) in people[..BEFORE].iter().enumerate() {
        spawned.tick();
        spawned
            .visitor()
            .post::<&str, &str>(&person.yes, &[])
            .await
            .is(200);
        if number < 3 {
            let [name, phone, organisation, question] = CANARIES;
            let person = steps::Person {
                plate: format!("CU {}", 10_001 + number),
                name: name.to_owned(),
                email: person.email.clone(),
                phone: phone.to_owned(),
                organisation: organisation.to_owned(),
                question: question.to_owned(),
            };
            steps::book(&mut spawned.visitor(), &person).await;
        }
    }
    spawned.tick();
    let accounts = spawned.app.service::<make::Accounts>().expect("accounts");
    let (vault, by) = (&spawned.house.vault, SubjectId::from_raw(1));
    let wish = make::wish(vault, &accounts.all()[0], make::Wish::Agree, by).await;
    assert!(wish.expect("agreed"), "at once");
    spawned.close().await;
    people
}

/// What people do on this side.
#[derive(Clone)]
enum Act {
    Yes(Person),
    No(Person),
}

/// What has been acknowledged, and what waits.
#[derive(Clone, Default)]
struct Books {
    waiting: VecDeque<Act>,
    yes: BTreeSet<String>,
    no: BTreeSet<String>,
    /// Who left there.
    there: BTreeSet<String>,
}

/// Does what waits, until the program is gone; what was not acknowledged is done again later.
async fn act(base: String, books: Arc<Mutex<Books>>, most: usize) {
    let client = Client::at(&base);
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
    ];
    let mut done = 0;
    while done < most {
        let Some(next) = books.lock().expect("books").waiting.front().cloned() else {
            return;
        };
        let (path, email) = match &next {
            Act::Yes(person) => (&person.yes, &person.email),
            Act::No(person) => (&person.no, &person.email),
        };
        let answer = client.try_send("POST", path, &headers, &Value::Null).await;
        let Some(answer) = answer else {
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        assert_eq!(answer.status, 200, "{}", answer.words());
        let mut books = books.lock().expect("books");
        books.waiting.pop_front();
        match next {
            Act::Yes(_) => books.yes.insert(email.clone()),
            Act::No(_) => books.no.insert(email.clone()),
        };
        done += 1;
    }
}

/// Somebody who has the newsletter presses the link in a letter from there, or moves away.
fn leave_there(double: &Double, books: &Mutex<Books>, die: u8) {
    let mut books = books.lock().expect("books");
    let there = double.rows().into_iter();
    let active = there.filter(|row| row["email_status"] == "active");
    let emails = active.filter_map(|row| row["email"].as_str().map(str::to_owned));
    let may = |email: &String| books.yes.contains(email) && !books.no.contains(email);
    let emails: Vec<String> = emails.filter(may).collect();
    if emails.is_empty() {
        return;
    }
    let email = &emails[usize::from(die) % emails.len()];
    let at = SystemClock.now().rfc3339();
    if die.is_multiple_of(4) {
        double.bounce(email, &at);
    } else {
        double.press_unsubscribe(email, &at);
    }
    books.there.insert(email.clone());
}

async fn with_store<T: Send + 'static>(
    place: &Place,
    what: impl Fn(&mut dyn Db) -> Result<T, store::StoreError> + Send + Sync + 'static,
) -> T {
    let location = karosseri::house::location(&place.settings(&[]));
    let store = store::Store::open(&location, karosseri::parts::MIGRATIONS)
        .await
        .expect("the store");
    let came = store.write(what).await.expect("done");
    store.close().await.expect("closed");
    came
}

async fn time_passes(place: &Place) {
    with_store(place, |db| db.exec(&DUE, &[]).map(|_| ())).await;
}

/// Waits until something holds, so many seconds at most.
async fn wait(seconds: u64, holds: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(seconds);
    while !holds() && Instant::now() < end {
        tokio::time::sleep(Duration::from_micros(300)).await;
    }
}

struct Story {
    place: Place,
    setting: String,
    double: Double,
    books: Arc<Mutex<Books>>,
}

impl Story {
    fn done(&self) -> usize {
        let books = self.books.lock().expect("books");
        books.yes.len() + books.no.len()
    }

    /// One life of the program, and its end at a random moment.
    async fn live_and_die(&self, die: [u8; 5], is_down: bool) {
        let double = &self.double;
        double.break_with(is_down.then_some(StatusCode::BAD_GATEWAY));
        if !is_down && die[0].is_multiple_of(4) {
            // Or in the middle of its work.
            double.break_after(u64::from(die[0] / 4 % 6));
        }
        if die[4].is_multiple_of(2) {
            leave_there(double, &self.books, die[3]);
        }
        let (calls, acts) = (double.calls(), self.done());
        let settings = [("make", self.setting.as_str())];
        let mut program = Program::begin(&self.place, "serve", &settings);
        let acting = act(program.base.clone(), self.books.clone(), EACH + 1);
        let acting = tokio::spawn(acting);
        let wanted = calls + 1 + u64::from(die[1] % 8);
        if die[2].is_multiple_of(2) {
            wait(3, || double.calls() >= wanted).await;
        } else {
            wait(3, || self.done() > acts + usize::from(die[1]) % EACH).await;
        }
        let moments = u64::from(die[2].saturating_sub(128)) * 80;
        tokio::time::sleep(Duration::from_micros(moments)).await;
        program.running.kill();
        // Nobody of this life presses anything in the next one.
        acting.abort();
        let _ = acting.await;
        time_passes(&self.place).await;
    }

    /// The last ones: nobody is in the way, and everything is done to its end.
    async fn come_to_rest(&self) {
        self.double.break_with(None);
        for _ in 0..3 {
            time_passes(&self.place).await;
            let calls = self.double.calls();
            let settings = [("make", self.setting.as_str())];
            let program = Program::start(&self.place, "serve", &settings).await;
            act(program.base.clone(), self.books.clone(), usize::MAX).await;
            let quiet = Mutex::new((calls, Instant::now()));
            wait(30, || {
                let mut quiet = quiet.lock().expect("quiet");
                if quiet.0 != self.double.calls() {
                    *quiet = (self.double.calls(), Instant::now());
                }
                quiet.0 > calls && quiet.1.elapsed() > Duration::from_secs(2)
            })
            .await;
            program.stop();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_agree_after_every_kill_and_nobody_is_made_active_again() {
    house::each_place(move |place| async move {
        let (engine, kills) = (place.engine(), kills());
        let double = Double::default();
        double.be_careless();
        double.let_in_only("1", "hemmelig");
        double.hold("fremmed@example.no", "active");
        double.hold("n1@example.no", "active");
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let serving = tokio::spawn(double.clone().serve(listener));
        let declaration = declaration::Declaration::parse(karosseri::house::REFERENCE_DECLARATION);
        let declaration = declaration.expect("the declaration");
        let choice = newsletter::topics::all(&declaration)[0];
        let key = &declaration.controllers()[0].key;
        let setting = format!(
            "{key} = {{ user_id = \"1\", api_key = \"hemmelig\", list = 17, topic = \"{}\", address = \"http://{address}\" }}",
            choice.topic
        );
        let people = furnished(&place, &setting, choice, BEFORE + kills * EACH).await;
        let books = Books {
            waiting: acts(&people),
            yes: people[..BEFORE].iter().map(|one| one.email.clone()).collect(),
            ..Books::default()
        };
        let books = Arc::new(Mutex::new(books));
        let story = Story { place, setting, double, books };
        let chance = SeededChance::new(seed());
        for number in 0..kills {
            let mut die = [0; 5];
            chance.fill(&mut die);
            let is_down = (kills / 3..kills * 2 / 3).contains(&number);
            story.live_and_die(die, is_down).await;
        }
        story.come_to_rest().await;
        let told = ending::agree(&story, choice, &people).await;
        println!("{engine}: {told} over {kills} kills, {} of them with the service down", kills / 3);
        ending::crossed(&story.double);
        serving.abort();
    })
    .await;
}

/// In their order: everybody says yes, and every third of them no some time after.
fn acts(people: &[Person]) -> VecDeque<Act> {
    let mut acts = VecDeque::new();
    for (number, person) in people.iter().enumerate() {
        if number >= BEFORE {
            acts.push_back(Act::Yes(person.clone()));
        }
        if number >= 5 && number.is_multiple_of(3) {
            acts.push_back(Act::No(people[number - 5].clone()));
        }
    }
    acts
}

//! Reminders of the periodic inspection, from the hand-over that makes them possible to the press that
//! ends them.

use declaration::vocabulary::{Category, Purpose};
use values::{Clock, Email, Moment, SubjectId};
use vault::{LookUp, StrandInfo};
use vehicles::register::double;

use crate::{
    journey::{self, Case},
    support::{
        hand::{Hand, Inside},
        house::{self, Spawned},
    },
};

const PLATE: &str = "CU 10001";
const OUT: &str = "/meldinger/";

/// A vehicle register that knows one vehicle, whose inspection is due in thirty days.
async fn register() -> (String, tokio::task::JoinHandle<()>) {
    let due = values::SystemClock.now().plus_days(30).local_date();
    let known = double::vehicles().into_iter();
    let mut known: Vec<_> = known.filter(|one| one.plate == PLATE).collect();
    known[0].inspection_due = Some(declaration::lasting(&due.to_string()));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let serving = tokio::spawn(async move {
        let router = double::router(known);
        axum::serve(listener, router).await.expect("served");
    });
    (url, serving)
}

/// Booked, received, repaired and handed over.
async fn visited(hand: &mut Inside<'_>, case: &Case) {
    let (_, reference) = journey::book(hand, &case.person).await;
    let intake = journey::find(hand, &case.person, &reference).await;
    let order = journey::receive(hand, case, &intake).await;
    journey::repair(hand, case, &order).await;
    journey::approve(hand, case, &order).await;
    journey::hand_over(hand, case, &order).await;
}

async fn person(spawned: &Spawned, case: &Case) -> SubjectId {
    let email = Email::parse(&case.person.email).expect("an address");
    let found = spawned.house.vault.find(&LookUp::email(&email)).await;
    found.expect("asked").expect("the customer")
}

/// Which categories of a person are kept for reminders.
async fn kept(spawned: &Spawned, person: SubjectId) -> Vec<Category> {
    let strands = spawned.house.vault.strands_of(person).await;
    let reminds = |strand: &StrandInfo| {
        let mut purposes = strand.reasons.iter().map(|reason| reason.purpose.as_str());
        purposes.any(|purpose| purpose == Purpose::ServiceReminders.as_str())
    };
    let strands = strands.expect("strands").into_iter();
    let kept = strands.filter(reminds).map(|strand| strand.category);
    let mut kept: Vec<Category> = kept.filter(|c| *c != Category::Correspondence).collect();
    kept.sort();
    kept
}

/// The night of so many days from now, and what it posts.
async fn night(spawned: &Spawned, days: i64) {
    let day = spawned.clock.now().plus_days(days).local_date();
    spawned.clock.set(Moment::at_local(day, 3, 5));
    karosseri::chores::round(&spawned.house, &spawned.app)
        .await
        .expect("the chores");
}

/// The reminders that have come to a person.
fn reminders(spawned: &Spawned, case: &Case) -> Vec<letters::testing::Received> {
    let taken = spawned.mail.taken().into_iter();
    let theirs = taken.filter(|letter| letter.to == case.person.email);
    theirs.filter(|letter| letter.link(OUT).is_some()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_is_reminded_once_and_no_more_after_a_no() {
    house::each_place(|place| async move {
        let (url, serving) = register().await;
        let more: &[(&'static str, &str)] = &[("register_url", &url), ("register_key", "prove")];
        let spawned = house::furnished(place, more).await;
        let mut hand = Inside::new(&spawned);
        let mut case = Case::made_up(71);
        case.person.plate = PLATE.to_owned();
        visited(&mut hand, &case).await;
        let person = person(&spawned, &case).await;
        let wanted = [Category::Contact, Category::VehicleLink];
        assert_eq!(kept(&spawned, person).await, wanted);

        night(&spawned, 1).await;
        spawned.deliver().await;
        assert!(reminders(&spawned, &case).is_empty(), "at night");
        let day = spawned.clock.now().local_date();
        spawned.clock.set(Moment::at_local(day, 9, 5));
        spawned.deliver().await;
        let come = reminders(&spawned, &case);
        assert_eq!(come.len(), 1);
        let text = come[0].text();
        assert!(text.contains("CU10001") || text.contains(PLATE), "{text}");
        assert_eq!(newsletter::offer_in(&text), None, "{text}");

        night(&spawned, 8).await;
        let day = spawned.clock.now().local_date();
        spawned.clock.set(Moment::at_local(day, 9, 5));
        spawned.deliver().await;
        assert_eq!(reminders(&spawned, &case).len(), 1, "once for a deadline");

        let out = come[0].link(OUT).expect("the way out");
        hand.be("nobody").await;
        hand.open(&out).await;
        assert_eq!(
            kept(&spawned, person).await,
            wanted,
            "looking changes nothing"
        );
        hand.submit(&[("kind", "reminder")], &[]).await;
        assert!(kept(&spawned, person).await.is_empty(), "the reason stands");
        let no = spawned.house.vault.objections_of(person).await;
        assert_eq!(no.expect("objections"), [Purpose::ServiceReminders]);

        // Days have gone by: whoever works there logs in anew.
        let mut hand = Inside::new(&spawned);
        visited(&mut hand, &case).await;
        assert!(kept(&spawned, person).await.is_empty(), "kept against a no");
        drop(hand);
        spawned.close().await;
        serving.abort();
    })
    .await;
}

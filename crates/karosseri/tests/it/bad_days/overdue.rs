//! A request that nobody answers: an officer is reminded once when the date is near and once when it is
//! past, again for a date that was moved; and the house's health says so.

use crate::{
    slots,
    support::{
        client::Client,
        house::{self, Spawned},
        steps,
    },
};

const OFFICER: &str = "ombud@verksted.example";

async fn round(spawned: &Spawned) {
    rights::chore(&spawned.app).await.expect("the chore");
    spawned.deliver().await;
}

/// How many reminders have come to the officer.
fn reminders(spawned: &Spawned) -> usize {
    let letters = spawned.mail.taken();
    letters.iter().filter(|one| one.to == OFFICER).count()
}

async fn asks(spawned: &Spawned, number: u32) {
    let person = steps::Person::numbered(number);
    steps::book(&mut spawned.visitor(), &person).await;
    let mut client = steps::log_in_by_mail(spawned, &person.email).await;
    let page = client.open("/min-side/rettigheter").await.is(200);
    let typed = [("kind", "portability"), ("text", "Alt jeg har gitt dere.")];
    client
        .submit(&page, "/min-side/rettigheter", &typed)
        .await
        .is(200);
}

async fn officer(spawned: &Spawned) -> values::SubjectId {
    let vault = &spawned.house.vault;
    let controller = vault.declaration().controllers()[0].id;
    let name = values::PersonName::parse("Ombud Prøve").expect("a name");
    let email = values::Email::parse(OFFICER).expect("an address");
    let role = web::Role::Privacy;
    let added = staff::add(vault, name, email, role, controller).await;
    added.expect("an officer")
}

async fn health(spawned: &Spawned) -> String {
    let router = web::health::router(spawned.app.clone());
    Client::of(&router).get("/readyz").await.is(200).body()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_is_reminded_once_near_the_date_and_once_past_it() {
    house::each_place(|place| async move {
        let spawned = slots::small(place).await;
        asks(&spawned, 1).await;
        spawned.pass_days(24);
        // Nobody can be written to: nothing is noted, and it is tried again.
        round(&spawned).await;
        let staff = officer(&spawned).await;
        round(&spawned).await;
        assert_eq!(reminders(&spawned), 1, "near its date");
        spawned.pass_days(1);
        round(&spawned).await;
        assert_eq!(reminders(&spawned), 1, "once");
        assert_eq!(health(&spawned).await, "ok\n");

        // More time: another date, and another reminder when that one is near.
        let vault = &spawned.house.vault;
        let link = staff::one_time_link(vault, staff, 30 * 60_000).await;
        let mut client = house::log_in(spawned.visitor(), &link.expect("a link")).await;
        let board = client.open("/stab/personvern").await.is(200);
        let case = board.link("/stab/personvern/krav/").expect("the case");
        let page = client.open(&case).await.is(200);
        let form = page.form(&format!("{case}/svar"));
        let mut pairs = form.pairs();
        pairs.retain(|(name, _)| name != "text" && name != "outcome");
        pairs.push(("text".to_owned(), "Mye å gå gjennom.".to_owned()));
        client.post(&format!("{case}/utvid"), &pairs).await.is(303);
        spawned.pass_days(10);
        round(&spawned).await;
        assert_eq!(
            reminders(&spawned),
            1,
            "the old date is past and does not count"
        );
        spawned.pass_days(51);
        round(&spawned).await;
        round(&spawned).await;
        assert_eq!(reminders(&spawned), 2, "near the new date");
        spawned.pass_days(8);
        round(&spawned).await;
        round(&spawned).await;
        assert_eq!(reminders(&spawned), 3, "past it");
        let said = health(&spawned).await;
        assert!(
            said.starts_with("degraded\n") && said.contains("/stab/personvern"),
            "{said}"
        );
        spawned.close().await;
    })
    .await;
}

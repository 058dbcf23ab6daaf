//! A hold that nobody thinks of: whoever answers for it hears of it two weeks before, once.

use letters::testing::Received;
use values::Clock;

use crate::support::{house, program, steps};

fn about_holds(letters: &[Received]) -> Vec<&Received> {
    let letters = letters.iter();
    letters
        .filter(|letter| letter.raw.contains("/stab/personvern/hold"))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_answers_for_a_hold_is_reminded_once() {
    house::each_place(|place| async move {
        let words = [
            "staff",
            "add",
            "--name",
            "Prøve Personvern",
            "--email",
            "vern@verksted.example",
            "--role",
            "privacy",
        ];
        program::run(&place, &words).is(0);
        let now = values::SystemClock.now();
        let spawned = house::open_at(place, &[], now).await;
        let vault = spawned.house.vault.clone();
        let controller = vault.declaration().controllers()[0].id;
        let world = spawned.house.world.clone();
        let lay = move |db: &mut dyn store::Db| {
            let address = ["Prøveveien 1", "0001", "Oslo"];
            bookings::lay_template(db, &world, controller, "Prøveverkstedet", address, true)
        };
        spawned.house.store().write(lay).await.expect("a workshop");
        steps::book(&mut spawned.visitor(), &steps::Person::numbered(1)).await;
        let desk = karosseri::adapters::Officers(vault.clone());
        let officers = rights::PrivacyDesk::officers(&desk).await;
        let owner = officers.expect("officers")[0];
        let all = vault.due(values::Moment::FOREVER, 10).await.expect("due");
        let review = now.plus_days(30).local_date();
        let hold = |strand| vault.hold(strand, "dispute", owner, review);
        hold(all[0].strand.id).await.expect("a hold");
        for (days, letters) in [(15, 0), (16, 1), (17, 1), (20, 1)] {
            spawned.clock.set(now.plus_days(days));
            let round = karosseri::chores::round(&spawned.house, &spawned.app).await;
            round.map(|_| ()).expect("the chores");
            spawned.deliver().await;
            let taken = spawned.mail.taken();
            let told = about_holds(&taken);
            assert_eq!(told.len(), letters, "day {days}");
            for letter in told {
                assert_eq!(letter.to, "vern@verksted.example");
                assert!(!letter.raw.contains("Prøve Person K"), "a name");
            }
        }
        spawned.close().await;
    })
    .await;
}

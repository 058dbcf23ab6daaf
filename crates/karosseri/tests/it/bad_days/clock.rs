//! A clock that jumps ten years either way, and a chore that fails: nothing is erased early, nothing is
//! kept without a reason, the house says what is wrong, and goes on when it is right again.

use store::Db;
use values::{Clock, Moment};
use vault::{Night, Why};
use web::health::Ailment;

use crate::support::{
    house::{self, Spawned},
    steps,
};

store::queries! {
    /// Bookings that stand.
    BOOKED = "SELECT COUNT(*) AS n FROM booking WHERE state = 'booked'";
    /// Strands and records there are.
    KEPT = "SELECT (SELECT COUNT(*) FROM strand) AS strands, (SELECT COUNT(*) FROM record) AS records";
    /// Whole proofs, whenever they are dated.
    PROOFS = "SELECT COUNT(*) AS n FROM proof_run";
    /// A table is gone: the chore that reads it fails.
    BREAK = "ALTER TABLE idempotency RENAME TO idempotency_away";
    /// It is there again.
    MEND = "ALTER TABLE idempotency_away RENAME TO idempotency";
}

async fn count(house: &Spawned, statement: &'static store::Sql) -> i64 {
    let read = move |db: &mut dyn Db| db.one(statement, &[])?.i64("n");
    house.house.store().read(read).await.expect("a count")
}

async fn kept(house: &Spawned) -> (i64, i64) {
    let read = |db: &mut dyn Db| {
        let row = db.one(&KEPT, &[])?;
        Ok((row.i64("strands")?, row.i64("records")?))
    };
    house.house.store().read(read).await.expect("counts")
}

async fn round(house: &Spawned) -> Option<Night> {
    let came = karosseri::chores::round(&house.house, &house.app).await;
    came.expect("every chore goes well")
}

async fn ailments(house: &Spawned) -> Vec<Ailment> {
    let ready = house
        .app
        .service::<std::sync::Arc<dyn web::health::Ready>>()
        .expect("health");
    ready.ailments().await.expect("ailments")
}

async fn is_ill(house: &Spawned, name: &str) -> bool {
    ailments(house).await.iter().any(|one| one.name == name)
}

/// A booking two weeks ahead, a hold on its person's contact, and a night behind them.
async fn lived_in(place: house::Place) -> Spawned {
    let spawned = house::open(place, &[]).await;
    let controller = spawned.house.vault.declaration().controllers()[0].id;
    let world = spawned.house.world.clone();
    let lay = move |db: &mut dyn Db| {
        let address = ["Prøveveien 1", "0001", "Oslo"];
        bookings::lay_template(db, &world, controller, "Prøveverkstedet", address, true)
    };
    spawned.house.store().write(lay).await.expect("a workshop");
    steps::book(&mut spawned.visitor(), &steps::Person::numbered(1)).await;
    let vault = &spawned.house.vault;
    let ahead = spawned.clock.now().plus_days(3_650);
    let all = vault.due(Moment::FOREVER, 100).await.expect("strands");
    assert!(!all.is_empty());
    let day = ahead.local_date();
    let today = spawned.clock.now().local_date();
    let review = today
        .checked_add(jiff::Span::new().days(90))
        .expect("a day");
    assert!(review < day);
    vault
        .hold(
            all[0].strand.id,
            "dispute",
            values::SubjectId::from_raw(7),
            review,
        )
        .await
        .expect("a hold");
    let night = round(&spawned).await;
    assert!(matches!(night, Some(Night::Swept(_))));
    spawned
}

async fn asks_at_every_look(spawned: &Spawned, days: i64) {
    let expected = if days > 0 { Why::Ahead } else { Why::Behind };
    for look in 0..3 {
        match round(spawned).await {
            Some(Night::Asks(doubt)) => assert_eq!(doubt.why, expected, "look {look}"),
            other => panic!("{days}: look {look} does not ask: {other:?}"),
        }
        let later = spawned.clock.now().plus_minutes(1);
        spawned.clock.set(later);
    }
}

/// The first look by a clock that is right sweeps, signs and proves, and health is well.
async fn goes_on(spawned: &Spawned) {
    let vault = &spawned.house.vault;
    match round(spawned).await {
        Some(Night::Swept(report)) => assert_eq!((report.destroyed, report.released), (0, 0)),
        other => panic!("the nights do not go on: {other:?}"),
    }
    let now = spawned.clock.now();
    let (ended, ..) = vault.last_sweep().await.expect("read").expect("a sweep");
    assert_eq!(ended, now);
    let (_, head) = vault.log_key().expect("the log's key");
    assert_eq!(head.expect("a signed end").at, now);
    let run = rights::last_run(vault).await.expect("read");
    let run = run.expect("a proof");
    assert_eq!((run.at, run.fails), (now, 0));
    assert_eq!(ailments(spawned).await, Vec::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_years_either_way() {
    house::each_place(|place| async move {
        let spawned = lived_in(place).await;
        let vault = spawned.house.vault.clone();
        let right = spawned.clock.now();
        let before = kept(&spawned).await;
        assert_eq!(count(&spawned, &BOOKED).await, 1);
        for days in [3_650, -3_650] {
            spawned.clock.set(right.plus_days(days));
            let proofs = count(&spawned, &PROOFS).await;
            asks_at_every_look(&spawned, days).await;
            assert_eq!(
                count(&spawned, &BOOKED).await,
                1,
                "{days}: nobody failed to come"
            );
            assert_eq!(
                kept(&spawned).await,
                before,
                "{days}: erased, or written anew"
            );
            assert_eq!(
                vault.holds().await.expect("holds").len(),
                1,
                "{days}: released"
            );
            assert!(is_ill(&spawned, "sweep_asks").await, "{days}");
            assert!(is_ill(&spawned, "sweep_dead").await, "{days}");
            // The log is signed and the proof walked by whatever clock there is, once each.
            let (_, head) = vault.log_key().expect("the log's key");
            let signed = head.expect("a signed end").at;
            assert!(signed >= right.plus_days(days), "{days}: signed {signed:?}");
            assert_eq!(count(&spawned, &PROOFS).await, proofs + 1, "{days}");
        }
        // The clock is right again.
        spawned.clock.set(right.plus_days(1).plus_minutes(90));
        goes_on(&spawned).await;
        assert_eq!(kept(&spawned).await, before);
        assert_eq!(vault.holds().await.expect("holds").len(), 1);
        assert_eq!(count(&spawned, &BOOKED).await, 1);
        spawned.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_chore_that_fails_stops_no_other_and_stands_in_health() {
    house::each_place(|place| async move {
        let spawned = lived_in(place).await;
        let vault = spawned.house.vault.clone();
        let run = |statement: &'static store::Sql| {
            let store = spawned.house.store().clone();
            async move {
                let change = move |db: &mut dyn Db| db.exec(statement, &[]);
                store.write(change).await.expect("changed");
            }
        };
        run(&BREAK).await;
        spawned.pass_days(2);
        let now = spawned.clock.now();
        let failed = karosseri::chores::round(&spawned.house, &spawned.app)
            .await
            .expect_err("a chore fails");
        let names: Vec<_> = failed.failed.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["idempotency_keys"], "{failed}");
        let (ended, ..) = vault.last_sweep().await.expect("read").expect("a sweep");
        assert_eq!(ended, now, "the sweep waits behind it");
        let proof = rights::last_run(&vault)
            .await
            .expect("read")
            .expect("a proof");
        assert_eq!(proof.at, now, "the proof waits behind it");
        let ill = ailments(&spawned).await;
        let named = ill.iter().find(|one| one.name == "chore_fails");
        let named = named.expect("health says nothing");
        assert!(
            named.sentence.contains("idempotency_keys"),
            "{}",
            named.sentence
        );
        run(&MEND).await;
        spawned.pass_days(1);
        round(&spawned).await;
        assert!(!is_ill(&spawned, "chore_fails").await, "still named");
        spawned.close().await;
    })
    .await;
}

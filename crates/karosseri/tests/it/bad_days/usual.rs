//! What belongs to today's work, as the published limit says: nothing that is further than its days away.

use std::collections::BTreeSet;

use store::Db;
use values::{Clock, Moment, SubjectId};
use vault::{Gaze, Usual};

use crate::support::{house, steps};

store::queries! {
    /// The one booking's person.
    WHO = "SELECT subject_id FROM booking";
    /// It was made long ago, and is then.
    MOVE = "UPDATE booking SET made_at = $1, starts_at = $2, ends_at = $3";
}

#[tokio::test(flavor = "multi_thread")]
async fn a_booking_beyond_the_limit_is_not_todays_work() {
    house::each_place(|place| async move {
        let spawned = house::open(place, &[]).await;
        let vault = spawned.house.vault.clone();
        let controller = vault.declaration().controllers()[0].id;
        let world = spawned.house.world.clone();
        let lay = move |db: &mut dyn Db| {
            let address = ["Prøveveien 1", "0001", "Oslo"];
            bookings::lay_template(db, &world, controller, "Prøveverkstedet", address, true)
        };
        spawned.house.store().write(lay).await.expect("a workshop");
        steps::book(&mut spawned.visitor(), &steps::Person::numbered(1)).await;
        let at = spawned.clock.now();
        let rules = vault.rules();
        let limit = rules.limit("look-days-around", at.local_date());
        let days = i64::from(limit.expect("the limit").number);
        for (away, usual) in [
            (days - 1, true),
            (days + 1, false),
            (-days + 1, true),
            (-days - 1, false),
        ] {
            let starts = at.plus_days(away);
            let ask = move |db: &mut dyn Db| {
                let values: [Moment; 3] = [at.plus_days(-300), starts, starts.plus_minutes(30)];
                db.exec(&MOVE, &values.map(|moment| moment.millis().into()))?;
                let who = SubjectId::from_raw(db.one(&WHO, &[])?.i64("subject_id")?);
                let today = karosseri::adapters::Today {
                    asks: true,
                    always_open: true,
                };
                let gaze = Gaze {
                    reader: SubjectId::from_raw(77),
                    controller,
                    persons: vec![who],
                    at,
                    days,
                    margin: 0,
                };
                Ok((who, today.day(db, &gaze)?.at_work))
            };
            let (who, at_work) = spawned.house.store().write(ask).await.expect("a day");
            let expected = if usual {
                BTreeSet::from([who])
            } else {
                BTreeSet::new()
            };
            assert_eq!(at_work, expected, "{away} days away");
        }
        spawned.close().await;
    })
    .await;
}

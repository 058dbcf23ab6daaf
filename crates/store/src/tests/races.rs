//! Closures are serialisable: what was read is still true when the writes are durable.

use super::*;
use crate::StoreError;
use crate::testing::each_engine;

/// Check, then insert: with a mere snapshot two visitors could both see a free day.
#[test]
fn a_check_before_an_insert_holds_without_an_index() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        with_bay(&store).await;
        for round in 0..5_i64 {
            let visitor = |n: i64| {
                let store = store.clone();
                tokio::spawn(async move {
                    store
                        .write(move |db| {
                            // At most one slot per round, whatever its step.
                            let taken = db.one(&COUNT_SLOTS, &[])?.i64("n")?;
                            if taken > round {
                                return Err(StoreError::Refused("taken"));
                            }
                            let id = round * 100 + n;
                            db.exec(&ADD_SLOT, &slot(id, id))
                        })
                        .await
                })
            };
            let mut won = 0;
            for answer in (0..50).map(visitor).collect::<Vec<_>>() {
                match answer.await.unwrap() {
                    Ok(_) => won += 1,
                    Err(StoreError::Refused("taken")) => {}
                    Err(other) => panic!("{other}"),
                }
            }
            assert_eq!(won, 1);
        }
    }));
}

#[test]
fn one_slot_goes_to_one_of_many() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        with_bay(&store).await;
        let visitor = |n: i64| {
            let store = store.clone();
            tokio::spawn(
                async move { store.write(move |db| db.exec(&ADD_SLOT, &slot(n, 1))).await },
            )
        };
        let mut won = 0;
        for answer in (0..200).map(visitor).collect::<Vec<_>>() {
            match answer.await.unwrap() {
                Ok(_) => won += 1,
                Err(error) => assert_eq!(error.unique(), Some("slot__bay_id__step")),
            }
        }
        assert_eq!(won, 1);
    }));
}

/// A row all want to change: nobody's change is lost, and nobody is turned away.
#[test]
fn a_busy_row_counts_every_change() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        with_bay(&store).await;
        store
            .write(|db| db.exec(&ADD_SLOT, &slot(1, 0)))
            .await
            .unwrap();
        let visitor = |_| {
            let store = store.clone();
            tokio::spawn(async move {
                store
                    .write(|db| db.one(&MOVE_SLOT, &[1.into(), 1.into()])?.i64("step"))
                    .await
            })
        };
        let mut seen = Vec::new();
        for answer in (0..200).map(visitor).collect::<Vec<_>>() {
            seen.push(answer.await.unwrap().unwrap());
        }
        seen.sort_unstable();
        assert_eq!(seen, (1..=200).collect::<Vec<_>>());
    }));
}

/// Two rows in opposite order: a deadlock on PostgreSQL, run again by itself.
#[test]
fn opposite_orders_end_well() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        with_bay(&store).await;
        store
            .write(|db| db.many(&[(&ADD_SLOT, slot(1, 0)), (&ADD_SLOT, slot(2, 1000))]))
            .await
            .unwrap();
        let visitor = |n: i64| {
            let store = store.clone();
            tokio::spawn(async move {
                store
                    .write(move |db| {
                        let (first, second) = if n % 2 == 0 { (1, 2) } else { (2, 1) };
                        db.one(&MOVE_SLOT, &[first.into(), 1.into()])?;
                        db.one(&MOVE_SLOT, &[second.into(), 1.into()])
                    })
                    .await
            })
        };
        for answer in (0..40).map(visitor).collect::<Vec<_>>() {
            answer.await.unwrap().unwrap();
        }
        let row = store.read(|db| db.one(&SLOT, &[1.into()])).await.unwrap();
        assert_eq!(row.i64("step").unwrap(), 40);
    }));
}

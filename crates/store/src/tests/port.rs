//! The seven methods mean the same on both engines.

use super::*;
use crate::testing::each_engine;
use crate::{StoreError, Value, bytes, plain};

#[test]
fn parameters_bind_by_number_not_by_appearance() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        let row = store
            .read(|db| db.one(&SWAPPED, &["first".into(), "second".into()]))
            .await
            .unwrap();
        assert_eq!(row.text("a").unwrap(), "first");
        assert_eq!(row.text("b").unwrap(), "second");
        assert_eq!(row.text("c").unwrap(), "second");
        assert_eq!(row.text("d").unwrap(), "$9");
        assert_eq!(row.text(1).unwrap(), "first");
    }));
}

#[test]
fn values_come_back_as_they_went_in() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        with_bay(&store).await;
        let row = store
            .write(|db| {
                db.exec(
                    &ADD_SLOT,
                    &[
                        7.into(),
                        1.into(),
                        i64::MIN.into(),
                        bytes([0, 255]),
                        false.into(),
                    ],
                )?;
                db.exec(
                    &ADD_SLOT,
                    &[
                        8.into(),
                        1.into(),
                        i64::MAX.into(),
                        Value::Null,
                        true.into(),
                    ],
                )?;
                db.one(&SLOT, &[7.into()])
            })
            .await
            .unwrap();
        assert_eq!(row.i64("step").unwrap(), i64::MIN);
        assert_eq!(row.bytes("body").unwrap(), [0, 255]);
        assert!(!row.bool("firm").unwrap());
        let row = store.read(|db| db.one(&SLOT, &[8.into()])).await.unwrap();
        assert_eq!(row.opt_bytes("body").unwrap(), None);
        assert!(row.bool("firm").unwrap());
        assert!(matches!(row.text("step"), Err(StoreError::Type(_))));
        assert!(matches!(row.i64("none"), Err(StoreError::Type(_))));
        let none = store.read(|db| db.opt(&SLOT, &[9.into()])).await.unwrap();
        assert!(none.is_none());
    }));
}

#[test]
fn many_and_fetch_answer_each_statement_in_order() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        let (counts, rows) = store
            .write(|db| {
                let mut batch = vec![(&ADD_BAY, vec![1.into(), plain("one")])];
                batch.extend((0..100).map(|n| (&ADD_SLOT, slot(n, n))));
                batch.push((&DROP_SLOT, vec![500.into()]));
                let counts = db.many(&batch)?;
                let rows = db.fetch(&[(&SLOT, vec![3.into()]), (&SLOTS, vec![])])?;
                Ok((counts, rows))
            })
            .await
            .unwrap();
        assert_eq!(counts.len(), 102);
        assert!(counts[..101].iter().all(|count| *count == 1));
        assert_eq!(counts[101], 0);
        assert_eq!(rows[0][0].i64("id").unwrap(), 3);
        assert_eq!(rows[1].len(), 100);
        let sum = store
            .read_long(|db| {
                let mut sum = 0;
                db.each(&SLOTS, &[], &mut |row| {
                    sum += row.i64("step")?;
                    Ok(())
                })?;
                Ok(sum)
            })
            .await
            .unwrap();
        assert_eq!(sum, 99 * 100 / 2);
    }));
}

#[test]
fn a_failed_statement_undoes_the_transaction_even_when_hidden() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        with_bay(&store).await;
        let answer = store
            .write(|db| {
                db.exec(&ADD_SLOT, &slot(1, 1))?;
                let _ = db.exec(&ADD_SLOT, &slot(2, 1));
                let after = db.exec(&ADD_SLOT, &slot(3, 3));
                assert!(after.is_err(), "nothing runs after a failure");
                Ok(())
            })
            .await;
        assert_eq!(answer, Err(StoreError::Unique("slot__bay_id__step".into())));
        assert_eq!(slots(&store).await, 0);
        // In the middle of a flight: not only the last answer counts.
        let answer = store
            .write(|db| {
                db.many(&[
                    (&ADD_SLOT, slot(1, 1)),
                    (&ADD_SLOT, slot(2, 1)),
                    (&ADD_SLOT, slot(3, 3)),
                ])
            })
            .await;
        assert!(answer.unwrap_err().unique().is_some());
        assert_eq!(slots(&store).await, 0);
        let refused = store
            .write(|db| {
                db.exec(&ADD_SLOT, &slot(1, 1))?;
                Err::<(), _>(StoreError::Refused("too late"))
            })
            .await;
        assert_eq!(refused, Err(StoreError::Refused("too late")));
        assert_eq!(slots(&store).await, 0);
    }));
}

#[test]
fn a_reader_keeps_its_snapshot_and_cannot_write() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        with_bay(&store).await;
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let (seen, looked) = std::sync::mpsc::channel::<()>();
        let reader = store.clone();
        let reading = tokio::spawn(async move {
            reader
                .read_long(move |db| {
                    let before = db.one(&COUNT_SLOTS, &[])?.i64("n")?;
                    seen.send(()).unwrap();
                    wait.recv().unwrap();
                    Ok((before, db.one(&COUNT_SLOTS, &[])?.i64("n")?))
                })
                .await
        });
        tokio::task::spawn_blocking(move || looked.recv().unwrap())
            .await
            .unwrap();
        store
            .write(|db| db.exec(&ADD_SLOT, &slot(1, 1)))
            .await
            .unwrap();
        go.send(()).unwrap();
        assert_eq!(reading.await.unwrap().unwrap(), (0, 0));
        assert_eq!(slots(&store).await, 1);
        assert!(
            store
                .read(|db| db.exec(&DROP_SLOT, &[1.into()]))
                .await
                .is_err()
        );
        assert_eq!(slots(&store).await, 1);
    }));
}

#[test]
fn a_panic_is_an_error_and_ends_nothing_else() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        with_bay(&store).await;
        let answer = store
            .write(|db| {
                db.exec(&ADD_SLOT, &slot(1, 1))?;
                if slot(1, 1).len() == 5 {
                    panic!("on purpose");
                }
                Ok(())
            })
            .await;
        assert_eq!(answer, Err(StoreError::Panicked));
        assert_eq!(slots(&store).await, 0);
        let answer = store
            .read(|db| {
                db.all(&SLOTS, &[])?;
                if slot(1, 1).len() == 5 {
                    panic!("on purpose");
                }
                Ok(())
            })
            .await;
        assert_eq!(answer, Err(StoreError::Panicked));
        store
            .write(|db| db.exec(&ADD_SLOT, &slot(1, 1)))
            .await
            .unwrap();
        assert_eq!(slots(&store).await, 1);
    }));
}

#[test]
fn every_statement_of_the_crate_prepares_and_a_wrong_one_is_named() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        store.prepare_all(&[crate::jobs::ALL, ALL]).await.unwrap();
        const GAP: &[Sql] = &[
            Sql {
                name: "gap",
                text: "SELECT id FROM bay WHERE id = $2",
            },
            BROKEN,
        ];
        let told = store.prepare_all(&[GAP]).await.unwrap_err().to_string();
        assert!(told.contains("gap: parameter $1 is not used"), "{told}");
        assert!(told.contains("statement broken:"), "{told}");
    }));
}

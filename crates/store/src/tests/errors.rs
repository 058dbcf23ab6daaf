//! Errors carry names, never values.

use super::*;
use crate::testing::each_engine;
use crate::{StoreError, Value, bytes, plain};

#[test]
fn a_violated_index_has_one_name_on_both_engines() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        with_bay(&store).await;
        store
            .write(|db| {
                db.exec(&ADD_SLOT, &slot(1, 1))?;
                db.exec(&ADD_PAIR, &[1.into(), "x".into()])
            })
            .await
            .unwrap();
        let twice = store.write(|db| db.exec(&ADD_SLOT, &slot(2, 1))).await;
        assert_eq!(twice, Err(StoreError::Unique("slot__bay_id__step".into())));
        let twice = store.write(|db| db.exec(&ADD_SLOT, &slot(1, 2))).await;
        assert_eq!(twice, Err(StoreError::Unique("slot__id".into())));
        let twice = store
            .write(|db| db.exec(&ADD_PAIR, &[1.into(), "x".into()]))
            .await;
        assert_eq!(twice, Err(StoreError::Unique("pair__a__b".into())));
    }));
}

#[test]
fn wrong_types_missing_rows_and_wrong_counts_are_told_apart() {
    block_on(each_engine(MIGRATIONS, |store| async move {
        with_bay(&store).await;
        let orphan = vec![1.into(), 9.into(), 1.into(), Value::Null, true.into()];
        let answer = store.write(move |db| db.exec(&ADD_SLOT, &orphan)).await;
        assert_eq!(answer, Err(StoreError::Foreign));
        let answer = store
            .write(|db| db.exec(&ADD_BAY, &[plain("7a"), "x".into()]))
            .await;
        assert!(matches!(answer, Err(StoreError::Type(_))), "{answer:?}");
        let answer = store
            .write(|db| db.exec(&ADD_BAY, &[7.into(), bytes("x")]))
            .await;
        assert!(matches!(answer, Err(StoreError::Type(_))), "{answer:?}");
        let answer = store.write(|db| db.exec(&ADD_BAY, &[7.into()])).await;
        assert!(matches!(answer, Err(StoreError::Type(_))), "{answer:?}");
        let answer = store
            .write(|db| db.exec(&ADD_BAY, &[7.into(), plain("a\0b")]))
            .await;
        assert!(matches!(answer, Err(StoreError::Type(_))), "{answer:?}");
        let answer = store
            .write(|db| db.exec(&ADD_BAY, &[7.into(), Value::Null]))
            .await;
        assert!(matches!(answer, Err(StoreError::Sql { .. })), "{answer:?}");
        let answer = store.read(|db| db.one(&SLOT, &[5.into()])).await;
        assert!(matches!(answer, Err(StoreError::Sql { .. })));
        let answer = store.read(|db| db.all(&BROKEN, &[])).await.map(|_| ());
        assert!(answer.unwrap_err().to_string().contains("broken"));
    }));
}

#[test]
fn no_error_and_no_debug_text_repeats_a_value() {
    const CANARY: &str = "canary-8Ekv2";
    const CAST: Sql = Sql {
        name: "cast",
        text: "SELECT id FROM bay WHERE name = $1 AND id = CAST(CAST($2 AS TEXT) AS BIGINT)",
    };
    assert!(!format!("{:?}", plain(CANARY)).contains(CANARY));
    block_on(each_engine(MIGRATIONS, |store| async move {
        with_bay(&store).await;
        let mut told = Vec::new();
        for values in [
            vec![plain(CANARY), plain(CANARY)],
            vec![1.into(), plain(CANARY)],
            vec![3.into()],
        ] {
            told.push(
                store
                    .write(move |db| db.exec(&ADD_BAY, &values))
                    .await
                    .err(),
            );
        }
        told.push(
            store
                .write(|db| {
                    db.exec(&ADD_PAIR, &[1.into(), plain(CANARY)])?;
                    db.exec(&ADD_PAIR, &[1.into(), plain(CANARY)])
                })
                .await
                .err(),
        );
        told.push(
            store
                .read(|db| db.all(&CAST, &["one".into(), plain(CANARY)]))
                .await
                .map(|rows| assert!(rows.is_empty()))
                .err(),
        );
        let row = store
            .write(|db| {
                db.exec(&NAME_BAY, &[1.into(), plain(CANARY)])?;
                db.one(&BAY, &[1.into()])
            })
            .await
            .unwrap();
        assert_eq!(row.text(0).unwrap(), CANARY);
        let shown = format!("{told:?} {row:?}");
        assert!(!shown.contains(CANARY), "{shown}");
        assert!(shown.contains("pair__a__b"));
    }));
}

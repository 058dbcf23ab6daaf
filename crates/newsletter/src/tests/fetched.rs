//! The database fetched back from a copy in the middle of a campaign: nobody gets the letter twice, and
//! the rest get it when the office says so.

use super::{
    sending::{run, some, state},
    *,
};
use crate::{look_at_horizon, progress};

/// The database as it was before the batch that was last begun.
async fn fetch_back(house: &House, id: i64) {
    let write = move |db: &mut dyn Db| {
        db.exec(&NOBODY_YET, &[id.into()])?;
        db.exec(&OLDER, &[id.into()])
    };
    house.store.write(write).await.unwrap();
}

async fn page(house: &House, id: i64) -> String {
    let desk = house.staff(Role::Marketing).await;
    desk.get(&format!("/stab/nyhetsbrev/{id}")).await.body
}

async fn press(house: &House, id: i64, act: &str) -> u16 {
    let desk = house.staff(Role::Marketing).await;
    let path = format!("/stab/nyhetsbrev/{id}/gjor");
    desk.post(&path, &[("act", act)]).await.status.as_u16()
}

fn file(house: &House, id: i64) -> std::path::PathBuf {
    house.custody.path().join(format!("campaign-{id}.horizon"))
}

const BUTTON: &str = "value=\"go_on\"";

#[tokio::test]
async fn nobody_gets_it_twice_and_the_rest_get_it_when_told() {
    each(|house| async move {
        some(&house, 5).await;
        let id = house.campaign().await;
        house.mood(|to| match to {
            "s0@x0.example.no" | "s1@x1.example.no" => Outcome::Taken,
            "s2@x2.example.no" => Outcome::Unsure,
            _ => Outcome::Later(None),
        });
        house.office.turn().await.unwrap();
        assert_eq!(look_at_horizon(&house.vault).await.unwrap(), 0);
        fetch_back(&house, id).await;
        assert_eq!(look_at_horizon(&house.vault).await.unwrap(), 1);
        let restored = ("paused".to_owned(), Some("restored".to_owned()));
        assert_eq!(state(&house, id).await, restored);
        house.mood(|_| Outcome::Taken);
        run(&house).await;
        assert_eq!(house.taken().len(), 2, "not before somebody says so");
        assert_eq!(press(&house, id, "resume").await, 409);
        let told = page(&house, id).await;
        for words in ["3 av 5", "For 1 av dem", BUTTON] {
            assert!(told.contains(words), "{words}");
        }
        assert_eq!(press(&house, id, "go_on").await, 303);
        run(&house).await;
        let all = [
            "s0@x0.example.no",
            "s1@x1.example.no",
            "s3@x0.example.no",
            "s4@x1.example.no",
        ];
        assert_eq!(house.taken_to(), all);
        let told = progress(&house.vault, id).await.unwrap();
        assert_eq!(
            (told.sent, told.unsure, told.waiting),
            (4, 1, 0),
            "{told:?}"
        );
        assert_eq!(told.texts, [(1, 2)], "of the others it is not known");
        assert_eq!(state(&house, id).await.0, "done");
        assert_eq!(look_at_horizon(&house.vault).await.unwrap(), 0);
        assert_eq!(press(&house, id, "go_on").await, 409);
    })
    .await;
}

#[tokio::test]
async fn what_was_in_flight_is_perhaps_delivered_and_later_batches_count_on() {
    each(|house| async move {
        some(&house, 4).await;
        let id = house.campaign().await;
        // One is taken, others are across or wait, when the program dies.
        house.recorder.answers.store(1, Ordering::SeqCst);
        let office = house.office.clone();
        let turn = tokio::spawn(async move { office.turn().await });
        while house.taken().len() < 2 {
            tokio::task::yield_now().await;
        }
        turn.abort();
        let _ = turn.await;
        let before = house.taken_to();
        house.recorder.answers.store(usize::MAX, Ordering::SeqCst);
        fetch_back(&house, id).await;
        // Half a block at the end: nothing of its batch has left.
        let path = file(&house, id);
        let mut bytes = std::fs::read(&path).unwrap();
        bytes.extend_from_slice(b"KHb1\0\0\0\x50half");
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(look_at_horizon(&house.vault).await.unwrap(), 1);
        let told = page(&house, id).await;
        assert!(
            told.contains("4 av 4") && told.contains("For 4 av dem"),
            "{told}"
        );
        house.subscriber("late@example.no").await;
        assert_eq!(press(&house, id, "go_on").await, 303);
        run(&house).await;
        assert_eq!(house.taken_to(), before, "nobody once more");
        let told = progress(&house.vault, id).await.unwrap();
        assert_eq!((told.sent, told.unsure), (0, 4), "{told:?}");
    })
    .await;
}

/// The copy was taken while a batch was in hand, and no further one was begun: its number tells nothing.
#[tokio::test]
async fn a_copy_taken_while_the_last_batch_was_in_hand_is_one() {
    each(|house| async move {
        some(&house, 3).await;
        let id = house.campaign().await;
        house.mood(|to| match to {
            "s0@x0.example.no" => Outcome::Taken,
            _ => Outcome::Later(None),
        });
        house.office.turn().await.unwrap();
        let in_hand = move |db: &mut dyn Db| db.exec(&ALL_IN_HAND, &[id.into()]);
        house.store.write(in_hand).await.unwrap();
        assert_eq!(look_at_horizon(&house.vault).await.unwrap(), 1);
        assert_eq!(press(&house, id, "go_on").await, 303);
        house.mood(|_| Outcome::Taken);
        run(&house).await;
        let all = ["s0@x0.example.no", "s1@x1.example.no", "s2@x2.example.no"];
        assert_eq!(house.taken_to(), all);

        // A process that was killed leaves the same behind, but for the end of its batch: that is no copy,
        // unless somebody knows that it is.
        let id = house.campaign().await;
        house.recorder.answers.store(0, Ordering::SeqCst);
        let office = house.office.clone();
        let turn = tokio::spawn(async move { office.turn().await });
        while house.taken().len() < 4 {
            tokio::task::yield_now().await;
        }
        turn.abort();
        let _ = turn.await;
        assert_eq!(look_at_horizon(&house.vault).await.unwrap(), 0);
        assert_eq!(crate::was_fetched_back(&house.vault).await.unwrap(), 1);
        assert!(page(&house, id).await.contains("3 av 3"));
    })
    .await;
}

#[tokio::test]
async fn without_the_file_it_can_only_be_ended() {
    each(|house| async move {
        some(&house, 2).await;
        for damage in [true, false] {
            let id = house.campaign().await;
            house.mood(|_| Outcome::Later(None));
            house.office.turn().await.unwrap();
            let path = file(&house, id);
            if damage {
                let mut bytes = std::fs::read(&path).unwrap();
                bytes[60] ^= 1;
                std::fs::write(&path, bytes).unwrap();
            } else {
                std::fs::remove_file(&path).unwrap();
            }
            assert_eq!(look_at_horizon(&house.vault).await.unwrap(), 1, "{damage}");
            let told = page(&house, id).await;
            let why = house.app.texts.of(web::Lang::Nb).s("newsletter-restored");
            assert!(told.contains(why) && !told.contains(BUTTON));
            assert_eq!(press(&house, id, "go_on").await, 409);
            house.mood(|_| Outcome::Taken);
            house.clock.advance_ms(3_600_000);
            run(&house).await;
            assert!(house.taken().is_empty());
            assert_eq!(press(&house, id, "cancel").await, 303);
        }
    })
    .await;
}

#[tokio::test]
async fn a_campaign_that_is_a_draft_in_the_copy_goes_on_or_ends() {
    each(|house| async move {
        some(&house, 2).await;
        let id = house.campaign().await;
        run(&house).await;
        assert_eq!(house.taken().len(), 2);
        let write = move |db: &mut dyn Db| {
            db.exec(&NOBODY_YET, &[id.into()])?;
            db.exec(&UNSENT, &[id.into()])
        };
        house.store.write(write).await.unwrap();
        assert_eq!(look_at_horizon(&house.vault).await.unwrap(), 1);
        let told = page(&house, id).await;
        assert!(
            told.contains("Da hadde 2 fått brevet") && told.contains(BUTTON),
            "{told}"
        );
        house.subscriber("late@example.no").await;
        assert_eq!(press(&house, id, "go_on").await, 303);
        run(&house).await;
        let all = ["late@example.no", "s0@x0.example.no", "s1@x1.example.no"];
        assert_eq!(house.taken_to(), all);
        let ended = house.campaign().await;
        run(&house).await;
        let write = move |db: &mut dyn Db| db.exec(&UNSENT, &[ended.into()]);
        house.store.write(write).await.unwrap();
        assert_eq!(look_at_horizon(&house.vault).await.unwrap(), 1);
        assert_eq!(press(&house, ended, "cancel").await, 303);
        assert_eq!(state(&house, ended).await.0, "cancelled");
        run(&house).await;
        assert_eq!(house.taken().len(), 6);
    })
    .await;
}

/// Whoever signs up again is another person here: the address tells that they had it.
#[tokio::test]
async fn one_who_comes_back_as_somebody_else_does_not_get_it_twice() {
    each(|house| async move {
        let first = some(&house, 1).await[0];
        let id = house.campaign().await;
        run(&house).await;
        let strands = house.vault.strands_of(first).await.unwrap();
        let ends = strands
            .iter()
            .map(|one| (one.id, vec![Purpose::Newsletter]));
        let ended = house
            .vault
            .end_reasons_of_all(ends.collect())
            .await
            .unwrap();
        let cause = vault::Cause {
            cause: "request",
            rule: "test".to_owned(),
            actor: Actor::Chore("test"),
        };
        house.vault.destroy(&ended, &cause).await.unwrap();
        let again = house.subscriber("s0@x0.example.no").await;
        assert_ne!(first, again);
        let write = move |db: &mut dyn Db| {
            db.exec(&NOBODY_YET, &[id.into()])?;
            db.exec(&UNSENT, &[id.into()])
        };
        house.store.write(write).await.unwrap();
        assert_eq!(look_at_horizon(&house.vault).await.unwrap(), 1);
        assert_eq!(press(&house, id, "go_on").await, 303);
        run(&house).await;
        assert_eq!(house.taken().len(), 1, "once");
        let told = progress(&house.vault, id).await.unwrap();
        assert_eq!(told.sent, 2, "both rows say that they had it");
    })
    .await;
}

#[tokio::test]
async fn the_file_goes_when_no_backup_is_old_enough_to_need_it() {
    each(|house| async move {
        some(&house, 1).await;
        let id = house.campaign().await;
        run(&house).await;
        let path = file(&house, id);
        // Somebody's campaign that no database knows any more.
        let lost = house.vault.horizon("campaign", 5);
        lost.begin().unwrap();
        house.clock.advance_ms(399 * 86_400_000);
        crate::tidy(&house.vault).await.unwrap();
        assert!(path.exists() && file(&house, 5).exists());
        house.clock.advance_ms(2 * 86_400_000);
        crate::tidy(&house.vault).await.unwrap();
        assert!(!path.exists() && !file(&house, 5).exists());
    })
    .await;
}
